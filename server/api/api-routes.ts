import { OpenAPIHono } from '@hono/zod-openapi';
import { Räknas } from '@stegvis/workbench';
import { apiInfoRoute, problemRoute } from './about.ts';
import { aktivitetskravRoute } from './aktivitetskrav.ts';
import { apiInfo } from './api-info.ts';
import { berakningarRoute } from './berakningar.ts';
import { problem, problems } from './problem.ts';
import { schemas } from './schemas.ts';
import { type Statistikdelar, statistikRoutes } from './statistik.ts';

/** A bug, without what the request held: the name of the error and where in the program it happened. */
export type BugReport = { readonly name: string; readonly frames: readonly string[] };

/**
 * The REST calls: `POST /api/v1/berakningar`, `POST /api/v1/aktivitetskrav`, `GET /api/v1/openapi.json`,
 * `GET /api/v1/api-info`, `GET /api/v1/problem/{kod}`. They keep nothing and need no login. The calls under `/api/v1/statistik` need a
 * key. Mount it at the root.
 * Faults are RFC 9457. `reportBug` is told of bugs; it never gets anything from the request.
 */
export function apiRoutes(
  options: {
    readonly reportBug?: (bug: BugReport) => void;
    /** Left out: the calls about statistics are not there. */
    readonly statistik?: Statistikdelar;
  } = {},
): OpenAPIHono {
  const api = new OpenAPIHono();
  for (const [name, schema] of Object.entries(schemas()))
    api.openAPIRegistry.registerComponent('schemas', name, schema);
  for (const add of [berakningarRoute, aktivitetskravRoute, apiInfoRoute, problemRoute]) add(api);
  if (options.statistik) statistikRoutes(api, options.statistik);
  api.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: apiInfo.apiName,
      version: apiInfo.apiVersion,
      description:
        'Räknar ekonomiskt bistånd och prövar aktivitetskrav enligt socialtjänstlagen (2025:400) 12 kap. Inget sparas. Skicka aldrig namn eller personnummer: de behövs inte.',
      contact: { name: 'Stegvis' },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/sv/' },
    },
    servers: [{ url: '/' }],
    tags: [{ name: 'Beräkning' }, ...(options.statistik ? [{ name: 'Statistik' }] : []), { name: 'Om tjänsten' }],
  });
  api.all('/api/v1/*', (c) => {
    const allowed = allowedMethod(c.req.path);
    return allowed === undefined || allowed === c.req.method
      ? problem(c, 'finns-inte', { detail: 'Adresserna står i /api/v1/openapi.json.' })
      : problem(c, 'fel-metod', { detail: `Använd ${allowed}.`, headers: { Allow: allowed } });
  });
  api.onError((fault, c) => {
    if (fault instanceof Räknas)
      return c.json({ status: 'raknas', fragaIgen: c.req.path + new URL(c.req.url).search }, 202, {
        'Retry-After': '3',
        'Cache-Control': 'no-store',
      });
    options.reportBug?.({
      name: fault.name,
      frames: (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
    });
    return problem(c, 'internt-fel', { detail: problems['internt-fel'].help });
  });
  return api;
}

function allowedMethod(path: string): 'POST' | 'GET' | undefined {
  if (path === '/api/v1/berakningar' || path === '/api/v1/aktivitetskrav') return 'POST';
  if (
    path === '/api/v1/openapi.json' ||
    path === '/api/v1/api-info' ||
    /^\/api\/v1\/statistik\/(indikatorer|svar|uttag|uttag\/[^/]+)$/.test(path) ||
    /^\/api\/v1\/problem\/[^/]+$/.test(path)
  )
    return 'GET';
  return undefined;
}
