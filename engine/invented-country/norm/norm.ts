import {
  add,
  ageInYears,
  any,
  count,
  date,
  each,
  fact,
  flag,
  lookUp,
  max,
  momentMonth,
  multiply,
  parameter,
  rule,
  sum,
  version,
  zero,
} from '../../index.ts';
import { adult, child, hearth, mite, years } from '../subjects.ts';
import { normLaw } from './norm.law.ts';

const { grounds, parameters } = normLaw;

const couple = fact(hearth, 'couple', { type: flag(), label: 'The grown-ups are a couple', default: false });
const born = fact(child, 'born', { type: date(), label: 'Born', question: 'When was the child born?' });
const lunchAway = fact(child, 'lunchAway', { type: flag(), label: 'Eats lunch away', default: false });
export const livesHere = fact(child, 'livesHere', { type: flag(), label: 'Lives in the hearth', default: true });

const childAmounts = parameter(parameters.child);
const adultAmounts = parameter(parameters.adult);
const commonAmounts = parameter(parameters.common);
const bonusAmount = parameter(parameters.bonus);

export const age = rule(child, 'age', {
  label: 'Age',
  unit: years,
  from: [born, momentMonth],
  value: (born, month) => years(ageInYears(born, month)),
});

export const personal = rule(child, 'personal', {
  label: 'Personal cost of the child',
  unit: mite,
  cite: grounds.personal,
  when: livesHere,
  otherwise: zero,
  from: [childAmounts, age, lunchAway],
  value: (amounts, age, lunchAway) => {
    const row = lookUp(amounts, age);
    return lunchAway ? row.lunchAway : row.whole;
  },
  say: (value, [, age], t) => `The child is ${t(age)} years old and needs ${t(value, 'mite')}.`,
});

const adults = count(hearth, adult, { label: 'Grown-ups' });
const children = count(hearth, child, { label: 'Children', where: livesHere });
const adultsPersonal = rule(hearth, 'adultsPersonal', {
  label: 'Personal costs of the grown-ups',
  unit: mite,
  cite: grounds.personal,
  from: [adultAmounts, adults, couple],
  value: (amounts, adults, couple) => (couple ? amounts.couple : multiply(amounts.alone, adults)),
});

export const size = rule(hearth, 'size', {
  label: 'Size of the hearth',
  from: [adults, children],
  value: (adults, children) => adults + children,
});

const common = rule(hearth, 'common', {
  label: 'Common costs',
  unit: mite,
  cite: grounds.common,
  from: [commonAmounts, size],
  value: (amounts, size) => lookUp(amounts, size),
});

const isSmall = rule(child, 'isSmall', { label: 'Small child', from: [age], value: (age) => age < 3 });
const hasSmall = any(hearth, child, isSmall, { label: 'Has a small child' });
export const oldest = max(hearth, child, age, { label: 'Age of the oldest child' });

const bonus = rule(hearth, 'bonus', {
  label: 'Warmth bonus',
  unit: mite,
  when: hasSmall,
  otherwise: zero,
  versions: [
    version(grounds.bonusOld, [commonAmounts], (amounts) => multiply(lookUp(amounts, 1), 0)),
    version(grounds.bonusNew, [bonusAmount, oldest], (bonus, oldest) =>
      oldest === undefined ? bonus : add(bonus, zero),
    ),
  ],
});

/** What the members of the hearth need by the tables. */
export const norm = sum(hearth, 'norm', {
  label: 'Norm',
  unit: mite,
  cite: grounds.common,
  parts: [adultsPersonal, each(child, personal), common, bonus],
});
