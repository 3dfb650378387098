import type { AlltOmVägen, SparadFil } from '@stegvis/apply';
import {
  AF_FRÅGOR,
  AF_UPPGIFTSLÄGEN,
  ANVISNINGSLÄGEN,
  AVSLUTSORSAKER,
  BEDÖMNINGSLÄGEN,
  BEDÖMNINGSSLAG,
  type Bedömning,
  dagFör,
  ERSÄTTNINGSLÄGEN,
  FRÅNVAROSKÄL,
  frågorI,
  gällandeAnteckningar,
  gällandeMärken,
  hindernamn,
  instrumentFör,
  type Kartläggning,
  type Kartläggningssvar,
  KRAVUPPGIFTSNAMN,
  kartläggningssvarIOrd,
  läsStegtrappa,
  MARKSLAG,
  MÖTESLÄGEN,
  månadsnamn,
  type PersonId,
  PLANLÄGEN,
  passIOrd,
  SAMTYCKESPARTER,
  SPRÅKGRUNDER,
  sfiIOrd,
  svarIOrd,
  synligtFörPersonen,
  ÅTERKOMSTORSAKER,
  ÖVERLÄMNINGSLÄGEN,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { ANDRA_ERSÄTTNINGAR } from '@stegvis/rules';
import { läsKravbrev } from '../../trad/spara-krav.ts';

type Rad = readonly [string, string];

/** A letter whose PDF is read when it is its turn. */
interface Brevfil extends SparadFil {
  readonly läs: (t: TenantTransaction) => Promise<Uint8Array | undefined>;
}

/**
 * What is kept about one person on the way to self-support, for herself: readable, as JSON, and her letters. What is asked face to face
 * alone, drafts of a plan and what staff write for themselves are left out, and staff are not named.
 */
export async function samlaVägen(
  t: TenantTransaction,
  person: PersonId,
): Promise<{ avsnitt: AlltOmVägen[]; json: unknown; brev: Brevfil[] }> {
  const jag = [person];
  const bedömningar = (await t.bedömningar.findForPersoner(jag)).map(synligtFörPersonen);
  const spår = await t.spårplaceringar.findForPersoner(jag);
  const överlämningar = await t.överlämningar.findForPersoner(jag);
  const planer = (await t.planer.findForPersoner(jag)).filter(({ status }) => status !== 'utkast');
  const krav = await t.kravbeslut.findForPersoner(jag);
  const kravuppgifter = await t.kravuppgifter.findForPersoner(jag);
  const kravbrev = await t.kravbrev.findForPersoner(jag);
  const namnPå = new Map((await t.insatser.findAlla()).map(({ id, namn }) => [id, namn]));
  const anvisningar = (await t.anvisningar.findForPersoner(jag)).map((a) => ({
    ...a,
    aktivitet: namnPå.get(a.insats) ?? 'Aktivitet',
  }));
  const märken = await t.deltagande.findForPersoner(jag);
  const förklaringar = await t.deltagande.findFörklaringar(jag);
  const frånvarobedömningar = await t.deltagande.findBedömningar(jag);
  const intyg = await t.deltagande.findIntyg(jag);
  const intygsbeslut = await t.deltagande.findIntygsbeslut(jag);
  const kalenderlänk = await t.deltagande.findLänk(person);
  const nedsättningar = await t.nedsättningar.findForPersoner(jag);
  const möten = await t.möten.findForPersoner(jag);
  const anteckningar = gällandeAnteckningar(await t.möten.findAnteckningar(jag)).map(
    ({ egen: _, ...resten }) => resten,
  );
  const steg = await t.steg.findForPersoner(jag);
  const trappa = läsStegtrappa((await t.organisation.findNämnd())?.inställningar);
  const språk = (await t.språkuppgifter.findForPersoner(jag)).map(({ av: _, ...resten }) => resten);
  const hinder = await t.försörjningshinder.findForPersoner(jag);
  const samtycken = await t.samtycken.findForPersoner(jag);
  const ersättningar = await t.ersättningar.findForPersoner(jag);
  const sip = await t.sip.findForPersoner(jag);
  const afUppgifter = await t.afUppgifter.findForPersoner(jag);
  const afSvar = await t.afSvar.findForPersoner(jag);
  const avslut = await t.avslut.findForPersoner(jag);
  const återkomster = (await t.återkomster.findForPersoner(jag)).map(({ av: _, ...resten }) => resten);
  const kartläggningar = (await t.kartläggningar.findForPersoner(jag)).map(({ kartläggning, svar }) => ({
    kartläggning,
    svar,
  }));
  const händelser = (await t.personhändelser.findForPerson(person)).filter(({ synlig }) => synlig === 'person');
  const aktivitet = (anvisning: string) => anvisningar.find(({ id }) => id === anvisning)?.aktivitet ?? 'Aktivitet';
  const avsnitt: AlltOmVägen[] = [
    ...bedömningar.map((b) => ({
      rubrik: `${BEDÖMNINGSSLAG[b.slag]}, ${dagFör(b.slutförd ?? b.påbörjad)}`,
      rader: bedömningsrader(b),
    })),
    { rubrik: 'Spår', rader: spår.map((s): Rad => [tid(s), mening(s.namn, s.skäl, s.avsteg)]) },
    {
      rubrik: 'Överlämnat till andra',
      rader: överlämningar.map((ö): Rad => [dagFör(ö.skickad), mening(ö.till, ö.ärende, ÖVERLÄMNINGSLÄGEN[ö.status])]),
    },
    ...planer.map((p) => ({
      rubrik: `Plan nummer ${p.nummer}, ${PLANLÄGEN[p.status].toLowerCase()}`,
      rader: [
        ['Gäller', tid(p)],
        ...p.mål.map((m): Rad => ['Mål', `${m.text}, senast ${m.senast}`]),
        ...p.poster.map(
          (post): Rad => [
            post.namn,
            mening(
              `${tal(post.timmarPerVecka)} timmar i veckan, ${tid(post)}`,
              post.pass.map(passIOrd).join(', '),
              `Ansvarig: ${post.ansvarig}`,
              post.krävs ? 'Krävs' : 'Krävs inte',
            ),
          ],
        ),
        ['Tid att söka arbete', `${tal(p.jobbsökartimmar)} timmar i veckan`],
        ...p.uppehåll.map((u): Rad => ['Uppehåll', `${tid(u)}: ${u.skäl}`]),
        ...(p.synpunkt ? [['Din synpunkt', p.synpunkt] as const] : []),
      ] satisfies Rad[],
    })),
    {
      rubrik: 'Krav på att delta i aktiviteter',
      rader: krav.map(
        (k): Rad => [
          `${månadsnamn(k.från)} till ${månadsnamn(k.till ?? k.från)}`,
          mening(
            `${tal(k.timmarPerVecka)} timmar i veckan, plan nummer ${k.plan.nummer}`,
            k.skäl,
            k.upphört && `Upphörde från ${månadsnamn(k.upphört.från)}: ${k.upphört.skäl}`,
          ),
        ],
      ),
    },
    {
      rubrik: 'Uppgifter som kravet räknas på',
      rader: kravuppgifter.map((u): Rad => [tid(u), mening(KRAVUPPGIFTSNAMN[u.vad.slag], u.styrkt, u.uppgiftFrån)]),
    },
    {
      rubrik: 'Aktiviteter du har anvisats',
      rader: anvisningar.map(
        (a): Rad => [
          tid(a),
          mening(a.aktivitet, ANVISNINGSLÄGEN[a.status], a.skäl, a.utfall?.text, a.återkallad?.skäl),
        ],
      ),
    },
    {
      rubrik: 'Närvaro',
      rader: gällandeMärken(märken).map(
        (m): Rad => [m.dag, `${aktivitet(m.anvisning)}: ${MARKSLAG[m.slag].toLowerCase()}, ${tal(m.timmar)} timmar`],
      ),
    },
    {
      rubrik: 'Det du har sagt om frånvaro',
      rader: förklaringar.map((f): Rad => [f.dag, mening(aktivitet(f.anvisning), FRÅNVAROSKÄL[f.skäl], f.text)]),
    },
    {
      rubrik: 'Bedömd frånvaro',
      rader: frånvarobedömningar.map(
        (b): Rad => [
          märken.find(({ id }) => id === b.mark)?.dag ?? dagFör(b.tid),
          mening(b.giltig ? 'Giltig' : 'Inte giltig', b.skäl),
        ],
      ),
    },
    {
      rubrik: 'Läkarintyg',
      rader: [
        ...intyg.map((i): Rad => [tid(i), i.läst ? 'Läst' : 'Inte läst']),
        ...intygsbeslut.map((b): Rad => [tid(b), mening(b.slag === 'begart' ? 'Begärt' : 'Behövs inte', b.skäl)]),
      ],
    },
    {
      rubrik: 'Ärenden om nekat eller nedsatt försörjningsstöd',
      rader: nedsättningar.map(
        (n): Rad => [
          dagFör(n.öppnat.tid),
          mening(
            ...n.händelser.map((h) => mening(`${h.insats}, ${h.dag}`, h.förklaring, h.bedömning?.skäl)),
            n.särskildaSkäl?.skäl,
            n.barnperspektiv?.text,
            n.avsett?.skäl,
            n.avslut?.text,
            n.beslut && `Beslutat för ${månadsnamn(n.beslut.månad)}`,
          ),
        ],
      ),
    },
    {
      rubrik: 'Möten',
      rader: möten.map(
        (m): Rad => [
          `${m.dag} ${m.från}`,
          mening(
            MÖTESLÄGEN[m.status],
            m.syfte,
            ...anteckningar
              .filter((a) => a.möte === m.id)
              .flatMap((a) => [a.överenskommet, a.nästa && `Nästa: ${a.nästa}`]),
          ),
        ],
      ),
    },
    {
      rubrik: 'Steg',
      rader: steg.map((s): Rad => [s.dag, mening(trappa.find(({ id }) => id === s.steg)?.namn ?? s.steg, s.skäl)]),
    },
    {
      rubrik: 'Språk',
      rader: språk.map(
        (s): Rad => [
          dagFör(s.tid),
          mening(
            [
              s.nivå ? `svenska på nivå ${s.nivå}` : '',
              s.sfi ? sfiIOrd(s.sfi) : '',
              s.språk.join(', '),
              s.tolk === '' ? '' : `tolk: ${s.tolk}`,
            ]
              .filter((text) => text !== '')
              .join('; '),
            SPRÅKGRUNDER[s.grund],
            s.anteckning,
          ),
        ],
      ),
    },
    { rubrik: 'Försörjningshinder', rader: hinder.map((h): Rad => [h.från, mening(hindernamn(h.hinder), h.skäl)]) },
    {
      rubrik: 'Samtycken',
      rader: samtycken.map(
        (s): Rad => [
          `${dagFör(s.givet.tid)} till ${s.till}`,
          mening(`${SAMTYCKESPARTER[s.part]}, ${s.vem}`, s.återkallat && `Återkallat ${dagFör(s.återkallat.tid)}`),
        ],
      ),
    },
    {
      rubrik: 'Andra ersättningar',
      rader: ersättningar.flatMap((e) =>
        e.steg.map(
          (s): Rad => [
            s.dag,
            mening(
              Object.entries(ANDRA_ERSÄTTNINGAR).find(([id]) => id === e.ersättning)?.[1].namn ?? e.ersättning,
              ERSÄTTNINGSLÄGEN[s.till],
              s.text,
            ),
          ],
        ),
      ),
    },
    ...sip.map((s) => ({
      rubrik: `Samordnad individuell plan, ${dagFör(s.startad)}`,
      rader: [
        ['Behov', s.behov],
        ...s.deltagare.map((d): Rad => [d.namn, d.ansvar]),
        ...s.möten.map((m): Rad => [`Möte ${m.dag}`, m.anteckning]),
        ...s.åtgärder.map((å): Rad => [å.vad, mening(å.vem, å.klar ? `Klart ${å.klar}` : `Senast ${å.senast}`)]),
      ] satisfies Rad[],
    })),
    {
      rubrik: 'Det vi har berättat för Arbetsförmedlingen',
      rader: [
        ...afUppgifter.map(
          (u): Rad => [
            dagFör(u.avslutad ?? u.skapad),
            mening('Att du har anvisats aktiviteter', AF_UPPGIFTSLÄGEN[u.status]),
          ],
        ),
        ...afSvar.flatMap((s) => s.frågor.map((f): Rad => [dagFör(s.tid), mening(AF_FRÅGOR[f], s.svar[f])])),
      ],
    },
    {
      rubrik: 'Avslut',
      rader: avslut.map(
        (a): Rad => [
          a.dag,
          mening(AVSLUTSORSAKER[a.skäl], a.till, a.återöppnat && `Öppnat igen: ${a.återöppnat.skäl}`),
        ],
      ),
    },
    {
      rubrik: 'Varför du är tillbaka',
      rader: återkomster.map(
        (n): Rad => [dagFör(n.tid), mening(n.orsaker.map((o) => ÅTERKOMSTORSAKER[o]).join(', '), n.text)],
      ),
    },
    ...kartläggningar.map(({ kartläggning: k, svar }) => ({
      rubrik: `Kartläggning: ${k.namn}`,
      rader: kartläggningsrader(k, svar),
    })),
    { rubrik: 'Det här har hänt', rader: händelser.map((h): Rad => [dagFör(h.tid), h.text]) },
  ];
  return {
    avsnitt: avsnitt.filter(({ rader }) => rader.length > 0),
    json: förMaskin({
      bedömningar: bedömningar.map((b) => ({ ...b, svar: medFrågan(b) })),
      spår,
      överlämningar,
      planer,
      krav,
      kravuppgifter,
      kravbrev,
      anvisningar,
      märken,
      förklaringar,
      frånvarobedömningar,
      intyg,
      intygsbeslut,
      kalenderprenumeration: kalenderlänk ? { skapad: kalenderlänk.skapad } : null,
      nedsättningar,
      möten: möten.map(({ samordnare: _, ...resten }) => resten),
      anteckningar,
      steg,
      språk,
      försörjningshinder: hinder,
      samtycken,
      ersättningar,
      sip,
      afUppgifter,
      afSvar,
      avslut,
      återkomster,
      kartläggningar: kartläggningar.map(({ kartläggning: k, svar }) => ({
        namn: k.namn,
        från: k.från,
        till: k.till,
        frågor: k.frågor,
        svar: svar && { slag: svar.slag, svar: svar.svar, ord: svar.ord, tid: svar.tid },
      })),
      händelser,
    }),
    brev: kravbrev.map(({ id, slag, skapat }) => ({
      filnamn: `beslut/aktivitetskrav-${dagFör(skapat)}-${id.slice(0, 8)}.pdf`,
      om: slag === 'krav' ? 'Beslut om aktivitetskrav, pdf' : 'Beslut att ett aktivitetskrav upphör, pdf',
      läs: (x) => läsKravbrev(x, person, id),
    })),
  };
}

/** What she answered, in words; that she was asked and has not answered is said too. */
function kartläggningsrader(k: Kartläggning, svar: Kartläggningssvar | undefined): Rad[] {
  if (svar === undefined) return [[k.från, 'Du är med i gruppen och har inte svarat.']];
  if (svar.slag === 'avbojt') return [[dagFör(svar.tid), 'Du ville inte vara med.']];
  return [
    ...kartläggningssvarIOrd(k, svar).map((s): Rad => [s.fråga, s.svar]),
    ...(svar.ord === '' ? [] : [['Med dina ord', svar.ord] as const]),
  ];
}

function bedömningsrader(b: Bedömning): Rad[] {
  const frågor = frågorI(instrumentFör(b));
  return [
    ['Läge', BEDÖMNINGSLÄGEN[b.status]],
    ...(b.resultat ? [['Det vi kom fram till', b.resultat.sammanfattning] as const] : []),
    ...b.svar.flatMap((s): Rad[] => {
      const fråga = frågor.find(({ id }) => id === s.fråga);
      const text = s.sida === 'person' ? fråga?.text : fråga && `${fråga.text} (handläggarens svar)`;
      return fråga && text ? [[text, svarIOrd(fråga, s).join(', ')]] : [];
    }),
    ...b.synpunkter.map((s): Rad => [`Din syn, ${dagFör(s.tid)}`, s.text]),
  ];
}

function medFrågan(b: Bedömning) {
  const frågor = frågorI(instrumentFör(b));
  return b.svar.map((s) => ({ ...s, frågetext: frågor.find(({ id }) => id === s.fråga)?.text }));
}

/** Keys that name staff, or that only the system uses. */
const UTELÄMNAS: ReadonlySet<string> = new Set([
  'av',
  'beslutadAv',
  'bokatAv',
  'föreslagenAv',
  'person',
  'påbörjadAv',
  'skapadAv',
  'skickadAv',
  'sparning',
  'startadAv',
  'synlig',
  'upptagen',
  'version',
]);

/** The same with keys in ASCII, without what names staff. */
function förMaskin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(förMaskin);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !UTELÄMNAS.has(key))
      .map(([key, part]) => [key.normalize('NFD').replaceAll(/\p{M}/gu, ''), förMaskin(part)]),
  );
}

const tid = ({ från, till }: { från: string; till: string | undefined }): string =>
  till === undefined ? `från ${från}` : `${från} till ${till}`;
const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });

/** What there is of the parts, as sentences. */
function mening(...delar: readonly (string | undefined)[]): string {
  return delar
    .flatMap((del) => (del === undefined || del.trim() === '' ? [] : [del.trim()]))
    .map((del) => (/[.!?:]$/.test(del) ? del : `${del}.`))
    .join(' ');
}
