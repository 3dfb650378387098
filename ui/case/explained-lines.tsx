import type { Child } from 'hono/jsx';
import { Fold } from '../content/details.tsx';

/** A part under an explained line. */
export type ExplainedPart = {
  readonly text: Child;
  readonly amount?: Child;
  readonly law?: Child;
  readonly parts?: readonly ExplainedPart[] | undefined;
};

/** One line of an explanation in sentences: what, how much, why, and last the law. */
export type ExplainedLine = {
  readonly id?: string | undefined;
  readonly text: Child;
  readonly amount?: Child;
  readonly why?: readonly Child[] | undefined;
  readonly parts?: readonly ExplainedPart[] | undefined;
  readonly law?: Child;
  readonly open?: boolean | undefined;
};

/** Nested lines with amounts at the end. */
export function Parts({ parts }: { parts: readonly ExplainedPart[] }) {
  return (
    <ol class="trace">
      {parts.map((part) => (
        <li>
          <div class="line">
            <span>{part.text}</span>
            {part.amount === undefined ? null : <span class="num">{part.amount}</span>}
            {part.law ? (
              <span class="law" lang="sv" dir="ltr">
                {part.law}
              </span>
            ) : null}
          </div>
          {part.parts && part.parts.length > 0 ? <Parts parts={part.parts} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** The applicant's reading of a calculation: each line unfolds to its reason, the sum is last. */
export function ExplainedLines({
  lines,
  sum,
}: {
  lines: readonly ExplainedLine[];
  sum?: { readonly text: Child; readonly amount: Child } | undefined;
}) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li>
          {line.why || line.parts || line.law ? (
            <Fold text={line.text} amount={line.amount} open={line.open} id={line.id}>
              {line.why?.map((sentence) => (
                <p>{sentence}</p>
              ))}
              {line.parts ? <Parts parts={line.parts} /> : null}
              {line.law ? (
                <p class="law" lang="sv" dir="ltr">
                  {line.law}
                </p>
              ) : null}
            </Fold>
          ) : (
            <div class="line">
              <span>{line.text}</span>
              {line.amount === undefined ? null : <span class="num amount">{line.amount}</span>}
            </div>
          )}
        </li>
      ))}
      {sum ? (
        <li class="line line--sum line--total">
          <span>{sum.text}</span>
          <span class="num">{sum.amount}</span>
        </li>
      ) : null}
    </ul>
  );
}
