import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import {
  type Ansökan,
  type Beslut,
  dragTillGranskning,
  FÖRVALD_AUTOMATIK,
  type Stoppkod,
  skrivAutomatik,
} from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { beräkna, läsUnderlag } from '@stegvis/rules';
import { type Medarbetare, workbenchRoutes } from '@stegvis/workbench';
import { sql } from 'kysely';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { handläggarPort } from './handlaggare.ts';

const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
/** Skatteverket's official test numbers. */
const PERSONNUMMER = ['198801012397', '199001012385', '199001022384'];
const SKÄL = 'Nämnden beslutade det i går.';

/** A calculation that a page can show: one adult without incomes or costs. */
function enVuxen(id: string) {
  const läst = läsUnderlag({ manad: '2026-11', inkommen: '2026-11-20', vuxna: [{ id, fodd: '1988-01-01' }] });
  assert.ok(läst.ok, JSON.stringify(läst));
  return beräkna(läst.underlag);
}

async function öppna(t: TestContext, läge: 'av' | 'skugga' | 'pa') {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const { db } = database;
  let klocka = Date.parse('2026-11-24T09:00:00Z');
  const nu = () => new Date(klocka++);
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const kollega = (namn: string, ...roller: Medarbetare['roller']): Medarbetare => ({
    id: randomUUID(),
    namn,
    titel: 'Prov',
    roller,
  });
  const personal = {
    chef: kollega('Enhetschef', 'enhetschef'),
    admin: kollega('Administratör', 'administrator'),
    ett: kollega('Handläggare Ett', 'handlaggare'),
    två: kollega('Handläggare Två', 'handlaggare'),
    ekonom: kollega('Ekonom', 'utbetalare'),
  };
  const punkt = {
    id: randomUUID(),
    punkt: '4.7',
    text: 'Automatiserat beslut om bifall till hela ansökan',
    delegat: { slag: 'automatisk', funktion: 'Automatiskt bifall', påslagen: true },
    utfall: ['bifall'],
    från: '2026-01-01',
    till: undefined,
  } as const;
  await system(async (x) => {
    await x.organisation.saveNämnd({
      kommunnamn: DEMOKOMMUN.namn,
      nämndnamn: DEMOKOMMUN.nämnd,
      inställningar: { automatik: skrivAutomatik({ ...FÖRVALD_AUTOMATIK, läge }), annat: 'rörs inte' },
    });
    for (const p of Object.values(personal))
      await x.organisation.saveAnvändare({ ...p, inloggning: p.namn, roller: [...p.roller], aktiv: true });
    await x.organisation.saveDelegationspunkt(punkt);
  });
  const personer: string[] = [];
  const person = (skyddad: boolean) =>
    system(async (x) => {
      const id = randomUUID();
      await x.personer.add({
        id,
        personnummer: PERSONNUMMER[personer.length]!,
        förnamn: 'Förnamn',
        efternamn: 'Prov',
        skyddad,
        skapad: '2026-11-01T08:00:00.000Z',
      });
      personer.push(id);
      return id;
    });
  let nummer = 0;
  /** An application with its calculation and, when given, a decision by a person (a name) or by the machine. */
  const ansök = (
    sökande: string,
    v: {
      stopp: Stoppkod[];
      bistånd: number;
      beslut?: { av: 'automatisk' | Medarbetare; utfall?: 'bifall' | 'avslag'; belopp: number; tid?: string };
      justerad?: boolean;
      form?: object;
    },
  ) =>
    system(async (x) => {
      const år = 2000 + Math.floor(nummer / 12);
      const månad = `${år}-${String((nummer++ % 12) + 1).padStart(2, '0')}`;
      const ärende = await x.ärenden.add({
        id: randomUUID(),
        sökande,
        medsökande: undefined,
        öppnat: '2026-11-01T08:00:00.000Z',
      });
      const ansökan: Ansökan = {
        id: randomUUID(),
        ärende: ärende.id,
        slag: 'ateransokan',
        månad,
        sökande,
        medsökande: undefined,
        kanal: 'webb',
        status: v.beslut ? 'beslutad' : 'utreds',
        uppgifter: {},
        underskrifter: [],
        version: 1,
        skapad: '2026-11-20T08:00:00.000Z',
        ändrad: '2026-11-20T08:00:00.000Z',
        inskickad: '2026-11-20T08:00:00.000Z',
        inkommen: '2026-11-20T08:00:00.000Z',
      };
      await x.ansökningar.add(ansökan);
      const underlag = { manad: månad, inkommen: '2026-11-20', vuxna: [{ id: sökande, fodd: '1988-01-01' }] };
      if (v.justerad)
        await x.utredningar.addJustering({
          id: randomUUID(),
          ansökan: ansökan.id,
          rad: 'kostnad/boende',
          slag: 'godkand-kostnad',
          belopp: 0,
          skäl: 'Avin visade mindre',
          av: { id: personal.ett.id, namn: personal.ett.namn },
          tid: '2026-11-20T08:00:30.000Z',
        } as never);
      const { id: beräkning } = await x.utredningar.addBeräkning({
        id: randomUUID(),
        ansökan: ansökan.id,
        utredning: { underlag, avgöranden: {}, egetUnderlag: underlag, jämförelse: [], luckor: [] } as never,
        resultat: {
          slag: 'beraknad',
          beräkning: { ...enVuxen(sökande), bistand: v.bistånd, utfall: 'bifall' },
          egen: undefined,
        } as never,
        förslag: { slag: 'till-handlaggare', stopp: v.stopp.map((kod) => ({ kod, detalj: undefined, okänt: false })) },
        skapad: '2026-11-20T08:01:00.000Z',
      });
      if (!v.beslut) return { ansökan, beslut: undefined, ärende };
      const { av, utfall = 'bifall', belopp, tid = '2026-11-20T09:00:00.000Z' } = v.beslut;
      const beslut = {
        id: randomUUID(),
        ansökan: ansökan.id,
        ärende: ärende.id,
        beräkning,
        månad,
        utfall,
        belopp,
        beslutsfattare:
          av === 'automatisk'
            ? { slag: 'automatisk', funktion: 'Automatiskt bifall', delegationspunkt: '4.7' }
            : { slag: 'handlaggare', id: av.id, namn: av.namn, titel: av.titel, delegationspunkt: '4.1' },
        motivering: 'Prov',
        lagrum: [],
        kommunicering: undefined,
        kvitto: {},
        beslutad: tid,
        ...(v.form ? { form: v.form } : {}),
      } as unknown as Beslut;
      await x.beslut.add(beslut);
      const uppdrag = dragTillGranskning(beslut, { granskning: { procent: 100, när: 'efter-beslut' } }, randomUUID());
      if (uppdrag) await x.automatik.addGranskningsuppdrag(uppdrag);
      return { ansökan, beslut, ärende, uppdrag };
    });
  const port = handläggarPort({
    db,
    tenant,
    kommun: DEMOKOMMUN,
    nu,
    jobb: { börja: async () => {}, efterBeslut: async () => {} },
  });
  const sidor = (vem: Medarbetare) => {
    const app = workbenchRoutes({ port, vem: () => vem });
    const svar = async (res: Response) => ({
      status: res.status,
      till: res.headers.get('location'),
      html: (await res.text()).replaceAll('\u00a0', ' '),
    });
    return {
      get: async (path: string) => svar(await app.request(path)),
      post: async (path: string, body: Record<string, string> | [string, string][]) =>
        svar(await app.request(path, { method: 'POST', body: new URLSearchParams(body) })),
    };
  };
  const läget = async () =>
    ((await system((x) => x.organisation.findNämnd()))!.inställningar as { automatik: { lage: string } }).automatik
      .lage;
  return { db, port, system, personal, person, ansök, sidor, läget, punkt };
}

