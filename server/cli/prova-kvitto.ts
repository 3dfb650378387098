import { läsKvitto, type PrövatKvitto, prövaKvitto } from '@stegvis/rules';
import { answerFile } from './answer-file.ts';
import type { Answer } from './json-lines.ts';
import { tryInForce } from './not-in-force.ts';
import type { Command } from './stegvis.ts';

/**
 * `stegvis prova-kvitto FIL.json [--json]`: works a receipt out again and compares every step. The file holds the receipt,
 * or a whole calculation with its `kvitto`. Exit 1 when something differs.
 */
export const provaKvitto: Command = (args, terminal) =>
  answerFile({ args, terminal, usage: 'stegvis prova-kvitto FIL.json [--json]', options: ['json'], answer, print });

function answer(json: unknown): Answer {
  const inside = typeof json === 'object' && json !== null && 'kvitto' in json ? json.kvitto : json;
  const kvitto = läsKvitto(inside);
  if (kvitto === undefined) {
    const text =
      'Filen är inte ett kvitto. Ange ett kvitto eller en hel beräkning från ”stegvis berakna FIL.json --json”.';
    return { kind: 'faults', fel: [{ plats: 'kvitto', text }] };
  }
  const got = tryInForce(() => prövaKvitto(kvitto));
  return got.kind === 'answer' ? { ...got, failed: !(got.value as PrövatKvitto).lika } : got;
}

function print(value: unknown): string {
  const prövat = value as PrövatKvitto;
  if (prövat.lika) return ['Kvittot stämmer. Samma svar när det räknas om.', ...prövat.anmarkningar, ''].join('\n');
  const skillnader = prövat.skillnader.map(
    ({ plats, kvitto, nu }) => `  ${plats}: kvittot ${JSON.stringify(kvitto)}, nu ${JSON.stringify(nu)}`,
  );
  return ['Kvittot stämmer inte. Det här skiljer:', ...skillnader, ''].join('\n');
}
