import type { Dag, Månad, Tidpunkt } from '@stegvis/casework';

/**
 * The facts that every figure is counted from, one type a table. They are made from the cases (or by the synthetic municipality),
 * never typed in. A household is split by its applicant's sex, age, obstacle and track. Values of dimensions are the keys of
 * `DIMENSIONER`; `uppgift-saknas` where nobody has noted it.
 */
export interface Grund {
  kon: string;
  aldersgrupp: string;
  hushallstyp: string;
  hinder: string;
  distrikt: string;
  spar: string;
}

/** A household in a month that assistance was paid for. Amounts in öre, by the month they concern. */
export interface Hushållsmånad extends Grund {
  månad: Månad;
  hushåll: string;
  vuxna: number;
  barn: number;
  /** Försörjningsstöd and livsföring i övrigt, 12 kap. 1 §. */
  belopp121: number;
  /** Assistance beyond the right, 12 kap. 2 §. */
  belopp122: number;
  /** The first month of a period of assistance. */
  ny: boolean;
  /** The last month of a period that has ended. */
  avslutad: boolean;
}

/** A person, adult or child, in a household-month. */
export interface Personmånad extends Grund {
  månad: Månad;
  person: string;
  hushåll: string;
  vuxen: boolean;
  /** The activities the person took part in that month, by name. */
  insatser: readonly string[];
}

/** A person in a calendar year with assistance; the dimensions are those of the last month with assistance in the year. */
export interface Personår extends Grund {
  år: number;
  person: string;
  vuxen: boolean;
  /** Months with assistance in the year, in any municipality where known. */
  månader: number;
  /** Of the adult or, for a child, of an adult of the household: 10–12 months in the year. */
  långvarigt: boolean;
  /** At least 27 months in the three years that end with this one, with no gap longer than two months. */
  mycketLångvarigt: boolean;
}

/** One application, decided or waiting. */
export interface Ansökningsfakta extends Grund {
  id: string;
  hushåll: string;
  slag: 'nyansokan' | 'ateransokan' | 'tillagg' | 'akut';
  inkommen: Tidpunkt;
  /** undefined while it waits. */
  beslutad: Tidpunkt | undefined;
  /** The last instant that anything is known of: one that waits has waited until then. */
  seddTill: Tidpunkt;
  utfall: 'bifall' | 'delavslag' | 'avslag' | 'avskriven' | undefined;
  /** The ground of a refusal. */
  avslagsgrund: string | undefined;
  /** A refusal because something was not handed in or answered, not because of the need. */
  processuellt: boolean;
  automatisk: boolean;
  /** The reasons that stopped automation. */
  stopporsaker: readonly string[];
  /** An automatic grant that a person has reviewed afterwards, and whether it was found wrong. */
  granskad: boolean;
  granskadFel: boolean;
  /** The caseworker changed what was proposed. */
  ändrad: boolean;
  överklagad: Dag | undefined;
  överklagandeutfall: 'andrat' | 'delvis-andrat' | 'avslag' | 'avvisat' | undefined;
  /** Minutes of people's handling in all; 0 when the machine decided and nobody opened it, undefined when it is not known. */
  handläggningsminuter: number | undefined;
}

/** One adult's unbroken period of assistance. A gap of one month or more ends it. */
export interface Biståndsperiod extends Grund {
  id: string;
  person: string;
  från: Månad;
  /** The last month; undefined while it goes on. */
  till: Månad | undefined;
  avslutsorsak: string | undefined;
  /** The day of the first formal application for a month after the end; undefined: none so far. */
  återansökt: Dag | undefined;
  /** The first month with assistance after the end. */
  återkom: Månad | undefined;
  /** The last day that anything is known of. */
  seddTill: Dag;
  /** The first day in an activity, in this period. */
  förstaAktivitet: Dag | undefined;
  insatser: readonly string[];
  /** The step of the ladder when it began and at the end, by number; undefined when it is not known. */
  stegFrån: number | undefined;
  stegTill: number | undefined;
}

