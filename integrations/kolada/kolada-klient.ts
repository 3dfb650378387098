import type { Koladakön, Koladamått, Koladaområde, Koladasvar, Koladavärde } from '@stegvis/statistics';
import { z } from 'zod';
import { Koladafel } from './kolada-fel.ts';

/** Kolada's open interface, version 3. No key is needed. */
export const KOLADA = 'https://api.kolada.se/v3';

/** Limits that RKA asks of those who fetch: ids in a call, rows on a page, calls a second. */
export const HÄNSYN = { idn: 25, rader: 5_000, anropPerSekund: 5 } as const;
const MS_MELLAN_ANROP = 1_000 / HÄNSYN.anropPerSekund;
const SIDOR = 200;

export interface Koladaval {
  /** `https:`; `http:` only to the own machine. Left out: Kolada itself. */
  readonly url?: string;
  /** Left out: the platform's. */
  readonly fetch?: typeof fetch;
  /** Waits so many milliseconds between calls. */
  readonly vänta: (ms: number) => Promise<void>;
  /** Milliseconds for one call. Left out: 20 000. */
  readonly svarMs?: number;
  /** Largest answer read, in bytes. Left out: 20 MB. */
  readonly maxBytes?: number;
}

/** What to fetch. */
export interface Koladafråga {
  /** Key figures, for example `N31807`. */
  readonly kpi: readonly string[];
  /** Municipality codes; `0000` is the whole country. */
  readonly områden: readonly string[];
  readonly år: readonly number[];
}

export interface Koladaklient {
  /** Whose figures these are, for the page: `Kolada, RKA`. */
  readonly källa: string;
  /**
   * Fetches definitions, areas and values, a few calls a second at most, telling after each how far it has come. Gives everything, or
   * throws: an answer that cannot be read in full is never used in part.
   * @throws Koladafel with a sentence for the page
   */
  hämta(fråga: Koladafråga, framsteg?: (klart: number, av: number, vad: string) => Promise<void>): Promise<Koladasvar>;
}

const id = z.string().regex(/^[NU]\d{5}$/);
const område = z.string().regex(/^\d{4}$/);
const sida = <T extends z.ZodType>(rad: T) =>
  z.object({
    values: z.array(rad),
    // Named so in the clients that the material was read from; the second name is kept because version 3 has been seen with both.
    next_page: z.string().nullish(),
    next_url: z.string().nullish(),
  });
const flagga = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);
const SIDA = {
  kpi: sida(
    z.object({
      id: z.string(),
      title: z.string().trim().min(1),
      description: z.string().nullish(),
      is_divided_by_gender: flagga.default(false),
    }),
  ),
  områden: sida(z.object({ id: område, title: z.string().trim().min(1), type: z.enum(['K', 'L']) })),
  värden: sida(
    z.object({
      kpi: id,
      municipality: område,
      period: z
        .union([z.number(), z.string().regex(/^\d{4}$/)])
        .transform(Number)
        .pipe(z.int().min(1900).max(2200)),
      values: z.array(
        z.object({ gender: z.enum(['T', 'K', 'M']), status: z.string().nullish(), value: z.number().nullish() }),
      ),
    }),
  ),
};

