import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import {
  BetalfilsFel,
  type Betalfilsunderlag,
  type Betalning,
  betalfil,
  type Girobetalning,
  type Kontobetalning,
} from './index.ts';

const FORMAT = ['pain.001.001.03', 'pain.001.001.09'] as const;
const xsdOf = (format: string) => join(import.meta.dirname, `../../../shared/contracts/iso20022/${format}.xsd`);

const person: Kontobetalning = {
  nyckel: 'SB0001',
  belopp: 522_000,
  mottagare: { namn: 'Ensam förälder', ort: 'Lindvik' },
  konto: { clearing: '3300', nummer: '9101022391' },
};
const hyresvärd: Girobetalning = {
  nyckel: 'SB0003',
  belopp: 750_005,
  mottagare: { namn: 'Hyresvärden AB', ort: 'Åmål' },
  giro: { slag: 'bankgiro', nummer: '991-2346' },
  referens: { ocr: '1234567897' },
};
const tandläkare: Girobetalning = {
  ...hyresvärd,
  nyckel: 'SB0004',
  giro: { slag: 'plusgiro', nummer: '920100-5' },
  referens: { meddelande: 'Faktura 4711 & 4712' },
};
const underlag: Betalfilsunderlag = {
  meddelandeId: 'STEGVIS-20261125-0001',
  skapad: '2026-11-24T23:05:00.000Z',
  utbetalningsdag: '2026-11-25',
  betalare: {
    namn: 'Lindviks kommun',
    ort: 'Lindvik',
    organisationsnummer: '2120000000',
    iban: 'SE4280000890119146168423',
    bic: 'SWEDSESS',
    bankgiro: '9912346',
  },
  betalningar: [
    person,
    {
      nyckel: 'SB0002',
      belopp: 734_050,
      mottagare: { namn: 'A & B <åäö>', ort: 'Lindvik' },
      konto: { clearing: '83138', nummer: '1234567' },
    },
    hyresvärd,
    tandläkare,
  ],
};

/** A function that throws unless the XML is valid, or undefined when the schema is not here (the test is then skipped). */
function schema(t: TestContext, format: string): ((xml: string) => void) | undefined {
  if (!existsSync(xsdOf(format))) {
    t.skip(`${format}.xsd is not in ../shared/contracts/iso20022`);
    return undefined;
  }
  const xsd = XmlDocument.fromBuffer(readFileSync(xsdOf(format)));
  const validator = XsdValidator.fromDoc(xsd);
  t.after(() => {
    validator.dispose();
    xsd.dispose();
  });
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
  };
}

for (const format of FORMAT)
  test(`the file is valid against ${format}, and a file without debtor is not`, (t) => {
    const validate = schema(t, format);
    if (!validate) return;
    const { xml } = betalfil({ ...underlag, format });
    validate(xml);
    assert.throws(() => validate(xml.replaceAll(/<Dbtr>.*?<\/Dbtr>/g, '')));
  });

const belopp = fc.integer({ min: 1, max: 5_000_000_00 });
const mottagare = fc.record({
  namn: fc
    .string({
      unit: fc.oneof(fc.constantFrom('å', 'Ö', '&', '<', ']]>', 'ł', '李', 'é', ' '), fc.string()),
      maxLength: 150,
    })
    .map((s) => `A${s}`),
  ort: fc.constantFrom('Lindvik', 'Åmål', 'Malung-Sälen', 'x'.repeat(60)),
});
const betalning = fc.oneof(
  fc.record({
    belopp,
    mottagare,
    konto: fc.record({
      clearing: fc.constantFrom('3300', '6000', '83138'),
      nummer: fc.stringMatching(/^\d{7,10}$/),
    }),
  }),
  fc.record({
    belopp,
    mottagare,
    giro: fc.constantFrom(hyresvärd.giro, tandläkare.giro),
    referens: fc.oneof(
      fc.constantFrom({ ocr: '1234567897' }, { ocr: '18' }),
      fc.string({ maxLength: 130 }).map((s) => ({ meddelande: `Faktura ${s}` })),
    ),
  }),
);
const batches = fc
  .array(betalning, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((b, i) => ({ ...b, nyckel: `SB${i}` }) as Betalning));

