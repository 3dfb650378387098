// Made from kostnader.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, type Law } from '@stegvis/engine';

/** Law data of 'kostnader': grounds and dated parameters. */
export const kostnaderLaw = {
  id: 'kostnader',
  grounds: {
    skaligaKostnader: {
      id: 'kostnader.skaligaKostnader',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2025-06-30'),
          cite: '4 kap. 3 § första stycket 2 socialtjänstlagen',
          act: 'SFS 2001:453',
          clock: 'later',
        },
        {
          from: day('2025-07-01'),
          cite: '12 kap. 7 § första stycket 2 socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'later',
        },
      ],
    },
    levnadskostnaderIOvrigt: {
      id: 'kostnader.levnadskostnaderIOvrigt',
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
    utanSamtyckeskrav: {
      id: 'kostnader.utanSamtyckeskrav',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 7 § socialtjänstlagen i lydelsen före 2027',
          act: 'SFS 2025:400',
          clock: 'later',
        },
      ],
    },
    samtyckeTillAndrahand: {
      id: 'kostnader.samtyckeTillAndrahand',
      versions: [
        {
          from: day('2027-01-01'),
          cite: '12 kap. 7 d § socialtjänstlagen',
          act: 'SFS 2025:400',
          transition: 'SFS 2026:897 punkt 2: äldre lydelse bara när både ansökan kom in och tiden den avser är före 2027-01-01.',
          clock: 'later',
        },
      ],
    },
  },
  parameters: {},
} satisfies Law;
