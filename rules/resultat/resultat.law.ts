// Made from resultat.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, type Law } from '@stegvis/engine';

/** Law data of 'resultat': grounds and dated parameters. */
export const resultatLaw = {
  id: 'resultat',
  grounds: {
    bistand: {
      id: 'resultat.bistand',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2025-06-30'),
          cite: '4 kap. 1 § socialtjänstlagen',
          act: 'SFS 2001:453',
          clock: 'later',
        },
        {
          from: day('2025-07-01'),
          cite: '12 kap. 1 § socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'later',
        },
      ],
    },
  },
  parameters: {},
} satisfies Law;
