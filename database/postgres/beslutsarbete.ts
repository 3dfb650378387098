import type {
  Beslut,
  Beslutsförslag,
  Roll,
  Underrättelse,
  UnderrättelseMedSvar,
  Utfall,
  Verkställighet,
  Yttrande,
  Överflyttning,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Förslagssamling, Underrättelser, Verkställighetssamling, Överflyttningar } from '../repositories.ts';
import type { BeslutsforslagTable, OverflyttningTable, Schema, UnderrattelseTable, YttrandeTable } from '../schema.ts';
import { readBeslut } from './beslut.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const json = (value: unknown) => (value === undefined ? sql<string>`null` : writeJson(value));

export function postgresUnderrättelser(trx: Transaction<Schema>): Underrättelser {
  const read = async (rows: Row<UnderrattelseTable>[]): Promise<UnderrättelseMedSvar[]> => {
    if (rows.length === 0) return [];
    const svar = await trx
      .selectFrom('yttrande')
      .selectAll()
      .where(
        'underrattelse',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('tid')
      .orderBy('id')
      .execute();
    const byUnderrättelse = Map.groupBy(svar, (row) => row.underrattelse);
    return rows.map((row) => ({
      underrättelse: readUnderrättelse(row),
      yttranden: (byUnderrättelse.get(row.id) ?? []).map(readYttrande),
    }));
  };
  const findMany = async (ansökningar: readonly string[]) =>
    ansökningar.length === 0
      ? []
      : read(
          await trx
            .selectFrom('underrattelse')
            .selectAll()
            .where('ansokan', 'in', ansökningar)
            .orderBy('skickad')
            .orderBy('id')
            .execute(),
        );
  return {
    add: (u) =>
      insert('Underrättelsen', () =>
        trx
          .insertInto('underrattelse')
          .values({
            id: u.id,
            ansokan: u.ansökan,
            arende: u.ärende,
            berakning: u.beräkning,
            avsett_utfall: u.avsett.utfall,
            avsett_belopp: u.avsett.belopp,
            skal: u.skäl,
            uppgifter: writeJson(u.uppgifter),
            mottagare: [...u.mottagare],
            skickad: u.skickad,
            av: writeJson(u.av),
            version: u.version,
            ...changeable(u),
          })
          .execute(),
      ),
    find: async (id) =>
      (await read(await trx.selectFrom('underrattelse').selectAll().where('id', '=', id).execute()))[0],
    findForAnsökan: (ansökan) => findMany([ansökan]),
    findForAnsökningar: async (ansökningar) =>
      Map.groupBy(await findMany(ansökningar), (med) => med.underrättelse.ansökan),
    save: async (u) => {
      const result = await trx
        .updateTable('underrattelse')
        .set({ ...changeable(u), version: u.version })
        .where('id', '=', u.id)
        .where('version', '=', u.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Underrättelsen', u.id);
    },
    findBesvarade: async (underrättelser) => {
      if (underrättelser.length === 0) return [];
      const rows = await trx
        .selectFrom('yttrande')
        .select('underrattelse')
        .distinct()
        .where('underrattelse', 'in', underrättelser)
        .execute();
      return rows.map((row) => row.underrattelse);
    },
    addYttrande: (y) =>
      insert('Yttrandet', () =>
        trx
          .insertInto('yttrande')
          .values({
            id: y.id,
            underrattelse: y.underrättelse,
            person: y.person,
            slag: y.slag,
            text: y.text,
            vill_tala: y.villTalaInförNämnden,
            tid: y.tid,
            upptaget_av_id: y.upptagetAv?.id ?? null,
            upptaget_av_namn: y.upptagetAv?.namn ?? null,
          })
          .execute(),
      ),
  };
}

function changeable(u: Underrättelse) {
  return {
    svar_senast: u.svarSenast,
    forlangningar: writeJson(u.förlängningar),
    muntligt_nekat: json(u.muntligtNekat),
    atertagen: json(u.återtagen),
  };
}

function readUnderrättelse(row: Row<UnderrattelseTable>): Underrättelse {
  return {
    id: row.id,
    ansökan: row.ansokan,
    ärende: row.arende,
    beräkning: row.berakning,
    avsett: { utfall: row.avsett_utfall as Utfall, belopp: row.avsett_belopp },
    skäl: row.skal,
    uppgifter: readJson<Record<string, unknown>[]>(row.uppgifter).map((u) => ({
      rad: undefined,
      egen: undefined,
      register: undefined,
      räknas: undefined,
      källa: undefined,
      hämtad: undefined,
      döljsFör: undefined,
      ...u,
    })) as unknown as Underrättelse['uppgifter'],
    mottagare: row.mottagare,
    skickad: instant(row.skickad),
    svarSenast: row.svar_senast,
    förlängningar: readJson(row.forlangningar),
    muntligtNekat: readJson<Underrättelse['muntligtNekat'] | null>(row.muntligt_nekat) ?? undefined,
    återtagen: readJson<Underrättelse['återtagen'] | null>(row.atertagen) ?? undefined,
    av: readJson(row.av),
    version: row.version,
  };
}

function readYttrande(row: Row<YttrandeTable>): Yttrande {
  return {
    id: row.id,
    underrättelse: row.underrattelse,
    person: row.person,
    slag: row.slag as Yttrande['slag'],
    text: row.text,
    villTalaInförNämnden: row.vill_tala,
    tid: instant(row.tid),
    upptagetAv: row.upptaget_av_id === null ? undefined : { id: row.upptaget_av_id, namn: row.upptaget_av_namn ?? '' },
  };
}

export function postgresBeslutsförslag(trx: Transaction<Schema>): Förslagssamling {
  return {
    add: (f) =>
      insert('Ett förslag till beslut', () =>
        trx
          .insertInto('beslutsforslag')
          .values({
            id: f.id,
            ansokan: f.ansökan,
            arende: f.ärende,
            beslut: writeBeslut(f.beslut),
            roll: f.roll,
            foreslagen_av: writeJson(f.föreslagenAv),
            foreslagen: f.föreslagen,
            version: f.version,
            ...outcome(f),
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('beslutsforslag').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readFörslag(row);
    },
    findForAnsökan: async (ansökan) => {
      const rows = await trx
        .selectFrom('beslutsforslag')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .orderBy('foreslagen', 'desc')
        .execute();
      return rows.map(readFörslag);
    },
    findVäntande: async () => {
      const rows = await trx
        .selectFrom('beslutsforslag')
        .selectAll()
        .where('status', '=', 'vantar')
        .orderBy('foreslagen')
        .execute();
      return rows.map(readFörslag);
    },
    save: async (f) => {
      const result = await trx
        .updateTable('beslutsforslag')
        .set({ ...outcome(f), version: f.version })
        .where('id', '=', f.id)
        .where('version', '=', f.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Förslaget', f.id);
    },
  };
}

function outcome(f: Beslutsförslag) {
  return { status: f.status, avgjord_av: json(f.avgjordAv), avgjord: f.avgjord ?? null, skal: f.skäl ?? null };
}

/** The proposed decision as a document with ASCII keys; the receipt stands as the rules gave it. */
function writeBeslut(b: Beslut): string {
  return JSON.stringify({
    id: b.id,
    ansokan: b.ansökan,
    arende: b.ärende,
    berakning: b.beräkning,
    manad: b.månad,
    utfall: b.utfall,
    belopp: b.belopp,
    beslutsfattare: JSON.parse(writeJson(b.beslutsfattare)),
    motivering: b.motivering,
    lagrum: b.lagrum,
    kommunicering: b.kommunicering ? JSON.parse(writeJson(b.kommunicering)) : null,
    beslutad: b.beslutad,
    form: b.form ? JSON.parse(writeJson(b.form)) : null,
  });
}

function readFörslag(row: Row<BeslutsforslagTable>): Beslutsförslag {
  const stored = row.beslut as Parameters<typeof readBeslut>[0] & { beslutad: unknown };
  return {
    id: row.id,
    ansökan: row.ansokan,
    ärende: row.arende,
    beslut: readBeslut({ ...stored, beslutad: new Date(String(stored.beslutad)) }),
    roll: row.roll as Roll,
    föreslagenAv: readJson(row.foreslagen_av),
    föreslagen: instant(row.foreslagen),
    status: row.status as Beslutsförslag['status'],
    avgjordAv: readJson<Beslutsförslag['avgjordAv'] | null>(row.avgjord_av) ?? undefined,
    avgjord: row.avgjord ? instant(row.avgjord) : undefined,
    skäl: row.skal ?? undefined,
    version: row.version,
  };
}

export function postgresÖverflyttningar(trx: Transaction<Schema>): Överflyttningar {
  return {
    add: (ö) =>
      insert('Överflyttningen', () =>
        trx
          .insertInto('overflyttning')
          .values({
            id: ö.id,
            arende: ö.ärende,
            riktning: ö.riktning,
            till_kommun: ö.kommun,
            begard: ö.begärd,
            skal: writeJson(ö.skäl),
            av: writeJson(ö.av),
            tid: ö.tid,
            version: ö.version,
            ...steps(ö),
          })
          .execute(),
      ),
    findForÄrende: async (ärende) => {
      const rows = await trx
        .selectFrom('overflyttning')
        .selectAll()
        .where('arende', '=', ärende)
        .orderBy('tid', 'desc')
        .execute();
      return rows.map(readÖverflyttning);
    },
    save: async (ö) => {
      const result = await trx
        .updateTable('overflyttning')
        .set({ ...steps(ö), version: ö.version })
        .where('id', '=', ö.id)
        .where('version', '=', ö.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Överflyttningen', ö.id);
    },
  };
}

function steps(ö: Överflyttning) {
  return {
    svar: json(ö.svar),
    ivo: json(ö.ivo),
    overtagen: ö.övertagen ?? null,
    atertagen: ö.återtagen ?? null,
  };
}

function readÖverflyttning(row: Row<OverflyttningTable>): Överflyttning {
  const ivo = readJson<Överflyttning['ivo'] | null>(row.ivo) ?? undefined;
  return {
    id: row.id,
    ärende: row.arende,
    riktning: row.riktning as Överflyttning['riktning'],
    kommun: row.till_kommun,
    begärd: row.begard,
    skäl: readJson(row.skal),
    svar: readJson<Överflyttning['svar'] | null>(row.svar) ?? undefined,
    ivo: ivo && { ansökt: ivo.ansökt, beslut: ivo.beslut },
    övertagen: row.overtagen ?? undefined,
    återtagen: row.atertagen ?? undefined,
    av: readJson(row.av),
    tid: instant(row.tid),
    version: row.version,
  };
}

export function postgresVerkställighet(trx: Transaction<Schema>): Verkställighetssamling {
  const read = (row: { beslut: string; slag: string; dag: string; anteckning: string; tid: Date }): Verkställighet => ({
    beslut: row.beslut,
    slag: row.slag as Verkställighet['slag'],
    dag: row.dag,
    anteckning: row.anteckning,
    tid: instant(row.tid),
  });
  return {
    add: async (h) => {
      await trx
        .insertInto('verkstallighet')
        .values({ beslut: h.beslut, slag: h.slag, dag: h.dag, anteckning: h.anteckning, tid: h.tid })
        .execute();
    },
    findForBeslut: async (beslut) => {
      const rows = await trx
        .selectFrom('verkstallighet')
        .selectAll()
        .where('beslut', '=', beslut)
        .orderBy('id')
        .execute();
      return rows.map(read);
    },
    findGynnande: async (senast) => {
      const beslut = await trx
        .selectFrom('beslut')
        .selectAll()
        .where('utfall', 'in', ['bifall', 'delavslag'])
        .where(sql<boolean>`beslutad < ${senast}::date + 1`)
        .orderBy('beslutad')
        .execute();
      const hänt = await trx.selectFrom('verkstallighet').selectAll().orderBy('id').execute();
      return { beslut: beslut.map(readBeslut), hänt: hänt.map(read) };
    },
  };
}
