import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tillgänglig, öppnaScen } from './berattelse.ts';

test('Övningen är märkt på varje sida, går att börja om, och sidorna om styrning är tillgängliga', {
  timeout: 900_000,
}, async (t) => {
  const scen = await öppnaScen(t, 'ovning');
  const märkt = async (page: Awaited<ReturnType<typeof scen.öppna>>) =>
    assert.equal(await page.getByText('Alla personer och ärenden är påhittade.').count(), 1, page.url());
  await märkt(await scen.öppna('/'));
  const sökande = await scen.loggaIn('ensam-med-barn', '/ansok');
  await märkt(sökande);

  const admin = await scen.loggaIn('administrator', '/handlaggning/automatik');
  const bilder = process.env.BILDER;
  for (const sida of [
    'automatik',
    'automatik/skugga',
    'automatik/granska',
    'automatik/raknare',
    'delegation',
    'delegation/ny',
    'delegation/anmalan',
    'installningar',
    'installningar/automatik',
    'installningar/styrning',
    'installningar/betalning',
    'installningar/dokument',
    'installningar/ansokan',
    'installningar/register',
    'problem',
    'problem/lista',
    'ovning',
  ]) {
    await admin.goto(`${scen.stegvis.adress}/handlaggning/${sida}`);
    await märkt(admin);
    await tillgänglig(admin);
    for (const width of bilder ? [1280, 390] : []) {
      await admin.setViewportSize({ width, height: 900 });
      await admin.screenshot({ path: `${bilder}/${sida.replace('/', '-')}-${width}.png`, fullPage: true });
    }
  }
  await admin.goto(`${scen.stegvis.adress}/handlaggning/delegation/anmalan`);
  await admin.getByLabel('Från och med').fill('2026-09-01');
  await admin.getByLabel('Till och med').fill('2026-11-23');
  await admin.getByRole('button', { name: 'Skapa listan' }).click();
  await admin.getByRole('heading', { name: /Delegationsbeslut / }).waitFor();
  await tillgänglig(admin);
  if (bilder) await admin.screenshot({ path: `${bilder}/lista.png`, fullPage: true });

  await admin.goto(`${scen.stegvis.adress}/handlaggning/ovning`);
  await admin.getByRole('button', { name: 'Börja om från början' }).click();
  await admin.getByRole('button', { name: 'Logga in' }).waitFor();
  const igen = await scen.loggaIn('ensam-med-barn', '/ansok');
  await igen.getByRole('button', { name: 'Börja ansökan' }).waitFor();
});
