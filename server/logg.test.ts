import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Hono } from 'hono';
import { skapaApp } from './app.tsx';
import { inloggning } from './inloggning/inloggning.tsx';
import { felplats, type Loggrad } from './logg.ts';

const PERSONNUMMER = '198801012397';
const KÄNSLIGT = new RegExp(`${PERSONNUMMER}|hemlighet`);

it('an error is logged by its name and place, never by what it says', () => {
  const fel = Object.assign(new TypeError(`no person ${PERSONNUMMER}: hemlighet`), {
    code: '23505',
    detail: PERSONNUMMER,
  });
  const rad = felplats(fel);
  assert.match(rad, /^TypeError 23505 at .*logg\.test\.ts:\d+/);
  assert.doesNotMatch(rad, KÄNSLIGT);
  assert.equal(felplats(`hemlighet ${PERSONNUMMER}`), 'string');
});

it('neither the log nor the answer repeats the address, what was written, or what an error said', async () => {
  const rader: Loggrad[] = [];
  const fel = () => {
    throw new Error(`hemlighet ${PERSONNUMMER}`);
  };
  const trasig: object = new Proxy({}, { get: () => fel });
  const kommun = { namn: 'Lindviks kommun', telefon: '', telefontid: '' };
  const adress = 'http://localhost';
  const app = await skapaApp({
    adress,
    medborgarPort: { ...trasig, kommun } as never,
    handläggarPort: trasig as never,
    inloggning: inloggning({ adress, kommun, sessioner: { hämta: fel }, eid: {}, behöriga: {} } as never),
    öppnadata: new Hono().get('/oppna-data/:fil', fel),
    logg: (rad) => rader.push(rad),
    frisk: async () => true,
  });
  const anrop: [string, RequestInit?][] = [
    [`/oppna-data/${PERSONNUMMER}?namn=hemlighet`],
    [`/handlaggning/arenden/${PERSONNUMMER}?hemlighet`, { headers: { cookie: `stegvis=${PERSONNUMMER}` } }],
    [`/mina-sidor/${PERSONNUMMER}`, { headers: { cookie: 'stegvis=hemlighet' } }],
    [`/finns-inte/${PERSONNUMMER}?namn=hemlighet`],
    ['/api/v1/berakningar', { method: 'POST', body: `{"vuxna":[{"id":"${PERSONNUMMER}","hemlighet":1}]}` }],
  ];
  for (const [väg, init] of anrop) {
    const svar = await app.request(väg, init);
    assert.ok(svar.status >= 400, väg);
    if (!väg.startsWith('/api')) assert.doesNotMatch(await svar.text(), KÄNSLIGT, väg);
  }
  assert.equal(rader.filter(({ händelse }) => händelse === 'svar').length, anrop.length);
  assert.equal(rader.filter(({ händelse }) => händelse === 'fel').length, 3);
  assert.doesNotMatch(JSON.stringify(rader), KÄNSLIGT);
});
