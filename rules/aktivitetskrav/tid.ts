import { each, fact, minus, multiply, notBelowZero, parameter, quantity, rule, smaller, sum } from '@stegvis/engine';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { avrundad } from './avrundad.ts';
import { barnavdrag, tillsynPrövas } from './barnregeln.ts';
import { deltid, person, timme } from './person.ts';
import { sjukandel } from './undantag.ts';

const { grounds, parameters } = lag;

/** Lagens längsta tid per vecka. */
export const högstaTid = rule(person, 'hogsta-tid', {
  label: 'Längsta tid per vecka',
  unit: timme,
  cite: grounds.tid,
  from: [parameter(parameters.hogstaTid)],
  value: (högst) => högst,
});

export const förmåga = fact(person, 'formaga-timmar', {
  key: 'formagaTimmar',
  label: 'Bedömd förmåga att delta',
  type: quantity(timme).optional(),
});

/** Tiden efter förmågan. Är förmågan inte bedömd gäller lagens längsta tid. */
export const tidEfterFörmåga = rule(person, 'tid-efter-formaga', {
  label: 'Tid med hänsyn till förmågan',
  unit: timme,
  cite: grounds.tid,
  from: [högstaTid, förmåga],
  value: (högst, förmåga) => (förmåga === undefined ? högst : smaller(högst, förmåga)),
});

/** Taket: det lägsta av lagens längsta tid, förmågan och det som sjukförmånerna lämnar kvar av den längsta tiden. */
export const tak = rule(person, 'tak', {
  label: 'Tak med hänsyn till sjukförmåner',
  unit: timme,
  cite: grounds.sjukforman,
  from: [tidEfterFörmåga, högstaTid, sjukandel],
  value: (tid, högst, sjukandel) => smaller(tid, notBelowZero(timme(avrundad(multiply(högst, 1 - sjukandel))))),
});

const deltidstimmar = fact(deltid, 'timmar', { label: 'Timmar per vecka', type: quantity(timme) });
export const sysselsättning = rule(deltid, 'sysselsattning', {
  label: 'Sysselsättning på deltid',
  unit: timme,
  cite: grounds.deltid,
  from: [deltidstimmar],
  value: (timmar) => timmar,
});

const jobbsökande = fact(person, 'jobbsokande-timmar', {
  key: 'jobbsokandeTimmar',
  label: 'Tid att söka arbete',
  type: quantity(timme),
  default: timme(0),
});
export const sökaArbete = rule(person, 'soka-arbete', {
  label: 'Skyldighet att söka arbete',
  unit: timme,
  cite: grounds.sokaArbete,
  from: [jobbsökande],
  value: (timmar) => timmar,
});

const skyldighetstimmar = fact(person, 'ovriga-skyldigheter-timmar', {
  key: 'ovrigaSkyldigheterTimmar',
  label: 'Tid för övriga skyldigheter',
  type: quantity(timme),
  default: timme(0),
});
export const övrigaSkyldigheter = rule(person, 'ovriga-skyldigheter', {
  label: 'Övriga skyldigheter',
  unit: timme,
  cite: grounds.ovrigaSkyldigheter,
  from: [skyldighetstimmar],
  value: (timmar) => timmar,
});

const tillsynstimmar = fact(person, 'tillsyn-timmar', {
  key: 'tillsynTimmar',
  label: 'Bedömd tid för tillsyn över barn',
  type: quantity(timme).optional(),
});
/** Anpassningen till möjligheten att ha tillsyn över barn (docs/tolkningar/A14). Bara för den som har barn som kan behöva tillsyn. */
export const tillsyn = rule(person, 'tillsyn', {
  label: 'Tillsyn över barn',
  unit: timme,
  cite: grounds.tillsyn,
  from: [tillsynstimmar, tillsynPrövas],
  value: (timmar, prövas) => (prövas && timmar !== undefined ? timmar : timme(0)),
});

const kvarAvTaket = sum(person, 'kvar-av-taket', {
  label: 'Tid efter alla minskningar',
  unit: timme,
  parts: [
    tak,
    minus(each(deltid, sysselsättning)),
    minus(sökaArbete),
    minus(övrigaSkyldigheter),
    minus(barnavdrag),
    minus(tillsyn),
  ],
});

/** Den tid som kravet högst avser om det ställs; aldrig under noll. */
export const tid = rule(person, 'tid', {
  label: 'Tid per vecka',
  unit: timme,
  cite: grounds.tid,
  from: [kvarAvTaket],
  value: (kvar) => notBelowZero(timme(avrundad(kvar))),
});
