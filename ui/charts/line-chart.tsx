import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Child } from 'hono/jsx';
import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import { useTexts } from '../texts.ts';

/** A line: a name and its points in order; `y` is null where the value is not known or not shown. */
export type LineSeries = {
  readonly name: string;
  readonly points: readonly Point[];
  /** Keeps its value until the next point. */
  readonly step?: boolean | undefined;
};

/** An axis: what it measures and how a value is written, with its ends where the data should not decide. */
export type Axis = {
  readonly label: string;
  readonly format: (value: number) => string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
};

export type LineChartProps = {
  readonly id: string;
  /** One sentence that says what is seen. */
  readonly caption: string;
  /** At most four; more cannot be told apart. */
  readonly series: readonly LineSeries[];
  readonly x: Axis;
  readonly y: Axis;
  /** A place on the x axis to point out, for example what the person earns now. */
  readonly mark?: { readonly x: number; readonly label: string } | undefined;
  /** What an empty place in the table says, for example "färre än 5". */
  readonly missing?: string | undefined;
  /** What the band around a line is, for example "95 % konfidensintervall"; needed where points have one. */
  readonly interval?: string | undefined;
  readonly note?: Child;
  /** A small chart beside others, of one series: no name at the line’s end, and what its axes are called stands beside it. */
  readonly small?: boolean | undefined;
};

type Point = {
  readonly x: number;
  readonly y: number | null;
  /** The interval that the value is known to lie in, drawn as a band. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
};
type Banded = { readonly x: number; readonly low: number; readonly high: number };
const banded = (one: LineSeries): Banded[] =>
  one.points.flatMap(({ x, y, low, high }) =>
    y === null || low === undefined || high === undefined ? [] : [{ x, low, high }],
  );
type Frame = {
  readonly variant: 'wide' | 'narrow' | 'small';
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: number;
};

const frames: readonly Frame[] = [
  { variant: 'wide', width: 672, height: 360, left: 64, right: 156, top: 34, bottom: 52, xTicks: 5 },
  { variant: 'narrow', width: 358, height: 320, left: 56, right: 12, top: 34, bottom: 52, xTicks: 3 },
];
/** So narrow that its text is readable where four stand beside each other; it has no room for the names of its axes. */
const smallFrame: Frame = {
  variant: 'small',
  width: 256,
  height: 128,
  left: 66,
  right: 22,
  top: 12,
  bottom: 28,
  xTicks: 3,
};

/** Labels keep their order and stand at least `gap` apart, each as near its line's end as that allows. */
export function spread(wanted: readonly number[], gap: number, highest: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  order.forEach((label, i) => {
    const above = order[i - 1];
    if (above) label.y = Math.max(label.y, above.y + gap);
  });
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const label = order[i];
    const below = order[i + 1];
    if (label) label.y = Math.min(label.y, below ? below.y - gap : highest);
  }
  const placed: number[] = [];
  for (const label of order) placed[label.i] = label.y;
  return placed;
}

/** A long name in two lines where it does not fit beside its line. */
function twoLines(name: string): string[] {
  if (name.length <= 17) return [name];
  const space = name.lastIndexOf(' ', Math.ceil(name.length / 2) + 3);
  return space > 0 ? [name.slice(0, space), name.slice(space + 1)] : [name];
}

function Drawing({ frame, props }: { frame: Frame; props: LineChartProps }) {
  const { series, x, y, mark } = props;
  const xs = series.flatMap((one) => one.points.map((point) => point.x));
  const shown = series.flatMap((one) =>
    one.points.flatMap(({ y, low, high }) => (y === null ? [] : [y, low ?? y, high ?? y])),
  );
  const ys = shown.length === 0 ? [1] : shown;
  const end = frame.width - frame.right;
  const foot = frame.height - frame.bottom;
  const scaleX = scaleLinear([x.from ?? Math.min(...xs), x.to ?? Math.max(...xs)], [frame.left, end]);
  const scaleY = scaleLinear([y.from ?? Math.min(0, ...ys), y.to ?? Math.max(...ys)], [foot, frame.top]);
  if (y.to === undefined) scaleY.nice(5);
  const path = (one: LineSeries): string => {
    const draw = line<Point>(
      (point) => scaleX(point.x),
      (point) => scaleY(point.y ?? 0),
    )
      .defined((point) => point.y !== null)
      .digits(1);
    return (one.step ? draw.curve(curveStepAfter) : draw)(one.points) ?? '';
  };
  const band = (one: LineSeries): string => {
    const draw = area<Banded>(
      (point) => scaleX(point.x),
      (point) => scaleY(point.low),
      (point) => scaleY(point.high),
    ).digits(1);
    return (one.step ? draw.curve(curveStepAfter) : draw)(banded(one)) ?? '';
  };
  /** Points with nothing shown on either side, which a line would leave out. */
  const alone = (one: LineSeries): Point[] =>
    one.points.filter(
      (point, i) =>
        point.y !== null && (one.points[i - 1]?.y ?? null) === null && (one.points[i + 1]?.y ?? null) === null,
    );
  const last = series.map((one) => [...one.points].reverse().find((point) => point.y !== null));
  const ends = spread(
    last.map((point) => scaleY(point?.y ?? 0)),
    36,
    foot,
  );
  return (
    <svg
      class={`chart chart--${frame.variant}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${props.id}-text`}
    >
      {scaleY.ticks(frame.variant === 'small' ? 3 : 5).map((tick) => (
        <>
          <line
            class={tick === 0 ? 'zero' : 'grid'}
            x1={frame.left}
            x2={end}
            y1={scaleY(tick).toFixed(1)}
            y2={scaleY(tick).toFixed(1)}
          />
          <text x={frame.left - 8} y={(scaleY(tick) + 5).toFixed(1)} text-anchor="end">
            {y.format(tick)}
          </text>
        </>
      ))}
      {frame.variant === 'small' ? null : (
        <>
          <text x={0} y={14}>
            {y.label}
          </text>
          <text x={end} y={foot + 42} text-anchor="end">
            {x.label}
          </text>
        </>
      )}
      {scaleX.ticks(frame.xTicks).map((tick) => (
        <text x={scaleX(tick).toFixed(1)} y={foot + 20} text-anchor="middle">
          {x.format(tick)}
        </text>
      ))}
      {mark ? (
        <>
          <line
            class="mark-line"
            x1={scaleX(mark.x).toFixed(1)}
            x2={scaleX(mark.x).toFixed(1)}
            y1={frame.top - 8}
            y2={foot}
            stroke-dasharray="3 4"
          />
          <text
            class="lab"
            x={scaleX(mark.x).toFixed(1)}
            y={frame.top - 14}
            text-anchor={scaleX(mark.x) > (frame.left + end) / 2 ? 'end' : 'start'}
          >
            {mark.label}
          </text>
        </>
      ) : null}
      {series.map((one, i) =>
        banded(one).length > 1 ? (
          <>
            <path class={`band a${i + 1}`} d={band(one)} />
            <path class={`band-edge s${i + 1}`} d={band(one)} />
          </>
        ) : null,
      )}
      {series.map((one, i) => (
        <path class={`series s${i + 1}`} d={path(one)} />
      ))}
      {series.map((one, i) =>
        alone(one).map((point) => (
          <circle class={`p${i + 1}`} cx={scaleX(point.x).toFixed(1)} cy={scaleY(point.y ?? 0).toFixed(1)} r="3.5" />
        )),
      )}
      {series.map((one, i) => {
        const point = last[i];
        if (!point) return null;
        const dot = <Marker n={i + 1} x={scaleX(point.x)} y={scaleY(point.y ?? 0)} />;
        if (frame.variant !== 'wide') return dot;
        const words = twoLines(one.name);
        return (
          <>
            {dot}
            <text class={`t${i + 1}`} x={end + 14} y={((ends[i] ?? 0) + (words.length > 1 ? -3 : 5)).toFixed(1)}>
              {words.map((part, n) => (
                <tspan x={end + 14} dy={n === 0 ? 0 : 16}>
                  {part}
                </tspan>
              ))}
            </text>
          </>
        );
      })}
    </svg>
  );
}

