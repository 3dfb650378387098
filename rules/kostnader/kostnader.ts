import { all, any, each, fact, minus, momentMonth, monthType, rule, sum } from '@stegvis/engine';
import { hushåll, kostnad, öre, type Öre } from '../hushall/hushall.ts';
import { avgjord, nedsatt, räknad, typ } from './kostnad.ts';
import { kostnadstyper } from './kostnadstyper.ts';
import { kostnaderLaw as lag } from './kostnader.law.ts';
import { boendegräns, elgräns, försäkringsgräns } from './lokal-grans.ts';
import { överGränsen } from './over-gransen.ts';

const rådrumTill = fact(hushåll, 'radrum-till', {
  key: 'boende.radrumTill',
  label: 'Rådrum att sänka boendekostnaden till och med',
  type: monthType().optional(),
});

/** Om hushållet har rådrum i månaden: då räknas hela boendekostnaden. */
export const harRådrum = rule(hushåll, 'har-radrum', {
  label: 'Rådrum gäller i månaden',
  from: [rådrumTill, momentMonth],
  value: (till, månad) => till !== undefined && månad <= till,
});

const boendegränsPrövas = rule(hushåll, 'boendegrans-provas', {
  label: 'Kommunens gräns för boende prövas',
  from: [boendegräns, harRådrum],
  value: (gräns, rådrum) => gräns !== undefined && !rådrum,
});
const elgränsPrövas = rule(hushåll, 'elgrans-provas', { label: 'Kommunens gräns för hushållsel prövas', from: [elgräns], value: (g) => g !== undefined });
const försäkringsgränsPrövas = rule(hushåll, 'forsakringsgrans-provas', { label: 'Kommunens gräns för hemförsäkring prövas', from: [försäkringsgräns], value: (g) => g !== undefined });

export const boendeÖverGräns = överGränsen('boende', boendegräns, boendegränsPrövas);
export const elÖverGräns = överGränsen('hushallsel', elgräns, elgränsPrövas);
export const försäkringÖverGräns = överGränsen('hemforsakring', försäkringsgräns, försäkringsgränsPrövas);

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
export const kostnadernaAvgjorda = all(hushåll, kostnad, avgjord, { name: 'alla-kostnader-avgjorda', label: 'Alla kostnader är avgjorda' });

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
