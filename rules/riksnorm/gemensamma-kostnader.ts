import { parameter, rule } from '@stegvis/engine';
import { hushåll, öre } from '../hushall/hushall.ts';
import { perPerson, somEgetHushåll } from './delad-bostad.ts';
import { förBostaden } from './gemensamma-for-bostaden.ts';
import { riksnormLaw as lag } from './riksnorm.law.ts';

/**
 * Hushållets gemensamma kostnader: hela beloppet för det egna hushållet, och för den som delar bostad hushållets
 * andel räknad per person (SoF 12 kap. 3 §). Avrundas till hela ören med halvt öre uppåt.
 */
export const gemensammaKostnader = rule(hushåll, 'gemensamma-kostnader', {
  label: 'Gemensamma kostnader',
  unit: öre,
  cite: lag.grounds.gemensammaKostnader,
  from: [förBostaden, perPerson, somEgetHushåll, parameter(lag.parameters.familjenSomEgetHushall)],
  value: (hela, perPerson, eget, valtEget) => (valtEget ? eget : undefined) ?? perPerson ?? hela,
});
