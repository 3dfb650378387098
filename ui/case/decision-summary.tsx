import type { Child } from 'hono/jsx';
import { kr } from '../values/kr.ts';

export type DecisionSummaryProps = {
  /** For example "Beslut 26 november 2026". */
  readonly over: Child;
  /** Outcome and amount first: "Du får 5 125 kr för december". The page's h1. */
  readonly heading: Child;
  /** When it is paid, and what was not granted. */
  readonly lead: Child;
  /** Integer öre. Left out where nothing was calculated. */
  readonly need?: { readonly label: Child; readonly öre: number } | undefined;
  readonly have?: { readonly label: Child; readonly öre: number } | undefined;
  readonly get?: { readonly label: Child; readonly öre: number } | undefined;
  /** The level of the heading, where the decision is shown inside another page. */
  readonly level?: 1 | 2 | 4 | undefined;
};

/** What you need, the money you have, what you get: as words, and as one bar that the words explain. */
export function NeedBar({
  need,
  have,
  get,
}: {
  need: { label: Child; öre: number };
  have: { label: Child; öre: number };
  get: { label: Child; öre: number };
}) {
  const whole = Math.max(need.öre, have.öre + get.öre, 1);
  const haveShare = (100 * Math.max(0, have.öre)) / whole;
  const getShare = (100 * Math.max(0, get.öre)) / whole;
  const key = (cls: string) => (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <rect class={cls} width="12" height="12" rx="3" />
    </svg>
  );
  return (
    <div class="need">
      <svg class="need-bar" aria-hidden="true" focusable="false">
        <rect class="need-have" x="0" y="0" width={`${haveShare.toFixed(2)}%`} height="22" rx="4" />
        <rect
          class="need-get"
          x={`${(haveShare === 0 ? 0 : haveShare + 0.6).toFixed(2)}%`}
          y="0"
          width={`${Math.max(0, getShare - (haveShare === 0 ? 0 : 0.6)).toFixed(2)}%`}
          height="22"
          rx="4"
        />
      </svg>
      <dl>
        <div>
          <dt>{need.label}</dt>
          <dd>{kr(need.öre)}</dd>
        </div>
        <div>
          <dt>
            {key('need-have')}
            {have.label}
          </dt>
          <dd>{kr(have.öre)}</dd>
        </div>
        <div>
          <dt>
            {key('need-get')}
            {get.label}
          </dt>
          <dd>{kr(get.öre)}</dd>
        </div>
      </dl>
    </div>
  );
}

/** The top of a decision: outcome and amount, when it is paid, and the short calculation. */
export function DecisionSummary({ over, heading, lead, need, have, get, level = 1 }: DecisionSummaryProps) {
  const Heading = ({ 1: 'h1', 2: 'h2', 4: 'h4' } as const)[level];
  return (
    <>
      <header class="stack">
        <p class="over">{over}</p>
        <Heading class="decision-heading">{heading}</Heading>
        <p class="lead">{lead}</p>
      </header>
      {need && have && get ? (
        <div class="panel">
          <NeedBar need={need} have={have} get={get} />
        </div>
      ) : null}
    </>
  );
}
