import { platstext, type Underlagsfel } from './fel.ts';
import { motsägelser } from './motsagelser.ts';
import { type Underlag, underlagsschema } from './underlag.ts';

/** Svaret från `läsUnderlag`: ett godkänt underlag, eller alla fel i det. */
export type LästUnderlag =
  | { readonly ok: true; readonly underlag: Underlag }
  | { readonly ok: false; readonly fel: readonly Underlagsfel[] };

/**
 * Läser ett underlag (tolkad JSON). Varje fel visas med plats och vad som är tillåtet, inte bara det första.
 * Kastar aldrig.
 */
export const läsUnderlag = (json: unknown): LästUnderlag => {
  const läst = underlagsschema.safeParse(json);
  const fel = [...(läst.success ? [] : läst.error.issues.flatMap(felI)), ...motsägelser(json)];
  const [första] = fel;
  return läst.success && första === undefined
    ? { ok: true, underlag: läst.data }
    : { ok: false, fel: utanDubbletter(fel) };
};

type Brist = {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
};

const felI = (brist: Brist): Underlagsfel[] =>
  brist.code === 'unrecognized_keys' && brist.keys
    ? brist.keys.map((nyckel) => ({ plats: platstext([...brist.path, nyckel]), text: brist.message }))
    : [{ plats: platstext(brist.path), text: brist.message }];

const utanDubbletter = (fel: readonly Underlagsfel[]): Underlagsfel[] =>
  fel.filter((f, i) => fel.findIndex((g) => g.plats === f.plats && g.text === f.text) === i);
