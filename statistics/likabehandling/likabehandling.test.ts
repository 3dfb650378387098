import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ALLA, type Råcell, type Råsvar } from '../fraga.ts';
import { skydda } from '../skydd/skydda.ts';
import { SKYDDAD } from '../skydd/skyddat-svar.ts';
import { likabehandling, likarader } from './likabehandling.ts';

const nära = (a: number | undefined, b: number, inom = 1e-9) =>
  assert.ok(a !== undefined && Math.abs(a - b) < inom, `${a} är inte ${b}`);

describe('likabehandling mellan distrikt', () => {
  it('jämför lika hushåll: samma andelar i varje grupp är ingen skillnad, hur olika distrikten än är sammansatta', () => {
    // Ensamma får bifall i 80 %, par i 50 %. Norr har mest ensamma (80/20), Syd mest par (20/80): råa andelar 74 % och 56 %.
    const svar = likabehandling([
      { distrikt: 'Norr', grupp: 'ensam', antal: 80, utfall: 64 },
      { distrikt: 'Norr', grupp: 'par', antal: 20, utfall: 10 },
      { distrikt: 'Syd', grupp: 'ensam', antal: 20, utfall: 16 },
      { distrikt: 'Syd', grupp: 'par', antal: 80, utfall: 40 },
    ]);
    // Väntat i Norr: 80 · 0,8 + 20 · 0,5 = 74, som utfallet. Alla: 130/200 = 65 %, så båda blir 65 %.
    nära(svar.distrikt[0]?.väntat, 74);
    nära(svar.distrikt[1]?.väntat, 56);
    for (const d of svar.distrikt) nära(d.standardiserad, 0.65);
    nära(svar.spridning?.värde, 0);
    nära(svar.standardiseradSkillnad, 0);
  });

  it('visar skillnaden mellan högst och lägst, med osäkerhet, när lika hushåll får olika utfall', () => {
    // En grupp: Norr 75 av 100, Syd 50 av 100. Alla 125/200 = 62,5 %. Väntat 62,5 i båda.
    const svar = likabehandling([
      { distrikt: 'Norr', grupp: 'ensam', antal: 100, utfall: 75 },
      { distrikt: 'Syd', grupp: 'ensam', antal: 100, utfall: 50 },
    ]);
    // 0,625 · 75 / 62,5 = 0,75 och 0,625 · 50 / 62,5 = 0,5: skillnaden är 0,25.
    nära(svar.spridning?.värde, 0.25);
    // Standardavvikelsen: √((0,75 · 0,25 + 0,5 · 0,5) / 2) = √0,21875 = 0,46771; 0,25 / 0,46771 = 0,53452.
    nära(svar.standardiseradSkillnad, 0.53452, 1e-4);
    // Newcombes intervall av Wilsons: 75/100 ger 0,6569–0,8246 och 50/100 ger 0,4038–0,5962. Undre gränsen är
    // 0,25 − √(0,0931² + 0,0962²) = 0,1161, övre 0,25 + √(0,0746² + 0,0962²) = 0,3717.
    nära(svar.spridning?.från, 0.1161, 2e-4);
    nära(svar.spridning?.till, 0.3717, 2e-4);
  });

  it('lämnar grupper som bara finns i ett distrikt, och distrikt med för få, och säger hur många', () => {
    const svar = likabehandling([
      { distrikt: 'Norr', grupp: 'ensam', antal: 40, utfall: 20 },
      { distrikt: 'Syd', grupp: 'ensam', antal: 40, utfall: 30 },
      { distrikt: 'Norr', grupp: 'bara-norr', antal: 7, utfall: 7 },
      { distrikt: 'Öst', grupp: 'ensam', antal: 9, utfall: 0 },
    ]);
    assert.deepEqual(
      svar.distrikt.map(({ distrikt }) => distrikt),
      ['Norr', 'Syd'],
    );
    assert.equal(svar.utelämnade, 16);
    // Med ett enda distrikt finns inget att jämföra.
    const ett = likabehandling([{ distrikt: 'Norr', grupp: 'ensam', antal: 40, utfall: 20 }]);
    assert.deepEqual([ett.distrikt.length, ett.spridning, ett.utelämnade], [0, undefined, 40]);
    assert.throws(() => likabehandling([{ distrikt: 'Norr', grupp: 'x', antal: 1, utfall: 2 }]), RangeError);
  });
});

