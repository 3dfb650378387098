import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** Says in Swedish why the address could not be opened and what to do. */
export class AdressFel extends Error {}

export interface Lyssnande {
  readonly port: number;
  /** Stops taking new requests, lets running ones finish for at most `graceMs`, then closes. */
  stäng(graceMs?: number): Promise<void>;
}

/**
 * Opens the address and serves the app. Requests under a raw handler's prefix go to it unread.
 * @param port 0 lets the operating system choose.
 * @param host the network address to listen on.
 * @throws AdressFel when the port is taken or may not be used.
 */
export async function lyssna(options: {
  // biome-ignore lint/suspicious/noExplicitAny: any Hono app can be served
  readonly app: Hono<any>;
  readonly port: number;
  readonly host: string;
  readonly raw?: { readonly bas: string; handle(req: IncomingMessage, res: ServerResponse): void };
}): Promise<Lyssnande> {
  const listener = getRequestListener(options.app.fetch, {
    overrideGlobalObjects: false,
    autoCleanupIncoming: false,
  });
  const { raw } = options;
  const server: Server = createServer((req, res) => {
    if (raw && isRaw(req.url, raw.bas)) raw.handle(req, res);
    else {
      res.once('finish', () => lämna(req));
      void listener(req, res);
    }
  });
  // A telephone on a poor connection sends ten megabytes in this time.
  server.requestTimeout = 300_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(adressFel(error, options.port)));
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    port,
    stäng: (graceMs = 3000) =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** How long a request that is already answered may go on sending, and how long when nobody reads it, in milliseconds. */
const SÄNDER_KLART_MS = 60_000;
const OLÄST_MS = 500;

/**
 * An answer may be ready before the request is wholly sent (a file that is too large). Closing at once would reset the connection
 * and the browser would show its own error instead of ours, so the rest is read and thrown away for a while.
 */
function lämna(req: IncomingMessage): void {
  if (req.complete || req.destroyed) return;
  if (req.readableFlowing === null) req.resume();
  const timer = setTimeout(() => req.socket.destroySoon(), req.isPaused() ? OLÄST_MS : SÄNDER_KLART_MS);
  timer.unref();
  const clear = () => clearTimeout(timer);
  req.once('end', clear);
  req.once('close', clear);
}

/** The provider's own pages are raw; the page where a test person is chosen is ours. */
function isRaw(url: string | undefined, bas: string): boolean {
  return url?.startsWith(`${bas}/`) === true && !url.startsWith(`${bas}/valj/`);
}

function adressFel(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new AdressFel(
      `Port ${port} används redan av ett annat program. Stäng det, eller välj en annan port: PORT=${port + 1} npm start`,
    );
  if (error.code === 'EACCES')
    return new AdressFel(
      `Port ${port} får inte öppnas av den här användaren. Välj en port över 1023: PORT=8080 npm start`,
    );
  return error;
}
