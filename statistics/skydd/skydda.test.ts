import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SAKNAS } from '../dimension.ts';
import { ALLA, type Råcell, type Råsvar, type Statistikfråga } from '../fraga.ts';
import { steg } from './avrunda.ts';
import { GRÄNS, skydda } from './skydda.ts';
import { SKYDDAD, type SkyddatSvar } from './skyddat-svar.ts';
import type { Måttslag } from './slag.ts';

const ANTAL: Måttslag = { källa: 'hushallsmanad', täljare: { räkna: 'olika', fält: 'hushall' }, enhet: 'hushall' };
const ANDEL: Måttslag = {
  källa: 'ansokan',
  täljare: { räkna: 'rader', där: [{ fält: 'automatisk', är: true }] },
  nämnare: { räkna: 'rader' },
  enhet: 'procent',
};
const KRONOR: Måttslag = { källa: 'hushallsmanad', täljare: { summa: 'belopp' }, enhet: 'kr' };

const fråga = (uppdelning: string[], mer: Partial<Statistikfråga> = {}): Statistikfråga => ({
  indikator: 'prov',
  från: '2026-10',
  till: '2026-10',
  tid: 'manad',
  uppdelning,
  filter: {},
  ...mer,
});
const cell = (grupper: string[], antal: number, mer: Partial<Råcell> = {}): Råcell => ({
  period: '2026-10',
  grupper,
  täljare: antal,
  nämnare: undefined,
  värde: antal,
  underlag: antal,
  nämnarunderlag: undefined,
  ...mer,
});
const råsvar = (f: Statistikfråga, celler: Råcell[]): Råsvar => ({
  fråga: f,
  celler,
  underlagFrån: undefined,
  överlappar: false,
  anmärkningar: [],
});

/** A table of counts with its margins, split by two made-up ways. */
function tabell(antal: number[][]): Råcell[] {
  const summa = (tal: number[]) => tal.reduce((a, b) => a + b, 0);
  const kolumner = antal[0]!.map((_, j) => summa(antal.map((rad) => rad[j]!)));
  return [
    ...antal.flatMap((rad, i) => [
      ...rad.map((n, j) => cell([`r${i}`, `k${j}`], n)),
      cell([`r${i}`, ALLA], summa(rad)),
    ]),
    ...kolumner.map((n, j) => cell([ALLA, `k${j}`], n)),
    cell([ALLA, ALLA], summa(kolumner)),
  ];
}

const visat = (svar: SkyddatSvar, ...grupper: string[]) =>
  svar.celler.find((c) => c.grupper.every((g, i) => g === grupper[i]))?.värde;

/** What an attacker knows of one number. */
type Spann = [lägst: number, högst: number];

/**
 * The attacker: everything that is published as intervals, every sum as an equation, and bounds narrowed over and over until nothing
 * moves. Then, for what is left, sums of sums: every pair of equations that share numbers is added and subtracted too.
 */
