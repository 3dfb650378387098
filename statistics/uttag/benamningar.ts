import { månadsnamn } from '@stegvis/casework';
import { fältet } from '../falt.ts';
import { ALLA } from '../fraga.ts';
import type { Faktatabell } from '../indikator.ts';

/** A period as words: `oktober 2026`, `kvartal 4 2026`, `2026`, `hela perioden`. */
export function periodIOrd(period: string): string {
  if (period === 'hela') return 'hela perioden';
  const kvartal = /^(\d{4})-kv(\d)$/.exec(period);
  if (kvartal) return `kvartal ${kvartal[2]} ${kvartal[1]}`;
  return /^\d{4}-\d{2}$/.test(period) ? månadsnamn(period) : period;
}

/** A period for an axis: `okt 26`, `kv 4 26`, `2026`. */
export function kortPeriod(period: string): string {
  const kvartal = /^\d{2}(\d{2})-kv(\d)$/.exec(period);
  if (kvartal) return `kv ${kvartal[2]} ${kvartal[1]}`;
  return /^\d{4}-\d{2}$/.test(period) ? `${månadsnamn(period).slice(0, 3)} ${period.slice(2, 4)}` : period;
}

/** The name of a split of a table; its id where it has none. */
export function uppdelningsnamn(källa: Faktatabell, namn: string): string {
  return fältet(källa, namn)?.namn ?? namn;
}

/** The name of a value of a split; the value itself where the board has named it. */
export function värdenamn(källa: Faktatabell, namn: string, värde: string): string {
  if (värde === ALLA) return 'Alla';
  const fält = fältet(källa, namn);
  if (fält?.typ === 'ja-nej') return värde === 'ja' ? 'Ja' : värde === 'nej' ? 'Nej' : värde;
  if (värde === 'uppgift-saknas') return fält?.värden?.[värde] ?? 'Uppgift saknas';
  return fält?.värden?.[värde] ?? värde;
}
