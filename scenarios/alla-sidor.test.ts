import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { SPRÅK, type Språkkod } from '@stegvis/ui';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { öppnaScen } from './berattelse.ts';
import type { Besökare } from './besokare.ts';
import { fyllScenen } from './fyll-scenen.ts';
import { länkarna, sidmönster, UTAN_LÄNK } from './sidmonster.ts';

/** All, or those named: `SPRAK=sv,ar` while a fault is mended. */
const SPRÅKEN = (process.env.SPRAK?.split(',') ?? Object.keys(SPRÅK)) as Språkkod[];
/** Only the pages whose addresses match, while a fault is mended: `SIDOR=/statistik`. */
const SIDOR = new RegExp(process.env.SIDOR ?? '');
const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
/** A folder for pictures of what is looked at. */
const BILDER = process.env.BILDER;
/** More examples of one page than this show nothing new. */
const EXEMPEL = 2;
/** More pages of one kind than this lead the same person to nothing new. */
const LIKA_SIDOR = 8;
/** Compressed script that a citizen's page may load, in bytes. */
const MEST_SKRIPT = 50 * 1024;
/** Windows that look at the same time. */
const FÖNSTER = 2;
/** Looks in one test of its own, so that a run says how far it has come. */
const SIDOR_PER_PROV = 60;

/** One page to look at in one language, as the one who came to it. */
interface Titt {
  readonly slag: string;
  readonly adress: string;
  readonly språk: Språkkod;
  readonly kakor: ReadonlyMap<string, string>;
}

/**
 * Every page that the server has, found by following links from the first pages as people of every kind; a page that nobody comes to
 * is a fault, so that a new one cannot be forgotten. Citizens' pages in every language at 390 pixels, and in Swedish at 1280 too.
 * The staff's pages, and open data with the titles that the municipality has written, are in Swedish alone.
 */
test('Alla sidor i alla språk är tillgängliga', { timeout: 1_800_000 }, async (t) => {
  const scen = await öppnaScen(t);
  const vandringar = await fyllScenen(scen);
  const sidor = sidmönster(scen.stegvis.sidor);
  const sedda = new Map<string, number>();
  const fel: string[] = [];
  const titta: Titt[] = [];
  let tyngst = 0;
  const gångna = new Map<Besökare, Map<string, number>>();
  for (const { vem, start, frågor = [] } of vandringar) {
    const kö = [start, ...frågor];
    const köade = new Set(kö);
    const steg = gångna.get(vem) ?? new Map<string, number>();
    gångna.set(vem, steg);
    for (let adress = kö.shift(); adress !== undefined; adress = kö.shift()) {
      const [väg = '', fråga] = adress.split('?');
      const sida = sidor.find(({ form }) => form.test(väg));
      if (!sida) continue;
      const slag = sida.slag(väg) + (fråga ? ` ${fråga}` : '');
      const gånger = steg.get(slag) ?? 0;
      if (gånger >= LIKA_SIDOR) continue;
      steg.set(slag, gånger + 1);
      const svar = await vem.hämta(adress);
      if (svar.status !== (fråga?.includes('finns-inte') ? 422 : 200) || !svar.typ.includes('text/html')) continue;
      const dit = sida.form.test(svar.väg) ? länkarna(svar.text, adress) : [svar.väg];
      for (const länk of dit)
        if (!köade.has(länk)) {
          köade.add(länk);
          kö.push(länk);
        }
      if (!sida.form.test(svar.väg)) continue;
      const antal = sedda.get(slag) ?? 0;
      if (antal >= EXEMPEL) continue;
      sedda.set(slag, antal + 1);
      if (!SIDOR.test(väg)) continue;
      const personal = adress.startsWith('/handlaggning');
      const bareSvenska = personal || adress === '/oppna-data';
      const skript = await skriptvikt(scen.stegvis.adress, svar.text);
      tyngst = Math.max(tyngst, personal ? 0 : skript);
      if (!personal && skript > MEST_SKRIPT) fel.push(`${slag} loads ${skript} bytes of compressed script`);
      const språken = bareSvenska || antal > 0 ? (['sv'] as const) : SPRÅKEN;
      titta.push(...språken.map((språk) => ({ slag, adress: scen.stegvis.adress + adress, språk, kakor: vem.kakor })));
    }
  }
  const fönster = await Promise.all(Array.from({ length: FÖNSTER }, () => scen.öppna('/')));
  for (const page of fönster) await page.addInitScript({ path: AXE });
  for (const [språk, sidorna] of Map.groupBy(titta, (titt) => titt.språk))
    for (let från = 0; från < sidorna.length; från += SIDOR_PER_PROV) {
      const kvar = sidorna.slice(från, från + SIDOR_PER_PROV);
      await t.test(`${språk}, sida ${från + 1}–${från + kvar.length}`, async () => {
        const fel: string[] = [];
        const looks = fönster.map(async (page) => {
          for (let titt = kvar.shift(); titt !== undefined; titt = kvar.shift())
            for (const f of await felI(page, titt)) fel.push(`${titt.slag}: ${f}`);
        });
        await Promise.all(looks);
        assert.deepEqual(fel, []);
      });
    }
  assert.deepEqual(
    sidor
      .filter(({ mönster }) => !(mönster in UTAN_LÄNK) && ![...sedda.keys()].some((slag) => slag.startsWith(mönster)))
      .map((s) => s.mönster),
    [],
    'no link leads to these pages; lead to them, or let fyllScenen make what they show',
  );
  assert.deepEqual(fel, []);
  t.diagnostic(`${sedda.size} pages, ${titta.length} looks, at most ${tyngst} bytes of compressed script`);
});

/** What axe finds, a wrong language, and sideways scrolling. */
async function felI(page: Page, { adress, språk, kakor }: Titt): Promise<string[]> {
  const { lang, dir } = SPRÅK[språk];
  const fel: string[] = [];
  await page.context().clearCookies();
  await page
    .context()
    .addCookies([...kakor, ['sprak', språk] as const].map(([name, value]) => ({ name, value, url: adress })));
  for (const width of språk === 'sv' ? [390, 1280] : [390]) {
    await page.setViewportSize({ width, height: 844 });
    if (width === 390) await page.goto(adress);
    if (BILDER) {
      const namn = [new URL(adress).pathname.replaceAll(/[/:]|[0-9a-f-]{36}/g, '_'), språk, width].join('-');
      await page.screenshot({ path: `${BILDER}/${namn}.png`, fullPage: true });
    }
    const root = page.locator('html');
    const sett = [await root.getAttribute('lang'), await root.getAttribute('dir')];
    if (sett[0] !== lang || sett[1] !== dir) fel.push(`the page says lang ${sett[0]}, dir ${sett[1]}`);
    // Without preload axe does not fetch style sheets and media for rules that are off by default or that no page has use for.
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'], preload: false }),
    );
    for (const { id, nodes } of violations)
      fel.push(`${width} px: ${id}: ${nodes.map((n) => `${n.target.join(' ')} ${n.html.slice(0, 120)}`).join('; ')}`);
    const bredd = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (bredd > 0) fel.push(`scrolls ${bredd} px sideways at ${width} px`);
  }
  return fel;
}

/** The sum of the compressed scripts that the page loads. */
async function skriptvikt(adress: string, html: string): Promise<number> {
  let sum = 0;
  for (const [, src] of html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)) {
    const svar = await fetch(new URL(src!, adress));
    sum += gzipSync(await svar.bytes()).length;
  }
  return sum;
}
