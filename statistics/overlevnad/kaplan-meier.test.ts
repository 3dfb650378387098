import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { andelVid, kaplanMeier, type Tid } from './kaplan-meier.ts';

/** `6` is an event at 6, `6+` that the watching ended at 6. */
const tider = (text: string): Tid[] =>
  text.split(' ').map((t) => ({ tid: Number.parseInt(t, 10), hände: !t.endsWith('+'), antal: 1 }));

// E. J. Freireich et al., Blood 21 (1963): weeks in remission of the 21 patients on 6-mercaptopurine; the worked example of most
// textbooks (Cox & Oakes 1984; Kleinbaum & Klein).
const SEX_MP = tider('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');

describe('kaplanMeier', () => {
  it('ger det publicerade exemplet (6-MP, Freireich 1963) på fyra decimaler', () => {
    const kurva = kaplanMeier(SEX_MP);
    assert.deepEqual(
      kurva.map((s) => [s.tid, s.kvar, s.händelser, s.andel.toFixed(4)]),
      [
        [6, 21, 3, '0.8571'],
        [7, 17, 1, '0.8067'],
        [10, 15, 1, '0.7529'],
        [13, 12, 1, '0.6902'],
        [16, 11, 1, '0.6275'],
        [22, 7, 1, '0.5378'],
        [23, 6, 1, '0.4482'],
      ],
    );
  });

  it('ger Greenwoods medelfel ur samma exempel', () => {
    // Kleinbaum & Klein, Survival Analysis, table of the same data: 0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346.
    assert.deepEqual(
      kaplanMeier(SEX_MP).map((s) => s.medelfel.toFixed(4)),
      ['0.0764', '0.0869', '0.0963', '0.1068', '0.1141', '0.1282', '0.1346'],
    );
  });

  it('håller intervallet mellan 0 och 1, räknat för hand i första steget', () => {
    // S = 18/21. summa = 3/(21·18) = 0,0079365; bredd = 1,96·√0,0079365 / |ln 0,857143| = 0,17461/0,154151 = 1,13271.
    // Nedre 0,857143^e^1,13271 = 0,857143^3,10406 = 0,6197; övre 0,857143^e^−1,13271 = 0,857143^0,32216 = 0,9516.
    const första = kaplanMeier(SEX_MP)[0]!;
    assert.equal(första.nedre.toFixed(4), '0.6197');
    assert.equal(första.övre.toFixed(4), '0.9516');
  });

  it('når noll när de sista alla har händelsen, utan att intervallet blir inget tal', () => {
    // Fyra personer: en händelse av fyra (3/4), sedan de tre sista på en gång (0).
    const kurva = kaplanMeier(tider('2 5 5 5'));
    assert.deepEqual(
      kurva.map((s) => s.andel),
      [0.75, 0],
    );
    assert.deepEqual([kurva[1]!.medelfel, kurva[1]!.nedre], [0, 0]);
    assert.equal(kurva[1]!.övre, kurva[0]!.övre);
    assert.deepEqual(kaplanMeier(tider('3 3')), [
      { tid: 3, kvar: 2, händelser: 2, andel: 0, medelfel: 0, nedre: 0, övre: 1 },
    ]);
  });

  it('räknar den som slutar följas samma dag som någon annan återkommer med i nämnaren den dagen', () => {
    // Vid 4 följs tre; en återkommer, en slutar följas: 1 − 1/3. Vid 6 följs en: den återkommer, 0.
    assert.deepEqual(
      kaplanMeier(tider('4 4+ 6')).map((s) => [s.tid, s.kvar, s.andel.toFixed(4)]),
      [
        [4, 3, '0.6667'],
        [6, 1, '0.0000'],
      ],
    );
  });

  it('har inga steg utan personer eller utan händelser', () => {
    assert.deepEqual(kaplanMeier([]), []);
    assert.deepEqual(kaplanMeier(tider('1+ 2+')), []);
    assert.equal(andelVid([], 12), 1);
  });

  it('läser andelen vid en tid som det senaste steget', () => {
    const kurva = kaplanMeier(SEX_MP);
    assert.equal(andelVid(kurva, 5), 1);
    assert.equal(andelVid(kurva, 12).toFixed(4), '0.7529');
    assert.equal(andelVid(kurva, 100).toFixed(4), '0.4482');
  });

  it('ger samma kurva när de som är lika räknas ihop', () => {
    const ihop = [...Map.groupBy(SEX_MP, ({ tid, hände }) => `${tid}${hände}`).values()].map((lika) => ({
      ...lika[0]!,
      antal: lika.length,
    }));
    assert.ok(ihop.length < SEX_MP.length);
    assert.deepEqual(kaplanMeier(ihop), kaplanMeier(SEX_MP));
  });

  it('vägrar en tid som är negativ eller inget tal', () => {
    assert.throws(() => kaplanMeier([{ tid: -1, hände: true, antal: 1 }]), RangeError);
    assert.throws(() => kaplanMeier([{ tid: Number.NaN, hände: true, antal: 1 }]), RangeError);
  });

  it('är utan bortfall samma sak som andelen som är kvar, och annars alltid fallande i [0, 1]', () => {
    const godtyckliga = fc.array(fc.record({ tid: fc.nat(24), hände: fc.boolean(), antal: fc.constant(1) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(godtyckliga, (alla) => {
        for (const s of kaplanMeier(alla.map((t) => ({ ...t, hände: true }))))
          assert.ok(Math.abs(s.andel - alla.filter((t) => t.tid > s.tid).length / alla.length) < 1e-9);
        let förra = 1;
        for (const s of kaplanMeier(alla)) {
          assert.ok(s.andel <= förra && 0 <= s.nedre && s.nedre <= s.andel && s.andel <= s.övre && s.övre <= 1);
          assert.ok(Number.isFinite(s.medelfel));
          förra = s.andel;
        }
      }),
    );
  });
});
