import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';

/** What every field has. `id` is the name unless given; the error summary links to it. */
export type FieldProps = {
  readonly name: string;
  readonly label: Child;
  readonly id?: string | undefined;
  readonly hint?: Child;
  /** The sentence that says what is wrong and what is allowed. */
  readonly error?: string | undefined;
  /** Adds "(frivilligt)" to the label. */
  readonly optional?: boolean | undefined;
  /** A tag beside the label, for example "Ändrat". */
  readonly tag?: Child;
  /** The label is the page's h1: a question page with one field. */
  readonly heading?: boolean | undefined;
};

/** The `aria-describedby` of a control: its hint and its error, where there are any. */
export function describedBy(id: string, field: Pick<FieldProps, 'hint' | 'error'>): string | undefined {
  const ids = [field.hint ? `${id}-hint` : '', field.error ? `${id}-fel` : ''].filter((part) => part !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The words above a control: hint and error, with the ids that `describedBy` names. */
export function HintAndError({ id, hint, error }: { id: string; hint?: Child; error?: string | undefined }) {
  const texts = useTexts();
  return (
    <>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span class="error" id={`${id}-fel`}>
          <span class="vh">{texts.fel}</span>
          {error}
        </span>
      ) : null}
    </>
  );
}

/** Label text, with "(frivilligt)" where the field may be left empty. */
export function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  const texts = useTexts();
  return (
    <>
      {label}
      {optional ? <span class="optional"> ({texts.optional})</span> : null}
    </>
  );
}

/** A group's legend, as h1 where the group is the page's question. */
export function Legend({ field }: { field: FieldProps }) {
  const words = (
    <>
      <LabelText label={field.label} optional={field.optional} />
      {field.tag ? <> {field.tag}</> : null}
    </>
  );
  return <legend>{field.heading ? <h1>{words}</h1> : words}</legend>;
}

/** A labelled control with hint, error and tag: the frame of the one-control fields. */
export function Field({ field, children }: { field: FieldProps; children: Child }) {
  const id = field.id ?? field.name;
  const label = (
    <label for={id}>
      <LabelText label={field.label} optional={field.optional} />
    </label>
  );
  return (
    <div class={field.error ? 'field field--error' : 'field'}>
      <div class="field-label">
        {field.heading ? <h1>{label}</h1> : label}
        {field.tag}
      </div>
      <HintAndError id={id} hint={field.hint} error={field.error} />
      {children}
    </div>
  );
}
