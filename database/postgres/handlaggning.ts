import type { Anteckningsslag, Ersättare, Journalanteckning, Kvittens, Påminnelse, Ärende } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { Handläggning, Närvarande } from '../repositories.ts';
import type { JournalTable, PaminnelseTable, Schema } from '../schema.ts';
import { ärende } from './arenden.ts';
import { found, insert, instant, type Row } from './rows.ts';

export function postgresHandläggning(trx: Transaction<Schema>): Handläggning {
  return {
    addAnteckning: (a) =>
      insert('Anteckningen', () =>
        trx
          .insertInto('journal')
          .values({
            id: a.id,
            arende: a.ärende,
            ansokan: a.ansökan ?? null,
            slag: a.slag,
            hande: a.hände,
            text: a.text,
            galler: a.gäller ?? null,
            av_id: a.av.id,
            av_namn: a.av.namn,
            skriven: a.skriven,
          })
          .execute(),
      ),
    findJournal: async (ärendeId) =>
      (
        await trx
          .selectFrom('journal')
          .selectAll()
          .where('arende', '=', ärendeId)
          .orderBy('skriven')
          .orderBy('id')
          .execute()
      ).map(anteckning),
    savePåminnelse: async (p) => {
      const values = { dag: p.dag, text: p.text, klar: p.klar ?? null };
      await trx
        .insertInto('paminnelse')
        .values({ id: p.id, ansokan: p.ansökan, for_anvandare: p.för, skapad: p.skapad, ...values })
        .onConflict((on) => on.columns(['kommun', 'namnd', 'id']).doUpdateSet(values))
        .execute();
    },
    getPåminnelse: async (id) =>
      påminnelse(
        found(
          await trx.selectFrom('paminnelse').selectAll().where('id', '=', id).executeTakeFirst(),
          'Påminnelsen',
          id,
        ),
      ),
    findPåminnelser: async (användare) =>
      (
        await trx
          .selectFrom('paminnelse')
          .selectAll()
          .where('for_anvandare', '=', användare)
          .where('klar', 'is', null)
          .orderBy('dag')
          .orderBy('skapad')
          .execute()
      ).map(påminnelse),
    närvara: async (ärendeId, användare, nu, sedanMinst) => {
      const förra = await trx
        .selectFrom('narvaro')
        .select('senast')
        .where('arende', '=', ärendeId)
        .where('anvandare', '=', användare)
        .where('lamnade', 'is', null)
        .executeTakeFirst();
      await trx
        .insertInto('narvaro')
        .values({ arende: ärendeId, anvandare: användare, sedan: nu, senast: nu })
        .onConflict((on) =>
          on.columns(['kommun', 'namnd', 'arende', 'anvandare']).doUpdateSet({
            sedan: sql<string>`case when narvaro.senast < ${sedanMinst} then excluded.sedan else narvaro.sedan end`,
            senast: sql<string>`greatest(narvaro.senast, excluded.senast)`,
            lamnade: null,
          }),
        )
        .execute();
      const senast = förra && instant(förra.senast);
      return senast === undefined || senast < sedanMinst
        ? 0
        : Math.max(0, Math.round((Date.parse(nu) - Date.parse(senast)) / 1000));
    },
    addHandläggningstid: async (ansokan, sekunder) => {
      await trx
        .insertInto('handlaggningstid')
        .values({ ansokan, sekunder })
        .onConflict((on) =>
          on
            .columns(['kommun', 'namnd', 'ansokan'])
            .doUpdateSet({ sekunder: sql<number>`handlaggningstid.sekunder + excluded.sekunder` }),
        )
        .execute();
    },
    lämna: async (ärendeId, användare, nu) => {
      await trx
        .updateTable('narvaro')
        .set({ lamnade: nu })
        .where('arende', '=', ärendeId)
        .where('anvandare', '=', användare)
        .execute();
    },
    findNärvarande: async (ärendeId, sedanMinst) =>
      (
        await trx
          .selectFrom('narvaro')
          .innerJoin('anvandare', 'anvandare.id', 'narvaro.anvandare')
          .select(['anvandare.id', 'anvandare.namn', 'narvaro.sedan', 'narvaro.senast'])
          .where('narvaro.arende', '=', ärendeId)
          .where('narvaro.lamnade', 'is', null)
          .where('narvaro.senast', '>=', sql<Date>`${sedanMinst}::timestamptz`)
          .orderBy('narvaro.sedan')
          .orderBy('anvandare.id')
          .execute()
      ).map(
        (row): Närvarande => ({
          id: row.id,
          namn: row.namn,
          sedan: instant(row.sedan),
          senast: instant(row.senast),
        }),
      ),
    addKvittenser: async (kvittenser) => {
      if (kvittenser.length === 0) return;
      await trx
        .insertInto('kvittens')
        .values(
          kvittenser.map((k) => ({
            ansokan: k.ansökan,
            varning: k.varning,
            av_id: k.av.id,
            av_namn: k.av.namn,
            tid: k.tid,
          })),
        )
        .onConflict((on) => on.doNothing())
        .execute();
    },
    findKvittenser: async (ansökan) =>
      (await trx.selectFrom('kvittens').selectAll().where('ansokan', '=', ansökan).orderBy('tid').execute()).map(
        (row): Kvittens => ({
          ansökan: row.ansokan,
          varning: row.varning,
          av: { id: row.av_id, namn: row.av_namn },
          tid: instant(row.tid),
        }),
      ),
    saveErsättare: async (e) => {
      const values = { ersattare: e.ersättare, fran: e.från, till: e.till };
      await trx
        .insertInto('ersattare')
        .values({ for_anvandare: e.för, ...values })
        .onConflict((on) => on.columns(['kommun', 'namnd', 'for_anvandare']).doUpdateSet(values))
        .execute();
    },
    removeErsättare: async (för) => {
      await trx.deleteFrom('ersattare').where('for_anvandare', '=', för).execute();
    },
    findErsättare: async () =>
      (await trx.selectFrom('ersattare').selectAll().orderBy('for_anvandare').execute()).map(
        (row): Ersättare => ({ för: row.for_anvandare, ersättare: row.ersattare, från: row.fran, till: row.till }),
      ),
    addRegistrering: (r) =>
      insert('Registreringen', () =>
        trx
          .insertInto('registrering')
          .values({ ansokan: r.ansökan, mottagen: r.mottagen, av_id: r.av.id, av_namn: r.av.namn, skapad: r.skapad })
          .execute(),
      ),
    findRegistrering: async (ansökan) => {
      const row = await trx.selectFrom('registrering').selectAll().where('ansokan', '=', ansökan).executeTakeFirst();
      return (
        row && {
          ansökan: row.ansokan,
          mottagen: instant(row.mottagen),
          av: { id: row.av_id, namn: row.av_namn },
          skapad: instant(row.skapad),
        }
      );
    },
    findÄrenden: async (handläggare): Promise<Ärende[]> => {
      if (handläggare.length === 0) return [];
      const rows = await trx
        .selectFrom('arende')
        .selectAll()
        .where('handlaggare', 'in', [...handläggare])
        .where('status', '=', 'oppet')
        .orderBy('oppnat', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(ärende);
    },
  };
}

function anteckning(row: Row<JournalTable>): Journalanteckning {
  return {
    id: row.id,
    ärende: row.arende,
    ansökan: row.ansokan ?? undefined,
    slag: row.slag as Anteckningsslag,
    hände: row.hande,
    text: row.text,
    gäller: row.galler ?? undefined,
    av: { id: row.av_id, namn: row.av_namn },
    skriven: instant(row.skriven),
  };
}

function påminnelse(row: Row<PaminnelseTable>): Påminnelse {
  return {
    id: row.id,
    ansökan: row.ansokan,
    för: row.for_anvandare,
    dag: row.dag,
    text: row.text,
    skapad: instant(row.skapad),
    klar: row.klar === null ? undefined : instant(row.klar),
  };
}
