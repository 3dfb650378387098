import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faktaSomBehövs } from '@stegvis/rules';
import { Hono } from 'hono';
import { applyRoutes } from './apply-routes.ts';
import { FRÅGOR } from './fragor/index.ts';
import { PERSONER, type Testperson, type Testport, testPort } from './test-port.ts';

const dolda = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );

/** The pages as one person meets them: a form's hidden fields are taken from the page it stands on. */
function webbläsare(port: Testport, vem: Testperson) {
  const app = new Hono();
  app.route('/', applyRoutes({ port, vem: () => port.som(vem) }));
  const get = async (path: string) => {
    const answer = await app.request(path);
    return { status: answer.status, till: answer.headers.get('location') ?? '', html: await answer.text() };
  };
  const post = async (path: string, fält: Record<string, string>, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fält),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    return {
      status: answer.status,
      till: answer.headers.get('location') ?? '',
      kaka: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
      html: await answer.text(),
    };
  };
  /** Opens the page, fills in its form and sends it to where the form goes. */
  const fyllI = async (path: string, fält: Record<string, string>) => {
    const { html, status } = await get(path);
    assert.equal(status, 200, path);
    return post(path.split('?')[0] ?? path, { ...dolda(html), ...fält });
  };
  return { get, post, fyllI };
}

const ENSAM: Record<string, Record<string, string>> = {
  hushall: { personer: '2' },
  barn: {
    'barn-antal': '1',
    'barn-0-namn': 'Barn ett',
    'barn-0-fodd-dag': '3',
    'barn-0-fodd-manad': 'mars',
    'barn-0-fodd-ar': '2017',
  },
  boende: { form: 'hyresratt' },
  kostnader: { boende: '7 100', hushallsel: '437,50', 'ovrig-antal': '0' },
  inkomster: { 'annan-antal': '0', [`lon-${PERSONER.ensam.id}`]: '9960' },
  tillgangar: { 'sak-antal': '0' },
  konto: { clearing: '3300', nummer: '9101022391' },
  ovrigt: {},
};

async function börja(port: Testport, fält: Record<string, string> = {}): Promise<string> {
  const { till, status } = await webbläsare(port, 'ensam').post('/ansok', {
    slag: 'nyansokan',
    manad: '2026-12',
    tillsammans: 'nej',
    ...fält,
  });
  assert.equal(status, 303);
  return till.split('/')[2] ?? '';
}

/** Answers every question in order; each sends the person to the next. */
async function svara(port: Testport, id: string, svar: Record<string, Record<string, string>>): Promise<void> {
  const { fyllI } = webbläsare(port, 'ensam');
  for (const [i, fråga] of FRÅGOR.entries()) {
    const next = FRÅGOR[i + 1]?.id ?? 'granska';
    const answer = await fyllI(`/ansok/${id}/${fråga.id}`, svar[fråga.id] ?? {});
    assert.equal(answer.status, 303, `${fråga.id}: ${felen(answer.html).join(' ')}`);
    assert.equal(answer.till, `/ansok/${id}/${next}`);
  }
}

function felen(html: string): string[] {
  return [...html.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)].map((m) => m[2] ?? '');
}

