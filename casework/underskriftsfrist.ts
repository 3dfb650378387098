import { type Ansökan, nästaStatus, väntarPåUnderskrift } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { dagFör, dagIOrd, månadsnamn, type Tidpunkt } from './tid.ts';

/** Days the other adult has for signing, unless the municipality says otherwise. */
export const UNDERSKRIFT_INOM_DAGAR = 7;
/** Days after sending when the first reminder is due. */
const FÖRSTA_PÅMINNELSE_EFTER = 2;
const DAG_MS = 86_400_000;

/** When an application that waits for a signature closes by itself; undefined when it does not wait. */
export function underskriftsfrist(ansökan: Ansökan, inomDagar = UNDERSKRIFT_INOM_DAGAR): Tidpunkt | undefined {
  if (ansökan.status !== 'inskickad' || ansökan.inskickad === undefined) return undefined;
  return new Date(Date.parse(ansökan.inskickad) + inomDagar * DAG_MS).toISOString();
}

/**
 * What time has made due for an application that waits for a signature: the reminder two days after sending, the one a day before
 * it closes, or the closing. Each reminder is given once: `påmind` says how many have been given.
 */
export function underskriftsläge(
  ansökan: Ansökan,
  input: { påmind: number; nu: Tidpunkt; inomDagar?: number },
): 'påminn' | 'förfall' | undefined {
  const frist = underskriftsfrist(ansökan, input.inomDagar);
  if (frist === undefined) return undefined;
  if (input.nu >= frist) return 'förfall';
  const sista = new Date(Date.parse(frist) - DAG_MS).toISOString();
  const första = new Date(Date.parse(ansökan.inskickad!) + FÖRSTA_PÅMINNELSE_EFTER * DAG_MS).toISOString();
  if (input.nu >= sista) return input.påmind < (första < sista ? 2 : 1) ? 'påminn' : undefined;
  return input.nu >= första && input.påmind < 1 ? 'påminn' : undefined;
}

/** The reminder to each adult who has not signed, seen by that adult alone. */
export function påminnOmUnderskrift(ansökan: Ansökan, input: { nu: Tidpunkt; inomDagar?: number }): Händelse[] {
  const frist = underskriftsfrist(ansökan, input.inomDagar);
  if (frist === undefined) return [];
  const text = `Läs och skriv under ansökan för ${månadsnamn(ansökan.månad)} senast ${dagIOrd(dagFör(frist))}. Sedan stängs den.`;
  return väntarPåUnderskrift(ansökan).map((person) => ({
    ärende: ansökan.ärende,
    ansökan: ansökan.id,
    typ: 'underskrift-paminnelse',
    tid: input.nu,
    text,
    synlig: { person },
  }));
}

/** Closes an application that not every adult has signed in time. Both are told; each may apply alone. */
export function förfall(
  ansökan: Ansökan,
  input: { nu: Tidpunkt; inomDagar?: number },
): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  const status = nästaStatus(ansökan.status, 'forfallen');
  const frist = underskriftsfrist(ansökan, input.inomDagar);
  if (status === undefined || frist === undefined || input.nu < frist)
    return refuse('inte-forfallen', 'Tiden för underskrift har inte gått ut.', 'Vänta på underskriften.');
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'ansokan-forfallen',
        tid: input.nu,
        text: `Ansökan för ${månadsnamn(ansökan.månad)} är stängd, för den blev inte underskriven av båda i tid. Du kan ansöka igen, själv eller tillsammans.`,
        synlig: 'alla',
      },
    ],
  };
}
