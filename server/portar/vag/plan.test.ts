import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import { type Användare, FÖRVALD_AUTOMATIK, type Person, type Samtycke, skrivAutomatik } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import type { Brevinnehåll } from '@stegvis/integrations';
import { medSpråk } from '@stegvis/ui';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { läsOmständigheter } from '../../trad/las-omstandigheter.ts';
import { handläggarPort } from '../handlaggare.ts';
import { medborgarPort } from '../medborgare.ts';
import { planbrevText } from './planbrev.ts';
import { PROVKOMMUN, TENANT } from './provkommun.ts';

/** What a reader sees, without markup and with single spaces. */
const synligText = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',');

/** Every text of a letter's parts, a line each; a head before a colon stands in a cell of its own on the page. */
function texterI({ rubrik, ingress, avsnitt }: Brevinnehåll): { avsnitt: string[] } {
  const delar = avsnitt.flatMap((a) => [
    a.rubrik,
    ...a.delar.flatMap((del) => (del.slag === 'lista' ? del.punkter : 'text' in del ? [del.text] : [])),
  ]);
  const rader = [rubrik, ...ingress, ...delar].flatMap((text) => text.split('\n'));
  return {
    avsnitt: rader
      .flatMap((rad) => rad.split(/ · |(?<=^(?:Hur mycket|Tider|Dagar|Ansvarig)):\s?/))
      .filter((x) => x !== ''),
  };
}