/** A client of Kolada's version 3, or of a stand-in with the same contract. @throws RangeError for an address that is not safe */
export function koladaklient(val: Koladaval, källa = 'Kolada, RKA'): Koladaklient {
  const bas = säkerAdress(val.url ?? KOLADA);
  return {
    källa,
    hämta: async (fråga, framsteg = async () => {}) => {
      const anrop = koladaanrop(bas, val);
      const kpi = [...new Set(fråga.kpi)].sort();
      const områden = [...new Set(fråga.områden)].sort();
      const år = [...new Set(fråga.år)].sort((a, b) => a - b);
      const delar = uppdelat(kpi, områden);
      const steg = 2 + delar.length;

      await framsteg(0, steg, 'Hämtar definitioner');
      const mått: Koladamått[] = [];
      for (const några of iDelar(kpi, HÄNSYN.idn))
        for (const rad of await anrop(`kpi/${några.join(',')}`, SIDA.kpi)) {
          if (!några.includes(rad.id)) throw annat(`nyckeltalet ${visa(rad.id)}`, några.join(', '));
          if (mått.some((m) => m.kpi === rad.id)) throw dubbelt(`nyckeltalet ${rad.id}`);
          mått.push({
            kpi: rad.id,
            titel: rad.title,
            beskrivning: rad.description?.trim() ?? '',
            könsuppdelat: rad.is_divided_by_gender,
          });
        }
      await framsteg(1, steg, 'Hämtar kommuner');
      const alla = await anrop(`municipality?per_page=${HÄNSYN.rader}`, SIDA.områden);
      const namn = new Map<string, Koladaområde>();
      for (const { id, title, type } of alla) namn.set(id, { id, namn: title, slag: type });
      if (namn.size === 0) throw new Koladafel('Kolada svarade utan några kommuner. Inget sparades.');

      const kända = new Set(mått.map((m) => m.kpi));
      const värden = new Map<string, Koladavärde>();
      for (const [nr, { kpi: några, områden: här }] of delar.entries()) {
        await framsteg(2 + nr, steg, 'Hämtar värden');
        const frågade = några.filter((k) => kända.has(k));
        if (frågade.length === 0) continue;
        const väg = `data/kpi/${frågade.join(',')}/municipality/${här.join(',')}/year/${år.join(',')}?per_page=${HÄNSYN.rader}`;
        for (const rad of await anrop(väg, SIDA.värden)) {
          if (!frågade.includes(rad.kpi)) throw annat(`nyckeltalet ${rad.kpi}`, frågade.join(', '));
          if (!här.includes(rad.municipality)) throw annat(`kommunen ${rad.municipality}`, här.join(', '));
          if (!år.includes(rad.period)) throw annat(`året ${rad.period}`, år.join(', '));
          for (const { gender, value } of rad.values) {
            const nyckel = `${rad.kpi} ${rad.municipality} ${rad.period} ${gender}`;
            if (värden.has(nyckel)) throw dubbelt(`värdet ${nyckel}`);
            värden.set(nyckel, {
              kpi: rad.kpi,
              område: rad.municipality,
              år: rad.period,
              kön: gender satisfies Koladakön,
              värde: value ?? null,
            });
          }
        }
      }
      await framsteg(steg, steg, 'Sparar');
      return {
        mått,
        områden: [...namn.values()],
        värden: [...värden.values()],
        saknas: kpi.filter((k) => !kända.has(k)),
      };
    },
  };
}

/** Fetches all pages of one list, waiting between the calls of the whole fetch. */
function koladaanrop(bas: URL, val: Koladaval) {
  let gjorda = 0;
  return async <T>(väg: string, schema: z.ZodType<{ values: T[]; next_page?: unknown; next_url?: unknown }>) => {
    const rader: T[] = [];
    const sedda = new Set<string>();
    let adress: URL | undefined = new URL(`${bas.href}/${väg}`);
    while (adress) {
      if (sedda.has(adress.href)) throw new Koladafel('Kolada hänvisade till samma sida två gånger. Inget sparades.');
      if (sedda.size >= SIDOR) throw new Koladafel(`Kolada svarade med fler än ${SIDOR} sidor. Inget sparades.`);
      sedda.add(adress.href);
      if (gjorda > 0) await val.vänta(MS_MELLAN_ANROP);
      gjorda += 1;
      const läst = schema.safeParse(await läsJson(adress, val));
      if (!läst.success) {
        const [först] = läst.error.issues;
        throw new Koladafel(
          `Kolada svarade med något annat än vi kan läsa${först?.path.length ? ` (fältet ${visa(först.path.join('.'))})` : ''}. Inget sparades.`,
        );
      }
      // One row at a time: a page can hold more rows than a call takes arguments.
      for (const rad of läst.data.values) rader.push(rad);
      const nästa = läst.data.next_page ?? läst.data.next_url;
      adress = typeof nästa === 'string' && nästa !== '' ? nästaSida(nästa, adress, bas) : undefined;
    }
    return rader;
  };
}

