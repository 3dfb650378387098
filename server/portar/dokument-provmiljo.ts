import { randomUUID } from 'node:crypto';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Ansökan, Person } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import type { Virusskydd } from '@stegvis/integrations';
import { type Medarbetare, workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { handläggarPort } from './handlaggare.ts';
import { medborgarPort } from './medborgare.ts';

export const NU = '2026-11-24T08:00:00.000Z';
const tenant = { kommun: '9999', nämnd: 'socialnamnden' };
export const HANDLÄGGARE: Medarbetare = {
  id: randomUUID(),
  namn: 'Handläggare Ett',
  titel: 'Socialsekreterare',
  roller: ['handlaggare'],
};

/** Two adults, one of them with an own application too, on the real ports and pages. */
export async function öppnaDokumentprov(
  t: { after(clean: () => Promise<void>): unknown },
  val: { virusskydd?: Virusskydd; skyddad?: boolean } = {},
) {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const { db } = database;
  const system = <T>(work: Parameters<typeof inTenant<T>>[2], scope = tenant) =>
    inTenant(db, { ...scope, aktör: { slag: 'system', id: 'test' } }, work);
  const personer: Person[] = ['198801012397', '199001012385'].map((personnummer, i) => ({
    id: randomUUID(),
    personnummer,
    förnamn: `Vuxen ${i + 1}`,
    efternamn: 'Testsson',
    skyddad: val.skyddad ?? false,
    skapad: NU,
  }));
  const [a, b] = personer.map((p): Medborgare => ({ id: p.id, förnamn: p.förnamn }));
  const ansökan = await system(async (x): Promise<Ansökan> => {
    await x.organisation.saveNämnd({ kommunnamn: 'Testkommunen', nämndnamn: 'Socialnämnden', inställningar: {} });
    for (const person of personer) await x.personer.add(person);
    const ärende = await x.ärenden.add({ id: randomUUID(), sökande: a!.id, medsökande: b!.id, öppnat: NU });
    const made: Ansökan = {
      id: randomUUID(),
      ärende: ärende.id,
      slag: 'nyansokan',
      månad: '2026-12',
      sökande: a!.id,
      medsökande: b!.id,
      kanal: 'webb',
      status: 'utkast',
      uppgifter: { kostnader: [{ id: 'k1', typ: 'boende', belopp: 740000 }] },
      underskrifter: [],
      version: 1,
      skapad: NU,
      ändrad: NU,
      inskickad: undefined,
      inkommen: undefined,
    };
    await x.ansökningar.add(made);
    return made;
  });
  const jobb = { börja: async () => {}, efterBeslut: async () => {} };
  let tick = 0;
  const nu = () => new Date(Date.parse(NU) + 1000 * tick++);
  const delar = { db, tenant, kommun: DEMOKOMMUN, nu, jobb };
  const port = medborgarPort({ ...delar, virusskydd: val.virusskydd });
  const personal = handläggarPort(delar);
  const app = new Hono();
  const vem = { person: a! };
  app.route('/', applyRoutes({ port, vem: () => vem.person }));
  app.route('/handlaggning', workbenchRoutes({ port: personal, vem: () => HANDLÄGGARE }));
  const sida = `/ansok/${ansökan.id}/dokument`;
  const skicka = async (fil: Uint8Array | undefined, fält: Record<string, string> = {}, namn = 'Min hyra.pdf') => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ plats: 'kostnader.boende', ...fält })) form.set(name, value);
    form.set('fil', new File(fil ? [new Uint8Array(fil)] : [], fil ? namn : '', { type: 'image/png' }));
    const svar = await app.request(sida, { method: 'POST', body: form });
    return { status: svar.status, text: await svar.text(), till: svar.headers.get('location') };
  };
  const rader = () => system((x) => x.dokument.findForAnsökan(ansökan.id));
  /** The application as sent by the first adult, or by both. */
  const sänd = (status: 'inskickad' | 'inkommen') =>
    system(async (x) => {
      const now = await x.ansökningar.get(ansökan.id);
      await x.ansökningar.save({
        ...now,
        status,
        inskickad: NU,
        inkommen: status === 'inkommen' ? NU : undefined,
        underskrifter: (status === 'inkommen' ? [a!, b!] : [a!]).map((p) => ({
          person: p.id,
          tid: NU,
          metod: 'oidc',
          avser: 'a'.repeat(64),
          önskarHandläggare: false,
        })),
        version: now.version + 1,
      });
    });
  return { db, system, a: a!, b: b!, personer, ansökan, port, personal, app, vem, sida, skicka, rader, sänd, closing };
}
