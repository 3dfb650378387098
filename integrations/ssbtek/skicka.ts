import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { SsbtekConfig } from './ssbtek-config.ts';
import type { SsbtekFel, SsbtekFelslag } from './ssbtek-fel.ts';

/** The part of `fetch` that the client uses. */
export type Fetch = (
  url: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string; signal: AbortSignal; redirect: 'manual' },
) => Promise<Response>;

/** The body of an answer, whatever its HTTP status. */
export type Skickat = { ok: true; status: number; kropp: Uint8Array } | { ok: false; fel: SsbtekFel };

/** Whom to send to, what it is called in a sentence, and the limits of time and size. */
export interface Mottagare extends Pick<SsbtekConfig, 'url' | 'tls' | 'anslutningMs' | 'svarMs' | 'maxSvarBytes'> {
  mottagare: string;
}

/**
 * Sends the SOAP request and reads the answer, within the time and size limits of `config`. Redirects are not followed.
 * Every outside fault is a value.
 */
export async function skicka(
  config: Mottagare,
  xml: string,
  ports: { fetch?: Fetch; signal?: AbortSignal } = {},
): Promise<Skickat> {
  const { fetch = fetchMedCertifikat(config), signal } = ports;
  const { mottagare, svarMs = 30_000 } = config;
  const tid = AbortSignal.timeout(svarMs);
  const gräns = signal ? AbortSignal.any([tid, signal]) : tid;
  let svarat = false;
  try {
    const svar = await fetch(config.url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', accept: 'text/xml' },
      body: xml,
      signal: gräns,
      redirect: 'manual',
    });
    svarat = true;
    const kropp = await läsKropp(svar, config.maxSvarBytes ?? 5_000_000);
    if (!kropp) return { ok: false, fel: fel('for-stort', false, `${mottagare} svarade med mer data än vi tar emot.`) };
    return { ok: true, status: svar.status, kropp };
  } catch (orsak) {
    if (tid.aborted)
      return { ok: false, fel: fel('tidsgrans', true, `${mottagare} svarade inte inom ${svarMs / 1000} sekunder.`) };
    if (gräns.aborted) return { ok: false, fel: fel('avbrutet', true, `Frågan till ${mottagare} avbröts av oss.`) };
    return { ok: false, fel: nätfel(orsak, svarat, mottagare) };
  }
}

async function läsKropp(svar: Response, max: number): Promise<Uint8Array | undefined> {
  const delar: Uint8Array[] = [];
  let storlek = 0;
  for await (const del of svar.body ?? []) {
    storlek += del.byteLength;
    if (storlek > max) return undefined;
    delar.push(del);
  }
  return Buffer.concat(delar);
}

function fel(slag: SsbtekFelslag, tillfälligt: boolean, text: string): SsbtekFel {
  return { slag, tillfälligt, text };
}

/** From the error's code, never its message: a message can hold what was sent. */
function nätfel(orsak: unknown, svarat: boolean, mottagare: string): SsbtekFel {
  const kod = felkod(orsak);
  if (kod === 'ANSLUTNINGSTID') return fel('tidsgrans', true, `${mottagare} gick inte att ansluta till i tid.`);
  if (/^(ERR_(SSL|TLS|OSSL)|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/.test(kod)) {
    return fel(
      'tls',
      false,
      `Den säkra anslutningen till ${mottagare} gick inte att upprätta. Kontrollera certifikaten.`,
    );
  }
  if (svarat || ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(kod)) {
    return fel(
      'avbrutet',
      true,
      `Anslutningen till ${mottagare} bröts innan hela svaret kommit. Händer det varje gång: kontrollera klientcertifikatet.`,
    );
  }
  return fel('ingen-kontakt', true, `${mottagare} gick inte att nå.`);
}

function felkod(orsak: unknown): string {
  for (let e = orsak; e instanceof Error; e = e.cause) {
    const kod = (e as Error & { code?: unknown }).code;
    if (typeof kod === 'string') return kod;
  }
  return '';
}

/**
 * A `fetch` with client certificate and a limit for connecting. Node's own `fetch` takes no certificate.
 */
function fetchMedCertifikat(config: Mottagare): Fetch {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const https = url.startsWith('https:');
      const anrop = (https ? httpsRequest : httpRequest)(
        url,
        {
          method: init.method,
          headers: { ...init.headers, 'content-length': String(Buffer.byteLength(init.body)) },
          signal: init.signal,
          agent: false,
          ...(https && { ...config.tls, minVersion: 'TLSv1.2' as const, rejectUnauthorized: true }),
        },
        (svar) => {
          const status = svar.statusCode ?? 0;
          if (status < 200 || status > 599 || [204, 205, 304].includes(status)) {
            svar.resume();
            resolve(new Response(null, { status: status >= 200 && status <= 599 ? status : 500 }));
          } else resolve(new Response(Readable.toWeb(svar) as ReadableStream<Uint8Array>, { status }));
        },
      );
      const anslutning = setTimeout(
        () => anrop.destroy(Object.assign(new Error('anslutning'), { code: 'ANSLUTNINGSTID' })),
        config.anslutningMs ?? 5_000,
      );
      anrop.on('socket', (socket) => socket.once(https ? 'secureConnect' : 'connect', () => clearTimeout(anslutning)));
      anrop.on('close', () => clearTimeout(anslutning));
      anrop.on('error', (orsak) => {
        clearTimeout(anslutning);
        reject(orsak);
      });
      anrop.end(init.body);
    });
}
