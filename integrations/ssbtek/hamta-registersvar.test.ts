import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { inkomsterFörMånad, type Registersvar, type Svarskvalitet } from '@stegvis/casework';
import { type Hämtat, hämtaRegistersvar } from './hamta-registersvar.ts';
import { ANNAT_PERSONNUMMER, config, fråga, NU, nyaId, PERSONNUMMER, XSD } from './provunderlag.ts';
import type { Registerfråga, SsbtekConfig } from './ssbtek-config.ts';
import { type SsbtekStandIn, type StandInPerson, standInPerson, startSsbtekStandIn } from './stand-in.ts';
import { testutfärdare } from './testcertifikat.ts';

const person: StandInPerson = {
  personnummer: PERSONNUMMER,
  fk: [
    { förmån: 'Barnbidrag', netto: 2650, dag: 20 },
    { förmån: 'Etableringsersättning', netto: 5390, dag: 25, bara: 'kontrollmanad' },
    { förmån: 'Sjukpenning', brutto: 9000, netto: 6500.5, avdrag: 500, dag: 12 },
  ],
  pm: [{ förmån: 'Allmän pension', brutto: 3000, netto: 2500, dag: 18, bara: 'jamforelsemanad' }],
  af: { inskrivenSedan: '2026-03-02', omfattning: 50 },
  csn: [{ stodform: 'GRUND', netto: 12000, lån: 8000, dag: 25 }],
  so: [{ utbetalningar: [{ netto: 7000, avdrag: 300, dag: 27 }], ansökt: true }],
  skv: { överskottAvKapital: 666 },
  tns: [{ regnr: 'ABC001', fabrikat: 'Volvo', årsmodell: '2012', slag: 'PERSONBIL', modell: 'V70' }],
  miv: [{ beslutstyp: 'PUT', permanent: true, beslutad: '2020-05-12' }],
};
const ALLA: Registerfråga['källor'] = ['FK', 'PM', 'AF', 'CSN', 'SO', 'SKV', 'TNS', 'MIV'];

let standIn: SsbtekStandIn;
before(async () => {
  standIn = await startSsbtekStandIn({
    persons: [person],
    idag: () => '2026-11-22',
    ...(XSD !== undefined && { xsd: XSD }),
  });
});
after(() => standIn.stop());

const hämta = (f: Partial<Registerfråga> = {}, c: Partial<SsbtekConfig> = {}): Promise<Hämtat> =>
  hämtaRegistersvar({ ...config, url: standIn.url, ...c }, { ...fråga, ...f }, { now: () => NU, newId: nyaId() });

async function svaren(f: Partial<Registerfråga> = {}, c: Partial<SsbtekConfig> = {}): Promise<Registersvar[]> {
  const hämtat = await hämta(f, c);
  assert.ok(hämtat.ok, JSON.stringify(hämtat));
  return hämtat.svar;
}

test('alla myndigheters svar blir uppgifter med källa, tid och version', async () => {
  const svar = await svaren({ källor: ALLA }, { rättsligGrund: { TNS: 'prov', MIV: 'prov' } });
  assert.deepEqual(
    svar.map((s) => [s.källa, s.kvalitet]),
    ALLA.map((k): [string, Svarskvalitet] => [k, 'svarat']),
  );
  assert.ok(svar.every((s) => s.hämtad === NU && s.version.startsWith('SSBTEK v10') && s.fel === undefined));
  const { månad, utbetalningar, utanDatum, ejKontrollerbara } = inkomsterFörMånad(svar, '2026-12');
  assert.deepEqual([månad, utanDatum, ejKontrollerbara], ['2026-11', [], []]);
  assert.deepEqual(
    utbetalningar.map((u) => [u.ursprung, u.inkomsttyp, u.netto, u.utbetald, u.planerad, u.avdragEfterSkatt]),
    [
      ['FK SJP', 'sjukpenning', 650050, '2026-11-12', false, 50000],
      ['FK ABB', 'barnbidrag', 265000, '2026-11-20', false, undefined],
      ['FK DAG', 'etableringsersattning', 539000, '2026-11-25', true, undefined],
      ['CSN GRUND', 'studiemedel', 1200000, '2026-11-25', true, undefined],
      ['SO', 'a-kassa', 700000, '2026-11-27', false, 30000],
    ],
  );
  assert.deepEqual(
    inkomsterFörMånad(svar, '2026-11').utbetalningar.map((u) => u.inkomsttyp),
    ['sjukpenning', 'pension', 'barnbidrag', 'studiemedel', 'a-kassa'],
  );
});

