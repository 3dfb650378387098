import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';

/** Lines with an amount at the end. Children are `Line`, `SumLine` and folds in `<li>`. */
export function Lines({ children, small }: { children: Child; small?: boolean | undefined }) {
  return <ul class={small ? 'lines small' : 'lines'}>{children}</ul>;
}

/** One line: words, amount, and a quiet citation or remark under. */
export function Line({ children, amount, note }: { children: Child; amount?: Child; note?: Child }) {
  return (
    <li class="line">
      <span>{children}</span>
      {amount === undefined ? null : <span class="num">{amount}</span>}
      {note ? <span class="law">{note}</span> : null}
    </li>
  );
}

/** The sum, under a line of its own. */
export function SumLine({ children, amount }: { children: Child; amount: Child }) {
  return (
    <li class="line line--sum line--total">
      <span>{children}</span>
      <span class="num">{amount}</span>
    </li>
  );
}

/** An amount that has changed: the old one, then the new one. */
export function Changed({ from, to }: { from: Child; to: Child }) {
  const texts = useTexts();
  return (
    <span class="changed">
      <bdi>{from}</bdi>{' '}
      <span class="arrow" aria-hidden="true">
        →
      </span>
      <span class="vh">{texts.changedFromTo}</span>{' '}
      <b>
        <bdi>{to}</bdi>
      </b>
    </span>
  );
}

/** A row of a summary list: question, answer, and where to change it. */
export type SummaryRow = {
  readonly key: Child;
  readonly value: Child;
  readonly changeHref?: string | undefined /** What is changed, for those who do not see the row: "hyra". */;
  readonly changeWhat?: string | undefined;
  readonly changeText?: string | undefined;
};

/** Answers with "Ändra" on each row. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const texts = useTexts();
  return (
    <dl class="lines summary">
      {rows.map((row) => (
        <div>
          <dt>{row.key}</dt>
          <dd>{row.value}</dd>
          {row.changeHref ? (
            <dd class="do">
              <a class="edit" href={row.changeHref}>
                {row.changeText ?? texts.change}
                <span class="vh"> {row.changeWhat ?? row.key}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** Facts about a case in a row: name above, value under. */
export function Facts({ items }: { items: readonly { readonly name: Child; readonly value: Child }[] }) {
  return (
    <dl class="facts">
      {items.map((item) => (
        <div>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
