import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';

/** Nothing here yet: what to do first. */
export function Empty({ heading, level, children }: { heading: Child; level?: 2 | 3 | undefined; children?: Child }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="state">
      <Heading>{heading}</Heading>
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
export function ErrorState({
  heading,
  level,
  children,
}: {
  heading: Child;
  level?: 2 | 3 | undefined;
  children: Child;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="state state--error" role="alert">
      <Heading>{heading}</Heading>
      {children}
    </div>
  );
}
