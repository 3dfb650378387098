import type { Child } from 'hono/jsx';

/** Help that unfolds. */
export function Details({ summary, open, children }: { summary: Child; open?: boolean | undefined; children: Child }) {
  return (
    <details class="more" open={open ?? false}>
      <summary>{summary}</summary>
      <div class="more-b">{children}</div>
    </details>
  );
}

/** A line of a list that unfolds to its reason, with an amount at the end. */
export function Fold({
  text,
  amount,
  open,
  id,
  children,
}: {
  text: Child;
  amount?: Child;
  open?: boolean | undefined;
  id?: string | undefined;
  children: Child;
}) {
  return (
    <details class="fold" open={open ?? false} id={id}>
      <summary>
        <span class="fold-t">{text}</span>
        {amount === undefined ? <span></span> : <span class="num amount">{amount}</span>}
      </summary>
      <div class="fold-b">{children}</div>
    </details>
  );
}
