import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { clamd, EICAR, startStandInClamd } from '@stegvis/integrations';
import { provFoto, provFotoMedPlats, provPdf } from '@stegvis/integrations/dokument/provfiler';
import type { Medarbetare } from '@stegvis/workbench';
import { lyssna } from '../http.ts';
import { dokumentkontroll } from '../trad/dokumentkontroll.ts';
import { läsOmständigheter } from '../trad/las-omstandigheter.ts';
import { HANDLÄGGARE, NU, öppnaDokumentprov } from './dokument-provmiljo.ts';

test('a document is added, seen as pictures, and taken back until it is sent', async (t) => {
  const { app, skicka, rader, sida, sänd, vem, a, b, system, ansökan } = await öppnaDokumentprov(t);
  const empty = await (await app.request(sida)).text();
  assert.match(empty, /Hyresavi eller hyreskontrakt/);
  assert.equal((await skicka(provPdf(2))).status, 303);
  const photo = await skicka(await provFotoMedPlats(), { plats: 'ovrigt' }, 'IMG_1.jpg');
  assert.equal(photo.till, sida);
  const [hyra, foto] = await rader();
  assert.deepEqual(
    [hyra!.format, hyra!.sidor, hyra!.kontroll, hyra!.filnamn, hyra!.plats],
    ['pdf', 2, 'inte-kontrollerad', 'Min hyra.pdf', 'kostnader.boende'],
  );
  const page = await (await app.request(sida)).text();
  assert.match(page, /Min hyra\.pdf, 2 sidor/);
  assert.doesNotMatch(page, /Hyresavi eller hyreskontrakt/);
  assert.doesNotMatch(page, /href="[^"]*Min/);
  const picture = await app.request(`${sida}/${hyra!.id}/sida/2`);
  assert.equal(picture.headers.get('content-type'), 'image/jpeg');
  assert.deepEqual([...new Uint8Array(await picture.arrayBuffer())].slice(0, 3), [0xff, 0xd8, 0xff]);
  for (const nummer of ['0', '3', '-1', '1e1', 'x'])
    assert.equal((await app.request(`${sida}/${hyra!.id}/sida/${nummer}`)).status, 404);
  const kept = await system((x) => x.dokument.getInnehåll(foto!.id));
  assert.ok(!Buffer.from(kept).includes('Exif'), 'the place is kept');
  assert.equal(
    (await app.request(`${sida}/${foto!.id}/ta-bort`, { method: 'POST', body: new FormData() })).status,
    303,
  );
  assert.deepEqual(
    (await rader()).map((d) => d.id),
    [hyra!.id],
  );

  await sänd('inskickad');
  const late = await app.request(`${sida}/${hyra!.id}/ta-bort`, { method: 'POST', body: new FormData() });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /inskickat och kan inte tas bort/);
  vem.person = b;
  assert.equal(
    (await app.request(`${sida}/${hyra!.id}/ta-bort`, { method: 'POST', body: new FormData() })).status,
    409,
  );
  assert.equal((await skicka(provPdf(1), { plats: 'inkomster.lon' })).status, 303);
  const mitt = (await rader())[1]!;
  assert.equal(mitt.uppladdadAv, b.id);
  await sänd('inkommen');
  vem.person = a;
  assert.equal((await skicka(provPdf(3))).status, 303);
  const händelser = await system((x) => x.händelser.findForÄrende(ansökan.ärende));
  assert.deepEqual(
    händelser.map((h) => [h.typ, h.synlig]),
    [['dokument-tillagt', 'alla']],
  );
  assert.doesNotMatch(händelser[0]!.text, /Min hyra/);
});

