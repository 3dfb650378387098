import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bosättningsomständighet,
  type Folkbokföringssvar,
  type Folkbokföringsuppgift,
  folkbokföringsavvikelser,
} from './folkbokforing.ts';

const svarat = (own: Partial<Folkbokföringsuppgift> = {}): Folkbokföringssvar => ({
  kvalitet: 'svarat',
  hämtad: '2026-11-22T08:00:00.000Z',
  version: 'prov',
  uppgift: { fornamn: 'A', efternamn: 'B', skydd: 'ingen', kommun: '0001', barn: [], ...own },
});
const tyst: Folkbokföringssvar = {
  kvalitet: 'ej-kontrollerbar',
  hämtad: '2026-11-22T08:00:00.000Z',
  version: 'prov',
  fel: { kod: 'tidsgrans', text: 'Folkbokföringen svarade inte i tid.', tillfälligt: true },
};
const ensam = { sökande: 'a', medsökande: undefined, uppgifter: {} };
const par = { sökande: 'a', medsökande: 'b', uppgifter: {} };
const barn = { id: 'x', namn: 'Barn', fodd: '2020-02-02' };

describe('folkbokföringen', () => {
  const fall: [string, Parameters<typeof folkbokföringsavvikelser>, string[]][] = [
    ['allt stämmer', [ensam, '0001', { a: svarat() }], []],
    ['annan kommun', [ensam, '0001', { a: svarat({ kommun: '0002' }) }], ['annan-kommun']],
    ['ingen kommun', [ensam, '0001', { a: svarat({ kommun: undefined as never }) }], ['inte-folkbokford']],
    ['okänd', [ensam, '0001', { a: { ...tyst, kvalitet: 'inget-hos-oss' } }], ['inte-folkbokford']],
    [
      'avregistrerad, sagt en gång',
      [ensam, '0001', { a: svarat({ kommun: '0002', avregistrerad: { orsak: 'utvandrad' } }) }],
      ['avregistrerad'],
    ],
    ['skyddad', [ensam, '0001', { a: svarat({ skydd: 'sekretessmarkering' }) }], ['skyddad']],
    ['gift som söker ensam', [ensam, '0001', { a: svarat({ civilstand: 'gift' }) }], ['gift-men-soker-ensam']],
    ['gift som söker tillsammans', [par, '0001', { a: svarat({ civilstand: 'gift' }), b: svarat() }], []],
    ['en av två har inget svar', [par, '0001', { a: svarat() }], ['okant']],
    ['tyst', [ensam, '0001', { a: tyst }], ['okant']],
    [
      'ett barn som inte är känt',
      [{ ...ensam, uppgifter: { barn: [barn] } }, '0001', { a: svarat() }],
      ['barn-inte-i-folkbokforingen'],
    ],
    [
      'ett barn som är den andras',
      [{ ...par, uppgifter: { barn: [barn] } }, '0001', { a: svarat(), b: svarat({ barn: [{ fodd: '2020-02-02' }] }) }],
      [],
    ],
    [
      'om barnen kan inget sägas när en vuxen saknas',
      [{ ...par, uppgifter: { barn: [barn] } }, '0001', { a: svarat(), b: tyst }],
      ['okant'],
    ],
  ];
  for (const [namn, given, koder] of fall)
    it(namn, () => {
      assert.deepEqual(
        folkbokföringsavvikelser(...given).map((a) => a.kod),
        koder,
      );
    });
});

it('stoppar för bosättningen det som rör kommunen, och det ingen vet', () => {
  assert.deepEqual(bosättningsomständighet(ensam, '0001', { a: svarat({ civilstand: 'gift' }) }), []);
  assert.equal(bosättningsomständighet(ensam, '0001', { a: svarat({ kommun: '0002' }) })?.length, 1);
  assert.equal(bosättningsomständighet(par, '0001', { a: svarat({ kommun: '0002' }) }), undefined);
  assert.equal(bosättningsomständighet(ensam, '0001', {}), undefined);
  assert.equal(bosättningsomständighet(ensam, '0001', { a: tyst }), undefined);
});