/** [outcomes, households] for each district (row) and group (column), as they are counted, with their margins. */
function räknat(tal: readonly (readonly (readonly [number, number])[])[]): Råsvar {
  const cell = (grupper: string[], par: readonly (readonly [number, number])[]): Råcell => {
    const [täljare, nämnare] = [par.reduce((s, [t]) => s + t, 0), par.reduce((s, [, n]) => s + n, 0)];
    const värde = nämnare === 0 ? null : (100 * täljare) / nämnare;
    return { period: 'hela', grupper, täljare, nämnare, värde, underlag: täljare, nämnarunderlag: nämnare };
  };
  const grupper = tal[0]!.map((_, j) => j);
  return {
    fråga: {
      indikator: 'avslag-andel',
      från: '2025-11',
      till: '2026-10',
      tid: 'hela',
      uppdelning: ['distrikt', 'jamforgrupp'],
      filter: { jamforgrupp: grupper.map((j) => `g${j}`), distrikt: tal.map((_, i) => `d${i}`) },
    },
    celler: [
      ...tal.flatMap((rad, i) => [...rad.map((par, j) => cell([`d${i}`, `g${j}`], [par])), cell([`d${i}`, ALLA], rad)]),
      ...grupper.map((j) =>
        cell(
          [ALLA, `g${j}`],
          tal.map((rad) => rad[j]!),
        ),
      ),
      cell([ALLA, ALLA], tal.flat()),
    ],
    underlagFrån: undefined,
    överlappar: false,
    anmärkningar: [],
  };
}

describe('angrepp på likabehandlingen', () => {
  const par = fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)]);
  const tabell = fc.array(fc.array(par, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 });

  it('bygger bara på det som visas: två kommuner vars visade tal är lika får samma jämförelse', () => {
    let lika = 0;
    fc.assert(
      fc.property(tabell, fc.nat(4), fc.nat(4), (tal, i, j) => {
        const ett = skydda(räknat(tal));
        // One household more in one group, and all that is shown the same: the comparison may not tell them apart.
        const fler = tal.map((rad, r) =>
          rad.map((p, k): readonly [number, number] =>
            r === i % tal.length && k === j % 3 ? [p[0], p[1] + 1] : [p[0], p[1]],
          ),
        );
        const annat = skydda(räknat(fler));
        if (JSON.stringify(annat.celler) !== JSON.stringify(ett.celler)) return;
        lika += 1;
        assert.deepEqual(likabehandling(likarader(annat)), likabehandling(likarader(ett)));
      }),
      { numRuns: 500, seed: 20261122 },
    );
    assert.ok(lika > 200, `${lika}`);
  });

  it('ingen rad bygger på färre än fem med eller utan utfallet, eller på en dold ruta', () => {
    let rader = 0;
    fc.assert(
      fc.property(tabell, (tal) => {
        const svar = skydda(räknat(tal));
        const visade = svar.celler.filter(({ grupper, värde }) => !grupper.includes(ALLA) && värde !== SKYDDAD);
        const med = likarader(svar);
        assert.equal(med.length, visade.length);
        for (const { distrikt, grupp, antal } of med) {
          rader += 1;
          const [utfall, sant] = tal[Number(distrikt.slice(1))]![Number(grupp.slice(1))]!;
          assert.ok(utfall >= 5 && sant - utfall >= 5, `${utfall} av ${sant}`);
          assert.equal(antal, Math.floor(sant / 5) * 5 + 2);
        }
      }),
      { numRuns: 500, seed: 20261122 },
    );
    assert.ok(rader > 1000, `${rader}`);
  });
});
