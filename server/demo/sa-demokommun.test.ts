import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { DEMOKOMMUN, startDemoregister } from './demo.ts';
import { PERSONAS } from './personas.ts';
import { såDemokommun } from './sa-demokommun.ts';

/** Half of the drawn files, household by household, and what their review says of the children. */
const GRANSKADE = [
  ['ensam-med-barn', 'brist'],
  ['ensam-med-barn', 'om barn'],
  ['ensam-med-barn', 'om barn'],
  ['gymnasist', 'utan barn'],
  ['gymnasist', 'utan barn'],
  ['par-med-skolbarn', 'om barn'],
  ['par-med-skolbarn', 'om barn'],
  ['par-med-skolbarn', 'om barn'],
];

test('the demo municipality is sown once, by the same acts as everything else', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = await openDatabase(url);
  t.after(() => database.close());
  const nu = () => new Date('2026-11-24T08:00:00Z');
  const { standIn, config } = await startDemoregister(nu);
  t.after(() => standIn.stop());
  const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
  const sow = () => såDemokommun({ db: database.db, tenant, kommun: DEMOKOMMUN, ssbtek: config, nu });
  await sow();
  await sow();
  await inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, async (d) => {
    for (const persona of PERSONAS) {
      const person = (await d.personer.findByPersonnummer(persona.vuxna[0].personnummer))!;
      const ansökningar = await d.ansökningar.findForPerson(person.id);
      assert.equal(ansökningar.length, Math.min(3, persona.beslutadeMånader), persona.namn);
      for (const ansökan of ansökningar) {
        const beslut = (await d.beslut.findForAnsökan(ansökan.id))!;
        assert.equal(beslut.utfall, 'bifall', persona.namn);
        assert.equal((await d.utbetalningar.findForBeslut(beslut.id))?.belopp, beslut.belopp);
        assert.equal((await d.brev.findForBeslut(beslut.id)).length, persona.vuxna.length);
      }
      const historik = await d.ansökningar.historik({ id: randomUUID(), sökande: person.id, medsökande: undefined });
      assert.equal(historik.biståndsmånader[person.id]?.length ?? 0, persona.beslutadeMånader, persona.namn);
    }
    assert.deepEqual(await d.utbetalningar.findAttBetala('9999-12-31'), []);

    // The same files are reviewed at every start, and the finding about children stands on a household with children.
    const [omgång] = await d.kvalitet.findOmgångar();
    const granskade = [];
    for (const akt of await d.kvalitet.findAkter({ omgång: omgång!.id })) {
      const { sökande } = await d.ansökningar.get(akt.ansökan);
      const { personnummer } = await d.personer.get(sökande);
      const persona = PERSONAS.find(({ vuxna }) => vuxna.some((v) => v.personnummer === personnummer))!;
      if (akt.status !== 'klar') continue;
      const nej = akt.svar.some(({ svar }) => svar === 'nej');
      const omBarn = akt.svar.some((s) => s.checklista === 'barnperspektiv' && s.svar !== 'ej-aktuellt');
      granskade.push([persona.namn, nej ? 'brist' : omBarn ? 'om barn' : 'utan barn']);
      assert.equal(omBarn, persona.barn.length > 0 && persona.namn !== 'gymnasist', persona.namn);
    }
    assert.deepEqual(granskade.toSorted(), GRANSKADE);
    const [avvikelse] = (await d.kvalitet.findAvvikelser()).filter(({ granskning }) => granskning !== undefined);
    const { sökande } = await d.ansökningar.get(avvikelse!.ansökan!);
    assert.equal((await d.personer.get(sökande)).personnummer, PERSONAS[0]!.vuxna[0].personnummer);
  });
});
