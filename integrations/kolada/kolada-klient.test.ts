import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Koladaområde, Koladavärde } from '@stegvis/statistics';
import { Koladafel } from './kolada-fel.ts';
import { HÄNSYN, KOLADA, koladaklient } from './kolada-klient.ts';
import { type Koladaläge, type KoladaStandIn, type StandInMått, startKoladaStandIn } from './kolada-stand-in.ts';

const CONTRACT = join(import.meta.dirname, '../../../shared/contracts/kolada');

const mått = (...idn: string[]): StandInMått[] =>
  idn.map((id) => ({ id, title: `Mått ${id}`, description: 'Egen text', is_divided_by_gender: 1 }));
const OMRÅDEN: Koladaområde[] = [
  { id: '0000', namn: 'Riket', slag: 'L' },
  { id: '9991', namn: 'Exempelkommun 1', slag: 'K' },
  { id: '9992', namn: 'Exempelkommun 2', slag: 'K' },
];
const VÄRDEN: Koladavärde[] = ['9991', '9992'].flatMap((område) =>
  [2024, 2025].flatMap((år) =>
    (['T', 'K', 'M'] as const).map((kön) => ({ kpi: 'N31807', område, år, kön, värde: kön === 'T' ? 2.5 : null })),
  ),
);
const FRÅGA = { kpi: ['N31807'], områden: ['9991', '9992'], år: [2024, 2025] };

const started: KoladaStandIn[] = [];
after(async () => {
  for (const one of started) await one.stop();
});
async function standIn(own: Partial<Parameters<typeof startKoladaStandIn>[0]> = {}) {
  const one = await startKoladaStandIn({ mått: mått('N31807'), områden: OMRÅDEN, värden: VÄRDEN, ...own });
  started.push(one);
  return one;
}
const väntat: number[] = [];
const vänta = async (ms: number) => void väntat.push(ms);
const klient = (url: string, own: Partial<Parameters<typeof koladaklient>[0]> = {}) =>
  koladaklient({ url, vänta, ...own });

test('definitions, areas and values are read, also over many pages', async () => {
  for (const sidstorlek of [5_000, 1]) {
    const server = await standIn({ sidstorlek });
    const svar = await klient(server.url).hämta(FRÅGA);
    assert.deepEqual(svar.mått, [
      { kpi: 'N31807', titel: 'Mått N31807', beskrivning: 'Egen text', könsuppdelat: true },
    ]);
    assert.deepEqual(
      svar.områden.map(({ namn }) => namn),
      ['Riket', 'Exempelkommun 1', 'Exempelkommun 2'],
    );
    assert.equal(svar.värden.length, 12);
    assert.deepEqual(svar.värden[0], { kpi: 'N31807', område: '9991', år: 2024, kön: 'T', värde: 2.5 });
    assert.equal(svar.värden[1]?.värde, null, 'no value is not zero');
    assert.deepEqual(svar.saknas, []);
  }
});

test('a key figure that Kolada no longer has is told, and the others are read', async () => {
  const svar = await klient((await standIn()).url).hämta({ ...FRÅGA, kpi: ['N31807', 'U31462'] });
  assert.deepEqual(svar.saknas, ['U31462']);
  assert.equal(svar.värden.length, 12);
});

test('a call holds at most 25 ids, and calls wait for each other', async () => {
  const kpi = Array.from({ length: 30 }, (_, i) => `N318${String(i).padStart(2, '0')}`);
  const områden = Array.from({ length: 40 }, (_, i) => `9${String(i).padStart(3, '0')}`);
  const server = await standIn({ mått: mått(...kpi), värden: [] });
  väntat.length = 0;
  const steg: [number, number][] = [];
  await klient(server.url).hämta({ kpi, områden, år: [2025] }, async (klart, av) => void steg.push([klart, av]));
  for (const väg of server.anrop) {
    const idn = (/kpi\/([^/]+)/.exec(väg)?.[1]?.split(',') ?? []).concat(
      /municipality\/([^/]+)/.exec(väg)?.[1]?.split(',') ?? [],
    );
    assert.ok(idn.length <= HÄNSYN.idn, väg);
  }
  assert.equal(server.anrop.length, 2 + 1 + 3 * 4);
  assert.deepEqual([...new Set(väntat)], [200], 'five a second');
  assert.equal(väntat.length, server.anrop.length - 1);
  assert.deepEqual(steg.at(-1), [14, 14]);
});

