import { add, lookUp, multiply, parameter, type Quantity, rule, subtract, type Table } from '@stegvis/engine';
import { hushåll, type Öre, öre } from '../hushall/hushall.ts';
import { iBostaden } from '../hushall/medlemmar.ts';
import { riksnormLaw as lag } from './riksnorm.law.ts';

/** Tabellens belopp för ett antal personer; över sju läggs skillnaden mellan sju och sex till för var och en. */
export const förAntal = (tabell: Table<Öre>, antal: Quantity<'personer'>): Öre => {
  const [näst, sist] = tabell.slice(-2);
  if (näst === undefined || sist === undefined || antal <= sist.from) return lookUp(tabell, antal);
  return add(sist.value, multiply(subtract(sist.value, näst.value), antal - sist.from));
};

/** De gemensamma kostnaderna för alla i hushållsgemenskapen. */
export const förBostaden = rule(hushåll, 'gemensamma-for-bostaden', {
  label: 'Gemensamma kostnader för alla i bostaden',
  unit: öre,
  cite: lag.grounds.gemensammaKostnader,
  from: [iBostaden, parameter(lag.parameters.gemensamma)],
  value: (antal, tabell) => förAntal(tabell, antal),
});
