import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Scen, tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

/** The smallest screen that staff are promised. */
const SKÄRM = { viewport: { width: 1280, height: 800 } } as const;

/** A renewal like last month's, but for a deposit that a person must settle: one reason stops it. */
async function ansökMedInsättning(scen: Scen): Promise<void> {
  const söker = await scen.loggaIn('ensam-med-barn', '/ansok');
  await söker.getByRole('button', { name: 'Börja ansökan' }).click();
  await söker.getByLabel('Lön efter skatt').fill('11 480');
  await söker.getByRole('button', { name: 'Lägg till andra pengar' }).click();
  await söker.getByLabel('Vad är det för pengar?').selectOption('insattning');
  await söker.locator('select[name$="-person"]').selectOption({ label: 'Jag' });
  await söker.getByLabel('Belopp').fill('600');
  await söker.getByLabel('Uppgifterna stämmer').check();
  await söker.getByRole('button', { name: 'Skicka ansökan' }).click();
  await söker.getByRole('link', { name: 'Följ din ansökan' }).waitFor();
  await söker.context().close();
}

/** Whether the element is whole on the screen, above the bar at the foot, without scrolling. */
async function synlig(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((s) => {
    const box = document.querySelector(s)?.getBoundingClientRect();
    const bar = document.querySelector('.decide')?.getBoundingClientRect();
    return box !== undefined && bar !== undefined && box.top >= 0 && box.bottom <= bar.top && bar.bottom <= innerHeight;
  }, selector);
}

test('En återansökan som stannade på en sak beslutas med fem handgrepp från kön, bara med tangentbordet', async (t) => {
  const scen = await öppnaScen(t);
  await ansökMedInsättning(scen);
  const page = await scen.loggaIn('handlaggare', '/handlaggning', SKÄRM);
  await väntaPå(page, /Okänd inkomst/);
  await tillgänglig(page);
  let handgrepp = 0;
  const grepp = async (gör: () => Promise<unknown>) => {
    handgrepp += 1;
    await gör();
  };

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Kortkommandon' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await grepp(() => page.keyboard.press('Enter'));
  await page.getByRole('heading', { level: 1, name: /december 2026/ }).waitFor();
  assert.ok(await synlig(page, 'input[name^="belopp-"]'), 'the row to settle is on the screen with the bar');
  assert.ok(await synlig(page, 'input[name^="skal-"]'), 'and so is its reason');
  await page.keyboard.press('a');
  await grepp(() => page.keyboard.type('0'));
  await page.keyboard.press('Tab');
  await grepp(() => page.keyboard.type('b, s och n är bokstäver här: en gåva till kläder.'));
  assert.equal(
    await page.locator('input[name^="skal-"]').inputValue(),
    'b, s och n är bokstäver här: en gåva till kläder.',
  );
  await grepp(() => page.keyboard.press('Enter'));
  await page.getByRole('button', { name: 'Besluta bifall' }).waitFor();
  await page.locator('body').press('b');
  handgrepp += 1;
  await page.getByRole('button', { name: 'Nästa i kön' }).waitFor();
  assert.equal(handgrepp, 5);
  await tillgänglig(page);
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1, name: 'Kö' }).waitFor();
});

test('Kortkommandon går att stänga av', async (t) => {
  const scen = await öppnaScen(t);
  const page = await scen.loggaIn('handlaggare', '/handlaggning', SKÄRM);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'sok');
  await page.locator('main').focus();
  await page.keyboard.press('?');
  await page.getByLabel('Använd kortkommandon').uncheck();
  await page.getByRole('button', { name: 'Stäng' }).click();
  await page.locator('main').focus();
  await page.keyboard.press('/');
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'sok');
});

test('Två i samma ärende ser varandra, och den senares text går inte förlorad', async (t) => {
  const scen = await öppnaScen(t);
  await ansökMedInsättning(scen);
  const en = await scen.loggaIn('handlaggare', '/handlaggning', SKÄRM);
  await väntaPå(en, /Okänd inkomst/);
  await en.locator('[data-row-link]').first().click();
  await en.getByRole('heading', { level: 1, name: /december 2026/ }).waitFor();
  const annan = await scen.loggaIn('enhetschef', '/handlaggning', SKÄRM);
  await annan.goto(en.url());
  await annan.getByText(/Handläggare Ett (har ärendet öppet|öppnade ärendet)/).waitFor();
  await en.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await en.getByText(/Enhetschef Ett (har ärendet öppet|öppnade ärendet)/).waitFor();

  const fyll = async (page: Page, belopp: string, skäl: string) => {
    await page.locator('input[name^="belopp-"]').fill(belopp);
    await page.locator('input[name^="skal-"]').fill(skäl);
    await page.getByRole('button', { name: 'Spara och räkna om' }).click();
  };
  await fyll(en, '0', 'En gåva.');
  await en.getByRole('button', { name: 'Besluta bifall' }).waitFor();
  await fyll(annan, '600', 'Till mat.');
  await annan.getByRole('heading', { name: 'Det här har hänt sedan du öppnade ärendet' }).waitFor();
  await annan.getByText(/Handläggare Ett har godkänt 0\skr: En gåva/).waitFor();
  assert.equal(await annan.locator('input[name^="belopp-"]').inputValue(), '600');
  assert.equal(await annan.locator('input[name^="skal-"]').inputValue(), 'Till mat.');
  await tillgänglig(annan);

  await annan.goto(en.url());
  await annan.getByText('Skriv i journalen').click();
  await annan.locator('#text').fill('Sökande ringde om insättningen.');
  await annan.getByRole('button', { name: 'Spara i journalen' }).click();
  await annan.getByText('Sökande ringde om insättningen.').waitFor();
  await annan.getByText('Lämna över till en kollega').click();
  await annan.getByLabel('Kollega').selectOption({ label: 'Handläggare Två, socialsekreterare' });
  await annan.getByRole('button', { name: 'Lämna över' }).click();
  await annan.getByText('Enhetschef Ett lämnade ärendet till Handläggare Två.').waitFor();
  await annan.goto(`${en.url().split('?')[0]!.split('#')[0]}/utskrift`);
  await annan.getByText('Sökande ringde om insättningen.').waitFor();
  await tillgänglig(annan);
});

