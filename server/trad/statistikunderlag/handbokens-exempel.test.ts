import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { läsPostbeskrivning } from '@stegvis/integrations';
import { läsBefolkning, läsTjänster } from './las-inlasningsfil.ts';

const handbok = readFileSync(join(import.meta.dirname, '../../../docs/handbok/statistik.md'), 'utf8');
const exempel = (namn: string): string => {
  const [, text] = new RegExp(`\`\`\`\\w+ ${namn}\\n([\\s\\S]*?)\\n\`\`\``).exec(handbok) ?? [];
  assert.ok(text, `the handbook has an example of ${namn}`);
  return text;
};

describe('handbokens exempel på filer går att läsa in', () => {
  test('invånare', () => {
    const läst = läsBefolkning(exempel('befolkning'));
    assert.ok(läst.ok, JSON.stringify(läst));
    assert.deepEqual(
      läst.rader.map(({ år, kon, distrikt, antal }) => [år, kon, distrikt, antal]),
      [
        [2025, 'kvinna', 'Norr', 412],
        [2025, 'man', 'Norr', 431],
        [2025, 'kvinna', 'uppgift-saknas', 1206],
      ],
    );
  });

  test('tjänster', () => {
    const läst = läsTjänster(exempel('tjanster'));
    assert.ok(läst.ok, JSON.stringify(läst));
    assert.deepEqual(
      läst.rader.map(({ månad, årsarbetskrafter, anställda }) => [månad, årsarbetskrafter, anställda]),
      [
        ['2026-09', 6.5, 8],
        ['2026-10', 7, 8],
      ],
    );
  });

  test('postbeskrivning, och att överlapp vägras med kolumnens namn', () => {
    const text = exempel('postbeskrivning');
    const läst = läsPostbeskrivning(text);
    assert.ok(läst.ok, JSON.stringify(läst));
    assert.deepEqual(
      läst.beskrivning.kolumner.map(({ namn }) => namn),
      ['Manad', 'Kommun', 'Kon', 'Belopp'],
    );
    const överlapp = läsPostbeskrivning(text.replace('"start": 8', '"start": 7'));
    assert.ok(!överlapp.ok);
    assert.match(JSON.stringify(överlapp.fel), /Belopp/);
  });
});
