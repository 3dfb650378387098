import {
  type Civilstånd,
  type Dag,
  type Folkbokföringsadress,
  type Folkbokföringssvar,
  type Folkbokföringsuppgift,
  födelsedag,
  type Tidpunkt,
} from '@stegvis/casework';
import { SOAP, somXml } from '../ssbtek/bygg-fraga.ts';
import type { Kretsbrytare } from '../ssbtek/kretsbrytare.ts';
import { alla, type Element, ett, finns, kanske, kanskeText, läsXml } from '../ssbtek/las-xml.ts';
import { type Fetch, type Mottagare, skicka } from '../ssbtek/skicka.ts';
import { Oläsbart, ofarligKod, type SsbtekFel } from '../ssbtek/ssbtek-fel.ts';
import type { Folkbokföringsport } from './folkbokforingsport.ts';

/** Namespace of Navet's e-person data, as every open client has it. */
export const NAVET = 'http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1';
const VERSION = 'Navet Personpost V3';
const SYSTEM = 'Folkbokföringen';

/** How one board reaches Navet. Skatteverket gives the order number and issues the client certificate. */
export interface NavetConfig extends Omit<Mottagare, 'mottagare'> {
  /** Twelve digits: `16` and the organisation number. */
  organisationsnummer: string;
  /** The board's order with Skatteverket (`00000079-FO01-0001`). */
  beställningsId: string;
}

/** What is wrong with the settings, one Swedish sentence each. Empty: nothing. */
export function prövaNavetConfig(config: NavetConfig): string[] {
  const fel: string[] = [];
  const url = URL.canParse(config.url) ? new URL(config.url) : undefined;
  const egen = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol !== 'https:' && !egen) fel.push('url ska börja med https://.');
  if (!/^16\d{10}$/.test(config.organisationsnummer)) fel.push('organisationsnummer ska vara 16 och tio siffror.');
  if (!/^\d{8}-[A-Z]{2}\d{2}-\d{4}$/.test(config.beställningsId))
    fel.push('beställningsId ska se ut som 00000000-FO01-0001.');
  return fel;
}

/**
 * Skatteverket's Navet, web service Personpost, over SOAP 1.1 with a client certificate. Its schema is given out with the
 * agreement and is not in the project; elements and codes are those that open clients of the service read (see README).
 */
export function navet(
  config: NavetConfig,
  delar: { now: () => Tidpunkt; kretsar: Kretsbrytare; fetch?: Fetch },
): Folkbokföringsport {
  const { kretsar } = delar;
  return {
    slåUpp: async (personnummer, signal) => {
      const hämtad = delar.now();
      const ej = (kod: string, text: string, tillfälligt: boolean): Folkbokföringssvar => ({
        kvalitet: 'ej-kontrollerbar',
        hämtad,
        version: VERSION,
        fel: { kod, text, tillfälligt },
      });
      const brister = prövaNavetConfig(config);
      if (brister.length > 0)
        return ej('konfiguration', `Inställningarna för Navet går inte att använda: ${brister.join(' ')}`, false);
      if (!/^\d{12}$/.test(personnummer)) return ej('ogiltig-fraga', 'Ett personnummer ska ha tolv siffror.', false);
      if (!kretsar.släpp(SYSTEM))
        return ej('krets-bruten', 'Folkbokföringen har inte svarat på en stund, så den frågades inte nu.', true);
      const { fetch } = delar;
      const skickat = await skicka({ mottagare: SYSTEM, ...config }, byggPersonpostfråga(config, personnummer), {
        ...(fetch && { fetch }),
        ...(signal && { signal }),
      });
      const svar = skickat.ok
        ? läsPersonpost(skickat.status, skickat.kropp, personnummer)
        : { fel: somFel(skickat.fel) };
      if ('fel' in svar) {
        if (svar.fel.tillfälligt) kretsar.misslyckades(SYSTEM);
        return ej(svar.fel.kod, svar.fel.text, svar.fel.tillfälligt);
      }
      kretsar.lyckades(SYSTEM);
      return svar.uppgift
        ? { kvalitet: 'svarat', hämtad, version: VERSION, uppgift: svar.uppgift }
        : { kvalitet: 'inget-hos-oss', hämtad, version: VERSION };
    },
  };
}

