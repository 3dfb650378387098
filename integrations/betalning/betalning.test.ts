import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { BetalfilsFel, type Betalfilsunderlag, betalfil, läsKonto, utbetalningsdag, ärBankdag } from './index.ts';

const XSD = join(import.meta.dirname, '../../../shared/contracts/iso20022/pain.001.001.03.xsd');

const underlag: Betalfilsunderlag = {
  meddelandeId: 'STEGVIS-20261125-0001',
  skapad: '2026-11-24T13:05:00.000Z',
  utbetalningsdag: '2026-11-25',
  betalare: {
    namn: 'Lindviks kommun',
    ort: 'Lindvik',
    organisationsnummer: '2120000000',
    iban: 'SE4280000890119146168423',
    bic: 'SWEDSESS',
  },
  betalningar: [
    {
      nyckel: 'SB0001',
      belopp: 522000,
      mottagare: { namn: 'Ensam förälder', ort: 'Lindvik' },
      konto: { clearing: '3300', nummer: '9101022391' },
    },
    {
      nyckel: 'SB0002',
      belopp: 734050,
      mottagare: { namn: 'A & B <åäö>', ort: 'Lindvik' },
      konto: { clearing: '83138', nummer: '1234567' },
    },
  ],
};

function valid(xml: string): void {
  const schema = XmlDocument.fromBuffer(readFileSync(XSD));
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
  }
}

test('the file is valid against pain.001.001.03', (t) => {
  if (!existsSync(XSD)) return t.skip('../shared/contracts is not here');
  valid(betalfil(underlag).xml);
});

test('any batch is valid, counts right and sums right', (t) => {
  if (!existsSync(XSD)) return t.skip('../shared/contracts is not here');
  const payment = fc.record({
    belopp: fc.integer({ min: 1, max: 5_000_000_00 }),
    namn: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).filter((s) => s.trim() !== ''),
    clearing: fc.constantFrom('3300', '6000', '83138'),
    nummer: fc.stringMatching(/^\d{7,10}$/),
  });
  fc.assert(
    fc.property(fc.array(payment, { minLength: 1, maxLength: 6 }), (list) => {
      const betalningar = list.map((p, i) => ({
        nyckel: `SB${i}`,
        belopp: p.belopp,
        mottagare: { namn: p.namn, ort: 'Lindvik' },
        konto: { clearing: p.clearing, nummer: p.nummer },
      }));
      const { xml } = betalfil({ ...underlag, betalningar });
      valid(xml);
      const sum = list.reduce((s, p) => s + p.belopp, 0);
      const printed = [...xml.matchAll(/<InstdAmt Ccy="SEK">(\d+)\.(\d\d)</g)].reduce(
        (s, m) => s + Number(m[1]) * 100 + Number(m[2]),
        0,
      );
      assert.equal(printed, sum);
      assert.equal(xml.match(/<NbOfTxs>(\d+)</)?.[1], String(list.length));
      assert.equal(Math.round(Number(xml.match(/<CtrlSum>([\d.]+)</)?.[1]) * 100), sum);
    }),
    { numRuns: 60 },
  );
});

test('the same input gives the same bytes', () => {
  assert.deepEqual(betalfil(underlag), betalfil(structuredClone(underlag)));
});

test('the fifth digit of a clearing number leads the account', () => {
  const { xml } = betalfil(underlag);
  assert.match(xml, /<MmbId>8313<\/MmbId>.*<Id>81234567<\/Id>/s);
});

test('text that a bank cannot read is written so that it can', () => {
  const { xml } = betalfil({
    ...underlag,
    betalningar: [{ ...underlag.betalningar[0]!, mottagare: { namn: 'Łukasz & 李 Čapek', ort: 'Åmål' } }],
  });
  assert.match(xml, /<Nm>\.ukasz &amp; \. Capek<\/Nm>/);
  assert.match(xml, /<TwnNm>Åmål<\/TwnNm>/);
});

const refusals: [string, Partial<Betalfilsunderlag>, RegExp][] = [
  ['an empty file', { betalningar: [] }, /inga betalningar/],
  ['a Sunday', { utbetalningsdag: '2026-11-22' }, /betalar inte ut 2026-11-22/],
  ['Christmas Eve', { utbetalningsdag: '2026-12-24' }, /betalar inte ut/],
  ['a date that is none', { utbetalningsdag: '25/11' }, /betalar inte ut/],
  ['the same payment twice', { betalningar: [underlag.betalningar[0]!, underlag.betalningar[0]!] }, /två gånger/],
  ['nothing to pay', { betalningar: [{ ...underlag.betalningar[0]!, belopp: 0 }] }, /Betalning 1 av 1: beloppet/],
  ['half an öre', { betalningar: [{ ...underlag.betalningar[0]!, belopp: 10.5 }] }, /hela ören/],
  [
    'no name',
    { betalningar: [{ ...underlag.betalningar[0]!, mottagare: { namn: ' ', ort: 'Lindvik' } }] },
    /namn saknas/,
  ],
  [
    'no town',
    { betalningar: [{ ...underlag.betalningar[0]!, mottagare: { namn: 'Sökande', ort: '' } }] },
    /ort saknas/,
  ],
  ['an identity that is too long', { meddelandeId: 'x'.repeat(36) }, /högst 35/],
  [
    'an account in words',
    { betalningar: [{ ...underlag.betalningar[0]!, konto: { clearing: 'abcd', nummer: '1' } }] },
    /kontot ska ha/,
  ],
];
for (const [what, change, message] of refusals)
  test(`refuses ${what}`, () => {
    assert.throws(
      () => betalfil({ ...underlag, ...change }),
      (error: unknown) => error instanceof BetalfilsFel && message.test(error.message),
    );
  });

const accounts: [string, string, string, string | RegExp][] = [
  ['Nordea, own number', '3300', '910102-2391', 'Nordea'],
  ['with spaces', ' 33 00 ', '91 01 02 23 91', 'Nordea'],
  ['Swedbank without check digit', '8327-9', '1234567', 'Swedbank'],
  ['a wrong check digit', '3300', '9101022392', /stämmer inte med Nordea/],
  ['a clearing number that no bank has', '0999', '1234567', /Ingen bank/],
  ['letters', '33ab', '1234567', /fyra siffror/],
  ['an account number that is empty', '3300', '', /bara siffror/],
];
for (const [what, clearing, nummer, expected] of accounts)
  test(`account: ${what}`, () => {
    const read = läsKonto({ clearing, nummer });
    if (typeof expected === 'string') assert.equal(read.ok && read.konto.bank, expected);
    else assert.match(read.ok ? '' : read.fel, expected);
  });

test('payment days: the first bank day on or after', () => {
  const days = [
    ['2026-11-25', '2026-11-25'],
    ['2026-11-28', '2026-11-30'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    ['2027-03-26', '2027-03-30'],
    ['2026-06-19', '2026-06-22'],
  ] as const;
  for (const [wished, day] of days) assert.equal(utbetalningsdag(wished), day, wished);
  assert.equal(ärBankdag('2026-06-19'), false);
  assert.throws(() => utbetalningsdag('2026-13-01'), RangeError);
});
