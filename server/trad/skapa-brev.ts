import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  type Beslut,
  beslutFör,
  beslutsform,
  type Folkbokföringssvar,
  nedsattBelopp,
  type Person,
  redanBeviljat,
  type Tidpunkt,
  type Underrättelse,
  type Utbetalning,
  underrättelseFör,
  vuxnaI,
  type Ärendeberäkning,
  type Öre,
  öreFrånKronor,
} from '@stegvis/casework';
import type { JobHandler, TenantTransaction } from '@stegvis/database';
import { type Beslutsbrev, beslutsbrevText, bestämBrev, ritaBrev, underrättelsebrevText } from '@stegvis/integrations';
import { type Beräkning, förklara } from '@stegvis/rules';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { noteraAvisering } from './avisera.ts';

/*
 * A letter is made in two steps. What it says is fixed at once, in the transaction of the decision or the hearing (`bestämBeslutsbrev`,
 * `bestämUnderrättelsebrev`): text, template version and hash, some microseconds. The PDF of exactly that content is made later, by a
 * job of low priority (`skapaBrevJobb`) or when somebody reads the letter first (`läsBrevPdf`), and kept the first time.
 */

/** Fixes what the decision letter says to each adult. Once per adult and decision. */
export async function bestämBeslutsbrev(
  t: TenantTransaction,
  {
    kommun,
    beslut,
    nu,
    ...känt
  }: {
    kommun: Kommunuppgifter;
    beslut: Beslut;
    nu: Tidpunkt;
    /** What the caller has read already; the rest is read here. */
    ansökan?: Ansökan | undefined;
    resultat?: Ärendeberäkning | undefined;
    utbetalning?: Utbetalning | undefined;
  },
): Promise<void> {
  const ansökan = känt.ansökan ?? (await t.ansökningar.get(beslut.ansökan));
  const ärende = await t.ärenden.get(beslut.ärende);
  const särskilt = beslutsform(beslut).särskilt !== undefined;
  const resultat = känt.resultat ?? (await t.utredningar.getBeräkning(beslut.beräkning)).resultat;
  const prövad = !särskilt && beslut.utfall !== 'avvisning' && beslut.utfall !== 'avskrivning';
  const beräkning = prövad && resultat.slag === 'beraknad' ? resultat.beräkning : undefined;
  const utbetalning = känt.utbetalning ?? (await t.utbetalningar.findForBeslut(beslut.id));
  const finns = new Set((await t.brev.findForBeslut(beslut.id)).map((brev) => brev.mottagare));
  const folkbokförda = await t.register.findFolkbokföringssvar(ansökan.id);
  for (const person of await t.personer.findMany(vuxnaI(ansökan).filter((id) => !finns.has(id)))) {
    const namn = `${person.förnamn} ${person.efternamn}`.trim();
    await t.brev.add({
      id: randomUUID(),
      beslut: beslut.id,
      underrättelse: undefined,
      ansökan: ansökan.id,
      ärende: ärende.id,
      mottagare: person.id,
      slag: 'beslut',
      skapat: nu,
      innehåll: bestämBrev(
        beslutsbrevText({
          ...avsändare(kommun),
          ärendenummer: ärende.nummer,
          mottagare: [...(namn ? [namn] : []), ...adressrader(person, folkbokförda[person.id])],
          beslut: beslutFör(beslut, person.id),
          utbetalningsdag: utbetalning?.utbetalningsdag,
          beräkning: beräkning ? beräkningsrader(beräkning, nedsattBelopp(beslut)) : [],
          förklaring: beräkning ? förklaringen(beräkning, beslut) : [],
        }),
      ),
      pdf: undefined,
    });
    await t.händelser.add([
      {
        ärende: ärende.id,
        ansökan: ansökan.id,
        typ: 'brev-skapat',
        tid: nu,
        text: 'Beslutet finns att läsa här.',
        synlig: { person: person.id },
      },
    ]);
    await noteraAvisering(t, person.id, nu);
  }
}

/** Where the population register has her, a line each; nothing about a protected person, who is reached another way. */
function adressrader(person: Person, svar: Folkbokföringssvar | undefined): string[] {
  const adress = person.skyddad ? undefined : svar?.uppgift?.adress;
  if (!adress) return [];
  const rader = [adress.careOf, adress.utdelningsadress, `${adress.postnummer} ${adress.postort}`];
  return rader.filter((rad) => rad !== undefined);
}

