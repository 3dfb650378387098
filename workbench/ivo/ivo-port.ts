import type { ActResult, Dag, IvoAvsnitt, IvoRad, IvoRapport, IvoRedovisning, Kvartal } from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** What the page about reports to IVO shows. */
export interface Ivobild {
  readonly idag: Dag;
  readonly kvartal: readonly Kvartal[];
  /** Without the persons behind the counts. */
  readonly rapport: Omit<IvoRapport, 'underlag'>;
  /** Whether the member of staff may see the lists behind the counts. */
  readonly fårSeLista: boolean;
  readonly siffror: readonly string[];
  /** Newest first. */
  readonly redovisningar: readonly IvoRedovisning[];
}

/** One person behind a count. */
export interface Ivolistrad extends IvoRad {
  readonly namn: string;
  readonly personnummer: string;
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
  skrivIvoRedovisning(
    medarbetare: Medarbetare,
    input: { anledning: string; texter: Readonly<Record<IvoAvsnitt, string>> },
  ): Promise<ActResult<object>>;
}
