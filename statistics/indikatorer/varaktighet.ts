import type { Indikator, Uttryck } from '../indikator.ts';

const år = { fält: 'ar', kortast: 'ar' } as const;
const slut = { fält: 'till', kortast: 'manad' } as const;
const personens = ['kon', 'aldersgrupp', 'hushallstyp', 'hinder', 'distrikt', 'spar'] as const;
const periodens = [...personens, 'insats', 'avslutsorsak'] as const;
const befolkningens = ['kon', 'aldersgrupp', 'distrikt'] as const;
const vuxen = { fält: 'vuxen', är: true } as const;
const barn = { fält: 'vuxen', är: false } as const;
const settEttÅr = { fält: 'sedda_manader', minst: 12 } as const;

const vuxnaUnderÅret: Uttryck = { räkna: 'olika', fält: 'person', där: [vuxen] };
const långvarigtVuxna: Uttryck = { räkna: 'olika', fält: 'person', där: [vuxen, { fält: 'langvarigt', är: true }] };
const långvarigtBarn: Uttryck = { räkna: 'olika', fält: 'person', där: [barn, { fält: 'langvarigt', är: true }] };
const mycketLångvarigt: Uttryck = {
  räkna: 'olika',
  fält: 'person',
  där: [vuxen, { fält: 'mycket_langvarigt', är: true }],
};

const hela = 'Hela kalenderår; det år som pågår har inte hunnit få alla sina månader och blir för lågt.';
const kommuner = 'Månader i andra kommuner räknas bara där de är kända.';
const ettÅr =
  'De som avslutades för mindre än ett år sedan räknas inte, varken i täljaren eller i nämnaren, eftersom ingen ännu vet om de ' +
  'kommer tillbaka. Överlevnadskurvan behåller också dem.';
const inomEttÅr =
  'Kolada U31462 (insamlad till och med 2024): en formell ansökan inom ett år efter slutet; båda makarna eller samborna räknas. ' +
  'Kolada mätte dem som avslutades första halvåret; här går det att välja period.';

/** A share of the periods that ended and have been seen for so many months after. */
function hållbar(månader: 3 | 6 | 12): Indikator {
  return {
    id: `hallbart-avslut-${månader}`,
    namn: `Utan bistånd ${månader} månader efter avslutet`,
    mening: `Så stor del av dem vars bistånd har avslutats har klarat sig utan bistånd i ${månader} månader.`,
    område: 'varaktighet',
    källa: 'period',
    tid: slut,
    täljare: {
      räkna: 'rader',
      där: [
        { fält: 'sedda_manader', minst: månader },
        { fält: `hallbar_${månader}`, är: true },
      ],
    },
    nämnare: { räkna: 'rader', där: [{ fält: 'sedda_manader', minst: månader }] },
    enhet: 'procent',
    uppdelningar: periodens,
    utelämnar:
      `De som inte har kunnat följas i ${månader} hela månader efter slutet. Den som har flyttat eller avlidit följs till dess. ` +
      'Här räknas nytt bistånd; en ansökan som har fått avslag räknas inte.',
    definition: 'Egen definition.',
    riktning: 'hogre-ar-battre',
  };
}

