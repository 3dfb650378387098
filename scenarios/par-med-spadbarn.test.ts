import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

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
    await en.getByRole('button', { name: 'Fortsätt' }).click();
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
  for (const box of await handläggare.getByRole('checkbox', { name: /Jag har tagit ställning/ }).all())
    await box.check();
  await handläggare.getByRole('button', { name: /Besluta bifall/ }).click();
  await handläggare.getByRole('button', { name: /Nästa i kön/ }).waitFor();

  await annan.goto(`${scen.stegvis.adress}/mina-sidor`);
  await väntaPå(annan, /Beslut: du får/);
});
