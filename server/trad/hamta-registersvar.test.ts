import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Medborgare } from '@stegvis/apply';
import type { Ansökan, PersonId } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { sql } from 'kysely';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { PERSONAS, type Persona } from '../demo/personas.ts';
import { såDemokommun, uppgifter } from '../demo/sa-demokommun.ts';
import { medborgarPort } from '../portar/medborgare.ts';
import { gallraRåaRegistersvar } from './gallra-raa-registersvar.ts';
import { startaTråd } from './starta-trad.ts';
import { körTidsstyrt } from './tidsstyrt.ts';

const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
const persona = (namn: Persona['namn']) => PERSONAS.find((p) => p.namn === namn)!;

async function öppnaTråd(t: TestContext) {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const started = Date.now();
  let framåt = 0;
  const nu = () => new Date(Date.parse('2026-11-24T08:00:00Z') + Date.now() - started + framåt);
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
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const person = (personnummer: string) =>
    system(
      async (x): Promise<Medborgare> => ({ id: (await x.personer.findByPersonnummer(personnummer))!.id, förnamn: '' }),
    );

  /** Applies as the persona would on the pages, up to the last signature. */
  const ansök = async (p: Persona): Promise<Ansökan> => {
    const me = await person(p.vuxna[0].personnummer);
    const förslag = await port.startförslag(me);
    const started = await port.starta(me, {
      slag: förslag.slag,
      månad: förslag.föreslagenMånad,
      medsökande: undefined,
    });
    assert.ok(started.ok, JSON.stringify(started));
    const svar = uppgifter(p, [me.id], started.ansökan.uppgifter);
    const saved = await port.spara(me, started.ansökan.id, svar, started.ansökan.version);
    assert.ok(saved.ok, JSON.stringify(saved));
    const sent = await port.skickaIn(me, saved.ansökan.id, saved.ansökan.version);
    assert.ok(sent.ok, JSON.stringify(sent));
    return sent.ansökan;
  };
  /** Waits until the condition holds; the thread is durable jobs, so the answer comes by itself. */
  const tills = async <T>(read: () => Promise<T | undefined>): Promise<T> => {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      const found = await read();
      if (found !== undefined) return found;
      await pause(50);
    }
    throw new Error(`The thread stopped: ${faults.map(String).join('; ')}`);
  };
  const stopp = (id: string, nummer: number) =>
    tills(() =>
      system(async (x) => {
        const beräkning = await x.utredningar.findSenasteBeräkning(id);
        if (!beräkning || beräkning.nummer < nummer) return undefined;
        return beräkning.förslag.slag === 'till-handlaggare' ? beräkning.förslag.stopp.map((s) => s.kod) : [];
      }),
    );
  /** The clock goes on to the next attempt, and what waits for its time is due. */
  const gåFramåt = async (ms: number) => {
    framåt += ms;
    await sql`update pgboss.job set start_after = now() where state = 'created' and start_after > now()`.execute(
      database.db,
    );
  };
  const väntandeFrågor = async () => {
    const { rows } = await sql<{ antal: number }>`
      select count(*)::int as antal from pgboss.job where name = 'hamta-registersvar' and state = 'created'`.execute(
      database.db,
    );
    return rows[0]!.antal;
  };
  return {
    ...register,
    database,
    standIn,
    system,
    person,
    ansök,
    tills,
    stopp,
    gåFramåt,
    väntandeFrågor,
    nu,
    jobs,
    faults,
  };
}

test('a register that is down stops the application, is asked again by itself, and then it is granted', async (t) => {
  const tråd = await öppnaTråd(t);
  const p = persona('ensam-med-barn');
  const nummer = p.vuxna[0].personnummer;
  tråd.standIn.setMode(nummer, 'delfel', 'CSN');
  tråd.folkbokföringsstandIn.setMode(nummer, 'http-500');
  const { id } = await tråd.ansök(p);
  const koder = await tråd.stopp(id, 1);
  assert.ok(koder.includes('register-svarar-inte'), String(koder));
  assert.equal(await tråd.system((x) => x.beslut.findForAnsökan(id)), undefined);

  await tråd.gåFramåt(30_000);
  assert.ok((await tråd.stopp(id, 2)).includes('register-svarar-inte'));
  tråd.standIn.setMode(nummer, 'normal');
  tråd.folkbokföringsstandIn.setMode(nummer, 'normal');
  await tråd.tills(async () => ((await tråd.väntandeFrågor()) > 0 ? true : undefined));
  await tråd.gåFramåt(120_000);
  const beslut = await tråd.tills(() => tråd.system((x) => x.beslut.findForAnsökan(id)));
  assert.deepEqual([beslut.utfall, beslut.beslutsfattare.slag], ['bifall', 'automatisk']);
  const frågningar = await tråd.system((x) => x.utredningar.findFrågningar(id));
  assert.deepEqual(
    frågningar.map((f) => f.källor),
    [['FK', 'AF', 'CSN', 'SO'], ['CSN'], ['CSN']],
  );
  assert.equal(await tråd.väntandeFrågor(), 0);
  assert.deepEqual(tråd.faults, []);
});

