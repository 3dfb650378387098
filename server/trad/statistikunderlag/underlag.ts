import type {
  Ansökansslag,
  Ansökansstatus,
  Anvisning,
  Avslut,
  Barnuppgift,
  Beslut,
  Dag,
  Försörjningshinder,
  Genomförandeplan,
  Insats,
  Kravbeslut,
  Månad,
  Möte,
  Mötesanteckning,
  Nedsättningsärende,
  PersonId,
  Samordnarskap,
  Spårplacering,
  Stegposition,
  Stegtrappa,
  Tidpunkt,
  Verkställighet,
  Öre,
  Överklagande,
} from '@stegvis/casework';
import type { Distrikt } from './distrikt.ts';

/** What facts are made from: some cases with everything that belongs to them and to their adults. */
export interface Underlag {
  readonly ärenden: readonly Ärenderad[];
  readonly personer: ReadonlyMap<PersonId, Personrad>;
}

export interface Ärenderad {
  readonly id: string;
  /** Applications that have come in and are not withdrawn. */
  readonly ansökningar: readonly Ansökningsrad[];
}

export interface Ansökningsrad {
  readonly id: string;
  readonly slag: Ansökansslag;
  readonly månad: Månad;
  readonly sökande: PersonId;
  readonly medsökande: PersonId | undefined;
  readonly status: Ansökansstatus;
  readonly inkommen: Tidpunkt;
  readonly barn: readonly Pick<Barnuppgift, 'id' | 'fodd' | 'skolungdom' | 'dagar'>[];
  /** The population register's postal code of the applicant; undefined when it is not known or protected. */
  readonly postnummer: string | undefined;
  /** In the order they were made. */
  readonly beslut: readonly Beslutsrad[];
  /** What stopped the machine before anybody had changed a row; empty when nothing did. */
  readonly stopporsaker: readonly string[];
  /** When a caseworker first settled an amount otherwise than it was counted. */
  readonly ändrad: Tidpunkt | undefined;
  /** A request to complete was never answered in full. */
  readonly obesvarad: boolean;
  /** What a person found who looked at the automatic grant afterwards. */
  readonly granskning: 'ratt' | 'fel' | undefined;
  readonly överklaganden: readonly Pick<Överklagande, 'inkom' | 'status' | 'omprövning' | 'dom'>[];
  readonly handläggningsminuter: number | undefined;
}

export interface Beslutsrad extends Pick<Beslut, 'id' | 'utfall' | 'belopp' | 'beslutad' | 'form'> {
  readonly automatisk: boolean;
  /** Something was refused or reduced of an adult's share (12 kap. 5 §). */
  readonly nedsatt: boolean;
  /** Payments of the decision that were not rejected, stopped or returned. */
  readonly utbetalt: Öre;
  /** What the calculation says that a refusal came from. */
  readonly räknat: {
    readonly noll: boolean;
    readonly tillgång: boolean;
    readonly kostnad: boolean;
    readonly inkomst: boolean;
  };
  readonly hänt: readonly Verkställighet[];
}

/** An adult with everything that is known of the way to self-support; lists in any order. */
export interface Personrad {
  readonly id: PersonId;
  readonly personnummer: string;
  readonly skyddad: boolean;
  /** Months with assistance that are known from elsewhere. */
  readonly kändaMånader: readonly Månad[];
  readonly hinder: readonly Försörjningshinder[];
  readonly spår: readonly Spårplacering[];
  readonly samordnarskap: readonly Samordnarskap[];
  readonly möten: readonly Möte[];
  readonly anteckningar: readonly Mötesanteckning[];
  readonly avslut: readonly Avslut[];
  readonly steg: readonly Stegposition[];
  readonly anvisningar: readonly Anvisning[];
  readonly krav: readonly Kravbeslut[];
  readonly planer: readonly Genomförandeplan[];
  readonly nedsättningar: readonly Nedsättningsärende[];
}

/** What is the same for every case: when the facts are made, and the board's own tracks, ladder, activities and districts. */
export interface Ramverk {
  readonly nu: Tidpunkt;
  readonly trappa: Stegtrappa;
  readonly insatser: readonly Pick<Insats, 'id' | 'namn' | 'stegtrappa'>[];
  /** What each track is called now, by its identity. */
  readonly spårnamn: ReadonlyMap<string, string>;
  readonly distrikt: readonly Distrikt[];
}

/** The last day of the month. */
export function sistaDagen(månad: Månad): Dag {
  return new Date(Date.UTC(Number(månad.slice(0, 4)), Number(månad.slice(5, 7)), 0)).toISOString().slice(0, 10);
}
