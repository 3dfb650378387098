import { add, assessment, notBelowZero, rule, version } from '@stegvis/engine';
import { hushåll, öre } from '../hushall/hushall.ts';
import { normavvikelseLaw as lag } from './normavvikelse.law.ts';
import { riksnorm } from './riksnorm.ts';

/** Kronor som riksnormsdelen räknas högre (plus) eller lägre (minus) i det enskilda fallet, bedömt av en person. */
export const normavvikelse = assessment(hushåll, 'normavvikelse', {
  label: 'Avvikelse från riksnormen',
  unit: öre,
  question: 'Finns det skäl att räkna kostnaderna i riksnormen högre eller lägre?',
  cite: lag.grounds.avvikelse,
});

/** Om normen räknas högre fast lagen bara tillåter det av särskilda eller synnerliga skäl (7 b §, från 2027). */
export const höjningKräverSkäl = rule(hushåll, 'hojning-kraver-skal', {
  label: 'Högre norm kräver särskilda eller synnerliga skäl',
  versions: [
    { ground: lag.grounds.utanHojningsforbud, value: () => false },
    version(lag.grounds.hojningsforbud, [normavvikelse], (avvikelse) => avvikelse !== undefined && avvikelse > 0),
  ],
});

/** Riksnormsdelen som den räknas i fallet. Aldrig under noll. */
export const norm = rule(hushåll, 'norm', {
  label: 'Norm',
  unit: öre,
  from: [riksnorm, normavvikelse],
  value: (riksnorm, avvikelse) => (avvikelse === undefined ? riksnorm : notBelowZero(add(riksnorm, avvikelse))),
});
