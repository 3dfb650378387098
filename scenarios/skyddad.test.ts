import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tillgänglig, öppnaScen } from './berattelse.ts';

test('Skyddade uppgifter: leds till en människa, och ingenting avslöjar skyddet', async (t) => {
  const scen = await öppnaScen(t);
  const sida = await scen.loggaIn('skyddad', '/ansok');
  await sida.getByRole('heading', { name: 'Vi hjälper dig att ansöka' }).waitFor();
  await tillgänglig(sida);
  assert.doesNotMatch(await sida.content(), /skydd|sekretess/i);
  await sida.goto(`${scen.stegvis.adress}/mina-sidor`);
  assert.doesNotMatch(await sida.content(), /skydd|sekretess/i);
  const länk = await sida.locator('main a[href*="/mina-sidor/beslut/"]').first().getAttribute('href');
  const id = länk!.split('/').at(-1)!;

  const utan = await scen.loggaIn('handlaggare', '/handlaggning');
  assert.doesNotMatch(await utan.content(), /Person med skyddade uppgifter/);
  const svar = await utan.goto(`${scen.stegvis.adress}/handlaggning/arenden/${id}`);
  assert.equal(svar!.status(), 404);
  assert.doesNotMatch(await utan.content(), /199501|Person med skyddade/);

  const annan = await scen.loggaIn('langtid', '/mina-sidor');
  assert.equal((await annan.goto(`${scen.stegvis.adress}/mina-sidor/beslut/${id}`))!.status(), 404);

  const granskare = await scen.loggaIn('granskare', '/handlaggning');
  await granskare.getByText('Nekades').first().waitFor();
  await tillgänglig(granskare);
});

test('De öppna sidorna är tillgängliga', async (t) => {
  const scen = await öppnaScen(t);
  for (const adress of ['/', '/logga-in', '/provberakning', '/logga-in/personal', '/finns-inte']) {
    const sida = await scen.öppna(adress);
    await tillgänglig(sida);
    await sida.context().close();
  }
});
