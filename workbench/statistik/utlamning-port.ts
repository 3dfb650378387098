import type { ActResult, Dag, Månad } from '@stegvis/casework';
import type { SparadPostbeskrivning, Utlämning, Utlämningsslag } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** One record that has faults, as the page may show it. */
export interface Felpost {
  readonly benämning: string;
  readonly fel: readonly { readonly fält: string; readonly text: string }[];
}

/** What a delivery would hold, before it is made. */
export interface Utlämningsprov {
  readonly rader: number;
  /** Kronor in all; undefined where the delivery has no amounts. */
  readonly summa: number | undefined;
  readonly felposter: readonly Felpost[];
  /** Records with somebody whose identity is protected. */
  readonly skyddade: number;
  /** Whether this member of staff may make the file: the role, and protected identities. */
  readonly hinder: string | undefined;
}

export interface Utlämningsbild {
  readonly idag: Dag;
  /** May make files and take them. */
  readonly lämnarUt: boolean;
  /** May write layouts. */
  readonly skriverBeskrivningar: boolean;
  /** The months that can be chosen, newest first. */
  readonly månader: readonly Månad[];
  readonly beskrivningar: readonly Pick<SparadPostbeskrivning, 'nyckel' | 'namn' | 'slag' | 'version'>[];
  readonly vald: { readonly beskrivning: string; readonly period: Månad; readonly slag: Utlämningsslag } | undefined;
  readonly senast: Dag | undefined;
  readonly prov: Utlämningsprov | undefined;
  /** Newest first. */
  readonly utlämningar: readonly (Utlämning & { readonly finns: boolean; readonly senast: Dag })[];
}

/** One layout as text, with what is known of it. */
export interface Beskrivningsbild {
  readonly nyckel: string;
  readonly text: string;
  readonly version: number;
  readonly skriven: { readonly av: string; readonly tid: string } | undefined;
  /** What columns can be filled from, by kind of delivery. */
  readonly uppgifter: Readonly<
    Record<
      Utlämningsslag,
      readonly { readonly id: string; readonly namn: string; readonly värden: readonly string[] }[]
    >
  >;
}

/** Deliveries to Socialstyrelsen (SoL 15 kap. 2 §); every look, file and act is logged. */
export interface Utlämningsport {
  utlämningsbild(
    medarbetare: Medarbetare,
    val: { beskrivning: string | undefined; period: string | undefined },
  ): Promise<Utlämningsbild>;
  görUtlämning(
    medarbetare: Medarbetare,
    val: { beskrivning: string; period: string; utelämna: boolean; skäl: string },
  ): Promise<ActResult<{ id: string }>>;
  /** The file; undefined when it is not there, has been taken away, or is not for this member of staff. */
  utlämningsfil(medarbetare: Medarbetare, id: string): Promise<{ filnamn: string; innehåll: Uint8Array } | undefined>;
  /** Says that the file has been left in the portal; its content is then taken away. */
  lämnaUtlämning(medarbetare: Medarbetare, id: string): Promise<ActResult<object>>;
  /** Undefined when there is no such layout; `ny` gives the example to begin from. */
  beskrivningsbild(medarbetare: Medarbetare, nyckel: string): Promise<Beskrivningsbild | undefined>;
  sparaBeskrivning(
    medarbetare: Medarbetare,
    val: { nyckel: string; text: string; baseradPå: number },
  ): Promise<ActResult<{ nyckel: string }>>;
}
