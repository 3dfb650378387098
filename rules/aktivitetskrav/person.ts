import { ageInYears, date, fact, momentMonth, parameter, type Quantity, rule, subject, unit } from '@stegvis/engine';
import { alderLaw as ålderslag } from '../alder/alder.law.ts';
import { år } from '../hushall/hushall.ts';

/** Timmar per vecka; bråkdelar av en timme är tillåtna. */
export const timme = unit('timme', { decimals: 2, label: 'timmar', whole: false });
export type Timme = Quantity<'timme'>;
/** Andel av heltid: 1 är hela. */
export const andel = unit('andel', { decimals: 2, label: 'av heltid', whole: false });

/** Den som aktivitetskravet prövas för. */
export const person = subject('person', { label: 'Personen' });
export const barn = person.part('barn', 'barn', { label: 'Barn i hushållet' });
export const deltid = person.part('deltid', 'deltid', { label: 'Sysselsättning på deltid' });
export const sjukförmån = person.part('sjukforman', 'sjukforman', { label: 'Sjukförmån' });

export const född = fact(person, 'fodd', { label: 'Född', type: date() });

/** Ålder i hela år i månaden. Vilken dag åldern räknas från är en tolkning (docs/tolkningar/T01). */
export const ålder = rule(person, 'alder', {
  label: 'Ålder',
  unit: år,
  from: [född, momentMonth, parameter(ålderslag.parameters.raknas)],
  value: (född, månad, räknas) => år(ageInYears(född, månad, räknas)),
});
