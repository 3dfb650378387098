import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indikator } from '../indikatorer/index.ts';
import { SKYDDAD, type SkyddadCell } from '../skydd/skyddat-svar.ts';
import { byggRapport } from './bygg-rapport.ts';
import { jämförelseperioder, RAPPORTPLAN, rapportfrågor, rapportperiod } from './rapportplan.ts';
import { förändring, ytterst } from './regler.ts';

const cell = (värde: number | typeof SKYDDAD, underlag = 100, nämnarunderlag?: number): SkyddadCell => ({
  period: '2026-10',
  grupper: [],
  värde,
  underlag: värde === SKYDDAD ? SKYDDAD : underlag,
  nämnarunderlag,
});
const hushåll = indikator('hushall')!;
const utbetalt = indikator('utbetalt')!;
const dygn = indikator('inom-dygn')!;
const tider = { nu: 'i oktober 2026', då: 'i september 2026' };
const texter = (...args: Parameters<typeof förändring>) => förändring(...args).map(({ text }) => text);

test('a figure is about the month, the last whole quarter or year, or twelve months', () => {
  assert.deepEqual(rapportperiod('kvartal', '2026-10'), { från: '2026-07', till: '2026-09' });
  assert.deepEqual(rapportperiod('kvartal', '2026-12'), { från: '2026-10', till: '2026-12' });
  assert.deepEqual(rapportperiod('ar', '2026-10'), { från: '2025-01', till: '2025-12' });
  assert.deepEqual(rapportperiod('ar', '2025-12'), { från: '2025-01', till: '2025-12' });
  assert.deepEqual(rapportperiod('tolv', '2026-02'), { från: '2025-03', till: '2026-02' });
  assert.deepEqual(rapportperiod('tolv-aret-fore', '2026-10'), { från: '2024-10', till: '2025-09' });
  assert.deepEqual(jämförelseperioder('kvartal', '2026-10').före, { från: '2026-04', till: '2026-06' });
  assert.equal(jämförelseperioder('ar', '2026-10').före, undefined);
  assert.deepEqual(rapportfrågor({ indikator: 'utbetalt', tid: 'manad' }, '2026-10')[0]?.från, '2025-10');
});

test('a sum is written from ten percent, with what it was and no word of chance', () => {
  const om = (nu: number, då: number) => texter('forandring-fore', utbetalt, { nu: cell(nu), då: cell(då) }, tider);
  assert.deepEqual(om(1_100_000, 1_000_000), [
    'Utbetalt bistånd: 1\u00a0100\u00a0000\u00a0kr i oktober 2026. Det är 10\u00a0% mer än i september 2026 (1\u00a0000\u00a0000\u00a0kr).',
  ]);
  assert.deepEqual(om(1_099_000, 1_000_000), []);
  assert.deepEqual(om(900_000, 1_000_000).length, 1);
});

test('a count is written only when it is more than chance: 80 from 100 is not, 700 from 1 000 is', () => {
  const om = (nu: number, då: number) => texter('forandring-fore', hushåll, { nu: cell(nu), då: cell(då) }, tider);
  assert.deepEqual(om(80, 100), []);
  assert.match(om(700, 1_000)[0] ?? '', /30\u00a0% mindre.* Ändringen är säkerställd\.$/);
  assert.deepEqual(om(950, 1_000), [], 'five percent is too little to mention');
});

test('a share is measured in percentage points', () => {
  const om = (nu: number, då: number) =>
    texter('forandring-ar', dygn, { nu: cell(nu, 400, 500), då: cell(då, 400, 500) }, tider);
  assert.match(
    om(80, 70)[0] ?? '',
    /10\u00a0procentenheter mer än i september 2026 \(70\u00a0%\)\. Ändringen är säkerställd\.$/,
  );
  assert.deepEqual(om(80, 78.5), []);
});

test('nothing is said of a protected figure', () => {
  const två = { nu: cell(SKYDDAD), då: cell(100) };
  assert.deepEqual(förändring('forandring-fore', utbetalt, två, tider), []);
  const månader = Array.from({ length: 13 }, (_, i) => ({
    månad: `m${i}`,
    cell: cell(i === 3 ? SKYDDAD : 100 + i * 10),
  }));
  assert.deepEqual(ytterst(utbetalt, månader, 'i oktober 2026'), []);
});

test('the highest of thirteen months is told when it stands out by five percent', () => {
  const om = (sista: number, antal = 13) =>
    ytterst(
      utbetalt,
      Array.from({ length: antal }, (_, i) => ({ månad: `m${i}`, cell: cell(i === antal - 1 ? sista : 100) })),
      'i oktober 2026',
    ).map(({ text }) => text);
  assert.deepEqual(om(105), ['Utbetalt bistånd är i oktober 2026 högst på 13 månader.']);
  assert.deepEqual(om(104), []);
  assert.deepEqual(om(90), ['Utbetalt bistånd är i oktober 2026 lägst på 13 månader.']);
  assert.deepEqual(om(200, 5), [], 'too few months to say');
});

test('own municipality outside the group is told, from three municipalities on', () => {
  const rapport = (antal: number, eget: number) =>
    byggRapport({
      månad: '2026-10',
      kommun: 'Testkommunen',
      nämnd: 'Nämnden',
      gräns: 5,
      underlagFrån: undefined,
      omfång: { från: '2026-01', till: '2026-10' },
      svar: new Map(),
      kön: [],
      kommentarer: [],
      källa: 'Kolada, RKA',
      andra: [
        {
          indikator: 'langvarigt',
          namn: 'Långvarigt',
          enhet: 'procent',
          grupp: 'Grannar',
          år: 2025,
          eget,
          antal,
          lägst: 40,
          median: 45,
          högst: 50,
        },
      ],
    }).avsnitt.at(-1);
  assert.match(
    rapport(3, 51)?.meningar[0]?.text ?? '',
    /51\u00a0% år 2025\. Det är högre än i alla 3 kommuner i Grannar/,
  );
  assert.deepEqual(rapport(2, 51)?.meningar, []);
  assert.deepEqual(rapport(5, 50)?.meningar, []);
  assert.match(rapport(5, 50)?.upplysningar[0] ?? '', /Kolada, RKA/);
});

test('every part has an id and figures that are declared, each asked for in a way its indicator allows', () => {
  const idn = RAPPORTPLAN.map(({ id }) => id);
  assert.equal(new Set(idn).size, idn.length);
  for (const { mått } of RAPPORTPLAN)
    for (const m of mått) {
      const i = indikator(m.indikator);
      assert.ok(i, m.indikator);
      assert.ok(i.tid.kortast === 'manad' || m.tid !== 'manad', `${i.id} cannot be shown for a month`);
      assert.ok(i.tid.kortast !== 'ar' || m.tid === 'ar', `${i.id} is only known by the year`);
    }
});
