import { add, count, fact, larger, rule, subtract, wholeNumber } from '@stegvis/engine';
import { barn, hushåll, personer, vuxen } from './hushall.ts';

/** Dagar i månaden som barnet är i hushållet; utelämnat är hela månaden. */
export const dagarIHushållet = fact(barn, 'dagar', {
  label: 'Dagar i hushållet',
  type: wholeNumber().optional(),
  question: 'Hur många dagar i månaden är barnet hos dig?',
});

/** Om barnet är i hushållet någon dag i månaden. Ett barn med noll dagar är ingen medlem (docs/tolkningar/T05). */
export const ärHär = rule(barn, 'ar-har', {
  label: 'Barnet är i hushållet någon dag i månaden',
  from: [dagarIHushållet],
  value: (dagar) => dagar !== 0,
});

export const antalVuxna = count(hushåll, vuxen, { name: 'antal-vuxna', label: 'Antal vuxna' });
const antalBarn = count(hushåll, barn, { name: 'antal-barn-i-underlaget', label: 'Antal barn i underlaget' });

/** Barn och skolungdomar som är i hushållet någon dag i månaden. */
export const barnIHushållet = count(hushåll, barn, {
  name: 'barn-i-hushallet',
  label: 'Barn och skolungdomar i hushållet',
  where: ärHär,
});

/** Om de två vuxna är ett par. */
export const ärPar = rule(hushåll, 'ar-par', {
  label: 'Hushållet är ett par',
  from: [antalVuxna],
  value: (vuxna) => vuxna > 1,
});

const personerIBostaden = fact(hushåll, 'personer-i-bostaden', {
  key: 'personerIBostaden',
  label: 'Personer i bostaden',
  type: wholeNumber().optional(),
  question: 'Hur många bor i bostaden?',
});

/** Hushållets medlemmar: vuxna, och barn som är där någon dag i månaden. */
export const medlemmar = rule(hushåll, 'medlemmar', {
  label: 'Personer i hushållet',
  unit: personer,
  from: [antalVuxna, barnIHushållet],
  value: (vuxna, barn) => personer(vuxna + barn),
});

/** De i hushållsgemenskapen som inte hör till hushållet. */
export const utomstående = rule(hushåll, 'utomstaende', {
  label: 'Andra i bostaden',
  unit: personer,
  from: [personerIBostaden, antalVuxna, antalBarn],
  value: (iBostaden, vuxna, barn) =>
    iBostaden === undefined ? personer(0) : larger(personer(0), subtract(personer(iBostaden), personer(vuxna + barn))),
});

/** Alla i hushållsgemenskapen. */
export const iBostaden = rule(hushåll, 'i-bostaden', {
  label: 'Personer i hushållsgemenskapen',
  unit: personer,
  from: [medlemmar, utomstående],
  value: (medlemmar, utomstående) => add(medlemmar, utomstående),
});
