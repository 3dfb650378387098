import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { assets } from '@stegvis/ui';
import { Hono } from 'hono';
import { chromium } from 'playwright-core';
import { lyssna } from '../http.ts';
import { done, öppnaNedsättningsprov } from './nedsattning-provmiljo.ts';

const chrome = '/usr/bin/chromium';

test('the pages of a reduction in a browser: without script, narrow and wide, axe clean', {
  skip: existsSync(chrome) ? false : `Chromium is not at ${chrome}`,
}, async (t) => {
  const prov = await öppnaNedsättningsprov(t);
  const app = new Hono();
  for (const file of await assets())
    app.get(file.path, (c) => c.body(new Uint8Array(file.bytes), 200, { 'content-type': file.contentType }));
  app.route('/', prov.workbench);
  app.route('/', prov.mina);
  const server = await lyssna({ app, port: 0, host: '127.0.0.1' });
  prov.closing.push(() => server.stäng(0));
  const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--disable-gpu'] });
  prov.closing.push(() => browser.close());
  const origin = `http://127.0.0.1:${server.port}`;
  const look = async (path: string, name: string) => {
    for (const width of [390, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto(origin + path);
      if (process.env['STEGVIS_BILDER'])
        await page.screenshot({ path: `${process.env['STEGVIS_BILDER']}/${name}-${width}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.equal(wide, false, `${path} scrolls sideways at ${width}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`),
        [],
        `${path} at ${width}`,
      );
      await context.close();
    }
  };
  const hem = `/handlaggning/person/${prov.ena.id}/nedsattning`;
  await look(hem, 'oppna');

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(origin + hem);
  await page.getByLabel(/9 november 2026, Språkkursen/).check();
  await page.getByRole('button', { name: 'Öppna ärende' }).click();
  await page.getByText('Öppet ärende').waitFor();
  await page.locator('#sarskilda').waitFor();
  await page.getByRole('button', { name: 'Spara bedömningen' }).last().click();
  await page.getByRole('link', { name: 'Välj om det finns särskilda skäl.' }).waitFor();
  await look(hem, 'utreds');

  const { id, händelser } = await prov.ärende();
  const steg = (s: Parameters<typeof prov.väg.utredNedsättning>[3]) =>
    prov.väg.utredNedsättning(prov.handläggare, prov.ena.id, id, s);
  done(await steg({ slag: 'godtagbart', händelse: händelser[0]!.id, godtagbart: false, skäl: 'Inget besked.' }));
  done(await steg({ slag: 'sarskilda', finns: false, skäl: 'Inget har kommit fram.' }));
  done(await steg({ slag: 'barn', text: 'Barnets del är inte ändrad.' }));
  done(await steg({ slag: 'avse', ansökan: prov.ansökan.id, belopp: 100000, skäl: 'Du kom inte till språkkursen.' }));
  await look(`/handlaggning/arenden/${prov.ansökan.id}/kommunicering`, 'kommunicering');
  done(await prov.hör());
  await look(hem, 'hors');
  await look(`/handlaggning/arenden/${prov.ansökan.id}/beslut`, 'beslut');
  await look(`/mina-sidor/yttrande/${prov.ansökan.id}`, 'yttrande');
});
