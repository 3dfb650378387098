import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { apiRoutes } from './api-routes.ts';

const api = apiRoutes();
const post = (path: string, body: unknown, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  api.request(path, {
    method: 'POST',
    headers,
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });

const underlag = {
  manad: '2026-11',
  inkommen: '2026-11-03',
  vuxna: [{ id: 'v1', fodd: '1990-04-23' }],
  kostnader: [{ typ: 'boende', belopp: 7100 }],
};
const aktivitetsunderlag = {
  manad: '2026-11',
  person: { fodd: '1990-04-23', bistandsmanader: ['2026-08', '2026-09', '2026-10'] },
};

async function problemIn(response: Response, status: number, kind: string) {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  const body = (await response.json()) as {
    type: string;
    status: number;
    title: string;
    detail?: string;
    fel?: { plats: string; text: string }[];
  };
  assert.equal(body.type, `/api/v1/problem/${kind}`);
  assert.equal(body.status, status);
  assert.ok(body.title.length > 0);
  return body;
}

test('en beräkning ger samma tal som reglerna', async () => {
  const response = await post('/api/v1/berakningar', underlag);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const body = (await response.json()) as Record<string, unknown>;
  assert.deepEqual(
    [body.riksnorm, body.kostnader, body.resultat, body.bistand, body.utfall],
    [5220, 7100, -12320, 12320, 'bifall'],
  );
});

test('aktivitetskravet prövas', async () => {
  const body = (await (await post('/api/v1/aktivitetskrav', aktivitetsunderlag)).json()) as Record<string, unknown>;
  assert.deepEqual([body.krav, body.timmarPerVecka], ['ska', 40]);
});

test('det som inte är JSON får 400 med rad och tecken', async () => {
  const body = await problemIn(await post('/api/v1/berakningar', '{\n "manad": }'), 400, 'ogiltig-json');
  assert.match(body.detail ?? '', /oväntat tecken ”}” på rad 2, tecken 11/);
  await problemIn(await post('/api/v1/berakningar', ''), 400, 'ogiltig-json');
  await problemIn(await post('/api/v1/berakningar', Uint8Array.of(0x22, 0xe5, 0x22)), 400, 'ogiltig-json');
});

test('fel innehållstyp får 415', async () => {
  for (const headers of [
    {},
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'application/x-www-form-urlencoded' },
  ] as Record<string, string>[]) {
    await problemIn(await post('/api/v1/berakningar', underlag, headers), 415, 'fel-innehallstyp');
  }
  assert.equal(
    (await post('/api/v1/berakningar', underlag, { 'Content-Type': 'Application/JSON; charset=utf-8' })).status,
    200,
  );
});

test('för stora anrop får 413, också när längden inte är sagd i förväg', async () => {
  const large = `{"manad":"${'x'.repeat(1024 * 1024)}"}`;
  await problemIn(await post('/api/v1/berakningar', large), 413, 'for-stort');
  await problemIn(
    await post('/api/v1/berakningar', '{}', { 'Content-Type': 'application/json', 'Content-Length': '2000000' }),
    413,
    'for-stort',
  );
});

test('ett underlag med fel får 422 med varje fel och utan rå felobjekt', async () => {
  const body = await problemIn(
    await post('/api/v1/berakningar', { manad: '2026-13', vuxna: [], extra: 1 }),
    422,
    'ogiltigt-underlag',
  );
  const platser = body.fel?.map(({ plats }) => plats) ?? [];
  for (const plats of ['manad', 'inkommen', 'vuxna', 'extra'])
    assert.ok(platser.includes(plats), `${plats} saknas i ${platser}`);
  assert.doesNotMatch(JSON.stringify(body), /ZodError|invalid_type|unrecognized_keys/);
  const aktivitet = await problemIn(
    await post('/api/v1/aktivitetskrav', { manad: '2026-11' }),
    422,
    'ogiltigt-underlag',
  );
  assert.deepEqual(
    aktivitet.fel?.map(({ plats }) => plats),
    ['person'],
  );
});

