import {
  ageInYears,
  any,
  date,
  fact,
  flag,
  momentMonth,
  monthNumber,
  parameter,
  rule,
  version,
  yearOf,
} from '@stegvis/engine';
import { alderLaw as ålderslag } from '../alder/alder.law.ts';
import { år } from '../hushall/hushall.ts';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { barn, person, timme } from './person.ts';

const { grounds, parameters } = lag;

const född = fact(barn, 'fodd', { label: 'Född', type: date() });
const avslutatFörsta = fact(barn, 'avslutat-forsta-skolaret', {
  key: 'avslutatForstaSkolaret',
  label: 'Har avslutat sitt första skolår',
  type: flag().optional(),
});
const avslutatAndra = fact(barn, 'avslutat-andra-skolaret', {
  key: 'avslutatAndraSkolaret',
  label: 'Har avslutat det andra skolåret',
  type: flag().optional(),
});

const ålder = rule(barn, 'alder', {
  label: 'Ålder',
  unit: år,
  from: [född, momentMonth, parameter(ålderslag.parameters.raknas)],
  value: (född, månad, räknas) => år(ageInYears(född, månad, räknas)),
});

/** Om skolåret som lagen frågar efter är avslutat; undefined = okänt. Före juli 2028 det första, därefter det andra. */
const skolåretAvslutat = rule(barn, 'skolaret-avslutat', {
  label: 'Skolåret är avslutat',
  versions: [
    version(
      grounds.barnForstaSkolaret,
      [avslutatFörsta, avslutatAndra],
      (första, andra) => första ?? (andra === true ? true : undefined),
    ),
    version(
      grounds.barnAndraSkolaret,
      [avslutatFörsta, avslutatAndra],
      (första, andra) => andra ?? (första === false ? false : undefined),
    ),
  ],
});

const barnalder = parameter(parameters.barnalder);

/** Skolåret är okänt och det är det år barnet fyller åtta, till och med sommaren (docs/tolkningar/A10). */
const antasGåKvar = rule(barn, 'antas-ga-kvar', {
  label: 'Antas inte ha avslutat skolåret',
  from: [född, ålder, skolåretAvslutat, momentMonth, barnalder, parameter(parameters.sommarensSistaManad)],
  value: (född, ålder, avslutat, månad, gräns, sommarenSlutar) =>
    avslutat === undefined &&
    ålder >= gräns &&
    yearOf(månad) - yearOf(född) <= gräns &&
    monthNumber(månad) <= sommarenSlutar,
});

const gerMinskning = rule(barn, 'ger-minskning', {
  label: 'Barn under åtta år eller som inte har avslutat skolåret',
  from: [ålder, skolåretAvslutat, antasGåKvar, barnalder],
  value: (ålder, avslutat, antasGåKvar, gräns) => ålder >= 0 && (ålder < gräns || avslutat === false || antasGåKvar),
});

const motsäger = rule(barn, 'skolaren-motsager', {
  label: 'Uppgifterna om skolåren går inte ihop',
  from: [avslutatFörsta, avslutatAndra],
  value: (första, andra) => första === false && andra === true,
});

const harTillsynsbehov = rule(barn, 'tillsyn', {
  label: 'Barn som kan behöva tillsyn',
  from: [ålder, parameter(parameters.vuxenalder)],
  value: (ålder, vuxen) => ålder >= 0 && ålder < vuxen,
});

const någotGerMinskning = any(person, barn, gerMinskning, {
  name: 'barn-ger-minskning',
  label: 'Något barn ger minskning',
});
export const skolårOkänt = any(person, barn, antasGåKvar, {
  name: 'skolar-okant',
  label: 'Skolåret är okänt för något barn',
});
export const skolårMotsäger = any(person, barn, motsäger, {
  name: 'skolar-motsager',
  label: 'Uppgifterna om skolåren går inte ihop',
});
export const tillsynPrövas = any(person, barn, harTillsynsbehov, {
  name: 'tillsyn-provas',
  label: 'Möjligheten till tillsyn prövas',
});

/** Tio timmar mindre för den som har barn; ett barn räcker och fler barn ger inte mer. */
export const barnavdrag = rule(person, 'barnavdrag', {
  label: 'Minskning för barn i hushållet',
  unit: timme,
  cite: grounds.barn,
  from: [någotGerMinskning, parameter(parameters.barnavdrag)],
  value: (ger, avdrag) => (ger ? avdrag : timme(0)),
});
