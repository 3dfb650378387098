import type { Child } from 'hono/jsx';

/** A specimen: what it is for, the component itself, and the line of code that gives it. */
export function Prov({
  id,
  title,
  when,
  code,
  bench,
  flush,
  children,
}: {
  id: string;
  title: string;
  when: Child;
  code: string;
  /** Shown as in the workbench. */
  bench?: boolean | undefined;
  /** Without inner space, for what goes from edge to edge. */
  flush?: boolean | undefined;
  children: Child;
}) {
  return (
    <section class="prov" id={id} aria-labelledby={`${id}-rubrik`}>
      <h3 id={`${id}-rubrik`}>{title}</h3>
      <p class="small muted">{when}</p>
      <div class={flush ? 'prov-box prov-box--flush' : 'prov-box'} data-density={bench ? 'workbench' : 'citizen'}>
        {children}
      </div>
      <div class="prov-code">
        <pre id={`${id}-kod`}>
          <code>{code}</code>
        </pre>
        <button class="plain-btn" type="button" data-copy={`${id}-kod`} data-copied="Kopierat" data-needs-script hidden>
          Kopiera<span class="vh"> koden för {title}</span>
        </button>
      </div>
    </section>
  );
}
