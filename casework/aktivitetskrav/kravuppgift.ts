import type { Aktivitetsunderlag } from '@stegvis/rules';
import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

type Underlagsperson = Aktivitetsunderlag['person'];
export type Heltid = NonNullable<Underlagsperson['heltid']>;
export type Deltid = NonNullable<Underlagsperson['deltid']>[number]['typ'];
export type Sjukförmån = NonNullable<Underlagsperson['sjukforman']>[number]['typ'];

/** What an exemption is (SoL 12 kap. 4 a § andra stycket 2, 3, 5 and 6, SoF 12 kap. 4 §). Ages are not kept: the rule counts them. */
export type Undantagsuppgift =
  | { slag: 'skolstudier' }
  | { slag: 'heltid'; typ: Heltid }
  /** `omfattning` is the part of full time, 0 < x ≤ 1; less than full takes the same part of the hours. */
  | { slag: 'sjukforman'; typ: Sjukförmån; omfattning: number }
  /** Ends by itself when the child turns one. */
  | { slag: 'foraldraledig'; barnFott: Dag }
  | { slag: 'formedlingsinsatser'; timmar: number };

/** What the hours are counted from (SoL 12 kap. 4 b and 4 c §§), and the sickness that 4 g § asks about. Hours are per week. */
export type Timuppgift =
  /** An assessment by a person, with reasons. */
  | { slag: 'formaga'; timmar: number; skal: string }
  | { slag: 'deltid'; typ: Exclude<Deltid, 'formedlingsinsatser'>; timmar: number }
  | { slag: 'jobbsokande'; timmar: number }
  | { slag: 'ovriga-skyldigheter'; timmar: number; vad: string }
  /** School years of a child in the household, who is known by the day of birth. */
  | { slag: 'skolar'; barnFott: Dag; avslutatForsta?: boolean; avslutatAndra?: boolean }
  /** An assessment by a person of what the care of the children takes, and what childcare is offered. */
  | { slag: 'tillsyn'; timmar: number; skal: string }
  /** Cannot be at the labour market's disposal because of sickness (3 a, 4 g §§). */
  | { slag: 'sjukdom' };

/** One fact that the requirement is counted from: who said it, what shows it, and between which days it holds. */
export interface Kravuppgift<Vad = Undantagsuppgift | Timuppgift> {
  id: string;
  person: PersonId;
  vad: Vad;
  från: Dag;
  /** The last day; undefined for what holds until it is changed, and never for an exemption that does not end by age. */
  till: Dag | undefined;
  /** Who said it: 'Personen själv', 'Försäkringskassan'. */
  uppgiftFrån: string;
  /** What shows it: a certificate, a decision, the register. */
  styrkt: string;
  registrerad: Tidpunkt;
  /** The member of staff who wrote it down or made the assessment, by name and title. */
  av: string;
  /** Ended before its day: it holds no longer from that day. */
  upphörd: { från: Dag; tid: Tidpunkt; av: string; skäl: string } | undefined;
}

/** One of the exemptions, with its own evidence and last day. */
export type Kravundantag = Kravuppgift<Undantagsuppgift>;

const UNDANTAG: ReadonlySet<string> = new Set<Undantagsuppgift['slag']>([
  'skolstudier',
  'heltid',
  'sjukforman',
  'foraldraledig',
  'formedlingsinsatser',
]);

/** Whether the fact is one of the exemptions. */
export function ärUndantag(uppgift: Kravuppgift): uppgift is Kravundantag {
  return UNDANTAG.has(uppgift.vad.slag);
}

/** Whether the fact holds on some day from `från` to `till`, both days included. */
export function gällerUnder(uppgift: Pick<Kravuppgift, 'från' | 'till' | 'upphörd'>, från: Dag, till: Dag): boolean {
  if (uppgift.från > till || (uppgift.till !== undefined && uppgift.till < från)) return false;
  return uppgift.upphörd === undefined || (uppgift.upphörd.från > uppgift.från && uppgift.upphörd.från > från);
}
