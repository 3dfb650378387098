import type { Nedsättningsgrund } from '@stegvis/rules';
import type { Öre } from '../belopp.ts';
import type { PersonId } from '../person.ts';
import type { Dag, Månad, Tidpunkt } from '../tid.ts';

/**
 * Where a matter of refusal or reduction is (SoL 12 kap. 5 §): being inquired into, the person is being heard, a second person has
 * the proposal, decided, or ended without reduction.
 */
export type Nedsättningsstatus = 'utreds' | 'hors' | 'foreslaget' | 'beslutat' | 'avslutat';

/** Every way from one state to another. To `beslutat` there is one: through the hearing and a second person. */
export const NEDSÄTTNINGSTABELL = {
  utreds: { underrättad: 'hors', avslutad: 'avslutat', 'ansökan avslutad': 'avslutat' },
  hors: {
    'underrättelsen återtagen': 'utreds',
    föreslagen: 'foreslaget',
    avslutad: 'avslutat',
    'ansökan avslutad': 'avslutat',
  },
  foreslaget: { 'förslaget tillbaka': 'hors', bekräftad: 'beslutat', 'ansökan avslutad': 'avslutat' },
  beslutat: {},
  avslutat: {},
} as const satisfies Record<Nedsättningsstatus, Record<string, Nedsättningsstatus>>;

/** Who judged something, and when. */
export interface Bedömare {
  id: string;
  namn: string;
}

/** One thing the matter is about: a day of absence, or a referral that was declined. */
export interface Nedsättningshändelse {
  /** `mark:<id>` or `anvisning:<id>`: the same happening is never held against somebody twice. */
  id: string;
  slag: 'uteblev' | 'avbojde';
  anvisning: string;
  /** What the person was referred to, by name. */
  insats: string;
  grund: Nedsättningsgrund;
  dag: Dag;
  /** Hours; undefined for a declined referral. */
  timmar: number | undefined;
  /** What the person had said about it when the matter was opened; undefined when nothing. */
  förklaring: string | undefined;
  /** Whether there was an acceptable reason; undefined until somebody has judged it. */
  bedömning: { godtagbart: boolean; skäl: string; av: Bedömare; tid: Tidpunkt } | undefined;
}

/** What the board intends, or has decided, for one person's share. */
export interface AvseddNedsättning {
  /** The application whose month it concerns. */
  ansökan: string;
  månad: Månad;
  belopp: Öre;
  /** The most that may be taken: the person's own share. */
  högst: Öre;
  /** The reasons, to the person. Nobody else in the household reads them. */
  skäl: string;
  av: Bedömare;
  tid: Tidpunkt;
}

/** Why somebody ended a matter without reduction. */
export type Bedömtavslut = 'godtagbart-skal' | 'sarskilda-skal' | 'annat';

/** How an application ended that the matter was to be decided with: nothing is left to reduce. */
export type Ansökansslut =
  | 'ansokan-atertagen'
  | 'ansokan-avskriven'
  | 'ansokan-avvisad'
  | 'ansokan-avgjord'
  | 'arende-overflyttat';

/** Why a matter ended without reduction. */
export type Avslutsskäl = Bedömtavslut | Ansökansslut;

/**
 * A matter of refusing or reducing continued försörjningsstöd for one person (SoL 12 kap. 5 §). It belongs to the person: what it is
 * about is never shown to the other adult of the household.
 */
export interface Nedsättningsärende {
  id: string;
  person: PersonId;
  status: Nedsättningsstatus;
  händelser: readonly Nedsättningshändelse[];
  /** Whether there are special reasons to refrain (12 kap. 5 § second paragraph). */
  särskildaSkäl: { finns: boolean; skäl: string; av: Bedömare; tid: Tidpunkt } | undefined;
  /** What it means for the children of the household; undefined until written. */
  barnperspektiv: { text: string; av: Bedömare; tid: Tidpunkt } | undefined;
  avsett: AvseddNedsättning | undefined;
  /** The hearing the person has got about it. */
  underrättelse: string | undefined;
  beslut:
    | {
        id: string;
        ansökan: string;
        månad: Månad;
        /** `nekat`: the whole of the person's share; `nedsatt`: a part of it. */
        slag: 'nekat' | 'nedsatt';
        belopp: Öre;
        grunder: readonly Nedsättningsgrund[];
        beslutat: Tidpunkt;
      }
    | undefined;
  /** `av` is undefined when it followed from what somebody did with the application. */
  avslut: { skäl: Avslutsskäl; text: string; av: Bedömare | undefined; tid: Tidpunkt } | undefined;
  öppnat: { av: Bedömare; tid: Tidpunkt };
  version: number;
}

/** Whether the matter still waits for somebody. */
export function nedsättningPågår({ status }: Pick<Nedsättningsärende, 'status'>): boolean {
  return status !== 'beslutat' && status !== 'avslutat';
}

/** The open matters that are to be decided with an application. */
export function nedsättningarFör(ärenden: readonly Nedsättningsärende[], ansökan: string): Nedsättningsärende[] {
  return ärenden.filter((ärende) => nedsättningPågår(ärende) && ärende.avsett?.ansökan === ansökan);
}
