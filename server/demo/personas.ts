import type { Boendeform, Inkomsttyp, Kostnadstyp, Roll } from '@stegvis/casework';

/** A payment that the authorities' stand-in tells about: paid on `dag` of the month before the one applied for. */
export interface Registerutbetalning {
  readonly typ: Inkomsttyp;
  /** Kronor after tax. */
  readonly netto: number;
  readonly dag: number;
}

export interface PersonaVuxen {
  /** Account at the development e-ID, and the person's key in the demo. */
  readonly konto: string;
  readonly benämning: string;
  /** One of the Swedish Tax Agency's test numbers. */
  readonly personnummer: string;
  readonly skyddad: boolean;
  readonly bankkonto: { readonly clearing: string; readonly nummer: string };
  /** Own income the month before, which no register tells: kronor after tax. */
  readonly lön: number | undefined;
  readonly register: readonly Registerutbetalning[];
  readonly inskrivenHosArbetsförmedlingen: boolean;
}

export interface PersonaBarn {
  readonly benämning: string;
  /** Day of birth, ISO date. */
  readonly född: string;
  readonly lunchBorta?: true;
  readonly skolungdom?: true;
}

/** A test household. Amounts are kronor a month; people are called by what they are. */
export interface Persona {
  readonly namn:
    | 'ensam-med-barn'
    | 'par-med-spadbarn'
    | 'par-med-skolbarn'
    | 'gymnasist'
    | 'langtid'
    | 'sfi-delad-bostad'
    | 'skyddad';
  readonly rubrik: string;
  readonly beskrivning: string;
  readonly vuxna: readonly [PersonaVuxen] | readonly [PersonaVuxen, PersonaVuxen];
  readonly barn: readonly PersonaBarn[];
  readonly boende: Boendeform;
  readonly personerIBostaden: number;
  readonly kostnader: readonly { readonly typ: Kostnadstyp; readonly belopp: number }[];
  /** Months in a row, up to and with the present one, that are decided already. */
  readonly beslutadeMånader: number;
}

const arbetslös = { skyddad: false, lön: undefined, register: [], inskrivenHosArbetsförmedlingen: true } as const;