test('shadow proposals are measured against what people decided, and only that agreement switches on, by two', async (t) => {
  const { port, personal, person, ansök, sidor, läget, system } = await öppna(t, 'skugga');
  const { chef, admin, ett } = personal;
  const en = await person(false);
  const skuggat = { stopp: ['skugglage' as const], bistånd: 5000 };
  for (let i = 0; i < 30; i++) await ansök(en, { ...skuggat, beslut: { av: ett, belopp: 500000 } });
  await ansök(en, skuggat);
  await ansök(en, { stopp: ['inkomst-andrad', 'skugglage'], bistånd: 5000, beslut: { av: ett, belopp: 500000 } });
  await ansök(en, {
    stopp: ['tillgang', 'skugglage'],
    bistånd: 5000,
    beslut: { av: ett, utfall: 'avslag', belopp: 0 },
  });
  await ansök(en, { ...skuggat, justerad: true, beslut: { av: ett, belopp: 400000 } });
  const bild = (await port.automatik(chef))!;
  assert.deepEqual(bild.överensstämmelse, { prövade: 30, lika: 30, vantar: 1, procent: 100 });
  assert.equal(bild.brister.length, 1, 'thirty are fewer than a hundred');
  const skugga = (await port.skugga(chef))!;
  assert.deepEqual(
    skugga.stopp
      .filter((s) => s.kod !== ('skugglage' as Stoppkod))
      .map((s) => [s.kod, s.antal, s.somBeräknat])
      .sort(),
    [
      ['inkomst-andrad', 1, 1],
      ['tillgang', 1, 0],
    ],
  );

  const olik = await ansök(en, { ...skuggat, beslut: { av: ett, utfall: 'avslag', belopp: 0 } });
  const sida = await sidor(ett).get('/automatik/skugga');
  assert.match(sida.html, new RegExp(`arenden/${olik.ansökan.id}`));
  assert.match(sida.html, /Beslutet blev avslag, automatiken föreslog bifall\./);

  const slå = (who: Medarbetare) => port.bytLäge(who, { till: 'pa', skäl: SKÄL });
  assert.equal((await slå(admin)).ok, false);
  const inställning = { overgangProcent: '90', overgangMinst: '30', anmalanInomDagar: '45' };
  assert.equal(
    (await port.sparaInställningar(admin, { grupp: 'styrning', fält: inställning, sett: '', skäl: SKÄL })).ok,
    true,
  );
  assert.equal((await slå(ett)).ok, false, 'a caseworker may not');
  assert.equal((await slå(admin)).ok, true);
  assert.equal(await läget(), 'skugga', 'one person alone changes nothing');
  assert.equal((await slå(chef)).ok, false, 'one at a time');
  const { väntande } = (await port.automatik(chef))!;
  const svara = (who: Medarbetare) => port.avgörLäge(who, { id: väntande!.id, svar: 'bekrafta', skäl: '' });
  assert.equal((await svara(admin)).ok, false, 'not the one who proposed');
  assert.equal((await sidor(chef).post('/automatik/lage/svar', { id: väntande!.id, svar: 'bekrafta' })).status, 303);
  assert.equal(await läget(), 'pa');
  assert.equal((await svara(chef)).ok, false, 'only once');

  assert.equal((await sidor(ett).post('/automatik/lage', { till: 'av', skal: '' })).status, 422);
  assert.equal((await sidor(ett).post('/automatik/lage', { till: 'av', skal: 'Något är fel i lönerna.' })).status, 303);
  assert.equal(await läget(), 'av');
  const { annat } = (await system((x) => x.organisation.findNämnd()))!.inställningar as { annat: string };
  assert.equal(annat, 'rörs inte');
  const html = (await sidor(chef).get('/automatik')).html;
  assert.match(html, /Något är fel i lönerna\./);
  assert.match(html, /31 av 31|30 av 31/);
  await assert.rejects(
    system((x) => sql`update lagesbyte set skal = 'annat'`.execute(x.trx)),
    /kan inte ändras i efterhand/,
  );
});