test('bara de frågade myndigheterna frågas och svarar, i den ordning de frågades', async () => {
  const svar = await svaren({ källor: ['SO', 'PM'] });
  assert.deepEqual(
    svar.map((s) => s.källa),
    ['SO', 'PM'],
  );
  assert.deepEqual(standIn.frågor.at(-1), { personnummer: PERSONNUMMER, frågade: ['FK', 'SO'] });
});

test('den som ingen känner till: alla säger själva att de inget har', async () => {
  const svar = await svaren({ personnummer: ANNAT_PERSONNUMMER, källor: ['FK', 'PM', 'AF', 'CSN', 'SO'] });
  assert.deepEqual(
    svar.map((s) => s.kvalitet),
    Array(5).fill('inget-hos-oss'),
  );
});

test('de råa byten följer med svaret', async () => {
  const hämtat = await hämta();
  assert.ok(hämtat.ok);
  assert.match(Buffer.from(hämtat.rått).toString(), /^<\?xml.*hamtaBastjanstInformationResponse/);
});

for (const [läge, kod] of [
  ['delfel', 'ssbt-fel'],
  ['tyst', 'inget-svar'],
] as const) {
  test(`${läge}: en myndighet som felar blir ej kontrollerbar, de andra läses`, async () => {
    standIn.setMode(PERSONNUMMER, läge, 'CSN');
    const svar = await svaren();
    standIn.setMode(PERSONNUMMER, 'normal');
    const csn = svar.find((s) => s.källa === 'CSN');
    assert.deepEqual(
      [csn?.kvalitet, csn?.fel?.kod, csn?.fel?.tillfälligt, csn?.uppgifter],
      ['ej-kontrollerbar', kod, true, []],
    );
    assert.ok(svar.filter((s) => s.källa !== 'CSN').every((s) => s.kvalitet === 'svarat'));
  });
}

test('CSN:s gräns på 31 tecken för ärendeidentitet hålls också när den är ny', async () => {
  const hämtat = await hämtaRegistersvar({ ...config, url: standIn.url }, fråga, {
    now: () => NU,
    newId: () => crypto.randomUUID(),
  });
  assert.ok(hämtat.ok);
  assert.equal(hämtat.svar.find((s) => s.källa === 'CSN')?.kvalitet, 'svarat');
});

for (const [läge, slag, tillfälligt, ord, c] of [
  ['fault', 'soap-fel', true, 'felkod 9999', {}],
  ['http-500', 'http', true, 'HTTP 500', {}],
  ['tidsgrans', 'tidsgrans', true, 'svarade inte inom', { svarMs: 60 }],
  ['langsam', 'tidsgrans', true, 'svarade inte inom', { svarMs: 60 }],
  ['gammal-version', 'fel-schema', false, 'version 10', {}],
  ['ej-xml', 'ej-xml', true, 'läsa som XML', {}],
  ['xml-bomb', 'farlig-xml', false, 'dokumenttyp', {}],
  ['avhugget', 'avbrutet', true, 'bröts', {}],
  ['for-stort', 'for-stort', false, 'mer data', {}],
] as const) {
  test(`${läge}: ${slag}`, async () => {
    standIn.setMode(PERSONNUMMER, läge);
    const hämtat = await hämta({}, c);
    standIn.setMode(PERSONNUMMER, 'normal');
    assert.ok(!hämtat.ok);
    assert.deepEqual([hämtat.fel.slag, hämtat.fel.tillfälligt], [slag, tillfälligt]);
    assert.ok(hämtat.fel.text.includes(ord), hämtat.fel.text);
    assert.ok(!hämtat.fel.text.includes(PERSONNUMMER) && !hämtat.fel.text.includes(PERSONNUMMER.slice(2)));
  });
}

