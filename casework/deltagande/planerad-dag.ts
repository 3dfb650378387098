import { helgdag } from '@stegvis/rules';
import type { Anvisning } from '../insats/anvisning.ts';
import { type Pass, veckotimmar } from '../insats/pass.ts';
import { type Dag, dagFör } from '../tid.ts';
import { veckodag } from './isovecka.ts';

/** What attendance needs of a referral. */
export type Placering = Pick<
  Anvisning,
  'id' | 'person' | 'insats' | 'grund' | 'status' | 'från' | 'till' | 'startad' | 'pass' | 'återkallad'
>;

/** What attendance needs of a plan: when it holds and its breaks (SoL 12 kap. 4 f §). */
export interface Uppehållsplan {
  nummer: number;
  status: string;
  från: Dag;
  till: Dag;
  uppehåll: readonly { från: Dag; till: Dag }[];
}

/** Plans that have been in force; a draft and a proposal give no break. */
const HAR_GÄLLT = ['overenskommen', 'oense', 'ersatt', 'avslutad'];

/** The first and last day of the placement, as meant until it has started; undefined when there is none. */
export function placeringstid({
  status,
  från,
  till,
  startad,
  återkallad,
}: Placering): { från: Dag; till: Dag } | undefined {
  if (status === 'plats') return { från, till };
  if (status === 'pagar' || status === 'avslutad') return { från: startad ?? från, till };
  if (status !== 'aterkallad' || startad === undefined || återkallad === undefined) return undefined;
  const sista = dagFör(återkallad.tid);
  return { från: startad, till: sista < till ? sista : till };
}

/** Whether the day is in a break of the plan that held that day; of several plans the latest. */
export function ärUppehåll(planer: readonly Uppehållsplan[], dag: Dag): boolean {
  const plan = planer
    .filter((p) => HAR_GÄLLT.includes(p.status) && p.från <= dag && dag <= p.till)
    .toSorted((a, b) => b.nummer - a.nummer)[0];
  return plan?.uppehåll.some((u) => u.från <= dag && dag <= u.till) ?? false;
}

/** Why nothing is planned a day inside the placement, as a sentence; undefined when there are times that day. */
export type Ledighet =
  | { slag: 'utanfor' }
  | { slag: 'helgdag'; namn: string }
  | { slag: 'uppehall' }
  | { slag: 'inget-pass' };

/** The times of a referral on one day, or why there are none. Public holidays and breaks have none. */
export function planeradDag(
  placering: Placering,
  planer: readonly Uppehållsplan[],
  dag: Dag,
): { pass: Pass[]; timmar: number } | Ledighet {
  const tid = placeringstid(placering);
  if (!tid || dag < tid.från || tid.till < dag) return { slag: 'utanfor' };
  const pass = placering.pass
    .filter((p) => p.veckodag === veckodag(dag))
    .toSorted((a, b) => a.från.localeCompare(b.från));
  if (pass.length === 0) return { slag: 'inget-pass' };
  const namn = helgdag(dag);
  if (namn !== undefined) return { slag: 'helgdag', namn };
  if (ärUppehåll(planer, dag)) return { slag: 'uppehall' };
  return { pass, timmar: veckotimmar(pass) };
}

/** Planned hours of the day; 0 when nothing is planned. */
export function planeradeTimmar(placering: Placering, planer: readonly Uppehållsplan[], dag: Dag): number {
  const planerad = planeradDag(placering, planer, dag);
  return 'timmar' in planerad ? planerad.timmar : 0;
}
