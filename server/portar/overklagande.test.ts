import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Ansökan, Användare, Delegationspunkt, Person, Uppgifter } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { beräknaOchSpara, verkställ } from '../trad/berakna-och-besluta.ts';
import { bevakaÅterkrav } from '../trad/bevaka-aterkrav.ts';
import { läsLäge } from '../trad/las-lage.ts';
import { handläggarPort } from './handlaggare.ts';
import { medborgarPort } from './medborgare.ts';

const tenant = { kommun: '0001', nämnd: 'socialnamnden' };
const kommun = {
  kod: '0001',
  nämndnyckel: 'socialnamnden',
  namn: 'Testkommunen',
  nämnd: 'Socialnämnden',
  telefon: '0000-12 34 56',
  telefontid: 'vardagar 9–15',
  ort: 'Teststad',
  organisationsnummer: '2120000001',
  iban: 'SE0000000000000000000000',
  bic: 'TESTSESS',
};
const punkt = (own: Partial<Delegationspunkt>): Delegationspunkt => ({
  id: randomUUID(),
  punkt: '4.1',
  text: 'Beslut om ekonomiskt bistånd',
  delegat: { slag: 'roll', roll: 'handlaggare' },
  utfall: ['bifall', 'delavslag', 'avslag', 'avvisning', 'avskrivning'],
  från: '2026-01-01',
  till: undefined,
  ...own,
});

/** A month that was decided with half of the rent approved: the person, the other adult, a caseworker and the ports. */
async function beslutadMånad(t: TestContext) {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const tid = { nu: '2026-11-24T08:00:00.000Z' };
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const person = (personnummer: string, förnamn: string): Person => ({
    id: randomUUID(),
    personnummer,
    förnamn,
    efternamn: '',
    skyddad: false,
    skapad: tid.nu,
  });
  const sökande = person('198801012397', 'Förälder');
  const andra = person('199001012385', 'Andra');
  const handläggare: Användare = {
    id: randomUUID(),
    inloggning: 'handlaggare',
    namn: 'Handläggare',
    titel: 'Socialsekreterare',
    roller: ['handlaggare'],
    aktiv: true,
  };
  const uppgifter: Uppgifter = {
    hushall: { personerIBostaden: 2, sambor: true },
    barn: [],
    boende: { form: 'hyresratt' },
    kostnader: [{ id: 'k1', typ: 'boende', belopp: 740000 }],
    inkomster: [],
    tillgangar: [],
    konto: { clearing: '9999', nummer: '1234567', innehavare: sökande.id },
    intygat: true,
  };
  const ansökan = await system(async (x): Promise<Ansökan> => {
    await x.organisation.saveNämnd({ kommunnamn: kommun.namn, nämndnamn: kommun.nämnd, inställningar: {} });
    await x.organisation.saveAnvändare(handläggare);
    await x.organisation.saveDelegationspunkt(punkt({}));
    await x.organisation.saveDelegationspunkt(punkt({ punkt: '6.1', utfall: ['bifall'], villkor: { återkrav: true } }));
    await x.personer.add(sökande);
    await x.personer.add(andra);
    const ärende = await x.ärenden.add({
      id: randomUUID(),
      sökande: sökande.id,
      medsökande: andra.id,
      öppnat: tid.nu,
    });
    const made: Ansökan = {
      id: randomUUID(),
      ärende: ärende.id,
      slag: 'ateransokan',
      månad: '2026-12',
      sökande: sökande.id,
      medsökande: andra.id,
      kanal: 'webb',
      status: 'utreds',
      uppgifter,
      underskrifter: [],
      version: 1,
      skapad: tid.nu,
      ändrad: tid.nu,
      inskickad: tid.nu,
      inkommen: tid.nu,
    };
    await x.ansökningar.add(made);
    for (const vem of [sökande, andra])
      await x.utredningar.addFrågning({
        id: randomUUID(),
        ansökan: made.id,
        person: vem.id,
        källor: ['FK', 'AF', 'CSN', 'SO'],
        skickad: tid.nu,
        svar: (['FK', 'AF', 'CSN', 'SO'] as const).map((källa) => ({
          källa,
          kvalitet: 'inget-hos-oss',
          hämtad: tid.nu,
          version: 'SSBTEK v10',
          uppgifter: [],
        })),
      });
    await beräknaOchSpara(x, made.id, tid.nu);
    return made;
  });
  const jobb = {
    börja: async () => {},
    efterBeslut: (x: TenantTransaction, a: Ansökan, b: Parameters<typeof verkställ>[3]) =>
      verkställ(x, async () => {}, a, b, tid.nu, kommun),
  };
  const delar = { db: database.db, tenant, kommun, nu: () => new Date(tid.nu), jobb };
  const port = medborgarPort(delar as unknown as Parameters<typeof medborgarPort>[0]);
  const personal = handläggarPort(delar as unknown as Parameters<typeof handläggarPort>[0]);
  const som = ({ id, förnamn }: Person): Medborgare => ({ id, förnamn });

  // Half of the rent is approved, and the month decided.
  const rad = (await personal.hämta(handläggare, ansökan.id))!.jämförelse.find((r) => r.grupp === 'kostnad')!;
  const version = async () => (await system((x) => x.ansökningar.get(ansökan.id))).version;
  done(
    await personal.ändraBelopp(handläggare, ansökan.id, {
      ändringar: [{ rad: rad.id, belopp: 370000, skäl: 'Halva hyran.' }],
      baseradPå: await version(),
    }),
  );
  const bild = (await personal.beslutsbild(handläggare, ansökan.id))!;
  done(
    await personal.fattaBeslut(handläggare, ansökan.id, {
      slag: 'ordinarie',
      sett: { beräkningId: bild.beräkningId!, ...bild.avsett! },
      del: 'hela',
      motivering: 'Hyran är hörge än gränsen. Halva hyran är skälig.',
      obehövlig: 'Prov.',
      barnperspektiv: '',
      återkrav: undefined,
      baseradPå: await version(),
    }),
  );
  const beslut = (await system((x) => x.beslut.findAllaForAnsökan(ansökan.id)))[0]!;
  const workbench = new Hono().route('/handlaggning', workbenchRoutes({ port: personal, vem: () => handläggare }));
  const sidor = new Hono().route(
    '/',
    applyRoutes({ port, vem: () => som(sökande) } as Parameters<typeof applyRoutes>[0]),
  );
  return { tid, system, port, personal, sökande, andra, handläggare, ansökan, beslut, rad, som, workbench, sidor };
}

