import { platstext, type Underlagsfel } from '../underlag/fel.ts';
import { type Aktivitetsunderlag, aktivitetsunderlagsschema } from './aktivitetsunderlag.ts';

/** What `läsAktivitetsunderlag` gives: an approved underlag, or every fault in it. */
export type LästAktivitetsunderlag =
  | { readonly ok: true; readonly underlag: Aktivitetsunderlag }
  | { readonly ok: false; readonly fel: readonly Underlagsfel[] };

/**
 * Reads an underlag for aktivitetskrav from parsed JSON. Every fault is given with its path and what is allowed
 * there, in Swedish. Never throws; nothing is guessed or filled in.
 */
export function läsAktivitetsunderlag(json: unknown): LästAktivitetsunderlag {
  const läst = aktivitetsunderlagsschema.safeParse(json);
  if (läst.success) return { ok: true, underlag: läst.data };
  return {
    ok: false,
    fel: läst.error.issues.flatMap((brist) =>
      brist.code === 'unrecognized_keys'
        ? brist.keys.map((nyckel) => ({ plats: platstext([...brist.path, nyckel]), text: brist.message }))
        : [{ plats: platstext(brist.path), text: brist.message }],
    ),
  };
}