const LÄGEN: [Koladaläge, RegExp][] = [
  ['html', /webbsida i stället för uppgifter/],
  ['avhugget', /avhuggna eller trasiga/],
  ['fel', /fel 500/],
  ['slinga', /samma sida två gånger/],
  ['bort', /en annan server än sin egen/],
  ['annat', /inte frågade om/],
  ['trasigt', /något annat än vi kan läsa/],
  ['tyst', /svarade inte inom 0.05 sekunder/],
];
for (const [läge, sentence] of LÄGEN)
  test(`an answer that cannot be used is a sentence: ${läge}`, async () => {
    const server = await standIn();
    // The definitions are read; it is the values that go wrong.
    const get: typeof fetch = async (url, init) => {
      server.setMode(läge === 'annat' && !String(url).includes('/data/') ? 'normal' : läge);
      return fetch(url, init);
    };
    await assert.rejects(
      klient(server.url, { fetch: get, svarMs: läge === 'tyst' ? 50 : 5_000 }).hämta(FRÅGA),
      (fault) => {
        assert.ok(fault instanceof Koladafel);
        assert.match(fault.message, sentence);
        assert.match(fault.message, /Inget sparades|Vi följde inte med/);
        return true;
      },
    );
  });

test('values twice, impossible years, text for numbers, no areas and too much are refused', async () => {
  const rad = { kpi: 'N31807', municipality: '9991', period: 2024, values: [{ gender: 'T', value: 1 }] };
  const svarar = (
    data: unknown,
    areas: unknown = OMRÅDEN.map(({ id, namn, slag }) => ({ id, title: namn, type: slag })),
  ) =>
    (async (url: string | URL | Request) => {
      const path = String(url);
      const values = path.includes('/data/') ? data : path.includes('/municipality?') ? areas : mått('N31807');
      return new Response(JSON.stringify({ values }));
    }) as typeof fetch;
  const fel = (get: typeof fetch, own = {}) => klient('https://example.org/v3', { fetch: get, ...own }).hämta(FRÅGA);
  await assert.rejects(fel(svarar([rad, rad])), /två gånger om värdet/);
  await assert.rejects(fel(svarar([{ ...rad, period: 2019 }])), /året 2019, som vi inte frågade om/);
  await assert.rejects(fel(svarar([{ ...rad, period: '20x4' }])), /kan läsa \(fältet values.0.period\)/);
  await assert.rejects(fel(svarar([{ ...rad, values: [{ gender: 'T', value: '2,5' }] }])), /kan läsa/);
  await assert.rejects(fel(svarar([{ ...rad, municipality: '1980' }])), /kommunen 1980/);
  await assert.rejects(fel(svarar([], [])), /utan några kommuner/);
  await assert.rejects(fel(svarar([rad]), { maxBytes: 20 }), /mer uppgifter än vi tar emot/);
  await assert.rejects(
    fel((async () => {
      throw new TypeError('fetch failed');
    }) as typeof fetch),
    /gick inte att nå/,
  );
});

test('an address without https is refused, but for the own machine', () => {
  assert.throws(() => koladaklient({ url: 'http://api.kolada.se/v3', vänta }), RangeError);
  assert.throws(() => koladaklient({ url: 'inte en adress', vänta }), RangeError);
  assert.equal(koladaklient({ url: KOLADA, vänta }).källa, 'Kolada, RKA');
});

test('the whole list of key figures and municipalities of the contract is read', async (t) => {
  if (!existsSync(CONTRACT)) return t.skip('../shared/contracts/kolada is not here');
  const read = <T>(file: string) => JSON.parse(readFileSync(join(CONTRACT, file), 'utf8')) as T;
  const alla = read<StandInMått[]>('kpi_ekonomiskt_bistand.json');
  const kommuner = read<{ id: string; title: string; type: 'K' | 'L' }[]>('municipalities.json');
  const server = await standIn({
    mått: alla,
    områden: kommuner.map(({ id, title, type }) => ({ id, namn: title, slag: type })),
    värden: [],
  });
  const svar = await klient(server.url).hämta({ kpi: alla.map(({ id }) => id), områden: ['1980'], år: [2024] });
  assert.equal(svar.mått.length, alla.length);
  assert.deepEqual(svar.saknas, []);
  assert.equal(svar.områden.length, kommuner.length);
  assert.equal(svar.områden.find(({ id }) => id === '1980')?.namn, 'Västerås');
  assert.equal(svar.mått.find(({ kpi }) => kpi === 'N31814')?.könsuppdelat, true);
});
