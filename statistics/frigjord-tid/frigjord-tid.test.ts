import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Arbetsperiod, frigjordTid } from './frigjord-tid.ts';

const före: Arbetsperiod = {
  ansökningar: 600,
  minuterPerAnsökan: 50,
  möten: 120,
  årsarbetskrafter: 10,
  anställda: 11,
  månader: 6,
};
const efter: Arbetsperiod = {
  ansökningar: 660,
  minuterPerAnsökan: 20,
  möten: 180,
  årsarbetskrafter: 10,
  anställda: 12,
  månader: 6,
};

it('frigjord tid: trettio minuter på 660 ansökningar under sex månader', () => {
  // (50 − 20) · 660 / 60 = 330 timmar, 55 i månaden. Möten: 120 / 10 / 6 = 2 och 180 / 10 / 6 = 3 per tjänst och månad.
  assert.deepEqual(frigjordTid(före, efter), {
    ok: true,
    svar: { minuterFöre: 50, minuterEfter: 20, timmarPerMånad: 55, mötenFöre: 2, mötenEfter: 3 },
  });
});

it('säger ingenting om färre än fem anställda i någon av perioderna, och aldrig om en', () => {
  for (const anställda of [1, 4]) {
    assert.match(JSON.stringify(frigjordTid(före, { ...efter, anställda })), /Färre än 5 anställda/);
    assert.match(JSON.stringify(frigjordTid({ ...före, anställda }, efter)), /Färre än 5 anställda/);
  }
  assert.equal(frigjordTid({ ...före, anställda: 5 }, { ...efter, anställda: 5 }).ok, true);
});

it('räknar inte på en tid som inte är känd', () => {
  assert.match(JSON.stringify(frigjordTid({ ...före, minuterPerAnsökan: undefined }, efter)), /inte känd/);
});