/** Long-term assistance, return after the end, and how the end held. */
export const VARAKTIGHET: readonly Indikator[] = [
  {
    id: 'avslutade',
    namn: 'Avslutade perioder efter orsak',
    mening: 'Så många vuxna har slutat få bistånd, och varför.',
    område: 'varaktighet',
    källa: 'period',
    tid: slut,
    täljare: { räkna: 'rader', där: [{ fält: 'till', finns: true }] },
    enhet: 'personer',
    uppdelningar: periodens,
    utelämnar: 'Perioder som pågår. Den vars bistånd har avslutats två gånger räknas två gånger.',
    definition:
      'Egen definition. Orsakerna är våra egna; Socialstyrelsens koder för avslutsorsak är inte publicerade och används inte.',
    riktning: 'ingen',
  },
  {
    id: 'aterkomst-antal',
    namn: 'Återkomna inom ett år',
    mening: 'Så många vuxna har ansökt igen inom ett år efter att biståndet avslutades.',
    område: 'varaktighet',
    källa: 'period',
    tid: slut,
    täljare: { räkna: 'rader', där: [settEttÅr, { fält: 'ateransokt_inom_ett_ar', är: true }] },
    enhet: 'personer',
    uppdelningar: periodens,
    utelämnar: ettÅr,
    definition: inomEttÅr,
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'aterkomst',
    namn: 'Andel återkomna inom ett år',
    mening: 'Så stor del av dem vars bistånd har avslutats har ansökt igen inom ett år.',
    område: 'varaktighet',
    källa: 'period',
    tid: slut,
    täljare: { räkna: 'rader', där: [settEttÅr, { fält: 'ateransokt_inom_ett_ar', är: true }] },
    nämnare: { räkna: 'rader', där: [settEttÅr] },
    enhet: 'procent',
    uppdelningar: periodens,
    utelämnar: ettÅr,
    definition: inomEttÅr,
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'ej-ateraktualiserade',
    namn: 'Ej återaktualiserade inom ett år',
    mening: 'Så stor del av dem vars bistånd har avslutats har inte ansökt igen inom ett år.',
    område: 'varaktighet',
    källa: 'period',
    tid: slut,
    täljare: { räkna: 'rader', där: [settEttÅr, { fält: 'ateransokt_inom_ett_ar', är: false }] },
    nämnare: { räkna: 'rader', där: [settEttÅr] },
    enhet: 'procent',
    uppdelningar: periodens,
    utelämnar: ettÅr,
    definition: inomEttÅr,
    riktning: 'hogre-ar-battre',
  },
  hållbar(3),
  hållbar(6),
  hållbar(12),
  {
    id: 'vuxna-under-aret',
    namn: 'Vuxna med bistånd under året',
    mening: 'Så många vuxna har fått bistånd någon gång under kalenderåret.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: vuxnaUnderÅret,
    enhet: 'personer',
    uppdelningar: personens,
    utelämnar: 'Barn. Personen står i den grupp hon hörde till den sista månaden med bistånd under året.',
    definition: 'Vuxna biståndsmottagare under året, nämnaren i Kolada N31814.',
    riktning: 'ingen',
  },
  {
    id: 'langvarigt-antal',
    namn: 'Vuxna med långvarigt bistånd',
    mening: 'Så många vuxna har fått bistånd i 10–12 månader under kalenderåret.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: långvarigtVuxna,
    enhet: 'personer',
    uppdelningar: personens,
    utelämnar: `Barn. ${hela} ${kommuner}`,
    definition: 'Långvarigt bistånd enligt Socialstyrelsen: 10–12 månader under kalenderåret (Kolada N31814).',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'langvarigt',
    namn: 'Andel vuxna med långvarigt bistånd',
    mening: 'Så stor del av de vuxna med bistånd har fått det i 10–12 månader under kalenderåret.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: långvarigtVuxna,
    nämnare: vuxnaUnderÅret,
    enhet: 'procent',
    uppdelningar: personens,
    utelämnar: `Barn. ${hela} ${kommuner}`,
    definition: 'Kolada N31814.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'langvarigt-befolkning',
    namn: 'Långvarigt bistånd bland vuxna invånare',
    mening: 'Så stor del av de vuxna invånarna har fått bistånd i 10–12 månader under kalenderåret.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: långvarigtVuxna,
    nämnare: { befolkning: 'vuxna' },
    enhet: 'procent',
    uppdelningar: befolkningens,
    utelämnar: `Barn. ${hela} ${kommuner}`,
    definition: 'Kolada N31816, med nämndens egen fil över antal invånare den 31 december.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'mycket-langvarigt-antal',
    namn: 'Vuxna med mycket långvarigt bistånd',
    mening: 'Så många vuxna har fått bistånd i minst 27 månader på tre år, med uppehåll på högst två månader i rad.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: mycketLångvarigt,
    enhet: 'personer',
    uppdelningar: personens,
    utelämnar: `Barn. De tre åren slutar med det år som visas. Saknas underlag för något av dem blir antalet för lågt. ${kommuner}`,
    definition: 'Kolada U31801.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'mycket-langvarigt',
    namn: 'Andel vuxna med mycket långvarigt bistånd',
    mening: 'Så stor del av de vuxna med bistånd har fått det i minst 27 månader på tre år.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: mycketLångvarigt,
    nämnare: vuxnaUnderÅret,
    enhet: 'procent',
    uppdelningar: personens,
    utelämnar: `Barn. De tre åren slutar med det år som visas. Saknas underlag för något av dem blir andelen för låg. ${kommuner}`,
    definition: 'Kolada U31801.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'barn-langvarigt',
    namn: 'Barn i hushåll med långvarigt bistånd',
    mening: 'Så många barn har levt i hushåll som har fått bistånd i 10–12 månader under kalenderåret.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: långvarigtBarn,
    enhet: 'barn',
    uppdelningar: personens,
    utelämnar: `Barn i hushåll med bistånd kortare tid. ${hela} ${kommuner}`,
    definition: 'Täljaren i Kolada U31809.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'barn-langvarigt-befolkning',
    namn: 'Långvarigt bistånd bland barn',
    mening: 'Så stor del av alla barn har levt i hushåll som har fått bistånd i 10–12 månader under kalenderåret.',
    område: 'varaktighet',
    källa: 'personar',
    tid: år,
    täljare: långvarigtBarn,
    nämnare: { befolkning: 'barn' },
    enhet: 'procent',
    uppdelningar: befolkningens,
    utelämnar: `Barn i hushåll med bistånd kortare tid. ${hela} ${kommuner}`,
    definition: 'Kolada U31809, med nämndens egen fil över antal invånare den 31 december.',
    riktning: 'lagre-ar-battre',
  },
];
