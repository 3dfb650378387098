import type {
  ActResult,
  Ansökan,
  Beslut,
  Beslutsförslag,
  Dag,
  Fras,
  Motuppgift,
  Nedsättningsärende,
  PersonId,
  Särskiltslag,
  UnderrättelseMedSvar,
  Utfall,
  Yttrande,
  Yttrandeläge,
  Yttrandetid,
  Öre,
  Överflyttning,
  Överflyttningssteg,
} from '@stegvis/casework';
import type { Beräkning, Återkravsgrund } from '@stegvis/rules';
import type { Medarbetare } from './port.ts';

/** Everything a decision is prepared and made from. */
export interface Beslutsbild {
  readonly ansökan: Ansökan;
  readonly ärendenummer: string;
  readonly vuxna: readonly { readonly id: PersonId; readonly namn: string }[];
  /** Undefined when nothing has been calculated. */
  readonly beräkningId: string | undefined;
  readonly beräkning: Beräkning | undefined;
  /** Why the calculation cannot be decided, as a sentence; undefined when it can. */
  readonly hinder: string | undefined;
  /** What the calculation comes to as a decision; a grant below the person's own words is a refusal of the rest. */
  readonly avsett: { readonly utfall: Utfall; readonly belopp: Öre } | undefined;
  readonly måsteHöras: boolean;
  /** Matters of refusal or reduction that are decided with the month. */
  readonly nedsättningar: readonly Nedsättningsärende[];
  readonly uppgifterEmot: readonly Motuppgift[];
  /** Types of the rows that matter, for choosing phrases. */
  readonly rader: readonly string[];
  /** Decisions on the application, in the order they were made. */
  readonly beslut: readonly Beslut[];
  /** Granted by right for the month already. */
  readonly redan: Öre;
  /** The hearing that counts, and where it is. */
  readonly hörs: (UnderrättelseMedSvar & { readonly läge: Yttrandeläge }) | undefined;
  readonly tidigareUnderrättelser: readonly UnderrättelseMedSvar[];
  readonly yttrandetid: Yttrandetid;
  readonly förslag: readonly Beslutsförslag[];
  /** Whether this member of staff may confirm the one that waits. */
  readonly fårBekräfta: boolean;
  /** For each outcome: whether this member of staff may decide alone, must propose, or may not. */
  readonly rätt: Readonly<Record<Utfall, 'ensam' | 'foresla' | 'inte'>>;
  readonly fraser: readonly Fras[];
  readonly överflyttningar: readonly Överflyttning[];
}

/** A decision as the page states it. */
export type Beslutsuppgift = {
  readonly motivering: string;
  readonly obehövlig: string;
  readonly barnperspektiv: string;
  readonly återkrav: { readonly grund: Återkravsgrund; readonly omständighet: string } | undefined;
  readonly baseradPå: number;
} & (
  | {
      readonly slag: 'ordinarie';
      readonly sett: { readonly beräkningId: string; readonly utfall: Utfall; readonly belopp: Öre };
      readonly del: 'hela' | 'ostridig';
    }
  | {
      readonly slag: 'sarskilt';
      readonly särskilt: Särskiltslag;
      readonly utfall: 'bifall' | 'delavslag' | 'avslag';
      readonly belopp: Öre;
      readonly ändamål: string;
      readonly överenskommelse: string;
      readonly avgör: boolean;
    }
  | { readonly slag: 'utan-provning'; readonly utfall: 'avvisning' | 'avskrivning' }
);

/** Hearing, decision, a second person and transfer, for the staff's pages. */
export interface Beslutsport {
  beslutsbild(medarbetare: Medarbetare, ansökan: string): Promise<Beslutsbild | undefined>;
  /** Decides, or proposes where the delegation order asks for a second person. */
  fattaBeslut(
    medarbetare: Medarbetare,
    ansökan: string,
    uppgift: Beslutsuppgift,
  ): Promise<ActResult<{ gjort: 'beslutat' | 'foreslaget' }>>;
  avgörFörslag(
    medarbetare: Medarbetare,
    ansökan: string,
    förslag: string,
    val: { slag: 'bekrafta' } | { slag: 'lamna-tillbaka'; skäl: string } | { slag: 'ta-tillbaka' },
  ): Promise<ActResult<object>>;
  skickaUnderrättelse(
    medarbetare: Medarbetare,
    ansökan: string,
    val: {
      skäl: string;
      svarSenast: Dag;
      /** What the board intends, where it is not the calculation's outcome. */
      utfall: 'avslag' | 'avvisning' | undefined;
      /** Rows kept from one adult, with the reason. */
      dolda: readonly { rad: string; för: PersonId; skäl: string }[];
    },
  ): Promise<ActResult<object>>;
  /** Notes what somebody said. */
  taUppYttrande(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { person: PersonId; slag: Yttrande['slag']; text: string; villTala: boolean },
  ): Promise<ActResult<object>>;
  ändraUnderrättelse(
    medarbetare: Medarbetare,
    ansökan: string,
    val:
      | { slag: 'forlang'; till: Dag; skäl: string }
      | { slag: 'aterta'; skäl: string }
      | { slag: 'neka-muntligt'; skäl: string },
  ): Promise<ActResult<object>>;
  begärÖverflyttning(
    medarbetare: Medarbetare,
    ansökan: string,
    val: Pick<Överflyttning, 'riktning' | 'kommun' | 'begärd' | 'skäl'>,
  ): Promise<ActResult<object>>;
  flyttaÄrende(
    medarbetare: Medarbetare,
    ansökan: string,
    steg: Överflyttningssteg & { dag: Dag },
  ): Promise<ActResult<object>>;
  /** Notes that a decision has been served or carried out, or that carrying it out was interrupted. */
  noteraVerkställighet(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { beslut: string; slag: 'delgivet' | 'verkstallt' | 'avbrutet'; dag: Dag; anteckning: string },
  ): Promise<ActResult<object>>;
  /** The letter to the applicant about one of the decisions, as PDF. */
  beslutsbrev(medarbetare: Medarbetare, ansökan: string, beslut: string): Promise<Uint8Array | undefined>;
  /** The letter to one adult about the hearing, as PDF. */
  underrättelsebrev(medarbetare: Medarbetare, ansökan: string, person: PersonId): Promise<Uint8Array | undefined>;
}
