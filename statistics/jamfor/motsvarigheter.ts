/** A key figure of Kolada's and what we count by the same definition. */
export interface Motsvarighet {
  readonly kpi: string;
  /** What it is called here; the official title comes with the fetch. */
  readonly namn: string;
  readonly indikator: string;
  /** Rows that Kolada's definition leaves out. */
  readonly filter: Readonly<Record<string, readonly string[]>>;
  /** Kolada's year is our year, or it is about the first half of the year before. */
  readonly period: 'aret' | 'forsta-halvaret-aret-fore';
  /** How ours differs from Kolada's, in words; empty: as far as we know, not at all. */
  readonly skillnad: string;
  /** The last year that Kolada collected it. */
  readonly upphörde?: number;
}

const befolkning =
  'Kolada tar invånarna från SCB. Här kommer de från nämndens egen fil, och år utan fil saknar siffra.';
const register =
  'Kolada tar uppgifterna från Socialstyrelsens register, där månader i andra kommuner räknas in. Här räknas de bara när de är kända.';
const egenUndersökning =
  'Kommunerna lämnar själva uppgiften till Kolada, och den mäts januari till juni. Här räknas den ur ansökningarna på samma sätt.';

/**
 * What stands beside Kolada on the page of comparison. The definitions are read in Kolada's own descriptions; where ours cannot be quite
 * the same it is said in words.
 */
export const MOTSVARIGHETER: readonly Motsvarighet[] = [
  {
    kpi: 'N31807',
    namn: 'Invånare med bistånd någon gång under året',
    indikator: 'andel-invanare',
    filter: {},
    period: 'aret',
    skillnad: befolkning,
  },
  {
    kpi: 'N31814',
    namn: 'Långvarigt bistånd, del av vuxna med bistånd',
    indikator: 'langvarigt',
    filter: {},
    period: 'aret',
    skillnad: register,
  },
  {
    kpi: 'N31816',
    namn: 'Långvarigt bistånd, del av vuxna invånare',
    indikator: 'langvarigt-befolkning',
    filter: {},
    period: 'aret',
    skillnad: `${register} ${befolkning}`,
  },
  {
    kpi: 'U31801',
    namn: 'Mycket långvarigt bistånd, del av vuxna med bistånd',
    indikator: 'mycket-langvarigt',
    filter: {},
    period: 'aret',
    skillnad: `${register} Underlag som inte går tre år tillbaka ger för låg andel.`,
  },
  {
    kpi: 'U31803',
    namn: 'Barn i hushåll med bistånd, del av alla barn',
    indikator: 'andel-barn-invanare',
    filter: {},
    period: 'aret',
    skillnad: `${befolkning} Gymnasister över 18 år i föräldrarnas hushåll räknas här i täljaren.`,
  },
  {
    kpi: 'U31809',
    namn: 'Barn i hushåll med långvarigt bistånd, del av alla barn',
    indikator: 'barn-langvarigt-befolkning',
    filter: {},
    period: 'aret',
    skillnad: `${register} ${befolkning}`,
  },
  {
    kpi: 'U31804',
    namn: 'Unga vuxna med bistånd, del av invånare 18–24 år',
    indikator: 'andel-invanare',
    filter: { aldersgrupp: ['18-24'] },
    period: 'aret',
    skillnad: `${befolkning} Åldern är den som personen hade den månad biståndet avser.`,
  },
  {
    kpi: 'N31002',
    namn: 'Utbetalt bistånd, kronor per invånare',
    indikator: 'kr-per-invanare',
    filter: {},
    period: 'aret',
    skillnad: `Kolada tar kostnaden ur räkenskaperna och räknar inte flyktinghushåll. Här räknas allt som har betalats ut, för den månad det avser. ${befolkning}`,
  },
  {
    kpi: 'U31402',
    namn: 'Väntan från ansökan till beslut vid nybesök, medel',
    indikator: 'kolada-u31402',
    filter: {},
    period: 'aret',
    skillnad: egenUndersökning,
  },
  {
    kpi: 'U31403',
    namn: 'Väntan från ansökan till beslut vid nybesök, median',
    indikator: 'kolada-u31403',
    filter: {},
    period: 'aret',
    skillnad: egenUndersökning,
  },
  {
    kpi: 'U31463',
    namn: 'Väntat mer än 14 dagar på beslut vid nybesök',
    indikator: 'kolada-u31463',
    filter: {},
    period: 'aret',
    skillnad: egenUndersökning,
    upphörde: 2024,
  },
  {
    kpi: 'U31462',
    namn: 'Inte tillbaka inom ett år efter avslut',
    indikator: 'ej-ateraktualiserade',
    filter: {},
    period: 'forsta-halvaret-aret-fore',
    skillnad:
      'Kommunerna lämnade själva uppgiften till Kolada. Som där gäller Koladas år dem som avslutades första halvåret året före, och bara en formell ansökan räknas.',
    upphörde: 2024,
  },
];

/** The months that a year of Kolada's is about. */
export function månaderFör(
  { period }: Pick<Motsvarighet, 'period'>,
  år: number,
): { readonly från: string; readonly till: string } {
  return period === 'aret' ? { från: `${år}-01`, till: `${år}-12` } : { från: `${år - 1}-01`, till: `${år - 1}-06` };
}

/** The median of the values that are there, and the lowest and highest; undefined when there are none. */
export function spannAv(
  värden: readonly (number | null)[],
): { readonly antal: number; readonly lägst: number; readonly median: number; readonly högst: number } | undefined {
  const kända = värden.filter((v) => v !== null).sort((a, b) => a - b);
  const [lägst, högst] = [kända[0], kända.at(-1)];
  if (lägst === undefined || högst === undefined) return undefined;
  const mitt = kända.length / 2;
  const median = ((kända[Math.ceil(mitt) - 1] ?? lägst) + (kända[Math.floor(mitt)] ?? högst)) / 2;
  return { antal: kända.length, lägst, median, högst };
}
