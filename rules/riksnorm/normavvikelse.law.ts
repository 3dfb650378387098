// Made from normavvikelse.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, type Law } from '@stegvis/engine';

/** Law data of 'normavvikelse': grounds and dated parameters. */
export const normavvikelseLaw = {
  id: 'normavvikelse',
  grounds: {
    utanHojningsforbud: {
      id: 'normavvikelse.utanHojningsforbud',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2025-06-30'),
          cite: '4 kap. 3 § tredje stycket socialtjänstlagen',
          act: 'SFS 2001:453',
          clock: 'later',
        },
        {
          from: day('2025-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 7 § tredje stycket socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'later',
        },
      ],
    },
    hojningsforbud: {
      id: 'normavvikelse.hojningsforbud',
      versions: [
        {
          from: day('2027-01-01'),
          cite: '12 kap. 7 b § första och andra styckena socialtjänstlagen',
          act: 'SFS 2025:400',
          transition: 'SFS 2026:897 punkt 2: äldre lydelse bara när både ansökan kom in och tiden den avser är före 2027-01-01.',
          clock: 'later',
        },
      ],
    },
    fritidskort: {
      id: 'normavvikelse.fritidskort',
      versions: [
        {
          from: day('2025-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 7 a § socialtjänstlagen',
          act: 'SFS 2025:762',
          clock: 'later',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 7 c § socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'later',
        },
      ],
    },
    avvikelse: {
      id: 'normavvikelse.avvikelse',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2025-06-30'),
          cite: '4 kap. 3 § tredje stycket socialtjänstlagen',
          act: 'SFS 2001:453',
          clock: 'later',
        },
        {
          from: day('2025-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 7 § tredje stycket socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'later',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 7 b § socialtjänstlagen',
          act: 'SFS 2025:400',
          transition: 'SFS 2026:897 punkt 2: äldre lydelse bara när både ansökan kom in och tiden den avser är före 2027-01-01.',
          clock: 'later',
        },
      ],
    },
  },
  parameters: {},
} satisfies Law;
