import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faktaSomBehövs } from '@stegvis/rules';
import { Hono } from 'hono';
import { applyRoutes } from './apply-routes.ts';
import { FRÅGOR } from './fragor/index.ts';
import { PERSONER, type Testperson, type Testport, testPort } from './test-port.ts';

const dolda = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
const felen = (html: string) => [...html.matchAll(/<li><a href="#([^"]+)">/g)].map((m) => m[1]);

/** The pages as one person meets them; without a person nobody is logged in. */
function webbläsare(port: Testport, vem?: Testperson) {
  const app = new Hono();
  const session = () => ({ slutar: '2026-11-26T11:30:00.000Z', sekunder: 1800 });
  app.route('/', applyRoutes({ port, vem: () => vem && port.som(vem), session }));
  const answer = async (response: Response) => ({
    status: response.status,
    till: response.headers.get('location') ?? '',
    html: await response.text(),
  });
  return {
    get: async (path: string) => answer(await app.request(path)),
    post: async (path: string, fält: Record<string, string> | string, headers: Record<string, string> = {}) =>
      answer(
        await app.request(path, {
          method: 'POST',
          body: typeof fält === 'string' ? fält : new URLSearchParams(fält).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        }),
      ),
  };
}

const SVAR: Record<string, Record<string, string>> = {
  hushall: { personer: '1' },
  barn: { 'barn-antal': '0' },
  boende: { form: 'hyresratt' },
  kostnader: { boende: '4 000', 'ovrig-antal': '1', 'ovrig-0-vad': 'endast-for-mig', 'ovrig-0-belopp': '100' },
  inkomster: { 'annan-antal': '0' },
  tillgangar: { 'sak-antal': '0' },
  konto: { clearing: '3300', nummer: '9101022391', innehavare: PERSONER.ensam.id },
  ovrigt: {},
};
const PARSVAR = { ...SVAR, hushall: { personer: '2', par: 'ja' }, ovrigt: { meddelande: 'endast-for-mig' } };
const ENSAM = { manad: '2026-11', tillsammans: 'nej' };
const PAR = { manad: '2026-11', tillsammans: 'ja', medsokande: '900101-2385' };

/** Applies as `ensam` up to sending. */
async function skicka(port: Testport, val: Record<string, string>, svar = SVAR): Promise<string> {
  const sida = webbläsare(port, 'ensam');
  const id = (await sida.post('/ansok', { slag: 'nyansokan', ...val })).till.split('/')[2] ?? assert.fail();
  for (const [fråga, fält] of Object.entries(svar)) {
    const { html } = await sida.get(`/ansok/${id}/${fråga}`);
    const saved = await sida.post(`/ansok/${id}/${fråga}`, { ...dolda(html), ...fält });
    assert.equal(saved.status, 303, `${fråga} ${felen(saved.html)}`);
  }
  const { html } = await sida.get(`/ansok/${id}/granska`);
  assert.equal((await sida.post(`/ansok/${id}/granska`, { ...dolda(html), intygat: 'ja' })).status, 303);
  return id;
}

async function skrivUnder(port: Testport, id: string, vem: Testperson) {
  const sida = webbläsare(port, vem);
  return sida.post(`/skriv-under/${id}`, dolda((await sida.get(`/skriv-under/${id}`)).html));
}

test('the first page says what it proposes and why, and the person may choose otherwise', async () => {
  const port = testPort();
  const sida = webbläsare(port, 'ensam');
  assert.match((await sida.get('/ansok')).html, /Allt sparas medan du skriver/);
  port.besluta(await skicka(port, ENSAM));
  const { html } = await sida.get('/ansok');
  assert.match(html, /Du har nyss fått beslut/);
  assert.match(html, /value="ateransokan"[^>]*checked/);
  const ny = await sida.post('/ansok', { slag: 'nyansokan', manad: '2026-12', tillsammans: 'nej' });
  assert.equal(ny.status, 303);
  assert.equal([...port.ansökningar.values()].at(-1)?.slag, 'nyansokan');
});

test('a renewal together does not ask for the partner’s personnummer again', async () => {
  const port = testPort();
  const id = await skicka(port, PAR, PARSVAR);
  assert.equal((await skrivUnder(port, id, 'partner')).status, 303);
  port.besluta(id);
  const sida = webbläsare(port, 'ensam');
  assert.match((await sida.get('/ansok')).html, /value="samma"[^>]*checked/);
  const igen = await sida.post('/ansok', { slag: 'ateransokan', manad: '2026-12', tillsammans: 'samma' });
  assert.equal(igen.status, 303);
  assert.equal([...port.ansökningar.values()].at(-1)?.medsökande, PERSONER.partner.id);
  const okänd = await webbläsare(testPort(), 'ensam').post('/ansok', { manad: '2026-12', tillsammans: 'samma' });
  assert.deepEqual([okänd.status, felen(okänd.html)], [422, ['tillsammans']]);
});

