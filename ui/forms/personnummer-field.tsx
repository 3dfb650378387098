import { useTexts } from '../texts.ts';
import type { FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';

/** A personnummer or samordningsnummer in one field, read by `läsPersonnummer`. */
export function PersonnummerField(props: FieldProps & { readonly value?: string | undefined }) {
  const texts = useTexts();
  return (
    <TextField
      {...props}
      hint={props.hint ?? texts.personnummerHint}
      width="13"
      inputmode="numeric"
      autocomplete="off"
    />
  );
}
