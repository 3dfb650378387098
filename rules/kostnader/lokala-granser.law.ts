// Made from lokala-granser.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '@stegvis/engine';

/** Law data of 'lokala-granser': grounds and dated parameters. */
export const lokalaGranserLaw = {
  id: 'lokala-granser',
  grounds: {
    riktlinje: {
      id: 'lokala-granser.riktlinje',
      versions: [
        { from: day('0000-01-01'), cite: 'kommunens riktlinjer för skälig kostnad', clock: 'month' },
      ],
    },
  },
  parameters: {
    boendeEfterPersoner: lawParameter<Table<Quantity<'ore'>>>({
      id: 'lokala-granser.boendeEfterPersoner',
      label: 'Högsta boendekostnad efter antal personer i hushållet',
      unit: 'ore',
      setBy: 'municipality',
      versions: [],
    }),
    boendeEfterBarn: lawParameter<Table<Quantity<'ore'>>>({
      id: 'lokala-granser.boendeEfterBarn',
      label: 'Högsta boendekostnad efter antal barn',
      unit: 'ore',
      setBy: 'municipality',
      versions: [],
    }),
    boendePerYtterligare: lawParameter<Quantity<'ore'>>({
      id: 'lokala-granser.boendePerYtterligare',
      label: 'Tillägg till boendegränsen för var och en utöver tabellen',
      unit: 'ore',
      setBy: 'municipality',
      versions: [],
    }),
    hushallselEfterPersoner: lawParameter<Table<Quantity<'ore'>>>({
      id: 'lokala-granser.hushallselEfterPersoner',
      label: 'Högsta kostnad för hushållsel efter antal personer',
      unit: 'ore',
      setBy: 'municipality',
      versions: [],
    }),
    hemforsakring: lawParameter<Quantity<'ore'>>({
      id: 'lokala-granser.hemforsakring',
      label: 'Högsta kostnad för hemförsäkring',
      unit: 'ore',
      setBy: 'municipality',
      versions: [],
    }),
  },
} satisfies Law;
