// Made from village.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '../../index.ts';

/** Law data of 'village': grounds and dated parameters. */
export const villageLaw = {
  id: 'village',
  grounds: {},
  parameters: {
    rentLimit: lawParameter<Table<Quantity<'mite'>>>({
      id: 'village.rentLimit',
      label: 'Rent limit of the village of Oss',
      unit: 'mite',
      setBy: 'municipality',
      versions: [
        {
          from: day('0300-01-01'),
          act: 'Guidelines of Oss 2',
          checked: day('0306-01-01'),
          status: 'printed',
          clock: 'month',
          value: [
            { from: 1, to: 2, value: 50000 },
            { from: 3, to: 4, value: 70000 },
            { from: 5, value: 85000 },
          ],
        },
      ],
    }),
  },
} satisfies Law;
