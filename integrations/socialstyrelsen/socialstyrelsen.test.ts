import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { EXEMPELBESKRIVNING } from './exempel.ts';
import { läsPostbeskrivning, type Postbeskrivning } from './postbeskrivning.ts';
import { type Post, prövaPoster } from './prova-rader.ts';
import { filnamnet, skrivUtlämningsfil } from './skriv-fil.ts';

const FAST = {
  namn: 'Prov',
  ursprung: 'Påhittad för provet',
  slag: 'bistand',
  format: 'fast',
  radslut: 'lf',
  teckenkodning: 'iso-8859-1',
  rubrikrad: false,
  totalfilIDecember: false,
  filnamn: 'prov_{period}_{version}.txt',
  kodlistor: { h: { 'arbetslos-ingen-ersattning': 'A1', 'saknar-barnomsorg': 'B2' } },
  kolumner: [
    { namn: 'Nr', kalla: 'sokande.personnummer', start: 1, bredd: 12, kravs: true },
    { namn: 'Belopp', kalla: 'beviljat', start: 13, bredd: 6, utfyllnad: 'nolla-fore', kravs: true },
    { namn: 'Hinder', kalla: 'sokande.hinder', start: 19, bredd: 2, kodlista: 'h' },
    { namn: 'Hinder2', kalla: 'medsokande.hinder', start: 21, bredd: 2, kodlista: 'h' },
    { namn: 'Märke', fast: 'Å', start: 24, bredd: 1 },
  ],
};

function fel(ändra: (b: typeof FAST) => unknown): string[] {
  const b = structuredClone(FAST);
  const läst = läsPostbeskrivning(JSON.stringify(ändra(b) ?? b));
  return läst.ok ? [] : läst.fel.map(({ plats, text }) => `${plats}: ${text}`);
}

function beskrivning(ändra: (b: typeof FAST) => void = () => {}): Postbeskrivning {
  const b = structuredClone(FAST);
  ändra(b);
  const läst = läsPostbeskrivning(JSON.stringify(b));
  assert.ok(läst.ok);
  return läst.beskrivning;
}

const post = (own: Post['uppgifter'] = {}): Post => ({
  id: '1',
  benämning: 'Ärende 2026-1',
  uppgifter: {
    'sokande.personnummer': '199101022391',
    beviljat: 5220,
    'sokande.hinder': 'arbetslos-ingen-ersattning',
    ...own,
  },
  fel: [],
});

describe('postbeskrivning', () => {
  test('a right one has no faults', () => {
    assert.deepEqual(
      fel(() => {}),
      [],
    );
  });

  test('overlapping columns are named with their places', () => {
    const [ett, ...fler] = fel((b) => {
      b.kolumner[1]!.start = 10;
    });
    assert.equal(ett, 'kolumn 2 (Belopp): Kolumnen ligger på plats 10–15, ovanpå Nr på plats 1–12. Flytta en av dem.');
    assert.deepEqual(fler, []);
  });

  test('an unknown fact, a missing width, a missing start and a bad code list are each said where they are', () => {
    assert.match(
      fel((b) => {
        b.kolumner[1]!.kalla = 'skostorlek';
      }).join(),
      /kolumn 2 \(Belopp\), kalla: Uppgiften ”skostorlek” finns inte i Stegvis\. Välj en av: ar, manad/,
    );
    assert.match(
      fel((b) => {
        delete (b.kolumner[1] as { bredd?: number }).bredd;
      }).join(),
      /kolumn 2 \(Belopp\), bredd: En fast kolumn behöver en bredd/,
    );
    assert.match(
      fel((b) => {
        delete (b.kolumner[4] as { start?: number }).start;
      }).join(),
      /kolumn 5 \(Märke\), start/,
    );
    assert.match(
      fel((b) => {
        b.kolumner[2]!.kodlista = 'x';
      }).join(),
      /Kodlistan ”x” finns inte\..*h\./,
    );
    assert.match(
      fel((b) => {
        delete b.kolumner[2]!.kodlista;
      }).join(),
      /behöver en kodlista\. Stegvis har inga koder/,
    );
    assert.match(
      fel((b) => {
        (b.kodlistor.h as Record<string, string>)['trött'] = 'C';
      }).join(),
      /Värdet ”trött” finns inte/,
    );
    assert.match(
      fel((b) => {
        b.kodlistor.h['saknar-barnomsorg'] = 'LÅNG';
      }).join(),
      /Koden ”LÅNG” är längre än kolumnens 2 tecken/,
    );
    assert.match(
      fel((b) => {
        b.kolumner[1]!.kodlista = 'h';
      }).join(),
      /har inga värden att koda/,
    );
    assert.match(
      fel((b) => {
        b.kolumner[0]!.bredd = 10;
      }).join(),
      /minst 12/,
    );
  });

  test('what is not a layout at all is said too, and never thrown', () => {
    for (const text of [
      '',
      'null',
      '[]',
      '7',
      '{',
      '{"namn": 3}',
      '{"kolumner": [null]}',
      '{"kolumner": {"__proto__": 1}}',
    ]) {
      const läst = läsPostbeskrivning(text);
      assert.ok(!läst.ok && läst.fel.length > 0 && läst.fel.every((f) => /^[A-ZÅÄÖ]/.test(f.text)), text);
    }
    assert.match(fel((b) => ({ ...b, färg: 'röd' })).join(), /färg: Nyckeln finns inte\. Tillåtna nycklar: namn/);
    assert.match(fel((b) => ({ ...b, filnamn: '../../etc' })).join(), /filnamn: Filnamnet får ha/);
    assert.match(fel((b) => ({ ...b, format: 'avgransad' })).join(), /behöver ett tecken mellan/);
  });

  test('the example says that it is not official, is right, and has the 18 columns that are known', (t) => {
    assert.match(EXEMPELBESKRIVNING.namn, /inte officiell/);
    assert.ok(läsPostbeskrivning(JSON.stringify(EXEMPELBESKRIVNING)).ok);
    const källa = new URL(
      '../../../shared/contracts/socialstyrelsen/postbeskrivning_ekb_aldre_partiell.json',
      import.meta.url,
    );
    if (!existsSync(källa))
      return t.skip('../shared is not here, so the columns are not compared with the description');
    const gammal = JSON.parse(readFileSync(källa, 'utf8')) as { columns_monthly_file: { name: string }[] };
    assert.deepEqual(
      EXEMPELBESKRIVNING.kolumner.map(({ namn }) => namn),
      gammal.columns_monthly_file.slice(0, 18).map(({ name }) => name),
    );
  });
});

