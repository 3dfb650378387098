import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { type Folkbokföringssvar, FÖRVALD_REGISTERINSTÄLLNING, type Kontokontroll } from '@stegvis/casework';
import { sql } from 'kysely';
import { inTenant, type TenantScope } from './in-tenant.ts';
import { openTestDatabase, testScope } from './open-test-database.ts';
import { sampleAnsökan, samplePerson, sampleÄrende } from './sample-rows.ts';

const annan: TenantScope = { ...testScope, nämnd: 'overformyndarnamnden' };
const { db } = await openTestDatabase({ after }, [testScope, annan]);
const NU = '2026-11-22T08:00:00.000Z';

async function newFrågning() {
  return inTenant(db, testScope, async (r) => {
    const person = samplePerson();
    await r.personer.add(person);
    const ansökan = sampleAnsökan(await r.ärenden.add(sampleÄrende(person.id)));
    await r.ansökningar.add(ansökan);
    const frågning = randomUUID();
    const källor = ['FK' as const];
    await r.utredningar.addFrågning({
      id: frågning,
      ansökan: ansökan.id,
      person: person.id,
      källor,
      skickad: NU,
      svar: [],
    });
    return { person: person.id, ansökan: ansökan.id, frågning };
  });
}

describe('registers in the database', () => {
  it('keeps an answer as it came until it is due, and the facts after that', async () => {
    const [kort, lång] = [await newFrågning(), await newFrågning()];
    await inTenant(db, testScope, async ({ register }) => {
      await register.addRåttSvar({ frågning: kort.frågning, innehåll: Buffer.from('<a/>'), gallras: NU });
      await register.addRåttSvar({
        frågning: lång.frågning,
        innehåll: Buffer.from('<b/>'),
        gallras: '2026-11-23T00:00:00.000Z',
      });
    });
    await inTenant(db, annan, async ({ register }) => {
      assert.equal(await register.findRåttSvar(lång.frågning), undefined);
      assert.equal(await register.gallraRåaSvar('2030-01-01T00:00:00.000Z'), 0);
    });
    await inTenant(db, testScope, async ({ register, utredningar }) => {
      assert.equal(await register.gallraRåaSvar(NU), 1);
      assert.equal(await register.findRåttSvar(kort.frågning), undefined);
      assert.equal(Buffer.from((await register.findRåttSvar(lång.frågning))!).toString(), '<b/>');
      assert.equal((await utredningar.findFrågningar(kort.ansökan)).length, 1);
    });
  });

  it('gives the newest answer of the population register about each adult, as it was kept', async () => {
    const { ansökan, person } = await newFrågning();
    const tyst: Folkbokföringssvar = {
      kvalitet: 'ej-kontrollerbar',
      hämtad: NU,
      version: 'prov',
      fel: { kod: 'tidsgrans', text: 'Folkbokföringen svarade inte i tid.', tillfälligt: true },
    };
    const svarat: Folkbokföringssvar = {
      kvalitet: 'svarat',
      hämtad: '2026-11-22T08:01:00.000Z',
      version: 'prov',
      uppgift: {
        fornamn: 'Person',
        efternamn: 'Exempel',
        skydd: 'ingen',
        kommun: '0001',
        adress: { utdelningsadress: 'Gatan 1', postnummer: '00000', postort: 'Orten' },
        barn: [{ fodd: '2020-02-02', from: '2020-02-02' }],
      },
    };
    await inTenant(db, testScope, async ({ register }) => {
      await register.addFolkbokföringssvar(randomUUID(), ansökan, person, svarat);
      await register.addFolkbokföringssvar(randomUUID(), ansökan, person, tyst);
      assert.deepEqual(await register.findFolkbokföringssvar(ansökan), { [person]: svarat });
    });
    await assert.rejects(
      inTenant(db, testScope, ({ trx }) => sql`update folkbokforingssvar set version = 'x'`.execute(trx)),
      /läggas till/,
    );
  });

  it('marks a person as protected', async () => {
    const { person } = await newFrågning();
    await inTenant(db, testScope, async (r) => {
      await r.register.markeraSkyddad(person);
      assert.equal((await r.personer.get(person)).skyddad, true);
    });
  });

  it('gives the newest control of an account', async () => {
    const { ansökan, person } = await newFrågning();
    const konto = { clearing: '3300', nummer: '1' };
    const okänt: Kontokontroll = { person, konto, kvalitet: 'inget-hos-oss', hämtad: NU, version: 'prov' };
    const annans: Kontokontroll = { ...okänt, kvalitet: 'svarat', egen: false, hämtad: '2026-11-22T08:01:00.000Z' };
    await inTenant(db, testScope, async ({ register }) => {
      assert.equal(await register.findKontokontroll(ansökan), undefined);
      await register.addKontokontroll(randomUUID(), ansökan, annans);
      await register.addKontokontroll(randomUUID(), ansökan, okänt);
      assert.deepEqual(await register.findKontokontroll(ansökan), annans);
    });
  });

  it('keeps every version of the settings and gives the newest', async () => {
    const satt = { av: { id: randomUUID(), namn: 'Förvaltaren' }, tid: NU };
    const ny = { rättsligGrund: { TNS: 'vägtrafikdatalagen' }, råaSvarDagar: 7, lagtext: undefined, satt };
    await inTenant(db, testScope, async ({ register }) => {
      assert.deepEqual(await register.getInställning(), FÖRVALD_REGISTERINSTÄLLNING);
      await register.addInställning(randomUUID(), ny);
      await register.addInställning(randomUUID(), {
        ...ny,
        satt: { ...satt, tid: '2026-11-21T08:00:00.000Z' },
        råaSvarDagar: 3,
      });
      assert.deepEqual(await register.getInställning(), ny);
    });
    assert.deepEqual(await inTenant(db, annan, (r) => r.register.getInställning()), FÖRVALD_REGISTERINSTÄLLNING);
  });
});
