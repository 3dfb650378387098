import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Medarbetare } from './port.ts';
import { BEHÖRIG, GRANSKARE, HANDLÄGGARE, testPort, UTBETALARE } from './test-port.ts';
import { workbenchRoutes } from './workbench-routes.ts';

function sidor(vem: Medarbetare = HANDLÄGGARE, port = testPort()) {
  const app = workbenchRoutes({ port, vem: () => vem });
  const get = async (path: string) => {
    const res = await app.request(path);
    return {
      status: res.status,
      html: (await res.text()).replaceAll('\u00a0', ' '),
      till: res.headers.get('location'),
    };
  };
  const post = async (path: string, fält: Record<string, string>) => {
    const res = await app.request(path, { method: 'POST', body: new URLSearchParams(fält) });
    return {
      status: res.status,
      html: (await res.text()).replaceAll('\u00a0', ' '),
      till: res.headers.get('location'),
    };
  };
  return { port, get, post };
}

/** What a browser would send: every field of the form with this action, as it stands. */
function formulär(html: string, action: string): Record<string, string> {
  const form = html.slice(html.indexOf(`action="${action}"`)).split('</form>')[0]!;
  const fält: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name) fält[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)/g)) fält[name!] = text!;
  return fält;
}

test('the queue shows why each stopped, masks the protected, leaves out what nothing stops, and filters', async () => {
  const { get, post } = sidor();
  const { html } = await get('/');
  assert.match(html, /Okänd inkomst/);
  assert.match(html, /Skyddad person/);
  assert.doesNotMatch(html, /Hushåll rent/);
  await post('/arenden/hyra/ta', {});
  const mina = (await get('/?visa=mina')).html;
  assert.match(mina, /Hushåll hyra/);
  assert.doesNotMatch(mina, /Hushåll lucka/);
  assert.doesNotMatch((await get('/?visa=lediga')).html, /Hushåll hyra/);
});

test('a deposit is settled in its row and the month decided, in five interactions from the queue', async () => {
  const { port, get, post } = sidor();
  const arende = '/handlaggning/arenden/insattning';
  const öppen = (await get('/arenden/insattning')).html; // 1 opens
  const fält = formulär(öppen, `${arende}/belopp`);
  const belopp = Object.keys(fält).find((k) => k.startsWith('belopp-'))!;
  const ändrat = await post('/arenden/insattning/belopp', {
    ...fält,
    [belopp]: '0',
    [belopp.replace('belopp', 'skal')]: 'Gåva till kläder.',
  }); // 2 amount, 3 reason, 4 saves
  assert.equal(ändrat.status, 303, ändrat.html);
  const klar = (await get('/arenden/insattning')).html;
  assert.match(klar, /Besluta bifall/);
  const beslut = await post('/arenden/insattning/beslut', formulär(klar, `${arende}/beslut`)); // 5 decides
  assert.equal(beslut.status, 303, beslut.html);
  assert.equal(port.läge('insattning').beslut?.utfall, 'bifall');
  assert.match((await get('/arenden/insattning')).html, /Nästa i kön/);
});

test('a row without reason or with a wrong amount is refused, and what was written stays', async () => {
  const { get, post } = sidor();
  const fält = formulär((await get('/arenden/insattning')).html, '/handlaggning/arenden/insattning/belopp');
  const belopp = Object.keys(fält).find((k) => k.startsWith('belopp-'))!;
  const skäl = belopp.replace('belopp', 'skal');
  const utanSkäl = await post('/arenden/insattning/belopp', { ...fält, [belopp]: '250' });
  assert.equal(utanSkäl.status, 422);
  assert.match(utanSkäl.html, /Skriv varför beloppet ska vara så/);
  assert.match(utanSkäl.html, /value="250"/);
  const felBelopp = await post('/arenden/insattning/belopp', { ...fält, [belopp]: 'tusen', [skäl]: 'Därför.' });
  assert.equal(felBelopp.status, 422);
  assert.match(felBelopp.html, /value="tusen"/);
  assert.match(felBelopp.html, /value="Därför\."/);
  assert.equal((await post('/arenden/insattning/belopp', { ...fält })).status, 422);
});