test('a single adult applies, is decided and reads the decision', async () => {
  const port = testPort();
  const sida = webbläsare(port, 'ensam');
  const id = await börja(port);
  await svara(port, id, ENSAM);
  assert.deepEqual(
    port.ansökningar.get(id)?.uppgifter.kostnader?.map((k) => [k.typ, k.belopp]),
    [
      ['boende', 710000],
      ['hushallsel', 43750],
    ],
  );
  assert.equal(port.ansökningar.get(id)?.uppgifter.barn?.[0]?.fodd, '2017-03-03');
  const sent = await sida.fyllI(`/ansok/${id}/granska`, { intygat: 'ja' });
  assert.deepEqual([sent.status, sent.till], [303, `/ansok/${id}/skickad`]);
  assert.equal(port.ansökningar.get(id)?.status, 'inkommen');
  assert.match((await sida.get(`/ansok/${id}/skickad`)).html, /senast 27 november 2026/);
  assert.equal((await sida.get(`/ansok/${id}/kvitto.pdf`)).status, 200);

  const again = await sida.post(`/ansok/${id}/granska`, { intygat: 'ja', version: '1' });
  assert.deepEqual([again.status, again.till], [303, `/ansok/${id}/skickad`], 'back and send again is harmless');
  assert.equal((await sida.get(`/ansok/${id}/kostnader`)).till, `/mina-sidor/ansokan/${id}`);

  const beslut = port.besluta(id);
  assert.ok(beslut.belopp > 0);
  const { html } = await sida.get(`/mina-sidor/beslut/${id}`);
  assert.match(
    html,
    new RegExp(
      `Du får ${(beslut.belopp / 100)
        .toString()
        .replace(/\B(?=(\d{3})+(?!\d))/g, '\\s')
        .replace('.', ',')}`,
    ),
  );
  assert.match(html, /tre veckor/);
  assert.match(html, /punkt 4\.2/);
  assert.equal((await sida.get(`/mina-sidor/beslut/${id}/brev.pdf`)).status, 200);
  for (const other of ['partner', 'skyddad'] as const) {
    const stranger = webbläsare(port, other);
    for (const path of [
      `/mina-sidor/beslut/${id}`,
      `/mina-sidor/beslut/${id}/brev.pdf`,
      `/mina-sidor/ansokan/${id}`,
      `/ansok/${id}/kvitto.pdf`,
      `/ansok/${id}/skickad`,
      `/ansok/${id}/konto`,
      `/skriv-under/${id}`,
    ])
      assert.equal((await stranger.get(path)).status, 404, `${other} ${path}`);
  }
});

test('a couple signs one by one, and the first can never sign for the second', async () => {
  const port = testPort();
  const [sida, partner] = [webbläsare(port, 'ensam'), webbläsare(port, 'partner')];
  const id = await börja(port, { tillsammans: 'ja', medsokande: '900101-2385' });
  await svara(port, id, {
    ...ENSAM,
    hushall: { personer: '3', par: 'ja' },
    konto: { ...ENSAM['konto'], innehavare: PERSONER.ensam.id },
    ovrigt: { meddelande: 'Bara till er' },
  });
  assert.equal((await partner.get(`/skriv-under/${id}`)).status, 404, 'a draft is its writer’s alone');
  await sida.fyllI(`/ansok/${id}/granska`, { intygat: 'ja' });
  assert.equal(port.ansökningar.get(id)?.status, 'inskickad');
  assert.match((await sida.get(`/ansok/${id}/skickad`)).html, /skriver under/);

  const own = await sida.get(`/skriv-under/${id}`);
  assert.equal(own.status, 303, 'the one who has signed is led away');
  const read = await partner.get(`/skriv-under/${id}`);
  assert.match(read.html, /7.100/);
  assert.ok(!read.html.includes('Bara till er'));
  assert.match(read.html, /Lön: Den jag söker med/, 'the wage is not taken for the reader’s own');
  const avser = /name="avser" value="([^"]+)"/.exec(read.html)?.[1] ?? '';
  await sida.post(`/skriv-under/${id}`, { avser });
  assert.equal(port.ansökningar.get(id)?.underskrifter.length, 1, 'the first one signs again: nothing');
  await partner.post(`/skriv-under/${id}`, { avser: 'annat' });
  assert.equal(port.ansökningar.get(id)?.underskrifter.length, 1, 'another document than the one that was read');

  assert.match((await partner.get('/mina-sidor')).html, new RegExp(`/skriv-under/${id}`));
  const signed = await partner.fyllI(`/skriv-under/${id}`, { meddelande: 'Från mig', handlaggare: 'ja' });
  assert.equal(signed.status, 303);
  const { status, underskrifter } = port.ansökningar.get(id) ?? assert.fail();
  assert.deepEqual(
    [status, underskrifter.map((u) => u.person)],
    ['inkommen', [PERSONER.ensam.id, PERSONER.partner.id]],
  );
  assert.ok(!(await sida.get(`/mina-sidor/ansokan/${id}`)).html.includes('Från mig'));
  assert.ok(!(await partner.get(`/mina-sidor/ansokan/${id}`)).html.includes('Bara till er'));
});

