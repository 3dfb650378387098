import { all, any, each, minus, rule, sum } from '@stegvis/engine';
import { hushåll, kostnad, type Öre, öre } from '../hushall/hushall.ts';
import { boendeÖverGräns, elÖverGräns, försäkringÖverGräns } from './kommunens-granser.ts';
import { avgjord, nedsatt, räknad } from './kostnad.ts';
import { kostnaderLaw as lag } from './kostnader.law.ts';
import { typ } from './kostnadsfakta.ts';
import { kostnadstyper } from './kostnadstyper.ts';

const skälig = rule(kostnad, 'skalig', {
  label: 'Skälig kostnad',
  unit: öre,
  cite: lag.grounds.skaligaKostnader,
  from: [typ, räknad],
  value: (typ, räknad) => (kostnadstyper[typ].grund === '7-2' ? räknad : öre(0)),
});
const iÖvrigt = rule(kostnad, 'i-ovrigt', {
  label: 'Levnadskostnad i övrigt',
  unit: öre,
  cite: lag.grounds.levnadskostnaderIOvrigt,
  from: [typ, räknad],
  value: (typ, räknad) => (kostnadstyper[typ].grund === '1' ? räknad : öre(0)),
});

/** Skäliga kostnader utanför riksnormen, efter kommunens gränser (Lifecares rad kostnader). */
export const skäligaKostnader = sum(hushåll, 'skaliga-kostnader', {
  label: 'Skäliga kostnader utanför riksnormen',
  unit: öre,
  cite: lag.grounds.skaligaKostnader,
  parts: [each(kostnad, skälig), minus(boendeÖverGräns), minus(elÖverGräns), minus(försäkringÖverGräns)],
});

/** Levnadskostnader i övrigt enligt 12 kap. 1 § (Lifecares rad särskilda kostnader). */
export const levnadskostnaderIÖvrigt = sum(hushåll, 'levnadskostnader-i-ovrigt', {
  label: 'Levnadskostnader i övrigt',
  unit: öre,
  cite: lag.grounds.levnadskostnaderIOvrigt,
  parts: [each(kostnad, iÖvrigt)],
});

/** De kostnader som är avgjorda, efter kommunens gränser. */
export const avgjordaKostnader = sum(hushåll, 'kostnader-avgjorda', {
  label: 'Avgjorda kostnader',
  unit: öre,
  parts: [skäligaKostnader, levnadskostnaderIÖvrigt],
});

/** Om varje kostnad är avgjord. */
export const kostnadernaAvgjorda = all(hushåll, kostnad, avgjord, {
  name: 'alla-kostnader-avgjorda',
  label: 'Alla kostnader är avgjorda',
});

/** Hushållets räknade kostnader. Saknas värde när en kostnad inte är avgjord. */
export const kostnader = rule(hushåll, 'kostnader', {
  label: 'Kostnader',
  unit: öre,
  when: kostnadernaAvgjorda,
  otherwise: undefined,
  from: [avgjordaKostnader],
  value: (avgjorda): Öre | undefined => avgjorda,
});

/** Om någon kostnad inte räknas fullt ut: då blir ett bifall ett delavslag. */
export const ejFullt = rule(hushåll, 'kostnad-ej-fullt-ut', {
  label: 'Någon kostnad räknas inte fullt ut',
  from: [any(hushåll, kostnad, nedsatt), boendeÖverGräns, elÖverGräns, försäkringÖverGräns],
  value: (nedsatt, boende, el, försäkring) => nedsatt || boende > 0 || el > 0 || försäkring > 0,
});
