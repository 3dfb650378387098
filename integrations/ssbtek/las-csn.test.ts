import assert from 'node:assert/strict';
import { test } from 'node:test';
import { läsCsn } from './las-csn.ts';
import { PERSONNUMMER } from './provunderlag.ts';
import { Oläsbart } from './ssbtek-fel.ts';

const V4 = 'http://schema.csn.se/v4.0';

interface Utbetalning {
  datum?: string;
  status?: string;
  totalt?: string;
  beloppstyper?: string[];
  veckor?: [string, string];
  delar?: string;
}

function utbetalning({
  datum = '20261125',
  status = 'Utbetald',
  totalt = '4000',
  beloppstyper = ['GRUNDB'],
  veckor,
  delar = totalt,
}: Utbetalning = {}): string {
  const belopp = beloppstyper.map(
    (typ) =>
      `<t:Belopp><t:beloppstyp>${typ}</t:beloppstyp><t:klartext>x</t:klartext><t:belopp>1</t:belopp><t:totbelopp>1</t:totbelopp></t:Belopp>`,
  );
  const tid = veckor ? `<t:startvecka>${veckor[0]}</t:startvecka><t:slutvecka>${veckor[1]}</t:slutvecka>` : '';
  return `<a:Utbetalning><t:utbetdatum>${datum}</t:utbetdatum><t:utbetstatus>${status}</t:utbetstatus><t:Utbetaldatider><t:Utbetaldtid>${tid}<t:Beloppen>${belopp.join('')}</t:Beloppen><t:totbelopp>${delar}</t:totbelopp></t:Utbetaldtid></t:Utbetaldatider><t:totbelopp>${totalt}</t:totbelopp></a:Utbetalning>`;
}

interface Svar {
  version?: string;
  kod?: string;
  attribut?: string;
  räknat?: string;
  stodform?: string;
  utbetalningar?: string[];
  ärenden?: number;
  extra?: string;
}

function svar({
  version = '4.0',
  kod = '0',
  attribut = 'Status="          " sekretess="  "',
  räknat,
  stodform = 'GRUND',
  utbetalningar = [utbetalning()],
  ärenden = 1,
  extra = '',
}: Svar = {}): Buffer {
  const ärende = `<p:Arende lopnummer="1"><a:stodform>${stodform}</a:stodform><a:klartext>x</a:klartext><a:status>BESLUTAT</a:status><a:soktaTider/><a:BeviljadeTider/><a:UtbetalningsPlan>${utbetalningar.join('')}</a:UtbetalningsPlan></p:Arende>`;
  const typer = ['studiemedel', 'studiehjalp', 'hemutrustningslan', 'studiestartsstod', 'omstallningsstudiestod'];
  const förteckning = typer.map((typ, i) => `<t:${typ}>${i === 0 ? (räknat ?? ärenden) : 0}</t:${typ}>`);
  return Buffer.from(
    `<k:CSNSvar schemaVersion="${version}" xmlns:k="${V4}/kommunfraga" xmlns:p="${V4}/person" xmlns:t="${V4}/csntyper" xmlns:a="${V4}/studiemedel"><k:GemensamtSvarEkbistand><k:Resultat><k:ResultatKod>${kod}</k:ResultatKod><k:ResultatText>x</k:ResultatText></k:Resultat></k:GemensamtSvarEkbistand><k:GemensamtFragaEkbistand/><k:Personer><k:Person personnummer="${PERSONNUMMER.slice(2)}" sekel="19" ${attribut}><p:Studiestodstypforteckning>${förteckning.join('')}</p:Studiestodstypforteckning><p:Studiemedel><p:Arenden>${ärende.repeat(ärenden)}</p:Arenden></p:Studiemedel><p:Studiehjalp/><p:HemutrustningsLan/><p:Studiestartsstod/><p:Omstallningsstudiestod/>${extra}</k:Person></k:Personer></k:CSNSvar>`,
  );
}

const läs = (val: Svar = {}) => läsCsn(svar(val), PERSONNUMMER);
const första = (val: Svar) => läs(val).uppgifter.find((u) => u.slag === 'utbetalning');

test('en utbetald och en planerad utbetalning, i hela kronor och med veckor', () => {
  const läst = läs({
    utbetalningar: [
      utbetalning({ veckor: ['202645', '202648'] }),
      utbetalning({ status: 'Planerad', datum: '20261223' }),
    ],
  });
  assert.equal(läst.kvalitet, 'svarat');
  assert.deepEqual(läst.uppgifter, [
    { slag: 'studiestod', stodform: 'GRUND', status: 'beslutat' },
    {
      slag: 'utbetalning',
      inkomsttyp: 'studiemedel',
      netto: 400000,
      utbetald: '2026-11-25',
      avser: { from: '2026-11-02', tom: '2026-11-29' },
      planerad: false,
      ursprung: 'CSN GRUND',
    },
    {
      slag: 'utbetalning',
      inkomsttyp: 'studiemedel',
      netto: 400000,
      utbetald: '2026-12-23',
      planerad: true,
      ursprung: 'CSN GRUND',
    },
  ]);
});

