// Made from vimmerby.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '@stegvis/engine';

/** Law data of 'vimmerby': grounds and dated parameters. */
export const vimmerbyLaw = {
  id: 'vimmerby',
  grounds: {},
  parameters: {
    boendeEfterBarn: lawParameter<Table<Quantity<'ore'>>>({
      id: 'vimmerby.boendeEfterBarn',
      label: 'Vimmerbys gräns för boendekostnad efter antal barn',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('2024-01-01'),
          to: day('2024-12-31'),
          act: 'Vimmerby kommuns riktlinjer 2024',
          checked: day('2026-11-22'),
          status: 'printed',
          source: 'vimmerby.se, Så här räknar vi - normer för försörjning och bostadskostnad',
          note: 'Raden för en eller två vuxna med två barn (tre rum och kök, 6 900) är läst. De andra fyra beloppen är i ordning efter antal barn.',
          clock: 'month',
          value: [
            { from: 0, to: 0, value: 470000 },
            { from: 1, to: 1, value: 640000 },
            { from: 2, to: 2, value: 690000 },
            { from: 3, to: 3, value: 840000 },
            { from: 4, to: 4, value: 870000 },
          ],
        },
      ],
    }),
  },
} satisfies Law;
