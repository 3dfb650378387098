import type { Avslut, Möte, Mötesanteckning, Mötestid, MötestidMedBokade, Samordnarskap } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { Avslutssamling, Mötessamling, Mötestidssamling, Samordnarsamling } from '../repositories.ts';
import type { AvslutTable, MotestidTable, MoteTable, SamordnarskapTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

export function postgresSamordnarskap(trx: Transaction<Schema>): Samordnarsamling {
  return {
    add: (s) =>
      insert('Samordnaren', () =>
        trx
          .insertInto('samordnarskap')
          .values({
            id: s.id,
            person: s.person,
            anvandare: s.användare,
            namn: s.namn,
            fran: s.från,
            till: s.till ?? null,
            skal: s.skäl,
            av: s.av,
            tid: s.tid,
            version: s.version,
          })
          .execute(),
      ),
    save: async (s) => {
      const result = await trx
        .updateTable('samordnarskap')
        .set({ till: s.till ?? null, version: s.version })
        .where('id', '=', s.id)
        .where('version', '=', s.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Samordnaren', s.id);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('samordnarskap')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('tid', 'desc')
        .execute();
      return rows.map(läsSamordnarskap);
    },
    findGällande: async (användare) => {
      const rows = await trx
        .selectFrom('samordnarskap')
        .selectAll()
        .where('till', 'is', null)
        .$if(användare !== undefined, (q) => q.where('anvandare', 'in', [...(användare ?? []), '']))
        .orderBy('tid', 'desc')
        .execute();
      return rows.map(läsSamordnarskap);
    },
    findUtanSamordnare: async (från) => {
      const { rows } = await sql<{ person: string }>`
        with vuxen as (
          select sokande as person, inkommen from ansokan
          union select medsokande, inkommen from ansokan where medsokande is not null
        )
        select distinct v.person from vuxen v
        where v.inkommen >= ${från}::date
          and not exists (select from samordnarskap s where s.person = v.person and s.till is null)
          and not exists (select from avslut a where a.person = v.person and a.ateroppnat is null and a.dag >= v.inkommen::date)
        order by v.person`.execute(trx);
      return rows.map(({ person }) => person);
    },
    addFrånvaro: async (f) => {
      await trx
        .insertInto('samordnarfranvaro')
        .values({
          id: f.id,
          anvandare: f.användare,
          fran: f.från,
          till: f.till,
          ersattare: f.ersättare.id,
          ersattare_namn: f.ersättare.namn,
          av: f.av,
          tid: f.tid,
        })
        .execute();
    },
    findFrånvaro: async (dag) => {
      const rows = await trx
        .selectFrom('samordnarfranvaro')
        .selectAll()
        .where('till', '>=', dag)
        .orderBy('tid', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        användare: row.anvandare,
        från: row.fran,
        till: row.till,
        ersättare: { id: row.ersattare, namn: row.ersattare_namn },
        av: row.av,
        tid: instant(row.tid),
      }));
    },
  };
}

