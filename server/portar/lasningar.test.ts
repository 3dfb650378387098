import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { applyRoutes } from '@stegvis/apply';
import { type Användare, ROLLER } from '@stegvis/casework';
import { inTenant } from '@stegvis/database';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { handläggarPort } from './handlaggare.ts';
import { medborgarPort } from './medborgare.ts';
import { öppnaNedsättningsprov } from './nedsattning-provmiljo.ts';

type Delar = Parameters<typeof handläggarPort>[0] & Parameters<typeof medborgarPort>[0];
type Metod = 'GET' | 'POST';

/** Addresses whose key names something of the whole board's, not a person or a case. */
const INGENS =
  /\/(installningar|ivo|checklistor|indikator|jamstalldhet|rapport|beskrivning|oppna-data|uttag|insats|anordnare|dag|ar|punkt)\/:|^\/kalender\//;

/** The routes of the kind that name a person, a case or something of theirs, with the ids of the scene in place. */
function adresser(app: Hono, metod: Metod, id: (namn: string, rutt: string) => string): string[] {
  const rutter = app.routes.filter((r) => r.method === metod && r.path.includes(':') && !INGENS.test(r.path));
  return [...new Set(rutter.map((r) => r.path))].map((rutt) =>
    rutt.replace(/:([a-z]+)(\{[^/]*\})?/g, (_, namn: string) => id(namn, rutt)),
  );
}

test('every page of staff that shows a person is logged, and no other board, role or person comes to it', async (t) => {
  const prov = await öppnaNedsättningsprov(t);
  const { ansökan, anvisningar, ena, andra, handläggare } = prov;
  const delar = prov.delar as unknown as Delar;
  await prov.utred();
  const ärende = await prov.ärende();

  const id = (namn: string, rutt: string): string => {
    if (namn === 'person') return ena.id;
    if (namn === 'anvisning') return anvisningar.krav.id;
    if (namn === 'arende') return rutt.includes('bor-isar') ? ansökan.ärende : ärende.id;
    if (namn === 'id') return ansökan.id;
    if (namn === 'nummer' || namn === 'sida') return '1';
    if (namn === 'dag') return '2026-11-09';
    return randomUUID();
  };
  const hemligt = new RegExp([ena, andra].flatMap((p) => [p.förnamn, p.personnummer]).join('|'));
  const personal = (delar: Delar, vem: Användare) =>
    new Hono().route('/handlaggning', workbenchRoutes({ port: handläggarPort(delar), vem: () => vem }));
  const medborgare = (delar: Delar, vem: { id: string; förnamn: string }) =>
    new Hono().route(
      '/',
      applyRoutes({ port: medborgarPort(delar), vem: () => vem } as Parameters<typeof applyRoutes>[0]),
    );
  const chef: Användare = { ...handläggare, roller: ['handlaggare', 'enhetschef', 'samordnare'] };
  const rader = () => prov.system((x) => x.granskning.find({ personer: [ena.id], högst: 100_000 }));
  const läge = () => prov.system(async (x) => [await x.ansökningar.get(ansökan.id), await prov.ärende()]);

  await t.test('each page that opens leaves a row about the person', async () => {
    const app = personal(delar, chef);
    const olästa: string[] = [];
    let öppnade = 0;
    for (const adress of adresser(app, 'GET', id)) {
      const före = (await rader()).length;
      const svar = await app.request(adress);
      await svar.arrayBuffer();
      if (svar.status !== 200) continue;
      öppnade++;
      if ((await rader()).length === före) olästa.push(adress);
    }
    assert.deepEqual(olästa, []);
    assert.ok(öppnade >= 20, `only ${öppnade} pages opened`);
  });

  /** What is answered, or done, with the scene's ids for somebody who has nothing to do with them. */
  const läckor = async (app: Hono) => {
    const fel: string[] = [];
    const före = await läge();
    for (const metod of ['GET', 'POST'] as const)
      for (const adress of adresser(app, metod, id)) {
        const svar = await app.request(adress, {
          method: metod,
          ...(metod === 'POST' && { body: new URLSearchParams({ skal: 'Prov', text: 'Prov' }) }),
        });
        const text = await svar.text();
        if (svar.status === 200 || svar.status >= 500 || hemligt.test(text))
          fel.push(`${metod} ${adress} ${svar.status}`);
      }
    assert.deepEqual(await läge(), före);
    return fel;
  };

  await t.test('another board on the same database answers none of it', async () => {
    const annan = { kommun: '0002', nämnd: 'socialnamnden' };
    const vem: Användare = { ...handläggare, id: randomUUID(), inloggning: 'annan', roller: [...ROLLER] };
    await inTenant(delar.db, { ...annan, aktör: { slag: 'system', id: 'test' } }, async (x) => {
      await x.organisation.saveNämnd({ kommunnamn: 'Grannkommunen', nämndnamn: 'Socialnämnden', inställningar: {} });
      await x.organisation.saveAnvändare(vem);
    });
    const där: Delar = { ...delar, tenant: annan };
    assert.deepEqual(await läckor(personal(där, vem)), []);
    assert.deepEqual(await läckor(medborgare(där, { id: ena.id, förnamn: '' })), []);
  });

  await t.test('somebody who sees figures alone, and another citizen, come to none of it', async () => {
    assert.deepEqual(await läckor(personal(delar, { ...handläggare, roller: ['analytiker'] })), []);
    assert.deepEqual(await läckor(medborgare(delar, { id: randomUUID(), förnamn: '' })), []);
  });

  await t.test(
    'a person whose identity is protected is opened by those who may alone, and the attempts are logged',
    async () => {
      await delar.db.transaction().execute(async (tx) => {
        const { kommun, nämnd } = delar.tenant;
        await sql`select set_config('stegvis.kommun', ${kommun}, true), set_config('stegvis.namnd', ${nämnd}, true)`.execute(
          tx,
        );
        await tx.updateTable('person').set({ skyddad: true }).where('id', '=', ena.id).execute();
      });
      const före = (await rader()).length;
      assert.deepEqual(await läckor(personal(delar, chef)), []);
      const nekade = (await rader()).slice(0, -före).filter((rad) => rad.utfall === 'nekad');
      assert.ok(nekade.length >= 20, `only ${nekade.length} attempts are logged as refused`);
    },
  );
});
