import type {
  ActResult,
  Begäranssvar,
  Beslut,
  Beslutsbegäran,
  Dag,
  Domslut,
  Domstolsakt,
  Jämförelserad,
  Kommunicering,
  Månad,
  PersonId,
  Rättelse,
  Tidpunkt,
  Utfall,
  Återkrav,
  Öre,
  Överklagande,
} from '@stegvis/casework';
import type { Nackdelsgrund, Ursäkt } from '@stegvis/rules';
import type { Medarbetare } from './port.ts';

/** One thing to see to after a decision. */
export interface Efterrad<T> {
  readonly sak: T;
  readonly benämning: string;
  readonly ärendenummer: string;
  readonly månad: Månad;
}

/** Everything that waits after decisions, and what lies with the court. */
export interface Efterlista {
  readonly överklaganden: readonly Efterrad<Överklagande>[];
  readonly begäranden: readonly Efterrad<Beslutsbegäran>[];
  readonly återkrav: readonly Efterrad<Återkrav>[];
}

/** Everything about what has happened after the decisions of one application. */
export interface Efterbild {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly månad: Månad;
  readonly vuxna: readonly { readonly id: PersonId; readonly namn: string }[];
  readonly beslut: readonly Beslut[];
  /** When each adult first read each decision. */
  readonly delfåenden: readonly { readonly beslut: string; readonly person: PersonId; readonly tid: Tidpunkt }[];
  readonly överklaganden: readonly Överklagande[];
  readonly akter: readonly Domstolsakt[];
  readonly begäranden: readonly Beslutsbegäran[];
  readonly rättelser: readonly Rättelse[];
  readonly återkrav: readonly Återkrav[];
  /** What has been granted by right for the month in all. */
  readonly beviljat: Öre;
  /** The newest calculation and what it comes to; a change rests on it. */
  readonly beräkning: { readonly id: string; readonly utfall: Utfall; readonly belopp: Öre } | undefined;
  readonly jämförelse: readonly Jämförelserad[];
}

/** A change of a decision as the page states it. */
export interface Ändringsuppgift {
  readonly beslut: string;
  readonly utfall: 'bifall' | 'delavslag' | 'avslag';
  readonly totalt: Öre;
  readonly motivering: string;
  readonly uppenbart: boolean;
  readonly nackdelsgrund: Nackdelsgrund | undefined;
  readonly kommunicering: Kommunicering | undefined;
  /** The calculation that was on the page; a newer one is refused. */
  readonly beräkning: string;
}

/** Appeal, review, change, correction and the court, for the staff's pages. */
export interface Överklagandeport {
  efterlista(medarbetare: Medarbetare): Promise<Efterlista>;
  efterbild(medarbetare: Medarbetare, ansökan: string): Promise<Efterbild | undefined>;
  /** Writes in an appeal that came on paper or was said; `inkom` is the day it came in. */
  registreraÖverklagande(
    medarbetare: Medarbetare,
    ansökan: string,
    val: {
      beslut: string;
      klagande: PersonId;
      ändring: string;
      skäl: string;
      kanal: 'papper' | 'muntligt';
      inkom: Dag;
    },
  ): Promise<ActResult<{ överklagande: Överklagande }>>;
  prövaÖverklagandetid(
    medarbetare: Medarbetare,
    ansökan: string,
    överklagande: string,
    val: { ursäkt: Ursäkt | undefined; skäl: string },
  ): Promise<ActResult<{ överklagande: Överklagande }>>;
  /** The decision stands. A change is `ändraBeslut` with the appeal named. */
  omprövaÖverklagat(
    medarbetare: Medarbetare,
    ansökan: string,
    överklagande: string,
    skäl: string,
  ): Promise<ActResult<object>>;
  /** Settles rows of a decided month again and calculates; nothing is decided by it. */
  räknaOm(
    medarbetare: Medarbetare,
    ansökan: string,
    ändringar: readonly { rad: string; belopp: Öre; skäl: string }[],
  ): Promise<ActResult<object>>;
  /** A new decision that changes an earlier one; by itself, after a review, or to carry out what a court has said. */
  ändraBeslut(
    medarbetare: Medarbetare,
    ansökan: string,
    uppgift: Ändringsuppgift & {
      efter:
        | { slag: 'eget' }
        | { slag: 'begaran'; id: string }
        | { slag: 'overklagande'; id: string; helt: boolean }
        | { slag: 'dom'; id: string };
    },
  ): Promise<ActResult<{ beslut: Beslut; förMycket: Öre }>>;
  rättaBeslut(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { beslut: string; före: string; efter: string; skäl: string },
  ): Promise<ActResult<object>>;
  besvaraBegäran(
    medarbetare: Medarbetare,
    ansökan: string,
    begäran: string,
    val: { slag: Exclude<Begäranssvar, 'andrat'>; text: string },
  ): Promise<ActResult<object>>;
  /** Makes the file for the court as one PDF; made again until it has been handed over. */
  görAkt(medarbetare: Medarbetare, ansökan: string, överklagande: string): Promise<ActResult<{ akt: Domstolsakt }>>;
  aktPdf(medarbetare: Medarbetare, ansökan: string, överklagande: string): Promise<Uint8Array | undefined>;
  överlämna(
    medarbetare: Medarbetare,
    ansökan: string,
    överklagande: string,
    val: { domstol: string; dag: Dag },
  ): Promise<ActResult<object>>;
  registreraDom(
    medarbetare: Medarbetare,
    ansökan: string,
    överklagande: string,
    val: { slut: Domslut; målnummer: string; dag: Dag; belopp: Öre | undefined; text: string },
  ): Promise<ActResult<object>>;
}
