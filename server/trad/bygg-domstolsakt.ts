import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  beloppstext,
  type Domstolsakt,
  dagFör,
  KÄLLNAMN,
  månadsnamn,
  type PersonId,
  type Tidpunkt,
  vuxnaI,
  type Överklagande,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { type Aktdel, fogaDomstolsakt } from '@stegvis/integrations';
import { förklara, inkomsttyper } from '@stegvis/rules';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { kvittoFör } from '../portar/kvitto-for.ts';
import { beräkningsrader, läsBrevPdf } from './skapa-brev.ts';

type Text = Extract<Aktdel, { text: unknown }>['text'];
type Kommun = Pick<Kommunuppgifter, 'namn' | 'nämnd' | 'telefon' | 'telefontid'>;

/**
 * The file of an appealed decision for the court: the appeal, how the board has tried it, the decisions and letters as they were sent,
 * the calculation with its explanation, the statement as sent, what registers said, messages, journal and documents. What belongs to
 * the other adult alone is left out and listed, as is what cannot be opened safely.
 */
export async function byggDomstolsakt(
  t: TenantTransaction,
  val: { ansökan: Ansökan; överklagande: Överklagande; kommun: Kommun; nu: Tidpunkt },
): Promise<{ akt: Domstolsakt; pdf: Uint8Array }> {
  const { ansökan, överklagande, kommun, nu } = val;
  const { klagande } = överklagande;
  const ärende = await t.ärenden.get(ansökan.ärende);
  const person = await t.personer.get(klagande);
  const beslut = await t.beslut.findAllaForAnsökan(ansökan.id);
  const överklagat = beslut.find((b) => b.id === överklagande.beslut)!;
  const sida = textsida(kommun, ärende.nummer, nu);
  const delar: Aktdel[] = [];
  const utelämnat: { namn: string; skäl: string }[] = [];

  delar.push({ namn: 'Överklagandet', text: sida('Överklagandet', överklagandetI(överklagande)) });
  const prövning = prövningenI(överklagande);
  if (prövning.length > 0) delar.push({ namn: 'Nämndens prövning', text: sida('Nämndens prövning', prövning) });

  const egna = (await t.brev.findForAnsökan(ansökan.id)).filter((b) => b.mottagare === klagande);
  for (const b of beslut) {
    const brev = egna.find((x) => x.beslut === b.id);
    const namn = `Beslut ${dagFör(b.beslutad)}${b.id === överklagat.id ? ' (det överklagade)' : ''}`;
    if (brev) delar.push({ namn, pdf: await läsBrevPdf(t, brev.id) });
    else utelämnat.push({ namn, skäl: 'Det finns inget brev till den klagande.' });
  }
  for (const r of await t.överklaganden.findRättelserForAnsökan(ansökan.id))
    delar.push({
      namn: `Rättelse ${dagFör(r.tid)}`,
      text: sida('Rättelse', [
        ['Det stod', r.före],
        ['Det ska stå', r.efter],
        ['Skäl', r.skäl],
      ]),
    });

  const { utredning, resultat } = await t.utredningar.getBeräkning(överklagat.beräkning);
  if (resultat.slag === 'beraknad')
    delar.push({
      namn: 'Beräkningen med förklaring',
      text: {
        ...sida('Beräkningen med förklaring', []),
        avsnitt: [
          {
            rubrik: `Beräkning för ${månadsnamn(ansökan.månad)}`,
            delar: [
              {
                slag: 'svar',
                kolumner: ['Post', 'Belopp'],
                svar: beräkningsrader(resultat.beräkning)
                  .filter((r) => r.slag !== 'rubrik')
                  .map((r) => ({ fraga: r.text, svar: r.belopp === undefined ? '' : beloppstext(r.belopp) })),
              },
              { slag: 'lista', punkter: förklara(resultat.beräkning) },
            ],
          },
          {
            rubrik: 'Uppgifterna i beräkningen',
            delar: [
              {
                slag: 'svar',
                kolumner: ['Uppgift', 'Sökt, enligt register, godkänt'],
                svar: utredning.jämförelse.map((r) => ({
                  fraga: r.benämning,
                  svar: [
                    `Sökt: ${r.skrev === undefined ? 'inget' : beloppstext(r.skrev)}`,
                    ...(r.register.slag === 'belopp' ? [`Register: ${beloppstext(r.register.belopp)}`] : []),
                    `Godkänt: ${r.godkänt === undefined ? 'inte avgjort' : beloppstext(r.godkänt)}`,
                  ].join('\n'),
                })),
              },
            ],
          },
        ],
      },
    });
  if (ansökan.inskickad !== undefined)
    delar.push({ namn: 'Ansökan som den skickades in', pdf: await kvittoFör(t, kommun, ansökan, klagande) });

  const register = await registeruppgifter(t, ansökan, klagande);
  if (register.length > 0)
    delar.push({ namn: 'Uppgifter från register', text: sida('Uppgifter från register', register) });

  for (const { underrättelse: u, yttranden } of await t.underrättelser.findForAnsökan(ansökan.id)) {
    const brev = egna.find((x) => x.underrättelse === u.id);
    if (brev) delar.push({ namn: `Underlag för yttrande ${dagFör(u.skickad)}`, pdf: await läsBrevPdf(t, brev.id) });
    const svar = yttranden.filter((y) => y.person === klagande);
    if (svar.length > 0)
      delar.push({
        namn: `Yttrande ${dagFör(svar[0]!.tid)}`,
        text: sida(
          'Yttrande',
          svar.map((y) => [dagFör(y.tid), y.text || 'Vill inte yttra sig.']),
        ),
      });
  }
  const meddelanden = (await t.meddelanden.findForPerson(klagande, ansökan.ärende)).filter(
    (m) => m.ansökan === undefined || m.ansökan === ansökan.id,
  );
  if (meddelanden.length > 0)
    delar.push({
      namn: 'Meddelanden',
      text: sida(
        'Meddelanden',
        meddelanden.map((m) => [
          `${dagFör(m.skickat)} ${m.riktning === 'till-oss' ? 'Från den klagande' : 'Från nämnden'}`,
          m.text,
        ]),
      ),
    });
  const begäranden = (await t.överklaganden.findBegärandenForAnsökan(ansökan.id)).filter((b) => b.person === klagande);
  if (begäranden.length > 0)
    delar.push({
      namn: 'Synpunkter på beslutet',
      text: sida(
        'Synpunkter på beslutet',
        begäranden.flatMap((b): [string, string][] => [
          [dagFör(b.begärd), [b.rad, b.text].filter(Boolean).join(': ') || 'Begäran om genomgång av beslutet.'],
          ...(b.svar ? [[`Svar ${dagFör(b.svar.tid)}`, b.svar.text] as [string, string]] : []),
        ]),
      ),
    });
  const journal = (await t.handläggning.findJournal(ansökan.ärende)).filter((a) => a.ansökan === ansökan.id);
  if (journal.length > 0)
    delar.push({
      namn: 'Journalanteckningar om ansökan',
      text: sida(
        'Journalanteckningar',
        journal.map((a) => [`${a.hände} ${a.av.namn}`, a.text]),
      ),
    });

  for (const d of await t.dokument.findForAnsökan(ansökan.id)) {
    const namn = `Dokument ${dagFör(d.uppladdad)}`;
    if (d.uppladdadAv !== klagande && d.privat)
      utelämnat.push({ namn, skäl: 'Det rör bara den andra vuxna (10 kap. 3 § offentlighets- och sekretesslagen).' });
    else if (d.hörInteHit) utelämnat.push({ namn, skäl: `Det hör inte till ansökan: ${d.hörInteHit.skäl}` });
    else if (d.kontroll === 'skadlig') utelämnat.push({ namn, skäl: 'Filen var skadlig och är borttagen.' });
    else {
      const bilder: Uint8Array[] = [];
      for (let n = 1; n <= d.sidor; n++) {
        const bild = await t.dokument.findSida(d.id, n);
        if (bild) bilder.push(bild);
      }
      if (bilder.length > 0) delar.push({ namn, bilder });
      else utelämnat.push({ namn, skäl: 'Det har inga sidor att visa.' });
    }
  }
  if (vuxnaI(ansökan).length > 1)
    utelämnat.push({
      namn: 'Den andra vuxnas meddelanden, svar och egna uppgifter',
      skäl: 'De rör bara den andra vuxna (10 kap. 3 § offentlighets- och sekretesslagen).',
    });

  const namn = `${person.förnamn} ${person.efternamn}`.trim();
  const { pdf, sidor, sha256, innehåll } = await fogaDomstolsakt(
    {
      kommun: kommun.namn,
      nämnd: kommun.nämnd,
      kontakt: `${kommun.telefon}, ${kommun.telefontid}`,
      ärendenummer: ärende.nummer,
      rubrik: `Överklagande av beslut ${dagFör(överklagat.beslutad)} om ${månadsnamn(ansökan.månad)}`,
      klagande: `${namn ? `${namn}, ` : ''}${person.personnummer}`,
      skapat: nu,
    },
    delar,
    utelämnat,
  );
  return {
    akt: {
      id: randomUUID(),
      överklagande: överklagande.id,
      ansökan: ansökan.id,
      innehåll,
      utelämnat,
      sidor,
      sha256,
      skapad: nu,
    },
    pdf,
  };
}

