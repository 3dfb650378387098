import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stegvis as run } from './stegvis.ts';

const program = fileURLToPath(new URL('./stegvis.ts', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/stegvis', import.meta.url));
let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'stegvis-cli-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { code: number | null; out: string; err: string };

/** Runs the real command line with files of their own, as a person would. */
function stegvis(args: string[], input?: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      cwd: folder,
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input ?? '');
  });
}

/** The same without a process of its own, for the many sentences. */
async function inProcess(args: string[]): Promise<Ended> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    input: (async function* () {})(),
    out: async (text) => {
      out += text;
    },
    err: async (text) => {
      err += text;
    },
  });
  return { code, out, err: err.replaceAll(`${folder}/`, '') };
}

const file = (name: string, content: unknown): string => {
  writeFileSync(
    join(folder, name),
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return name;
};

const underlag = {
  manad: '2026-11',
  inkommen: '2026-11-03',
  vuxna: [{ id: 'v1', fodd: '1990-04-23', inkomster: [{ typ: 'aktivitetsstod', netto: 3000 }] }],
  kostnader: [{ typ: 'boende', belopp: 7100 }],
};
const aktivitetsunderlag = {
  manad: '2026-11',
  person: {
    fodd: '1990-04-23',
    formagaTimmar: 40,
    deltid: [{ typ: 'sfi', timmar: 20 }],
    bistandsmanader: ['2026-08', '2026-09', '2026-10'],
  },
  barn: [{ fodd: '2020-03-01' }],
};

test('berakna --json skriver ett JSON-objekt och inget annat', async () => {
  const { code, out, err } = await stegvis(['berakna', file('u.json', underlag), '--json']);
  assert.equal(code, 0);
  assert.equal(err, '');
  const svar = JSON.parse(out);
  assert.equal(out.trimEnd().split('\n').length, 1);
  assert.deepEqual(
    {
      manad: svar.manad,
      riksnorm: svar.riksnorm,
      kostnader: svar.kostnader,
      inkomster: svar.inkomster,
      resultat: svar.resultat,
      bistand: svar.bistand,
      utfall: svar.utfall,
    },
    {
      manad: '2026-11',
      riksnorm: 5220,
      kostnader: 7100,
      inkomster: 3000,
      resultat: -9320,
      bistand: 9320,
      utfall: 'bifall',
    },
  );
  assert.ok(Array.isArray(svar.varningar));
  assert.equal(typeof svar.kvitto, 'object');
});

test('berakna utan --json skriver en handläggares tabell', async () => {
  const { code, out, err } = await stegvis(['berakna', file('u.json', underlag)]);
  assert.equal(code, 0);
  assert.equal(err, '');
  assert.match(out, /RIKSNORM\s+5\s220/);
  assert.match(out, /BISTÅND \(bifall\)/);
});

test('forklara skriver meningar med lagrum', async () => {
  const { code, out } = await stegvis(['forklara', file('u.json', underlag)]);
  assert.equal(code, 0);
  assert.match(out, /^Du får 9\s320 kr för november 2026\.\n/);
  assert.match(out, /^Riksnormen .*\(12 kap\. 7 § första stycket 1 socialtjänstlagen, SFS 2025:400\)\.$/m);
});

test('aktivitetskrav --json skriver krav, timmar, grund och steg', async () => {
  const { code, out, err } = await stegvis(['aktivitetskrav', file('a.json', aktivitetsunderlag), '--json']);
  assert.equal(code, 0);
  assert.equal(err, '');
  const svar = JSON.parse(out);
  assert.equal(svar.krav, 'ska');
  assert.equal(svar.timmarPerVecka, 10);
  assert.match(svar.grund[0], /^12 kap\. 4 a § första stycket/);
  assert.deepEqual(
    svar.steg.map(({ timmar }: { timmar: number }) => timmar),
    [40, -20, -10],
  );
});

test('aktivitetskrav utan --json går att läsa', async () => {
  const { code, out } = await stegvis(['aktivitetskrav', file('a.json', aktivitetsunderlag)]);
  assert.equal(code, 0);
  assert.match(out, /^Aktivitetskrav ska ställas\. \(2026-11\)\n/);
  assert.match(out, /Längsta tid per vecka\s+40/);
  assert.match(out, /Sfi på deltid\s+−20/);
  assert.match(out, /Tid som ska krävas\s+10\n/);
});

test('ett underlag med fel: varje fel på standard fel med fil och plats, slutkod 2', async () => {
  const { code, out, err } = await stegvis([
    'berakna',
    file('fel.json', { manad: '2026-13', vuxna: [], extra: 1 }),
    '--json',
  ]);
  assert.equal(code, 2);
  assert.equal(out, '');
  const rader = err.trimEnd().split('\n');
  for (const plats of ['manad', 'inkommen', 'vuxna', 'extra'])
    assert.ok(
      rader.some((rad) => rad.startsWith(`fel.json: ${plats}: `)),
      `${plats} saknas i:\n${err}`,
    );
});

test('aktivitetskrav med fel i underlaget', async () => {
  const { code, out, err } = await stegvis([
    'aktivitetskrav',
    file('fel.json', { manad: '2026-11', person: { fodd: '1990-02-30' } }),
  ]);
  assert.equal(code, 2);
  assert.equal(out, '');
  assert.match(err, /^fel\.json: person\.fodd: "1990-02-30" går inte att använda\. Ange en dag som finns/);
});

test('före juli 2026 finns inget aktivitetskrav, slutkod 3', async () => {
  const { code, out, err } = await stegvis([
    'aktivitetskrav',
    file('a.json', { ...aktivitetsunderlag, manad: '2026-06' }),
    '--json',
  ]);
  assert.equal(code, 3);
  assert.equal(out, '');
  assert.match(
    err,
    /^a\.json: Aktivitetskravet finns från och med juli 2026 \(SFS 2026:730\)\. Underlaget gäller juni 2026\.\n$/,
  );
});

test('ett belopp som inte är beslutat, slutkod 3 och en mening', async () => {
  const { code, out, err } = await stegvis([
    'berakna',
    file('u.json', { ...underlag, manad: '2027-01', inkommen: '2027-01-02' }),
    '--json',
  ]);
  assert.equal(code, 3);
  assert.equal(out, '');
  assert.match(err, /^u\.json: .*[Rr]iksnorm.*\n$/);
});

test('filer som inte går att läsa', async () => {
  const sagt = async (name: string) => inProcess(['berakna', join(folder, name)]);
  assert.deepEqual(await sagt('saknas.json'), {
    code: 2,
    out: '',
    err: 'saknas.json: Filen finns inte. Kontrollera sökvägen.\n',
  });
  assert.match((await inProcess(['berakna', folder])).err, /: Det är en mapp\. Ange en fil\.\n$/);
  assert.deepEqual(await sagt(file('trasig.json', '{\n  "manad": }')), {
    code: 2,
    out: '',
    err: 'trasig.json:2:12: Det är inte giltig JSON: oväntat tecken ”}” på rad 2, tecken 12.\n',
  });
  assert.match((await sagt(file('latin.json', Uint8Array.of(0x22, 0xe5, 0x22)))).err, /inte skriven i UTF-8/);
});

test('okända kommandon och val får en mening, slutkod 2', async () => {
  const sagt = async (...args: string[]) => {
    const { code, out, err } = await inProcess(args);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    return err;
  };
  assert.match(await sagt(), /^Inget kommando är angivet\. Välj ett av: berakna, forklara/);
  assert.match(await sagt('toString'), /^Kommandot ”toString” finns inte\./);
  assert.match(await sagt('beräkna', 'u.json'), /^Kommandot ”beräkna” finns inte\. Välj ett av: berakna/);
  assert.match(
    await sagt('berakna', '--jsn', 'u.json'),
    /^Valet ”--jsn” finns inte här\. Skriv: stegvis berakna FIL\.json \[--json/,
  );
  assert.match(await sagt('berakna', '--json=ja', 'u.json'), /^Valet ”--json” tar inget värde\./);
  assert.match(await sagt('forklara', 'u.json', '--json'), /^Valet ”--json” finns inte här\./);
  assert.match(await sagt('berakna', '-j', 'u.json'), /^Valet ”-j” finns inte här\./);
  assert.match(await sagt('berakna'), /^Filen är inte angiven\./);
  assert.match(await sagt('berakna', 'a.json', 'b.json'), /^Ange en fil, inte 2\./);
});

test('ett okänt kommando i en egen process', async () => {
  const { code, out, err } = await stegvis(['rakna']);
  assert.deepEqual({ code, out }, { code: 2, out: '' });
  assert.match(err, /^Kommandot ”rakna” finns inte\./);
});

test('hjalp räknar upp kommandon och slutkoder', async () => {
  for (const ord of ['hjalp', '--help', '--hjalp', '-h']) {
    const { code, out, err } = await inProcess([ord]);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(out, /stegvis prova-kvitto FIL\.json/);
  }
});

test('JSON-rader: ett svar eller ett fel per rad, i ordning, och slutkod 2 om någon rad var fel', async () => {
  const rader = [
    JSON.stringify(underlag),
    '',
    '{"manad":',
    JSON.stringify({ ...underlag, manad: '2027-01', inkommen: '2027-01-02' }),
    '[]',
    JSON.stringify(underlag),
  ];
  const { code, out, err } = await stegvis(['berakna', '-'], `${rader.join('\r\n')}`);
  assert.equal(code, 2);
  const svar = out
    .trimEnd()
    .split('\n')
    .map((rad) => JSON.parse(rad));
  assert.equal(svar.length, 5);
  assert.equal(svar[0].bistand, 9320);
  assert.equal(svar[1].rad, 3);
  assert.match(svar[1].fel[0].text, /inte giltig JSON: texten tar slut för tidigt/);
  assert.equal(svar[2].rad, 4);
  assert.match(svar[2].ejIKraft, /[Rr]iksnorm/);
  assert.equal(svar[3].rad, 5);
  assert.equal(svar[3].fel[0].plats, 'underlaget');
  assert.equal(svar[4].bistand, 9320);
  for (const rad of [3, 4, 5]) assert.match(err, new RegExp(`^rad ${rad}: `, 'm'));
});

test('JSON-rader: slutkod 3 när inget är fel men något inte är beslutat, 0 när allt är räknat', async () => {
  const inteBeslutat = JSON.stringify({ ...underlag, manad: '2027-01', inkommen: '2027-01-02' });
  assert.equal((await stegvis(['berakna', '-'], `${inteBeslutat}\n${JSON.stringify(underlag)}\n`)).code, 3);
  assert.equal((await stegvis(['berakna', '-'], `${JSON.stringify(underlag)}\n`)).code, 0);
  assert.deepEqual(await stegvis(['berakna', '-'], ''), { code: 0, out: '', err: '' });
});

test('JSON-rader: många rader kommer ut i samma ordning', async () => {
  const antal = 1000;
  const rader = Array.from({ length: antal }, (_, i) =>
    JSON.stringify({ ...underlag, kostnader: [{ typ: 'boende', belopp: 5000 + i }] }),
  );
  const { code, out } = await stegvis(['berakna', '-', '--json'], rader.join('\n'));
  assert.equal(code, 0);
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((rad) => JSON.parse(rad).kostnader),
    Array.from({ length: antal }, (_, i) => 5000 + i),
  );
});

test('JSON-rader: en läsare som slutar läsa ger inget fel', async () => {
  const rader = Array.from({ length: 3000 }, () => JSON.stringify(underlag)).join('\n');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'berakna', '-'], {
    cwd: folder,
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(rader);
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.deepEqual({ code, err }, { code: 0, err: '' });
});

test('--kort ger huvudtalen och samma tal som den hela beräkningen', async () => {
  const kort = await stegvis(['berakna', '-', '--kort'], `${JSON.stringify(underlag)}\n`);
  assert.deepEqual(JSON.parse(kort.out), {
    manad: '2026-11',
    riksnorm: 5220,
    kostnader: 7100,
    inkomster: 3000,
    resultat: -9320,
    bistand: 9320,
    utfall: 'bifall',
  });
  assert.equal((await stegvis(['berakna', file('u.json', underlag), '--kort'])).out, kort.out);
});

test('aktivitetskrav tar också JSON-rader', async () => {
  const { code, out } = await stegvis(['aktivitetskrav', '-'], `${JSON.stringify(aktivitetsunderlag)}\n`);
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).timmarPerVecka, 10);
});

