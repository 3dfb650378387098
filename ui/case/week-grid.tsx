import type { Child } from 'hono/jsx';

/** What a time in the week is about, told by its name and, beside it, by a line at its start. */
export type WeekKind = 'arbete' | 'sprak' | 'halsa' | 'studier' | 'annat';

export type WeekDay = {
  /** `mån 23`. */
  readonly head: Child;
  readonly today: boolean;
  readonly items: readonly { readonly name: Child; readonly when: Child; readonly kind: WeekKind }[];
  /** What is said of a day without anything. */
  readonly empty: Child;
};

/** A week side by side, one day under the other where it is narrow. */
export function WeekGrid({ days, todayText }: { days: readonly WeekDay[]; todayText: string }) {
  return (
    <ol class={days.length > 5 ? 'weekgrid weekgrid--7' : 'weekgrid'}>
      {days.map(({ head, today, items, empty }) => (
        <li class={today ? 'today' : undefined}>
          <h3>
            {head}
            {today ? <span class="muted"> · {todayText}</span> : null}
          </h3>
          {items.length === 0 ? (
            <p class="muted small">{empty}</p>
          ) : (
            <ul>
              {items.map(({ name, when, kind }) => (
                <li class={`slot slot--${kind}`}>
                  {name}
                  <span class="muted small">{when}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
