import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Ansökan, Användare, Beslut } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, enPerson, PROVKOMMUN, TENANT } from '../vag/provkommun.ts';

let nu = '2026-11-24T08:00:00.000Z';

describe('kvalitet och kartläggning', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const chef = anställd('Chef', ['enhetschef', 'handlaggare']);
  const handläggare = anställd('Handläggare', ['handlaggare']);
  const beslutare = anställd('Beslutare', ['handlaggare']);
  const granskare = anställd('Granskare', ['granskare']);
  const administratör = anställd('Administratör', ['administrator']);
  const samordnare = anställd('Samordnare', ['samordnare']);
  const anordnare = anställd('Anordnare', ['anordnare']);
  const analytiker = anställd('Analytiker', ['analytiker']);
  const alla = [chef, handläggare, beslutare, granskare, administratör, samordnare, anordnare, analytiker];
  const personer = Array.from({ length: 12 }, (_, i) =>
    enPerson({
      personnummer: `19680000${10 + i}${i % 2}0`,
      efternamn: `P${i}`,
    }),
  );
  const skyddad = enPerson({ skyddad: true });
  let som: Användare = chef;
  let app: Hono;
  let statistik: ReturnType<typeof handläggarPort>['statistik'];
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const beslut: Beslut[] = [];

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (x) => {
      await x.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of alla) await x.organisation.saveAnvändare(vem);
      for (const p of [...personer, skyddad]) await x.personer.add(p);
      let dag = 1;
      for (const [p, automatisk, utfall] of [
        ...personer.map((p, i) => [p, i < 6, i < 9 ? 'bifall' : 'avslag'] as const),
        [skyddad, false, 'avslag'] as const,
      ])
        beslut.push(
          await enBeslutad(x, p.id, automatisk, utfall, `2026-10-${String(dag++).padStart(2, '0')}T09:00:00.000Z`),
        );
      await x.personer.addBiståndsmånader(personer[11]!.id, ['2026-05', '2026-06'], 'annan kommun');
    });
    const jobb = { börja: async () => {}, efterBeslut: async () => {} };
    const port = handläggarPort({
      db: database.db,
      tenant: TENANT,
      kommun: PROVKOMMUN,
      nu: () => new Date(nu),
      jobb,
    } as Parameters<typeof handläggarPort>[0]);
    statistik = port.statistik;
    app = new Hono().route('/handlaggning', workbenchRoutes({ port, vem: () => som }));
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  async function enBeslutad(
    x: TenantTransaction,
    person: string,
    automatisk: boolean,
    utfall: 'bifall' | 'avslag',
    beslutad: string,
  ): Promise<Beslut> {
    const ärende = randomUUID();
    await x.ärenden.add({ id: ärende, sökande: person, medsökande: undefined, öppnat: nu });
    const ansökan: Ansökan = {
      id: randomUUID(),
      ärende,
      slag: 'ateransokan',
      månad: '2026-10',
      sökande: person,
      medsökande: undefined,
      kanal: 'webb',
      status: 'beslutad',
      uppgifter: { hushall: { personerIBostaden: 1 }, barn: [], kostnader: [] },
      underskrifter: [],
      version: 1,
      skapad: '2026-09-28T08:00:00.000Z',
      ändrad: '2026-09-28T08:00:00.000Z',
      inskickad: '2026-09-28T08:00:00.000Z',
      inkommen: '2026-09-28T08:00:00.000Z',
    };
    await x.ansökningar.add(ansökan);
    const underlag = { manad: '2026-10', inkommen: '2026-09-28', vuxna: [{ id: person, fodd: '1990-01-01' }] };
    const beräkning = randomUUID();
    await x.utredningar.addBeräkning({
      id: beräkning,
      ansökan: ansökan.id,
      utredning: { underlag, avgöranden: {}, egetUnderlag: underlag, jämförelse: [], luckor: [] },
      resultat: { slag: 'ej-i-kraft', text: 'Exempel' },
      förslag: { slag: 'till-handlaggare', stopp: [{ kod: 'ej-i-kraft', detalj: 'Exempel', okänt: false }] },
      skapad: beslutad,
    });
    const b: Beslut = {
      id: randomUUID(),
      ansökan: ansökan.id,
      ärende,
      beräkning,
      månad: '2026-10',
      utfall,
      belopp: utfall === 'bifall' ? 522000 : 0,
      beslutsfattare: automatisk
        ? { slag: 'automatisk', funktion: 'Bifall försörjningsstöd', delegationspunkt: '4.7' }
        : {
            slag: 'handlaggare',
            id: beslutare.id,
            namn: beslutare.namn,
            titel: 'Titel',
            delegationspunkt: '4.1',
          },
      motivering: 'Skälen.',
      lagrum: ['12 kap. 1 § socialtjänstlagen (2025:400)'],
      kommunicering: automatisk ? undefined : { slag: 'uppenbart-obehovlig', skäl: 'Egna uppgifter' },
      beslutad,
    };
    await x.beslut.add(b);
    return b;
  }

  const get = async (vem: Användare, väg: string) => {
    som = vem;
    const res = await app.request(`/handlaggning${väg}`);
    return { status: res.status, text: ord(await res.text()), plats: res.headers.get('location') ?? '' };
  };
  const post = async (vem: Användare, väg: string, fält: Record<string, string | string[]>) => {
    som = vem;
    const body = new URLSearchParams(
      Object.entries(fält).flatMap(([k, v]) => (Array.isArray(v) ? v.map((x) => [k, x]) : [[k, v]])),
    );
    const res = await app.request(`/handlaggning${väg}`, { method: 'POST', body });
    const html = await res.text();
    return { status: res.status, html, text: ord(html), plats: res.headers.get('location') ?? '' };
  };
  const ord = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const dag = (namn: string, iso: string) => ({
    [`${namn}-dag`]: String(Number(iso.slice(8))),
    [`${namn}-manad`]: String(Number(iso.slice(5, 7))),
    [`${namn}-ar`]: iso.slice(0, 4),
  });
  const OMGÅNG = {
    namn: 'Automatiska bifall i oktober',
    mall: 'automatiska',
    'procent-auto': '50',
    ...dag('fran', '2026-10-01'),
    ...dag('till', '2026-10-31'),
    ...dag('senast', '2026-12-20'),
    fro: '7',
    checklistor: ['utbetalning'],
    granskare: [handläggare.id, beslutare.id],
  };

  test('a round is drawn by its rule and seed, and comes out the same when it is drawn again', async () => {
    const fel = await post(chef, '/kvalitet/omgang', {
      ...OMGÅNG,
      namn: 'x',
      'procent-auto': '0',
      'fran-dag': '31',
      'fran-manad': '2',
      checklistor: [],
    });
    assert.equal(fel.status, 422);
    assert.match(fel.text, /Skriv hela procent från 1 till 100/);
    assert.match(fel.html, /value="31"/);
    assert.match(fel.html, /value="7"/);
    assert.equal((await post(handläggare, '/kvalitet/omgang', OMGÅNG)).status, 403);
    const tomt = await post(chef, '/kvalitet/omgang', {
      ...OMGÅNG,
      ...dag('fran', '2026-08-01'),
      ...dag('till', '2026-08-31'),
    });
    assert.match(tomt.text, /Inget beslut passar regeln/);
    const ett = await post(chef, '/kvalitet/omgang', OMGÅNG);
    const två = await post(chef, '/kvalitet/omgang', { ...OMGÅNG, namn: 'Samma igen' });
    assert.deepEqual([ett.status, två.status], [303, 303]);
    const dragna = async (plats: string) => {
      const id = plats.split('/').at(-1)!;
      const bild = await statistik.omgångsbild(chef, id);
      assert.deepEqual([bild?.omgång.population, bild?.omgång.frö, bild?.akter.length], [6, 7, 3]);
      return bild!.akter.map(({ akt }) => akt.beslut);
    };
    assert.deepEqual(await dragna(ett.plats), await dragna(två.plats));
    const igen = await post(chef, ett.plats.replace('/handlaggning', ''), { gor: 'kontrollera' });
    assert.match(igen.text, /Samma urval kommer ut igen/);
  });

  test('nobody reviews what she has decided, and answers are saved, finished and counted for the automatic grants', async () => {
    const omgång = (await statistik.kvalitetsbild(chef))!.omgångar.at(-1)!.omgång;
    const bild = await statistik.omgångsbild(handläggare, omgång.id);
    const akt = bild!.akter[0]!.akt;
    const väg = `/kvalitet/akt/${akt.id}`;
    assert.equal((await get(granskare, väg)).status, 404, 'a reviewer of the log opens no case');
    assert.match((await get(handläggare, väg)).text, /Stämmer det utbetalda beloppet/);
    const svar = { version: '1', 'svar|utbetalning|belopp': 'nej', 'text|utbetalning|belopp': '' };
    assert.equal((await post(handläggare, väg, { ...svar, gor: 'spara' })).status, 303);
    const halv = await post(handläggare, väg, { ...svar, version: '2', gor: 'slutfor' });
    assert.equal(halv.status, 422);
    assert.match(halv.text, /Skriv vad som brister/);
    const annan = await post(chef, väg, { ...svar, version: '3', gor: 'spara' });
    assert.match(annan.text, /Handläggare granskar akten/);
    const klar = {
      gor: 'slutfor',
      'svar|utbetalning|belopp': 'nej',
      'text|utbetalning|belopp': 'Hyran räknades två gånger.',
      'svar|utbetalning|mottagare': 'ja',
      'svar|utbetalning|dag': 'ja',
    };
    assert.match((await post(handläggare, väg, { ...klar, version: '3' })).text, /Välj om beslutet är rätt eller fel/);
    const fel = {
      utfall: 'fel',
      slag: 'kostnad',
      feltext: 'Hyran räknades två gånger.',
      effekt: 'for-mycket',
      belopp: '7 400',
    };
    assert.equal((await post(handläggare, väg, { ...klar, ...fel, version: '4' })).status, 303);
    assert.match((await get(handläggare, väg)).text, /1 brist .*Anmäl avvikelse/);
    const uppdrag = await system((x) => x.automatik.findAllaGranskningsuppdrag());
    assert.deepEqual(
      uppdrag.map((u) => [u.beslut, u.procent, u.resultat?.utfall, u.resultat?.fel?.belopp]),
      [[akt.beslut, 50, 'fel', 740000]],
    );
    const logg = await system((x) => x.granskning.find({ högst: 200 }));
    assert.ok(logg.some((p) => p.handling === 'aktgranskning.last' && p.utfall === 'nekad'));
    assert.ok(logg.some((p) => p.handling === 'aktgranskning.klar'));
  });

  test('all refusals: the one who decided is refused, and a protected person is not named', async () => {
    const { plats } = await post(chef, '/kvalitet/omgang', { ...OMGÅNG, namn: 'Avslag', mall: 'avslag', fro: '' });
    const id = plats.split('/').at(-1)!;
    const bild = (await statistik.omgångsbild(beslutare, id))!;
    assert.equal(bild.akter.length, 4);
    const dold = bild.akter.find(({ dold }) => dold)!;
    assert.equal(dold.ärendenummer, '');
    assert.match((await get(beslutare, `/kvalitet/omgang/${id}`)).text, /Skyddad person/);
    assert.equal((await get(beslutare, `/kvalitet/akt/${dold.akt.id}`)).status, 404);
    const egen = bild.akter.find(({ dold }) => !dold)!;
    assert.match(egen.hinder!, /Du har fattat beslutet/);
    const nekad = await post(beslutare, `/kvalitet/akt/${egen.akt.id}`, {
      version: '1',
      'svar|utbetalning|belopp': 'ja',
    });
    assert.match(nekad.text, /Du har fattat beslutet/);
    assert.equal(nekad.status, 422);
    assert.match(
      (await post(chef, `/kvalitet/omgang/${id}`, { slutsats: 'Allt är granskat och klart.' })).text,
      /4 av akterna är inte granskade/,
    );
  });

  test('a deviation goes from report to effect, and an overdue measure shows', async () => {
    const form = {
      rubrik: 'Hyran räknades två gånger',
      vad: 'Hyran stod på två ställen i ansökan.',
      process: 'utredning',
      allvar: 'mattlig',
      ...dag('dag', '2026-11-20'),
    };
    const fel = await post(samordnare, '/kvalitet/avvikelse', { ...form, rubrik: 'x', ...dag('dag', '2027-01-01') });
    assert.equal(fel.status, 422);
    assert.match(fel.text, /Skriv dagen det hände eller sågs/);
    assert.match(fel.html, /Hyran stod på två ställen/);
    assert.equal((await post(anordnare, '/kvalitet/avvikelse', form)).status, 403);
    const skydd = await post(samordnare, '/kvalitet/avvikelse', { ...form, person: skyddad.id });
    assert.match(skydd.text, /får du inte öppna det/);
    const { plats, status } = await post(samordnare, '/kvalitet/avvikelse', { ...form, person: personer[0]!.id });
    assert.equal(status, 303);
    const väg = plats.replace('/handlaggning', '');
    assert.equal((await get(handläggare, väg)).status, 404, 'not hers to read');
    assert.equal((await get(samordnare, väg)).status, 200);
    assert.match(
      (await post(samordnare, väg, { gor: 'tilldela', utredare: chef.id })).text,
      /Du får inte handlägga avvikelser/,
    );
    assert.match(
      (await post(chef, väg, { gor: 'folj-upp', effekt: 'ja', uppfoljning: 'Vi har tittat.' })).text,
      /Det går inte när avvikelsen är i läget anmäld/,
    );
    const gå = async (vem: Användare, fält: Record<string, string | string[]>) =>
      assert.equal((await post(vem, väg, fält)).status, 303, JSON.stringify(fält));
    await gå(chef, { gor: 'tilldela', utredare: handläggare.id });
    assert.equal((await post(handläggare, väg, { gor: 'utred', orsaker: [], utredning: 'kort' })).status, 422);
    await gå(handläggare, { gor: 'utred', orsaker: ['rutin', 'it'], utredning: 'Två fält heter nästan lika.' });
    const sen = await post(chef, väg, {
      gor: 'atgard',
      atgard: 'Byt namn på fältet',
      ansvarig: samordnare.id,
      ...dag('senast', '2026-11-01'),
    });
    assert.match(sen.text, /Skriv sista dagen, från 2026-11-24/);
    await gå(chef, {
      gor: 'atgard',
      atgard: 'Byt namn på fältet',
      ansvarig: samordnare.id,
      ...dag('senast', '2026-11-30'),
    });
    nu = '2026-12-05T08:00:00.000Z';
    assert.match((await get(chef, '/kvalitet')).text, /Försenade åtgärder .*Byt namn på fältet/);
    assert.match((await get(samordnare, '/kvalitet')).text, /Byt namn på fältet/);
    assert.doesNotMatch((await get(handläggare, '/kvalitet')).text, /Försenade åtgärder/);
    const { id: åtgärd } = (await statistik.avvikelsebild(chef, väg.split('/').at(-1)!))!.avvikelse.åtgärder[0]!;
    await gå(samordnare, { gor: 'gjort', id: åtgärd, [`gjort-${åtgärd}`]: 'Fältet heter Hyra per månad.' });
    await gå(chef, { gor: 'folj-upp', effekt: 'nej', uppfoljning: 'Felet kom igen i två akter.' });
    await gå(chef, {
      gor: 'atgard',
      atgard: 'Ta bort det ena fältet',
      ansvarig: chef.id,
      ...dag('senast', '2026-12-20'),
    });
    const ny = (await statistik.avvikelsebild(chef, väg.split('/').at(-1)!))!.avvikelse.åtgärder[1]!.id;
    await gå(chef, { gor: 'gjort', id: ny, [`gjort-${ny}`]: 'Borttaget.' });
    await gå(chef, { gor: 'folj-upp', effekt: 'ja', uppfoljning: 'Inget fel i tio akter.' });
    await gå(chef, { gor: 'avsluta', avslut: 'Ett fält för hyran räcker.' });
    const år = await get(chef, '/kvalitet/ar/2026');
    assert.match(år.text, /1 avvikelser anmäldes: utredning 1/);
    assert.match(år.text, /1 automatiska bifall granskades och 1 var fel/);
    assert.match(år.text, /1 har fått effekt/);
    nu = '2026-11-24T08:00:00.000Z';
  });

  test('a checklist is changed by the administrator into a new version; an old round keeps its own', async () => {
    const väg = '/kvalitet/checklistor/utbetalning';
    const rader = {
      'id-0': 'belopp',
      'text-0': 'Är beloppet rätt utbetalat?',
      'grund-0': 'Kommunens rutin',
      'text-1': '',
      'grund-1': '',
    };
    assert.match(
      (await post(chef, väg, { ...rader, version: '1', skal: 'Enklare lista' })).text,
      /Du får inte ändra checklistor/,
    );
    const fel = await post(administratör, väg, { ...rader, 'text-0': 'kort', version: '1', skal: '' });
    assert.match(fel.text, /Skriv frågan med tio till 300 tecken/);
    assert.match(fel.html, />kort</);
    assert.equal((await post(administratör, väg, { ...rader, version: '1', skal: 'Enklare lista' })).status, 303);
    assert.equal(
      (
        await post(administratör, väg, {
          ...rader,
          'text-0': 'Är beloppet verkligen rätt?',
          version: '1',
          skal: 'Enklare lista',
        })
      ).status,
      422,
      'somebody was first',
    );
    const { omgång } = (await statistik.kvalitetsbild(chef))!.omgångar.at(-1)!;
    assert.equal((await statistik.omgångsbild(chef, omgång.id))!.checklistor[0]!.frågor.length, 3);
    assert.match((await get(administratör, '/kvalitet/checklistor')).text, /version 2: Enklare lista/);
  });

  test('patterns show no group of fewer than five', async () => {
    assert.equal(
      (await post(handläggare, '/kvalitet/grupper', { namn: 'Norra', medlemmar: [beslutare.id] })).status,
      403,
    );
    assert.equal((await post(chef, '/kvalitet/grupper', { namn: 'Norra', medlemmar: [beslutare.id] })).status, 303);
    assert.match(
      (await post(chef, '/kvalitet/grupper', { namn: 'norra', medlemmar: [beslutare.id] })).text,
      /finns redan en grupp/,
    );
    const omgång = await post(chef, '/kvalitet/omgang', {
      ...OMGÅNG,
      namn: 'Norra',
      mall: 'var-tionde',
      checklistor: ['kommunicering'],
    });
    assert.equal(omgång.status, 303);
    const mönster = await statistik.mönsterbild(chef, 'grupp', 2026);
    assert.deepEqual(mönster?.mönster, []);
    assert.match((await get(chef, '/kvalitet/monster?del=beslut')).text, /Automatiska beslut, 1 akt/);
    assert.equal((await get(analytiker, '/kvalitet/monster')).status, 403);
  });

  test('an inventory is started, answered or declined, shown by group with small numbers hidden, and closed', async () => {
    const start = {
      namn: 'Kartläggning',
      ...dag('fran', '2026-11-01'),
      ...dag('till', '2026-12-15'),
      manad: '2026-10',
      minst: '1',
      fragor:
        'halsa: Hur mår du?\n- bra: Bra\n- daligt: Dåligt\n\nnasta-steg: Nästa steg?\n- prova: Pröva arbete\n- studera: Studera',
    };
    const fel = await post(chef, '/kartlaggning', { ...start, manad: '2026-13', minst: '0', fragor: '- bra: Bra' });
    assert.equal(fel.status, 422);
    assert.match(fel.text, /Skriv en månad till och med 2026-12/);
    assert.match(fel.text, /Rad 1: ett val ska stå under en fråga/);
    assert.match(fel.html, /value="2026-13"/);
    assert.match((await post(samordnare, '/kartlaggning', start)).text, /Du får inte starta en kartläggning/);
    const { plats, status } = await post(chef, '/kartlaggning', start);
    assert.equal(status, 303);
    const väg = plats.replace('/handlaggning', '');
    const id = väg.split('/').at(-1)!;
    const deltagare = await system((x) => x.kartläggningar.findDeltagare(id));
    assert.equal(deltagare.length, 9, 'those with a grant for the month');
    assert.equal((await system((x) => x.kartläggningar.findPersoner({ månad: '2026-06', minstMånader: 2 }))).length, 1);
    const svara = (person: string, fält: Record<string, string>) =>
      post(samordnare, `${väg}/svar/${person}`, { version: '0', ...fält });
    assert.match((await svara(deltagare[0]!, { slag: 'svarat' })).text, /Svara på minst en fråga/);
    assert.match((await svara(deltagare[0]!, { slag: 'svarat', 'f-halsa': 'annat' })).text, /Välj bland svaren/);
    for (const p of deltagare.slice(0, 7))
      assert.equal(
        (await svara(p, { slag: 'svarat', 'f-halsa': 'bra', 'f-nasta-steg': 'prova', ord: 'Vill jobba' })).status,
        303,
      );
    assert.equal((await svara(deltagare[7]!, { slag: 'avbojt', 'f-halsa': 'bra' })).status, 303);
    assert.equal((await svara(deltagare[0]!, { slag: 'avbojt' })).status, 422, 'answered already, in another version');
    assert.equal((await get(samordnare, `${väg}/svar/${skyddad.id}`)).status, 404);
    const bild = await statistik.kartläggningsbild(samordnare, id, 'alla');
    assert.deepEqual(bild?.frekvens, { antal: 9, svarat: 7, avböjt: 1 });
    assert.equal(bild?.kvar.length, 1);
    assert.deepEqual((await statistik.kartläggningsbild(samordnare, id, 'mina'))?.kvar, []);
    assert.deepEqual((await statistik.kartläggningsresultat(analytiker, id))?.frekvens, {
      antal: 5,
      svarat: 5,
      avböjt: 'skyddad',
    });
    const resultat = await get(analytiker, `${väg}/resultat`);
    assert.match(resultat.text, /Hur mår du\?/);
    const file = await get(analytiker, `${väg}/resultat.csv`);
    const rader = file.text.split('Hur mår du?').map((rad) => rad.trim());
    assert.match(rader[1]!, /^;Bra;/);
    assert.doesNotMatch(rader.join('\n'), /;[1-46-9]\b/, 'only multiples of five');
    assert.equal((await get(samordnare, `${väg}/resultat`)).status, 404);
    assert.equal((await post(samordnare, väg, { gor: 'avsluta' })).status, 409);
    assert.equal((await post(chef, väg, { gor: 'avsluta' })).status, 303);
    assert.match((await svara(deltagare[8]!, { slag: 'avbojt' })).text, /Kartläggningen är avslutad/);
  });

  test('of two who save the same answers at once one is told, and two deviations get numbers of their own', async () => {
    const { omgång } = (await statistik.kvalitetsbild(chef))!.omgångar.find((o) => o.omgång.namn === 'Samma igen')!;
    const akt = (await statistik.omgångsbild(handläggare, omgång.id))!.akter[1]!.akt;
    const fält = { version: '1', gor: 'spara', 'svar|utbetalning|belopp': 'ja' };
    const svar = await Promise.all([1, 2].map(() => post(handläggare, `/kvalitet/akt/${akt.id}`, fält)));
    assert.deepEqual(svar.map(({ status }) => status).sort(), [303, 422]);
    const form = {
      rubrik: 'Två på en gång',
      vad: 'Två anmäler samtidigt.',
      process: 'system',
      allvar: 'liten',
      ...dag('dag', '2026-11-20'),
    };
    const anmälda = await Promise.all([1, 2, 3].map(() => post(handläggare, '/kvalitet/avvikelse', form)));
    assert.deepEqual(
      anmälda.map(({ status }) => status),
      [303, 303, 303],
    );
    const nummer = (await system((x) => x.kvalitet.findAvvikelser())).map((a) => a.nummer);
    assert.equal(new Set(nummer).size, nummer.length);
  });

  test('who is back within a year is marked in lists and on the overview, with why, and counted', async () => {
    const tillbaka = personer[7]!;
    const ny = personer[8]!;
    await system(async (x) => {
      for (const [p, slut] of [
        [tillbaka, '2026-01-10'],
        [ny, '2025-06-10'],
      ] as const)
        await x.avslut.add({
          id: randomUUID(),
          person: p.id,
          skäl: 'arbete',
          till: 'Skolköket',
          dag: slut,
          varaktighet: 'osakert',
          eftervårdTill: undefined,
          spår: undefined,
          av: 'Samordnare',
          tid: `${slut}T08:00:00.000Z`,
          återöppnat: { tid: '2026-09-28T08:00:00.000Z', av: undefined, skäl: 'Har ansökt igen' },
          version: 1,
        });
      for (const p of [tillbaka, ny])
        await x.samordnarskap.add({
          id: randomUUID(),
          person: p.id,
          användare: samordnare.id,
          namn: samordnare.namn,
          från: '2026-10-01',
          till: undefined,
          skäl: '',
          av: 'Chef',
          tid: nu,
          version: 1,
        });
    });
    const väg = `/person/${tillbaka.id}/aterkomst`;
    assert.match(
      (await get(samordnare, '/personer')).text,
      /Tillbaka inom ett år, sedan 28 september 2026. Slutade: arbete. Varför är inte antecknat/,
    );
    assert.match((await get(samordnare, `/person/${ny.id}/aterkomst`)).text, /inte tillbaka inom tolv månader/);
    assert.match(
      (await post(samordnare, `/person/${ny.id}/aterkomst`, { orsaker: ['annat'], ord: 'Hyran' })).text,
      /inte tillbaka inom tolv månader/,
    );
    const fel = await post(samordnare, väg, { orsaker: ['annat'], ord: '' });
    assert.equal(fel.status, 422);
    assert.match(fel.html, /value="annat" checked/);
    assert.equal(
      (await post(samordnare, väg, { orsaker: ['arbetet-slut', 'farre-timmar'], ord: 'Köket lades ner.' })).status,
      303,
    );
    assert.match((await get(samordnare, '/personer')).text, /Nu: arbetet tog slut, färre timmar eller lägre lön/);
    assert.match(
      (await get(samordnare, `/person/${tillbaka.id}`)).text,
      /Det som hjälpte förra gången .*Köket lades ner/,
    );
    assert.deepEqual(await system((x) => x.återkomster.findÅterkomster('2026-01-01', '2026-12-31')), [
      { person: tillbaka.id, dag: '2026-09-28', skäl: 'arbete', orsaker: ['arbetet-slut', 'farre-timmar'] },
    ]);
    assert.match((await get(chef, '/kvalitet/ar/2026')).text, /Färre än fem personer kom tillbaka/);
    const { plats } = await post(chef, '/kvalitet/omgang', { ...OMGÅNG, namn: 'Återkomster', mall: 'aterkomst' });
    assert.equal((await statistik.omgångsbild(chef, plats.split('/').at(-1)!))?.omgång.antal, 1);
  });

  test('forms survive what nobody would write', async () => {
    const akt = randomUUID();
    for (const väg of [
      '/kvalitet/omgang',
      `/kvalitet/omgang/${akt}`,
      `/kvalitet/akt/${akt}`,
      '/kvalitet/avvikelse',
      `/kvalitet/avvikelse/${akt}`,
      '/kvalitet/checklistor/utbetalning',
      '/kvalitet/checklistor/finns-inte',
      '/kvalitet/grupper',
      '/kartlaggning',
      `/kartlaggning/${akt}`,
      `/kartlaggning/${akt}/svar/${akt}`,
      '/kvalitet/omgang/inte-ett-id',
      '/kartlaggning/x/svar/y',
    ])
      for (const init of [
        { method: 'POST' },
        { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } },
        {
          method: 'POST',
          body: new URLSearchParams({
            gor: '\0',
            namn: '\0',
            version: '1e999',
            'fran-ar': '99999',
            fro: '-1',
            'svar|a|b': 'x',
            'text-0': 'x'.repeat(400),
            minst: '١٢',
            fragor: '\0',
            manad: '2026-99',
            arende: '\0',
            person: 'x',
            akt: 'y',
          }),
        },
      ]) {
        som = administratör;
        for (const vem of [chef, administratör]) {
          som = vem;
          const res = await app.request(`/handlaggning${väg}`, init as RequestInit);
          assert.ok(res.status < 500, `${väg} ${res.status}`);
        }
      }
  });
});
