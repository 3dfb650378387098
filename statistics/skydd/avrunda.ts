import type { Råcell } from '../fraga.ts';
import type { Slag } from './slag.ts';

/** A count as it is shown: rounded down to the base. */
export function golv(antal: number, bas: number): number {
  return Math.floor(antal / bas) * bas;
}

/**
 * The value of a cell as it is shown. Counts are rounded down to the base. A share is worked out from the rounded counts alone, each
 * taken as the middle of its class, so that it says no more than they do. Everything else is rounded to what so few persons can bear:
 * of n persons, one n-th times 2–5 of the value. What is about no person is shown as it is.
 */
export function visatVärde(cell: Råcell, slag: Slag, bas: number): number {
  const { värde, täljare, nämnare = 0 } = cell;
  if (värde === null) throw new RangeError('A cell without a value is never shown');
  if (!slag.täljare && !slag.nämnare) return Number(värde.toPrecision(12));
  if (slag.antal) return golv(täljare, bas);
  if (slag.andel) {
    const mitt = (n: number) => golv(n, bas) + (bas - 1) / 2;
    return avrunda(Math.min(100, (100 * mitt(täljare)) / mitt(nämnare)), nämnare < 500 ? 1 : 0.1);
  }
  const personer = Math.min(
    slag.täljare ? cell.underlag : Infinity,
    slag.nämnare ? (cell.nämnarunderlag ?? Infinity) : Infinity,
  );
  return avrunda(värde, steg((bas * Math.abs(värde)) / personer));
}

/** The greatest of 1, 2 and 5 times a power of ten that is not above the number; 0 for 0. */
export function steg(n: number): number {
  if (n <= 0) return 0;
  const tiopotens = 10 ** Math.floor(Math.log10(n) + 1e-12);
  return ([5, 2, 1].find((k) => k * tiopotens <= n * (1 + 1e-12)) ?? 1) * tiopotens;
}

/** Rounds to a multiple of the step, without the tail that binary fractions give. */
function avrunda(n: number, stegets: number): number {
  return stegets === 0 ? n : Number((Math.round(n / stegets) * stegets).toPrecision(12));
}