test('what is private, about illness, or somebody else’s is hidden', async (t) => {
  const { app, skicka, rader, sida, sänd, vem, a, b, port, ansökan, personal, system } = await öppnaDokumentprov(t);
  assert.equal((await skicka(provPdf(1), { privat: 'ja' })).status, 303);
  assert.equal((await skicka(provPdf(2), { plats: 'sjukdom' })).status, 303);
  assert.equal((await skicka(provPdf(3))).status, 303);
  vem.person = b;
  assert.equal((await app.request(sida)).status, 404, 'a draft is its writer’s');
  await sänd('inskickad');
  const seen = await port.dokument(b, ansökan.id);
  assert.deepEqual(
    seen!.dokument.map((d) => d.sidor),
    [3],
  );
  const [privat, sjuk, delad] = await rader();
  assert.deepEqual([privat!.privat, sjuk!.privat, delad!.privat], [true, true, false]);
  for (const hidden of [privat!, sjuk!]) {
    assert.equal((await app.request(`${sida}/${hidden.id}`)).status, 404);
    assert.equal((await app.request(`${sida}/${hidden.id}/sida/1`)).status, 404);
    assert.equal(
      (await app.request(`${sida}/${hidden.id}/ta-bort`, { method: 'POST', body: new FormData() })).status,
      404,
    );
  }
  assert.equal((await app.request(`${sida}/${delad!.id}/sida/1`)).status, 200);
  const other = await system(async (x) => {
    const person = { ...(await x.personer.get(a.id)), id: randomUUID(), personnummer: '199001022384' };
    await x.personer.add(person);
    return { id: person.id, förnamn: '' };
  });
  vem.person = other;
  for (const path of [sida, `${sida}/${delad!.id}`, `${sida}/${delad!.id}/sida/1`])
    assert.equal((await app.request(path)).status, 404);
  assert.equal((await skicka(provPdf(1))).status, 404);
  const staff = await personal.dokument(HANDLÄGGARE, ansökan.id);
  assert.equal(staff!.dokument.length, 3);
  for (const foreign of [
    { kommun: '9998', nämnd: 'socialnamnden' },
    { kommun: '9999', nämnd: 'overformyndarnamnden' },
  ])
    await system(async (x) => {
      assert.equal(await x.dokument.find(delad!.id), undefined);
      assert.equal(await x.dokument.findSida(delad!.id, 1), undefined);
    }, foreign);
});

test('a file that cannot be received is refused with a sentence at the field, and the choice is kept', async (t) => {
  const { skicka, rader, app, sida, system } = await öppnaDokumentprov(t);
  await system((x) =>
    x.organisation.saveNämnd({
      kommunnamn: 'Testkommunen',
      nämndnamn: 'Socialnämnden',
      inställningar: { dokument: { storstaFilMb: 1, flest: 2 } },
    }),
  );
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  for (const [fil, status, mening] of [
    [undefined, 422, /Välj ett foto eller en fil\./],
    [new Uint8Array(), 422, /Filen är tom\./],
    [html, 415, /inte ett foto eller en pdf/],
    [provPdf(1, true), 422, /låst med lösenord/],
    [Buffer.from('%PDF-1.7\nnothing here'), 422, /går inte att öppna/],
    [Buffer.concat([provPdf(1), Buffer.alloc(1024 * 1024)]), 413, /högst 1 MB/],
  ] as const) {
    const svar = await skicka(fil, { plats: 'kostnader.boende', privat: 'ja' });
    assert.equal(svar.status, status, String(mening));
    assert.match(svar.text, mening);
    assert.match(svar.text, /<a href="#fil">/);
    assert.match(svar.text, /value="kostnader\.boende" selected/);
    assert.match(svar.text, /name="privat" value="ja" checked/);
  }
  const nowhere = await skicka(provPdf(1), { plats: 'hittepa' });
  assert.equal(nowhere.status, 422);
  assert.match(nowhere.text, /Välj vad dokumentet gäller\./);
  for (const [body, type] of [
    ['plats=ovrigt', 'application/x-www-form-urlencoded'],
    ['{}', 'application/json'],
    ['--x\r\nbroken', 'multipart/form-data; boundary=x'],
    ['nothing', 'multipart/form-data'],
  ] as const) {
    const svar = await app.request(sida, { method: 'POST', body, headers: { 'content-type': type } });
    assert.ok([415, 422].includes(svar.status), `${type}: ${svar.status}`);
  }
  assert.deepEqual(await rader(), []);
  assert.equal((await skicka(provPdf(1))).status, 303);
  assert.match((await skicka(provPdf(1))).text, /redan lagt till/);
  assert.equal((await skicka(provPdf(2))).status, 303);
  assert.match((await skicka(provPdf(3))).text, /redan 2 dokument/);
});