function angrip(svar: SkyddatSvar): Map<string, Spann> {
  const bas = svar.gräns;
  const nyckel = (g: readonly string[]) => g.join('|');
  const spann = new Map<string, Spann>(
    svar.celler.map((c) => [nyckel(c.grupper), c.värde === SKYDDAD ? [0, 1e9] : [c.värde, c.värde + bas - 1]]),
  );
  const värden = (axel: number) => [...new Set(svar.celler.map((c) => c.grupper[axel]!))].filter((v) => v !== ALLA);
  const ekvationer: Map<string, number>[] = [];
  const antalAxlar = svar.fråga.uppdelning.length;
  for (let axel = 0; axel < antalAxlar; axel += 1) {
    const andra = antalAxlar === 1 ? [''] : [...värden(1 - axel), ALLA];
    for (const annan of andra) {
      const plats = (v: string) => nyckel(antalAxlar === 1 ? [v] : axel === 0 ? [v, annan] : [annan, v]);
      ekvationer.push(new Map([...värden(axel).map((v): [string, number] => [plats(v), 1]), [plats(ALLA), -1]]));
    }
  }
  const fler = ekvationer.flatMap((a, i) =>
    ekvationer.slice(i + 1).flatMap((b) =>
      [1, -1].map((tecken) => {
        const summa = new Map(a);
        for (const [x, k] of b) summa.set(x, (summa.get(x) ?? 0) + tecken * k);
        for (const [x, k] of summa) if (k === 0) summa.delete(x);
        return summa;
      }),
    ),
  );
  for (let ändrat = true; ändrat; ) {
    ändrat = false;
    for (const ekvation of [...ekvationer, ...fler])
      for (const [x, k] of ekvation) {
        let [lägst, högst] = [0, 0];
        for (const [y, l] of ekvation) {
          if (y === x) continue;
          const [a, b] = spann.get(y)!;
          lägst += l > 0 ? l * a : l * b;
          högst += l > 0 ? l * b : l * a;
        }
        const [gammalLägst, gammalHögst] = spann.get(x)!;
        const gränser = [-högst / k, -lägst / k].sort((m, n) => m - n) as Spann;
        const a = Math.max(gammalLägst, Math.ceil(gränser[0]));
        const b = Math.min(gammalHögst, Math.floor(gränser[1]));
        if (a > gammalLägst || b < gammalHögst) {
          spann.set(x, [a, b]);
          ändrat = true;
        }
      }
  }
  return spann;
}

describe('skydd av små tal', () => {
  it('hides counts of 0 to 4 alike, and rounds the others down to fives', () => {
    for (const n of [0, 1, 4])
      assert.equal(visat(skydda(råsvar(fråga([]), [cell([], n)]), { indikator: ANTAL })), SKYDDAD);
    for (const [n, visas] of [
      [5, 5],
      [9, 5],
      [10, 10],
      [412, 410],
    ] as const)
      assert.equal(visat(skydda(råsvar(fråga([]), [cell([], n)]), { indikator: ANTAL })), visas);
  });

  it('hides a second number in the row of a small one, so that the sum does not give it', () => {
    const svar = skydda(råsvar(fråga(['kon']), [cell(['kvinna'], 3), cell(['man'], 40), cell([ALLA], 43)]), {
      indikator: ANTAL,
    });
    assert.deepEqual(
      svar.celler.map((c) => [c.grupper[0], c.värde]),
      [
        ['kvinna', SKYDDAD],
        ['man', SKYDDAD],
        [SAKNAS, SKYDDAD],
        [ALLA, 40],
      ],
    );
  });

  it('shows every value of a split whether or not anybody has it, and every period', () => {
    const f = fråga(['kon'], { från: '2026-09' });
    const svar = skydda(råsvar(f, [cell(['kvinna'], 30), cell(['man'], 30), cell([ALLA], 60)]), { indikator: ANTAL });
    assert.deepEqual([...new Set(svar.celler.map(({ period }) => period))], ['2026-09', '2026-10']);
    assert.deepEqual(
      svar.celler.slice(4).map(({ värde }) => värde),
      [30, 30, SKYDDAD, 60],
    );
    assert.equal(svar.celler.filter(({ period, värde }) => period === '2026-09' && värde !== SKYDDAD).length, 0);
  });

  it('hides a share when the few are in the numerator, outside it or in all', () => {
    const andel = (t: number, n: number) =>
      visat(
        skydda(råsvar(fråga([]), [cell([], t, { nämnare: n, nämnarunderlag: n, värde: (100 * t) / n })]), {
          indikator: ANDEL,
        }),
      );
    assert.equal(andel(3, 40), SKYDDAD);
    assert.equal(andel(37, 40), SKYDDAD);
    assert.equal(andel(40, 40), SKYDDAD);
    assert.equal(andel(2, 4), SKYDDAD);
    // 20–24 of 40–44: 22 / 42 = 52,4 per cent, for every true pair in these classes.
    for (const [t, n] of [
      [20, 40],
      [24, 44],
      [22, 41],
    ] as const)
      assert.equal(andel(t, n), 52);
  });

  it('says that the board’s own file lacks a year, but never that nobody is in the denominator', () => {
    const saknas = 'Befolkning saknas för 2026.';
    const tom = { nämnare: undefined, värde: null, saknas };
    const med = (indikator: Måttslag) => skydda(råsvar(fråga([]), [cell([], 50, tom)]), { indikator }).celler[0];
    assert.equal(med({ ...ANDEL, nämnare: { befolkning: 'alla' } })?.saknas, saknas);
    assert.equal(med(ANDEL)?.saknas, undefined);
  });

  it('leaves places as they are, and protects those who have them', () => {
    const insats = (fält: string, underlag: number, värde: number) =>
      visat(
        skydda(råsvar(fråga([]), [cell([], värde, { underlag, värde })]), {
          indikator: { källa: 'insatsmanad', täljare: { summa: fält }, enhet: 'antal' },
        }),
      );
    assert.equal(insats('platser', 0, 3), 3);
    assert.equal(insats('upptagna', 3, 3), SKYDDAD);
  });

  it('refuses a limit that protects nobody', () => {
    assert.throws(() => skydda(råsvar(fråga([]), []), { indikator: ANTAL, gräns: 1 }), /at least 2/);
    assert.throws(() => skydda(råsvar(fråga([]), [])), /no indicator 'prov'/);
  });
});