test('a proposal counts only from when the present shadow period began', async (t) => {
  const { port, personal, person, ansök } = await öppna(t, 'av');
  const en = await person(false);
  await ansök(en, { stopp: ['skugglage'], bistånd: 5000, beslut: { av: personal.ett, belopp: 500000 } });
  assert.equal((await port.bytLäge(personal.chef, { till: 'skugga', skäl: SKÄL })).ok, true);
  assert.equal((await port.automatik(personal.chef))!.överensstämmelse.prövade, 0);
});

test('drawn decisions are reviewed by somebody who did not prepare them, and a wrong one stays until it is dealt with', async (t) => {
  const { port, personal, person, ansök, sidor, system } = await öppna(t, 'pa');
  const { ett, två, ekonom, chef } = personal;
  const en = await person(false);
  const rätt = await ansök(en, { stopp: [], bistånd: 5000, beslut: { av: 'automatisk', belopp: 500000 } });
  const fel = await ansök(en, { stopp: [], bistånd: 5000, beslut: { av: 'automatisk', belopp: 500000 } });
  const skyddad = await ansök(await person(true), {
    stopp: [],
    bistånd: 5000,
    beslut: { av: 'automatisk', belopp: 500000 },
  });
  await ansök(en, { stopp: [], bistånd: 5000, beslut: { av: ett, belopp: 500000 } });
  await system(async (x) => void (await x.ärenden.save({ ...fel.ärende, handläggare: ett.id })));
  const bild = (await port.granskningar(ett))!;
  assert.equal(bild.väntar.length, 2, 'the protected one is not shown, the one by a person not drawn');
  assert.match(bild.väntar.find((r) => r.uppdrag.beslut === fel.beslut!.id)!.hinder ?? '', /arbetat i ärendet/);
  const adress = (u: { uppdrag?: { id: string } | undefined }) => `/automatik/granska/${u.uppdrag!.id}`;
  assert.equal((await sidor(ett).get(adress(skyddad))).status, 404);
  assert.equal((await sidor(två).post(adress(skyddad), { utfall: 'ratt' })).status, 404);
  assert.equal((await sidor(ekonom).get('/automatik/granska')).status, 403);
  assert.equal((await sidor(ett).post(adress(fel), { utfall: 'ratt' })).status, 422, 'responsible for the case');
  assert.equal((await sidor(två).post(adress(rätt), { utfall: 'ratt' })).status, 303);
  const ofullständigt = await sidor(två).post(adress(fel), { utfall: 'fel', text: 'Lönen är räknad två gånger.' });
  assert.equal(ofullständigt.status, 422);
  assert.match(ofullständigt.html, /Lönen är räknad två gånger\.<\/textarea>/);
  const hela = {
    utfall: 'fel',
    slag: 'inkomst',
    text: 'Lönen är räknad två gånger.',
    effekt: 'for-lite',
    belopp: '120,50',
  };
  assert.equal((await sidor(två).post(adress(fel), hela)).status, 303);
  assert.equal((await port.automatik(chef))!.attÅtgärda, 1);
  assert.match((await sidor(två).get(adress(fel))).html, /För lite: 120,50 kr/);
  assert.equal(
    (await sidor(två).post(`${adress(fel)}/atgard`, { atgard: 'Beslutet är ändrat till mer.' })).status,
    303,
  );
  const efter = (await port.granskningar(två))!;
  assert.deepEqual([efter.väntar.length, efter.attÅtgärda.length, efter.granskade.length], [0, 0, 2]);
  assert.deepEqual(efter.perMånad, [{ månad: '2026-11', automatiska: 3, dragna: 3, granskade: 2, fel: 1 }]);
  await assert.rejects(
    system((x) => sql`update granskningsuppdrag set resultat = null`.execute(x.trx)),
    /kan inte ändras i efterhand/,
  );
});