test('interpreter and a safe way to be reached are said at the start, kept, and hidden from the other adult', async () => {
  const port = testPort();
  const kontakt = { tolk: 'tigrinja', sakerKontakt: 'endast-for-mig' };
  const id = await skicka(port, { ...PAR, ...kontakt }, PARSVAR);
  const stored = (await port.kontaktuppgift(port.som('ensam'))).kontaktuppgift;
  assert.deepEqual([stored?.tolk, stored?.säkerKontakt], ['tigrinja', 'endast-for-mig']);
  assert.match((await webbläsare(port, 'ensam').get('/ansok')).html, /endast-for-mig/);
  assert.equal((await port.kontaktuppgift(port.som('partner'))).kontaktuppgift, undefined);
  for (const path of [
    `/skriv-under/${id}`,
    `/ansok/${id}/skickad`,
    `/mina-sidor/ansokan/${id}`,
    '/mina-sidor',
    '/ansok',
  ])
    assert.ok(!(await webbläsare(port, 'partner').get(path)).html.includes('endast-for-mig'), path);
  const lång = await webbläsare(testPort(), 'ensam').post('/ansok', { ...ENSAM, sakerKontakt: 'x'.repeat(10_000) });
  assert.deepEqual([lång.status, felen(lång.html)], [422, ['sakerKontakt']]);
  assert.match(lång.html, /Skriv högst 1.000 tecken\. Nu är det 10.000\./);
});

test('akut: where to call for everybody, and a request that lies with a person at once', async () => {
  const port = testPort();
  const utan = await webbläsare(port).get('/akut');
  assert.match(utan.html, /0000-12 34 56/);
  assert.ok(!utan.html.includes('name="vad"'));
  assert.match(utan.html, /class="exit"/);
  assert.equal((await webbläsare(port).post('/akut', {})).till, '/logga-in?vidare=/akut');

  const sida = webbläsare(port, 'ensam');
  const fel = await sida.post('/akut', {
    vad: 'x'.repeat(10_000),
    belopp: 'mycket',
    'senast-dag': '31',
    'senast-manad': '2',
    'senast-ar': '2026',
  });
  assert.equal(fel.status, 422);
  assert.deepEqual([...felen(fel.html)].sort(), ['behov', 'belopp', 'senast', 'telefon', 'vad']);
  for (const till of felen(fel.html)) assert.ok(fel.html.includes(`id="${till}"`), `#${till}`);
  assert.ok(fel.html.includes('x'.repeat(10_000)), 'nothing is lost');

  const sent = await sida.post('/akut', 'behov=mat&behov=medicin&vad=Inget+hemma&belopp=400&telefon=070-174+06+05');
  assert.equal(sent.status, 303);
  const [begäran] = [...port.ansökningar.values()];
  assert.deepEqual(
    [begäran?.slag, begäran?.status, begäran?.uppgifter.akut?.behov, begäran?.uppgifter.akut?.senast],
    ['akut', 'inkommen', ['mat', 'medicin'], '2026-11-26'],
  );
  assert.match((await sida.get(sent.till)).html, /En handläggare läser det i dag/);
  assert.equal((await webbläsare(port, 'partner').get(sent.till)).status, 404);
  assert.match((await sida.get('/ansok')).html, /href="\/akut"/);
});

test('tillägg: one page for one thing, saved while it is written, hidden from the other adult', async () => {
  const port = testPort();
  const hela = await skicka(port, PAR, PARSVAR);
  await skrivUnder(port, hela, 'partner');
  port.besluta(hela);
  const sida = webbläsare(port, 'ensam');
  const started = await sida.post('/ansok', { slag: 'tillagg', manad: '' });
  assert.equal(started.status, 303, 'the month needs no answer when there is one');
  const path = `${started.till}/tillagg`;
  assert.equal((await sida.get(started.till)).till, path);
  assert.equal((await sida.get(`${started.till}/hushall`)).status, 404);
  const { html } = await sida.get(path);
  const auto = await sida.post(
    path,
    { ...dolda(html), behov: 'medicin', clearing: '3300', nummer: '9101022391' },
    { 'x-autosave': '1' },
  );
  assert.deepEqual(
    [auto.status, Object.keys(JSON.parse(auto.html))],
    [200, ['sparat']],
    'what is written so far is kept',
  );
  assert.match((await sida.get(path)).html, /value="medicin" selected/);
  const fel = await sida.post(path, { behov: '', varfor: 'x'.repeat(10_000), belopp: '-1', clearing: '9', nummer: '' });
  assert.deepEqual(felen(fel.html), ['behov', 'varfor', 'belopp', 'clearing', 'intygat']);
  const now = (await sida.get(path)).html;
  const ifyllt = {
    ...dolda(now),
    behov: 'medicin',
    varfor: 'endast-for-mig',
    belopp: '450',
    clearing: '3300',
    nummer: '9101022391',
  };
  const sent = await sida.post(path, { ...ifyllt, intygat: 'ja' });
  assert.deepEqual([sent.status, sent.till], [303, `${started.till}/skickad`], felen(sent.html).join());
  const kvitto = (await sida.get(sent.till)).html;
  for (const text of ['Medicin', 'endast-for-mig', '450']) assert.ok(kvitto.includes(text), text);
  assert.equal((await sida.post(path, { ...ifyllt, intygat: 'ja' })).till, sent.till, 'sent twice is sent once');
  for (const sidan of [sent.till, path, '/mina-sidor', `/mina-sidor/ansokan/${started.till.split('/')[2]}`])
    assert.ok(!(await webbläsare(port, 'partner').get(sidan)).html.includes('endast-for-mig'), sidan);
});

