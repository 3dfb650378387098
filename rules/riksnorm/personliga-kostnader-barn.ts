import { daysIn, fact, flag, lookUp, momentMonth, parameter, rule, share } from '@stegvis/engine';
import { ålder } from '../alder/alder.ts';
import { barn, dagar, type Öre, öre } from '../hushall/hushall.ts';
import { dagarIHushållet } from '../hushall/medlemmar.ts';
import { riksnormLaw as lag } from './riksnorm.law.ts';

const lunchBorta = fact(barn, 'lunch-borta', {
  key: 'lunchBorta',
  label: 'Lunch borta fem dagar i veckan',
  type: flag(),
  default: false,
  question: 'Äter barnet lunch i förskola eller skola fem dagar i veckan?',
});

const utanLunch = rule(barn, 'utan-lunch', {
  label: 'Beloppet utan lunch gäller',
  from: [lunchBorta, ålder, parameter(lag.parameters.hogstaLunchalder)],
  value: (borta, ålder, högst) => borta && ålder <= högst,
});

const beloppUtanLunch = rule(barn, 'tabellbelopp-utan-lunch', {
  label: 'Personliga kostnader utan lunch enligt tabellen',
  unit: öre,
  cite: lag.grounds.personligaKostnader,
  when: utanLunch,
  otherwise: undefined,
  from: [ålder, parameter(lag.parameters.barnUtanLunch)],
  value: (ålder, tabell): Öre | undefined => lookUp(tabell, ålder),
});

/** Årets belopp för barnets ålder, för en hel månad. */
export const tabellbelopp = rule(barn, 'tabellbelopp', {
  label: 'Personliga kostnader enligt tabellen',
  unit: öre,
  cite: lag.grounds.personligaKostnader,
  from: [ålder, beloppUtanLunch, parameter(lag.parameters.barn)],
  value: (ålder, utanLunch, tabell) => utanLunch ?? lookUp(tabell, ålder),
});

const räknadeDagar = rule(barn, 'raknade-dagar', {
  label: 'Dagar som räknas',
  unit: dagar,
  from: [dagarIHushållet, momentMonth, parameter(lag.parameters.dagarPerManad)],
  value: (här, månad, helMånad) =>
    här === undefined || här === daysIn(månad) || här > helMånad ? helMånad : dagar(här),
});

/** Barnets personliga kostnader för de dagar det är i hushållet, avrundat till hela ören med halvt öre uppåt. */
export const personligKostnad = rule(barn, 'personlig-kostnad', {
  label: 'Personliga kostnader',
  unit: öre,
  cite: lag.grounds.personligaKostnader,
  from: [tabellbelopp, räknadeDagar, parameter(lag.parameters.dagarPerManad)],
  value: (belopp, räknade, helMånad) => share(belopp, räknade, helMånad),
  rounded: 'half-up',
});
