import { assessment, each, fact, lookUp, oneOf, parameterIfSet, quantity, rule, smaller, sum } from '../../index.ts';
import { size } from '../norm/norm.ts';
import { cost, hearth, mite } from '../subjects.ts';
import { costsLaw } from './costs.law.ts';

const { grounds, parameters } = costsLaw;

const kind = fact(cost, 'kind', { type: oneOf(['rent', 'heat', 'travel', 'guild']), label: 'Kind of cost' });
const amount = fact(cost, 'amount', { type: quantity(mite), label: 'Amount', saidBy: 'source' });
export const found = assessment(cost, 'found', {
  label: 'Amount found reasonable',
  unit: mite,
  question: 'How much of the cost is reasonable?',
  cite: grounds.reasonable,
});
export const rentLimit = parameterIfSet(parameters.rentLimit);

const limit = rule(hearth, 'rentLimit', {
  label: 'Rent limit for the hearth',
  unit: mite,
  from: [rentLimit, size],
  value: (limits, size) => (limits === undefined ? undefined : lookUp(limits, size)),
});

export const reasonable = rule(cost, 'reasonable', {
  label: 'Reasonable cost',
  unit: mite,
  cite: grounds.reasonable,
  from: [kind, amount, found, limit],
  value: (kind, amount, found, limit) => {
    if (found !== undefined) return found;
    return kind === 'rent' && limit !== undefined ? smaller(amount, limit) : amount;
  },
});

/** What the hearth pays and should be helped with. */
export const costs = sum(hearth, 'costs', { label: 'Reasonable costs', unit: mite, parts: [each(cost, reasonable)] });
