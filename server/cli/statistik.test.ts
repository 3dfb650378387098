import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { körStatistik, läsStatistikval } from './statistik.ts';

const { url } = await createTestDatabase({ after });
const database = await openDatabase(url);
after(() => database.close());
const scope = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel, aktör: { slag: 'system', id: 'test' } } as const;

async function kör(...args: string[]) {
  let [ut, fel] = ['', ''];
  const terminal = {
    input: (async function* () {})(),
    out: async (text: string) => {
      ut += text;
    },
    err: async (text: string) => {
      fel += text;
    },
  };
  const kod = await körStatistik(args, terminal, { DATABASE_URL: url, STEGVIS_KLOCKA: '2026-11-24T09:00:00+01:00' });
  return { kod, ut, fel };
}

test('makes the facts, lists the figures, and prints one protected as JSON and CSV', async () => {
  assert.equal((await kör('--gor-om')).kod, 2, 'no board yet');
  await inTenant(database.db, scope, (t) =>
    t.organisation.saveNämnd({ kommunnamn: 'Test', nämndnamn: 'Nämnd', inställningar: {} }),
  );
  const gjort = await kör('--gor-om');
  assert.equal(gjort.kod, 0);
  assert.match(gjort.ut, /hushållsmånader\t0/);
  assert.match((await kör('--lista')).ut, /^utbetalt\tUtbetalt bistånd$/m);
  const möte = (n: number) => ({
    id: `00000000-0000-8000-a000-${String(n).padStart(12, '0')}`,
    dag: '2026-10-05',
    slag: 'mote' as const,
    person: undefined,
    insats: undefined,
    utfall: n <= 3 ? 'uteblivet' : 'hallet',
    värde: undefined,
    värde2: undefined,
    kon: 'kvinna',
    aldersgrupp: '25-34',
    hushallstyp: 'ensam-utan-barn',
    hinder: 'uppgift-saknas',
    distrikt: 'uppgift-saknas',
    spar: 'uppgift-saknas',
  });
  const händelser = Array.from({ length: 33 }, (_, i) => möte(i + 1));
  await inTenant(database.db, scope, (t) => t.statistik.add('arenden', { händelser }));
  const json = await kör('moten', '--fran', '2026-10', '--till', '2026-10', '--tid', 'hela', '--uppdelning', 'utfall');
  assert.equal(json.kod, 0, json.fel);
  const svar = JSON.parse(json.ut);
  assert.equal(svar.matt, 'moten');
  const per = Object.fromEntries(
    svar.celler.map((c: { grupper: string[]; varde: unknown }) => [c.grupper[0], c.varde]),
  );
  assert.equal(per['uteblivet'], 'skyddad', 'three meetings are under the limit');
  assert.equal(json.ut.includes('"varde":3,'), false);
  const csv = await kör('moten', '--fran', '2026-10', '--till', '2026-10', '--tid', 'hela', '--csv');
  assert.equal(csv.kod, 0);
  assert.match(csv.ut, /;/);
});

test('refuses what it cannot read, with a sentence that says what is allowed', async () => {
  for (const [args, text] of [
    [[], /Måttet är inte angivet/],
    [['moten', 'vantetid'], /Ange ett mått, inte 2/],
    [['--finns-inte'], /finns inte här/],
    [['moten', '--fran'], /behöver ett värde/],
    [['moten', '--till', '2026-13'], /ÅÅÅÅ-MM/],
    [['moten', '--tid', 'dag'], /”dag” finns inte/],
    [['moten', '--uppdelning', 'skonummer'], /kan inte delas upp/],
    [['finns-inte'], /finns inte/],
    [['--gor-om', 'moten'], /tar inga andra val/],
  ] as const) {
    const svar = await kör(...args);
    assert.deepEqual([svar.kod, svar.ut], [2, ''], args.join(' '));
    assert.match(svar.fel, text);
  }
});

test('asks for the last twelve whole months when nothing is said', () => {
  assert.deepEqual(läsStatistikval(['hushall'], '2026-11-24'), {
    slag: 'fraga',
    csv: false,
    fråga: { indikator: 'hushall', från: '2025-11', till: '2026-10', tid: 'manad', uppdelning: [], filter: {} },
  });
});
