import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { z } from 'zod';
import { SOAP, SSBT } from './bygg-fraga.ts';
import { öppnaKontraktsschema } from './kontraktsschema.ts';
import { type Element, endast, ett, kanskeText, läsXml, löv, somBase64, somDag, somSanning } from './las-xml.ts';
import { LEFI_FÖRMÅNSGRUPPER } from './lefi-formaner.ts';
import type { Period } from './ssbtek-config.ts';
import { Oläsbart } from './ssbtek-fel.ts';
import { byggSvar, type StandInFråga, type StandInPerson } from './stand-in-svar.ts';

export { type StandInInkomster, type StandInPerson, type StandInUtbetalning, standInPerson } from './stand-in-svar.ts';

/**
 * How the stand-in answers about a person: `delfel` one authority with an error, `tyst` one left out, `fault` a SOAP fault,
 * `tidsgrans` never, `langsam` after a while, `inget` nobody knows her, `gammal-version` contract v9, `avhugget` cut off,
 * `for-stort` more than a client should take.
 */
export type StandInLäge =
  | 'normal'
  | 'delfel'
  | 'tyst'
  | 'fault'
  | 'http-500'
  | 'tidsgrans'
  | 'langsam'
  | 'inget'
  | 'gammal-version'
  | 'ej-xml'
  | 'xml-bomb'
  | 'avhugget'
  | 'for-stort';

export interface StandInVal {
  persons: readonly StandInPerson[];
  /** Left out: any free port. */
  port?: number;
  /** Today, for what is paid and what is planned. Left out: the clock. */
  idag?: () => string;
  /** Path to `sammansatt_bastjanst_v10.xsd`: requests are also tested against it. Left out: only by structure. */
  xsd?: string;
  /** HTTPS that requires a client certificate issued by `ca`. Left out: plain HTTP. PEM texts. */
  tls?: { cert: string; key: string; ca: string };
  /** How long `langsam` waits, in milliseconds. Left out: 1 500. */
  långsamMs?: number;
}

export interface SsbtekStandIn {
  /** Always on the own machine. */
  url: string;
  /** What has been asked, oldest first. */
  frågor: readonly { personnummer: string; frågade: readonly string[] }[];
  /** How to answer about one person from now on. `myndighet` is which one fails or is silent; left out: `FK`. */
  setMode(personnummer: string, läge: StandInLäge, myndighet?: StandInFråga['frågade'][number]): void;
  stop(): Promise<void>;
}

