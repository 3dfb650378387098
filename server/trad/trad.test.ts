import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Medborgare } from '@stegvis/apply';
import type { Ansökan } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { PERSONAS, type Persona } from '../demo/personas.ts';
import { såDemokommun, uppgifter } from '../demo/sa-demokommun.ts';
import { handläggarPort } from '../portar/handlaggare.ts';
import { medborgarPort } from '../portar/medborgare.ts';
import { startaTråd } from './starta-trad.ts';

const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };

async function öppnaTråd(t: TestContext) {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const started = Date.now();
  const nu = () => new Date(Date.parse('2026-11-24T08:00:00Z') + Date.now() - started);
  const { standIn, config: ssbtek, ...register } = await startDemoregister(nu);
  closing.push(() => standIn.stop());
  await såDemokommun({ db: database.db, tenant, kommun: DEMOKOMMUN, ssbtek, nu });
  const faults: unknown[] = [];
  const { jobs, jobb } = await startaTråd(
    { database, kommun: DEMOKOMMUN, ssbtek, ...register, nu },
    { onFault: (fault) => faults.push(fault) },
  );
  closing.push(() => jobs.stop());
  const port = medborgarPort({ db: database.db, tenant, kommun: DEMOKOMMUN, nu, jobb });
  const personal = handläggarPort({ db: database.db, tenant, kommun: DEMOKOMMUN, nu, jobb });
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const person = (personnummer: string) =>
    system(
      async (x): Promise<Medborgare> => ({ id: (await x.personer.findByPersonnummer(personnummer))!.id, förnamn: '' }),
    );
  const medarbetare = (konto: string) => system(async (x) => (await x.organisation.findAnvändareByInloggning(konto))!);
  return { database, register, port, personal, standIn, system, person, medarbetare, faults };
}

type Tråd = Awaited<ReturnType<typeof öppnaTråd>>;

const persona = (namn: Persona['namn']) => PERSONAS.find((p) => p.namn === namn)!;

/** Applies as the persona would on the pages, up to the last signature. */
async function ansök(tråd: Tråd, p: Persona): Promise<{ ansökan: Ansökan; vuxna: Medborgare[] }> {
  const vuxna = await Promise.all(p.vuxna.map((v) => tråd.person(v.personnummer)));
  const [first, second] = vuxna;
  const förslag = await tråd.port.startförslag(first!);
  const started = await tråd.port.starta(first!, {
    slag: förslag.slag,
    månad: förslag.föreslagenMånad,
    medsökande: second && { personnummer: p.vuxna[1]!.personnummer },
  });
  assert.ok(started.ok, JSON.stringify(started));
  const svar = uppgifter(
    p,
    vuxna.map((v) => v.id),
    started.ansökan.uppgifter,
  );
  const saved = await tråd.port.spara(first!, started.ansökan.id, svar, started.ansökan.version);
  assert.ok(saved.ok, JSON.stringify(saved));
  const sent = await tråd.port.skickaIn(first!, saved.ansökan.id, saved.ansökan.version);
  assert.ok(sent.ok, JSON.stringify(sent));
  return { ansökan: sent.ansökan, vuxna };
}

/** Waits until the condition holds; the thread is durable jobs, so the answer comes by itself. */
async function tills<T>(tråd: Tråd, read: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const found = await read();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error(`The thread stopped: ${tråd.faults.map(String).join('; ')}`);
}

test('ensam-med-barn: a renewal like last month is granted automatically, paid and written about', async (t) => {
  const tråd = await öppnaTråd(t);
  const { ansökan, vuxna } = await ansök(tråd, persona('ensam-med-barn'));
  assert.equal(ansökan.slag, 'ateransokan');
  const bild = await tills(tråd, async () => {
    const found = await tråd.port.hämta(vuxna[0]!, ansökan.id);
    return found?.beslut && found.händelser.some((h) => h.typ === 'brev-skapat') ? found : undefined;
  });
  assert.equal(bild.beslut?.utfall, 'bifall');
  assert.equal(bild.beslut?.beslutsfattare.slag, 'automatisk');
  assert.equal(bild.utbetalning?.belopp, bild.beslut?.belopp);
  assert.match(Buffer.from((await tråd.port.brev(vuxna[0]!, bild.beslut!.id))!).toString('latin1'), /^%PDF/);
  const ekonom = await tråd.medarbetare('ekonom');
  const made = await tråd.personal.skapaBetalfil(ekonom, bild.utbetalning!.utbetalningsdag);
  assert.ok(made.ok, JSON.stringify(made));
  const två = await tråd.medarbetare('ekonom-tva');
  assert.equal((await tråd.personal.släppBetalfil(ekonom, made.fil.id, made.fil.sha256!)).ok, false);
  assert.ok((await tråd.personal.släppBetalfil(två, made.fil.id, made.fil.sha256!)).ok);
  const fil = await tråd.personal.betalfil(två, made.fil.id);
  assert.match(fil!.xml, /<CtgyPurp><Cd>SALA<\/Cd>/);
  assert.equal((await tråd.personal.skapaBetalfil(ekonom, bild.utbetalning!.utbetalningsdag)).ok, false);
  assert.deepEqual(tråd.faults, []);
});

