import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import {
  type ActResult,
  type Deltagandemark,
  föreslåAnvisning,
  godtaAnvisning,
  märkDag,
  startaAnvisning,
} from '@stegvis/casework';
import { betalaUt, iDatabasen, läsAkt, läsbarPdf, type Scen, tillgänglig, väntaPå, öppnaScen } from './berattelse.ts';

function gjort<T extends object>(result: ActResult<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result;
}

/** Three Wednesdays in November written by the acts at the time each happened: she came twice and was away once without a word. */
async function anvisadOchBorta(scen: Scen, person: string): Promise<void> {
  await iDatabasen(scen, async (t) => {
    const samordnare = (await t.organisation.findAnvändareByInloggning('samordnare'))!;
    const insats = (await t.insatser.findAlla()).find(({ namn }) => namn === 'Jobbsökarfika')!;
    let { anvisning } = gjort(
      föreslåAnvisning(
        {
          insats,
          överenskommelser: await t.anordnare.findÖverenskommelser(insats.anordnare),
          krav: [],
          personens: [],
          villkor: [],
          jobbsökartimmar: undefined,
        },
        {
          id: randomUUID(),
          person,
          grund: '12:4',
          samråd: { dag: '2026-10-26', med: 'Arbetsförmedlare', vad: 'Arbetsförmedlingen har ingen egen insats nu.' },
          från: '2026-11-02',
          till: '2027-02-26',
          timmarPerVecka: insats.timmarPerVecka,
          pass: insats.pass,
          skäl: 'Du söker arbete. Här får du hjälp med ansökningarna.',
          avsteg: '',
          tillAnordnaren: '',
          nu: '2026-10-26T09:00:00.000Z',
          av: { id: samordnare.id, namn: samordnare.namn },
        },
      ),
    );
    await t.anvisningar.add(anvisning);
    const iInsatsen = await t.anvisningar.findForInsats(insats.id);
    ({ anvisning } = gjort(
      godtaAnvisning(anvisning, insats, iInsatsen, { av: 'Anordnare Ett', nu: '2026-10-27T09:00:00.000Z' }),
    ));
    await t.anvisningar.save(anvisning);
    ({ anvisning } = gjort(startaAnvisning(anvisning, { dag: '2026-11-02', nu: '2026-11-04T12:00:00.000Z' })));
    await t.anvisningar.save(anvisning);
    const märken: Deltagandemark[] = [];
    for (const [dag, slag] of [
      ['2026-11-04', 'deltog'],
      ['2026-11-11', 'deltog'],
      ['2026-11-18', 'franvaro'],
    ] as const) {
      const { mark, events } = gjort(
        märkDag(
          { placering: anvisning, planer: [], märken, idag: dag },
          {
            id: randomUUID(),
            händelse: randomUUID(),
            dag,
            slag,
            timmar: undefined,
            av: 'Anordnare Ett',
            nu: `${dag}T15:30:00.000Z`,
          },
        ),
      );
      märken.push(mark);
      await t.personhändelser.add(events);
    }
    await t.deltagande.add(märken);
  });
}

/** The letter's words to each of the two, by recipient. */
function breven(scen: Scen, beslut: string): Promise<ReadonlyMap<string, string>> {
  return iDatabasen(scen, async (t) => {
    const texter = (await t.brev.findForBeslut(beslut)).map(
      async ({ id, mottagare }) =>
        [mottagare, JSON.stringify((await t.brev.get(id)).innehåll?.data).replaceAll('\u00a0', ' ')] as const,
    );
    return new Map(await Promise.all(texter));
  });
}

/**
 * By hand, riksnorm 2026: the couple's personal costs are 7 100 kr, so her half is 3 550 kr. Children 4 390 + 3 060, common costs 2 030,
 * rent, electricity and insurance 8 640 + 560 + 159: together 25 939 kr. Less child benefit 2 650 kr: 23 289 kr. Less her half: 19 739 kr.
 */
