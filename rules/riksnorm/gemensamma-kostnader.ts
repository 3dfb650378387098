import { add, lookUp, multiply, parameter, rule, share, subtract, type Quantity, type Table } from '@stegvis/engine';
import { hushåll, öre, type Öre } from '../hushall/hushall.ts';
import { barnIHushållet, iBostaden, medlemmar, utomstående, ärPar } from '../hushall/medlemmar.ts';
import { riksnormLaw as lag } from './riksnorm.law.ts';

const förAntal = (tabell: Table<Öre>, antal: Quantity<'personer'>): Öre => {
  const [näst, sist] = tabell.slice(-2);
  if (näst === undefined || sist === undefined || antal <= sist.from) return lookUp(tabell, antal);
  return add(sist.value, multiply(subtract(sist.value, näst.value), antal - sist.from));
};

const förBostaden = rule(hushåll, 'gemensamma-for-bostaden', {
  label: 'Gemensamma kostnader för alla i bostaden',
  unit: öre,
  cite: lag.grounds.gemensammaKostnader,
  from: [iBostaden, parameter(lag.parameters.gemensamma)],
  value: (antal, tabell) => förAntal(tabell, antal),
});

/** Om ett par eller en ensam förälder delar bostad med andra: lagen säger inte hur de räknas (docs/tolkningar/T03). */
export const familjDelarBostad = rule(hushåll, 'familj-delar-bostad', {
  label: 'Ett par eller en ensam förälder delar bostad med andra',
  from: [ärPar, barnIHushållet, utomstående],
  value: (ärPar, barn, andra) => andra > 0 && (ärPar || barn > 0),
});

const somEgetHushåll = rule(hushåll, 'gemensamma-som-eget-hushall', {
  label: 'Familjen räknas som ett eget hushåll i bostaden',
  from: [familjDelarBostad, parameter(lag.parameters.familjenSomEgetHushall)],
  value: (delar, egetHushåll) => delar && egetHushåll,
});

/**
 * Hushållets gemensamma kostnader: hela beloppet för det egna hushållet, och för den som delar bostad hushållets
 * andel räknad per person (SoF 12 kap. 3 §). Avrundas till hela ören med halvt öre uppåt.
 */
export const gemensammaKostnader = rule(hushåll, 'gemensamma-kostnader', {
  label: 'Gemensamma kostnader',
  unit: öre,
  cite: lag.grounds.hushallsgemenskap,
  from: [förBostaden, medlemmar, iBostaden, somEgetHushåll, parameter(lag.parameters.gemensamma)],
  value: (bostadens, medlemmar, alla, eget, tabell) =>
    eget ? förAntal(tabell, medlemmar) : share(bostadens, medlemmar, alla),
  rounded: 'half-up',
});
