import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Medborgare } from '@stegvis/apply';
import { type Ansökan, dokumenthash } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { PERSONAS, type Persona } from '../demo/personas.ts';
import { såDemokommun, uppgifter } from '../demo/sa-demokommun.ts';
import { sessioner } from '../inloggning/sessioner.ts';
import { ansökningskvittoPdf } from '../trad/ansokningskvitto-pdf.ts';
import { bevakaUnderskrifter } from '../trad/bevaka-underskrifter.ts';
import { startaTråd } from '../trad/starta-trad.ts';
import { handläggarPort } from './handlaggare.ts';
import { medborgarPort } from './medborgare.ts';

const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
const START = Date.parse('2026-11-24T08:00:00Z');

async function öppna(closing: (() => Promise<unknown>)[]) {
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  let passed = 0;
  const nu = () => new Date(START + passed);
  const { standIn, config: ssbtek, ...register } = await startDemoregister(nu);
  closing.push(() => standIn.stop());
  await såDemokommun({ db: database.db, tenant, kommun: DEMOKOMMUN, ssbtek, nu });
  const faults: unknown[] = [];
  const { jobs, jobb } = await startaTråd(
    { database, kommun: DEMOKOMMUN, ssbtek, ...register, nu },
    { onFault: (fault) => faults.push(fault) },
  );
  closing.push(() => jobs.stop());
  const delar = { db: database.db, tenant, kommun: DEMOKOMMUN, nu, jobb };
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  return {
    database,
    nu,
    /** Lets time pass, in hours. */
    senare: (timmar: number) => {
      passed += timmar * 3_600_000;
    },
    port: medborgarPort(delar),
    personal: handläggarPort(delar),
    system,
    vuxna: (namn: Persona['namn']) =>
      system(
        async (x): Promise<Medborgare[]> =>
          Promise.all(
            PERSONAS.find((p) => p.namn === namn)!.vuxna.map(async (v) => ({
              id: (await x.personer.findByPersonnummer(v.personnummer))!.id,
              förnamn: '',
            })),
          ),
      ),
    medarbetare: (konto: string) => system(async (x) => (await x.organisation.findAnvändareByInloggning(konto))!),
    tills: async <T>(read: () => Promise<T | undefined>): Promise<T> => {
      for (const end = Date.now() + 60_000; Date.now() < end; ) {
        const found = await read();
        if (found !== undefined) return found;
        await pause(50);
      }
      throw new Error(`Nothing came: ${faults.map(String).join('; ')}`);
    },
  };
}

type Läge = Awaited<ReturnType<typeof öppna>>;

