// npm run bilder: makes the handbook's pictures from a fresh demo, so that they show what is there.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { väntaPå, öppnaScen } from './berattelse.ts';

const mapp = join(import.meta.dirname, '../docs/bilder');
const closing: (() => Promise<void>)[] = [];
const scen = await öppnaScen({ after: (close) => closing.push(close) });
const storlek = { viewport: { width: 1120, height: 800 } };

const sida = await scen.loggaIn('ensam-med-barn', '/ansok', storlek);
await sida.getByRole('button', { name: 'Börja ansökan' }).click();
await sida.getByLabel('Lön efter skatt').fill('11 480');
await sida.getByLabel('Uppgifterna stämmer').check();
await sida.getByRole('button', { name: 'Skicka ansökan' }).click();
await sida.getByRole('link', { name: 'Följ din ansökan' }).click();
await väntaPå(sida, 'Läs beslutet');
await sida.getByRole('link', { name: 'Läs beslutet' }).click();
await sida.screenshot({ path: join(mapp, 'beslut.png') });

const söker = await scen.loggaIn('langtid', '/ansok', storlek);
await söker.getByRole('button', { name: 'Börja ansökan' }).click();
await söker.getByRole('button', { name: 'Lägg till andra pengar' }).click();
await söker.getByLabel('Vad är det för pengar?').selectOption('insattning');
await söker.getByLabel('Belopp').fill('600');
await söker.getByLabel('Uppgifterna stämmer').check();
await söker.getByRole('button', { name: 'Skicka ansökan' }).click();
const handläggare = await scen.loggaIn('handlaggare', '/handlaggning', storlek);
await väntaPå(handläggare, /Okänd inkomst|Inte helt bifall/);
await handläggare.getByRole('link', { name: /Ensamstående 58 år/ }).click();
await handläggare.screenshot({ path: join(mapp, 'arende.png') });

const samordnare = await scen.loggaIn('samordnare', '/handlaggning/personer', storlek);
await samordnare.screenshot({ path: join(mapp, 'mina-personer.png') });
await samordnare.getByRole('link', { name: 'Ensamstående 58 år' }).first().click();
await samordnare.getByRole('link', { name: 'Plan', exact: true }).click();
await samordnare.getByRole('heading', { name: 'Plan', exact: true }).waitFor();
await samordnare.setViewportSize({ width: 1120, height: 1080 });
const plan = await samordnare.getByRole('heading', { name: 'Plan', exact: true }).boundingBox();
const spår = await samordnare.getByRole('heading', { name: 'Parallella spår' }).boundingBox();
const höjd = { y: plan!.y - 12, height: spår!.y - plan!.y };
await samordnare.screenshot({ path: join(mapp, 'plan.png'), clip: { x: 0, width: 1120, ...höjd } });
await samordnare.getByRole('link', { name: 'Krav', exact: true }).click();
const timmar = samordnare.getByRole('heading', { name: /^Aktivitetskrav: / });
await samordnare
  .locator('.card')
  .filter({ has: timmar })
  .screenshot({ path: join(mapp, 'krav.png') });

const telefon = { viewport: { width: 390, height: 844 } };
const anordnare = await scen.loggaIn('anordnare', '/handlaggning/deltagare', telefon);
await anordnare.getByRole('link', { name: 'Tisdag 24 november' }).click();
await anordnare.getByRole('button', { name: 'Spara dagen' }).waitFor();
await anordnare.screenshot({ path: join(mapp, 'markera.png') });

const sökande = await scen.loggaIn('langtid', '/mina-sidor/plan', telefon);
await sökande.screenshot({ path: join(mapp, 'min-plan.png') });

const analytiker = await scen.loggaIn('analytiker', '/handlaggning/statistik', storlek);
await bild(analytiker, 'statistik', 'Läget till och med oktober 2026', 'Ansökan och beslut', 520);
await analytiker.getByRole('link', { name: 'Återkomst', exact: true }).click();
await bild(analytiker, 'aterkomst', 'Utan ny ansökan, månad för månad', 'Inom ett år, räknat som Kolada U31462');
await analytiker.getByRole('link', { name: 'Kvinnor och män' }).click();
await bild(analytiker, 'kvinnor-och-man', 'Kvinnor och män', 'Barnen i familjerna', 930);

const enhetschef = await scen.loggaIn('enhetschef', '/handlaggning/statistik/konsekvens/reform', storlek);
await enhetschef.getByLabel('Vad ska körningen heta?').fill('Riksnormen tre procent högre');
await enhetschef.locator('input[name=del][value=riksnorm-procent]').check();
await enhetschef.locator('input[name=riksnorm-procent]').fill('3');
await enhetschef.getByLabel('Påhittade hushåll').check();
await enhetschef.getByRole('button', { name: 'Kör', exact: true }).click();
await enhetschef.getByRole('link', { name: 'Visa resultatet' }).click({ timeout: 60_000 });
await bild(enhetschef, 'andrade-regler', 'Riksnormen tre procent högre', 'Efter hushållstyp');
await enhetschef.getByRole('link', { name: 'Kvalitet', exact: true }).click();
await enhetschef.getByRole('link', { name: 'Hösten: barn i utredningarna' }).click();
await enhetschef.getByRole('row', { name: 'Att granska' }).getByRole('link').first().click();
await enhetschef.getByRole('button', { name: 'Slutför granskningen' }).waitFor();
await bild(enhetschef, 'aktgranskning', /^Granska /, 'Avvikelser', 600);

for (const close of closing) await close();

/** The page from a heading down to another heading or link, at most so many pixels high. */
async function bild(page: Page, namn: string, från: string | RegExp, till: string, högst = 960): Promise<void> {
  await page.setViewportSize({ width: 1120, height: 2400 });
  const början = await page.getByRole('heading', { name: från, exact: true }).boundingBox();
  const slut = await page
    .getByRole('heading', { name: till, exact: true })
    .or(page.getByRole('link', { name: till, exact: true }))
    .boundingBox();
  const y = början!.y - 12;
  const height = Math.min(slut!.y - y - 12, högst);
  await page.screenshot({ path: join(mapp, `${namn}.png`), clip: { x: 0, y, width: 1120, height } });
}
