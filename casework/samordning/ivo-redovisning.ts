import type { Dag, Tidpunkt } from '../tid.ts';

/** The three parts that the account shall show (SoL 34 kap. 11 §). */
export const IVO_AVSNITT = {
  krav: 'Hur nämnden arbetar med kravställande enligt 12 kap. 4 a och 4 d §§',
  planer: 'Hur nämnden arbetar med individuella planer enligt 12 kap. 4 e §',
  aktiviteter: 'Vilka aktiviteter enligt 12 kap. 6 a § det finns tillgång till',
} as const;
export type IvoAvsnitt = keyof typeof IVO_AVSNITT;

/** One version of the basis of the account to IVO. Never changed. */
export interface IvoRedovisning {
  id: string;
  /** 1, 2, 3 … */
  nummer: number;
  /** Every second year, or because the work has changed substantially. */
  anledning: 'vartannat-ar' | 'vasentlig-forandring';
  dag: Dag;
  texter: Readonly<Record<IvoAvsnitt, string>>;
  /** The figures as they stood when the version was made, as sentences. */
  siffror: readonly string[];
  av: { id: string; namn: string };
  tid: Tidpunkt;
}
