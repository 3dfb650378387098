import { each, parameter, rule, smaller, sum, version } from '@stegvis/engine';
import { barn, hushåll, öre } from '../hushall/hushall.ts';
import { barnIHushållet } from '../hushall/medlemmar.ts';
import { gemensammaKostnader } from './gemensamma-kostnader.ts';
import { personligKostnad } from './personliga-kostnader-barn.ts';
import { personligaKostnaderVuxna } from './personliga-kostnader-vuxna.ts';
import { riksnormLaw as lag } from './riksnorm.law.ts';

/** Summan av allas personliga kostnader (Lifecares rad familjekostnad). */
export const personligaKostnader = sum(hushåll, 'personliga-kostnader', {
  label: 'Personliga kostnader',
  unit: öre,
  cite: lag.grounds.personligaKostnader,
  parts: [personligaKostnaderVuxna, each(barn, personligKostnad)],
});

/** Riksnormen enligt tabellerna: personliga kostnader och gemensamma kostnader. */
export const riksnormEnligtTabell = sum(hushåll, 'riksnorm-enligt-tabell', {
  label: 'Riksnorm enligt tabellerna',
  unit: öre,
  cite: lag.grounds.riksnorm,
  parts: [personligaKostnader, gemensammaKostnader],
});

/** Om riksnormen begränsas för hushåll med fler än tre barn. */
export const riksnormenBegränsas = rule(hushåll, 'riksnormen-begransas', {
  label: 'Riksnormen begränsas',
  versions: [
    { ground: lag.grounds.utanBegransning, value: () => false },
    version(
      lag.grounds.begransning,
      [barnIHushållet, parameter(lag.parameters.barnUtanBegransning)],
      (barn, högst) => barn > högst,
    ),
  ],
});

const gräns = rule(hushåll, 'begransning', {
  label: 'Högsta riksnorm för hushåll med många barn',
  unit: öre,
  when: riksnormenBegränsas,
  otherwise: undefined,
  from: [barnIHushållet, parameter(lag.parameters.hogstaRiksnorm)],
  value: (barn, tabell) => (tabell.find((rad) => rad.to === undefined || barn <= rad.to) ?? tabell.at(-1))?.value,
});

/** Hushållets riksnorm, före en avvikelse i det enskilda fallet. Från 2027 begränsad för hushåll med fler än tre barn. */
export const riksnorm = rule(hushåll, 'riksnorm', {
  label: 'Riksnorm',
  unit: öre,
  cite: lag.grounds.riksnorm,
  from: [riksnormEnligtTabell, gräns],
  value: (enligtTabell, gräns) => (gräns === undefined ? enligtTabell : smaller(enligtTabell, gräns)),
});
