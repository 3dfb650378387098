// Made from malmo.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '@stegvis/engine';

/** Law data of 'malmo': grounds and dated parameters. */
export const malmoLaw = {
  id: 'malmo',
  grounds: {},
  parameters: {
    boendeEfterBarn: lawParameter<Table<Quantity<'ore'>>>({
      id: 'malmo.boendeEfterBarn',
      label: 'Malmös gräns för boendekostnad efter antal barn',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2018-12-31'),
          act: 'Malmö stads riktlinjer',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          none: 'Gränser före 2019 är inte inlagda.',
        },
        {
          from: day('2019-01-01'),
          to: day('2019-12-31'),
          act: 'Malmö stads riktlinjer 2019',
          checked: day('2026-11-22'),
          status: 'printed',
          source: 'malmo.se, Riksnorm och belopp för boendekostnad',
          clock: 'month',
          value: [
            { from: 0, to: 0, value: 630000 },
            { from: 1, to: 1, value: 762500 },
            { from: 2, to: 2, value: 942500 },
          ],
        },
      ],
    }),
    boendePerYtterligare: lawParameter<Quantity<'ore'>>({
      id: 'malmo.boendePerYtterligare',
      label: 'Malmös tillägg per barn utöver två',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2018-12-31'),
          act: 'Malmö stads riktlinjer',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          none: 'Gränser före 2019 är inte inlagda.',
        },
        {
          from: day('2019-01-01'),
          to: day('2019-12-31'),
          act: 'Malmö stads riktlinjer 2019',
          checked: day('2026-11-22'),
          status: 'printed',
          source: 'malmo.se, Riksnorm och belopp för boendekostnad',
          clock: 'month',
          value: 180000,
        },
      ],
    }),
  },
} satisfies Law;
