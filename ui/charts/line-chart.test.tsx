import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineChart, spread } from './line-chart.tsx';

test('labels keep their order and stand apart, inside the chart', () => {
  assert.deepEqual(spread([10, 100], 20, 200), [10, 100]);
  assert.deepEqual(spread([100, 90, 95], 20, 200), [130, 90, 110]);
  assert.deepEqual(spread([190, 195], 20, 200), [180, 200]);
});

test('a value that may not be shown breaks the line and is said in the table', () => {
  const page = (
    <LineChart
      id="d"
      caption="En mening."
      missing="färre än 5"
      series={[
        {
          name: 'Par',
          points: [
            { x: 1, y: 10 },
            { x: 2, y: null },
            { x: 3, y: 12 },
          ],
        },
      ]}
      x={{ label: 'Månad', format: String }}
      y={{ label: 'Hushåll', format: String }}
    />
  ).toString();
  assert.match(page, /<td class="num" data-l="Par">färre än 5<\/td>/);
  assert.equal(
    /class="series s1" d="([^"]+)"/.exec(page.slice(page.indexOf('chart--wide')))?.[1]?.match(/M/g)?.length,
    2,
  );
  assert.match(page, /role="img" aria-labelledby="d-text"/);
});

test('more than four series are refused', () => {
  const one = {
    name: 'a',
    points: [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
  };
  assert.throws(
    () =>
      String(
        <LineChart
          id="d"
          caption=""
          series={[one, one, one, one, one]}
          x={{ label: '', format: String }}
          y={{ label: '', format: String }}
        />,
      ),
    /one to four series, got 5/,
  );
});
