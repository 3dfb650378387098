import { assessment, each, fact, lookUp, oneOf, parameter, parameterIfSet, quantity, rule, share, smaller, sum } from '../../index.ts';
import { size } from '../norm/norm.ts';
import { cost, hearth, mite } from '../subjects.ts';
import { costsLaw } from './costs.law.ts';

const { grounds, parameters } = costsLaw;

const kind = fact(cost, 'kind', { type: oneOf(['rent', 'heat', 'travel', 'guild']), label: 'Kind of cost' });
const amount = fact(cost, 'amount', { type: quantity(mite), label: 'Amount', saidBy: 'source' });
export const found = assessment(cost, 'found', {
  label: 'Amount found reasonable', unit: mite, question: 'How much of the cost is reasonable?', cite: grounds.reasonable,
});
export const rentLimit = parameterIfSet(parameters.rentLimit);
const shares = parameter(parameters.share);

const limit = rule(hearth, 'rentLimit', {
  label: 'Rent limit for the hearth',
  unit: mite,
  from: [rentLimit, size],
  value: (limits, size) => (limits === undefined ? undefined : lookUp(limits, size)),
});

const counted = rule(cost, 'counted', {
  label: 'Counted part',
  unit: mite,
  cite: grounds.reasonable,
  rounded: 'half-up',
  from: [amount, kind, shares],
  value: (amount, kind, shares) => share(amount, shares[kind], 100),
});

export const reasonable = rule(cost, 'reasonable', {
  label: 'Reasonable cost',
  unit: mite,
  cite: grounds.reasonable,
  from: [kind, counted, found, limit],
  value: (kind, counted, found, limit) => {
    if (found !== undefined) return found;
    return kind === 'rent' && limit !== undefined ? smaller(counted, limit) : counted;
  },
});

/** What the hearth pays and should be helped with. */
export const costs = sum(hearth, 'costs', { label: 'Reasonable costs', unit: mite, parts: [each(cost, reasonable)] });