function done<T extends { ok: boolean }>(result: T): T & { ok: true } {
  assert.ok(result.ok, JSON.stringify(result));
  return result as T & { ok: true };
}
function kod(result: { ok: boolean; refusal?: { kod: string } }): string | undefined {
  assert.equal(result.ok, false);
  return result.refusal?.kod;
}
const form = (fält: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fält),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

test('an appeal in time: reviewed, the file sent to the court, granted, and the difference paid', async (t) => {
  const f = await beslutadMånad(t);
  const { personal, handläggare: h, ansökan } = f;
  const hem = `/mina-sidor/beslut/${ansökan.id}`;
  assert.equal(f.beslut.utfall, 'delavslag');

  // The day she reads it is the day she gets it; the last day is a date on the page.
  f.tid.nu = '2026-11-25T10:00:00.000Z';
  const sida = await (await f.sidor.request(hem)).text();
  assert.match(sida, /senast <b>16 december 2026<\/b>|16 december/);
  f.tid.nu = '2026-11-27T10:00:00.000Z';
  assert.equal((await f.port.efterBeslut(f.som(f.sökande), ansökan.id))!.beslut[0]!.sistaDag, '2026-12-16');

  // The form keeps what was written, and takes an appeal.
  const tomt = await f.sidor.request(`${hem}/overklaga`, form({ beslut: f.beslut.id, andring: '', skal: 'Kvar' }));
  assert.equal(tomt.status, 422);
  assert.match(await tomt.text(), /Skriv vad du vill ska ändras[\s\S]*Kvar/);
  const skickat = await f.sidor.request(
    `${hem}/overklaga`,
    form({ beslut: f.beslut.id, andring: 'Jag vill ha hela hyran.', skal: 'Det finns ingen billigare lägenhet.' }),
  );
  assert.equal(skickat.status, 303);
  const kvitto = await f.sidor.request(skickat.headers.get('location')!);
  assert.match(await kvitto.text(), /Vi har fått ditt överklagande/);
  const [ö] = await f.system((x) => x.överklaganden.findForAnsökan(ansökan.id));
  assert.deepEqual(
    [ö!.status, ö!.sistaDag, ö!.fickDel],
    ['inkommet', '2026-12-16', { dag: '2026-11-25', sätt: 'sida' }],
  );
  assert.match(Buffer.from((await f.port.brevOm(f.som(f.sökande), ansökan.id, ö!.id))!).toString('latin1'), /^%PDF/);
  assert.equal(await f.port.brevOm(f.som(f.andra), ansökan.id, ö!.id), undefined);
  assert.equal((await f.port.efterBeslut(f.som(f.andra), ansökan.id))!.överklaganden.length, 0);

  // In time, reviewed and kept; nothing goes to the court before.
  assert.equal(kod(await personal.görAkt(h, ansökan.id, ö!.id)), 'fel-status');
  assert.equal(kod(await personal.omprövaÖverklagat(h, ansökan.id, ö!.id, 'Står fast.')), 'fel-status');
  done(await personal.prövaÖverklagandetid(h, ansökan.id, ö!.id, { ursäkt: undefined, skäl: '' }));
  done(await personal.omprövaÖverklagat(h, ansökan.id, ö!.id, 'Beslutet är inte uppenbart felaktigt.'));

  // The file: one PDF, its contents page right, numbered, and nothing of the other adult's own.
  const { akt } = done(await personal.görAkt(h, ansökan.id, ö!.id));
  assert.deepEqual(
    akt.innehåll.map((d) => d.namn),
    [
      'Överklagandet',
      'Nämndens prövning',
      'Beslut 2026-11-24 (det överklagade)',
      'Beräkningen med förklaring',
      'Ansökan som den skickades in',
      'Uppgifter från register',
    ],
  );
  assert.ok(akt.utelämnat.some((u) => u.namn.startsWith('Den andra vuxnas')));
  const pdf = (await personal.aktPdf(h, ansökan.id, ö!.id))!;
  const läst = await PDFDocument.load(pdf);
  assert.equal(läst.getPageCount(), akt.sidor);
  assert.equal(
    akt.innehåll.reduce((sida, del) => {
      assert.equal(del.sida, sida, del.namn);
      return sida + del.sidor;
    }, akt.innehåll[0]!.sida),
    akt.sidor + 1,
  );
  assert.equal(kod(await personal.överlämna(h, ansökan.id, ö!.id, { domstol: '', dag: '2026-11-27' })), 'ofullstandig');
  done(
    await personal.överlämna(h, ansökan.id, ö!.id, { domstol: 'Förvaltningsrätten i Stockholm', dag: '2026-11-27' }),
  );

  // It is the court's now: the board may not change it.
  const efter = (await personal.efterbild(h, ansökan.id))!;
  const ändring = {
    beslut: f.beslut.id,
    utfall: 'bifall' as const,
    totalt: efter.beräkning!.belopp,
    motivering: 'Ändras.',
    uppenbart: true,
    nackdelsgrund: undefined,
    kommunicering: undefined,
    beräkning: efter.beräkning!.id,
  };
  assert.equal(
    kod(await personal.ändraBeslut(h, ansökan.id, { ...ändring, efter: { slag: 'eget' } })),
    'far-inte-andras',
  );

  // Granted by the court: a new decision of the difference, and its payment.
  f.tid.nu = '2027-02-10T10:00:00.000Z';
  const hela = f.beslut.belopp + 370000;
  done(
    await personal.registreraDom(h, ansökan.id, ö!.id, {
      slut: 'bifall',
      målnummer: '1234-26',
      dag: '2027-02-08',
      belopp: hela,
      text: 'Hela hyran ska godkännas.',
    }),
  );
  const nytt = done(
    await personal.ändraBeslut(h, ansökan.id, {
      ...ändring,
      totalt: hela,
      motivering: 'Förvaltningsrätten har i mål 1234-26 gett dig rätt till hela hyran.',
      efter: { slag: 'dom', id: ö!.id },
    }),
  ).beslut;
  assert.deepEqual([nytt.belopp, nytt.form?.ändrar, nytt.form?.totalt], [370000, f.beslut.id, hela]);
  const betalning = await f.system((x) => x.utbetalningar.findForBeslut(nytt.id));
  assert.deepEqual([betalning?.belopp, betalning?.status], [370000, 'planerad']);
  const slut = await f.system((x) => x.överklaganden.find(ö!.id));
  assert.deepEqual([slut!.status, slut!.dom?.verkställtGenom], ['avslutat', nytt.id]);
  assert.match(await (await f.sidor.request(hem)).text(), /Beslutet är ändrat/);
  const brev = await f.sidor.request(`${hem}/brev.pdf?beslut=${nytt.id}`);
  assert.equal(brev.headers.get('content-type'), 'application/pdf');
  assert.equal(
    (await f.system((x) => x.beslut.get(f.beslut.id))).belopp,
    f.beslut.belopp,
    'the old decision stands as it was',
  );
});

