import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Användare } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { uppgiftStandIn } from '@stegvis/integrations';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import {
  prövaUppgifterTillArbetsförmedlingen,
  underrättaArbetsförmedlingenJobb,
} from '../../trad/underratta-arbetsformedlingen.ts';
import { handläggarPort } from '../handlaggare.ts';
import { medborgarPort } from '../medborgare.ts';
import { anställd, enPerson, PROVKOMMUN, TENANT } from './provkommun.ts';

const nu = '2026-11-24T08:00:00.000Z';

describe('steg och samordning', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const samordnare = anställd('Samordnare', ['samordnare']);
  const chef = anställd('Chef', ['enhetschef']);
  const granskare = anställd('Granskare', ['granskare']);
  const person = enPerson();
  const annan = enPerson();
  const skyddad = enPerson({ skyddad: true });
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  let som: Användare = samordnare;
  let klocka: string = nu;
  let väg: ReturnType<typeof handläggarPort>['väg'];
  let personal: Hono;
  let medborgare: Hono;
  const medborgaren: Medborgare = { id: person.id, namn: 'Person', personnummer: person.personnummer } as never;

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (x) => {
      await x.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of [samordnare, chef, granskare]) await x.organisation.saveAnvändare(vem);
      for (const p of [person, annan, skyddad]) await x.personer.add(p);
    });
    const jobb = { börja: async () => {}, efterBeslut: async () => {} };
    const delar = { db: database.db, tenant: TENANT, kommun: PROVKOMMUN, nu: () => new Date(klocka), jobb };
    const port = handläggarPort(delar);
    väg = port.väg;
    personal = new Hono().route('/handlaggning', workbenchRoutes({ port, vem: () => som }));
    medborgare = new Hono().route(
      '/',
      applyRoutes({ port: medborgarPort(delar), vem: () => medborgaren } as Parameters<typeof applyRoutes>[0]),
    );
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('a step that is noted is on the line; without what she does it is refused', async () => {
    const input = { steg: 'studier', dag: '2026-11-01', källa: 'bedomning', skäl: 'Läser på Komvux' };
    assert.equal((await väg.noteraSteg(samordnare, person.id, { ...input, skäl: '' })).ok, false);
    assert.equal((await väg.noteraSteg(samordnare, person.id, input)).ok, true);
    const bild = await väg.stegbild(samordnare, person.id);
    assert.deepEqual(
      bild?.linje.map(({ steg, från, till }) => [steg, från, till]),
      [['studier', '2026-11-01', undefined]],
    );
    assert.equal(await väg.stegbild(samordnare, skyddad.id), undefined);
  });

  test('a plan with others follows the consent: refused without, begun with, stopped when withdrawn', async () => {
    const sip = {
      behov: 'Vård och arbetsträning',
      leder: 'regionen',
      samordnare: 'S1',
      ansvar: 'Träning',
      partsansvar: 'Vård här',
    };
    const utan = await väg.startaSip(samordnare, annan.id, sip);
    assert.equal(!utan.ok && utan.refusal.kod, 'samtycke-saknas');
    const samtycke = {
      part: 'region',
      vem: 'Vårdcentralen',
      uppgifter: ['plan'],
      plan: true,
      till: '2027-03-01',
      sätt: 'muntligt' as const,
    };
    assert.equal((await väg.geSamtycke(samordnare, annan.id, samtycke)).ok, true);
    assert.equal((await väg.startaSip(samordnare, annan.id, sip)).ok, true);
    const bild = await väg.samordningsbild(samordnare, annan.id);
    const { id } = bild!.sip[0]!;
    const åtgärd = { vad: 'Skriva utlåtande', vem: 'Läkaren', senast: '2026-12-10' };
    assert.equal((await väg.läggTillSipåtgärd(samordnare, annan.id, id, åtgärd)).ok, true);
    assert.equal((await väg.läggTillSipåtgärd(samordnare, person.id, id, åtgärd)).ok, false, 'someone else’s plan');
    assert.equal((await väg.återkallaSamtycke(samordnare, annan.id, bild!.samtycken[0]!.id)).ok, true);
    assert.equal((await väg.läggTillSipåtgärd(samordnare, annan.id, id, åtgärd)).ok, false);
    assert.equal((await väg.samordningsbild(samordnare, annan.id))?.sip[0]?.åtgärder.length, 1);
  });

  test('a day’s obstacle is kept with its history', async () => {
    for (const [hinder, från] of [
      ['arbetslos-ingen-ersattning', '2026-09-01'],
      ['sjukskriven-ingen-sjukpenning', '2026-11-01'],
    ] as const)
      assert.equal((await väg.noteraHinder(samordnare, person.id, { hinder, från, skäl: '' })).ok, true);
    const bild = await väg.samordningsbild(samordnare, person.id);
    assert.deepEqual(
      bild?.hinder.map(({ hinder }) => hinder),
      ['sjukskriven-ingen-sjukpenning', 'arbetslos-ingen-ersattning'],
    );
    assert.ok(bild?.förslag.some(({ ersättning }) => ersättning === 'sjukpenning'));
  });

  test('what was written stays in the form when it is refused', async () => {
    const body = new URLSearchParams({ gor: 'samtycke', part: 'region', vem: 'Vårdcentralen Eken', 'till-dag': '40' });
    const res = await personal.request(`/handlaggning/person/${person.id}/samordning`, { method: 'POST', body });
    const text = await res.text();
    assert.equal(res.status, 422);
    assert.match(text, /Kryssa för minst en sak/);
    assert.match(text, /value="Vårdcentralen Eken"/);
    assert.match(text, /value="40"/);
  });

  test('the person gives and withdraws consent on her own page', async () => {
    const form = (fält: Record<string, string>) =>
      medborgare.request('/mina-sidor/samordning', { method: 'POST', body: new URLSearchParams(fält) });
    const fält = {
      part: 'region',
      vem: 'Vårdcentralen',
      uppgifter: 'plan',
      'till-dag': '1',
      'till-manad': '3',
      'till-ar': '2027',
    };
    assert.equal((await form({ ...fält, vem: '' })).status, 422);
    assert.equal((await form(fält)).status, 303);
    const [samtycke] = await system((x) => x.samtycken.findForPersoner([person.id]));
    assert.equal(samtycke?.givet.sätt, 'webb');
    assert.equal((await form({ gor: 'aterkalla', id: samtycke!.id })).status, 303);
    assert.ok((await system((x) => x.samtycken.find(samtycke!.id)))?.återkallat);
    assert.match(await (await medborgare.request('/mina-sidor/steg')).text(), /Visar vad du gör, inte hur bra det går/);
  });

  test('the obstacle of each adult stands beside the application, with the way to assess it there', async () => {
    const [en, två] = [enPerson(), enPerson()];
    const handläggare = anställd('Handläggare', ['handlaggare']);
    const ansökan = randomUUID();
    await system(async (x) => {
      await x.organisation.saveAnvändare(handläggare);
      for (const p of [en, två]) await x.personer.add(p);
      const ärende = await x.ärenden.add({ id: randomUUID(), sökande: en.id, medsökande: två.id, öppnat: nu });
      await x.ansökningar.add({
        id: ansökan,
        ärende: ärende.id,
        slag: 'nyansokan',
        månad: '2026-12',
        sökande: en.id,
        medsökande: två.id,
        kanal: 'webb',
        status: 'utreds',
        uppgifter: {},
        underskrifter: [],
        version: 1,
        skapad: nu,
        ändrad: nu,
        inskickad: nu,
        inkommen: nu,
      });
    });
    som = handläggare;
    const sida = async () => {
      const svar = await personal.request(`/handlaggning/arenden/${ansökan}`);
      assert.equal(svar.status, 200);
      return (await svar.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    };
    assert.equal((await sida()).match(/Uppgift saknas\. Bedöm/g)?.length, 2);
    const noterat = await väg.noteraHinder(handläggare, två.id, {
      hinder: 'saknar-barnomsorg',
      från: '2026-11-01',
      skäl: '',
    });
    assert.ok(noterat.ok);
    const text = await sida();
    assert.match(text, /Saknar barnomsorg, sedan .{3,20}\. Bedömt vid den här ansökan\./);
    assert.equal(text.match(/Uppgift saknas/g)?.length, 1);
    assert.deepEqual(
      (await väg.ansökansHinder(handläggare, ansökan)).map(({ person: p, bedömtHär }) => [p, bedömtHär]).sort(),
      [
        [en.id, false],
        [två.id, true],
      ].sort(),
    );
    som = samordnare;
  });

  test('the counts are for some roles, the lists for fewer, and every look is logged', async () => {
    assert.equal(await väg.ivobild(samordnare, undefined), undefined);
    const bild = await väg.ivobild(granskare, undefined);
    assert.deepEqual(bild?.kvartal, ['2026-4']);
    assert.equal(bild?.fårSeLista, false);
    assert.equal(bild?.rapport.rader.at(-1)?.namn, 'Uppgift saknas');
    assert.equal(await väg.ivobild(granskare, '2026-3'), undefined);
    const val = { kvartal: '2026-4', räkning: '12:4a', hinder: 'alla' };
    assert.equal(await väg.ivolista(granskare, val), undefined);
    assert.deepEqual(await väg.ivolista(chef, val), []);
    som = chef;
    const fil = await personal.request('/handlaggning/ivo/2026-4.csv');
    som = samordnare;
    const rader = (await fil.text()).trim().split('\r\n');
    assert.equal(rader.length, 1 + 24 + 1);
    assert.match(rader.at(-2)!, /^2026-4;Uppgift saknas;0;0;0$/);
    const { rows } = await system((x) =>
      sql<{ antal: number }>`select count(*)::int as antal from granskningslogg where handling = 'ivo.lista'`.execute(
        x.trx,
      ),
    );
    assert.equal(rows[0]?.antal, 2);
  });

  test('Arbetsförmedlingen is told once, when it is known that the person is registered', async () => {
    const krav = randomUUID();
    const anvisning = randomUUID();
    await system((x) => anvisad(x, person.id, krav, anvisning));
    const kör = () =>
      system((x) =>
        prövaUppgifterTillArbetsförmedlingen.kör(x, {
          nu,
          enqueue: async (_t, name, data) => {
            köade.push([name, data.id]);
          },
        }),
      );
    const köade: string[][] = [];
    await kör();
    await kör();
    const [uppgift] = await system((x) => x.afUppgifter.findForPersoner([person.id]));
    assert.equal(uppgift?.status, 'att-utreda');
    assert.deepEqual(köade, []);
    assert.equal(
      (await väg.besvaraAnmälan(samordnare, person.id, uppgift!.id, { anmäld: 'ja', hur: 'Ringde kontoret' })).ok,
      true,
    );
    await kör();
    await kör();
    assert.deepEqual(köade, [['underratta-arbetsformedlingen', uppgift!.id]]);
    const port = uppgiftStandIn();
    const jobb = underrättaArbetsförmedlingenJobb({ port, kommun: PROVKOMMUN, nu: () => new Date(nu) });
    const utanMottagare = underrättaArbetsförmedlingenJobb({
      port: undefined,
      kommun: PROVKOMMUN,
      nu: () => new Date(nu),
      försök: 2,
    });
    const försök = (attempt: number) =>
      system((x) =>
        (utanMottagare as (run: unknown) => Promise<void>)({ tenant: x, data: { id: uppgift!.id }, attempt }),
      );
    await assert.rejects(försök(1), /no receiver/);
    assert.equal((await system((x) => x.afUppgifter.find(uppgift!.id)))?.status, 'pa-vag');
    await försök(2);
    assert.equal((await system((x) => x.afUppgifter.find(uppgift!.id)))?.status, 'kunde-inte');
    assert.equal((await system((x) => x.afUppgifter.findAttUtreda())).length, 1, 'it stands in the list of what to do');
    assert.ok((await väg.skickaAfUppgiftIgen(samordnare, person.id, uppgift!.id)).ok);
    assert.equal((await väg.skickaAfUppgiftIgen(samordnare, person.id, uppgift!.id)).ok, false, 'once');
    await kör();
    assert.equal(köade.length, 2);
    for (let i = 0; i < 2; i += 1)
      await system((x) => (jobb as (run: unknown) => Promise<void>)({ tenant: x, data: { id: uppgift!.id } }));
    assert.deepEqual(port.lämnade, [
      { nyckel: uppgift!.id, personnummer: person.personnummer, nämnd: 'Socialnämnden, Testkommunen' },
    ]);
    assert.equal((await system((x) => x.afUppgifter.find(uppgift!.id)))?.status, 'skickad');
    const lista = await väg.ivolista(chef, { kvartal: '2026-4', räkning: '12:4a', hinder: 'alla' });
    assert.deepEqual(
      lista?.map((r) => [r.person, r.hinder]),
      [[person.id, 'sjukskriven-ingen-sjukpenning']],
    );
    assert.equal((await väg.ivobild(chef, '2026-4'))?.rapport.summa['12:4a'], 1);
  });

  test('the quarter is frozen when it is reported, and what changes later is a difference with a corrected report', async () => {
    som = chef;
    const tidig = await väg.rapporteraTillIvo(chef, '2026-4', '');
    assert.equal(tidig.ok ? '' : tidig.refusal.kod, 'kvartalet-pagar');
    klocka = '2027-01-12T08:00:00.000Z';
    assert.equal((await väg.rapporteraTillIvo(granskare, '2026-4', '')).ok, false);
    assert.equal((await personal.request('/handlaggning/ivo/2026-4/rapportera', { method: 'POST' })).status, 303);
    const fil = async (fråga = '') =>
      Buffer.from(await (await personal.request(`/handlaggning/ivo/2026-4.csv${fråga}`)).arrayBuffer());
    const låst = await fil();
    assert.match(String(låst), /2026-4;Summa;1;/);
    const igen = await väg.rapporteraTillIvo(chef, '2026-4', 'Ingen anledning alls');
    assert.equal(igen.ok ? '' : igen.refusal.kod, 'oforandrad');
    await system((x) => anvisad(x, annan.id, randomUUID(), randomUUID(), 'Torget'));
    const sida = async () =>
      (await (await personal.request('/handlaggning/ivo/2026-4')).text())
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ');
    assert.match(await sida(), /Uppgifter om 1 person räknas på annat sätt nu/);
    assert.match(await sida(), /Visa vilka det är/);
    assert.deepEqual(
      (await väg.ivoändringar(chef, '2026-4'))?.map((r) => [r.person, r.räknasNu]),
      [[annan.id, true]],
    );
    assert.equal(await väg.ivoändringar(granskare, '2026-4'), undefined, 'the names are not for everybody');
    assert.match(await (await personal.request('/handlaggning/ivo/2026-4/andrat')).text(), /Räknas nu/);
    assert.deepEqual(await fil(), låst, 'the reported file is the same, byte by byte');
    const val = { kvartal: '2026-4', räkning: '12:4a', hinder: 'alla' };
    assert.equal((await väg.ivolista(chef, val))?.length, 1, 'the rows behind are those of the report');
    const utanSkäl = await personal.request('/handlaggning/ivo/2026-4/rapportera', { method: 'POST' });
    assert.equal(utanSkäl.status, 422);
    assert.ok((await väg.rapporteraTillIvo(chef, '2026-4', 'En anvisning noterades sent')).ok);
    assert.match(String(await fil()), /2026-4;Summa;2;/);
    assert.deepEqual(await fil('?nummer=1'), låst);
    assert.match(await sida(), /rättelse 1.*Inget har ändrats sedan rapporten/);
    await assert.rejects(system((x) => sql`update ivorapport set csv = 'x'`.execute(x.trx)));
    klocka = nu;
    som = samordnare;
  });
});

