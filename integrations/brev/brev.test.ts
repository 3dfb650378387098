import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { type Ansökningskvitto, ansökningskvitto, type Beslutsbrev, beslutsbrev, beslutsbrevText } from './index.ts';

const brev: Beslutsbrev = {
  kommun: 'Lindviks kommun',
  nämnd: 'Socialnämnden',
  kontakt: 'ring 08-465 004 00, vardagar 9–15',
  adress: '999 99 Lindvik',
  ärendenummer: '2026-17',
  mottagare: ['Ensam förälder'],
  beslut: {
    månad: '2026-12',
    utfall: 'bifall',
    belopp: 512_500,
    beslutsfattare: { slag: 'automatisk', funktion: 'Automatiskt bifall', delegationspunkt: '4.7' },
    motivering: 'Inkomsterna räcker inte till riksnormen och kostnaderna.',
    lagrum: ['12 kap. 1 § socialtjänstlagen (2025:400)'],
    beslutad: '2026-11-24T23:05:00.000Z',
  },
  utbetalningsdag: '2026-11-27',
  beräkning: [
    { slag: 'rubrik', text: 'Riksnorm', belopp: undefined },
    { slag: 'rad', text: 'Du, ensamstående', belopp: 1_227_000 },
    { slag: 'rad', text: 'Lön', belopp: -861_050 },
    { slag: 'summa', text: 'Du får', belopp: 512_500 },
  ],
  förklaring: [
    'Du får 5 125 kr för december 2026.',
    'Riksnormen för dig är 3 940 kr (12 kap. 2 § socialtjänstförordningen).',
  ],
};
const avslag: Beslutsbrev = {
  ...brev,
  utbetalningsdag: undefined,
  beslut: {
    ...brev.beslut,
    utfall: 'avslag',
    belopp: 0,
    beslutsfattare: {
      slag: 'handlaggare',
      id: '1',
      namn: 'Handläggare Ett',
      titel: 'Socialsekreterare',
      delegationspunkt: '4.2',
    },
  },
};
const kvitto: Ansökningskvitto = {
  kommun: 'Lindviks kommun',
  nämnd: 'Socialnämnden',
  kontakt: 'ring oss',
  ärendenummer: '2026-17',
  rubrik: 'Din ansökan för december 2026',
  inskickad: '2026-11-24T13:05:00.000Z',
  grupper: [
    { rubrik: 'Boende', svar: [{ fråga: 'Hyra', svar: '8 240 kr' }] },
    { rubrik: 'Inget här', svar: [] },
  ],
};

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pages = (bytes: Uint8Array) => latin(bytes).match(/\/Type ?\/Page\b/g)?.length ?? 0;

