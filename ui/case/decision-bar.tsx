import type { Child } from 'hono/jsx';

/** The bar at the foot of a case: outcome, amount, what is left, and the buttons with the main one last. */
export function DecisionBar({
  outcome,
  amount,
  left,
  children,
}: {
  outcome: Child;
  amount?: Child /** "1 sak kvar att ta ställning till". */;
  left?: Child;
  children: Child;
}) {
  return (
    <section class="decide" aria-label="Beslut">
      <div class="wrap">
        <p class="res">
          <span class="muted">{outcome}</span>
          {amount === undefined ? null : <b>{amount}</b>}
        </p>
        {left ? <p class="left">{left}</p> : null}
        {children}
      </div>
    </section>
  );
}
