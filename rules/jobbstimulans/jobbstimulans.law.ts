// Made from jobbstimulans.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law } from '@stegvis/engine';

/** Law data of 'jobbstimulans': grounds and dated parameters. */
export const jobbstimulansLaw = {
  id: 'jobbstimulans',
  grounds: {
    jobbstimulans: {
      id: 'jobbstimulans.jobbstimulans',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2025-06-30'),
          cite: '4 kap. 1 b § socialtjänstlagen',
          act: 'SFS 2001:453',
          clock: 'later',
        },
        {
          from: day('2025-07-01'),
          cite: '12 kap. 8 § socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'later',
        },
      ],
    },
  },
  parameters: {
    manaderIFoljd: lawParameter<number>({
      id: 'jobbstimulans.manaderIFoljd',
      label: 'Månader i följd med försörjningsstöd',
      setBy: 'state',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2013-06-30'),
          act: 'SoL 2001:453',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          none: 'Jobbstimulansen infördes 2013-07-01.',
        },
        {
          from: day('2013-07-01'),
          act: 'SoL 2025:400 12 kap. 8 §',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 6,
        },
      ],
    }),
    periodAr: lawParameter<number>({
      id: 'jobbstimulans.periodAr',
      label: 'År som beräkningsregeln gäller',
      setBy: 'state',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2013-06-30'),
          act: 'SoL 2001:453',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          none: 'Jobbstimulansen infördes 2013-07-01.',
        },
        {
          from: day('2013-07-01'),
          act: 'SoL 2025:400 12 kap. 8 §',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 2,
        },
      ],
    }),
    procent: lawParameter<number>({
      id: 'jobbstimulans.procent',
      label: 'Procent av lönen som inte räknas',
      setBy: 'state',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2013-06-30'),
          act: 'SoL 2001:453',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          none: 'Jobbstimulansen infördes 2013-07-01.',
        },
        {
          from: day('2013-07-01'),
          act: 'SoL 2025:400 12 kap. 8 §',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 25,
        },
      ],
    }),
  },
} satisfies Law;
