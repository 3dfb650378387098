import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate } from '@stegvis/engine';
import fc from 'fast-check';
import { fakta, ögonblick } from '../resultat/fakta.ts';
import { slumpunderlag } from '../slumpunderlag.ts';
import type { Underlag } from '../underlag/underlag.ts';
import { type Reform, type Reformgrafer, reformgrafer } from './reform.ts';

const REFORM: Reform = {
  namn: 'Prov',
  vem: 'staten',
  delar: [
    { slag: 'begransning', hogst: [15000, 16000, 17000] },
    { slag: 'riksnorm-procent', procent: -7 },
    { slag: 'hyresgrans', efterPersoner: [6000, 7000, 8000, 9000, 10000], perYtterligare: 700 },
    { slag: 'jobbstimulans', procent: 40 },
  ],
};

test('under en reform ger mängden, ett i taget och förklaringen samma tal, för tretusen slumpade underlag', () => {
  const grafer = new Map<string | undefined, Reformgrafer>();
  const graferna = ({ kommun }: Underlag) => {
    const finns = grafer.get(kommun) ?? reformgrafer(REFORM, kommun, isoDate('2026-11-24'));
    grafer.set(kommun, finns);
    return finns;
  };
  const alla = fc.sample(slumpunderlag, { numRuns: 3000, seed: 5 });
  const lika = Map.groupBy(alla, (u) => `${u.kommun} ${u.manad} ${u.inkommen}`);
  let [bedöms, bistånd] = [0, 0];
  for (const grupp of lika.values()) {
    const { huvudgraf, normgraf } = graferna(grupp[0]!);
    const kör = huvudgraf.wire(ögonblick(grupp[0]!));
    const mängd = kör.many(grupp.map((u) => fakta(u)));
    for (const [i, underlag] of grupp.entries()) {
      assert.deepEqual(mängd[i], kör(fakta(underlag)));
      if (i % 10 === 0)
        assert.equal(normgraf.explain(ögonblick(underlag), fakta(underlag)).outputs.bistand, mängd[i]!.bistand);
      if (mängd[i]!.bistand === undefined) bedöms += 1;
      else if (mängd[i]!.bistand > 0) bistånd += 1;
    }
  }
  assert.ok(bedöms > 100 && bistånd > 300, `${bedöms} bedöms, ${bistånd} får bistånd`);
});