function nästaSida(nästa: string, här: URL, bas: URL): URL {
  const adress = URL.parse(nästa, här.href);
  if (!adress || adress.origin !== bas.origin)
    throw new Koladafel(
      'Kolada hänvisade vidare till en annan server än sin egen. Vi följde inte med. Inget sparades.',
    );
  return adress;
}

async function läsJson(adress: URL, { fetch = globalThis.fetch, svarMs = 20_000, maxBytes = 20_000_000 }: Koladaval) {
  const tid = AbortSignal.timeout(svarMs);
  const text = await hämtaText(adress, fetch, tid, maxBytes).catch((cause: unknown) => {
    if (cause instanceof Koladafel) throw cause;
    if (tid.aborted)
      throw new Koladafel(`Kolada svarade inte inom ${svarMs / 1000} sekunder. Inget sparades.`, {
        tillfälligt: true,
        cause,
      });
    throw new Koladafel('Kolada gick inte att nå, eller så bröts svaret. Inget sparades.', {
      tillfälligt: true,
      cause,
    });
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Koladafel(
      /^\s*</.test(text)
        ? 'Kolada svarade med en webbsida i stället för uppgifter. Inget sparades.'
        : 'Kolada svarade med uppgifter som är avhuggna eller trasiga. Inget sparades.',
      { cause },
    );
  }
}

async function hämtaText(adress: URL, get: typeof fetch, signal: AbortSignal, max: number): Promise<string> {
  const svar = await get(adress, { headers: { accept: 'application/json' }, redirect: 'error', signal });
  if (!svar.ok)
    throw new Koladafel(
      svar.status === 429
        ? 'Kolada tycker att vi frågar för ofta. Vänta en stund. Inget sparades.'
        : `Kolada svarade med fel ${svar.status}. Inget sparades.`,
      { tillfälligt: svar.status === 429 || svar.status >= 500 },
    );
  const delar: Uint8Array[] = [];
  let storlek = 0;
  for await (const del of svar.body ?? []) {
    storlek += del.byteLength;
    if (storlek > max) throw new Koladafel('Kolada svarade med mer uppgifter än vi tar emot. Inget sparades.');
    delar.push(del);
  }
  return new TextDecoder().decode(Buffer.concat(delar));
}

/** Parts of the question with at most so many ids that the calls are gentle: key figures and areas together. */
function uppdelat(kpi: readonly string[], områden: readonly string[]) {
  const halva = Math.floor(HÄNSYN.idn / 2);
  return [...iDelar(kpi, halva)].flatMap((några) =>
    [...iDelar(områden, HÄNSYN.idn - halva)].map((här) => ({ kpi: några, områden: här })),
  );
}

function* iDelar<T>(alla: readonly T[], högst: number): Generator<readonly T[]> {
  for (let från = 0; från < alla.length; från += högst) yield alla.slice(från, från + högst);
}

function säkerAdress(text: string): URL {
  const adress = URL.parse(text.replace(/\/+$/, ''));
  const egen = adress && ['localhost', '127.0.0.1', '[::1]'].includes(adress.hostname);
  if (!adress || !(adress.protocol === 'https:' || (adress.protocol === 'http:' && egen)))
    throw new RangeError('Koladas adress ska börja med https://.');
  return adress;
}

const annat = (fick: string, bad: string) =>
  new Koladafel(`Kolada svarade om ${fick}, som vi inte frågade om (vi frågade om ${bad}). Inget sparades.`);
const dubbelt = (vad: string) => new Koladafel(`Kolada svarade två gånger om ${vad}. Inget sparades.`);
const visa = (text: string) => text.slice(0, 40).replaceAll(/[^\w.åäöÅÄÖ-]/g, '?');
