import { scaleLinear } from 'd3-scale';
import type { Child } from 'hono/jsx';
import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import { useTexts } from '../texts.ts';
import { ChartPatterns, fillOf } from './patterns.tsx';

/** How many lie between two values; null where that may not be shown. The last class holds its upper end too. */
export type HistogramBin = { readonly from: number; readonly to: number; readonly count: number | null };

export type HistogramProps = {
  readonly id: string;
  /** One sentence that says what is seen. */
  readonly caption: string;
  /** Side by side, the lowest first. */
  readonly bins: readonly HistogramBin[];
  readonly x: { readonly label: string; readonly format: (value: number) => string };
  readonly y: { readonly label: string; readonly format: (value: number) => string };
  /** Places on the x axis to point out, for example 0 or the median. */
  readonly marks?: readonly { readonly x: number; readonly label: string }[] | undefined;
  /** What a class that may not be shown says. */
  readonly missing?: string | undefined;
  readonly note?: Child;
};

const frames = [
  { variant: 'wide', width: 672, height: 320, left: 60, right: 16, xTicks: 8 },
  { variant: 'narrow', width: 358, height: 300, left: 46, right: 10, xTicks: 4 },
] as const;
const TOP = 46;
const BOTTOM = 52;

function Drawing({ props, frame }: { props: HistogramProps; frame: (typeof frames)[number] }) {
  const { id, bins, x, y } = props;
  const marks = props.marks ?? [];
  const end = frame.width - frame.right;
  const foot = frame.height - BOTTOM;
  const froms = [...bins.map((bin) => bin.from), ...marks.map((mark) => mark.x)];
  const tos = [...bins.map((bin) => bin.to), ...marks.map((mark) => mark.x)];
  const scaleX = scaleLinear([Math.min(...froms), Math.max(...tos)], [frame.left, end]);
  const scaleY = scaleLinear([0, Math.max(1, ...bins.map((bin) => bin.count ?? 0))], [foot, TOP]).nice(4);
  return (
    <svg
      class={`chart chart--${frame.variant}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-text`}
    >
      <ChartPatterns id={`${id}-${frame.variant}`} count={2} />
      {scaleY.ticks(4).map((tick) => (
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
      <text x={0} y={14}>
        {y.label}
      </text>
      {bins.map((bin) => {
        const left = scaleX(bin.from);
        const width = Math.max(scaleX(bin.to) - left - 2, 1);
        if (bin.count === null)
          return (
            <rect
              class="bars b-hidden"
              fill={fillOf(`${id}-${frame.variant}`, 1)}
              x={(left + 1).toFixed(1)}
              width={width.toFixed(1)}
              y={foot - 7}
              height="7"
            />
          );
        return (
          <rect
            class="bars b1"
            fill={fillOf(`${id}-${frame.variant}`, 0)}
            x={(left + 1).toFixed(1)}
            width={width.toFixed(1)}
            y={scaleY(bin.count).toFixed(1)}
            height={(foot - scaleY(bin.count)).toFixed(1)}
          />
        );
      })}
      {scaleX.ticks(frame.xTicks).map((tick) => (
        <text x={scaleX(tick).toFixed(1)} y={foot + 20} text-anchor="middle">
          {x.format(tick)}
        </text>
      ))}
      <text x={end} y={foot + 42} text-anchor="end">
        {x.label}
      </text>
      {marks.map((mark, i) => (
        <>
          <line
            class="mark-line"
            x1={scaleX(mark.x).toFixed(1)}
            x2={scaleX(mark.x).toFixed(1)}
            y1={TOP - 4 - i * 16}
            y2={foot}
            stroke-dasharray="3 4"
          />
          <text
            class="lab halo"
            x={scaleX(mark.x).toFixed(1)}
            y={TOP - 8 - i * 16}
            text-anchor={scaleX(mark.x) > (frame.left + end) / 2 ? 'end' : 'start'}
          >
            {mark.label}
          </text>
        </>
      ))}
    </svg>
  );
}

/** How many lie where on a scale, as an SVG drawn on the server, with its sentence and the numbers behind "Visa som tabell". */
export function Histogram(props: HistogramProps) {
  const texts = useTexts();
  const { id, caption, bins, x, y } = props;
  if (bins.length === 0) throw new RangeError('A histogram has at least one class');
  const missing = props.missing ?? texts.missing;
  return (
    <figure class="figure">
      <figcaption id={`${id}-text`}>{caption}</figcaption>
      {frames.map((frame) => (
        <Drawing props={props} frame={frame} />
      ))}
      {props.note ? <p class="small muted">{props.note}</p> : null}
      <Details summary={texts.showTable}>
        <Table
          id={`${id}-tabell`}
          caption={y.label}
          narrow="scroll"
          columns={[{ head: x.label }, { head: y.label, num: true }]}
          rows={bins.map((bin) => [
            `${x.format(bin.from)} till ${x.format(bin.to)}`,
            bin.count === null ? missing : y.format(bin.count),
          ])}
        />
      </Details>
    </figure>
  );
}
