// Made from hogsby.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '@stegvis/engine';

/** Law data of 'hogsby': grounds and dated parameters. */
export const hogsbyLaw = {
  id: 'hogsby',
  grounds: {},
  parameters: {
    boendeEfterPersoner: lawParameter<Table<Quantity<'ore'>>>({
      id: 'hogsby.boendeEfterPersoner',
      label: 'Högsbys gräns för boendekostnad efter antal personer',
      unit: 'ore',
      setBy: 'municipality',
      versions: [
        {
          from: day('2023-01-01'),
          to: day('2023-12-31'),
          act: 'Högsby kommuns riktlinjer 2023',
          checked: day('2026-11-22'),
          status: 'printed',
          source: 'hogsby.se, Försörjningsstöd så funkar det',
          note: 'Sidan skriver sju belopp i följd. Att de avser en till sju personer följer av raden för två vuxna med två barn.',
          clock: 'month',
          value: [
            { from: 1, to: 1, value: 447400 },
            { from: 2, to: 2, value: 558100 },
            { from: 3, to: 3, value: 619200 },
            { from: 4, to: 4, value: 741600 },
            { from: 5, to: 5, value: 804600 },
            { from: 6, to: 6, value: 865000 },
            { from: 7, to: 7, value: 925500 },
          ],
        },
      ],
    }),
  },
} satisfies Law;
