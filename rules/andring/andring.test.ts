import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { type Nackdelsgrund, ändringsrätt } from './andring.ts';

interface Fall {
  namn: string;
  nackdel?: boolean;
  grund?: Nackdelsgrund;
  tillsVidare?: boolean;
  beslutad?: string;
  overklagat?: boolean;
  overlamnat?: boolean;
  uppenbart?: boolean;
  svar: string;
  lagrum: string;
}

for (const fall of parse(readFileSync(new URL('andring.fall.yaml', import.meta.url), 'utf8')) as Fall[])
  test(`ändring: ${fall.namn}`, () => {
    const { svar, lagrum, varför } = ändringsrätt({
      tillNackdel: fall.nackdel ?? false,
      nackdelsgrund: fall.grund,
      tillsVidare: fall.tillsVidare ?? false,
      beslutad: fall.beslutad ?? '2026-11-24',
      överklagat: fall.overklagat ?? false,
      överlämnat: fall.overlamnat ?? false,
      uppenbartFelaktigt: fall.uppenbart ?? false,
    });
    assert.deepEqual({ svar, lagrum }, { svar: fall.svar, lagrum: fall.lagrum });
    assert.ok(varför.endsWith('.'));
  });
