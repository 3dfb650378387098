/**
 * Grunden för en kostnadstyp: `7-2` är den slutna listan i 12 kap. 7 § första stycket 2 SoL, `1` är levnadskostnader
 * i övrigt enligt 12 kap. 1 § SoL.
 */
export type Kostnadsgrund = '7-2' | '1';

/** En kostnadstyp: svensk etikett, grund och källa. */
export type Kostnadstypsuppgift = { readonly namn: string; readonly grund: Kostnadsgrund; readonly kalla: string };

const lista = 'SoL 2025:400 12 kap. 7 § första stycket 2';
const skäligKostnad = (namn: string): Kostnadstypsuppgift => ({ namn, grund: '7-2', kalla: lista });

/**
 * Alla kostnadstyper ett underlag kan ha. `medlemsavgifter` säger inte om avgiften går till fackförening eller
 * a-kassa: medlemskap i fackförening får inte registreras (SoLPUL 2001:454 7 a §).
 */
export const kostnadstyper = {
  boende: skäligKostnad('Boende'),
  hushallsel: skäligKostnad('Hushållsel'),
  arbetsresor: skäligKostnad('Arbetsresor'),
  hemforsakring: skäligKostnad('Hemförsäkring'),
  'a-kassa': skäligKostnad('A-kassa'),
  medlemsavgifter: skäligKostnad('Medlemsavgifter'),
  'levnadskostnad-i-ovrigt': { namn: 'Levnadskostnad i övrigt', grund: '1', kalla: 'SoL 2025:400 12 kap. 1 §' },
} as const satisfies Record<string, Kostnadstypsuppgift>;

/** Nyckeln för en kostnadstyp, som i underlaget. */
export type Kostnadstyp = keyof typeof kostnadstyper;
