import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { exempel } from './exempel.tsx';
import { serveStil } from './serve-stil.ts';
import { stil } from './stil.tsx';

const chrome = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const samples = Object.keys(exempel).map((name) => `/stil/exempel/${name}`);

test('no page has anything inline that a strict policy would refuse', async () => {
  for (const path of ['/stil', ...samples]) {
    const page = await (await stil.request(path)).text();
    assert.match(page, /^<!doctype html><html lang="sv" dir="ltr"/);
    assert.doesNotMatch(page, /\sstyle="|<style|<script(?![^>]*\ssrc=)|\son[a-z]+="|javascript:/, path);
    assert.equal(page.match(/<h1[ >]/g)?.length, 1, `${path} has one h1`);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
      `${path} has no id twice`,
    );
  }
});

test('a sample that is not there is not found', async () => {
  assert.equal((await stil.request('/stil/exempel/constructor')).status, 404);
});

describe('the style guide in a browser', {
  skip: existsSync(chrome)
    ? false
    : `Chromium is not at ${chrome}; install it with: apt-get install -y --no-install-recommends chromium`,
}, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveStil>>;
  before(async () => {
    server = await serveStil();
    browser = await chromium.launch({ executablePath: chrome, args });
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** Opens a page in a context of its own and fails on anything the browser complains about. */
  async function open(path: string, options: BrowserContextOptions, see: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(server.origin + path);
      await see(page);
      assert.deepEqual(complaints, [], path);
    } finally {
      await context.close();
    }
  }
  /** What depends on colour alone is checked again in the dark scheme; the rest of the page is the same. */
  const colourRules = ['color-contrast', 'link-in-text-block'];
  const axe = async (page: Page, where: string, rules?: string[]): Promise<void> => {
    const builder = new AxeBuilder({ page }).exclude('iframe');
    const { violations, passes } = await (rules ? builder.withRules(rules) : builder.withTags(wcag)).analyze();
    assert.deepEqual(
      violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`),
      [],
      where,
    );
    assert.ok(passes.length >= (rules ? 1 : 20), where);
  };
  const sideways = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  for (const width of [1280, 390]) {
    test(`/stil is accessible at ${width} px, light and dark`, async () => {
      await open('/stil', { viewport: { width, height: 900 }, colorScheme: 'light' }, async (page) => {
        await axe(page, `/stil ${width} light`);
        assert.ok((await sideways(page)) <= 0);
        await page.emulateMedia({ colorScheme: 'dark' });
        await axe(page, `/stil ${width} dark`, colourRules);
      });
    });
  }

  test('the sample pages are accessible, and fit 320 px without sideways scrolling', async () => {
    for (const [i, path] of samples.entries()) {
      await open(
        path,
        { viewport: { width: 320, height: 800 }, colorScheme: i % 2 === 0 ? 'dark' : 'light' },
        async (page) => {
          await axe(page, path);
          assert.ok((await sideways(page)) <= 0, `${path} scrolls sideways at 320 px`);
        },
      );
    }
  });

  test('targets on the citizen pages are at least 44 px, but for links inside a sentence', async () => {
    for (const path of ['/stil/exempel/beslut', '/stil/exempel/ansok', '/stil/exempel/fraga-fel']) {
      await open(path, { viewport: { width: 390, height: 800 } }, async (page) => {
        const small = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              'a[href], button, summary, input:not([type="hidden"]), select, textarea',
            ),
          ]
            .filter((target) => target.offsetParent !== null && target.parentElement?.tagName !== 'P')
            // A choice's row is its target.
            .map((target) => ({
              what: target.outerHTML.slice(0, 80),
              height: (target.closest('.choice') ?? target).getBoundingClientRect().height,
            }))
            .filter(({ height, what }) => height < 44 && !what.includes('class="skip"')),
        );
        assert.deepEqual(small, [], path);
      });
    }
  });

  test('everything is reached with Tab, and what has focus is seen', async () => {
    await open('/stil/exempel/ansok', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const seen: string[] = [];
      for (let i = 0; i < 12; i += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const at = document.activeElement as HTMLElement;
          return {
            name: at.textContent?.trim().slice(0, 30) ?? '',
            outline: Number.parseFloat(getComputedStyle(at).outlineWidth),
            inside: at.closest('.money')
              ? Number.parseFloat(getComputedStyle(at.closest('.money') as HTMLElement).outlineWidth)
              : 0,
          };
        });
        assert.ok(Math.max(focus.outline, focus.inside) >= 3, `${focus.name} shows no focus`);
        seen.push(focus.name);
      }
      assert.equal(seen[0], 'Hoppa till innehållet');
      assert.ok(seen.includes('Logga ut') && seen.includes('Lämna sidan snabbt') && seen.includes('Hyra'));
    });
  });

  test('the error summary has focus when the page opens, and leads to the field', async () => {
    await open(
      '/stil/exempel/fraga-fel',
      { viewport: { width: 390, height: 800 }, javaScriptEnabled: true },
      async (page) => {
        assert.match(await page.title(), /^Fel: /);
        assert.equal(await page.evaluate(() => document.activeElement?.className), 'error-summary');
        await page.getByRole('link', { name: 'Menar du' }).click();
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'hyra');
      },
    );
  });

  test('a radio group can be unset with the keyboard, without script', async () => {
    await open('/stil', { viewport: { width: 390, height: 800 }, javaScriptEnabled: false }, async (page) => {
      const group = page.getByRole('group', { name: 'Har du fått andra pengar i november?' }).first();
      const unset = group.getByRole('radio', { name: 'Inget svar' });
      assert.equal(await unset.isVisible(), false);
      await group.getByRole('radio', { name: 'Nej' }).check();
      assert.equal(await unset.isVisible(), true);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await unset.isChecked(), true);
      assert.equal(await unset.inputValue(), '');
    });
  });

  test('the colour scheme follows the system and can be chosen', async () => {
    const background = (page: Page): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await open('/stil', { colorScheme: 'dark' }, async (page) =>
      assert.equal(await background(page), 'rgb(16, 22, 24)'),
    );
    await open('/stil?farg=ljus', { colorScheme: 'dark' }, async (page) =>
      assert.equal(await background(page), 'rgb(255, 255, 255)'),
    );
    await open('/stil?farg=mork', { colorScheme: 'light' }, async (page) =>
      assert.equal(await background(page), 'rgb(16, 22, 24)'),
    );
  });

  test('on paper the folds are open and the menu is gone', async () => {
    await open(
      '/stil/exempel/beslut',
      { viewport: { width: 794, height: 1123 }, colorScheme: 'dark' },
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        assert.equal(await page.getByText('Hämta beslutet som pdf').isVisible(), false);
        assert.equal(await page.locator('.cz-nav').isVisible(), false);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
        assert.ok(
          ((await page.getByText('Jobbstimulans, 25 procent').boundingBox())?.height ?? 0) > 0,
          'a closed fold is printed',
        );
      },
    );
  });
});
