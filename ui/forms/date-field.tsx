import { useTexts } from '../texts.ts';
import { datum } from '../values/datum.ts';
import type { DatumDelar } from '../values/las-datum.ts';
import { describedBy, type FieldProps, HintAndError, Legend } from './field.tsx';

export type DateFieldProps = FieldProps & {
  /** A day `YYYY-MM-DD`, or the three texts as the person wrote them. */
  readonly value?: string | DatumDelar | undefined;
  readonly autocomplete?: 'bday' | undefined;
};

/** The three texts of a posted date field, for `läsDatum`. */
export function datumDelar(name: string, answers: Readonly<Record<string, string | undefined>>): DatumDelar {
  return { dag: answers[`${name}-dag`] ?? '', månad: answers[`${name}-manad`] ?? '', år: answers[`${name}-ar`] ?? '' };
}

/** A day as three fields, named `<name>-dag`, `<name>-manad` and `<name>-ar`; a stored day is said back in words. */
export function DateField(props: DateFieldProps) {
  const texts = useTexts();
  const id = props.id ?? props.name;
  const hint = props.hint ?? texts.dateHint;
  const stored = typeof props.value === 'string' && props.value !== '' ? props.value : undefined;
  const delar: DatumDelar = stored
    ? { dag: String(Number(stored.slice(8, 10))), månad: String(Number(stored.slice(5, 7))), år: stored.slice(0, 4) }
    : typeof props.value === 'object'
      ? props.value
      : { dag: '', månad: '', år: '' };
  const part = (key: 'dag' | 'manad' | 'ar', label: string, value: string, width: '2' | '4' | '8') => {
    // The error summary's link goes to the first of the three.
    const partId = key === 'dag' ? id : `${id}-${key}`;
    return (
      <div>
        <label for={partId}>{label}</label>
        <input
          class={`input input--${width}`}
          id={partId}
          name={`${props.name}-${key}`}
          type="text"
          inputmode={key === 'manad' ? 'text' : 'numeric'}
          value={value}
          autocomplete={
            props.autocomplete ? `${props.autocomplete}-${{ dag: 'day', manad: 'month', ar: 'year' }[key]}` : 'off'
          }
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={props.error ? `${id}-fel` : undefined}
        />
      </div>
    );
  };
  return (
    <fieldset
      class={props.error ? 'field field--error' : 'field'}
      aria-describedby={describedBy(id, { hint, error: props.error })}
    >
      <Legend field={props} />
      <HintAndError id={id} hint={hint} error={props.error} />
      <div class="date3">
        {part('dag', texts.day, delar.dag, '2')}
        {part('manad', texts.month, delar.månad, '8')}
        {part('ar', texts.year, delar.år, '4')}
      </div>
      {stored && !props.error ? <p class="hint">{datum(stored)}</p> : null}
    </fieldset>
  );
}
