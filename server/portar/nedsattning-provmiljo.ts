import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
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
export const EGEN_DEL = 355000;

/** A couple with a child and rent, calculated for December; one of them is referred to an activity and was away in November. */
export async function öppnaNedsättningsprov(t: { after(clean: () => Promise<void>): unknown }) {
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
    await x.organisation.saveDelegationspunkt({
      id: randomUUID(),
      punkt: '4.10',
      text: 'Nekande eller nedsättning, med enhetschef',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: [],
      från: '2026-01-01',
      till: undefined,
      villkor: { aktivitet: ['nedsattning'], andraPerson: { roll: 'enhetschef' } },
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
    closing,
    tid,
    delar,
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

export function done<T>(result: ActResult<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.kod}: ${result.refusal.text}`);
  return result;
}

export function vägrad(result: ActResult<object>): Refusal {
  assert.ok(!result.ok);
  return result.refusal;
}