test('a plan from the first draft to the second version, on the pages and on a database', async (t) => {
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
  const andra = person('199001012385', 'Partner');
  const hemlig = person('196801029288', 'Skyddad', true);
  const samordnare = anställd('samordnare', ['samordnare']);
  const handläggare = anställd('handlaggare', ['handlaggare']);
  const anordnare = anställd('anordnare', ['anordnare']);
  const ansökan = randomUUID();
  await system(async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
    for (const a of [samordnare, handläggare, anordnare]) await x.organisation.saveAnvändare(a);
    for (const p of [hon, andra, hemlig]) await x.personer.add(p);
    const ärende = await x.ärenden.add({ id: randomUUID(), sökande: hon.id, medsökande: andra.id, öppnat: tid.nu });
    await x.ansökningar.add({
      id: ansökan,
      ärende: ärende.id,
      slag: 'ateransokan',
      månad: '2026-12',
      sökande: hon.id,
      medsökande: andra.id,
      kanal: 'webb',
      status: 'utreds',
      uppgifter: { hushall: { personerIBostaden: 2 }, barn: [], kostnader: [] },
      underskrifter: [],
      version: 1,
      skapad: '2026-11-16T08:00:00.000Z',
      ändrad: '2026-11-16T08:00:00.000Z',
      inskickad: '2026-11-16T08:00:00.000Z',
      inkommen: '2026-11-16T08:00:00.000Z',
    });
  });
  const delar = {
    db: database.db,
    tenant: TENANT,
    kommun: PROVKOMMUN,
    nu: () => new Date(tid.nu),
    jobb: { börja: async () => {} },
  };
  const port = medborgarPort(delar as unknown as Parameters<typeof medborgarPort>[0]);
  const personal = handläggarPort(delar as unknown as Parameters<typeof handläggarPort>[0]);
  let vem = samordnare;
  let jag = hon;
  const workbench = new Hono().route('/handlaggning', workbenchRoutes({ port: personal, vem: () => vem }));
  const som = ({ id, förnamn }: Person): Medborgare => ({ id, förnamn });
  const sidor = new Hono().route('/', applyRoutes({ port, vem: () => som(jag) } as Parameters<typeof applyRoutes>[0]));
  const form = (fält: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fält),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const bas = (p: Person) => `/handlaggning/person/${p.id}/plan`;
  const skicka = async (fält: Record<string, string>) => {
    const svar = await workbench.request(bas(hon), form(fält));
    return { status: svar.status, html: await svar.text() };
  };
  const staff = async (väg: string) => (await workbench.request(väg)).text();
  const egen = async (väg: string) => (await sidor.request(väg)).text();

  assert.match(await egen('/mina-sidor/plan'), /Du har ingen plan just nu/);
  assert.match(await staff(bas(hon)), /Alla får en plan från första dagen/);
  assert.equal((await skicka({ gor: 'starta' })).status, 303);

  const utkast: Record<string, string> = {
    version: '1',
    'mal-antal': '2',
    'mal.0.text': '',
    'mal.0.senast': '',
    'mal.1.text': 'Jag vill arbeta i kök.',
    'mal.1.senast': '2027-05-28',
    'poster-antal': '2',
    'poster.0.id': randomUUID(),
    'poster.0.namn': 'Tas bort',
    'poster.0.bort': 'ja',
    'poster.1.id': randomUUID(),
    'poster.1.namn': 'Arbetsträning i kök',
    'poster.1.omrade': 'arbete',
    'poster.1.timmar': '36',
    'poster.1.fran': '2026-12-01',
    'poster.1.till': '2027-02-26',
    'poster.1.ansvarig': 'Kökschefen',
    'poster.1.kravs': 'ja',
    'uppehall-antal': '0',
    jobbsokartimmar: '5',
    fran: '2026-11-24',
    till: '2027-05-28',
    uppfoljning: '2026-12-08',
    hur: 'egen-sida',
  };

  // A plan of 41 hours, a fifth week of break and care that is required: each refused at its field, and all that was typed stands.
  const fyrtioett = await skicka({ ...utkast, gor: 'spara-och-lamna' });
  assert.equal(fyrtioett.status, 422);
  assert.match(fyrtioett.html, /41 timmar i veckan, med 5 för att söka arbete\. Det får vara högst 40/);
  assert.match(fyrtioett.html, /href="#poster"/);
  for (const skrivet of ['Jag vill arbeta i kök.', 'Arbetsträning i kök', 'Kökschefen', 'value="36"'])
    assert.ok(fyrtioett.html.includes(skrivet), `${skrivet} is kept`);
  const rätt = { ...utkast, 'poster.1.timmar': '20' };
  const femte = await skicka({
    ...rätt,
    gor: 'spara',
    'uppehall-antal': '2',
    'uppehall.1.fran': '2027-01-04',
    'uppehall.1.till': '2027-02-07',
    'uppehall.1.skal': 'Resa',
  });
  assert.equal(femte.status, 422);
  assert.match(femte.html, /5 veckors uppehåll under 2027\. Det får vara högst 4 veckor/);
  assert.match(femte.html, /href="#uppehall\.1\.fran"/, 'at the row as it stands in the form');
  assert.match(femte.html, /value="Resa"/);
  const vård = await skicka({ ...rätt, gor: 'spara', 'poster.1.vard': 'ja' });
  assert.match(vård.html, /Vård och behandling kan stå i planen men får aldrig krävas/);
  assert.match(vård.html, /href="#poster\.1\.kravs"/);
  const utanför = await skicka({ ...rätt, gor: 'spara', 'poster.1.till': '2027-08-01' });
  assert.match(utanför.html, /inom planens tid/);

  // One more row keeps what is written; saved but not complete gives the new version number, so that it can be sent again.
  const mer = await skicka({ ...rätt, gor: 'post+' });
  assert.equal(mer.status, 200);
  assert.match(mer.html, /name="poster\.2\.namn"/);
  assert.match(mer.html, /Jag vill arbeta i kök\./);
  const utanTid = await skicka({ ...rätt, gor: 'spara-och-lamna', jobbsokartimmar: '0' });
  assert.equal(utanTid.status, 422);
  assert.match(utanTid.html, /vilken tid som är avsatt för att söka arbete/);
  assert.match(utanTid.html, /name="version" value="2"/);
  const krock = await skicka({ ...rätt, gor: 'spara', version: '1', 'poster.1.ansvarig': 'Köksmästaren' });
  assert.equal(krock.status, 422);
  assert.match(krock.html, /Någon annan har ändrat det här sedan du öppnade sidan/);
  assert.match(krock.html, /value="Köksmästaren"/, 'what was typed stands');
  assert.equal((await skicka({ ...rätt, gor: 'spara-och-lamna', version: '2' })).status, 303);

  // The person reads it on her page; the partner, a provider and others do not.
  assert.match(await egen('/mina-sidor'), /Du har fått en plan/);
  const plan = await egen('/mina-sidor/plan');
  assert.match(plan, /Jag vill arbeta i kök\./);
  assert.match(plan, /Väntar på ditt svar/);
  const [lämnad] = await system((x) => x.planer.findForPersoner([hon.id]));
  const svara = `/mina-sidor/plan/${lämnad!.id}/svar`;
  jag = andra;
  assert.doesNotMatch(await egen('/mina-sidor'), /Du har fått en plan/);
  assert.match(await egen('/mina-sidor/plan'), /Du har ingen plan just nu/);
  assert.equal((await sidor.request('/mina-sidor/plan/1')).status, 404);
  assert.equal((await sidor.request(svara, form({ instammer: 'ja' }))).status, 404);
  jag = hon;
  const nekade = () =>
    system(async (x) => {
      const { rows } = await sql<{ antal: number }>`
        select count(*)::int as antal from granskningslogg
        where utfall = 'nekad' and person = ${hon.id}`.execute(x.trx);
      return rows[0]?.antal ?? 0;
    });
  vem = anordnare;
  assert.equal(await nekade(), 0);
  const obehörig = await workbench.request(bas(hon));
  assert.equal(obehörig.status, 404);
  assert.doesNotMatch(await obehörig.text(), /Jag vill arbeta i kök/);
  assert.equal((await skicka({ gor: 'aterta' })).status, 404, 'nor may a provider act on it');
  assert.equal(await nekade(), 2, 'both attempts are in the log');
  vem = samordnare;
  assert.equal((await workbench.request(bas(hemlig))).status, 404, 'protected identity');

  const tomt = await sidor.request(svara, form({ instammer: 'nej', synpunkt: ' ' }));
  assert.equal(tomt.status, 422);
  assert.match(await tomt.text(), /Skriv vad du inte håller med om/);
  assert.equal((await sidor.request(svara, form({}))).status, 422);
  const synpunkt = 'Jag vill börja klockan tio, för jag lämnar barnet först.';
  assert.equal((await sidor.request(svara, form({ instammer: 'nej', synpunkt }))).status, 303);
  assert.match(await egen('/mina-sidor/plan'), /Du håller inte med om allt/);
  const efter = await staff(bas(hon));
  assert.match(efter, /Planen gäller ändå/);
  assert.ok(efter.includes(synpunkt));

  // On paper it says what the page says, word for word, and nobody else can fetch it.
  const sidan = await egen('/mina-sidor/plan/1');
  const [lagd] = await system((x) => x.planer.findForPersoner([hon.id]));
  const ord = texterI(planbrevText(lagd!, hon, PROVKOMMUN));
  const påSidan = synligText(sidan);
  for (const text of ord.avsnitt) assert.ok(påSidan.includes(text), `the page says ”${text}”`);
  const plan1 = synligText(sidan.slice(sidan.indexOf('<section'), sidan.indexOf('aria-labelledby="sedan"')));
  const påPapper = ord.avsnitt.join(' ');
  for (const text of [synpunkt, 'Jag vill arbeta i kök.', 'Arbetsträning i kök', 'Kökschefen', 'Ingår i kravet'])
    assert.ok(plan1.includes(text) && påPapper.includes(text), `both say ”${text}”`);
  const pdf = await sidor.request('/mina-sidor/plan/1/pdf');
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
  assert.match(bytes, /^%PDF-/);
  assert.match(bytes, /pdfuaid:part>1</, 'tagged');
  assert.deepEqual(
    Buffer.from(await (await workbench.request(`${bas(hon)}/1/pdf`)).arrayBuffer()).toString('latin1'),
    bytes,
    'staff fetch the same paper',
  );
  const arabiska = await medSpråk('ar', async () => sidor.request('/mina-sidor/plan/1/pdf'));
  assert.equal(arabiska.status, 200, 'from right to left too');
  jag = andra;
  assert.equal((await sidor.request('/mina-sidor/plan/1/pdf')).status, 404, 'not the other adult');
  jag = hon;
  assert.equal((await sidor.request('/mina-sidor/plan/7/pdf')).status, 404);
  vem = anordnare;
  assert.equal((await workbench.request(`${bas(hon)}/1/pdf`)).status, 404, 'nor a provider');
  vem = samordnare;
  const kopia = (samtycke: string) => workbench.request(`${bas(hon)}/1/pdf?samtycke=${samtycke}`);
  assert.equal((await kopia(randomUUID())).status, 404, 'nobody has consented');
  const medSamtycke = async (uppgifter: Samtycke['uppgifter'], till: string) => {
    const id = randomUUID();
    const givet = { sätt: 'webb' as const, av: 'Förälder', tid: tid.nu };
    const samtycke: Samtycke = {
      id,
      person: hon.id,
      part: 'region',
      vem: 'Vårdcentralen',
      uppgifter,
      plan: false,
      till,
      givet,
      återkallat: undefined,
      version: 1,
    };
    await system((x) => x.samtycken.add(samtycke));
    return samtycke;
  };
  const ja = await medSamtycke(['plan'], '2027-01-31');
  assert.equal((await kopia(ja.id)).status, 200);
  assert.match(planbrevText(lagd!, hon, PROVKOMMUN, ja).slag, /^Kopia till Regionen \(vården\): Vårdcentralen\./);
  assert.equal((await kopia((await medSamtycke(['kontakt'], '2027-01-31')).id)).status, 404, 'not about the plan');
  assert.equal((await kopia((await medSamtycke(['plan'], '2026-11-23')).id)).status, 404, 'run out');

  // What was handed over is never changed, not even past the acts.
  await assert.rejects(
    system(async (x) => {
      const [gammal] = await x.planer.findForPersoner([hon.id]);
      await x.planer.save({ ...gammal!, jobbsökartimmar: 1, version: gammal!.version + 1 });
    }),
    /handed over is not changed/,
  );

  // A second version, told in a conversation; the first stays in the file and is said to be replaced, with what differs.
  assert.equal((await skicka({ gor: 'starta' })).status, 303);
  const andraVersionen = { ...rätt, 'poster.1.timmar': '16', hur: 'samtal', sprak: 'somaliska med tolk' };
  assert.equal((await skicka({ ...andraVersionen, gor: 'spara-och-lamna', version: '1' })).status, 303);
  assert.equal((await skicka({ gor: 'svar', hur: 'samtal' })).status, 422);
  const noterat = { gor: 'svar', instammer: 'ja', hur: 'samtal', sprak: 'somaliska med tolk' };
  assert.equal((await skicka(noterat)).status, 303);
  const två = await staff(bas(hon));
  assert.match(två, /Personen håller med om planen\. Svarade i ett samtal/);
  assert.match(två, /somaliska med tolk/);
  assert.match(två, /Ändrat sedan version 1/);
  assert.match(två, /20 blir 16 timmar i veckan/);
  assert.match(await egen('/mina-sidor/plan/1'), /Ersatt av en nyare version/);
  const planer = await system((x) => x.planer.findForPersoner([hon.id]));
  assert.deepEqual(
    planer.map((p) => [p.nummer, p.status]),
    [
      [2, 'overenskommen'],
      [1, 'ersatt'],
    ],
  );
  assert.equal(planer[1]!.synpunkt, synpunkt);

  // How it was followed stands beside the application, for the adult who has a plan.
  vem = handläggare;
  const följder = await personal.väg.planföljder(handläggare, ansökan);
  assert.deepEqual(
    följder.map((f) => [f.namn, f.plan?.nummer, f.månader.map((m) => [m.månad, m.timmar])]),
    [
      [
        'Förälder',
        2,
        [
          ['2026-10', undefined],
          ['2026-11', undefined],
        ],
      ],
    ],
  );

  // A missing plan is a task unless the board has chosen that it stops, and nothing is missing before the law asks for it.
  const omständighet = (läge: 'uppgift' | 'stopp') =>
    system(async (x) => {
      await x.organisation.saveNämnd({
        kommunnamn: PROVKOMMUN.namn,
        nämndnamn: PROVKOMMUN.nämnd,
        inställningar: { automatik: skrivAutomatik({ ...FÖRVALD_AUTOMATIK, planSaknas: läge }) },
      });
      const fråga = {
        ansökan: await x.ansökningar.get(ansökan),
        personer: [andra],
        historik: { beslut: [], ansökningar: [] },
        registersvar: {},
        idag: '2026-11-24',
      };
      return (await läsOmständigheter(x, fråga as unknown as Parameters<typeof läsOmständigheter>[1])).plan;
    });
  assert.deepEqual(await omständighet('uppgift'), []);
  assert.deepEqual(await omständighet('stopp'), []);

  assert.equal((await skicka({ gor: 'avsluta', skal: '' })).status, 422);
  assert.equal((await skicka({ gor: 'avsluta', skal: 'Har fått arbete.' })).status, 303);
  assert.match(await egen('/mina-sidor/plan'), /Du har ingen plan just nu/);
});
