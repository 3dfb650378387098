import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase, openDatabase } from '@stegvis/database';
import { dödaUnderMånaden } from '../bench/manad-kill.ts';

/** `npm test` kills 25 times; `npm run bench -- kill` a hundred, on more applications. */
const ANTAL = 500;
const DÖDAR = 25;

test(`killed at ${DÖDAR} random points, the month of ${ANTAL} ends with each decided, with one letter and one payment`, {
  timeout: 600_000,
}, async (t) => {
  const { url } = await createTestDatabase({ after: (close) => t.after(() => close()) });
  const database = await openDatabase(url);
  t.after(() => database.close());
  const slut = await dödaUnderMånaden(database, { antal: ANTAL, gånger: DÖDAR });
  assert.equal(slut.dödade, DÖDAR);
  assert.ok(slut.dödadeUnderArbete >= 5, `only ${slut.dödadeUnderArbete} kills came while there was work left`);
  assert.deepEqual(slut.fel, []);
});
