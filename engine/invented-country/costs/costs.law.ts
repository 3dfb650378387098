// Made from costs.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '../../index.ts';

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
  },
} satisfies Law;