test('a later save never overwrites: it is refused, says so and keeps what was written', async () => {
  const { port, get, post } = sidor();
  const fält = formulär((await get('/arenden/insattning')).html, '/handlaggning/arenden/insattning/belopp');
  const belopp = Object.keys(fält).find((k) => k.startsWith('belopp-'))!;
  const skäl = belopp.replace('belopp', 'skal');
  await post('/arenden/insattning/belopp', { ...fält, [belopp]: '0', [skäl]: 'Först.' });
  const sen = await post('/arenden/insattning/belopp', { ...fält, [belopp]: '600', [skäl]: 'Sedan.' });
  assert.equal(sen.status, 409);
  assert.match(sen.html, /Någon annan har ändrat i ärendet/);
  assert.match(sen.html, /value="Sedan\."/);
  assert.deepEqual(
    port.läge('insattning').justeringar.map((j) => j.skäl),
    ['Först.'],
  );
});

test('a refusal in part needs the hearing and keeps the reasons that were written', async () => {
  const { port, get, post } = sidor();
  const rad = formulär((await get('/arenden/hyra?oppna=0')).html, '/handlaggning/arenden/hyra/belopp');
  assert.equal(
    (await post('/arenden/hyra/belopp', { ...rad, 'belopp-0': '7 000', 'skal-0': 'Gränsen för en person.' })).status,
    303,
  );
  const html = (await get('/arenden/hyra')).html;
  assert.match(html, /Har den sökande fått yttra sig/);
  const fält = formulär(html, '/handlaggning/arenden/hyra/beslut');
  const nekad = await post('/arenden/hyra/beslut', { ...fält, motivering: 'Egen text.' });
  assert.equal(nekad.status, 409);
  assert.match(nekad.html, /ange varför det är uppenbart obehövligt/);
  assert.match(nekad.html, />Egen text\.</);
  assert.equal(port.läge('hyra').beslut, undefined);
  const fattat = await post('/arenden/hyra/beslut', { ...fält, obehovlig: 'Den sökande har själv sagt samma sak.' });
  assert.equal(fattat.status, 303, fattat.html);
  assert.equal(port.läge('hyra').beslut?.utfall, 'delavslag');
});

test('a decision is refused while a warning is not acknowledged; who and when is kept', async () => {
  const { port, get, post } = sidor();
  const html = (await get('/arenden/skiljer')).html;
  const fält = { ...formulär(html, '/handlaggning/arenden/skiljer/beslut'), motivering: 'Egna skäl.' };
  const oläst = await post('/arenden/skiljer/beslut', fält);
  assert.equal(oläst.status, 409);
  assert.match(oläst.html, /Ta ställning till: Ansökan och register skiljer sig/);
  assert.match(oläst.html, />Egna skäl\.</);
  assert.equal(port.läge('skiljer').beslut, undefined);
  const varningar = [...html.matchAll(/name="kvitterad" value="([^"]+)"/g)].map(([, id]) => id!);
  assert.equal((await post('/arenden/skiljer/kvittera', { kvitterad: 'finns-inte' })).status, 409);
  for (const kvitterad of varningar) assert.equal((await post('/arenden/skiljer/kvittera', { kvitterad })).status, 303);
  assert.match((await get('/arenden/skiljer')).html, /Handläggare, 26 november 2026, 11\.00/);
  assert.equal((await post('/arenden/skiljer/beslut', fält)).status, 303);
  assert.equal(port.läge('skiljer').beslut?.motivering, 'Egna skäl.');
});

test('several rows are settled in one act, all or none', async () => {
  const { port, get, post } = sidor();
  const html = (await get('/arenden/skiljer?oppna=1')).html;
  const fält = formulär(html, '/handlaggning/arenden/skiljer/belopp');
  const rader = { 'rad-0': port.läge('skiljer').rader()[0]!, 'rad-1': port.läge('skiljer').rader()[1]! };
  const ett = { ...fält, ...rader, 'belopp-0': '5 000', 'skal-0': 'Hälften.', 'belopp-1': '9 000', 'skal-1': '' };
  assert.equal((await post('/arenden/skiljer/belopp', ett)).status, 422);
  assert.deepEqual(port.läge('skiljer').justeringar, []);
  const båda = { ...ett, 'skal-1': 'Utbetalt enligt besked.' };
  const sparat = await post('/arenden/skiljer/belopp', båda);
  assert.equal(sparat.status, 303, sparat.html);
  assert.equal(port.läge('skiljer').justeringar.length, 2);
  assert.equal(port.läge('skiljer').ansökan.version, 6);
});

