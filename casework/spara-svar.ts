import type { Ansökan } from './ansokan.ts';
import { nästaStatus } from './ansokan.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';
import type { Svar } from './uppgifter.ts';

/**
 * Saves one or more whole answers in a draft. `baseradPå` is the version the person saw: when somebody has saved since then
 * (another device, another window) nothing is overwritten and the refusal says so. A key given as undefined clears the answer.
 */
export function sparaSvar(
  ansökan: Ansökan,
  input: { person: PersonId; svar: { [K in keyof Svar]: Svar[K] | undefined }; baseradPå: number; nu: Tidpunkt },
): ActResult<{ ansökan: Ansökan }> {
  if (input.person !== ansökan.sökande) {
    return refuse(
      'inte-din-ansokan',
      'Bara den som började på ansökan kan ändra svaren.',
      'Be den andra att ändra innan ansökan skickas in.',
    );
  }
  if (nästaStatus(ansökan.status, 'svar-sparat') === undefined) {
    return refuse(
      'redan-inskickad',
      'Ansökan är redan inskickad och svaren går inte att ändra.',
      'Skriv ett meddelande till oss om något är fel.',
    );
  }
  if (input.baseradPå !== ansökan.version) {
    return refuse(
      'andrad-pa-annat-hall',
      'Svaren har sparats från en annan telefon, dator eller flik sedan du öppnade sidan. Det du skrev här är inte sparat.',
      'Läs de senaste svaren och skriv ditt svar igen.',
    );
  }
  const merged = { ...ansökan.uppgifter, ...input.svar };
  const uppgifter = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  return { ok: true, ansökan: { ...ansökan, uppgifter, version: ansökan.version + 1, ändrad: input.nu } };
}
