import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { provFoto, provPdf } from '@stegvis/integrations/dokument/provfiler';
import { assets } from '@stegvis/ui';
import { Hono } from 'hono';
import { chromium } from 'playwright-core';
import { lyssna } from '../http.ts';
import { öppnaDokumentprov } from './dokument-provmiljo.ts';

const chrome = '/usr/bin/chromium';

test('the document pages in a browser: without script, by keyboard, narrow and wide, axe clean', {
  skip: existsSync(chrome) ? false : `Chromium is not at ${chrome}`,
}, async (t) => {
  const prov = await öppnaDokumentprov(t);
  const app = new Hono();
  for (const file of await assets())
    app.get(file.path, (c) => c.body(new Uint8Array(file.bytes), 200, { 'content-type': file.contentType }));
  app.route('/', prov.app);
  const server = await lyssna({ app, port: 0, host: '127.0.0.1' });
  prov.closing.push(() => server.stäng(0));
  const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--disable-gpu'] });
  prov.closing.push(() => browser.close());
  const origin = `http://127.0.0.1:${server.port}`;

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(origin + prov.sida);
  await page.selectOption('#plats', 'kostnader.boende');
  await page.setInputFiles('#fil', { name: 'hyra.pdf', mimeType: 'text/html', buffer: Buffer.from(provPdf(2)) });
  await page.locator('#fil').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('hyra.pdf, 2 sidor').waitFor();
  await page.selectOption('#plats', 'ovrigt');
  await page.setInputFiles('#fil', { name: 'foto.png', mimeType: 'x', buffer: Buffer.from(await provFoto('png')) });
  await page.getByRole('button', { name: 'Lägg till dokumentet' }).click();
  await page.getByText('foto.png, 1 sida').waitFor();
  await page.getByRole('button', { name: 'Ta bort foto.png' }).click();
  await page.getByText('foto.png, 1 sida').waitFor({ state: 'detached' });
  await page.setInputFiles('#fil', { name: 'a.html', mimeType: 'image/png', buffer: Buffer.from('<html>') });
  await page.selectOption('#plats', 'ovrigt');
  await page.getByRole('button', { name: 'Lägg till dokumentet' }).click();
  await page.getByRole('link', { name: /inte ett foto eller en pdf/ }).waitFor();
  assert.equal(await page.inputValue('#plats'), 'ovrigt');
  const [hyra] = await prov.rader();
  assert.deepEqual((await prov.rader()).length, 1);

  const citizen = [prov.sida, `${prov.sida}/${hyra!.id}`];
  const staff = `/handlaggning/arenden/${prov.ansökan.id}/dokument/${hyra!.id}`;
  const look = async (path: string) => {
    for (const width of [390, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const seen = await context.newPage();
      await seen.goto(origin + path);
      const wide = await seen.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.equal(wide, false, `${path} scrolls sideways at ${width}`);
      const { violations } = await new AxeBuilder({ page: seen }).analyze();
      assert.deepEqual(
        violations.map((v) => `${v.id} ${v.nodes[0]?.html}`),
        [],
        path,
      );
      if (path !== prov.sida) {
        const drawn = seen.locator('img.doc-page').first();
        await drawn.waitFor();
        assert.ok(
          await drawn.evaluate((img) => (img as HTMLImageElement).naturalWidth > 1000),
          'the page is not drawn',
        );
      }
      await context.close();
    }
  };
  for (const path of citizen) await look(path);
  await prov.sänd('inkommen');
  await look(staff);

  const scripted = await (await browser.newContext()).newPage();
  await scripted.goto(origin + prov.sida);
  const said = await scripted.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form[data-largest-file]')!;
    form.dataset['largestFile'] = '3';
    const input = form.querySelector<HTMLInputElement>('input[type=file]')!;
    const chosen = new DataTransfer();
    chosen.items.add(new File(['four'], 'a.pdf'));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    return input.validationMessage;
  });
  assert.equal(said, 'Filen är för stor. Varje fil får vara högst 10 MB.');
});
