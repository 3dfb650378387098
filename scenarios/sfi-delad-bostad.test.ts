import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

test('SFI i delad bostad: normen räknas som en femtedel av de gemensamma kostnaderna', async (t) => {
  const scen = await öppnaScen(t);
  const sida = await scen.loggaIn('sfi-delad-bostad', '/ansok', { viewport: { width: 390, height: 844 } });
  await sida.getByRole('button', { name: 'Börja ansökan' }).click();
  await sida.getByLabel('Uppgifterna stämmer').check();
  await sida.getByRole('button', { name: 'Skicka ansökan' }).click();
  await sida.getByRole('link', { name: 'Följ din ansökan' }).click();
  await väntaPå(sida, 'Läs beslutet');
  await sida.getByRole('link', { name: 'Läs beslutet' }).click();
  // 3 940 + 2 330 / 5 = 4 406; och hyran 2 900.
  await sida.getByRole('heading', { level: 1, name: /Du får 7\s306\skr för december 2026/ }).waitFor();
  await tillgänglig(sida);
  assert.ok((await sida.getByText(/4\s406\skr/).count()) > 0);
});
