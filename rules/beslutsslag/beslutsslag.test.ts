import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import {
  type Beslutsutfall,
  type Bestämmelse,
  beslutslagrum,
  beslutsregler,
  type Återkravsgrund,
} from './beslutsslag.ts';
import { fårAnsökaFrån, ivoBeslutSenast } from './overflyttning.ts';

interface Fall {
  namn: string;
  utfall: Beslutsutfall;
  bestammelse: Bestämmelse;
  grund?: Återkravsgrund;
  fel?: string;
  automatiskt: boolean;
  vag: string;
  till: string;
  horas: boolean;
  delges: boolean;
  genast: boolean;
  rapporteras: number | null;
}

const tabell = parse(readFileSync(new URL('beslutsslag.fall.yaml', import.meta.url), 'utf8')) as Fall[];

for (const fall of tabell)
  test(`beslutsslag: ${fall.namn}`, () => {
    const slag = { utfall: fall.utfall, bestämmelse: fall.bestammelse, återkravsgrund: fall.grund };
    if (fall.fel !== undefined) {
      assert.throws(
        () => beslutsregler(slag),
        (fault: Error) => fault instanceof RangeError && fault.message.includes(fall.fel!),
      );
      return;
    }
    const regler = beslutsregler(slag);
    assert.deepEqual(
      {
        automatiskt: regler.automatiskt.får,
        vag: regler.överklagande.väg,
        till: regler.överklagande.till,
        horas: regler.kommuniceras.krävs,
        delges: regler.återbetalning.kräverDelgivning,
        genast: regler.gällerOmedelbart.gäller,
        rapporteras: regler.rapporterasEfterMånader.månader ?? null,
      },
      {
        automatiskt: fall.automatiskt,
        vag: fall.vag,
        till: fall.till,
        horas: fall.horas,
        delges: fall.delges,
        genast: fall.genast,
        rapporteras: fall.rapporteras,
      },
    );
    assert.equal(regler.överklagande.veckor, 3);
    assert.ok(beslutslagrum(slag).length > 0);
  });

test('bara ett helt bifall av rätt får beslutas automatiskt, vad tabellen än säger', () => {
  const får = tabell.filter((f) => f.fel === undefined && f.automatiskt).map((f) => f.namn);
  assert.deepEqual(får, ['bifall av rätt']);
});

test('överflyttning: IVO efter en månad utan svar, beslut inom tre månader', () => {
  assert.equal(fårAnsökaFrån('2026-11-22'), '2026-12-23');
  assert.equal(fårAnsökaFrån('2027-01-31'), '2027-03-01');
  assert.equal(ivoBeslutSenast('2026-11-30'), '2027-02-28');
  assert.equal(ivoBeslutSenast('2026-12-01'), '2027-03-01');
});
