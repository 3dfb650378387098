import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import {
  createTestDatabase,
  type Database,
  inTenant,
  openDatabase,
  startJobs,
  type TenantTransaction,
} from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { apiRoutes } from '../../api/api-routes.ts';
import { körJobb } from '../../trad/korning.ts';
import { KÖRNINGSSLAG } from '../../trad/korningsslag.ts';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, PROVKOMMUN, TENANT } from '../vag/provkommun.ts';

const NU = '2026-11-24T08:00:00.000Z';
const SIDA = '/handlaggning/statistik/indikator/hushall';

describe('en fråga som tar lång tid', () => {
  const closing: (() => Promise<unknown>)[] = [];
  const analytiker = anställd('Analytiker', ['analytiker']);
  const chef = anställd('Chef', ['enhetschef']);
  let som = analytiker;
  let database: Database;
  let sidor: Hono;
  let api: ReturnType<typeof apiRoutes>;
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const läge = async (adress: string) => {
    const id = /korning\/([0-9a-f-]+)/.exec(adress)?.[1];
    return (await system((t) => t.körningar.get(id ?? ''))).status;
  };
  const tills = async (villkor: () => Promise<boolean>) => {
    while (!(await villkor())) await new Promise((klar) => setTimeout(klar, 50));
  };
  /** Nobody can read the facts until the function that is given is called. */
  const spärra = async (tabeller = ['stat_hushallsmanad']) => {
    const spärrad = Promise.withResolvers<void>();
    const släpp = Promise.withResolvers<void>();
    const klar = system(async ({ trx }) => {
      await sql`lock table ${sql.join(tabeller.map((tabell) => sql.table(tabell)))} in access exclusive mode`.execute(
        trx,
      );
      spärrad.resolve();
      await släpp.promise;
    });
    await spärrad.promise;
    return async () => {
      släpp.resolve();
      await klar;
    };
  };
  const väntarILåset = async () => {
    const { rows } = await sql<{ antal: number }>`select count(*)::int as antal from pg_locks
      where relation = 'stat_hushallsmanad'::regclass and not granted`.execute(database.db);
    return rows[0]?.antal ?? 0;
  };

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of [analytiker, chef]) await t.organisation.saveAnvändare(vem);
      await t.statistik.setUnderlag('syntet', '2026-11-24T02:00:00.000Z');
    });
    const jobs = await startJobs(database, { kor: körJobb({ slag: KÖRNINGSSLAG, nu: () => new Date(NU) }) });
    closing.push(() => jobs.stop());
    const jobb = {
      börja: async () => {},
      efterBeslut: async () => {},
      kör: (t: TenantTransaction, id: string) => jobs.enqueue(t, 'kor', { id }),
    };
    const delar = { db: database.db, tenant: TENANT, kommun: PROVKOMMUN, nu: () => new Date(NU), jobb, påSidan: 200 };
    const port = handläggarPort(delar as Parameters<typeof handläggarPort>[0]);
    const statistik = {
      ...port.statistik,
      statistikval: async () => ({ idag: '2026-11-24', omfång: undefined, värden: {} }),
    };
    sidor = new Hono().route('/handlaggning', workbenchRoutes({ port: { ...port, statistik }, vem: () => som }));
    api = apiRoutes({ statistik: { port: statistik, ägare: async () => analytiker } });
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('is counted in a run that two people share, and the page comes back by itself when it is done', async () => {
    const öppna = await spärra();
    let väg = '';
    try {
      const första = await sidor.request(SIDA);
      assert.equal(första.status, 303, await första.clone().text());
      väg = första.headers.get('location') ?? '';
      assert.match(väg, /^\/handlaggning\/statistik\/korning\/[0-9a-f-]{36}\?tillbaka=/);
      som = chef;
      assert.equal((await sidor.request(SIDA)).headers.get('location'), väg, 'the same run');
      som = analytiker;
      const sida = await sidor.request(väg);
      assert.equal(sida.headers.get('refresh'), '3');
      assert.match(await sida.text(), /Siffrorna tar en stund att räkna. Sidan visas när de är klara/);
      const program = await api.request('/api/v1/statistik/svar?indikator=hushall&senaste=24', {
        headers: { authorization: 'Bearer x' },
      });
      assert.equal(program.status, 202);
      assert.equal(program.headers.get('retry-after'), '3');
      assert.deepEqual(await program.json(), {
        status: 'raknas',
        fragaIgen: '/api/v1/statistik/svar?indikator=hushall&senaste=24',
      });
    } finally {
      await öppna();
    }
    await tills(async () => (await läge(väg)) === 'klar');
    const klar = await sidor.request(väg);
    assert.equal(klar.headers.get('location'), SIDA);
    assert.equal((await sidor.request(SIDA)).status, 200);
  });

  test('is stopped in the database when the run is cancelled', async () => {
    await system(({ trx }) => sql`delete from stat_svar`.execute(trx));
    const öppna = await spärra();
    try {
      const väg = (await sidor.request(`${SIDA}?tid=ar`)).headers.get('location') ?? '';
      await tills(async () => (await väntarILåset()) > 0);
      const svar = await sidor.request(`${väg.split('?')[0]}/avbryt`, { method: 'POST' });
      assert.equal(svar.status, 303);
      await tills(async () => (await väntarILåset()) === 0);
      assert.equal(await läge(väg), 'avbruten');
      assert.match(await (await sidor.request(väg)).text(), /Räkna igen/);
    } finally {
      await öppna();
    }
  });

  test('leads back to pages of the statistics only', async () => {
    const öppna = await spärra();
    let väg = '';
    try {
      väg = (await sidor.request(`${SIDA}?tid=kvartal`)).headers.get('location')?.split('?')[0] ?? '';
    } finally {
      await öppna();
    }
    await tills(async () => (await läge(väg)) === 'klar');
    for (const annan of [
      'https://exempel.se/',
      '//exempel.se/handlaggning/statistik/',
      '/handlaggning/ko',
      '%00',
      '/handlaggning/statistik/../ko',
    ])
      assert.equal((await sidor.request(`${väg}?${new URLSearchParams({ tillbaka: annan })}`)).status, 200, annan);
  });

  test('the other pages of figures and the report wait no longer, and come back with all their questions counted', async () => {
    const grund = {
      kon: 'kvinna',
      aldersgrupp: '25-34',
      hushallstyp: 'ensam-utan-barn',
      hinder: 'arbetslos-ingen-ersattning',
      distrikt: 'ej-angivet',
      spar: 'uppgift-saknas',
    };
    await system((t) =>
      t.statistik.add('syntet', {
        hushållsmånader: ['2024-01', '2026-10'].map((månad) => ({
          ...grund,
          hushåll: randomUUID(),
          månad,
          belopp121: 500_000,
          belopp122: 0,
          vuxna: 1,
          barn: 0,
          ny: false,
          avslutad: false,
        })),
        personmånader: [
          { ...grund, månad: '2024-03', person: randomUUID(), hushåll: randomUUID(), vuxen: true, insatser: ['Kurs'] },
        ],
      }),
    );
    const adresser = [
      'jamforelse',
      'jamstalldhet',
      'jamstalldhet/vuxna',
      'likabehandling',
      'konsekvens/kapacitet',
      'konsekvens/ekonomi',
      'konsekvens/effekt?insats=Kurs&fran=2024-02&till=2024-12',
      'rapport',
    ].map((del) => `/handlaggning/statistik/${del}`);
    const öppna = await spärra([
      'stat_personmanad',
      'stat_personar',
      'stat_ansokan',
      'stat_period',
      'stat_insatsmanad',
      'stat_handelse',
    ]);
    const vägar: string[] = [];
    try {
      for (const adress of adresser) {
        const svar = await sidor.request(adress);
        assert.equal(svar.status, 303, adress);
        vägar.push(svar.headers.get('location') ?? '');
      }
    } finally {
      await öppna();
    }
    for (const [i, väg] of vägar.entries()) {
      await tills(async () => (await läge(väg)) !== 'vantar' && (await läge(väg)) !== 'kor');
      assert.equal(await läge(väg), 'klar', väg);
      assert.equal((await sidor.request(väg)).headers.get('location'), adresser[i]);
    }
    const räknade = () => system(({ trx }) => trx.selectFrom('stat_svar').select('nyckel').execute());
    const före = await räknade();
    for (const adress of adresser) assert.equal((await sidor.request(adress)).status, 200, adress);
    assert.equal((await räknade()).length, före.length, 'the pages counted nothing more themselves');
  });
});
