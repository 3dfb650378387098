import {
  ageInYears,
  any,
  date,
  each,
  fact,
  flag,
  type Ground,
  lookUp,
  momentMonth,
  oneOf,
  parameter,
  quantity,
  rule,
  sum,
  yearOf,
} from '@stegvis/engine';
import { alderLaw as ålderslag } from '../alder/alder.law.ts';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { deltidssysselsättningar, heltidssysselsättningar } from './aktivitetsunderlag.ts';
import { avrundad } from './avrundad.ts';
import { andel, deltid, född, person, sjukförmån, ålder } from './person.ts';

const { grounds, parameters } = lag;

const under18 = rule(person, 'under-18', {
  label: 'Under 18 år',
  cite: grounds.under18,
  from: [ålder, parameter(parameters.vuxenalder)],
  value: (ålder, vuxen) => ålder < vuxen,
});

const skolstudier = fact(person, 'skolstudier', {
  label: 'Studerar i grundskola eller gymnasium',
  type: flag(),
  default: false,
});
const iSkolan = rule(person, 'i-skolan', {
  label: '18–20 år och i grundskola eller gymnasium',
  cite: grounds.skolstudier,
  from: [ålder, skolstudier, parameter(parameters.vuxenalder), parameter(parameters.hogstaSkolalder)],
  value: (ålder, studerar, lägst, högst) => studerar && ålder >= lägst && ålder <= högst,
});

const heltid = fact(person, 'heltid', {
  label: 'Sysselsättning på heltid',
  type: oneOf(heltidssysselsättningar).optional(),
});
const heltidsundantag = (
  namn: string,
  label: string,
  cite: Ground,
  typer: readonly (typeof heltidssysselsättningar)[number][],
) => ({
  cite,
  node: rule(person, namn, {
    label,
    cite,
    from: [heltid],
    value: (heltid) => heltid !== undefined && typer.includes(heltid),
  }),
});

/** Har uppnått riktåldern. För årskullar utan fastställd riktålder är svaret nej under den senast fastställda åldern. */
const riktålder = rule(person, 'riktalder-uppnadd', {
  label: 'Har uppnått riktåldern för pension',
  cite: grounds.riktalder,
  from: [född, ålder, parameter(parameters.riktalder)],
  value: (född, ålder, riktålder) => {
    const senast = riktålder.at(-1);
    return (senast === undefined || ålder >= senast.value) && ålder >= lookUp(riktålder, yearOf(född));
  },
});

const omfattning = fact(sjukförmån, 'omfattning', { label: 'Omfattning', type: quantity(andel) });
const omfattningar = sum(person, 'sjukforman-omfattningar', {
  label: 'Sjukförmånernas omfattningar',
  unit: andel,
  parts: [each(sjukförmån, omfattning)],
});

/** Sjukförmånernas sammanlagda andel av heltid; kan vara mer än hel. */
export const sjukandel = rule(person, 'sjukandel', {
  label: 'Sjukförmåner sammanlagt',
  unit: andel,
  cite: grounds.sjukforman,
  from: [omfattningar],
  value: (summa) => andel(avrundad(summa)),
});

const helSjukförmån = rule(person, 'hel-sjukforman', {
  label: 'Hel sjukförmån',
  cite: grounds.sjukforman,
  from: [sjukandel],
  value: (sjukandel) => sjukandel >= 1,
});

const ledigMedBarn = fact(person, 'foraldraledig-med-barn-fott', {
  key: 'foraldraledigMedBarnFott',
  label: 'Föräldraledig med barn fött',
  type: date().optional(),
});
const föräldraledig = rule(person, 'foraldraledig', {
  label: 'Föräldraledig med barn under ett år',
  cite: grounds.foraldraledig,
  from: [ledigMedBarn, momentMonth, parameter(parameters.spadbarnsalder), parameter(ålderslag.parameters.raknas)],
  value: (fött, månad, gräns, räknas) => {
    const ålder = fött === undefined ? gräns : ageInYears(fött, månad, räknas);
    return ålder >= 0 && ålder < gräns;
  },
});

export const deltidstyp = fact(deltid, 'typ', { label: 'Sysselsättning', type: oneOf(deltidssysselsättningar) });
const ärFörmedlingsinsats = rule(deltid, 'ar-formedlingsinsats', {
  label: 'Förmedlingsinsatser',
  from: [deltidstyp],
  value: (typ) => typ === 'formedlingsinsatser',
});
const förmedlingsinsatser = any(person, deltid, ärFörmedlingsinsats, {
  name: 'formedlingsinsatser',
  label: 'Anvisad till förmedlingsinsatser på deltid',
  cite: grounds.formedlingsinsatser,
});

/** De som kravet inte får ställas på: SoL 12 kap. 4 a § andra stycket i lagens ordning, sedan SoF 12 kap. 4 §. */
export const undantag = [
  { cite: grounds.under18, node: under18 },
  { cite: grounds.skolstudier, node: iSkolan },
  heltidsundantag('heltid-anstallning', 'Anställning på heltid', grounds.heltidAnstallning, ['anstallning']),
  heltidsundantag('heltid-program', 'Arbetsmarknadspolitiskt program på heltid', grounds.heltidProgram, [
    'arbetsmarknadspolitiskt-program',
  ]),
  heltidsundantag('heltid-utbildning', 'Sfi eller godtagbar utbildning på heltid', grounds.heltidUtbildning, [
    'sfi',
    'godtagbar-utbildning',
  ]),
  heltidsundantag('heltid-insats', 'Annan insats på heltid', grounds.heltidInsats, ['annan-insats']),
  { cite: grounds.riktalder, node: riktålder },
  { cite: grounds.sjukforman, node: helSjukförmån },
  { cite: grounds.foraldraledig, node: föräldraledig },
  { cite: grounds.formedlingsinsatser, node: förmedlingsinsatser },
] as const;

/** Om vart och ett av undantagen träffar, i samma ordning. */
export const undantagSomTräffar = rule(person, 'undantag', {
  label: 'Undantag från aktivitetskrav',
  from: undantag.map(({ node }) => node),
  value: (...träffar): readonly boolean[] => träffar,
});