test('nobody is asked while a transaction is held, and what the registers said is kept with source, time and version', async (t) => {
  const tråd = await öppnaTråd(t);
  const p = persona('langtid');
  const nummer = p.vuxna[0].personnummer;
  tråd.standIn.setMode(nummer, 'langsam');
  const open: number[] = [];
  const timer = setInterval(
    () =>
      sql<{ antal: number }>`
        select count(*)::int as antal from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction' and now() - state_change > interval '300 ms'`
        .execute(tråd.database.db)
        .then(({ rows }) => open.push(rows[0]!.antal)),
    100,
  );
  const { id } = await tråd.ansök(p);
  await tråd.stopp(id, 1);
  clearInterval(timer);
  assert.ok(open.length > 5 && open.every((antal) => antal === 0), String(open));
  const { frågningar, folkbokföring, konto, rått, logg } = await tråd.system(async (x) => {
    const frågningar = await x.utredningar.findFrågningar(id);
    return {
      frågningar,
      folkbokföring: await x.register.findFolkbokföringssvar(id),
      konto: await x.register.findKontokontroll(id),
      rått: await x.register.findRåttSvar(frågningar[0]!.id),
      logg: await x.granskning.find({ objekt: { slag: 'ansokan', id }, högst: 50 }),
    };
  });
  const me: PersonId = (await tråd.person(nummer)).id;
  assert.ok(frågningar[0]!.svar.every((s) => s.version.startsWith('SSBTEK v10') && s.hämtad >= frågningar[0]!.skickad));
  assert.deepEqual(
    [folkbokföring[me]?.kvalitet, folkbokföring[me]?.uppgift?.kommun, folkbokföring[me]?.version],
    ['svarat', DEMOKOMMUN.kod, 'Navet Personpost V3'],
  );
  assert.deepEqual([konto?.kvalitet, konto?.egen], ['svarat', true]);
  assert.match(Buffer.from(rått!).toString(), /hamtaBastjanstInformationResponse/);
  const asked = logg.map((rad) => rad.handling);
  for (const handling of ['register.fraga', 'folkbokforing.fraga', 'kontoregister.fraga'])
    assert.ok(asked.includes(handling), handling);

  const delar = { db: tråd.database.db, tenant, enqueue: tråd.jobs.enqueue, onFault: assert.fail };
  const kvar = () => tråd.system((x) => x.register.findRåttSvar(frågningar[0]!.id));
  await körTidsstyrt([gallraRåaRegistersvar], { ...delar, nu: tråd.nu });
  assert.ok(await kvar());
  await körTidsstyrt([gallraRåaRegistersvar], { ...delar, nu: () => new Date('2026-12-09T08:00:00Z') });
  assert.equal(await kvar(), undefined);
  assert.equal((await tråd.system((x) => x.utredningar.findFrågningar(id))).length, 1);
});

test('somebody the population register has elsewhere is not granted automatically', async (t) => {
  const tråd = await öppnaTråd(t);
  const p = persona('ensam-med-barn');
  tråd.folkbokföringsstandIn.setMode(p.vuxna[0].personnummer, 'inget');
  const { id } = await tråd.ansök(p);
  const koder: readonly string[] = await tråd.stopp(id, 1);
  assert.ok(
    koder.some((kod) => /kommun|bosatt|flytt/.test(kod)),
    String(koder),
  );
});

test('somebody the population register protects is handled as protected from then on', async (t) => {
  const tråd = await öppnaTråd(t);
  const p = persona('langtid');
  const nummer = p.vuxna[0].personnummer;
  tråd.folkbokföringsstandIn.setMode(nummer, 'skyddad');
  const { id } = await tråd.ansök(p);
  assert.ok((await tråd.stopp(id, 1)).includes('skyddade-uppgifter'));
  const { person, svar } = await tråd.system(async (x) => {
    const person = (await x.personer.findByPersonnummer(nummer))!;
    return { person, svar: (await x.register.findFolkbokföringssvar(id))[person.id] };
  });
  assert.deepEqual([person.skyddad, svar?.uppgift?.adress], [true, undefined]);
});
