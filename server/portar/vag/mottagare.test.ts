import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Användare } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, enPerson, PROVKOMMUN, TENANT } from './provkommun.ts';

test('a receiver reads and answers its own hand-overs, what the ground allows and nothing else', async (t) => {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  let klocka = '2026-11-24T08:00:00.000Z';
  const samordnare = anställd('Samordnaren', ['samordnare']);
  const hos = anställd('Rehabkoordinatorn', ['anordnare']);
  const andra = anställd('Torgets handledare', ['anordnare']);
  const hon = enPerson({ förnamn: 'Vilhelmina' });
  const hemlig = enPerson({ förnamn: 'Hemliga', skyddad: true });
  const organisation = (namn: string, slag: 'region' | 'annan-namnd', vem: Användare) => ({
    id: randomUUID(),
    namn,
    slag,
    kontakt: { namn: 'Kontakten', telefon: '0000-1', epost: '' },
    användare: [vem.id],
    aktiv: true,
    version: 1,
  });
  const regionen = organisation('Regionen', 'region', hos);
  const nämnden = organisation('Vuxenutbildningsnämnden', 'annan-namnd', andra);
  await system(async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
    for (const a of [samordnare, hos, andra]) await x.organisation.saveAnvändare(a);
    for (const p of [hon, hemlig]) await x.personer.add(p);
    for (const o of [regionen, nämnden]) await x.anordnare.add(o);
  });
  const port = handläggarPort({
    db: database.db,
    tenant: TENANT,
    kommun: PROVKOMMUN,
    nu: () => new Date(klocka),
    jobb: { börja: async () => {}, efterBeslut: async () => {} } as never,
  });
  const app = (vem: Användare) => new Hono().route('/handlaggning', workbenchRoutes({ port, vem: () => vem }));
  const läs = async (vem: Användare, väg = '/deltagare/overlamningar') => {
    const svar = await app(vem).request(`/handlaggning${väg}`);
    return { status: svar.status, text: await svar.text() };
  };
  const svara = (vem: Användare, id: string, fält: Record<string, string>) =>
    app(vem).request(`/handlaggning/deltagare/overlamningar/${id}`, {
      method: 'POST',
      body: new URLSearchParams(fält),
    });
  const över = (ändrat: object = {}) => ({
    till: '',
    mottagare: regionen.id,
    mottagarslag: 'annan',
    ärende: 'Samordna rehabiliteringen.',
    grund: 'samtycke',
    uppgifter: [],
    text: 'Hon kan fyra timmar i veckan.',
    samtycke: { vad: 'Timmarna i aktiviteten', dag: '2026-11-20', till: '2027-03-31' },
    begäran: { av: '', dag: '' },
    svarSenast: '2026-12-08',
    ...ändrat,
  });
  const lämna = async (ändrat: object = {}, person = hon) => {
    const result = await port.väg.lämnaÖver(samordnare, person.id, över(ändrat));
    assert.ok(result.ok, result.ok ? '' : result.refusal.text);
    return result.överlämning;
  };

  const fel = await port.väg.lämnaÖver(
    samordnare,
    hon.id,
    över({
      mottagarslag: 'annan-namnd',
      grund: '15:8',
      uppgifter: ['aktuell'],
      text: '',
      begäran: { av: 'A', dag: '2026-11-23' },
    }),
  );
  assert.match(fel.ok ? '' : fel.refusal.text, /Regionen är inte en nämnd/);
  const första = await lämna();
  assert.equal(första.till, 'Regionen');
  const duty = await lämna({
    mottagare: nämnden.id,
    mottagarslag: 'annan-namnd',
    grund: '15:8',
    uppgifter: ['aktuell'],
    text: '',
    samtycke: { vad: '', dag: '', till: '' },
    begäran: { av: 'Nämndens handläggare', dag: '2026-11-23' },
  });

  const regionens = await läs(hos);
  assert.equal(regionens.status, 200);
  assert.match(regionens.text, /Vilhelmina[\s\S]*Timmarna i aktiviteten[\s\S]*Hon kan fyra timmar/);
  assert.doesNotMatch(regionens.text, new RegExp(`${hon.personnummer}|Vuxenutbildning|Nämndens handläggare`));
  const nämndens = await läs(andra);
  assert.match(nämndens.text, /aktuell i ett ärende inom socialtjänsten/);
  assert.doesNotMatch(nämndens.text, /Timmarna i aktiviteten|fyra timmar/);

  // Secrecy between boards: nothing else of the case is reached by whoever receives.
  for (const väg of ['', '/spar', '/plan', '/krav', '/bedomning', '/samordning', '/deltagande', '/nedsattning'])
    assert.notEqual((await läs(hos, `/person/${hon.id}${väg}`)).status, 200, väg);
  for (const väg of ['/personer', '/insatser', '/ivo', '/delegation', '/sok?q=Vilhelmina'])
    assert.doesNotMatch((await läs(hos, väg)).text, /Vilhelmina [A-Z0-9]/, väg);
  assert.equal((await läs(samordnare)).status, 403);
  assert.equal((await svara(hos, duty.id, { svar: 'ja' })).status, 409, 'another organisation’s');
  assert.equal((await svara(samordnare, första.id, { svar: 'ja' })).status, 403);
  assert.equal((await svara(hos, 'x', { svar: 'ja' })).status, 409);
  assert.equal((await svara(hos, första.id, {})).status, 422);

  const utanSkäl = await svara(hos, första.id, { svar: 'nej', skal: '' });
  assert.equal(utanSkäl.status, 422);
  assert.equal((await svara(hos, första.id, { svar: 'nej', skal: 'Vi har ingen tid.' })).status, 303);
  assert.equal((await svara(hos, första.id, { svar: 'ja' })).status, 409, 'answered once');
  assert.doesNotMatch((await läs(hos)).text, /Vilhelmina|Timmarna/, 'after a no nothing is left to read');
  const sparad = await system((x) => x.överlämningar.find(första.id));
  assert.deepEqual(
    [sparad?.status, sparad?.svar?.av, sparad?.svar?.text],
    ['nekad', 'Rehabkoordinatorn', 'Vi har ingen tid.'],
  );

  assert.equal((await svara(andra, duty.id, { svar: 'ja' })).status, 303);
  const hemliga = await lämna({}, { ...hemlig, id: hon.id });
  await system((x) => sql`update overlamning set person = ${hemlig.id} where id = ${hemliga.id}`.execute(x.trx));
  const skyddad = (await läs(hos)).text;
  assert.match(skyddad, /Person med skyddade uppgifter/);
  assert.doesNotMatch(skyddad, /Hemliga/);

  klocka = '2026-12-09T08:00:00.000Z';
  const sent = await svara(hos, hemliga.id, { svar: 'ja' });
  assert.equal(sent.status, 409);
  assert.match(await sent.text(), /Sista dagen att svara var/);
  await system((x) => sql`update overlamning set person = ${hon.id} where id = ${hemliga.id}`.execute(x.trx));
  const ringt = { svar: 'mottagen' as const, från: 'Koordinatorn, per telefon', text: '' };
  assert.ok((await port.väg.svaraPåÖverlämning(samordnare, hon.id, hemliga.id, ringt)).ok, 'staff write down a call');
  assert.match((await läs(hos)).text, /Timmarna i aktiviteten/);
  klocka = '2027-04-01T08:00:00.000Z';
  assert.doesNotMatch((await läs(hos)).text, /Timmarna i aktiviteten|Vilhelmina/, 'the consent has ended');
});
