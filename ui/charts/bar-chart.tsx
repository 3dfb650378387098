import { scaleLinear } from 'd3-scale';
import type { Child } from 'hono/jsx';
import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import { useTexts } from '../texts.ts';
import { ChartPatterns, fillOf, PatternKey } from './patterns.tsx';

/** One bar: its value, null where it is not known or not shown, and the interval it is known to lie in. */
export type Bar = {
  readonly value: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};

/** One group of bars: a bar per series, in the order of the series. */
export type BarGroup = { readonly name: string; readonly bars: readonly Bar[] };

export type BarChartProps = {
  readonly id: string;
  /** One sentence that says what is seen. */
  readonly caption: string;
  /** The names of the series, at most four; more cannot be told apart. */
  readonly series: readonly string[];
  readonly groups: readonly BarGroup[];
  /** What the bars measure and how a value is written; the ends of the axis where the data should not decide. */
  readonly value: {
    readonly label: string;
    readonly format: (value: number) => string;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  };
  /** The head of the groups in the table, for example "Ålder". */
  readonly groupLabel: string;
  /** What an empty place says, for example "skyddas". */
  readonly missing?: string | undefined;
  /** What the intervals are, for example "95 % konfidensintervall"; needed where a bar has one. */
  readonly interval?: string | undefined;
  readonly note?: Child;
};

const frames = [
  { variant: 'wide', width: 672, left: 232, right: 76, ticks: 5 },
  { variant: 'narrow', width: 358, left: 4, right: 66, ticks: 3 },
] as const;
const BAR = 18;
const TOP = 30;

function Drawing({ props, frame }: { props: BarChartProps; frame: (typeof frames)[number] }) {
  const { id, series, groups, value } = props;
  const narrow = frame.variant === 'narrow';
  const head = narrow ? 22 : 0;
  const group = head + series.length * (BAR + 2) + 14;
  const known = groups.flatMap(({ bars }) => bars.flatMap((bar) => [bar.value, bar.low ?? null, bar.high ?? null]));
  const values = known.filter((v) => v !== null);
  const end = frame.width - frame.right;
  const scale = scaleLinear(
    [value.from ?? Math.min(0, ...values), value.to ?? (values.length === 0 ? 1 : Math.max(0, ...values))],
    [frame.left, end],
  );
  if (value.to === undefined) scale.nice(frame.ticks);
  const foot = TOP + groups.length * group;
  const x = (v: number) => scale(v).toFixed(1);
  const zero = scale(0);
  return (
    <svg
      class={`chart chart--${frame.variant}`}
      viewBox={`0 0 ${frame.width} ${foot + 28}`}
      role="img"
      aria-labelledby={`${id}-text`}
    >
      <ChartPatterns id={`${id}-${frame.variant}`} count={series.length} />
      <text x={0} y={14}>
        {value.label}
      </text>
      {scale.ticks(frame.ticks).map((tick) => (
        <>
          <line class={tick === 0 ? 'zero' : 'grid'} x1={x(tick)} x2={x(tick)} y1={TOP - 6} y2={foot} />
          <text x={x(tick)} y={foot + 20} text-anchor="middle">
            {value.format(tick)}
          </text>
        </>
      ))}
      {groups.map((one, g) => {
        const y = TOP + g * group;
        const middle = y + head + (series.length * (BAR + 2)) / 2 + 4;
        return (
          <>
            {narrow ? (
              <text class="lab halo" x={frame.left} y={y + 16}>
                {one.name}
              </text>
            ) : (
              <text class="lab" x={0} y={middle.toFixed(1)}>
                {lines(one.name).map((part, n, all) => (
                  <tspan x={0} dy={n === 0 ? (all.length > 1 ? -8 : 0) : 17}>
                    {part}
                  </tspan>
                ))}
              </text>
            )}
            {series.map((_, i) => {
              const bar = one.bars[i] ?? { value: null };
              const at = y + head + i * (BAR + 2);
              if (bar.value === null)
                return (
                  <text class="halo" x={(zero + 6).toFixed(1)} y={at + 14}>
                    {props.missing ?? ''}
                  </text>
                );
              const to = scale(bar.value);
              const far = Math.max(to, zero, scale(bar.high ?? bar.value));
              return (
                <>
                  <rect
                    class={`bars b${i + 1}`}
                    fill={fillOf(`${id}-${frame.variant}`, i)}
                    x={Math.min(zero, to).toFixed(1)}
                    width={Math.max(Math.abs(to - zero), 0.5).toFixed(1)}
                    y={at}
                    height={BAR}
                  />
                  {bar.low !== undefined && bar.high !== undefined ? (
                    <>
                      <path class="whisker-back" d={whisker(scale(bar.low), scale(bar.high), at + BAR / 2)} />
                      <path class="whisker" d={whisker(scale(bar.low), scale(bar.high), at + BAR / 2)} />
                    </>
                  ) : null}
                  <text class="lab halo" x={(far + 7).toFixed(1)} y={at + 14}>
                    {value.format(bar.value)}
                  </text>
                </>
              );
            })}
          </>
        );
      })}
    </svg>
  );
}

const whisker = (low: number, high: number, y: number): string =>
  `M${low.toFixed(1)} ${y}H${high.toFixed(1)}M${low.toFixed(1)} ${y - 5}v10M${high.toFixed(1)} ${y - 5}v10`;

/** A long name in two lines where it does not fit beside its bars. */
function lines(name: string): string[] {
  if (name.length <= 30) return [name];
  const space = name.lastIndexOf(' ', 30);
  return space > 0 ? [name.slice(0, space), name.slice(space + 1)] : [name];
}

/**
 * Groups of lying bars as an SVG drawn on the server, each series with its own pattern, the value written at the bar's end and the
 * interval as a whisker; one sentence that says what is seen, and the numbers behind "Visa som tabell".
 */
export function BarChart(props: BarChartProps) {
  const texts = useTexts();
  const { id, caption, series, groups, value } = props;
  if (series.length === 0 || series.length > 4)
    throw new RangeError(`A chart has one to four series, got ${series.length}`);
  const missing = props.missing ?? texts.missing;
  const intervals = groups.some(({ bars }) => bars.some(({ low, high }) => low !== undefined && high !== undefined));
  return (
    <figure class="figure">
      <figcaption id={`${id}-text`}>{caption}</figcaption>
      {series.length > 1 ? <PatternKey id={`${id}-nyckel`} names={series} /> : null}
      {frames.map((frame) => (
        <Drawing props={{ ...props, missing }} frame={frame} />
      ))}
      {intervals && props.interval ? <p class="small muted">Strecket över stapeln: {props.interval}.</p> : null}
      {props.note ? <p class="small muted">{props.note}</p> : null}
      <Details summary={texts.showTable}>
        <Table
          id={`${id}-tabell`}
          caption={value.label}
          narrow="scroll"
          columns={[
            { head: props.groupLabel },
            ...series.flatMap((name) => [
              { head: name, num: true },
              ...(intervals ? [{ head: props.interval ?? '', sub: name, num: true }] : []),
            ]),
          ]}
          rows={groups.map((group) => [
            group.name,
            ...series.flatMap((_, i) => {
              const bar = group.bars[i] ?? { value: null };
              return [
                bar.value === null ? missing : value.format(bar.value),
                ...(intervals
                  ? [
                      bar.low === undefined || bar.high === undefined
                        ? ''
                        : `${value.format(bar.low)}–${value.format(bar.high)}`,
                    ]
                  : []),
              ];
            }),
          ])}
        />
      </Details>
    </figure>
  );
}
