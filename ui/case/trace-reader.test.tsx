import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate, month, type Trace } from '@stegvis/engine';
import { provTrace } from '../stil/prov-data.ts';
import { stepValue, TraceReader } from './trace-reader.tsx';

const plain = (page: string): string => page.replaceAll('\u00a0', ' ');

test('every step is read once, with amount and source; what a sum takes away has a minus', () => {
  const page = plain((<TraceReader trace={provTrace} output="bistånd" />).toString());
  for (const step of provTrace.steps) assert.equal(page.split(`id="steg-${step.id}"`).length, 2, step.label);
  assert.match(page, /Bistånd<\/span>.*12 kap\. 1 § SoL.*12 650 kr/);
  assert.match(page, /Jobbstimulans, 25 procent av lönen<\/span>.*?−2 620 kr/);
  assert.match(page, /SFS 2025:1046, 1 januari 2026–31 december 2026/);
  assert.match(page, /Bedömt av handläggare 26 november 2026\. Engångsgåva/);
});

test('a step read in two places is unfolded in the first and linked from the second', () => {
  const from = isoDate('2026-01-01');
  const trace: Trace = {
    moment: { month: month('2026-12'), applied: from },
    outputs: { summa: 2 },
    steps: [
      { id: 0, node: 'a', label: 'Fakta', subject: '', value: 100, unit: 'ore', kind: 'fact' },
      { id: 1, node: 'b', label: 'Delat', subject: '', value: 100, unit: 'ore', kind: 'rule', inputs: [0] },
      {
        id: 2,
        node: 'c',
        label: 'Summa',
        subject: '',
        value: 200,
        unit: 'ore',
        kind: 'sum',
        how: 'sum',
        parts: [
          { step: 1, sign: 1 },
          { step: 1, sign: 1 },
        ],
      },
    ],
  };
  const page = (<TraceReader trace={trace} output="summa" />).toString();
  assert.equal(page.split('id="steg-1"').length, 2);
  assert.match(page, /<a href="#steg-1">Delat<\/a>/);
  assert.throws(() => String(<TraceReader trace={trace} output="saknas" />), /has no output saknas; it has summa/);
});

test('a value that is not settled is a dash, never zero', () => {
  const step = { id: 0, node: 'a', label: 'a', subject: '', kind: 'fact' } as const;
  assert.equal(stepValue({ ...step, value: null, unit: 'ore' }), '–');
  assert.equal(stepValue({ ...step, value: true }), 'ja');
  assert.equal(stepValue({ ...step, value: -1.5, unit: 'h' }), '−1,5 h');
  assert.equal(stepValue({ ...step, value: '2026-12-07' }), '7 december 2026');
});