function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  assert.ok(result.ok, JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

/** The couple's application, sent by the first adult and waiting for the second. */
async function skickaTillsammans(läge: Läge): Promise<{ ansökan: Ansökan; ena: Medborgare; andra: Medborgare }> {
  const p = PERSONAS.find((x) => x.namn === 'par-med-spadbarn')!;
  const [ena, andra] = (await läge.vuxna(p.namn)) as [Medborgare, Medborgare];
  const started = done(
    await läge.port.starta(ena, {
      slag: 'nyansokan',
      månad: '2026-12',
      medsökande: { personnummer: p.vuxna[1]!.personnummer },
    }),
  );
  const svar = { ...uppgifter(p, [ena.id, andra.id], undefined), meddelande: 'endast-for-mig' };
  const saved = done(await läge.port.spara(ena, started.ansökan.id, svar, 1));
  const sent = done(await läge.port.skickaIn(ena, saved.ansökan.id, saved.ansökan.version));
  return { ansökan: sent.ansökan, ena, andra };
}

describe('the ways in, on a database', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let läge: Läge;
  before(async () => {
    läge = await öppna(closing);
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('an acute request lies in the queue at once, and never with the machine', async () => {
    const [jag] = await läge.vuxna('langtid');
    const { ansökan } = done(
      await läge.port.begärAkutHjälp(jag!, {
        akut: { behov: ['mat'], vad: 'Inget hemma', senast: '2026-11-24', telefon: '0701740605', saKontaktasJag: '' },
        belopp: 40000,
      }),
    );
    const handläggare = await läge.medarbetare('handlaggare');
    const iKön = async () => (await läge.personal.kö(handläggare)).find((rad) => rad.ansökan === ansökan.id);
    assert.equal((await iKön())?.slag, 'akut');
    const rad = await läge.tills(async () => {
      const found = await iKön();
      return found?.stopp.length ? found : undefined;
    });
    assert.ok(rad.stopp.some((s) => s.kod === 'akut-behov'));
    assert.equal((await läge.port.startförslag(jag!)).slag, 'ateransokan', 'the month is still applied for as usual');
    const fel = await läge.port.begärAkutHjälp(jag!, {
      akut: { behov: [], vad: '', senast: '', telefon: '', saKontaktasJag: '' },
      belopp: undefined,
    });
    assert.ok(!fel.ok && fel.refusal.fält?.length === 4);
  });

  test('a supplementary application goes through the chain to a person and gives what comes on top', async () => {
    const [jag] = await läge.vuxna('ensam-med-barn');
    const förslag = await läge.port.startförslag(jag!);
    assert.deepEqual(förslag.tilläggsmånader.slice(0, 1), ['2026-11']);
    const started = done(await läge.port.starta(jag!, { slag: 'tillagg', månad: '2026-11', medsökande: undefined }));
    const saved = done(
      await läge.port.spara(
        jag!,
        started.ansökan.id,
        {
          tillagg: { behov: 'medicin', varfor: 'Recept' },
          kostnader: [{ id: 'm', typ: 'levnadskostnad-i-ovrigt', belopp: 45000, vad: 'Medicin' }],
          intygat: true,
        },
        1,
      ),
    );
    const { ansökan } = done(await läge.port.skickaIn(jag!, saved.ansökan.id, saved.ansökan.version));
    assert.equal(ansökan.status, 'inkommen');
    const handläggare = await läge.medarbetare('handlaggare');
    const rad = await läge.tills(async () =>
      (await läge.personal.kö(handläggare)).find((r) => r.ansökan === ansökan.id && r.stopp.length > 0),
    );
    assert.ok(rad.stopp.some((s) => s.kod === 'tillagg'));
    const ärende = (await läge.personal.hämta(handläggare, ansökan.id))!;
    assert.equal(ärende.beräkning?.bistand, 450);
    const egna = (await läge.port.översikt(jag!)).ansökningar;
    assert.equal(egna.filter((r) => r.ansökan.slag === 'tillagg').length, 1);
    const igen = await läge.port.starta(jag!, { slag: 'tillagg', månad: '2026-02', medsökande: undefined });
    assert.ok(!igen.ok && igen.refusal.kod === 'manaden-inte-beslutad');
  });

  test('two tabs that start the same application: one draft, and a sentence', async () => {
    const [jag] = await läge.vuxna('gymnasist');
    const val = { slag: 'nyansokan', månad: '2026-12', medsökande: undefined } as const;
    const båda = await Promise.all([läge.port.starta(jag!, val), läge.port.starta(jag!, val)]);
    assert.deepEqual(båda.map((r) => r.ok).sort(), [false, true]);
    const refused = båda.find((r) => !r.ok)!;
    assert.ok(!refused.ok && refused.refusal.kod === 'utkast-finns');
  });

  test('the second signature: reminded twice, then closed; each told what is theirs', async () => {
    const { ansökan, ena, andra } = await skickaTillsammans(läge);
    const kör = () =>
      läge.system((x) => bevakaUnderskrifter.kör(x, { nu: läge.nu().toISOString(), enqueue: async () => {} }));
    const påminnelser = async (who: Medborgare) =>
      (await läge.port.hämta(who, ansökan.id))!.händelser.filter((h) => h.typ === 'underskrift-paminnelse').length;
    const frist = Date.parse((await läge.port.hämta(ena, ansökan.id))!.underskriftSenast!);
    assert.equal(frist - läge.nu().getTime(), 7 * 24 * 3_600_000);
    for (const [timmar, väntat] of [
      [24, 0],
      [24, 1],
      [24, 1],
      [72, 2],
      [12, 2],
    ] as const) {
      läge.senare(timmar);
      await kör();
      await kör();
      assert.deepEqual([await påminnelser(ena), await påminnelser(andra)], [0, väntat]);
    }
    läge.senare(12);
    await kör();
    for (const who of [ena, andra]) {
      const bild = (await läge.port.hämta(who, ansökan.id))!;
      assert.equal(bild.ansökan.status, 'forfallen');
      assert.equal(bild.händelser.at(-1)?.typ, 'ansokan-forfallen');
    }
    const ensam = done(await läge.port.starta(andra, { slag: 'nyansokan', månad: '2026-12', medsökande: undefined }));
    done(await läge.port.återkalla(andra, ensam.ansökan.id));
  });

  test('separation: the joint case closes, and nothing of one adult reaches the other', async () => {
    const { ansökan, ena, andra } = await skickaTillsammans(läge);
    const sedd = (await läge.port.hämta(andra, ansökan.id))!;
    assert.ok(!JSON.stringify(sedd).includes('endast-for-mig'));
    assert.equal(sedd.ansökan.uppgifter.meddelande, undefined);
    done(await läge.port.separera(andra, ansökan.ärende));
    assert.equal((await läge.port.hämta(ena, ansökan.id))!.ansökan.status, 'aterkallad');
    const sen = await läge.port.signera(andra, ansökan.id, {
      avser: dokumenthash(sedd.ansökan.uppgifter),
      meddelande: undefined,
      önskarHandläggare: false,
    });
    assert.ok(!sen.ok);
    const egen = done(await läge.port.starta(andra, { slag: 'nyansokan', månad: '2026-12', medsökande: undefined }));
    assert.notEqual(egen.ansökan.ärende, ansökan.ärende);
    assert.equal(await läge.port.hämta(ena, egen.ansökan.id), undefined);
    assert.ok(!JSON.stringify(await läge.port.översikt(ena)).includes(egen.ansökan.ärende));
    const [främling] = await läge.vuxna('langtid');
    const nekad = await läge.port.separera(främling!, ansökan.ärende);
    assert.ok(!nekad.ok && nekad.refusal.kod === 'finns-inte');
  });

  test('the receipt one adult reads is the same whatever the other has written for herself', async () => {
    const { ansökan, ena, andra } = await skickaTillsammans(läge);
    const { synligFör } = await import('@stegvis/casework');
    const personer = await läge.system((x) => x.personer.findMany([ena.id, andra.id]));
    const ärende = await läge.system((x) => x.ärenden.get(ansökan.ärende));
    const pdf = (privat: string, läsare: string) => {
      const skriven: Ansökan = {
        ...ansökan,
        uppgifter: {
          ...ansökan.uppgifter,
          meddelande: privat,
          kostnader: [{ id: 'k', typ: 'levnadskostnad-i-ovrigt', belopp: 100, vad: privat }],
        },
        underskrifter: [{ ...ansökan.underskrifter[0]!, meddelande: privat, önskarHandläggare: privat === 'a' }],
      };
      const kvitto = ansökningskvittoPdf({
        kommun: DEMOKOMMUN,
        ansökan: synligFör(skriven, läsare),
        ärende,
        läsare: personer.find((p) => p.id === läsare)!,
        andra: undefined,
      });
      return Buffer.from(kvitto).toString('base64');
    };
    assert.equal(pdf('a', andra.id), pdf('b', andra.id));
    assert.notEqual(pdf('a', ena.id), pdf('b', ena.id));
    assert.match(Buffer.from((await läge.port.kvitto(andra, ansökan.id))!).toString('latin1'), /^%PDF/);
  });

  test('a session is extended by use, but never beyond eight hours', async () => {
    const [jag] = await läge.vuxna('langtid');
    const lager = sessioner(läge.database.db, tenant, läge.nu);
    const började = läge.nu().getTime();
    const hemlighet = await lager.börja({ slag: 'person', id: jag!.id });
    const efter = (timmar: number) => new Date(började + timmar * 3_600_000).toISOString();
    läge.senare(0.25);
    assert.equal((await lager.hämta(hemlighet))?.slutar, efter(0.75));
    for (let i = 0; i < 19; i++) {
      läge.senare(0.4);
      assert.ok(await lager.hämta(hemlighet));
    }
    assert.equal((await lager.hämta(hemlighet))?.slutar, efter(8));
    läge.senare(0.2);
    assert.equal(await lager.hämta(hemlighet), undefined);
  });
});
