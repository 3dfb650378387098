import {
  type Bankbesked,
  type Betalfil,
  type Betalfilsformat,
  type Betalfilsstatus,
  type Delningsgrund,
  främstaUtbetalningen,
  type Giromottagare,
  type Kontouppgift,
  type Leverans,
  type Utbetalning,
  type Utbetalningsstatus,
  type Åtgärd,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { Utbetalningar } from '../repositories.ts';
import { VersionConflict } from '../repository-errors.ts';
import type { BetalfilTable, Schema, UtbetalningTable } from '../schema.ts';
import { found, insert, instant, type Row, savedOne } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

/** A file without what it holds: a list of files need not read the files. */
const FILHUVUD = [
  'id',
  'meddelande_id',
  'skapad',
  'skapad_av',
  'antal',
  'summa',
  'format',
  'status',
  'sha256',
  'slappt',
  'slappt_av',
  'makulerad',
  'leverans',
] as const;

export function postgresUtbetalningar(trx: Transaction<Schema>): Utbetalningar {
  const ordered = () =>
    trx.selectFrom('utbetalning').selectAll().orderBy('utbetalningsdag').orderBy('planerad').orderBy('id');
  const byBeslut = rowsByKey(trx, 'utbetalning', 'beslut', ['nummer']);
  const byMottagare = rowsByKey(trx, 'utbetalning', 'mottagare', ['planerad', 'nummer']);
  const ofBeslut = async (beslut: string) => (await byBeslut(beslut)).map(readUtbetalning);
  return {
    add: (utbetalning) =>
      insert('En utbetalning av beslutet', () =>
        trx
          .insertInto('utbetalning')
          .values({
            id: utbetalning.id,
            beslut: utbetalning.beslut,
            ansokan: utbetalning.ansökan,
            arende: utbetalning.ärende,
            belopp: utbetalning.belopp,
            nyckel: utbetalning.nyckel,
            planerad: utbetalning.planerad,
            nummer: utbetalning.nummer,
            giro: json(utbetalning.giro),
            grund: json(utbetalning.grund),
            ersatter: utbetalning.ersätter ?? null,
            version: utbetalning.version,
            ...columns(utbetalning),
          })
          .execute(),
      ),
    get: async (id) => {
      const row = await trx.selectFrom('utbetalning').selectAll().where('id', '=', id).executeTakeFirst();
      return readUtbetalning(found(row, 'Utbetalningen', id));
    },
    find: async (id) => {
      const row = await trx.selectFrom('utbetalning').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readUtbetalning(row);
    },
    findForBeslut: async (beslut) => främstaUtbetalningen(await ofBeslut(beslut)),
    findAllaForBeslut: ofBeslut,
    findAttBetala: async (senast) =>
      (
        await ordered().where('status', '=', 'planerad').where('utbetalningsdag', '<=', senast).forUpdate().execute()
      ).map(readUtbetalning),
    findMedStatus: async (status) =>
      (
        await ordered()
          .where('status', '=', sql<string>`any(${[...status]}::text[])`)
          .execute()
      ).map(readUtbetalning),
    findForDag: async (dag) => (await ordered().where('utbetalningsdag', '=', dag).execute()).map(readUtbetalning),
    findForBetalfil: async (betalfil) =>
      (await ordered().where('betalfil', '=', betalfil).execute()).map(readUtbetalning),
    findForMottagare: async (person) => {
      return (await byMottagare(person)).reverse().map(readUtbetalning);
    },
    findByNycklar: async (nycklar) =>
      nycklar.length === 0
        ? []
        : (
            await ordered()
              .where('nyckel', '=', sql<string>`any(${[...nycklar]}::text[])`)
              .execute()
          ).map(readUtbetalning),
    save: async (utbetalning) => {
      const result = await trx
        .updateTable('utbetalning')
        .set({ ...columns(utbetalning), version: utbetalning.version })
        .where('id', '=', utbetalning.id)
        .where('version', '=', utbetalning.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Utbetalningen', utbetalning.id);
    },
    addBetalfil: (betalfil) =>
      insert('Betalfilen', () =>
        trx
          .insertInto('betalfil')
          .values({
            id: betalfil.id,
            meddelande_id: betalfil.meddelandeId,
            skapad: betalfil.skapad,
            skapad_av: betalfil.skapadAv,
            antal: betalfil.antal,
            summa: betalfil.summa,
            innehall: betalfil.innehåll ?? null,
            format: betalfil.format,
            sha256: betalfil.sha256 ?? null,
            ...filstatus(betalfil),
          })
          .execute(),
      ),
    getBetalfil: async (id) => {
      const row = await trx.selectFrom('betalfil').selectAll().where('id', '=', id).executeTakeFirst();
      return readBetalfil(found(row, 'Betalfilen', id));
    },
    lockBetalfil: async (id) => {
      const row = await trx.selectFrom('betalfil').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      return row && readBetalfil(row);
    },
    findBetalfiler: async () => {
      const rows = await trx.selectFrom('betalfil').select(FILHUVUD).orderBy('skapad', 'desc').orderBy('id').execute();
      return rows.map((row) => readBetalfil({ ...row, innehall: null }));
    },
    findBetalfilerByMeddelandeId: async (id) => {
      if (id.length === 0) return [];
      const rows = await trx
        .selectFrom('betalfil')
        .select(FILHUVUD)
        .where('meddelande_id', 'in', [...id])
        .execute();
      return rows.map((row) => readBetalfil({ ...row, innehall: null }));
    },
    setBetalfilsinnehåll: async (id, innehåll, sha256) => {
      const result = await trx
        .updateTable('betalfil')
        .set({ innehall: innehåll, sha256 })
        .where('id', '=', id)
        .where((or) => or.or([or('innehall', 'is', null), or('innehall', '=', innehåll)]))
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new VersionConflict('Betalfilen', id);
    },
    saveBetalfil: async (betalfil) => {
      const result = await trx
        .updateTable('betalfil')
        .set(filstatus(betalfil))
        .where('id', '=', betalfil.id)
        .executeTakeFirst();
      savedOne(result, 'Betalfilen', betalfil.id);
    },
  };
}

/** Stored JSON; undefined is SQL null, which kysely's type of a JSON column has no word for. */
function json(value: unknown): string {
  return (value === undefined ? null : JSON.stringify(value)) as string;
}

function filstatus(betalfil: Betalfil) {
  return {
    status: betalfil.status,
    slappt: betalfil.släppt?.tid ?? null,
    slappt_av: betalfil.släppt?.av ?? null,
    makulerad: json(betalfil.makulerad),
    leverans: json(betalfil.leverans),
  };
}

function columns(utbetalning: Utbetalning) {
  return {
    mottagare: utbetalning.mottagare,
    konto: JSON.stringify(utbetalning.konto),
    utbetalningsdag: utbetalning.utbetalningsdag,
    status: utbetalning.status,
    betalfil: utbetalning.betalfil ?? null,
    stopp: json(utbetalning.stopp),
    aterkallelse: json(utbetalning.återkallelse),
    bankbesked: JSON.stringify(utbetalning.bankbesked),
  };
}

function readUtbetalning(row: Row<UtbetalningTable>): Utbetalning {
  return {
    id: row.id,
    beslut: row.beslut,
    ansökan: row.ansokan,
    ärende: row.arende,
    mottagare: row.mottagare,
    konto: row.konto as Kontouppgift,
    belopp: row.belopp,
    utbetalningsdag: row.utbetalningsdag,
    nyckel: row.nyckel,
    status: row.status as Utbetalningsstatus,
    betalfil: row.betalfil ?? undefined,
    nummer: row.nummer,
    giro: (row.giro as Giromottagare | null) ?? undefined,
    grund: (row.grund as Delningsgrund | null) ?? undefined,
    ersätter: row.ersatter ?? undefined,
    stopp: (row.stopp as Åtgärd | null) ?? undefined,
    återkallelse: (row.aterkallelse as Åtgärd | null) ?? undefined,
    bankbesked: row.bankbesked as Bankbesked[],
    planerad: instant(row.planerad),
    version: row.version,
  };
}

function readBetalfil(row: Omit<Row<BetalfilTable>, 'kommun' | 'namnd'>): Betalfil {
  return {
    id: row.id,
    meddelandeId: row.meddelande_id,
    skapad: instant(row.skapad),
    skapadAv: row.skapad_av,
    antal: row.antal,
    summa: row.summa,
    format: row.format as Betalfilsformat,
    status: row.status as Betalfilsstatus,
    sha256: row.sha256 ?? undefined,
    släppt: row.slappt && row.slappt_av !== null ? { av: row.slappt_av, tid: instant(row.slappt) } : undefined,
    makulerad: (row.makulerad as Åtgärd | null) ?? undefined,
    leverans: (row.leverans as Leverans | null) ?? undefined,
    innehåll: row.innehall ?? undefined,
  };
}
