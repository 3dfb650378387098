import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { FÖRSÖRJNINGSHINDER } from '@stegvis/casework';
import { beräknaSnabbt, läsUnderlag } from '@stegvis/rules';
import { DIMENSIONER } from '../dimension.ts';
import type { Faktaparti } from '../fakta.ts';
import { nyttFacit } from './facit.ts';
import { långvarigt, mycketLångvarigt } from './langvarigt.ts';
import { sannSkillnad } from './sann-skillnad.ts';
import { SANNING } from './sanning.ts';
import { type Syntetkommun, syntetiskaFakta, syntetiskBefolkning } from './syntetiska-fakta.ts';
import { syntetiskaUnderlag } from './underlag.ts';

const kommun = (mer: Partial<Syntetkommun> = {}): Syntetkommun => ({
  frö: 7,
  hushåll: 40,
  från: '2021-11',
  till: '2026-10',
  ...mer,
});

/** The rows of all kinds but the activities' months, in order, as text. */
function personrader(beställd: Syntetkommun): string[] {
  return [...syntetiskaFakta(beställd)].flatMap(({ insatsmånader: _, ...parti }) =>
    Object.entries(parti).flatMap(([namn, rader]) => rader.map((rad) => `${namn} ${JSON.stringify(rad)}`)),
  );
}

const kontrollsumma = (rader: readonly string[]) =>
  createHash('sha256')
    .update([...rader].sort().join('\n'))
    .digest('hex');

