import { flyttaMånad, type Månad } from '@stegvis/casework';
import { fältet } from './falt.ts';
import type { Statistikfråga } from './fraga.ts';
import type { Indikator } from './indikator.ts';
import { INDIKATORER, indikator } from './indikatorer/index.ts';

/** A question that cannot be answered. `message` is a Swedish sentence that says where and what is allowed instead. */
export class Frågefel extends RangeError {
  /** The part of the question: `indikator`, `fran`, `till`, `tid`, `uppdelning` or `filter`. */
  readonly fält: 'indikator' | 'fran' | 'till' | 'tid' | 'uppdelning' | 'filter';

  constructor(fält: Frågefel['fält'], message: string) {
    super(message);
    this.name = 'Frågefel';
    this.fält = fält;
  }
}

/** One period of an answer; both months are counted. */
export interface Frågeperiod {
  /** `2026-10`, `2026-kv4`, `2026` or `hela`. */
  readonly nyckel: string;
  readonly från: Månad;
  readonly till: Månad;
}

export interface PrövadFråga {
  readonly indikator: Indikator;
  readonly perioder: readonly Frågeperiod[];
  readonly uppdelning: readonly string[];
  readonly filter: ReadonlyMap<string, readonly string[]>;
  /** Swedish sentences on what differs from what was asked for. */
  readonly anmärkningar: readonly string[];
}

const MÅNADER = { manad: 1, kvartal: 3, ar: 12 } as const;
const KORTAST = { manad: 'månad', kvartal: 'kvartal', ar: 'år' } as const;
/** The longest span of a question, in months: fifty years. */
const LÄNGST = 600;

/**
 * Checks a question against what its indicator allows, and divides its time into periods.
 * @throws Frågefel when the indicator, the months, the length of the period, a split or a filter is not allowed
 */
export function prövaFråga(fråga: Statistikfråga): PrövadFråga {
  const i = indikator(fråga.indikator);
  if (i === undefined)
    throw new Frågefel(
      'indikator',
      `Måttet ”${fråga.indikator}” finns inte. Välj ett av dessa: ${INDIKATORER.map(({ id }) => id).join(', ')}.`,
    );
  prövaMånader(fråga);
  prövaTid(fråga, i);
  return {
    indikator: i,
    ...perioder(fråga, i),
    uppdelning: prövaUppdelning(fråga, i),
    filter: prövaFilter(fråga, i),
  };
}

function prövaMånader({ från, till }: Statistikfråga): void {
  for (const [fält, namn, månad] of [
    ['fran', 'från', från],
    ['till', 'till', till],
  ] as const)
    if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(månad))
      throw new Frågefel(
        fält,
        `Månaden i ”${namn}” går inte att läsa: ”${månad}”. Skriv år och månad, till exempel 2026-10.`,
      );
  if (från > till)
    throw new Frågefel(
      'till',
      `Perioden slutar (${till}) innan den börjar (${från}). ”Till” ska vara samma månad som ”från” eller senare.`,
    );
  if (avstånd(från, till) > LÄNGST)
    throw new Frågefel('till', `Perioden är längre än ${LÄNGST / 12} år. Välj högst så många.`);
}

function prövaTid({ tid, från, till }: Statistikfråga, i: Indikator): void {
  if (tid !== 'hela' && !Object.hasOwn(MÅNADER, tid))
    throw new Frågefel(
      'tid',
      `Indelningen ”${tid}” finns inte. Välj månad (manad), kvartal, år (ar) eller hela perioden (hela).`,
    );
  const minst = MÅNADER[i.tid.kortast];
  const kortare =
    tid === 'hela' ? fältet(i.källa, i.tid.fält)?.typ !== 'ar' && avstånd(från, till) < minst : MÅNADER[tid] < minst;
  if (kortare)
    throw new Frågefel(
      'tid',
      `”${i.namn}” kan inte visas för kortare tid än ${KORTAST[i.tid.kortast]}. Välj ${KORTAST[i.tid.kortast]} eller längre.`,
    );
}

