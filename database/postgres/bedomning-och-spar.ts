import type {
  Bedömning,
  Inskrivningsläge,
  Inskrivningsundantag,
  Spårinställning,
  Spårplacering,
  Överlämning,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Bedömningssamling, Spårsamling, Överlämningssamling } from '../repositories.ts';
import type { BedomningTable, OverlamningTable, Schema, SparplaceringTable } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const json = (value: unknown) => (value === undefined ? sql<string>`null` : writeJson(value));
const maybe = <T>(value: unknown): T | undefined => readJson<T | null>(value) ?? undefined;

export function postgresBedömningar(trx: Transaction<Schema>): Bedömningssamling {
  return {
    add: (b) =>
      insert('Bedömningen', () =>
        trx
          .insertInto('bedomning')
          .values({
            id: b.id,
            person: b.person,
            instrument: b.instrument,
            version: b.version,
            slag: b.slag,
            paborjad: b.påbörjad,
            paborjad_av: b.påbörjadAv ?? null,
            ...bedömningskolumner(b),
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('bedomning').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsBedömning(row);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('bedomning')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('paborjad', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(läsBedömning);
    },
    save: async (b) => {
      const result = await trx
        .updateTable('bedomning')
        .set(bedömningskolumner(b))
        .where('id', '=', b.id)
        .where('sparning', '=', b.sparning - 1)
        .executeTakeFirst();
      savedOne(result, 'Bedömningen', b.id);
    },
  };
}

export function postgresSpårplaceringar(trx: Transaction<Schema>): Spårsamling {
  return {
    add: (p) =>
      insert('Spåret', () =>
        trx
          .insertInto('sparplacering')
          .values({
            id: p.id,
            person: p.person,
            spar: p.spår,
            namn: p.namn,
            organisation: p.organisation,
            uppfoljningsrytm: p.uppföljningsrytm,
            bara_jobbsokande: p.baraJobbsökande,
            fran: p.från,
            slutar: p.slutar ?? null,
            installning: p.inställning,
            bedomning: p.bedömning ?? null,
            forslag:
              p.förslag === undefined
                ? sql<string>`null`
                : JSON.stringify({ ...utan(p.förslag), forslag: p.förslag.förslag ?? null, skal: p.förslag.skäl }),
            avsteg: p.avsteg ?? null,
            skal: p.skäl,
            beslutad: p.beslutad,
            beslutad_av: writeJson(p.beslutadAv),
            ...spårkolumner(p),
          })
          .execute(),
      ),
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('sparplacering')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('fran', 'desc')
        .orderBy('beslutad', 'desc')
        .execute();
      return rows.map(läsSpårplacering);
    },
    findBeslutade: async ({ från, till }) => {
      const rows = await trx
        .selectFrom('sparplacering')
        .selectAll()
        .where('beslutad', '>=', sql<Date>`${från}::timestamptz`)
        .where('beslutad', '<', sql<Date>`${till}::timestamptz`)
        .orderBy('beslutad', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(läsSpårplacering);
    },
    save: async (p) => {
      const result = await trx
        .updateTable('sparplacering')
        .set(spårkolumner(p))
        .where('id', '=', p.id)
        .where('version', '=', p.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Spåret', p.id);
    },
    addInställning: (s) =>
      insert('Spåren', () =>
        trx
          .insertInto('sparinstallning')
          .values({
            version: s.version,
            spar: JSON.stringify(
              s.spår.map(({ längd, uppföljningsrytm, baraJobbsökande, ...rest }) => ({
                ...rest,
                langd: längd ?? null,
                uppfoljningsrytm: uppföljningsrytm,
                baraJobbsokande: baraJobbsökande,
              })),
            ),
            skal: s.skäl,
            av: s.av?.id ?? '',
            av_namn: s.av?.namn ?? '',
            tid: s.tid ?? '',
          })
          .execute(),
      ),
    findInställningar: async () => {
      const rows = await trx.selectFrom('sparinstallning').selectAll().orderBy('version', 'desc').execute();
      return rows.map(
        (row): Spårinställning => ({
          version: row.version,
          spår: (row.spar as LagratSpår[]).map(({ langd, uppfoljningsrytm, baraJobbsokande, ...rest }) => ({
            ...rest,
            längd: langd ?? undefined,
            uppföljningsrytm: uppfoljningsrytm,
            baraJobbsökande: baraJobbsokande,
          })),
          skäl: row.skal,
          av: { id: row.av, namn: row.av_namn },
          tid: instant(row.tid),
        }),
      );
    },
    addUndantag: async (u) => {
      await trx
        .insertInto('inskrivningsundantag')
        .values({ id: u.id, person: u.person, undantag: u.undantag, skal: u.skäl, av: writeJson(u.av), tid: u.tid })
        .execute();
    },
    findUndantag: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('inskrivningsundantag')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('tid', 'desc')
        .execute();
      return rows.map(
        (row): Inskrivningsundantag => ({
          id: row.id,
          person: row.person,
          undantag: row.undantag,
          skäl: row.skal,
          av: readJson(row.av),
          tid: instant(row.tid),
        }),
      );
    },
    findInskrivningslägen: async ({ från, till }) => {
      const { rows } = await sql<{
        person: string;
        inkommen: string;
        inskriven: string | null;
        undantag: string | null;
      }>`
        with vuxen as (
          select sokande as person, inkommen, slag, manad from ansokan where inkommen is not null
          union all
          select medsokande, inkommen, slag, manad from ansokan where inkommen is not null and medsokande is not null
        ), forsta as (
          select person, min((inkommen at time zone 'Europe/Stockholm')::date) as inkommen
          from vuxen where slag = 'nyansokan' and not exists (
            select 1 from bistandsmanad b where b.person = vuxen.person and b.manad < vuxen.manad
          ) group by person
        )
        select f.person, f.inkommen::text as inkommen,
          (select min(s.fran)::text from sparplacering s where s.person = f.person) as inskriven,
          (select u.undantag from inskrivningsundantag u where u.person = f.person order by u.tid desc limit 1) as undantag
        from forsta f where f.inkommen between ${från}::date and ${till}::date
        order by f.inkommen desc, f.person`.execute(trx);
      return rows.map(
        (row): Inskrivningsläge => ({
          person: row.person,
          inkommen: row.inkommen,
          inskriven: row.inskriven ?? undefined,
          undantag: row.undantag ?? undefined,
        }),
      );
    },
  };
}

export function postgresÖverlämningar(trx: Transaction<Schema>): Överlämningssamling {
  return {
    add: (ö) =>
      insert('Överlämningen', () =>
        trx
          .insertInto('overlamning')
          .values({
            id: ö.id,
            person: ö.person,
            till: ö.till,
            mottagare: ö.mottagare ?? null,
            mottagarslag: ö.mottagarslag,
            arende: ö.ärende,
            grund: ö.grund,
            uppgifter: [...ö.uppgifter],
            text: ö.text,
            samtycke: json(ö.samtycke),
            begaran: json(ö.begäran),
            svar_senast: ö.svarSenast,
            skickad: ö.skickad,
            skickad_av: writeJson(ö.skickadAv),
            ...överlämningskolumner(ö),
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('overlamning').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsÖverlämning(row);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('overlamning')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('skickad', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(läsÖverlämning);
    },
    findForMottagare: async (mottagare) => {
      const rows = await trx
        .selectFrom('overlamning')
        .selectAll()
        .where('mottagare', '=', mottagare)
        .orderBy('skickad', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(läsÖverlämning);
    },
    findÖppna: async () => {
      const rows = await trx
        .selectFrom('overlamning')
        .selectAll()
        .where('status', '=', 'skickad')
        .orderBy('svar_senast')
        .orderBy('id')
        .execute();
      return rows.map(läsÖverlämning);
    },
    save: async (ö) => {
      const result = await trx
        .updateTable('overlamning')
        .set(överlämningskolumner(ö))
        .where('id', '=', ö.id)
        .where('version', '=', ö.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Överlämningen', ö.id);
    },
  };
}

type Spår = Spårinställning['spår'][number];
type LagratSpår = Omit<Spår, 'längd' | 'uppföljningsrytm' | 'baraJobbsökande'> & {
  langd: NonNullable<Spår['längd']> | null;
  uppfoljningsrytm: Spår['uppföljningsrytm'];
  baraJobbsokande: boolean;
};
type Förslag = NonNullable<Spårplacering['förslag']>;

function utan({ behov, namn, regler }: Förslag) {
  return { behov, namn, regler };
}

function bedömningskolumner(b: Bedömning) {
  return {
    status: b.status,
    slutford: b.slutförd ?? null,
    svar: writeJson(b.svar),
    resultat: json(b.resultat),
    nasta_senast: b.nästaSenast ?? null,
    synpunkter: writeJson(b.synpunkter),
    sparning: b.sparning,
  };
}

function läsBedömning(row: Row<BedomningTable>): Bedömning {
  const resultat = maybe<NonNullable<Bedömning['resultat']>>(row.resultat);
  return {
    id: row.id,
    person: row.person,
    instrument: row.instrument,
    version: row.version,
    slag: row.slag as Bedömning['slag'],
    status: row.status as Bedömning['status'],
    påbörjad: instant(row.paborjad),
    påbörjadAv: row.paborjad_av ?? undefined,
    slutförd: row.slutford ? instant(row.slutford) : undefined,
    svar: readJson(row.svar),
    resultat: resultat && { ...resultat, utfall: resultat.utfall },
    nästaSenast: row.nasta_senast ?? undefined,
    synpunkter: readJson<Bedömning['synpunkter']>(row.synpunkter).map((s) => ({ ...s, upptagen: s.upptagen })),
    sparning: row.sparning,
  };
}

function spårkolumner(p: Spårplacering) {
  return { till: p.till ?? null, avslutsskal: p.avslutsskäl ?? null, version: p.version };
}

function läsSpårplacering(row: Row<SparplaceringTable>): Spårplacering {
  const f = row.forslag as (Omit<Förslag, 'förslag' | 'skäl'> & { forslag: string | null; skal: string[] }) | null;
  return {
    id: row.id,
    person: row.person,
    spår: row.spar,
    namn: row.namn,
    organisation: row.organisation,
    uppföljningsrytm: row.uppfoljningsrytm as Spårplacering['uppföljningsrytm'],
    baraJobbsökande: row.bara_jobbsokande,
    från: row.fran,
    till: row.till ?? undefined,
    slutar: row.slutar ?? undefined,
    inställning: row.installning,
    bedömning: row.bedomning ?? undefined,
    förslag: f
      ? { behov: f.behov, förslag: f.forslag ?? undefined, namn: f.namn, skäl: f.skal, regler: f.regler }
      : undefined,
    avsteg: row.avsteg ?? undefined,
    skäl: row.skal,
    beslutad: instant(row.beslutad),
    beslutadAv: readJson(row.beslutad_av),
    avslutsskäl: row.avslutsskal ?? undefined,
    version: row.version,
  };
}

function överlämningskolumner(ö: Överlämning) {
  return { status: ö.status, svar: json(ö.svar), version: ö.version };
}

function läsÖverlämning(row: Row<OverlamningTable>): Överlämning {
  return {
    id: row.id,
    person: row.person,
    till: row.till,
    ...(row.mottagare === null ? {} : { mottagare: row.mottagare }),
    mottagarslag: row.mottagarslag as Överlämning['mottagarslag'],
    ärende: row.arende,
    grund: row.grund as Överlämning['grund'],
    uppgifter: row.uppgifter,
    text: row.text,
    samtycke: maybe(row.samtycke),
    begäran: maybe(row.begaran),
    svarSenast: row.svar_senast,
    status: row.status as Överlämning['status'],
    svar: maybe(row.svar),
    skickad: instant(row.skickad),
    skickadAv: readJson(row.skickad_av),
    version: row.version,
  };
}
