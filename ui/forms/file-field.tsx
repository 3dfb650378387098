import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';

/** A file already added. */
export type AddedFile = {
  readonly name: string;
  readonly about?: Child;
  readonly href?: string | undefined /** Where "Ta bort" leads. */;
  readonly removeHref?: string | undefined;
};

/** A photo or file to add, with the ones already added below. The form needs `enctype="multipart/form-data"`. */
export function FileField(
  props: FieldProps & {
    readonly accept?: string | undefined;
    readonly multiple?: boolean | undefined;
    readonly files?: readonly AddedFile[] | undefined;
  },
) {
  const texts = useTexts();
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <input
        class="input input--file"
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple ?? false}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.error ? 'true' : undefined}
      />
      {props.files && props.files.length > 0 ? (
        <ul class="files" aria-label={texts.chosenFiles}>
          {props.files.map((file) => (
            <li>
              <span>
                {file.href ? <a href={file.href}>{file.name}</a> : file.name}
                {file.about ? <span class="muted"> · {file.about}</span> : null}
              </span>
              {file.removeHref ? (
                <a class="edit" href={file.removeHref}>
                  {texts.remove}
                  <span class="vh"> {file.name}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Field>
  );
}
