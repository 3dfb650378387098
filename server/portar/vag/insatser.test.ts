import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Anordnare, Användare, Insats, Person } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { handläggarPort } from '../handlaggare.ts';
import { medborgarPort } from '../medborgare.ts';
import { anställd, enPerson, PROVKOMMUN, TENANT } from './provkommun.ts';

const nu = '2026-11-24T08:00:00.000Z';

let nummer = 0;
const enInsats = (anordnare: string, own: Partial<Insats> = {}): Insats => ({
  id: randomUUID(),
  anordnare,
  namn: `Aktivitet ${++nummer}`,
  beskrivning: 'Vi gör saker.',
  syften: ['motivera'],
  område: 'halsa',
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
  stegtrappa: undefined,
  utvecklingsområde: 'civilsamhalle',
  längstMånader: 6,
  jobbsökartimmar: 5,
  utrymme: 'Man får gå till intervjuer.',
  skydd: undefined,
  försäkran: undefined,
  status: 'aktiv',
  version: 1,
  ...own,
});

describe('insatser på databasen', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const samordnare = anställd('samordnare', ['samordnare']);
  const vid = anställd('anordnare', ['anordnare']);
  const annan = anställd('anordnare-tva', ['anordnare']);
  const utan = anställd('utan', ['utbetalare']);
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
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const jobb = { börja: async () => {}, verkställ: async () => {} };
  const port = () =>
    handläggarPort({
      db: database.db,
      tenant: TENANT,
      kommun: PROVKOMMUN,
      nu: () => new Date(nu),
      jobb: jobb as never,
    });
  const minPort = () =>
    medborgarPort({ db: database.db, tenant: TENANT, kommun: PROVKOMMUN, nu: () => new Date(nu), jobb: jobb as never });
  const app = (vem: Användare) => new Hono().route('/handlaggning', workbenchRoutes({ port: port(), vem: () => vem }));
  const post = (vem: Användare, path: string, fält: Record<string, string>) =>
    app(vem).request(`/handlaggning${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fält).toString(),
    });
  const get = async (vem: Användare, path: string) => {
    const svar = await app(vem).request(`/handlaggning${path}`);
    return { status: svar.status, text: await svar.text() };
  };
  const lägg = async (insats: Insats) => {
    await system((t) => t.insatser.add(insats));
    return insats;
  };
  const ny = async (own: Partial<Person> = {}) => {
    const person = enPerson(own);
    await system((t) => t.personer.add(person));
    return person;
  };
  const uppgifter = (insats: string) => ({
    insats,
    grund: 'frivillig' as const,
    samråd: undefined,
    från: '2026-12-01',
    till: '2027-03-31',
    timmarPerVecka: 4,
    pass: [],
    skäl: 'Du vill.',
    avsteg: '',
    tillAnordnaren: 'Talar helst arabiska.',
  });

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    // 200 transactions share ten connections here, and the last of them may wait long on a busy machine.
    database = await openDatabase(url, { connectionWait: 120_000 });
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const a of [samordnare, vid, annan, utan]) await t.organisation.saveAnvändare(a);
      await t.organisation.saveDelegationspunkt({
        id: randomUUID(),
        punkt: '4.9',
        text: 'Anvisning till aktivitet',
        delegat: { slag: 'roll', roll: 'samordnare' },
        utfall: [],
        från: '2026-12-24',
        till: undefined,
        villkor: { aktivitet: ['anvisning'] },
      });
      for (const a of [anordnare, andra]) {
        await t.anordnare.add(a);
        await t.anordnare.addÖverenskommelse({
          id: randomUUID(),
          anordnare: a.id,
          parter: [
            { part: 'Nämnden', ansvar: 'Anvisar' },
            { part: a.namn, ansvar: 'Tar emot' },
          ],
          resultat: 'Fler i arbete',
          från: '2026-07-01',
          till: '2027-12-31',
          kostnad: 100_000,
          tecknad: nu,
          tecknadAv: { id: samordnare.id, namn: samordnare.namn },
          uppsagd: undefined,
        });
      }
    });
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('a referral that can lead to 12 kap. 5 § is made under a point of the delegation order', async () => {
    const insats = await lägg(enInsats(anordnare.id));
    const person = await ny();
    const { väg } = port();
    const val = {
      ...uppgifter(insats.id),
      grund: '12:4' as const,
      samråd: { dag: '2026-11-20', med: 'Arbetsförmedlingen', vad: 'Inget hinder.' },
    };
    const nej = await väg.föreslåAnvisning(samordnare, person.id, val);
    assert.ok(!nej.ok);
    assert.match(nej.refusal.text, /Delegationsordningen ger dig inte rätt/);
    assert.match(nej.refusal.tillåtet, /\/handlaggning\/delegation/);
    const [punkt] = await system((t) => t.organisation.findDelegationspunkter());
    await system((t) => t.organisation.saveDelegationspunkt({ ...punkt!, id: randomUUID(), från: '2026-01-01' }));
    assert.ok((await väg.föreslåAnvisning(samordnare, person.id, val)).ok);
    const [anvisning] = await system((t) => t.anvisningar.findForPersoner([person.id]));
    assert.equal(anvisning!.föreslagenAv.delegationspunkt, '4.9');
  });

  test('200 samtidiga anvisningar till 20 platser ger 20 platser och 180 i kö, i ordning', async () => {
    const insats = await lägg(enInsats(anordnare.id));
    const personer = await Promise.all(Array.from({ length: 200 }, () => ny()));
    const { väg } = port();
    const svar = await Promise.all(
      personer.map(async (person) => {
        const föreslagen = await väg.föreslåAnvisning(samordnare, person.id, uppgifter(insats.id));
        assert.equal(föreslagen.ok, true);
        const [anvisning] = await system((t) => t.anvisningar.findForPersoner([person.id]));
        return väg.svaraPåAnvisning(vid, anvisning!.id, { ja: true, skäl: '' });
      }),
    );
    assert.equal(svar.filter((s) => s.ok).length, 200);
    const alla = await system((t) => t.anvisningar.findForInsats(insats.id));
    assert.equal(alla.filter((a) => a.status === 'plats').length, 20);
    const kö = alla.filter((a) => a.status === 'i-ko').toSorted((a, b) => a.kö!.nummer - b.kö!.nummer);
    assert.deepEqual(
      kö.map((a) => a.kö!.nummer),
      Array.from({ length: 180 }, (_, i) => i + 1),
    );
    assert.match(kö[0]!.kö!.skäl, /Alla 20 platser är upptagna/);
    assert.match(kö[5]!.kö!.skäl, /5 personer väntar/);
    const katalog = await väg.insatskatalog(samordnare);
    const rad = katalog!.rader.find((r) => r.insats.id === insats.id)!;
    assert.deepEqual(
      [rad.platser.lediga, rad.platser.iKö, rad.platser.kommande],
      [0, 180, [{ dag: '2027-04-01', lediga: 20 }]],
    );

    const fullt = await väg.gePlats(samordnare, kö[0]!.person, kö[0]!.id, { från: '2026-12-01', till: '2027-03-31' });
    assert.equal(!fullt.ok && fullt.refusal.fält?.[0]?.text.includes('Alla 20 platser'), true);
    const förstMedPlats = alla.find((a) => a.status === 'plats')!;
    await väg.återkallaAnvisning(samordnare, förstMedPlats.person, förstMedPlats.id, 'Fick arbete.');
    const före = await väg.gePlats(samordnare, kö[1]!.person, kö[1]!.id, { från: '2026-12-01', till: '2027-03-31' });
    assert.equal(!före.ok && före.refusal.kod, 'inte-forst');
    const försök = await Promise.all(
      [1, 2].map(() => väg.gePlats(samordnare, kö[0]!.person, kö[0]!.id, { från: '2026-12-01', till: '2027-03-31' })),
    );
    assert.deepEqual(försök.map((s) => s.ok).toSorted(), [false, true]);
    const efter = await system((t) => t.anvisningar.findForInsats(insats.id));
    assert.equal(efter.filter((a) => a.status === 'plats').length, 20);
  });

  test('en anordnare ser bara sina egna, svarar med skäl och får inte skyddade namn', async () => {
    const insats = await lägg(enInsats(anordnare.id));
    const person = await ny({ förnamn: 'Synlig' });
    const skyddad = await ny({ förnamn: 'Hemlig', skyddad: true });
    const { väg } = port();
    await väg.föreslåAnvisning(samordnare, person.id, uppgifter(insats.id));
    await väg.föreslåAnvisning(
      { ...samordnare, roller: ['samordnare', 'skyddade-uppgifter'] },
      skyddad.id,
      uppgifter(insats.id),
    );
    const sida = await get(vid, '/deltagare/anvisningar');
    assert.equal(sida.status, 200);
    assert.match(sida.text, /Synlig/);
    assert.match(sida.text, /Talar helst arabiska/);
    assert.match(sida.text, /skyddade uppgifter/);
    assert.doesNotMatch(sida.text, /Hemlig/);
    assert.doesNotMatch((await get(annan, '/deltagare/anvisningar')).text, /Synlig/);
    assert.equal((await get(samordnare, '/deltagare/anvisningar')).status, 403);
    assert.equal((await get(vid, `/person/${person.id}/aktiviteter`)).status, 404);

    const [anvisning] = await system((t) => t.anvisningar.findForPersoner([person.id]));
    const främmande = await väg.svaraPåAnvisning(annan, anvisning!.id, { ja: true, skäl: '' });
    assert.equal(!främmande.ok && främmande.refusal.kod, 'finns-inte');
    const utanSkäl = await post(vid, `/deltagare/anvisningar/${anvisning!.id}`, { svar: 'nej', skal: '' });
    assert.equal(utanSkäl.status, 422);
    assert.match(await utanSkäl.text(), /Skriv varför ni inte kan ta emot/);
    const nej = await post(vid, `/deltagare/anvisningar/${anvisning!.id}`, { svar: 'nej', skal: 'Ingen handledare' });
    assert.equal(nej.status, 303);
    assert.match((await get(samordnare, `/person/${person.id}/aktiviteter`)).text, /Ingen handledare/);
  });

  test('en anvisning utan giltig överenskommelse nekas och allt som skrevs finns kvar', async () => {
    const tredje: Anordnare = { ...anordnare, id: randomUUID(), namn: 'Utan avtal', användare: [] };
    await system((t) => t.anordnare.add(tredje));
    const insats = await lägg(enInsats(tredje.id));
    const person = await ny();
    const svar = await post(samordnare, `/person/${person.id}/aktiviteter/ny/${insats.id}`, {
      grund: 'frivillig',
      fran: '2026-12-01',
      till: '2027-01-31',
      timmarPerVecka: '4',
      skal: 'Du har själv sagt att du vill.',
    });
    assert.equal(svar.status, 422);
    const text = await svar.text();
    assert.match(text, /Ingen överenskommelse med anordnaren gäller 2026-12-01/);
    assert.match(text, /Du har själv sagt att du vill\./);
    assert.match(text, /value="2027-01-31"/);
  });

  test('en aktivitet läggs upp, ändras och syns i katalogen och kalkylbladet; fel uppgifter finns kvar', async () => {
    assert.equal((await get(utan, '/insatser')).status, 403);
    const fält = {
      version: '0',
      anordnare: anordnare.id,
      namn: 'Köket',
      beskrivning: 'Du lagar mat.',
      syften: 'arbetsplats',
      form: 'arbetsplats',
      omrade: 'arbete',
      utvecklingsomrade: 'civilsamhalle',
      malgrupp: 'Alla',
      kriterier: 'Alla',
      alderMinst: '20',
      sprak: 'svenska, arabiska',
      pass: 'måndag 09:00–13:00\ntisdag 9.00-13.00',
      timmarPerVecka: '8',
      jobbsokartimmar: '5',
      langstManader: '6',
      platser: '3',
      utrymme: 'Man får gå på intervju.',
      adress: 'Gatan 2',
      status: 'aktiv',
    };
    const fel = await post(samordnare, '/insatser/ny', fält);
    assert.equal(fel.status, 422);
    const feltext = await fel.text();
    assert.match(feltext, /vem som ansvarar för arbetsmiljön/);
    assert.match(feltext, /får inte ersätta ett ordinarie arbete/);
    assert.match(feltext, /tisdag 9\.00-13\.00/);
    const rätt = {
      ...fält,
      arbetsmiljo: 'Arbetsledaren',
      forsakring: 'Arbetsskadeförsäkring',
      forsakranAv: 'Chefen',
      forsakranDag: '2026-11-01',
      forsakranText: 'Gås igenom med facket.',
    };
    const sparad = await post(samordnare, '/insatser/ny', rätt);
    assert.equal(sparad.status, 303);
    const adress = sparad.headers.get('location')!.replace('/handlaggning', '');
    assert.match((await get(samordnare, adress)).text, /måndag 09:00–13:00, tisdag 09:00–13:00/);
    assert.match((await get(samordnare, `${adress}/andra`)).text, /Gås igenom med facket/);
    const ändrad = await post(samordnare, `${adress}/andra`, { ...rätt, version: '1', platser: '4' });
    assert.equal(ändrad.status, 303);
    const krock = await post(samordnare, `${adress}/andra`, { ...rätt, version: '1', platser: '5' });
    assert.equal(krock.status, 409);
    assert.match((await get(samordnare, '/insatser?omrade=arbete&ledigt=ja&timmar=8&sprak=arabiska')).text, /Köket/);
    assert.doesNotMatch((await get(samordnare, '/insatser?timmar=7')).text, /Köket/);
    assert.match((await get(samordnare, '/insatser/platser.csv')).text, /Köket;Kaféet;Arbete;/);
    assert.equal((await post(utan, '/insatser/ny', rätt)).status, 403);
  });

  test('en anordnare läggs till, tecknar och säger upp en överenskommelse', async () => {
    const tom = await post(samordnare, '/insatser/anordnare/ny', { version: '0', namn: 'Nytt', slag: 'foretag' });
    assert.equal(tom.status, 422);
    assert.match(await tom.text(), /Skriv vem man vänder sig till/);
    const sparad = await post(samordnare, '/insatser/anordnare/ny', {
      version: '0',
      namn: 'Nytt',
      slag: 'foretag',
      kontakt: 'Chefen',
      telefon: '0000-2',
      aktiv: 'ja',
    });
    assert.equal(sparad.status, 303);
    const adress = sparad.headers.get('location')!.replace('/handlaggning', '');
    const ensam = await post(samordnare, `${adress}/overenskommelse`, { part1: 'Nämnden', ansvar1: 'Allt' });
    assert.equal(ensam.status, 422);
    assert.match(await ensam.text(), /minst två parter/);
    const avtal = await post(samordnare, `${adress}/overenskommelse`, {
      part1: 'Nämnden',
      ansvar1: 'Anvisar',
      part2: 'Nytt',
      ansvar2: 'Tar emot',
      resultat: 'Arbete',
      fran: '2026-11-01',
      till: '2027-05-31',
      kostnad: '1 500',
    });
    assert.equal(avtal.status, 303);
    assert.match((await get(samordnare, adress)).text, /1\s500\skr per plats/);
    const [ö] = await system((t) => t.anordnare.findÖverenskommelser(adress.split('/').at(-1)!));
    const uppsagd = await post(samordnare, `${adress}/uppsagning`, {
      overenskommelse: ö!.id,
      uppsagdTill: '2026-12-31',
      uppsagdSkal: 'Flyttar',
    });
    assert.equal(uppsagd.status, 303);
    assert.match((await get(samordnare, adress)).text, /Flyttar/);
  });

  test('personens sida föreslår det som passar och säger varför inte; hon ser sin plats och sin kö', async () => {
    const passar = await lägg(enInsats(andra.id, { villkor: [{ slag: 'alder', minst: 18 }], platser: 1 }));
    const inte = await lägg(enInsats(andra.id, { villkor: [{ slag: 'alder', minst: 60 }] }));
    const okänt = await lägg(enInsats(andra.id, { villkor: [{ slag: 'sprakniva', minst: 'B1' }] }));
    const person = await ny({ personnummer: '199001012385' });
    const först = await ny();
    const { väg } = port();
    const bild = (await väg.personensAktiviteter(samordnare, person.id))!;
    const hitta = (id: string) => bild.förslag.find((f) => f.insats.id === id)!;
    assert.deepEqual(hitta(passar.id).passarInte, []);
    assert.deepEqual(hitta(inte.id).passarInte, ['Aktiviteten är för den som är minst 60 år. Personen är 36 år.']);
    assert.deepEqual(hitta(okänt.id).passarInte, []);
    assert.equal(hitta(okänt.id).okänt.length, 1);

    for (const p of [först, person]) {
      await väg.föreslåAnvisning(samordnare, p.id, uppgifter(passar.id));
      const [a] = await system((t) => t.anvisningar.findForPersoner([p.id]));
      await väg.svaraPåAnvisning(annan, a!.id, { ja: true, skäl: '' });
    }
    const me: Medborgare = { id: person.id, förnamn: 'Person' };
    const mina = new Hono().route('/', applyRoutes({ port: minPort(), vem: () => me }));
    const sida = await (await mina.request('/mina-sidor/aktiviteter')).text();
    assert.match(sida, /Du har plats 1 i kön/);
    assert.match(sida, /Gatan 1/);
    assert.match(sida, /frivilligt/);
    const igen = await väg.föreslåAnvisning(samordnare, person.id, uppgifter(passar.id));
    assert.equal(!igen.ok && igen.refusal.kod, 'redan-anvisad');
  });
});