test('two uploads at the same time cannot pass the limit together', async (t) => {
  const { skicka, rader, system } = await öppnaDokumentprov(t);
  await system((x) =>
    x.organisation.saveNämnd({
      kommunnamn: 'Testkommunen',
      nämndnamn: 'Socialnämnden',
      inställningar: { dokument: { flest: 1 } },
    }),
  );
  const svar = await Promise.all([skicka(provPdf(1)), skicka(provPdf(2)), skicka(provPdf(3))]);
  assert.deepEqual(svar.map((s) => s.status).sort(), [303, 422, 422]);
  assert.equal((await rader()).length, 1);
});

test('malware is refused, and found later it takes the document away', async (t) => {
  const scanner = await startStandInClamd();
  t.after(() => scanner.stop());
  const virusskydd = clamd({ host: '127.0.0.1', port: scanner.port }, 2000);
  const { skicka, rader, system, app, sida, ansökan, a, personal } = await öppnaDokumentprov(t, { virusskydd });
  const smittad = Buffer.concat([provPdf(1), Buffer.from(`\n${EICAR}`)]);
  const nej = await skicka(smittad);
  assert.equal(nej.status, 422);
  assert.match(nej.text, /innehåller skadlig kod och har inte sparats/);
  assert.deepEqual(await rader(), []);
  assert.equal((await skicka(provPdf(1))).status, 303);
  assert.equal((await rader())[0]!.kontroll, 'ren');

  scanner.läge = 'stryper';
  assert.equal((await skicka(smittad)).status, 303);
  assert.equal((await skicka(provPdf(2))).status, 303);
  const kontroll = () => system((x) => dokumentkontroll(virusskydd).kör(x, { nu: NU, enqueue: async () => {} }));
  await kontroll();
  assert.deepEqual(
    (await rader()).map((d) => d.kontroll),
    ['ren', 'inte-kontrollerad', 'inte-kontrollerad'],
  );
  scanner.läge = 'normal';
  await kontroll();
  const [, bort] = await rader();
  assert.deepEqual(
    (await rader()).map((d) => d.kontroll),
    ['ren', 'skadlig', 'ren'],
  );
  assert.equal(bort!.sidor, 0);
  await assert.rejects(system((x) => x.dokument.getInnehåll(bort!.id)));
  assert.equal((await app.request(`${sida}/${bort!.id}/sida/1`)).status, 404);
  assert.match(await (await app.request(sida)).text(), /Innehöll skadlig kod och är borttaget/);
  const händelser = await system((x) => x.händelser.findForÄrende(ansökan.ärende));
  assert.deepEqual(händelser.at(-1)!.synlig, { person: a.id });
  assert.match(händelser.at(-1)!.text, /skadlig kod\. Vi har tagit bort det/);
  await system(async (x) => {
    const now = await x.ansökningar.get(ansökan.id);
    await x.ansökningar.save({ ...now, status: 'inskickad', inskickad: NU, version: now.version + 1 });
  });
  const svar = await personal.laddaNedDokument(HANDLÄGGARE, ansökan.id, bort!.id, { förstått: true });
  assert.ok(!svar.ok && svar.refusal.kod === 'skadlig-fil');
});

