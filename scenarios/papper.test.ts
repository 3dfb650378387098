import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betalaUt, brevetsText, läsAkt, läsbarPdf, tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

test('En ansökan på papper registreras av personalen och går samma väg till beslut, märkt med hur den kom in', async (t) => {
  const scen = await öppnaScen(t);
  const personal = await scen.loggaIn('handlaggare', '/handlaggning/registrera');
  await personal.getByLabel('Den sökandes personnummer').fill('19980101-2387');
  await personal.getByLabel('Månad som ansökan gäller').selectOption('2026-12');
  await personal.getByLabel('Klockslag').fill('7.30');
  await personal.getByRole('button', { name: 'Fortsätt till frågorna' }).click();
  await personal.getByRole('heading', { name: 'Registrera ansökan för december 2026' }).waitFor();
  await tillgänglig(personal);
  await personal.getByLabel('SFI-studerande har skrivit under').check();
  await personal.getByLabel('Den sökande har intygat').check();
  await personal.getByRole('button', { name: 'Registrera ansökan' }).click();
  await personal.getByRole('heading', { level: 1, name: /SFI-studerande, december 2026/ }).waitFor();
  await personal.getByText('24 november 2026, 07.30').first().waitFor();
  const ansökan = new URL(personal.url()).pathname.split('/').at(-1)!;

  const sökande = await scen.loggaIn('sfi-delad-bostad', '/mina-sidor');
  await väntaPå(sökande, 'Läs beslutet');
  await tillgänglig(sökande);
  await sökande.getByRole('link', { name: 'Läs beslutet' }).click();
  await sökande.getByRole('heading', { level: 1, name: /Du får 7\s306\skr för december 2026/ }).waitFor();
  await läsbarPdf(sökande, sökande.getByRole('link', { name: 'Hämta beslutet som pdf' }));

  const akt = await läsAkt(scen, ansökan);
  const [beslut] = akt.beslut;
  assert.deepEqual([akt.kanal, akt.underskrifter, beslut?.utfall, beslut?.belopp], ['papper', 1, 'bifall', 730600]);
  assert.match(await brevetsText(scen, beslut!.id), /Du får 7 306 kr/);
  assert.match(await betalaUt(scen), /<InstdAmt Ccy="SEK">7306\.00<\/InstdAmt>/);
  await personal.goto(`${scen.stegvis.adress}/handlaggning/arenden/${ansökan}`);
  await personal.getByText(/Registrerad av Handläggare Ett/).waitFor();
  await tillgänglig(personal);
});
