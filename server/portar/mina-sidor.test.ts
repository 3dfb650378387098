import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { Medborgare } from '@stegvis/apply';
import { applyRoutes } from '@stegvis/apply';
import type { Ansökan, Användare, Person } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { aviseringStandIn } from '@stegvis/integrations';
import { strFromU8, unzipSync } from 'fflate';
import { Hono } from 'hono';
import { aviseraJobb, köaAviseringar } from '../trad/avisera.ts';
import { bevakaKompletteringar } from '../trad/bevaka-kompletteringar.ts';
import { läsOmständigheter } from '../trad/las-omstandigheter.ts';
import { handläggarkit } from './handlaggarkit.ts';
import { medborgarPort } from './medborgare.ts';
import { meddelandeport } from './meddelanden.ts';

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
const HEMLIGT = 'Han läser min telefon';

/** A couple with an application that is being handled, a caseworker, and a clock the test sets. */
async function öppnaPar(t: TestContext) {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const tid = { nu: '2026-11-24T08:00:00.000Z' };
  const nu = () => new Date(tid.nu);
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const person = (personnummer: string, förnamn: string): Person => ({
    id: randomUUID(),
    personnummer,
    förnamn,
    efternamn: 'Exempel',
    skyddad: false,
    skapad: tid.nu,
  });
  const [ena, andra] = [person('198801012397', 'Ena'), person('199001012385', 'Andra')] as const;
  const handläggare: Användare = {
    id: randomUUID(),
    inloggning: 'handlaggare',
    namn: 'Handläggare Ett',
    titel: 'Socialsekreterare',
    roller: ['handlaggare'],
    aktiv: true,
  };
  const ansökan = await system(async (x): Promise<Ansökan> => {
    await x.organisation.saveNämnd({ kommunnamn: kommun.namn, nämndnamn: kommun.nämnd, inställningar: {} });
    await x.organisation.saveAnvändare(handläggare);
    await x.personer.add(ena);
    await x.personer.add(andra);
    const ärende = await x.ärenden.add({ id: randomUUID(), sökande: ena.id, medsökande: andra.id, öppnat: tid.nu });
    const made: Ansökan = {
      id: randomUUID(),
      ärende: ärende.id,
      slag: 'ateransokan',
      månad: '2026-12',
      sökande: ena.id,
      medsökande: andra.id,
      kanal: 'webb',
      status: 'utreds',
      uppgifter: { hushall: { personerIBostaden: 2, sambor: true }, barn: [], kostnader: [], meddelande: HEMLIGT },
      underskrifter: [],
      version: 1,
      skapad: tid.nu,
      ändrad: tid.nu,
      inskickad: tid.nu,
      inkommen: tid.nu,
    };
    await x.ansökningar.add(made);
    for (const vem of [ena, andra])
      await x.utredningar.addFrågning({
        id: randomUUID(),
        ansökan: made.id,
        person: vem.id,
        källor: ['FK'],
        skickad: tid.nu,
        svar: [
          {
            källa: 'FK',
            kvalitet: 'svarat',
            hämtad: tid.nu,
            version: `fk-${vem.förnamn}`,
            uppgifter: [],
          },
        ],
      });
    return made;
  });
  const jobb = { börja: async () => {}, efterBeslut: async () => {} };
  const port = medborgarPort({
    db: database.db,
    tenant,
    kommun,
    nu,
    jobb,
    aviseringskanaler: ['sms', 'epost'],
  } as Parameters<typeof medborgarPort>[0]);
  const personal = meddelandeport(
    handläggarkit({ db: database.db, tenant, kommun, nu, jobb } as unknown as Parameters<typeof handläggarkit>[0]),
  );
  const som = ({ id, förnamn }: Person): Medborgare => ({ id, förnamn });
  const tidsstyrt = async () => {
    const köade: [string, string][] = [];
    for (const { kör } of [bevakaKompletteringar, köaAviseringar])
      await system((x) => kör(x, { nu: tid.nu, enqueue: async (_, namn, { id }) => void köade.push([namn, id]) }));
    return köade;
  };
  const begär = async (person: Person, senast = '2026-11-27') => {
    const result = await personal.begärKomplettering(handläggare, ansökan.id, {
      person: person.id,
      punkter: [
        { slag: 'dokument', text: 'Din hyresavi.' },
        { slag: 'svar', text: 'Vem bor med dig?' },
      ],
      skäl: 'Vi behöver se hyran.',
      följd: 'Vi beslutar med det vi har.',
      senast,
    });
    assert.ok(result.ok, JSON.stringify(result));
    return result.komplettering;
  };
  const sidor = (vem: Person) => {
    const app = new Hono();
    app.route('/', applyRoutes({ port, vem: () => som(vem) } as Parameters<typeof applyRoutes>[0]));
    return app;
  };
  return { port, personal, system, som, ena, andra, handläggare, ansökan, tid, nu, tidsstyrt, begär, sidor };
}

