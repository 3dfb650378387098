// Made from norm.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Rows, type Table } from '../../index.ts';

/** Law data of 'norm': grounds and dated parameters. */
export const normLaw = {
  id: 'norm',
  grounds: {
    personal: {
      id: 'norm.personal',
      versions: [
        {
          from: day('0300-01-01'),
          to: day('0304-12-31'),
          cite: 'section 3',
          act: 'Hearth Act 300',
          clock: 'month',
        },
        { from: day('0305-01-01'), cite: 'chapter 2 section 1', act: 'Warmth Act 305', clock: 'month' },
      ],
    },
    common: {
      id: 'norm.common',
      versions: [
        {
          from: day('0300-01-01'),
          to: day('0304-12-31'),
          cite: 'section 4',
          act: 'Hearth Act 300',
          clock: 'month',
        },
        { from: day('0305-01-01'), cite: 'chapter 2 section 2', act: 'Warmth Act 305', clock: 'month' },
      ],
    },
    bonusOld: {
      id: 'norm.bonusOld',
      versions: [
        {
          from: day('0300-01-01'),
          to: day('0304-12-31'),
          cite: 'section 9',
          act: 'Hearth Act 300',
          clock: 'later',
        },
      ],
    },
    bonusNew: {
      id: 'norm.bonusNew',
      versions: [
        {
          from: day('0305-01-01'),
          cite: 'chapter 2 section 9',
          act: 'Warmth Act 305',
          transition: 'Older rules apply to applications received before 0305-01-01 that concern time before that day.',
          clock: 'later',
        },
      ],
    },
  },
  parameters: {
    child: lawParameter<Table<Rows<'lunchAway' | 'whole', Quantity<'mite'>>>>({
      id: 'norm.child',
      label: 'Personal cost of a child by age',
      unit: 'mite',
      setBy: 'state',
      versions: [
        {
          from: day('0300-01-01'),
          to: day('0304-12-31'),
          act: 'Norm ordinance 300',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: [
            {
              from: 0,
              to: 0,
              value: { whole: 20000, lunchAway: 18000 },
            },
            {
              from: 1,
              to: 6,
              value: { whole: 24000, lunchAway: 21000 },
            },
            {
              from: 7,
              to: 12,
              value: { whole: 30000, lunchAway: 30000 },
            },
            {
              from: 13,
              to: 17,
              value: { whole: 36000, lunchAway: 36000 },
            },
          ],
        },
        {
          from: day('0305-01-01'),
          to: day('0305-12-31'),
          act: 'Norm ordinance 305',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: [
            {
              from: 0,
              to: 0,
              value: { whole: 21000, lunchAway: 19000 },
            },
            {
              from: 1,
              to: 6,
              value: { whole: 25500, lunchAway: 22000 },
            },
            {
              from: 7,
              to: 12,
              value: { whole: 31000, lunchAway: 31000 },
            },
            {
              from: 13,
              to: 17,
              value: { whole: 37000, lunchAway: 37000 },
            },
          ],
        },
        {
          from: day('0306-01-01'),
          act: 'Warmth Act 305',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          awaiting: 'The norm ordinance for 306 is not decided.',
        },
      ],
    }),
    adult: lawParameter<Rows<'alone' | 'couple', Quantity<'mite'>>>({
      id: 'norm.adult',
      label: 'Personal cost of the grown-ups',
      unit: 'mite',
      setBy: 'state',
      versions: [
        {
          from: day('0300-01-01'),
          to: day('0304-12-31'),
          act: 'Norm ordinance 300',
          checked: day('0306-01-01'),
          status: 'derived',
          note: 'Counted back from 305',
          clock: 'month',
          value: { alone: 40000, couple: 72000 },
        },
        {
          from: day('0305-01-01'),
          to: day('0305-12-31'),
          act: 'Norm ordinance 305',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: { alone: 41050, couple: 74000 },
        },
        {
          from: day('0306-01-01'),
          act: 'Warmth Act 305',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          awaiting: 'The norm ordinance for 306 is not decided.',
        },
      ],
    }),
    common: lawParameter<Table<Quantity<'mite'>>>({
      id: 'norm.common',
      label: 'Common cost by size of the hearth',
      unit: 'mite',
      setBy: 'state',
      versions: [
        {
          from: day('0300-01-01'),
          act: 'Norm ordinance 300',
          checked: day('0306-01-01'),
          status: 'printed',
          source: 'Archive of Mirr, shelf 3',
          clock: 'month',
          value: [
            { from: 1, to: 1, value: 10000 },
            { from: 2, to: 2, value: 11500 },
            { from: 3, to: 3, value: 14000 },
            { from: 4, to: 4, value: 16000 },
            { from: 5, to: 5, value: 18500 },
            { from: 6, to: 6, value: 21000 },
            { from: 7, value: 23000 },
          ],
        },
      ],
    }),
    bonus: lawParameter<Quantity<'mite'>>({
      id: 'norm.bonus',
      label: 'Warmth bonus for hearths with small children',
      unit: 'mite',
      setBy: 'state',
      versions: [
        {
          from: day('0305-01-01'),
          act: 'Warmth Act 305',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'later',
          value: 5000,
        },
      ],
    }),
  },
} satisfies Law;
