import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Återrapport } from '@stegvis/casework';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { betalfil, läsBankfil, STÖRSTA_BANKFIL, svaraSomBanken } from './index.ts';

const CONTRACT = join(import.meta.dirname, '../../../shared/contracts/iso20022');
const IBAN = 'SE4280000890119146168423';

const { xml } = betalfil({
  meddelandeId: 'STEGVIS-20261127-1',
  skapad: '2026-11-26T10:00:00.000Z',
  utbetalningsdag: '2026-11-27',
  betalare: {
    namn: 'Lindviks kommun',
    ort: 'Lindvik',
    organisationsnummer: '2120000000',
    iban: IBAN,
    bic: 'NDEASESS',
  },
  betalningar: [
    {
      nyckel: 'SB1',
      belopp: 522_000,
      mottagare: { namn: 'Ett', ort: 'Lindvik' },
      konto: { clearing: '3300', nummer: '9101022391' },
    },
    {
      nyckel: 'SB2',
      belopp: 100_050,
      mottagare: { namn: 'Två', ort: 'Lindvik' },
      konto: { clearing: '3300', nummer: '9101022391' },
    },
    {
      nyckel: 'SB3',
      belopp: 750_005,
      mottagare: { namn: 'Hyresvärd', ort: 'Lindvik' },
      giro: { slag: 'bankgiro', nummer: '9912346' },
      referens: { ocr: '18' },
    },
  ],
});
const svar = (beteende: Partial<Parameters<typeof svaraSomBanken>[1]> = {}) =>
  svaraSomBanken(xml, { iban: IBAN, dag: '2026-11-27', ...beteende });

function läs(text: string): Återrapport {
  const read = läsBankfil(Buffer.from(text), IBAN);
  assert.ok(read.ok, read.ok ? '' : read.fel);
  return read.rapport;
}
function fel(text: string | Uint8Array): string {
  const read = läsBankfil(typeof text === 'string' ? Buffer.from(text) : text, IBAN);
  assert.ok(!read.ok);
  return read.fel;
}

test('the stand-in answers as the contract says', (t) => {
  const { pain002, camt054 } = svar({
    avvisa: { SB2: { kod: 'AC01', text: 'Fel & konto' } },
    återbetala: { SB1: { kod: 'AC04', text: 'Avslutat' } },
  });
  for (const [text, name] of [
    [pain002, 'pain.002.001.11.xsd'],
    [camt054, 'camt.054.001.08.xsd'],
    [svar({ klumpa: true }).camt054, 'camt.054.001.08.xsd'],
  ] as const)
    validate(t, text, name);
});

function validate(t: TestContext, text: string, name: string): void {
  const file = join(CONTRACT, name);
  if (!existsSync(file)) {
    t.skip(`${name} is not in ../shared/contracts/iso20022`);
    return;
  }
  const xsd = XmlDocument.fromBuffer(readFileSync(file));
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    xsd.dispose();
  }
}

test('a status report: who is rejected, with the bank’s code and words', () => {
  const rapport = läs(svar({ avvisa: { SB2: { kod: 'AC01', text: 'Fel & konto' } } }).pain002);
  assert.equal(rapport.slag, 'pain.002');
  assert.equal(rapport.meddelandeId, 'BANK-S-1');
  assert.deepEqual(
    rapport.rader.map((r) => [r.nyckel, r.grupp, r.besked, r.kod, r.text]),
    [
      ['SB2', 'STEGVIS-20261127-1-K', 'avvisad', 'AC01', 'Fel & konto'],
      [undefined, 'STEGVIS-20261127-1-G', 'mottagen', undefined, undefined],
    ],
  );
});

test('a notification: each booked debit and return, in öre and with its day', () => {
  const rapport = läs(svar({ återbetala: { SB1: { kod: 'AC04', text: 'Avslutat' } } }).camt054);
  assert.deepEqual(
    rapport.rader.map((r) => [r.nyckel, r.besked, r.belopp, r.valuta, r.dag, r.kod]),
    [
      ['SB1', 'utbetald', 522_000, 'SEK', '2026-11-27', undefined],
      ['SB2', 'utbetald', 100_050, 'SEK', '2026-11-27', undefined],
      ['SB1', 'aterbetald', 522_000, 'SEK', '2026-11-27', 'AC04'],
      ['SB3', 'utbetald', 750_005, 'SEK', '2026-11-27', undefined],
    ],
  );
});

test('a batch booked as one debit is named by its batch', () => {
  assert.deepEqual(
    läs(svar({ klumpa: true }).camt054).rader.map((r) => [r.nyckel, r.grupp, r.besked, r.belopp]),
    [
      [undefined, 'STEGVIS-20261127-1-K', 'utbetald', 622_050],
      [undefined, 'STEGVIS-20261127-1-G', 'utbetald', 750_005],
    ],
  );
});

test('what is not booked, and a debit that is taken back, change nothing', () => {
  const { camt054 } = svar();
  assert.ok(läs(camt054.replaceAll('<Cd>BOOK</Cd>', '<Cd>PDNG</Cd>')).rader.every((r) => r.besked === 'mottagen'));
  const reversed = camt054.replaceAll('</CdtDbtInd><Sts>', '</CdtDbtInd><RvslInd>true</RvslInd><Sts>');
  assert.ok(läs(reversed).rader.every((r) => r.besked === 'mottagen'));
});

