import type { Återkrav } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Återkravssamling } from '../repositories.ts';
import type { AterkravTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const ÖPPNA = ['uppmarksammat', 'utreds', 'kommunicerat', 'beslutat', 'betalplan', 'forfallet', 'talan'];

export function postgresÅterkrav(trx: Transaction<Schema>): Återkravssamling {
  return {
    add: (å) =>
      insert('Återkravet', () =>
        trx
          .insertInto('aterkrav')
          .values({
            id: å.id,
            arende: å.ärende,
            ansokan: å.ansökan,
            beslut: å.beslut,
            person: å.person,
            grund: å.grund,
            lagrum: å.lagrum,
            omstandighet: å.omständighet,
            belopp: å.belopp,
            kostnad_uppkom: å.kostnadUppkom,
            tale_senast: å.taleSenast,
            status: å.status,
            lage: läge(å),
            oppnat: å.öppnat,
            oppnat_av: writeJson(å.öppnatAv),
            version: å.version,
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('aterkrav').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readÅterkrav(row);
    },
    findForAnsökan: async (ansökan) => {
      const rows = await trx
        .selectFrom('aterkrav')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .orderBy('oppnat')
        .orderBy('id')
        .execute();
      return rows.map(readÅterkrav);
    },
    findÖppnaForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('aterkrav')
        .selectAll()
        .where('person', 'in', personer)
        .where('status', 'in', ÖPPNA)
        .orderBy('oppnat')
        .execute();
      return rows.map(readÅterkrav);
    },
    findÖppna: async () => {
      const rows = await trx
        .selectFrom('aterkrav')
        .selectAll()
        .where('status', 'in', ÖPPNA)
        .orderBy('tale_senast')
        .orderBy('id')
        .execute();
      return rows.map(readÅterkrav);
    },
    save: async (å) => {
      const result = await trx
        .updateTable('aterkrav')
        .set({ status: å.status, lage: läge(å), version: å.version })
        .where('id', '=', å.id)
        .where('version', '=', å.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Återkravet', å.id);
    },
  };
}

type Läge = Pick<Återkrav, 'underlag' | 'svar' | 'krav' | 'eftergifter' | 'plan' | 'betalningar' | 'talan' | 'avslut'>;

function läge({ underlag, svar, krav, eftergifter, plan, betalningar, talan, avslut }: Återkrav): string {
  return writeJson({ underlag, svar, krav, eftergifter, plan, betalningar, talan, avslut });
}

function readÅterkrav(row: Row<AterkravTable>): Återkrav {
  const stored = readJson<Partial<Läge>>(row.lage);
  return {
    id: row.id,
    ärende: row.arende,
    ansökan: row.ansokan,
    beslut: row.beslut,
    person: row.person,
    grund: row.grund as Återkrav['grund'],
    lagrum: row.lagrum,
    omständighet: row.omstandighet,
    belopp: row.belopp,
    kostnadUppkom: row.kostnad_uppkom,
    taleSenast: row.tale_senast,
    status: row.status as Återkrav['status'],
    underlag: stored.underlag,
    svar: stored.svar && { ...stored.svar, upptagetAv: stored.svar.upptagetAv },
    krav: stored.krav && { ...stored.krav, delgivet: stored.krav.delgivet },
    eftergifter: stored.eftergifter ?? [],
    plan: stored.plan ?? [],
    betalningar: stored.betalningar ?? [],
    talan: stored.talan,
    avslut: stored.avslut,
    öppnat: instant(row.oppnat),
    öppnatAv: readJson(row.oppnat_av),
    version: row.version,
  };
}
