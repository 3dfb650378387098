import { scaleUtc } from 'd3-scale';
import type { Child } from 'hono/jsx';
import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import { kortDatum, månad } from '../values/datum.ts';

/** A stretch of days on one step, the steps counted from 0 at the bottom. Days `YYYY-MM-DD`; `to` is the last day. */
export type StepStretch = { readonly step: number; readonly from: string; readonly to: string; readonly text: string };

export type StepChartProps = {
  readonly id: string;
  /** One sentence that says what is seen. */
  readonly caption: string;
  /** The names of the steps, the lowest first. */
  readonly steps: readonly string[];
  /** Oldest first; days between two stretches are days of which nothing is known. */
  readonly stretches: readonly StepStretch[];
  /** The heads of the table that says the same. */
  readonly heads: {
    readonly table: string;
    readonly step: string;
    readonly from: string;
    readonly to: string;
    readonly what: string;
  };
  /** What the table says for the last day of a stretch that goes on. */
  readonly ongoing: string;
  /** The last day of the chart: today. */
  readonly today: string;
  readonly note?: Child;
};

const ROW = 36;
const MIN_DAYS = 90;
const DAY = 86_400_000;
const frames = [
  { variant: 'wide', width: 860, left: 232, ticks: 8 },
  { variant: 'narrow', width: 358, left: 8, ticks: 3 },
] as const;

/** The month alone, with its year in January. */
function monthName(moment: Date): string {
  const [name = '', ...year] = månad(moment.toISOString().slice(0, 7)).split(' ');
  return moment.getUTCMonth() === 0 ? [name, ...year].join(' ') : name;
}

/** The first of every month in the stretch, or of every second, third … so that there are at most `most`. */
function months(from: Date, to: Date, most: number): Date[] {
  const firsts: Date[] = [];
  for (let m = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)); m <= to; ) {
    firsts.push(m);
    m = new Date(Date.UTC(m.getUTCFullYear(), m.getUTCMonth() + 1, 1));
  }
  const every = Math.ceil(firsts.length / most);
  return firsts.filter((_, i) => i % every === 0);
}

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function Drawing({ props, frame }: { props: StepChartProps; frame: (typeof frames)[number] }) {
  const { steps, stretches, today } = props;
  const narrow = frame.variant === 'narrow';
  const row = narrow ? 44 : ROW;
  const top = narrow ? 26 : 20;
  const first = Math.min(...stretches.map(({ from }) => time(from)), time(today) - MIN_DAYS * DAY);
  const end = frame.width - 22;
  const x = scaleUtc([new Date(first), new Date(time(today))], [frame.left, end]);
  const y = (step: number) => top + (steps.length - 1 - step) * row;
  const px = (day: string) => x(new Date(time(day))).toFixed(1);
  const last = stretches.at(-1);
  const goesOn = last !== undefined && last.to >= today;
  const path = stretches
    .map(({ step, from, to }, i) => {
      const before = stretches[i - 1];
      const joined = before !== undefined && time(from) - time(before.to) <= DAY;
      return `${joined ? `H${px(from)}V${y(step)}` : `M${px(from)} ${y(step)}`}H${px([to, today].sort()[0]!)}`;
    })
    .join('');
  const ticks = months(new Date(first), new Date(time(today)), frame.ticks);
  const foot = y(0) + 26;
  return (
    <svg
      class={`chart chart--${frame.variant}`}
      viewBox={`0 0 ${frame.width} ${foot + 8}`}
      role="img"
      aria-labelledby={`${props.id}-text`}
    >
      {steps.map((name, step) => (
        <>
          <line class="grid" x1={frame.left} x2={end} y1={y(step)} y2={y(step)} />
          <text class={last?.step === step && goesOn ? 'lab' : undefined} x={0} y={narrow ? y(step) - 8 : y(step) + 5}>
            {name}
          </text>
        </>
      ))}
      {ticks.map((tick) => (
        <text x={x(tick).toFixed(1)} y={foot} text-anchor="middle">
          {monthName(tick)}
        </text>
      ))}
      {path === '' ? null : <path class="series s1" d={path} />}
      {last && goesOn ? <circle class="point p1" cx={px(today)} cy={y(last.step)} r="7" /> : null}
    </svg>
  );
}

/** On which step of a ladder somebody has stood over time: a line, its sentence, and a table that says the same. Not a measure. */
export function StepChart(props: StepChartProps) {
  const { id, caption, steps, stretches, heads } = props;
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
          columns={[{ head: heads.from }, { head: heads.to }, { head: heads.step }, { head: heads.what }]}
          rows={stretches.map(({ step, from, to, text }) => [
            kortDatum(from),
            to >= props.today ? props.ongoing : kortDatum(to),
            steps[step] ?? '',
            text,
          ])}
        />
      </Details>
    </figure>
  );
}
