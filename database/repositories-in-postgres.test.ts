import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import type { Delegationspunkt, Justering, Jämförelserad, Registerfrågning } from '@stegvis/casework';
import { sql } from 'kysely';
import { inTenant } from './in-tenant.ts';
import { openTestDatabase, testScope } from './open-test-database.ts';
import type { Repositories } from './repositories.ts';
import { Duplicate } from './repository-errors.ts';
import { sampleAnsökan, sampleBeräkning, sampleBeslut, samplePerson, sampleÄrende } from './sample-rows.ts';

const { db } = await openTestDatabase({ after });
const run = <T>(work: (r: Repositories) => Promise<T>) => inTenant(db, testScope, work);

async function newAnsökan(own: Parameters<typeof sampleAnsökan>[1] = {}, skyddad = false) {
  const person = samplePerson({ skyddad });
  return run(async (r) => {
    await r.personer.add(person);
    const ärende = await r.ärenden.add(sampleÄrende(person.id));
    const ansökan = sampleAnsökan(ärende, own);
    await r.ansökningar.add(ansökan);
    return { person, ärende, ansökan };
  });
}

/** What a document is after having been stored: absent where it was undefined. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('repositories that only PostgreSQL has', () => {
  it('gives back register answers as recorded, quality and fault included', async () => {
    const { person, ansökan } = await newAnsökan();
    const frågning: Registerfrågning = {
      id: randomUUID(),
      ansökan: ansökan.id,
      person: person.id,
      källor: ['FK', 'CSN'],
      skickad: '2026-11-20T08:11:01.000Z',
      svar: [
        {
          källa: 'FK',
          kvalitet: 'svarat',
          hämtad: '2026-11-20T08:11:02.000Z',
          version: 'SSBTEK v10',
          uppgifter: [
            {
              slag: 'utbetalning',
              inkomsttyp: 'barnbidrag',
              netto: 125000,
              utbetald: '2026-11-20',
              planerad: false,
              ursprung: 'FK BB',
            },
          ],
        },
        {
          källa: 'CSN',
          kvalitet: 'ej-kontrollerbar',
          hämtad: '2026-11-20T08:11:02.000Z',
          version: 'SSBTEK v10',
          fel: { kod: 'timeout', text: 'CSN svarade inte i tid.', tillfälligt: true },
          uppgifter: [],
        },
      ],
    };
    await run((r) => r.utredningar.addFrågning(frågning));
    assert.deepEqual(await run((r) => r.utredningar.findFrågningar(ansökan.id)), [frågning]);
    assert.deepEqual(await run((r) => r.utredningar.findFrågningar(randomUUID())), []);
  });

  it('gives back settlements in order', async () => {
    const { ansökan } = await newAnsökan();
    const one: Justering = {
      id: randomUUID(),
      ansökan: ansökan.id,
      rad: 'kostnad:k1',
      slag: 'godkand-kostnad',
      belopp: 500000,
      skäl: 'Över gränsen',
      av: { id: randomUUID(), namn: 'Handläggare' },
      tid: '2026-11-20T09:00:00.000Z',
    };
    const two: Justering = { ...one, id: randomUUID(), belopp: 600000, tid: '2026-11-20T09:01:00.000Z' };
    await run(async (r) => {
      await r.utredningar.addJustering(two);
      await r.utredningar.addJustering(one);
    });
    assert.deepEqual(await run((r) => r.utredningar.findJusteringar(ansökan.id)), [one, two]);
  });

  it('numbers calculations and gives back the latest, Swedish property names included', async () => {
    const { ansökan } = await newAnsökan();
    const rad: Jämförelserad = {
      id: 'lucka:p:FK',
      grupp: 'lucka',
      typ: 'ovrig-inkomst',
      benämning: 'Försäkringskassan kunde inte svara',
      person: ansökan.sökande,
      skrev: undefined,
      register: { slag: 'ej-kontrollerbar' },
      källa: 'FK',
      räknat: undefined,
      godkänt: undefined,
      egenUppgift: undefined,
      förra: 125000,
      utbetald: undefined,
      skiljer: false,
      skillnad: undefined,
      fråga: 'Fråga igen.',
      justering: undefined,
    };
    const first = sampleBeräkning(ansökan);
    const second = sampleBeräkning(ansökan, { utredning: { ...first.utredning, jämförelse: [rad], luckor: [rad] } });
    await run(async (r) => {
      assert.equal((await r.utredningar.addBeräkning(first)).nummer, 1);
      assert.equal((await r.utredningar.addBeräkning(second)).nummer, 2);
    });
    assert.deepEqual(
      stored(await run((r) => r.utredningar.findSenasteBeräkning(ansökan.id))),
      stored({ ...second, nummer: 2 }),
    );
    assert.equal((await run((r) => r.utredningar.getBeräkning(first.id))).nummer, 1);
  });

  it('lists what waits for a decision, longest waiting first, without the name of a protected person', async () => {
    await run(async ({ utredningar }) => assert.ok(await utredningar.kö()));
    const late = await newAnsökan({ inkommen: '2026-11-19T12:00:00.000Z', status: 'inkommen' });
    const early = await newAnsökan({ inkommen: '2026-11-19T10:00:00.000Z' }, true);
    const decided = await newAnsökan({ inkommen: '2026-11-19T09:00:00.000Z', status: 'beslutad' });
    const beräkning = sampleBeräkning(early.ansökan);
    await run((r) => r.utredningar.addBeräkning(beräkning));
    const kö = (await run((r) => r.utredningar.kö())).filter((rad) =>
      [late, early, decided].some((x) => x.ansökan.id === rad.ansökan.id),
    );
    assert.deepEqual(
      kö.map((rad) => [rad.ansökan.id, rad.ärende.nummer, rad.personer[0]?.förnamn, rad.stopp?.map((s) => s.kod)]),
      [
        [early.ansökan.id, early.ärende.nummer, '', ['ej-i-kraft']],
        [late.ansökan.id, late.ärende.nummer, 'Person', undefined],
      ],
    );
  });

  it('keeps a letter to each adult once', async () => {
    const { person, ärende, ansökan } = await newAnsökan();
    const beräkning = sampleBeräkning(ansökan);
    const beslut = sampleBeslut(ansökan, beräkning.id, {
      kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'Den sökande har själv lämnat uppgiften.' },
    });
    const brev = {
      id: randomUUID(),
      beslut: beslut.id,
      underrättelse: undefined,
      innehåll: undefined,
      ansökan: ansökan.id,
      ärende: ärende.id,
      mottagare: person.id,
      slag: 'beslut',
      skapat: '2026-11-20T08:14:00.000Z',
      pdf: new Uint8Array([37, 80, 68, 70]),
    } as const;
    await run(async (r) => {
      await r.utredningar.addBeräkning(beräkning);
      await r.beslut.add(beslut);
      await r.brev.add(brev);
    });
    assert.deepEqual(await run((r) => r.beslut.get(beslut.id)), beslut);
    const { pdf, innehåll, ...huvud } = brev;
    assert.deepEqual(await run((r) => r.brev.get(brev.id)), brev);
    assert.deepEqual(await run((r) => r.brev.findForBeslut(beslut.id)), [huvud]);
    await assert.rejects(
      run((r) => r.brev.add({ ...brev, id: randomUUID() })),
      Duplicate,
    );
  });

  it('gives back events in the order they happened, with who may see them', async () => {
    const { person, ärende, ansökan } = await newAnsökan();
    const grund = { ärende: ärende.id, ansökan: ansökan.id, tid: '2026-11-20T08:11:00.000Z' };
    const händelser = [
      { ...grund, typ: 'ansokan-inkommen', text: 'Vi har fått ansökan.', synlig: 'alla' },
      { ...grund, typ: 'ansokan-signerad', text: 'Du skrev under.', synlig: { person: person.id } },
      { ...grund, typ: 'register-svarade-inte', text: 'CSN kunde inte svara.', synlig: 'handlaggare' },
    ] as const;
    await run((r) => r.händelser.add(händelser));
    await run((r) => r.händelser.add([]));
    assert.deepEqual(await run((r) => r.händelser.findForÄrende(ärende.id)), händelser);
  });

  it("writes the transaction's actor in the audit log", async () => {
    const { person, ansökan } = await newAnsökan();
    const post = {
      tid: '2026-11-20T08:15:00.000Z',
      handling: 'ansokan.last',
      person: person.id,
      objekt: { slag: 'ansokan', id: ansökan.id },
      ändamål: 'handläggning',
      utfall: 'tillaten',
    } as const;
    await run((r) => r.granskning.add(post));
    await run((r) => r.granskning.add({ ...post, aktör: { slag: 'anvandare', id: 'x' }, utfall: 'nekad' }));
    const funna = await run((r) => r.granskning.find({ personer: [person.id], högst: 10 }));
    assert.deepEqual(
      funna.map(({ nummer, ...rad }) => [/^\d+$/.test(nummer), rad]),
      [
        [true, { ...post, aktör: { slag: 'anvandare', id: 'x' }, utfall: 'nekad' }],
        [true, { ...post, aktör: testScope.aktör }],
      ],
    );
    assert.equal((await run((r) => r.granskning.find({ objekt: post.objekt, högst: 1 }))).length, 1);
  });

  it('finds lines of the audit log by who, by day and page by page, newest first', async () => {
    const vem = randomUUID();
    const rad = (tid: string, aktör = vem) =>
      run((r) =>
        r.granskning.add({
          tid,
          handling: 'ko.last',
          person: undefined,
          objekt: undefined,
          ändamål: 'handläggning',
          utfall: 'tillaten',
          aktör: { slag: 'anvandare', id: aktör },
        }),
      );
    // The last second of 1 November and the first of 2 November, Swedish time, and two in the same instant.
    for (const tid of ['2026-11-01T22:59:59.000Z', '2026-11-01T23:00:00.000Z', '2026-11-03T10:00:00.000Z'])
      await rad(tid);
    await rad('2026-11-03T10:00:00.000Z');
    await rad('2026-11-03T10:00:00.000Z', randomUUID());
    const sökt = async (urval: { från?: string; till?: string; före?: string; högst?: number }) =>
      run((r) => r.granskning.find({ aktör: vem, högst: 10, ...urval }));
    assert.equal((await sökt({})).length, 4);
    assert.deepEqual(
      (await sökt({ till: '2026-11-01' })).map(({ tid }) => tid),
      ['2026-11-01T22:59:59.000Z'],
    );
    assert.equal((await sökt({ från: '2026-11-02' })).length, 3);
    assert.equal((await sökt({ från: '2026-11-02', till: '2026-11-02' })).length, 1);
    const sidor: string[] = [];
    for (let före: string | undefined; ; ) {
      const sida: { nummer: string; tid: string }[] = await sökt({ högst: 1, ...(före ? { före } : {}) });
      if (!sida[0]) break;
      sidor.push(sida[0].tid);
      före = sida[0].nummer;
    }
    assert.deepEqual(
      sidor,
      (await sökt({})).map(({ tid }) => tid),
    );
  });

  it('keeps staff, delegation order and board, and replaces them when saved again', async () => {
    const användare = {
      id: randomUUID(),
      inloggning: `sub-${randomUUID()}`,
      namn: 'Handläggare',
      titel: 'Socialsekreterare',
      roller: ['handlaggare', 'utbetalare'],
      aktiv: true,
    } as const;
    await run((r) => r.organisation.saveAnvändare(användare));
    await run((r) => r.organisation.saveAnvändare({ ...användare, aktiv: false }));
    assert.deepEqual(await run((r) => r.organisation.findAnvändareByInloggning(användare.inloggning)), {
      ...användare,
      aktiv: false,
    });
    const punkt: Delegationspunkt = {
      id: randomUUID(),
      punkt: '4.7',
      text: 'Bifall till försörjningsstöd',
      delegat: { slag: 'automatisk', funktion: 'Bifall försörjningsstöd', påslagen: true },
      utfall: ['bifall'],
      från: '2026-07-01',
      till: undefined,
    };
    await run((r) => r.organisation.saveDelegationspunkt(punkt));
    await run((r) => r.organisation.saveDelegationspunkt({ ...punkt, till: '2026-12-31' }));
    assert.deepEqual(await run((r) => r.organisation.findDelegationspunkter()), [{ ...punkt, till: '2026-12-31' }]);
    await run((r) =>
      r.organisation.saveNämnd({
        kommunnamn: 'Testkommunen',
        nämndnamn: 'Nämnden',
        inställningar: { automatik: true },
      }),
    );
    assert.deepEqual(await run((r) => r.organisation.findNämnd()), {
      kommunnamn: 'Testkommunen',
      nämndnamn: 'Nämnden',
      inställningar: { automatik: true },
    });
  });

  it('knows a session by its secret, of which it keeps only a hash, until it ends or runs out', async () => {
    const session = {
      aktör: { slag: 'person', id: randomUUID() },
      data: { metod: 'oidc' },
      skapad: '2026-11-20T08:00:00.000Z',
      giltigTill: '2026-11-20T09:00:00.000Z',
    } as const;
    const secret = 'a-secret-of-the-browser';
    await run((r) => r.sessioner.add(secret, session));
    assert.deepEqual(await run((r) => r.sessioner.find(secret, '2026-11-20T08:59:59.000Z')), session);
    assert.equal(await run((r) => r.sessioner.find('another', '2026-11-20T08:30:00.000Z')), undefined);
    assert.equal(await run((r) => r.sessioner.find(secret, '2026-11-20T09:00:00.000Z')), undefined);
    await run((r) => r.sessioner.extend(secret, '2026-11-20T10:00:00.000Z'));
    assert.ok(await run((r) => r.sessioner.find(secret, '2026-11-20T09:00:00.000Z')));
    const { rows } = await inTenant(db, testScope, ({ trx }) =>
      sql<{ row: string }>`select session::text as row from session`.execute(trx),
    );
    assert.ok(rows.length === 1 && !rows[0]!.row.includes(secret));
    await run((r) => r.sessioner.end(secret));
    assert.equal(await run((r) => r.sessioner.find(secret, '2026-11-20T08:30:00.000Z')), undefined);
    await run((r) => r.sessioner.add(secret, session));
    assert.equal(await run((r) => r.sessioner.removeExpired('2026-11-20T09:00:00.000Z')), 1);
  });
});