const KANAL = { webb: 'På Mina sidor', papper: 'På papper', muntligt: 'Muntligt, nedskrivet av nämnden' } as const;

function överklagandetI(ö: Överklagande): [string, string][] {
  return [
    ['Kom in', `${dagFör(ö.inkom)}. ${KANAL[ö.kanal]}${ö.registreratAv ? `, ${ö.registreratAv.namn}` : ''}.`],
    [
      'Fick del av beslutet',
      ö.fickDel
        ? `${ö.fickDel.dag} (${ö.fickDel.sätt === 'sida' ? 'läste det på Mina sidor' : 'delgavs'})`
        : 'Inte känt',
    ],
    ...(ö.sistaDag ? [['Sista dagen att överklaga', ö.sistaDag] as [string, string]] : []),
    ['Vad den klagande vill ändra', ö.ändring || 'Inte skrivet. Den klagande har bett om hjälp.'],
    ...(ö.skäl ? [['Varför', ö.skäl] as [string, string]] : []),
  ];
}

function prövningenI({ tidsprövning: tid, omprövning }: Överklagande): [string, string][] {
  return [
    ...(tid
      ? [
          [
            'I rätt tid',
            `${tid.tasUpp ? 'Ja' : 'Nej'} (${tid.lagrum}). ${tid.skäl} ${tid.av.namn}, ${dagFör(tid.tid)}.`,
          ] as [string, string],
        ]
      : []),
    ...(omprövning
      ? [
          [
            'Omprövning',
            `${{ 'star-fast': 'Beslutet står fast.', 'andrat-helt': 'Beslutet är ändrat.', 'andrat-delvis': 'Beslutet är ändrat till en del.' }[omprövning.resultat]} ${omprövning.skäl} ${omprövning.av.namn}, ${dagFör(omprövning.tid)}.`,
          ] as [string, string],
        ]
      : []),
  ];
}