test('ett långsamt svar inom tiden läses', async () => {
  const snabb = await startSsbtekStandIn({ persons: [person], idag: () => '2026-11-22', långsamMs: 5 });
  try {
    snabb.setMode(PERSONNUMMER, 'langsam');
    assert.equal((await svaren({}, { url: snabb.url }))[0]?.kvalitet, 'svarat');
  } finally {
    await snabb.stop();
  }
});

test('ingen server: ingen kontakt', async () => {
  const tom = await startSsbtekStandIn({ persons: [] });
  await tom.stop();
  const hämtat = await hämta({}, { url: tom.url });
  assert.deepEqual(!hämtat.ok && [hämtat.fel.slag, hämtat.fel.tillfälligt], ['ingen-kontakt', true]);
});

test('fel i inställningar och fråga skickas aldrig', async () => {
  const före = standIn.frågor.length;
  for (const [f, c, slag, ord] of [
    [{}, { url: 'http://ssbtek.example' }, 'konfiguration', 'url'],
    [{ personnummer: '9001012385' }, {}, 'ogiltig-fraga', 'tolv siffror'],
    [{ källor: ['TNS'] }, {}, 'saknar-rattslig-grund', 'Transportstyrelsen'],
    [{ källor: ['AF', 'MIV'] }, { rättsligGrund: { TNS: 'x', MIV: ' ' } }, 'saknar-rattslig-grund', 'Migrationsverket'],
  ] as const) {
    const hämtat = await hämta(f, c);
    assert.ok(!hämtat.ok);
    assert.deepEqual([hämtat.fel.slag, hämtat.fel.tillfälligt, hämtat.fel.text.includes(ord)], [slag, false, true]);
    assert.ok(!hämtat.fel.text.includes('9001012385'));
  }
  assert.equal(standIn.frågor.length, före);
});

test('svar på någon annans fråga avvisas', async () => {
  const falsk = await medSvar(
    200,
    (xml) => xml,
    (s) => s.replace('id-1', 'id-9'),
  );
  assert.deepEqual(!falsk.ok && falsk.fel.slag, 'fel-korrelation');
});

test('HTTP-fel och främmande svar får var sitt besked', async () => {
  for (const [status, kropp, slag, tillfälligt] of [
    [403, 'nej', 'http', false],
    [302, '', 'http', false],
    [404, '', 'http', false],
    [429, '', 'http', true],
    [503, '<html/>', 'http', true],
    [204, '', 'ej-xml', true],
    [200, '', 'ej-xml', true],
    [200, '<a/>', 'fel-schema', false],
    [200, '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body/></e:Envelope>', 'fel-schema', false],
    [200, '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"/>', 'fel-schema', false],
    [
      200,
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><s:hamtaBastjanstInformationResponse xmlns:s="http://schema.forsakringskassan.se/integration/ssbt/10"/></e:Body></e:Envelope>',
      'ofullstandigt',
      true,
    ],
    [
      200,
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>e:Client</faultcode><faultstring>Person 199001012385 okänd</faultstring></e:Fault></e:Body></e:Envelope>',
      'soap-fel',
      false,
    ],
  ] as const) {
    const hämtat = await medSvar(status, () => kropp);
    assert.ok(!hämtat.ok);
    assert.deepEqual(
      [status, hämtat.fel.slag, hämtat.fel.tillfälligt],
      [status, slag, tillfälligt],
      kropp.slice(0, 80),
    );
    assert.ok(!hämtat.fel.text.includes('2385'));
  }
});

