import { type Ansökan, type Ansökansslag, type Ansökansstatus, vuxnaI } from './ansokan.ts';
import type { Öre } from './belopp.ts';
import type { Beslut, Utfall } from './beslut.ts';
import type { PersonId } from './person.ts';
import type { Månad } from './tid.ts';
import type { Inkomsttyp, Kostnadstyp } from './uppgifter.ts';
import type { Jämförelserad } from './utredning.ts';

/** The household as it was decided for a month: what must be the same for it to count as unchanged. */
export interface Hushållsbild {
  vuxna: readonly PersonId[];
  sambor: boolean;
  barn: readonly { fodd: string; dagar: number | undefined; skolungdom: boolean }[];
  personerIBostaden: number;
}

/** A decision of an earlier month, with what was counted then. */
export interface TidigareBeslut {
  ansökan: string;
  månad: Månad;
  utfall: Utfall;
  belopp: Öre;
  hushåll: Hushållsbild;
  /** A person decided it, not the machine. */
  avPerson: boolean;
  /** What counted of each income; `förHand` where a caseworker settled the amount. */
  inkomster: readonly { person: string; typ: Inkomsttyp; netto: Öre; förHand?: true }[];
  /** What was approved of each cost; `förHand` where a caseworker settled the amount. */
  kostnader: readonly { typ: Kostnadstyp; belopp: Öre; förHand?: true }[];
}

/** What is known from before about the adults of an application. */
export interface Historik {
  /** Decisions about whole months for any of the adults, newest month first. */
  beslut: readonly TidigareBeslut[];
  /** Applications for any of the adults other than this one, drafts, withdrawn and lapsed ones included. */
  ansökningar: readonly { ansökan: string; månad: Månad; status: Ansökansstatus; slag?: Ansökansslag }[];
  /** Months with decided försörjningsstöd in any municipality, per adult. */
  biståndsmånader: Readonly<Record<PersonId, readonly Månad[]>>;
}

/** No history: nobody in the household is known from before. */
export const INGEN_HISTORIK: Historik = { beslut: [], ansökningar: [], biståndsmånader: {} };

/** The household of an application, in the form it is compared in. */
export function hushållsbild(ansökan: Pick<Ansökan, 'sökande' | 'medsökande' | 'uppgifter'>): Hushållsbild {
  const { uppgifter } = ansökan;
  const vuxna = vuxnaI(ansökan);
  return {
    vuxna,
    sambor: vuxna.length === 2 && uppgifter.hushall?.sambor === true,
    barn: (uppgifter.barn ?? []).map((b) => ({ fodd: b.fodd, dagar: b.dagar, skolungdom: b.skolungdom ?? false })),
    personerIBostaden: uppgifter.hushall?.personerIBostaden ?? vuxna.length,
  };
}

/** A decided month as history: the household then, and what was counted of each income. */
export function tidigareBeslut(ansökan: Ansökan, beslut: Beslut, jämförelse: readonly Jämförelserad[]): TidigareBeslut {
  return {
    ansökan: ansökan.id,
    månad: beslut.månad,
    utfall: beslut.utfall,
    belopp: beslut.belopp,
    hushåll: hushållsbild(ansökan),
    avPerson: beslut.beslutsfattare.slag !== 'automatisk',
    inkomster: jämförelse.flatMap((rad) =>
      rad.grupp === 'inkomst' && rad.person !== undefined && rad.godkänt !== undefined
        ? [{ person: rad.person, typ: rad.typ as Inkomsttyp, netto: rad.godkänt, ...förHand(rad) }]
        : [],
    ),
    kostnader: jämförelse.flatMap((rad) =>
      rad.grupp === 'kostnad' && rad.godkänt !== undefined
        ? [{ typ: rad.typ as Kostnadstyp, belopp: rad.godkänt, ...förHand(rad) }]
        : [],
    ),
  };
}

const förHand = (rad: Jämförelserad) => (rad.justering ? { förHand: true as const } : {});

/** Whether the decision granted something. */
export function beviljat({ utfall }: { utfall: Utfall }): boolean {
  return utfall === 'bifall' || utfall === 'delavslag';
}

/** The latest decision that granted something. */
export function senasteBeviljade(historik: Historik): TidigareBeslut | undefined {
  return historik.beslut.find(beviljat);
}
