import { each, fact, minus, oneOf, parameter, quantity, rule, share, sum, zero } from '../../index.ts';
import { adult, hearth, income, mite, months } from '../subjects.ts';
import { incomeLaw } from './income.law.ts';

const { grounds, parameters } = incomeLaw;

const kind = fact(income, 'kind', { type: oneOf(['wage', 'pension', 'benefit', 'prize']), label: 'Kind of income' });
const net = fact(income, 'net', { type: quantity(mite), label: 'Net income', saidBy: 'source' });
const helped = fact(adult, 'monthsHelped', {
  type: quantity(months),
  label: 'Months with help in a row',
  default: months(0),
});

const treatment = parameter(parameters.treatment);
const kept = parameter(parameters.stimulusShare);
const after = parameter(parameters.stimulusAfter);

const counted = rule(income, 'counted', {
  label: 'Counted income',
  unit: mite,
  cite: grounds.counted,
  from: [net, kind, treatment],
  value: (net, kind, treatment) => (treatment[kind] === 'counted' ? net : zero),
});

const wage = rule(income, 'wage', {
  label: 'Wage',
  unit: mite,
  from: [net, kind],
  value: (net, kind) => (kind === 'wage' ? net : zero),
});
const wages = sum(adult, 'wages', { label: 'Wages', unit: mite, parts: [each(income, wage)] });

const entitled = rule(adult, 'entitled', {
  label: 'Has had help long enough',
  cite: grounds.stimulus,
  from: [helped, after],
  value: (helped, after) => helped >= after,
});

export const stimulus = rule(adult, 'stimulus', {
  label: 'Kept part of the wage',
  unit: mite,
  cite: grounds.stimulus,
  when: entitled,
  otherwise: zero,
  rounded: 'half-up',
  from: [wages, kept],
  value: (wages, kept) => share(wages, kept, 100),
});

/** What the hearth has. */
export const incomes = sum(hearth, 'incomes', {
  label: 'Incomes',
  unit: mite,
  cite: grounds.counted,
  parts: [each(income, counted), minus(each(adult, stimulus))],
});
