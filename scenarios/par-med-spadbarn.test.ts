import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betalaUt, brevetsText, läsAkt, läsbarPdf, tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

test('Par med spädbarn söker första gången, utan JavaScript: två underskrifter, sedan en handläggare', async (t) => {
  const scen = await öppnaScen(t);
  const utan = { javaScriptEnabled: false } as const;
  const en = await scen.loggaIn('par-sjukskriven', '/ansok', utan);
  await en.getByLabel('december 2026').check();
  await en.getByLabel('Tillsammans med den jag lever ihop med').check();
  await en.getByRole('button', { name: 'Börja ansökan' }).click();
  await en.getByRole('alert').or(en.getByText('Skriv personnumret')).first().waitFor();
  await en.getByLabel('Tillsammans med den jag lever ihop med').check();
  await en.getByLabel('Partnerns personnummer').fill('19920101-2383');
  await en.getByRole('button', { name: 'Börja ansökan' }).click();

  const vidare = async () => {
    await en.getByRole('button', { name: 'Fortsätt', exact: true }).click();
  };
  await en.getByRole('heading', { name: 'Vilka bor i er bostad?' }).waitFor();
  await vidare();
  await en.getByText('Skriv hur många som bor i bostaden').first().waitFor();
  await en.getByLabel('Ja').check();
  await en.getByLabel('Hur många bor i bostaden?').fill('3');
  await vidare();
  await en.getByRole('button', { name: 'Lägg till ett barn' }).click();
  await en.getByLabel('Förnamn').fill('Spädbarnet');
  await en.getByLabel('Dag', { exact: true }).fill('21');
  await en.getByLabel('Månad', { exact: true }).fill('4');
  await en.getByLabel('År', { exact: true }).fill('2026');
  await vidare();
  await en.getByLabel('Hyresrätt, förstahand').check();
  await vidare();
  await en.getByLabel('Hyra eller avgift för bostaden').fill('7 950');
  await en.getByLabel('Hushållsel').fill('538');
  await en.getByLabel('Hemförsäkring').fill('hundra');
  await vidare();
  assert.equal(await en.getByLabel('Hemförsäkring').inputValue(), 'hundra');
  assert.equal(await en.getByLabel('Hushållsel').inputValue(), '538');
  await en.getByLabel('Hemförsäkring').fill('149');
  await vidare();
  await en.getByRole('heading', { name: /Vilka pengar fick du i november 2026/ }).waitFor();
  await vidare();
  await en.getByRole('heading', { name: /sparade pengar/ }).waitFor();
  await vidare();
  await en.getByLabel('Clearingnummer').fill('3300');
  await en.getByLabel('Kontonummer').fill('9001012385');
  await en.getByLabel('Mitt', { exact: true }).check();
  await vidare();
  await en.getByLabel('Meddelande till oss').fill('Bara till er.');
  await vidare();
  await en.getByRole('heading', { name: 'Stämmer allt?' }).waitFor();
  await en.getByLabel('Uppgifterna stämmer').check();
  await en.getByRole('button', { name: 'Skriv under och skicka' }).click();
  await en.getByRole('heading', { name: 'En underskrift kvar' }).waitFor();

  const annan = await scen.loggaIn('par-foraldraledig', '/mina-sidor');
  await annan.getByRole('link', { name: 'Läs och skriv under' }).click();
  await tillgänglig(annan);
  assert.equal(await annan.getByText('Bara till er.').count(), 0);
  await annan.getByRole('button', { name: 'Skriv under' }).click();
  await annan.getByRole('heading', { name: 'Vi har tagit emot din ansökan' }).waitFor();

  const handläggare = await scen.loggaIn('handlaggare', '/handlaggning');
  await väntaPå(handläggare, /Första ansökan/);
  await tillgänglig(handläggare);
  await handläggare.getByRole('link', { name: /Sjukskriven förälder/ }).click();
  await handläggare.getByRole('heading', { name: /december 2026/ }).waitFor();
  await handläggare.getByText('Bara till er.').waitFor();
  await tillgänglig(handläggare);
  const ansökan = new URL(handläggare.url()).pathname.split('/').at(-1)!;
  for (const box of await handläggare.getByRole('checkbox', { name: /Jag har tagit ställning/ }).all())
    await box.check();
  await handläggare.getByRole('button', { name: 'Spara utan att besluta' }).click();
  await handläggare.goto(`${scen.stegvis.adress}/handlaggning/arenden/${ansökan}/beslut`);
  await tillgänglig(handläggare);
  await handläggare.getByLabel('Bifall', { exact: true }).check();
  await handläggare.getByText('Yttrande är uppenbart obehövligt').click();
  await handläggare
    .getByLabel('Varför är det uppenbart obehövligt att den sökande får yttra sig?')
    .fill('De sökande känner till sjukpenningen, föräldrapenningen och barnbidraget.');
  await handläggare
    .locator('#beslutsform')
    .getByRole('button', { name: /^Besluta/ })
    .click();
  await handläggare.getByRole('heading', { name: 'Fattade beslut' }).waitFor();

  const akt = await läsAkt(scen, ansökan);
  const [beslut] = akt.beslut;
  assert.deepEqual(
    [akt.underskrifter, akt.beslut.length, beslut?.utfall, beslut?.beslutsfattare.slag],
    [2, 1, 'bifall', 'handlaggare'],
  );
  assert.equal(beslut?.kommunicering?.slag, 'uppenbart-obehovlig');
  assert.match(await brevetsText(scen, beslut!.id), /känner till sjukpenningen/);
  await annan.goto(`${scen.stegvis.adress}/mina-sidor`);
  await väntaPå(annan, /Beslut: du får/);
  await annan.getByRole('link', { name: 'Läs beslutet' }).first().click();
  await tillgänglig(annan);
  await läsbarPdf(annan, annan.getByRole('link', { name: 'Hämta beslutet som pdf' }));
  assert.ok((await betalaUt(scen)).includes(`<InstdAmt Ccy="SEK">${(beslut!.belopp / 100).toFixed(2)}</InstdAmt>`));
});
