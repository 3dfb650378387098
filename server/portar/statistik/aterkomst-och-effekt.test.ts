import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Användare } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { nyttFacit, SANNING, syntetiskaFakta } from '@stegvis/statistics';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, PROVKOMMUN, TENANT } from '../vag/provkommun.ts';

const nu = '2026-11-24T08:00:00.000Z';
const BAS = '/handlaggning/statistik';

describe('återkomst och effekt på sidan', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const analytiker = anställd('Analytiker', ['analytiker']);
  const handläggare = anställd('Handläggare', ['handlaggare']);
  let som: Användare = analytiker;
  let app: Hono;
  const facit = nyttFacit();
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const hämta = async (väg: string) => {
    const svar = await app.request(`${BAS}${väg}`);
    return { status: svar.status, text: (await svar.text()).replaceAll('\u00a0', ' ') };
  };

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of [analytiker, handläggare]) await t.organisation.saveAnvändare(vem);
      const kommun = { frö: 7, hushåll: 300, från: '2022-11', till: '2026-10' };
      for (const { personmånader, perioder, hushållsmånader, händelser } of syntetiskaFakta(kommun, facit))
        await t.statistik.add('syntet', {
          personmånader: personmånader.filter(({ vuxen }) => vuxen),
          perioder,
          hushållsmånader,
          händelser: händelser.filter(({ slag }) => slag === 'stegforflyttning'),
        });
      await sql`analyze stat_personmanad, stat_period, stat_handelse, stat_hushallsmanad`.execute(t.trx);
    });
    const jobb = { börja: async () => {}, efterBeslut: async () => {} };
    const delar = { db: database.db, tenant: TENANT, kommun: PROVKOMMUN, nu: () => new Date(nu), jobb };
    app = new Hono().route(
      '/handlaggning',
      workbenchRoutes({ port: handläggarPort(delar as Parameters<typeof handläggarPort>[0]), vem: () => som }),
    );
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('kurvan säger i ord vad som syns, och ligger vid den inbyggda återkomsten', async () => {
    const { status, text } = await hämta('/aterkomst');
    assert.equal(status, 200);
    const av100 = Number(/hade ungefär (\d+) av 100 ansökt igen inom ett år/.exec(text)?.[1]);
    const rader = Object.entries(facit.återkomst);
    const slutade = rader.reduce((s, [, r]) => s + r.slutade, 0);
    const sann = rader.reduce(
      (s, [spår, r]) => s + (SANNING.återkomst[spår as keyof typeof SANNING.återkomst] * r.slutade) / slutade,
      0,
    );
    assert.ok(Math.abs(av100 / 100 - sann) < 0.06, `${av100} av 100, ska vara ${sann}`);
    assert.match(text, /Inom ett år, räknat som Kolada U31462/);
    assert.match(text, /Varför biståndet avslutades/);
    assert.match(text, /<th scope="row">Arbete<\/th>/);
    assert.match(text, /Visa som tabell/);
  });

  test('högst fyra linjer, små grupper ritas inte', async () => {
    const spår = await hämta('/aterkomst?uppdelning=spar');
    assert.equal(spår.status, 200);
    const bred = /<svg class="chart chart--wide[\s\S]*?<\/svg>/.exec(spår.text)?.[0] ?? '';
    const linjer = new Set([...bred.matchAll(/class="series s(\d)"/g)].map(([, n]) => n));
    assert.ok(linjer.size >= 3 && linjer.size <= 4, `${linjer.size}`);
    const få = await hämta('/aterkomst?fran=2026-09&till=2026-09&kon=kvinna&aldersgrupp=55-64');
    assert.equal(få.status, 200);
    assert.match(få.text, /För få har avslutats/);
  });

  test('fel i valet sägs i ord, det skrivna står kvar', async () => {
    for (const [fråga, text] of [
      ['fran=2025-13', /Skriv månaden som ÅÅÅÅ-MM/],
      ['fran=2026-05&till=2026-01', /Välj en sista månad som är 2026-05 eller senare/],
      ['fran=1950-01&till=2026-01', /Välj högst 20 år/],
      ['uppdelning=personnummer', /finns inte/],
      ['spar=Ett%20annat%00', /Välj ett värde i listan/],
    ] as const) {
      const svar = await hämta(`/aterkomst?${fråga}`);
      assert.equal(svar.status, 422, fråga);
      assert.match(svar.text, text);
    }
    assert.match((await hämta('/aterkomst?fran=2025-13')).text, /value="2025-13"/);
    for (const [fråga, text] of [
      ['insats=', /Välj en av insatserna/],
      ['insats=Nej%00&fran=x', /Välj en av insatserna/],
      ['insats=Jobbs%C3%B6karfika&fran=2019-01', /eller senare/],
      ['insats=Jobbs%C3%B6karfika&till=2026-09', /så att alla kan följas i tolv månader/],
      ['insats=Jobbs%C3%B6karfika&fran=2025-06&till=2025-02', /sista månad/],
    ] as const) {
      const svar = await hämta(`/konsekvens/effekt?${fråga}`);
      assert.equal(svar.status, 422, fråga);
      assert.match(svar.text, text);
    }
  });

  test('jämförelsen visar skillnad och osäkerhet, säger att den är ett samband, och visar inget för få', async () => {
    const tom = await hämta('/konsekvens/effekt');
    assert.equal(tom.status, 200);
    assert.match(tom.text, /Det är ett\s+samband, inte ett bevis/);
    const svar = await hämta(
      `/konsekvens/effekt?insats=${encodeURIComponent('Jobbsökarfika')}&fran=2022-12&till=2025-11`,
    );
    assert.equal(svar.status, 200);
    assert.match(svar.text, /Skillnaden ryms i osäkerheten/);
    assert.match(svar.text, /ungefär \d*[05] personer/);
    const få = await hämta(
      `/konsekvens/effekt?insats=${encodeURIComponent('Biblioteksvärd')}&fran=2025-10&till=2025-11`,
    );
    assert.match(få.text, /För få för att jämföra/);
  });

  test('den som inte får läsa statistik får inget, och det loggas', async () => {
    som = handläggare;
    assert.equal((await hämta('/aterkomst')).status, 403);
    const svar = await hämta(
      `/konsekvens/effekt?insats=${encodeURIComponent('Jobbsökarfika')}&fran=2023-12&till=2025-11`,
    );
    assert.equal(svar.status, 403);
    som = analytiker;
  });
});
