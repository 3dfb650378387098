// Made from provforordning-2027.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Rows, type Table } from '@stegvis/engine';

/** Law data of 'provforordning-2027': grounds and dated parameters. */
export const provforordning2027Law = {
  id: 'provforordning-2027',
  grounds: {},
  parameters: {
    barn: lawParameter<Table<Quantity<'ore'>>>({
      id: 'provforordning-2027.barn',
      label: 'Personliga kostnader per barn (påhittade)',
      unit: 'ore',
      setBy: 'state',
      versions: [
        {
          from: day('2027-01-01'),
          to: day('2027-12-31'),
          act: 'PÅHITTAD förordning',
          checked: day('2026-11-22'),
          status: 'uncertain',
          clock: 'month',
          value: [
            { from: 0, to: 6, value: 300000 },
            { from: 7, to: 20, value: 400000 },
          ],
        },
      ],
    }),
    barnUtanLunch: lawParameter<Table<Quantity<'ore'>>>({
      id: 'provforordning-2027.barnUtanLunch',
      label: 'Personliga kostnader utan lunch (påhittade)',
      unit: 'ore',
      setBy: 'state',
      versions: [
        {
          from: day('2027-01-01'),
          to: day('2027-12-31'),
          act: 'PÅHITTAD förordning',
          checked: day('2026-11-22'),
          status: 'uncertain',
          clock: 'month',
          value: [
            { from: 0, to: 6, value: 250000 },
          ],
        },
      ],
    }),
    vuxna: lawParameter<Rows<'ensamstaende' | 'sambor', Quantity<'ore'>>>({
      id: 'provforordning-2027.vuxna',
      label: 'Personliga kostnader, vuxna (påhittade)',
      unit: 'ore',
      setBy: 'state',
      versions: [
        {
          from: day('2027-01-01'),
          to: day('2027-12-31'),
          act: 'PÅHITTAD förordning',
          checked: day('2026-11-22'),
          status: 'uncertain',
          clock: 'month',
          value: { ensamstaende: 400000, sambor: 720000 },
        },
      ],
    }),
    gemensamma: lawParameter<Table<Quantity<'ore'>>>({
      id: 'provforordning-2027.gemensamma',
      label: 'Gemensamma hushållskostnader (påhittade)',
      unit: 'ore',
      setBy: 'state',
      versions: [
        {
          from: day('2027-01-01'),
          to: day('2027-12-31'),
          act: 'PÅHITTAD förordning',
          checked: day('2026-11-22'),
          status: 'uncertain',
          clock: 'month',
          value: [
            { from: 1, to: 1, value: 130000 },
            { from: 2, to: 2, value: 150000 },
            { from: 3, to: 3, value: 180000 },
            { from: 4, to: 4, value: 210000 },
            { from: 5, to: 5, value: 240000 },
            { from: 6, to: 6, value: 270000 },
            { from: 7, to: 7, value: 290000 },
          ],
        },
      ],
    }),
    hogstaRiksnorm: lawParameter<Table<Quantity<'ore'>>>({
      id: 'provforordning-2027.hogstaRiksnorm',
      label: 'Högsta riksnorm efter antal barn (påhittad)',
      unit: 'ore',
      setBy: 'state',
      versions: [
        {
          from: day('2027-01-01'),
          act: 'PÅHITTAD förordning',
          checked: day('2026-11-22'),
          status: 'uncertain',
          clock: 'later',
          value: [
            { from: 4, to: 4, value: 2000000 },
            { from: 5, to: 5, value: 2100000 },
            { from: 6, value: 2150000 },
          ],
        },
      ],
    }),
  },
} satisfies Law;