test('En ansökan på papper går samma väg: klockan från när den kom in, och det som saknas begärs in', async (t) => {
  const scen = await öppnaScen(t);
  const page = await scen.loggaIn('handlaggare', '/handlaggning/registrera', SKÄRM);
  await tillgänglig(page);
  await page.getByLabel('Den sökandes personnummer').fill('19980101-2387');
  await page.getByLabel('Månad som ansökan gäller').selectOption('2026-12');
  await page.getByLabel('Klockslag').fill('23.59');
  await page.getByRole('button', { name: 'Fortsätt till frågorna' }).click();
  await page.getByText('Det kan inte vara i framtiden').first().waitFor();
  assert.equal(await page.getByLabel('Den sökandes personnummer').inputValue(), '19980101-2387');
  await page.getByLabel('Klockslag').fill('7.30');
  await page.getByRole('button', { name: 'Fortsätt till frågorna' }).click();
  await page.getByRole('heading', { name: 'Registrera ansökan för december 2026' }).waitFor();
  assert.ok(!page.url().includes('1998'), 'no personal number in the address');
  await tillgänglig(page);

  await page.locator('#kostnader-0-belopp').fill('två tusen');
  await page.locator('#tillgangar-inga').uncheck();
  await page.getByRole('button', { name: 'Registrera ansökan' }).click();
  await page.locator('#kostnader-0-belopp-fel').waitFor();
  assert.equal(await page.locator('#kostnader-0-belopp').inputValue(), 'två tusen');
  await page.locator('#kostnader-0-belopp').fill('2 900');
  await page.getByRole('button', { name: 'Registrera ansökan' }).click();
  await page.getByText('Den sökande måste ha skrivit under').first().waitFor();
  await page.getByLabel('SFI-studerande har skrivit under').check();
  await page.getByLabel('Den sökande har intygat').check();
  await page.getByRole('button', { name: 'Registrera ansökan' }).click();
  await page.getByRole('heading', { level: 1, name: /SFI-studerande, december 2026/ }).waitFor();
  await page.getByText('24 november 2026, 07.30').first().waitFor();
  await page.getByText('Pausad').first().waitFor();
  await page.getByText(/Registrerad av Handläggare Ett/).waitFor();
  await page
    .getByText(/Svara om du har sparade pengar/)
    .first()
    .waitFor();
  const adress = page.url();

  await page.goto(`${scen.stegvis.adress}/handlaggning`);
  await page.getByText('Väntar på den sökande').first().waitFor();
  await page.getByText('på papper').waitFor();
  await page.goto(`${scen.stegvis.adress}/handlaggning/mina`);
  await tillgänglig(page);

  const sökande = await scen.loggaIn('sfi-delad-bostad', '/mina-sidor');
  await sökande
    .getByText(/december 2026/)
    .first()
    .waitFor();
  const annan = await scen.loggaIn('ekonom', '/handlaggning');
  await annan.goto(adress);
  await annan.getByText('Ärendet finns inte, eller så får du inte öppna det').waitFor();
});

test('Skyddade uppgifter: ingen utan behörighet kan söka fram eller registrera', async (t) => {
  const scen = await öppnaScen(t);
  const page = await scen.loggaIn('handlaggare', '/handlaggning/registrera', SKÄRM);
  await page.getByLabel('Den sökandes personnummer').fill('19950101-2380');
  await page.getByLabel('Månad som ansökan gäller').selectOption('2026-12');
  await page.getByLabel('Klockslag').fill('7.30');
  await page.getByRole('button', { name: 'Fortsätt till frågorna' }).click();
  await page.getByText('Du kan inte registrera den här ansökan').first().waitFor();
  assert.equal(await page.getByText(/skydd/i).count(), 0);
  await page.getByRole('searchbox').fill('19950101-2380');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Inget ärende hittades' }).waitFor();
  await tillgänglig(page);
  assert.ok(!page.url().includes('1995'));
});
