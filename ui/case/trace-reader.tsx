import { readsOf, type Step, type Trace } from '@stegvis/engine';
import { type Texts, useTexts } from '../texts.ts';
import { kortDatum } from '../values/datum.ts';
import { kr } from '../values/kr.ts';

/** How a step is named and its value written; what is left out is shown as the engine has it. */
export type TraceWords = {
  /** The words of a step, for example "Barn 9 år" for `barn.norm` of `barn.b1`. */
  readonly label?: ((step: Step) => string) | undefined;
  /** The value in words, or undefined for the standard way. */
  readonly value?: ((step: Step) => string | undefined) | undefined;
  /** Steps that only carry machinery may be left out, with everything under them. */
  readonly hide?: ((step: Step) => boolean) | undefined;
};

/** A step's value as it is read: öre as kronor, yes and no, otherwise the value and its unit. */
export function stepValue(step: Step): string {
  const { value, unit } = step;
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number')
    return unit === 'ore' && Number.isSafeInteger(value)
      ? kr(value)
      : `${String(value).replace('.', ',').replace('-', '−')}${unit ? ` ${unit}` : ''}`;
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? kortDatum(value) : value;
  return '';
}

function said(by: string, texts: Texts): string {
  const { sökande, register, handläggare } = texts.trace.fact;
  const known: Record<string, string> = { sökande, sokande: sökande, register, handläggare, handlaggare: handläggare };
  return known[by] ?? by;
}

/** Where a step's value comes from: who said it, which act set it, which paragraph says so. */
export function stepSource(step: Step, texts: Texts): string {
  switch (step.kind) {
    case 'fact':
      return step.saidBy === undefined ? '' : said(step.saidBy, texts);
    case 'parameter': {
      const dates =
        step.to === undefined ? `från ${kortDatum(step.from)}` : `${kortDatum(step.from)}–${kortDatum(step.to)}`;
      return [
        step.act,
        dates,
        step.status === 'printed' ? '' : step.status === 'derived' ? 'härlett ur tryckta belopp' : 'osäkert',
        step.note ?? '',
      ]
        .filter((part) => part !== '')
        .join(', ');
    }
    case 'assessment':
      return step.who === undefined
        ? step.question
        : [
            texts.trace.assessment(step.who, step.when === undefined ? '' : kortDatum(step.when)).trim(),
            step.reasons ?? '',
          ]
            .filter((part) => part !== '')
            .join('. ');
    case 'rule': {
      const unrounded =
        step.unrounded === undefined
          ? ''
          : texts.trace.unrounded(
              stepValue({
                ...step,
                value: step.unit === 'ore' ? step.unrounded / 100 : step.unrounded,
                unit: step.unit === 'ore' ? 'kr' : (step.unit ?? ''),
              }),
            );
      return [step.citation?.place ?? '', unrounded].filter((part) => part !== '').join('. ');
    }
    case 'sum':
      return step.citation?.place ?? '';
  }
}

function StepLine({
  step,
  trace,
  words,
  seen,
  open,
  sign,
}: {
  step: Step;
  trace: Trace;
  words: TraceWords;
  seen: Set<number>;
  open: number;
  sign?: 1 | -1 | undefined;
}) {
  const texts = useTexts();
  const id = `steg-${step.id}`;
  const label = words.label?.(step) ?? step.label;
  const plain = words.value?.(step) ?? stepValue(step);
  const amount = sign === -1 && plain !== '–' ? (plain.startsWith('−') ? plain.slice(1) : `−${plain}`) : plain;
  const source = stepSource(step, texts);
  const law = source === '' ? null : <span class="law">{source}</span>;
  const again = seen.has(step.id);
  seen.add(step.id);
  const signs = step.kind === 'sum' ? new Map(step.parts.map((part) => [part.step, part.sign])) : undefined;
  const below = again
    ? []
    : readsOf(step)
        .flatMap((read) => trace.steps[read] ?? [])
        .filter((read) => !words.hide?.(read));
  if (below.length === 0) {
    return (
      <div class="line" id={again ? undefined : id}>
        <span>{again && readsOf(step).length > 0 ? <a href={`#${id}`}>{label}</a> : label}</span>
        <span class="num">{amount}</span>
        {law}
      </div>
    );
  }
  return (
    <details class="fold" id={id} open={open > 0}>
      <summary>
        <span class="fold-t">
          <span>{label}</span>
          {law}
        </span>
        <span class="num">{amount}</span>
      </summary>
      <ol class="trace">
        {below.map((read) => (
          <li>
            <StepLine step={read} trace={trace} words={words} seen={seen} open={open - 1} sign={signs?.get(read.id)} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/**
 * The whole explanation of an output as the caseworker reads it: nested lines, amount at the right, where each value
 * comes from as a quiet line, unfolded level by level. A step that is read in two places is unfolded in the first, the
 * second links to it.
 * @param output the key in `trace.outputs`
 * @param open how many levels are unfolded from the start
 */
export function TraceReader({
  trace,
  output,
  words = {},
  open = 1,
}: {
  trace: Trace;
  output: string;
  words?: TraceWords | undefined;
  open?: number | undefined;
}) {
  const at = trace.outputs[output];
  const step = at === undefined ? undefined : trace.steps[at];
  if (!step) throw new RangeError(`The trace has no output ${output}; it has ${Object.keys(trace.outputs).join(', ')}`);
  return (
    <div class="trace-reader">
      <StepLine step={step} trace={trace} words={words} seen={new Set()} open={open} />
    </div>
  );
}
