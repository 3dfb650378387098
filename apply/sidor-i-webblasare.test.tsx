import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import { assets, dokument } from '@stegvis/ui';
import { Hono } from 'hono';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import {
  applyRoutes,
  FelSida,
  IngenSida,
  LoggaInSida,
  provberäkningRoutes,
  startSida,
  VäljTestpersonSida,
} from './index.ts';
import { PERSONER, type Testperson, testPort } from './test-port.ts';

/** The server's policy: nothing inline. */
const POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "font-src 'self'", "img-src 'self' data:", "connect-src 'self'"],
  ...["form-action 'self'", "frame-ancestors 'self'", "base-uri 'none'"],
].join('; ');
const chrome = '/usr/bin/chromium';
/** Where pictures of every page are put, when they are wanted. */
const bilder = process.env['SIDBILDER'];

describe('the citizen pages in a browser', {
  skip: existsSync(chrome) ? false : `Chromium is not at ${chrome}`,
}, () => {
  const port = testPort();
  let browser: Browser;
  let origin = '';
  let close: () => Promise<void>;

  before(async () => {
    const app = new Hono();
    app.use(async (c, next) => {
      await next();
      c.header('content-security-policy', POLICY);
    });
    for (const asset of assets())
      app.get(asset.path, (c) => c.body(Uint8Array.from(asset.bytes), 200, { 'content-type': asset.contentType }));
    app.get('/favicon.ico', (c) => c.body(null, 204));
    const { kommun } = port;
    const personer = [{ konto: 'a', rubrik: 'Ensam med barn', beskrivning: 'Två barn, arbetar deltid.' }];
    app.get('/vy/ingen', (c) => c.html(dokument(<IngenSida kommun={kommun} />)));
    app.get('/vy/fel', (c) => c.html(dokument(<FelSida kommun={kommun} status={500} />)));
    app.get('/vy/logga-in', (c) => c.html(dokument(<LoggaInSida kommun={kommun} fel="avbruten" />)));
    app.get('/vy/personal', (c) => c.html(dokument(<LoggaInSida kommun={kommun} fel="ingen-behorighet" personal />)));
    app.get('/vy/valj', (c) =>
      c.html(dokument(<VäljTestpersonSida kommun={kommun} personer={personer} action="/x" />)),
    );
    app.route('/', startSida({ kommun }));
    app.route('/', provberäkningRoutes({ kommun, idag: () => port.idag() }));
    app.route('/', applyRoutes({ port, vem: (c) => port.som((c.req.header('x-person') ?? 'ensam') as Testperson) }));
    app.onError((error, c) => c.text(String(error.stack), 500));
    await new Promise<void>((ready) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (address) => {
        origin = `http://127.0.0.1:${address.port}`;
        ready();
      });
      close = () =>
        new Promise((closed) => {
          server.close(() => closed());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
    });
    browser = await chromium.launch({
      executablePath: chrome,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
  });
  after(async () => {
    await browser?.close();
    await close?.();
  });

  const som = (vem: Testperson, javaScriptEnabled: boolean, width = 1280): Promise<BrowserContext> =>
    browser.newContext({
      javaScriptEnabled,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      extraHTTPHeaders: { 'x-person': vem },
    });
  const vidare = (page: Page, knapp = 'Fortsätt') => page.getByRole('button', { name: knapp, exact: true }).click();

  /** Applies as the single adult, question by question, in whatever way the browser is set up. */
  async function ansök(page: Page, månad: string): Promise<string> {
    await page.goto(`${origin}/ansok`);
    await page.getByLabel(månad).check();
    if (await page.getByLabel('Jag söker för första gången').count())
      await page.getByLabel('Jag söker för första gången').check();
    await page.getByLabel('Själv, med eller utan barn').check();
    await vidare(page, 'Börja ansökan');
    await page.getByLabel('Hur många bor i bostaden?').fill('2');
    await vidare(page);
    await vidare(page, 'Lägg till ett barn');
    await page.getByLabel('Förnamn').fill('Barn ett');
    await page.getByLabel('Dag', { exact: true }).fill('3');
    await page.getByLabel('Månad', { exact: true }).fill('mars');
    await page.getByLabel('År', { exact: true }).fill('2017');
    await page.getByLabel('År', { exact: true }).press('Enter');
    await page.getByLabel('Hyresrätt, förstahand').check();
    await vidare(page);
    await page.getByLabel('Hyra eller avgift').fill('7 100');
    await page.getByLabel('Hushållsel').fill('437');
    await vidare(page);
    await page.getByLabel('Lön efter skatt').fill('9 960');
    await vidare(page);
    await vidare(page);
    await page.getByLabel('Clearingnummer').fill('3300');
    await page.getByLabel('Kontonummer').fill('910102-2391');
    await vidare(page);
    await page.getByLabel('Meddelande till oss').fill('Tack');
    await vidare(page);
    await page.getByLabel('Uppgifterna stämmer').check();
    await vidare(page, 'Skicka ansökan');
    const id = /ansok\/([\w-]+)\/skickad/.exec(page.url())?.[1];
    assert.ok(id, `${page.url()} ${await page.locator('main').textContent()}`);
    return id;
  }

  test('a whole application without JavaScript', async () => {
    const context = await som('ensam', false);
    const page = await context.newPage();
    const id = await ansök(page, 'oktober 2026');
    assert.equal(port.ansökningar.get(id)?.status, 'inkommen');
    assert.match((await page.locator('h1').textContent()) ?? '', /Vi har tagit emot din ansökan/);
    await page.goBack();
    const again = page.getByRole('button', { name: 'Skicka ansökan' });
    if (await again.count()) await again.click();
    assert.equal(port.ansökningar.size, 1, 'back and send again changes nothing');
    await context.close();
  });

  test('with JavaScript the same application is saved as it is written and meets no conflict with itself', async () => {
    const context = await som('ensam', true, 390);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${origin}/ansok`);
    await page.getByLabel('november 2026').check();
    await page.getByLabel('Själv, med eller utan barn').check();
    await vidare(page, 'Börja ansökan');
    await page.getByLabel('Hur många bor i bostaden?').fill('2');
    await page.getByText(/^Sparat \d/).waitFor();
    const [, id = ''] = /ansok\/([\w-]+)\//.exec(page.url()) ?? [];
    assert.equal(port.ansökningar.get(id)?.uppgifter.hushall?.personerIBostaden, 2);
    await page.getByLabel('Hur många bor i bostaden?').fill('3');
    await vidare(page);
    assert.match(page.url(), /\/barn$/);
    assert.equal(port.ansökningar.get(id)?.uppgifter.hushall?.personerIBostaden, 3);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('axe finds nothing on any page, wide or narrow, and nothing is wider than the screen', async (t) => {
    const setup = await som('ensam', false);
    const writing = await setup.newPage();
    for (const a of [...port.ansökningar.values()])
      if (a.status === 'utkast') await port.återkalla(port.som('ensam'), a.id);
    const first = await ansök(writing, 'november 2026');
    port.besluta(first);
    const together = await port.starta(port.som('partner'), {
      slag: 'nyansokan',
      månad: '2026-12',
      medsökande: { personnummer: PERSONER.ensam.personnummer },
    });
    assert.ok(together.ok);
    const parets = together.ansökan.id;
    const { uppgifter } = port.ansökningar.get(first) ?? assert.fail();
    const saved = await port.spara(
      port.som('partner'),
      parets,
      {
        ...uppgifter,
        hushall: { personerIBostaden: 3, sambor: true },
        inkomster: [{ id: 'i1', person: PERSONER.partner.id, typ: 'lon', belopp: 400000 }],
        konto: { clearing: '3300', nummer: '9101022391', innehavare: PERSONER.partner.id },
      },
      1,
    );
    assert.ok(saved.ok);
    const sent = await port.skickaIn(port.som('partner'), parets, saved.ansökan.version);
    assert.ok(sent.ok, JSON.stringify(sent));
    await writing.goto(`${origin}/ansok`);
    await writing.getByLabel('december 2026').check();
    await writing.getByLabel('Själv, med eller utan barn').check();
    await vidare(writing, 'Börja ansökan');
    const igen = /ansok\/([\w-]+)\//.exec(writing.url())?.[1] ?? '';
    await setup.close();

    const frågor = ['hushall', 'barn', 'boende', 'kostnader', 'inkomster', 'tillgangar', 'konto', 'ovrigt'];
    const sidor: Record<string, readonly (readonly [namn: string, adress: string, prova?: Record<string, string>])[]> =
      {
        ensam: [
          ['start', '/'],
          ['logga-in', '/vy/logga-in'],
          ['personal', '/vy/personal'],
          ['valj', '/vy/valj'],
          ['ingen', '/vy/ingen'],
          ['fel', '/vy/fel'],
          ['mina-sidor', '/mina-sidor'],
          ['ansok', '/ansok'],
          ['igen', `/ansok/${igen}/granska`],
          ...frågor.map((f) => [f, `/ansok/${igen}/${f}`] as const),
          ['skickad', `/ansok/${first}/skickad`],
          ['ansokan', `/mina-sidor/ansokan/${first}`],
          ['beslut', `/mina-sidor/beslut/${first}`],
          ['vad-hander-om', `/mina-sidor/beslut/${first}`, { lon: '12000', hyra: '8000' }],
          ['vad-hander-om-fel', `/mina-sidor/beslut/${first}`, { lon: 'mycket', hyra: '1,234' }],
          ['skriv-under', `/skriv-under/${parets}`],
          ['saknas', '/mina-sidor/ansokan/00000000-0000-4000-8000-000000000000'],
          [
            'provberakning',
            '/provberakning?rakna=ja&manad=2026-12&vuxna=1&alder-1=35&barn-1-alder=9&hyra=7100&lon-1=9960',
          ],
        ],
        partner: [
          ['vantar', `/ansok/${parets}/skickad`],
          ['vantar-ansokan', `/mina-sidor/ansokan/${parets}`],
          ['ta-tillbaka', `/mina-sidor/ansokan/${parets}/ta-tillbaka`],
        ],
        skyddad: [['till-handlaggare', '/ansok']],
      };
    for (const width of [1280, 390]) {
      for (const vem of Object.keys(sidor) as Testperson[]) {
        const context = await som(vem, true, width);
        const page = await context.newPage();
        for (const [namn, adress, prova] of sidor[vem] ?? []) {
          await t.test(`${namn} at ${width}`, async () => {
            const answer = await page.goto(`${origin}${adress}`);
            assert.ok((answer?.status() ?? 500) < 500, `${namn}: ${await page.locator('body').textContent()}`);
            for (const [fält, text] of Object.entries(prova ?? {})) await page.locator(`#${fält}`).fill(text);
            if (prova) {
              const svar = page.waitForResponse((r) => r.request().isNavigationRequest());
              await vidare(page, 'Räkna om');
              await (await svar).finished();
              await page.waitForLoadState();
              assert.equal(new URL(page.url()).search, '', 'a wage is in no address');
            }
            const { violations } = await new AxeBuilder({ page })
              .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
              .analyze();
            const found = violations.map((v) => `${v.id} ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
            assert.deepEqual(found, []);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(wide <= 0, `${wide} px wider than the screen`);
            if (!bilder) return;
            mkdirSync(bilder, { recursive: true });
            await page.screenshot({ path: `${bilder}/${namn}-${width}.png`, fullPage: true });
          });
        }
        await context.close();
      }
    }
  });
});
