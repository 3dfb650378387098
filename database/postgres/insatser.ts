import type { Anordnare, Anvisning, Insats, Pass, Överenskommelse } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Anordnarsamling, Anvisningssamling, Insatssamling } from '../repositories.ts';
import type { AnordnareTable, AnvisningTable, InsatsTable, OverenskommelseTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

const json = (value: unknown) => (value === undefined ? sql<string>`null` : writeJson(value));
const maybe = <T>(value: unknown): T | undefined => readJson<T | null>(value) ?? undefined;

/** Hours are stored as quarters of an hour. */
const KVARTAR = 4;

export function postgresAnordnare(trx: Transaction<Schema>): Anordnarsamling {
  const läs = async (rows: Row<AnordnareTable>[]): Promise<Anordnare[]> => {
    if (rows.length === 0) return [];
    const användare = await trx
      .selectFrom('anordnaranvandare')
      .select(['anordnare', 'anvandare'])
      .where(
        'anordnare',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('anvandare')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      namn: row.namn,
      slag: row.slag as Anordnare['slag'],
      kontakt: readJson(row.kontakt),
      användare: användare.filter(({ anordnare }) => anordnare === row.id).map(({ anvandare }) => anvandare),
      aktiv: row.aktiv,
      version: row.version,
    }));
  };
  const skrivAnvändare = async (a: Anordnare) => {
    await trx.deleteFrom('anordnaranvandare').where('anordnare', '=', a.id).execute();
    if (a.användare.length > 0)
      await insert('Anordnarens användare', () =>
        trx
          .insertInto('anordnaranvandare')
          .values(a.användare.map((anvandare) => ({ anvandare, anordnare: a.id })))
          .execute(),
      );
  };
  const kolumner = (a: Anordnare) => ({
    namn: a.namn,
    slag: a.slag,
    kontakt: writeJson(a.kontakt),
    aktiv: a.aktiv,
    version: a.version,
  });
  return {
    add: async (a) => {
      await insert('Anordnaren', () =>
        trx
          .insertInto('anordnare')
          .values({ id: a.id, ...kolumner(a) })
          .execute(),
      );
      await skrivAnvändare(a);
    },
    save: async (a) => {
      let result = { numUpdatedRows: 0n };
      await insert('Anordnaren', async () => {
        result = await trx
          .updateTable('anordnare')
          .set(kolumner(a))
          .where('id', '=', a.id)
          .where('version', '=', a.version - 1)
          .executeTakeFirst();
      });
      savedOne(result, 'Anordnaren', a.id);
      await skrivAnvändare(a);
    },
    find: async (id) => (await läs(await trx.selectFrom('anordnare').selectAll().where('id', '=', id).execute()))[0],
    findAlla: async () => läs(await trx.selectFrom('anordnare').selectAll().orderBy('namn').orderBy('id').execute()),
    findForAnvändare: async (användare) =>
      (
        await läs(
          await trx
            .selectFrom('anordnare')
            .innerJoin('anordnaranvandare', 'anordnaranvandare.anordnare', 'anordnare.id')
            .selectAll('anordnare')
            .where('anordnaranvandare.anvandare', '=', användare)
            .execute(),
        )
      )[0],
    addÖverenskommelse: async (ö) => {
      await trx
        .insertInto('overenskommelse')
        .values({
          id: ö.id,
          anordnare: ö.anordnare,
          parter: writeJson(ö.parter),
          resultat: ö.resultat,
          fran: ö.från,
          till: ö.till,
          kostnad: ö.kostnad ?? null,
          tecknad: ö.tecknad,
          tecknad_av: writeJson(ö.tecknadAv),
          uppsagd: json(ö.uppsagd),
        })
        .execute();
    },
    sägUpp: async (ö) => {
      const result = await trx
        .updateTable('overenskommelse')
        .set({ uppsagd: json(ö.uppsagd) })
        .where('id', '=', ö.id)
        .where('uppsagd', 'is', null)
        .executeTakeFirst();
      savedOne(result, 'Överenskommelsen', ö.id);
    },
    findÖverenskommelser: async (anordnare) => {
      const rows = await trx
        .selectFrom('overenskommelse')
        .selectAll()
        .$if(anordnare !== undefined, (q) => q.where('anordnare', '=', anordnare!))
        .orderBy('fran', 'desc')
        .orderBy('tecknad', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(läsÖverenskommelse);
    },
  };
}

