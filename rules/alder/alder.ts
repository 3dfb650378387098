import { ageInYears, date, fact, momentMonth, notBelowZero, parameter, rule } from '@stegvis/engine';
import { barn, år } from '../hushall/hushall.ts';
import { alderLaw as lag } from './alder.law.ts';

const född = fact(barn, 'fodd', { label: 'Född', type: date(), question: 'När är barnet fött?' });

/** Barnets ålder i hela år i månaden. Vilken dag åldern räknas från är en tolkning (docs/tolkningar/T01). */
export const ålder = rule(barn, 'alder', {
  label: 'Ålder',
  unit: år,
  from: [född, momentMonth, parameter(lag.parameters.raknas)],
  value: (född, månad, räknas) => notBelowZero(år(ageInYears(född, månad, räknas))),
});
