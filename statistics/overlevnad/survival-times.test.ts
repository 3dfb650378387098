import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Periodslut, survivalTimes } from './survival-times.ts';

/** Three periods that ended in June 2025. */
const tiden = (own: Partial<Periodslut>) =>
  survivalTimes([{ till: '2025-06', seddTill: '2026-10-31', återansökt: undefined, antal: 3, ...own }]);

describe('survivalTimes', () => {
  it('räknar månader efter den sista med bistånd', () => {
    assert.deepEqual(tiden({ återansökt: '2025-07' }), [{ tid: 1, hände: true, antal: 3 }]);
    assert.deepEqual(tiden({ återansökt: '2026-02' }), [{ tid: 8, hände: true, antal: 3 }]);
  });

  it('räknar en ansökan som kom in före slutet, för en månad efter det, i den första månaden', () => {
    assert.deepEqual(tiden({ återansökt: '2025-06' }), [{ tid: 1, hände: true, antal: 3 }]);
  });

  it('behåller den som inte har återkommit i nämnaren till den sista dagen som är känd', () => {
    // 1 juli 2025 till 31 oktober 2026 är 16 hela månader.
    assert.deepEqual(tiden({}), [{ tid: 16, hände: false, antal: 3 }]);
  });

  it('räknar bara månader som är kända till sin sista dag', () => {
    // Känd till 20 september: juli och augusti är hela. Ansökan i september väntar tills september är slut.
    assert.deepEqual(tiden({ seddTill: '2025-09-20' }), [{ tid: 2, hände: false, antal: 3 }]);
    assert.deepEqual(tiden({ seddTill: '2025-09-20', återansökt: '2025-09' }), [{ tid: 2, hände: false, antal: 3 }]);
    assert.deepEqual(tiden({ seddTill: '2025-09-30', återansökt: '2025-09' }), [{ tid: 3, hände: true, antal: 3 }]);
  });

  it('har ingen tid för den som inte är känd efter slutet', () => {
    assert.deepEqual(tiden({ seddTill: '2025-06-15' }), []);
  });
});
