import type { Dag, Genomförandeplan, Månad, Månadsunderlag, PersonId } from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** How one adult's plan was followed in the months before the one applied for: facts, never a judgement. */
export interface Planföljd {
  readonly person: PersonId;
  readonly namn: string;
  /** The plan that holds; undefined when there is none. */
  readonly plan: Pick<Genomförandeplan, 'nummer' | 'status' | 'nästaUppföljning'> | undefined;
  /** The month a plan was to be made in, when activity shall be required and there is none. */
  readonly skulleGöras: Månad | undefined;
  /** What the person did not take, and the provider's no, in those months and since; oldest first. */
  readonly nej: readonly {
    readonly insats: string;
    readonly dag: Dag;
    readonly av: 'personen' | 'anordnaren';
    readonly kom: boolean;
    readonly skäl: string;
    readonly frivillig: boolean;
  }[];
  /** Oldest first. */
  readonly månader: readonly Pick<Månadsunderlag, 'månad' | 'krav' | 'timmar'>[];
}

/** What the page of an application shows of each adult's plan. */
export interface Planföljdsport {
  /** One for each adult who has a plan or should have one; nothing of an application that staff may not open. */
  planföljder(medarbetare: Medarbetare, ansökan: string): Promise<readonly Planföljd[]>;
}
