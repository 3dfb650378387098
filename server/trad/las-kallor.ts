import {
  type Ansökan,
  födelsedag,
  type Historik,
  type Källa,
  källorFör,
  type Person,
  type PersonId,
  vuxnaI,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';

/** The authorities that each adult of the application needs, by the board's settings. */
export async function läsKällor(
  t: TenantTransaction,
  ansökan: Ansökan,
  personer: readonly Person[],
  historik: Historik,
): Promise<Readonly<Record<PersonId, readonly Källa[]>>> {
  const vuxna = Object.fromEntries(
    personer.map((p) => [
      p.id,
      { född: födelsedag(p.personnummer), samordningsnummer: Number(p.personnummer.slice(6, 8)) > 60 },
    ]),
  );
  const grund = { ansökan, vuxna, historik, inställning: await t.register.getInställning() };
  return Object.fromEntries(vuxnaI(ansökan).map((person) => [person, källorFör(person, grund)]));
}