for (const format of FORMAT)
  test(`any batch is valid as ${format}, counts right, sums right, and loses no payment`, (t) => {
    const validate = schema(t, format);
    fc.assert(
      fc.property(batches, (betalningar) => {
        const { xml } = betalfil({ ...underlag, format, betalningar });
        validate?.(xml);
        const sum = betalningar.reduce((s, b) => s + b.belopp, 0);
        const amounts = [...xml.matchAll(/<InstdAmt Ccy="SEK">(\d+\.\d\d)</g)].map((m) => öre(m[1]));
        const sums = [...xml.matchAll(/<CtrlSum>(\d+\.\d\d)</g)].map((m) => öre(m[1]));
        const counts = [...xml.matchAll(/<NbOfTxs>(\d+)</g)].map((m) => Number(m[1]));
        const total = (list: number[]) => list.reduce((a, b) => a + b, 0);
        assert.equal(total(amounts), sum);
        assert.equal(sums[0], sum);
        assert.equal(total(sums.slice(1)), sum);
        assert.equal(counts[0], betalningar.length);
        assert.equal(total(counts.slice(1)), betalningar.length);
        for (const b of betalningar)
          assert.equal(xml.split(`<EndToEndId>${b.nyckel}</EndToEndId>`).length, 2, `${b.nyckel} once`);
      }),
      { numRuns: 300 },
    );
  });

function öre(kronor: string | undefined): number {
  return Number(kronor?.replace('.', ''));
}

test('the same input gives the same bytes, and the hash is of those bytes', () => {
  const one = betalfil(underlag);
  assert.deepEqual(one, betalfil(structuredClone(underlag)));
  assert.equal(one.sha256, createHash('sha256').update(one.xml, 'utf8').digest('hex'));
});

test('a benefit goes to an account as SALA without text; an invoice to a giro as SUPP with its OCR number', () => {
  const { xml } = betalfil(underlag);
  const [benefits = '', invoices = ''] = [...xml.matchAll(/<PmtInf>.*?<\/PmtInf>/gs)].map((m) => m[0]);
  assert.match(benefits, /<CtgyPurp><Cd>SALA<\/Cd>/);
  assert.doesNotMatch(benefits, /RmtInf|BGNR/);
  assert.match(benefits, /<MmbId>3300<\/MmbId>.*<Id>9101022391<\/Id><SchmeNm><Cd>BBAN<\/Cd>/);
  assert.match(invoices, /<CtgyPurp><Cd>SUPP<\/Cd>/);
  assert.match(invoices, /<DbtrAcct><Id><Othr><Id>9912346<\/Id><SchmeNm><Prtry>BGNR/);
  assert.match(invoices, /<MmbId>9900<\/MmbId>.*<Id>9912346<\/Id><SchmeNm><Prtry>BGNR/);
  assert.match(invoices, /<RmtdAmt Ccy="SEK">7500\.05<.*<Cd>SCOR<\/Cd>.*<Ref>1234567897<\/Ref>/);
  assert.match(invoices, /<MmbId>9960<\/MmbId>.*<Id>9201005<\/Id><SchmeNm><Cd>BBAN/);
  assert.match(invoices, /<Ustrd>Faktura 4711 &amp; 4712<\/Ustrd>/);
});

test('the fifth digit of a clearing number leads the account', () => {
  assert.match(betalfil(underlag).xml, /<MmbId>8313<\/MmbId>.*<Id>81234567<\/Id>/s);
});

test('the file is dated in Swedish time', () => {
  assert.match(betalfil(underlag).xml, /<CreDtTm>2026-11-25T00:05:00<\/CreDtTm>/);
});

