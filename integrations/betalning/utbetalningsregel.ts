import { type Dag, flyttaMånad, type Månad } from '@stegvis/casework';
import { utbetalningsdag, ärBankdag } from './utbetalningsdag.ts';

/**
 * The municipality's rule for when a decided amount is paid: so many bank days after the decision, or on a day of the month before
 * the month the assistance is for, or of that month (`27` for next month).
 */
export type Utbetalningsregel =
  | { readonly slag: 'bankdagar'; readonly antal: number }
  | { readonly slag: 'dag-i-manaden'; readonly dag: number; readonly manad: 'foregaende' | 'samma' };

/** As soon as the banks can: the bank day after the decision. */
export const SNARAST: Utbetalningsregel = { slag: 'bankdagar', antal: 1 };

/**
 * The bank day a decision is paid. A day of the month that is no bank day moves to the bank day before; a day the month does not have is
 * its last one. Never before the bank day after the decision: a decision made late is paid at once.
 * @throws RangeError for a rule that is none: fewer than one bank day, or a day of the month outside 1–31
 */
export function planeradUtbetalningsdag(regel: Utbetalningsregel, beslut: { dag: Dag; månad: Månad }): Dag {
  const earliest = bankdagarEfter(beslut.dag, 1);
  if (regel.slag === 'bankdagar') {
    if (!Number.isInteger(regel.antal) || regel.antal < 1 || regel.antal > 20)
      throw new RangeError('Antalet bankdagar efter beslutet ska vara mellan 1 och 20.');
    return bankdagarEfter(beslut.dag, regel.antal);
  }
  if (!Number.isInteger(regel.dag) || regel.dag < 1 || regel.dag > 31)
    throw new RangeError('Utbetalningsdagen ska vara mellan 1 och 31.');
  const månad = regel.manad === 'foregaende' ? flyttaMånad(beslut.månad, -1) : beslut.månad;
  const last = new Date(Date.UTC(Number(månad.slice(0, 4)), Number(månad.slice(5)), 0)).getUTCDate();
  return utbetalningsdag(`${månad}-${String(Math.min(regel.dag, last)).padStart(2, '0')}`, earliest);
}

/** The bank day that is so many bank days after the day. */
export function bankdagarEfter(dag: Dag, antal: number): Dag {
  let day = dag;
  for (let left = antal; left > 0; ) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    if (ärBankdag(day)) left--;
  }
  return day;
}
