import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANNAT_PERSONNUMMER, NU, PERSONNUMMER } from '../ssbtek/provunderlag.ts';
import { kontoregisterStandIn } from './stand-in.ts';

const konto = { clearing: '3300', nummer: '9001012385' };

test('ett konto är ens eget, någon annans, okänt eller går inte att kontrollera', async () => {
  const register = kontoregisterStandIn({ konton: [{ ...konto, innehavare: [PERSONNUMMER] }], now: () => NU });
  const egen = await register.pröva({ personnummer: PERSONNUMMER, konto });
  assert.deepEqual([egen.kvalitet, egen.egen], ['svarat', true]);
  assert.equal((await register.pröva({ personnummer: ANNAT_PERSONNUMMER, konto })).egen, false);
  const okänt = await register.pröva({ personnummer: PERSONNUMMER, konto: { ...konto, nummer: '1' } });
  assert.deepEqual([okänt.kvalitet, okänt.egen], ['inget-hos-oss', undefined]);
  register.setMode('fel');
  const fel = await register.pröva({ personnummer: PERSONNUMMER, konto });
  assert.deepEqual([fel.kvalitet, fel.fel?.tillfälligt, fel.egen], ['ej-kontrollerbar', true, undefined]);
});
