import type {
  ActResult,
  Anordnare,
  Anvisning,
  Anvisningsutfall,
  Avböjning,
  Dag,
  Insats,
  PersonId,
  Platsläge,
  PrövatVillkor,
  Överenskommelse,
} from '@stegvis/casework';
import type { Anvisningsgrund } from '@stegvis/rules';
import type { Medarbetare } from '../port.ts';

/** One activity as the catalogue shows it. */
export interface Katalograd {
  readonly insats: Insats;
  readonly anordnare: string;
  readonly platser: Platsläge;
  /** Whether an agreement with the provider holds today, and to when. */
  readonly överenskommenTill: Dag | undefined;
}

/** Identities and names that criteria and the ladder are chosen among, as the board has them. */
export interface Insatsval {
  readonly spår: readonly { readonly id: string; readonly namn: string }[];
  readonly hinder: readonly { readonly id: string; readonly namn: string }[];
  /** The functional ladder, the lowest step first. */
  readonly steg: readonly { readonly id: string; readonly namn: string }[];
}

/** The whole catalogue with how full it is. */
export interface Katalog {
  readonly idag: Dag;
  readonly rader: readonly Katalograd[];
  readonly val: Insatsval;
  readonly anordnare: readonly Anordnare[];
}

/** One referral with who it is about, for those who may see her; protected persons are not named. */
export interface Anvisningsrad {
  readonly anvisning: Anvisning;
  /** Undefined: protected identity, which this member of staff does not open. */
  readonly namn: string | undefined;
  readonly köplats: number | undefined;
}

/** One activity. */
export interface Insatsbild extends Katalograd {
  readonly idag: Dag;
  readonly anordnaren: Anordnare;
  readonly anvisningar: readonly Anvisningsrad[];
  readonly val: Insatsval;
}

/** One provider, its agreements and activities. */
export interface Anordnarbild {
  readonly idag: Dag;
  readonly anordnare: Anordnare;
  readonly överenskommelser: readonly Överenskommelse[];
  readonly insatser: readonly Insats[];
  /** Users with the role `anordnare`, and which provider they belong to. */
  readonly användare: readonly { readonly id: string; readonly namn: string; readonly anordnare: string | undefined }[];
}

/** One activity for one person: whether she may be proposed it and why not. */
export interface Aktivitetsförslag extends Katalograd {
  readonly villkor: readonly PrövatVillkor[];
  /** Why it does not fit, as sentences; empty when it does. What is not known is not here. */
  readonly passarInte: readonly string[];
  readonly okänt: readonly string[];
}

/** A person's activities: her referrals, and what the catalogue has for her. */
export interface Aktivitetsbild {
  readonly idag: Dag;
  readonly anvisningar: readonly {
    readonly anvisning: Anvisning;
    readonly insats: Insats;
    readonly anordnare: string;
    readonly köplats: number | undefined;
    /** How many wait for the activity. */
    readonly iKö: number;
  }[];
  readonly förslag: readonly Aktivitetsförslag[];
}

/** What the provider is shown of a referral: who, when, and what it needs to know. */
export interface Anordnaranvisning {
  readonly id: string;
  /** Undefined: protected identity; the case manager tells what is needed. */
  readonly namn: string | undefined;
  readonly insats: { readonly id: string; readonly namn: string };
  readonly status: Anvisning['status'];
  readonly från: Dag;
  readonly till: Dag;
  readonly timmarPerVecka: number;
  readonly pass: Anvisning['pass'];
  readonly tillAnordnaren: string;
  /** Who proposed it. */
  readonly av: string;
  readonly köplats: number | undefined;
  readonly startad: Dag | undefined;
  readonly nej: string | undefined;
}

/** What a provider has to answer, and its activities. */
export interface Anordnarsvar {
  readonly idag: Dag;
  readonly anordnare: string;
  readonly anvisningar: readonly Anordnaranvisning[];
  readonly insatser: readonly { readonly insats: Insats; readonly platser: Platsläge }[];
}

export type Insatsuppgifter = Omit<Insats, 'id' | 'version'>;
export type Anordnaruppgifter = Omit<Anordnare, 'id' | 'version'>;