const { bankgiro: _, ...utanBankgiro } = underlag.betalare;
const bad = (change: object): Partial<Betalfilsunderlag> => ({ betalningar: [{ ...person, ...change } as Betalning] });
const badGiro = (change: object): Partial<Betalfilsunderlag> => ({
  betalningar: [person, { ...hyresvärd, ...change } as Betalning],
});
const refusals: [string, Partial<Betalfilsunderlag>, RegExp][] = [
  ['an empty file', { betalningar: [] }, /inga betalningar/],
  ['a Sunday', { utbetalningsdag: '2026-11-22' }, /betalar inte ut 2026-11-22/],
  ['Christmas Eve', { utbetalningsdag: '2026-12-24' }, /betalar inte ut/],
  ['a date that is none', { utbetalningsdag: '2026-02-30' }, /betalar inte ut/],
  ['a time that is none', { skapad: 'i dag' }, /inte en tidpunkt/],
  ['the same payment twice', { betalningar: [person, person] }, /Betalning 2 av 2 finns redan/],
  ['nothing to pay', bad({ belopp: 0 }), /Betalning 1 av 1: beloppet/],
  ['a negative amount', bad({ belopp: -100 }), /mer än noll/],
  ['half an öre', bad({ belopp: 10.5 }), /hela ören/],
  ['an amount that is unknown', bad({ belopp: Number.NaN }), /hela ören/],
  ['no name', bad({ mottagare: { namn: ' ', ort: 'Lindvik' } }), /namn saknas/],
  ['a name that no bank can read', bad({ mottagare: { namn: '李 نادية', ort: 'Lindvik' } }), /inga latinska bokstäver/],
  ['no town', bad({ mottagare: { namn: 'Sökande', ort: '' } }), /ort saknas/],
  ['an identity that is too long', { meddelandeId: 'x'.repeat(34) }, /högst 33/],
  ['an identity with å', bad({ nyckel: 'SBå' }), /identiteten får ha/],
  ['an account in words', bad({ konto: { clearing: 'abcd', nummer: '1' } }), /kontot ska ha/],
  [
    'a bankgiro with a wrong digit',
    badGiro({ giro: { slag: 'bankgiro', nummer: '991-2345' } }),
    /Bankgironumret stämmer inte/,
  ],
  [
    'a plusgiro with a wrong digit',
    badGiro({ giro: { slag: 'plusgiro', nummer: '920100-6' } }),
    /Plusgironumret stämmer inte/,
  ],
  ['an OCR number with a wrong digit', badGiro({ referens: { ocr: '1234567890' } }), /2 av 2: OCR-numret stämmer inte/],
  ['an invoice without reference', badGiro({ referens: { meddelande: '' } }), /OCR-nummer eller ett meddelande/],
  ['a message that is too long', badGiro({ referens: { meddelande: 'x'.repeat(141) } }), /högst 140/],
  ['a bankgiro from Swedbank without own bankgiro', { betalare: utanBankgiro }, /Ange kommunens eget bankgiro/],
  [
    'an IBAN with a wrong digit',
    { betalare: { ...underlag.betalare, iban: 'SE4280000890119146168424' } },
    /IBAN stämmer inte/,
  ],
  ['a BIC that is none', { betalare: { ...underlag.betalare, bic: 'SWED<' } }, /BIC ska ha/],
  [
    'an organisation number that is none',
    { betalare: { ...underlag.betalare, organisationsnummer: '<' } },
    /tio siffror/,
  ],
  ['a payer without name', { betalare: { ...underlag.betalare, namn: '' } }, /Betalarens namn saknas/],
];
for (const [what, change, message] of refusals)
  test(`refuses ${what}`, () => {
    assert.throws(
      () => betalfil({ ...underlag, ...change }),
      (error: unknown) => error instanceof BetalfilsFel && message.test(error.message),
    );
  });

test('a refusal holds nothing about the person', () => {
  const secret = { namn: 'Skyddad Person', ort: '' };
  assert.throws(
    () => betalfil({ ...underlag, ...bad({ mottagare: secret }) }),
    (error: Error) => !/Skyddad|9101022391|3300/.test(error.message),
  );
});
