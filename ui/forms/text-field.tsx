import { describedBy, Field, type FieldProps } from './field.tsx';

/** How wide a field is, in characters it is meant for; a width tells what to write. */
export type FieldWidth = '2' | '4' | '8' | '13' | 'full';

export type TextFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined;
  readonly width?: FieldWidth | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  readonly autocomplete?: string | undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <input
        class={props.width ? `input input--${props.width}` : 'input'}
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.error ? 'true' : undefined}
      />
    </Field>
  );
}

/** Several lines of text; the words stay where they are when something else on the page is wrong. */
export function Textarea(
  props: FieldProps & { readonly value?: string | undefined; readonly rows?: number | undefined },
) {
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <textarea
        class="input"
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.error ? 'true' : undefined}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  );
}