test('the delegation order is edited forwards only, by an administrator, and refuses what a machine may not have', async (t) => {
  const { personal, sidor, system, punkt, port } = await öppna(t, 'av');
  const { admin, chef, ett } = personal;
  assert.equal((await sidor(ett).get('/delegation')).status, 200);
  assert.equal((await sidor(chef).get('/delegation/ny')).status, 403);
  const ny: [string, string][] = [
    ['punkt', '4.3'],
    ['text', 'Bistånd enligt 12 kap. 2 §'],
    ['delegat', 'automatisk'],
    ['funktion', 'F'],
    ['utfall', 'bifall'],
    ['bestammelser', '12:2'],
    ['fran', '2026-12-01'],
    ['stod', 'SN 2026-11-20 § 112'],
  ];
  const nej = await sidor(admin).post('/delegation/ny', ny);
  assert.equal(nej.status, 422);
  assert.match(nej.html, /6 kap\. 38 § andra stycket 1 kommunallagen/);
  const som = (...utbyten: [string, string][]) =>
    [...ny.filter(([k]) => !utbyten.some(([u]) => u === k)), ...utbyten] as [string, string][];
  assert.equal((await sidor(chef).post('/delegation/ny', som(['delegat', 'handlaggare']))).status, 422);
  assert.equal(
    (await sidor(admin).post('/delegation/ny', som(['delegat', 'handlaggare'], ['hogst', '5 000']))).status,
    303,
  );
  assert.equal(
    (
      await sidor(admin).post(
        `/delegation/punkt/${punkt.id}`,
        som(['bestammelser', '12:1'], ['text', 'Automatiserat beslut, ny lydelse'], ['fran', '2026-11-24']),
      )
    ).status,
    422,
    'a new wording begins tomorrow at the earliest',
  );
  assert.equal(
    (
      await sidor(admin).post(
        `/delegation/punkt/${punkt.id}`,
        som(['bestammelser', '12:1'], ['text', 'Automatiserat beslut, ny lydelse'], ['hogst', '20 000']),
      )
    ).status,
    303,
  );
  const lydelser = (await system((x) => x.organisation.findDelegationspunkter())).filter((p) => p.punkt === '4.7');
  assert.deepEqual(
    lydelser.map((p) => [p.text, p.från, p.till]),
    [
      [punkt.text, '2026-01-01', '2026-11-30'],
      ['Automatiserat beslut, ny lydelse', '2026-12-01', undefined],
    ],
  );
  assert.equal(
    (await sidor(admin).post(`/delegation/punkt/${lydelser[1]!.id}/upphav`, { stod: 'SN § 113', sista: '' })).status,
    303,
  );
  const bild = (await port.delegation(ett))!;
  assert.deepEqual(
    bild.ändringar.map((ä) => [ä.vad, ä.av.namn]),
    [
      ['upphavd', 'Administratör'],
      ['ny-lydelse', 'Administratör'],
      ['tillagd', 'Administratör'],
    ],
  );
  for (const försök of [
    sql`update delegation set text = 'annat'`,
    sql`delete from delegation`,
    sql`update delegation set fran = '2020-01-01'`,
  ])
    await assert.rejects(
      system((x) => försök.execute(x.trx)),
      /kan bara få en sista dag|violates/,
    );
  await assert.rejects(
    system((x) => x.organisation.saveDelegationspunkt({ ...punkt, id: randomUUID(), utfall: ['avslag'] })),
    /delegation_automatisk/,
  );
});

