import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Användare, Person } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { påminnOmMöten, öppnaVägarIgen } from '../../trad/folj-upp-moten.ts';
import { handläggarPort } from '../handlaggare.ts';
import { medborgarPort } from '../medborgare.ts';
import { PROVKOMMUN, TENANT } from './provkommun.ts';

test('case managers, meetings, bookable times, exits and coming back', async (t) => {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const tid = { nu: '2026-11-24T08:00:00.000Z' };
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
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
  const annan = anställd('samordnare-tva', ['samordnare']);
  const chef = anställd('enhetschef', ['enhetschef', 'handlaggare']);
  const anordnare = anställd('anordnare', ['anordnare']);
  const sök = (p: Person, månad: string, inkommen: string) =>
    system(async (x) => {
      const [öppet] = await x.ärenden.findForPerson(p.id);
      const ärende =
        öppet ?? (await x.ärenden.add({ id: randomUUID(), sökande: p.id, medsökande: undefined, öppnat: inkommen }));
      const id = randomUUID();
      await x.ansökningar.add({
        id,
        ärende: ärende.id,
        slag: 'nyansokan',
        månad,
        sökande: p.id,
        medsökande: undefined,
        kanal: 'webb',
        status: 'utreds',
        uppgifter: {},
        underskrifter: [],
        version: 1,
        skapad: inkommen,
        ändrad: inkommen,
        inskickad: inkommen,
        inkommen,
      });
      return id;
    });
  await system(async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
    for (const a of [samordnare, annan, chef, anordnare]) await x.organisation.saveAnvändare(a);
    for (const p of [hon, hemlig]) await x.personer.add(p);
  });
  const ansökan = await sök(hon, '2026-12', '2026-11-20T08:00:00.000Z');
  await sök(hemlig, '2026-12', '2026-11-20T08:00:00.000Z');
  const delar = {
    db: database.db,
    tenant: TENANT,
    kommun: PROVKOMMUN,
    nu: () => new Date(tid.nu),
    jobb: { börja: async () => {}, efterBeslut: async () => {} },
  };
  const port = medborgarPort(delar);
  const personal = handläggarPort(delar);
  const vem: { person: Medborgare; staff: Användare } = { person: hon, staff: samordnare };
  const app = new Hono();
  app.route('/', applyRoutes({ port, vem: () => vem.person }));
  app.route('/handlaggning', workbenchRoutes({ port: personal, vem: () => vem.staff }));
  const get = async (path: string) => {
    const svar = await app.request(path);
    return { status: svar.status, html: await svar.text(), till: svar.headers.get('location') };
  };
  const post = async (path: string, fält: Record<string, string>) => {
    const svar = await app.request(path, { method: 'POST', body: new URLSearchParams(fält) });
    return { status: svar.status, html: await svar.text(), till: svar.headers.get('location') };
  };
  const sida = `/handlaggning/person/${hon.id}`;

  await t.test('each role lands where its work is', async () => {
    assert.equal((await get('/handlaggning')).till, '/handlaggning/personer');
    vem.staff = anordnare;
    assert.equal((await get('/handlaggning')).till, '/handlaggning/deltagare');
    assert.equal((await get('/handlaggning/personer')).status, 403);
    vem.staff = samordnare;
  });

  await t.test('somebody without case manager is given one; a change needs its reason and keeps history', async () => {
    const utan = await get('/handlaggning/personer?vems=utan');
    assert.match(utan.html, /Förälder/);
    assert.doesNotMatch(utan.html, /Skyddad/);
    const given = await post('/handlaggning/personer?vems=utan', {
      gor: 'fordela',
      person: hon.id,
      samordnare: samordnare.id,
    });
    assert.equal(given.status, 303);
    const refused = await post(sida, { samordnare: annan.id, skal: '' });
    assert.equal(refused.status, 422);
    assert.match(refused.html, /Skriv varför personen byter samordnare/);
    assert.equal((await post(sida, { samordnare: annan.id, skal: 'Ny enhet i höst' })).status, 303);
    assert.equal((await post(sida, { samordnare: samordnare.id, skal: 'Tillbaka igen' })).status, 303);
    const alla = await system((x) => x.samordnarskap.findForPersoner([hon.id]));
    assert.deepEqual([alla.length, alla.filter((s) => s.till === undefined).length], [3, 1]);
    assert.match((await get('/handlaggning/personer')).html, /Inledande bedömning är inte gjord/);
    const ingen = await post('/handlaggning/personer/sok?vems=mina', { namn: 'finns inte' });
    assert.equal(ingen.status, 200);
    assert.match(ingen.html, /Ingen person passar filtret/);
  });

  await t.test('a substitute has the persons of the one who is away', async () => {
    const frånvaro = { gor: 'franvaro', ersattare: annan.id, fran: '2026-11-24', till: '2026-11-01' };
    const fel = await post('/handlaggning/personer', frånvaro);
    assert.equal(fel.status, 422);
    assert.match(fel.html, /value="2026-11-01"/);
    assert.equal((await post('/handlaggning/personer', { ...frånvaro, till: '2026-11-27' })).status, 303);
    vem.staff = annan;
    assert.match((await get('/handlaggning/personer')).html, /samordnare, ersätts av samordnare-tva/);
    vem.staff = samordnare;
  });

  await t.test('published times are booked on the page after the application, moved and cancelled', async () => {
    const tider = '/handlaggning/personer/tider';
    const form = { gor: 'publicera', slag: 'mote', dag: '2026-11-25', veckor: '2', antal: '1', plats: 'Storgatan 1' };
    const fel = await post(tider, { ...form, fran: '10.00', till: '09.00' });
    assert.equal(fel.status, 422);
    assert.match(fel.html, /Skriv när det slutar, efter att det börjar/);
    assert.match(fel.html, /value="Storgatan 1"/);
    assert.equal((await post(tider, { ...form, fran: '08.30', till: '09.00' })).status, 303);
    assert.equal((await post(tider, { ...form, fran: '08.45', till: '09.15' })).status, 422);
    const skickad = await get(`/ansok/${ansökan}/skickad`);
    assert.match(skickad.html, /En tid är inom 24 timmar/);
    const [första, andra] = (await system((x) => x.mötestider.findFrån('2026-11-24'))).map(({ id }) => id);
    assert.equal((await post(`/ansok/${ansökan}/skickad`, {})).status, 422);
    assert.equal((await post(`/ansok/${ansökan}/skickad`, { tid: första! })).status, 303);
    assert.match((await get(`/ansok/${ansökan}/skickad`)).html, /Ditt planeringsmöte är bokat/);
    assert.match((await get('/mina-sidor')).html, /Möte onsdag 25 november 2026/);
    assert.match((await get('/mina-sidor/kalender.ics')).html, /SUMMARY:Möte/);
    assert.match((await get(tider)).html, /Förälder/);
    assert.equal((await post('/mina-sidor/moten', { tid: andra! })).status, 409, 'one at a time');
    const [möte] = await system((x) => x.möten.findForPersoner([hon.id]));
    assert.equal((await post('/mina-sidor/moten', { tid: andra!, istallet: möte!.id })).status, 303);
    const möten = await system((x) => x.möten.findForPersoner([hon.id]));
    assert.deepEqual(möten.map((m) => m.status).sort(), ['bokat', 'ombokat']);
    const bokat = möten.find((m) => m.status === 'bokat')!;
    assert.equal(bokat.ansökan, ansökan);
    vem.person = hemlig;
    assert.equal((await post('/mina-sidor/moten/avboka', { mote: bokat.id })).status, 409, 'not somebody else’s');
    vem.person = hon;
    assert.equal((await post('/mina-sidor/moten/avboka', { mote: bokat.id })).status, 303);
  });

  await t.test('of fifty who book one time at once, exactly one gets it', async () => {
    const nya = Array.from({ length: 50 }, (_, i) => person(`0000${String(i).padStart(8, '0')}`, `Nr ${i}`));
    await system(async (x) => {
      for (const p of nya) await x.personer.add(p);
    });
    const [ledig] = await system((x) => x.mötestider.findFrån('2026-11-24'));
    const svar = await Promise.all(
      nya.map((p) => port.väg.bokaMittMöte(p, { tid: ledig!.id, istället: undefined, ansökan: undefined })),
    );
    assert.equal(svar.filter(({ ok }) => ok).length, 1);
    assert.deepEqual([...new Set(svar.flatMap((s) => (s.ok ? [] : [s.refusal.kod])))], ['fullt']);
    assert.equal((await system((x) => x.mötestider.findFrån('2026-11-24')))[0]!.bokade, 1);
  });

  await t.test('a meeting is written down, read by the person, and corrected with the old kept', async () => {
    const möte = { gor: 'boka', slag: 'telefon', dag: '2026-11-23', fran: '9.00', till: '9.30', syfte: 'Hur det går' };
    const fel = await post(`${sida}/moten`, { ...möte, dag: '2026-02-30' });
    assert.equal(fel.status, 422);
    assert.match(fel.html, /value="Hur det går"/);
    assert.equal((await post(`${sida}/moten`, möte)).status, 303);
    const [varit] = (await system((x) => x.möten.findForPersoner([hon.id]))).filter((m) => m.status === 'hallet');
    const anteckning = {
      gor: 'anteckna',
      mote: varit!.id,
      overenskommet: 'Du söker tre arbeten.',
      nasta: 'Vi ringer igen.',
      nastaKontakt: '2026-11-30',
      egen: 'Bara för oss',
    };
    assert.equal((await post(`${sida}/moten`, { ...anteckning, overenskommet: '' })).status, 422);
    assert.equal((await post(`${sida}/moten`, anteckning)).status, 303);
    const hennes = await get('/mina-sidor/moten');
    assert.match(hennes.html, /Du söker tre arbeten/);
    assert.doesNotMatch(hennes.html, /Bara för oss/);
    const rättad = { ...anteckning, overenskommet: 'Du söker två arbeten.', skal: '' };
    assert.match((await post(`${sida}/moten`, rättad)).html, /Skriv varför du rättar/);
    assert.equal((await post(`${sida}/moten`, { ...rättad, skal: 'Fel antal' })).status, 303);
    assert.match((await get(`${sida}/moten`)).html, /Rättade anteckningar/);
    assert.match((await get('/handlaggning/personer')).html, /måndag 30 november/);
    tid.nu = '2026-12-02T08:00:00.000Z';
    assert.match((await get('/handlaggning/personer')).html, /Uppföljning försenad/);
    assert.match((await get(sida)).html, /Uppföljningen skulle ha varit måndag 30 november/);
  });

  await t.test('a reminder goes out once, within 24 hours', async () => {
    const möte = { gor: 'boka', slag: 'telefon', dag: '2026-12-10', fran: '9.00', till: '9.30', syfte: 'Uppföljning' };
    assert.equal((await post(`${sida}/moten`, möte)).status, 303);
    const antal = () => system(async (x) => (await x.aviseringar.findNya(500)).length);
    const före = await antal();
    const kör = (nu: string) => system((x) => påminnOmMöten.kör(x, { nu, enqueue: async () => {} }));
    await kör('2026-12-08T08:00:00.000Z');
    assert.equal(await antal(), före);
    await kör('2026-12-09T09:00:00.000Z');
    await kör('2026-12-09T10:00:00.000Z');
    assert.equal(await antal(), före + 1);
  });

  await t.test(
    'the way ends, stays for after-care, and is brought up when she is back within twelve months',
    async () => {
      const form = {
        skal: 'arbete',
        till: 'Skolköket',
        dag: '2026-12-01',
        varaktighet: 'under-ett-ar',
        eftervard: '2026-11-01',
      };
      const fel = await post(`${sida}/avslut`, form);
      assert.equal(fel.status, 422);
      assert.match(fel.html, /Skriv sista dagen för stöd efteråt/);
      assert.match(fel.html, /value="Skolköket"/);
      assert.equal((await post(`${sida}/avslut`, { ...form, eftervard: '2027-03-01' })).status, 303);
      assert.equal((await post(`${sida}/avslut`, { ...form, eftervard: '' })).status, 409);
      assert.match((await get('/handlaggning/personer')).html, /Stöd efteråt/);
      assert.match((await get('/mina-sidor/moten')).html, /vända dig till din samordnare till måndag 1 mars 2027/);
      tid.nu = '2027-05-03T08:00:00.000Z';
      const åter = await sök(hon, '2027-05', '2027-05-02T08:00:00.000Z');
      await system((x) => öppnaVägarIgen.kör(x, { nu: tid.nu, enqueue: async () => {} }));
      const [avslut] = await system((x) => x.avslut.findForPersoner([hon.id]));
      assert.equal(avslut!.återöppnat?.skäl, 'Ny ansökan');
      assert.match((await get(sida)).html, /Det som hjälpte förra gången/);
      vem.staff = chef;
      assert.equal((await personal.väg.återkomster(chef, åter)).length, 1);
      assert.match((await get('/handlaggning/personer?vems=alla')).html, /Förälder/);
    },
  );

  await t.test('as many questions to the database for many persons as for one', async () => {
    const { läsPersonlägen } = await import('./las-personlagen.ts');
    const ids = await system(async (x) => (await x.personer.findMany([hon.id, hemlig.id])).map(({ id }) => id));
    const räkna = (personer: readonly string[]) =>
      system(async (x) => {
        let antal = 0;
        const sam = <T extends object>(repo: T): T =>
          new Proxy(repo, {
            get: (mål, namn) => {
              const värde: unknown = Reflect.get(mål, namn);
              if (typeof värde !== 'function') return värde;
              return (...arg: unknown[]) => {
                antal++;
                return värde.apply(mål, arg);
              };
            },
          });
        const räknad = new Proxy(x, {
          get: (mål, namn) => {
            const repo: unknown = Reflect.get(mål, namn);
            return typeof repo === 'object' && repo !== null ? sam(repo) : repo;
          },
        });
        await läsPersonlägen(räknad, personer, tid.nu);
        return antal;
      });
    assert.equal(await räkna(ids), await räkna(ids.slice(0, 1)));
  });
});
