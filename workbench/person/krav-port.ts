import type {
  ActResult,
  Dag,
  Kravbeslut,
  Kravbrev,
  Kravuppgift,
  Månad,
  Timuppgift,
  Undantagsuppgift,
} from '@stegvis/casework';
import type { Kravmånader, PrövadRehabilitering, PrövatAktivitetskrav } from '@stegvis/rules';
import type { Medarbetare } from '../port.ts';

/** Something a register or the plan says that may be an exemption or a reduction; a person confirms it before it counts. */
export interface Kravförslag {
  readonly text: string;
  readonly källa: string;
  readonly hämtad: string | undefined;
  /** What to fill the form with. */
  readonly fält: Readonly<Record<string, string>>;
}

/** Everything about the requirement of one person, seen for one month. */
export interface Kravbild {
  readonly månad: Månad;
  /** What the rule says; a sentence where the law has no answer for the month. */
  readonly prövning: PrövatAktivitetskrav | { readonly ejIKraft: string };
  readonly rehabilitering: PrövadRehabilitering | undefined;
  readonly biståndsmånader: readonly Månad[];
  /** From which month the requirement shall be made; undefined without months. */
  readonly kravmånader: Kravmånader | undefined;
  /** Newest first, ended ones included. */
  readonly uppgifter: readonly Kravuppgift[];
  readonly förslag: readonly Kravförslag[];
  /** Days of birth of the children in the latest application; undefined when there is none. */
  readonly barn: readonly Dag[] | undefined;
  readonly plan:
    | {
        readonly id: string;
        readonly nummer: number;
        readonly jobbsökartimmar: number;
        /** Hours a week of what is required in the plan, at most during the month that is shown. */
        readonly krävdaTimmar: number;
      }
    | undefined;
  /** Newest first. */
  readonly beslut: readonly Kravbeslut[];
  readonly brev: readonly Omit<Kravbrev, 'innehåll' | 'pdf'>[];
  readonly fårBesluta: boolean;
}

export interface Kravport {
  /** @param månad left out: the first month the requirement shall be made for, or this one */
  kravbild(who: Medarbetare, person: string, månad?: Månad): Promise<Kravbild | undefined>;
  noteraKravuppgift(
    who: Medarbetare,
    person: string,
    input: {
      vad: Undantagsuppgift | Timuppgift;
      från: Dag;
      till: Dag | undefined;
      uppgiftFrån: string;
      styrkt: string;
    },
  ): Promise<ActResult<object>>;
  upphörKravuppgift(
    who: Medarbetare,
    person: string,
    uppgift: string,
    input: { från: Dag; skäl: string },
  ): Promise<ActResult<object>>;
  beslutaKrav(
    who: Medarbetare,
    person: string,
    input: { grund: string; från: Månad; till: Månad; timmarPerVecka: number; skäl: string },
  ): Promise<ActResult<{ krav: Kravbeslut }>>;
  upphävKrav(
    who: Medarbetare,
    person: string,
    krav: string,
    input: { från: Månad; skäl: string },
  ): Promise<ActResult<object>>;
  /** The letter as PDF; undefined when it is not this person's. */
  kravbrev(who: Medarbetare, person: string, brev: string): Promise<Uint8Array | undefined>;
}