test('par-med-spadbarn: waits for the second signature, then a caseworker decides', async (t) => {
  const tråd = await öppnaTråd(t);
  const { ansökan, vuxna } = await ansök(tråd, persona('par-med-spadbarn'));
  assert.equal(ansökan.status, 'inskickad');
  const seen = await tråd.port.hämta(vuxna[1]!, ansökan.id);
  const { dokumenthash } = await import('@stegvis/casework');
  const again = await tråd.port.signera(vuxna[0]!, ansökan.id, {
    avser: dokumenthash(ansökan.uppgifter),
    meddelande: undefined,
    önskarHandläggare: false,
  });
  assert.equal(again.ok, false);
  const signed = await tråd.port.signera(vuxna[1]!, ansökan.id, {
    avser: dokumenthash(seen!.ansökan.uppgifter),
    meddelande: undefined,
    önskarHandläggare: false,
  });
  assert.ok(signed.ok && signed.ansökan.inkommen);
  const handläggare = await tråd.medarbetare('handlaggare');
  const rad = await tills(tråd, async () =>
    (await tråd.personal.kö(handläggare)).find((k) => k.ansökan === ansökan.id && k.nästa === 'ta-stallning'),
  );
  assert.ok(rad.stopp.some((s) => s.kod === 'forsta-ansokan'));
  const bild = (await tråd.personal.hämta(handläggare, ansökan.id))!;
  assert.equal(bild.beräkning?.utfall, 'bifall');
  const decided = await tråd.personal.besluta(handläggare, ansökan.id, {
    sett: { beräkningId: bild.beräkningId!, utfall: 'bifall', belopp: Math.round(bild.beräkning!.bistand! * 100) },
    motivering: 'Inkomsterna räcker inte.',
    kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'Den sökande känner till sina utbetalningar.' },
    kvitterade: bild.varningar.map((v) => v.id),
    baseradPå: bild.ansökan.version,
  });
  assert.ok(decided.ok, JSON.stringify(decided));
  await tills(tråd, async () =>
    (await tråd.port.hämta(vuxna[1]!, ansökan.id))!.händelser.some((h) => h.typ === 'brev-skapat') ? true : undefined,
  );
});

test('a register that does not answer stops the grant and is never zero', async (t) => {
  const tråd = await öppnaTråd(t);
  const p = persona('ensam-med-barn');
  tråd.standIn.setMode(p.vuxna[0].personnummer, 'delfel', 'FK');
  const { ansökan } = await ansök(tråd, p);
  const handläggare = await tråd.medarbetare('handlaggare');
  const rad = await tills(tråd, async () =>
    (await tråd.personal.kö(handläggare)).find((k) => k.ansökan === ansökan.id && k.stopp.length > 0),
  );
  assert.ok(rad.stopp.some((s) => s.kod === 'register-svarar-inte'));
  assert.equal(rad.nästa, 'vantar-pa-register');
  const bild = (await tråd.personal.hämta(handläggare, ansökan.id))!;
  assert.equal(bild.beräkning?.utfall, 'bedoms');
  assert.equal(bild.beräkning?.bistand, null);
  tråd.standIn.setMode(p.vuxna[0].personnummer, 'normal');
  assert.ok((await tråd.personal.frågaIgen(handläggare, ansökan.id)).ok);
  await tills(tråd, async () => (await tråd.personal.hämta(handläggare, ansökan.id))!.beslut);
});

test('skyddad: led to a caseworker, and nothing of the case is seen without the role', async (t) => {
  const tråd = await öppnaTråd(t);
  const p = persona('skyddad');
  const me = await tråd.person(p.vuxna[0].personnummer);
  const förslag = await tråd.port.startförslag(me);
  assert.equal(förslag.tillHandläggare, true);
  const refused = await tråd.port.starta(me, {
    slag: 'nyansokan',
    månad: förslag.föreslagenMånad,
    medsökande: undefined,
  });
  assert.ok(!refused.ok && !/skydd/i.test(JSON.stringify(refused.refusal)));
  const [rad] = (await tråd.port.översikt(me)).ansökningar;
  assert.equal(await tråd.personal.hämta(await tråd.medarbetare('handlaggare'), rad!.ansökan.id), undefined);
  assert.ok(await tråd.personal.hämta(await tråd.medarbetare('handlaggare-skyddade'), rad!.ansökan.id));
  const other = await tråd.person(persona('langtid').vuxna[0].personnummer);
  assert.equal(await tråd.port.hämta(other, rad!.ansökan.id), undefined);
});