/** Starts a server that speaks contract v10, with data relative to the asked period. Requests that break the contract get a SOAP fault. */
export async function startSsbtekStandIn(val: StandInVal): Promise<SsbtekStandIn> {
  const schema = val.xsd === undefined ? undefined : öppnaKontraktsschema(val.xsd);
  const lägen = new Map<string, { läge: StandInLäge; myndighet: string }>();
  const frågor: { personnummer: string; frågade: readonly string[] }[] = [];
  const väntande = new Set<NodeJS.Timeout>();

  const svara = async (begäran: IncomingMessage, ut: ServerResponse) => {
    const kropp = await läsBegäran(begäran);
    const brister =
      kropp === undefined ? ['Anropet ska vara POST med text/xml och soapaction.'] : (schema?.prövaSoap(kropp) ?? []);
    let fråga: StandInFråga;
    try {
      if (brister.length > 0) throw new Oläsbart('1001', brister.join(' '));
      fråga = { ...läsFråga(kropp!), idag: val.idag?.() ?? new Date().toISOString().slice(0, 10) };
    } catch (orsak) {
      if (!(orsak instanceof Oläsbart)) throw orsak;
      return skicka(ut, 500, soapFault('Client', '1001', 'Frågan följer inte kontraktet'));
    }
    frågor.push({ personnummer: fråga.personnummer, frågade: fråga.frågade });
    const { läge, myndighet } = lägen.get(fråga.personnummer) ?? { läge: 'normal', myndighet: 'FK' };
    const person = läge === 'inget' ? undefined : val.persons.find((p) => p.personnummer === fråga.personnummer);
    const xml = byggSvar(person, {
      ...fråga,
      fel: läge === 'delfel' ? [...fråga.fel, myndighet] : fråga.fel,
      tysta: läge === 'tyst' ? [myndighet] : [],
    });
    switch (läge) {
      case 'fault':
        return skicka(ut, 500, soapFault('Server', '9999', 'Internt fel'));
      case 'http-500':
        return skicka(ut, 500, 'Internal Server Error', 'text/plain');
      case 'tidsgrans':
        return;
      case 'langsam': {
        const timer = setTimeout(() => {
          väntande.delete(timer);
          skicka(ut, 200, xml);
        }, val.långsamMs ?? 1_500);
        väntande.add(timer);
        return;
      }
      case 'gammal-version':
        return skicka(ut, 200, xml.replaceAll(SSBT, SSBT.replace(/10$/, '9')));
      case 'ej-xml':
        return skicka(ut, 200, '<html><body>Tjänsten är stängd för underhåll', 'text/html');
      case 'xml-bomb':
        return skicka(ut, 200, xml.replace('?>', `?>${BOMB}`).replace('<s:svarsdata>', '<s:svarsdata>&i;'));
      case 'avhugget':
        ut.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'content-length': Buffer.byteLength(xml) });
        return void ut.write(xml.slice(0, xml.length / 2), () => ut.destroy());
      case 'for-stort':
        return skicka(ut, 200, xml + ' '.repeat(6_000_000));
      default:
        return skicka(ut, 200, xml);
    }
  };

  const lyssna = (begäran: IncomingMessage, ut: ServerResponse) => {
    svara(begäran, ut).catch(() => ut.destroy());
  };
  const server = val.tls
    ? createTlsServer({ ...val.tls, requestCert: true, rejectUnauthorized: true }, lyssna)
    : createServer(lyssna);
  await new Promise<void>((klar, fel) => {
    server.once('error', fel);
    server.listen(val.port ?? 0, '127.0.0.1', klar);
  });
  const adress = server.address();
  if (adress === null || typeof adress === 'string') throw new Error('Servern har ingen port.');
  return {
    url: `${val.tls ? 'https' : 'http'}://127.0.0.1:${adress.port}/ssbtek`,
    frågor,
    setMode: (personnummer, läge, myndighet = 'FK') => void lägen.set(personnummer, { läge, myndighet }),
    stop: () =>
      new Promise((klar) => {
        for (const timer of väntande) clearTimeout(timer);
        schema?.dispose();
        server.close(() => klar());
        server.closeAllConnections();
      }),
  };
}

