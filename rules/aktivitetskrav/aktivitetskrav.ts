import {
  addMonths,
  collect,
  fact,
  graph,
  inForce,
  listOf,
  momentMonth,
  monthType,
  parameter,
  rule,
} from '@stegvis/engine';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { barnavdrag, skolårMotsäger, skolårOkänt, tillsynPrövas } from './barnregeln.ts';
import { deltid, person, timme } from './person.ts';
import {
  förmåga,
  högstaTid,
  sysselsättning,
  sökaArbete,
  tak,
  tid,
  tidEfterFörmåga,
  tillsyn,
  övrigaSkyldigheter,
} from './tid.ts';
import { sjukandel, undantagSomTräffar } from './undantag.ts';

const { grounds, parameters } = lag;

const bistandsmånader = fact(person, 'bistandsmanader', {
  label: 'Månader med försörjningsstöd',
  type: listOf(monthType()),
  default: [],
});

/** Om personen har fått försörjningsstöd de tre hela månaderna närmast före (docs/tolkningar/A01). */
const månaderIRad = rule(person, 'manader-i-rad', {
  label: 'Tre hela månader i rad närmast före',
  cite: grounds.aktivitetskrav,
  from: [bistandsmånader, momentMonth, parameter(parameters.sammanhangandeManader)],
  value: (månader, månad, antal) =>
    Array.from({ length: antal }, (_, i) => addMonths(månad, -1 - i)).every((tidigare) => månader.includes(tidigare)),
});

/** Om kravet ska, får eller inte får ställas. */
export const krav = rule(person, 'krav', {
  label: 'Aktivitetskrav',
  cite: grounds.aktivitetskrav,
  from: [månaderIRad, inForce(grounds.skyldighet), undantagSomTräffar],
  value: (månaderIRad, skyldighetenGäller, undantag): 'ska' | 'far' | 'far-inte' => {
    if (undantag.includes(true)) return 'far-inte';
    return månaderIRad && skyldighetenGäller ? 'ska' : 'far';
  },
});

/** Timmar per vecka som kravet avser; noll när det inte får ställas. */
export const timmarPerVecka = rule(person, 'timmar-per-vecka', {
  label: 'Timmar per vecka',
  unit: timme,
  from: [krav, tid],
  value: (krav, tid) => (krav === 'far-inte' ? timme(0) : tid),
});

/** Aktivitetskravet som graf: utfallet, tiden och det som uträkningen visar på vägen. */
export const aktivitetskrav = graph({
  name: 'aktivitetskrav',
  outputs: {
    krav,
    timmarPerVecka,
    undantag: undantagSomTräffar,
    högstaTid,
    förmåga,
    tidEfterFörmåga,
    sjukandel,
    tak,
    deltid: collect(person, deltid, sysselsättning, { name: 'deltid' }),
    sökaArbete,
    övrigaSkyldigheter,
    barnavdrag,
    tillsyn,
    skolårOkänt,
    skolårMotsäger,
    tillsynPrövas,
  },
});

/** Uppgifterna om personen så som grafen läser dem. */
export type Kravutfall = ReturnType<ReturnType<typeof aktivitetskrav.wire>>;