test('decisions are reported once, automated ones apart, protected ones without number, and late ones are seen', async (t) => {
  const { personal, person, ansök, sidor, port, system } = await öppna(t, 'pa');
  const { admin, ett, ekonom } = personal;
  const en = await person(false);
  const gammalt = await ansök(en, {
    stopp: [],
    bistånd: 1,
    beslut: { av: ett, belopp: 100, tid: '2026-09-01T10:00:00.000Z' },
  });
  await ansök(en, { stopp: [], bistånd: 1, beslut: { av: 'automatisk', belopp: 100 } });
  const hemligt = await ansök(await person(true), { stopp: [], bistånd: 1, beslut: { av: ett, belopp: 100 } });
  await ansök(en, { stopp: [], bistånd: 1, beslut: { av: ett, belopp: 100, tid: '2026-11-24T08:00:00.000Z' } });
  assert.equal((await sidor(ekonom).get('/delegation/anmalan')).status, 403);
  assert.match((await sidor(admin).get('/delegation/anmalan')).html, /1 beslut är försenade/);
  assert.equal((await sidor(admin).post('/delegation/anmalan', { fran: '2026-11-01', tom: '2026-11-24' })).status, 422);
  assert.equal((await port.skapaAnmälan(ett, { från: '2026-11-01', tom: '2026-11-23' })).ok, false);
  const skapad = await sidor(admin).post('/delegation/anmalan', { fran: '2026-11-01', tom: '2026-11-23' });
  assert.equal(skapad.status, 303);
  const adress = skapad.till!.replace('/handlaggning', '');
  const { html } = await sidor(admin).get(adress);
  assert.match(html, /Beslut av anställda \(2\)/);
  assert.match(html, /Automatiserade beslut \(1\)/);
  assert.match(html, new RegExp(gammalt.ärende.nummer));
  assert.match(html, /Skyddat ärende/);
  assert.doesNotMatch(html, new RegExp(`>${hemligt.ärende.nummer}<`));
  assert.doesNotMatch(html, /Förnamn|19880101/);
  const csv = (await sidor(admin).get(`${adress}.csv`)).html;
  assert.equal(csv.trim().split('\r\n').length, 4);
  assert.doesNotMatch(csv, new RegExp(`;${hemligt.ärende.nummer};`));
  assert.match((await sidor(admin).get('/delegation/anmalan')).html, /1 beslut är försenade/);
  assert.equal((await sidor(admin).post(adress, { dag: '2026-11-25', protokoll: '§ 118' })).status, 422);
  assert.equal((await sidor(admin).post(adress, { dag: '2026-11-24', protokoll: '§ 118' })).status, 303);
  const efter = await sidor(admin).get('/delegation/anmalan');
  assert.doesNotMatch(efter.html, /försenade/);
  assert.match(efter.html, /Anmäld 24 november 2026, § 118/);
  assert.equal((await port.anmälningar(admin))!.oanmälda, 1);
  await assert.rejects(
    system((x) => sql`delete from anmalt_beslut`.execute(x.trx)),
    /kan bara läggas till/,
  );
});

