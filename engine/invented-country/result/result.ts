import { all, collect, fact, graph, min, minus, notBelowZero, quantity, rule, subtract, sum } from '../../index.ts';
import { costs, found, reasonable, rentLimit } from '../costs/costs.ts';
import { incomes, stimulus } from '../income/income.ts';
import { age, livesHere, norm, oldest } from '../norm/norm.ts';
import { adult, child, cost, hearth, mite } from '../subjects.ts';

const advance = fact(hearth, 'advance', { type: quantity(mite).optional(), label: 'Paid in advance' });

export const need = sum(hearth, 'need', { label: 'Need', unit: mite, parts: [norm, costs] });
export const lack = sum(hearth, 'lack', { label: 'Lack', unit: mite, parts: [need, minus(incomes)] });
export const help = rule(hearth, 'help', {
  label: 'Help',
  unit: mite,
  from: [lack, advance],
  value: (lack, advance) => notBelowZero(advance === undefined ? lack : subtract(lack, advance)),
  say: (value, [lack], t) => `The hearth lacks ${t(lack, 'mite')}; the help is ${t(value, 'mite')}.`,
});

/** The law of Mirr. */
export const mirr = graph({
  name: 'mirr',
  outputs: {
    norm,
    costs,
    incomes,
    help,
    oldest,
    youngest: min(hearth, child, age, { label: 'Age of the youngest child' }),
    allAtHome: all(hearth, child, livesHere, { label: 'All children live here' }),
    kept: collect(hearth, adult, stimulus, { label: 'Kept by each' }),
    found: collect(hearth, cost, found, { label: 'Settled' }),
  },
});
export { reasonable, rentLimit };
