import { parameter, rule, share } from '@stegvis/engine';
import { hushåll, type Öre, öre } from '../hushall/hushall.ts';
import { barnIHushållet, iBostaden, medlemmar, utomstående, ärPar } from '../hushall/medlemmar.ts';
import { förAntal, förBostaden } from './gemensamma-for-bostaden.ts';
import { riksnormLaw as lag } from './riksnorm.law.ts';

/** Om ett par eller en ensam förälder delar bostad med andra: lagen säger inte hur de räknas (docs/tolkningar/T03). */
const familjDelarBostad = rule(hushåll, 'familj-delar-bostad', {
  label: 'Ett par eller en ensam förälder delar bostad med andra',
  from: [ärPar, barnIHushållet, utomstående],
  value: (ärPar, barn, andra) => andra > 0 && (ärPar || barn > 0),
});

const delarBostad = rule(hushåll, 'delar-bostad', {
  label: 'Hushållet delar bostad med andra',
  from: [utomstående],
  value: (andra) => andra > 0,
});

/** Hushållets andel av de gemensamma kostnaderna när bostaden delas med andra, annars undefined. */
export const perPerson = rule(hushåll, 'gemensamma-per-person', {
  label: 'Hushållets andel räknad per person',
  unit: öre,
  cite: lag.grounds.hushallsgemenskap,
  when: delarBostad,
  otherwise: undefined,
  from: [förBostaden, medlemmar, iBostaden],
  value: (bostadens, medlemmar, alla): Öre | undefined => share(bostadens, medlemmar, alla),
  rounded: 'half-up',
});

/** De gemensamma kostnaderna för familjen som eget hushåll, när en familj delar bostad, annars undefined. */
export const somEgetHushåll = rule(hushåll, 'gemensamma-som-eget-hushall', {
  label: 'Familjen räknad som ett eget hushåll',
  unit: öre,
  cite: lag.grounds.gemensammaKostnader,
  when: familjDelarBostad,
  otherwise: undefined,
  from: [medlemmar, parameter(lag.parameters.gemensamma)],
  value: (medlemmar, tabell): Öre | undefined => förAntal(tabell, medlemmar),
});

/** De gemensamma kostnaderna enligt den läsning som inte är vald, när en familj delar bostad (docs/tolkningar/T03). */
export const gemensammaEnligtAnnanLäsning = rule(hushåll, 'gemensamma-annan-lasning', {
  label: 'Gemensamma kostnader enligt den andra läsningen',
  unit: öre,
  from: [perPerson, somEgetHushåll, parameter(lag.parameters.familjenSomEgetHushall)],
  value: (perPerson, eget, valtEget) => (valtEget && eget !== undefined ? perPerson : eget),
});
