import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { createTestDatabase } from '@stegvis/database';
import { type Stegvis, startaStegvis } from '@stegvis/server';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A whole Stegvis with its own database, and a browser to use it with. */
export interface Scen {
  readonly stegvis: Stegvis;
  /** A browser window of its own, logged in as the account at the development e-ID. */
  loggaIn(konto: string, sida: string, options?: BrowserContextOptions): Promise<Page>;
  /** A browser window that nobody is logged in to. */
  öppna(sida: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Opens the scene on 24 November 2026; everything is closed after the test. */
export async function öppnaScen(
  t: { after(close: () => Promise<void>): unknown },
  läge: 'demo' | 'ovning' = 'demo',
): Promise<Scen> {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const stegvis = await startaStegvis(
    {
      databasUrl: url,
      port: 0,
      adress: undefined,
      datamapp: '.tmp',
      läge,
      klocka: '2026-11-24T09:00:00+01:00',
      kommun: undefined,
      oidc: undefined,
      ssbtek: undefined,
    },
    (rad) => rad.fel && console.error(rad.händelse, rad.fel),
  );
  closing.push(() => stegvis.stäng());
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  closing.push(() => browser.close());

  const öppna = async (sida: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(`script fault on ${place(page)}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
        assert.fail(`${place(page)}: ${message.text()}`);
    });
    await page.goto(stegvis.adress + sida);
    return page;
  };
  return {
    stegvis,
    öppna,
    async loggaIn(konto, sida, options) {
      const page = await öppna(sida, options);
      const start = page.getByRole('link', { name: 'Logga in med e-legitimation' });
      if (await start.count()) await start.click();
      await page.locator(`input[name=konto][value="${konto}"]`).check();
      await page.getByRole('button', { name: 'Logga in' }).click();
      await page.waitForURL((address) => address.pathname === sida || address.pathname.startsWith(`${sida}/`));
      return page;
    },
  };
}

/** The page without the identities in its address. */
export function place(page: Page): string {
  return new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}');
}

/** No faults by axe (WCAG 2.2 AA), and no sideways scrolling, at 1280 and 390 pixels. */
export async function tillgänglig(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join('; ')}`);
    assert.deepEqual(found, [], `${place(page)} at ${width} px`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${place(page)} scrolls ${overflow} px sideways at ${width} px`);
  }
  if (size) await page.setViewportSize(size);
}

/** Reads the page again until the text is there; the thread works by itself. */
export async function väntaPå(page: Page, text: string | RegExp): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if ((await page.getByText(text).count()) > 0) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  assert.fail(`${place(page)} never showed ${text}`);
}