/** Fixes what each adult is told before a decision; what is kept from one of them is not in hers. */
export async function bestämUnderrättelsebrev(
  t: TenantTransaction,
  { kommun, underrättelse }: { kommun: Kommunuppgifter; underrättelse: Underrättelse },
): Promise<void> {
  const ansökan = await t.ansökningar.get(underrättelse.ansökan);
  const ärende = await t.ärenden.get(underrättelse.ärende);
  const redan = redanBeviljat(await t.beslut.findAllaForAnsökan(ansökan.id), ansökan.månad);
  for (const person of await t.personer.findMany(underrättelse.mottagare)) {
    const namn = `${person.förnamn} ${person.efternamn}`.trim();
    await t.brev.add({
      id: randomUUID(),
      beslut: undefined,
      underrättelse: underrättelse.id,
      ansökan: ansökan.id,
      ärende: ärende.id,
      mottagare: person.id,
      slag: 'underrattelse',
      skapat: underrättelse.skickad,
      innehåll: bestämBrev(
        underrättelsebrevText({
          ...avsändare(kommun),
          ärendenummer: ärende.nummer,
          mottagare: namn ? [namn] : [],
          underrättelse: underrättelseFör({ underrättelse, yttranden: [] }, person.id).underrättelse,
          månad: ansökan.månad,
          redanBeslutat: redan > 0 ? redan : undefined,
        }),
      ),
      pdf: undefined,
    });
  }
}

function avsändare(kommun: Kommunuppgifter) {
  return { kommun: kommun.namn, nämnd: kommun.nämnd, kontakt: `ring ${kommun.telefon}, ${kommun.telefontid}` };
}

/** The PDF of a letter, made now if nobody has read it before. */
export async function läsBrevPdf(t: TenantTransaction, id: string): Promise<Uint8Array> {
  const brev = await t.brev.get(id);
  if (brev.pdf !== undefined) return brev.pdf;
  if (brev.innehåll === undefined) throw new Error(`letter ${id} has neither content nor PDF`);
  const pdf = ritaBrev(brev.innehåll, brev.skapat);
  await t.brev.setPdf(id, pdf);
  return (await t.brev.get(id)).pdf ?? pdf;
}

/**
 * Makes the PDFs of a decision's letters. `id` is the decision. Letters of decisions made before content was fixed with the decision
 * are fixed here.
 */
export function skapaBrevJobb(delar: { readonly kommun: Kommunuppgifter; readonly nu: () => Date }): JobHandler {
  return async ({ tenant: t, data }) => {
    const beslut = await t.beslut.get(data.id);
    await bestämBeslutsbrev(t, { kommun: delar.kommun, beslut, nu: delar.nu().toISOString() });
    for (const { id } of await t.brev.findForBeslut(beslut.id)) {
      await läsBrevPdf(t, id);
      // The typesetter gives its memory back when the event loop turns.
      await new Promise((next) => setImmediate(next));
    }
  };
}

/** The calculation's sentences; without its own outcome and result where a share of it is refused or reduced. */
function förklaringen(beräkning: Beräkning, beslut: Beslut): string[] {
  const meningar = förklara(beräkning);
  return nedsattBelopp(beslut) > 0 ? meningar.slice(1, -1) : meningar;
}

/** The calculation as the letter's lines: what is needed, less what the household has and what is refused or reduced. Öre. */
export function beräkningsrader({ rader, bistand, resultat }: Beräkning, nedsatt: Öre = 0): Beslutsbrev['beräkning'] {
  const rad = (text: string, kronor: number | null) => ({
    slag: 'rad' as const,
    text,
    belopp: kronor === null ? undefined : öreFrånKronor(kronor),
  });
  const rubrik = (text: string, finns: boolean) =>
    finns ? [{ slag: 'rubrik' as const, text, belopp: undefined }] : [];
  const kostnader = [...rader.kostnader, ...rader.sarskildaKostnader];
  return [
    ...rubrik('Riksnorm', true),
    ...rader.personer.map((p) => rad(p.namn, p.belopp)),
    rad('Gemensamma hushållskostnader', rader.gemensamma),
    ...(rader.normavvikelse ? [rad('Ändring av riksnormen i ditt fall', rader.normavvikelse)] : []),
    ...rubrik('Kostnader', kostnader.length > 0),
    ...kostnader.map((k) =>
      rad(k.raknat !== null && k.raknat !== k.belopp ? `${k.namn} (du sökte ${k.belopp} kr)` : k.namn, k.raknat),
    ),
    ...rubrik('Inkomster och tillgångar', rader.inkomster.length + rader.tillgangar.length > 0),
    ...[...rader.inkomster, ...rader.tillgangar].map((i) => rad(i.namn, i.raknat === null ? null : -i.raknat)),
    ...(rader.overskott ? [rad('Överskott från tidigare månad', -rader.overskott)] : []),
    ...(nedsatt > 0
      ? [
          { slag: 'rubrik' as const, text: 'Nedsättning', belopp: undefined },
          {
            slag: 'rad' as const,
            text: 'Nedsättning för en av de vuxna (12 kap. 5 § socialtjänstlagen)',
            belopp: -nedsatt,
          },
        ]
      : []),
    {
      slag: 'summa',
      text: bistand && bistand > 0 ? 'Du får' : 'Det du har är mer än det du behöver',
      belopp: bistand && bistand > 0 ? öreFrånKronor(bistand) - nedsatt : öreFrånKronor(resultat ?? 0),
    },
  ];
}
