import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate, month, NotInForce, overlay, parameter, setParameter } from '@stegvis/engine';
import { huvudgraf, normgraf } from '../resultat/normgraf.ts';
import { provforordning2027Law as prov } from './provforordning-2027.law.ts';
import { riksnormLaw } from './riksnorm.law.ts';

const { barn, barnUtanLunch, vuxna, gemensamma, hogstaRiksnorm } = riksnormLaw.parameters;
const medFörordning = overlay(huvudgraf, {
  name: 'påhittad förordning om riksnorm 2027',
  by: 'reform',
  parameters: [
    setParameter(parameter(barn), prov.parameters.barn),
    setParameter(parameter(barnUtanLunch), prov.parameters.barnUtanLunch),
    setParameter(parameter(vuxna), prov.parameters.vuxna),
    setParameter(parameter(gemensamma), prov.parameters.gemensamma),
    setParameter(parameter(hogstaRiksnorm), prov.parameters.hogstaRiksnorm),
  ],
});

const hushåll = (antalBarn: number, fler: object = {}) => ({
  vuxna: [{ id: 'v1' }],
  barn: Array.from({ length: antalBarn }, (_, i) => ({ id: `b${i}`, fodd: '2018-05-05', ...fler })),
});
const riksnormI = (manad: string, inkommen: string, facts: object) =>
  medFörordning.wire({ month: month(manad), applied: isoDate(inkommen) })(facts).riksnorm;

for (const { namn, barn: antal, fler, väntat } of [
  { namn: 'ensam vuxen', barn: 0, väntat: 4000 + 1300 },
  { namn: 'ett barn', barn: 1, väntat: 4000 + 4000 + 1500 },
  { namn: 'ett barn utan lunch', barn: 1, fler: { fodd: '2024-05-05', lunchBorta: true }, väntat: 4000 + 2500 + 1500 },
  { namn: 'tre barn begränsas inte', barn: 3, väntat: 4000 + 3 * 4000 + 2100 },
  { namn: 'fyra barn: tabellen ger 22 400, begränsningen 20 000', barn: 4, väntat: 20000 },
  { namn: 'fem barn: 21 000', barn: 5, väntat: 21000 },
  { namn: 'nio barn: den öppna raden 21 500', barn: 9, väntat: 21500 },
  {
    namn: 'fyra barn tio dagar: under gränsen räknas tabellen',
    barn: 4,
    fler: { dagar: 15 },
    väntat: 4000 + 4 * 2000 + 2400,
  },
]) {
  test(`en förordning som lagdata gör att januari 2027 går att räkna: ${namn}`, () => {
    assert.equal(riksnormI('2027-01', '2027-01-04', hushåll(antal, fler)), väntat * 100);
  });
}

test('begränsningen gäller också december 2026 när ansökan kom in i januari, men då saknas 2026 års belopp i den påhittade förordningen', () => {
  assert.throws(() => riksnormI('2026-12', '2027-01-10', hushåll(4)), NotInForce);
});

test('året efter förordningen finns inget svar', () => {
  assert.throws(() => riksnormI('2028-01', '2028-01-04', hushåll(0)), NotInForce);
});

test('lagens egen graf är orörd av den påhittade förordningen', () => {
  assert.throws(
    () => huvudgraf.wire({ month: month('2027-01'), applied: isoDate('2027-01-04') })(hushåll(0)),
    NotInForce,
  );
});

test('den andra läsningen i tolkning T03 är en ändring i lagdata: summorna är de som tolkningen visar', () => {
  const läsning = riksnormLaw.parameters.familjenSomEgetHushall;
  const annan = overlay(normgraf, {
    name: 'T03, läsning 2',
    by: 'reform',
    parameters: [
      setParameter(parameter(läsning), { ...läsning, versions: läsning.versions.map((v) => ({ ...v, value: true })) }),
    ],
  });
  const moment = { month: month('2026-09'), applied: isoDate('2026-09-01') };
  const riksnormen = (facts: object) => annan.explain(moment, facts).outputs.riksnorm / 100;
  const par = { vuxna: [{ id: 'v1' }, { id: 'v2' }] };
  assert.equal(riksnormen({ ...hushåll(1), personerIBostaden: 3 }), 9170);
  assert.equal(riksnormen({ ...hushåll(1), personerIBostaden: 5 }), 9170);
  assert.equal(riksnormen({ ...par, personerIBostaden: 3 }), 8510);
  assert.equal(riksnormen({ ...par, ...hushåll(1), vuxna: par.vuxna, personerIBostaden: 5 }), 12710);
  assert.equal(riksnormen({ ...hushåll(0), personerIBostaden: 5 }), 4406);
});
