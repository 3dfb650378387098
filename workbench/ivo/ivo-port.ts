import type {
  ActResult,
  Dag,
  IvoAvsnitt,
  IvoFrystRapport,
  IvoRad,
  IvoRapport,
  IvoRedovisning,
  IvoSkillnad,
  Kvartal,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** What the page about reports to IVO shows. */
export interface Ivobild {
  readonly idag: Dag;
  readonly kvartal: readonly Kvartal[];
  /** Without the persons behind the counts: as last reported, else as counted now. */
  readonly rapport: Omit<IvoRapport, 'underlag'>;
  /** Whether the member of staff may see the lists behind the counts. */
  readonly fårSeLista: boolean;
  /** What has been reported of the quarter, newest first; empty when nothing has. */
  readonly rapporterat: readonly Pick<IvoFrystRapport, 'id' | 'nummer' | 'skäl' | 'av' | 'tid'>[];
  /** What is not as it was reported any more; undefined when nothing has been reported. */
  readonly skillnad: { readonly antal: readonly IvoSkillnad[]; readonly personer: number } | undefined;
  /** Whether the quarter is over, so that it can be reported. */
  readonly slut: boolean;
  readonly siffror: readonly string[];
  /** Newest first. */
  readonly redovisningar: readonly IvoRedovisning[];
}

/** One person behind a count. */
export interface Ivolistrad extends IvoRad {
  readonly namn: string;
  readonly personnummer: string;
}

/** One person's row that differs from the report: it is counted now, or was in the report. */
export interface Ivoändring extends Ivolistrad {
  readonly räknasNu: boolean;
}

/** What the pages about reports to IVO need; every look is logged. */
export interface Ivoport {
  /** Undefined: not for this role, or no quarter to report about. */
  ivobild(medarbetare: Medarbetare, kvartal: Kvartal | undefined): Promise<Ivobild | undefined>;
  /** The persons behind one count; protected persons only for those who may open them, else without name. */
  ivolista(
    medarbetare: Medarbetare,
    val: { kvartal: Kvartal; räkning: string; hinder: string },
  ): Promise<readonly Ivolistrad[] | undefined>;
  /** The persons who are counted in another way now than in the last report, by name; empty when nothing has been reported. */
  ivoändringar(medarbetare: Medarbetare, kvartal: Kvartal): Promise<readonly Ivoändring[] | undefined>;
  /** The file of the quarter: as it was reported (the last one, or the one of the number), else as counted now. */
  ivofil(medarbetare: Medarbetare, kvartal: Kvartal, nummer: number | undefined): Promise<string | undefined>;
  /** Freezes the counts as they are reported; a second time with the reason for the correction. */
  rapporteraTillIvo(medarbetare: Medarbetare, kvartal: Kvartal, skäl: string): Promise<ActResult<object>>;
  skrivIvoRedovisning(
    medarbetare: Medarbetare,
    input: { anledning: string; texter: Readonly<Record<IvoAvsnitt, string>> },
  ): Promise<ActResult<object>>;
}