export function postgresInsatser(trx: Transaction<Schema>): Insatssamling {
  return {
    add: async (i) => {
      await trx
        .insertInto('insats')
        .values({ id: i.id, ...insatskolumner(i) })
        .execute();
    },
    save: async (i) => {
      const result = await trx
        .updateTable('insats')
        .set(insatskolumner(i))
        .where('id', '=', i.id)
        .where('version', '=', i.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Aktiviteten', i.id);
    },
    find: async (id) => {
      const row = await trx.selectFrom('insats').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsInsats(row);
    },
    lås: async (id) => {
      const row = await trx.selectFrom('insats').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      return row && läsInsats(row);
    },
    findAlla: async () =>
      (await trx.selectFrom('insats').selectAll().orderBy('namn').orderBy('id').execute()).map(läsInsats),
  };
}

export function postgresAnvisningar(trx: Transaction<Schema>): Anvisningssamling {
  const nyast = () => trx.selectFrom('anvisning').selectAll().orderBy('foreslagen', 'desc').orderBy('id');
  const byPerson = rowsByKey(trx, 'anvisning', 'person');
  const save = async (a: Anvisning) => {
    const result = await trx
      .updateTable('anvisning')
      .set(anvisningskolumner(a))
      .where('id', '=', a.id)
      .where('version', '=', a.version - 1)
      .executeTakeFirst();
    savedOne(result, 'Anvisningen', a.id);
  };
  return {
    add: (a) =>
      insert('Anvisningen', () =>
        trx
          .insertInto('anvisning')
          .values({
            id: a.id,
            person: a.person,
            insats: a.insats,
            anordnare: a.anordnare,
            grund: a.grund,
            krav: a.krav ?? null,
            samrad: json(a.samråd),
            skal: a.skäl,
            avsteg: a.avsteg ?? null,
            till_anordnaren: a.tillAnordnaren,
            foreslagen: a.föreslagen,
            foreslagen_av: writeJson(a.föreslagenAv),
            ...anvisningskolumner(a),
          })
          .execute(),
      ),
    save,
    sparaKö: async (anvisningar) => {
      await sql`set constraints anvisning_konummer_key deferred`.execute(trx);
      for (const a of anvisningar) await save(a);
      await sql`set constraints anvisning_konummer_key immediate`.execute(trx);
    },
    find: async (id) => {
      const row = await trx.selectFrom('anvisning').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsAnvisning(row);
    },
    findForPersoner: async (personer) =>
      (await Promise.all(personer.map(byPerson)))
        .flat()
        .map(läsAnvisning)
        .sort((a, b) => (a.föreslagen < b.föreslagen ? 1 : a.föreslagen > b.föreslagen ? -1 : a.id < b.id ? -1 : 1)),
    findForInsats: async (insats) => (await nyast().where('insats', '=', insats).execute()).map(läsAnvisning),
    findForAnordnare: async (anordnare) =>
      (await nyast().where('anordnare', '=', anordnare).execute()).map(läsAnvisning),
    findÖppna: async () =>
      (await nyast().where('status', 'in', ['foreslagen', 'i-ko', 'plats', 'pagar']).execute()).map(läsAnvisning),
  };
}

/** A time in the week as it is stored, with ASCII keys. */
interface LagratPass {
  veckodag: number;
  fran: string;
  till: string;
  plats?: string;
}

function skrivPass(pass: readonly Pass[]): string {
  return JSON.stringify(pass.map(({ från, ...rest }) => ({ ...rest, fran: från })));
}

function läsPass(lagrat: unknown): Pass[] {
  return (lagrat as LagratPass[]).map(({ fran, ...rest }) => ({ ...rest, från: fran }));
}

function insatskolumner(i: Insats) {
  return {
    anordnare: i.anordnare,
    namn: i.namn,
    beskrivning: i.beskrivning,
    syften: [...i.syften],
    omrade: i.område,
    form: i.form,
    malgrupp: i.målgrupp,
    kriterier: i.kriterier,
    villkor: writeJson(i.villkor),
    sprak: [...i.språk],
    tillganglighet: i.tillgänglighet,
    startdagar: [...i.startdagar],
    kvartar: i.timmarPerVecka * KVARTAR,
    pass: skrivPass(i.pass),
    adress: i.adress,
    ort: i.ort,
    platser: i.platser,
    kostnad: i.kostnad ?? null,
    stegtrappa: i.stegtrappa ?? null,
    utvecklingsomrade: i.utvecklingsområde,
    langst_manader: i.längstMånader,
    jobbsokarkvartar: i.jobbsökartimmar * KVARTAR,
    utrymme: i.utrymme,
    skydd_arbetsmiljo: i.skydd?.arbetsmiljö ?? null,
    skydd_forsakring: i.skydd?.försäkring ?? null,
    forsakran: json(i.försäkran),
    status: i.status,
    version: i.version,
  };
}

function läsInsats(row: Row<InsatsTable>): Insats {
  return {
    id: row.id,
    anordnare: row.anordnare,
    namn: row.namn,
    beskrivning: row.beskrivning,
    syften: row.syften as Insats['syften'][number][],
    område: row.omrade as Insats['område'],
    form: row.form as Insats['form'],
    målgrupp: row.malgrupp,
    kriterier: row.kriterier,
    villkor: readJson(row.villkor),
    språk: row.sprak,
    tillgänglighet: row.tillganglighet,
    startdagar: row.startdagar,
    timmarPerVecka: row.kvartar / KVARTAR,
    pass: läsPass(row.pass),
    adress: row.adress,
    ort: row.ort,
    platser: row.platser,
    kostnad: row.kostnad ?? undefined,
    stegtrappa: row.stegtrappa ?? undefined,
    utvecklingsområde: row.utvecklingsomrade as Insats['utvecklingsområde'],
    längstMånader: row.langst_manader,
    jobbsökartimmar: row.jobbsokarkvartar / KVARTAR,
    utrymme: row.utrymme,
    skydd:
      row.skydd_arbetsmiljo === null || row.skydd_forsakring === null
        ? undefined
        : { arbetsmiljö: row.skydd_arbetsmiljo, försäkring: row.skydd_forsakring },
    försäkran: maybe(row.forsakran),
    status: row.status as Insats['status'],
    version: row.version,
  };
}

function läsÖverenskommelse(row: Row<OverenskommelseTable>): Överenskommelse {
  return {
    id: row.id,
    anordnare: row.anordnare,
    parter: readJson(row.parter),
    resultat: row.resultat,
    från: row.fran,
    till: row.till,
    kostnad: row.kostnad ?? undefined,
    tecknad: instant(row.tecknad),
    tecknadAv: readJson(row.tecknad_av),
    uppsagd: maybe(row.uppsagd),
  };
}

function anvisningskolumner(a: Anvisning) {
  return {
    status: a.status,
    fran: a.från,
    till: a.till,
    kvartar: a.timmarPerVecka * KVARTAR,
    pass: skrivPass(a.pass),
    svar: json(a.svar),
    ko: json(a.kö),
    konummer: a.kö?.nummer ?? null,
    startad: a.startad ?? null,
    utfall: json(a.utfall),
    aterkallad: json(a.återkallad),
    avbojd: json(a.avböjd),
    version: a.version,
  };
}

function läsAnvisning(row: Row<AnvisningTable>): Anvisning {
  return {
    id: row.id,
    person: row.person,
    insats: row.insats,
    anordnare: row.anordnare,
    grund: row.grund as Anvisning['grund'],
    krav: row.krav ?? undefined,
    samråd: maybe(row.samrad),
    status: row.status as Anvisning['status'],
    från: row.fran,
    till: row.till,
    timmarPerVecka: row.kvartar / KVARTAR,
    pass: läsPass(row.pass),
    skäl: row.skal,
    avsteg: row.avsteg ?? undefined,
    tillAnordnaren: row.till_anordnaren,
    föreslagen: instant(row.foreslagen),
    föreslagenAv: readJson(row.foreslagen_av),
    svar: maybe(row.svar),
    kö: maybe(row.ko),
    startad: row.startad ?? undefined,
    utfall: maybe(row.utfall),
    återkallad: maybe(row.aterkallad),
    avböjd: maybe(row.avbojd),
    version: row.version,
  };
}
