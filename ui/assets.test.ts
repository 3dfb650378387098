import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assetPath, assets } from './assets.ts';

const compressed = (path: string): number =>
  gzipSync(assets().find((asset) => asset.path === path)?.bytes ?? new Uint8Array()).length;

test('every address holds the hash of what it gives, so that it can be cached for ever', () => {
  for (const { path, bytes, hash, contentType } of assets()) {
    assert.equal(hash, createHash('sha256').update(bytes).digest('hex').slice(0, 10));
    assert.ok(path.startsWith('/ui/') && path.includes(`-${hash}.`), path);
    assert.match(contentType, /^(text|image|font)\//);
    assert.ok(bytes.length > 0, path);
  }
});

test('the style sheets fetch nothing but our own fonts', () => {
  const own = new Set(assets().map((asset) => asset.path));
  for (const name of ['citizen.css', 'workbench.css'] as const) {
    const sheet = Buffer.from(assets().find((asset) => asset.path === assetPath(name))?.bytes ?? []).toString();
    const urls = [...sheet.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1] ?? '');
    assert.equal(urls.length, 9);
    for (const url of urls) assert.ok(own.has(url), url);
  }
});

test('the citizen pages stay light: at most 12 kB style and 15 kB script compressed', () => {
  assert.ok(compressed(assetPath('citizen.css')) <= 12_000);
  assert.ok(compressed(assetPath('citizen.js')) <= 15_000);
});
