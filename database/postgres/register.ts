import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type Folkbokföringssvar,
  type Folkbokföringsuppgift,
  FÖRVALD_REGISTERINSTÄLLNING,
  type Kontokontroll,
  type Registerfel,
  type Svarskvalitet,
} from '@stegvis/casework';
import type { Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Registersamling } from '../repositories.ts';
import type { Schema } from '../schema.ts';
import { insert, instant } from './rows.ts';
import { askedOnce, rowsByKey } from './rows-by-key.ts';

export function postgresRegister(trx: Transaction<Schema>): Registersamling {
  const folkbokföringssvarFör = rowsByKey(trx, 'folkbokforingssvar', 'ansokan', ['hamtad', 'id']);
  const kontokontrollerFör = rowsByKey(trx, 'kontokontroll', 'ansokan', ['hamtad', 'id']);
  const senasteInställning = askedOnce(() =>
    trx.selectFrom('registerinstallning').selectAll().orderBy('satt', 'desc').orderBy('id').limit(1).executeTakeFirst(),
  );
  return {
    addRåttSvar: (svar) =>
      insert('Det råa svaret', () =>
        trx
          .insertInto('ratt_registersvar')
          .values({
            fragning: svar.frågning,
            innehall: deflateRawSync(svar.innehåll, { level: 1 }),
            gallras: svar.gallras,
          })
          .execute(),
      ),
    findRåttSvar: async (frågning) => {
      const row = await trx
        .selectFrom('ratt_registersvar')
        .select('innehall')
        .where('fragning', '=', frågning)
        .executeTakeFirst();
      return row && inflateRawSync(row.innehall);
    },
    gallraRåaSvar: async (nu) =>
      Number(
        (await trx.deleteFrom('ratt_registersvar').where('gallras', '<=', new Date(nu)).executeTakeFirst())
          .numDeletedRows,
      ),
    addFolkbokföringssvar: (id, ansökan, person, svar) =>
      insert('Svaret från folkbokföringen', () =>
        trx
          .insertInto('folkbokforingssvar')
          .values({
            id,
            ansokan: ansökan,
            person,
            kvalitet: svar.kvalitet,
            hamtad: svar.hämtad,
            version: svar.version,
            fel: svar.fel ? writeJson(svar.fel) : 'null',
            uppgift: svar.uppgift ? JSON.stringify(svar.uppgift) : 'null',
          })
          .execute(),
      ),
    findFolkbokföringssvar: async (ansökan) => {
      const rows = await folkbokföringssvarFör(ansökan);
      return Object.fromEntries(
        rows.map((row) => [
          row.person,
          {
            kvalitet: row.kvalitet as Svarskvalitet,
            hämtad: instant(row.hamtad),
            version: row.version,
            ...(row.fel ? { fel: readJson<Registerfel>(row.fel) } : {}),
            ...(row.uppgift ? { uppgift: row.uppgift as Folkbokföringsuppgift } : {}),
          } satisfies Folkbokföringssvar,
        ]),
      );
    },
    räknaFolkbokföringssvar: async (ansökan) => {
      const perPerson = Map.groupBy(await folkbokföringssvarFör(ansökan), (row) => row.person);
      return Math.max(0, ...[...perPerson.values()].map((rows) => rows.length));
    },
    markeraSkyddad: async (person) => {
      await trx.updateTable('person').set({ skyddad: true }).where('id', '=', person).execute();
    },
    addKontokontroll: (id, ansökan, k) =>
      insert('Kontokontrollen', () =>
        trx
          .insertInto('kontokontroll')
          .values({
            id,
            ansokan: ansökan,
            person: k.person,
            clearing: k.konto.clearing,
            nummer: k.konto.nummer,
            kvalitet: k.kvalitet,
            egen: k.egen ?? null,
            hamtad: k.hämtad,
            version: k.version,
            fel: k.fel ? writeJson(k.fel) : 'null',
          })
          .execute(),
      ),
    findKontokontroll: async (ansökan) => {
      const row = (await kontokontrollerFör(ansökan)).at(-1);
      return (
        row &&
        ({
          person: row.person,
          konto: { clearing: row.clearing, nummer: row.nummer },
          kvalitet: row.kvalitet as Svarskvalitet,
          hämtad: instant(row.hamtad),
          version: row.version,
          ...(row.egen === null ? {} : { egen: row.egen }),
          ...(row.fel ? { fel: readJson<Registerfel>(row.fel) } : {}),
        } satisfies Kontokontroll)
      );
    },
    addInställning: (id, inställning) =>
      insert('Inställningen', () =>
        trx
          .insertInto('registerinstallning')
          .values({
            id,
            rattslig_grund_tns: inställning.rättsligGrund.TNS ?? null,
            rattslig_grund_miv: inställning.rättsligGrund.MIV ?? null,
            raa_svar_dagar: inställning.råaSvarDagar,
            lagtext: inställning.lagtext ?? null,
            av_id: inställning.satt.av.id,
            av_namn: inställning.satt.av.namn,
            satt: inställning.satt.tid,
          })
          .execute(),
      ),
    getInställning: async () => {
      const row = await senasteInställning();
      if (!row) return FÖRVALD_REGISTERINSTÄLLNING;
      return {
        rättsligGrund: {
          ...(row.rattslig_grund_tns === null ? {} : { TNS: row.rattslig_grund_tns }),
          ...(row.rattslig_grund_miv === null ? {} : { MIV: row.rattslig_grund_miv }),
        },
        råaSvarDagar: row.raa_svar_dagar,
        lagtext: row.lagtext ?? undefined,
        satt: { av: { id: row.av_id, namn: row.av_namn }, tid: instant(row.satt) },
      };
    },
  };
}