export function postgresMötestider(trx: Transaction<Schema>): Mötestidssamling {
  return {
    add: async (tider) => {
      if (tider.length === 0) return;
      await trx
        .insertInto('motestid')
        .values(
          tider.map((tid) => ({
            id: tid.id,
            samordnare: tid.samordnare,
            namn: tid.namn,
            slag: tid.slag,
            dag: tid.dag,
            fran: tid.från,
            till: tid.till,
            plats: tid.plats,
            antal: tid.antal,
            stangd: tid.stängd,
            version: tid.version,
          })),
        )
        .execute();
    },
    save: async (tid) => {
      const result = await trx
        .updateTable('motestid')
        .set({ stangd: tid.stängd, version: tid.version })
        .where('id', '=', tid.id)
        .where('version', '=', tid.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Tiden', tid.id);
    },
    lås: async (id) => {
      const row = await trx.selectFrom('motestid').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (!row) return undefined;
      const { antal } = await trx
        .selectFrom('mote')
        .select(({ fn }) => fn.countAll<string>().as('antal'))
        .where('motestid', '=', id)
        .where('status', 'in', TAR_PLATS)
        .executeTakeFirstOrThrow();
      return { ...läsMötestid(row), bokade: Number(antal) };
    },
    findFrån: async (dag) => {
      const rows = await trx
        .selectFrom('motestid')
        .selectAll()
        .select(({ selectFrom }) =>
          selectFrom('mote')
            .select(({ fn }) => fn.countAll<string>().as('antal'))
            .whereRef('mote.motestid', '=', 'motestid.id')
            .where('mote.status', 'in', TAR_PLATS)
            .as('bokade'),
        )
        .where('dag', '>=', dag)
        .orderBy('dag')
        .orderBy('fran')
        .orderBy('id')
        .execute();
      return rows.map((row): MötestidMedBokade => ({ ...läsMötestid(row), bokade: Number(row.bokade ?? 0) }));
    },
  };
}

/** A meeting that takes one of the places of its published time. */
const TAR_PLATS = ['bokat', 'hallet', 'uteblivet'];

export function postgresMöten(trx: Transaction<Schema>): Mötessamling {
  return {
    add: (m) =>
      insert('Mötet', () =>
        trx
          .insertInto('mote')
          .values({
            id: m.id,
            person: m.person,
            samordnare: m.samordnare,
            namn: m.namn,
            slag: m.slag,
            dag: m.dag,
            fran: m.från,
            till: m.till,
            plats: m.plats,
            syfte: m.syfte,
            motestid: m.mötestid ?? null,
            ansokan: m.ansökan ?? null,
            bokat_av: m.bokatAv ?? null,
            bokat: m.bokat,
            ...mötesläge(m),
          })
          .execute(),
      ),
    save: async (m) => {
      const result = await trx
        .updateTable('mote')
        .set(mötesläge(m))
        .where('id', '=', m.id)
        .where('version', '=', m.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Mötet', m.id);
    },
    find: async (id) => {
      const row = await trx.selectFrom('mote').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsMöte(row);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('mote')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('dag', 'desc')
        .orderBy('fran', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(läsMöte);
    },
    findBokade: async (samordnare, från) => {
      const rows = await trx
        .selectFrom('mote')
        .selectAll()
        .where('samordnare', '=', samordnare)
        .where('status', '=', 'bokat')
        .where('dag', '>=', från)
        .orderBy('dag')
        .orderBy('fran')
        .orderBy('id')
        .execute();
      return rows.map(läsMöte);
    },
    findAttPåminna: async ({ från, till }) => {
      const rows = await trx
        .selectFrom('mote')
        .selectAll()
        .where('status', '=', 'bokat')
        .where('pamint', 'is', null)
        .where('dag', '>=', från)
        .where('dag', '<=', till)
        .orderBy('dag')
        .orderBy('id')
        .limit(200)
        .execute();
      return rows.map(läsMöte);
    },
    addAnteckning: (a) =>
      insert('Anteckningen', () =>
        trx
          .insertInto('motesanteckning')
          .values({
            id: a.id,
            mote: a.möte,
            person: a.person,
            overenskommet: a.överenskommet,
            nasta: a.nästa,
            nasta_kontakt: a.nästaKontakt ?? null,
            egen: a.egen,
            av: a.av,
            tid: a.tid,
            rattar: a.rättar?.anteckning ?? null,
            skal: a.rättar?.skäl ?? null,
          })
          .execute(),
      ),
    findAnteckningar: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('motesanteckning')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('tid', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(
        (row): Mötesanteckning => ({
          id: row.id,
          möte: row.mote,
          person: row.person,
          överenskommet: row.overenskommet,
          nästa: row.nasta,
          nästaKontakt: row.nasta_kontakt ?? undefined,
          egen: row.egen,
          av: row.av,
          tid: instant(row.tid),
          rättar: row.rattar === null ? undefined : { anteckning: row.rattar, skäl: row.skal ?? '' },
        }),
      );
    },
  };
}

export function postgresAvslut(trx: Transaction<Schema>): Avslutssamling {
  return {
    add: (a) =>
      insert('Avslutet', () =>
        trx
          .insertInto('avslut')
          .values({
            id: a.id,
            person: a.person,
            skal: a.skäl,
            till: a.till,
            dag: a.dag,
            varaktighet: a.varaktighet,
            eftervard_till: a.eftervårdTill ?? null,
            spar: a.spår ?? null,
            av: a.av,
            tid: a.tid,
            ...öppnat(a),
          })
          .execute(),
      ),
    save: async (a) => {
      const result = await trx
        .updateTable('avslut')
        .set(öppnat(a))
        .where('id', '=', a.id)
        .where('version', '=', a.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Avslutet', a.id);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('avslut')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('tid', 'desc')
        .execute();
      return rows.map(läsAvslut);
    },
    findAttÖppna: async () => {
      const rows = await trx
        .selectFrom('avslut')
        .selectAll()
        .where('ateroppnat', 'is', null)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('ansokan')
              .select('ansokan.id')
              .where(({ eb, or, ref }) =>
                or([eb('sokande', '=', ref('avslut.person')), eb('medsokande', '=', ref('avslut.person'))]),
              )
              .where(sql<boolean>`(ansokan.inkommen at time zone 'Europe/Stockholm')::date > avslut.dag`)
              .whereRef('ansokan.inkommen', '>', 'avslut.tid'),
          ),
        )
        .orderBy('dag')
        .limit(200)
        .execute();
      return rows.map(läsAvslut);
    },
    findMellan: async ({ från, till }) => {
      const rows = await trx
        .selectFrom('avslut')
        .selectAll()
        .where('dag', '>=', från)
        .where('dag', '<=', till)
        .orderBy('dag')
        .orderBy('id')
        .execute();
      return rows.map(läsAvslut);
    },
  };
}

function läsSamordnarskap(row: Row<SamordnarskapTable>): Samordnarskap {
  return {
    id: row.id,
    person: row.person,
    användare: row.anvandare,
    namn: row.namn,
    från: row.fran,
    till: row.till ?? undefined,
    skäl: row.skal,
    av: row.av,
    tid: instant(row.tid),
    version: row.version,
  };
}

function läsMötestid(row: Row<MotestidTable>): Mötestid {
  return {
    id: row.id,
    samordnare: row.samordnare,
    namn: row.namn,
    slag: row.slag as Mötestid['slag'],
    dag: row.dag,
    från: row.fran,
    till: row.till,
    plats: row.plats,
    antal: row.antal,
    stängd: row.stangd,
    version: row.version,
  };
}

function mötesläge(m: Möte) {
  return {
    status: m.status,
    andrat_skal: m.ändratSkäl ?? null,
    pamint: m.påmint ?? null,
    version: m.version,
  };
}

function läsMöte(row: Row<MoteTable>): Möte {
  return {
    id: row.id,
    person: row.person,
    samordnare: row.samordnare,
    namn: row.namn,
    slag: row.slag as Möte['slag'],
    dag: row.dag,
    från: row.fran,
    till: row.till,
    plats: row.plats,
    syfte: row.syfte,
    status: row.status as Möte['status'],
    mötestid: row.motestid ?? undefined,
    ansökan: row.ansokan ?? undefined,
    bokatAv: row.bokat_av ?? undefined,
    bokat: instant(row.bokat),
    ändratSkäl: row.andrat_skal ?? undefined,
    påmint: row.pamint ? instant(row.pamint) : undefined,
    version: row.version,
  };
}

function öppnat(a: Avslut) {
  const { återöppnat } = a;
  return {
    ateroppnat: återöppnat
      ? JSON.stringify({ tid: återöppnat.tid, av: återöppnat.av ?? null, skal: återöppnat.skäl })
      : sql<string>`null`,
    version: a.version,
  };
}

function läsAvslut(row: Row<AvslutTable>): Avslut {
  const igen = row.ateroppnat as { tid: string; av: string | null; skal: string } | null;
  return {
    id: row.id,
    person: row.person,
    skäl: row.skal as Avslut['skäl'],
    till: row.till,
    dag: row.dag,
    varaktighet: row.varaktighet as Avslut['varaktighet'],
    eftervårdTill: row.eftervard_till ?? undefined,
    spår: row.spar ?? undefined,
    av: row.av,
    tid: instant(row.tid),
    återöppnat: igen ? { tid: igen.tid, av: igen.av ?? undefined, skäl: igen.skal } : undefined,
    version: row.version,
  };
}
