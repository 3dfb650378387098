import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betalaUt, brevetsText, läsAkt, läsbarPdf, tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

test('Ensam med barn söker igen: beviljas automatiskt inom några sekunder, med brev och betalfil', async (t) => {
  const scen = await öppnaScen(t);
  const sida = await scen.loggaIn('ensam-med-barn', '/mina-sidor');
  await tillgänglig(sida);
  await sida.getByRole('link', { name: 'Ansök', exact: true }).last().click();
  await tillgänglig(sida);
  await sida.getByRole('button', { name: 'Börja ansökan' }).click();
  await sida.getByRole('heading', { name: 'Ansök för december 2026' }).waitFor();
  await tillgänglig(sida);
  await sida.getByLabel('Lön efter skatt').fill('11 480');
  await sida.getByLabel('Uppgifterna stämmer').check();
  await sida.getByRole('button', { name: 'Skicka ansökan' }).click();
  await sida.getByRole('heading', { name: 'Vi har tagit emot din ansökan' }).waitFor();
  await tillgänglig(sida);
  await sida.getByRole('link', { name: 'Följ din ansökan' }).click();
  await väntaPå(sida, 'Beslutet finns att läsa här.');
  await tillgänglig(sida);
  await sida.getByRole('link', { name: 'Läs beslutet' }).click();
  await sida.getByRole('heading', { level: 1, name: /Du får 4\s375\skr för december 2026/ }).waitFor();
  await sida.getByText(/Beslutet är fattat automatiskt \(/).waitFor();
  await tillgänglig(sida);

  await sida.getByLabel('Lön efter skatt i november 2026').fill('12 480');
  await sida.getByRole('button', { name: 'Räkna om' }).click();
  await sida.getByText(/Du får 250\skr mer att leva på/).waitFor();

  await läsbarPdf(sida, sida.getByRole('link', { name: 'Hämta beslutet som pdf' }));

  const akt = await läsAkt(scen, new URL(sida.url()).pathname.split('/').at(-1)!);
  const [beslut] = akt.beslut;
  assert.deepEqual([beslut?.utfall, beslut?.belopp, beslut?.beslutsfattare.slag], ['bifall', 437500, 'automatisk']);
  assert.deepEqual(
    akt.utbetalningar.map((u) => [u.belopp, u.status]),
    [[437500, 'planerad']],
  );
  assert.match(await brevetsText(scen, beslut!.id), /Du får 4 375 kr/);
  assert.match(await betalaUt(scen), /<InstdAmt Ccy="SEK">4375\.00<\/InstdAmt>/);
  assert.equal((await läsAkt(scen, beslut!.ansökan)).utbetalningar[0]?.status, 'skickad');
});

test('Ensam med barn söker igen utan JavaScript och bara med tangentbordet', async (t) => {
  const scen = await öppnaScen(t);
  const sida = await scen.loggaIn('ensam-med-barn', '/ansok', {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const tabTill = async (namn: string) => {
    for (let i = 0; i < 80; i++) {
      await sida.keyboard.press('Tab');
      const focused = sida.locator(':focus');
      const text = (await focused.count())
        ? `${await focused.textContent()} ${(await focused.getAttribute('name')) ?? ''}`
        : '';
      if (text.includes(namn)) return;
    }
    assert.fail(`the keyboard never came to ${namn}`);
  };
  await tabTill('Börja ansökan');
  await sida.keyboard.press('Enter');
  await sida.getByRole('heading', { name: 'Ansök för december 2026' }).waitFor();
  await tabTill('lon-');
  await sida.keyboard.type('11480');
  await tabTill('intygat');
  await sida.keyboard.press('Space');
  await tabTill('Skicka ansökan');
  await sida.keyboard.press('Enter');
  await sida.getByRole('heading', { name: 'Vi har tagit emot din ansökan' }).waitFor();
});