test('a note in the journal is never changed: a correction stands beside it', async () => {
  const { port, get, post } = sidor();
  const skriv = (fält: Record<string, string>) =>
    post('/arenden/rent/journal', { slag: 'anteckning', hande: '2026-11-25', text: '', ...fält });
  assert.equal((await skriv({})).status, 422);
  const fel = await skriv({ text: 'Behåll mig.', hande: '2026-11-27' });
  assert.equal(fel.status, 422);
  assert.match(fel.html, /Den kan inte ligga i framtiden/);
  assert.match(fel.html, /Behåll mig\./);
  assert.equal((await skriv({ text: 'Ringde om hyran.' })).status, 303);
  const [första] = port.läge('rent').journal;
  assert.equal((await skriv({ slag: 'rattelse', text: 'Utan mål.' })).status, 422);
  assert.equal((await skriv({ slag: 'rattelse', text: 'Det var mejl.', galler: första!.id })).status, 303);
  assert.equal((await skriv({ slag: 'rattelse', text: 'Igen.', galler: första!.id })).status, 422);
  const { html } = await get('/arenden/rent');
  assert.match(html, /Rättad i <a href="#anteckning-2">2/);
  assert.match(html, /2\. Rättelse av 1/);
});

test('a reminder is the own one, shown in the case and ticked off', async () => {
  const port = testPort();
  const { get, post } = sidor(HANDLÄGGARE, port);
  assert.equal(
    (await post('/arenden/hyra/paminnelse', { 'paminn-dag': '2026-11-01', 'paminn-text': 'Ring.' })).status,
    422,
  );
  assert.equal(
    (await post('/arenden/hyra/paminnelse', { 'paminn-dag': '2026-11-26', 'paminn-text': 'Ring.' })).status,
    303,
  );
  const kö = (await get('/')).html;
  const [, id] = /paminnelser\/([\w-]+)\/klar/.exec(kö) ?? [];
  assert.match(kö, /Ring\./);
  await post(`/paminnelser/${id}/klar`, {});
  assert.doesNotMatch((await get('/')).html, /Ring\./);
});

test('two who have the same case open see each other', async () => {
  const port = testPort();
  await sidor(BEHÖRIG, port).get('/arenden/hyra');
  const { html } = await sidor(HANDLÄGGARE, port).get('/arenden/hyra');
  assert.match(html, /Handläggare öppnade ärendet klockan 11\.00/);
  await sidor(BEHÖRIG, port).post('/arenden/hyra/narvaro/lamna', {});
  assert.doesNotMatch((await sidor(HANDLÄGGARE, port).get('/arenden/hyra')).html, /öppnade ärendet/);
  assert.equal((await sidor(HANDLÄGGARE, port).post('/arenden/skyddad/narvaro', {})).status, 404);
});

test('search is posted, so that what is searched for never stands in an address', async () => {
  const { get, post } = sidor();
  assert.match((await get('/')).html, /<form class="wb-search" role="search" method="post"/);
  assert.equal((await post('/sok', { q: '2026-hyra' })).till, '/handlaggning/arenden/hyra');
  assert.match((await post('/sok', { q: '2026-skyddad' })).html, /Inget ärende hittades/);
});

test('a register that did not answer is never zero: the row must be settled', async () => {
  const { html } = await sidor().get('/arenden/lucka');
  assert.match(html, /Försäkringskassan kunde inte svara/);
  assert.match(html, /Måste bedömas först/);
  assert.doesNotMatch(html, /Besluta bifall|Du får/);
});

test('a difference between statement and register is said in words, with sums', async () => {
  const { html } = await sidor().get('/arenden/skiljer');
  assert.match(html, /skiljer 616 kr/);
  assert.doesNotMatch(html, /\d ore</);
  assert.match(html, /Inkomster som räknas/);
  assert.match(html, /Behov: riksnormen och kostnaderna/);
});

test('the protected household is only for those with the role', async () => {
  assert.equal((await sidor().get('/arenden/skyddad')).status, 404);
  assert.equal((await sidor(BEHÖRIG).get('/arenden/skyddad')).status, 200);
});

test('everybody begins on a page that they may read: an analyst on the statistics', async () => {
  const { till } = await sidor({ ...HANDLÄGGARE, roller: ['analytiker'] }).get('/');
  assert.equal(till, '/handlaggning/statistik');
});

test('payments and the audit log are only for their roles, and say when they are empty', async () => {
  for (const path of ['/betalningar', '/granskning']) assert.equal((await sidor().get(path)).status, 403);
  assert.equal((await sidor().post('/betalningar', { dag: '2026-11-27' })).status, 403);
  assert.match((await sidor(UTBETALARE).get('/betalningar')).html, /Inget att betala/);
  assert.match((await sidor(GRANSKARE).get('/granskning')).html, /Inget att visa/);
  const tom = await sidor(UTBETALARE).post('/betalningar', { dag: '2026-11-27' });
  assert.equal(tom.status, 409);
});
