import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, it } from 'node:test';
import { inTenant } from './in-tenant.ts';
import { openTestDatabase, testScope } from './open-test-database.ts';
import { sampleAnsökan, samplePerson, sampleÄrende } from './sample-rows.ts';

const { db } = await openTestDatabase({ after });

it('adds up how long an application is open to staff, whoever has it open, and not who', async () => {
  await inTenant(db, testScope, async (t) => {
    const person = samplePerson();
    await t.personer.add(person);
    const ärende = await t.ärenden.add(sampleÄrende(person.id));
    const ansökan = sampleAnsökan(ärende);
    await t.ansökningar.add(ansökan);
    const [ena, andra] = [randomUUID(), randomUUID()];
    for (const id of [ena, andra])
      await t.organisation.saveAnvändare({ id, inloggning: id, namn: 'N', titel: 'T', roller: [], aktiv: true });
    const tecken = (vem: string, klockan: string) => {
      const nu = `2026-11-24T${klockan}.000Z`;
      return t.handläggning.närvara(ärende.id, vem, nu, new Date(Date.parse(nu) - 300_000).toISOString());
    };
    assert.equal(await tecken(ena, '08:00:00'), 0, 'the first sign');
    assert.equal(await tecken(ena, '08:00:30'), 30);
    assert.equal(await tecken(andra, '08:00:40'), 0, 'somebody else begins from nothing');
    assert.equal(await tecken(ena, '08:10:00'), 0, 'away for longer than five minutes');
    await t.handläggning.lämna(ärende.id, ena, '2026-11-24T08:10:10.000Z');
    assert.equal(await tecken(ena, '08:11:00'), 0, 'left, and came back');
    await t.handläggning.addHandläggningstid(ansökan.id, 30);
    await t.handläggning.addHandläggningstid(ansökan.id, 45);
    const rader = await t.trx.selectFrom('handlaggningstid').selectAll().execute();
    assert.deepEqual(
      rader.map((r) => [r.ansokan, r.sekunder, Object.keys(r).sort()]),
      [[ansökan.id, 75, ['ansokan', 'kommun', 'namnd', 'sekunder']]],
    );
  });
});
