import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Användare } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { type Faktaparti, type Hushållsmånad, INDIKATORER } from '@stegvis/statistics';
import { workbenchRoutes } from '@stegvis/workbench';
import { unzipSync } from 'fflate';
import { Hono } from 'hono';
import { apiRoutes } from '../../api/api-routes.ts';
import { görUttag } from '../../trad/gor-uttag.ts';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, PROVKOMMUN, TENANT } from '../vag/provkommun.ts';
import { nyckelägare } from './nyckelagare.ts';

const SIDA = '/handlaggning/statistik';

describe('egna uttag, mått och översikt', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  let nu = '2026-11-24T08:00:00.000Z';
  const analytiker = anställd('Analytiker', ['analytiker']);
  const chef = anställd('Chef', ['enhetschef']);
  const handläggare = anställd('Handläggare', ['handlaggare']);
  let som: Användare = analytiker;
  let sidor: Hono;
  let api: ReturnType<typeof apiRoutes>;
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const hämta = async (adress: string) => {
    const svar = await sidor.request(`${SIDA}${adress}`);
    return { svar, text: await svar.clone().text() };
  };
  const posta = (adress: string, fält: Record<string, string>) =>
    sidor.request(`${SIDA}${adress}`, { method: 'POST', body: new URLSearchParams(fält) });

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (x) => {
      await x.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of [analytiker, chef, handläggare]) await x.organisation.saveAnvändare(vem);
      await x.statistik.add('syntet', fakta());
      await x.statistik.setUnderlag('syntet', '2026-11-24T02:00:00.000Z');
    });
    const jobb = { börja: async () => {}, efterBeslut: async () => {} };
    const delar = { db: database.db, tenant: TENANT, kommun: PROVKOMMUN, nu: () => new Date(nu), jobb };
    const port = handläggarPort(delar as Parameters<typeof handläggarPort>[0]);
    sidor = new Hono().route('/handlaggning', workbenchRoutes({ port, vem: () => som }));
    api = apiRoutes({ statistik: { port: port.statistik, ägare: nyckelägare(delar) } });
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  /** 26 months: 43 households a month, 40 men and 3 women, 8 000 kr each. */
  function fakta(): Partial<Faktaparti> {
    const hushåll = Array.from({ length: 43 }, () => randomUUID());
    const hushållsmånader = Array.from({ length: 26 }, (_, m) => {
      const månad = `${2024 + Math.floor((m + 8) / 12)}-${String(((m + 8) % 12) + 1).padStart(2, '0')}`;
      return hushåll.map(
        (id, i): Hushållsmånad => ({
          månad,
          hushåll: id,
          vuxna: 1,
          barn: 0,
          belopp121: 800_000,
          belopp122: 0,
          ny: m === 0,
          avslutad: false,
          kon: i < 3 ? 'kvinna' : 'man',
          aldersgrupp: i % 2 ? '25-34' : '35-44',
          hushallstyp: 'ensam-utan-barn',
          hinder: 'uppgift-saknas',
          distrikt: i < 20 ? '=Norr' : 'Söder',
          spar: 'Spår 1',
        }),
      );
    }).flat();
    return { hushållsmånader };
  }

  test('every declared measure has a page that answers, also split each way it allows', async () => {
    som = analytiker;
    assert.equal((await hämta('/indikator')).svar.status, 200);
    for (const { id, uppdelningar } of INDIKATORER) {
      const { svar, text } = await hämta(`/indikator/${id}?uppdelning=${uppdelningar[0] ?? ''}`);
      assert.equal(svar.status, 200, `${id}: ${/<h1[\s\S]{0,400}/.exec(text)?.[0]}`);
    }
    assert.equal((await hämta('/indikator/finns-inte')).svar.status, 404);
  });

  test('the overview says what it is, what it was and when it was made', async () => {
    const { svar, text } = await hämta('');
    assert.equal(svar.status, 200);
    assert.match(text, /40\u00a0hushåll i oktober 2026, lika mycket som året före/);
    assert.match(text, /Underlaget gjordes/);
  });

  test('page, CSV, Excel and API give the same protected figures; the three women are in none of them', async () => {
    const fråga = 'indikator=hushall&tid=manad&fran=2026-10&till=2026-10&uppdelning=kon';
    const { text } = await hämta(`/uttag?${fråga}`);
    assert.match(text, /För få för att visas i någon period: Kvinnor, Män, Uppgift saknas/);
    const csv = await (await sidor.request(`${SIDA}/uttag/fil.csv?${fråga}`)).text();
    assert.match(csv, /2026-10;Kvinnor;skyddas;skyddas\r\n2026-10;Män;skyddas;skyddas/);
    assert.match(csv, /2026-10;Alla;40;40/);
    const xlsx = await sidor.request(`${SIDA}/uttag/fil.xlsx?${fråga}`);
    const blad = Object.entries(unzipSync(new Uint8Array(await xlsx.arrayBuffer())))
      .filter(([namn]) => /sheet1|sharedStrings/.test(namn))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join();
    assert.match(blad, /skyddas/);
    assert.doesNotMatch(blad, /<c r="\w+"><v>(43|3)<\/v>/);
    const nyckel = await skapaNyckel();
    const huvud = { headers: { authorization: `Bearer ${nyckel}` } };
    const svar = await (await api.request(`/api/v1/statistik/svar?${fråga}`, huvud)).json();
    assert.deepEqual(
      svar.celler.map((c: { grupper: { kon: string }; varde: unknown }) => [c.grupper.kon, c.varde]),
      [
        ['kvinna', 'skyddad'],
        ['man', 'skyddad'],
        ['uppgift-saknas', 'skyddad'],
        ['alla', 40],
      ],
    );
    assert.equal(
      await (await api.request(`/api/v1/statistik/svar?${fråga}&format=csv`, huvud)).text(),
      csv.replace('\uFEFF', ''),
    );
  });

  test('the call in the handbook is answered in the form that the handbook shows', async () => {
    const handbok = readFileSync(join(import.meta.dirname, '../../../docs/handbok/statistik.md'), 'utf8');
    const [, adress = ''] = /```sh api-anrop[\s\S]*?"https:\/\/[^/]+(\/[^"]+)"/.exec(handbok) ?? [];
    const [, visat = ''] = /```json api-svar\n([\s\S]*?)\n```/.exec(handbok) ?? [];
    const svar = await api.request(adress, { headers: { authorization: `Bearer ${await skapaNyckel()}` } });
    assert.equal(svar.status, 200);
    const form = ({ celler, underlagFran, ...rest }: Record<string, unknown>) => ({
      ...rest,
      underlag: typeof underlagFran,
      celler: (celler as { period: string; grupper: object }[]).map((cell) => [
        cell.period,
        cell.grupper,
        Object.keys(cell),
      ]),
    });
    assert.deepEqual(form(JSON.parse(visat)), form(await svar.json()));
  });

  async function skapaNyckel(): Promise<string> {
    const text = await (await posta('/uttag/nyckel', { nyckelnamn: `Prov ${randomUUID()}` })).text();
    return /stegvis-[\w-]{32}/.exec(text)![0];
  }

  test('a text that looks like a formula stays text in both files', async () => {
    const fråga = 'indikator=hushall&tid=hela&fran=2026-10&till=2026-10&uppdelning=distrikt';
    assert.match(await (await sidor.request(`${SIDA}/uttag/fil.csv?${fråga}`)).text(), /;'=Norr;20;/);
    const xlsx = await sidor.request(`${SIDA}/uttag/fil.xlsx?${fråga}`);
    const filer = unzipSync(new Uint8Array(await xlsx.arrayBuffer()));
    const text = Object.values(filer)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join();
    assert.match(text, /=Norr/);
    assert.doesNotMatch(text, /<f>/);
  });

  test('the API refuses without a key, with one that has ended, for a role that may not, and a bad question', async () => {
    assert.equal((await api.request('/api/v1/statistik/indikatorer')).status, 401);
    const nyckel = await skapaNyckel();
    const med = (adress: string) =>
      api.request(`/api/v1/statistik/${adress}`, { headers: { authorization: `Bearer ${nyckel}` } });
    assert.equal((await (await med('indikatorer')).json()).indikatorer.length, INDIKATORER.length);
    const fel = await med('svar?indikator=hushall&uppdelning=a&uppdelning=b&uppdelning=c&format=pdf');
    assert.equal(fel.status, 422);
    const tre = await (await med('svar?indikator=hushall&uppdelning=kon&uppdelning=spar&uppdelning=hinder')).json();
    assert.deepEqual(
      tre.fel.map(({ plats }: { plats: string }) => plats),
      ['uppdelning'],
    );
    assert.equal((await med('uttag/finns-inte')).status, 404);
    assert.equal((await api.request('/api/v1/statistik/svar', { method: 'POST' })).status, 405);
    await system((x) => x.organisation.saveAnvändare({ ...analytiker, roller: ['handlaggare'] }));
    assert.equal((await med('indikatorer')).status, 403);
    await system((x) => x.organisation.saveAnvändare({ ...analytiker, aktiv: false }));
    assert.equal((await med('indikatorer')).status, 401);
    await system((x) => x.organisation.saveAnvändare(analytiker));
  });

  test('a question that cannot be answered names its field and what is allowed, and the form is kept', async () => {
    for (const [fråga, sägs] of [
      ['indikator=finns-inte', /Måttet ”finns-inte” finns inte/],
      ['indikator=hushall&uppdelning=insats', /kan inte delas upp på ”insats”/],
      [
        'indikator=hushall&uppdelning=kon&uppdelning=spar&uppdelning=hinder',
        /Du har valt 3 uppdelningar. Välj högst två/,
      ],
      ['indikator=hushall&fran=2026-10&till=2026-01', /innan den börjar/],
      ['indikator=hushall&fran=2026-13&till=2027-01', /går inte att läsa: ”2026-13”/],
      ['indikator=hushall&f-kon=annat', /”annat” finns inte bland värdena för kön/],
      ['indikator=hushall&senaste=99999', /1 till 600/],
      ['indikator=hushall&tid=dag', /Indelningen ”dag” finns inte/],
    ] as const) {
      const { svar, text } = await hämta(`/uttag?${fråga}`);
      assert.equal(svar.status, 422, fråga);
      assert.match(text, sägs, fråga);
      assert.match(text, /class="[^"]*error/);
    }
    const { text } = await hämta('/uttag?indikator=hushall&fran=2026-10&till=2026-01');
    assert.match(text, /value="2026-10"/);
    assert.match(text, /<option value="hushall" selected/);
  });

  test('an extract is saved, shared, changed by its owner alone, scheduled, delivered, kept and taken away', async () => {
    som = analytiker;
    const fråga = { indikator: 'hushall', tid: 'manad', senaste: '6' };
    const utan = await posta('/uttag', { ...fråga, namn: '', schema: 'manad' });
    assert.equal(utan.status, 422);
    assert.match(await utan.text(), /Ge uttaget ett namn/);
    const fast = await posta('/uttag', {
      indikator: 'hushall',
      fran: '2026-01',
      till: '2026-10',
      namn: 'A',
      schema: 'vecka',
    });
    assert.match(await fast.text(), /måste gälla de senaste månaderna/);
    assert.equal((await system((x) => x.uttag.findFör(analytiker.id))).length, 0, 'nothing is half saved');

    const sparat = await posta('/uttag', { ...fråga, namn: 'Hushåll', delat: 'ja', schema: 'manad' });
    assert.equal(sparat.status, 303);
    const adress = sparat.headers.get('location')!.slice(SIDA.length);
    const [uttag] = await system((x) => x.uttag.findFör(analytiker.id));
    assert.equal(uttag?.nästa, '2026-12-02');

    som = chef;
    assert.match((await hämta(adress)).text, /Delat av Analytiker/);
    assert.match(
      await (await posta(adress, { version: '1', namn: 'Mitt', schema: 'inget', gor: 'spara' })).text(),
      /någon annans/,
    );
    assert.equal((await posta(adress, { version: '1', gor: 'ta-bort' })).status, 422);

    som = analytiker;
    const samtidigt = await Promise.all(
      [1, 2].map(() => posta(adress, { version: '1', namn: 'Nytt', schema: 'manad', gor: 'spara' })),
    );
    assert.deepEqual(samtidigt.map(({ status }) => status).sort(), [303, 422]);

    nu = '2026-12-02T03:00:00.000Z';
    for (let n = 0; n < 2; n += 1) await system((t) => görUttag.kör(t, { nu, enqueue: (async () => {}) as never }));
    const leveranser = await system((x) => x.uttag.findLeveranser(uttag!.id));
    assert.deepEqual(
      leveranser.map(({ dag }) => dag),
      ['2026-12-02'],
    );
    assert.equal((await system((x) => x.uttag.find(uttag!.id)))?.nästa, '2027-01-02');
    const sida = await hämta(`/uttag/leverans/${leveranser[0]!.id}`);
    assert.match(sida.text, /Så här såg svaret ut/);
    assert.match((await hämta(`/uttag/leverans/${leveranser[0]!.id}.csv`)).text, /2026-10;40/);
    som = handläggare;
    assert.equal((await hämta(`/uttag/leverans/${leveranser[0]!.id}`)).svar.status, 403);
    som = analytiker;
    nu = '2028-01-10T03:00:00.000Z';
    await system(async (t) => {
      await görUttag.kör(t, { nu, enqueue: (async () => {}) as never });
      assert.ok((await t.uttag.findLeveranser(uttag!.id)).every(({ dag }) => dag > '2026-12-02'));
    });
    nu = '2026-12-02T03:00:00.000Z';
    const { version } = (await system((x) => x.uttag.find(uttag!.id)))!;
    assert.equal((await posta(adress, { version: String(version), gor: 'ta-bort' })).status, 303);
    assert.equal((await hämta(adress)).svar.status, 404);
    assert.equal((await system((x) => x.uttag.findLeveranser(uttag!.id))).length, 0);
  });

  test('somebody without the role gets no figure, and it is logged', async () => {
    som = handläggare;
    for (const adress of ['', '/indikator', '/indikator/hushall', '/uttag', '/uttag/fil.csv?indikator=hushall']) {
      const { svar, text } = await hämta(adress);
      assert.equal(svar.status, 403, adress);
      assert.doesNotMatch(text, /40\u00a0hushåll/);
    }
    const logg = await system((x) => x.granskning.find({ högst: 500 }));
    assert.ok(logg.some(({ handling, utfall }) => handling === 'statistik.last' && utfall === 'nekad'));
    assert.ok(logg.some(({ handling }) => handling === 'statistik.hamtad'));
    som = analytiker;
  });

  test('a form that is no form is met with a sentence', async () => {
    for (const body of ['', '{"namn":1}', 'namn=%00&version=1e99&schema=__proto__&indikator=hushall']) {
      for (const adress of [
        '/uttag',
        '/uttag/nyckel',
        '/uttag/nyckel/avsluta',
        `/uttag/${randomUUID()}`,
        '/uttag/inget',
      ]) {
        const headers = {
          'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
        };
        const { status } = await sidor.request(`${SIDA}${adress}`, { method: 'POST', body, headers });
        assert.ok([404, 422].includes(status), `${adress} ${body}: ${status}`);
      }
    }
    assert.equal((await hämta('/uttag/leverans/%00')).svar.status, 404);
  });
});
