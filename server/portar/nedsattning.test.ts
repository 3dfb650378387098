import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { applyRoutes } from '@stegvis/apply';
import type {
  ActResult,
  Ansökan,
  Anvisning,
  Användare,
  Deltagandemark,
  Insats,
  Person,
  Refusal,
  Uppgifter,
} from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { type Beslutsuppgift, workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { beräknaOchSpara, verkställ } from '../trad/berakna-och-besluta.ts';
import { läsLäge } from '../trad/las-lage.ts';
import { handläggarPort } from './handlaggare.ts';
import { medborgarPort } from './medborgare.ts';

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
/** A couple's share of the personal costs in 2026 for each of them, öre. */
const EGEN_DEL = 355000;

/** A couple with a child and rent, calculated for December; one of them is referred to an activity and was away in November. */
async function öppna(t: TestContext) {
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
    efternamn: '',
    skyddad: false,
    skapad: tid.nu,
  });
  const användare = (inloggning: string, roller: Användare['roller']): Användare => ({
    id: randomUUID(),
    inloggning,
    namn: inloggning,
    titel: 'Socialsekreterare',
    roller,
    aktiv: true,
  });
  const ena = person('198801012397', 'Ena');
  const andra = person('199001012385', 'Andra');
  const handläggare = användare('handlaggare', ['handlaggare']);
  const chef = användare('chef', ['enhetschef']);
  const samordnare = användare('samordnare', ['samordnare']);
  const uppgifter: Uppgifter = {
    hushall: { personerIBostaden: 3, sambor: true },
    barn: [{ id: 'b1', namn: 'Barnet', fodd: '2019-03-02' }],
    boende: { form: 'hyresratt' },
    kostnader: [{ id: 'k1', typ: 'boende', belopp: 740000 }],
    inkomster: [],
    tillgangar: [],
    konto: { clearing: '9999', nummer: '1234567', innehavare: ena.id },
    intygat: true,
  };
  const anordnare = randomUUID();
  const insats = (namn: string, syften: Insats['syften']): Insats => ({
    id: randomUUID(),
    anordnare,
    namn,
    beskrivning: namn,
    syften,
    område: 'sprak',
    form: 'grupp',
    målgrupp: 'Alla',
    kriterier: '',
    villkor: [],
    språk: ['svenska'],
    tillgänglighet: '',
    startdagar: [],
    timmarPerVecka: 10,
    pass: [{ veckodag: 1, från: '09:00', till: '14:00' }],
    adress: 'Gatan 1',
    ort: 'Teststad',
    platser: 10,
    kostnad: undefined,
    stegtrappa: undefined,
    utvecklingsområde: 'vuxenutbildning',
    längstMånader: 6,
    jobbsökartimmar: 5,
    utrymme: 'Den som får ett jobb slutar direkt.',
    skydd: undefined,
    försäkran: undefined,
    status: 'aktiv',
    version: 1,
  });
  const kurs = insats('Språkkursen', ['sprak']);
  const samtal = insats('Samtalsgruppen', ['vard']);
  const anvisa = (till: Insats, grund: Anvisning['grund']): Anvisning => ({
    id: randomUUID(),
    person: ena.id,
    insats: till.id,
    anordnare,
    grund,
    krav: undefined,
    samråd: grund === '12:4' ? { dag: '2026-09-28', med: 'Arbetsförmedlingen', vad: 'Inget hinder.' } : undefined,
    status: 'pagar',
    från: '2026-10-05',
    till: '2027-02-26',
    timmarPerVecka: 10,
    pass: till.pass,
    skäl: 'Svenskan behövs.',
    avsteg: undefined,
    tillAnordnaren: '',
    föreslagen: '2026-10-01T08:00:00.000Z',
    föreslagenAv: { id: handläggare.id, namn: 'handlaggare' },
    svar: { ja: true, skäl: '', av: 'Anordnaren', tid: '2026-10-01T09:00:00.000Z' },
    kö: undefined,
    startad: '2026-10-05',
    utfall: undefined,
    återkallad: undefined,
    version: 1,
  });
  const anvisningar = {
    krav: anvisa(kurs, '12:4'),
    frivillig: anvisa(insats('Frivilliga gruppen', ['sprak']), 'frivillig'),
    vård: anvisa(samtal, '12:4'),
  };
  const märke = (anvisning: Anvisning, dag: string, slag: Deltagandemark['slag']): Deltagandemark => ({
    id: randomUUID(),
    anvisning: anvisning.id,
    person: ena.id,
    dag,
    slag,
    timmar: 5,
    av: 'Anordnaren',
    tid: `${dag}T15:00:00.000Z`,
    rättar: undefined,
  });
  const ansökan = await system(async (x): Promise<Ansökan> => {
    await x.organisation.saveNämnd({ kommunnamn: kommun.namn, nämndnamn: kommun.nämnd, inställningar: {} });
    for (const a of [handläggare, chef, samordnare]) await x.organisation.saveAnvändare(a);
    await x.organisation.saveDelegationspunkt({
      id: randomUUID(),
      punkt: '4.1',
      text: 'Beslut om ekonomiskt bistånd',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: ['bifall', 'delavslag', 'avslag'],
      från: '2026-01-01',
      till: undefined,
    });
    for (const p of [ena, andra]) await x.personer.add(p);
    await x.anordnare.add({
      id: anordnare,
      namn: 'Folkhögskolan',
      slag: 'forening',
      kontakt: { namn: 'Kontakten', telefon: '0000-11 11 11', epost: 'kontakt@example.se' },
      användare: [],
      aktiv: true,
      version: 1,
    });
    const frivilliga = insats('Frivilliga gruppen', ['sprak']);
    anvisningar.frivillig = { ...anvisningar.frivillig, insats: frivilliga.id };
    for (const i of [kurs, samtal, frivilliga]) await x.insatser.add(i);
    for (const a of Object.values(anvisningar)) await x.anvisningar.add(a);
    await x.deltagande.add([
      märke(anvisningar.krav, '2026-11-02', 'deltog'),
      märke(anvisningar.krav, '2026-11-09', 'franvaro'),
      märke(anvisningar.krav, '2026-11-10', 'giltig-franvaro'),
      märke(anvisningar.krav, '2026-11-16', 'sjuk-utan-intyg'),
      märke(anvisningar.frivillig, '2026-11-11', 'franvaro'),
      märke(anvisningar.vård, '2026-11-12', 'franvaro'),
    ]);
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
      uppgifter,
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
        källor: ['FK', 'AF', 'CSN', 'SO'],
        skickad: tid.nu,
        svar: (['FK', 'AF', 'CSN', 'SO'] as const).map((källa) => ({
          källa,
          kvalitet: 'inget-hos-oss',
          hämtad: tid.nu,
          version: 'SSBTEK v10',
          uppgifter: [],
        })),
      });
    await beräknaOchSpara(x, made.id, tid.nu);
    return made;
  });
  const jobb = {
    börja: async () => {},
    efterBeslut: (x: TenantTransaction, a: Ansökan, b: Parameters<typeof verkställ>[3]) =>
      verkställ(x, async () => {}, a, b, tid.nu, kommun),
  };
  const delar = { db: database.db, tenant, kommun, nu, jobb };
  const port = medborgarPort(delar as unknown as Parameters<typeof medborgarPort>[0]);
  const personal = handläggarPort(delar as unknown as Parameters<typeof handläggarPort>[0]);
  const { väg } = personal;
  const sidor = { vem: handläggare };
  const workbench = new Hono().route('/handlaggning', workbenchRoutes({ port: personal, vem: () => sidor.vem }));
  const medborgare = { vem: ena };
  const mina = new Hono().route(
    '/',
    applyRoutes({
      port,
      vem: () => ({ id: medborgare.vem.id, förnamn: medborgare.vem.förnamn }),
    } as Parameters<typeof applyRoutes>[0]),
  );
  const stopp = async () => (await system((x) => läsLäge(x, ansökan.id, tid.nu))).beslutsläge.omständigheter?.aktivitet;
  const ärende = async () => (await system((x) => x.nedsättningar.findForPersoner([ena.id])))[0]!;
  const steg = (s: Parameters<typeof väg.utredNedsättning>[3]) =>
    ärende().then((ä) => väg.utredNedsättning(handläggare, ena.id, ä.id, s));
  const dagen = { slag: 'uteblev' as const, anvisning: anvisningar.krav.id, dag: '2026-11-09' };
  const uppgift = async (ändrat: object = {}): Promise<Beslutsuppgift> => {
    const bild = (await personal.beslutsbild(handläggare, ansökan.id))!;
    return {
      slag: 'ordinarie',
      sett: { beräkningId: bild.beräkningId!, ...bild.avsett! },
      del: 'hela',
      motivering: 'Det som är sökt beviljas. En del av biståndet är nedsatt.',
      obehövlig: '',
      barnperspektiv: 'Det som behövs till barnet är inte ändrat.',
      återkrav: undefined,
      baseradPå: bild.ansökan.version,
      ...ändrat,
    };
  };
  const hör = () =>
    personal.skickaUnderrättelse(handläggare, ansökan.id, {
      skäl: 'Vi tänker sätta ned en del av biståndet.',
      svarSenast: '2026-12-01',
      utfall: undefined,
      dolda: [],
    });
  const utred = async (belopp = EGEN_DEL) => {
    done(await väg.öppnaNedsättning(handläggare, ena.id, [dagen]));
    done(
      await steg({
        slag: 'godtagbart',
        händelse: (await ärende()).händelser[0]!.id,
        godtagbart: false,
        skäl: 'Inget besked.',
      }),
    );
    done(await steg({ slag: 'sarskilda', finns: false, skäl: 'Inget har kommit fram.' }));
    done(await steg({ slag: 'barn', text: 'Barnets del är inte ändrad.' }));
    done(
      await steg({
        slag: 'avse',
        ansökan: ansökan.id,
        belopp,
        skäl: 'Du kom inte till språkkursen och sa inte varför.',
      }),
    );
  };
  return {
    tid,
    system,
    port,
    personal,
    väg,
    ena,
    andra,
    handläggare,
    chef,
    samordnare,
    ansökan,
    anvisningar,
    stopp,
    ärende,
    steg,
    dagen,
    uppgift,
    hör,
    utred,
    workbench,
    mina,
    sidor,
    medborgare,
    som: ({ id, förnamn }: Person) => ({ id, förnamn }),
  };
}