test('staff see pictures beside the case, download with a read warning, and mark what does not belong', async (t) => {
  const { skicka, rader, sänd, app, ansökan, system } = await öppnaDokumentprov(t);
  await skicka(provPdf(2));
  await skicka(await provFoto('webp'), { plats: 'ovrigt' });
  await sänd('inkommen');
  const [hyra] = await rader();
  const bas = `/handlaggning/arenden/${ansökan.id}/dokument/${hyra!.id}`;
  const page = await (await app.request(bas)).text();
  assert.match(page, /Filen är inte kontrollerad/);
  assert.match(page, new RegExp(`src="${bas}/sida/2"`));
  assert.equal((await app.request(`${bas}/sida/1`)).headers.get('content-type'), 'image/jpeg');
  const post = (path: string, body: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(body) });
  const unread = await post(`${bas}/ladda-ned`, {});
  assert.equal(unread.status, 422);
  assert.match(await unread.text(), /Kryssa i att du har läst varningen/);
  const file = await post(`${bas}/ladda-ned`, { forstatt: 'ja' });
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="dokument.pdf"');
  assert.equal(file.headers.get('content-type'), 'application/octet-stream');
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), Buffer.from(provPdf(2)));

  const brister = () =>
    system(async (x) => {
      const now = await x.ansökningar.get(ansökan.id);
      const personer = await x.personer.findMany([now.sökande]);
      const historik = await x.ansökningar.historik(now);
      const fråga = { ansökan: now, personer, historik, registersvar: {}, idag: '2026-11-24' };
      const { handlingar, läkarintyg } = await läsOmständigheter(x, fråga);
      return { handlingar, läkarintyg };
    });
  assert.deepEqual(await brister(), { handlingar: [], läkarintyg: [] });
  const without = await post(`${bas}/hor-inte-hit`, { skal: ' ', version: '1' });
  assert.equal(without.status, 422);
  assert.equal((await post(`${bas}/hor-inte-hit`, { skal: 'Någon annans hyra.', version: '1' })).status, 303);
  assert.equal((await post(`${bas}/hor-inte-hit`, { skal: 'Igen.', version: '1' })).status, 409);
  assert.deepEqual((await brister()).handlingar, ['Hyresavi eller hyreskontrakt saknas.']);

  await system((x) =>
    x.organisation.saveNämnd({
      kommunnamn: 'Testkommunen',
      nämndnamn: 'Socialnämnden',
      inställningar: {
        dokument: {
          krav: [{ plats: 'sjukdom', namn: 'Läkarintyg', slag: ['nyansokan'], fraga: 'sjuk-mer-an-sju-dagar' }],
        },
      },
    }),
  );
  assert.equal((await brister()).läkarintyg, undefined, 'nobody has answered: it cannot be told');
  const answer = (person: string, svar: boolean) =>
    system((x) => x.dokument.saveSvar(ansökan.id, { person, fråga: 'sjuk-mer-an-sju-dagar', svar }, NU));
  await answer(ansökan.sökande, false);
  await answer(ansökan.medsökande!, true);
  assert.deepEqual((await brister()).läkarintyg, ['Läkarintyg saknas.']);
  await answer(ansökan.medsökande!, false);
  assert.deepEqual((await brister()).läkarintyg, []);

  const logg = await system((x) => x.granskning.find({ högst: 100 }));
  const gjort = logg.map((rad) => rad.handling);
  for (const handling of [
    'dokument.last',
    'dokument.sida-last',
    'dokument.laddat-ned',
    'dokument.hor-inte-hit',
    'dokument.tillagt',
  ])
    assert.ok(gjort.includes(handling), handling);
  assert.doesNotMatch(JSON.stringify(logg), /Min hyra/);
});