/** A requirement under 4 a and a referral to an activity on it. */
async function anvisad(
  t: TenantTransaction,
  person: string,
  krav: string,
  anvisning: string,
  hos = 'Kaféet',
): Promise<void> {
  await sql`insert into kravbeslut (id, person, grund, fran, till, kvartar, provning, plan, plannummer, skal, beslutat, av)
    values (${krav}, ${person}, '12:4a', '2026-10', '2027-03', 80, '{}', ${randomUUID()}, 1, 'Skäl', ${nu}, 'Handläggare')`.execute(
    t.trx,
  );
  const anordnare = randomUUID();
  const insats = randomUUID();
  await t.anordnare.add({
    id: anordnare,
    namn: hos,
    slag: 'forening',
    kontakt: { namn: 'Chefen', telefon: '0000-1', epost: '' },
    användare: [],
    aktiv: true,
    version: 1,
  });
  await t.insatser.add({
    id: insats,
    anordnare,
    namn: 'Café och kök',
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
    timmarPerVecka: 4,
    pass: [],
    adress: 'Gatan 1',
    ort: 'Centrum',
    platser: 20,
    kostnad: undefined,
    stegtrappa: 'prova-och-trana',
    utvecklingsområde: 'civilsamhalle',
    längstMånader: 6,
    jobbsökartimmar: 5,
    utrymme: 'Man får gå till intervjuer.',
    skydd: undefined,
    försäkran: undefined,
    status: 'aktiv',
    version: 1,
  });
  await t.anvisningar.add({
    id: anvisning,
    person,
    insats,
    anordnare,
    grund: '12:4a',
    krav,
    samråd: undefined,
    status: 'foreslagen',
    från: '2026-11-30',
    till: '2027-02-28',
    timmarPerVecka: 4,
    pass: [],
    skäl: 'Skäl',
    avsteg: undefined,
    tillAnordnaren: '',
    föreslagen: nu,
    föreslagenAv: { id: randomUUID(), namn: 'Samordnare' },
    svar: undefined,
    kö: undefined,
    startad: undefined,
    utfall: undefined,
    återkallad: undefined,
    version: 1,
  });
}
