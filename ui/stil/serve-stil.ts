import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { assetCacheControl, assets } from '../assets.ts';
import { stil } from './stil.tsx';

/** The policy the components are made for: nothing inline, everything from the own origin. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

/** Serves the style guide alone on a free port, with the strict policy; for its tests. */
export async function serveStil(): Promise<{ origin: string; close: () => Promise<void> }> {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', strictPolicy);
  });
  for (const asset of assets()) {
    app.get(asset.path, (c) =>
      c.body(Uint8Array.from(asset.bytes), 200, {
        'content-type': asset.contentType,
        'cache-control': assetCacheControl,
      }),
    );
  }
  app.route('/', stil);
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
}