/** The SOAP request `PersonpostRequest`. */
export function byggPersonpostfråga(config: NavetConfig, personnummer: string): string {
  const el = (namn: string, text: string) => `<n:${namn}>${somXml(text)}</n:${namn}>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${SOAP}" xmlns:n="${NAVET}"><soap:Body>`,
    `<n:PersonpostRequest><n:Bestallning>${el('OrgNr', config.organisationsnummer)}`,
    `${el('BestallningsId', config.beställningsId)}</n:Bestallning>${el('PersonId', personnummer)}`,
    `</n:PersonpostRequest></soap:Body></soap:Envelope>`,
  ].join('');
}

interface Fel {
  kod: string;
  text: string;
  tillfälligt: boolean;
}
const somFel = ({ slag, text, tillfälligt }: SsbtekFel): Fel => ({ kod: slag, text, tillfälligt });

/**
 * Reads the answer to `PersonpostRequest`: the person, nobody, or why it cannot be read. An answer about somebody else is
 * refused; a fault never holds anything from the answer but a stripped code.
 */
export function läsPersonpost(
  status: number,
  kropp: Uint8Array,
  personnummer: string,
): { uppgift: Folkbokföringsuppgift | undefined } | { fel: Fel } {
  const fel = (kod: string, text: string, tillfälligt: boolean) => ({ fel: { kod, text, tillfälligt } });
  const rot = läsXml(kropp);
  const soap = !('fel' in rot) && rot.namn === 'Envelope' && rot.ns === SOAP;
  if (!soap) {
    if (status < 200 || status > 299)
      return fel('http', `Folkbokföringen svarade med HTTP ${status}.`, status >= 500 || status === 429);
    return fel(
      'ej-soap',
      'Folkbokföringen svarade med något som inte går att läsa.',
      'fel' in rot && rot.fel === 'ej-xml',
    );
  }
  try {
    const innehåll = ett(rot, 'Body').barn[0];
    if (innehåll?.namn === 'Fault') return soapFel(innehåll);
    if (innehåll?.namn !== 'PersonpostXMLResponse' || innehåll.ns !== NAVET)
      return fel('fel-schema', 'Folkbokföringen svarade enligt en annan version än den vi läser.', false);
    const poster = alla(ett(innehåll, 'Folkbokforingsposter'), 'Folkbokforingspost');
    if (poster.length === 0) return { uppgift: undefined };
    if (poster.length > 1) return fel('flera-poster', 'Folkbokföringen svarade med mer än en person.', false);
    return { uppgift: läsPost(poster[0]!, personnummer) };
  } catch (orsak) {
    if (orsak instanceof Oläsbart) return fel(orsak.kod, `Folkbokföringen: ${orsak.message}`, false);
    throw orsak;
  }
}

function soapFel(fault: Element): { fel: Fel } {
  const kod = ofarligKod(
    alla(fault, 'detail')
      .flatMap((detail) => detail.barn)
      .flatMap((b) => [...alla(b, 'sqlscode'), ...alla(b, 'code')])[0]?.text ?? '',
  );
  const text = `Folkbokföringen kunde inte behandla frågan (felkod ${kod}).`;
  return { fel: { kod: 'soap-fel', text, tillfälligt: !(kanskeText(fault, 'faultcode') ?? '').endsWith('Client') } };
}

const CIVILSTÅNDSKODER: Readonly<Record<string, Civilstånd>> = {
  OG: 'ogift',
  G: 'gift',
  Ä: 'anka-eller-ankling',
  S: 'skild',
  RP: 'registrerad-partner',
  SP: 'skild-partner',
  EP: 'efterlevande-partner',
};
/** As SUNET's open client explains the codes. */
const AVREGISTRERAD: Readonly<Record<string, string>> = {
  AV: 'avliden',
  UV: 'utvandrad',
  GN: 'har fått ett nytt personnummer',
  OB: 'obefintlig',
  TA: 'tekniskt avregistrerad',
  AN: 'annan orsak',
  FI: 'falsk identitet',
};
/** Own child, and somebody in whose custody the person has. */
const BARNRELATIONER = ['B', 'VF'];

