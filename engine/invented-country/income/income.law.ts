// Made from income.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Rows } from '../../index.ts';

/** Law data of 'income': grounds and dated parameters. */
export const incomeLaw = {
  id: 'income',
  grounds: {
    counted: {
      id: 'income.counted',
      versions: [
        { from: day('0300-01-01'), cite: 'section 6', act: 'Hearth Act 300', clock: 'month' },
      ],
    },
    stimulus: {
      id: 'income.stimulus',
      versions: [
        { from: day('0300-01-01'), cite: 'section 7', act: 'Hearth Act 300', clock: 'month' },
      ],
    },
  },
  parameters: {
    treatment: lawParameter<Rows<'benefit' | 'pension' | 'prize' | 'wage', 'counted' | 'free'>>({
      id: 'income.treatment',
      label: 'How kinds of income are treated',
      setBy: 'state',
      versions: [
        {
          from: day('0300-01-01'),
          act: 'Hearth Act 300',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: { wage: 'counted', pension: 'counted', benefit: 'counted', prize: 'free' },
        },
      ],
    }),
    stimulusShare: lawParameter<number>({
      id: 'income.stimulusShare',
      label: 'Part of the wage kept, in hundredths',
      setBy: 'state',
      versions: [
        {
          from: day('0300-01-01'),
          act: 'Hearth Act 300',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: 25,
        },
      ],
    }),
    stimulusAfter: lawParameter<Quantity<'month'>>({
      id: 'income.stimulusAfter',
      label: 'Months with help before a part of the wage is kept',
      unit: 'month',
      setBy: 'state',
      versions: [
        {
          from: day('0300-01-01'),
          act: 'Hearth Act 300',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: 6,
        },
      ],
    }),
  },
} satisfies Law;