test('a request goes to one adult, pauses the clock for both, and its answer is to be read by staff', async (t) => {
  const par = await öppnaPar(t);
  const { port, personal, ena, andra, som, ansökan, handläggare } = par;
  assert.equal((await port.minSida(som(ena))).svarSenast, '2026-11-25T08:00:00.000Z');
  const k = await par.begär(ena);
  const [mitt, hennes] = [await port.minSida(som(ena)), await port.minSida(som(andra))];
  assert.deepEqual([mitt.kompletteringar.map((x) => x.id), mitt.svarSenast], [[k.id], undefined]);
  assert.deepEqual([hennes.kompletteringar, hennes.svarSenast], [[], undefined]);
  assert.ok(!JSON.stringify(hennes.händelser).includes('uppgifter av dig'));
  assert.equal(await port.komplettering(som(andra), k.id), undefined);
  const fel = await port.svaraPåKomplettering(som(andra), k.id, {
    svar: { p1: { text: 'x', dokument: [] } },
    kanInteMer: false,
  });
  assert.equal(fel.ok, false);

  par.tid.nu = '2026-11-24T12:00:00.000Z';
  const påhittat = randomUUID();
  const svar = await port.svaraPåKomplettering(som(ena), k.id, {
    svar: { p1: { text: 'Kommer i brev', dokument: [påhittat] }, p2: { text: 'Ingen', dokument: [] } },
    kanInteMer: false,
  });
  assert.ok(svar.ok && svar.komplettering.status === 'besvarad');
  assert.deepEqual(svar.komplettering.punkter[0]?.svar?.dokument, [], 'a document that is not hers is left out');
  const inkommen = { ansökan, personer: [], historik: { beslut: [], ansökningar: [] }, registersvar: {} };
  const omständigheter = () =>
    par.system((x) =>
      läsOmständigheter(x, { ...inkommen, idag: '2026-11-24' } as unknown as Parameters<typeof läsOmständigheter>[1]),
    );
  assert.deepEqual((await omständigheter()).meddelanden, ['Ett svar på en komplettering är inte läst.']);
  assert.deepEqual([...(await personal.olästa(handläggare, [ansökan.id]))], [[ansökan.id, 1]]);
  par.tid.nu = '2026-11-24T14:00:00.000Z';
  assert.equal((await port.minSida(som(ena))).svarSenast, '2026-11-25T12:00:00.000Z', 'four hours later than before');
  assert.equal((await personal.kompletteringar(handläggare, ansökan.id))?.kompletteringar.length, 1);
  assert.deepEqual((await omständigheter()).meddelanden, []);
});

test('time reminds, then hands over to a person; the answer is still received', async (t) => {
  const par = await öppnaPar(t);
  const k = await par.begär(par.ena);
  await par.tidsstyrt();
  par.tid.nu = '2026-11-25T08:00:00.000Z';
  await par.tidsstyrt();
  par.tid.nu = '2026-11-28T08:00:00.000Z';
  const köade = await par.tidsstyrt();
  assert.deepEqual(
    köade.filter(([namn]) => namn !== 'avisera'),
    [['berakna-och-besluta', par.ansökan.id]],
  );
  const { händelser, kompletteringar } = await par.port.minSida(par.som(par.ena));
  assert.deepEqual(
    händelser.map((h) => h.typ),
    ['komplettering-begard', 'komplettering-paminnelse', 'komplettering-utgangen'],
  );
  assert.equal(kompletteringar[0]?.status, 'utgangen');
  assert.equal((await par.system((x) => x.ansökningar.get(par.ansökan.id))).status, 'utreds', 'nothing is refused');
  const svar = await par.port.svaraPåKomplettering(par.som(par.ena), k.id, { svar: {}, kanInteMer: true });
  assert.ok(svar.ok);
});

