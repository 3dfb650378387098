/** Alla slags tillgångar ett underlag kan ha. Om och hur mycket en tillgång räknas avgör alltid en person. */
export const tillgångstyper = {
  bankmedel: { namn: 'Pengar på bank' },
  vardepapper: { namn: 'Värdepapper' },
  fordon: { namn: 'Fordon' },
  fastighet: { namn: 'Fastighet' },
  bostadsratt: { namn: 'Bostadsrätt' },
  foretag: { namn: 'Företag' },
  'ovrig-tillgang': { namn: 'Övrig tillgång' },
} as const satisfies Record<string, { readonly namn: string }>;

/** Nyckeln för ett slags tillgång, som i underlaget. */
export type Tillgångstyp = keyof typeof tillgångstyper;