test('prova-kvitto godkänner ett kvitto och avslöjar ett ändrat', async () => {
  const { out } = await stegvis(['berakna', file('u.json', underlag), '--json']);
  const beräkning = JSON.parse(out);
  const rätt = await stegvis(['prova-kvitto', file('k.json', beräkning.kvitto)]);
  assert.equal(rätt.code, 0, rätt.err);
  assert.match(rätt.out, /^Kvittot stämmer\./);
  assert.equal((await stegvis(['prova-kvitto', file('b.json', beräkning)])).code, 0);
  const ändrat = structuredClone(beräkning.kvitto);
  ändrat.trace.steps[0].value = 'x';
  const fel = await inProcess(['prova-kvitto', join(folder, file('k.json', ändrat))]);
  assert.equal(fel.code, 1);
  assert.match(fel.out, /^Kvittot stämmer inte\. Det här skiljer:\n {2}.*: kvittot "x", nu /);
  const json = await inProcess(['prova-kvitto', '--json', join(folder, file('k.json', ändrat))]);
  assert.equal(json.code, 1);
  assert.equal(JSON.parse(json.out).lika, false);
  const inget = await inProcess(['prova-kvitto', join(folder, file('k.json', { a: 1 }))]);
  assert.equal(inget.code, 2);
  assert.match(inget.err, /^k\.json: kvitto: Filen är inte ett kvitto\./);
});
