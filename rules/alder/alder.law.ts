// Made from alder.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law } from '@stegvis/engine';

/** Law data of 'alder': grounds and dated parameters. */
export const alderLaw = {
  id: 'alder',
  grounds: {},
  parameters: {
    raknas: lawParameter<'month-of-birthday'>({
      id: 'alder.raknas',
      label: 'Åldern räknas från',
      setBy: 'state',
      versions: [
        {
          from: day('0000-01-01'),
          act: 'Tolkning T01',
          checked: day('2026-11-22'),
          status: 'derived',
          source: 'docs/tolkningar/T01',
          note: 'Från och med födelsedagens månad.',
          clock: 'month',
          value: 'month-of-birthday',
        },
      ],
    }),
  },
} satisfies Law;