test('a late appeal that came on paper: rejected by a person, and the rejection can be appealed', async (t) => {
  const f = await beslutadMånad(t);
  const { personal, handläggare: h, ansökan } = f;
  await f.port.efterBeslut(f.som(f.sökande), ansökan.id);
  f.tid.nu = '2027-01-20T10:00:00.000Z';
  const { överklagande } = done(
    await personal.registreraÖverklagande(h, ansökan.id, {
      beslut: f.beslut.id,
      klagande: f.sökande.id,
      ändring: 'Hela hyran.',
      skäl: '',
      kanal: 'papper',
      inkom: '2027-01-19',
    }),
  );
  assert.equal(överklagande.sistaDag, '2026-12-15');
  assert.equal(
    kod(await personal.prövaÖverklagandetid(h, ansökan.id, överklagande.id, { ursäkt: undefined, skäl: '' })),
    'skal-saknas',
  );
  done(
    await personal.prövaÖverklagandetid(h, ansökan.id, överklagande.id, {
      ursäkt: undefined,
      skäl: 'Det kom in mer än en månad för sent.',
    }),
  );
  const sida = await f.sidor.request(`/mina-sidor/overklagande/${ansökan.id}/${överklagande.id}`);
  assert.match(await sida.text(), /kom in för sent[\s\S]*Överklaga avvisningen/);
  const text = await f.system(async (x) =>
    JSON.stringify((await x.brev.get((await x.brev.findOm(överklagande.id))[0]!.id)).innehåll?.data),
  );
  assert.match(text, /avvisar överklagandet[\s\S]*tisdag 15 december 2026/);
  const igen = done(
    await f.port.överklaga(f.som(f.sökande), ansökan.id, {
      beslut: f.beslut.id,
      ändring: 'Det kom in i tid.',
      skäl: '',
      villHaHjälp: false,
      avvisningen: överklagande.id,
    }),
  ).överklagande;
  assert.deepEqual([igen.avvisningen, igen.status, igen.sistaDag], [överklagande.id, 'inkommet', undefined]);
});

