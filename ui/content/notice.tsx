import type { Child } from 'hono/jsx';

/** `info` to know, `attention` to see to, `ok` nothing to do, `error` something went wrong. */
export type NoticeKind = 'info' | 'attention' | 'ok' | 'error';

/** A short text set apart. `live`: it appears as an answer to what the person did and is read out. */
export function Notice({
  kind,
  heading,
  level,
  live,
  children,
}: {
  kind?: NoticeKind | undefined;
  heading?: Child;
  level?: 2 | 3 | undefined;
  live?: boolean | undefined;
  children: Child;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div
      class={kind && kind !== 'info' ? `note note--${kind}` : 'note'}
      role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}
    >
      {heading ? <Heading>{heading}</Heading> : null}
      {children}
    </div>
  );
}

/** What a status is worth, in text, shape and colour; colour is never alone. */
export type TagKind = 'neutral' | 'brand' | 'ok' | 'attention' | 'error';

const shapes = {
  neutral: null,
  brand: null,
  ok: <path d="M1 5.5 4 8.5 9 1.5" fill="none" stroke-width="2" />,
  attention: <path d="M5 .5 9.8 9.5H.2z" stroke="none" />,
  error: <path d="M5 0 10 5 5 10 0 5z" stroke="none" />,
};

/** A status or a short mark. */
export function Tag({ kind, children }: { kind?: TagKind | undefined; children: Child }) {
  const shape = shapes[kind ?? 'neutral'];
  return (
    <span class={kind && kind !== 'neutral' ? `tag tag--${kind}` : 'tag'}>
      {shape ? (
        <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
          {shape}
        </svg>
      ) : null}
      {children}
    </span>
  );
}

/** A tinted area for a summary; a card with a line for something of its own. */
export function Panel({ children, card }: { children: Child; card?: boolean | undefined }) {
  return <div class={card ? 'card stack' : 'panel stack'}>{children}</div>;
}
