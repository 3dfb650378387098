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
  const place = path.join(kept, `${sha256(file)}.js`);
  const stamp = `// ${sha256(`${version}\0${source}`)}\n`;
  const before = readKept(place);
  if (before.startsWith(stamp)) return before.slice(stamp.length);
  const { code } = require('esbuild').transformSync(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'inline',
    sourcefile: file,
    target: 'es2024',
  });
  keep(place, stamp + code);
  return code;
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function readKept(place) {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return '';
  }
}

function keep(place, text) {
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(`${place}.${process.pid}`, text);
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // A folder that may not be written to, or a full disk: the next start transforms again.
  }
}
