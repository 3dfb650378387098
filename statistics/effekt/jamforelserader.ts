import type { Månad } from '@stegvis/casework';
import type { Jämförelserad } from './effekt.ts';

/** What is looked for. */
export const UTFALL = {
  arbete: 'Har gått till arbete eller studier',
  steg: 'Har gått minst ett steg uppåt',
} as const;
export type Effektutfall = keyof typeof UTFALL;

/** The reasons for ending that are work or studies. */
export const MÅL: readonly string[] = ['arbete', 'arbete-med-stod', 'studier'];

/** What is known of one who began an activity in a month, or of one like her. */
export interface Förlopp {
  readonly person: string;
  readonly deltog: boolean;
  readonly bakgrund: string;
  readonly månad: Månad;
  /** The last month of the period; undefined while it goes on. */
  readonly till: Månad | undefined;
  readonly avslutsorsak: string | undefined;
  /** The first month from `månad` on, in the period, that she moved up a step of the ladder. */
  readonly stegUppåt: Månad | undefined;
}

/** The rows to compare, for one outcome within so many months; the month itself is the first. All must be known for so long. */
export function jämförelserader(förlopp: readonly Förlopp[], utfall: Effektutfall, efter: number): Jämförelserad[] {
  return förlopp.map((f): Jämförelserad => {
    const månad = nummer(f.månad);
    const inom = (m: Månad | undefined) => m !== undefined && nummer(m) - månad < efter;
    return {
      person: f.person,
      bakgrund: f.bakgrund,
      halvår: `${f.månad.slice(0, 4)}-${(månad % 12) < 6 ? 1 : 2}`,
      deltog: f.deltog,
      utfall: (inom(f.till) && MÅL.includes(f.avslutsorsak ?? '')) || (utfall === 'steg' && inom(f.stegUppåt)),
    };
  });
}

function nummer(månad: Månad): number {
  return Number(månad.slice(0, 4)) * 12 + Number(månad.slice(5, 7)) - 1;
}