test('a renewal is one page: what is new, the money of the month, and send', async () => {
  const port = testPort();
  const sida = webbläsare(port, 'ensam');
  const first = await börja(port, { manad: '2026-11' });
  await svara(port, first, ENSAM);
  await sida.fyllI(`/ansok/${first}/granska`, { intygat: 'ja' });
  port.besluta(first);

  assert.match((await sida.get('/ansok')).html, /value="ateransokan"[^>]*checked|checked[^>]*value="ateransokan"/);
  const id = await börja(port, { slag: 'ateransokan' });
  const page = await sida.get(`/ansok/${id}`);
  assert.deepEqual([page.status, page.till], [303, `/ansok/${id}/granska`]);
  assert.match((await sida.get(`/ansok/${id}/granska`)).html, /Förra gången: 9.960/);

  const changed = await sida.fyllI(`/ansok/${id}/kostnader`, { boende: '7 240', hushallsel: '437,50' });
  assert.deepEqual([changed.status, changed.till], [303, `/ansok/${id}/granska`]);
  const { html } = await sida.get(`/ansok/${id}/granska`);
  const ändrat = /Det här har ändrats[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  assert.match(ändrat, /7.100/);
  assert.match(ändrat, /7.240/);

  const wages = { [`lon-${PERSONER.ensam.id}`]: '10 480' };
  assert.equal((await sida.fyllI(`/ansok/${id}/granska`, wages)).status, 422, 'without the assurance');
  const sent = await sida.fyllI(`/ansok/${id}/granska`, { ...wages, intygat: 'ja' });
  assert.deepEqual([sent.status, sent.till], [303, `/ansok/${id}/skickad`]);
  const { uppgifter, status } = port.ansökningar.get(id) ?? assert.fail();
  assert.equal(status, 'inkommen');
  assert.deepEqual(
    uppgifter.inkomster?.map((i) => i.belopp),
    [1048000],
  );
  assert.equal(uppgifter.barn?.[0]?.namn, 'Barn ett');
});

const FEL: Record<string, { fält: Record<string, string>; fält_med_fel: string[] }> = {
  hushall: { fält: { personer: 'många' }, fält_med_fel: ['personer'] },
  barn: {
    fält: {
      'barn-antal': '2',
      'barn-0-namn': '',
      'barn-0-fodd-dag': '31',
      'barn-0-fodd-manad': '11',
      'barn-0-fodd-ar': '2019',
      'barn-0-dagar': 'ibland',
      'barn-1-namn': 'x'.repeat(10_000),
      'barn-1-fodd-dag': '1',
      'barn-1-fodd-manad': '1',
      'barn-1-fodd-ar': '2008',
    },
    fält_med_fel: ['barn-0-namn', 'barn-0-fodd', 'barn-0-dagar', 'barn-1-namn', 'barn-1-skola'],
  },
  boende: { fält: { form: 'slott' }, fält_med_fel: ['form'] },
  kostnader: {
    fält: {
      boende: 'sju tusen',
      hushallsel: '-5',
      hemforsakring: '1,234',
      'ovrig-antal': '1',
      'ovrig-0-vad': '',
      'ovrig-0-belopp': 'x',
    },
    fält_med_fel: ['boende', 'hushallsel', 'hemforsakring', 'ovrig-0-vad', 'ovrig-0-belopp'],
  },
  inkomster: {
    fält: {
      [`lon-${PERSONER.ensam.id}`]: 'mycket',
      'annan-antal': '1',
      'annan-0-typ': 'barnbidrag',
      'annan-0-person': 'x',
      'annan-0-belopp': '',
    },
    fält_med_fel: [`lon-${PERSONER.ensam.id}`, 'annan-0-typ', 'annan-0-person', 'annan-0-belopp'],
  },
  tillgangar: {
    fält: { 'sak-antal': '1', 'sak-0-typ': 'guld', 'sak-0-belopp': 'mycket' },
    fält_med_fel: ['sak-0-typ', 'sak-0-belopp'],
  },
  konto: { fält: { clearing: '12', nummer: 'abc' }, fält_med_fel: ['clearing', 'nummer'] },
  ovrigt: { fält: { meddelande: 'x'.repeat(5001) }, fält_med_fel: ['meddelande'] },
};

for (const fråga of FRÅGOR) {
  test(`${fråga.id}: every field wrong names every fault and keeps what was written`, async () => {
    const port = testPort();
    const id = await börja(port);
    const { fält, fält_med_fel } = FEL[fråga.id] ?? assert.fail();
    const { html, status } = await webbläsare(port, 'ensam').fyllI(`/ansok/${id}/${fråga.id}`, fält);
    assert.equal(status, 422);
    assert.match(html, /<title>Fel: /);
    const named = [...html.matchAll(/<li><a href="#([^"]+)">/g)].map((m) => m[1]);
    assert.deepEqual(named, fält_med_fel);
    for (const name of fält_med_fel)
      assert.ok(html.includes(`id="${name}"`), `the summary's link to ${name} leads somewhere`);
    for (const [name, text] of Object.entries(fält)) {
      const chosen = ['form', 'annan-0-typ', 'annan-0-person', 'sak-0-typ'].includes(name);
      if (text !== '' && !chosen) assert.ok(html.includes(text), `${name} keeps what was written`);
    }
    assert.equal(port.ansökningar.get(id)?.version, 1, 'nothing is saved');
  });
}

test('rows are added and removed without script, and nothing that was written is lost', async () => {
  const port = testPort();
  const id = await börja(port);
  const { post } = webbläsare(port, 'ensam');
  const path = `/ansok/${id}/kostnader`;
  const one = await post(path, { version: '1', boende: '7 1OO', 'ovrig-antal': '0', rad: 'lagg-till-ovrig' });
  assert.match(one.html, /name="ovrig-0-vad"/);
  assert.match(one.html, /value="7 1OO"/);
  const two = await post(path, {
    version: '1',
    'ovrig-antal': '2',
    'ovrig-0-vad': 'busskort',
    'ovrig-1-vad': 'medicin',
    rad: 'ta-bort-ovrig-0',
  });
  assert.ok(!two.html.includes('busskort'));
  assert.match(two.html, /name="ovrig-0-vad"[^>]*value="medicin"/);
});

test('an answer that was changed elsewhere is shown beside what was written, and neither is lost', async () => {
  const port = testPort();
  const id = await börja(port);
  const sida = webbläsare(port, 'ensam');
  const old = await sida.get(`/ansok/${id}/kostnader`);
  const gamla = dolda(old.html);
  await sida.fyllI(`/ansok/${id}/kostnader`, { boende: '7 240' });
  const stale = await sida.post(`/ansok/${id}/kostnader`, { ...gamla, boende: '6 900' });
  assert.equal(stale.status, 409);
  assert.match(stale.html, /value="6 900"/, 'what was written stays in the field');
  assert.match(stale.html, /7.240/, 'what is newer is shown');
  assert.equal(port.ansökningar.get(id)?.uppgifter.kostnader?.[0]?.belopp, 724000);
  const auto = await sida.post(`/ansok/${id}/kostnader`, { ...gamla, boende: '6 900' }, { 'x-autosave': '1' });
  assert.equal(auto.status, 409, 'autosave never overwrites what is newer');
  assert.equal(port.ansökningar.get(id)?.uppgifter.kostnader?.[0]?.belopp, 724000);
});

test('what a page has saved by itself is not taken for a change elsewhere', async () => {
  const port = testPort();
  const id = await börja(port);
  const sida = webbläsare(port, 'ensam');
  const path = `/ansok/${id}/kostnader`;
  const [ena, andra] = [dolda((await sida.get(path)).html), dolda((await sida.get(path)).html)];
  const auto = await sida.post(path, { ...ena, boende: '7 24' }, { 'x-autosave': '1' });
  assert.deepEqual([auto.status, Object.keys(JSON.parse(auto.html))], [200, ['sparat']]);
  const other = await sida.post(path, { ...andra, boende: '1' }, { cookie: auto.kaka });
  assert.equal(other.status, 409, 'another tab of the same browser');
  const own = await sida.post(path, { ...ena, boende: '7 240' }, { cookie: auto.kaka });
  assert.deepEqual([own.status, own.till], [303, `/ansok/${id}/inkomster`]);
  assert.equal(port.ansökningar.get(id)?.uppgifter.kostnader?.[0]?.belopp, 724000);
});

test('a renewal whose answers were changed in another tab is not sent unread', async () => {
  const port = testPort();
  const id = await börja(port);
  await svara(port, id, ENSAM);
  const sida = webbläsare(port, 'ensam');
  const read = dolda((await sida.get(`/ansok/${id}/granska`)).html);
  await sida.fyllI(`/ansok/${id}/konto`, { clearing: '3300', nummer: '9101022383' });
  const stale = await sida.post(`/ansok/${id}/granska`, { ...read, intygat: 'ja' });
  assert.equal(stale.status, 422);
  assert.match(stale.html, /9101022383/);
  assert.equal(port.ansökningar.get(id)?.status, 'utkast');
  assert.equal((await sida.post(`/ansok/${id}/granska`, { ...dolda(stale.html), intygat: 'ja' })).status, 303);
});

test('an incomplete draft is not sent: what is missing is named and leads to its place', async () => {
  const port = testPort();
  const id = await börja(port);
  const { html, status } = await webbläsare(port, 'ensam').fyllI(`/ansok/${id}/granska`, { intygat: 'ja' });
  assert.equal(status, 422);
  assert.equal(felen(html).length, 7);
  for (const [, till] of html.matchAll(/<li><a href="#([^"]+)">/g))
    assert.ok(html.includes(`id="${till}"`), `#${till}`);
});

test('somebody with protected identity is led to a person in neutral words', async () => {
  const port = testPort();
  const sida = webbläsare(port, 'skyddad');
  const { html } = await sida.get('/ansok');
  assert.match(html, /0000-12 34 56/);
  assert.ok(!/skydd|sekret|hemlig|säkerhet/i.test(html));
  assert.ok(!html.includes('<form class'), 'nothing to fill in');
});

test('an application is taken back after a question', async () => {
  const port = testPort();
  const sida = webbläsare(port, 'ensam');
  const id = await börja(port);
  await svara(port, id, ENSAM);
  await sida.fyllI(`/ansok/${id}/granska`, { intygat: 'ja' });
  assert.equal((await sida.get(`/mina-sidor/ansokan/${id}/ta-tillbaka`)).status, 200);
  assert.equal(port.ansökningar.get(id)?.status, 'inkommen', 'asking changes nothing');
  assert.equal((await sida.post(`/mina-sidor/ansokan/${id}/ta-tillbaka`, {})).status, 303);
  assert.equal(port.ansökningar.get(id)?.status, 'aterkallad');
});

test('every fact the rules need has a question, or comes from somewhere else', () => {
  /** Facts that are not asked about, with where they come from. */
  const annanKälla: Record<string, string> = {
    'hushall.radrum-till': 'the caseworker',
    'vuxen.bistandsmanader': 'earlier decisions',
    'vuxen.jobbstimulans-faststalld-fran': 'earlier decisions',
    'barn.arbetsinkomst-hittills-i-ar': 'the caseworker, who asks when a child has earned money',
    'hushall.overskott': 'earlier calculations',
    'hushall.forskott': 'earlier payments',
  };
  /** Each fact the form asks for, with the answer it is part of. */
  const frågas: Record<string, string> = {
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
  const svarade = new Set<string>(FRÅGOR.flatMap((f) => f.svarar));
  for (const faktum of faktaSomBehövs().filter((f) => !f.bedoms)) {
    const svar = frågas[faktum.id];
    assert.ok(
      svar ? svarade.has(svar) : annanKälla[faktum.id],
      `${faktum.id} (${faktum.namn}) has no question and no other source`,
    );
  }
});
