import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { beräkna, type Underlag } from '@stegvis/rules';
import { kr } from '@stegvis/ui';
import { provberäkningRoutes } from './provberakning.tsx';
import { kurva } from './provberakning-kurva.ts';

const app = provberäkningRoutes({
  kommun: { namn: 'Lindviks kommun', nämnd: 'Socialnämnden', telefon: '0000-12 34 56', telefontid: 'vardagar 9–15' },
  idag: () => '2026-11-22',
});
const hämta = (fält: Record<string, string>) => app.request(`/provberakning?${new URLSearchParams(fält)}`);
const text = async (fält: Record<string, string>, status = 200): Promise<string> => {
  const svar = await hämta(fält);
  assert.equal(svar.status, status);
  return svar.text();
};
const kronor = (antal: number): string => kr(Math.round(antal * 100));
/** Sidan i ord, utan taggar. */
const ord = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
const iOrd = (mening: string): string => mening.replaceAll('\u00a0', ' ');
/** Felsammanfattningens rader: fältet de leder till och meningen. */
const felen = (html: string): Map<string, string> =>
  new Map(
    [...(html.split('class="error-summary"')[1]?.split('</ul>')[0] ?? '').matchAll(/<a href="#([^"]+)">([^<]+)</g)].map(
      ([, id, mening]) => [id ?? '', mening ?? ''],
    ),
  );
const värde = (html: string, namn: string): string | undefined =>
  new RegExp(`<input[^>]*name="${namn}"[^>]*`).exec(html)?.[0].match(/ value="([^"]*)"/)?.[1];

const ensam = { rakna: 'ja', manad: '2026-12', vuxna: '1', 'alder-1': '34' };
const medBarn = {
  ...ensam,
  'barn-1-alder': '9',
  'barn-2-alder': '5',
  'barn-2-lunch': 'ja',
  hyra: '8 240',
  el: '540,50',
  resor: '651',
  'lon-1': '10480',
  'jobbstimulans-1': 'ja',
  'inkomst-1-typ': 'barnbidrag',
  'inkomst-1-belopp': '2650',
};