test('en månad utan beslutade belopp får 422 av ett eget slag', async () => {
  const body = await problemIn(
    await post('/api/v1/berakningar', { ...underlag, manad: '2027-01', inkommen: '2027-01-02' }),
    422,
    'ej-i-kraft',
  );
  assert.match(body.detail ?? '', /[Rr]iksnorm/);
  const aktivitet = await problemIn(
    await post('/api/v1/aktivitetskrav', { ...aktivitetsunderlag, manad: '2026-06' }),
    422,
    'ej-i-kraft',
  );
  assert.match(aktivitet.detail ?? '', /från och med juli 2026/);
});

test('fel metod får 405 med Allow, okänd adress 404', async () => {
  const wrong = await api.request('/api/v1/berakningar');
  assert.equal(wrong.headers.get('allow'), 'POST');
  await problemIn(wrong, 405, 'fel-metod');
  await problemIn(await api.request('/api/v1/finns-inte'), 404, 'finns-inte');
  await problemIn(await api.request('/api/v1/problem/finns-inte-heller'), 404, 'finns-inte');
});

test('en bugg får 500 utan att något ur anropet kommer ut', async () => {
  const reported: unknown[] = [];
  const body = await problemIn(await apiWithBug(reported), 500, 'internt-fel');
  assert.doesNotMatch(JSON.stringify([body, reported]), /hemlig/);
  assert.equal((reported[0] as { name: string }).name, 'TypeError');
});

async function apiWithBug(reported: unknown[]): Promise<Response> {
  const app = apiRoutes({ reportBug: (bug) => reported.push(bug) });
  const request = new Request('http://x/api/v1/berakningar', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  Object.defineProperty(request, 'body', {
    get: () => {
      throw new TypeError('hemlig uppgift 1990-04-23');
    },
  });
  return app.request(request);
}

test('varje slags fel har en sida', async () => {
  for (const kind of ['ogiltig-json', 'ej-i-kraft', 'ogiltigt-underlag']) {
    const response = await api.request(`/api/v1/problem/${kind}`);
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as { kod: string }).kod, kind);
  }
});

test('api-info svarar enligt profilen', async () => {
  assert.deepEqual(Object.keys((await (await api.request('/api/v1/api-info')).json()) as object), [
    'apiName',
    'apiVersion',
    'apiReleased',
    'apiDocumentation',
    'apiStatus',
  ]);
});

type Operation = {
  requestBody?: { content: Record<string, { schema: { $ref: string }; example: unknown }> };
  responses: Record<string, { content: Record<string, { schema: { $ref: string }; example?: unknown }> }>;
};
type Document = {
  openapi: string;
  info: { license: { name: string } };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

test('OpenAPI-dokumentet beskriver anropen, och exemplen och svaren följer scheman', async () => {
  const document = (await (await api.request('/api/v1/openapi.json')).json()) as Document;
  assert.equal(document.openapi, '3.1.0');
  assert.equal(document.info.license.name, 'EUPL-1.2');
  assert.deepEqual(Object.keys(document.paths).toSorted(), [
    '/api/v1/aktivitetskrav',
    '/api/v1/api-info',
    '/api/v1/berakningar',
    '/api/v1/problem/{kod}',
  ]);
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: unknown) => void)(ajv);
  ajv.addSchema({ $id: 'doc', ...document });
  const follows = ($ref: string, value: unknown) => {
    const validate = ajv.compile({ $ref: `doc${$ref}` });
    assert.ok(validate(value), `${$ref}: ${JSON.stringify(validate.errors)}`);
  };
  for (const path of Object.values(document.paths)) {
    for (const { requestBody, responses } of Object.values(path)) {
      for (const { schema, example } of Object.values(requestBody?.content ?? {})) follows(schema.$ref, example);
      for (const { content } of Object.values(responses)) {
        for (const { schema, example } of Object.values(content))
          if (example !== undefined) follows(schema.$ref, example);
      }
    }
  }
  const schemaRefuses = (name: string, value: unknown) =>
    assert.ok(!ajv.compile({ $ref: `doc#/components/schemas/${name}` })(value), name);
  schemaRefuses('Underlag', { ...underlag, okand: 1 });
  schemaRefuses('Underlag', { manad: '2026-11' });
  schemaRefuses('Aktivitetsunderlag', { ...aktivitetsunderlag, manad: 'november' });
  follows('#/components/schemas/Problem', await (await post('/api/v1/berakningar', {})).json());
  follows('#/components/schemas/Berakning', await (await post('/api/v1/berakningar', underlag)).json());
});
