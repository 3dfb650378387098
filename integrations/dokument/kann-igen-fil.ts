import type { Dokumentformat } from '@stegvis/casework';
import { fileTypeFromBuffer } from 'file-type';

/** What a file is, or why it is not received, as a sentence to the one who chose it. */
export type Igenkänd =
  | { ok: true; format: Dokumentformat }
  | { ok: false; kod: 'tom' | 'heic' | 'fel-typ'; fel: string };

const FORMAT: Readonly<Record<string, Dokumentformat>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** Tells what a file is from its content; its name and what the browser said it was are never asked. */
export async function kännIgenFil(bytes: Uint8Array): Promise<Igenkänd> {
  if (bytes.length === 0)
    return { ok: false, kod: 'tom', fel: 'Filen är tom. Välj filen igen, eller ta ett foto av dokumentet.' };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const format = found && FORMAT[found.mime];
  if (format) return { ok: true, format };
  if (found && /^image\/(heic|heif)/.test(found.mime))
    return {
      ok: false,
      kod: 'heic',
      fel: 'Fotot är sparat i formatet HEIC, som vi inte kan öppna. Ta en skärmbild av fotot och skicka den, eller spara det som JPEG.',
    };
  return {
    ok: false,
    kod: 'fel-typ',
    fel: 'Filen är inte ett foto eller en pdf. Skicka ett foto (JPEG, PNG eller WebP) eller en pdf.',
  };
}
