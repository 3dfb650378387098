// Made from inkomster.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity } from '@stegvis/engine';

/** Law data of 'inkomster': grounds and dated parameters. */
export const inkomsterLaw = {
  id: 'inkomster',
  grounds: {
    inkomster: {
      id: 'inkomster.inkomster',
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
    barnsArbetsinkomst: {
      id: 'inkomster.barnsArbetsinkomst',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2025-06-30'),
          cite: '4 kap. 1 a § socialtjänstlagen',
          act: 'SFS 2001:453',
          clock: 'later',
        },
        {
          from: day('2025-07-01'),
          cite: '12 kap. 9 § socialtjänstlagen',
          act: 'SFS 2025:400',
          clock: 'later',
        },
      ],
    },
  },
  parameters: {
    prisbasbelopp: lawParameter<Quantity<'ore'>>({
      id: 'inkomster.prisbasbelopp',
      label: 'Prisbasbelopp',
      unit: 'ore',
      setBy: 'state',
      versions: [
        {
          from: day('0000-01-01'),
          to: day('2023-12-31'),
          act: 'SFB 2010:110 2 kap. 6 och 7 §§',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          none: 'Prisbasbeloppet före 2024 finns inte i lagdata. Ange raknatBelopp för barnets lön.',
        },
        {
          from: day('2024-01-01'),
          to: day('2024-12-31'),
          act: 'SFB 2010:110 2 kap. 6 och 7 §§',
          checked: day('2026-11-22'),
          status: 'derived',
          source: 'Andrahandskälla',
          note: 'Beloppet är läst i en andrahandskälla.',
          clock: 'month',
          value: 5730000,
        },
        {
          from: day('2025-01-01'),
          to: day('2025-12-31'),
          act: 'SFB 2010:110 2 kap. 6 och 7 §§',
          checked: day('2026-11-22'),
          status: 'derived',
          source: 'Andrahandskälla',
          note: 'Beloppet är läst i en andrahandskälla.',
          clock: 'month',
          value: 5880000,
        },
        {
          from: day('2026-01-01'),
          to: day('2026-12-31'),
          act: 'SFB 2010:110 2 kap. 6 och 7 §§',
          checked: day('2026-11-22'),
          status: 'derived',
          source: 'Andrahandskälla',
          note: 'Beloppet är läst i en andrahandskälla.',
          clock: 'month',
          value: 5920000,
        },
        {
          from: day('2027-01-01'),
          act: 'SFB 2010:110 2 kap. 6 och 7 §§',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          awaiting: 'Prisbasbeloppet från och med 2027 finns inte i lagdata. Regeringens förordning om prisbasbelopp ska läggas in.',
        },
      ],
    }),
  },
} satisfies Law;
