// Made from aktivitetskrav.law.yaml by `npm run lagdata`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Table } from '@stegvis/engine';

/** Law data of 'aktivitetskrav': grounds and dated parameters. */
export const aktivitetskravLaw = {
  id: 'aktivitetskrav',
  grounds: {
    aktivitetskrav: {
      id: 'aktivitetskrav.aktivitetskrav',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a och 4 d §§ socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    skyldighet: {
      id: 'aktivitetskrav.skyldighet',
      versions: [
        {
          from: day('2026-10-01'),
          cite: '12 kap. 4 a § första stycket socialtjänstlagen',
          act: 'SFS 2026:730',
          transition: 'SFS 2026:730 p. 2: tillämpas första gången för försörjningsstöd som avser oktober 2026',
          clock: 'month',
        },
      ],
    },
    mojlighet: {
      id: 'aktivitetskrav.mojlighet',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 d § socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    under18: {
      id: 'aktivitetskrav.under18',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 1 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    skolstudier: {
      id: 'aktivitetskrav.skolstudier',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 2 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    heltidAnstallning: {
      id: 'aktivitetskrav.heltidAnstallning',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 3 a socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    heltidProgram: {
      id: 'aktivitetskrav.heltidProgram',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 3 b socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    heltidUtbildning: {
      id: 'aktivitetskrav.heltidUtbildning',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 3 c socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    heltidInsats: {
      id: 'aktivitetskrav.heltidInsats',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 3 d socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    riktalder: {
      id: 'aktivitetskrav.riktalder',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 4 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    sjukforman: {
      id: 'aktivitetskrav.sjukforman',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 5 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    foraldraledig: {
      id: 'aktivitetskrav.foraldraledig',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 a § andra stycket 6 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    formedlingsinsatser: {
      id: 'aktivitetskrav.formedlingsinsatser',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 § socialtjänstförordningen',
          act: 'SFS 2026:826',
          clock: 'month',
        },
      ],
    },
    tid: {
      id: 'aktivitetskrav.tid',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § första stycket socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    deltid: {
      id: 'aktivitetskrav.deltid',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § andra stycket 1 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    deltidAnstallning: {
      id: 'aktivitetskrav.deltidAnstallning',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § andra stycket 1 a socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    deltidProgram: {
      id: 'aktivitetskrav.deltidProgram',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § andra stycket 1 b socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    deltidUtbildning: {
      id: 'aktivitetskrav.deltidUtbildning',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § andra stycket 1 c socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    deltidInsats: {
      id: 'aktivitetskrav.deltidInsats',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § andra stycket 1 d socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    sokaArbete: {
      id: 'aktivitetskrav.sokaArbete',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § andra stycket 2 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    ovrigaSkyldigheter: {
      id: 'aktivitetskrav.ovrigaSkyldigheter',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 b § andra stycket 3 socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    barnForstaSkolaret: {
      id: 'aktivitetskrav.barnForstaSkolaret',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2028-06-30'),
          cite: '12 kap. 4 b § tredje stycket socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    barnAndraSkolaret: {
      id: 'aktivitetskrav.barnAndraSkolaret',
      versions: [
        {
          from: day('2028-07-01'),
          cite: '12 kap. 4 b § tredje stycket socialtjänstlagen',
          act: 'SFS 2026:733',
          clock: 'month',
        },
      ],
    },
    barn: {
      id: 'aktivitetskrav.barn',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2028-06-30'),
          cite: '12 kap. 4 b § tredje stycket socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
        {
          from: day('2028-07-01'),
          cite: '12 kap. 4 b § tredje stycket socialtjänstlagen',
          act: 'SFS 2026:733',
          clock: 'month',
        },
      ],
    },
    tillsyn: {
      id: 'aktivitetskrav.tillsyn',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 c § socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    plan: {
      id: 'aktivitetskrav.plan',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 e § socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    uppehall: {
      id: 'aktivitetskrav.uppehall',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 4 f § socialtjänstlagen',
          act: 'SFS 2026:730',
          clock: 'month',
        },
      ],
    },
    rehabilitering: {
      id: 'aktivitetskrav.rehabilitering',
      versions: [
        {
          from: day('2027-01-01'),
          cite: '12 kap. 4 g § socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    intygForfogande: {
      id: 'aktivitetskrav.intygForfogande',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 3 a § socialtjänstlagen',
          act: 'SFS 2026:896',
          clock: 'month',
        },
      ],
    },
    intygAvbojer: {
      id: 'aktivitetskrav.intygAvbojer',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 5 a § första stycket socialtjänstlagen',
          act: 'SFS 2026:896',
          clock: 'month',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 a § första stycket socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    intygUteblir: {
      id: 'aktivitetskrav.intygUteblir',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 5 a § andra stycket socialtjänstlagen',
          act: 'SFS 2026:896',
          clock: 'month',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 a § andra stycket socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    intygObehovligt: {
      id: 'aktivitetskrav.intygObehovligt',
      versions: [
        {
          from: day('2026-07-01'),
          to: day('2026-12-31'),
          cite: '12 kap. 5 a § tredje stycket socialtjänstlagen',
          act: 'SFS 2026:896',
          clock: 'month',
        },
        {
          from: day('2027-01-01'),
          cite: '12 kap. 5 a § tredje stycket socialtjänstlagen',
          act: 'SFS 2026:897',
          clock: 'month',
        },
      ],
    },
    intygForfogandeObehovligt: {
      id: 'aktivitetskrav.intygForfogandeObehovligt',
      versions: [
        {
          from: day('2026-07-01'),
          cite: '12 kap. 3 a § tredje stycket socialtjänstlagen',
          act: 'SFS 2026:896',
          clock: 'month',
        },
      ],
    },
  },
  parameters: {
    sammanhangandeManader: lawParameter<number>({
      id: 'aktivitetskrav.sammanhangandeManader',
      label: 'Månader i rad med försörjningsstöd innan kravet ska ställas',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 3,
        },
      ],
    }),
    uppehallsveckor: lawParameter<number>({
      id: 'aktivitetskrav.uppehallsveckor',
      label: 'Veckor med uppehåll i aktiviteterna som nämnden högst får ge under ett kalenderår',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 4,
        },
      ],
    }),
    dagarUtanIntyg: lawParameter<number>({
      id: 'aktivitetskrav.dagarUtanIntyg',
      label: 'Sjukdagar i följd som inte behöver styrkas med läkarintyg',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:896',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 7,
        },
      ],
    }),
    vuxenalder: lawParameter<Quantity<'ar'>>({
      id: 'aktivitetskrav.vuxenalder',
      label: 'Ålder från vilken kravet får ställas',
      unit: 'ar',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 18,
        },
      ],
    }),
    hogstaSkolalder: lawParameter<Quantity<'ar'>>({
      id: 'aktivitetskrav.hogstaSkolalder',
      label: 'Högsta ålder för undantaget för skolstudier',
      unit: 'ar',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 20,
        },
      ],
    }),
    spadbarnsalder: lawParameter<Quantity<'ar'>>({
      id: 'aktivitetskrav.spadbarnsalder',
      label: 'Ålder då undantaget för föräldraledighet upphör',
      unit: 'ar',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 1,
        },
      ],
    }),
    hogstaTid: lawParameter<Quantity<'timme'>>({
      id: 'aktivitetskrav.hogstaTid',
      label: 'Längsta tid för aktivitetskravet',
      unit: 'timme',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 40,
        },
      ],
    }),
    barnavdrag: lawParameter<Quantity<'timme'>>({
      id: 'aktivitetskrav.barnavdrag',
      label: 'Minskning för den som har barn i hushållet',
      unit: 'timme',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 10,
        },
      ],
    }),
    barnalder: lawParameter<Quantity<'ar'>>({
      id: 'aktivitetskrav.barnalder',
      label: 'Ålder då minskningen för barn upphör, om skolåret är avslutat',
      unit: 'ar',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'printed',
          clock: 'month',
          value: 8,
        },
      ],
    }),
    sommarensSistaManad: lawParameter<number>({
      id: 'aktivitetskrav.sommarensSistaManad',
      label: 'Kalendermånad till och med vilken minskningen är kvar det år barnet fyller åtta, när skolåret är okänt',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFS 2026:730',
          checked: day('2026-11-22'),
          status: 'derived',
          note: 'Står inte i lagen. Läsning A10 i docs/tolkningar/: första skolåret slutar i juni det år barnet fyller åtta; tiden ligger kvar över sommaren.',
          clock: 'month',
          value: 8,
        },
      ],
    }),
    riktalder: lawParameter<Table<Quantity<'ar'>>>({
      id: 'aktivitetskrav.riktalder',
      label: 'Riktålder för pension efter födelseår',
      unit: 'ar',
      setBy: 'state',
      versions: [
        {
          from: day('2026-07-01'),
          act: 'SFB 2 kap. 10 a–10 d §§',
          checked: day('2026-11-22'),
          status: 'derived',
          source: 'Förordningar om riktålder för pension: SFS 2019:780 (år 2026), 2022:1441 (år 2028) och 2025:399 (år 2031), alla 67 år. 67 år också för 2027, 2029, 2030 och 2032 enligt Pensionsmyndighetens uppgift; de förordningarna är inte lästa.',
          note: 'Förordningarna anger riktåldern för ett kalenderår. Den som är född år F når 67 år F + 67, så åren 2026–2032 ger födelseåren till och med 1965. Senare årskullar är inte fastställda. Läsning A05 i docs/tolkningar/.',
          clock: 'month',
          value: [
            { from: 0, to: 1965, value: 67 },
          ],
        },
      ],
    }),
  },
} satisfies Law;
