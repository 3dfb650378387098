/**
 * The grounds a refusal is counted by: our own, from what was decided and calculated. `handling-saknas`, `avvisning` and `avskrivning`
 * are procedural: nobody has tried the need.
 */
export const AVSLAGSGRUNDER = {
  inkomster: 'Inkomsterna räcker eller räknas med ett högre belopp',
  tillgangar: 'Tillgångar',
  kostnader: 'En kostnad är inte skälig',
  nedsattning: 'Nekat eller nedsatt enligt 12 kap. 5 §',
  utover: 'Bistånd utöver rätten, 12 kap. 2 §',
  'handling-saknas': 'Något som begärdes lämnades inte',
  avvisning: 'Avvisad utan prövning',
  avskrivning: 'Avskriven utan prövning',
  annat: 'Annan grund',
} as const;
export type Avslagsgrund = keyof typeof AVSLAGSGRUNDER;
