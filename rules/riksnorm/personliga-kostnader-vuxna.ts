import { parameter, rule } from '@stegvis/engine';
import { hushåll, öre } from '../hushall/hushall.ts';
import { ärPar } from '../hushall/medlemmar.ts';
import { riksnormLaw as lag } from './riksnorm.law.ts';

/** De vuxnas personliga kostnader: beloppet för ensamstående, eller parets belopp för båda. */
export const personligaKostnaderVuxna = rule(hushåll, 'personliga-kostnader-vuxna', {
  label: 'Personliga kostnader, vuxna',
  unit: öre,
  cite: lag.grounds.personligaKostnader,
  from: [ärPar, parameter(lag.parameters.vuxna)],
  value: (ärPar, belopp) => (ärPar ? belopp.sambor : belopp.ensamstaende),
});