test('each adult has an own thread, and what came is read once', async (t) => {
  const { port, personal, system, ena, andra, som, ansökan, handläggare } = await öppnaPar(t);
  assert.ok((await port.skrivMeddelande(som(ena), HEMLIGT)).ok);
  const svar = await personal.skrivTill(handläggare, ansökan.id, { person: ena.id, text: 'Vi ringer ditt jobb.' });
  assert.ok(svar.ok);
  const hennes = await port.meddelanden(som(andra));
  assert.deepEqual(hennes.meddelanden, []);
  assert.ok(!JSON.stringify(await port.minSida(som(andra))).includes('meddelande'));
  assert.equal((await personal.skrivTill(handläggare, ansökan.id, { person: randomUUID(), text: 'Hej' })).ok, false);

  assert.deepEqual([...(await personal.olästa(handläggare, [ansökan.id]))], [[ansökan.id, 1]]);
  await personal.trådar(handläggare, ansökan.id, andra.id);
  assert.equal((await personal.olästa(handläggare, [ansökan.id])).size, 1, "the other adult's thread was opened");
  await personal.trådar(handläggare, ansökan.id, ena.id);
  assert.equal((await personal.olästa(handläggare, [ansökan.id])).size, 0);

  assert.equal((await port.minSida(som(ena))).olästa, 1);
  await port.meddelanden(som(ena));
  assert.equal((await port.minSida(som(ena))).olästa, 0);
  const [first] = (await port.meddelanden(som(ena))).meddelanden;
  assert.ok(first?.läst, 'the person sees that it is read');
  await assert.rejects(
    system((x) => x.trx.updateTable('meddelande').set({ text: 'Annat' }).execute()),
    /kan inte ändras/,
  );
});

test('notices say nothing, go once, and never to those who want a safe way', async (t) => {
  const par = await öppnaPar(t);
  const kanal = aviseringStandIn();
  const kontakt = (vem: Person, säkerKontakt: string) =>
    par.port.ändraKontaktuppgift(par.som(vem), {
      telefon: '070-174 06 05',
      epost: '',
      avisering: 'sms',
      säkerKontakt,
      tolk: '',
      baseradPå: 0,
    });
  assert.ok((await kontakt(par.ena, '')).ok);
  assert.ok((await kontakt(par.andra, 'Ring bara jobbet.')).ok);
  for (const vem of [par.ena, par.ena, par.andra])
    await par.personal.skrivTill(par.handläggare, par.ansökan.id, { person: vem.id, text: 'Hemligt innehåll' });
  const köade = await par.tidsstyrt();
  assert.equal(köade.length, 2, 'two messages to one person make one notice');
  const avisera = aviseraJobb({ kanal, nu: par.nu }) as (run: unknown) => Promise<void>;
  for (const [, id] of [...köade, ...köade]) await par.system((x) => avisera({ tenant: x, data: { id } }));
  assert.deepEqual(
    kanal.skickade.map(({ till, text }) => [till, text]),
    [['070-174 06 05', 'Du har ett nytt meddelande. Logga in som du brukar för att läsa det.']],
  );
});

test('everything about me holds what is mine and shared, and nothing of the other adult alone', async (t) => {
  const par = await öppnaPar(t);
  const { port, personal, ena, andra, som, ansökan, handläggare } = par;
  await par.begär(ena);
  await port.skrivMeddelande(som(ena), HEMLIGT);
  await port.ändraKontaktuppgift(som(ena), {
    telefon: '070-174 06 05',
    epost: '',
    avisering: 'ingen',
    säkerKontakt: 'Ring bara jobbet.',
    tolk: 'somaliska',
    baseradPå: 0,
  });
  await personal.trådar(handläggare, ansökan.id, ena.id);
  const hämta = async (vem: Person) => {
    const { ström, filnamn } = await port.alltOmMig(som(vem));
    assert.equal(filnamn, 'mina-uppgifter-2026-11-24.zip');
    const filer = unzipSync(new Uint8Array(await new Response(ström).arrayBuffer()));
    return Object.fromEntries(Object.entries(filer).map(([namn, bytes]) => [namn, strFromU8(bytes)]));
  };
  const mitt = await hämta(ena);
  assert.deepEqual(
    Object.keys(mitt).map((namn) => namn.replace(/[0-9a-f]{8}\./, '#.')),
    ['las-har.html', 'uppgifter.json', 'ansokningar/ansokan-2026-12-#.pdf'],
  );
  assert.match(mitt[Object.keys(mitt)[2]!]!, /^%PDF/);
  const json = JSON.parse(mitt['uppgifter.json']!) as {
    meddelanden: { text: string }[];
    ansokningar: { registersvar: { version: string }[]; kompletteringar: unknown[] }[];
    lasningar: { roll: string }[];
  };
  assert.equal(json.meddelanden[0]?.text, HEMLIGT);
  assert.deepEqual(
    json.ansokningar[0]?.registersvar.map((r) => r.version),
    ['fk-Ena'],
  );
  assert.ok(json.lasningar.some((l) => l.roll === 'Socialsekreterare'));
  assert.ok(!mitt['uppgifter.json']!.includes(handläggare.namn), 'staff are named by role');
  for (const key of keys(json)) assert.match(key, /^[\x20-\x7e]+$/);
  assert.match(mitt['las-har.html']!, /Ring bara jobbet/);

  const hennes = Object.values(await hämta(andra)).join('\n');
  for (const secret of [HEMLIGT, 'Ring bara jobbet', 'somaliska', 'Vem bor med dig', 'fk-Ena', ena.personnummer])
    assert.ok(!hennes.includes(secret), secret);
  const poster = await par.system((x) => x.granskning.find({ personer: [andra.id], högst: 50 }));
  assert.ok(poster.some((p) => p.handling === 'allt-om-mig.hamtat'));
});

