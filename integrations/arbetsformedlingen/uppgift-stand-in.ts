import type { AnvisadeAktiviteter, Uppgiftsport } from './uppgiftsport.ts';

/** A receiver that sends nothing and remembers what it was given, for the demo and tests. The same key twice is kept once. */
export function uppgiftStandIn(): Uppgiftsport & { readonly lämnade: readonly AnvisadeAktiviteter[] } {
  const lämnade: AnvisadeAktiviteter[] = [];
  return {
    lämnade,
    lämna: async (uppgift) => {
      if (!lämnade.some(({ nyckel }) => nyckel === uppgift.nyckel)) lämnade.push(uppgift);
    },
  };
}
