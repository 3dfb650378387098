import type { Child } from 'hono/jsx';
import { Clock, type ClockProps } from './clock.tsx';

/** A row: household (or masked), month, why it stopped, time left, whose it is. */
export type QueueRow = {
  readonly href: string;
  readonly who: Child;
  readonly household?: Child;
  readonly about: Child;
  readonly why: Child;
  /** undefined: it has not started. */
  readonly clock: ClockProps | undefined;
  readonly unit: Child;
  /** A form with a button, for example "Ta" with `shortcut="t"`. */
  readonly act?: Child;
};

/** Rows by what must happen next. */
export type QueueGroup = {
  readonly heading: string;
  readonly about?: string | undefined;
  readonly rows: readonly QueueRow[];
};

/** The queue, grouped by next step. J and K move between rows, Enter opens. Give `Empty` when there is nothing in it. */
export function Queue({ caption, groups }: { caption: string; groups: readonly QueueGroup[] }) {
  return (
    <table class="queue rows" data-queue role="table">
      <caption class="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="who">
            Hushåll
          </th>
          <th scope="col" role="columnheader" class="about">
            Gäller
          </th>
          <th scope="col" role="columnheader">
            Varför hos dig
          </th>
          <th scope="col" role="columnheader" class="left">
            Tid kvar
          </th>
          <th scope="col" role="columnheader" class="unit">
            Ansvarig
          </th>
        </tr>
      </thead>
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <tbody role="rowgroup">
            <tr class="grp" role="row">
              <th colspan={5} scope="rowgroup" role="rowheader">
                {group.heading}
                {group.about ? <span class="muted">{group.about}</span> : null}
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr role="row">
                <th scope="row" role="rowheader">
                  <a href={row.href} data-row-link>
                    {row.who}
                  </a>
                  {row.household ? <span class="muted">{row.household}</span> : null}
                </th>
                <td role="cell" data-l="Gäller">
                  {row.about}
                </td>
                <td role="cell" data-l="Varför">
                  {row.why}
                </td>
                <td role="cell" data-l="Tid kvar">
                  {row.clock ? <Clock {...row.clock} /> : <span class="muted">Inte startad</span>}
                </td>
                <td role="cell" data-l="Ansvarig">
                  {row.unit}
                  {row.act}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  );
}

/** A list of choices beside the queue, each with how many. */
export function Filters({
  label,
  groups,
}: {
  label: string;
  groups: readonly {
    readonly heading: string;
    readonly items: readonly {
      readonly href: string;
      readonly label: string;
      readonly count?: number | undefined;
      readonly current?: boolean | undefined;
    }[];
  }[];
}) {
  return (
    <nav class="filters" aria-label={label}>
      {groups.map((group) => (
        <div>
          <h2>{group.heading}</h2>
          <ul>
            {group.items.map((item) => (
              <li>
                <a href={item.href} aria-current={item.current ? 'true' : undefined}>
                  {item.label} {item.count === undefined ? null : <span class="num">{item.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
