import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import {
  type Facit,
  jämförEffekt,
  jämförelserader,
  MÅL,
  nyttFacit,
  type Syntetkommun,
  syntetiskaFakta,
} from '@stegvis/statistics';
import { sql } from 'kysely';
import { TENANT } from '../vag/provkommun.ts';

/** The synthetic municipality whose built-in effect is to be found again. */
const KOMMUN: Syntetkommun = { frö: 7, hushåll: 550, från: '2021-11', till: '2026-10' };
const BÖRJADE = { från: '2021-12', till: '2025-11' };

describe('effekten av en insats mot det som är inbyggt', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const facit: Facit = nyttFacit();
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({ kommunnamn: 'Kommunen', nämndnamn: 'Nämnden', inställningar: {} });
      for (const { personmånader, perioder } of syntetiskaFakta(KOMMUN, facit))
        await t.statistik.add('syntet', { personmånader: personmånader.filter(({ vuxen }) => vuxen), perioder });
      await sql`analyze stat_personmanad, stat_period, stat_handelse`.execute(t.trx);
    });
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  const svaret = (insats: string) =>
    system(async (t) => {
      const rader = jämförelserader(await t.effekt.findJämförbara({ insats, ...BÖRJADE, jämförPer: 5 }), 'arbete', 12);
      return jämförEffekt(rader)!;
    });

  /** What one would say without thinking: of those who ever took part against those who never did, how many left for work. */
  const naivt = (insats: string) =>
    system(async (t) => {
      const perioder = await t.trx
        .selectFrom('stat_period')
        .select(['avslutsorsak', 'insatser'])
        .where('till', 'is not', null)
        .execute();
      const andel = (med: boolean) => {
        const de = perioder.filter((p) => p.insatser.includes(insats) === med);
        return de.filter((p) => MÅL.includes(p.avslutsorsak ?? '')).length / de.length;
      };
      return andel(true) - andel(false);
    });

  test('en insats som hjälper: den sanna skillnaden ligger i intervallet, den naiva utanför', async () => {
    const insats = 'Återbruk och lager';
    const sann = facit.effekt[insats]!.inom12 / facit.effekt[insats]!.antal;
    const { utfall, matchade, deltagare } = await svaret(insats);
    assert.ok(sann > 0.08, `${sann}`);
    assert.ok(matchade > 0.6 * deltagare, `${matchade} of ${deltagare} matched`);
    assert.ok(utfall.nedre < sann && sann < utfall.övre, `${sann} in ${JSON.stringify(utfall)}`);
    assert.ok(utfall.nedre > 0, 'and it is seen to help');
    const enkel = await naivt(insats);
    assert.ok(enkel > utfall.övre || enkel < utfall.nedre, `naive ${enkel} in ${JSON.stringify(utfall)}`);
  });

  test('en insats utan verkan som de närmast arbete väljs till: noll ligger i intervallet, den naiva skillnaden utanför', async () => {
    const { utfall } = await svaret('Jobbsökarfika');
    assert.equal(facit.effekt['Jobbsökarfika']!.inom12, 0);
    assert.ok(utfall.nedre < 0 && utfall.övre > 0, JSON.stringify(utfall));
    const enkel = await naivt('Jobbsökarfika');
    assert.ok(enkel > utfall.övre, `naive ${enkel} in ${JSON.stringify(utfall)}`);
  });
});