/** What comes of an answer from a server that says what it likes; `ändra` changes the stand-in's real answer. */
async function medSvar(
  status: number,
  kropp: (xml: string) => string,
  ändra?: (xml: string) => string,
): Promise<Hämtat> {
  const server: Server = createServer(async (begäran, ut) => {
    const delar: Buffer[] = [];
    for await (const del of begäran) delar.push(del);
    const riktigt =
      ändra &&
      (await fetch(standIn.url, {
        method: 'POST',
        headers: { 'content-type': 'text/xml', soapaction: '""' },
        body: Buffer.concat(delar),
      }));
    ut.writeHead(status).end(riktigt ? ändra!(await riktigt.text()) : kropp(''));
  });
  await new Promise<void>((klar) => server.listen(0, '127.0.0.1', klar));
  try {
    return await hämta({}, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  } finally {
    server.closeAllConnections();
    await new Promise((klar) => server.close(klar));
  }
}

test('ömsesidig TLS: rätt certifikat kommer fram, inget eller fel certifikat gör det inte', async () => {
  const ca = testutfärdare('Provets utfärdare');
  const annan = testutfärdare('En annan utfärdare');
  const server = ca.utfärda('server');
  const klient = ca.utfärda('kommunen');
  const säker = await startSsbtekStandIn({
    persons: [person],
    idag: () => '2026-11-22',
    tls: { ...server, ca: ca.cert },
  });
  try {
    assert.equal((await svaren({}, { url: säker.url, tls: { ...klient, ca: ca.cert } }))[0]?.kvalitet, 'svarat');
    const fel = async (tls: SsbtekConfig['tls']) => {
      const hämtat = await hämta({}, { url: säker.url, ...(tls && { tls }) });
      return !hämtat.ok && hämtat.fel.slag;
    };
    assert.equal(await fel(undefined), 'tls');
    assert.equal(await fel({ ...klient, ca: annan.cert }), 'tls');
    // A server that refuses our certificate says so, or only hangs up (TLS 1.3).
    const främling = await fel({ ...annan.utfärda('främling'), ca: ca.cert });
    assert.ok(främling === 'tls' || främling === 'avbrutet', String(främling));
    assert.equal(säker.frågor.length, 1);
  } finally {
    await säker.stop();
  }
});

test('en egen fetch används när den finns', async () => {
  const hämtat = await hämtaRegistersvar({ ...config, url: standIn.url }, fråga, {
    now: () => NU,
    newId: nyaId(),
    fetch: (url, init) => fetch(url, init),
  });
  assert.ok(hämtat.ok && hämtat.svar[0]?.kvalitet === 'svarat');
});

test('en person av inkomsttyper hamnar hos rätt myndighet', async () => {
  const typer = [
    'barnbidrag',
    'sjukersattning',
    'foraldrapenning',
    'bostadsbidrag',
    'underhallsstod',
    'aktivitetsstod',
    'a-kassa',
    'studiemedel',
    'studiebidrag',
    'pension',
    'bostadstillagg',
  ] as const;
  const egen = await startSsbtekStandIn({
    persons: [
      standInPerson(PERSONNUMMER, {
        utbetalningar: typer.map((typ) => ({ typ, netto: 1000, dag: 31 })),
        inskrivenSedan: '2026-01-01',
        skyddad: true,
      }),
    ],
    idag: () => '2026-12-01',
    ...(XSD !== undefined && { xsd: XSD }),
  });
  try {
    const svar = await svaren({}, { url: egen.url });
    const lästa = inkomsterFörMånad(svar, '2026-12').utbetalningar;
    assert.deepEqual(lästa.map((u) => u.inkomsttyp).sort(), [...typer].sort());
    assert.ok(lästa.every((u) => u.netto === 100000 && u.utbetald === '2026-11-30' && !u.planerad));
    assert.deepEqual(
      svar.filter((s) => s.uppgifter.some((u) => u.slag === 'sekretess')).map((s) => s.källa),
      ['AF', 'CSN'],
    );
  } finally {
    await egen.stop();
  }
  assert.throws(() => standInPerson(PERSONNUMMER, { utbetalningar: [{ typ: 'lon', netto: 1, dag: 1 }] }), RangeError);
});
