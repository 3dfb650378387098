import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Browser, chromium, type Page } from 'playwright-core';
import { assets } from '../assets.ts';
import { KeyboardHelp } from '../case/keyboard-help.tsx';
import { Queue } from '../case/queue.tsx';
import { SessionWarning } from '../content/session-warning.tsx';
import { AutosaveStatus } from '../forms/autosave-status.tsx';
import { Button } from '../forms/button.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { ArbetsSida } from '../layout/arbets-sida.tsx';
import { dokument } from '../layout/dokument.tsx';
import { MedborgarSida } from '../layout/medborgar-sida.tsx';
import { strictPolicy } from '../stil/serve-stil.ts';

const chrome = '/usr/bin/chromium';
const municipality = { name: 'Lindviks kommun' };

describe('islands in a browser', {
  skip: existsSync(chrome)
    ? false
    : `Chromium is not at ${chrome}; install it with: apt-get install -y --no-install-recommends chromium`,
}, () => {
  let browser: Browser;
  let origin = '';
  let close: () => Promise<void>;
  let failing = false;
  let saved: Record<string, string>[] = [];
  let loggedOut = 0;

  before(async () => {
    const app = new Hono();
    app.use(async (c, next) => {
      await next();
      c.header('content-security-policy', strictPolicy);
    });
    for (const asset of assets())
      app.get(asset.path, (c) => c.body(Uint8Array.from(asset.bytes), 200, { 'content-type': asset.contentType }));
    app.get('/form', async (c) =>
      c.html(
        await dokument(
          <MedborgarSida title="Utkast" municipality={municipality}>
            <h1>Utkast</h1>
            <form method="post" action="/skicka" data-autosave="/utkast">
              <TextField name="ort" label="Ort" />
              <AutosaveStatus />
              <Button>Fortsätt</Button>
            </form>
          </MedborgarSida>,
        ),
      ),
    );
    app.post('/utkast', async (c) => {
      if (failing) return c.json({}, 503);
      saved.push(
        Object.fromEntries(Object.entries(await c.req.parseBody()).map(([name, text]) => [name, String(text)])),
      );
      return c.json({ sparat: '14.02' });
    });
    app.on(['GET', 'POST'], '/om', async (c) => {
      const lön = c.req.method === 'POST' ? String((await c.req.parseBody())['lon']) : '100';
      return c.html(
        await dokument(
          <MedborgarSida title="Om" municipality={municipality}>
            <h1>Om</h1>
            <form method="post" action="/om" data-what-if="resultat">
              <MoneyField name="lon" label="Lön" value={lön} />
              <Button>Räkna om</Button>
            </form>
            <div id="resultat" role="status">
              <p>Lönen är {lön}</p>
            </div>
          </MedborgarSida>,
        ),
      );
    });
    app.get('/ko', async (c) =>
      c.html(
        await dokument(
          <ArbetsSida title="Kö" municipality={municipality.name} nav={[]} searchAction="/ko" after={<KeyboardHelp />}>
            <h1>Kö</h1>
            <Queue
              caption="Kö"
              groups={[
                {
                  heading: 'Besluta',
                  rows: ['a', 'b', 'c'].map((id) => ({
                    href: `/arende/${id}`,
                    who: `Ärende ${id}`,
                    about: 'December',
                    why: 'Stickprov',
                    clock: { usedMinutes: 60, allowedMinutes: 1440, state: 'running' as const },
                    unit: 'Ledig',
                    act: (
                      <Button type="button" shortcut="t">
                        Ta
                      </Button>
                    ),
                  })),
                },
              ]}
            />
          </ArbetsSida>,
        ),
      ),
    );
    app.get('/arende/:id', (c) => c.text(`ärende ${c.req.param('id')}`));
    app.get('/session', async (c) =>
      c.html(
        await dokument(
          <MedborgarSida
            title="Session"
            municipality={municipality}
            session={
              <SessionWarning endsAt="2026-11-26T13:40:00Z" seconds={Number(c.req.query('s'))} action="/forlang" />
            }
          >
            <h1>Session</h1>
          </MedborgarSida>,
        ),
      ),
    );
    app.get('/hemligt', async (c) =>
      c.html(
        await dokument(
          <MedborgarSida title="Hemligt" municipality={municipality} logOutHref="/logga-ut" quickExitHref="/vader">
            <h1>Hemligt</h1>
          </MedborgarSida>,
        ),
      ),
    );
    app.get('/vader', (c) => c.html('<h1>Väder</h1>'));
    app.post('/logga-ut', (c) => {
      loggedOut += 1;
      return c.redirect('/');
    });
    app.post('/forlang', (c) =>
      c.req.header('accept') === 'application/json' ? c.json({ sekunder: 3600 }) : c.redirect('/session?s=3600'),
    );
    await new Promise<void>((ready) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        origin = `http://127.0.0.1:${port}`;
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
    await browser.close();
    await close();
  });

  async function open(path: string, see: (page: Page) => Promise<void>, javaScriptEnabled = true): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled });
    try {
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(origin + path);
      await see(page);
    } finally {
      await context.close();
    }
  }

  test('a change is saved and said; a save that fails says so, keeps the text and is tried again when asked', async () => {
    failing = false;
    saved = [];
    await open('/form', async (page) => {
      const status = page.getByRole('status');
      await page.getByLabel('Ort').fill('Lindvik');
      await status.getByText('Sparat 14.02').waitFor();
      assert.deepEqual(saved.at(-1), { ort: 'Lindvik' });
      failing = true;
      await page.getByLabel('Ort').fill('Lindvik norra');
      await status.getByText('Inte sparat').waitFor();
      assert.equal(await page.getByLabel('Ort').inputValue(), 'Lindvik norra');
      failing = false;
      await page.getByRole('button', { name: 'Försök igen' }).click();
      await status.getByText('Sparat 14.02').waitFor();
      assert.deepEqual(saved.at(-1), { ort: 'Lindvik norra' });
      assert.equal(await page.getByRole('button', { name: 'Försök igen' }).isVisible(), false);
    });
  });

  test('the what-if answer changes while the person writes, and with the button without script', async () => {
    await open('/om', async (page) => {
      await page.getByLabel('Lön').fill('250');
      await page.getByText('Lönen är 250').waitFor();
      assert.equal(new URL(page.url()).search, '', 'the page itself did not change');
    });
    await open(
      '/om',
      async (page) => {
        await page.getByLabel('Lön').fill('300');
        await page.getByRole('button', { name: 'Räkna om' }).click();
        await page.getByText('Lönen är 300').waitFor();
      },
      false,
    );
  });

  test('J and K move in the queue, Enter opens, ? tells, and the letters can be switched off', async () => {
    await open('/ko', async (page) => {
      const here = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      assert.equal(await here(), 'Ärende b');
      await page.keyboard.press('k');
      assert.equal(await here(), 'Ärende a');
      await page.keyboard.press('/');
      await page.keyboard.type('jk?');
      assert.equal(await page.getByRole('searchbox').inputValue(), 'jk?', 'letters are text in a field');
      await page.getByRole('searchbox').blur();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Kortkommandon' }).waitFor();
      await page.getByLabel('Använd kortkommandon').uncheck();
      await page.getByRole('button', { name: 'Stäng' }).click();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('j');
      assert.ok(!(await here()).startsWith('Ärende'));
      await page.getByRole('link', { name: 'Ärende c' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/arende\/c$/);
    });
  });

  test('the session notice is quiet, is seen when little is left, and extends without leaving the page', async () => {
    await open('/session?s=3600', async (page) => {
      await page.locator('[data-session]').waitFor({ state: 'hidden' });
    });
    await open('/session?s=120', async (page) => {
      await page.locator('[data-session]').getByText('Du loggas snart ut').waitFor();
      await page.getByRole('button', { name: 'Fortsätt vara inloggad' }).click();
      await page.locator('[data-session]').waitFor({ state: 'hidden' });
      assert.equal(await page.getByRole('alert').textContent(), 'Du är fortfarande inloggad.');
      assert.match(page.url(), /s=120$/);
    });
    await open(
      '/session?s=120',
      async (page) => {
        await page.getByText('Du är inloggad till klockan 14.40.').waitFor();
        await page.getByRole('button', { name: 'Fortsätt vara inloggad' }).click();
        await page.waitForURL(/s=3600$/);
      },
      false,
    );
  });

  test('the quick exit ends the session and leaves nothing to go back to', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/vader`);
    await page.goto(`${origin}/hemligt`);
    await page.click('a.exit');
    await page.waitForURL(`${origin}/vader`);
    await page.goBack();
    assert.equal(page.url(), `${origin}/vader`);
    assert.equal(loggedOut, 1);
    await page.close();
  });
});
