/** The patterns of filled series: full, stripes, dots, grid. They are told apart in print, without colour and in forced colours. */
export function ChartPatterns({ id, count }: { id: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, i) => (
        <pattern id={`${id}-m${i + 1}`} patternUnits="userSpaceOnUse" width="8" height="8">
          <rect class={i === 0 ? `m${i + 1}` : 'm-back'} width="8" height="8" />
          {i === 1 ? <path class="m-line m2" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" /> : null}
          {i === 2 ? <circle class="m3" cx="4" cy="4" r="2.4" /> : null}
          {i === 3 ? <path class="m-line m4" d="M0 4H8M4 0V8" /> : null}
        </pattern>
      ))}
    </defs>
  );
}

/** The fill of a series by its place, counted from 0. */
export function fillOf(id: string, i: number): string {
  return `url(#${id}-m${i + 1})`;
}

/** A sample of each pattern with its name. */
export function PatternKey({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <ul class="chart-key chart-key--always">
      {names.map((name, i) => (
        <li>
          <svg class="chart" viewBox="0 0 44 16" aria-hidden="true" focusable="false">
            <ChartPatterns id={`${id}-${i}`} count={i + 1} />
            <rect class={`bars b${i + 1}`} fill={fillOf(`${id}-${i}`, i)} x="1" y="1" width="42" height="14" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