async function registeruppgifter(
  t: TenantTransaction,
  ansökan: Ansökan,
  klagande: PersonId,
): Promise<[string, string][]> {
  return (await t.utredningar.findFrågningar(ansökan.id))
    .flatMap((f) => f.svar.map((svar) => ({ person: f.person, svar })))
    .map(({ person, svar }): [string, string] => [
      `${KÄLLNAMN[svar.källa]}, ${dagFör(svar.hämtad)}${person === klagande ? '' : ', den andra vuxna'}`,
      svar.kvalitet === 'inget-hos-oss'
        ? 'Inget hos myndigheten.'
        : svar.kvalitet === 'ej-kontrollerbar'
          ? 'Myndigheten kunde inte svara.'
          : svar.uppgifter
              .map((u) =>
                u.slag === 'utbetalning'
                  ? `${u.inkomsttyp ? ((inkomsttyper as Partial<Record<string, { namn: string }>>)[u.inkomsttyp]?.namn ?? u.inkomsttyp) : 'Utbetalning'}: ${beloppstext(u.netto)}${'utbetald' in u && u.utbetald ? `, ${u.utbetald}` : ''}`
                  : u.slag,
              )
              .join('\n'),
    ]);
}

/** Pages of text in the file, as question and answer. */
function textsida(kommun: Kommun, ärendenummer: string, nu: Tidpunkt) {
  return (rubrik: string, rader: readonly (readonly [string, string])[]): Text => ({
    titel: rubrik,
    avsandare: { kommun: kommun.namn, namnd: kommun.nämnd },
    huvud: [
      { namn: 'Datum', varde: dagFör(nu) },
      { namn: 'Ärende', varde: ärendenummer },
    ],
    mottagare: [],
    slag: 'Handling i akten',
    rubrik,
    ingress: [],
    avsnitt: [
      {
        rubrik: 'Uppgifter',
        delar: [{ slag: 'svar', kolumner: ['Vad', 'Uppgift'], svar: rader.map(([fraga, svar]) => ({ fraga, svar })) }],
      },
    ],
    kontakt: `${kommun.telefon}, ${kommun.telefontid}`,
    referens: `Ärende ${ärendenummer}`,
  });
}
