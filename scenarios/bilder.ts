// npm run bilder: makes the handbook's pictures from a fresh demo, so that they show what is there.
import { join } from 'node:path';
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

for (const close of closing) await close();