test('the pages work as plain forms, keep what was written, and show nothing to the other adult', async (t) => {
  const par = await öppnaPar(t);
  const k = await par.begär(par.ena);
  const sida = par.sidor(par.ena);
  const post = (path: string, fält: Record<string, string>) =>
    sida.request(path, {
      method: 'POST',
      body: new URLSearchParams(fält),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const text = async (path: string, app = sida) => {
    const answer = await app.request(path);
    assert.equal(answer.status, 200, path);
    return (await answer.text()).replace(/[\s\u00a0]+/g, ' ');
  };
  const översikt = await text('/mina-sidor');
  assert.match(översikt, /Svara senast fredag 27 november 2026/);
  assert.ok(översikt.indexOf('Svara senast') < översikt.indexOf('Ansökan för december'), 'what waits comes first');

  const tomt = await post(`/mina-sidor/komplettering/${k.id}`, {});
  assert.equal(tomt.status, 422);
  assert.match(await tomt.text(), /Svara på minst en sak/);
  const långt = await post('/mina-sidor/meddelanden', { text: `början ${'x'.repeat(9_993)}` });
  assert.equal(långt.status, 422);
  const html = await långt.text();
  assert.ok(html.includes('Meddelandet är 10000 tecken') && html.includes('början xxx'), 'the text is kept');
  const fel = await post('/mina-sidor/uppgifter', { telefon: 'nej', epost: 'ja', version: '0' });
  assert.equal(fel.status, 422);
  assert.match(await fel.text(), /value="nej"/);
  const gammal = await post('/mina-sidor/uppgifter', { telefon: '0701740605', version: '7' });
  assert.equal(gammal.status, 409);

  assert.equal((await post(`/mina-sidor/komplettering/${k.id}`, { p2: 'Ingen' })).status, 303);
  assert.match(await text(`/mina-sidor/komplettering/${k.id}`), /En sak är kvar/);
  assert.equal((await post(`/mina-sidor/komplettering/${k.id}`, { 'kan-inte-mer': 'ja' })).status, 303);
  assert.match(await text(`/mina-sidor/komplettering/${k.id}`), /Vi har fått ditt svar/);
  assert.equal((await post('/mina-sidor/meddelanden', { text: HEMLIGT })).status, 303);
  assert.match(await text('/mina-sidor/meddelanden'), /Han läser min telefon/);
  assert.match(await text('/mina-sidor/kalender'), /Kalender/);
  assert.match(await text(`/mina-sidor/ansokan/${par.ansökan.id}`), /Besvarad/);

  const andras = par.sidor(par.andra);
  assert.equal((await andras.request(`/mina-sidor/komplettering/${k.id}`)).status, 404);
  for (const path of ['/mina-sidor', '/mina-sidor/meddelanden', '/mina-sidor/uppgifter', '/mina-sidor/kalender'])
    assert.ok(!(await text(path, andras)).includes(HEMLIGT), path);
  assert.ok(!(await text(`/mina-sidor/ansokan/${par.ansökan.id}`, andras)).includes('Det vi har frågat'));
  const fil = await sida.request('/mina-sidor/allt-om-mig.zip', { method: 'POST' });
  assert.equal(fil.headers.get('content-type'), 'application/zip');
  assert.ok(unzipSync(new Uint8Array(await fil.arrayBuffer()))['las-har.html']);
});

function* keys(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* keys(item);
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) {
      yield key;
      yield* keys(item);
    }
}
