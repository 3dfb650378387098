import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ändraRegisterinställning } from './registerinstallning.ts';

const av = { id: 'u', namn: 'Förvaltaren' };
const grund = { rättsligGrund: {}, råaSvarDagar: 14, lagtext: undefined, av, nu: '2026-11-22T08:00:00.000Z' };

it('en rättslig grund måste sägas med ord, och en tom tar bort frågan', () => {
  const satt = ändraRegisterinställning({ ...grund, rättsligGrund: { TNS: ' 8 § vägtrafikdatalagen ', MIV: ' ' } });
  assert.ok(satt.ok);
  assert.deepEqual(satt.inställning.rättsligGrund, { TNS: '8 § vägtrafikdatalagen' });
  const kort = ändraRegisterinställning({ ...grund, rättsligGrund: { MIV: 'ja' } });
  assert.deepEqual(!kort.ok && kort.refusal.fält?.map((f) => f.fält), ['MIV']);
});

it('dagar utanför 1–90 och lagtext på flera rader avvisas', () => {
  for (const råaSvarDagar of [0, 91, 1.5, Number.NaN])
    assert.equal(ändraRegisterinställning({ ...grund, råaSvarDagar }).ok, false);
  const rader = ändraRegisterinställning({ ...grund, lagtext: '15 kap.\n10 §' });
  assert.deepEqual(!rader.ok && rader.refusal.fält?.map((f) => f.fält), ['lagtext']);
});