describe('provberäkning', () => {
  const hushåll: [string, Record<string, string>, Underlag][] = [
    [
      'ensam utan något',
      ensam,
      { manad: '2026-12', inkommen: '2026-12-01', vuxna: [{ id: 'a', fodd: '1992-06-15', inkomster: [] }] },
    ],
    [
      'ensam med två barn, lunch på förskolan och jobbstimulans',
      medBarn,
      {
        manad: '2026-12',
        inkommen: '2026-12-01',
        vuxna: [
          {
            id: 'a',
            fodd: '1992-06-15',
            jobbstimulansFran: '2026-12',
            inkomster: [
              { typ: 'lon', netto: 10480 },
              { typ: 'barnbidrag', netto: 2650 },
            ],
          },
        ],
        barn: [
          { id: 'b', fodd: '2017-03-03' },
          { id: 'c', fodd: '2021-03-03', lunchBorta: true },
        ],
        kostnader: [
          { typ: 'boende', belopp: 8240 },
          { typ: 'hushallsel', belopp: 540.5 },
          { typ: 'arbetsresor', belopp: 651 },
        ],
      },
    ],
    [
      'par med gymnasist som delar bostad, med kommunens gränser',
      {
        ...ensam,
        vuxna: '2',
        'alder-2': '40',
        'lon-2': '3000',
        'barn-1-alder': '19',
        'barn-1-skola': 'ja',
        personer: '5',
        hyra: '15000',
        granser: 'ja',
        ovrigt: '400',
      },
      {
        manad: '2026-12',
        inkommen: '2026-12-01',
        kommun: '0001',
        sambor: true,
        personerIBostaden: 5,
        vuxna: [
          { id: 'a', fodd: '1992-06-15' },
          { id: 'b', fodd: '1986-06-15', inkomster: [{ typ: 'lon', netto: 3000 }] },
        ],
        barn: [{ id: 'c', fodd: '2007-02-02', skolungdom: true }],
        kostnader: [
          { typ: 'boende', belopp: 15000 },
          { typ: 'levnadskostnad-i-ovrigt', belopp: 400 },
        ],
      },
    ],
    [
      'en äldre månad',
      { ...ensam, manad: '2014-01', hyra: '4000' },
      {
        manad: '2014-01',
        inkommen: '2014-01-01',
        vuxna: [{ id: 'a', fodd: '1980-01-01' }],
        kostnader: [{ typ: 'boende', belopp: 4000 }],
      },
    ],
  ];
  for (const [namn, fält, underlag] of hushåll) {
    test(`samma summor som beräkna: ${namn}`, async () => {
      const väntat = beräkna(underlag);
      const html = ord(await text(fält));
      const du = underlag.vuxna.length > 1 ? 'Ni' : 'Du';
      assert.ok((väntat.bistand ?? 0) > 0);
      assert.match(html, new RegExp(`${du} skulle kunna få ${iOrd(kronor(väntat.bistand ?? 0))} för`));
      for (const tal of [väntat.riksnorm, väntat.kostnader ?? -1, väntat.inkomster ?? -1])
        assert.ok(html.includes(iOrd(kronor(tal))), `${tal} saknas`);
      assert.doesNotMatch(html, /[$]|undefined|NaN|\[object/);
      for (const rad of väntat.rader.personer) assert.ok(html.includes(iOrd(kronor(rad.belopp))));
    });
  }

  test('rätt ålder i månaden för varje ålder ett barn kan ha', async () => {
    for (let ålder = 0; ålder <= 20; ålder += 1) {
      const html = ord(await text({ ...ensam, 'barn-1-alder': String(ålder), 'barn-1-skola': 'ja' }));
      assert.ok(html.includes(`Barn 1, ${ålder} år`), `${ålder} år`);
    }
  });

  test('ett överskott sägs med beloppet, utan att stänga dörren', async () => {
    const utan = beräkna({ manad: '2026-12', inkommen: '2026-12-01', vuxna: [{ id: 'a', fodd: '1992-01-01' }] });
    const html = ord(await text({ ...ensam, 'lon-1': String((utan.bistand ?? 0) + 954) }));
    assert.match(html, /Dina inkomster är 954 kr högre än det som försörjningsstödet ska täcka/);
    assert.match(html, /Du kan alltid ansöka ändå/);
    assert.match(html, /Det här är ingen ansökan/);
    const precis = ord(await text({ ...ensam, 'lon-1': String(utan.bistand) }));
    assert.match(precis, /räcker precis/);
  });

  test('det en person måste avgöra ger ett spann och ingen kurva', async () => {
    const html = ord(await text({ ...ensam, 'inkomst-1-typ': 'gava', 'inkomst-1-belopp': '2000' }));
    const { spann } = beräkna({
      manad: '2026-12',
      inkommen: '2026-12-01',
      vuxna: [{ id: 'a', fodd: '1992-01-01', inkomster: [{ typ: 'gava', netto: 2000 }] }],
    });
    const [lägst, högst] = spann?.bistand ?? [0, 0];
    assert.equal(högst - lägst, 2000);
    assert.match(html, new RegExp(iOrd(`mellan ${kronor(lägst)} och ${kronor(högst)} för december 2026`)));
    assert.match(html, /Gåva: en handläggare avgör hur mycket som räknas av 2 000 kr/);
    assert.doesNotMatch(html, /Om du tjänar mer/);
  });

  test('en månad utan beslutade belopp sägs i ord och formuläret är kvar', async () => {
    const html = await text({ ...medBarn, manad: '2027-01' });
    assert.match(ord(html), /Det går inte att räkna på januari 2027 än/);
    assert.match(ord(html), /förordning om riksnorm .* inväntas/);
    assert.equal(värde(html, 'hyra'), '8 240');
  });

  test('första besöket visar formuläret utan fel och utan svar', async () => {
    const html = await text({});
    assert.doesNotMatch(html, /id="resultat"|error-summary/);
    assert.equal(värde(html, 'alder-1'), '35');
    assert.match(html, /<option value="2026-11" selected/);
    assert.match(html, /<option value="2026-12">/);
    assert.doesNotMatch(html, /<script(?![^>]*src=)|<style| style="/);
  });
});

describe('fel i formuläret', () => {
  const fel: Record<string, string> = {
    rakna: 'ja',
    manad: '2013-12',
    vuxna: '2',
    'alder-1': '17',
    'alder-2': 'sju',
    'barn-1-alder': '21',
    'barn-2-alder': '19',
    'barn-3-alder': '',
    personer: '2',
    hyra: '-5',
    el: '7,100',
    hemforsakring: 'NaN',
    'a-kassa': '1e9',
    resor: '12,345',
    ovrigt: '99999999',
    'lon-1': 'mycket',
    'lon-2': '5.5',
    'inkomst-1-typ': 'guldregn',
    'inkomst-1-belopp': 'abc',
    'inkomst-2-typ': 'barnbidrag',
    'inkomst-2-belopp': '',
  };

  test('allt som är fel sägs på en gång, med fältet och vad som får stå', async () => {
    const html = await text(fel);
    const funna = felen(html);
    assert.deepEqual(
      [...funna.keys()].sort(),
      [
        ...Object.keys(fel).filter((id) => !['rakna', 'vuxna', 'barn-2-alder', 'inkomst-2-typ'].includes(id)),
        'barn-2-skola',
      ].sort(),
    );
    const väntade: Record<string, RegExp> = {
      manad: /^Månad: .*januari 2014 till december 2027/,
      'alder-1': /^Din ålder: .*från 18 till 120/,
      'alder-2': /^Den andra vuxnas ålder: .*från 18 till 120/,
      'barn-1-alder': /^Ålder för barn 1: .*från 0 till 20/,
      'barn-2-skola': /^Barn 2 är 19 år .*grundskola eller gymnasium/,
      personer: /^Antal personer i bostaden: .*från 5 till 30/,
      hyra: /^Hyra .*utan minustecken/,
      el: /^Hushållsel: .*7.100.kr eller 7,10.kr/,
      ovrigt: /^Andra kostnader: .*högst 1.000.000.kr/,
      'lon-1': /^Din lön efter skatt: Skriv beloppet med siffror/,
      'inkomst-1-typ': /^Inkomst 1: välj en inkomst i listan/,
      'inkomst-2-belopp': /^Belopp för inkomst 2: /,
    };
    for (const [id, mening] of Object.entries(väntade)) assert.match(funna.get(id) ?? '', mening, id);
    assert.match(html, /<title>Fel: Provberäkning/);
    for (const id of funna.keys()) assert.match(html, new RegExp(` id="${id}"`), `inget fält ${id}`);
  });

  test('allt som skrevs står kvar', async () => {
    const html = await text(fel);
    for (const [namn, skrivet] of Object.entries(fel)) {
      if (['manad', 'vuxna', 'inkomst-1-typ', 'inkomst-2-typ'].includes(namn))
        assert.match(html, new RegExp(`value="${skrivet}" (selected|checked)`), namn);
      else assert.equal(värde(html, namn), skrivet, namn);
    }
  });

  test('ett okänt antal vuxna sägs', async () => {
    assert.match(felen(await text({ ...ensam, vuxna: '3' })).get('vuxna') ?? '', /en vuxen, eller två vuxna/);
  });

  test('fientligt innehåll blir meningar', async () => {
    const långt = 'x'.repeat(10_000);
    for (const skrivet of [långt, '-1', 'NaN', 'Infinity', '1'.repeat(300), '"><script>alert(1)</script>', '\u0000']) {
      const html = await text({
        ...ensam,
        manad: skrivet,
        'alder-1': skrivet,
        hyra: skrivet,
        personer: skrivet,
        'barn-1-alder': skrivet,
        'inkomst-1-typ': skrivet,
        'inkomst-1-belopp': skrivet,
        okant: skrivet,
      });
      assert.equal(felen(html).size, 7, skrivet.slice(0, 20));
      assert.doesNotMatch(html, /<script>alert/);
    }
    const trasig = await app.request('/provberakning?rakna=ja&hyra=%E0%A4%A&alder-1=35');
    assert.equal(trasig.status, 200);
  });

  test('99 barn och 99 inkomster är för många, och det sägs', async () => {
    const rader = Object.fromEntries(
      Array.from({ length: 99 }, (_, i) => [
        [`barn-${i + 1}-alder`, '5'],
        [`inkomst-${i + 1}-typ`, 'barnbidrag'],
        [`inkomst-${i + 1}-belopp`, '10'],
      ]).flat(),
    );
    const html = await text({ ...ensam, ...rader });
    assert.match(felen(html).get('barnen') ?? '', /högst 15 barn. Nu är det 99/);
    assert.match(felen(html).get('inkomsterna') ?? '', /högst 20 rader. Nu är det 99/);
    assert.equal(värde(html, 'barn-99-alder'), '5');
  });
});

describe('rader', () => {
  const till = async (fält: Record<string, string>): Promise<URL> => {
    const svar = await hämta(fält);
    assert.equal(svar.status, 303);
    return new URL(svar.headers.get('location') ?? '', 'http://stegvis.test');
  };
  const fälten = (url: URL): Record<string, string> => Object.fromEntries(url.searchParams);
  const { rakna: _, ...utanRakna } = medBarn;

  test('ett barn till: raden finns, inget annat är ändrat och inget är fel', async () => {
    const url = await till({ ...medBarn, hyra: 'fel skrivet', 'lagg-till': 'barn' });
    assert.equal(url.hash, '#barn-3-alder');
    assert.deepEqual(fälten(url), { ...utanRakna, hyra: 'fel skrivet', 'barn-3-alder': '' });
    const html = await text(fälten(url));
    assert.doesNotMatch(html, /error-summary/);
    assert.equal(värde(html, 'barn-3-alder'), '');
    assert.equal(värde(html, 'hyra'), 'fel skrivet');
  });

  test('en inkomst till', async () => {
    const url = await till({ ...medBarn, 'lagg-till': 'inkomst' });
    assert.equal(url.hash, '#inkomst-2-typ');
    assert.deepEqual(fälten(url), { ...utanRakna, 'inkomst-2-typ': '', 'inkomst-2-belopp': '' });
  });

  test('ett barn mindre: de andra flyttas upp med sina kryss', async () => {
    const { 'barn-2-alder': _ålder, 'barn-2-lunch': _lunch, ...kvar } = utanRakna;
    const url = await till({ ...medBarn, 'ta-bort': 'barn-1' });
    assert.deepEqual(fälten(url), { ...kvar, 'barn-1-alder': '5', 'barn-1-lunch': 'ja' });
  });

  test('en inkomst mindre', async () => {
    const { 'inkomst-1-typ': _typ, 'inkomst-1-belopp': _belopp, ...kvar } = utanRakna;
    assert.deepEqual(fälten(await till({ ...medBarn, 'ta-bort': 'inkomst-1' })), kvar);
  });

  test('en rad som inte finns ändrar inget', async () => {
    assert.deepEqual(fälten(await till({ ...medBarn, 'ta-bort': 'barn-77' })), utanRakna);
  });

  test('en tom inkomstrad är inget fel', async () => {
    const html = await text({ ...medBarn, 'inkomst-2-typ': '', 'inkomst-2-belopp': '' });
    assert.equal(felen(html).size, 0);
    assert.match(html, /id="resultat"/);
  });
});

describe('att dela', () => {
  const länk = (html: string): string =>
    /<a href="([^"]+)">Länk till den här/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

  test('adressen rymmer åldrar, antal och belopp, aldrig dagar eller namn', async () => {
    const html = await text({ ...medBarn, namn: 'Någon', personnummer: '199206152383' });
    const delad = new URL(länk(html), 'http://stegvis.test');
    assert.doesNotMatch(delad.href, /199206|Någon|N%C3%A5gon|\d{4}-\d{2}-\d{2}/);
    for (const [namn, skrivet] of delad.searchParams)
      assert.match(skrivet, namn === 'manad' ? /^\d{4}-\d{2}$/ : /^(ja|[a-z-]+|[\d\s,]+)$/, namn);
    assert.doesNotMatch(html, /Någon|199206152383/);
  });

  test('länken ger samma svar', async () => {
    const html = await text(medBarn);
    const igen = await (await app.request(länk(html))).text();
    assert.equal(igen, html);
  });
});

