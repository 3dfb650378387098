import { FÖRSÖRJNINGSHINDER } from '@stegvis/casework';

/** What a value says when nobody has noted it; it is counted and shown, never left out. */
export const SAKNAS = 'uppgift-saknas';

/** A way to split a figure: its name and, where the values are known beforehand, their names in order. */
export interface Dimensionsbeskrivning {
  readonly namn: string;
  readonly värden: Readonly<Record<string, string>> | undefined;
}

const saknas = { [SAKNAS]: 'Uppgift saknas' };

/**
 * The ways every figure can be split. `värden: undefined` means that the values are the board's own (its districts, tracks and
 * activities) and are read from the figures themselves.
 */
export const DIMENSIONER = {
  kon: { namn: 'Kön', värden: { kvinna: 'Kvinnor', man: 'Män', ...saknas } },
  aldersgrupp: {
    namn: 'Ålder',
    värden: {
      '0-6': '0–6 år',
      '7-17': '7–17 år',
      '18-24': '18–24 år',
      '25-34': '25–34 år',
      '35-44': '35–44 år',
      '45-54': '45–54 år',
      '55-64': '55–64 år',
      '65-': '65 år eller äldre',
      ...saknas,
    },
  },
  hushallstyp: {
    namn: 'Hushåll',
    värden: {
      'ensam-utan-barn': 'Ensamstående utan barn',
      'ensam-med-barn': 'Ensamstående med barn',
      'par-utan-barn': 'Par utan barn',
      'par-med-barn': 'Par med barn',
      ...saknas,
    },
  },
  hinder: {
    namn: 'Försörjningshinder',
    värden: { ...Object.fromEntries(FÖRSÖRJNINGSHINDER.map(({ id, namn }) => [id, namn])), ...saknas },
  },
  distrikt: { namn: 'Distrikt', värden: undefined },
  spar: { namn: 'Spår', värden: undefined },
  insats: { namn: 'Insats', värden: undefined },
} as const satisfies Record<string, Dimensionsbeskrivning>;

export type Dimension = keyof typeof DIMENSIONER;

/** The age groups by the age in whole years that each begins at. */
const GRÄNSER = [
  [0, '0-6'],
  [7, '7-17'],
  [18, '18-24'],
  [25, '25-34'],
  [35, '35-44'],
  [45, '45-54'],
  [55, '55-64'],
  [65, '65-'],
] as const;

/** The age group of an age in whole years. Throws RangeError for a negative age. */
export function åldersgrupp(ålder: number): string {
  const grupp = GRÄNSER.findLast(([från]) => från <= ålder)?.[1];
  if (grupp === undefined) throw new RangeError(`An age is 0 or more, not ${ålder}`);
  return grupp;
}

/** The type of a household with so many adults and children. */
export function hushållstyp(vuxna: number, barn: number): string {
  return `${vuxna > 1 ? 'par' : 'ensam'}-${barn > 0 ? 'med' : 'utan'}-barn`;
}
