import { useTexts } from '../texts.ts';

/** One fault: the id of the field to go to and the same sentence as at the field. */
export type FieldError = { readonly id: string; readonly text: string };

/** The field errors of a form by field id, as an ordered list for `ErrorSummary`. */
export function fieldErrors(errors: Readonly<Record<string, string | undefined>>): FieldError[] {
  return Object.entries(errors).flatMap(([id, text]) => (text === undefined ? [] : [{ id, text }]));
}

/** What is wrong on the page, first in it and focused; each line leads to its field. Nothing when nothing is wrong. */
export function ErrorSummary({
  errors,
  heading,
  focus = true,
}: {
  errors: readonly FieldError[];
  heading?: string | undefined /** false: it is only shown, for example as a sample. */;
  focus?: boolean | undefined;
}) {
  const texts = useTexts();
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="felsummering" tabindex={-1} autofocus={focus}>
      <h2 id="felsummering">{heading ?? texts.errorSummary(errors.length)}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${error.id}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