test('two who no longer live together have each an own case, and neither is told of the other', async () => {
  const port = testPort();
  const id = await skicka(port, PAR, PARSVAR);
  const partner = webbläsare(port, 'partner');
  const länk = /\/ansok\/bor-isar\/[\w-]+/.exec((await partner.get(`/skriv-under/${id}`)).html)?.[0] ?? assert.fail();
  assert.match((await partner.get(länk)).html, /tas tillbaka/);
  assert.equal(port.ansökningar.get(id)?.status, 'inskickad', 'reading changes nothing');
  assert.equal((await webbläsare(port, 'skyddad').get(länk)).status, 404);
  assert.equal((await partner.post(länk, {})).till, '/ansok');
  assert.equal(port.ansökningar.get(id)?.status, 'aterkallad');
  assert.equal((await partner.post(länk, {})).status, 303, 'twice is harmless');
  const första = (await webbläsare(port, 'ensam').get(`/mina-sidor/ansokan/${id}`)).html;
  assert.match(första, /är tillbakatagen\. Du kan ansöka själv/);
  assert.ok(!/bor isär|inte längre|delat/i.test(första.replace(/Vi bor inte längre ihop/, '')));
  assert.equal((await partner.post('/ansok', ENSAM)).status, 303, 'applies alone at once');
});

test('every page of the log-in says when it ends and extends it', async () => {
  const { html } = await webbläsare(testPort(), 'ensam').get('/ansok');
  assert.match(html, /data-seconds="1800"/);
  assert.match(html, /action="\/session\/forlang"/);
  assert.match(html, /class="exit" href="https:\/\/www\.smhi\.se"/);
});

for (const [namn, body, type] of [
  ['JSON', '{"manad":"2026-12"}', 'application/json'],
  ['multipart without a boundary', 'x', 'multipart/form-data'],
  ['no type', 'x', 'text/plain'],
  ['NUL and broken percent signs', 'manad=%00%zz&tillsammans=%00', 'application/x-www-form-urlencoded'],
] as const)
  test(`${namn} instead of a form is an empty form, with a sentence at the field`, async () => {
    const port = testPort();
    const sida = webbläsare(port, 'ensam');
    for (const path of ['/ansok', '/akut']) {
      const { status, html } = await sida.post(path, body, { 'content-type': type });
      assert.equal(status, 422, path);
      assert.ok(felen(html).length > 0, path);
    }
  });

test('no question is asked that no rule and no named need of the process reads', () => {
  /** What the process needs an answer for although no rule reads it. */
  const process: Readonly<Record<string, string>> = {
    konto: 'the payment',
    meddelande: 'a person reads it',
    onskarHandlaggare: 'GDPR 22: a person shall decide',
  };
  /** The answer each fact of the rules is read from. */
  const ur: Readonly<Record<string, string>> = {
    'barn.fodd': 'barn',
    'barn.lunch-borta': 'barn',
    'barn.dagar': 'barn',
    'hushall.personer-i-bostaden': 'hushall',
    'hushall.boendeform': 'boende',
    'hushall.samtycke-till-andrahand': 'boende',
    'kostnad.typ': 'kostnader',
    'kostnad.belopp': 'kostnader',
    'vuxeninkomst.typ': 'inkomster',
    'vuxeninkomst.netto': 'inkomster',
    'barninkomst.typ': 'inkomster',
    'barninkomst.netto': 'inkomster',
    'tillgang.belopp': 'tillgangar',
  };
  const läsesAvRegler = new Set(faktaSomBehövs().map((f) => ur[f.id]));
  for (const svarar of FRÅGOR.flatMap((f) => f.svarar))
    assert.ok(läsesAvRegler.has(svarar) || process[svarar], `"${svarar}" is asked, and nothing reads the answer`);
  for (const fakta of Object.keys(ur))
    assert.ok(
      faktaSomBehövs().some((f) => f.id === fakta),
      `no rule reads ${fakta} any more`,
    );
});