test('a wrong fact and a review: answered; the review changes the month and pays the difference', async (t) => {
  const f = await beslutadMånad(t);
  const { personal, handläggare: h, ansökan } = f;
  const hem = `/mina-sidor/beslut/${ansökan.id}`;
  assert.equal((await f.sidor.request(`${hem}/fel-uppgift`, form({ beslut: f.beslut.id, text: '' }))).status, 422);
  const fel = await f.sidor.request(`${hem}/fel-uppgift`, form({ beslut: f.beslut.id, text: 'Hyran är 7 400.' }));
  assert.equal(fel.status, 303);
  await f.sidor.request(`${hem}/omprovning`, form({ beslut: f.beslut.id, text: '' }));
  const lista = await personal.efterlista(h);
  assert.deepEqual(lista.begäranden.map((b) => b.sak.slag).sort(), ['fel-uppgift', 'omprovning']);
  const [uppgift, omprövning] = ['fel-uppgift', 'omprovning'].map(
    (slag) => lista.begäranden.find((b) => b.sak.slag === slag)?.sak,
  );
  done(await personal.besvaraBegäran(h, ansökan.id, uppgift!.id, { slag: 'antecknat', text: 'Hyran står så.' }));
  assert.ok((await f.port.meddelanden(f.som(f.sökande))).meddelanden.some((m) => m.text === 'Hyran står så.'));

  f.tid.nu = '2026-11-24T09:00:00.000Z';
  done(await personal.räknaOm(h, ansökan.id, [{ rad: f.rad.id, belopp: 740000, skäl: 'Hyran är skälig.' }]));
  const efter = (await personal.efterbild(h, ansökan.id))!;
  assert.equal(efter.beräkning!.belopp, f.beslut.belopp + 370000);
  const nytt = done(
    await personal.ändraBeslut(h, ansökan.id, {
      beslut: f.beslut.id,
      utfall: 'bifall',
      totalt: efter.beräkning!.belopp,
      motivering: 'Hyran är skälig.',
      uppenbart: false,
      nackdelsgrund: undefined,
      kommunicering: undefined,
      beräkning: efter.beräkning!.id,
      efter: { slag: 'begaran', id: omprövning!.id },
    }),
  ).beslut;
  assert.equal(nytt.belopp, 370000);
  assert.equal((await personal.efterlista(h)).begäranden.length, 0);
  assert.match(await (await f.sidor.request(hem)).text(), /Vi har ändrat beslutet\./);

  // A slip of the pen is corrected in words alone; both are kept.
  assert.equal(
    kod(await personal.rättaBeslut(h, ansökan.id, { beslut: f.beslut.id, före: 'finns inte', efter: 'x', skäl: 'x' })),
    'ofullstandig',
  );
  done(
    await personal.rättaBeslut(h, ansökan.id, {
      beslut: f.beslut.id,
      före: 'hörge',
      efter: 'högre',
      skäl: 'Skrivfel.',
    }),
  );
  assert.match(await (await f.sidor.request(hem)).text(), /hörge[\s\S]*högre/);
  assert.match((await f.system((x) => x.beslut.get(f.beslut.id))).motivering, /hörge/);
});

