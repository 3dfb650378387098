import type { Aviseringskanal, Aviseringsmeddelande } from './avisering.ts';

/** A channel that sends nothing and remembers what it was given, for the demo and tests. The same key twice is kept once. */
export function aviseringStandIn(): Aviseringskanal & { readonly skickade: readonly Aviseringsmeddelande[] } {
  const skickade: Aviseringsmeddelande[] = [];
  return {
    kanaler: ['sms', 'epost'],
    skickade,
    skicka: async (meddelande) => {
      if (!skickade.some((m) => m.nyckel === meddelande.nyckel)) skickade.push(meddelande);
    },
  };
}