describe('angrepp på små tal', () => {
  const små = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 60 }) },
  );

  it('in thousands of random tables nobody ties a hidden number to fewer than five values', () => {
    let dolda = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(små, { minLength: 16, maxLength: 16 }),
        (r, k, tal) => {
          const antal = Array.from({ length: r }, (_, i) => Array.from({ length: k }, (_, j) => tal[i * 4 + j]!));
          const celler = tabell(antal);
          const svar = skydda(råsvar(fråga(['a', 'b']), celler), { indikator: ANTAL });
          const känt = angrip(svar);
          svar.celler.forEach((c, i) => {
            const [lägst, högst] = känt.get(c.grupper.join('|'))!;
            const sant = celler.find(({ grupper }) => grupper.join() === c.grupper.join())!.underlag;
            assert.ok(lägst <= sant && sant <= högst, 'the attacker reasons soundly');
            if (c.värde !== SKYDDAD) return;
            dolda += 1;
            assert.ok(högst - lägst + 1 >= GRÄNS, `cell ${i}: ${lägst}–${högst} in ${JSON.stringify(antal)}`);
          });
        },
      ),
      { numRuns: 2500, seed: 20261122 },
    );
    assert.ok(dolda > 5000);
  });

  it('the attacker does find the number when only it is hidden and nothing is rounded: the test bites', () => {
    const exakt: SkyddatSvar = {
      ...råsvar(fråga(['a']), []),
      gräns: 1,
      celler: [
        { period: '2026-10', grupper: ['x'], värde: SKYDDAD, underlag: SKYDDAD, nämnarunderlag: undefined },
        { period: '2026-10', grupper: ['y'], värde: 40, underlag: 40, nämnarunderlag: undefined },
        { period: '2026-10', grupper: [ALLA], värde: 43, underlag: 43, nämnarunderlag: undefined },
      ],
    };
    assert.deepEqual(angrip(exakt).get('x'), [3, 3]);
  });

  it('two extracts that differ by one to four persons leave at least five possibilities for the difference', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 4 }), (utan, fler) => {
        const visa = (n: number) => visat(skydda(råsvar(fråga([]), [cell([], n)]), { indikator: ANTAL }));
        const klass = (v: ReturnType<typeof visa>): Spann => (typeof v === 'number' ? [v, v + 4] : [0, 4]);
        const [före, efter] = [klass(visa(utan)), klass(visa(utan + fler))];
        const [lägst, högst] = [Math.max(0, efter[0] - före[1]), efter[1] - före[0]];
        assert.ok(lägst <= fler && fler <= högst);
        assert.ok(högst - lägst + 1 >= GRÄNS, `${lägst}–${högst}`);
      }),
      { numRuns: 2000, seed: 20261122 },
    );
  });

  it('one household’s amount cannot be read as the difference between two sums', () => {
    const belopp = fc.integer({ min: 500, max: 20_000 });
    fc.assert(
      fc.property(fc.array(belopp, { minLength: 5, maxLength: 200 }), belopp, (hushåll, ett) => {
        const summa = (tal: number[]) => tal.reduce((a, b) => a + b, 0);
        const visa = (tal: number[]) =>
          visat(
            skydda(råsvar(fråga([]), [cell([], summa(tal), { underlag: tal.length })]), { indikator: KRONOR }),
          ) as number;
        const [utan, med] = [visa(hushåll), visa([...hushåll, ett])];
        // The attacker is even told how coarse each figure is.
        const grov = (tal: number[]) => steg((GRÄNS * summa(tal)) / tal.length);
        const osäkert = (grov(hushåll) + grov([...hushåll, ett])) / 2;
        const [lägst, högst] = [med - utan - osäkert, med - utan + osäkert];
        assert.ok(lägst <= ett && ett <= högst, 'the attacker reasons soundly');
        const medel = summa([...hushåll, ett]) / (hushåll.length + 1);
        assert.ok(högst - lägst >= 3 * medel, `${lägst}–${högst}, mean ${medel}`);
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  it('a year minus its months does not give a hidden month', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 }), (månader) => {
        const perioder = månader.map((_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
        const svar = skydda(
          råsvar(
            fråga([], { från: '2026-01', till: '2026-12' }),
            månader.map((n, i) => cell([], n, { period: perioder[i]! })),
          ),
          { indikator: ANTAL },
        );
        const år = månader.reduce((a, b) => a + b, 0);
        const helår = visat(
          skydda(
            råsvar(fråga([], { från: '2026-01', till: '2026-12', tid: 'ar' }), [cell([], år, { period: '2026' })]),
            {
              indikator: ANTAL,
            },
          ),
        );
        if (typeof helår !== 'number') return;
        svar.celler.forEach(({ värde }, i) => {
          if (värde !== SKYDDAD) return;
          const övriga = svar.celler.filter((_, j) => j !== i);
          const lägst = övriga.reduce((s, c) => s + (c.värde === SKYDDAD ? 0 : c.värde), 0);
          const högst = övriga.reduce((s, c) => s + (c.värde === SKYDDAD ? 4 : c.värde + 4), 0);
          const spann: Spann = [Math.max(0, helår - högst), helår + 4 - lägst];
          assert.ok(spann[0] <= månader[i]! && månader[i]! <= spann[1]);
          assert.ok(spann[1] - spann[0] + 1 >= GRÄNS, `${spann}`);
        });
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  it('parts that overlap give no equation, and small ones are hidden all the same', () => {
    const svar = skydda(
      {
        ...råsvar(fråga(['insats']), [cell(['Kurs'], 30), cell(['Praktik'], 3), cell(['Sfi'], 25), cell([ALLA], 40)]),
        överlappar: true,
      },
      { indikator: { ...ANTAL, källa: 'personmanad' } },
    );
    assert.equal(visat(svar, 'Praktik'), SKYDDAD);
    assert.equal(visat(svar, ALLA), 40);
    assert.ok(svar.celler.filter(({ värde }) => värde === SKYDDAD).length >= 2);
  });

  it('a large table is protected fast enough for a page', () => {
    const antal = Array.from({ length: 24 }, (_, i) => Array.from({ length: 12 }, (_, j) => (i * 7 + j * 13) % 23));
    const svar = skydda(råsvar(fråga(['a', 'b']), tabell(antal)), { indikator: ANTAL });
    assert.equal(svar.celler.length, 25 * 13);
    assert.ok(svar.celler.some(({ värde }) => värde !== SKYDDAD));
  });
});
