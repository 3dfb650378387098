import type { Råcell } from '../fraga.ts';
import type { Faktatabell, Indikator, Uttryck } from '../indikator.ts';

/** What protection must know of an indicator. */
export type Måttslag = Pick<Indikator, 'enhet' | 'täljare' | 'nämnare'> & {
  /** Left out for what is not counted from facts: it is about households or persons. */
  readonly källa?: Faktatabell;
};

/** What kind of figure an indicator gives, as protection sees it. */
export interface Slag {
  /** The numerator and the denominator are about persons or households, not about places, posts or money alone. */
  readonly täljare: boolean;
  readonly nämnare: boolean;
  /** The figure is a count. */
  readonly antal: boolean;
  /** The figure is one count of another. */
  readonly andel: boolean;
  /** The denominator is read from the board's own file: that it lacks a year says nothing about anybody. */
  readonly egenFil: boolean;
}

const ANTALSENHETER: readonly string[] = ['personer', 'hushall', 'barn', 'ansokningar', 'beslut'];
/** What a month of an activity says about persons; its other numbers are places and money. */
const PERSONER_I_INSATS: readonly string[] = ['upptagna', 'i_ko', 'efterfragan', 'borjat', 'kodagar'];

/** The kind of an indicator's figure. */
export function slaget({ källa, täljare, nämnare, enhet }: Måttslag): Slag {
  const egenFil = nämnare !== undefined && ('befolkning' in nämnare || 'tjänster' in nämnare);
  const uttryck = nämnare === undefined || egenFil ? undefined : 'källa' in nämnare ? nämnare.uttryck : nämnare;
  const nämnarkälla = nämnare !== undefined && 'källa' in nämnare ? nämnare.källa : källa;
  const räknas = (u: Uttryck) => 'räkna' in u;
  return {
    täljare: omPersoner(källa, täljare),
    nämnare: egenFil || (uttryck !== undefined && omPersoner(nämnarkälla, uttryck)),
    antal: nämnare === undefined && (räknas(täljare) || ('summa' in täljare && ANTALSENHETER.includes(enhet))),
    andel:
      enhet === 'procent' &&
      räknas(täljare) &&
      (uttryck === undefined ? nämnare !== undefined && 'befolkning' in nämnare : räknas(uttryck)),
    egenFil,
  };
}

function omPersoner(källa: Måttslag['källa'], u: Uttryck): boolean {
  if (källa !== 'insatsmanad') return true;
  const fält = 'summa' in u ? u.summa : 'medel' in u ? u.medel : 'fält' in u ? u.fält : '';
  return PERSONER_I_INSATS.includes(fält);
}

/** The figure is a count, shown rounded down to the base. */
export function ärAntal(indikator: Måttslag): boolean {
  return slaget(indikator).antal;
}

/** The counts that a cell gives away when it is shown; `rest` is what is left of a share. */
export function antalI(
  cell: Råcell,
  slag: Slag,
): { readonly hela: readonly number[]; readonly rest: number | undefined } {
  const { underlag, nämnarunderlag = 0, täljare, nämnare = 0 } = cell;
  const hela = [
    ...(slag.täljare ? [underlag] : []),
    ...(slag.nämnare ? [nämnarunderlag] : []),
    ...(slag.täljare && (slag.antal || slag.andel) ? [täljare] : []),
  ];
  // Rows are counted, persons are protected: what is left is at least the difference in persons, and about its share of the rows.
  const rader = nämnare > 0 ? Math.floor(((nämnare - täljare) * nämnarunderlag) / nämnare) : 0;
  return { hela, rest: slag.andel ? Math.max(nämnarunderlag - underlag, rader) : undefined };
}
