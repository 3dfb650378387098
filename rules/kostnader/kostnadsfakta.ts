import { assessment, fact, oneOf, quantity } from '@stegvis/engine';
import { kostnad, öre } from '../hushall/hushall.ts';
import { kostnaderLaw as lag } from './kostnader.law.ts';
import { type Kostnadstyp, kostnadstyper } from './kostnadstyper.ts';

export const typ = fact(kostnad, 'typ', {
  label: 'Kostnad',
  type: oneOf(Object.keys(kostnadstyper) as [Kostnadstyp, ...Kostnadstyp[]]),
  question: 'Vilka kostnader har ni?',
});
export const belopp = fact(kostnad, 'belopp', {
  label: 'Belopp',
  type: quantity(öre),
  question: 'Hur mycket är kostnaden?',
});
export const godkänt = assessment(kostnad, 'godkant', {
  key: 'godkantBelopp',
  label: 'Skäligt belopp',
  unit: öre,
  question: 'Hur mycket av kostnaden är skälig?',
  cite: lag.grounds.skaligaKostnader,
});