describe('om du tjänar mer', () => {
  const underlag: Underlag = {
    manad: '2026-12',
    inkommen: '2026-12-01',
    vuxna: [{ id: 'a', fodd: '1992-01-01', jobbstimulansFran: '2026-12', inkomster: [{ typ: 'lon', netto: 4000 }] }],
    kostnader: [{ typ: 'boende', belopp: 6000 }],
  };

  test('med jobbstimulans behåller man en fjärdedel, utan inget', async () => {
    const med = ord(await text({ ...ensam, hyra: '6000', 'lon-1': '4000', 'jobbstimulans-1': 'ja' }));
    assert.match(med, /Av 1 000 kr mer i lön behåller du 250 kr\./);
    const utan = ord(await text({ ...ensam, hyra: '6000', 'lon-1': '4000' }));
    assert.match(utan, /Av 1 000 kr mer i lön behåller du 0 kr\./);
    assert.match(utan, /kan ha jobbstimulans/);
  });

  test('varje punkt är lönen och biståndet enligt beräkna, och kurvan sjunker aldrig', () => {
    const funnen = kurva(underlag);
    assert.ok(funnen);
    assert.ok(funnen.punkter.length >= 40 && funnen.punkter.length <= 65, String(funnen.punkter.length));
    let förra = 0;
    for (const { lön, bistånd, attLevaPå } of funnen.punkter) {
      const { bistand } = beräkna({
        ...underlag,
        vuxna: [
          {
            id: 'a',
            fodd: '1992-01-01',
            jobbstimulansFran: '2026-12',
            inkomster: [{ typ: 'lon', netto: lön / 100 }],
          },
        ],
      });
      assert.equal(bistånd, Math.round((bistand ?? -1) * 100));
      assert.equal(attLevaPå, lön + bistånd);
      assert.ok(attLevaPå >= förra);
      förra = attLevaPå;
    }
    assert.ok(funnen.punkter.some(({ lön }) => lön === funnen.nu));
  });

  test('biståndet upphör vid den lön som sägs, inte en krona tidigare', () => {
    const upphör = (kurva(underlag)?.upphör ?? 0) / 100;
    const vid = (netto: number) =>
      beräkna({ ...underlag, vuxna: [{ ...underlag.vuxna[0]!, inkomster: [{ typ: 'lon', netto }] }] }).bistand;
    assert.equal(vid(upphör), 0);
    assert.ok((vid(upphör - 1) ?? 0) > 0);
    const slut = kurva(underlag)?.punkter.at(-1)?.lön ?? 0;
    assert.ok(slut >= upphör * 100 * 1.2);
  });

  test('för ett par sägs vad båda behåller när det skiljer sig', async () => {
    const html = ord(
      await text({ ...ensam, vuxna: '2', 'lon-1': '3000', 'lon-2': '3000', 'jobbstimulans-2': 'ja', hyra: '7000' }),
    );
    assert.match(html, /Av 1 000 kr mer i lön behåller ni 0 kr\./);
    assert.match(html, /Tjänar den andra vuxna 1 000 kr mer behåller ni 250 kr\./);
  });

  test('utan försörjningsstöd att minska ritas ingen kurva', async () => {
    const html = ord(await text({ ...ensam, 'inkomst-1-typ': 'pension', 'inkomst-1-belopp': '20000' }));
    assert.match(html, /Av 1 000 kr mer i lön behåller du 1 000 kr\./);
    assert.doesNotMatch(html, /Visa som tabell/);
  });
});