test('settings are tried by the functions that read them, kept with who and why, and never overwrite a colleague', async (t) => {
  const { personal, sidor, port, system, läget } = await öppna(t, 'skugga');
  const { admin, ett } = personal;
  for (const grupp of ['automatik', 'styrning', 'betalning', 'dokument', 'ansokan', 'register'])
    assert.equal((await sidor(ett).get(`/installningar/${grupp}`)).status, 200, grupp);
  assert.equal((await sidor(ett).get('/installningar/finns-inte')).status, 404);
  const automatik = (await port.inställningar(admin, 'automatik'))!.fält as Record<string, string>;
  const spara = (who: Medarbetare, grupp: string, fält: Record<string, string> | [string, string][], sett = '') =>
    sidor(who).post(`/installningar/${grupp}`, [
      ...(Array.isArray(fält) ? fält : Object.entries(fält)),
      ['sett', sett],
      ['skal', SKÄL],
    ]);
  const lågt = await spara(admin, 'automatik', { ...automatik, granskningProcent: '4' });
  assert.equal(lågt.status, 422);
  assert.match(lågt.html, /Andelen får inte vara under 5 procent\./);
  assert.equal((await spara(ett, 'automatik', { ...automatik, granskningProcent: '10' })).status, 422);
  assert.equal((await spara(admin, 'automatik', { ...automatik, hogstaBelopp: 'mycket' })).status, 422);
  assert.equal((await spara(admin, 'automatik', { ...automatik, lage: 'pa', granskningProcent: '10' })).status, 303);
  assert.equal(await läget(), 'skugga', 'the mode is not changed here');
  const gammal = await spara(admin, 'automatik', { ...automatik, granskningProcent: '20' });
  assert.match(gammal.html, /Någon annan har ändrat/);
  const betalning = { format: 'pain.001.001.09', slag: 'dag-i-manaden', dag: '32', manad: 'foregaende', antal: '' };
  assert.match((await spara(admin, 'betalning', betalning)).html, /Skriv en dag i månaden, 1–31\./);
  assert.equal((await spara(admin, 'betalning', { ...betalning, dag: '25' })).status, 303);
  const krav: [string, string][] = [
    ['storstaFilMb', '10'],
    ['storstaAnsokanMb', '60'],
    ['flest', '30'],
    ['krav-0-plats', 'sjukdom'],
    ['krav-0-namn', 'Läkarintyg'],
    ['krav-0-slag', 'nyansokan'],
    ['krav-0-slag', 'ateransokan'],
    ['krav-0-fraga', 'ja'],
    ['krav-1-plats', ''],
    ['krav-1-namn', ''],
  ];
  assert.equal(
    (
      await spara(
        admin,
        'dokument',
        krav.filter(([k]) => k !== 'krav-0-slag'),
      )
    ).status,
    422,
  );
  assert.equal((await spara(admin, 'dokument', krav)).status, 303);
  assert.equal(
    (await spara(admin, 'ansokan', { underskriftInomDagar: '61', ateransokanInomManader: '3' })).status,
    422,
  );
  assert.equal(
    (await spara(admin, 'ansokan', { underskriftInomDagar: '10', ateransokanInomManader: '3' })).status,
    303,
  );
  assert.equal(
    (await spara(admin, 'register', { TNS: '8 § vägtrafikdatalagen', MIV: '', dagar: '30', lagtext: '' })).status,
    303,
  );
  const { inställningar } = (await system((x) => x.organisation.findNämnd()))!;
  assert.deepEqual(inställningar, {
    annat: 'rörs inte',
    automatik: skrivAutomatik({
      ...FÖRVALD_AUTOMATIK,
      läge: 'skugga',
      granskning: { procent: 10, när: 'efter-beslut' },
    }),
    betalning: { format: 'pain.001.001.09', utbetalningsdag: { slag: 'dag-i-manaden', dag: 25, manad: 'foregaende' } },
    dokument: {
      storstaFilMb: 10,
      storstaAnsokanMb: 60,
      flest: 30,
      krav: [
        { plats: 'sjukdom', namn: 'Läkarintyg', slag: ['nyansokan', 'ateransokan'], fraga: 'sjuk-mer-an-sju-dagar' },
      ],
    },
    ansokan: { underskriftInomDagar: 10, ateransokanInomManader: 3 },
  });
  assert.equal((await system((x) => x.register.getInställning())).råaSvarDagar, 30);
  const historik = (await sidor(ett).get('/installningar/automatik')).html;
  assert.match(historik, /granskningProcent: 5 → 10/);
  assert.match(historik, new RegExp(`Administratör: ${SKÄL.replace('.', '\\.')}`));
});

