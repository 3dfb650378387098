import type {
  ActResult,
  Anvisning,
  Avslut,
  Avslutsorsak,
  Dag,
  Kravbeslut,
  Möte,
  Mötesanteckning,
  Mötestid,
  MötestidMedBokade,
  Personhändelse,
  Personläge,
  Samordnarfrånvaro,
  Samordnarskap,
  Återkomstnotering,
  Återkomstorsak,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** One person in the list, with what she needs first. */
export interface Personrad {
  readonly id: string;
  readonly namn: string;
  readonly personnummer: string;
  readonly samordnare: string | undefined;
  /** Who meets the person while the case manager is away. */
  readonly ersättare: string | undefined;
  readonly läge: Personläge;
  /** That she is back within twelve months of an exit, since when, why it ended and what has been noted about why she is back. */
  readonly tillbaka: Tillbaka | undefined;
}

/** A mark beside the reasons: information for the next plan, never blame and never a ground for a decision. */
export interface Tillbaka {
  readonly dag: Dag;
  readonly slutade: Avslutsorsak;
  /** Empty until somebody has noted it. */
  readonly orsaker: readonly Återkomstorsak[];
}

export type Personval = 'mina' | 'alla' | 'utan';

export interface Personlista {
  readonly idag: Dag;
  /** Those who need somebody first come first. */
  readonly rader: readonly Personrad[];
  readonly samordnare: readonly { readonly id: string; readonly namn: string }[];
  readonly frånvaro: readonly (Samordnarfrånvaro & { readonly namn: string })[];
  /** Whether this member of staff gives out persons and sees everybody's. */
  readonly fårFördela: boolean;
}

/** What helped last time, for somebody who is back within twelve months of an exit. */
export interface Återkomst {
  readonly avslut: Avslut;
  readonly spår: readonly string[];
  readonly aktiviteter: readonly { readonly namn: string; readonly utfall: string }[];
  /** Why she is back, as it was last noted. */
  readonly notering: Återkomstnotering | undefined;
}

export interface Avslutsbild {
  readonly idag: Dag;
  readonly avslut: readonly Avslut[];
  readonly spår: string | undefined;
  /** What ends with the exit, besides the track. */
  readonly öppet: {
    /** Numbers of the plans that hold or wait for an answer. */
    readonly planer: readonly number[];
    readonly utkast: boolean;
    readonly anvisningar: readonly { readonly namn: string; readonly läge: string }[];
  };
  /** A requirement that holds or will hold: a caseworker ends it, never the exit. */
  readonly krav: Kravbeslut | undefined;
  readonly återkomst: Återkomst | undefined;
}

export interface Personöversiktsbild {
  readonly idag: Dag;
  readonly läge: Personläge;
  readonly samordnare: Samordnarskap | undefined;
  readonly ersättare: string | undefined;
  readonly tidigareSamordnare: readonly Samordnarskap[];
  readonly valbara: readonly { readonly id: string; readonly namn: string }[];
  readonly biståndsmånader: readonly string[];
  readonly aktiviteter: readonly { readonly namn: string; readonly anvisning: Anvisning }[];
  readonly händelser: readonly Personhändelse[];
  readonly återkomst: Återkomst | undefined;
  /** An inventory that goes on and that she has not been asked in yet. */
  readonly obesvarad: { readonly id: string; readonly namn: string } | undefined;
  /** The next step she wants, as she said in the latest inventory. */
  readonly önskar: { readonly steg: string; readonly kartläggning: string; readonly dag: Dag } | undefined;
}

export interface Mötesbild {
  readonly idag: Dag;
  /** The instant the page was read, which says what is to come. */
  readonly nu: string;
  readonly möten: readonly Möte[];
  /** Corrected ones included. */
  readonly anteckningar: readonly Mötesanteckning[];
  readonly lediga: readonly MötestidMedBokade[];
  readonly nästaKontakt: Dag | undefined;
  /** The language of the interpreter; empty when none is needed or nothing is known. */
  readonly tolk: string;
  readonly avslut: Avslut | undefined;
}

export interface Tidbild {
  readonly idag: Dag;
  readonly nu: string;
  readonly tider: readonly MötestidMedBokade[];
  /** Booked meetings with this member of staff, by published time. */
  readonly bokade: readonly { readonly möte: Möte; readonly namn: string; readonly tolk: string }[];
}

type Mötessvar = Promise<ActResult<{ möte: Möte }>>;

/** Case managers, meetings, bookable times and exits. */
export interface Uppföljningsport {
  minaPersoner(who: Medarbetare, val: Personval): Promise<Personlista>;
  utseSamordnare(
    who: Medarbetare,
    person: string,
    val: { samordnare: string; skäl: string },
  ): Promise<ActResult<{ samordnarskap: Samordnarskap }>>;
  antecknaSamordnarfrånvaro(
    who: Medarbetare,
    val: { samordnare: string; ersättare: string; från: Dag; till: Dag },
  ): Promise<ActResult<{ frånvaro: Samordnarfrånvaro }>>;
  personöversikt(who: Medarbetare, person: string): Promise<Personöversiktsbild | undefined>;
  mötesbild(who: Medarbetare, person: string): Promise<Mötesbild | undefined>;
  bokaMöte(
    who: Medarbetare,
    person: string,
    val: { slag: string; dag: Dag; från: string; till: string; plats: string; syfte: string },
  ): Mötessvar;
  bokaMötestidFör(who: Medarbetare, person: string, tid: string, istället: string | undefined): Mötessvar;
  avbokaMöte(who: Medarbetare, person: string, möte: string, skäl: string): Mötessvar;
  noteraUteblivet(who: Medarbetare, person: string, möte: string): Mötessvar;
  skrivMötesanteckning(
    who: Medarbetare,
    person: string,
    möte: string,
    val: { överenskommet: string; nästa: string; nästaKontakt: Dag | undefined; egen: string; skäl: string },
  ): Mötessvar;
  egnaMötestider(who: Medarbetare): Promise<Tidbild>;
  publiceraMötestider(
    who: Medarbetare,
    val: { slag: string; dagar: readonly Dag[]; från: string; till: string; plats: string; antal: number },
  ): Promise<ActResult<{ tider: Mötestid[] }>>;
  stängMötestid(who: Medarbetare, tid: string): Promise<ActResult<{ tid: Mötestid }>>;
  avslutsbild(who: Medarbetare, person: string): Promise<Avslutsbild | undefined>;
  avslutaVägen(
    who: Medarbetare,
    person: string,
    val: { skäl: string; till: string; dag: Dag; varaktighet: string; eftervårdTill: Dag | undefined },
  ): Promise<ActResult<{ avslut: Avslut }>>;
  återöppnaVägen(who: Medarbetare, person: string, skäl: string): Promise<ActResult<{ avslut: Avslut }>>;
  /** Adults of the application who are back within twelve months of an exit. */
  återkomster(
    who: Medarbetare,
    ansökan: string,
  ): Promise<readonly { readonly person: string; readonly namn: string; readonly återkomst: Återkomst }[]>;
}
