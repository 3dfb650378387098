import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { prövaÖverklagandetid, sistaDagAttÖverklaga, type Ursäkt } from './overklagandetid.ts';

interface Fall {
  namn: string;
  fickDel?: string;
  sista?: string;
  inkom: string;
  ursakt?: Ursäkt;
  tasUpp: boolean;
}

/** The days of the cases that are not working days besides Saturdays and Sundays. */
const HELG = new Set(['2026-06-19', '2026-12-24', '2026-12-25']);
const ärVardag = (dag: string) => ![0, 6].includes(new Date(`${dag}T00:00:00Z`).getUTCDay()) && !HELG.has(dag);

for (const fall of parse(readFileSync(new URL('overklagandetid.fall.yaml', import.meta.url), 'utf8')) as Fall[])
  test(`överklagandetid: ${fall.namn}`, () => {
    const sista = fall.fickDel === undefined ? undefined : sistaDagAttÖverklaga(fall.fickDel, ärVardag);
    assert.equal(sista, fall.sista);
    assert.equal(prövaÖverklagandetid(fall.inkom, sista, fall.ursakt).tasUpp, fall.tasUpp);
  });
