import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { beräkna } from '../resultat/berakna.ts';
import { slumpunderlag } from '../slumpunderlag.ts';
import { läsUnderlag } from '../underlag/las-underlag.ts';
import type { Underlag, Vuxen } from '../underlag/underlag.ts';
import type { Nedsättningsgrund } from './nedsattning.ts';
import { nedsattMånad, personsAndel, prövaNedsättningsgrund } from './prova-nedsattning.ts';

const läs = <T>(fil: string) => parse(readFileSync(new URL(fil, import.meta.url), 'utf8')) as T[];

type Grundfall = {
  namn: string;
  dag: string;
  grund: Nedsättningsgrund | 'frivillig';
  vard: boolean;
  vantat: string;
  lagrum?: string[];
  varfor?: string;
};
for (const fall of läs<Grundfall>('./grund.fall.yaml'))
  test(`grund: ${fall.namn}`, () => {
    const svar = prövaNedsättningsgrund({ dag: fall.dag, grund: fall.grund, vård: fall.vard });
    assert.equal(svar.påföljd, fall.vantat);
    if (svar.påföljd === 'far-inte') assert.ok(svar.varför.includes(fall.varfor ?? assert.fail()), svar.varför);
    else assert.deepEqual(svar.lagrum, fall.lagrum);
  });

type Beloppsfall = {
  namn: string;
  underlag: unknown;
  personer: Record<string, { egenDel: number; hogst: number }>;
};
for (const fall of läs<Beloppsfall>('./belopp.fall.yaml'))
  test(`belopp: ${fall.namn}`, () => {
    const läst = läsUnderlag(fall.underlag);
    assert.ok(läst.ok, JSON.stringify(läst));
    const beräkning = beräkna(läst.underlag);
    for (const [person, väntat] of Object.entries(fall.personer)) {
      const { egenDel, högst } = personsAndel(beräkning, person);
      assert.deepEqual({ egenDel: egenDel / 100, hogst: högst / 100 }, väntat);
    }
  });

test('uträkningen visar stegen med lagrum', () => {
  const läst = läsUnderlag({ manad: '2026-12', inkommen: '2026-11-20', vuxna: [{ id: 'a', fodd: '1968-05-05' }] });
  assert.ok(läst.ok);
  const { trace } = personsAndel(beräkna(läst.underlag), 'a');
  const steg = trace.steps.find((s) => s.node === 'nedsattning.hogst');
  assert.ok(steg && 'citation' in steg);
  assert.equal(steg.citation?.place, '12 kap. 5 § första stycket socialtjänstlagen');
  assert.equal(steg.citation?.act, 'SFS 2026:730');
});

test('den som inte är en av de vuxna, för stora belopp och samma person två gånger vägras', () => {
  const läst = läsUnderlag({
    manad: '2026-12',
    inkommen: '2026-11-20',
    sambor: true,
    vuxna: [
      { id: 'a', fodd: '1968-05-05', inkomster: [{ typ: 'a-kassa', netto: 3000 }] },
      { id: 'b', fodd: '1968-05-05' },
    ],
  });
  assert.ok(läst.ok);
  const b = beräkna(läst.underlag);
  assert.throws(() => personsAndel(b, 'c'), /inte en av de vuxna/);
  assert.throws(() => nedsattMånad(b, [{ person: 'a', belopp: 355001 }]), /större än personens egen del/);
  assert.throws(() => nedsattMånad(b, [{ person: 'a', belopp: -1 }]), /större än personens egen del/);
  assert.throws(
    () =>
      nedsattMånad(b, [
        { person: 'a', belopp: 100 },
        { person: 'a', belopp: 100 },
      ]),
    /bara få en nedsättning/,
  );
  assert.throws(
    () =>
      nedsattMånad(b, [
        { person: 'a', belopp: 355000 },
        { person: 'b', belopp: 355000 },
      ]),
    /tillsammans större än biståndet/,
  );
});

/** Households with everything settled and little income, in a month of the law that refuses or reduces for one person. */
const hushåll = slumpunderlag
  .filter(({ manad }) => manad >= '2026-07')
  .map((underlag): Underlag => {
    const { tillgangar: _, normavvikelse: __, ...rest } = underlag;
    const lite = (inkomster: Vuxen['inkomster'] = []) =>
      inkomster.map((i) => ({ ...i, netto: Math.floor(i.netto / 5), raknatBelopp: Math.floor(i.netto / 5) }));
    return {
      ...rest,
      boende: { form: 'hyresratt' },
      vuxna: underlag.vuxna.map((v) => ({ ...v, inkomster: lite(v.inkomster) })),
      ...(underlag.barn ? { barn: underlag.barn.map((b) => ({ ...b, inkomster: lite(b.inkomster) })) } : {}),
      ...(underlag.kostnader ? { kostnader: underlag.kostnader.map((k) => ({ ...k, godkantBelopp: k.belopp })) } : {}),
    };
  });

test('i 10 000 hushåll ändrar en vuxens frånvaro aldrig någon annans del, boendet, barnen eller det gemensamma', () => {
  let medNedsättning = 0;
  fc.assert(
    fc.property(hushåll, fc.nat({ max: 1 }), fc.integer({ min: 0, max: 100 }), (underlag, vem, andel) => {
      const b = beräkna(underlag);
      if (b.bistand === null) return;
      const index = vem % underlag.vuxna.length;
      const person = underlag.vuxna[index]!.id;
      const { egenDel, högst } = personsAndel(b, person);
      const belopp = Math.round((högst * andel) / 100);
      const utan = nedsattMånad(b, []);
      const med = nedsattMånad(b, [{ person, belopp }]);
      if (belopp > 0) medNedsättning++;
      assert.deepEqual(
        med.rader.filter((rad) => rad.plats !== `vuxna[${index}]`),
        utan.rader.filter((rad) => rad.plats !== `vuxna[${index}]`),
      );
      assert.ok(belopp <= egenDel && egenDel <= Math.round(b.rader.familjekostnad * 100));
      assert.ok(med.kvar >= 0 && med.kvar === utan.kvar - belopp);
      assert.ok(med.rader.every((rad) => rad.efter >= 0 || rad.fore < 0));
      // What the household has and is paid still covers everything but the person's own part.
      const öre = (kronor: number) => Math.round(kronor * 100);
      const behov = öre(b.rader.norm) + öre(b.kostnader ?? 0);
      const har = behov + öre(b.resultat ?? 0);
      if (b.bistand > 0)
        assert.ok(
          har + öre(b.rader.forskott) + med.kvar >= behov - egenDel,
          `${har} + ${med.kvar} < ${behov} - ${egenDel}`,
        );
    }),
    { numRuns: 10_000, seed: 20261122 },
  );
  assert.ok(medNedsättning > 5000, `bara ${medNedsättning} hushåll fick något nedsatt`);
});
