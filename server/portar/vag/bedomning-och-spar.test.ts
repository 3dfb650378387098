import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Användare, Person } from '@stegvis/casework';
import { createTestDatabase, Duplicate, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { handläggarPort } from '../handlaggare.ts';
import { medborgarPort } from '../medborgare.ts';
import { läsVillkorsläge } from './villkorslage.ts';

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

test('assessments and tracks, from the first question to the track, the move and the measures', async (t) => {
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
  const person = (personnummer: string, förnamn: string, skyddad = false): Person => ({
    id: randomUUID(),
    personnummer,
    förnamn,
    efternamn: '',
    skyddad,
    skapad: tid.nu,
  });
  const anställd = (inloggning: string, roller: Användare['roller']): Användare => ({
    id: randomUUID(),
    inloggning,
    namn: inloggning,
    titel: 'Titel',
    roller,
    aktiv: true,
  });
  const hon = person('198801012397', 'Förälder');
  const hemlig = person('199001012385', 'Skyddad', true);
  const samordnare = anställd('samordnare', ['samordnare']);
  const chef = anställd('enhetschef', ['enhetschef', 'handlaggare']);
  const ekonom = anställd('ekonom', ['utbetalare']);
  await system(async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: kommun.namn, nämndnamn: kommun.nämnd, inställningar: {} });
    for (const a of [samordnare, chef, ekonom]) await x.organisation.saveAnvändare(a);
    for (const p of [hon, hemlig]) {
      await x.personer.add(p);
      const ärende = await x.ärenden.add({ id: randomUUID(), sökande: p.id, medsökande: undefined, öppnat: tid.nu });
      await x.ansökningar.add({
        id: randomUUID(),
        ärende: ärende.id,
        slag: 'nyansokan',
        månad: '2026-12',
        sökande: p.id,
        medsökande: undefined,
        kanal: 'webb',
        status: 'utreds',
        uppgifter: { hushall: { personerIBostaden: 1 }, barn: [], kostnader: [] },
        underskrifter: [],
        version: 1,
        skapad: '2026-11-16T08:00:00.000Z',
        ändrad: '2026-11-16T08:00:00.000Z',
        inskickad: '2026-11-16T08:00:00.000Z',
        inkommen: '2026-11-16T08:00:00.000Z',
      });
    }
  });
  const delar = { db: database.db, tenant, kommun, nu: () => new Date(tid.nu), jobb: { börja: async () => {} } };
  const port = medborgarPort(delar as unknown as Parameters<typeof medborgarPort>[0]);
  const personal = handläggarPort(delar as unknown as Parameters<typeof handläggarPort>[0]);
  let vem = samordnare;
  const workbench = new Hono().route('/handlaggning', workbenchRoutes({ port: personal, vem: () => vem }));
  const som = ({ id, förnamn }: Person): Medborgare => ({ id, förnamn });
  const sidor = new Hono().route('/', applyRoutes({ port, vem: () => som(hon) } as Parameters<typeof applyRoutes>[0]));
  const form = (fält: Record<string, string | string[]>) => ({
    method: 'POST',
    body: new URLSearchParams(Object.entries(fält).flatMap(([k, v]) => [v].flat().map((x) => [k, x]))),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const läs = async (väg: string) => (await workbench.request(`/handlaggning${väg}`)).text();
  const hem = `/mina-sidor/bedomning`;

  // An activity's criterion about Swedish is not known until somebody has noted the level; what was typed wrong is kept.
  const språk = `/handlaggning/person/${hon.id}/bedomning/sprak`;
  const nivå = () => system(async (x) => (await läsVillkorsläge(x, hon, '2026-11-24')).språknivå);
  assert.equal(await nivå(), undefined);
  const halv = await workbench.request(
    språk,
    form({ niva: 'A2', sfiKurs: 'C', sprak: 'tigrinja', sprakGrund: 'intyg' }),
  );
  assert.equal(halv.status, 422);
  assert.match(await halv.text(), /Välj både studieväg, kurs[\s\S]*value="tigrinja"/);
  const noterat = {
    niva: 'A2',
    sfiStudievag: '2',
    sfiKurs: 'C',
    sfiLage: 'pagar',
    sprak: 'tigrinja',
    tolk: 'tigrinja',
    sprakGrund: 'intyg',
  };
  assert.equal((await workbench.request(språk, form(noterat))).status, 303);
  assert.equal(await nivå(), 'A2');
  assert.match(await läs(`/person/${hon.id}/bedomning`), /sfi studieväg 2, kurs C \(läser nu\)/);
  await assert.rejects(system((x) => sql`update sprakuppgift set niva = 'C2'`.execute(x.trx)));

  // An application, the first or a renewal, asks for the first assessment; each answer is kept on its own step, without script.
  const förnyar = person('196801029288', 'Förnyar');
  await system(async (x) => {
    await x.personer.add(förnyar);
    const ärende = await x.ärenden.add({
      id: randomUUID(),
      sökande: förnyar.id,
      medsökande: undefined,
      öppnat: tid.nu,
    });
    const [ny] = await x.ansökningar.findForPerson(hon.id);
    await x.ansökningar.add({ ...ny!, id: randomUUID(), ärende: ärende.id, sökande: förnyar.id, slag: 'ateransokan' });
  });
  assert.equal(await port.väg.bedömningVäntar(som(förnyar)), 'inledande');
  assert.ok((await port.väg.startaMinBedömning(som(förnyar))).ok);
  assert.match(await läs(`/person/${förnyar.id}/bedomning`), /Fortsätt: inledande bedömning/, 'staff see it');
  assert.match(await (await sidor.request('/mina-sidor')).text(), /Frågor om vilket stöd du behöver/);
  assert.match(await (await sidor.request(hem)).text(), /Börja svara/);
  const start = await sidor.request(hem, form({}));
  const första = start.headers.get('location')!;
  assert.match(första, /\/arbete-senast$/);
  assert.equal((await sidor.request(första, form({ svar: 'hittepå' }))).status, 422);
  const svar: Record<string, string> = {
    'arbete-senast': 'langre',
    'pa-gang': 'nej',
    arbetsformedlingen: 'ja',
    utbildning: 'gymnasium',
    studerar: 'nej',
    svenska: 'bra',
    kropp: 'nej',
    maende: 'nej',
    vard: 'behovs-inte',
    anpassning: 'nej',
    boende: 'ja',
    barn: 'ordnat',
    dagarna: 'bra',
    vill: 'arbeta',
    eget: 'Jag är bra på att laga mat.',
  };
  let väg = första;
  for (let i = 0; i < 15; i++) {
    assert.equal((await sidor.request(väg)).status, 200, väg);
    const nästa = await sidor.request(väg, form({ svar: svar[väg.split('/').at(-1)!]! }));
    assert.equal(nästa.status, 303, väg);
    väg = nästa.headers.get('location')!;
  }
  assert.match(väg, /\?sparat$/);
  const egen = väg.replace('?sparat', '');
  const id = egen.split('/').at(-1)!;
  assert.equal((await sidor.request(`${egen}/vald`)).status, 404, 'violence is never asked on the web');
  assert.equal((await sidor.request(`${egen}/hur-snart`)).status, 404, 'nor what the caseworker answers');
  assert.doesNotMatch(await (await sidor.request('/mina-sidor')).text(), /Frågor om vilket stöd du behöver/);
  assert.equal((await sidor.request(`${hem}/sa-foreslas-spar`)).status, 200);

  // The caseworker sees the answers, asks the rest, and finishes it in one of four outcomes; what was typed is kept.
  const staff = `/person/${hon.id}/bedomning/${id}`;
  const telefon = await läs(staff);
  assert.match(telefon, /Jag är bra på att laga mat/);
  assert.doesNotMatch(telefon, /name="handlaggare-vald"/);
  assert.match(await läs(`${staff}?satt=mote`), /name="handlaggare-vald"/);
  const ofullständig = await workbench.request(
    `/handlaggning${staff}`,
    form({
      gor: 'slutfor',
      satt: 'mote',
      'person-svenska-finns': 'bra',
      'person-svenska': 'bra',
      'person-kropp-finns': '',
      'person-kropp': '',
      'person-studerar-finns': 'nej',
      'person-studerar': 'vuxenutbildning',
      'handlaggare-hur-snart-finns': '',
      'handlaggare-hur-snart': 'arton-manader',
      'handlaggare-vald-finns': '',
      'handlaggare-vald': 'utsatt',
      sammanfattning: 'Kort',
      nastaSenast: '2026-11-01',
    }),
  );
  assert.equal(ofullständig.status, 422);
  const sida = await ofullständig.text();
  const sparade = (await system((x) => x.bedömningar.find(id)))!.svar;
  assert.deepEqual(
    ['svenska', 'kropp', 'studerar'].map((fråga) => {
      const s = sparade.find((x) => x.fråga === fråga && x.sida === 'person');
      return [s?.val[0], s?.sätt];
    }),
    [
      ['bra', 'webb'],
      ['nej', 'webb'],
      ['vuxenutbildning', 'mote'],
    ],
    'only what the caseworker changed is written down anew; what the person answered meanwhile stays',
  );
  assert.match(sida, /Välj ett av de fyra/);
  assert.match(sida, /Kort/);
  assert.match(sida, /2026-11-01/);
  const klart = await workbench.request(
    `/handlaggning${staff}`,
    form({
      gor: 'slutfor',
      satt: 'mote',
      utfall: 'aktivitet',
      sammanfattning: 'Du vill arbeta i kök och kan börja snart.',
      nastaSenast: '2027-05-24',
    }),
  );
  assert.equal(klart.headers.get('location'), `/handlaggning/person/${hon.id}/spar`);
  const minSida = await (await sidor.request(egen)).text();
  assert.match(minSida, /Du vill arbeta i kök/);
  assert.doesNotMatch(minSida, /utsatt/, 'what was said face to face is not on her page');
  assert.equal((await sidor.request(egen, form({ synpunkt: '' }))).status, 422);
  assert.equal((await sidor.request(egen, form({ synpunkt: 'Stämmer bra.' }))).status, 303);
  assert.match(await läs(staff), /Stämmer bra\./);

  // The rules propose, the caseworker decides another track with a reason; nothing written is lost on the way.
  const spår = `/person/${hon.id}/spar`;
  assert.match(await läs(spår), /Förslag: Kompetenscenter/);
  const utan = await workbench.request(
    `/handlaggning${spår}/besluta`,
    form({ spar: 'hundra-dagar', fran: '2026-11-24', skal: 'Kort' }),
  );
  assert.equal(utan.status, 422);
  assert.match(await utan.text(), /Förslaget är Kompetenscenter\. Skriv varför[\s\S]*Kort/);
  const beslut = await workbench.request(
    `/handlaggning${spår}/besluta`,
    form({ spar: 'hundra-dagar', fran: '2026-11-24', skal: 'Har en anställning på gång i januari.' }),
  );
  assert.equal(beslut.status, 303);
  assert.match(await läs(spår), /Planen får bara ha tid att söka arbete/);
  assert.match(await (await sidor.request(hem)).text(), /100 dagar/);
  await assert.rejects(
    system(async (x) => {
      const [p] = await x.spårplaceringar.findForPersoner([hon.id]);
      await x.spårplaceringar.add({ ...p!, id: randomUUID() });
    }),
    Duplicate,
    'one track at a time, in the database too',
  );
  tid.nu = '2026-11-30T08:00:00.000Z';
  const byte = await workbench.request(
    `/handlaggning${spår}/besluta`,
    form({ spar: 'kompetenscenter', fran: '2026-11-30', skal: '' }),
  );
  assert.equal(byte.status, 303);
  assert.match(await läs(spår), /Flyttad till Kompetenscenter/);

  // Nothing is handed over without a ground; with consent it waits for an answer and becomes overdue.
  const över = {
    tillOrganisation: 'Regionen',
    mottagarslag: 'annan',
    arende: 'Samordna rehabilitering.',
    grund: '',
    svarSenast: '2026-12-07',
    samtyckeVad: 'Planen',
    samtyckeDag: '2026-11-30',
    samtyckeTill: '2027-05-30',
  };
  const nekad = await workbench.request(`/handlaggning${spår}/lamna-over`, form(över));
  assert.equal(nekad.status, 422);
  assert.match(await nekad.text(), /Sekretess gäller mellan nämnder[\s\S]*Samordna rehabilitering\./);
  const skickad = await workbench.request(`/handlaggning${spår}/lamna-over`, form({ ...över, grund: 'samtycke' }));
  assert.equal(skickad.status, 303);
  tid.nu = '2026-12-08T08:00:00.000Z';
  assert.match(await läs(spår), /Svaret är försenat/);
  const [ö] = await system((x) => x.överlämningar.findForPersoner([hon.id]));
  const tomt = await workbench.request(
    `/handlaggning${spår}/svar`,
    form({ overlamning: ö!.id, svar: 'nekad', svarFran: 'Koordinatorn', svarText: '' }),
  );
  assert.equal(tomt.status, 422);
  assert.match(await tomt.text(), /Skriv skälet\.[\s\S]*Koordinatorn/);
  vem = chef;
  assert.match(await läs('/spar/matt'), /Regionen, svar senast 7 december 2026/);

  // The measures: one departure counted, one enrolled late, one protected person without a name.
  const mått = await läs('/spar/matt');
  assert.match(mått, /1 av 2 beslut blev ett annat spår/);
  assert.match(mått, /Efter tiden/);
  assert.match(mått, /Försenad/);
  assert.match(mått, /Skyddad/);
  vem = samordnare;
  assert.equal((await workbench.request('/handlaggning/spar/matt')).status, 403);
  assert.equal((await workbench.request(`/handlaggning/person/${hemlig.id}/bedomning`)).status, 404);
  assert.equal((await workbench.request('/handlaggning/spar/andra')).status, 403);
  vem = ekonom;
  assert.equal((await workbench.request(`/handlaggning/person/${hon.id}/bedomning`)).status, 404);

  // The unit head changes the tracks: a new version, the person's own place is as it was decided.
  vem = chef;
  const ändra = await (await workbench.request('/handlaggning/spar/andra')).text();
  const fält = Object.fromEntries(
    [...ändra.matchAll(/name="(\d+\.(?:id|namn|antal|organisation))"[^>]*value="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]),
  );
  const behov = ['klarar-sig-sjalv', 'arbete-inom-arton-manader', 'svenska', 'samordnat-stod', 'vidare-utredning'];
  const alla = Object.fromEntries(
    behov.flatMap((b, i) => [
      [`${i}.behov`, b],
      [`${i}.syfte`, 'För den som behöver det.'],
      [`${i}.rytm`, 'manadsvis'],
      [`${i}.enhet`, i === 1 ? 'manader' : 'dagar'],
    ]),
  );
  const rätt = { ...fält, ...alla, sett: '0', '1.namn': 'Jobbtorg', skal: 'Nämnden 2026-12-08 § 3' };
  const fel = await workbench.request('/handlaggning/spar/andra', form({ ...rätt, '1.antal': '99' }));
  assert.equal(fel.status, 422);
  assert.match(await fel.text(), /1–36 månader[\s\S]*Jobbtorg/);
  assert.equal((await workbench.request('/handlaggning/spar/andra', form(rätt))).status, 303);
  assert.match(await läs('/spar'), /Jobbtorg[\s\S]*Version 1[\s\S]*Nämnden 2026-12-08/);
  assert.equal((await system((x) => x.spårplaceringar.findForPersoner([hon.id])))[0]!.namn, 'Kompetenscenter');
  assert.equal((await workbench.request('/handlaggning/spar/andra', form(rätt))).status, 409, 'seen version is old');

  // The board's days and exemptions are settings with a sentence for what is allowed.
  const regler = {
    sett: '',
    skal: 'Nämnden 2026-12-08 § 4',
    undantag: 'Arbetar heltid',
    omprovningInomManader: '6',
    framstegInomManader: '3',
    fordjupadEfterManader: '5',
  };
  const dagar = (inskrivenInomDagar: string) =>
    workbench.request('/handlaggning/installningar/bedomning', form({ ...regler, inskrivenInomDagar }));
  const avvisad = await dagar('90');
  assert.equal(avvisad.status, 422);
  assert.match(await avvisad.text(), /Skriv ett helt antal dagar, 1–60\.[\s\S]*Nämnden 2026-12-08 § 4/);
  assert.equal((await dagar('20')).status, 303);
  assert.match(await läs('/spar/matt'), /1 av \d kom in i ett spår inom 20 dagar/);

  // The in-depth mapping is hers to say no to, and another person's assessment is not hers.
  assert.equal(
    (await workbench.request(`/handlaggning/person/${hon.id}/bedomning`, form({ slag: 'fordjupad' }))).status,
    303,
  );
  const erbjuden = (await system((x) => x.bedömningar.findForPersoner([hon.id]))).find((b) => b.slag === 'fordjupad');
  assert.match(await (await sidor.request(hem)).text(), /Vill du göra en fördjupad kartläggning/);
  assert.equal((await sidor.request(`${hem}/${erbjuden!.id}`, form({ gor: 'nej' }))).status, 303);
  assert.equal((await system((x) => x.bedömningar.find(erbjuden!.id)))?.status, 'avbojd');
  assert.equal((await port.väg.läggTillMinSynpunkt(som(hemlig), id, 'x')).ok, false);
  assert.deepEqual(await port.väg.minaBedömningar(som(hemlig)), []);

  // The progress measurement is hers in nine questions and the caseworker's in eleven.
  await workbench.request(`/handlaggning/person/${hon.id}/bedomning`, form({ slag: 'framsteg' }));
  const mätning = (await system((x) => x.bedömningar.findForPersoner([hon.id]))).find((b) => b.slag === 'framsteg');
  const mätsida = await läs(`/person/${hon.id}/bedomning/${mätning!.id}`);
  assert.equal([...mätsida.matchAll(/name="person-[a-z-]+-finns"/g)].length, 9);
  assert.equal([...mätsida.matchAll(/name="handlaggare-[a-z-]+-finns"/g)].length, 11);
  const undantag = await workbench.request(
    `/handlaggning/person/${hon.id}/spar/undantag`,
    form({ undantag: 'Hittepå', undantagSkal: '' }),
  );
  assert.equal(undantag.status, 422);
});