describe('syntetisk kommun', () => {
  test('samma frö ger samma fakta, ett annat frö andra', () => {
    const ett = kontrollsumma(personrader(kommun()));
    assert.equal(kontrollsumma(personrader(kommun())), ett);
    assert.notEqual(kontrollsumma(personrader(kommun({ frö: 8 }))), ett);
  });

  test('de första hushållen av flera är desamma', () => {
    const få = personrader(kommun({ hushåll: 15 }));
    const fler = new Set(personrader(kommun({ hushåll: 30 })));
    assert.ok(få.length > 1000);
    assert.deepEqual(
      få.filter((rad) => !fler.has(rad)),
      [],
    );
    const underlag = [...syntetiskaUnderlag(7, 20)];
    assert.deepEqual([...syntetiskaUnderlag(7, 10)], underlag.slice(0, 10));
  });

  test('varje värde finns i dimensionerna, varje id en gång, och det som hör ihop stämmer', () => {
    const alla = samla(kommun());
    const hinder = new Set([...FÖRSÖRJNINGSHINDER.map(({ id }) => id), 'uppgift-saknas']);
    for (const rad of [...alla.hushållsmånader, ...alla.personmånader, ...alla.ansökningar, ...alla.perioder]) {
      assert.ok(Object.hasOwn(DIMENSIONER.aldersgrupp.värden, rad.aldersgrupp), rad.aldersgrupp);
      assert.ok(Object.hasOwn(DIMENSIONER.hushallstyp.värden, rad.hushallstyp), rad.hushallstyp);
      assert.ok(hinder.has(rad.hinder), rad.hinder);
    }
    for (const rader of [alla.ansökningar, alla.perioder, alla.händelser])
      assert.equal(new Set(rader.map(({ id }) => id)).size, rader.length);
    const nycklar = alla.personmånader.map(({ månad, person }) => `${månad} ${person}`);
    assert.equal(new Set(nycklar).size, nycklar.length);
    const iMånad = Map.groupBy(alla.personmånader, ({ månad, hushåll }) => `${månad} ${hushåll}`);
    for (const { månad, hushåll, vuxna, barn, belopp121, hushallstyp } of alla.hushållsmånader) {
      const personer = iMånad.get(`${månad} ${hushåll}`) ?? [];
      assert.equal(personer.filter(({ vuxen }) => vuxen).length, vuxna);
      assert.equal(personer.filter(({ vuxen }) => !vuxen).length, barn);
      assert.equal(hushallstyp, `${vuxna > 1 ? 'par' : 'ensam'}-${barn > 0 ? 'med' : 'utan'}-barn`);
      assert.ok(belopp121 > 0 && Number.isSafeInteger(belopp121));
    }
    const perioder = Map.groupBy(alla.perioder, ({ person }) => person);
    for (const { person, månad } of alla.personmånader.filter(({ vuxen }) => vuxen))
      assert.equal(
        perioder.get(person)?.filter((p) => p.från <= månad && (p.till === undefined || månad <= p.till)).length,
        1,
        `${person} ${månad}`,
      );
    for (const a of alla.ansökningar) {
      assert.ok(a.beslutad === undefined || a.beslutad >= a.inkommen, `${a.inkommen} ${a.beslutad}`);
      assert.equal(a.beslutad === undefined, a.utfall === undefined);
      assert.ok(!a.automatisk || a.utfall === 'bifall');
    }
    assert.ok(
      alla.ansökningar.some(({ beslutad }) => beslutad === undefined),
      'some wait',
    );
    for (const p of alla.perioder) {
      assert.ok(p.till === undefined || p.återansökt === undefined || p.återansökt.slice(0, 7) > p.till);
      assert.ok(p.återkom === undefined || p.återansökt !== undefined);
    }
  });

  test('storleken liknar det som är publicerat', () => {
    const facit = nyttFacit();
    const parti = samla(kommun({ hushåll: 250 }), facit);
    const månader = Object.values(facit.hushållsmånader);
    const snitt = månader.reduce((a, b) => a + b, 0) / månader.length / 250;
    assert.ok(snitt > 0.75 && snitt < 1.25, `${snitt} households a month for each ordered`);
    const kronor = facit.belopp['2026-09']! / facit.hushållsmånader['2026-09']! / 100;
    assert.ok(Math.abs(kronor - SANNING.snittKronor) < 900, `${kronor} kr`);
    const andel = facit.långvarigaUnderÅr['2025']! / facit.vuxnaUnderÅr['2025']!;
    assert.ok(andel > 0.48 && andel < 0.65, `long-term ${andel}`);
    const långa = parti.personår.filter((r) => r.vuxen && r.långvarigt);
    const kvinnor = långa.filter(({ kon }) => kon === 'kvinna').length / långa.length;
    assert.ok(kvinnor > 0.5 && kvinnor < 0.62, `women ${kvinnor}`);
    const nya = parti.ansökningar.filter(({ slag }) => slag === 'nyansokan');
    const arbete = nya.filter(({ hinder }) => /^(arbetslos|etablering|deltid|heltid)/.test(hinder)).length / nya.length;
    assert.ok(Math.abs(arbete - 0.83) < 0.06, `lack of work ${arbete}`);
  });

  test('återkomsten i fakta är den inbyggda, spår för spår', () => {
    const facit = nyttFacit();
    for (const _ of syntetiskaFakta(kommun({ hushåll: 300, från: '2016-11' }), facit));
    for (const [spår, { slutade, återkom }] of Object.entries(facit.återkomst)) {
      const sann = SANNING.återkomst[spår as keyof typeof SANNING.återkomst];
      // Partners leave and come back together, so the rows are about 1.2 to each household.
      const fel = 3 * Math.sqrt((1.3 * sann * (1 - sann)) / slutade);
      assert.ok(Math.abs(återkom / slutade - sann) < fel, `${spår}: ${återkom} av ${slutade}, ska vara ${sann}`);
    }
  });

  test('underlagen godtas av reglerna och ger bistånd', () => {
    const utfall = [...syntetiskaUnderlag(3, 300, '2026-09', '0001')].map((underlag) => {
      const läst = läsUnderlag(underlag);
      assert.ok(läst.ok, JSON.stringify(läst));
      return beräknaSnabbt(läst.underlag).utfall;
    });
    assert.ok(utfall.filter((u) => u === 'bifall').length > 280);
  });

  test('långvarigt och mycket långvarigt', () => {
    assert.deepEqual([9, 10, 12].map(långvarigt), [false, true, true]);
    const månader = (från: number, till: number) => Array.from({ length: till - från + 1 }, (_, i) => från + i);
    const år = 2026;
    const sist = 12 * år + 11;
    // 27 months at the end of the three years.
    assert.equal(mycketLångvarigt(new Set(månader(sist - 26, sist)), år), true);
    assert.equal(mycketLångvarigt(new Set(månader(sist - 25, sist)), år), false);
    // 20 + gap of 2 + 7 = 27; with a gap of 3 the chain breaks.
    assert.equal(mycketLångvarigt(new Set([...månader(sist - 28, sist - 9), ...månader(sist - 6, sist)]), år), true);
    assert.equal(mycketLångvarigt(new Set([...månader(sist - 29, sist - 10), ...månader(sist - 6, sist)]), år), false);
  });

  test('den sanna skillnaden: för hand i en månad', () => {
    // One month: 5 % a month for a man of 40 in Kompetenscenter in August (season 1.05): 5.25 %, and 1.8 times as much: 9.45 %.
    const skillnad = sannSkillnad({
      läge: { spår: 'Kompetenscenter', hinder: 'arbetslos-ingen-ersattning' },
      person: { kön: 'man', ålder: 40 },
      månader: 3,
      månad: 7,
      kvot: 1.8,
      andra: 1,
      partner: 0,
      senare: () => 0,
      efter: 1,
    });
    assert.ok(Math.abs(skillnad - 0.042) < 1e-12);
  });

  test('befolkningen har alla grupper och växer', () => {
    const rader = syntetiskBefolkning(kommun());
    const summa = (år: number) => rader.filter((r) => r.år === år).reduce((a, r) => a + r.antal, 0);
    assert.ok(summa(2025) > summa(2020));
    assert.equal(
      rader.some((r) => r.år === 2026),
      false,
    );
  });

  test('en omöjlig beställning nekas', () => {
    assert.throws(() => [...syntetiskaFakta(kommun({ frö: 1.5 }))], RangeError);
    assert.throws(() => [...syntetiskaFakta(kommun({ hushåll: 0 }))], RangeError);
    assert.throws(() => [...syntetiskaFakta(kommun({ till: '2020-01' }))], RangeError);
  });
});

function samla(beställd: Syntetkommun, facit = nyttFacit()): Faktaparti {
  const partier = [...syntetiskaFakta(beställd, facit)];
  return {
    hushållsmånader: partier.flatMap((p) => p.hushållsmånader),
    personmånader: partier.flatMap((p) => p.personmånader),
    personår: partier.flatMap((p) => p.personår),
    ansökningar: partier.flatMap((p) => p.ansökningar),
    perioder: partier.flatMap((p) => p.perioder),
    insatsmånader: partier.flatMap((p) => p.insatsmånader),
    händelser: partier.flatMap((p) => p.händelser),
  };
}