/** The structure tree: the kinds of its elements in the order they stand in the file. */
function structure(bytes: Uint8Array): string {
  const plain = latin(bytes);
  const packed = [...plain.matchAll(/\/Type ?\/ObjStm[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((m) =>
    inflateSync(Buffer.from(m[1] ?? '', 'latin1')).toString('latin1'),
  );
  return [plain, ...packed].join('\n');
}

test('the letter is PDF/UA-1 in Swedish, with a title, headings and table heads', () => {
  const pdf = beslutsbrev(brev);
  const text = structure(pdf);
  assert.match(latin(pdf), /^%PDF-1\.7/);
  assert.match(latin(pdf), /pdfuaid:part>1</);
  assert.match(text, /\/Lang ?\(sv-SE\)/);
  assert.match(text, /\/Marked true/);
  assert.match(text, /\/DisplayDocTitle true/);
  assert.equal(text.match(/\/S ?\/H1\b/g)?.length, 1);
  assert.ok((text.match(/\/S ?\/H2\b/g)?.length ?? 0) >= 4);
  for (const kind of ['Table', 'THead', 'TH', 'TD', 'TFoot', 'L', 'LI'])
    assert.match(text, new RegExp(`/S ?/${kind}\\b`));
});

test('the same decision gives the same bytes, also after other letters', () => {
  const first = beslutsbrev(brev);
  beslutsbrev({ ...avslag, mottagare: ['李'] });
  assert.deepEqual(beslutsbrev(structuredClone(brev)), first);
});

const HOSTILE = [
  '#panic("x") $ * _ < > @ ` = - + / \\ // /* ~ #sys',
  '#import "@preview/x:1.0.0"',
  '#read("/etc/passwd")',
  '\\"}{[]\'',
  '\ud800 \u0000\u0007\u001b',
  '\u202eabc\u2066',
  '\n\n\r\n',
  '',
  'x'.repeat(5_000),
  '1\u00a0'.repeat(2_000),
];
for (const hostile of HOSTILE)
  test(`nothing a person writes is read as markup: ${JSON.stringify(hostile.slice(0, 30))}`, () => {
    const pdf = beslutsbrev({
      ...brev,
      ärendenummer: hostile,
      mottagare: [hostile, hostile],
      förklaring: [hostile],
      beräkning: [{ slag: 'rad', text: hostile, belopp: 1 }],
      beslut: { ...brev.beslut, motivering: hostile },
    });
    assert.match(latin(pdf), /pdfuaid:part>1</);
  });

test('a paragraph that runs from the right is shown, also between others', () => {
  const fonts = structure(beslutsbrev({ ...brev, beslut: { ...brev.beslut, motivering: 'أريد أن أبدأ في العاشرة.' } }));
  assert.match(fonts, /\/FontName ?\/[A-Z]{6}\+NotoSansArabic/, 'a paragraph in a paragraph was left out');
});

test('names and answers in the languages of the applicants are set in their own letters, others as boxes', () => {
  const fonts = (name: string) => {
    const pdf = structure(beslutsbrev({ ...brev, mottagare: [name] }));
    return new Set([...pdf.matchAll(/\/FontName ?\/[A-Z]{6}\+([A-Za-z0-9]+)/g)].map((m) => m[1]));
  };
  assert.ok(fonts('نادية حسن').has('NotoSansArabic'));
  assert.ok(fonts('ትግርኛ').has('NotoSansEthiopic'));
  assert.ok(!fonts('Україна, Łukasz Åsa').has('NotoSansArabic'));
  assert.deepEqual(beslutsbrev({ ...brev, mottagare: ['李雷 ไทย'] }), beslutsbrev({ ...brev, mottagare: ['□□ □□□'] }));
});

test('ten thousand characters of reasons and two hundred lines make several pages', () => {
  const rader = Array.from({ length: 200 }, (_, i) => ({ slag: 'rad' as const, text: `Rad ${i}`, belopp: i * 100 }));
  const pdf = beslutsbrev({ ...brev, beräkning: rader, beslut: { ...brev.beslut, motivering: 'Ord '.repeat(2_500) } });
  assert.ok(pages(pdf) >= 8, String(pages(pdf)));
});

const flat = (text: unknown) => JSON.stringify(text).replaceAll('\u00a0', ' ');

test('the letter says what the law asks for', () => {
  const text = flat(beslutsbrevText(brev));
  for (const part of [
    'onsdag 25 november 2026',
    'fredag 27 november 2026',
    'Du får 5 125 kr för december 2026',
    'Du får allt du har sökt.',
    'Inkomsterna räcker inte till riksnormen och kostnaderna.',
    '−8 610,50 kr',
    'Socialnämnden beviljar din ansökan om ekonomiskt bistånd för december 2026 enligt 12 kap. 1 § socialtjänstlagen (2025:400).',
    'fattat automatiskt av funktionen Automatiskt bifall, enligt punkt 4.7 i delegationsordningen',
    'begära att en handläggare går igenom det',
    'inom tre veckor från den dag du fick beslutet (44 § förvaltningslagen)',
    'till socialnämnden, inte till domstolen: Socialnämnden, Lindviks kommun, 999 99 Lindvik.',
    'överklaga till förvaltningsrätten',
    'Vi hjälper dig att överklaga om du vill: ring 08-465 004 00, vardagar 9–15.',
  ])
    assert.ok(text.includes(part), part);
});

test('the heading is not said again among the reasons of the calculation', () => {
  const text = beslutsbrevText(brev);
  assert.equal(flat(text.avsnitt).includes('Du får 5 125 kr för december 2026.'), false);
  assert.ok(flat(text.avsnitt).includes('Riksnormen för dig är 3 940 kr'));
});

test('the sum at the end stands under no head', () => {
  const [, , calculation] = beslutsbrevText(brev).avsnitt;
  const part = calculation?.delar[0];
  assert.ok(part?.slag === 'kalkyl');
  assert.deepEqual(
    part.slutsumma.map((rad) => rad.text),
    ['Du får'],
  );
  assert.deepEqual(
    part.grupper.map((grupp) => [grupp.rubrik, grupp.rader.length]),
    [['Riksnorm', 2]],
  );
});

test('a refusal says so first, names who decided and that it is refused', () => {
  const text = beslutsbrevText(avslag);
  assert.equal(text.rubrik, 'Du får inte ekonomiskt bistånd för december 2026');
  assert.doesNotMatch(flat(text.ingress), /betalas ut|allt du har sökt/);
  assert.match(flat(text), /Socialnämnden avslår din ansökan/);
  assert.match(flat(text), /Beslutet är fattat av Handläggare Ett, socialsekreterare, enligt punkt 4\.2/);
  assert.doesNotMatch(flat(text), /automatiskt/i);
});

test('a partial grant says that not everything was granted', () => {
  const text = beslutsbrevText({ ...brev, beslut: { ...avslag.beslut, utfall: 'delavslag', belopp: 420_000 } });
  assert.match(flat(text), /Du får 4 200 kr för december 2026/);
  assert.match(flat(text.ingress), /Pengarna betalas ut fredag 27 november 2026.*Du får inte allt du har sökt/);
  assert.match(flat(text), /beviljar en del av din ansökan/);
});

test('a refusal without reasons is not written', () => {
  for (const utfall of ['avslag', 'delavslag'] as const)
    assert.throws(
      () => beslutsbrev({ ...avslag, beslut: { ...avslag.beslut, utfall, motivering: ' \n ' } }),
      /måste ha skäl \(32 § förvaltningslagen\)/,
    );
});

test('an instant that is none is not written', () => {
  assert.throws(() => ansökningskvitto({ ...kvitto, inskickad: 'i dag' }), RangeError);
});

test('the receipt of an application says when, and holds what was sent as it was written', () => {
  assert.match(latin(ansökningskvitto(kvitto)), /pdfuaid:part>1</);
  const long = { fråga: 'Meddelande till oss', svar: 'سلام، من به کمک نیاز دارم.\nRad två. '.repeat(300) };
  const pdf = ansökningskvitto({
    ...kvitto,
    grupper: [{ rubrik: 'Övrigt', svar: [long, { fråga: 'Tomt', svar: '' }] }],
  });
  assert.ok(pages(pdf) >= 3, String(pages(pdf)));
});
