import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Arbetsperiod, frigjordTid } from './frigjord-tid.ts';

const före: Arbetsperiod = { ansökningar: 600, minuterPerAnsökan: 50, mötenPerTjänst: 12, månader: 6 };
const efter: Arbetsperiod = { ansökningar: 660, minuterPerAnsökan: 20, mötenPerTjänst: 18, månader: 6 };

it('frigjord tid: trettio minuter på 660 ansökningar under sex månader', () => {
  // (50 − 20) · 660 / 60 = 330 timmar, 55 i månaden. Möten: 12 / 6 = 2 och 18 / 6 = 3 per tjänst och månad.
  assert.deepEqual(frigjordTid(före, efter), {
    ok: true,
    svar: { minuterFöre: 50, minuterEfter: 20, timmarPerMånad: 55, mötenFöre: 2, mötenEfter: 3 },
  });
});

it('räknar inte på en tid som inte är känd eller inte får visas', () => {
  assert.match(JSON.stringify(frigjordTid({ ...före, minuterPerAnsökan: undefined }, efter)), /inte känd i båda åren/);
  assert.match(JSON.stringify(frigjordTid(före, { ...efter, månader: 0 })), /minst en månad/);
});
