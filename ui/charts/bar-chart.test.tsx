import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BarChart } from './bar-chart.tsx';
import { Histogram } from './histogram.tsx';
import { LineChart } from './line-chart.tsx';

const värde = { label: 'Procent', format: String };

test('bars have a pattern each, their number, their interval and a table that says the same', () => {
  const page = (
    <BarChart
      id="s"
      caption="En mening."
      series={['Kvinnor', 'Män']}
      groups={[{ name: 'Unga', bars: [{ value: 40, low: 35, high: 45 }, { value: null }] }]}
      value={värde}
      groupLabel="Ålder"
      missing="skyddas"
      interval="95 % konfidensintervall"
    />
  ).toString();
  const bred = page.slice(page.indexOf('chart--wide'), page.indexOf('chart--narrow'));
  assert.match(bred, /fill="url\(#s-wide-m1\)"/);
  assert.match(bred, /class="whisker"/);
  assert.match(bred, />40<\/text>/);
  assert.match(bred, />skyddas<\/text>/);
  assert.match(page, /<td class="num" data-l="95 % konfidensintervall">35–45<\/td>/);
  assert.match(page, /<td class="num" data-l="Män">skyddas<\/td>/);
  assert.match(page, /aria-labelledby="s-text"/);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  );
});

test('bars below zero start at zero, and none at all still make a chart', () => {
  const stapel = (value: number | null) =>
    (
      <BarChart
        id="n"
        caption="."
        series={['A']}
        groups={[{ name: 'g', bars: [{ value }] }]}
        value={värde}
        groupLabel="g"
      />
    ).toString();
  assert.doesNotMatch(stapel(-5), /NaN|width="-/);
  assert.doesNotMatch(stapel(null), /NaN|Infinity/);
  assert.throws(
    () => (<BarChart id="n" caption="." series={[]} groups={[]} value={värde} groupLabel="g" />).toString(),
    /one to four series/,
  );
});

test('a histogram draws each class, marks the hidden ones and says them in the table', () => {
  const page = (
    <Histogram
      id="h"
      caption="."
      bins={[
        { from: 0, to: 10, count: 20 },
        { from: 10, to: 20, count: null },
      ]}
      marks={[{ x: 5, label: 'median' }]}
      x={{ label: 'kr', format: String }}
      y={{ label: 'Hushåll', format: String }}
      missing="skyddas"
    />
  ).toString();
  assert.match(page, /class="bars b-hidden"/);
  assert.match(page, /10 till 20<\/th><td class="num" data-l="Hushåll">skyddas/);
  assert.match(page, />median<\/text>/);
});

test('a line with an interval has a band and a column; a line where all is hidden still draws its axes', () => {
  const linje = (points: { x: number; y: number | null; low?: number; high?: number }[]) =>
    (
      <LineChart
        id="b"
        caption="."
        interval="osäkerhet"
        series={[{ name: 'A', points }]}
        x={{ label: 'Månad', format: String }}
        y={värde}
      />
    ).toString();
  const page = linje([
    { x: 0, y: 1, low: 0, high: 2 },
    { x: 1, y: 2, low: 1, high: 3 },
  ]);
  assert.match(page, /class="band a1" d="M/);
  assert.match(page, /data-l="osäkerhet">1–3</);
  assert.doesNotMatch(
    linje([
      { x: 0, y: null },
      { x: 1, y: null },
    ]),
    /NaN|Infinity/,
  );
  const ensam = linje([
    { x: 0, y: null },
    { x: 1, y: 4 },
    { x: 2, y: null },
  ]);
  assert.match(ensam, /<circle class="p1"/);
});
