import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  ALLA,
  frågaFör,
  INDIKATORER,
  type Indikator,
  indikator,
  läsUttagsfråga,
  type SkyddatSvar,
  uppdelningsnamn,
} from '@stegvis/statistics';
import { läserStatistik, type Medarbetare, type Uttagsport, uttagsCsv } from '@stegvis/workbench';
import type { Context } from 'hono';
import { jsonAnswer, problemAnswer } from './answers.ts';
import { type Fault, problem } from './problem.ts';

/** What the calls about statistics need: the same port as the pages, and who a key belongs to. */
export interface Statistikdelar {
  readonly port: Uttagsport;
  readonly ägare: (nyckel: string) => Promise<Medarbetare | undefined>;
}

const vägran = {
  401: problemAnswer('Nyckel saknas eller gäller inte'),
  403: problemAnswer('Nyckelns ägare får inte läsa statistiken'),
  405: problemAnswer('Fel metod'),
  500: problemAnswer('Ett fel i Stegvis'),
};
const exempelmått = INDIKATORER[0];
const exempel = exempelmått && {
  indikator: exempelmått.id,
  namn: exempelmått.namn,
  enhet: exempelmått.enhet,
  fran: '2026-09',
  till: '2026-10',
  tid: 'manad',
  uppdelning: ['kon'],
  filter: {},
  grans: 5,
  underlagFran: '2026-11-24T02:00:00.000Z',
  overlappar: false,
  anmarkningar: [],
  celler: [
    { period: '2026-09', grupper: { kon: 'kvinna' }, varde: 410, underlag: 410 },
    { period: '2026-09', grupper: { kon: 'uppgift-saknas' }, varde: 'skyddad', underlag: 'skyddad' },
  ],
};

/**
 * Adds `GET /api/v1/statistik/indikatorer`, `/svar`, `/uttag` and `/uttag/{id}`: the same questions and the same protected figures as the
 * pages, for a program with a key (`Authorization: Bearer`). `format=csv` gives the file of the page.
 */
