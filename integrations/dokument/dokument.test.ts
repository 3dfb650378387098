import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Transformer } from '@napi-rs/image';
import { kännIgenFil } from './kann-igen-fil.ts';
import { provFoto, provFotoMedPlats, provPdf } from './provfiler.ts';
import { RITGRÄNSER, ritaSidor } from './rita-sidor.ts';
import { EICAR, startStandInClamd } from './stand-in-clamd.ts';
import { clamd, läsClamdadress } from './virusskydd.ts';

describe('kännIgenFil', () => {
  it('tells a file from its content', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const)
      assert.deepEqual(await kännIgenFil(await provFoto(format)), { ok: true, format });
    assert.deepEqual(await kännIgenFil(provPdf(1)), { ok: true, format: 'pdf' });
  });

  it('refuses everything else with a sentence', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);
    for (const [bytes, kod] of [
      [new Uint8Array(), 'tom'],
      [heic, 'heic'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'fel-typ'],
      [Buffer.from('<!doctype html><script>alert(1)</script>'), 'fel-typ'],
      [Buffer.from('MZ\x90\0'), 'fel-typ'],
      [Buffer.from('PK\x03\x04'), 'fel-typ'],
      [Buffer.from('GIF89a'), 'fel-typ'],
      [Buffer.from('hej'), 'fel-typ'],
    ] as const) {
      const found = await kännIgenFil(bytes);
      assert.ok(!found.ok && found.kod === kod, kod);
      assert.match(found.fel, /^[A-ZÅÄÖ].*\.$/);
    }
  });
});

describe('ritaSidor', () => {
  it('draws every page of a PDF', async () => {
    const made = await ritaSidor(provPdf(2), 'pdf');
    assert.ok(made.ok);
    assert.equal(made.sidor.length, 2);
    const first = new Transformer(made.sidor[0]!);
    const { width, height } = await first.metadata();
    assert.deepEqual([width, height], [1239, 1754]);
    const pixels = await first.rawPixels();
    const at = (x: number, y: number) => [...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
    const [r, g, b] = at(300, 440);
    assert.ok(r! > 230 && g! < 40 && b! < 40, `the red square is ${r}, ${g}, ${b}`);
    assert.deepEqual(at(20, 20), [255, 255, 255]);
  });

  it('turns a photo as it was held and leaves the place out', async () => {
    const photo = await provFotoMedPlats();
    assert.ok(Buffer.from(photo).includes('Exif'));
    const made = await ritaSidor(photo, 'jpeg');
    assert.ok(made.ok);
    const [picture] = made.sidor;
    assert.ok(!Buffer.from(picture!).includes('Exif'));
    const { width, height } = await new Transformer(picture!).metadata();
    assert.deepEqual([width, height], [40, 60]);
  });

  it('makes a large photo smaller', async () => {
    const made = await ritaSidor(await provFoto('png', 4000, 3000), 'png');
    assert.ok(made.ok);
    const { width, height } = await new Transformer(made.sidor[0]!).metadata();
    assert.deepEqual([width, height], [2339, 1754]);
  });

  it('says why a file cannot be opened', async () => {
    const cut = (await provFoto('png', 200, 200)).subarray(0, 200);
    for (const [bytes, format, kod] of [
      [provPdf(1, true), 'pdf', 'krypterad'],
      [Buffer.from('%PDF-1.4\nnothing'), 'pdf', 'trasig'],
      [provPdf(0), 'pdf', 'trasig'],
      [provPdf(RITGRÄNSER.flestSidor + 1), 'pdf', 'for-manga-sidor'],
      [cut, 'png', 'trasig'],
    ] as const) {
      const made = await ritaSidor(bytes, format);
      assert.ok(!made.ok && made.kod === kod, `${format}: ${made.ok ? 'drawn' : made.kod}, not ${kod}`);
    }
  });

  it('ends a file that takes too much memory or time, and goes on with the next', async () => {
    const huge = await provFoto('png', 6000, 6000);
    for (const gränser of [
      { ...RITGRÄNSER, minne: 60 * 1024 * 1024 },
      { ...RITGRÄNSER, tid: 1 },
    ]) {
      const made = await ritaSidor(huge, 'png', gränser);
      assert.ok(!made.ok && made.kod === 'for-tung');
    }
    assert.ok((await ritaSidor(await provFoto('webp'), 'webp')).ok);
  });
});

describe('clamd', () => {
  it('finds malware, also where a piece ends, and lets clean files through', async (t) => {
    const standIn = await startStandInClamd();
    t.after(() => standIn.stop());
    const skydd = clamd({ host: '127.0.0.1', port: standIn.port });
    const split = Buffer.concat([Buffer.alloc(64 * 1024 - 10, 65), Buffer.from(EICAR)]);
    for (const bytes of [Buffer.from(EICAR), split])
      assert.deepEqual(await skydd.kontrollera(bytes), { slag: 'skadlig', namn: 'Eicar-Test-Signature' });
    assert.deepEqual(await skydd.kontrollera(provPdf(1)), { slag: 'ren' });
  });

  it('never calls a file clean when the daemon fails', async (t) => {
    const standIn = await startStandInClamd(1000);
    t.after(() => standIn.stop());
    const skydd = clamd({ host: '127.0.0.1', port: standIn.port }, 200);
    assert.equal((await skydd.kontrollera(new Uint8Array(5000))).slag, 'kunde-inte');
    for (const läge of ['svarar-inte', 'stryper', 'obegripligt'] as const) {
      standIn.läge = läge;
      assert.equal((await skydd.kontrollera(new Uint8Array(10))).slag, 'kunde-inte', läge);
    }
    await standIn.stop();
    assert.equal((await skydd.kontrollera(new Uint8Array(10))).slag, 'kunde-inte');
  });

  it('reads the address of the daemon', () => {
    assert.deepEqual(läsClamdadress('tcp://clamav:3310'), { host: 'clamav', port: 3310 });
    assert.deepEqual(läsClamdadress('unix:/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' });
    for (const wrong of ['clamav', 'tcp://clamav', 'tcp://a:99999', 'unix:clamd.ctl', 'http://a:1'])
      assert.equal(läsClamdadress(wrong), undefined);
  });
});
