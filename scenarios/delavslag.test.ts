import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import {
  betalaUt,
  brevetsText,
  iDatabasen,
  läsAkt,
  läsbarPdf,
  type Scen,
  tillgänglig,
  väntaPå,
  öppnaScen,
} from './berattelse.ts';

/** A board whose delegation order asks for two where an application is refused in part. */
async function tvåBeslutarDelavslag(scen: Scen): Promise<void> {
  await iDatabasen(scen, async (t) => {
    const punkt = (await t.organisation.findDelegationspunkter()).find((p) => p.punkt === '4.1')!;
    await t.organisation.saveDelegationspunkt({ ...punkt, till: '2026-11-23' });
    await t.organisation.saveDelegationspunkt({
      ...punkt,
      id: randomUUID(),
      från: '2026-11-24',
      villkor: { andraPerson: { roll: 'enhetschef', utfall: ['delavslag'] } },
    });
  });
}

test('Hyran är för hög: den ostridiga delen betalas genast, den sökande svarar, två beslutar delavslag, överklagas', async (t) => {
  const scen = await öppnaScen(t);
  await tvåBeslutarDelavslag(scen);
  const sida = await scen.loggaIn('gymnasist-foralder', '/ansok');
  await sida.getByRole('button', { name: 'Börja ansökan' }).click();
  await sida.getByRole('link', { name: /kostnaden/ }).click();
  await sida.getByLabel('Hyra eller avgift för bostaden').fill('9 990');
  await sida.getByRole('button', { name: /^(Fortsätt|Spara)/ }).click();
  await sida.getByText('Det här har ändrats').waitFor();
  await sida.getByLabel('Uppgifterna stämmer').check();
  await sida.getByRole('button', { name: 'Skicka ansökan' }).click();
  await sida.getByRole('link', { name: 'Följ din ansökan' }).click();
  const ansökan = new URL(sida.url()).pathname.split('/').at(-1)!;

  const handläggare = await scen.loggaIn('handlaggare', '/handlaggning');
  await väntaPå(handläggare, 'Över kommunens gräns');
  const ärendet = `${scen.stegvis.adress}/handlaggning/arenden/${ansökan}`;
  await handläggare.goto(`${ärendet}/beslut`);
  await handläggare.getByText('Den sökande ska få yttra sig först').waitFor();
  await tillgänglig(handläggare);
  await handläggare.getByRole('link', { name: 'Skicka underlaget' }).click();
  await handläggare
    .getByLabel('Vad talar emot den sökande, och varför?')
    .fill('Hyran är 1 790 kronor högre än den hyra vi räknar som skälig för två personer i kommunen.');
  await handläggare.getByRole('button', { name: 'Skicka till den sökande' }).click();
  await handläggare.getByText('Väntar på yttrande').first().waitFor();
  await tillgänglig(handläggare);
  await handläggare.getByRole('link', { name: 'Till beslutet' }).click();
  await handläggare.getByRole('button', { name: /^Besluta och betala 12\s939/ }).click();
  await handläggare.getByText(/Ostridig del/).waitFor();

  const delat = await läsAkt(scen, ansökan);
  assert.deepEqual(
    delat.beslut.map((b) => [b.form?.del, b.belopp]),
    [['ostridig', 1293900]],
  );
  assert.deepEqual(
    delat.utbetalningar.map((u) => u.belopp),
    [1293900],
  );
  assert.equal(delat.status, 'utreds');
  assert.match(await brevetsText(scen, delat.beslut[0]!.id), /första beslut/);
  assert.match(await betalaUt(scen), /<InstdAmt Ccy="SEK">12939\.00<\/InstdAmt>/);

  await sida.reload();
  await läsbarPdf(sida, sida.getByRole('link', { name: 'Läs det första beslutet (pdf)' }));
  await tillgänglig(sida);
  await sida.goto(`${scen.stegvis.adress}/mina-sidor`);
  await tillgänglig(sida);
  await sida.getByRole('link', { name: 'Läs och svara' }).click();
  await sida.getByText('Hyran är 1 790 kronor högre').waitFor();
  await tillgänglig(sida);
  await läsbarPdf(sida, sida.getByRole('link', { name: 'Hämta det som pdf' }));
  await sida.getByRole('button', { name: 'Skicka svaret' }).click();
  await sida.getByText('Skriv ditt svar').first().waitFor();
  await sida.getByLabel('Är något fel, eller vill du förklara?').fill('Jag står i kö för en billigare lägenhet.');
  await sida.getByRole('button', { name: 'Skicka svaret' }).click();
  await sida.getByText('Vi har fått ditt svar').waitFor();
  await sida.goto(`${scen.stegvis.adress}/mina-sidor`);
  assert.equal(await sida.getByRole('link', { name: 'Läs och svara' }).count(), 0, 'what is answered no longer waits');

  await handläggare.goto(`${ärendet}/beslut`);
  await handläggare.getByText('Jag står i kö för en billigare lägenhet.').waitFor();
  await handläggare
    .getByLabel('Skälen för beslutet')
    .fill('Hyran är högre än vad som är skäligt. Du har inte haft den länge.');
  await handläggare
    .getByLabel('Vad betyder beslutet för barnen?')
    .fill('Gymnasisten bor kvar och går kvar i sin skola. Riksnormen för barn räknas helt.');
  await handläggare.getByRole('button', { name: /^Föreslå delavslag/i }).click();
  await handläggare.getByRole('heading', { name: /^Förslag: delavslag/i }).waitFor();
  assert.equal((await läsAkt(scen, ansökan)).beslut.length, 1, 'a proposal is no decision');
  const chef = await scen.loggaIn('enhetschef', '/handlaggning');
  await chef.goto(`${ärendet}/beslut`);
  await tillgänglig(chef);
  await chef.getByRole('button', { name: 'Bekräfta beslutet' }).click();
  await chef.getByText(/Resten\./).waitFor();

  const akt = await läsAkt(scen, ansökan);
  const slut = akt.beslut[1]!;
  assert.deepEqual([slut.utfall, slut.belopp, slut.form?.del, slut.form?.totalt], ['delavslag', 0, 'resten', 1293900]);
  assert.equal(slut.beslutsfattare.slag === 'handlaggare' && slut.beslutsfattare.namn, 'Enhetschef Ett');
  assert.equal(akt.utbetalningar.length, 1, 'nothing is paid twice');
  const brev = await brevetsText(scen, slut.id);
  for (const del of ['Jag står i kö', 'Gymnasisten bor kvar', 'Enhetschef Ett', 'inom tre veckor'])
    assert.ok(brev.includes(del), `${del}\n${brev}`);

  await sida.goto(`${scen.stegvis.adress}/mina-sidor/beslut/${ansökan}`);
  await läsbarPdf(sida, sida.getByRole('link', { name: 'Hämta beslutet som pdf' }));
  await tillgänglig(sida);
  await sida.goto(`${scen.stegvis.adress}/mina-sidor/beslut/${ansökan}/overklaga`);
  await tillgänglig(sida);
  await sida.getByLabel('Vad vill du ska ändras?').fill('Jag vill få hela hyran godkänd.');
  await sida.getByRole('button', { name: 'Skicka överklagandet' }).click();
  await sida.getByText('Vi har fått ditt överklagande').waitFor();
  await tillgänglig(sida);
  const [överklagande] = await iDatabasen(scen, (x) => x.överklaganden.findForAnsökan(ansökan));
  assert.deepEqual(
    [överklagande?.beslut, överklagande?.status, överklagande?.ändring],
    [slut.id, 'inkommet', 'Jag vill få hela hyran godkänd.'],
  );
});
