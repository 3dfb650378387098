import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';

/** `go` is the page's one main action; `neutral` sits beside it; `quiet` looks like a link. */
export type ButtonKind = 'go' | 'plain' | 'neutral' | 'quiet';

const classes = (kind: ButtonKind | undefined, wide: boolean | undefined): string =>
  ['btn', kind && kind !== 'plain' ? `btn--${kind}` : '', wide ? 'btn--wide' : '']
    .filter((part) => part !== '')
    .join(' ');

type ButtonProps = {
  readonly children: Child;
  readonly kind?: ButtonKind | undefined;
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Full width on a narrow screen. */
  readonly wide?: boolean | undefined;
  readonly formaction?: string | undefined;
  readonly form?: string | undefined;
  /** A letter that presses the button in the workbench; written in the page's list of shortcuts. */
  readonly shortcut?: string | undefined;
};

/** A button that sends its form. A button is never disabled: it says what is missing when pressed. */
export function Button({ children, kind, type, name, value, wide, formaction, form, shortcut }: ButtonProps) {
  return (
    <button
      class={classes(kind, wide)}
      type={type ?? 'submit'}
      name={name}
      value={value}
      formaction={formaction}
      form={form}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton({
  children,
  href,
  kind,
  wide,
  shortcut,
}: {
  children: Child;
  href: string;
  kind?: ButtonKind | undefined;
  wide?: boolean | undefined;
  shortcut?: string | undefined;
}) {
  return (
    <a class={classes(kind, wide)} href={href} data-key={shortcut} aria-keyshortcuts={shortcut}>
      {children}
    </a>
  );
}

/** Prints the page; not shown where there is no script (the browser's own print works). */
export function PrintButton({ children, kind }: { children?: Child; kind?: ButtonKind | undefined }) {
  const texts = useTexts();
  return (
    <button class={classes(kind ?? 'quiet', false)} type="button" data-print data-needs-script hidden>
      {children ?? texts.print}
    </button>
  );
}

/** Buttons in a row. */
export function Actions({ children }: { children: Child }) {
  return <div class="actions">{children}</div>;
}
