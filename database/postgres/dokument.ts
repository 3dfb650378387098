import type { Dokument, Dokumentformat, Dokumentfråga, Dokumentkontroll, Dokumentplats } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Dokumentsamling } from '../repositories.ts';
import type { DokumentTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row, savedOne } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

export function postgresDokument(trx: Transaction<Schema>): Dokumentsamling {
  const dokumentFör = rowsByKey(trx, 'dokument', 'ansokan', ['uppladdad', 'id']);
  const svarFör = rowsByKey(trx, 'dokumentsvar', 'ansokan', ['person']);
  const file = async (id: string): Promise<Uint8Array | undefined> => {
    const whole = await trx.selectFrom('dokumentfil').select('innehall').where('dokument', '=', id).executeTakeFirst();
    return whole && new Uint8Array(whole.innehall);
  };
  const page = async (id: string, sida: number): Promise<Uint8Array | undefined> => {
    const row = await trx
      .selectFrom('dokumentsida')
      .select('bild')
      .where('dokument', '=', id)
      .where('sida', '=', sida)
      .executeTakeFirst();
    return row && new Uint8Array(row.bild);
  };
  return {
    lås: async (ansökan) => {
      await sql`select 1 from ansokan where id = ${ansökan} for update`.execute(trx);
    },
    add: async (dokument, innehåll, sidor) => {
      await insert('Dokumentet', () => trx.insertInto('dokument').values(columns(dokument)).execute());
      if (innehåll !== undefined)
        await trx
          .insertInto('dokumentfil')
          .values({ dokument: dokument.id, innehall: Buffer.from(innehåll) })
          .execute();
      for (const [i, bild] of sidor.entries())
        await trx
          .insertInto('dokumentsida')
          .values({ dokument: dokument.id, sida: i + 1, bild: Buffer.from(bild) })
          .execute();
    },
    find: async (id) => {
      const row = await trx.selectFrom('dokument').selectAll().where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    findForAnsökan: async (ansökan) => {
      return (await dokumentFör(ansökan)).map(read);
    },
    findOkontrollerade: async (högst) => {
      const rows = await trx
        .selectFrom('dokument')
        .selectAll()
        .where('kontroll', '=', 'inte-kontrollerad')
        .orderBy('uppladdad')
        .limit(högst)
        .forUpdate()
        .skipLocked()
        .execute();
      return rows.map(read);
    },
    getInnehåll: async (id) => found((await file(id)) ?? (await page(id, 1)), 'Dokumentets innehåll', id),
    findSida: page,
    save: async (dokument) => {
      const { id, ...rest } = columns(dokument);
      const result = await trx
        .updateTable('dokument')
        .set(rest)
        .where('id', '=', id)
        .where('version', '=', dokument.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Dokumentet', id);
      if (dokument.kontroll !== 'skadlig') return;
      await trx.deleteFrom('dokumentfil').where('dokument', '=', id).execute();
      await trx.deleteFrom('dokumentsida').where('dokument', '=', id).execute();
    },
    remove: async (id) => {
      await trx.deleteFrom('dokument').where('id', '=', id).execute();
    },
    saveSvar: async (ansökan, svar, tid) => {
      await trx
        .insertInto('dokumentsvar')
        .values({ ansokan: ansökan, person: svar.person, fraga: svar.fråga, svar: svar.svar, tid })
        .onConflict((oc) =>
          oc.columns(['kommun', 'namnd', 'ansokan', 'person', 'fraga']).doUpdateSet({ svar: svar.svar, tid }),
        )
        .execute();
    },
    findSvar: async (ansökan) => {
      const rows = await svarFör(ansökan);
      return rows.map((row) => ({ person: row.person, fråga: row.fraga as Dokumentfråga, svar: row.svar }));
    },
  };
}

function columns(d: Dokument) {
  return {
    id: d.id,
    arende: d.ärende,
    ansokan: d.ansökan,
    plats: d.plats,
    begaran: d.begäran ?? null,
    uppladdad_av: d.uppladdadAv,
    privat: d.privat,
    filnamn: d.filnamn,
    format: d.format,
    storlek: d.storlek,
    hash: d.hash,
    kontroll: d.kontroll,
    kontrollerad: d.kontrollerad ?? null,
    sidor: d.sidor,
    uppladdad: d.uppladdad,
    hor_inte_hit: d.hörInteHit ? writeJson(d.hörInteHit) : 'null',
    version: d.version,
  };
}

function read(row: Row<DokumentTable>): Dokument {
  return {
    id: row.id,
    ärende: row.arende,
    ansökan: row.ansokan,
    plats: row.plats as Dokumentplats,
    begäran: row.begaran ?? undefined,
    uppladdadAv: row.uppladdad_av,
    privat: row.privat,
    filnamn: row.filnamn,
    format: row.format as Dokumentformat,
    storlek: row.storlek,
    hash: row.hash,
    kontroll: row.kontroll as Dokumentkontroll,
    kontrollerad: row.kontrollerad ? instant(row.kontrollerad) : undefined,
    sidor: row.sidor,
    uppladdad: instant(row.uppladdad),
    hörInteHit: readJson<Dokument['hörInteHit'] | null>(row.hor_inte_hit) ?? undefined,
    version: row.version,
  };
}
