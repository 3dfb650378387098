import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dygnsklocka } from './dygnsklocka.ts';

const timme = 3_600_000;
const kl = (dag: number, timmar: number) => `2026-11-${dag}T${String(timmar).padStart(2, '0')}:00:00.000Z`;
const klocka = (
  inkommen: string | undefined,
  beslutad: string | undefined,
  pauser: [string, string | undefined][],
  nu: string,
) => {
  const k = dygnsklocka({ inkommen, beslutad, pauser: pauser.map(([från, till]) => ({ från, till })) }, nu);
  return [k.läge, k.gått / timme, k.gåttMedPauser / timme, k.kvar / timme];
};

describe('dygnsklockan', () => {
  it('har inte startat före sista underskriften', () =>
    assert.deepEqual(klocka(undefined, undefined, [], kl(20, 8)), ['inte-startad', 0, 0, 24]));
  it('går från sista underskriften', () =>
    assert.deepEqual(klocka(kl(20, 8), undefined, [], kl(20, 14)), ['går', 6, 6, 18]));
  it('går över', () => assert.deepEqual(klocka(kl(20, 8), undefined, [], kl(21, 10)), ['går', 26, 26, -2]));
  it('stannar vid beslutet', () =>
    assert.deepEqual(klocka(kl(20, 8), kl(20, 9), [], kl(25, 8)), ['stannad', 1, 1, 23]));
  it('står still medan den sökande ska svara', () =>
    assert.deepEqual(klocka(kl(20, 8), undefined, [[kl(20, 10), undefined]], kl(21, 10)), ['pausad', 2, 26, 22]));
  it('går igen efter svaret', () =>
    assert.deepEqual(klocka(kl(20, 8), undefined, [[kl(20, 10), kl(20, 20)]], kl(20, 22)), ['går', 4, 14, 20]));
  it('räknar pauser som går i varandra en gång', () =>
    assert.deepEqual(
      klocka(
        kl(20, 8),
        undefined,
        [
          [kl(20, 10), kl(20, 14)],
          [kl(20, 12), kl(20, 16)],
          [kl(20, 11), kl(20, 13)],
        ],
        kl(20, 18),
      ),
      ['går', 4, 10, 20],
    ));
  it('räknar inte paus före starten eller efter beslutet', () =>
    assert.deepEqual(
      klocka(
        kl(20, 8),
        kl(20, 12),
        [
          [kl(19, 8), kl(20, 9)],
          [kl(20, 11), undefined],
        ],
        kl(22, 8),
      ),
      ['stannad', 2, 4, 22],
    ));
  it('är inte pausad av en paus som inte har börjat', () =>
    assert.deepEqual(klocka(kl(20, 8), undefined, [[kl(21, 8), undefined]], kl(20, 10)), ['går', 2, 2, 22]));
});
