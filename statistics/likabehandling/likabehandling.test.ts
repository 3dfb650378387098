import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likabehandling } from './likabehandling.ts';

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
