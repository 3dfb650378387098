import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Anvisning, Användare, Genomförandeplan, Insats } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { DEMOKOMMUN } from '../../demo/demo.ts';
import { handläggarPort } from '../handlaggare.ts';

const tenant = { kommun: '9999', nämnd: 'socialnamnden' };
const NU = '2026-11-24T08:00:00.000Z';

test('an exit shows and ends the plan and the referrals with its reason, and says that the requirement stands', async (t) => {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const person = randomUUID();
  const samordnare: Användare = {
    id: randomUUID(),
    inloggning: 'samordnare',
    namn: 'Samordnare Ett',
    titel: 'Arbetsmarknadssekreterare',
    roller: ['samordnare'],
    aktiv: true,
  };
  await system(async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: 'Testkommunen', nämndnamn: 'Socialnämnden', inställningar: {} });
    await x.organisation.saveAnvändare(samordnare);
    await x.personer.add({
      id: person,
      personnummer: '198801012397',
      förnamn: 'Vuxen',
      efternamn: 'Ett',
      skyddad: false,
      skapad: NU,
    });
    await så(x, person);
  });
  const app = new Hono();
  app.route(
    '/handlaggning',
    workbenchRoutes({
      port: handläggarPort({
        db: database.db,
        tenant,
        kommun: DEMOKOMMUN,
        nu: () => new Date(NU),
        jobb: { börja: async () => {}, efterBeslut: async () => {} },
      }),
      vem: () => samordnare,
    }),
  );
  const sida = `/handlaggning/person/${person}/avslut`;
  const före = (await (await app.request(sida)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  for (const finns of [
    'Plan nummer 1',
    'Plan nummer 2',
    'Café och kök (pågår)',
    'Verkstan (väntar på anordnarens svar)',
    'Kravet på 20 timmar i veckan slutar inte av sig självt',
  ])
    assert.ok(före.includes(finns), finns);

  const form = { skal: 'arbete', till: 'Skolköket', dag: '2026-11-20', varaktighet: 'minst-ett-ar', eftervard: '' };
  const skicka = (fält: Record<string, string>) =>
    app.request(sida, { method: 'POST', body: new URLSearchParams(fält) });
  assert.equal((await skicka({ ...form, dag: '' })).status, 422);
  assert.equal((await läs()).planer.filter(({ status }) => status === 'avslutad').length, 0, 'a refusal ends nothing');
  assert.equal((await skicka(form)).status, 303);

  const { planer, anvisningar, händelser, krav } = await läs();
  const skäl = 'Vägen är avslutad. Skäl: arbete, Skolköket.';
  assert.deepEqual(
    planer.map(({ status, avslutad }) => [status, avslutad?.skäl]),
    [
      ['avslutad', skäl],
      ['avslutad', skäl],
    ],
  );
  const pågick = anvisningar.find(({ startad }) => startad !== undefined);
  assert.deepEqual([pågick?.status, pågick?.till, pågick?.utfall?.slag], ['avslutad', '2026-11-20', 'arbete']);
  const föreslagen = anvisningar.find(({ startad }) => startad === undefined);
  assert.deepEqual([föreslagen?.status, föreslagen?.återkallad?.skäl], ['aterkallad', skäl]);
  assert.equal(krav[0]?.upphört, undefined, 'a requirement is ended by a decision alone');
  assert.deepEqual(händelser.map(({ typ }) => typ).sort(), [
    'anvisning-aterkallad',
    'anvisning-avslutad',
    'plan-avslutad',
    'plan-avslutad',
    'vag-avslutad',
  ]);

  function läs() {
    return system(async (x) => ({
      planer: await x.planer.findForPersoner([person]),
      anvisningar: await x.anvisningar.findForPersoner([person]),
      krav: await x.kravbeslut.findForPersoner([person]),
      händelser: await x.personhändelser.findForPerson(person),
    }));
  }
});

/** A plan that holds, one that waits for an answer, an activity that goes on, one that nobody has answered, and a requirement. */
async function så(x: TenantTransaction, person: string): Promise<void> {
  const [anordnare, insats, annan] = [randomUUID(), randomUUID(), randomUUID()];
  const svar = { hur: 'samtal' as const, språk: undefined, av: 'Samordnare', tid: NU };
  const plan = (nummer: number, status: Genomförandeplan['status']): Genomförandeplan => ({
    id: randomUUID(),
    person,
    nummer,
    status,
    mål: [{ text: 'Jag vill arbeta i kök.', senast: '2027-12-31' }],
    poster: [],
    jobbsökartimmar: 2,
    uppehåll: [],
    nästaUppföljning: undefined,
    från: '2026-11-01',
    till: '2027-05-31',
    skapad: NU,
    skapadAv: 'Samordnare',
    lämnad: svar,
    svar: status === 'overenskommen' ? { ...svar, instämmer: true } : undefined,
    synpunkt: undefined,
    avslutad: undefined,
    version: 1,
  });
  await x.planer.add(plan(1, 'overenskommen'));
  await x.planer.add(plan(2, 'lamnad'));
  await sql`insert into kravbeslut (id, person, grund, fran, till, kvartar, provning, plan, plannummer, skal, beslutat, av)
    values (${randomUUID()}, ${person}, '12:4a', '2026-10', '2027-03', 80, '{}', ${randomUUID()}, 1, 'Skäl', ${NU}, 'H')`.execute(
    x.trx,
  );
  await x.anordnare.add({
    id: anordnare,
    namn: 'Kaféet',
    slag: 'forening',
    kontakt: { namn: 'Chefen', telefon: '0000-1', epost: '' },
    användare: [],
    aktiv: true,
    version: 1,
  });
  const bas: Insats = {
    id: insats,
    anordnare,
    namn: 'Café och kök',
    beskrivning: 'Vi lagar mat.',
    syften: ['motivera'],
    område: 'arbete',
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
  };
  await x.insatser.add(bas);
  await x.insatser.add({ ...bas, id: annan, namn: 'Verkstan' });
  const anvisning: Anvisning = {
    id: randomUUID(),
    person,
    insats,
    anordnare,
    grund: 'frivillig',
    krav: undefined,
    samråd: undefined,
    status: 'pagar',
    från: '2026-11-02',
    till: '2027-02-28',
    timmarPerVecka: 4,
    pass: [],
    skäl: 'Skäl',
    avsteg: undefined,
    tillAnordnaren: '',
    föreslagen: NU,
    föreslagenAv: { id: randomUUID(), namn: 'Samordnare' },
    svar: { ja: true, skäl: '', av: 'Kaféet', tid: NU },
    kö: undefined,
    startad: '2026-11-02',
    utfall: undefined,
    återkallad: undefined,
    version: 1,
  };
  await x.anvisningar.add(anvisning);
  const { startad: _, ...resten } = anvisning;
  const ny: Anvisning = {
    ...resten,
    id: randomUUID(),
    insats: annan,
    status: 'foreslagen',
    från: '2027-03-01',
    till: '2027-05-31',
    svar: undefined,
    startad: undefined,
  };
  await x.anvisningar.add(ny);
}
