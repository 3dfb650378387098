import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SKYDDAD } from '../skydd/skyddat-svar.ts';
import { jämförSvar, svarsandel } from './svarsandel.ts';

describe('andelar av svaren i en kartläggning', () => {
  it('räknas ur de visade talen, mitt i sina klasser', () => {
    // 20–24 av 40–44: 22 / 42 = 52,4 procent, vilka tal det än är.
    assert.equal(svarsandel(20, 40)?.värde, 22 / 42);
    assert.equal(svarsandel(SKYDDAD, 40), undefined);
    assert.equal(svarsandel(20, SKYDDAD), undefined);
    // 40–44 av 40–44 har svarat så: de få som inte gjorde det visas inte.
    assert.equal(svarsandel(40, 40), undefined);
  });

  it('säger bara en skillnad som är större än slumpen brukar ge', () => {
    const rad = (val: string, kvinnor: number, män: number) => ({
      val,
      kvinnor: svarsandel(kvinnor, 100),
      män: svarsandel(män, 100),
    });
    // 62/102 = 61 procent mot 22/102 = 22; 32 mot 27 av 102 kan vara slump.
    assert.equal(
      jämförSvar([rad('Studera', 30, 25), rad('Arbeta heltid', 60, 20)]),
      'Störst skillnad: ”Arbeta heltid” svarade ungefär 61 procent av kvinnorna och 22 procent av männen.',
    );
    assert.match(jämförSvar([rad('Studera', 30, 25)]), /inte mer än slumpen/);
    assert.match(jämförSvar([{ val: 'Studera', kvinnor: svarsandel(10, 20), män: undefined }]), /För få/);
  });
});
