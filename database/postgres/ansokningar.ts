import {
  type Ansökan,
  gällerMånaden,
  type Historik,
  type Jämförelserad,
  tidigareBeslut,
  vuxnaI,
} from '@stegvis/casework';
import DataLoader from 'dataloader';
import { sql, type Transaction } from 'kysely';
import { readJson } from '../json-keys.ts';
import type { Ansökningar } from '../repositories.ts';
import type { Schema } from '../schema.ts';
import { readBeslut } from './beslut.ts';
import { readAnsökningar } from './read-ansokningar.ts';
import { found, insert, savedOne } from './rows.ts';
import { UNTIL_THE_LOOP_TURNS } from './rows-by-key.ts';

export function postgresAnsökningar(trx: Transaction<Schema>): Ansökningar {
  const loader = new DataLoader<string, Ansökan | undefined>(async (ids) => {
    const rows = await trx
      .selectFrom('ansokan')
      .selectAll()
      .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
      .execute();
    const byId = new Map((await readAnsökningar(trx, rows)).map((a) => [a.id, a]));
    return ids.map((id) => byId.get(id));
  }, UNTIL_THE_LOOP_TURNS);
  const find = (id: string) => loader.load(id);
  const historik = historikFör(trx);
  return {
    add: (ansökan) =>
      insert('Ett utkast för månaden', async () => {
        await trx
          .insertInto('ansokan')
          .values({
            id: ansökan.id,
            arende: ansökan.ärende,
            version: ansökan.version,
            skapad: ansökan.skapad,
            ...columns(ansökan),
          })
          .execute();
        await saveUnderskrifter(trx, ansökan);
      }),
    get: async (id) => found(await find(id), 'Ansökan', id),
    find,
    findForPerson: async (person) =>
      readAnsökningar(
        trx,
        await trx
          .selectFrom('ansokan')
          .selectAll()
          .where((or) => or.or([or('sokande', '=', person), or('medsokande', '=', person)]))
          .orderBy('manad', 'desc')
          .orderBy('skapad', 'desc')
          .execute(),
      ),
    findForÄrende: async (ärende) =>
      readAnsökningar(
        trx,
        await trx
          .selectFrom('ansokan')
          .selectAll()
          .where('arende', '=', ärende)
          .orderBy('manad', 'desc')
          .orderBy('skapad', 'desc')
          .execute(),
      ),
    save: async (ansökan) => {
      const result = await trx
        .updateTable('ansokan')
        .set({ ...columns(ansökan), version: ansökan.version })
        .where('id', '=', ansökan.id)
        .where('version', '=', ansökan.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Ansökan', ansökan.id);
      await saveUnderskrifter(trx, ansökan);
    },
    findVäntarPåUnderskrift: async () =>
      readAnsökningar(
        trx,
        await trx
          .selectFrom('ansokan')
          .selectAll()
          .where('status', '=', 'inskickad')
          .orderBy('inskickad')
          .forUpdate()
          .skipLocked()
          .execute(),
      ),
    historik: (ansökan) => historik.load(ansökan),
  };
}

type Fråga = Pick<Ansökan, 'id' | 'sökande' | 'medsökande'>;

/** What is known from before about the adults, for every application that asks before the event loop turns. */
function historikFör(trx: Transaction<Schema>): DataLoader<Fråga, Historik> {
  return new DataLoader<Fråga, Historik>(async (frågor) => {
    const personer = sql<string>`any(${[...new Set(frågor.flatMap(vuxnaI))]}::uuid[])`;
    const rows = await trx
      .selectFrom('ansokan')
      .selectAll()
      .where((or) => or.or([or('sokande', '=', personer), or('medsokande', '=', personer)]))
      .execute();
    const ansökningar = await readAnsökningar(trx, rows);
    const decided = await trx
      .selectFrom('beslut')
      .innerJoin('berakning', 'berakning.id', 'beslut.berakning')
      .selectAll('beslut')
      .select(sql<unknown>`berakning.utredning -> 'jamforelse'`.as('jamforelse'))
      .where('beslut.ansokan', '=', sql<string>`any(${ansökningar.map((a) => a.id)}::uuid[])`)
      .where('beslut.utfall', 'in', ['bifall', 'delavslag', 'avslag'])
      .where(sql<boolean>`beslut.form ->> 'sarskilt' is null`)
      .orderBy('beslut.manad', 'desc')
      .orderBy('beslut.beslutad', 'desc')
      .execute();
    const known = await trx.selectFrom('bistandsmanad').selectAll().where('person', '=', personer).execute();
    return frågor.map((fråga) => historikOm(fråga, ansökningar, decided, known));
  }, UNTIL_THE_LOOP_TURNS);
}

function historikOm(
  fråga: Fråga,
  ansökningar: readonly Ansökan[],
  decided: readonly (Parameters<typeof readBeslut>[0] & { ansokan: string; jamforelse: unknown })[],
  known: readonly { person: string; manad: string }[],
): Historik {
  const vuxna = vuxnaI(fråga);
  const others = ansökningar.filter((a) => a.id !== fråga.id && vuxnaI(a).some((person) => vuxna.includes(person)));
  const beslut = decided.flatMap((row) => {
    const own = others.find((a) => a.id === row.ansokan && gällerMånaden(a));
    return own ? [tidigareBeslut(own, readBeslut(row), readJson<Jämförelserad[]>(row.jamforelse))] : [];
  });
  return {
    beslut,
    ansökningar: others.map((a) => ({ ansökan: a.id, månad: a.månad, status: a.status, slag: a.slag })),
    biståndsmånader: Object.fromEntries(
      vuxna.map((person) => {
        const here = beslut.filter((b) => b.belopp > 0 && b.hushåll.vuxna.includes(person)).map((b) => b.månad);
        const elsewhere = known.filter((row) => row.person === person).map((row) => row.manad);
        return [person, [...new Set([...here, ...elsewhere])].sort()];
      }),
    ),
  };
}

async function saveUnderskrifter(trx: Transaction<Schema>, ansökan: Ansökan): Promise<void> {
  if (ansökan.underskrifter.length === 0) return;
  await trx
    .insertInto('underskrift')
    .values(
      ansökan.underskrifter.map((u) => ({
        ansokan: ansökan.id,
        person: u.person,
        tid: u.tid,
        metod: u.metod,
        avser: u.avser,
        meddelande: u.meddelande ?? null,
        onskar_handlaggare: u.önskarHandläggare,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}

function columns(ansökan: Ansökan) {
  return {
    slag: ansökan.slag,
    manad: ansökan.månad,
    sokande: ansökan.sökande,
    medsokande: ansökan.medsökande ?? null,
    kanal: ansökan.kanal,
    status: ansökan.status,
    uppgifter: JSON.stringify(ansökan.uppgifter),
    andrad: ansökan.ändrad,
    inskickad: ansökan.inskickad ?? null,
    inkommen: ansökan.inkommen ?? null,
  };
}
