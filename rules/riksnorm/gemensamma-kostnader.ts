import { add, lookUp, multiply, parameter, type Quantity, rule, share, subtract, type Table } from '@stegvis/engine';
import { hushåll, type Öre, öre } from '../hushall/hushall.ts';
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

const perPerson = rule(hushåll, 'gemensamma-per-person', {
  label: 'Hushållets andel räknad per person',
  unit: öre,
  cite: lag.grounds.hushallsgemenskap,
  from: [förBostaden, medlemmar, iBostaden],
  value: (bostadens, medlemmar, alla) => share(bostadens, medlemmar, alla),
  rounded: 'half-up',
});

const somEgetHushåll = rule(hushåll, 'gemensamma-som-eget-hushall', {
  label: 'Familjen räknad som ett eget hushåll',
  unit: öre,
  cite: lag.grounds.gemensammaKostnader,
  when: familjDelarBostad,
  otherwise: undefined,
  from: [medlemmar, parameter(lag.parameters.gemensamma)],
  value: (medlemmar, tabell): Öre | undefined => förAntal(tabell, medlemmar),
});

/**
 * Hushållets gemensamma kostnader: hela beloppet för det egna hushållet, och för den som delar bostad hushållets
 * andel räknad per person (SoF 12 kap. 3 §). Avrundas till hela ören med halvt öre uppåt.
 */
export const gemensammaKostnader = rule(hushåll, 'gemensamma-kostnader', {
  label: 'Gemensamma kostnader',
  unit: öre,
  cite: lag.grounds.hushallsgemenskap,
  from: [perPerson, somEgetHushåll, parameter(lag.parameters.familjenSomEgetHushall)],
  value: (perPerson, eget, valtEget) => (valtEget && eget !== undefined ? eget : perPerson),
});

/** De gemensamma kostnaderna enligt den läsning som inte är vald, när en familj delar bostad (docs/tolkningar/T03). */
export const gemensammaEnligtAnnanLäsning = rule(hushåll, 'gemensamma-annan-lasning', {
  label: 'Gemensamma kostnader enligt den andra läsningen',
  unit: öre,
  from: [perPerson, somEgetHushåll, parameter(lag.parameters.familjenSomEgetHushall)],
  value: (perPerson, eget, valtEget) => (eget === undefined || !valtEget ? eget : perPerson),
});
