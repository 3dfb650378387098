// Made from lindvik.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '@stegvis/engine';

/** Law data of 'lindvik': grounds and dated parameters. */
export const lindvikLaw = {
  id: 'lindvik',
  grounds: {},
  parameters: {
    boendeEfterPersoner: lawParameter<Table<Quantity<'ore'>>>({
      id: 'lindvik.boendeEfterPersoner',
      label: 'Lindviks gräns för boendekostnad efter antal personer',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('2025-01-01'),
          act: 'Lindviks riktlinjer (påhittade)',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: [
            { from: 1, to: 1, value: 700000 },
            { from: 2, to: 2, value: 820000 },
            { from: 3, to: 3, value: 940000 },
            { from: 4, to: 4, value: 1080000 },
            { from: 5, to: 5, value: 1210000 },
          ],
        },
      ],
    }),
    boendePerYtterligare: lawParameter<Quantity<'ore'>>({
      id: 'lindvik.boendePerYtterligare',
      label: 'Lindviks tillägg per person utöver fem',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('2025-01-01'),
          act: 'Lindviks riktlinjer (påhittade)',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 120000,
        },
      ],
    }),
    hushallselEfterPersoner: lawParameter<Table<Quantity<'ore'>>>({
      id: 'lindvik.hushallselEfterPersoner',
      label: 'Lindviks gräns för hushållsel efter antal personer',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('2025-01-01'),
          act: 'Lindviks riktlinjer (påhittade)',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: [
            { from: 1, to: 1, value: 45000 },
            { from: 2, to: 2, value: 60000 },
            { from: 3, to: 3, value: 75000 },
            { from: 4, to: 4, value: 90000 },
            { from: 5, value: 110000 },
          ],
        },
      ],
    }),
    hemforsakring: lawParameter<Quantity<'ore'>>({
      id: 'lindvik.hemforsakring',
      label: 'Lindviks gräns för hemförsäkring',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('2025-01-01'),
          act: 'Lindviks riktlinjer (påhittade)',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 25000,
        },
      ],
    }),
  },
} satisfies Law;
