import type { Kravbeslut } from '../aktivitetskrav/kravbeslut.ts';
import { gällandeKrav } from '../aktivitetskrav/kravbeslut.ts';
import { type Avslut, gällandeAvslut } from '../avslut/avslut.ts';
import { BEDÖMNINGSSLAG, type Bedömning, type Bedömningsslag, bedömningsfrist } from '../bedomning/bedomning.ts';
import { type Deltagandemark, gällandeMärken } from '../deltagande/deltagandemark.ts';
import type { Frånvarobedömning } from '../deltagande/franvaro.ts';
import type { Nedsättningsärende } from '../nedsattning/nedsattningsarende.ts';
import type { AfUppgift } from '../samordning/af-uppgift.ts';
import type { Överlämning } from '../spar/overlamning.ts';
import type { Spårplacering, Uppföljningsrytm } from '../spar/spar.ts';
import { gällandeSpår } from '../spar/spar.ts';
import { spåretsSlut } from '../spar/sparets-slut.ts';
import { type Dag, dagFör, dagIOrd, flyttaDag, type Månad, type Tidpunkt } from '../tid.ts';
import { gällandeAnteckningar, type Möte, type Mötesanteckning } from './mote.ts';
import { ärKommande } from './motestid.ts';

/** What a plan is asked about here. */
export interface Uppföljningsplan {
  status: string;
  från: Dag;
  till: Dag;
  nästaUppföljning: Dag | undefined;
}

/** Everything the list of persons is made from, of one person; each list newest first. */
export interface Personunderlag {
  placeringar: readonly Spårplacering[];
  bedömningar: readonly Bedömning[];
  /** Undefined when plans could not be read: then nothing is said about them. */
  planer: readonly Uppföljningsplan[] | undefined;
  krav: readonly Kravbeslut[];
  märken: readonly Deltagandemark[];
  frånvarobedömningar: readonly Frånvarobedömning[];
  möten: readonly Möte[];
  anteckningar: readonly Mötesanteckning[];
  överlämningar: readonly Överlämning[];
  nedsättningar: readonly Nedsättningsärende[];
  avslut: readonly Avslut[];
  /** The day the person was given her first case manager; follow-up is counted from it while there has been no contact. */
  samordnareFrån: Dag | undefined;
  /** Hearings with an answer nobody has read, by matter. */
  olästaHöranden: number;
  /** The first month the requirement of activity shall be made, which ends a track of job-seeking only; undefined: not known. */
  kravFrån: Månad | undefined;
  /** Notices to Arbetsförmedlingen that wait for somebody to find out whether she is registered there. */
  afAttUtreda: readonly AfUppgift[];
}

/** What a person can need, most urgent first. */
export const BEHOV = {
  'svar-last': 'Svar på underrättelse att läsa',
  franvaro: 'Ny frånvaro att bedöma',
  uppfoljning: 'Uppföljning försenad',
  'plan-saknas': 'Plan saknas',
  spar: 'Spårets tid är slut',
  bedomning: 'Bedömning försenad',
  'af-anmald': 'Anmäld hos Arbetsförmedlingen?',
  'inget-spar': 'Inget spår valt',
  'plan-svar': 'Planen väntar på svar',
  'plan-slut': 'Planen tar snart slut',
  overlamning: 'Överlämning väntar på svar',
  'bedomning-snart': 'Bedömning ska göras snart',
  eftervard: 'Stödet efteråt är slut',
} as const;
export type Behov = keyof typeof BEHOV;

/** One thing the person needs, in words, with the tab where it is done and the day it was due. */
export interface Personbehov {
  behov: Behov;
  text: string;
  väg: string;
  dag: Dag | undefined;
}

/** Where one person is. */
export interface Personläge {
  spår: Spårplacering | undefined;
  krav: Kravbeslut | undefined;
  plan: Uppföljningsplan | undefined;
  /** The next meeting that is booked. */
  möte: Möte | undefined;
  /** The next contact: a booked meeting, what the last note says, or what the track's rhythm gives. */
  nästaKontakt: Dag | undefined;
  senasteKontakt: Dag | undefined;
  avslut: Avslut | undefined;
  /** Most urgent first. */
  behov: Personbehov[];
}

