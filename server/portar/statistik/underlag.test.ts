import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Användare } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, PROVKOMMUN, TENANT } from '../vag/provkommun.ts';

const nu = '2026-11-24T08:00:00.000Z';
const SIDA = '/handlaggning/statistik/underlag';

describe('underlaget till statistiken', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const analytiker = anställd('Analytiker', ['analytiker']);
  const chef = anställd('Chef', ['enhetschef']);
  const handläggare = anställd('Handläggare', ['handlaggare']);
  let som: Användare = analytiker;
  let personal: Hono;
  const körningar: string[] = [];
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({
        kommunnamn: PROVKOMMUN.namn,
        nämndnamn: PROVKOMMUN.nämnd,
        inställningar: { steg: null },
      });
      for (const vem of [analytiker, chef, handläggare]) await t.organisation.saveAnvändare(vem);
    });
    const jobb = {
      börja: async () => {},
      efterBeslut: async () => {},
      kör: async (_t: TenantTransaction, id: string) => void körningar.push(id),
    };
    const port = handläggarPort({ db: database.db, tenant: TENANT, kommun: PROVKOMMUN, nu: () => new Date(nu), jobb });
    personal = new Hono().route('/handlaggning', workbenchRoutes({ port, vem: () => som }));
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  const form = (fält: Record<string, string | File>) => {
    const body = new FormData();
    for (const [k, v] of Object.entries(fält)) body.set(k, v);
    return body;
  };
  const post = async (del: string, body: FormData | string | undefined, headers: Record<string, string> = {}) => {
    const svar = await personal.request(`${SIDA}/${del}`, {
      method: 'POST',
      ...(body === undefined ? {} : { body }),
      headers,
    });
    return { status: svar.status, plats: svar.headers.get('location'), text: await svar.text() };
  };
  const fil = (text: string) => new File([text], 'fil.csv', { type: 'text/csv' });

  test('en fil läses in helt, ersätter sina år, och loggas', async () => {
    const läst = await post(
      'befolkning',
      form({ fil: fil('ar;kon;aldersgrupp;antal\n2025;kvinna;18-24;100\n2025;man;18-24;90\n2024;man;18-24;80') }),
    );
    assert.deepEqual([läst.status, läst.plats], [303, `${SIDA}?klart=befolkning`]);
    await post('befolkning', form({ text: 'ar;kon;aldersgrupp;antal\n2025;kvinna;18-24;101' }));
    assert.deepEqual(
      (await system((t) => t.statistik.findBefolkning())).map((r) => [r.år, r.antal]),
      [
        [2024, 80],
        [2025, 101],
      ],
    );
    await post('tjanster', form({ text: 'manad;arsarbetskrafter;anstallda\n2026-10;12,5;14' }));
    const sida = await (await personal.request(`${SIDA}?klart=tjanster`)).text();
    assert.match(sida, /Filen över tjänster är inläst/);
    assert.match(sida, /12,5/);
    const logg = await system((t) => t.granskning.find({ högst: 10 }));
    assert.ok(logg.some(({ handling, objekt }) => handling === 'statistik.inlasning' && objekt?.id === 'tjanster'));
  });

  test('en fil med fel läses inte alls: varje rad har sitt fel, och det som stod i filen står kvar', async () => {
    const före = await system((t) => t.statistik.findBefolkning());
    const svar = await post(
      'befolkning',
      form({ fil: fil('ar;kon;aldersgrupp;antal\n2026;kvinna;18-24;100\n2026;nej;18-24;-4') }),
    );
    assert.equal(svar.status, 422);
    assert.match(svar.text, /Rad 3: kon ska vara kvinna eller man/);
    assert.match(svar.text, /2026;nej;18-24;-4/);
    assert.deepEqual(await system((t) => t.statistik.findBefolkning()), före);
  });

  test('en fil från ett äldre kalkylprogram läses med å, ä och ö', async () => {
    const bytes = Buffer.from('manad;distrikt;arsarbetskrafter;anstallda\n2026-09;Södra Ängen;6;7', 'latin1');
    const svar = await post('tjanster', form({ fil: new File([bytes], 'fil.csv') }));
    assert.equal(svar.status, 303);
    assert.equal((await system((t) => t.statistik.findTjänster()))[0]?.distrikt, 'Södra Ängen');
  });

  test('distrikten sparas bland nämndens inställningar, och fel rad sägs med det skrivna kvar', async () => {
    const fel = await post('distrikt', form({ distrikt: 'Norr: 441\nSyd: abc\nÖst: 441' }));
    assert.equal(fel.status, 422);
    assert.match(fel.text, /Rad 2: Skriv namnet, kolon och början på postnumren/);
    assert.match(fel.text, /Rad 3: 441 hör redan till Norr/);
    assert.match(fel.text, /Syd: abc/);
    assert.equal((await post('distrikt', form({ distrikt: 'Norr: 441, 442 30\nSyd: 45' }))).status, 303);
    const nämnd = await system((t) => t.organisation.findNämnd());
    assert.deepEqual(nämnd?.inställningar, {
      steg: null,
      distrikt: [
        { namn: 'Norr', postnummer: ['441', '44230'] },
        { namn: 'Syd', postnummer: ['45'] },
      ],
    });
    assert.match(await (await personal.request(SIDA)).text(), /Norr: 441, 44230/);
  });

  test('att göra om underlaget är en körning som visar hur långt den har kommit', async () => {
    const svar = await post('gor-om', form({}));
    assert.equal(svar.status, 303);
    assert.equal(svar.plats, `/handlaggning/statistik/korning/${körningar[0]}`);
  });

  test('enhetschefen ser men ändrar inte; den som inte läser statistik ser ingenting', async () => {
    som = chef;
    const sida = await (await personal.request(SIDA)).text();
    assert.match(sida, /Underlag till statistiken/);
    assert.doesNotMatch(sida, /Läs in invånare/);
    const svar = await post('befolkning', form({ text: 'ar;kon;aldersgrupp;antal\n2030;man;18-24;1' }));
    assert.equal(svar.status, 422);
    assert.match(svar.text, /Du får inte ändra det som statistiken räknas på/);
    assert.equal((await post('gor-om', form({}))).status, 422);
    som = handläggare;
    assert.equal((await personal.request(SIDA)).status, 403);
    assert.equal((await post('distrikt', form({ distrikt: '' }))).status, 403);
    som = analytiker;
    assert.equal(
      (await system((t) => t.statistik.findBefolkning())).some((r) => r.år === 2030),
      false,
    );
  });

  test('likabehandling: visas när det finns underlag, för den som läser statistik, och säger vad som saknas', async () => {
    const sida = () => personal.request('/handlaggning/statistik/likabehandling');
    assert.match(await (await sida()).text(), /Underlaget har inte gjorts än/);
    const grund = {
      kon: 'kvinna',
      aldersgrupp: '25-34',
      hushallstyp: 'ensam-utan-barn',
      hinder: 'uppgift-saknas',
      spar: 'uppgift-saknas',
    };
    const ansökan = (n: number) => ({
      ...grund,
      distrikt: n < 40 ? 'Norr' : 'Syd',
      id: `00000000-0000-8000-a000-${String(n).padStart(12, '0')}`,
      hushåll: `00000000-0000-8000-b000-${String(n).padStart(12, '0')}`,
      slag: 'ateransokan' as const,
      inkommen: '2026-10-05T08:00:00.000Z',
      // Norr: 30 av 40 inom ett dygn (75 %). Syd: 10 av 40 (25 %).
      beslutad: n < 30 || n >= 70 ? '2026-10-05T09:00:00.000Z' : '2026-10-08T08:00:00.000Z',
      seddTill: nu,
      utfall: 'bifall' as const,
      avslagsgrund: undefined,
      processuellt: false,
      automatisk: false,
      stopporsaker: [],
      granskad: false,
      granskadFel: false,
      ändrad: false,
      överklagad: undefined,
      överklagandeutfall: undefined,
      handläggningsminuter: 30,
    });
    const månad = { ...grund, distrikt: 'Norr', månad: '2026-10', hushåll: ansökan(0).hushåll, vuxna: 1, barn: 0 };
    await system((t) =>
      t.statistik.add('arenden', {
        ansökningar: Array.from({ length: 80 }, (_, n) => ansökan(n)),
        hushållsmånader: [{ ...månad, belopp121: 100, belopp122: 0, ny: true, avslutad: false }],
      }),
    );
    const text = await (await sida()).text();
    // Skyddat: 30–34 av 40–44 är 32/42 = 76 %, 10–14 av 40–44 är 12/42 = 29 %. Skillnaden är 47.
    assert.match(text, /Mellan Norr och Syd skiljer det 47 procentenheter/);
    assert.match(text, /ungefär 40/);
    assert.match(text, /Antalet tjänster är inte känt i båda åren/);

    // Tid före och efter: sju möten och tio beslutade ansökningar i varje år, på tio tjänster.
    const tjänster = (anställda: number) =>
      system((t) =>
        t.statistik.saveTjänster(
          Array.from({ length: 24 }, (_, i) => ({
            månad: `${2024 + Math.floor((i + 10) / 12)}-${String(((i + 10) % 12) + 1).padStart(2, '0')}`,
            distrikt: 'uppgift-saknas',
            årsarbetskrafter: 4,
            anställda,
          })),
        ),
      );
    const person = (n: number) => `00000000-0000-8000-c000-${String(n).padStart(12, '0')}`;
    const möte = (n: number, dag: string) => ({
      ...grund,
      distrikt: 'Norr',
      id: `00000000-0000-8000-${dag.slice(0, 4)}-${String(n).padStart(12, '0')}`,
      dag,
      slag: 'mote' as const,
      person: person(n),
      insats: undefined,
      utfall: 'hallet',
      värde: undefined,
      värde2: undefined,
    });
    await system((t) =>
      t.statistik.add('arenden', {
        händelser: ['2025-10-06', '2026-10-06'].flatMap((dag) => Array.from({ length: 24 }, (_, n) => möte(n, dag))),
        ansökningar: Array.from({ length: 20 }, (_, n) => ({
          ...ansökan(n),
          id: `00000000-0000-8000-d000-${String(n).padStart(12, '0')}`,
          inkommen: '2025-10-05T08:00:00.000Z',
          beslutad: '2025-10-05T09:00:00.000Z',
          handläggningsminuter: 50,
        })),
      }),
    );
    await tjänster(5);
    const medTid = await (await sida()).text();
    assert.match(medTid, /50 före, 30 efter/);
    // 24 möten på 4 tjänster är 6. Fem anställda bär ett steg på 5: det visas som 5, delat med tolv månader.
    assert.match(medTid, /0,42 före, 0,42 efter/);
    await tjänster(4);
    const fyra = await (await sida()).text();
    assert.match(fyra, /de är färre än fem/);
    assert.doesNotMatch(fyra, /före, .* efter|Frigjord tid i månaden/);
    som = handläggare;
    assert.equal((await sida()).status, 403);
    som = analytiker;
    await system((t) => t.statistik.clear('arenden'));
  });

  test('dåliga svar ger en mening, aldrig ett fel', async () => {
    for (const del of ['befolkning', 'tjanster', 'distrikt', 'gor-om'])
      for (const [body, headers] of [
        [undefined, {}],
        ['{"a":1}', { 'content-type': 'application/json' }],
        ['text=%00&distrikt=%00', { 'content-type': 'application/x-www-form-urlencoded' }],
      ] as const) {
        const { status } = await post(del, body, headers);
        assert.ok(status < 500, `${del}: ${status}`);
      }
    assert.equal((await post('befolkning', form({}))).status, 422);
    const två = await Promise.all(
      [1, 2].map(() => post('befolkning', form({ text: 'ar;kon;aldersgrupp;antal\n2026;man;18-24;1' }))),
    );
    assert.deepEqual(
      två.map(({ status }) => status),
      [303, 303],
    );
  });
});
