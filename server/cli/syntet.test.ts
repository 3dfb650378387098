import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { nyttFacit, SANNING, type Statistikfråga, syntetiskaFakta } from '@stegvis/statistics';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { körSyntet, läsSyntetval } from './syntet.ts';
import { exit, type Terminal } from './terminal.ts';

const ORDER = ['--hushall', '120', '--ar', '3', '--fro', '7', '--till', '2026-10'];

describe('stegvis syntet', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  let url: string;
  const sagt: string[] = [];
  const terminal: Terminal = {
    input: (async function* () {})(),
    out: async () => assert.fail('nothing is an answer here'),
    err: async (text) => {
      sagt.push(text);
    },
  };
  const kör = (args: readonly string[], signal = new AbortController().signal, env: Record<string, string> = {}) => {
    sagt.length = 0;
    return körSyntet(args, terminal, { env: { DATABASE_URL: url, ...env }, signal });
  };
  const läs = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(
      database.db,
      { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel, aktör: { slag: 'system', id: 'test' } },
      work,
    );
  const räkna = (fråga: Partial<Statistikfråga>) =>
    läs((t) =>
      t.statistik.räkna({
        indikator: '',
        från: '2023-11',
        till: '2026-10',
        tid: 'manad',
        uppdelning: [],
        filter: {},
        ...fråga,
      }),
    );

  before(async () => {
    ({ url } = await createTestDatabase({ after: (close) => closing.push(close) }));
    database = await openDatabase(url);
    closing.push(() => database.close());
    await läs((t) => t.organisation.saveNämnd({ kommunnamn: 'Kommunen', nämndnamn: 'Nämnden', inställningar: {} }));
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('det som räknas ur databasen är det som generatorn själv har räknat', async () => {
    assert.equal(await kör(ORDER), exit.ok, sagt.join(''));
    assert.match(sagt.at(-1)!, /^Klart\. .* hushållsmånader från 2023-11 till 2026-10/);
    assert.ok(sagt.some((rad) => /^\d0 %: \d+ av 120 hushåll/.test(rad)));
    const facit = nyttFacit();
    for (const _ of syntetiskaFakta({ frö: 7, hushåll: 120, från: '2023-11', till: '2026-10' }, facit));
    const hushåll = await räkna({ indikator: 'hushall' });
    assert.deepEqual(
      Object.fromEntries(hushåll.celler.map(({ period, värde }) => [period, värde])),
      facit.hushållsmånader,
    );
    const utbetalt = await räkna({ indikator: 'utbetalt' });
    for (const { period, värde } of utbetalt.celler) assert.equal(Math.round(100 * värde!), facit.belopp[period]);
    const långvarigt = await räkna({ indikator: 'langvarigt', från: '2025-01', till: '2025-12', tid: 'ar' });
    assert.equal(långvarigt.celler[0]?.täljare, facit.långvarigaUnderÅr['2025']);
    assert.equal(långvarigt.celler[0]?.nämnare, facit.vuxnaUnderÅr['2025']);
  });

  test('återkomsten per spår är generatorns, och den inbyggda ligger i intervallet', async () => {
    const facit = nyttFacit();
    for (const _ of syntetiskaFakta({ frö: 7, hushåll: 120, från: '2023-11', till: '2026-10' }, facit));
    const svar = await räkna({ indikator: 'aterkomst', till: '2025-10', tid: 'hela' });
    const alla = Object.values(facit.återkomst);
    const slutade = alla.reduce((s, r) => s + r.slutade, 0);
    assert.equal(svar.celler[0]?.nämnare, slutade);
    assert.equal(
      svar.celler[0]?.täljare,
      alla.reduce((s, r) => s + r.återkom, 0),
    );
    const väntat = Object.entries(facit.återkomst).reduce(
      (s, [spår, r]) => s + SANNING.återkomst[spår as keyof typeof SANNING.återkomst] * r.slutade,
      0,
    );
    const fel = 3 * Math.sqrt((1.3 * väntat * (1 - väntat / slutade)) / 1);
    assert.ok(Math.abs(svar.celler[0]!.täljare - väntat) < fel);
  });

  test('det som avbryts lämnar det som fanns, och --tom tar bort allt', async () => {
    const före = (await räkna({ indikator: 'hushall', tid: 'hela' })).celler[0]?.täljare;
    assert.ok(före);
    const avbruten = new AbortController();
    avbruten.abort();
    assert.equal(await kör(ORDER.with(1, '10'), avbruten.signal), exit.failed);
    assert.match(sagt.join(''), /Avbrutet\. Inget är ändrat/);
    assert.equal((await räkna({ indikator: 'hushall', tid: 'hela' })).celler[0]?.täljare, före);
    assert.equal(await kör(['--tom']), exit.ok);
    assert.equal(await läs((t) => t.statistik.omfång()), undefined);
  });

  test('i drift läggs inget påhittat in', async () => {
    assert.equal(await kör(['--tom'], undefined, { STEGVIS_LAGE: 'drift' }), exit.badInput);
  });

  test('fel i beställningen nekas med vad som är tillåtet', async () => {
    const fall: [string[], RegExp][] = [
      [[], /--hushall” saknas/],
      [['--hushall', '10', '--ar', '1'], /--fro” saknas/],
      [['--hushall', '0', '--ar', '1', '--fro', '1'], /”--hushall 0” går inte\. .* från 1 till 200000/],
      [['--hushall', '1e3', '--ar', '1', '--fro', '1'], /”--hushall 1e3” går inte/],
      [['--hushall', '10', '--ar', '31', '--fro', '1'], /från 1 till 30/],
      [['--hushall', '10', '--ar', '1.5', '--fro', '1'], /heltal/],
      [['--hushall', '10', '--ar', '1', '--fro', '99999999999'], /”--fro 99999999999” går inte/],
      [['--hushall', '10', '--ar', '1', '--fro', '1', '--till', '2026-13'], /ÅÅÅÅ-MM/],
      [['--hushall'], /behöver ett värde/],
      [['--hushall', '1', '--hushall', '2'], /två gånger/],
      [['--tom', '--fro', '1'], /tar inga andra val/],
      [['--tom=ja', '--fro', '1'], /tar inga andra val/],
      [['--person', 'x'], /finns inte här/],
      [['allt'], /hör inte hit/],
    ];
    for (const [args, text] of fall) {
      const val = läsSyntetval(args);
      assert.ok(val.slag === 'fel' && text.test(val.text), `${args.join(' ')}: ${JSON.stringify(val)}`);
      assert.equal(await kör(args), exit.badInput);
    }
  });
});