test('en dag som inte är bestämd är ingen dag, men utbetalningen finns kvar', () => {
  const u = första({ utbetalningar: [utbetalning({ datum: '0', status: 'Planerad' })] });
  assert.deepEqual(u, {
    slag: 'utbetalning',
    inkomsttyp: 'studiemedel',
    netto: 400000,
    planerad: true,
    ursprung: 'CSN GRUND',
  });
});

test('versala statusar och ISO-veckor över årsskiftet', () => {
  const u = första({ utbetalningar: [utbetalning({ status: 'UTBETALAD', veckor: ['202053', '202101'] })] });
  assert.ok(u?.slag === 'utbetalning');
  assert.deepEqual([u.planerad, u.avser], [false, { from: '2020-12-28', tom: '2021-01-10' }]);
});

test('stödform eller beloppstyp utan säker inkomsttyp är okänd', () => {
  for (const [stodform, beloppstyper, väntat] of [
    ['SH', ['STUDB'], 'studiebidrag'],
    ['SH', ['STUDB', 'INACK'], 'okand'],
    ['MLÅN', ['MERKL'], 'okand'],
    ['OSS', ['OSSBID'], 'okand'],
    ['HUT', ['HUT'], 'lan'],
    ['GRUND', ['GRUNDB', 'GRUNDL'], 'studiemedel'],
    ['GRUND', ['NYTT'], 'okand'],
    ['GRUND', [], 'studiemedel'],
  ] as const) {
    const u = första({ stodform, utbetalningar: [utbetalning({ beloppstyper: [...beloppstyper] })] });
    assert.equal(u?.slag === 'utbetalning' && u.inkomsttyp, väntat, `${stodform} ${beloppstyper}`);
  }
});

test('en utbetalning som inte är summan av sina delar är okänd, men beloppet är utbetalningens eget', () => {
  const u = första({ utbetalningar: [utbetalning({ totalt: '3000', delar: '4000' })] });
  assert.ok(u?.slag === 'utbetalning');
  assert.deepEqual([u.inkomsttyp, u.netto], ['okand', 300000]);
});

test('inget hos oss: Ej träff, eller en förteckning med bara nollor', () => {
  assert.equal(läs({ ärenden: 0 }).kvalitet, 'inget-hos-oss');
  assert.equal(läs({ ärenden: 0, attribut: 'Status="Ej träff"' }).kvalitet, 'inget-hos-oss');
});

test('sekretess märks', () => {
  assert.deepEqual(läs({ attribut: 'sekretess="J "' }).uppgifter.at(-1), { slag: 'sekretess' });
});

test('annan version, annan resultatkod: ej kontrollerbar', () => {
  assert.equal(läs({ version: '3.0' }).fel?.kod, 'okand-version');
  assert.equal(läs({ version: '5.0' }).fel?.kod, 'okand-version');
  assert.equal(läs({ version: 'x' }).fel?.kod, 'okand-version');
  const läst = läs({ kod: '-1005' });
  assert.deepEqual(
    [läst.kvalitet, läst.fel?.kod, läst.fel?.text.includes('-1005')],
    ['ej-kontrollerbar', 'csn-resultat', true],
  );
});

test('det som inte går ihop eller inte följer schemat kan inte läsas', () => {
  for (const val of [
    { räknat: '0' },
    { ärenden: 0, räknat: '1' },
    { attribut: 'Status="Ej träff"' },
    { attribut: 'Status="Avliden"' },
    { extra: '<p:NyttStod/>' },
    { extra: '<q:Studiemedel xmlns:q="http://schema.csn.se/v5.0/person"/>' },
    { utbetalningar: ['<a:Utbetalningen/>'] },
    { utbetalningar: [utbetalning({ status: 'Stoppad' })] },
    { utbetalningar: [utbetalning({ datum: '20261131' })] },
    { utbetalningar: [utbetalning({ datum: '2026-11-25' })] },
    { utbetalningar: [utbetalning({ totalt: '-4000' })] },
    { utbetalningar: [utbetalning({ totalt: '4 000' })] },
    { utbetalningar: [utbetalning({ totalt: '' })] },
  ] satisfies Svar[]) {
    assert.throws(() => läs(val), Oläsbart, JSON.stringify(val).slice(0, 90));
  }
  assert.throws(() => läsCsn(svar(), '199001022384'), Oläsbart);
  assert.throws(() => läsCsn(svar(), `20${PERSONNUMMER.slice(2)}`), Oläsbart);
  assert.throws(() => läsCsn(Buffer.from('<CSNSvar'), PERSONNUMMER), Oläsbart);
  assert.throws(() => läsCsn(Buffer.from('<!DOCTYPE a><a/>'), PERSONNUMMER), Oläsbart);
});
