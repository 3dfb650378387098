import { all, assessment, each, fact, oneOf, quantity, rule, sum } from '@stegvis/engine';
import { hushåll, tillgång, öre } from '../hushall/hushall.ts';
import { resultatLaw as lag } from '../resultat/resultat.law.ts';
import { type Tillgångstyp, tillgångstyper } from './tillgangstyper.ts';

export const typ = fact(tillgång, 'typ', {
  label: 'Tillgång',
  type: oneOf(Object.keys(tillgångstyper) as [Tillgångstyp, ...Tillgångstyp[]]),
  question: 'Vilka tillgångar har ni?',
});
const belopp = fact(tillgång, 'belopp', { label: 'Värde', type: quantity(öre), question: 'Hur mycket är den värd?' });
const räknat = assessment(tillgång, 'raknat', {
  key: 'raknatBelopp',
  label: 'Räknat belopp',
  unit: öre,
  question: 'Hur mycket av tillgången ska räknas?',
  cite: lag.grounds.bistand,
});

/** Om tillgången är avgjord av en handläggare; utan värde finns inget att avgöra. */
export const tillgångAvgjord = rule(tillgång, 'avgjord', {
  label: 'Tillgången är avgjord',
  from: [belopp, räknat],
  value: (belopp, räknat) => räknat !== undefined || belopp === 0,
});

/** Vad en handläggare har räknat av tillgången. */
export const tillgångarnasBelopp = rule(tillgång, 'raknad', {
  label: 'Räknad tillgång',
  unit: öre,
  cite: lag.grounds.bistand,
  from: [räknat],
  value: (räknat) => räknat ?? öre(0),
});

/** Om varje tillgång är avgjord av en handläggare. */
export const tillgångarnaAvgjorda = all(hushåll, tillgång, tillgångAvgjord, {
  name: 'alla-tillgangar-avgjorda',
  label: 'Alla tillgångar är avgjorda',
});

/** De tillgångar som en handläggare har räknat. */
export const räknadeTillgångar = sum(hushåll, 'tillgangar', {
  label: 'Räknade tillgångar',
  unit: öre,
  cite: lag.grounds.bistand,
  parts: [each(tillgång, tillgångarnasBelopp)],
});
