import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aviseringsväg, type Kontaktuppgift, ändraKontaktuppgift } from './kontaktuppgift.ts';
import { olästa, skrivMeddelande } from './meddelande.ts';

const ärende = { id: 'a1', sökande: 'p1', medsökande: 'p2' };
const skriv = (own: Partial<Parameters<typeof skrivMeddelande>[1]> = {}) =>
  skrivMeddelande(ärende, {
    id: 'm1',
    person: 'p1',
    ansökan: undefined,
    av: undefined,
    text: 'Hej',
    nu: '2026-11-20T08:00:00.000Z',
    ...own,
  });
const kod = (result: { ok: true } | { ok: false; refusal: { kod: string } }) => !result.ok && result.refusal.kod;

describe('skrivMeddelande', () => {
  it('is from the person when nobody on the staff wrote it', () => {
    const result = skriv({ text: ' Hej\r\ndär ' });
    assert.ok(result.ok);
    assert.deepEqual([result.meddelande.riktning, result.meddelande.text], ['till-oss', 'Hej\ndär']);
    assert.deepEqual(olästa([result.meddelande], 'personal'), [result.meddelande]);
    assert.deepEqual(olästa([result.meddelande], 'person'), []);
  });
  it('is from the staff, to one adult of the case', () => {
    const result = skriv({ av: { id: 'h1', namn: 'Handläggare' }, person: 'p2' });
    assert.ok(result.ok && result.meddelande.riktning === 'fran-oss' && result.meddelande.person === 'p2');
    assert.equal(kod(skriv({ person: 'p3' })), 'inte-i-arendet');
    assert.equal(kod(skriv({ person: '' })), 'inte-i-arendet');
  });
  it('is refused empty and too long', () => {
    assert.equal(kod(skriv({ text: ' \n ' })), 'tomt');
    assert.equal(kod(skriv({ text: 'x'.repeat(4001) })), 'for-langt');
    assert.ok(skriv({ text: 'x'.repeat(4000) }).ok);
  });
});

describe('ändraKontaktuppgift', () => {
  const ändra = (own: Partial<Parameters<typeof ändraKontaktuppgift>[1]> = {}, nuvarande?: Kontaktuppgift) =>
    ändraKontaktuppgift(nuvarande, {
      person: 'p1',
      telefon: '070-174 06 05',
      epost: 'person@example.com',
      avisering: 'sms',
      säkerKontakt: '',
      tolk: '',
      baseradPå: 0,
      nu: '2026-11-20T08:00:00.000Z',
      ...own,
    });
  const fält = (own: Parameters<typeof ändra>[0]) => {
    const result = ändra(own);
    return result.ok ? [] : (result.refusal.fält?.map((f) => f.fält) ?? []);
  };

  it('names the field that is wrong', () => {
    assert.deepEqual(fält({ telefon: 'ring mamma' }), ['telefon']);
    assert.deepEqual(fält({ telefon: '' }), ['telefon']);
    assert.deepEqual(fält({ telefon: '+46 70 174 06 05' }), []);
    for (const epost of [
      'person',
      'person@example',
      'a b@example.com',
      'a@b@example.com',
      `${'x'.repeat(250)}@example.com`,
    ])
      assert.deepEqual(fält({ epost }), ['epost'], epost);
    assert.deepEqual(fält({ epost: '', avisering: 'epost' }), ['epost']);
    assert.deepEqual(fält({ säkerKontakt: 'x'.repeat(1001) }), ['sakerKontakt']);
    assert.deepEqual(fält({ tolk: 'x'.repeat(101) }), ['tolk']);
  });
  it('is refused from an old version', () => {
    const första = ändra();
    assert.ok(första.ok);
    assert.equal(kod(ändra({}, första.kontaktuppgift)), 'andrad-pa-annat-hall');
    assert.ok(ändra({ baseradPå: 1 }, första.kontaktuppgift).ok);
  });
  it('sends notices only to those who asked, and never past a safe way', () => {
    const sparad = (own: Parameters<typeof ändra>[0]) => {
      const result = ändra(own);
      assert.ok(result.ok);
      return result.kontaktuppgift;
    };
    assert.deepEqual(aviseringsväg(sparad({})), { kanal: 'sms', till: '070-174 06 05' });
    assert.deepEqual(aviseringsväg(sparad({ avisering: 'epost' })), { kanal: 'epost', till: 'person@example.com' });
    assert.equal(aviseringsväg(undefined), undefined);
    assert.equal(aviseringsväg(sparad({ avisering: 'ingen' })), undefined);
    assert.equal(aviseringsväg(sparad({ säkerKontakt: 'Ring bara jobbet.' })), undefined);
  });
});
