import { add, each, fact, notBelowZero, parameter, quantity, rule, smaller, subtract, sum } from '@stegvis/engine';
import { barn, barninkomst, öre } from '../hushall/hushall.ts';
import { barns } from './inkomst.ts';
import { inkomsterLaw as lag } from './inkomster.law.ts';

const hittillsIÅr = fact(barn, 'arbetsinkomst-hittills-i-ar', {
  key: 'arbetsinkomstHittillsIAr',
  label: 'Arbetsinkomst tidigare i år',
  type: quantity(öre),
  default: öre(0),
  question: 'Hur mycket har barnet tjänat på eget arbete tidigare i år?',
});

const lönerad = rule(barninkomst, 'lon', {
  label: 'Lön',
  unit: öre,
  from: [barns.typ, barns.netto],
  value: (typ, netto) => (typ === 'lon' ? netto : öre(0)),
});
const oavgjordLönerad = rule(barninkomst, 'lon-utan-raknat-belopp', {
  label: 'Lön utan räknat belopp',
  unit: öre,
  from: [lönerad, barns.räknat],
  value: (lön, räknat) => (räknat === undefined ? lön : öre(0)),
});

/** Barnets lön i månaden, också den som har ett räknat belopp. */
const lön = sum(barn, 'lon', { label: 'Lön i månaden', unit: öre, parts: [each(barninkomst, lönerad)] });
const oavgjordLön = sum(barn, 'lon-utan-raknat-belopp', {
  label: 'Lön utan räknat belopp',
  unit: öre,
  parts: [each(barninkomst, oavgjordLönerad)],
});

const harLön = rule(barn, 'har-lon', {
  label: 'Barnet har lön att pröva',
  from: [oavgjordLön],
  value: (lön) => lön > 0,
});

/**
 * Den del av månadens lön som ligger över ett prisbasbelopp för kalenderåret. Lagen säger att den "får" räknas in:
 * den räknas med en varning, och en handläggare kan sätta ett räknat belopp (docs/tolkningar/T07).
 */
export const överPrisbasbelopp = rule(barn, 'lon-over-prisbasbelopp', {
  label: 'Lön över ett prisbasbelopp',
  unit: öre,
  cite: lag.grounds.barnsArbetsinkomst,
  when: harLön,
  otherwise: öre(0),
  from: [hittillsIÅr, lön, oavgjordLön, parameter(lag.parameters.prisbasbelopp)],
  value: (hittills, lön, oavgjord, prisbasbelopp) =>
    smaller(oavgjord, notBelowZero(subtract(add(hittills, lön), prisbasbelopp))),
});