test('counters show medians, the automatic share and those still waiting; problems reach the administrator without a name', async (t) => {
  const { personal, person, ansök, sidor, port } = await öppna(t, 'pa');
  const { admin, ett } = personal;
  const en = await person(false);
  await ansök(en, {
    stopp: [],
    bistånd: 1,
    beslut: { av: 'automatisk', belopp: 100, tid: '2026-11-20T08:00:30.000Z' },
  });
  await ansök(en, {
    stopp: ['tillgang'],
    bistånd: 1,
    beslut: { av: ett, belopp: 100, tid: '2026-11-20T12:00:00.000Z' },
  });
  await ansök(en, { stopp: ['tillgang', 'inkomst-andrad'], bistånd: 1 });
  const bild = (await port.räknare(ett))!;
  assert.deepEqual(bild.beslut, [
    { månad: '2026-11', antal: 2, automatiska: 1, medianMinuter: 120.25, medianMinuterAutomatiska: 0.5 },
  ]);
  assert.equal(bild.väntar.antal, 1);
  assert.deepEqual(
    bild.stopp.map((s) => [s.kod, s.antal, s.okänt]),
    [
      ['tillgang', 2, 0],
      ['inkomst-andrad', 1, 0],
    ],
  );
  const { html } = await sidor(ett).get('/automatik/raknare');
  assert.match(html, /1 \(50 %\)/);
  assert.match(html, /under 1 min/);
  const formulär = await sidor(ett).get('/problem?sida=/arenden/:id');
  assert.match(formulär.html, /value="\/arenden\/:id"/);
  const nej = await sidor(ett).post('/problem', { sida: '/arenden/:id', text: 'Det blev fel för 19880101-2397.' });
  assert.equal(nej.status, 422);
  assert.match(nej.html, /Det blev fel för 19880101-2397\.<\/textarea>/);
  assert.equal((await sidor(ett).post('/problem', { sida: '/arenden/:id', text: 'Knappen svarar inte.' })).status, 303);
  assert.equal((await sidor(ett).get('/problem/lista')).status, 403);
  const lista = (await sidor(admin).get('/problem/lista')).html;
  assert.match(lista, /Knappen svarar inte\./);
  assert.doesNotMatch(lista, /Handläggare Ett/);
  assert.match((await sidor(admin).get('/problem/lista.csv')).html, /arenden\/:id/);
});

