const miljarddelar = 1e9;

/** Talet utan den rest som binära decimaler lämnar (0,1 + 0,2 + 0,7 blir 1). Ändrar inte tal med högst nio decimaler. */
export const avrundad = (tal: number): number => Math.round(tal * miljarddelar) / miljarddelar;
