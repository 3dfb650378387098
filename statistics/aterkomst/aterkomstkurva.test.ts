import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Periodslut } from '../overlevnad/survival-times.ts';
import { återkomstkurva } from './aterkomstkurva.ts';

/** Periods that ended in December 2024, known for 24 months unless something else is said. */
const slut = (antal: number, återansökt?: string, seddTill = '2026-12-31'): Periodslut => ({
  till: '2024-12',
  seddTill,
  återansökt,
  antal,
});

describe('återkomstkurva', () => {
  it('sjunker vid varje återkomst, avrundad nedåt till hela femtal', () => {
    // 100 slutade. 12 ansökte i mars (månad 3): 12/100, visas som 10. 11 till i maj: 23/100, visas som 20.
    const kurva = återkomstkurva([slut(77), slut(12, '2025-03'), slut(11, '2025-05')])!;
    assert.equal(kurva.avslutade, 100);
    assert.deepEqual(
      [0, 2, 3, 4, 5, 24].map((månad) => kurva.punkter[månad]?.andel),
      [1, 1, 0.9, 0.9, 0.8, 0.8],
    );
  });

  it('räknar den som inte längre följs i nämnaren så länge den följdes', () => {
    // 100 slutade; 40 följdes två månader. Månad 3: 12 av 60 som är kvar, S = 0,8. Återkomna (1 − 0,8) · 100 = 20.
    const kurva = återkomstkurva([slut(48), slut(40, undefined, '2025-02-28'), slut(12, '2025-03')])!;
    assert.equal(kurva.punkter[3]?.andel, 0.8);
  });

  it('ritas inte för färre än trettio, och inte när färre än fem har återkommit', () => {
    assert.equal(återkomstkurva([slut(24), slut(5, '2025-03')]), undefined);
    assert.ok(återkomstkurva([slut(25), slut(5, '2025-03')]));
    assert.equal(återkomstkurva([slut(96), slut(4, '2025-03')]), undefined);
  });

  it('slutar där färre än tio följs', () => {
    const kurva = återkomstkurva([slut(9), slut(41, undefined, '2025-06-30'), slut(10, '2025-03')])!;
    assert.equal(kurva.punkter.at(-1)?.månad, 6);
  });

  it('visar aldrig ett steg som är färre än fem', () => {
    const godtyckliga = fc.array(
      fc.record({
        till: fc.constant('2024-12'),
        seddTill: fc.constantFrom('2025-03-31', '2025-09-30', '2026-12-31'),
        återansökt: fc.option(fc.constantFrom('2025-01', '2025-02', '2025-06', '2026-03'), { nil: undefined }),
        antal: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 12 },
    );
    let ritade = 0;
    fc.assert(
      fc.property(godtyckliga, (alla) => {
        const kurva = återkomstkurva(alla);
        if (!kurva) return;
        ritade++;
        assert.equal(kurva.avslutade % 5, 0);
        const antal = alla.reduce((s, p) => s + p.antal, 0);
        for (const { andel } of kurva.punkter) {
          const femtal = ((1 - andel) * antal) / 5;
          assert.ok(Math.abs(femtal - Math.round(femtal)) < 1e-6, `${femtal}`);
        }
      }),
    );
    assert.ok(ritade > 20, `${ritade} curves were drawn`);
  });
});
