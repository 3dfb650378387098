import type { Månad } from '@stegvis/casework';
import type { Statistikfråga } from '../fraga.ts';

/** The period that a month belongs to: `2026-10`, `2026-kv4`, `2026` or `hela`. */
export function periodFör(månad: Månad, tid: Statistikfråga['tid']): string {
  const år = månad.slice(0, 4);
  if (tid === 'hela') return 'hela';
  if (tid === 'ar') return år;
  return tid === 'manad' ? månad : `${år}-kv${Math.ceil(Number(månad.slice(5)) / 3)}`;
}

/** Every period of a question, in order, also those without facts. */
export function perioderI({ från, till, tid }: Pick<Statistikfråga, 'från' | 'till' | 'tid'>): string[] {
  const perioder = new Set<string>();
  let [år = 0, månad = 0] = från.split('-').map(Number);
  for (;;) {
    const denna = `${år}-${String(månad).padStart(2, '0')}`;
    if (denna > till) break;
    perioder.add(periodFör(denna, tid));
    [år, månad] = månad === 12 ? [år + 1, 1] : [år, månad + 1];
  }
  return [...perioder];
}