export function statistikRoutes(api: OpenAPIHono, { port, ägare }: Statistikdelar): void {
  const param = (name: string, description: string, where: 'query' | 'path' = 'query') => ({
    name,
    in: where,
    required: where === 'path' || name === 'indikator',
    description,
    schema: { type: 'string' as const },
  });
  const security = [{ statistiknyckel: [] }];
  api.openAPIRegistry.registerComponent('securitySchemes', 'statistiknyckel', {
    type: 'http',
    scheme: 'bearer',
    description: 'En nyckel som skapas på sidan Egna uttag. Den gäller med ägarens behörighet i ett år.',
  });
  const tags = ['Statistik'];
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/v1/statistik/indikatorer',
    operationId: 'indikatorer',
    tags,
    security,
    summary: 'Alla mått med definition och möjliga uppdelningar',
    responses: {
      200: jsonAnswer('Måtten', 'Indikatorer', { indikatorer: INDIKATORER.slice(0, 2).map(beskriv) }),
      ...vägran,
    },
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/v1/statistik/svar',
    operationId: 'statistiksvar',
    tags,
    security,
    summary: 'Svaret på en fråga, med små tal skyddade som på sidan',
    parameters: [
      param('indikator', 'Måttets kod.'),
      param('tid', 'manad, kvartal, ar eller hela. Utelämnad: måttets kortaste.'),
      param('senaste', 'Antal hela månader till och med den förra. Utelämnad utan fran och till: 25.'),
      param('fran', 'Första månaden, till exempel 2025-01.'),
      param('till', 'Sista månaden.'),
      param('uppdelning', 'Ingen till två; upprepa namnet för två.'),
      param('f-{uppdelning}', 'Ett värde som ska vara med, till exempel f-kon=kvinna. Upprepa namnet för flera.'),
      param('format', 'json (förval) eller csv.'),
    ],
    responses: {
      200: jsonAnswer('Svaret', 'Statistiksvar', exempel),
      202: jsonAnswer('Svaret räknas; fråga samma adress igen efter Retry-After sekunder', 'Statistikraknas', {
        status: 'raknas',
        fragaIgen: '/api/v1/statistik/svar?indikator=hushall',
      }),
      422: problemAnswer('Frågan går inte att besvara'),
      ...vägran,
    },
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/v1/statistik/uttag',
    operationId: 'uttag',
    tags,
    security,
    summary: 'Sparade uttag, egna och delade',
    responses: {
      200: jsonAnswer('Uttagen', 'Uttagslista', {
        uttag: [{ id: '2b1f…', namn: 'Hushåll per månad', indikator: 'hushall', schema: 'manad', delat: true }],
      }),
      ...vägran,
    },
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/v1/statistik/uttag/{id}',
    operationId: 'uttagssvar',
    tags,
    security,
    summary: 'Svaret på ett sparat uttag i dag',
    parameters: [param('id', 'Uttagets id.', 'path'), param('format', 'json (förval) eller csv.')],
    responses: {
      200: jsonAnswer('Svaret', 'Statistiksvar', exempel),
      202: jsonAnswer('Svaret räknas; fråga samma adress igen efter Retry-After sekunder', 'Statistikraknas', {
        status: 'raknas',
        fragaIgen: '/api/v1/statistik/svar?indikator=hushall',
      }),
      404: problemAnswer('Uttaget finns inte'),
      ...vägran,
    },
  });

  /** The owner of the key if statistics may be read, or the problem to answer with. */
  const vem = async (c: Context): Promise<Medarbetare | Response> => {
    const nyckel = /^Bearer\s+(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const who = nyckel === undefined ? undefined : await ägare(nyckel);
    if (!who) return problem(c, 'nyckel-saknas', { headers: { 'WWW-Authenticate': 'Bearer realm="statistik"' } });
    return läserStatistik(who) ? who : problem(c, 'ingen-behorighet');
  };
  const ge = (c: Context, svar: SkyddatSvar): Response => {
    const mått = indikator(svar.fråga.indikator);
    if (!mått) return problem(c, 'finns-inte');
    const gemensamt = { 'Content-Language': 'sv', 'Cache-Control': 'no-store' };
    if (c.req.query('format') === 'csv')
      return c.body(uttagsCsv(svar, mått), 200, { 'Content-Type': 'text/csv; charset=utf-8', ...gemensamt });
    return c.json(iJson(svar, mått), 200, gemensamt);
  };
  const fel = (c: Context, fel: readonly { fält: string; text: string }[]) =>
    problem(c, 'ogiltig-fraga', { fel: fel.map(({ fält, text }): Fault => ({ plats: fält, text })) });

  api.get('/api/v1/statistik/indikatorer', async (c) => {
    const who = await vem(c);
    return who instanceof Response ? who : c.json({ indikatorer: INDIKATORER.map(beskriv) }, 200);
  });
  api.get('/api/v1/statistik/svar', async (c) => {
    const who = await vem(c);
    if (who instanceof Response) return who;
    const format = c.req.query('format') ?? 'json';
    if (format !== 'json' && format !== 'csv')
      return fel(c, [{ fält: 'format', text: 'Formatet finns inte. Välj json eller csv.' }]);
    const läst = läsUttagsfråga(c.req.queries(), await port.statistikval(who));
    return läst.ok ? ge(c, await port.fråga(who, läst.statistikfråga, 'hamtad')) : fel(c, läst.fel);
  });
  api.get('/api/v1/statistik/uttag', async (c) => {
    const who = await vem(c);
    if (who instanceof Response) return who;
    const uttag = await port.uttag(who);
    return c.json(
      {
        uttag: uttag.map(({ id, namn, fråga, schema, delat }) => ({
          id,
          namn,
          indikator: fråga.indikator,
          schema,
          delat,
        })),
      },
      200,
    );
  });
  api.get('/api/v1/statistik/uttag/:id', async (c) => {
    const who = await vem(c);
    if (who instanceof Response) return who;
    const funnet = await port.hittaUttag(who, c.req.param('id'));
    if (!funnet) return problem(c, 'finns-inte', { detail: 'Uttaget finns inte, eller så är det någon annans.' });
    const { idag } = await port.statistikval(who);
    return ge(c, await port.fråga(who, frågaFör(funnet.uttag.fråga, idag), 'hamtad'));
  });
}

function beskriv({ id, namn, mening, område, enhet, tid, uppdelningar, källa, utelämnar, definition }: Indikator) {
  return {
    id,
    namn,
    mening,
    omrade: område,
    enhet,
    kortast: tid.kortast,
    uppdelningar: uppdelningar.map((u) => ({ id: u, namn: uppdelningsnamn(källa, u) })),
    utelamnar: utelämnar,
    definition,
  };
}

function iJson({ fråga, celler, gräns, underlagFrån, överlappar, anmärkningar }: SkyddatSvar, mått: Indikator) {
  return {
    indikator: mått.id,
    namn: mått.namn,
    enhet: mått.enhet,
    fran: fråga.från,
    till: fråga.till,
    tid: fråga.tid,
    uppdelning: fråga.uppdelning,
    filter: fråga.filter,
    grans: gräns,
    underlagFran: underlagFrån ?? null,
    overlappar: överlappar,
    anmarkningar: anmärkningar,
    celler: celler.map((cell) => ({
      period: cell.period,
      grupper: Object.fromEntries(
        fråga.uppdelning.map((u, i) => [u, cell.grupper[i] === ALLA ? 'alla' : cell.grupper[i]]),
      ),
      varde: cell.värde,
      underlag: cell.underlag,
      ...(cell.nämnarunderlag === undefined ? {} : { namnarunderlag: cell.nämnarunderlag }),
      ...(cell.saknas === undefined ? {} : { saknas: cell.saknas }),
    })),
  };
}
