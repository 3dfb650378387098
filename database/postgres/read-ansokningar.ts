import type { Ansökan, Ansökansslag, Ansökansstatus, Kanal, Underskrift, Uppgifter } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { AnsokanTable, Schema, UnderskriftTable } from '../schema.ts';
import { instant, type Row } from './rows.ts';

/** Applications with their signatures, in the order of the rows. */
export async function readAnsökningar(
  trx: Transaction<Schema>,
  rows: readonly Row<AnsokanTable>[],
): Promise<Ansökan[]> {
  if (rows.length === 0) return [];
  const signatures = await trx
    .selectFrom('underskrift')
    .selectAll()
    .where('ansokan', '=', sql<string>`any(${rows.map((row) => row.id)}::uuid[])`)
    .orderBy('tid')
    .execute();
  const byAnsökan = Map.groupBy(signatures, (s) => s.ansokan);
  return rows.map((row) => ansökan(row, byAnsökan.get(row.id) ?? []));
}

function ansökan(row: Row<AnsokanTable>, underskrifter: readonly Row<UnderskriftTable>[]): Ansökan {
  return {
    id: row.id,
    ärende: row.arende,
    slag: row.slag as Ansökansslag,
    månad: row.manad,
    sökande: row.sokande,
    medsökande: row.medsokande ?? undefined,
    kanal: row.kanal as Kanal,
    status: row.status as Ansökansstatus,
    uppgifter: row.uppgifter as Uppgifter,
    underskrifter: underskrifter.map(underskrift),
    version: row.version,
    skapad: instant(row.skapad),
    ändrad: instant(row.andrad),
    inskickad: row.inskickad ? instant(row.inskickad) : undefined,
    inkommen: row.inkommen ? instant(row.inkommen) : undefined,
  };
}

function underskrift(row: Row<UnderskriftTable>): Underskrift {
  return {
    person: row.person,
    tid: instant(row.tid),
    metod: row.metod,
    avser: row.avser,
    önskarHandläggare: row.onskar_handlaggare,
    ...(row.meddelande === null ? {} : { meddelande: row.meddelande }),
  };
}
