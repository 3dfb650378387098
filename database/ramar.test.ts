import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import type { Ram, Stopporsak } from '@stegvis/casework';
import { sql } from 'kysely';
import { inTenant } from './in-tenant.ts';
import { openTestDatabase, testScope } from './open-test-database.ts';
import { Duplicate } from './repository-errors.ts';
import { sampleAnsökan, sampleBeräkning, samplePerson, sampleÄrende } from './sample-rows.ts';

const { db } = await openTestDatabase({ after });
const run = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(db, testScope, work);

const seeded = await run(async (r) => {
  const handläggare = {
    id: randomUUID(),
    inloggning: `sub-${randomUUID()}`,
    namn: 'Handläggare',
    titel: 'Socialsekreterare',
    roller: ['handlaggare'],
    aktiv: true,
  } as const;
  await r.organisation.saveAnvändare(handläggare);
  const person = samplePerson();
  await r.personer.add(person);
  return { handläggare, person, ärende: await r.ärenden.add(sampleÄrende(person.id)) };
});
const ram = (own: Partial<Ram> = {}): Ram => ({
  id: randomUUID(),
  ärende: seeded.ärende.id,
  nummer: 1,
  rader: [
    { slag: 'kostnad', typ: 'boende', belopp: 740_000, tolerans: 20_000 },
    { slag: 'inkomst', typ: 'lon', person: seeded.person.id, belopp: 900_000, tolerans: 250_050 },
  ],
  till: '2027-05-31',
  skäl: 'Lönen varierar.',
  av: { id: seeded.handläggare.id, namn: seeded.handläggare.namn },
  tid: '2026-11-20T08:00:00.000Z',
  ...own,
});

describe('individual frames', () => {
  it('keeps every version as it was set, and no two with one number', async () => {
    const [första, andra] = [ram(), ram({ nummer: 2, rader: [] })];
    await run((r) => r.ramar.add(första));
    await run((r) => r.ramar.add(andra));
    await assert.rejects(
      run((r) => r.ramar.add(ram({ nummer: 2 }))),
      Duplicate,
    );
    assert.deepEqual(await run((r) => r.ramar.findForÄrende(seeded.ärende.id)), [första, andra]);
    await assert.rejects(
      run(({ trx }) => sql`update ram set till = '2030-01-01'`.execute(trx)),
      /bara läggas till/,
    );
  });
});

describe('the count of stop reasons', () => {
  it('counts each application once a month for each reason, by the Swedish month', async () => {
    const stopp = (kod: Stopporsak['kod'], okänt = false): Stopporsak => ({ kod, detalj: undefined, okänt });
    const beräknad = async (skapad: string, reasons: Stopporsak[], ansökan?: string) =>
      run(async (r) => {
        const own = sampleAnsökan(seeded.ärende, ansökan ? { id: ansökan } : {});
        if (!ansökan) await r.ansökningar.add(own);
        const förslag =
          reasons.length > 0
            ? ({ slag: 'till-handlaggare', stopp: reasons } as const)
            : ({ slag: 'automatiskt-bifall', belopp: 100 } as const);
        await r.utredningar.addBeräkning(sampleBeräkning(own, { skapad, förslag }));
        return own.id;
      });
    const en = await beräknad('2026-11-20T08:00:00.000Z', [stopp('inkomst-andrad'), stopp('konto-andrat', true)]);
    await beräknad('2026-11-21T08:00:00.000Z', [stopp('inkomst-andrad')], en);
    await beräknad('2026-11-22T08:00:00.000Z', [stopp('inkomst-andrad')]);
    // Half past eleven in the evening in UTC is December in Sweden.
    await beräknad('2026-11-30T23:30:00.000Z', [stopp('konto-andrat')]);
    await beräknad('2026-12-02T08:00:00.000Z', []);
    const räkna = (from: string, tom: string) => run((r) => r.utredningar.räknaStopp({ from, tom }));
    assert.deepEqual(await räkna('2026-11', '2026-12'), [
      { månad: '2026-12', kod: 'konto-andrat', antal: 1, okänt: 0 },
      { månad: '2026-11', kod: 'inkomst-andrad', antal: 2, okänt: 0 },
      { månad: '2026-11', kod: 'konto-andrat', antal: 1, okänt: 1 },
    ]);
    assert.deepEqual(await räkna('2026-12', '2027-01'), [
      { månad: '2026-12', kod: 'konto-andrat', antal: 1, okänt: 0 },
    ]);
    assert.deepEqual(await räkna('2025-01', '2026-10'), []);
  });
});