function prövaUppdelning({ uppdelning }: Statistikfråga, i: Indikator): readonly string[] {
  if (uppdelning.length > 2)
    throw new Frågefel('uppdelning', `Du har valt ${uppdelning.length} uppdelningar. Välj högst två.`);
  for (const u of uppdelning)
    if (!i.uppdelningar.includes(u))
      throw new Frågefel('uppdelning', `”${i.namn}” kan inte delas upp på ”${u}”. ${tillåtna(i)}`);
  if (uppdelning.length === 2 && uppdelning[0] === uppdelning[1])
    throw new Frågefel(
      'uppdelning',
      `Du har valt uppdelningen ”${uppdelning[0]}” två gånger. Välj två olika, eller en.`,
    );
  return uppdelning;
}

function prövaFilter({ filter }: Statistikfråga, i: Indikator): ReadonlyMap<string, readonly string[]> {
  for (const [fält, värden] of Object.entries(filter)) {
    if (!i.uppdelningar.includes(fält))
      throw new Frågefel('filter', `”${i.namn}” kan inte begränsas på ”${fält}”. ${tillåtna(i)}`);
    if (värden.length === 0)
      throw new Frågefel(
        'filter',
        `Du har begränsat på ”${fält}” utan att välja något värde. Välj minst ett, eller ta bort det.`,
      );
    if (värden.some((v) => v.includes('\0')))
      throw new Frågefel(
        'filter',
        `Ett värde i ”${fält}” har ett tecken som inte kan läsas. Välj ett värde ur listan.`,
      );
  }
  return new Map(Object.entries(filter));
}

function tillåtna(i: Indikator): string {
  return i.uppdelningar.length === 0
    ? 'Det här måttet kan bara visas som helhet.'
    : `Det som går är ${i.uppdelningar.join(', ')}.`;
}

function perioder({ från, till, tid }: Statistikfråga, i: Indikator) {
  const helaÅr = fältet(i.källa, i.tid.fält)?.typ === 'ar';
  const första = helaÅr ? `${från.slice(0, 4)}-01` : från;
  const sista = helaÅr ? `${till.slice(0, 4)}-12` : till;
  const anmärkningar: string[] = [];
  if (helaÅr && (första !== från || sista !== till))
    anmärkningar.push(`Siffran finns bara för hela kalenderår, så ${årtal(första, sista)} är räknat i sin helhet.`);
  if (tid === 'hela') return { perioder: [{ nyckel: 'hela', från: första, till: sista }], anmärkningar };
  const steg = MÅNADER[tid];
  const list: Frågeperiod[] = [];
  for (let månad = första; månad <= sista; ) {
    const nästa = flyttaMånad(månad, steg - ((Number(månad.slice(5)) - 1) % steg));
    const slut = flyttaMånad(nästa, -1);
    // biome-ignore lint/complexity/useMathMinMax: months are text
    list.push({ nyckel: nyckel(månad, tid), från: månad, till: slut < sista ? slut : sista });
    månad = nästa;
  }
  const hel = (p: Frågeperiod | undefined) => p === undefined || avstånd(p.från, p.till) === steg;
  const delar = [list[0], list.at(-1)].filter((p, n, alla) => !hel(p) && alla.indexOf(p) === n);
  for (const p of delar) anmärkningar.push(`${p?.nyckel} är inte helt: bara ${p?.från} till ${p?.till} är räknat.`);
  return { perioder: list, anmärkningar };
}

function nyckel(månad: Månad, tid: 'manad' | 'kvartal' | 'ar'): string {
  const år = månad.slice(0, 4);
  if (tid === 'manad') return månad;
  return tid === 'ar' ? år : `${år}-kv${Math.ceil(Number(månad.slice(5)) / 3)}`;
}

function årtal(från: Månad, till: Månad): string {
  const [a, b] = [från.slice(0, 4), till.slice(0, 4)];
  return a === b ? a : `${a}–${b}`;
}

/** Months from one to the other, both counted. */
function avstånd(från: Månad, till: Månad): number {
  const tal = (m: Månad) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5));
  return tal(till) - tal(från) + 1;
}
