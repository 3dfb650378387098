import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betalaUt, brevetsText, läsAkt, läsbarPdf, tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

const FÖRÄLDERN = '198801012397';

test('Ett register är nere: ansökan stannar, frågas om av sig själv och beviljas när registret svarar', async (t) => {
  const scen = await öppnaScen(t);
  scen.stegvis.register!.setMode(FÖRÄLDERN, 'delfel', 'FK');
  const sida = await scen.loggaIn('gymnasist-foralder', '/ansok');
  await sida.getByRole('button', { name: 'Börja ansökan' }).click();
  await sida.getByLabel('Uppgifterna stämmer').check();
  await sida.getByRole('button', { name: 'Skicka ansökan' }).click();
  await sida.getByRole('link', { name: 'Följ din ansökan' }).click();
  const ansökan = new URL(sida.url()).pathname.split('/').at(-1)!;

  const handläggare = await scen.loggaIn('handlaggare', '/handlaggning');
  await väntaPå(handläggare, 'Register svarar inte');
  await handläggare.getByText('Väntar på register').first().waitFor();
  const innan = await läsAkt(scen, ansökan);
  assert.deepEqual([innan.status, innan.beslut.length, innan.utbetalningar.length], ['utreds', 0, 0]);
  const fk = innan.registersvar.filter((s) => s.källa === 'FK');
  assert.deepEqual(
    fk.map((s) => [s.kvalitet, s.uppgifter.length]),
    [['ej-kontrollerbar', 0]],
  );

  scen.stegvis.register!.setMode(FÖRÄLDERN, 'normal');
  await tillgänglig(handläggare);
  await handläggare.getByRole('link', { name: /Förälder till gymnasist/ }).click();
  await handläggare.getByRole('heading', { level: 1, name: /december 2026/ }).waitFor();
  await handläggare.getByText('Register svarar inte').first().waitFor();
  await tillgänglig(handläggare);
  await sida.reload();
  await tillgänglig(sida);
  await väntaPå(sida, 'Läs beslutet');
  await sida.getByRole('link', { name: 'Läs beslutet' }).click();
  await sida.getByText(/Beslutet är fattat automatiskt \(/).waitFor();
  await tillgänglig(sida);
  await läsbarPdf(sida, sida.getByRole('link', { name: 'Hämta beslutet som pdf' }));

  const akt = await läsAkt(scen, ansökan);
  const [beslut] = akt.beslut;
  assert.deepEqual([akt.beslut.length, beslut?.utfall, beslut?.beslutsfattare.slag], [1, 'bifall', 'automatisk']);
  assert.deepEqual(
    akt.registersvar.filter((s) => s.källa === 'FK').map((s) => s.kvalitet),
    ['ej-kontrollerbar', 'svarat'],
  );
  assert.equal(akt.registersvar.filter((s) => s.källa === 'CSN').length, 1, 'only the one that failed is asked again');
  const kronor = beslut!.belopp / 100;
  assert.match((await brevetsText(scen, beslut!.id)).replaceAll(' ', ''), new RegExp(`Dufår${kronor}kr`));
  assert.ok((await betalaUt(scen)).includes(`<InstdAmt Ccy="SEK">${kronor.toFixed(2)}</InstdAmt>`));
});