/** One activity in a month. */
export interface Insatsmånad {
  månad: Månad;
  insats: string;
  /** The step of the ladder, by name. */
  steg: string;
  område: string;
  platser: number;
  upptagna: number;
  /** Waiting at the end of the month. */
  iKö: number;
  /** Those who got a place in the month, and the sum of the days they had waited. */
  börjat: number;
  ködagar: number;
  /** Öre in the month. */
  kostnad: number;
}

export const HÄNDELSESLAG = {
  aktivitetstimmar: 'Timmar i veckan: erbjudna (värde) mot krävda (värde2), en rad per person och månad',
  samordnarbyte: 'En person har fått en ny samordnare',
  'har-samordnare': 'En person har en samordnare, en rad per person och månad',
  stegforflyttning: 'Ett nytt steg på trappan; värde är skillnaden',
  avsteg: 'Handläggaren beslutade något annat än det som föreslogs; utfall säger vad',
  sparbeslut: 'Ett beslut om spår där något föreslogs; värde är 1 när det blev ett annat, annars 0',
  uppfoljning: 'En uppföljning; utfall i-tid, sen eller forsenad (ännu inte gjord)',
  mote: 'Ett möte med en person; utfall hallet eller uteblivet',
  'krav-4a': 'Aktivitetskrav enligt 12 kap. 4 a §',
  'krav-4d': 'Aktivitetskrav enligt 12 kap. 4 d §',
  nedsattning: 'Bistånd nekat eller nedsatt enligt 12 kap. 5 §',
  'ej-verkstallt':
    'Ett gynnande beslut som vid kvartalets slut inte verkställts inom tre månader (34 kap. 1 §), en rad per beslut och kvartal; utfall avbrutet när verkställigheten avbrutits; värde är dagarna',
  'verkstallt-sent': 'Ett sådant beslut som verkställts; värde är dagarna det tog',
} as const;
/** What happenings came to, by name. */
export const HÄNDELSEUTFALL: Readonly<Record<string, string>> = {
  belopp: 'Ett belopp',
  spar: 'Ett spår',
  anvisning: 'En anvisning',
  annat: 'Något annat',
  'som-foreslaget': 'Som föreslaget',
  'i-tid': 'I tid',
  sen: 'För sent',
  forsenad: 'Försenad',
  hallet: 'Hållet',
  uteblivet: 'Blev inte av',
  'ej-verkstallt': 'Inte verkställt',
  avbrutet: 'Avbrutet',
};
export type Händelseslag = keyof typeof HÄNDELSESLAG;

/** Something that happened on a day. */
export interface Händelsefakta extends Grund {
  id: string;
  dag: Dag;
  slag: Händelseslag;
  person: string | undefined;
  insats: string | undefined;
  utfall: string | undefined;
  värde: number | undefined;
  värde2: number | undefined;
}

/** Full-time posts of caseworkers in a district and month, and the number of people who hold them; from the board's own file. */
export interface Tjänster {
  månad: Månad;
  distrikt: string;
  årsarbetskrafter: number;
  anställda: number;
}

/** Inhabitants on 31 December; from the board's own file (SCB). */
export interface Befolkning {
  år: number;
  kon: string;
  aldersgrupp: string;
  distrikt: string;
  antal: number;
}

/** Where facts come from: the board's cases, or a synthetic municipality. They are never mixed in one row. */
export type Ursprung = 'arenden' | 'syntet';

/** A parcel of facts, to be added together. */
export interface Faktaparti {
  hushållsmånader: readonly Hushållsmånad[];
  personmånader: readonly Personmånad[];
  personår: readonly Personår[];
  ansökningar: readonly Ansökningsfakta[];
  perioder: readonly Biståndsperiod[];
  insatsmånader: readonly Insatsmånad[];
  händelser: readonly Händelsefakta[];
}
