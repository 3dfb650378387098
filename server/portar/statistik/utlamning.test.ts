import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { betalningsnyckel } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { EXEMPELNYCKEL } from '@stegvis/integrations';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { gallraUtlämningar } from '../../trad/gallra-utlamningar.ts';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, enPerson, PROVKOMMUN, TENANT } from '../vag/provkommun.ts';
import { öppnadataRoutes } from './oppen-katalog.tsx';

/** A layout made for the test: two adults, amount, obstacle codes that are made up and nobody's. */
const BESKRIVNING = {
  namn: 'Prov med hinder',
  ursprung: 'Påhittad för provet',
  slag: 'bistand',
  format: 'avgransad',
  avgransare: ';',
  radslut: 'crlf',
  teckenkodning: 'utf-8',
  rubrikrad: true,
  totalfilIDecember: true,
  filnamn: 'prov_{kommun}_{period}_{version}.txt',
  kodlistor: { hinder: { 'arbetslos-ingen-ersattning': 'X1' } },
  kolumner: [
    { namn: 'Manad', kalla: 'manad', kravs: true },
    { namn: 'Nr1', kalla: 'sokande.personnummer', kravs: true },
    { namn: 'Hinder1', kalla: 'sokande.hinder', kodlista: 'hinder' },
    { namn: 'Nr2', kalla: 'medsokande.personnummer' },
    { namn: 'Hinder2', kalla: 'medsokande.hinder', kodlista: 'hinder' },
    { namn: 'Belopp', kalla: 'beviljat', kravs: true },
  ],
};

