import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Beslut, Registersvar, Utbetalning } from '@stegvis/casework';
import { createTestDatabase, inTenant, type TenantTransaction } from '@stegvis/database';
import { type Stegvis, startaStegvis } from '@stegvis/server';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const UTAN_SKRIPT = new WeakSet<BrowserContext>();

/** A whole Stegvis with its own database, and a browser to use it with. */
export interface Scen {
  readonly stegvis: Stegvis;
  /** Lets time pass: closes every window, stops the server and starts it again on the same database at a later instant, ISO 8601. */
  låtTidenGå(till: string): Promise<void>;
  /** A browser window of its own, logged in as the account at the development e-ID. */
  loggaIn(konto: string, sida: string, options?: BrowserContextOptions): Promise<Page>;
  /** A browser window that nobody is logged in to. */
  öppna(sida: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Opens the scene on 24 November 2026, or at another instant; everything is closed after the test. */
export async function öppnaScen(
  t: { after(close: () => Promise<void>): unknown },
  läge: 'demo' | 'ovning' = 'demo',
  klocka = '2026-11-24T09:00:00+01:00',
): Promise<Scen> {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const starta = (klocka: string) =>
    startaStegvis(
      {
        databasUrl: url,
        port: 0,
        adress: undefined,
        datamapp: '.tmp',
        läge,
        klocka,
        kommun: undefined,
        oidc: undefined,
        ssbtek: undefined,
        // Two stories and their browsers share two cores: a page must not become a run because the machine is busy.
        påSidan: 30_000,
      },
      (rad) => rad.fel && console.error(rad.händelse, rad.fel),
    );
  let stegvis = await starta(klocka);
  closing.push(() => stegvis.stäng());
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  closing.push(() => browser.close());

  const öppna = async (sida: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, ...options });
    if (options.javaScriptEnabled === false) UTAN_SKRIPT.add(context);
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
    get stegvis() {
      return stegvis;
    },
    async låtTidenGå(till) {
      for (const context of browser.contexts()) await context.close();
      await stegvis.stäng();
      stegvis = await starta(till);
    },
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

/** Looks in the demo municipality's rows. */
export function iDatabasen<T>({ stegvis }: Scen, read: (t: TenantTransaction) => Promise<T>): Promise<T> {
  return inTenant(
    stegvis.db,
    { kommun: '0001', nämnd: 'socialnamnden', aktör: { slag: 'system', id: 'scenario' } },
    read,
  );
}

/** What the rows have of an application: its decisions in the order they were made, what is paid, and every register answer. */
export interface Akt {
  readonly status: string;
  readonly kanal: string;
  readonly underskrifter: number;
  readonly beslut: readonly Beslut[];
  readonly utbetalningar: readonly Utbetalning[];
  readonly registersvar: readonly Registersvar[];
}

/** The rows of an application. */
export function läsAkt(scen: Scen, ansökan: string): Promise<Akt> {
  return iDatabasen(scen, async (t) => {
    const { status, kanal, underskrifter } = await t.ansökningar.get(ansökan);
    const beslut = await t.beslut.findAllaForAnsökan(ansökan);
    const utbetalningar = await Promise.all(beslut.map((b) => t.utbetalningar.findForBeslut(b.id)));
    const frågningar = await t.utredningar.findFrågningar(ansökan);
    return {
      status,
      kanal,
      underskrifter: underskrifter.length,
      beslut,
      utbetalningar: utbetalningar.filter((u) => u !== undefined),
      registersvar: frågningar.flatMap((f) => f.svar),
    };
  });
}

/** The words of a decision's letter to one of its recipients, as they were fixed with the decision. */
export function brevetsText(scen: Scen, beslut: string): Promise<string> {
  return iDatabasen(scen, async (t) => {
    const brev = await t.brev.findForBeslut(beslut);
    assert.ok(brev.length > 0, 'the decision has a letter');
    return JSON.stringify((await t.brev.get(brev[0]!.id)).innehåll?.data).replaceAll('\u00a0', ' ');
  });
}

/** Fetches a PDF as the one who reads the page: it is tagged for screen readers (PDF/UA). */
export async function läsbarPdf(page: Page, länk: Locator): Promise<void> {
  const svar = await page.request.get(await länk.evaluate((a) => (a as HTMLAnchorElement).href));
  assert.equal(svar.headers()['content-type'], 'application/pdf');
  assert.match((await svar.body()).toString('latin1'), /pdfuaid/);
}

/** One prepares the payment file, another releases it; returns the file. */
export async function betalaUt(scen: Scen): Promise<string> {
  const ett = await scen.loggaIn('ekonom', '/handlaggning');
  await ett.getByRole('button', { name: /^Förbered betalfil/ }).click();
  await väntaPå(ett, 'Du kan inte släppa filen');
  const två = await scen.loggaIn('ekonom-tva', new URL(ett.url()).pathname);
  await tillgänglig(två);
  await två.getByRole('button', { name: /^Släpp/ }).click();
  const fil = await två.request.get(
    await två.getByRole('link', { name: 'Hämta filen' }).evaluate((a) => (a as HTMLAnchorElement).href),
  );
  const xml = await fil.text();
  await ett.context().close();
  await två.context().close();
  return xml;
}

/** The page without the identities in its address. */
export function place(page: Page): string {
  return new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}');
}

/** No faults by axe (WCAG 2.2 AA), and no sideways scrolling, at 1280 and 390 pixels. The window must have script, as axe is one. */
export async function tillgänglig(page: Page): Promise<void> {
  assert.ok(!UTAN_SKRIPT.has(page.context()), `${place(page)}: axe never answers in a window without script`);
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
