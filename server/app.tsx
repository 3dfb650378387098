import { randomUUID } from 'node:crypto';
import { applyRoutes, FelSida, IngenSida, type MedborgarPort, provberäkningRoutes, startSida } from '@stegvis/apply';
import { STÖRSTA_BANKFIL } from '@stegvis/integrations';
import { assetCacheControl, assets, dokument, medÖvning, väljSpråk } from '@stegvis/ui';
import { stil } from '@stegvis/ui/stil';
import { type HandläggarPort, type Medarbetare, workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { apiRoutes } from './api/api-routes.ts';
import type { Inloggning } from './inloggning/inloggning.tsx';
import { felplats, type Logg } from './logg.ts';

/** Largest form that is read, in bytes. A document is read as a stream with limits of its own. */
const LARGEST_FORM = 1024 * 1024;
const UPPLADDNING = /^\/ansok\/[^/]+\/dokument$/;
/** The bank's reports; what is read in is limited again where it is read. */
const BANKFIL = '/handlaggning/betalningar/aterrapporter';
const bankfilsgräns = bodyLimit({
  maxSize: STÖRSTA_BANKFIL + LARGEST_FORM,
  onError: () => {
    throw new HTTPException(413);
  },
});
const formulärgräns = bodyLimit({
  maxSize: LARGEST_FORM,
  onError: () => {
    throw new HTTPException(413);
  },
});

/** The pages that speak the reader's language; staff's are Swedish. */
const CITIZENS = ['/', '/ansok/*', '/akut/*', '/skriv-under/*', '/mina-sidor/*', '/provberakning/*', '/logga-in/*'];

export interface AppDelar {
  /** The address people see, without a trailing slash. */
  readonly adress: string;
  readonly medborgarPort: MedborgarPort;
  readonly handläggarPort: HandläggarPort;
  readonly inloggning: Inloggning;
  /** Open data, which anybody reads without logging in. */
  readonly öppnadata: Hono;
  readonly logg: Logg;
  /** Whose a program's key is; left out: no program reads statistics. */
  readonly nyckelägare?: ((nyckel: string) => Promise<Medarbetare | undefined>) | undefined;
  /** The practice municipality: every page is marked. */
  readonly övning?: boolean | undefined;
  /** false while the server is stopping or has lost its database. */
  readonly frisk: () => Promise<boolean>;
}

/** The whole web application: pages, log-in, files, REST. Logs routes, never addresses. */
export async function skapaApp(delar: AppDelar): Promise<Hono> {
  const app = new Hono();
  const { inloggning, medborgarPort } = delar;
  const files = new Map((await assets()).map((file) => [file.path, file]));

  app.use(async (c, next) => {
    const started = performance.now();
    const spårnummer = randomUUID();
    c.header('x-sparnummer', spårnummer);
    await next();
    if (files.has(c.req.path)) return;
    const rad = { händelse: 'svar', metod: c.req.method, rutt: routePath(c, -1), status: c.res.status, spårnummer };
    delar.logg({ ...rad, ms: Math.round(performance.now() - started) });
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: delar.adress.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    }),
  );
  if (delar.övning) app.use((_, next) => medÖvning(next));
  app.use(csrf({ origin: new URL(delar.adress).origin }));
  app.on(
    ['POST'],
    ['/ansok/*', '/akut', '/skriv-under/*', '/mina-sidor/*', '/handlaggning/*', '/logga-in/*', '/legitimering/*'],
    (c, next) => {
      if (UPPLADDNING.test(c.req.path)) return next();
      return c.req.path === BANKFIL ? bankfilsgräns(c, next) : formulärgräns(c, next);
    },
  );

  for (const [path, file] of files)
    app.get(path, (c) =>
      c.body(new Uint8Array(file.bytes), 200, { 'content-type': file.contentType, 'cache-control': assetCacheControl }),
    );
  app.get('/halsa', async (c) =>
    (await delar.frisk()) ? c.json({ status: 'frisk' }) : c.json({ status: 'inte redo' }, 503),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));

  app.route(
    '/',
    apiRoutes({
      reportBug: (fault) => delar.logg({ händelse: 'fel', fel: felplats(fault) }),
      ...(delar.nyckelägare && {
        statistik: { port: delar.handläggarPort.statistik, ägare: delar.nyckelägare },
      }),
    }),
  );
  for (const path of CITIZENS) app.use(path, väljSpråk);
  app.route('/', stil);
  app.route('/', startSida({ kommun: medborgarPort.kommun }));
  app.route('/', provberäkningRoutes({ kommun: medborgarPort.kommun, idag: () => medborgarPort.idag() }));
  app.route('/', inloggning.routes);
  app.route(
    '/',
    applyRoutes({ port: medborgarPort, vem: (c) => inloggning.medborgare(c), session: (c) => inloggning.session(c) }),
  );
  app.route('/handlaggning', workbenchRoutes({ port: delar.handläggarPort, vem: (c) => inloggning.medarbetare(c) }));

  app.route('/', delar.öppnadata);

  const sida = { kommun: medborgarPort.kommun };
  app.notFound((c) => c.html(dokument(<IngenSida {...sida} />), 404));
  app.onError((error, c) => {
    const status = error instanceof HTTPException ? error.status : 500;
    if (status >= 500)
      delar.logg({ händelse: 'fel', metod: c.req.method, rutt: routePath(c, -1), fel: felplats(error) });
    if (status === 404) return c.html(dokument(<IngenSida {...sida} />), 404);
    return c.html(dokument(<FelSida {...sida} status={status} />), status);
  });
  return app;
}
