import {
  type Ansökan,
  bosättningsomständighet,
  dagFör,
  dagIOrd,
  flyttaMånad,
  type Historik,
  kontoomständighet,
  läsAutomatik,
  månadsnamn,
  nedsättningPågår,
  type Omständighet,
  type Omständigheter,
  obedömdaAvböjningar,
  obedömdFrånvaro,
  obesvarade,
  olästSvar,
  type Person,
  type PersonId,
  type Registersvar,
  saknadeDokument,
  saknadeSvar,
  vuxnaI,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { dokumentinställning } from '../portar/dokumentinstallning.ts';
import { läsHändelseunderlag } from './las-handelseunderlag.ts';
import { läsSaknadePlaner } from './las-saknade-planer.ts';

/** What the circumstances are read for. */
export interface Omständighetsfråga {
  readonly ansökan: Ansökan;
  readonly personer: readonly Person[];
  readonly historik: Historik;
  readonly registersvar: Readonly<Record<PersonId, readonly Registersvar[]>>;
  /** The Swedish day of the decision. */
  readonly idag: string;
}

/**
 * Reads every circumstance that may stop an automatic decision. Each has its own function here, which its owner replaces; a
 * function gives undefined when the fact cannot be had, and that stops.
 */
export async function läsOmständigheter(t: TenantTransaction, fråga: Omständighetsfråga): Promise<Omständigheter> {
  return {
    handlingar: await handlingar(t, fråga),
    meddelanden: await meddelanden(t, fråga),
    läkarintyg: await läkarintyg(t, fråga),
    aktivitet: await aktivitet(t, fråga),
    plan: await plan(t, fråga),
    konto: await konto(t, fråga),
    bosättning: await bosättning(t, fråga),
    uppehållsrätt: await uppehållsrätt(t, fråga),
    återkrav: await återkrav(t, fråga),
  };
}

type Läsning = (t: TenantTransaction, fråga: Omständighetsfråga) => Promise<Omständighet>;

/**
 * What a caseworker has asked for and not got whole (answered or not, it was asked by a person and is read by one), and documents
 * that the board requires. A sick note has a reason of its own.
 */
const handlingar: Läsning = async (t, { ansökan }) => [
  ...(await bristerI(t, ansökan))
    .filter(({ krav }) => krav.fråga === undefined)
    .map(({ krav }) => `${krav.namn} saknas.`),
  ...(await t.kompletteringar.findForAnsökningar([ansökan.id]))
    .filter((k) => k.status === 'oppen' || k.status === 'utgangen' || k.kanInteMer)
    .flatMap((k) => obesvarade(k).map((punkt) => `Inte inkommet: ${punkt.text}`)),
  ...(ansökan.kanal === 'webb' ? [] : saknadeSvar(ansökan)).map(({ text }) => `Framgår inte av ansökan: ${text}`),
];

/** Messages and answers from the household that staff have not opened. */
const meddelanden: Läsning = async (t, { ansökan }) => {
  const antal = (await t.meddelanden.räknaOlästa([ansökan.ärende])).get(ansökan.ärende) ?? 0;
  const svar = (await t.kompletteringar.findForAnsökningar([ansökan.id])).filter(olästSvar).length;
  return [
    ...(antal > 0 ? [antal === 1 ? 'Ett meddelande är inte läst.' : `${antal} meddelanden är inte lästa.`] : []),
    ...(svar > 0 ? ['Ett svar på en komplettering är inte läst.'] : []),
  ];
};

/** A sick note that an adult's own answer calls for; where the board asks and nobody has answered, it cannot be told. */
const läkarintyg: Läsning = async (t, { ansökan }) => {
  const brister = (await bristerI(t, ansökan)).filter(({ krav }) => krav.fråga !== undefined);
  if (brister.some(({ vad }) => vad === 'svar')) return undefined;
  return brister.map(({ krav }) => `${krav.namn} saknas.`);
};

async function bristerI(t: TenantTransaction, ansökan: Ansökan) {
  const { krav } = await dokumentinställning(t);
  const dokument = await t.dokument.findForAnsökan(ansökan.id);
  return saknadeDokument({ ansökan, dokument, svar: await t.dokument.findSvar(ansökan.id), krav });
}

/**
 * A matter of refusal or reduction for one of the adults that is not settled, absence and a no that nobody has judged, from two months before
 * the month until today. Somebody decides what follows; the machine neither reduces nor grants past it.
 */
const aktivitet: Läsning = async (t, { ansökan, idag }) => {
  const underlag = await läsHändelseunderlag(t, vuxnaI(ansökan), idag);
  if (underlag === undefined) return undefined;
  const från = `${flyttaMånad(ansökan.månad, -2)}-01`;
  return [
    ...underlag.ärenden.filter(nedsättningPågår).map(() => 'Ett ärende om nedsättning är inte avgjort.'),
    ...obedömdFrånvaro(underlag)
      .filter(({ dag }) => dag >= från)
      .map(({ dag }) => `Frånvaro ${dagIOrd(dag)} är inte bedömd.`),
    ...obedömdaAvböjningar(underlag)
      .filter(({ avböjd }) => avböjd.dag >= från)
      .map(({ avböjd }) => `Ett nej till en anvisad aktivitet ${dagIOrd(avböjd.dag)} är inte bedömt.`),
  ];
};

/** A plan that should have been there, where the board has chosen that it stops; elsewhere it is a task for staff. */
const plan: Läsning = async (t, { ansökan, personer }) => {
  const nämnd = await t.organisation.findNämnd();
  const läst = läsAutomatik((nämnd?.inställningar as { automatik?: unknown } | undefined)?.automatik);
  if (!läst.ok) return undefined;
  if (läst.automatik.planSaknas === 'uppgift') return [];
  return (await läsSaknadePlaner(t, personer, ansökan.månad)).map(
    ({ skulleGöras }) => `En plan skulle ha gjorts i ${månadsnamn(skulleGöras)}.`,
  );
};

/** The account of the latest payment in any decided month of the adults. */
const konto: Läsning = async (t, { ansökan, historik }) => {
  for (const { ansökan: tidigare, belopp } of historik.beslut) {
    if (belopp === 0) continue;
    const beslut = await t.beslut.findForAnsökan(tidigare);
    const utbetalning = beslut && (await t.utbetalningar.findForBeslut(beslut.id));
    if (utbetalning) return kontoomständighet(ansökan.uppgifter.konto, utbetalning.konto);
  }
  return kontoomständighet(ansökan.uppgifter.konto, undefined);
};

/** Where the population register has the adults; without its answer about each of them nobody knows. */
const bosättning: Läsning = async (t, { ansökan }) =>
  bosättningsomständighet(ansökan, t.scope.kommun, await t.register.findFolkbokföringssvar(ansökan.id));

/**
 * A samordningsnummer says that the person is not in the population register, so the right to stay must be looked at. Where the
 * Migration Agency is asked, a permit for a time that ends before the month does is looked at too.
 */
const uppehållsrätt: Läsning = async (_, { ansökan, personer, registersvar }) => {
  const utanPersonnummer = personer.filter((p) => Number(p.personnummer.slice(6, 8)) > 60).length;
  const tillstånd = Object.values(registersvar)
    .flat()
    .flatMap((svar) => svar.uppgifter)
    .filter((u) => u.slag === 'uppehallstillstand' && u.giltighet === 'tidsbegransat')
    .filter(
      (u) => u.slag === 'uppehallstillstand' && !(u.avser?.tom && u.avser.tom.slice(0, 7) > ansökan.månad),
    ).length;
  return [
    ...(utanPersonnummer > 0 ? ['En vuxen har samordningsnummer och är inte folkbokförd.'] : []),
    ...(tillstånd > 0 ? ['Ett uppehållstillstånd går ut före månadens slut.'] : []),
  ];
};

/** Recovery matters on any of the adults that are not closed. */
const återkrav: Läsning = async (t, { ansökan }) =>
  (await t.återkrav.findÖppnaForPersoner(vuxnaI(ansökan))).map(
    (å) => `Ett återkrav är öppnat ${dagFör(å.öppnat)} och inte avslutat.`,
  );