export const PERSONAS: readonly Persona[] = [
  {
    namn: 'ensam-med-barn',
    rubrik: 'Ensam med barn',
    beskrivning: 'Två barn, arbetar deltid, har jobbstimulans. Söker igen med samma hyra och lön som förra månaden.',
    vuxna: [
      {
        ...arbetslös,
        konto: 'ensam-med-barn',
        benämning: 'Ensam förälder',
        personnummer: '199101022391',
        bankkonto: { clearing: '3300', nummer: '9101022391' },
        lön: 11480,
        register: [
          { typ: 'barnbidrag', netto: 2650, dag: 20 },
          { typ: 'underhallsstod', netto: 3346, dag: 25 },
          { typ: 'bostadsbidrag', netto: 3050, dag: 25 },
        ],
      },
    ],
    barn: [
      { benämning: 'Äldsta barnet', född: '2017-01-01' },
      { benämning: 'Yngsta barnet', född: '2021-01-01', lunchBorta: true },
    ],
    boende: 'hyresratt',
    personerIBostaden: 3,
    kostnader: [
      { typ: 'boende', belopp: 8240 },
      { typ: 'hushallsel', belopp: 480 },
      { typ: 'hemforsakring', belopp: 129 },
      { typ: 'a-kassa', belopp: 150 },
      { typ: 'arbetsresor', belopp: 762 },
    ],
    beslutadeMånader: 8,
  },
  {
    namn: 'par-med-spadbarn',
    rubrik: 'Par med spädbarn',
    beskrivning: 'Den ena är sjukskriven, den andra föräldraledig. Söker för första gången; båda skriver under.',
    vuxna: [
      {
        ...arbetslös,
        konto: 'par-sjukskriven',
        benämning: 'Sjukskriven förälder',
        personnummer: '199001012385',
        bankkonto: { clearing: '3300', nummer: '9001012385' },
        register: [{ typ: 'sjukpenning', netto: 9184, dag: 25 }],
        inskrivenHosArbetsförmedlingen: false,
      },
      {
        ...arbetslös,
        konto: 'par-foraldraledig',
        benämning: 'Föräldraledig förälder',
        personnummer: '199201012383',
        bankkonto: { clearing: '3300', nummer: '9201012383' },
        register: [
          { typ: 'foraldrapenning', netto: 5380, dag: 25 },
          { typ: 'barnbidrag', netto: 1250, dag: 20 },
        ],
        inskrivenHosArbetsförmedlingen: false,
      },
    ],
    barn: [{ benämning: 'Spädbarnet', född: '2026-04-21' }],
    boende: 'hyresratt',
    personerIBostaden: 3,
    kostnader: [
      { typ: 'boende', belopp: 7950 },
      { typ: 'hushallsel', belopp: 538 },
      { typ: 'hemforsakring', belopp: 149 },
    ],
    beslutadeMånader: 0,
  },
  {
    namn: 'par-med-skolbarn',
    rubrik: 'Par med två barn',
    beskrivning: 'Båda söker arbete och har haft försörjningsstöd i tre månader. Söker igen.',
    vuxna: [
      {
        ...arbetslös,
        konto: 'par-arbetssokande',
        benämning: 'Arbetssökande förälder',
        personnummer: '198001022386',
        bankkonto: { clearing: '3300', nummer: '8001022386' },
        register: [{ typ: 'barnbidrag', netto: 2650, dag: 20 }],
      },
      {
        ...arbetslös,
        konto: 'par-partner',
        benämning: 'Partner',
        personnummer: '198001032393',
        bankkonto: { clearing: '3300', nummer: '8001032393' },
      },
    ],
    barn: [
      { benämning: 'Äldsta barnet', född: '2015-03-02' },
      { benämning: 'Yngsta barnet', född: '2020-05-04' },
    ],
    boende: 'hyresratt',
    personerIBostaden: 4,
    kostnader: [
      { typ: 'boende', belopp: 8640 },
      { typ: 'hushallsel', belopp: 560 },
      { typ: 'hemforsakring', belopp: 159 },
    ],
    beslutadeMånader: 3,
  },
  {
    namn: 'gymnasist',
    rubrik: 'Gymnasist hos sin förälder',
    beskrivning: 'En förälder med en 19-åring som går i gymnasiet och räknas i förälderns hushåll.',
    vuxna: [
      {
        ...arbetslös,
        konto: 'gymnasist-foralder',
        benämning: 'Förälder till gymnasist',
        personnummer: '198801012397',
        bankkonto: { clearing: '3300', nummer: '8801012397' },
        register: [{ typ: 'aktivitetsstod', netto: 6120, dag: 25 }],
      },
    ],
    barn: [{ benämning: 'Gymnasisten', född: '2007-01-01', skolungdom: true }],
    boende: 'hyresratt',
    personerIBostaden: 2,
    kostnader: [
      { typ: 'boende', belopp: 6890 },
      { typ: 'hushallsel', belopp: 390 },
      { typ: 'hemforsakring', belopp: 119 },
    ],
    beslutadeMånader: 3,
  },
  {
    namn: 'langtid',
    rubrik: 'Bistånd länge',
    beskrivning: '58 år, ohälsa, bistånd i flera år.',
    vuxna: [
      {
        ...arbetslös,
        konto: 'langtid',
        benämning: 'Ensamstående 58 år',
        personnummer: '196801029288',
        bankkonto: { clearing: '3300', nummer: '6801029288' },
        inskrivenHosArbetsförmedlingen: false,
      },
    ],
    barn: [],
    boende: 'hyresratt',
    personerIBostaden: 1,
    kostnader: [
      { typ: 'boende', belopp: 5640 },
      { typ: 'hushallsel', belopp: 310 },
      { typ: 'hemforsakring', belopp: 95 },
      { typ: 'levnadskostnad-i-ovrigt', belopp: 260 },
    ],
    beslutadeMånader: 30,
  },
  {
    namn: 'sfi-delad-bostad',
    rubrik: 'SFI i delad bostad',
    beskrivning: 'Läser svenska för invandrare och delar lägenhet med fyra andra.',
    vuxna: [
      {
        ...arbetslös,
        konto: 'sfi-delad-bostad',
        benämning: 'SFI-studerande',
        personnummer: '199801012387',
        bankkonto: { clearing: '3300', nummer: '9801012387' },
      },
    ],
    barn: [],
    boende: 'inneboende',
    personerIBostaden: 5,
    kostnader: [{ typ: 'boende', belopp: 2900 }],
    beslutadeMånader: 2,
  },
  {
    namn: 'skyddad',
    rubrik: 'Skyddade personuppgifter',
    beskrivning: 'Leds till en handläggare med samma ord som alla andra. Ingenting får avslöja skyddet.',
    vuxna: [
      {
        ...arbetslös,
        konto: 'skyddad',
        benämning: 'Person med skyddade uppgifter',
        personnummer: '199501012380',
        skyddad: true,
        bankkonto: { clearing: '3300', nummer: '9501012380' },
      },
    ],
    barn: [],
    boende: 'hyresratt',
    personerIBostaden: 1,
    kostnader: [{ typ: 'boende', belopp: 5400 }],
    beslutadeMånader: 1,
  },
];

/** Staff of the demo municipality, called by what they do. */
export const PERSONAL: readonly { konto: string; titel: string; namn: string; roller: readonly Roll[] }[] = [
  { konto: 'handlaggare', titel: 'Socialsekreterare', namn: 'Handläggare Ett', roller: ['handlaggare'] },
  {
    konto: 'handlaggare-skyddade',
    titel: 'Socialsekreterare',
    namn: 'Handläggare Två',
    roller: ['handlaggare', 'skyddade-uppgifter'],
  },
  { konto: 'ekonom', titel: 'Ekonom', namn: 'Ekonom Ett', roller: ['utbetalare'] },
  { konto: 'ekonom-tva', titel: 'Ekonom', namn: 'Ekonom Två', roller: ['utbetalare', 'skyddade-uppgifter'] },
  { konto: 'enhetschef', titel: 'Enhetschef', namn: 'Enhetschef Ett', roller: ['enhetschef', 'handlaggare'] },
  { konto: 'granskare', titel: 'Granskare', namn: 'Granskare Ett', roller: ['granskare'] },
  { konto: 'samordnare', titel: 'Arbetsmarknadssekreterare', namn: 'Samordnare Ett', roller: ['samordnare'] },
  { konto: 'samordnare-tva', titel: 'Arbetsmarknadssekreterare', namn: 'Samordnare Två', roller: ['samordnare'] },
  { konto: 'anordnare', titel: 'Handledare', namn: 'Anordnare Ett', roller: ['anordnare'] },
  { konto: 'anordnare-tva', titel: 'Handledare', namn: 'Anordnare Två', roller: ['anordnare'] },
  { konto: 'analytiker', titel: 'Analytiker', namn: 'Analytiker Ett', roller: ['analytiker'] },
  { konto: 'administrator', titel: 'Administratör', namn: 'Administratör Ett', roller: ['administrator'] },
];
