import { useTexts } from '../texts.ts';
import { belopp } from '../values/kr.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';

/** What a money field shows: integer öre, or the text as the person wrote it. */
export type MoneyValue = number | string | undefined;

/** The control alone, for a table cell; give it a name of its own with `label`. */
export function MoneyInput({
  id,
  name,
  value,
  label,
  describedby,
  invalid,
}: {
  id: string;
  name: string;
  value?: MoneyValue;
  /** The accessible name where no visible label belongs to the control. */
  label?: string | undefined;
  describedby?: string | undefined;
  invalid?: boolean | undefined;
}) {
  const texts = useTexts();
  return (
    <span class="money">
      <input
        class="input"
        id={id}
        name={name}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        value={typeof value === 'number' ? belopp(value) : (value ?? '')}
        aria-label={label}
        aria-describedby={describedby}
        aria-invalid={invalid ? 'true' : undefined}
      />
      <span aria-hidden="true">{texts.kr}</span>
    </span>
  );
}

/** An amount in kronor, read by `läsBelopp`. */
export function MoneyField(props: FieldProps & { readonly value?: MoneyValue }) {
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <MoneyInput
        id={id}
        name={props.name}
        value={props.value}
        describedby={describedBy(id, props)}
        invalid={props.error !== undefined}
      />
    </Field>
  );
}
