import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';

/** Nothing here yet: what to do first. */
export function Empty({ heading, children }: { heading: Child; children?: Child }) {
  return (
    <div class="state">
      <h3>{heading}</h3>
      {children}
    </div>
  );
}

/** On its way: the text at once, grey lines after 300 ms. */
export function Loading({ children, lines }: { children?: Child; lines?: number | undefined }) {
  const texts = useTexts();
  return (
    <div class="stack-s" role="status">
      <p class="muted">{children ?? texts.loading}</p>
      <div class="skeleton" aria-hidden="true">
        {Array.from({ length: lines ?? 3 }, () => (
          <i></i>
        ))}
      </div>
    </div>
  );
}

/** Something went wrong: what happened, what is kept, what to do. */
export function ErrorState({ heading, children }: { heading: Child; children: Child }) {
  return (
    <div class="state state--error" role="alert">
      <h3>{heading}</h3>
      {children}
    </div>
  );
}