test('the audit log says who and which case, shows what was denied alone, and is read by nobody without the role', async (t) => {
  const { personal, person, ansök, sidor } = await öppna(t, 'skugga');
  const { ansökan, ärende } = await ansök(await person(false), { stopp: [], bistånd: 5000 });
  await sidor(personal.ett).get(`/arenden/${ansökan.id}`);
  const granskare: Medarbetare = { id: randomUUID(), namn: 'Granskare', titel: 'Prov', roller: ['granskare'] };
  const nekad = await sidor(granskare).get(`/arenden/${ansökan.id}`);
  assert.equal(nekad.status, 404);
  assert.match(nekad.html, /<h1>Ärendet finns inte, eller så får du inte öppna det<\/h1>/);
  const rad = (html: string) =>
    (html.match(/<tr>[\s\S]*?<\/tr>/g) ?? []).filter((r) => r.includes(`>${ärende.nummer}<`));
  const alla = (await sidor(granskare).get('/granskning')).html;
  assert.ok(rad(alla).some((r) => r.includes('Handläggare Ett') && r.includes('Tilläts')));
  const nekade = (await sidor(granskare).get('/granskning?nekade=ja')).html;
  assert.doesNotMatch(nekade, /Tilläts/);
  assert.ok(rad(nekade).some((r) => r.includes('Nekades')));
  assert.equal((await sidor(personal.ett).get('/granskning')).status, 403);
});

test('take next goes on after the case one comes from, and begins again after the last', async (t) => {
  const { port, personal, person, ansök } = await öppna(t, 'av');
  const en = await person(false);
  for (let i = 0; i < 3; i++) await ansök(en, { stopp: ['okand-inkomst'], bistånd: 5000 });
  const tagna: string[] = [];
  for (let efter: string | undefined; tagna.length < 3; efter = tagna.at(-1))
    tagna.push((await port.taNästa(personal.ett, efter))!);
  assert.equal(new Set(tagna).size, 3);
  assert.ok(tagna.includes((await port.taNästa(personal.ett, tagna[2]))!));
  assert.notEqual(await port.taNästa(personal.ett, tagna[2]), tagna[2]);
  assert.equal(await port.taNästa(personal.ett), await port.taNästa(personal.ett, randomUUID()));
});
