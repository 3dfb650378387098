import { daysIn, fact, flag, lookUp, momentMonth, parameter, rule, share } from '@stegvis/engine';
import { ålder } from '../alder/alder.ts';
import { barn, dagar, öre } from '../hushall/hushall.ts';
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
  from: [lunchBorta, ålder, parameter(lag.parameters.barnUtanLunch)],
  value: (borta, ålder, tabell) => borta && tabell.some((rad) => rad.to === undefined || ålder <= rad.to),
});

/** Årets belopp för barnets ålder, kronor per hel månad. */
export const tabellbelopp = rule(barn, 'tabellbelopp', {
  label: 'Personliga kostnader enligt tabellen',
  unit: öre,
  cite: lag.grounds.personligaKostnader,
  from: [ålder, utanLunch, parameter(lag.parameters.barn), parameter(lag.parameters.barnUtanLunch)],
  value: (ålder, utanLunch, full, lägre) => lookUp(utanLunch ? lägre : full, ålder),
});

const räknadeDagar = rule(barn, 'raknade-dagar', {
  label: 'Dagar som räknas',
  unit: dagar,
  from: [dagarIHushållet, momentMonth, parameter(lag.parameters.dagarPerManad)],
  value: (här, månad, helMånad) => (här === undefined || här === daysIn(månad) || här > helMånad ? helMånad : dagar(här)),
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