function done<T>(result: ActResult<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.kod}: ${result.refusal.text}`);
  return result;
}

function vägrad(result: ActResult<object>): Refusal {
  assert.ok(!result.ok);
  return result.refusal;
}

test('only marked absence on a required activity can be tried; each refusal says what is allowed', async (t) => {
  const f = await öppna(t);
  const försök = (anvisning: string, dag: string, slag: 'uteblev' | 'avbojde' = 'uteblev') =>
    f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [{ slag, anvisning, dag }]);
  const { krav, frivillig, vård } = f.anvisningar;
  for (const [kod, result] of [
    ['inte-markerad', await försök(krav.id, '2026-11-17')],
    ['var-dar', await försök(krav.id, '2026-11-02')],
    ['giltig-franvaro', await försök(krav.id, '2026-11-10')],
    ['intyg-kravs-inte-an', await försök(krav.id, '2026-11-16')],
    ['ingen-grund', await försök(frivillig.id, '2026-11-11')],
    ['ingen-grund', await försök(frivillig.id, '2026-11-11', 'avbojde')],
    ['ingen-grund', await försök(vård.id, '2026-11-12')],
    ['ingen-grund', await försök(vård.id, '2026-11-12', 'avbojde')],
    ['fel-dag', await försök(krav.id, '2027-01-01', 'avbojde')],
    ['finns-inte', await försök(randomUUID(), '2026-11-09')],
    ['inget-valt', await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [])],
    ['inte-behorig', await f.väg.öppnaNedsättning(f.samordnare, f.ena.id, [f.dagen])],
  ] as const) {
    const refusal = vägrad(result);
    assert.equal(refusal.kod, kod);
    assert.match(refusal.tillåtet, /\.$/);
  }
  assert.match(vägrad(await försök(vård.id, '2026-11-12')).text, /HFD 2011 ref\. 49/);
  done(await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [f.dagen]));
  assert.equal(vägrad(await försök(krav.id, '2026-11-09', 'avbojde')).kod, 'redan-oppet');
});

test('nothing is decided unseen: steps, hearing and a second person cannot be skipped', async (t) => {
  const f = await öppna(t);
  const stopp = (await f.stopp()) ?? [];
  assert.equal(stopp.length, 1, 'absence that nobody has judged stops automation');
  assert.match(stopp[0]!, /^Frånvaro .*9 november.* är inte bedömd\.$/);
  const avse = { slag: 'avse' as const, ansökan: f.ansökan.id, belopp: EGEN_DEL, skäl: 'Du kom inte.' };
  done(await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [f.dagen]));
  assert.deepEqual(await f.stopp(), ['Ett ärende om nedsättning är inte avgjort.']);
  assert.equal(vägrad(await f.steg(avse)).kod, 'skal-inte-bedomda');
  const händelse = (await f.ärende()).händelser[0]!.id;
  assert.equal(vägrad(await f.steg({ slag: 'godtagbart', händelse, godtagbart: undefined, skäl: '' })).fält?.length, 2);
  done(await f.steg({ slag: 'godtagbart', händelse, godtagbart: false, skäl: 'Inget besked.' }));
  assert.equal(vägrad(await f.steg(avse)).kod, 'sarskilda-skal-inte-bedomda');
  done(await f.steg({ slag: 'sarskilda', finns: false, skäl: 'Inget har kommit fram.' }));
  assert.equal(vägrad(await f.steg(avse)).kod, 'barnperspektiv-saknas');
  done(await f.steg({ slag: 'barn', text: 'Barnets del är inte ändrad.' }));
  assert.equal(vägrad(await f.steg({ ...avse, belopp: EGEN_DEL + 1 })).fält?.[0]?.fält, 'belopp');
  assert.match(vägrad(await f.steg({ ...avse, belopp: EGEN_DEL + 1 })).text, /3\s550\skr/);
  done(await f.steg(avse));

  assert.equal(
    vägrad(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift())).kod,
    'nedsattning-inte-hord',
  );
  assert.equal(
    vägrad(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift({ obehövlig: 'Det är klart.' })))
      .kod,
    'maste-horas',
  );
  const bild = (await f.personal.beslutsbild(f.handläggare, f.ansökan.id))!;
  const fullt = bild.beräkning!.bistand! * 100;
  assert.equal(
    vägrad(
      await f.personal.fattaBeslut(
        f.handläggare,
        f.ansökan.id,
        await f.uppgift({ sett: { beräkningId: bild.beräkningId!, utfall: 'bifall', belopp: fullt } }),
      ),
    ).kod,
    'berakningen-andrad',
    'the full amount is not granted past the matter',
  );
  done(await f.hör());
  assert.equal((await f.ärende()).status, 'hors');
  assert.equal(
    vägrad(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift())).kod,
    'vantar-pa-yttrande',
  );
  done(await f.steg({ ...avse, belopp: 100000 }));
  assert.match(vägrad(await f.steg({ ...avse, belopp: 200000 })).text, /bara bli lägre/);
});

test('absence, hearing, special reasons: no reduction, and the month is granted in full', async (t) => {
  const f = await öppna(t);
  await f.utred();
  done(await f.hör());
  const svar = await f.mina.request(`/mina-sidor/yttrande/${f.ansökan.id}`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'Mitt barn var på sjukhus.', val: 'svara' }),
  });
  assert.equal(svar.status, 303);
  done(await f.steg({ slag: 'sarskilda', finns: true, skäl: 'Barnet var på sjukhus.' }));
  assert.equal(vägrad(await f.steg({ slag: 'avsluta', skäl: 'godtagbart-skal', text: 'x' })).kod, 'inte-bedomt-sa');
  done(await f.steg({ slag: 'avsluta', skäl: 'sarskilda-skal', text: 'Ditt barn var på sjukhus.' }));
  assert.equal((await f.ärende()).status, 'avslutat');
  assert.deepEqual(await f.stopp(), []);
  const { gjort } = done(
    await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift({ motivering: 'Allt beviljas.' })),
  );
  assert.equal(gjort, 'beslutat');
  const [beslut] = await f.system((x) => x.beslut.findAllaForAnsökan(f.ansökan.id));
  assert.equal(beslut!.utfall, 'bifall');
  assert.equal(beslut!.form?.nedsättningar, undefined);
  const händelser = await f.port.väg.minaPersonhändelser(f.som(f.ena));
  assert.match(händelser.at(-1)!.text, /sätts inte ned/);
  assert.deepEqual(await f.port.väg.minaPersonhändelser(f.som(f.andra)), []);
});

test('absence, hearing, a second person: only that share is reduced, each letter tells its own, the rest is paid, and it is appealed', async (t) => {
  const f = await öppna(t);
  await f.utred();
  const före = (await f.personal.beslutsbild(f.handläggare, f.ansökan.id))!;
  const fullt = före.beräkning!.bistand! * 100;
  done(await f.hör());

  const sidan = async (vem: Person, väg: string) => {
    f.medborgare.vem = vem;
    return (await (await f.mina.request(väg)).text()).replaceAll('\u00a0', ' ');
  };
  const enas = await sidan(f.ena, `/mina-sidor/yttrande/${f.ansökan.id}`);
  assert.match(enas, /uteblev från Språkkursen/);
  assert.match(enas, /tala direkt inför nämnden/);
  const andras = await sidan(f.andra, `/mina-sidor/yttrande/${f.ansökan.id}`);
  assert.match(andras, /3 550 kr av ett skäl som bara gäller den andra vuxna/);
  assert.doesNotMatch(andras, /Språkkursen|kom inte till/);

  for (const vem of [f.ena, f.andra])
    done(
      await f.port.lämnaYttrande(f.som(vem), f.ansökan.id, {
        text: vem === f.ena ? 'Jag glömde bort det.' : 'Vi behöver pengarna.',
        avstår: false,
        villTalaInförNämnden: false,
      }),
    );
  const { gjort } = done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift()));
  assert.equal(gjort, 'foreslaget', 'two decide, whatever the order says');
  assert.equal((await f.ärende()).status, 'foreslaget');
  assert.equal(vägrad(await f.steg({ slag: 'avsluta', skäl: 'annat', text: 'x' })).kod, 'foreslaget');
  const [förslag] = await f.system((x) => x.beslutsförslag.findForAnsökan(f.ansökan.id));
  const avgör = (who: typeof f.chef, val: Parameters<typeof f.personal.avgörFörslag>[3], id = förslag!.id) =>
    f.personal.avgörFörslag(who, f.ansökan.id, id, val);
  assert.equal(vägrad(await avgör(f.handläggare, { slag: 'bekrafta' })).kod, 'samma-person');
  done(await avgör(f.chef, { slag: 'lamna-tillbaka', skäl: 'Skriv mer.' }));
  assert.equal((await f.ärende()).status, 'hors');
  done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift()));
  const igen = (await f.system((x) => x.beslutsförslag.findForAnsökan(f.ansökan.id))).find(
    (x) => x.status === 'vantar',
  );
  done(await avgör(f.chef, { slag: 'bekrafta' }, igen!.id));

  const [beslut] = await f.system((x) => x.beslut.findAllaForAnsökan(f.ansökan.id));
  assert.equal(beslut!.utfall, 'delavslag');
  assert.equal(beslut!.belopp, fullt - EGEN_DEL);
  assert.ok(beslut!.lagrum.includes('12 kap. 5 § socialtjänstlagen (2025:400)'));
  assert.equal((await f.system((x) => x.utbetalningar.findForBeslut(beslut!.id)))!.belopp, fullt - EGEN_DEL);
  const ärende = await f.ärende();
  assert.equal(ärende.status, 'beslutat');
  assert.equal(ärende.beslut?.slag, 'nekat');
  assert.deepEqual(ärende.beslut?.grunder, ['12:4']);
  const period = { från: '2026-10-01', till: '2026-12-31' };
  assert.equal((await f.system((x) => x.nedsättningar.findBeslutade(period))).length, 1);

  const brev = async (vem: Person) =>
    f.system(async (x) => {
      const mitt = (await x.brev.findForBeslut(beslut!.id)).find((b) => b.mottagare === vem.id)!;
      return JSON.stringify((await x.brev.get(mitt.id)).innehåll?.data).replaceAll('\u00a0', ' ');
    });
  const tillEna = await brev(f.ena);
  assert.match(tillEna, /Din del av försörjningsstödet för december 2026 är nekad med 3 550 kr/);
  assert.match(tillEna, /12 kap\. 5 § första stycket 1/);
  assert.match(tillEna, /uteblev från Språkkursen/);
  assert.match(tillEna, /Jag glömde bort det/);
  assert.match(tillEna, /Så här överklagar du/);
  assert.match(tillEna, /−3 550 kr/);
  const tillAndra = await brev(f.andra);
  assert.match(tillAndra, /3 550 kr lägre av ett skäl som bara gäller den andra vuxna/);
  assert.match(tillAndra, /Vi behöver pengarna/);
  assert.doesNotMatch(tillAndra, /Språkkursen|glömde|kom inte till/);

  const mittBeslut = await sidan(f.ena, `/mina-sidor/beslut/${f.ansökan.id}`);
  assert.match(mittBeslut, /uteblev från Språkkursen/);
  const andrasBeslut = await sidan(f.andra, `/mina-sidor/beslut/${f.ansökan.id}`);
  assert.match(andrasBeslut, /Nedsättning som gäller den andra vuxna/);
  assert.doesNotMatch(andrasBeslut, /Språkkursen|glömde|kom inte till/);

  done(
    await f.port.överklaga(f.som(f.ena), f.ansökan.id, {
      beslut: beslut!.id,
      ändring: 'Jag vill ha hela beloppet.',
      skäl: 'Jag hade ett skäl.',
      villHaHjälp: false,
      avvisningen: undefined,
    }),
  );
  assert.equal((await f.system((x) => x.överklaganden.findForAnsökan(f.ansökan.id))).length, 1);
  assert.equal(
    vägrad(await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [f.dagen])).kod,
    'redan-provad',
    'the same day is never held against anybody twice',
  );
});

test('the pages: what was typed is kept on a refusal, and others than caseworkers see no more than that it goes on', async (t) => {
  const f = await öppna(t);
  const sida = `/handlaggning/person/${f.ena.id}/nedsattning`;
  const skicka = async (väg: string, fält: Record<string, string>) => {
    const svar = await f.workbench.request(väg, { method: 'POST', body: new URLSearchParams(fält) });
    return { status: svar.status, text: (await svar.text()).replaceAll('\u00a0', ' ') };
  };
  assert.match(await (await f.workbench.request(sida)).text(), /Språkkursen/);
  assert.equal((await skicka(sida, {})).status, 422);
  assert.equal((await skicka(sida, { handelse: `${f.anvisningar.krav.id} 2026-11-09` })).status, 303);
  const { id } = await f.ärende();
  const fel = await skicka(`${sida}/${id}`, { steg: 'sarskilda', sarskildaSkal: 'Det jag skrev.' });
  assert.equal(fel.status, 422);
  assert.match(fel.text, /Det jag skrev\./);
  assert.match(fel.text, /Välj om det finns särskilda skäl\./);
  const ärende = await (await f.workbench.request(`/handlaggning/arenden/${f.ansökan.id}`)).text();
  assert.match(ärende, new RegExp(`person/${f.ena.id}/nedsattning`));
  f.sidor.vem = f.samordnare;
  const läst = await (await f.workbench.request(sida)).text();
  assert.match(läst, /Utreds/);
  assert.doesNotMatch(läst, /Språkkursen/);
});
