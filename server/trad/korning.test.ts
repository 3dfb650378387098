import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  createTestDatabase,
  type Database,
  inTenant,
  openDatabase,
  startJobs,
  type TenantTransaction,
} from '@stegvis/database';
import { pågår } from '@stegvis/statistics';
import { TENANT } from '../portar/vag/provkommun.ts';
import { gallraKörningar, Körningshinder, körJobb, registreraKörning, startaKörning } from './korning.ts';
import type { Trådjobb } from './tradjobb.ts';

const NU = '2026-11-24T08:00:00.000Z';

describe('körningar', () => {
  const closing: (() => Promise<unknown>)[] = [];
  const faults: unknown[] = [];
  let database: Database;
  let jobb: Trådjobb;
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const startad = Promise.withResolvers<void>();
  const släppt = Promise.withResolvers<void>();
  const spår = (handling: string) => async (t: TenantTransaction) => {
    await t.granskning.add({
      tid: NU,
      handling,
      person: undefined,
      objekt: undefined,
      ändamål: 'test',
      utfall: 'tillaten',
    });
  };
  const slag = [
    registreraKörning<{ antal: number }>('summa', async ({ antal }, { framsteg, vidSlut, av }) => {
      let summa = 0;
      for (let i = 1; i <= antal; i++) {
        summa += i;
        await framsteg(i, antal, 'Räknar');
      }
      vidSlut(spår('summa'));
      return { summa, av: av.namn };
    }),
    registreraKörning('vantar-pa-avbrott', async (_, { framsteg, vidSlut }) => {
      vidSlut(spår('avbruten'));
      await framsteg(1, 10, 'Börjar');
      startad.resolve();
      await släppt.promise;
      await framsteg(2, 10, 'Går vidare');
      return { halvt: true };
    }),
    registreraKörning('hinder', async () => {
      throw new Körningshinder('Välj en månad som har beslut.');
    }),
    registreraKörning('trasig', async () => {
      throw new TypeError('intern uppgift');
    }),
  ];
  const starta = (slag: string, parametrar: object = {}) =>
    system((t) =>
      startaKörning(t, jobb, {
        slag,
        rubrik: `Prov av ${slag}`,
        parametrar,
        av: { id: 'a', namn: 'Analytiker' },
        nu: NU,
      }),
    );
  const slut = async (id: string) => {
    for (;;) {
      const körning = await system((t) => t.körningar.get(id));
      if (!pågår(körning)) return körning;
      await new Promise((klar) => setTimeout(klar, 30));
    }
  };

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system((t) =>
      t.organisation.saveNämnd({ kommunnamn: 'Testkommunen', nämndnamn: 'Nämnden', inställningar: {} }),
    );
    const jobs = await startJobs(
      database,
      { kor: körJobb({ slag, nu: () => new Date(NU), vidFel: (_, fel) => faults.push(fel) }) },
      { concurrency: 1 },
    );
    closing.push(() => jobs.stop());
    jobb = {
      börja: async () => {},
      efterBeslut: async () => {},
      kör: (t, id) => jobs.enqueue(t, 'kor', { id }),
    };
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('a run is worked through, tells how far it has come, and keeps its result', async () => {
    const körning = await slut(await starta('summa', { antal: 100 }));
    assert.equal(körning.status, 'klar');
    assert.deepEqual(körning.resultat, { summa: 5050, av: 'Analytiker' });
    assert.equal(körning.slutad, NU);
    const logg = await system((t) => t.granskning.find({ högst: 100 }));
    assert.equal(logg.filter(({ handling }) => handling === 'summa').length, 1);
  });

  test('a run that is cancelled on its way stops, and neither its result nor what it would write is kept', async () => {
    const id = await starta('vantar-pa-avbrott');
    await startad.promise;
    const mitt = await system((t) => t.körningar.get(id));
    assert.deepEqual([mitt.status, mitt.klart, mitt.totalt, mitt.moment], ['kor', 1, 10, 'Börjar']);
    assert.equal(await system((t) => t.körningar.avbryt(id, NU)), true);
    släppt.resolve();
    // The next one is worked on first when this one has let go.
    await slut(await starta('summa', { antal: 1 }));
    const körning = await system((t) => t.körningar.get(id));
    assert.deepEqual([körning.status, körning.resultat], ['avbruten', undefined]);
    const logg = await system((t) => t.granskning.find({ högst: 100 }));
    assert.equal(logg.filter(({ handling }) => handling === 'avbruten').length, 0);
    assert.equal(await system((t) => t.körningar.avbryt(id, NU)), false);
  });

  test('what the one who started it can do something about is said as it is; a fault in the system is not', async () => {
    const hinder = await slut(await starta('hinder'));
    assert.deepEqual([hinder.status, hinder.felord], ['fel', 'Välj en månad som har beslut.']);
    const trasig = await slut(await starta('trasig'));
    assert.equal(trasig.status, 'fel');
    assert.doesNotMatch(trasig.felord ?? '', /intern/);
    assert.equal(faults.length, 1);
    const okänd = await slut(await starta('finns-inte'));
    assert.match(okänd.felord ?? '', /finns inte i den här versionen/);
  });

  test('a run of a server that was killed starts over, and is said to have failed when that has been too often', async () => {
    const id = await system(async (t) => {
      const id = crypto.randomUUID();
      await t.körningar.add({
        id,
        slag: 'summa',
        rubrik: 'Avbruten av omstart',
        parametrar: { antal: 3 },
        startadAv: { id: 'a', namn: 'A' },
        startad: NU,
      });
      await t.körningar.börja(id);
      await t.körningar.framsteg(id, { klart: 2, totalt: 3, moment: 'Räknar' });
      return id;
    });
    const { prepare } = körJobb({ slag, nu: () => new Date(NU) });
    const försök = (attempt: number) =>
      prepare({ data: { id }, attempt, signal: new AbortController().signal, inTenant: (work) => system(work) });
    assert.deepEqual((await försök(2))?.resultat, { summa: 6, av: 'A' });
    assert.equal(await försök(4), undefined);
    const körning = await system((t) => t.körningar.get(id));
    assert.match(körning.felord ?? '', /startade om flera gånger/);
  });

  test('what is over is removed when its days are, and what nobody finished within a day has failed', async () => {
    const id = crypto.randomUUID();
    await system((t) =>
      t.körningar.add({
        id,
        slag: 'summa',
        rubrik: 'Väntar',
        parametrar: {},
        startadAv: { id: 'a', namn: 'A' },
        startad: NU,
      }),
    );
    const gallra = (nu: string) => system((t) => gallraKörningar.kör(t, { enqueue: async () => {}, nu }));
    await gallra('2026-11-24T20:00:00.000Z');
    assert.equal((await system((t) => t.körningar.get(id))).status, 'vantar');
    await gallra('2026-11-25T09:00:00.000Z');
    const körning = await system((t) => t.körningar.get(id));
    assert.deepEqual(
      [körning.status, körning.felord],
      ['fel', 'Körningen blev inte klar inom ett dygn. Inget är sparat.'],
    );
    await gallra('2027-02-20T08:00:00.000Z');
    assert.ok((await system((t) => t.körningar.findSenaste(100))).length > 1);
    await gallra('2027-03-01T08:00:00.000Z');
    assert.deepEqual(await system((t) => t.körningar.findSenaste(100)), []);
  });
});
