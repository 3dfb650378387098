import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Person } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { type Medarbetare, workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { DEMOKOMMUN } from '../../demo/demo.ts';
import { handläggarPort } from '../handlaggare.ts';
import { medborgarPort } from '../medborgare.ts';

const tenant = { kommun: '9999', nämnd: 'socialnamnden' };
const NU = '2026-11-24T08:00:00.000Z';
const medarbetare = (roll: Medarbetare['roller'][number]): Medarbetare => ({
  id: randomUUID(),
  namn: 'Handläggare Ett',
  titel: 'Socialsekreterare',
  roller: [roll],
});
const HANDLÄGGARE = medarbetare('handlaggare');

async function öppna(closing: (() => Promise<unknown>)[]) {
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const personer: Person[] = ['198801012397', '199001012385'].map((personnummer, i) => ({
    id: randomUUID(),
    personnummer,
    förnamn: `Vuxen ${i + 1}`,
    efternamn: '',
    skyddad: i === 1,
    skapad: NU,
  }));
  await system(async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: 'Testkommunen', nämndnamn: 'Socialnämnden', inställningar: {} });
    await x.organisation.saveDelegationspunkt({
      id: randomUUID(),
      punkt: '4.8',
      text: 'Beslut om aktivitetskrav',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: [],
      från: '2026-01-01',
      till: undefined,
      villkor: { aktivitet: ['aktivitetskrav'] },
    });
    for (const person of personer) {
      await x.personer.add(person);
      await x.personer.addBiståndsmånader(person.id, ['2026-09', '2026-10', '2026-11'], 'tidigare system');
    }
    const ärende = await x.ärenden.add({
      id: randomUUID(),
      sökande: personer[0]!.id,
      medsökande: undefined,
      öppnat: NU,
    });
    await x.ansökningar.add({
      id: randomUUID(),
      ärende: ärende.id,
      slag: 'nyansokan',
      månad: '2026-12',
      sökande: personer[0]!.id,
      medsökande: undefined,
      kanal: 'webb',
      status: 'inskickad',
      uppgifter: { barn: [{ id: 'b1', namn: 'Barnet', fodd: '2020-03-01' }] },
      underskrifter: [],
      version: 1,
      skapad: NU,
      ändrad: NU,
      inskickad: NU,
      inkommen: undefined,
    });
  });
  let tick = 0;
  const nu = () => new Date(Date.parse(NU) + 1000 * tick++);
  const delar = {
    db: database.db,
    tenant,
    kommun: DEMOKOMMUN,
    nu,
    jobb: { börja: async () => {}, efterBeslut: async () => {} },
  };
  const vem: { person: Medborgare; personal: Medarbetare } = {
    person: { id: personer[0]!.id, förnamn: 'Vuxen' },
    personal: HANDLÄGGARE,
  };
  const app = new Hono();
  app.route('/', applyRoutes({ port: medborgarPort(delar), vem: () => vem.person }));
  app.route('/handlaggning', workbenchRoutes({ port: handläggarPort(delar), vem: () => vem.personal }));
  const [jag, skyddad] = personer as [Person, Person];
  const sida = `/handlaggning/person/${jag.id}/krav`;
  const läs = async (väg: string) => {
    const svar = await app.request(väg);
    return { status: svar.status, text: plain(await svar.text()) };
  };
  const skicka = async (fält: Record<string, string>) => {
    const svar = await app.request(sida, { method: 'POST', body: new URLSearchParams(fält) });
    return { status: svar.status, html: await svar.clone().text(), text: plain(await svar.text()) };
  };
  return { app, jag, läs, sida, skicka, skyddad, system, vem };
}

/** The words of a page. */
const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');

