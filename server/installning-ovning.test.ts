import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InställningsFel, läsInställning } from './installning.ts';

test('the practice municipality has a database of its own and never a bank folder', () => {
  const övning = läsInställning({ STEGVIS_LAGE: 'ovning', STEGVIS_DATA: '/data' });
  assert.deepEqual(
    [övning.läge, övning.datamapp, övning.databasUrl, övning.betalmapp],
    ['ovning', '/data/ovning', undefined, undefined],
  );
  for (const fel of [{ DATABASE_URL: 'postgres://localhost/skarp' }, { STEGVIS_BETALMAPP: '/bank' }])
    assert.throws(() => läsInställning({ STEGVIS_LAGE: 'ovning', ...fel }), InställningsFel);
});
