import { all, each, minus, rule, sum } from '@stegvis/engine';
import { barn, barninkomst, hushåll, vuxen, vuxeninkomst, type Öre, öre } from '../hushall/hushall.ts';
import { jobbstimulans } from '../jobbstimulans/jobbstimulans.ts';
import { barnetsInkomster } from './barns-inkomster.ts';
import { barns, vuxnas } from './inkomst.ts';
import { inkomsterLaw as lag } from './inkomster.law.ts';

/** Den vuxnas inkomst som räknas, före jobbstimulans: det räknade beloppet, annars vad typen säger. */
export const räknadInkomst = rule(vuxeninkomst, 'raknad', {
  label: 'Räknad inkomst',
  unit: öre,
  cite: lag.grounds.inkomster,
  from: [vuxnas.räknat, vuxnas.enligtTyp],
  value: (räknat, enligtTyp) => räknat ?? enligtTyp,
});

/** De inkomster som är avgjorda, efter jobbstimulans och 12 kap. 9 §. */
export const avgjordaInkomster = sum(hushåll, 'inkomster-avgjorda', {
  label: 'Avgjorda inkomster',
  unit: öre,
  cite: lag.grounds.inkomster,
  parts: [each(vuxeninkomst, räknadInkomst), minus(each(vuxen, jobbstimulans)), each(barn, barnetsInkomster)],
});

/** Om varje inkomst är avgjord av lagen eller av en handläggare. */
export const inkomsternaAvgjorda = rule(hushåll, 'alla-inkomster-avgjorda', {
  label: 'Alla inkomster är avgjorda',
  from: [all(hushåll, vuxeninkomst, vuxnas.avgjord), all(hushåll, barninkomst, barns.avgjord)],
  value: (vuxnas, barns) => vuxnas && barns,
});

/** Hushållets räknade inkomster. Saknas värde när en inkomst inte är avgjord. */
export const inkomster = rule(hushåll, 'inkomster', {
  label: 'Inkomster',
  unit: öre,
  when: inkomsternaAvgjorda,
  otherwise: undefined,
  from: [avgjordaInkomster],
  value: (avgjorda): Öre | undefined => avgjorda,
});