describe('the requirement of activity, on a database', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let läge: Awaited<ReturnType<typeof öppna>>;
  before(async () => {
    läge = await öppna(closing);
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('the page shows the sum hour by hour with its sections, and from which month', async () => {
    const { status, text } = await läge.läs(läge.sida);
    assert.equal(status, 200);
    assert.match(text, /Ska ställas från december 2026\. Vuxen 1 har haft försörjningsstöd tre månader i följd\./);
    assert.match(text, /Aktivitetskrav: 30 timmar i veckan/);
    assert.match(text, /Längsta tid per vecka 40 h 12 kap\. 4 b § första stycket/);
    assert.match(text, /Förmåga: inte bedömd 0 h/);
    assert.match(text, /Barn i hushållet −10 h 12 kap\. 4 b § tredje stycket/);
    assert.match(text, /Krav 30 h/);
    assert.match(text, /Sju undantag, inget gäller/);
    assert.match(text, /Förmågan att delta är inte bedömd/);
    assert.match(text, /Det finns ingen plan/);
  });

  test('an exemption without a last day is refused with a sentence, and what was written is kept', async () => {
    const { status, html, text } = await läge.skicka({
      gor: 'notera',
      slag: 'heltid',
      'heltid-typ': 'sfi',
      uppgiftFran: 'Skolan på torget',
      styrkt: 'Intyg från rektor',
      fran: '2026-12-01',
      till: '',
    });
    assert.equal(status, 422);
    assert.match(text, /Ett undantag måste ha en sista dag/);
    for (const skrivet of ['Skolan på torget', 'Intyg från rektor', '2026-12-01'])
      assert.ok(html.includes(`value="${skrivet}"`), skrivet);
    assert.match(html, /value="heltid" checked/);
    assert.equal((await läge.system((x) => x.kravuppgifter.findForPersoner([läge.jag.id]))).length, 0);
  });

  test('hours over the law are refused at their field', async () => {
    const { status, html, text } = await läge.skicka({
      gor: 'notera',
      slag: 'deltid',
      'deltid-typ': 'sfi',
      'deltid-timmar': '41',
      uppgiftFran: 'Skolan',
      styrkt: 'Schema',
      fran: '2026-11-01',
      till: '2027-05-31',
    });
    assert.equal(status, 422);
    assert.match(text, /Skriv timmar per vecka, från 0 till 40, i hela kvartar/);
    assert.match(html, /href="#deltid-timmar"/);
  });

  test('facts with evidence count from their first day, a new assessment takes the place of the old', async () => {
    const notera = (fält: Record<string, string>) =>
      läge.skicka({
        gor: 'notera',
        uppgiftFran: 'Personen själv',
        styrkt: 'Schema',
        fran: '2026-11-01',
        till: '',
        ...fält,
      });
    assert.equal(
      (await notera({ slag: 'deltid', 'deltid-typ': 'sfi', 'deltid-timmar': '5', till: '2027-05-31' })).status,
      303,
    );
    assert.equal(
      (await notera({ slag: 'formaga', 'formaga-timmar': '20', 'formaga-skal': 'Första samtalet tyder på halv tid' }))
        .status,
      303,
    );
    assert.equal(
      (await notera({ slag: 'formaga', 'formaga-timmar': '37,5', 'formaga-skal': 'Läkaren bedömer nästan hel tid' }))
        .status,
      303,
    );
    assert.equal(
      (await notera({ slag: 'tillsyn', 'tillsyn-timmar': '0', 'tillsyn-skal': 'Förskola hela dagarna' })).status,
      303,
    );
    const { text } = await läge.läs(läge.sida);
    assert.match(text, /Bedömd förmåga att delta: 37,5 timmar −2,5 h/);
    assert.match(text, /Sfi på deltid −5 h 12 kap\. 4 b § andra stycket 1 c/);
    assert.match(text, /Krav 22,5 h/);
    assert.match(text, /Uppgifter som inte gäller längre, 1/);
    assert.doesNotMatch(text, /Förmågan att delta är inte bedömd/);
  });

  test('without a plan nothing is decided, and the reasons that were written are kept', async () => {
    const { status, html, text } = await läge.skicka({
      gor: 'besluta',
      grund: '12:4a',
      fran: '2026-12',
      tom: '2027-05',
      timmar: '20',
      skal: 'Tre månader har gått och personen vill börja.',
    });
    assert.equal(status, 422);
    assert.match(text, /ett krav beslutas alltid med en plan/);
    assert.match(html, /Tre månader har gått och personen vill börja\./);
    assert.equal((await läge.system((x) => x.kravbeslut.findForPersoner([läge.jag.id]))).length, 0);
  });

  test('the decided requirement stands on both pages with its letter, and ends by a person with a reason', async () => {
    const { jag } = läge;
    await läge.system((t) =>
      t.planer.add({
        id: randomUUID(),
        person: jag.id,
        nummer: 3,
        status: 'overenskommen',
        mål: [{ text: 'Jag vill arbeta i kök.', senast: '2027-12-31' }],
        poster: [
          {
            id: 'a',
            område: 'arbete',
            namn: 'Arbetsträning i kök',
            insats: undefined,
            anvisning: undefined,
            vård: false,
            timmarPerVecka: 5,
            pass: [],
            från: '2026-12-07',
            till: '2027-05-31',
            ansvarig: 'Köket',
            krävs: true,
          },
        ],
        jobbsökartimmar: 2,
        uppehåll: [],
        nästaUppföljning: '2026-12-15',
        från: '2026-11-24',
        till: '2027-05-31',
        skapad: NU,
        skapadAv: 'Handläggare Ett',
        lämnad: { hur: 'samtal', språk: undefined, av: 'Handläggare Ett', tid: NU },
        svar: { hur: 'samtal', språk: undefined, av: 'Handläggare Ett', tid: NU, instämmer: true },
        synpunkt: undefined,
        avslutad: undefined,
        version: 1,
      }),
    );
    const beslut = {
      gor: 'besluta',
      grund: '12:4a',
      fran: '2026-12',
      tom: '2027-05',
      timmar: '20',
      skal: 'Tre månader har gått och planen är överenskommen.',
    };
    for (const [fält, mening] of [
      [{ timmar: '41' }, /mer än 0 och högst 40/],
      [{ timmar: '23' }, /Kravet får vara högst 22,5 timmar i veckan enligt uträkningen/],
      [{ grund: '12:4g' }, /först från och med januari 2027/],
      [{ tom: '2028-01' }, /alltid begränsat i tid, högst tolv månader/],
    ] as const) {
      const nej = await läge.skicka({ ...beslut, ...fält });
      assert.equal(nej.status, 422);
      assert.match(nej.text, mening);
      assert.match(nej.html, /Tre månader har gått och planen är överenskommen\./, 'what was written is kept');
    }
    läge.vem.personal = medarbetare('enhetschef');
    const utanPunkt = await läge.skicka(beslut);
    läge.vem.personal = HANDLÄGGARE;
    assert.equal(utanPunkt.status, 422);
    assert.match(utanPunkt.text, /Delegationsordningen ger dig inte rätt att besluta om aktivitetskrav/);
    assert.match(utanPunkt.text, /Styrning, Delegationsordning/);
    const innan = (await läge.läs(läge.sida)).text;
    assert.match(innan, /nummer 3, 5 timmar i veckan krävs/);
    assert.match(innan, /I planen krävs 5 timmar i veckan i december 2026\. Kravet får vara högst 22,5 timmar/);
    assert.match((await läge.läs(läge.sida)).text, /Planen avsätter 2 timmar i veckan för att söka arbete/);
    assert.equal((await läge.skicka(beslut)).status, 303);
    const [krav] = await läge.system((t) => t.kravbeslut.findForPersoner([jag.id]));
    assert.ok(krav);

    const { text } = await läge.läs(läge.sida);
    assert.match(text, /Beslutat, 20 timmar i veckan/);
    assert.match(text, /december 2026 till maj 2027, plan nummer 3\./);
    assert.match(text, /Planen och kravet har olika många timmar .* Kravet är 20 timmar\. Det hindrar inte ett beslut/);

    const mitt = await läge.läs('/mina-sidor/krav');
    assert.match(mitt.text, /Du ska delta 20 timmar i veckan/);
    assert.match(mitt.text, /Kravet gäller från december 2026 till och med maj 2027\./);
    assert.match(mitt.text, /Det mesta vi får kräva 22,5 h|22,5 h Det mesta vi får kräva/);
    assert.match(mitt.text, /Det är färre än lagen tillåter/);
    assert.match(mitt.text, /Tre månader har gått och planen är överenskommen\./);
    const [brev] = await läge.system((t) => t.kravbrev.findForPersoner([jag.id]));
    const fast = await läge.system((t) => t.kravbrev.get(brev!.id));
    assert.match(
      JSON.stringify(fast.innehåll.data),
      /Jag vill arbeta i kök\. Senast.*Tid att söka arbete.*Din plan, nummer 3/,
    );
    for (const väg of [`/mina-sidor/krav/brev/${brev?.id}`, `${läge.sida}/brev/${brev?.id}`]) {
      const svar = await läge.app.request(väg);
      assert.equal(svar.headers.get('content-type'), 'application/pdf');
      assert.equal((await svar.text()).slice(0, 5), '%PDF-');
    }
    const kvar = await läge.system((t) => t.kravbrev.get(brev!.id));
    assert.ok(kvar.pdf !== undefined, 'the PDF is kept the first time it is read');

    läge.vem.person = { id: läge.skyddad.id, förnamn: 'Annan' };
    assert.equal((await läge.app.request(`/mina-sidor/krav/brev/${brev?.id}`)).status, 404);
    läge.vem.person = { id: jag.id, förnamn: 'Vuxen' };

    const fel = await läge.skicka({ gor: 'upphav', krav: krav.id, upphavFran: '2027-02', upphavSkal: 'Nej' });
    assert.equal(fel.status, 422);
    assert.match(fel.text, /Skriv varför kravet slutar/);
    läge.vem.personal = medarbetare('samordnare');
    const nej = await läge.skicka({
      gor: 'upphav',
      krav: krav.id,
      upphavFran: '2027-02',
      upphavSkal: 'Har fått ett arbete',
    });
    assert.match(nej.text, /Du får inte besluta om aktivitetskrav/);
    läge.vem.personal = HANDLÄGGARE;
    const ja = await läge.skicka({
      gor: 'upphav',
      krav: krav.id,
      upphavFran: '2027-02',
      upphavSkal: 'Har fått ett arbete',
    });
    assert.equal(ja.status, 303);
    assert.match((await läge.läs('/mina-sidor/krav')).text, /Beslutet att kravet slutar gälla \(pdf\)/);
    assert.deepEqual(
      (await läge.system((t) => t.kravbeslut.findGällande('2027-01', '2027-03'))).map(({ upphört }) => upphört?.från),
      ['2027-02'],
    );
    assert.deepEqual(await läge.system((t) => t.kravbeslut.findGällande('2027-02', '2027-03')), []);
  });

  test('a protected person is not opened without the role', async () => {
    const svar = await läge.läs(`/handlaggning/person/${läge.skyddad.id}/krav`);
    assert.equal(svar.status, 404);
  });
});
