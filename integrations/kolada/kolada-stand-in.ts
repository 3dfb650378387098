import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Koladaområde, Koladavärde } from '@stegvis/statistics';

/** A key figure as Kolada describes it. */
export interface StandInMått {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly is_divided_by_gender: number;
}

/**
 * How the stand-in answers from now on: `html` a page, `avhugget` cut off, `fel` an error of its own, `slinga` the same page again,
 * `bort` the next page on another server, `annat` a key figure that was not asked for, `trasigt` rows without their fields, `tyst` never.
 */
export type Koladaläge = 'normal' | 'html' | 'avhugget' | 'fel' | 'slinga' | 'bort' | 'annat' | 'trasigt' | 'tyst';

export interface KoladaStandIn {
  /** Always on the own machine. */
  readonly url: string;
  /** What has been asked, oldest first, with the path only. */
  readonly anrop: readonly string[];
  setMode(läge: Koladaläge): void;
  stop(): Promise<void>;
}

/** A server with Kolada's contract, version 3, for what is put into it: key figures, areas and values. */
export async function startKoladaStandIn(val: {
  readonly mått: readonly StandInMått[];
  readonly områden: readonly Koladaområde[];
  readonly värden: readonly Koladavärde[];
  /** Rows on a page, however many are asked for. Left out: as asked. */
  readonly sidstorlek?: number;
}): Promise<KoladaStandIn> {
  let läge: Koladaläge = 'normal';
  const anrop: string[] = [];
  const server = createServer((begäran, svar) => {
    const adress = new URL(begäran.url ?? '/', 'http://localhost');
    anrop.push(adress.pathname);
    if (läge === 'tyst') return;
    if (läge === 'fel') return svar.writeHead(500).end('{}');
    if (läge === 'html') return svar.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Hej</h1>');
    const rader = läge === 'trasigt' ? [{ kpi: 7 }] : radersvar(adress.pathname);
    if (!rader) return svar.writeHead(404).end('{}');
    const per = Math.min(val.sidstorlek ?? Infinity, Number(adress.searchParams.get('per_page') ?? 5_000));
    const sida = Number(adress.searchParams.get('page') ?? 1);
    const nästa = new URL(adress.href);
    nästa.searchParams.set('page', String(läge === 'slinga' ? sida : sida + 1));
    const host = läge === 'bort' ? 'https://example.org' : `http://${begäran.headers.host}`;
    const fler = läge === 'slinga' || läge === 'bort' || sida * per < rader.length;
    const text = JSON.stringify({
      values: rader.slice((sida - 1) * per, sida * per),
      count: rader.length,
      ...(fler ? { next_page: `${host}${nästa.pathname}${nästa.search}` } : {}),
    });
    svar.writeHead(200, { 'content-type': 'application/json' });
    svar.end(läge === 'avhugget' ? text.slice(0, -9) : text);
  });

  function radersvar(väg: string): unknown[] | undefined {
    const [, version, slag, ...resten] = väg.split('/').map(decodeURIComponent);
    if (version !== 'v3') return undefined;
    const urval = (text: string | undefined) => text?.split(',') ?? [];
    if (slag === 'kpi') {
      const [idn] = resten;
      return val.mått.filter(({ id }) => idn === undefined || urval(idn).includes(id));
    }
    if (slag === 'municipality') return val.områden.map(({ id, namn, slag }) => ({ id, title: namn, type: slag }));
    if (slag === 'municipality_groups') return [];
    const [k, kpi, m, områden, y, år] = resten;
    if (slag !== 'data' || k !== 'kpi' || m !== 'municipality' || y !== 'year') return undefined;
    const grupper = Map.groupBy(
      val.värden.filter(
        (v) => urval(kpi).includes(v.kpi) && urval(områden).includes(v.område) && urval(år).includes(String(v.år)),
      ),
      (v) => `${v.kpi} ${v.område} ${v.år}`,
    );
    return [...grupper.values()].map((några) => ({
      kpi: läge === 'annat' ? 'N99999' : några[0]?.kpi,
      municipality: några[0]?.område,
      period: några[0]?.år,
      values: några.map(({ kön, värde }) => ({ gender: kön, count: 1, status: '', value: värde })),
    }));
  }

  await new Promise<void>((klar) => server.listen(0, '127.0.0.1', klar));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`,
    anrop,
    setMode: (nytt) => {
      läge = nytt;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((klar) => server.close(klar));
    },
  };
}
