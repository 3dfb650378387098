import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { skapaApp } from './app.tsx';
import { inloggning } from './inloggning/inloggning.tsx';
import { öppnadataRoutes } from './portar/statistik/oppen-katalog.tsx';

const root = path.dirname(import.meta.dirname);
const handbook = readdirSync(path.join(root, 'docs/handbok')).map((name) => `docs/handbok/${name}`);
const documents = ['README.md', 'CHANGELOG.md', 'apply/README.md', 'ui/README.md', 'statistics/README.md', ...handbook];

/** Nothing behind the pages is called when routes are only listed. */
const uncalled: object = new Proxy({}, { get: () => uncalled });

it('every address that a document names is one that the server answers', async () => {
  const kommun = { namn: 'Lindviks kommun' } as never;
  const adress = 'http://localhost';
  const app = await skapaApp({
    adress,
    medborgarPort: { ...uncalled, kommun } as never,
    handläggarPort: uncalled as never,
    inloggning: inloggning({ ...uncalled, adress, kommun } as never),
    öppnadata: öppnadataRoutes({ ...uncalled, adress, kommun } as never),
    logg: () => undefined,
    nyckelägare: async () => undefined,
    frisk: async () => true,
  });
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path.split('/'));
  const isRoute = (address: string) => {
    const parts = address.replace(/[?#].*$/, '').split('/');
    return routes.some((route) => route.length === parts.length && route.every((part, i) => matches(part, parts[i]!)));
  };
  const unknown: string[] = [];
  for (const document of documents)
    for (const [index, line] of readFileSync(path.join(root, document), 'utf8').split('\n').entries())
      for (const [, named = ''] of line.matchAll(/`((?:…)?\/[^`\s]*)`/g)) {
        const address = named.replace('…', '/handlaggning/person/1').replace(/\/$/, '/1') || '/';
        if (!isRoute(address === '/1' ? '/' : address)) unknown.push(`${document}:${index + 1} ${named}`);
      }
  assert.deepEqual(unknown, []);
});

function matches(part: string, named: string): boolean {
  return part === named || part.startsWith(':');
}