/** Each series has its own shape, so that colour is not the only thing that tells them apart. */
function Marker({ n, x, y }: { n: number; x: number; y: number }) {
  const cls = `point p${n}`;
  const [cx, cy] = [x.toFixed(1), y.toFixed(1)];
  if (n === 2) return <rect class={cls} x={(x - 6).toFixed(1)} y={(y - 6).toFixed(1)} width="12" height="12" />;
  if (n === 3) return <path class={cls} d={`M${cx} ${(y - 8).toFixed(1)}l8 8l-8 8l-8 -8z`} />;
  if (n === 4) return <path class={cls} d={`M${cx} ${(y - 8).toFixed(1)}l8 14h-16z`} />;
  return <circle class={cls} cx={cx} cy={cy} r="7" />;
}

/** A small sample of a line with its shape, for the key on a narrow screen. */
function Key({ series }: { series: readonly LineSeries[] }) {
  return (
    <ul class="chart-key">
      {series.map((one, i) => (
        <li>
          <svg class="chart" viewBox="0 0 44 16" aria-hidden="true" focusable="false">
            <path class={`series s${i + 1}`} d="M2 8H42" />
            <Marker n={i + 1} x={22} y={8} />
          </svg>
          {one.name}
        </li>
      ))}
    </ul>
  );
}

/**
 * Lines over a scale as an SVG drawn on the server: names at the lines' ends (a key on a narrow screen), one sentence
 * that says what is seen, and the numbers behind "Visa som tabell".
 */
export function LineChart(props: LineChartProps) {
  const texts = useTexts();
  const { id, caption, series, x, y } = props;
  if (series.length === 0 || series.length > 4)
    throw new RangeError(`A chart has one to four series, got ${series.length}`);
  const xs = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort((a, b) => a - b);
  const at = (one: LineSeries, place: number): string => {
    const point = one.points.find((candidate) => candidate.x === place);
    return point === undefined ? '' : point.y === null ? (props.missing ?? texts.missing) : y.format(point.y);
  };
  const intervals = series.some((one) => banded(one).length > 0);
  const between = (one: LineSeries, place: number): string => {
    const point = banded(one).find((candidate) => candidate.x === place);
    return point === undefined ? '' : `${y.format(point.low)}–${y.format(point.high)}`;
  };
  return (
    <figure class="figure">
      <figcaption id={`${id}-text`}>{caption}</figcaption>
      {props.small ? null : <Key series={series} />}
      {(props.small ? [smallFrame] : frames).map((frame) => (
        <Drawing frame={frame} props={props} />
      ))}
      {intervals && props.interval ? <p class="small muted">Bandet runt linjen: {props.interval}.</p> : null}
      {props.note ? <p class="small muted">{props.note}</p> : null}
      <Details summary={texts.showTable}>
        <Table
          id={`${id}-tabell`}
          caption={y.label}
          narrow="scroll"
          columns={[
            { head: x.label },
            ...series.flatMap((one) => [
              { head: one.name, num: true },
              ...(intervals ? [{ head: props.interval ?? '', sub: one.name, num: true }] : []),
            ]),
          ]}
          rows={xs.map((place) => [
            x.format(place),
            ...series.flatMap((one) => [at(one, place), ...(intervals ? [between(one, place)] : [])]),
          ])}
        />
      </Details>
    </figure>
  );
}