/** Days between follow-ups in each rhythm. */
export const RYTMDAGAR: Readonly<Record<Uppföljningsrytm, number>> = {
  veckovis: 7,
  'varannan-vecka': 14,
  manadsvis: 31,
};

/** How long before it ends a plan is brought up, and an assessment before it is due; the board's choice, in days. */
export const SNART_DAGAR = 14;
/** How far back an absence that nobody has assessed is brought up, in days. */
const FRÅNVARO_DAGAR = 45;

/**
 * When the next follow-up is due by the track's rhythm: counted from the last contact, or from when the person came to the track or
 * the case manager if there has been none.
 */
export function nästaUppföljning(
  spår: Pick<Spårplacering, 'uppföljningsrytm' | 'från'> | undefined,
  senasteKontakt: Dag | undefined,
  samordnareFrån: Dag | undefined,
): Dag | undefined {
  if (!spår) return undefined;
  const från = senasteKontakt ?? [spår.från, samordnareFrån ?? spår.från].sort().at(-1)!;
  return flyttaDag(från, RYTMDAGAR[spår.uppföljningsrytm]);
}

/** Where a person is and what she needs now, from facts alone; it decides nothing. */
export function personläge(u: Personunderlag, nu: Tidpunkt): Personläge {
  const idag = dagFör(nu);
  const snart = flyttaDag(idag, SNART_DAGAR);
  const avslut = gällandeAvslut(u.avslut);
  const spår = gällandeSpår(u.placeringar);
  const krav = gällandeKrav(u.krav, idag.slice(0, 7));
  const plan = u.planer?.find((p) => ['lamnad', 'overenskommen', 'oense'].includes(p.status) && p.till >= idag);
  const kommande = u.möten
    .filter((m) => m.status === 'bokat' && ärKommande(m, nu))
    .sort((a, b) => `${a.dag}${a.från}`.localeCompare(`${b.dag}${b.från}`));
  const möte = kommande[0];
  const senasteKontakt = u.möten.find((m) => m.status === 'hallet')?.dag;
  const senasteAnteckning = gällandeAnteckningar(u.anteckningar).find(
    (a) => a.möte === u.möten.find((m) => m.status === 'hallet')?.id,
  );
  const frist =
    senasteAnteckning?.nästaKontakt ??
    nästaUppföljning(spår, senasteKontakt, u.samordnareFrån) ??
    plan?.nästaUppföljning;
  const nästaKontakt = möte?.dag ?? frist;
  const behov: Personbehov[] = [];
  const lägg = (b: Behov, text: string, väg: string, dag?: Dag) => behov.push({ behov: b, text, väg, dag });

  if (u.olästaHöranden > 0) lägg('svar-last', 'Personen har svarat på en underrättelse', '/nedsattning');
  if (avslut) {
    if (avslut.eftervårdTill !== undefined && avslut.eftervårdTill < idag)
      lägg(
        'eftervard',
        `Stödet efter avslutet var till ${dagIOrd(avslut.eftervårdTill)}`,
        '/avslut',
        avslut.eftervårdTill,
      );
    else if (avslut.eftervårdTill !== undefined && frist !== undefined && frist < idag && !möte)
      lägg('uppfoljning', `Uppföljningen skulle ha varit ${dagIOrd(frist)}`, '/moten', frist);
    return { spår, krav, plan, möte, nästaKontakt, senasteKontakt, avslut, behov: sortera(behov) };
  }
  const bedömda = new Set(u.frånvarobedömningar.map(({ mark }) => mark));
  const ny = gällandeMärken(u.märken).filter(
    (m) =>
      (m.slag === 'franvaro' || m.slag === 'sjuk-utan-intyg') &&
      !bedömda.has(m.id) &&
      m.dag >= flyttaDag(idag, -FRÅNVARO_DAGAR),
  );
  if (ny.length > 0)
    lägg(
      'franvaro',
      ny.length === 1 ? `Frånvaro ${dagIOrd(ny[0]!.dag)} att bedöma` : `Frånvaro ${ny.length} dagar att bedöma`,
      '/deltagande',
      ny.map(({ dag }) => dag).sort()[0],
    );
  if (frist !== undefined && frist < idag && !möte)
    lägg('uppfoljning', `Uppföljningen skulle ha varit ${dagIOrd(frist)}`, '/moten', frist);
  if (u.planer && u.samordnareFrån !== undefined && !plan) {
    const utkast = u.planer.some((p) => p.status === 'utkast');
    lägg('plan-saknas', utkast ? 'Planen är ett utkast' : 'Planen saknas', '/plan', u.samordnareFrån);
  }
  const slut = spår && spåretsSlut(spår, u.kravFrån);
  if (spår && slut && slut.dag < idag)
    lägg(
      'spar',
      slut.skäl === 'aktivitetskrav'
        ? `Spåret ${spår.namn} slutade ${dagIOrd(slut.dag)}, då aktivitetskravet ska ställas`
        : `Spåret ${spår.namn} slutade ${dagIOrd(slut.dag)}`,
      '/spar',
      slut.dag,
    );
  if (!spår) lägg('inget-spar', 'Inget spår är valt', '/spar', u.samordnareFrån);
  for (const slag of Object.keys(BEDÖMNINGSSLAG) as Bedömningsslag[]) {
    const f = bedömningsfrist(u.bedömningar, slag, idag);
    const pågår = u.bedömningar.some((b) => b.slag === slag && (b.status === 'pagar' || b.status === 'erbjuden'));
    if (!f || pågår) continue;
    if (f.försenad)
      lägg('bedomning', `${BEDÖMNINGSSLAG[slag]} skulle ha gjorts ${dagIOrd(f.senast)}`, '/bedomning', f.senast);
    else if (f.senast <= snart)
      lägg('bedomning-snart', `${BEDÖMNINGSSLAG[slag]} senast ${dagIOrd(f.senast)}`, '/bedomning', f.senast);
  }
  if (!u.bedömningar.some((b) => b.slag === 'inledande' && (b.status === 'slutford' || b.status === 'pagar')))
    lägg('bedomning', 'Inledande bedömning är inte gjord', '/bedomning', u.samordnareFrån);
  const [uppgift] = u.afAttUtreda;
  if (uppgift)
    lägg(
      'af-anmald',
      uppgift.status === 'kunde-inte'
        ? 'Uppgiften till Arbetsförmedlingen kunde inte skickas'
        : 'Ta reda på om personen är anmäld hos Arbetsförmedlingen',
      '/samordning',
      dagFör(uppgift.skapad),
    );
  if (plan?.status === 'lamnad') lägg('plan-svar', 'Planen väntar på personens svar', '/plan', plan.från);
  if (plan && plan.till <= snart) lägg('plan-slut', `Planen slutar ${dagIOrd(plan.till)}`, '/plan', plan.till);
  for (const ö of u.överlämningar)
    if (ö.status === 'skickad')
      lägg('overlamning', `${ö.till} ska svara senast ${dagIOrd(ö.svarSenast)}`, '/spar', ö.svarSenast);
  return { spår, krav, plan, möte, nästaKontakt, senasteKontakt, avslut, behov: sortera(behov) };
}

const ORDNING = Object.keys(BEHOV) as Behov[];

function sortera(behov: Personbehov[]): Personbehov[] {
  return behov.sort(
    (a, b) => ORDNING.indexOf(a.behov) - ORDNING.indexOf(b.behov) || (a.dag ?? '9').localeCompare(b.dag ?? '9'),
  );
}

/** Sorts persons: the most urgent need first, of the same need the one that has waited longest, then by next contact. */
export function jämförLägen(a: Personläge, b: Personläge): number {
  const vikt = ({ behov: [första] }: Personläge) => (första ? ORDNING.indexOf(första.behov) : ORDNING.length);
  return (
    vikt(a) - vikt(b) ||
    (a.behov[0]?.dag ?? '9').localeCompare(b.behov[0]?.dag ?? '9') ||
    (a.nästaKontakt ?? '9').localeCompare(b.nästaKontakt ?? '9')
  );
}
