import { setTimeout as pause } from 'node:timers/promises';
import { type PreparedJobHandler, startJobs } from './jobs.ts';
import { openDatabase } from './open-database.ts';
import { sampleBeräkning, sampleBeslut, sampleUtbetalning } from './sample-rows.ts';

/**
 * A process for the kill test: works on the thread's jobs with a pause at every step, so that a kill can come anywhere.
 * Prints a letter for every step it takes.
 */
const database = await openDatabase(process.argv[2]!);
await startJobs(database, {
  'hamta-registersvar': {
    prepare: async ({ data, inTenant }) => {
      await step('f');
      return inTenant(async (tenant) => (await tenant.ansökningar.get(data.id)).ärende);
    },
    run: async ({ tenant, data, enqueue }, ärende) => {
      await step('h');
      const text = 'Svar';
      const tid = new Date().toISOString();
      await tenant.händelser.add([{ ärende, ansökan: data.id, typ: 'register-svarat', tid, text, synlig: 'alla' }]);
      await enqueue(tenant, 'berakna-och-besluta', data);
      await step('h');
    },
  } satisfies PreparedJobHandler<string>,
  'berakna-och-besluta': async ({ tenant, data, enqueue }) => {
    const ansökan = await tenant.ansökningar.get(data.id);
    const beräkning = await tenant.utredningar.addBeräkning(sampleBeräkning(ansökan));
    await step('b');
    const beslut = sampleBeslut(ansökan, beräkning.id);
    await tenant.beslut.add(beslut);
    await tenant.ansökningar.save({ ...ansökan, status: 'beslutad', version: ansökan.version + 1 });
    await step('b');
    await tenant.utbetalningar.add(sampleUtbetalning(beslut, ansökan.sökande));
    await enqueue(tenant, 'skapa-brev', { id: beslut.id });
    await step('b');
  },
  'skapa-brev': async ({ tenant, data }) => {
    const beslut = await tenant.beslut.get(data.id);
    const { sökande } = await tenant.ansökningar.get(beslut.ansökan);
    await step('l');
    await tenant.brev.add({
      id: beslut.id,
      beslut: beslut.id,
      underrättelse: undefined,
      innehåll: undefined,
      ansökan: beslut.ansökan,
      ärende: beslut.ärende,
      mottagare: sökande,
      slag: 'beslut',
      skapat: beslut.beslutad,
      pdf: new Uint8Array([1]),
    });
    await step('l');
  },
});
process.stdout.write('ready ');

async function step(letter: string): Promise<void> {
  process.stdout.write(letter);
  await pause(2);
}
