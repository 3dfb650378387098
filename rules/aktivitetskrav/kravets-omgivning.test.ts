import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addMonths, month, NotInForce } from '@stegvis/engine';
import fc from 'fast-check';
import { parse } from 'yaml';
import { kravfrån } from './kravfran.ts';
import { type Intygsfråga, läkarintygKrävs, SJUKDOMSHINDER } from './lakarintyg.ts';
import { läsAktivitetsunderlag } from './las-aktivitetsunderlag.ts';
import { prövaAktivitetskrav } from './prova-aktivitetskrav.ts';
import { uppehållsveckorPerÅr } from './uppehall.ts';

const läs = <T>(fil: string) => parse(readFileSync(new URL(`./${fil}.cases.yaml`, import.meta.url), 'utf8')) as T[];

for (const { namn, manader, svar } of läs<{ namn: string; manader: string[]; svar?: object }>('kravfran'))
  test(`kravfran: ${namn}`, () => {
    assert.deepEqual(kravfrån(manader), svar);
  });

for (const { namn, fraga, svar } of läs<{ namn: string; fraga: Intygsfråga; svar: Record<string, unknown> }>(
  'lakarintyg',
))
  test(`lakarintyg: ${namn}`, () => {
    const { text, ...utfall } = läkarintygKrävs(fraga);
    assert.match(text, /^[A-ZÅÄÖ].*\.$/);
    assert.deepEqual(utfall, { grund: undefined, ...svar, ...('grund' in svar ? {} : { grund: utfall.grund }) });
  });

const månader = fc.uniqueArray(fc.integer({ min: 0, max: 36 }).map((n) => addMonths(month('2025-06'), n) as string));

test('kravet ska ställas i just den månad som kravfrån säger, och inte månaden innan', () => {
  fc.assert(
    fc.property(månader, (bistandsmanader) => {
      const svar = kravfrån(bistandsmanader);
      if (svar === undefined) return assert.equal(bistandsmanader.length, 0);
      const fortsatt: string[] = [...bistandsmanader];
      for (let m = svar.följdTill; m < svar.från; m = addMonths(month(m), 1)) fortsatt.push(m);
      const krav = (manad: string) => {
        const läst = läsAktivitetsunderlag({ manad, person: { fodd: '1990-04-23', bistandsmanader: fortsatt } });
        assert.ok(läst.ok);
        return prövaAktivitetskrav(läst.underlag).krav;
      };
      assert.equal(krav(svar.från), 'ska');
      assert.equal(svar.planUnder, addMonths(month(svar.från), -1));
      if (svar.planUnder >= '2026-07' && svar.från > svar.följdTill) assert.equal(krav(svar.planUnder), 'far');
    }),
    { numRuns: 500 },
  );
});

test('fler sjukdagar i följd tar aldrig bort kravet på läkarintyg', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SJUKDOMSHINDER),
      fc.constantFrom('12:4', '12:4a', '12:4d', '12:4g', 'frivillig' as const),
      fc.nat(40),
      fc.boolean(),
      fc.boolean(),
      (hinder, anvisning, dagarIFöljd, särskildaSkäl, uppenbartObehövligt) => {
        const fråga = { hinder, anvisning, månad: '2027-02', särskildaSkäl, uppenbartObehövligt } as const;
        const nu = läkarintygKrävs({ ...fråga, dagarIFöljd });
        const senare = läkarintygKrävs({ ...fråga, dagarIFöljd: dagarIFöljd + 1 });
        assert.ok(!nu.krävs || senare.krävs);
        if (uppenbartObehövligt) assert.equal(nu.krävs, false);
      },
    ),
  );
});

test('uppehåll får ges fyra veckor per kalenderår, från juli 2026', () => {
  assert.deepEqual(uppehållsveckorPerÅr('2026-11'), {
    veckor: 4,
    grund: '12 kap. 4 f § socialtjänstlagen (lydelse enligt SFS 2026:730)',
  });
  assert.throws(() => uppehållsveckorPerÅr('2026-06'), NotInForce);
});