const BOMB = `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghi'].map((n, i) => `<!ENTITY ${n} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}]>`;

function skicka(ut: ServerResponse, status: number, text: string, typ = 'text/xml'): void {
  ut.writeHead(status, { 'content-type': `${typ}; charset=utf-8`, 'content-length': Buffer.byteLength(text) });
  ut.end(text);
}

function soapFault(vem: 'Client' | 'Server', felkod: string, felmeddelande: string): string {
  return `<soap:Envelope xmlns:soap="${SOAP}"><soap:Body><soap:Fault><faultcode>soap:${vem}</faultcode><faultstring>Fel</faultstring><detail><s:hamtaBastjanstInformationFault xmlns:s="${SSBT}"><s:felkod>${felkod}</s:felkod><s:felmeddelande>${felmeddelande}</s:felmeddelande></s:hamtaBastjanstInformationFault></detail></soap:Fault></soap:Body></soap:Envelope>`;
}

async function läsBegäran(begäran: IncomingMessage): Promise<Buffer | undefined> {
  const delar: Buffer[] = [];
  let storlek = 0;
  for await (const del of begäran) {
    storlek += del.length;
    if (storlek > 1_000_000) return undefined;
    delar.push(del);
  }
  const rätt =
    begäran.method === 'POST' &&
    /^text\/xml\b/.test(begäran.headers['content-type'] ?? '') &&
    begäran.headers.soapaction !== undefined;
  return rätt ? Buffer.concat(delar) : undefined;
}

const grupper = z.array(z.enum([...LEFI_FÖRMÅNSGRUPPER.FK, ...LEFI_FÖRMÅNSGRUPPER.PM])).min(1);
const lefifråga = z.strictObject({
  personnummer: z.string().regex(/^(\d{2})?\d{10}$/),
  period: z.strictObject({ from: z.iso.date(), tom: z.iso.date() }),
  preliminaraUtbetalningar: grupper.optional(),
  utbetalningar: grupper.optional(),
});

const ORDNING = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'] as const;
const v10 = (ns: string) => ns === SSBT;

/** Reads a request as strictly as the contract, so that a client's fault is seen also without the XSD. */
function läsFråga(kropp: Uint8Array): Omit<StandInFråga, 'idag'> {
  const fel = (text: string) => new Oläsbart('1001', text);
  const kuvert = läsXml(kropp);
  if ('fel' in kuvert || kuvert.namn !== 'Envelope' || kuvert.ns !== SOAP) throw fel('Inget SOAP 1.1-meddelande.');
  const fråga = ett(kuvert, 'Body').barn[0];
  if (fråga?.namn !== 'hamtaBastjanstInformation' || fråga.ns !== SSBT)
    throw fel('Inte hamtaBastjanstInformation i version 10.');
  iOrdning(fråga, ['generellaFrageparametrar', 'specifikaFrageparametrar']);
  const generella = ett(fråga, 'generellaFrageparametrar');
  iOrdning(generella, [
    'frageTidpunkt',
    'korrelationsid',
    'fraganSkallInkluderasISvaret',
    'ingivare',
    'personidentitet',
    'arendeidentitet',
    'tidsperiod',
    'personuppgiftsbitrade',
    'syfte',
    'lagtext',
  ]);
  const ingivare = ett(generella, 'ingivare');
  iOrdning(ingivare, ['organisationsnummer', 'namn', 'handlaggare']);
  if (!/^\d{4}[2-9]\d{7}$/.test(löv(ett(ingivare, 'organisationsnummer')))) throw fel('Fel organisationsnummer.');
  for (const namn of ['namn', 'handlaggare']) if (löv(ett(ingivare, namn)) === '') throw fel('Tom ingivare.');
  for (const namn of ['syfte', 'lagtext']) ett(generella, namn);
  const personnummer = löv(ett(generella, 'personidentitet'));
  if (!/^\d{12}$/.test(personnummer)) throw fel('Fel personidentitet.');
  const ärende = löv(ett(generella, 'arendeidentitet'));
  const standard = tidsperiod(ett(generella, 'tidsperiod'));

  const specifika = ett(fråga, 'specifikaFrageparametrar');
  iOrdning(specifika, ORDNING);
  const perioder: StandInFråga['perioder'] = {
    AF: standard,
    CSN: standard,
    FK: standard,
    SKV: standard,
    SO: standard,
    TNS: standard,
    MIV: standard,
  };
  const frågade: string[] = [];
  for (const namn of ORDNING) {
    const bastjänst = ett(specifika, namn);
    if (!somSanning(bastjänst.attribut['inkludera'] ?? '')) {
      if (bastjänst.barn.length > 0) throw fel('En myndighet som inte frågas har ändå innehåll.');
      continue;
    }
    frågade.push(namn);
    if (namn === 'FK') perioder.FK = läsLefifråga(ett(bastjänst, 'fraga'), personnummer);
    else for (const egen of bastjänst.barn) perioder[namn] = tidsperiod(egen);
  }
  if (ärende === '') throw fel('Tom arendeidentitet.');
  // CSN refuses longer ones, although the schema does not say so.
  const avvisas = ärende.length > 31 ? ['CSN'] : [];
  return {
    personnummer,
    korrelationsid: kanskeText(generella, 'korrelationsid'),
    perioder,
    frågade,
    fel: avvisas,
    tysta: [],
  };
}

function läsLefifråga(fråga: Element, personnummer: string): Period {
  iOrdning(fråga, ['version', 'aktorsid', 'lefiJsonFraga']);
  if ((kanskeText(fråga, 'version') ?? 'v9') !== 'v9' || kanskeText(fråga, 'aktorsid') === undefined)
    throw new Oläsbart('1001', 'Fel version eller aktör.');
  const json = lefifråga.safeParse(somJson(somBase64(löv(ett(fråga, 'lefiJsonFraga')))));
  if (!json.success || !personnummer.endsWith(json.data.personnummer))
    throw new Oläsbart('1001', 'LEFI-frågan följer inte version 9.');
  return json.data.period;
}

function somJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function tidsperiod(element: Element): Period {
  iOrdning(element, ['fromDatum', 'tomDatum']);
  return { from: somDag(löv(ett(element, 'fromDatum'))), tom: somDag(löv(ett(element, 'tomDatum'))) };
}

/** Only these children, all of contract v10, in this order. */
function iOrdning(element: Element, namn: readonly string[]): void {
  endast(element, v10, namn);
  const platser = element.barn.map((b) => namn.indexOf(b.namn));
  if (platser.some((plats, i) => i > 0 && plats < platser[i - 1]!))
    throw new Oläsbart('1001', 'Uppgifterna står i fel ordning.');
}
