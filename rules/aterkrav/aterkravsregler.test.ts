import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Återkravsgrund } from '../beslutsslag/beslutsslag.ts';
import { type Kravgrund, taleSenast, återkravsregler } from './aterkravsregler.ts';

interface Fall {
  namn: string;
  grund: Kravgrund;
  beviljat?: string;
  bestammelse?: '12:1' | '12:2';
  uppgiven?: Återkravsgrund;
  delgivet?: boolean;
  talan: string;
  hinder: string[];
}

for (const fall of parse(readFileSync(new URL('aterkravsregler.fall.yaml', import.meta.url), 'utf8')) as Fall[])
  test(`återkrav: ${fall.namn}`, () => {
    const regler = återkravsregler({
      grund: fall.grund,
      beviljat: fall.beviljat ?? '2026-11-24',
      bestämmelse: fall.bestammelse ?? '12:1',
      uppgivenGrund: fall.uppgiven,
      delgivet: fall.delgivet ?? false,
    });
    assert.equal(regler.talan, fall.talan);
    assert.equal(regler.hinder.length, fall.hinder.length, JSON.stringify(regler.hinder));
    fall.hinder.forEach((början, i) => {
      assert.ok(regler.hinder[i]!.startsWith(början));
    });
  });

test('talan väcks inom tre år, också från en skottdag', () => {
  assert.equal(taleSenast('2026-11-25'), '2029-11-25');
  assert.equal(taleSenast('2028-02-29'), '2031-02-28');
});
