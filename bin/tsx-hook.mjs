// Lets Node load .tsx files: types are stripped and JSX becomes hono/jsx calls. What comes out is kept beside the
// compile cache, so that esbuild is loaded only for files that are new or changed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const kept = path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'stegvis', 'tsx');
let version;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    return { format: 'module', shortCircuit: true, source: transform(file, readFileSync(file, 'utf8')) };
  },
});

function transform(file, source) {
  version ??= require('esbuild/package.json').version;
  const hash = createHash('sha256').update(`${version}\0${file}\0${source}`).digest('hex');
  const place = path.join(kept, `${hash}.mjs`);
  try {
    return readFileSync(place, 'utf8');
  } catch {
    // Not there yet.
  }
  const { code } = require('esbuild').transformSync(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'inline',
    sourcefile: file,
    target: 'es2024',
  });
  keep(place, code);
  return code;
}

function keep(place, code) {
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(`${place}.${process.pid}`, code);
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // A folder that may not be written to, or a full disk: the next start transforms again.
  }
}
