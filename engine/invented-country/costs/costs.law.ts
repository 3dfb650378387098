// Made from costs.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Rows, type Table } from '../../index.ts';

/** Law data of 'costs': grounds and dated parameters. */
export const costsLaw = {
  id: 'costs',
  grounds: {
    reasonable: {
      id: 'costs.reasonable',
      versions: [
        { from: day('0300-01-01'), cite: 'section 5', act: 'Hearth Act 300', clock: 'month' },
      ],
    },
  },
  parameters: {
    rentLimit: lawParameter<Table<Quantity<'mite'>>>({
      id: 'costs.rentLimit',
      label: 'The village\'s limit for rent by size',
      unit: 'mite',
      setBy: 'municipality',
      versions: [],
    }),
    share: lawParameter<Rows<'guild' | 'heat' | 'rent' | 'travel', number>>({
      id: 'costs.share',
      label: 'Part of a cost that is counted, in hundredths',
      setBy: 'state',
      versions: [
        {
          from: day('0300-01-01'),
          act: 'Hearth Act 300',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: { rent: 100, heat: 100, travel: 80, guild: 100 },
        },
      ],
    }),
  },
} satisfies Law;
