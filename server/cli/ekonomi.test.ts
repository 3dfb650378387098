import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ekonomi } from './ekonomi.ts';
import type { Terminal } from './terminal.ts';

async function kör(...args: string[]) {
  const said = { out: '', err: '' };
  const terminal = {
    out: async (text: string) => {
      said.out += text;
    },
    err: async (text: string) => {
      said.err += text;
    },
  } as unknown as Terminal;
  return { kod: await ekonomi(args, terminal), ...said };
}

describe('stegvis ekonomi', () => {
  test("Göteborg's sum comes out exactly", async () => {
    const { kod, out } = await kör('--deltagare', '1500', '--andel', '15', '--besparing-tkr', '110', '--json');
    const svar = JSON.parse(out) as Record<string, unknown>;
    assert.equal(kod, 0);
    assert.equal(svar['besparing'], 24_750_000);
    assert.equal(svar['sjalvforsorjande'], 225);
    assert.equal(svar['kostnad'], null);
  });

  test('in words, with the cost of places', async () => {
    const { out } = await kör(
      ...['--deltagare', '1500', '--andel', '15', '--besparing-tkr=110', '--plats-kr', '2000', '--plats-manader', '6'],
    );
    assert.match(out.replaceAll(/\s/g, ' '), /Besparing per år: 24 750 tkr .* Kostnad för platserna: 18 000 tkr/);
  });

  test('bad input is refused in Swedish with what is allowed', async () => {
    for (const [args, said] of [
      [['--deltagare', 'många', '--andel', '15', '--besparing-tkr', '110'], /heltal från 1 till/],
      [['--deltagare', '1500', '--andel', '150', '--besparing-tkr', '110'], /från 0 till 100/],
      [['--deltagare', '1500', '--andel', '-5', '--besparing-tkr', '110'], /från 0 till 100|ska ha ett värde/],
      [['--andel', '15'], /Antalet deltagare/],
      [['--deltagare', '1500', '--pris', '3'], /finns inte här/],
      [['--deltagare'], /ska ha ett värde/],
      [['fil.json'], /är inget val/],
    ] as const) {
      const { kod, err, out } = await kör(...args);
      assert.equal(kod, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, said);
    }
  });
});
