import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Anordnare, Anvisning, Användare, Insats, Person } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { DEMOKOMMUN } from '../../demo/demo.ts';
import { handläggarPort } from '../handlaggare.ts';
import { medborgarPort } from '../medborgare.ts';
import { anställd, TENANT } from './provkommun.ts';

// Tuesday 24 November 2026.
const nu = '2026-11-24T12:00:00.000Z';
const enPerson = (personnummer: string, own: Partial<Person> = {}): Person => ({
  id: randomUUID(),
  personnummer,
  förnamn: 'Deltagande',
  efternamn: 'Person',
  skyddad: false,
  skapad: nu,
  ...own,
});

describe('deltagande på databasen', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const handläggare = anställd('handlaggare', ['handlaggare']);
  const vid = anställd('anordnare', ['anordnare']);
  const annan = anställd('anordnare-tva', ['anordnare']);
  const utan = anställd('utan', ['utbetalare']);
  const person = enPerson('198801012397');
  const skyddad = enPerson('199001012385', { förnamn: 'Hemlig', efternamn: 'Namnsson', skyddad: true });
  const anordnare: Anordnare = {
    id: randomUUID(),
    namn: 'Kaféet',
    slag: 'forening',
    kontakt: { namn: 'Chefen', telefon: '0000-1', epost: '' },
    användare: [vid.id],
    aktiv: true,
    version: 1,
  };
  const andra: Anordnare = { ...anordnare, id: randomUUID(), namn: 'Torget', användare: [annan.id] };
  const insats: Insats = {
    id: randomUUID(),
    anordnare: anordnare.id,
    namn: 'Arbetsträning kök',
    beskrivning: 'Vi lagar mat.',
    syften: ['motivera'],
    område: 'arbete',
    form: 'grupp',
    målgrupp: 'Alla',
    kriterier: 'Alla är välkomna.',
    villkor: [],
    språk: ['svenska'],
    tillgänglighet: '',
    startdagar: [],
    timmarPerVecka: 8,
    pass: [],
    adress: 'Gatan 1',
    ort: 'Centrum',
    platser: 20,
    kostnad: undefined,
    stegtrappa: undefined,
    utvecklingsområde: 'civilsamhalle',
    längstMånader: 6,
    jobbsökartimmar: 5,
    utrymme: 'Man får gå till intervjuer.',
    skydd: undefined,
    försäkran: undefined,
    status: 'aktiv',
    version: 1,
  };
  const anvisning = (own: Partial<Anvisning> = {}): Anvisning => ({
    id: randomUUID(),
    person: person.id,
    insats: insats.id,
    anordnare: anordnare.id,
    grund: '12:4',
    krav: undefined,
    samråd: { dag: '2026-11-01', med: 'Arbetsförmedlingen', vad: 'Inget annat fanns.' },
    status: 'pagar',
    från: '2026-11-16',
    till: '2027-02-12',
    timmarPerVecka: 8,
    pass: [
      { veckodag: 1, från: '09:00', till: '13:00' },
      { veckodag: 2, från: '09:00', till: '13:00' },
    ],
    skäl: 'Du vill laga mat.',
    avsteg: undefined,
    tillAnordnaren: 'Behöver sitta ibland.',
    föreslagen: '2026-11-10T08:00:00.000Z',
    föreslagenAv: { id: handläggare.id, namn: 'Samordnaren' },
    svar: { ja: true, skäl: '', av: 'Anordnaren', tid: '2026-11-11T08:00:00.000Z' },
    kö: undefined,
    startad: '2026-11-16',
    utfall: undefined,
    återkallad: undefined,
    version: 1,
    ...own,
  });
  const min = anvisning();
  const dold = anvisning({ person: skyddad.id });
  const främmande = anvisning({ anordnare: andra.id });
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const delar = () => ({
    db: database.db,
    tenant: TENANT,
    kommun: DEMOKOMMUN,
    nu: () => new Date(nu),
    jobb: { börja: async () => {}, efterBeslut: async () => {} },
  });
  const staff = async (vem: Användare, path: string, fält?: Record<string, string>) => {
    const app = new Hono().route('/handlaggning', workbenchRoutes({ port: handläggarPort(delar()), vem: () => vem }));
    const svar = await app.request(`/handlaggning${path}`, fält && skicka(fält));
    return { status: svar.status, text: await svar.text(), till: svar.headers.get('location') };
  };
  const citizen = async (vem: Medborgare | undefined, path: string, fält?: Record<string, string>) => {
    const app = new Hono().route('/', applyRoutes({ port: medborgarPort(delar()), vem: () => vem }));
    const svar = await app.request(path, fält && skicka(fält));
    return { status: svar.status, text: await svar.text(), huvud: svar.headers };
  };
  const jag: Medborgare = { id: person.id, förnamn: person.förnamn };
  const märken = () => system((t) => t.deltagande.findForPersoner([person.id]));
  const dag = `/deltagare/dag/2026-11-23`;

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({ kommunnamn: 'Test', nämndnamn: 'Nämnden', inställningar: {} });
      for (const a of [handläggare, vid, annan, utan]) await t.organisation.saveAnvändare(a);
      for (const p of [person, skyddad]) await t.personer.add(p);
      for (const a of [anordnare, andra]) await t.anordnare.add(a);
      const insatsTvå = { ...insats, id: randomUUID(), anordnare: andra.id, namn: 'Främmande' };
      for (const i of [insats, insatsTvå]) await t.insatser.add(i);
      await t.anvisningar.add(min);
      await t.anvisningar.add(dold);
      await t.anvisningar.add({ ...främmande, insats: insatsTvå.id });
    });
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('a provider sees its own participants, what it needs, and no protected name', async () => {
    const { status, text } = await staff(vid, '/deltagare');
    assert.equal(status, 200);
    assert.match(text, /Deltagande Person/);
    assert.match(text, /Deltagare 1/);
    assert.doesNotMatch(text, /Hemlig|Namnsson|Främmande|19880101|8801/);
    const en = await staff(vid, `/deltagare/${min.id}`);
    assert.match(en.text, /Behöver sitta ibland/);
    assert.match(en.text, /Samordnaren/);
    assert.doesNotMatch(en.text, /Du vill laga mat|8801/);
    assert.equal((await staff(utan, '/deltagare')).status, 403);
  });

  test("another provider's participant is unreachable, for reading and marking, and the attempt is logged", async () => {
    for (const vem of [annan, utan]) {
      assert.equal((await staff(vem, `/deltagare/${min.id}`)).status, 404);
      assert.equal((await staff(vem, `/deltagare/${min.id}`, { dag: '2026-11-23', slag: 'deltog' })).status, 404);
      const form = { [`id-${min.id}`]: min.id, [`slag-${min.id}`]: 'franvaro' };
      assert.notEqual((await staff(vem, dag, form)).status, 303);
    }
    assert.deepEqual(await märken(), []);
    const poster = await system((t) => t.granskning.find({ personer: [person.id], högst: 100 }));
    const nekade = poster.filter((p) => p.utfall === 'nekad').map((p) => p.handling);
    assert.ok(nekade.includes('deltagare.last') && nekade.includes('deltagande.markerat'), nekade.join());
  });

  test('marks all present without saving, then saves what was chosen', async () => {
    const form = { [`id-${min.id}`]: min.id, [`slag-${min.id}`]: '', [`id-${dold.id}`]: dold.id };
    const alla = await staff(vid, dag, { ...form, alla: 'deltog' });
    assert.equal(alla.status, 200);
    assert.equal(alla.text.match(/value="deltog"[^>]*checked/g)?.length, 2);
    assert.deepEqual(await märken(), []);
    const resten = await staff(vid, dag, { ...form, [`slag-${min.id}`]: 'franvaro', alla: 'deltog' });
    assert.equal(resten.text.match(/value="deltog"[^>]*checked/g)?.length, 1);
    assert.equal(resten.text.match(/value="franvaro"[^>]*checked/g)?.length, 1);
    const sparad = await staff(vid, dag, { ...form, [`slag-${min.id}`]: 'franvaro' });
    assert.equal(sparad.status, 303);
    assert.deepEqual(
      (await märken()).map((m) => [m.dag, m.slag, m.timmar]),
      [['2026-11-23', 'franvaro', 4]],
    );
  });

  test('refuses a day outside the placement with what is allowed, and keeps what was written', async () => {
    const { status, text } = await staff(vid, `/deltagare/${min.id}`, {
      dag: '2026-11-09',
      slag: 'sjuk-utan-intyg',
      timmar: '2,5',
      skal: 'Det jag skrev',
    });
    assert.equal(status, 422);
    assert.match(text, /Måndag 9 november ligger utanför placeringen/);
    assert.match(text, /måndag eller tisdag från måndag 16 november 2026 till tisdag 24 november 2026/);
    for (const skrivet of ['2026-11-09', '2,5', 'Det jag skrev']) assert.match(text, new RegExp(`value="${skrivet}"`));
    assert.match(text, /value="sjuk-utan-intyg" selected/);
    assert.equal((await märken()).length, 1);
  });

  test('a correction needs a reason, keeps the old mark, and of a form with a fault nothing is saved', async () => {
    const form = { [`id-${min.id}`]: min.id, [`slag-${min.id}`]: 'deltog', [`id-${dold.id}`]: dold.id };
    const utanSkäl = await staff(vid, dag, { ...form, [`slag-${dold.id}`]: 'deltog' });
    assert.equal(utanSkäl.status, 422);
    assert.match(utanSkäl.text, /Skriv varför du ändrar en markering/);
    assert.equal((await system((t) => t.deltagande.findForPersoner([skyddad.id]))).length, 0);
    const bort = await staff(vid, dag, { ...form, [`slag-${min.id}`]: '' });
    assert.equal(bort.status, 422);
    assert.match(bort.text, /kan ändras men inte tas bort/);
    assert.equal((await staff(vid, dag, { ...form, skal: 'Kom senare' })).status, 303);
    assert.equal(
      (await staff(vid, dag, { ...form, [`slag-${min.id}`]: 'franvaro', skal: 'Var fel ändå' })).status,
      303,
    );
    const alla = await märken();
    assert.equal(alla.length, 3);
    assert.equal(alla.filter((m) => m.rättar).length, 2);
  });

  test('the person explains, staff read it and assess, and the provider never sees the reason', async () => {
    const väg = `/mina-sidor/vecka/franvaro/${min.id}/2026-11-23`;
    assert.match((await citizen(jag, '/mina-sidor/vecka')).text, /Inte förklarad/);
    assert.match((await citizen(jag, '/mina-sidor')).text, /Berätta varför du var borta/);
    const fel = await citizen(jag, väg, { skal: 'annat', text: '' });
    assert.equal(fel.status, 422);
    assert.match(fel.text, /Skriv vad som hände/);
    assert.equal((await citizen(jag, väg, { skal: 'annat', text: 'Tåget stod still.' })).status, 303);
    assert.doesNotMatch((await citizen(jag, '/mina-sidor')).text, /Berätta varför du var borta/);
    const annans = await citizen({ id: skyddad.id, förnamn: 'x' }, väg, { skal: 'resa', text: '' });
    assert.equal(annans.status, 404);
    const sida = await staff(handläggare, `/person/${person.id}/deltagande`);
    assert.match(sida.text, /Tåget stod still/);
    assert.match(sida.text, /v. 48/);
    assert.doesNotMatch((await staff(vid, `/deltagare/${min.id}`)).text, /Tåget/);
    const [senaste] = (await märken()).filter((m) => m.slag === 'franvaro' && m.rättar);
    const bedöm = (fält: Record<string, string>) =>
      staff(handläggare, `/person/${person.id}/deltagande/bedom/${senaste!.id}`, fält);
    const tom = await bedöm({ skal: 'Skrivet skäl' });
    assert.equal(tom.status, 422);
    assert.match(tom.text, /Skrivet skäl/);
    assert.equal((await bedöm({ giltig: 'ja', skal: 'Tåget var inställt.' })).status, 303);
    assert.match((await citizen(jag, '/mina-sidor/vecka')).text, /Tåget var inställt/);
    assert.equal((await staff(vid, `/person/${person.id}/deltagande`)).status, 404);
  });

  test('a certificate is told of and read, and asked for earlier only by staff with reasons', async () => {
    const intyg = { fran: '2026-11-23', till: '2026-11-30', inlamning: 'mote' };
    const fel = await citizen(jag, '/mina-sidor/vecka/intyg', { ...intyg, till: '2026-11-01' });
    assert.equal(fel.status, 422);
    assert.match(fel.text, /2026-11-01/);
    assert.equal((await citizen(jag, '/mina-sidor/vecka/intyg', intyg)).status, 303);
    const [sagt] = await system((t) => t.deltagande.findIntyg([person.id]));
    assert.equal((await staff(handläggare, `/person/${person.id}/deltagande/intyg/${sagt!.id}`, {})).status, 303);
    assert.equal((await staff(handläggare, `/person/${person.id}/deltagande/intyg/${sagt!.id}`, {})).status, 409);
    const begär = (fält: Record<string, string>) => staff(handläggare, `/person/${person.id}/deltagande/intyg`, fält);
    const tidigt = await begär({
      intygsslag: 'begart',
      fran: '2026-11-20',
      till: '2026-12-20',
      intygsskal: 'Mina skäl',
    });
    assert.equal(tidigt.status, 422);
    assert.match(tidigt.text, /från och med i dag/);
    assert.match(tidigt.text, /Mina skäl/);
    assert.equal(
      (await begär({ intygsslag: 'begart', fran: '2026-11-24', till: '2026-12-20', intygsskal: 'Skäl' })).status,
      303,
    );
  });

  test('the calendar feed is opt-in, says nothing but times, and ends when withdrawn', async () => {
    assert.doesNotMatch((await citizen(jag, '/mina-sidor/vecka')).text, /kalender\/[A-Za-z0-9_-]{43}/);
    const skapad = await citizen(jag, '/mina-sidor/vecka/kalender', {});
    const adress = /\/kalender\/[A-Za-z0-9_-]{43}\.ics/.exec(skapad.text)?.[0];
    assert.ok(adress);
    assert.match(skapad.huvud.get('cache-control') ?? '', /private, no-store/);
    const fil = await citizen(undefined, adress);
    assert.equal(fil.status, 200);
    assert.match(fil.huvud.get('content-type') ?? '', /text\/calendar/);
    assert.equal(fil.huvud.get('cache-control'), 'private, no-store');
    assert.match(fil.text, /SUMMARY:Aktivitet\r\n/);
    assert.match(fil.text, /DTSTART:20261123T080000Z/);
    assert.doesNotMatch(fil.text, /kök|Gatan|Deltagande|Kaféet|Stegvis|LOCATION|DESCRIPTION/i);
    const sparat = await system((t) => t.deltagande.findLänk(person.id));
    assert.ok(!adress.includes(sparat!.hash) && sparat!.hash.length === 64);
    const ny = /\/kalender\/[\w-]{43}\.ics/.exec((await citizen(jag, '/mina-sidor/vecka/kalender', {})).text)![0];
    assert.equal((await citizen(undefined, adress)).status, 404, 'a new address withdraws the old');
    assert.equal((await citizen(jag, '/mina-sidor/vecka/kalender/bort', {})).status, 303);
    for (const väg of [ny, '/kalender/x.ics', `/kalender/${'a'.repeat(43)}.ics`])
      assert.equal((await citizen(undefined, väg)).status, 404);
  });
});

function skicka(fält: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fält).toString(),
  };
}