/** A referral as it is written. */
export interface Anvisningsuppgifter {
  readonly insats: string;
  readonly grund: Anvisningsgrund | undefined;
  readonly samråd: Anvisning['samråd'];
  readonly från: Dag;
  readonly till: Dag | undefined;
  readonly timmarPerVecka: number;
  /** Which of the activity's times, counted from 0. */
  readonly pass: readonly number[];
  readonly skäl: string;
  readonly avsteg: string;
  readonly tillAnordnaren: string;
}

/** The catalogue of activities, providers, agreements, and referrals. */
export interface Insatsport {
  insatskatalog(medarbetare: Medarbetare): Promise<Katalog | undefined>;
  insatsbild(medarbetare: Medarbetare, insats: string): Promise<Insatsbild | undefined>;
  /** Undefined identity: a new one. */
  sparaInsats(
    medarbetare: Medarbetare,
    insats: string | undefined,
    uppgifter: Insatsuppgifter,
    baseradPå: number,
  ): Promise<ActResult<{ id: string }>>;
  anordnarlista(medarbetare: Medarbetare): Promise<readonly Anordnarbild[] | undefined>;
  anordnarbild(medarbetare: Medarbetare, anordnare: string): Promise<Anordnarbild | undefined>;
  sparaAnordnare(
    medarbetare: Medarbetare,
    anordnare: string | undefined,
    uppgifter: Anordnaruppgifter,
    baseradPå: number,
  ): Promise<ActResult<{ id: string }>>;
  tecknaÖverenskommelse(
    medarbetare: Medarbetare,
    anordnare: string,
    uppgifter: Pick<Överenskommelse, 'parter' | 'resultat' | 'från' | 'till' | 'kostnad'>,
  ): Promise<ActResult<object>>;
  sägUppÖverenskommelse(
    medarbetare: Medarbetare,
    överenskommelse: string,
    input: { till: Dag; skäl: string },
  ): Promise<ActResult<object>>;
  personensAktiviteter(medarbetare: Medarbetare, person: PersonId): Promise<Aktivitetsbild | undefined>;
  föreslåAnvisning(
    medarbetare: Medarbetare,
    person: PersonId,
    uppgifter: Anvisningsuppgifter,
  ): Promise<ActResult<object>>;
  /** To the first in the queue. */
  gePlats(
    medarbetare: Medarbetare,
    person: PersonId,
    anvisning: string,
    dagar: { från: Dag; till: Dag },
  ): Promise<ActResult<object>>;
  startaAnvisning(medarbetare: Medarbetare, person: PersonId, anvisning: string, dag: Dag): Promise<ActResult<object>>;
  avslutaAnvisning(
    medarbetare: Medarbetare,
    person: PersonId,
    anvisning: string,
    input: { dag: Dag; utfall: Anvisningsutfall | undefined; text: string },
  ): Promise<ActResult<object>>;
  /** Notes that the person said no or did not come, with the day and her own words. */
  avböjAnvisning(
    medarbetare: Medarbetare,
    person: PersonId,
    anvisning: string,
    input: { sätt: Avböjning['sätt'] | undefined; dag: Dag; sagtAv: Avböjning['sagtAv'] | undefined; skäl: string },
  ): Promise<ActResult<object>>;
  /** Moves her to another place in the queue, with a reason that is kept and shown. */
  flyttaIKön(
    medarbetare: Medarbetare,
    person: PersonId,
    anvisning: string,
    input: { plats: number; skäl: string },
  ): Promise<ActResult<object>>;
  återkallaAnvisning(
    medarbetare: Medarbetare,
    person: PersonId,
    anvisning: string,
    skäl: string,
  ): Promise<ActResult<object>>;
  /** The provider's own; undefined for somebody who belongs to no provider. */
  anordnarsvar(medarbetare: Medarbetare): Promise<Anordnarsvar | undefined>;
  svaraPåAnvisning(
    medarbetare: Medarbetare,
    anvisning: string,
    svar: { ja: boolean; skäl: string },
  ): Promise<ActResult<object>>;
}