test('Par med två barn: en frånvaro utan skäl, hon hörs, två beslutar, bara hennes del sätts ned, och hon överklagar', async (t) => {
  assert.deepEqual([7100 / 2, 7100 + 4390 + 3060 + 2030 + 8640 + 560 + 159 - 2650 - 3550], [3550, 19739]);
  const scen = await öppnaScen(t);
  const [person, andra] = await iDatabasen(scen, (x) =>
    Promise.all(['198001022386', '198001032393'].map(async (nr) => (await x.personer.findByPersonnummer(nr))!.id)),
  );
  assert.ok(person && andra);
  await anvisadOchBorta(scen, person);

  const sida = await scen.loggaIn('par-arbetssokande', '/ansok');
  await sida.getByRole('button', { name: 'Börja ansökan' }).click();
  await sida.getByRole('heading', { name: 'Ansök för december 2026' }).waitFor();
  await sida.getByLabel('Uppgifterna stämmer').check();
  await sida.getByRole('button', { name: 'Skriv under och skicka' }).click();
  await sida.getByRole('heading', { name: 'En underskrift kvar' }).waitFor();
  const ansökan = new URL(sida.url()).pathname.split('/').at(-2)!;
  const partner = await scen.loggaIn('par-partner', '/mina-sidor');
  await partner.getByRole('link', { name: 'Läs och skriv under' }).click();
  await partner.getByRole('button', { name: 'Skriv under' }).click();
  await partner.getByRole('heading', { name: 'Vi har tagit emot din ansökan' }).waitFor();

  // Nothing is decided by itself: the absence brings the application to a caseworker.
  const h = await scen.loggaIn('handlaggare', '/handlaggning');
  await väntaPå(h, /Frånvaro onsdag 18 november är inte bedömd/);
  assert.equal((await läsAkt(scen, ansökan)).beslut.length, 0);
  const ärendet = `${scen.stegvis.adress}/handlaggning/arenden/${ansökan}`;
  await h.goto(`${scen.stegvis.adress}/handlaggning/person/${person}/nedsattning`);
  await tillgänglig(h);
  await h.getByLabel(/18 november 2026, Jobbsökarfika/).check();
  await h.getByRole('button', { name: 'Öppna ärende' }).click();
  await h.getByRole('heading', { name: 'Öppet ärende' }).waitFor();
  const steg = (nummer: number) => h.locator(`section[aria-labelledby="steg-${nummer}"]`);
  await steg(1).getByLabel('Nej', { exact: true }).check();
  await steg(1).getByLabel('Varför?').fill('Hon lämnade inget besked och ingen förklaring.');
  await steg(1).getByRole('button', { name: 'Spara bedömningen' }).click();
  await steg(2).getByLabel('Nej', { exact: true }).check();
  await steg(2).getByLabel('Vad har du vägt in, och varför?').fill('Inget har kommit fram om något hinder.');
  await steg(2).getByRole('button', { name: 'Spara bedömningen' }).click();
  await steg(3).getByLabel('Barnperspektivet').fill('Barnens del och bostaden är inte ändrad.');
  await steg(3).getByRole('button', { name: 'Spara' }).click();
  const skäl = 'Du kom inte till Jobbsökarfika den 18 november och hörde inte av dig.';
  await steg(4).getByLabel('Hur mycket mindre?').fill('3 551');
  await steg(4).getByLabel('Skälen, till personen').fill(skäl);
  await steg(4).getByRole('button', { name: 'Spara det avsedda beslutet' }).click();
  await h
    .getByText(/från 1\skr till 3\s550\skr/)
    .first()
    .waitFor();
  assert.equal(await steg(4).getByLabel('Skälen, till personen').inputValue(), skäl);
  await tillgänglig(h);
  await steg(4).getByLabel('Hur mycket mindre?').fill('3 550');
  await steg(4).getByRole('button', { name: 'Spara det avsedda beslutet' }).click();

  // The hearing: each has her own page, and only she who is meant reads why.
  await h.getByRole('link', { name: 'Låt personen läsa och svara' }).click();
  await h.getByRole('heading', { name: 'Låt den sökande läsa och svara' }).waitFor();
  await tillgänglig(h);
  await h.getByRole('button', { name: 'Skicka till den sökande' }).click();
  await h.getByText('Väntar på yttrande').first().waitFor();
  for (const vem of [sida, partner]) {
    await vem.goto(`${scen.stegvis.adress}/mina-sidor`);
    await tillgänglig(vem);
    await vem.locator(`a[href="/mina-sidor/yttrande/${ansökan}"]`).click();
    await vem.getByText(/rätt att tala direkt inför nämnden/).waitFor();
    await tillgänglig(vem);
    await läsbarPdf(vem, vem.getByRole('link', { name: 'Hämta det som pdf' }));
  }
  await sida.getByText(/du uteblev från Jobbsökarfika/).waitFor();
  for (const hemligt of ['Jobbsökarfika', '18 november', 'Om aktiviteter'])
    assert.equal(await partner.getByText(hemligt).count(), 0, `the other adult reads ${hemligt}`);
  await sida.getByLabel('Är något fel, eller vill du förklara?').fill('Jag glömde bort tiden.');
  await sida.getByRole('button', { name: 'Skicka svaret' }).click();
  await sida.getByText('Vi har fått ditt svar').waitFor();
  await partner.getByRole('button', { name: 'Jag vill inte yttra mig' }).click();
  await partner.getByText('Vi har fått ditt svar').waitFor();

  // One proposes, another confirms.
  await h.goto(`${ärendet}/beslut`);
  await h.getByText('Jag glömde bort tiden.').waitFor();
  await h
    .getByLabel('Vad betyder beslutet för barnen?')
    .fill('Barnens del, bostaden och de gemensamma kostnaderna är inte ändrade.');
  await tillgänglig(h);
  await h.getByRole('button', { name: /^Föreslå delavslag, 19\s739\skr/ }).click();
  await h.getByRole('heading', { name: /^Förslag: delavslag/ }).waitFor();
  assert.equal((await läsAkt(scen, ansökan)).beslut.length, 0, 'a proposal is no decision');
  const chef = await scen.loggaIn('enhetschef', '/handlaggning');
  await chef.goto(`${ärendet}/beslut`);
  await tillgänglig(chef);
  await chef.getByRole('button', { name: 'Bekräfta beslutet' }).click();
  await chef.getByRole('heading', { name: 'Fattade beslut' }).waitFor();

  const akt = await läsAkt(scen, ansökan);
  const [beslut] = akt.beslut;
  assert.deepEqual([akt.beslut.length, beslut?.utfall, beslut?.belopp], [1, 'delavslag', 1973900]);
  assert.deepEqual(
    beslut?.form?.nedsättningar?.map((n) => [n.person, n.belopp, n.grunder]),
    [[person, 355000, ['12:4']]],
  );
  assert.deepEqual(
    akt.utbetalningar.map((u) => u.belopp),
    [1973900],
  );
  const texter = await breven(scen, beslut!.id);
  const [hennes, hans] = [texter.get(person)!, texter.get(andra)!];
  for (const del of ['du uteblev från Jobbsökarfika', skäl, 'Jag glömde bort tiden', '12 kap. 5 §', '3 550 kr'])
    assert.ok(hennes.includes(del), `${del}\n${hennes}`);
  assert.match(hans, /Biståndet är 3 550 kr lägre av ett skäl som bara gäller den andra vuxna/);
  for (const hemligt of ['Jobbsökarfika', '18 november', 'Jag glömde', 'deltagit', 'deltog', 'aktivitet'])
    assert.ok(!hans.includes(hemligt), `${hemligt}\n${hans}`);
  for (const orört of [
    '"barn 1","belopp":"4 390 kr"',
    '"barn 2","belopp":"3 060 kr"',
    '"belopp":"2 030 kr"',
    '"8 640 kr"',
  ])
    for (const text of [hennes, hans]) assert.ok(text.includes(orört), `${orört}\n${text}`);

  // She reads it and appeals; what is paid is what was decided.
  for (const vem of [sida, partner]) {
    await vem.goto(`${scen.stegvis.adress}/mina-sidor/beslut/${ansökan}`);
    await vem.getByRole('heading', { level: 1, name: /Du får 19\s739\skr för december 2026/ }).waitFor();
    await tillgänglig(vem);
    await läsbarPdf(vem, vem.getByRole('link', { name: 'Hämta beslutet som pdf' }));
  }
  assert.equal(await partner.getByText('Jobbsökarfika').count(), 0);
  await sida.goto(`${scen.stegvis.adress}/mina-sidor/beslut/${ansökan}/overklaga`);
  await tillgänglig(sida);
  await sida.getByLabel('Vad vill du ska ändras?').fill('Jag vill få hela mitt bistånd.');
  await sida.getByRole('button', { name: 'Skicka överklagandet' }).click();
  await sida.getByText('Vi har fått ditt överklagande').waitFor();
  const [överklagande] = await iDatabasen(scen, (x) => x.överklaganden.findForAnsökan(ansökan));
  assert.deepEqual(
    [överklagande?.beslut, överklagande?.status, överklagande?.klagande],
    [beslut!.id, 'inkommet', person],
  );
  const [ärende] = await iDatabasen(scen, (x) => x.nedsättningar.findForPersoner([person]));
  assert.deepEqual([ärende?.status, ärende?.beslut?.belopp], ['beslutat', 355000]);
  assert.deepEqual(await iDatabasen(scen, (x) => x.nedsättningar.findForPersoner([andra])), []);
  assert.match(await betalaUt(scen), /<InstdAmt Ccy="SEK">19739\.00<\/InstdAmt>/);
});
