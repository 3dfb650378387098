/** The tracks of the synthetic municipality: the names of the five that a municipality begins with (casework/spar). */
export const SPÅR = {
  hundraDagar: '100 dagar',
  kompetenscenter: 'Kompetenscenter',
  sfi: 'SFI plus',
  samordnat: 'Kompletterande samordnat stöd',
  utredning: 'Fortsatt utredning och socialt arbete',
} as const;
export type Spårnamn = (typeof SPÅR)[keyof typeof SPÅR];

/**
 * What is built into the synthetic municipality, so that statistics can be checked against it. Nothing here is a finding about real
 * people. `docs/adr/0035-syntetisk-kommun.md` says what each figure rests on.
 */
export const SANNING = {
  /**
   * Activities by name. `kvot`: how many times as often, month by month, those who take part leave for work or studies as comparable
   * people who do not, in the twelve months from the start. 1 is no effect at all. `nära`: how strongly those near to work are chosen
   * for it (1: nobody is preferred); this is what makes a naive comparison wrong.
   */
  insatser: {
    'Återbruk och lager': { kvot: 1.8, nära: 5 },
    'Köksbiträde, introduktion': { kvot: 1.4, nära: 2.5 },
    Jobbsökarfika: { kvot: 1, nära: 6 },
    'Café och kök': { kvot: 1, nära: 1 },
    Språkcafé: { kvot: 1, nära: 1 },
    'Språk på jobbet': { kvot: 1.3, nära: 1.5 },
    'Digital vardag': { kvot: 1, nära: 0.6 },
    'Må bättre i vardagen': { kvot: 1, nära: 0.5 },
    'Träning med coach': { kvot: 1, nära: 0.6 },
    'Föräldrar till arbete': { kvot: 1.2, nära: 1.5 },
    Biblioteksvärd: { kvot: 1, nära: 2 },
  },
  /** How long the effect lasts, in months from the start. */
  effektmånader: 12,
  /** The risk in a month to leave for work or studies, by track, before what follows. */
  utMål: {
    '100 dagar': 0.16,
    Kompetenscenter: 0.05,
    'SFI plus': 0.02,
    'Kompletterande samordnat stöd': 0.008,
    'Fortsatt utredning och socialt arbete': 0.01,
  },
  /** The risk in a month that the household leaves for another reason, by the applicant's track. */
  utAnnat: {
    '100 dagar': 0.05,
    Kompetenscenter: 0.014,
    'SFI plus': 0.014,
    'Kompletterande samordnat stöd': 0.017,
    'Fortsatt utredning och socialt arbete': 0.022,
  },
  /** Women's risk to leave for work or studies as a multiple of men's, when all else is the same. */
  kvinnorMotMän: 0.8,
  /** Multiples of the risk to leave for work or studies by age group and obstacle. */
  utÅlder: { '18-24': 1.4, '25-34': 1.15, '35-44': 1, '45-54': 0.75, '55-64': 0.45, '65-': 0.1 },
  utHinder: { arbetslös: 1, deltid: 1.5, etablering: 0.8, sjuk: 0.3, social: 0.3, förälder: 0.6, övrigt: 0.6 },
  /** Beyond two years everybody leaves more seldom. */
  utLånga: 0.7,
  /** The share with a formal application within twelve months after the end, by the track it ended in (as Kolada U31462 counts). */
  återkomst: {
    '100 dagar': 0.18,
    Kompetenscenter: 0.24,
    'SFI plus': 0.3,
    'Kompletterande samordnat stöd': 0.38,
    'Fortsatt utredning och socialt arbete': 0.42,
  },
  /** How much rarer a return is in each month after the first twelve. */
  återkomstSedan: 0.2,
  /** The share of applications after a return that are granted. */
  bifallÅterkomst: 0.85,
  /** Waiting: the median in days and the spread of the logarithm, decided by a person; districts multiply the median. */
  väntan: { nyansökan: { median: 9, bredd: 0.7 }, återansökan: { median: 4, bredd: 0.6 } },
  väntanDistrikt: { Centrum: 1, Norr: 1, Söder: 1, Öster: 1.5 },
  /** Automatic decisions begin when this share of the time has gone; the share of applications again that they take then. */
  automatikFrån: 0.5,
  automatikAndel: 0.45,
  /** The share of automatic grants that is reviewed, and of those found wrong. */
  granskas: 0.1,
  granskatFel: 0.015,
  /** Refused: of first applications and of applications again. */
  avslag: { nyansökan: 0.22, återansökan: 0.03 },
  /** The share of refusals with a procedural ground. */
  avslagProcessuellt: 0.3,
  /** The share of refusals that is appealed against, and the share of appeals that changes the decision wholly or in part. */
  överklagas: 0.08,
  överklagandeÄndrar: 0.12,
  /** Hours a week offered, of the hours required. */
  erbjudnaTimmar: { kvinna: 0.7, man: 0.85 },
  /** Kronor a month for the average household in the last year, and the growth of amounts a year. */
  snittKronor: 9000,
  tillväxt: 0.025,
} as const;

export type Insatsnamn = keyof typeof SANNING.insatser;
export type Syntetdistrikt = keyof typeof SANNING.väntanDistrikt;