const doc = (ns: string, body: string) => `<Document xmlns="${ns}">${body}</Document>`;
const CAMT = 'urn:iso:std:iso:20022:tech:xsd:camt.054.001.08';
test('what is not read says why', () => {
  const { camt054, pain002 } = svar();
  assert.match(fel('hej'), /inte XML/);
  assert.match(fel(new Uint8Array([0xff, 0xfe, 0x00])), /inte XML/);
  assert.match(fel(`<!DOCTYPE a [<!ENTITY b "${'c'.repeat(10)}">]>${camt054.slice(39)}`), /dokumenttypsdeklaration/);
  assert.match(fel(doc('urn:iso:std:iso:20022:tech:xsd:pain.001.001.03', '')), /pain\.001\.001\.03/);
  assert.match(fel('<Document/>'), /inte märkt/);
  assert.match(fel(doc(CAMT, '<BkToCstmrDbtCdtNtfctn/>')), /meddelandeidentitet/);
  assert.match(fel(camt054.replace('<Ntfctn>', '<Ntfctn xmlns="urn:annat">')), /blandar/);
  assert.match(fel(camt054.replace(IBAN, 'SE3550000000054910000003')), /annat konto/);
  assert.match(fel(camt054.replaceAll('5220.00', '5220.005')), /belopp/);
  assert.match(fel(camt054.replace('2026-11-27</Dt>', '2026-02-30</Dt>')), /datum/);
  assert.match(fel(pain002.replace('pain.001.001.03', 'pain.008.001.02')), /pain\.008\.001\.02, inte på en betalfil/);
  assert.match(fel(new Uint8Array(STÖRSTA_BANKFIL + 1)), /större än 20 MB/);
  assert.match(fel(`<a>${'<a>'.repeat(100_000)}`), /inte XML/);
});

test('1,000 damaged reports are read or refused, never a fault', () => {
  const { camt054, pain002 } = svar({ avvisa: { SB2: { kod: 'AC01', text: 'Fel' } } });
  fc.assert(
    fc.property(
      fc.constantFrom(camt054, pain002),
      fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 4 }),
      (text, edits) => {
        const damaged = edits.reduce((s, [at, cut, put]) => {
          const i = at % s.length;
          return s.slice(0, i) + put + s.slice(i + cut);
        }, text);
        const read = läsBankfil(Buffer.from(damaged), IBAN);
        if (read.ok)
          for (const rad of read.rapport.rader)
            assert.ok(rad.belopp === undefined || (Number.isSafeInteger(rad.belopp) && rad.belopp >= 0));
        else assert.match(read.fel, /\.$/);
      },
    ),
    { numRuns: 1000 },
  );
});

const SAMPLES = join(CONTRACT, 'samples-ch');
const samples = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((f) => f.endsWith('.xml')) : [];
test('the samples in the contract are read, or refused with the reason', (t) => {
  if (samples.length === 0) return t.skip('samples-ch is not in ../shared/contracts/iso20022');
  const outcome: Record<string, string> = {};
  for (const file of samples) {
    const bytes = readFileSync(join(SAMPLES, file));
    const text = bytes.toString('utf8');
    const theirs = /<IBAN>(\w+)<\/IBAN>/.exec(text)?.[1] ?? IBAN;
    const read = läsBankfil(bytes, theirs);
    outcome[file] = read.ok ? `${read.rapport.slag}: ${read.rapport.rader.map((r) => r.besked).join()}` : read.fel;
  }
  const of = (part: string) => outcome[samples.find((f) => f.includes(part)) ?? ''];
  assert.equal(of('camt054-returns_p_ch5109'), 'camt.054: aterbetald');
  assert.equal(of('_0_2019052003522556'), 'camt.054: utbetald,utbetald,utbetald');
  assert.match(of('musterfile') ?? '', /pain\.001\.001\.03\.ch\.02/);
  assert.match(of('pain002-epo') ?? '', /six-interbank-clearing/);
  assert.match(of('invalid_pain_v11') ?? '', /inte märkt/);
  assert.match(of('_pain_v11') ?? '', /./);
});

test('the Swiss status reports, in the namespace of the standard, are read as they mean', (t) => {
  if (samples.length === 0) return t.skip('samples-ch is not in ../shared/contracts/iso20022');
  const swiss = (part: string) => {
    const file = samples.find((f) => f.includes(part))!;
    const text = readFileSync(join(SAMPLES, file), 'utf8');
    return läs(text.replace(/xmlns="[^"]*pain\.002[^"]*"/, 'xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"'));
  };
  const short = (r: Återrapport) => r.rader.map((x) => [x.nyckel ?? x.grupp ?? x.meddelandeId, x.besked, x.kod]);
  assert.deepEqual(short(swiss('2018031511252307')), [['EndToEndId-001-03-04', 'avvisad', 'AC01']]);
  assert.deepEqual(short(swiss('2018032614401842')), [['MsgId-005', 'avvisad', 'AM10']]);
  assert.deepEqual(short(swiss('2018031510491259')), [['MsgId-001', 'mottagen', undefined]]);
  assert.deepEqual(short(swiss('2018032612092784')), [
    ['EndToEndId-006-01-01', 'avvisad', 'AC01'],
    ['PmtInfId-006-01', 'avvisad', 'NARR'],
  ]);
});
