import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { ramSida } from './ram.tsx';
import { HANDLÄGGARE, testPort } from './test-port.ts';

const SIDA = '/arenden/rent/ram';

function sida() {
  const app = new Hono();
  ramSida(app, { port: testPort(), vem: () => HANDLÄGGARE });
  const read = async (res: Response) => ({
    status: res.status,
    till: res.headers.get('location'),
    html: (await res.text()).replaceAll('\u00a0', ' '),
  });
  return {
    get: async (path = SIDA) => read(await app.request(path)),
    post: async (fält: Record<string, string>, path = SIDA) =>
      read(await app.request(path, { method: 'POST', body: new URLSearchParams(fält) })),
  };
}

/** The hidden fields of the form: what each row is about, and the version that was read. */
function dolda(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]),
  );
}
const TILL = { 'till-dag': '31', 'till-manad': 'maj', 'till-ar': '2027' };
const SKÄL = { skal: 'Lönen varierar med antalet pass.' };

test('a frame is set for what the caseworker fills in, kept as a version, and taken away', async () => {
  const { get, post } = sida();
  const tom = await get();
  assert.equal(tom.status, 200);
  assert.match(tom.html, /Hushållet har ingen ram/);
  assert.doesNotMatch(tom.html, /Ta bort ramen/);
  const sparad = await post({ ...dolda(tom.html), 'belopp-1': '9 000', 'tolerans-1': '2 500,50', ...TILL, ...SKÄL });
  assert.deepEqual([sparad.status, sparad.till], [303, '/handlaggning/arenden/rent/ram?sparad']);
  const satt = await get(`${SIDA}?sparad`);
  assert.match(satt.html, /Ramen är sparad/);
  assert.match(satt.html, /till och med måndag 31 maj 2027/);
  assert.match(satt.html, /Lön: 9 000 kr ± 2 500,50 kr/);
  assert.match(satt.html, /Lönen varierar med antalet pass\./);
  assert.doesNotMatch(satt.html.split('Alla versioner')[1]!, /Boende/);
  const borta = await post({ ...dolda(satt.html), gor: 'ta-bort', skal: 'Hen har slutat arbeta.' });
  assert.equal(borta.status, 303);
  const slut = await get();
  assert.match(slut.html, /Hushållet har ingen ram/);
  assert.match(slut.html, /Version 2/);
  assert.match(slut.html, /Version 1/);
});

test('what is wrong is said at its field, and everything written stays', async () => {
  const { get, post } = sida();
  const tom = dolda((await get()).html);
  const fel = await post({
    ...tom,
    'belopp-0': 'mycket',
    'tolerans-1': '100',
    'till-dag': '31',
    'till-manad': '2',
    'till-ar': '2027',
  });
  assert.equal(fel.status, 422);
  assert.match(fel.html, /href="#belopp-0"[^>]*>Boende: Skriv beloppet med siffror/);
  assert.match(fel.html, /href="#belopp-1"[^>]*>Lön: Skriv beloppet i kronor/);
  assert.match(fel.html, /href="#till"[^>]*>Skriv dagen som en siffra 1–28/);
  assert.match(fel.html, /value="mycket"/);
  const skäl = await post({ ...tom, 'belopp-0': '7000', ...TILL, skal: ' ' });
  assert.equal(skäl.status, 422);
  assert.match(skäl.html, /href="#skal"[^>]*>Skriv varför det här är normalt/);
  const sent = await post({ ...tom, 'belopp-0': '7000', ...TILL, 'till-ar': '2029', ...SKÄL });
  assert.match(sent.html, /href="#till"[^>]*>Skriv en dag från och med i dag och högst 12 månader fram/);
  const inget = await post({ ...tom, ...TILL, ...SKÄL });
  assert.match(inget.html, /Skriv ett belopp på minst en rad/);
});

test('the later of two who change the same frame is told, and nothing is overwritten', async () => {
  const { get, post } = sida();
  const läst = dolda((await get()).html);
  assert.equal((await post({ ...läst, 'belopp-0': '7000', ...TILL, ...SKÄL })).status, 303);
  const andra = await post({ ...läst, 'belopp-0': '9999', ...TILL, ...SKÄL });
  assert.equal(andra.status, 409);
  assert.match(andra.html, /Någon annan har ändrat ramen/);
  assert.match(andra.html, /value="9999"/);
});

test('a case that may not be opened has no frame to read', async () => {
  const { get, post } = sida();
  assert.equal((await get('/arenden/skyddad/ram')).status, 404);
  assert.equal((await post({}, '/arenden/skyddad/ram')).status, 404);
});
