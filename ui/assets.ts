import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { colorCss } from './theme/colors.ts';

/** A file that the pages need from their own origin. The name holds a hash of the content: cache it for ever. */
export type Asset = {
  /** The address, for example `/ui/citizen-1a2b3c4d5e.css`. */
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** The first ten hex figures of the content's SHA-256. */
  readonly hash: string;
};

/** The files a page asks for by name; fonts are asked for by the style sheets. */
export type AssetName =
  | 'citizen.css'
  | 'workbench.css'
  | 'stil.css'
  | 'citizen-paper.css'
  | 'workbench-paper.css'
  | 'citizen.js'
  | 'workbench.js'
  | 'icon.svg';

/** Serve assets with this `cache-control`. */
export const assetCacheControl = 'public, max-age=31536000, immutable';

const prefix = '/ui/';
const contentTypes: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M3 27h9v-8h8" fill="none" stroke="#145662" stroke-width="5"/><path d="M17.5 19h2.5v-8h9" fill="none" stroke="#f3a52b" stroke-width="5"/></svg>`;

function asset(file: string, bytes: Uint8Array): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const dot = file.lastIndexOf('.');
  const contentType = contentTypes[file.slice(dot + 1)];
  if (contentType === undefined) throw new Error(`No content type is known for ${file}`);
  return { path: `${prefix}${file.slice(0, dot)}-${hash}${file.slice(dot)}`, contentType, bytes, hash };
}

function build(): { byName: Map<AssetName, Asset>; all: Asset[] } {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const common = {
    bundle: true,
    minify: true,
    write: false,
    absWorkingDir: here,
    outdir: here,
    logLevel: 'silent',
  } as const;
  const byName = new Map<AssetName, Asset>([['icon.svg', asset('icon.svg', Buffer.from(icon))]]);
  const fonts = new Map<string, Asset>();
  for (const name of ['citizen', 'workbench', 'stil'] as const) {
    const css = buildSync({
      ...common,
      // The colours come last; custom properties may be set after they are used.
      stdin: { contents: `@import "./theme/${name}.entry.css";\n${colorCss()}`, resolveDir: here, loader: 'css' },
      loader: { '.woff2': 'file' },
      assetNames: '[name]',
      publicPath: prefix,
      target: ['chrome109', 'firefox115', 'safari15.6'],
    });
    let sheet = '';
    for (const file of css.outputFiles) {
      const base = file.path.slice(here.length);
      if (base.endsWith('.css')) sheet = file.text;
      else fonts.set(base, asset(base, file.contents));
    }
    for (const [base, font] of fonts) sheet = sheet.replaceAll(`${prefix}${base}`, font.path);
    byName.set(`${name}.css`, asset(`${name}.css`, Buffer.from(sheet)));
    if (name === 'stil') continue;
    // What a page looks like on paper, for the style guide.
    byName.set(
      `${name}-paper.css`,
      asset(
        `${name}-paper.css`,
        Buffer.from(
          `${sheet.replaceAll('@media print', '@media all')}body{max-inline-size:210mm;padding:18mm 16mm;margin-inline:auto}`,
        ),
      ),
    );
    const js = buildSync({ ...common, entryPoints: [`islands/${name}.ts`], format: 'esm', target: 'es2020' });
    byName.set(`${name}.js`, asset(`${name}.js`, Buffer.from(js.outputFiles[0]?.contents ?? [])));
  }
  return { byName, all: [...byName.values(), ...fonts.values()] };
}

let built: ReturnType<typeof build> | undefined;

/** Every file the pages need, bundled on the first call. */
export function assets(): readonly Asset[] {
  built ??= build();
  return built.all;
}

/** The address of one of the files. */
export function assetPath(name: AssetName): string {
  built ??= build();
  const found = built.byName.get(name);
  if (!found) throw new Error(`There is no asset ${name}`);
  return found.path;
}
