import type { Kontaktuppgift } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Avisering, Aviseringar, Kontaktuppgifter } from '../repositories.ts';
import { VersionConflict } from '../repository-errors.ts';
import type { AviseringTable, KontaktuppgiftTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row } from './rows.ts';

export function postgresKontaktuppgifter(trx: Transaction<Schema>): Kontaktuppgifter {
  return {
    find: async (person) => {
      const row = await trx.selectFrom('kontaktuppgift').selectAll().where('person', '=', person).executeTakeFirst();
      return row && kontaktuppgift(row);
    },
    save: async (k) => {
      const values = {
        telefon: k.telefon,
        epost: k.epost,
        avisering: k.avisering,
        saker_kontakt: k.säkerKontakt,
        tolk: k.tolk,
        andrad: k.ändrad,
        version: k.version,
      };
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('kontaktuppgift')
        .values({ person: k.person, ...values })
        .onConflict((on) =>
          on
            .columns(['kommun', 'namnd', 'person'])
            .doUpdateSet(values)
            .where('kontaktuppgift.version', '=', k.version - 1),
        )
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw new VersionConflict('Kontaktuppgifterna', k.person);
    },
  };
}

function kontaktuppgift(row: Row<KontaktuppgiftTable>): Kontaktuppgift {
  return {
    person: row.person,
    telefon: row.telefon,
    epost: row.epost,
    avisering: row.avisering as Kontaktuppgift['avisering'],
    säkerKontakt: row.saker_kontakt,
    tolk: row.tolk,
    ändrad: instant(row.andrad),
    version: row.version,
  };
}

export function postgresAviseringar(trx: Transaction<Schema>): Aviseringar {
  return {
    add: (a) =>
      insert('Aviseringen', () =>
        trx
          .insertInto('avisering')
          .values({
            id: a.id,
            person: a.person,
            skapad: a.skapad,
            status: a.status,
            kanal: a.kanal ?? null,
            avslutad: a.avslutad ?? null,
          })
          .execute(),
      ),
    get: async (id) => {
      const row = await trx.selectFrom('avisering').selectAll().where('id', '=', id).executeTakeFirst();
      return avisering(found(row, 'Aviseringen', id));
    },
    findNya: async (högst) => {
      const rows = await trx
        .selectFrom('avisering')
        .selectAll()
        .where('status', '=', 'ny')
        .orderBy('skapad')
        .limit(högst)
        .forUpdate()
        .skipLocked()
        .execute();
      return rows.map(avisering);
    },
    save: async (a) => {
      await trx
        .updateTable('avisering')
        .set({ status: a.status, kanal: a.kanal ?? null, avslutad: a.avslutad ?? null })
        .where('id', '=', a.id)
        .execute();
    },
  };
}

function avisering(row: Row<AviseringTable>): Avisering {
  return {
    id: row.id,
    person: row.person,
    skapad: instant(row.skapad),
    status: row.status as Avisering['status'],
    kanal: (row.kanal ?? undefined) as Avisering['kanal'],
    avslutad: row.avslutad ? instant(row.avslutad) : undefined,
  };
}