describe('utlämning', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  let nu = '2026-11-24T08:00:00.000Z';
  const chef = anställd('Chef', ['enhetschef']);
  const skyddschef = anställd('Skyddschef', ['enhetschef', 'skyddade-uppgifter']);
  const admin = anställd('Administratör', ['administrator']);
  const analytiker = anställd('Analytiker', ['analytiker']);
  const handläggare = anställd('Handläggare', ['handlaggare']);
  let som = chef;
  let personal: Hono;
  let port: ReturnType<typeof handläggarPort>['statistik'];
  let publikt: Hono;
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const URL_ = '/handlaggning/statistik/utlamning';
  const text = async (svar: Response | Promise<Response>) =>
    (await (await svar).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
  const posta = (väg: string, fält: Record<string, string>) =>
    personal.request(väg, { method: 'POST', body: new URLSearchParams(fält) });

  /** A household that has been granted and paid 5 220 kr for October. */
  async function hushåll(
    x: TenantTransaction,
    personnummer: string,
    val: {
      medsökande?: string;
      hinder?: string[];
      betalt?: number;
      skyddad?: boolean;
      månad?: string;
      bestämmelse?: '12:2';
    } = {},
  ) {
    const vuxna = [personnummer, ...(val.medsökande ? [val.medsökande] : [])].map((nr) =>
      enPerson({ personnummer: nr, skyddad: val.skyddad ?? false }),
    );
    for (const p of vuxna) await x.personer.add(p);
    const ärende = await x.ärenden.add({
      id: randomUUID(),
      sökande: vuxna[0]!.id,
      medsökande: vuxna[1]?.id,
      öppnat: nu,
    });
    const månad = val.månad ?? '2026-10';
    const ansökan = randomUUID();
    await x.ansökningar.add({
      id: ansökan,
      ärende: ärende.id,
      slag: 'nyansokan',
      månad,
      sökande: ärende.sökande,
      medsökande: ärende.medsökande,
      kanal: 'webb',
      status: 'beslutad',
      uppgifter: {},
      underskrifter: [],
      version: 1,
      skapad: nu,
      ändrad: nu,
      inskickad: nu,
      inkommen: nu,
    });
    const beräkning = randomUUID();
    const underlag = { manad: månad, inkommen: '2026-11-20', vuxna: [{ id: ärende.sökande, fodd: '1990-01-01' }] };
    await x.utredningar.addBeräkning({
      id: beräkning,
      ansökan,
      utredning: { underlag, avgöranden: {}, egetUnderlag: underlag, jämförelse: [], luckor: [] },
      resultat: { slag: 'ej-i-kraft', text: 'Prov' },
      förslag: { slag: 'till-handlaggare', stopp: [{ kod: 'ej-i-kraft', detalj: 'Prov', okänt: false }] },
      skapad: nu,
    });
    const beslut = randomUUID();
    await x.beslut.add({
      id: beslut,
      ansökan,
      ärende: ärende.id,
      beräkning,
      månad,
      utfall: 'bifall',
      belopp: 522_000,
      beslutsfattare: { slag: 'handlaggare', id: chef.id, namn: 'Chef', titel: 'Chef', delegationspunkt: '1' },
      motivering: 'Prov',
      lagrum: ['12 kap. 1 § socialtjänstlagen (2025:400)'],
      kommunicering: undefined,
      beslutad: nu,
      ...(val.bestämmelse
        ? { form: { nummer: 1, del: 'sarskilt', bestämmelse: val.bestämmelse, särskilt: 'utover' } }
        : {}),
    });
    await x.utbetalningar.add({
      id: randomUUID(),
      beslut,
      ansökan,
      ärende: ärende.id,
      mottagare: ärende.sökande,
      konto: { clearing: '9999', nummer: '1234567', innehavare: ärende.sökande },
      belopp: val.betalt ?? 522_000,
      utbetalningsdag: '2026-11-23',
      giro: undefined,
      grund: undefined,
      nummer: 1,
      nyckel: betalningsnyckel(beslut),
      status: 'planerad',
      betalfil: undefined,
      ersätter: undefined,
      stopp: undefined,
      återkallelse: undefined,
      bankbesked: [],
      planerad: nu,
      version: 1,
    });
    for (const [i, hinder] of (val.hinder ?? []).entries())
      await x.försörjningshinder.add({
        id: randomUUID(),
        person: vuxna[i]!.id,
        hinder,
        från: '2026-09-01',
        skäl: '',
        ansökan: undefined,
        av: { id: chef.id, namn: 'Chef' },
        tid: nu,
      });
    return ärende.nummer;
  }

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (x) => {
      await x.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of [chef, skyddschef, admin, analytiker, handläggare]) await x.organisation.saveAnvändare(vem);
      const hinder = ['arbetslos-ingen-ersattning'];
      await hushåll(x, '199101022391', { hinder });
      await hushåll(x, '199001012385', { medsökande: '199201012383', hinder });
      await hushåll(x, '198001022386', { hinder: ['pension-vantar'], betalt: 500_000 });
      await hushåll(x, '198801012397', { hinder, bestämmelse: '12:2' });
      await hushåll(x, '199801012387', { hinder, månad: '2026-09', skyddad: true });
    });
    const jobb = { börja: async () => {}, efterBeslut: async () => {} };
    const delar = { db: database.db, tenant: TENANT, kommun: PROVKOMMUN, nu: () => new Date(nu), jobb };
    const handläggarport = handläggarPort(delar);
    port = handläggarport.statistik;
    personal = new Hono().route('/handlaggning', workbenchRoutes({ port: handläggarport, vem: () => som }));
    publikt = öppnadataRoutes({ ...delar, adress: 'https://bistand.example' });
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('a layout with overlapping columns is refused with the place, and nothing is saved', async () => {
    som = admin;
    const fast = {
      ...BESKRIVNING,
      format: 'fast',
      avgransare: undefined,
      kolumner: [
        { namn: 'A', kalla: 'ar', start: 1, bredd: 4 },
        { namn: 'B', kalla: 'manad', start: 4, bredd: 2 },
      ],
    };
    const svar = await posta(`${URL_}/beskrivning/ny`, { text: JSON.stringify(fast) });
    assert.equal(svar.status, 422);
    const sida = await svar.text();
    assert.match(sida, /Kolumn 2 \(B\): Kolumnen ligger på plats 4–5, ovanpå A på plats 1–4/);
    assert.match(sida, /&quot;ursprung&quot;:&quot;Påhittad för provet&quot;/, 'what was typed is kept');
    assert.equal((await posta(`${URL_}/beskrivning/ny`, { text: '\0{' })).status, 422);
    assert.equal((await posta(`${URL_}/beskrivning/finns-inte`, { text: '{}' })).status, 404);
    assert.deepEqual(await system((x) => x.utlämning.findBeskrivningar()), []);
  });

  test('the administrator writes a layout; another version is another row; others cannot', async () => {
    const skriv = (nyckel: string, b: object, pa = '0') =>
      posta(`${URL_}/beskrivning/${nyckel}`, { text: JSON.stringify(b), 'baserad-pa': pa });
    assert.equal((await skriv('ny', BESKRIVNING)).status, 303);
    assert.equal(
      (await skriv('prov-med-hinder', { ...BESKRIVNING, filnamn: 'p_{period}_{version}.txt' }, '1')).status,
      303,
    );
    assert.equal((await skriv('prov-med-hinder', BESKRIVNING, '1')).status, 422, 'somebody was faster');
    assert.equal((await skriv('prov-med-hinder', { ...BESKRIVNING, slag: 'avslutsorsaker' }, '2')).status, 422);
    assert.equal((await skriv(EXEMPELNYCKEL, BESKRIVNING)).status, 422);
    const body = new FormData();
    body.set('fil', new Blob([JSON.stringify({ ...BESKRIVNING, slag: 'fel' })]), 'b.json');
    const uppladdad = await personal.request(`${URL_}/beskrivning/ny`, { method: 'POST', body });
    assert.match(await uppladdad.text(), /Slag: Välj ett av: bistand, avslutsorsaker/);
    som = chef;
    assert.equal((await skriv('ny', { ...BESKRIVNING, namn: 'Annan' })).status, 422);
    const [b, ...fler] = await system((x) => x.utlämning.findBeskrivningar());
    assert.deepEqual([b?.nyckel, b?.version, fler.length], ['prov-med-hinder', 2, 0]);
    assert.equal((await system((x) => x.utlämning.findBeskrivning('prov-med-hinder', 1)))?.version, 1);
  });

  test('rows are tried: a second adult without obstacle, a code that is missing, sums that differ; 12:2 is not in', async () => {
    som = chef;
    const sida = await text(personal.request(`${URL_}?beskrivning=prov-med-hinder&period=2026-10`));
    assert.match(
      sida,
      /3 rader, 15 660 kr i bistånd\. 2 rader har fel\. Filen ska lämnas senast 15 november 2026\. Den dagen har passerat/,
    );
    assert.match(sida, /Hinder2 Försörjningshindret är inte bedömt/);
    assert.match(sida, /Hinder1 Kodlistan ”hinder” har ingen kod för ”Pension/);
    assert.match(sida, /summa Beviljat är 5220 kr men betalningarna är 5000 kr/);
    assert.match(sida, /postbeskrivningen är inte offentlig/);
  });

  test('nothing is written while faults are left, unless the rows are left out and it is said why', async () => {
    const val = { beskrivning: 'prov-med-hinder', period: '2026-10' };
    const nej = await posta(URL_, val);
    assert.equal(nej.status, 422);
    assert.match(await text(nej), /2 rader har fel\.|Rätta felen, eller kryssa/);
    const utanSkäl = await posta(URL_, { ...val, utelamna: 'ja', skal: 'x' });
    assert.equal(utanSkäl.status, 422);
    assert.match(await utanSkäl.text(), /value="ja" checked/);
    assert.deepEqual(await system((x) => x.utlämning.findAlla()), []);
    assert.equal((await posta(URL_, { ...val, utelamna: 'ja', skal: 'Rättas nästa vecka' })).status, 303);
    const [fil] = await system((x) => x.utlämning.findAlla());
    assert.deepEqual([fil?.version, fil?.rader, fil?.utelämnade.length, fil?.skäl], [1, 1, 2, 'Rättas nästa vecka']);
    const hämtad = await personal.request(`${URL_}/fil/${fil!.id}`);
    assert.equal(await hämtad.text(), 'Manad;Nr1;Hinder1;Nr2;Hinder2;Belopp\r\n10;199101022391;X1;;;5220\r\n');
    assert.match(hämtad.headers.get('content-disposition')!, /p_2026-10_1\.txt/);
  });

  test('a correction is the whole file again, with the next number; a file that is left is taken away', async () => {
    const val = { beskrivning: 'prov-med-hinder', period: '2026-10', utelamna: 'ja', skal: 'Rättas nästa vecka' };
    const svar = await Promise.all([posta(URL_, val), posta(URL_, val)]);
    assert.ok(svar.every(({ status }) => status === 303 || status === 422));
    const filer = await system((x) => x.utlämning.findAlla());
    const [senaste] = filer;
    assert.ok(senaste!.version >= 2);
    assert.equal(new Set(filer.map(({ version }) => version)).size, filer.length);
    assert.equal(new Set(filer.map(({ sha256 }) => sha256)).size, 1, 'the same rows give the same sum');
    assert.equal((await posta(`${URL_}/fil/${senaste!.id}`, {})).status, 303);
    assert.equal((await posta(`${URL_}/fil/${senaste!.id}`, {})).status, 422, 'twice');
    assert.equal((await personal.request(`${URL_}/fil/${senaste!.id}`)).status, 404);
    assert.equal((await personal.request(`${URL_}/fil/inget`)).status, 404);
    nu = '2026-12-25T08:00:00.000Z';
    await system((x) => gallraUtlämningar.kör(x, { nu, enqueue: async () => {} }));
    nu = '2026-11-24T08:00:00.000Z';
    assert.ok(
      (await system((x) => x.utlämning.findAlla())).every(({ gallrad, sha256 }) => gallrad && sha256.length === 64),
    );
  });

  test('a file with a protected person needs that right; the case number is not told to others', async () => {
    const val = { beskrivning: 'prov-med-hinder', period: '2026-09' };
    const sida = await text(personal.request(`${URL_}?${new URLSearchParams(val)}`));
    assert.match(sida, /En rad gäller någon med skyddade personuppgifter/);
    assert.equal((await posta(URL_, val)).status, 422);
    som = skyddschef;
    assert.equal((await posta(URL_, val)).status, 303);
  });

  test('only those with the role: a caseworker sees nothing, an analyst no rows and no file', async () => {
    som = handläggare;
    assert.equal((await personal.request(URL_)).status, 403);
    assert.equal((await posta(URL_, { beskrivning: 'prov-med-hinder', period: '2026-10' })).status, 403);
    som = analytiker;
    const sida = await text(personal.request(`${URL_}?beskrivning=prov-med-hinder&period=2026-10`));
    assert.doesNotMatch(sida, /Rader med fel|Ärende \d|Hämta/);
    assert.equal((await posta(URL_, { beskrivning: 'prov-med-hinder', period: '2026-10' })).status, 422);
    const [fil] = await system((x) => x.utlämning.findAlla());
    assert.equal((await personal.request(`${URL_}/fil/${fil!.id}`)).status, 404);
    const { rows } = await system((x) =>
      sql<{ utfall: string }>`select utfall from granskningslogg where handling = 'utlamning.gjord'`.execute(x.trx),
    );
    assert.ok(rows.some((r) => r.utfall === 'nekad') && rows.some((r) => r.utfall === 'tillaten'));
  });

  test('bad forms get a sentence, never a fault', async () => {
    som = chef;
    for (const [väg, body] of [
      [URL_, undefined],
      [URL_, '{"beskrivning":1}'],
      [URL_, new URLSearchParams({ beskrivning: '__proto__', period: '9999-99' })],
      [URL_, new URLSearchParams({ beskrivning: EXEMPELNYCKEL, period: '2026-11' })],
      [`${URL_}/fil/x`, undefined],
      [`${URL_}/oppna-data`, undefined],
      [`${URL_}/oppna-data`, new URLSearchParams({ gor: 'publicera', nyckel: "'", version: 'NaN' })],
    ] as const) {
      const svar = await personal.request(väg, { method: 'POST', ...(body === undefined ? {} : { body }) });
      assert.equal(svar.status, 422, väg);
    }
  });

  test('reasons for ending are a delivery of their own: those with assistance in the year before', async () => {
    await system(async (x) => {
      const med = await x.personer.findByPersonnummer('199101022391');
      const utan = enPerson({ personnummer: '196801029288' });
      await x.personer.add(utan);
      for (const person of [med!, utan])
        await x.avslut.add({
          id: randomUUID(),
          person: person.id,
          skäl: 'arbete',
          till: 'Kaféet',
          dag: '2026-10-30',
          varaktighet: 'tillsvidare',
          eftervårdTill: undefined,
          spår: undefined,
          av: 'Samordnare',
          tid: nu,
          återöppnat: undefined,
          version: 1,
        });
    });
    som = admin;
    const b = {
      ...BESKRIVNING,
      namn: 'Avslut',
      slag: 'avslutsorsaker',
      kodlistor: { orsak: { arbete: 'Z9' } },
      kolumner: [
        { namn: 'Nr', kalla: 'personnummer', kravs: true },
        { namn: 'Orsak', kalla: 'avslutsorsak', kodlista: 'orsak', kravs: true },
      ],
    };
    assert.equal((await posta(`${URL_}/beskrivning/ny`, { text: JSON.stringify(b) })).status, 303);
    som = chef;
    const sida = await text(personal.request(`${URL_}?beskrivning=avslut&period=2026-10`));
    assert.match(sida, /1 rad\. Inga fel\. Filen ska lämnas senast 28 februari 2027/);
    assert.equal((await posta(URL_, { beskrivning: 'avslut', period: '2026-10' })).status, 303);
    const fil = (await system((x) => x.utlämning.findAlla())).find(({ slag }) => slag === 'avslutsorsaker');
    const innehåll = await system((x) => x.utlämning.findInnehåll(fil!.id));
    assert.equal(new TextDecoder().decode(innehåll), 'Nr;Orsak\r\n199101022391;Z9\r\n');
  });

  test('open data: nothing by default, frozen once out, and gone when drawn back', async () => {
    assert.equal((await publikt.request('/oppna-data/katalog.rdf')).status, 404);
    assert.match(await text(publikt.request('/oppna-data')), /inte publicerat några öppna data/);
    const grund = (antal: number, månad: string, kon = 'kvinna') =>
      Array.from({ length: antal }, () => ({
        månad,
        hushåll: randomUUID(),
        vuxna: 1,
        barn: 0,
        belopp121: 500_000,
        belopp122: 0,
        ny: false,
        avslutad: false,
        kon,
        aldersgrupp: '25-34',
        hushallstyp: 'ensam-utan-barn',
        hinder: 'arbetslos-ingen-ersattning',
        distrikt: 'centrum',
        spar: 'uppgift-saknas',
      }));
    await system((x) =>
      x.statistik.add('syntet', {
        hushållsmånader: [
          ...grund(23, '2026-08'),
          ...grund(61, '2026-08', 'man'),
          ...grund(27, '2026-09'),
          ...grund(64, '2026-09', 'man'),
        ],
      }),
    );
    som = admin;
    const OD = `${URL_}/oppna-data`;
    const serie = {
      gor: 'serie',
      matt: 'hushall',
      uppdelning: 'kon',
      titel: 'Hushåll efter kön',
      beskrivning: 'Antal hushåll med ekonomiskt bistånd.',
      fran: '2026-08',
    };
    assert.equal((await posta(OD, { ...serie, fran: '2026-13' })).status, 422);
    assert.equal((await posta(OD, { ...serie, uppdelning: 'skostorlek' })).status, 422);
    assert.equal((await posta(OD, { ...serie, matt: 'x' })).status, 422);
    assert.equal((await posta(OD, serie)).status, 303);
    assert.equal((await posta(OD, serie)).status, 422, 'twice');
    const publicera = (version: number) =>
      posta(OD, { gor: 'publicera', nyckel: 'hushall-efter-kon', version: String(version) });
    assert.equal((await publicera(1)).status, 422, 'no terms yet');
    const villkor = {
      gor: 'installning',
      licens: 'cc0',
      utgivare: 'Nämnden',
      epost: 'od@kommun.se',
      webbplats: 'https://kommun.se',
    };
    for (const [fält, dåligt] of [
      ['licens', 'gpl'],
      ['epost', 'nej'],
      ['webbplats', 'javascript:alert(1)'],
    ] as const)
      assert.equal((await posta(OD, { ...villkor, [fält]: dåligt })).status, 422, fält);
    assert.equal((await posta(OD, villkor)).status, 303);
    assert.match(
      await text(personal.request(`${OD}/hushall-efter-kon`)),
      /2026-09 Kvinnor 25 2026-09 Män 60 2026-09 Uppgift saknas skyddad 2026-09 Alla 90/,
    );
    assert.equal((await publicera(1)).status, 303);
    assert.equal((await publicera(1)).status, 422, 'an old version');
    const csv = await (await publikt.request('/oppna-data/hushall-efter-kon.csv')).text();
    assert.match(csv, /^Period,Kön,Värde,Enhet\r\n/);
    assert.match(csv, /2026-08,Alla,80,hushåll\r\n/);
    assert.match(csv, /2026-09,Män,60,hushåll\r\n/);
    assert.doesNotMatch(csv, /,(23|27|61|64|84|91),/);
    await system((x) => x.statistik.add('syntet', { hushållsmånader: grund(40, '2026-09') }));
    nu = '2026-12-24T08:00:00.000Z';
    assert.equal((await publicera(2)).status, 303);
    const senare = await (await publikt.request('/oppna-data/hushall-efter-kon.csv')).text();
    assert.ok(senare.startsWith(csv), 'what was out stays as it was');
    assert.match(senare.slice(csv.length), /^2026-10,/);
    const jsonld = JSON.stringify(await (await publikt.request('/oppna-data/katalog.jsonld')).json());
    assert.match(jsonld, /oppna-data\/hushall-efter-kon\.csv/);
    assert.match(await (await publikt.request('/oppna-data/katalog.rdf')).text(), /dcat:Dataset/);
    assert.equal((await publikt.request('/oppna-data/hushall-efter-kon')).status, 303);
    som = analytiker;
    assert.equal((await posta(OD, { gor: 'dra-tillbaka', nyckel: 'hushall-efter-kon', version: '3' })).status, 422);
    som = admin;
    assert.equal((await posta(OD, { gor: 'dra-tillbaka', nyckel: 'hushall-efter-kon', version: '3' })).status, 303);
    assert.equal((await publikt.request('/oppna-data/hushall-efter-kon.csv')).status, 404);
    nu = '2026-11-24T08:00:00.000Z';
  });

  test('the pages of economy and capacity answer, keep what was typed, and refuse in Swedish', async () => {
    som = analytiker;
    const K = '/handlaggning/statistik/konsekvens';
    const ekonomi = await text(personal.request(`${K}/ekonomi`));
    assert.match(ekonomi, /Av 1 500 deltagare når 225 egen försörjning\. Det sparar 24 750 tkr per år/);
    const fel = await personal.request(`${K}/ekonomi?deltagare=m%C3%A5nga&andel=15&besparing-tkr=110`);
    assert.equal(fel.status, 422);
    assert.match(await fel.text(), /value="många"/);
    const medPlats = `${K}/ekonomi?deltagare=1500&andel=15&besparing-tkr=110&plats-kr=2000&plats-manader=6`;
    assert.match(await text(personal.request(medPlats)), /täcker kostnaden när 10,9 %/);
    assert.match(await text(personal.request(`${K}/kapacitet`)), /får svar inom ett dygn/);
    assert.equal((await personal.request(`${K}/kapacitet?manad=2026-02-30`)).status, 422);
    som = handläggare;
    assert.equal((await personal.request(`${K}/ekonomi`)).status, 403);
    assert.ok(port);
  });
});