function läsPost(post: Element, personnummer: string): Folkbokföringsuppgift {
  const person = ett(post, 'Personpost');
  const id = ett(person, 'PersonId');
  const nummer = kanskeText(id, 'PersonNr') ?? kanskeText(id, 'TilldelatPersonNrSamordningsNr');
  if (nummer !== personnummer) throw new Oläsbart('annan-person', 'Svaret gäller någon annan än den vi frågade om.');
  // The code for protection differs between versions; anything but nothing is protection.
  const skydd = märkt(post, 'SkyddadFolkbokforing')
    ? 'skyddad-folkbokforing'
    : märkt(post, 'Sekretessmarkering')
      ? 'sekretessmarkering'
      : 'ingen';
  const namn = kanske(person, 'Namn');
  const folkbokföring = kanske(person, 'Folkbokforing');
  const [län, kommun] = ['LanKod', 'KommunKod'].map((n) => folkbokföring && kanskeText(folkbokföring, n));
  const civilstånd = kanske(person, 'Civilstand');
  const kod = civilstånd && CIVILSTÅNDSKODER[kanskeText(civilstånd, 'CivilstandKod') ?? ''];
  const adress = skydd === 'ingen' ? läsAdress(person) : undefined;
  const folkbokförd = dag(folkbokföring, 'Folkbokforingsdatum');
  const civilståndFrån = dag(civilstånd, 'Civilstandsdatum');
  const avregistrering = kanske(person, 'Avregistrering');
  const avregistrerad = dag(avregistrering, 'Avregistreringsdatum');
  if ((län && !/^\d{2}$/.test(län)) || (kommun && !/^\d{2}$/.test(kommun)))
    throw new Oläsbart('olasbart-svar', 'Svaret har en kommunkod som inte går att läsa.');
  return {
    fornamn: (namn && kanskeText(namn, 'Fornamn')) ?? '',
    efternamn: [namn && kanskeText(namn, 'Mellannamn'), namn && kanskeText(namn, 'Efternamn')]
      .filter(Boolean)
      .join(' '),
    skydd,
    ...(län && kommun && { kommun: län + kommun }),
    ...(folkbokförd && { folkbokford: folkbokförd }),
    ...(adress && { adress }),
    ...(kod && { civilstand: kod }),
    ...(civilståndFrån && { civilstandFran: civilståndFrån }),
    barn: läsBarn(person),
    ...(avregistrering && {
      avregistrerad: {
        ...(avregistrerad && { dag: avregistrerad }),
        orsak: AVREGISTRERAD[kanskeText(avregistrering, 'AvregistreringsorsakKod') ?? ''] ?? 'okänd orsak',
      },
    }),
  };
}

function märkt(post: Element, namn: string): boolean {
  const element = kanske(post, namn);
  return element !== undefined && element.text.trim() !== '' && element.text.trim() !== 'N';
}

function läsAdress(person: Element): Folkbokföringsadress | undefined {
  const adresser = kanske(person, 'Adresser');
  const adress = adresser && kanske(adresser, 'Folkbokforingsadress');
  if (!adress) return undefined;
  const [careOf, rad1, rad2, postnummer, postort] = [
    'CareOf',
    'Utdelningsadress1',
    'Utdelningsadress2',
    'PostNr',
    'Postort',
  ].map((namn) => kanskeText(adress, namn));
  const utdelningsadress = [rad1, rad2].filter(Boolean).join(', ');
  return {
    ...(careOf && { careOf }),
    ...(utdelningsadress && { utdelningsadress }),
    postnummer: postnummer ?? '',
    postort: postort ?? '',
  };
}

function läsBarn(person: Element): Folkbokföringsuppgift['barn'] {
  const relationer = kanske(person, 'Relationer');
  const barn = new Map<string, Folkbokföringsuppgift['barn'][number]>();
  for (const relation of relationer ? alla(relationer, 'Relation') : []) {
    if (!BARNRELATIONER.includes(kanskeText(relation, 'Relationstyp') ?? '')) continue;
    const id = kanske(relation, 'RelationId');
    const nummer = (id && (kanskeText(id, 'PersonNr') ?? kanskeText(id, 'FodelsetidNr'))) ?? '';
    if (!/^\d{8}/.test(nummer)) continue;
    const [from, tom] = [dag(relation, 'RelationFromdatum'), dag(relation, 'RelationTomdatum')];
    const fodd = födelsedag(nummer.slice(0, 12).padEnd(12, '0'));
    if (finns(fodd) && !barn.has(nummer)) barn.set(nummer, { fodd, ...(from && { from }), ...(tom && { tom }) });
  }
  return [...barn.values()];
}

/** `yyyyMMdd`; day or month `00` is one the register does not know, and is left out. */
function dag(element: Element | undefined, namn: string): Dag | undefined {
  const text = element && kanskeText(element, namn);
  if (!text) return undefined;
  if (!/^\d{8}$/.test(text)) throw new Oläsbart('olasbart-svar', 'Svaret har ett datum som inte går att läsa.');
  const ordnad = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return finns(ordnad) ? ordnad : undefined;
}
