/**
 * What a field's text was read as: a value; or nothing written; or a fault, with a Swedish sentence that says what is
 * allowed. `tomt` is apart so that the page decides whether the field may be left empty.
 */
export type Svar<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'tomt'; readonly text: string }
  | { readonly kind: 'fel'; readonly text: string };

export const value = <T>(read: T): Svar<T> => ({ kind: 'value', value: read });
export const tomt = (text: string): Svar<never> => ({ kind: 'tomt', text });
export const fel = (text: string): Svar<never> => ({ kind: 'fel', text });