test('recovery: stops automation while open; heard, claimed, remitted in part, paid by plan; overdue by time', async (t) => {
  const f = await beslutadMånad(t);
  const { personal, handläggare: h, ansökan } = f;
  const val = {
    beslut: f.beslut.id,
    person: f.sökande.id,
    grund: 'orsakat' as const,
    omständighet: 'Lönen i november stod inte i ansökan.',
    belopp: 200000,
  };
  assert.equal(kod(await personal.öppnaÅterkrav(h, ansökan.id, val)), 'inget-betalt');
  await f.system(async (x) => {
    const betalning = (await x.utbetalningar.findForBeslut(f.beslut.id))!;
    const fil = randomUUID();
    await x.utbetalningar.addBetalfil({
      id: fil,
      meddelandeId: 'SB1',
      skapad: f.tid.nu,
      skapadAv: 'ett',
      antal: 1,
      summa: betalning.belopp,
      format: 'pain.001.001.03',
      status: 'skapad',
      sha256: undefined,
      släppt: undefined,
      makulerad: undefined,
      leverans: undefined,
      innehåll: undefined,
    });
    await x.utbetalningar.save({ ...betalning, betalfil: fil, status: 'skickad', version: betalning.version + 1 });
  });
  const { återkrav } = done(await personal.öppnaÅterkrav(h, ansökan.id, val));
  assert.equal(återkrav.taleSenast.slice(0, 4), '2029');
  assert.equal(kod(await personal.öppnaÅterkrav(h, ansökan.id, { ...val, grund: 'forskott' })), 'ingen-grund');
  const läge = await f.system((x) => läsLäge(x, ansökan.id, f.tid.nu));
  assert.equal(läge.beslutsläge.omständigheter?.återkrav?.length, 1, 'open: it stops automation');

  let version = 1;
  const ta = async (steg: Parameters<typeof personal.taÅterkravssteg>[2]) => {
    const result = await personal.taÅterkravssteg(h, återkrav.id, steg, version);
    if (result.ok) version++;
    return result;
  };
  const nu = async () => (await f.system((x) => x.återkrav.find(återkrav.id)))!;
  assert.equal(
    kod(await ta({ slag: 'besluta', belopp: 200000, skäl: 'x', betalasSenast: '2026-12-31' })),
    'fel-status',
  );
  done(await ta({ slag: 'inled' }));
  assert.equal((await f.port.efterBeslut(f.som(f.sökande), ansökan.id))!.återkrav.length, 0, 'nothing is told yet');
  done(await ta({ slag: 'kommunicera', text: 'Lönen stod inte i ansökan.', svarSenast: '2026-12-08' }));
  assert.equal(
    kod(await ta({ slag: 'besluta', belopp: 200000, skäl: 'x', betalasSenast: '2026-12-31' })),
    'vantar-pa-svar',
  );
  const sida = `/mina-sidor/aterkrav/${ansökan.id}/${återkrav.id}`;
  assert.match(await (await f.sidor.request(sida)).text(), /Svara senast/);
  assert.equal((await f.sidor.request(sida, form({ svar: '' }))).status, 422);
  assert.equal((await f.sidor.request(sida, form({ svar: 'Jag glömde.' }))).status, 303);
  version++;
  assert.equal((await f.port.efterBeslut(f.som(f.andra), ansökan.id))!.återkrav.length, 0, 'not the other adult’s');
  done(await ta({ slag: 'besluta', belopp: 200000, skäl: 'Lönen var känd.', betalasSenast: '2026-12-31' }));
  assert.match(await (await f.sidor.request(sida)).text(), /Vi kräver tillbaka/);
  const brev = await personal.återkravsbrev(h, återkrav.id, 'aterkrav-beslut');
  assert.match(Buffer.from(brev!).toString('latin1'), /^%PDF/);
  done(await ta({ slag: 'avsta', belopp: 50000, skäl: 'Barnen.' }));
  done(
    await ta({
      slag: 'plan',
      plan: [
        { dag: '2026-12-20', belopp: 75000 },
        { dag: '2027-01-20', belopp: 75000 },
      ],
    }),
  );
  f.tid.nu = '2026-12-19T10:00:00.000Z';
  done(await ta({ slag: 'betalning', dag: '2026-12-19', belopp: 75000 }));
  const gå = (tid: string) =>
    f.system((x) =>
      bevakaÅterkrav.kör(x, { nu: tid, enqueue: async () => {} } as Parameters<typeof bevakaÅterkrav.kör>[1]),
    );
  await gå('2027-01-10T10:00:00.000Z');
  assert.equal((await nu()).status, 'betalplan', 'paid so far');
  f.tid.nu = '2027-02-01T10:00:00.000Z';
  await gå(f.tid.nu);
  version++;
  assert.equal((await nu()).status, 'forfallet');
  const talan = { slag: 'talan' as const, beslut: '2027-02-01 § 4', väckt: '2027-02-01' };
  assert.equal(kod(await ta({ ...talan, beslutadAv: 'enligt-delegation' })), 'bara-namnden');
  done(await ta({ ...talan, beslutadAv: 'utskottet' }));
  done(await ta({ slag: 'betalning', dag: '2027-02-01', belopp: 75000 }));
  assert.equal((await nu()).status, 'betalat');
  const efter = await f.system((x) => läsLäge(x, ansökan.id, f.tid.nu));
  assert.deepEqual(efter.beslutsläge.omständigheter?.återkrav, []);
});

test('every page of it opens, and the list shows what waits', async (t) => {
  const f = await beslutadMånad(t);
  done(
    await f.port.överklaga(f.som(f.sökande), f.ansökan.id, {
      beslut: f.beslut.id,
      ändring: '',
      skäl: '',
      villHaHjälp: true,
      avvisningen: undefined,
    }),
  );
  for (const sida of ['', '/overklaga', '/fel-uppgift', '/omprovning'])
    assert.equal((await f.sidor.request(`/mina-sidor/beslut/${f.ansökan.id}${sida}`)).status, 200, sida);
  const lista = await f.workbench.request('/handlaggning/efter-beslut');
  assert.match(await lista.text(), /Överklaganden[\s\S]*Inkommet/);
  const sida = await f.workbench.request(`/handlaggning/arenden/${f.ansökan.id}/efter-beslut`);
  assert.match(await sida.text(), /Vill ha hjälp/);
});
