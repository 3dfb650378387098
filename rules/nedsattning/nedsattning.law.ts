// Made from nedsattning.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, type Law } from '@stegvis/engine';

/** Law data of 'nedsattning': grounds and dated parameters. */
export const nedsattningLaw = {
  id: 'nedsattning',
  grounds: {
    far: {
      id: 'nedsattning.far',
      versions: [
        {
          from: day('2025-07-01'),
          to: day('2026-06-30'),
          cite: '12 kap. 5 § socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'month',
        },
      ],
    },
    ska: {
      id: 'nedsattning.ska',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 5 § första stycket socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 § första stycket socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    sarskildaSkal: {
      id: 'nedsattning.sarskildaSkal',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 5 § andra stycket socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 § andra stycket socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    praktik: {
      id: 'nedsattning.praktik',
      versions: [
        {
          from: day('2025-07-01'),
          to: day('2026-06-30'),
          cite: '12 kap. 4 och 5 §§ socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'month',
        },
        {
          from: day('2026-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 5 § första stycket 1 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 § första stycket 1 socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    aktiviteter: {
      id: 'nedsattning.aktiviteter',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 5 § första stycket 2 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 § första stycket 2 socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    rehabilitering: {
      id: 'nedsattning.rehabilitering',
      versions: [
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 § första stycket 3 socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
  },
  parameters: {},
} satisfies Law;
