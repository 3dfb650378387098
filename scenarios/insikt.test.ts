import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { läsbarPdf, tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

const STATISTIK = '/handlaggning/statistik';
const KVALITET = '/handlaggning/kvalitet';
/** Two columns that lie on each other; `Nr` moved to the right mends it. */
const lager = (startNr: number) => ({
  namn: 'Prov med fasta bredder',
  ursprung: 'Påhittad för provet',
  slag: 'bistand',
  format: 'fast',
  radslut: 'crlf',
  teckenkodning: 'utf-8',
  rubrikrad: false,
  totalfilIDecember: true,
  filnamn: 'prov_{kommun}_{period}_{version}.txt',
  kodlistor: {},
  kolumner: [
    { namn: 'Ar', kalla: 'ar', start: 1, bredd: 4, kravs: true },
    { namn: 'Nr', kalla: 'sokande.personnummer', start: startNr, bredd: 12, kravs: true },
    { namn: 'Belopp', kalla: 'beviljat', start: startNr + 12, bredd: 8, kravs: true },
  ],
});

/** The text of a page's main part, with ordinary spaces. */
const mening = async (sida: Page) =>
  ((await sida.locator('main').textContent()) ?? '').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
/** What the link leads to, fetched as the one who reads the page. */
const hämta = async (sida: Page, länk: string) =>
  sida.request.get(
    await sida
      .getByRole('link', { name: länk })
      .first()
      .evaluate((a) => (a as HTMLAnchorElement).href),
  );

test('Insikt: uttag, rapport, ändrade regler, granskning, utlämning och öppna data', {
  timeout: 900_000,
}, async (t) => {
  const scen = await öppnaScen(t);
  const till = (väg: string) => scen.stegvis.adress + väg;

  await t.test('Analytikern ser läget, ett mått och ett eget uttag med skyddade tal', async () => {
    const sida = await scen.loggaIn('analytiker', STATISTIK);
    await sida.getByRole('heading', { level: 1, name: /^Läget till och med/ }).waitFor();
    await tillgänglig(sida);
    await sida.locator('.measure').getByRole('link').first().click();
    await sida.getByLabel('Dela upp på').selectOption('hushallstyp');
    await sida.getByRole('button', { name: 'Visa', exact: true }).click();
    await sida.getByRole('heading', { name: 'Så är måttet definierat' }).waitFor();
    await tillgänglig(sida);

    await sida.goto(till(`${STATISTIK}/uttag`));
    await sida.getByLabel('Mått', { exact: true }).selectOption('hushall');
    await sida.getByLabel('Dela upp på').selectOption('hushallstyp');
    await sida.getByLabel('och på').selectOption('aldersgrupp');
    await sida.getByLabel('Antal månader').fill('2');
    await sida.getByRole('button', { name: 'Visa', exact: true }).click();
    await sida.getByRole('heading', { name: 'Spara uttaget' }).waitFor();
    await tillgänglig(sida);
    const visade = await sida
      .locator('table:has(#tabell-rubrik) tbody tr')
      .evaluateAll((rader) =>
        rader.map((rad) =>
          [...rad.querySelectorAll('th, td')].map((c) => (c.textContent ?? '').replaceAll(/\s/g, ' ')),
        ),
      );
    const dolda = visade.flat().includes('skyddas');
    assert.ok(dolda || /För få för att visas i någon period: /.test(await mening(sida)), 'a small number is protected');
    assert.ok(!visade.flat().some((cell) => /^[1-4]$/.test(cell)), 'and never as itself');

    const csv = (await (await hämta(sida, 'Hämta CSV')).text()).replace('\uFEFF', '').trimEnd().split('\r\n');
    const celler = csv.slice(1).map((rad) => rad.split(';'));
    const filens = new Map(celler.map(([period, typ, ålder, värde]) => [[period, typ, ålder].join(), värde]));
    assert.ok(celler.some((rad) => rad[3] === 'skyddas'));
    const grupper = await sida.locator('table:has(#tabell-rubrik) thead th').allTextContents();
    let jämförda = 0;
    for (const [månad = '', typ = '', ...tal] of visade)
      for (const [i, text] of tal.entries()) {
        const period = celler.map(([p]) => p!).find((p) => månadsord(p) === månad);
        assert.equal(filens.get([period, typ, grupper[i + 2]].join()), text.replaceAll(' ', ''), `${månad} ${typ}`);
        jämförda++;
      }
    assert.ok(jämförda > 0);
    const xlsx = unzipSync(new Uint8Array(await (await hämta(sida, 'Hämta Excel')).body()));
    const blad = strFromU8(xlsx['xl/worksheets/sheet1.xml']!);
    assert.equal(blad.match(/<row /g)?.length, csv.length, 'as many rows in Excel as in the CSV');
    const talen = celler.flatMap((rad) => rad.slice(3)).filter((cell) => /^\d+$/.test(cell));
    const iExcel = [...blad.matchAll(/<c [^>]*?(?:t="n")?[^>]*><v>(\d+)<\/v>/g)].map(([, v]) => v);
    for (const tal of new Set(talen)) assert.ok(iExcel.includes(tal), `${tal} is in the Excel file`);

    await sida.getByLabel('Namn', { exact: true }).fill('Hushåll efter typ och ålder');
    await sida.getByLabel('Varje månad, den 2:a').check();
    await sida.getByRole('button', { name: 'Spara', exact: true }).click();
    await sida.getByRole('heading', { level: 1, name: 'Hushåll efter typ och ålder' }).waitFor();
    assert.match(await mening(sida), /Görs nästa gång 2 december 2026/);

    await sida.goto(till(`${STATISTIK}/uttag?indikator=hushall&uppdelning=skostorlek&period=senaste&senaste=7`));
    await sida.getByRole('alert').first().waitFor();
    assert.equal(await sida.getByLabel('Dela upp på').inputValue(), 'skostorlek', 'what was asked is kept');
    assert.equal(await sida.getByLabel('Antal månader').inputValue(), '7');
    await tillgänglig(sida);

    await sida.goto(till(`${STATISTIK}/aterkomst`));
    await sida.getByRole('heading', { level: 1, name: 'Återkomst' }).waitFor();
    await sida.locator('figure svg:visible').first().waitFor();
    await tillgänglig(sida);
    await sida.goto(till(`${STATISTIK}/jamstalldhet`));
    await sida.getByRole('columnheader', { name: 'Kvinnor' }).first().waitFor();
    await tillgänglig(sida);

    await sida.goto(till(`${STATISTIK}/konsekvens/ekonomi`));
    assert.match(await mening(sida), /Av 1 500 deltagare når 225 egen försörjning\. Det sparar 24 750 tkr per år/);
    await tillgänglig(sida);
    await sida.context().close();
  });

  await t.test('Enhetschefen fryser rapporten till nämnden och prövar ändrade regler', async () => {
    const sida = await scen.loggaIn('enhetschef', '/handlaggning');
    await sida.goto(till(`${STATISTIK}/rapport`));
    await sida.getByRole('heading', { level: 1, name: /^Rapport till nämnden/ }).waitFor();
    await tillgänglig(sida);
    await sida.getByText('Frys rapporten', { exact: true }).first().click();
    await sida.getByRole('button', { name: 'Frys rapporten' }).click();
    await sida.getByRole('heading', { name: /^Fryst .*nummer 1/ }).waitFor();
    await läsbarPdf(sida, sida.getByRole('link', { name: 'Hämta som PDF' }));

    await sida.goto(till(`${STATISTIK}/konsekvens/reform`));
    await sida.getByLabel('Vad ska körningen heta?').fill('Högst fyra barn');
    await sida.getByLabel('Högsta riksnorm för hushåll med fler än tre barn').check();
    await sida.getByRole('button', { name: 'Kör', exact: true }).click();
    await sida.getByRole('alert').first().waitFor();
    assert.equal(await sida.getByLabel('Vad ska körningen heta?').inputValue(), 'Högst fyra barn');
    for (const [fält, belopp] of [
      ['begransning-4', '8 000'],
      ['begransning-5', '8 500'],
      ['begransning-6', '9 000'],
    ] as const)
      await sida.locator(`[name="${fält}"]`).fill(belopp);
    await sida.getByLabel('Påhittade hushåll').check();
    await sida.getByLabel('Antal hushåll').fill('2 000');
    await sida.getByRole('button', { name: 'Kör', exact: true }).click();
    await sida.waitForURL(`**${STATISTIK}/korning/*`);
    await väntaPå(sida, 'Körningen är klar');
    await tillgänglig(sida);
    await sida.getByRole('link', { name: 'Visa resultatet' }).click();
    await sida.getByRole('heading', { level: 1, name: 'Högst fyra barn' }).waitFor();
    assert.match(await mening(sida), /Riksnormen högst 8 000(,00)? kr med fyra barn/);
    assert.match(await mening(sida), /lägre i månaden/);
    await tillgänglig(sida);
    await sida.locator('section[aria-labelledby=ett-hushall] li a').last().click();
    await sida.getByText('Beräkningen i dag och med ändringen').waitFor();
    await tillgänglig(sida);
    await sida.context().close();
  });

  await t.test('Enhetschefen granskar akter; en brist blir en avvikelse som följs till slutet', async () => {
    const sida = await scen.loggaIn('enhetschef', '/handlaggning');
    await sida.goto(till(KVALITET));
    await tillgänglig(sida);
    await sida.getByRole('link', { name: 'Dra en granskning' }).click();
    await sida.getByLabel('Vad ska granskningen heta?').fill('Novembers beslut');
    await sida.locator('[name=mall][value=egen]').check();
    await sida.locator('[name="fran-ar"]').fill('2025');
    await sida.getByRole('button', { name: 'Dra urvalet' }).click();
    await sida.getByRole('heading', { level: 1, name: 'Novembers beslut' }).waitFor();
    await tillgänglig(sida);
    const akt = sida.locator('tr').filter({ hasText: 'Att granska' }).getByRole('link').first();
    assert.ok((await akt.count()) > 0, await mening(sida));
    await akt.click();
    await sida.getByRole('button', { name: 'Slutför granskningen' }).click();
    await sida.getByRole('alert').first().waitFor();
    await tillgänglig(sida);
    const frågor = new Set(
      await sida.locator('input[name^="svar|"]').evaluateAll((alla) => alla.map((e) => (e as HTMLInputElement).name)),
    );
    const [första, ...övriga] = [...frågor];
    for (const fråga of övriga) await sida.locator(`[name="${fråga}"][value=ja]`).check();
    await sida.locator(`[name="${första}"][value=nej]`).check();
    await sida.locator(`[name="${första!.replace('svar|', 'text|')}"]`).fill('Det står inte varför.');
    const rätt = sida.locator('[name=utfall][value=ratt]');
    if (await rätt.count()) await rätt.check();
    await sida.getByRole('button', { name: 'Slutför granskningen' }).click();
    await sida.getByRole('heading', { name: '1 brist', exact: true }).waitFor();
    await tillgänglig(sida);

    await sida.getByRole('link', { name: /^Anmäl avvikelse/ }).click();
    await sida.getByLabel('Vad är avvikelsen, i korthet?').fill('Skälen saknas i utredningen');
    assert.equal(await sida.getByLabel('Vad har hänt?').inputValue(), 'Det står inte varför.');
    await sida.getByLabel('Var i arbetet?').selectOption({ label: 'Utredning' });
    await sida.getByRole('button', { name: 'Anmäl avvikelsen' }).click();
    await sida.getByRole('alert').first().waitFor();
    assert.equal(
      await sida.getByLabel('Vad är avvikelsen, i korthet?').inputValue(),
      'Skälen saknas i utredningen',
      'what was typed is kept',
    );
    await sida.locator('[name=allvar][value=mattlig]').check();
    await sida.getByRole('button', { name: 'Anmäl avvikelsen' }).click();
    await sida.getByRole('heading', { level: 1, name: 'Skälen saknas i utredningen' }).waitFor();
    await tillgänglig(sida);
    await sida.getByLabel('Utredare').selectOption({ label: 'Enhetschef Ett' });
    await sida.getByRole('button', { name: 'Spara utredare' }).click();
    await sida.getByLabel('Rutinen saknas eller är oklar').check();
    await sida.getByLabel('Varför hände det?').fill('Mallen har ingen rubrik för skälen.');
    await sida.getByRole('button', { name: 'Spara utredningen' }).click();
    await sida.getByLabel('Vad ska göras?').fill('Lägg till rubriken i mallen.');
    await sida.getByLabel('Ansvarig').selectOption({ label: 'Handläggare Ett' });
    await sida.getByRole('button', { name: 'Spara åtgärden' }).click();
    await sida.getByLabel('Vad gjordes?').fill('Rubriken finns.');
    await sida.getByRole('button', { name: 'Åtgärden är gjord' }).click();
    await sida.locator('[name=effekt][value=ja]').check();
    await sida.getByLabel('Hur har ni följt upp?').fill('Tio akter har lästs.');
    await sida.getByRole('button', { name: 'Spara uppföljningen' }).click();
    await sida.getByLabel('Vad tar ni med er?').fill('Mallarna gås igenom varje år.');
    await sida.getByRole('button', { name: 'Avsluta', exact: true }).click();
    await sida.getByRole('heading', { name: 'Avslutad' }).waitFor();
    await tillgänglig(sida);
    await sida.context().close();
  });

  await t.test('En postbeskrivning som överlappar vägras, en bra ger en fil; en serie blir öppna data', async () => {
    const sida = await scen.loggaIn('administrator', '/handlaggning');
    await sida.goto(till(`${STATISTIK}/utlamning/beskrivning/ny`));
    const text = sida.getByLabel('Beskrivningen som JSON');
    await text.fill(JSON.stringify(lager(4)));
    await sida.getByRole('button', { name: 'Kontrollera och spara' }).click();
    await sida.getByRole('alert').first().waitFor();
    assert.match(await mening(sida), /Kolumn 2 \(Nr\): Kolumnen ligger på plats 4–15, ovanpå Ar på plats 1–4/);
    assert.equal(await text.inputValue(), JSON.stringify(lager(4)), 'what was typed is kept');
    await tillgänglig(sida);
    await text.fill(JSON.stringify(lager(5)));
    await sida.getByRole('button', { name: 'Kontrollera och spara' }).click();
    await sida.waitForURL('**/beskrivning/prov-med-fasta-bredder');
    await tillgänglig(sida);

    const chef = await scen.loggaIn('enhetschef', '/handlaggning');
    await chef.goto(till(`${STATISTIK}/utlamning`));
    await chef
      .getByLabel('Postbeskrivning', { exact: true })
      .selectOption({ label: 'Ekonomiskt bistånd: Prov med fasta bredder' });
    await chef.getByLabel('Månad som uppgifterna gäller').selectOption('2026-10');
    await chef.getByRole('button', { name: 'Pröva raderna' }).click();
    await tillgänglig(chef);
    if (await chef.getByLabel('Varför de lämnas utanför').count()) {
      await chef.locator('[name=utelamna]').check();
      await chef.getByLabel('Varför de lämnas utanför').fill('Rättas nästa vecka.');
    }
    await chef.getByRole('button', { name: 'Gör filen' }).click();
    await chef.waitForURL(/utlamning#filer/);
    const rader = (await (await hämta(chef, 'Hämta')).text()).split('\r\n').filter((rad) => rad !== '');
    assert.ok(rader.length > 0 && rader.every((rad) => /^2026(19|20)\d{10}[ \d]{8}$/.test(rad)), rader.join('\n'));
    await chef.context().close();

    await sida.goto(till(`${STATISTIK}/utlamning/oppna-data`));
    await sida.getByLabel('CC0: fritt, inget krav på att ange källan').check();
    await sida.getByLabel('Utgivare').fill('Socialnämnden');
    await sida.getByLabel('E-post för frågor').fill('socialnamnden@stegvis.example');
    await sida.getByLabel('Webbplats').fill('https://stegvis.example');
    await sida.getByRole('button', { name: 'Spara villkoren' }).click();
    await sida.getByLabel('Mått').selectOption('hushall');
    await sida.getByLabel('Titel').fill('Hushåll med bistånd');
    await sida.getByLabel('Beskrivning').fill('Hushåll som fick bistånd, per månad.');
    await sida.getByLabel('Första månaden').fill('2026-01');
    await sida.getByRole('button', { name: 'Lägg till serien' }).click();
    await tillgänglig(sida);
    await sida.getByRole('link', { name: /^Se nästa utgåva/ }).click();
    await tillgänglig(sida);
    await sida.getByRole('button', { name: /^Publicera/ }).click();
    await sida.getByRole('button', { name: /^Dra tillbaka/ }).waitFor();
    await sida.context().close();

    const vem = await scen.öppna('/oppna-data');
    await vem.getByRole('heading', { name: 'Hushåll med bistånd' }).waitFor();
    await tillgänglig(vem);
    const csv = await vem.request.get(till('/oppna-data/hushall-med-bistand.csv'));
    assert.match(await csv.text(), /^Period,Värde,Enhet\r\n2026-01,(\d+|\.\.),/);
    const katalog = await vem.request.get(till('/oppna-data/katalog.jsonld'));
    assert.match(await katalog.text(), /Hushåll med bistånd/);
  });
});

const MÅNADER = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
/** `2026-10` as the page has it. */
const månadsord = (period: string) => `${MÅNADER[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`;
