import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ansökningskvitto, type Beslutsbrev, beslutsbrev, beslutsbrevText } from './index.ts';
import { belopptext } from './text.ts';

const brev: Beslutsbrev = {
  kommun: 'Lindviks kommun',
  nämnd: 'Socialnämnden',
  kontakt: 'ring 08-465 004 00, vardagar 9–15',
  ärendenummer: '2026-17',
  mottagare: ['Ensam förälder'],
  beslut: {
    månad: '2026-12',
    utfall: 'bifall',
    belopp: 512500,
    beslutsfattare: { slag: 'automatisk', funktion: 'Automatiskt bifall', delegationspunkt: '4.7' },
    motivering: 'Inkomsterna räcker inte till riksnormen och kostnaderna.',
    lagrum: ['12 kap. 1 § socialtjänstlagen (2025:400)'],
    beslutad: '2026-11-24T13:05:00.000Z',
  },
  utbetalningsdag: '2026-11-27',
  beräkning: [
    { slag: 'rubrik', text: 'Riksnorm', belopp: undefined },
    { slag: 'rad', text: 'Du, ensamstående', belopp: 394000 },
    { slag: 'summa', text: 'Du får', belopp: 512500 },
  ],
  förklaring: ['Riksnormen för dig är 3 940 kr (12 kap. 2 § socialtjänstförordningen).'],
};

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

test('the letter is PDF/UA-1, tagged, in Swedish and with a title', () => {
  const pdf = latin(beslutsbrev(brev));
  assert.match(pdf, /^%PDF-/);
  assert.match(pdf, /\/Lang ?\(sv/);
  assert.match(pdf, /pdfuaid:part/);
  assert.match(pdf, /\/MarkInfo/);
  assert.match(pdf, /\/DisplayDocTitle true/);
});

test('the same decision gives the same bytes', () => {
  assert.deepEqual(beslutsbrev(brev), beslutsbrev(structuredClone(brev)));
});

test('nothing a person has written is read as markup, and no character stops the letter', () => {
  for (const hostile of [
    '#panic("x") $ * _ < > @ `',
    '\\"}{[',
    'نادية',
    '李',
    '\ud800',
    '\u0000\u0007',
    '#import "x"',
    'Łukasz Åsa',
  ]) {
    const pdf = beslutsbrev({
      ...brev,
      mottagare: [hostile],
      förklaring: [hostile],
      beslut: { ...brev.beslut, motivering: hostile },
    });
    assert.match(latin(pdf), /^%PDF-/, hostile);
  }
});

test('ten thousand characters of reasons and two hundred lines make several pages', () => {
  const rader = Array.from({ length: 200 }, (_, i) => ({ slag: 'rad' as const, text: `Rad ${i}`, belopp: i * 100 }));
  const pdf = latin(
    beslutsbrev({ ...brev, beräkning: rader, beslut: { ...brev.beslut, motivering: 'Ord '.repeat(2500) } }),
  );
  assert.ok((pdf.match(/\/Type ?\/Page\b/g) ?? []).length >= 5);
});

test('the letter says what the law asks for', () => {
  const flat = JSON.stringify(beslutsbrevText(brev));
  for (const part of [
    'tisdag 24 november 2026',
    'fredag 27 november 2026',
    'Du får 5\u202f125\u00a0kr för december 2026',
    'punkt 4.7',
    'funktionen Automatiskt bifall',
    'inom tre veckor från den dag du fick beslutet',
    'socialnämnden',
    'förvaltningsrätten',
    '12 kap. 1 §',
  ])
    assert.ok(flat.includes(part), part);
});

test('a refusal says so first and names who decided', () => {
  const text = beslutsbrevText({
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
  });
  assert.equal(text.rubrik, 'Du får inte ekonomiskt bistånd för december 2026');
  assert.deepEqual(text.ingress, []);
  assert.match(
    JSON.stringify(text.avsnitt),
    /Beslutet är fattat av Handläggare Ett, socialsekreterare, enligt punkt 4\.2/,
  );
});

test('amounts are typography', () => {
  assert.equal(belopptext(-861050), '−8\u202f610,50\u00a0kr');
  assert.equal(belopptext(5), '0,05\u00a0kr');
  assert.equal(belopptext(100000000), '1\u202f000\u202f000\u00a0kr');
});

test('the receipt of an application is a letter too', () => {
  const pdf = ansökningskvitto({
    kommun: 'Lindviks kommun',
    nämnd: 'Socialnämnden',
    kontakt: 'ring oss',
    ärendenummer: '2026-17',
    rubrik: 'Din ansökan för december 2026',
    inskickad: '2026-11-24T13:05:00.000Z',
    grupper: [{ rubrik: 'Boende', svar: [{ fråga: 'Hyra', svar: '8 240 kr' }] }],
  });
  assert.match(latin(pdf), /pdfuaid:part/);
});
