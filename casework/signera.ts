import { createHash } from 'node:crypto';
import { type Ansökan, gemensamt, nästaStatus, type Underskrift, vuxnaI, väntarPåUnderskrift } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';
import type { Uppgifter } from './uppgifter.ts';

/** SHA-256 (hex) of what is signed: what both adults share (`gemensamt`), or all of one person's own need. Key order does not matter. */
export function dokumenthash(uppgifter: Uppgifter): string {
  return createHash('sha256')
    .update(canonical(uppgifter.tillagg || uppgifter.akut ? uppgifter : gemensamt(uppgifter)))
    .digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}

/**
 * One adult signs, with the own e-ID: `person` is the one who has just identified herself, never a choice on the page. The last
 * signature makes the application come in and starts the 24-hour clock. `avser` is the hash of the document the person saw.
 */
export function signera(
  ansökan: Ansökan,
  input: {
    person: PersonId;
    metod: string;
    avser: string;
    nu: Tidpunkt;
    meddelande?: string;
    önskarHandläggare?: boolean;
  },
): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  if (!vuxnaI(ansökan).includes(input.person)) {
    return refuse(
      'inte-din-ansokan',
      'Du är inte med i ansökan och kan inte skriva under den.',
      'Var och en skriver under med sin egen e-legitimation.',
    );
  }
  if (nästaStatus(ansökan.status, 'signerad') === undefined) {
    const skäl =
      ansökan.status === 'utkast' ? 'Ansökan är inte inskickad än.' : 'Ansökan går inte att skriva under nu.';
    return refuse(
      'fel-status',
      skäl,
      ansökan.status === 'utkast' ? 'Skicka in ansökan först.' : 'Du kan följa den på din översikt.',
    );
  }
  if (ansökan.underskrifter.some((u) => u.person === input.person)) {
    return refuse(
      'redan-signerad',
      'Du har redan skrivit under.',
      'Den andra skriver under med sin egen e-legitimation.',
    );
  }
  const avser = dokumenthash(ansökan.uppgifter);
  if (input.avser !== avser) {
    return refuse(
      'annat-dokument',
      'Ansökan ser inte ut som när du läste den.',
      'Läs igenom den igen och skriv sedan under.',
    );
  }
  const underskrift: Underskrift = {
    person: input.person,
    tid: input.nu,
    metod: input.metod,
    avser,
    önskarHandläggare: input.önskarHandläggare ?? false,
    ...(input.meddelande?.trim() ? { meddelande: input.meddelande.trim() } : {}),
  };
  const signerad: Ansökan = {
    ...ansökan,
    underskrifter: [...ansökan.underskrifter, underskrift],
    ändrad: input.nu,
    version: ansökan.version + 1,
  };
  const events: Händelse[] = [
    {
      ärende: ansökan.ärende,
      ansökan: ansökan.id,
      typ: 'ansokan-signerad',
      tid: input.nu,
      text: 'Du skrev under ansökan.',
      synlig: { person: input.person },
    },
  ];
  if (väntarPåUnderskrift(signerad).length > 0) return { ok: true, ansökan: signerad, events };
  events.push({
    ärende: ansökan.ärende,
    ansökan: ansökan.id,
    typ: 'ansokan-inkommen',
    tid: input.nu,
    text:
      ansökan.slag === 'tillagg'
        ? `Vi har fått tillägget för ${månadsnamn(ansökan.månad)}. En handläggare läser det.`
        : `Vi har fått ansökan för ${månadsnamn(ansökan.månad)}. Nu hämtar vi uppgifter från andra myndigheter.`,
    synlig: 'alla',
  });
  const status = nästaStatus(signerad.status, 'inkommen') ?? signerad.status;
  return { ok: true, ansökan: { ...signerad, status, inkommen: input.nu }, events };
}
