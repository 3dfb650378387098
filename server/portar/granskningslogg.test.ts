import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Användare } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { handläggarPort } from './handlaggare.ts';
import { anställd, enPerson, PROVKOMMUN, TENANT } from './vag/provkommun.ts';

const LOGG = '/handlaggning/granskning';

describe('granskningsloggen', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const granskare = anställd('Granskare', ['granskare']);
  const läsare = anställd('Läsare', ['handlaggare']);
  const annan = anställd('Annan', ['handlaggare']);
  let som: Användare = granskare;
  let personal: Hono;
  const [sökande, medsökande, utomstående] = [enPerson(), enPerson(), enPerson()];
  let nummer = '';
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const hämta = async (fråga = '') => {
    const svar = await personal.request(`${LOGG}${fråga}`);
    return { status: svar.status, text: (await svar.text()).replaceAll('\u00a0', ' '), svar };
  };
  const rader = (text: string) => [...text.matchAll(/<td[^>]*>Tilläts/g)].length;

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of [granskare, läsare, annan]) await t.organisation.saveAnvändare(vem);
      for (const person of [sökande, medsökande, utomstående]) await t.personer.add(person);
      const ärende = await t.ärenden.add({
        id: randomUUID(),
        sökande: sökande.id,
        medsökande: medsökande.id,
        öppnat: '2026-10-01T08:00:00.000Z',
      } as Parameters<typeof t.ärenden.add>[0]);
      nummer = ärende.nummer;
      const rad = (minut: number, vem: Användare, person: string | undefined, handling: string, nekad = false) =>
        t.granskning.add({
          tid: new Date(Date.parse('2026-11-02T08:00:00.000Z') + minut * 60_000).toISOString(),
          aktör: { slag: 'anvandare', id: vem.id },
          handling,
          person,
          objekt: undefined,
          ändamål: 'handläggning',
          utfall: nekad ? 'nekad' : 'tillaten',
        });
      await rad(0, läsare, sökande.id, 'ansokan.last');
      await rad(1, annan, medsökande.id, 'beslut.last');
      await rad(2, annan, utomstående.id, 'plan.last', true);
      for (let i = 0; i < 250; i++) await rad(60 * 24 * 3 + i, läsare, undefined, 'ko.last');
    });
    const jobb = { börja: async () => {}, efterBeslut: async () => {} };
    const delar = {
      db: database.db,
      tenant: TENANT,
      kommun: PROVKOMMUN,
      nu: () => new Date('2026-11-24T08:00:00.000Z'),
      jobb,
    };
    const port = handläggarPort(delar as unknown as Parameters<typeof handläggarPort>[0]);
    personal = new Hono().route('/handlaggning', workbenchRoutes({ port, vem: () => som }));
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('säger med ord vad som gjordes, om båda vuxna i ärendet', async () => {
    const { status, text } = await hämta(`?arende=${nummer}`);
    assert.equal(status, 200);
    assert.match(text, /Ansökan: läst/);
    assert.match(text, /Beslut: läst/);
    assert.doesNotMatch(text, /Plan: läst/);
    assert.match((await hämta('?arende=2020-999')).text, /Inget att visa/);
  });

  test('begränsas till en medarbetare, till dagar och till det som nekades', async () => {
    const annans = await hämta(`?medarbetare=${annan.id}&till=2026-11-02`);
    assert.match(annans.text, /Beslut: läst/);
    assert.match(annans.text, /Plan: läst/);
    assert.doesNotMatch(annans.text, /Ansökan: läst/);
    assert.match(annans.text, new RegExp(`<option value="${annan.id}" selected`));
    const nekade = await hämta('?nekade=ja&fran=2026-11-02&till=2026-11-02');
    assert.match(nekade.text, /Plan: läst/);
    assert.doesNotMatch(nekade.text, /Beslut: läst/);
    assert.match((await hämta('?fran=2026-11-03&till=2026-11-04')).text, /Inget att visa/);
  });

  test('visas hundra rader i taget, med samma urval på nästa sida', async () => {
    let fråga = `?medarbetare=${läsare.id}`;
    const antal: number[] = [];
    for (;;) {
      const { text } = await hämta(fråga);
      antal.push(rader(text));
      const nästa = /href="[^"?]*(\?[^"]*fore=\d+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      if (!nästa) break;
      assert.match(nästa, new RegExp(läsare.id));
      fråga = nästa;
    }
    assert.deepEqual(antal, [100, 100, 51]);
  });

  test('hämtas som fil med hela urvalet, och det loggas', async () => {
    const { status, text, svar } = await hämta(`/logg.csv?medarbetare=${läsare.id}`);
    assert.equal(status, 200);
    assert.match(svar.headers.get('content-type') ?? '', /text\/csv/);
    const lästa = text.trim().split('\r\n');
    assert.equal(lästa.length, 1 + 251);
    assert.match(
      lästa.at(-1)!,
      new RegExp(`;Läsare;Medarbetare;Ansökan: läst;ansokan.last;${nummer};handläggning;Tilläts$`),
    );
    const [senast] = await system((t) => t.granskning.find({ aktör: granskare.id, högst: 1 }));
    assert.equal(senast?.handling, 'granskningslogg.hamtad');
  });

  test('fel i urvalet sägs i ord och det skrivna står kvar', async () => {
    for (const [fråga, sats] of [
      ['?fran=2026-02-30', /Skriv en dag som finns/],
      ['?fran=2026-11-05&till=2026-11-01', /Välj en sista dag som är 2026-11-05 eller senare/],
      ['?medarbetare=nej', /Välj en medarbetare i listan/],
      ['/logg.csv?till=igår', /Skriv en dag som finns/],
    ] as const) {
      const { status, text } = await hämta(fråga);
      assert.equal(status, 422, fråga);
      assert.match(text, sats);
      assert.doesNotMatch(text, /<table/);
    }
    assert.match((await hämta('?fran=2026-02-30')).text, /value="2026-02-30"/);
    assert.equal((await hämta('?fore=x%00')).status, 200);
  });

  test('är bara för granskaren; försöket står i loggen', async () => {
    som = läsare;
    for (const del of ['', '/logg.csv']) assert.equal((await hämta(del)).status, 403);
    som = granskare;
    const [senast] = await system((t) => t.granskning.find({ aktör: läsare.id, högst: 1 }));
    assert.deepEqual([senast?.handling, senast?.utfall], ['granskningslogg.hamtad', 'nekad']);
  });
});