test('protected identity: only those with the role, and every attempt is logged', async (t) => {
  const { skicka, rader, sänd, app, ansökan, personal, system } = await öppnaDokumentprov(t, { skyddad: true });
  await skicka(provPdf(1));
  await sänd('inkommen');
  const [d] = await rader();
  for (const path of ['', '/sida/1'])
    assert.equal((await app.request(`/handlaggning/arenden/${ansökan.id}/dokument/${d!.id}${path}`)).status, 404);
  assert.ok(!(await personal.laddaNedDokument(HANDLÄGGARE, ansökan.id, d!.id, { förstått: true })).ok);
  const behörig: Medarbetare = { ...HANDLÄGGARE, roller: ['handlaggare', 'skyddade-uppgifter'] };
  assert.equal((await personal.dokument(behörig, ansökan.id))!.dokument.length, 1);
  const nekade = (await system((x) => x.granskning.find({ högst: 50 }))).filter((rad) => rad.utfall === 'nekad');
  assert.equal(nekade.length, 3);
});

test('a 2 GB upload is refused while it is sent: a page, no reset, no growth', async (t) => {
  const { app, sida, closing, rader } = await öppnaDokumentprov(t);
  const server = await lyssna({ app, port: 0, host: '127.0.0.1' });
  closing.push(() => server.stäng(0));
  const head =
    '--grans\r\ncontent-disposition: form-data; name="plats"\r\n\r\nkostnader.boende\r\n' +
    '--grans\r\ncontent-disposition: form-data; name="fil"; filename="stor.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n';
  /** Sends `size` bytes; gives the answer, how much had been sent when it came, and the most memory that was held. */
  const sänd = (size: number, said: boolean) =>
    new Promise<{ status: number; text: string; sent: number; most: number }>((resolve, reject) => {
      const piece = Buffer.alloc(256 * 1024, 32);
      const chunk = said ? piece : Buffer.concat([Buffer.from('40000\r\n'), piece, Buffer.from('\r\n')]);
      const before = held();
      let sent = 0;
      let sentAtAnswer = 0;
      let most = 0;
      let text = '';
      const socket = connect(server.port, '127.0.0.1');
      socket.setEncoding('utf8');
      socket.on('error', reject);
      socket.on('data', (part) => {
        sentAtAnswer ||= sent;
        text += part;
        if (said && text.includes('</html>')) done();
      });
      const done = () => {
        socket.destroy();
        resolve({ status: Number(text.slice(9, 12)), text, sent: sentAtAnswer, most });
      };
      const more = () => {
        while (sent < size && !socket.destroyed) {
          if (sent % (32 * piece.length) === 0) most = Math.max(most, held() - before);
          sent += piece.length;
          if (!socket.write(chunk)) return socket.once('drain', more);
        }
        // Everything is sent and nothing was reset; the answer has come long ago.
        if (!socket.destroyed) socket.write('0\r\n\r\n', done);
        return undefined;
      };
      const length = said ? `content-length: ${size + head.length}` : 'transfer-encoding: chunked';
      socket.write(
        `POST ${sida} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data; boundary=grans\r\n${length}\r\n\r\n`,
      );
      socket.write(said ? head : `${head.length.toString(16)}\r\n${head}\r\n`);
      more();
    });
  const MB = 1024 * 1024;
  const said = await sänd(2048 * MB, true);
  const unsaid = await sänd(300 * MB, false);
  for (const svar of [said, unsaid]) {
    assert.equal(svar.status, 413);
    assert.match(svar.text, /Filen är för stor\. Varje fil får vara högst 10 MB\./);
    assert.match(svar.text, /value="kostnader\.boende" selected/);
    assert.ok(svar.most < 48 * MB, `${Math.round(svar.most / MB)} MB were held`);
  }
  assert.ok(said.sent < 64 * MB, `the answer came after ${Math.round(said.sent / MB)} MB`);
  assert.deepEqual(await rader(), []);
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are in use outside the JavaScript heap: what streams and files are made of. */
function held(): number {
  collect();
  const { external, arrayBuffers } = process.memoryUsage();
  return external + arrayBuffers;
}
