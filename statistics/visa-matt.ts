import type { Enhet } from './indikator.ts';
import { SKYDDAD, type Skyddat } from './skydd/skyddat-svar.ts';

/** What a cell that may not be shown says to a reader. */
export const SKYDDAS = 'skyddas';

const ENHETER: Readonly<Record<Enhet, string>> = {
  personer: 'personer',
  hushall: 'hushåll',
  barn: 'barn',
  ansokningar: 'ansökningar',
  beslut: 'beslut',
  kr: 'kr',
  procent: '%',
  dagar: 'dagar',
  timmar: 'timmar',
  minuter: 'minuter',
  antal: '',
};

/** The unit as it is written after a number; empty for a bare count. */
export function enhetsnamn(enhet: Enhet): string {
  return ENHETER[enhet];
}

/** A figure for a table cell or an axis, without its unit: `13 940`, `7,5`, `−3`, or `skyddas`. */
export function visaTal(värde: Skyddat): string {
  if (värde === SKYDDAD) return SKYDDAS;
  const storlek = Math.abs(värde);
  const text = storlek >= 100 ? String(Math.round(storlek)) : String(Number(storlek.toFixed(storlek < 1 ? 2 : 1)));
  const [hela = '0', decimaler] = text.split('.');
  const grupperat = hela.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${värde < 0 && Number(text) !== 0 ? '−' : ''}${grupperat}${decimaler ? `,${decimaler}` : ''}`;
}

/** A figure in running text: `13 940 kr`, `7,5 %`, `25 hushåll`, or `skyddas`. */
export function visaMått(värde: Skyddat, enhet: Enhet): string {
  return värde === SKYDDAD || enhet === 'antal' ? visaTal(värde) : `${visaTal(värde)}\u00a0${ENHETER[enhet]}`;
}
