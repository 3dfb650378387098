import type { Dag, Månad } from '@stegvis/casework';

const namn = new Map<number, Månad>();

/** The month as text, from whole months since year 0. */
export function månadAv(m: number): Månad {
  let text = namn.get(m);
  if (text === undefined) {
    text = `${String(Math.floor(m / 12)).padStart(4, '0')}-${String((m % 12) + 1).padStart(2, '0')}`;
    namn.set(m, text);
  }
  return text;
}

/** Whole months since year 0. */
export function talAv(månad: Månad): number {
  return Number(månad.slice(0, 4)) * 12 + Number(månad.slice(5, 7)) - 1;
}

/** A day of the month, 1–28. */
export function dagI(m: number, dag: number): Dag {
  return `${månadAv(m)}-${String(dag).padStart(2, '0')}`;
}

const sista = new Map<number, Dag>();

/** The last day of the month. */
export function sistaDag(m: number): Dag {
  let dag = sista.get(m);
  if (dag === undefined) {
    dag = new Date(Date.UTC(Math.floor(m / 12), (m % 12) + 1, 0)).toISOString().slice(0, 10);
    sista.set(m, dag);
  }
  return dag;
}

/** Whole years at the end of the month. */
export function ålder(född: Dag, m: number): number {
  const månader = m - talAv(född);
  return Math.max(0, Math.floor(månader / 12));
}
