import { scaleTime } from 'd3-scale';
import type { Child } from 'hono/jsx';
import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import { kortDatum, månad } from '../values/datum.ts';

/** Something that goes on between two days, `YYYY-MM-DD`, both included; `detail` is said after its name. */
export type TimeBand = {
  readonly name: string;
  readonly detail: string;
  readonly from: string;
  readonly to: string;
};

export type TimeBandsProps = {
  readonly id: string;
  /** One sentence that says what is seen. */
  readonly caption: string;
  /** What goes on side by side, by what it is about. */
  readonly groups: readonly { readonly name: string; readonly bands: readonly TimeBand[] }[];
  readonly from: string;
  readonly to: string;
  readonly today: { readonly day: string; readonly label: string };
  /** The heads of the table that says the same. */
  readonly heads: {
    readonly table: string;
    readonly group: string;
    readonly what: string;
    readonly from: string;
    readonly to: string;
  };
  readonly note?: Child;
};

const frames = [
  { variant: 'wide', width: 860, left: 96, row: 34, letters: 7.4 },
  { variant: 'narrow', width: 358, left: 0, row: 34, letters: 7.4 },
] as const;
const TOP = 30;
const GROUP_HEAD = 24;

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** What goes on side by side over some months: a bar for each, its sentence, and a table that says the same. */
export function TimeBands(props: TimeBandsProps) {
  const { id, caption, groups, heads } = props;
  return (
    <figure class="figure" id={id}>
      <figcaption id={`${id}-text`}>{caption}</figcaption>
      {frames.map((frame) => (
        <Drawing props={props} frame={frame} />
      ))}
      {props.note ? <p class="muted">{props.note}</p> : null}
      <Details summary={heads.table}>
        <Table
          id={`${id}-tabell`}
          caption={heads.table}
          captionHidden
          narrow="list"
          columns={[{ head: heads.group }, { head: heads.what }, { head: heads.from }, { head: heads.to }]}
          rows={groups.flatMap(({ name, bands }) =>
            bands.map((band) => [name, `${band.name}, ${band.detail}`, kortDatum(band.from), kortDatum(band.to)]),
          )}
        />
      </Details>
    </figure>
  );
}

function Drawing({ props, frame }: { props: TimeBandsProps; frame: (typeof frames)[number] }) {
  const { groups, from, to, today } = props;
  const narrow = frame.variant === 'narrow';
  const end = frame.width - 8;
  const x = scaleTime([new Date(time(from)), new Date(time(to))], [frame.left + 4, end]);
  const px = (day: string) => Math.min(end, Math.max(frame.left + 4, x(new Date(time(day)))));
  let y = TOP;
  const rows = groups.flatMap(({ name, bands }) => {
    const head = { name, y: narrow ? y + 16 : y + frame.row / 2 + 5 };
    if (narrow) y += GROUP_HEAD;
    return bands.map((band, i) => {
      const row = { band, y, head: i === 0 ? head : undefined };
      y += frame.row;
      return row;
    });
  });
  let written = Number.NEGATIVE_INFINITY;
  const months = x
    .ticks(narrow ? 4 : 8)
    .filter((tick) => tick.getUTCDate() === 1)
    .map((tick) => {
      const name = månad(tick.toISOString().slice(0, 7)).split(' ')[0] ?? '';
      const at = x(tick);
      const room = at >= written && at + name.length * frame.letters <= frame.width;
      if (room) written = at + name.length * frame.letters + 8;
      return { at: at.toFixed(1), name: room ? name : undefined };
    });
  const now = px(today.day);
  const half = (today.label.length * frame.letters) / 2;
  return (
    <svg
      class={`chart chart--${frame.variant}`}
      viewBox={`0 0 ${frame.width} ${y + 26}`}
      role="img"
      aria-labelledby={`${props.id}-text`}
    >
      {months.map(({ at, name }) => (
        <>
          <line class="grid" x1={at} x2={at} y1={TOP - 6} y2={y} />
          {name ? (
            <text x={at} y={16}>
              {name}
            </text>
          ) : null}
        </>
      ))}
      {from <= today.day && today.day <= to ? (
        <>
          <line class="mark-line" x1={now.toFixed(1)} x2={now.toFixed(1)} y1={TOP - 8} y2={y + 4} />
          <text
            class="lab"
            x={Math.min(Math.max(now, half), frame.width - half).toFixed(1)}
            y={y + 19}
            text-anchor="middle"
          >
            {today.label}
          </text>
        </>
      ) : null}
      {rows.map(({ band, y: at, head }) => {
        const start = px(band.from);
        const width = Math.max(6, px(band.to) - start);
        const text = `${band.name}, ${band.detail}`;
        const wide = text.length * frame.letters;
        return (
          <>
            {head ? (
              <text class="lab halo" x={0} y={head.y}>
                {head.name}
              </text>
            ) : null}
            <rect class="bar" x={start.toFixed(1)} y={at + 4} width={width.toFixed(1)} height={frame.row - 8} rx={4} />
            <text
              class="lab"
              x={Math.max(frame.left + 8, Math.min(start + 8, end - wide)).toFixed(1)}
              y={at + frame.row / 2 + 5}
            >
              {text}
            </text>
          </>
        );
      })}
    </svg>
  );
}
