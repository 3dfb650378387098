import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { registerSida } from './register.tsx';
import { HANDLÄGGARE, testPort } from './test-port.ts';

async function sida(id: string) {
  const app = new Hono();
  registerSida(app, { port: testPort(), vem: () => HANDLÄGGARE });
  const res = await app.request(`/arenden/${id}/register`);
  return { status: res.status, html: (await res.text()).replaceAll('\u00a0', ' ') };
}

test('every answer stands with authority, time and version, and the population register beside it', async () => {
  const { status, html } = await sida('rent');
  assert.equal(status, 200);
  assert.match(html, /Försäkringskassan/);
  assert.match(html, /SSBTEK/);
  assert.match(html, /Kommun: 0002, sedan/);
  assert.match(html, /Personen är folkbokförd i en annan kommun\./);
  assert.match(html, /Navet Personpost V3/);
  assert.match(html, /Kontot är personens eget\./);
});

test('an application that may not be opened is not shown', async () => {
  assert.equal((await sida('finns-inte')).status, 404);
});
