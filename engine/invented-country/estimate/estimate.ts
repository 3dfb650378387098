import {
  count,
  each,
  fact,
  flag,
  graph,
  lookUp,
  minus,
  multiply,
  notBelowZero,
  parameter,
  quantity,
  rule,
  share,
  smaller,
  subject,
  sum,
  wholeNumber,
  zero,
} from '../../index.ts';
import { villageLaw } from '../costs/village.law.ts';
import { incomeLaw } from '../income/income.law.ts';
import { normLaw } from '../norm/norm.law.ts';
import { mite, months, years } from '../subjects.ts';

/*
 * A rough estimate of the help, from a handful of amounts: the task that engines are measured by. Norm with up to six children,
 * rent up to a limit by size, three other costs, a quarter of the wage kept, four kinds of income.
 */

const hearth = subject('hearth');
const child = hearth.part('child', 'children');

const amount = (name: string, label: string) => fact(hearth, name, { type: quantity(mite), label, default: mite(0) });
const rent = amount('rent', 'Rent');
const heat = amount('heat', 'Heat');
const travel = amount('travel', 'Travel');
const guild = amount('guild', 'Guild fee');
const wage = amount('wage', 'Wage');
const pension = amount('pension', 'Pension');
const benefit = amount('benefit', 'Benefit');
const gain = amount('gain', 'Gain');
const adults = fact(hearth, 'adults', { type: wholeNumber(), label: 'Grown-ups' });
const couple = fact(hearth, 'couple', { type: flag(), label: 'A couple', default: false });
const helped = fact(hearth, 'monthsHelped', { type: quantity(months), label: 'Months with help', default: months(0) });
const age = fact(child, 'age', { type: quantity(years), label: 'Age' });
const lunchAway = fact(child, 'lunchAway', { type: flag(), label: 'Eats lunch away', default: false });

const { grounds } = normLaw;
const personal = rule(child, 'personal', {
  label: 'Personal cost of the child',
  unit: mite,
  cite: grounds.personal,
  from: [parameter(normLaw.parameters.child), age, lunchAway],
  value: (amounts, age, lunchAway) => (lunchAway ? lookUp(amounts, age).lunchAway : lookUp(amounts, age).whole),
});
const adultsPersonal = rule(hearth, 'adultsPersonal', {
  label: 'Personal costs of the grown-ups',
  unit: mite,
  cite: grounds.personal,
  from: [parameter(normLaw.parameters.adult), adults, couple],
  value: (amounts, adults, couple) => (couple ? amounts.couple : multiply(amounts.alone, adults)),
});
const children = count(hearth, child);
const size = rule(hearth, 'size', {
  label: 'Size',
  from: [adults, children],
  value: (adults, children) => adults + children,
});
const common = rule(hearth, 'common', {
  label: 'Common costs',
  unit: mite,
  cite: grounds.common,
  from: [parameter(normLaw.parameters.common), size],
  value: (amounts, size) => lookUp(amounts, size),
});
const norm = sum(hearth, 'norm', {
  label: 'Norm',
  unit: mite,
  cite: grounds.common,
  parts: [adultsPersonal, each(child, personal), common],
});
const rentCounted = rule(hearth, 'rentCounted', {
  label: 'Rent up to the limit',
  unit: mite,
  from: [rent, parameter(villageLaw.parameters.rentLimit), size],
  value: (rent, limits, size) => smaller(rent, lookUp(limits, size)),
});
const costs = sum(hearth, 'costs', { label: 'Costs', unit: mite, parts: [rentCounted, heat, travel, guild] });
const entitled = rule(hearth, 'entitled', {
  label: 'Has had help long enough',
  cite: incomeLaw.grounds.stimulus,
  from: [helped, parameter(incomeLaw.parameters.stimulusAfter)],
  value: (helped, after) => helped >= after,
});
const kept = rule(hearth, 'kept', {
  label: 'Kept part of the wage',
  unit: mite,
  cite: incomeLaw.grounds.stimulus,
  when: entitled,
  otherwise: zero,
  rounded: 'half-up',
  from: [wage, parameter(incomeLaw.parameters.stimulusShare)],
  value: (wage, kept) => share(wage, kept, 100),
});
const incomes = sum(hearth, 'incomes', {
  label: 'Incomes',
  unit: mite,
  cite: incomeLaw.grounds.counted,
  parts: [wage, pension, benefit, gain, minus(kept)],
});
const lack = sum(hearth, 'lack', { label: 'Lack', unit: mite, parts: [norm, costs, minus(incomes)] });
const help = rule(hearth, 'help', { label: 'Help', unit: mite, from: [lack], value: (lack) => notBelowZero(lack) });

/** The estimate. */
export const estimate = graph({ name: 'estimate', outputs: { norm, costs, incomes, help } });

/** What the estimate is made from. */
export interface EstimateFacts {
  adults: number;
  couple?: boolean;
  monthsHelped?: number;
  children: { age: number; lunchAway?: boolean }[];
  rent: number;
  heat: number;
  travel: number;
  guild: number;
  wage: number;
  pension: number;
  benefit: number;
  gain: number;
}
