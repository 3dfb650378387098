import {
  type Aktör,
  type Brev,
  type Brevkopia,
  flyttaDag,
  type Granskningspost,
  type Händelse,
  type Händelsetyp,
  type Synlighet,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { Brevhuvud, Brevsamling, Granskning, Händelser, Loggpost } from '../repositories.ts';
import type { GranskningsloggTable, HandelseTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row } from './rows.ts';
import { together } from './rows-by-key.ts';

export function postgresBrev(trx: Transaction<Schema>): Brevsamling {
  return {
    add: (brev) =>
      insert('Brevet', () =>
        trx
          .insertInto('brev')
          .values({
            id: brev.id,
            beslut: brev.beslut ?? null,
            underrattelse: brev.underrättelse ?? null,
            overklagande: brev.överklagande ?? null,
            rattelse: brev.rättelse ?? null,
            aterkrav: brev.återkrav ?? null,
            ansokan: brev.ansökan,
            arende: brev.ärende,
            mottagare: brev.mottagare,
            slag: brev.slag,
            skapat: brev.skapat,
            innehall: brev.innehåll ? JSON.stringify(brev.innehåll.data) : sql`null`,
            innehall_hash: brev.innehåll?.hash ?? null,
            mall: brev.innehåll?.mall ?? null,
            pdf: brev.pdf ? Buffer.from(brev.pdf) : null,
          })
          .execute(),
      ),
    get: async (id) => {
      const row = found(await trx.selectFrom('brev').selectAll().where('id', '=', id).executeTakeFirst(), 'Brevet', id);
      const innehåll: Brevkopia | undefined =
        row.innehall_hash === null || row.mall === null
          ? undefined
          : { data: row.innehall, mall: row.mall, hash: row.innehall_hash };
      return { ...huvud(row), innehåll, pdf: row.pdf === null ? undefined : new Uint8Array(row.pdf) };
    },
    findForBeslut: async (beslut) => {
      const rows = await trx
        .selectFrom('brev')
        .select(HUVUD)
        .where('beslut', '=', beslut)
        .orderBy('skapat')
        .orderBy('mottagare')
        .execute();
      return rows.map(huvud);
    },
    findForUnderrättelse: async (underrättelse) => {
      const rows = await trx
        .selectFrom('brev')
        .select(HUVUD)
        .where('underrattelse', '=', underrättelse)
        .orderBy('mottagare')
        .execute();
      return rows.map(huvud);
    },
    findOm: async (id) => {
      const rows = await trx
        .selectFrom('brev')
        .select(HUVUD)
        .where((eb) => eb.or([eb('overklagande', '=', id), eb('rattelse', '=', id), eb('aterkrav', '=', id)]))
        .orderBy('skapat', 'desc')
        .orderBy('mottagare')
        .execute();
      return rows.map(huvud);
    },
    findForAnsökan: async (ansökan) => {
      const rows = await trx
        .selectFrom('brev')
        .select(HUVUD)
        .where('ansokan', '=', ansökan)
        .orderBy('skapat')
        .orderBy('mottagare')
        .execute();
      return rows.map(huvud);
    },
    setPdf: async (id, pdf) => {
      await trx
        .updateTable('brev')
        .set({ pdf: Buffer.from(pdf) })
        .where('id', '=', id)
        .where('pdf', 'is', null)
        .execute();
    },
  };
}

const HUVUD = [
  'id',
  'beslut',
  'underrattelse',
  'overklagande',
  'rattelse',
  'aterkrav',
  'ansokan',
  'arende',
  'mottagare',
  'slag',
  'skapat',
] as const;

function huvud(row: {
  id: string;
  beslut: string | null;
  underrattelse: string | null;
  overklagande: string | null;
  rattelse: string | null;
  aterkrav: string | null;
  ansokan: string;
  arende: string;
  mottagare: string;
  slag: string;
  skapat: Date;
}): Brevhuvud {
  return {
    id: row.id,
    beslut: row.beslut ?? undefined,
    underrättelse: row.underrattelse ?? undefined,
    ...(row.overklagande ? { överklagande: row.overklagande } : {}),
    ...(row.rattelse ? { rättelse: row.rattelse } : {}),
    ...(row.aterkrav ? { återkrav: row.aterkrav } : {}),
    ansökan: row.ansokan,
    ärende: row.arende,
    mottagare: row.mottagare,
    slag: row.slag as Brev['slag'],
    skapat: instant(row.skapat),
  };
}

export function postgresHändelser(trx: Transaction<Schema>): Händelser {
  return {
    add: together(async (händelser: readonly Händelse[]) => {
      await trx
        .insertInto('handelse')
        .values(
          händelser.map((h) => ({
            arende: h.ärende,
            ansokan: h.ansökan,
            typ: h.typ,
            tid: h.tid,
            text: h.text,
            synlig: typeof h.synlig === 'object' ? 'person' : h.synlig,
            synlig_person: typeof h.synlig === 'object' ? h.synlig.person : null,
          })),
        )
        .execute();
    }),
    findForÄrende: async (ärende) => {
      const rows = await trx.selectFrom('handelse').selectAll().where('arende', '=', ärende).orderBy('id').execute();
      return rows.map(händelse);
    },
  };
}

function händelse(row: Row<HandelseTable>): Händelse {
  const synlig = row.synlig === 'person' ? { person: row.synlig_person! } : row.synlig;
  return {
    ärende: row.arende,
    ansökan: row.ansokan,
    typ: row.typ as Händelsetyp,
    tid: instant(row.tid),
    text: row.text,
    synlig: synlig as Synlighet,
  };
}

export function postgresGranskning(trx: Transaction<Schema>, aktör: Aktör): Granskning {
  const addAll = together(async (poster: readonly Parameters<Granskning['add']>[0][]) => {
    await trx
      .insertInto('granskningslogg')
      .values(
        poster.map((post) => ({
          tid: post.tid,
          aktor_slag: (post.aktör ?? aktör).slag,
          aktor_id: (post.aktör ?? aktör).id,
          handling: post.handling,
          person: post.person ?? null,
          objekt_slag: post.objekt?.slag ?? null,
          objekt_id: post.objekt?.id ?? null,
          andamal: post.ändamål,
          utfall: post.utfall,
        })),
      )
      .execute();
  });
  return {
    add: (post) => addAll([post]),
    find: async (urval) => {
      const { personer, objekt, utfall, aktör, från, till, före, högst } = urval;
      const dagen = (dag: string) => sql<Date>`(${dag}::date::timestamp at time zone 'Europe/Stockholm')`;
      let query = trx.selectFrom('granskningslogg').selectAll().orderBy('tid', 'desc').orderBy('id', 'desc');
      if (personer !== undefined) query = query.where('person', 'in', personer);
      if (objekt !== undefined) query = query.where('objekt_slag', '=', objekt.slag).where('objekt_id', '=', objekt.id);
      if (utfall !== undefined) query = query.where('utfall', '=', utfall);
      if (aktör !== undefined) query = query.where('aktor_id', '=', aktör);
      if (från !== undefined) query = query.where('tid', '>=', dagen(från) as never);
      if (till !== undefined) query = query.where('tid', '<', dagen(flyttaDag(till, 1)) as never);
      if (före !== undefined)
        query = query.where(sql<boolean>`(tid, id) < (select tid, id from granskningslogg where id = ${före}::bigint)`);
      return (await query.limit(högst).execute()).map(post);
    },
  };
}

function post(row: Row<GranskningsloggTable>): Loggpost {
  return {
    nummer: String(row.id),
    tid: instant(row.tid),
    aktör: { slag: row.aktor_slag, id: row.aktor_id } as Aktör,
    handling: row.handling,
    person: row.person ?? undefined,
    objekt:
      row.objekt_slag === null || row.objekt_id === null ? undefined : { slag: row.objekt_slag, id: row.objekt_id },
    ändamål: row.andamal,
    utfall: row.utfall as Granskningspost['utfall'],
  };
}