describe('poster', () => {
  test('a fixed row: 12 places of number, amount with zeros, codes, a gap, ISO 8859-1', () => {
    const b = beskrivning();
    const [rad] = prövaPoster(b, [post()]);
    assert.deepEqual(rad?.fel, []);
    const fil = skrivUtlämningsfil(b, [rad!.celler]);
    assert.equal(Buffer.from(fil).toString('latin1'), '199101022391005220A1   Å\n');
    assert.equal(fil.length, 25);
    assert.equal(filnamnet(b, { kommun: '0001', period: '2026-10', version: 2 }), 'prov_2026-10_2.txt');
  });

  test('a second adult without an obstacle is a fault; a household of one is not', () => {
    const [ensam, två] = prövaPoster(beskrivning(), [post(), post({ medsokande: 'ja' })]);
    assert.deepEqual(ensam?.fel, []);
    assert.deepEqual(
      två?.fel.map((f) => f.fält),
      ['Hinder2'],
    );
    assert.match(två!.fel[0]!.text, /inte bedömt\. Bedöm det för varje vuxen/);
  });

  test('every fault of a row has its field and what is needed', () => {
    const [rad] = prövaPoster(beskrivning(), [
      {
        ...post({ 'sokande.personnummer': '199101022392', beviljat: -1, 'sokande.hinder': 'pension-vantar' }),
        fel: [{ fält: 'summa', text: 'Fel summa.' }],
      },
    ]);
    assert.deepEqual(
      rad?.fel.map((f) => f.fält),
      ['summa', 'Nr', 'Belopp', 'Hinder'],
    );
    assert.match(rad!.fel[1]!.text, /tolv siffror/);
    assert.match(rad!.fel[3]!.text, /ingen kod för ”Pension\/Äldreförsörjningsstöd, Väntar på”\. Lägg till koden/);
    const [bred] = prövaPoster(beskrivning(), [post({ beviljat: 1_234_567 })]);
    assert.match(bred!.fel[0]!.text, /inte plats på 6 tecken/);
    const [saknar] = prövaPoster(beskrivning(), [post({ beviljat: undefined })]);
    assert.match(saknar!.fel[0]!.text, /måste finnas/);
  });

  test('a delimited file has header, delimiter and line end', () => {
    const rader = prövaPoster(EXEMPELBESKRIVNING, [
      post({ ar: '2026', manad: '10', kommun: '0001', 'barn-under-16': 2, 'sokande.kon': 'man', 'sokande.alder': 35 }),
    ]);
    assert.deepEqual(rader[0]?.fel, []);
    const fil = skrivUtlämningsfil({ ...EXEMPELBESKRIVNING, rubrikrad: true }, [rader[0]!.celler]);
    const [rubrik, rad, slut] = Buffer.from(fil).toString('latin1').split('\r\n');
    assert.equal(rubrik?.split('\t').length, 18);
    assert.equal(
      rad,
      ['2026', '10', '0001', '', '2', '5220', '199101022391', '1', '', '', '1', '35', ...Array(6).fill('')].join('\t'),
    );
    assert.equal(slut, '');
  });
});
