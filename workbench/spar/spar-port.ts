import type {
  ActResult,
  Avstegsmått,
  Bedömning,
  Dag,
  Inskrivningsundantag,
  Inskrivningsutfall,
  lämnaÖver,
  Månad,
  PersonId,
  Spår,
  Spårförslag,
  Spårinställning,
  Spårplacering,
  Överlämning,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** Everything the page about a person's track shows. */
export interface Spårbild {
  readonly idag: Dag;
  readonly inställning: Spårinställning;
  /** Newest first. */
  readonly placeringar: readonly Spårplacering[];
  /** When the present track ends, and why. */
  readonly slut: { dag: Dag; skäl: 'langd' | 'aktivitetskrav' } | undefined;
  /** The first month that the activity requirement must be made for, if assistance goes on. */
  readonly kravFrån: Månad | undefined;
  /** The newest initial assessment, and what the rules propose from it. */
  readonly bedömning: Bedömning | undefined;
  readonly förslag:
    | { spår: Spår | undefined; förslag: Spårförslag; saknas?: undefined }
    | { saknas: string[] }
    | undefined;
  readonly överlämningar: readonly Överlämning[];
  /** Organisations that answer on a page of their own. */
  readonly mottagare: readonly { id: string; namn: string }[];
  readonly undantag: readonly Inskrivningsundantag[];
  readonly undantagslista: readonly string[];
}

/** One person of the measure of enrolment. */
export interface Inskrivningsrad {
  /** undefined when she has protected identity and may not be opened. */
  readonly person: { id: PersonId; namn: string } | undefined;
  readonly inkommen: Dag;
  readonly inskriven: Dag | undefined;
  readonly undantag: string | undefined;
  readonly senast: Dag;
  readonly utfall: Inskrivningsutfall;
}

/** What the unit head sees: departures from the proposals, enrolment in time, and hand-overs without an answer. */
export interface Spårmåttsbild {
  readonly från: Dag;
  readonly till: Dag;
  readonly avsteg: Avstegsmått;
  readonly namn: Readonly<Record<PersonId, string>>;
  readonly inomDagar: number;
  readonly inskrivna: readonly Inskrivningsrad[];
  readonly försenadeÖverlämningar: readonly Överlämning[];
}

export type Överlämningsinput = Omit<
  Parameters<typeof lämnaÖver>[0],
  'id' | 'händelse' | 'person' | 'av' | 'nu' | 'mottagare'
> & {
  /** The id of an organisation in the register; empty when it is written. */
  mottagare: string;
};

/** Tracks: the person's, the municipality's, and how they are used. */
export interface Spårport {
  spårbild(medarbetare: Medarbetare, person: PersonId): Promise<Spårbild | undefined>;
  beslutaSpår(
    medarbetare: Medarbetare,
    person: PersonId,
    input: { spår: string; från: Dag; skäl: string },
  ): Promise<ActResult<{ placering: Spårplacering }>>;
  avslutaSpår(
    medarbetare: Medarbetare,
    person: PersonId,
    input: { till: Dag; skäl: string },
  ): Promise<ActResult<{ placering: Spårplacering }>>;
  lämnaÖver(
    medarbetare: Medarbetare,
    person: PersonId,
    input: Överlämningsinput,
  ): Promise<ActResult<{ överlämning: Överlämning }>>;
  svaraPåÖverlämning(
    medarbetare: Medarbetare,
    person: PersonId,
    överlämning: string,
    input: { svar: 'mottagen' | 'nekad' | 'aterkallad'; från: string; text: string },
  ): Promise<ActResult<{ överlämning: Överlämning }>>;
  undantaFrånInskrivning(
    medarbetare: Medarbetare,
    person: PersonId,
    input: { undantag: string; skäl: string },
  ): Promise<ActResult<{ undantag: Inskrivningsundantag }>>;
  /** The municipality's tracks in all versions, newest first; undefined for those who may not see them. */
  spårinställningar(
    medarbetare: Medarbetare,
  ): Promise<{ gällande: Spårinställning; historik: readonly Spårinställning[]; fårÄndra: boolean } | undefined>;
  sparaSpår(
    medarbetare: Medarbetare,
    input: { spår: readonly Spår[]; skäl: string; sett: number },
  ): Promise<ActResult<{ inställning: Spårinställning }>>;
  /** For the unit head alone. */
  spårmått(medarbetare: Medarbetare): Promise<Spårmåttsbild | undefined>;
}
