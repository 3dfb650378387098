import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Civilstånd } from '@stegvis/casework';
import { SOAP, somXml } from '../ssbtek/bygg-fraga.ts';
import { alla, ett, kanskeText, läsXml } from '../ssbtek/las-xml.ts';
import { NAVET } from './navet.ts';

/** A person as the population register knows her. Days are `YYYY-MM-DD`. */
export interface FolkbokföringsstandInPerson {
  personnummer: string;
  förnamn: string;
  efternamn: string;
  skyddad?: boolean;
  /** Four digits. */
  kommun: string;
  folkbokförd?: string;
  adress?: { utdelningsadress: string; postnummer: string; postort: string };
  civilstånd?: Civilstånd;
  /** Day of birth of each child, `YYYY-MM-DD`. */
  barn?: readonly string[];
  avregistrerad?: { orsak: 'AV' | 'UV'; dag: string };
}

/** `fault` a SOAP fault, `tidsgrans` never, `inget` nobody, `skyddad` the
 * person, protected, `annan-person` somebody else, `gammal-version` another schema. */
export type FolkbokföringsstandInLäge =
  | 'normal'
  | 'fault'
  | 'http-500'
  | 'tidsgrans'
  | 'inget'
  | 'skyddad'
  | 'annan-person'
  | 'gammal-version'
  | 'ej-xml';

export interface FolkbokföringsstandIn {
  /** Always on the own machine. */
  url: string;
  /** Who has been asked about, oldest first. */
  frågor: readonly string[];
  setMode(personnummer: string, läge: FolkbokföringsstandInLäge): void;
  stop(): Promise<void>;
}

/** Starts a server that answers Navet's `PersonpostRequest`, in the shape open clients of the service read. */
export async function startFolkbokföringsstandIn(val: {
  /** Who has the number; undefined for somebody the register does not know. */
  person: (personnummer: string) => FolkbokföringsstandInPerson | undefined;
  port?: number;
}): Promise<FolkbokföringsstandIn> {
  const lägen = new Map<string, FolkbokföringsstandInLäge>();
  const frågor: string[] = [];
  const lyssna = async (begäran: IncomingMessage, ut: ServerResponse) => {
    const delar: Buffer[] = [];
    for await (const del of begäran) delar.push(del);
    const nummer = läsNummer(Buffer.concat(delar));
    if (nummer === undefined) return svara(ut, 500, fault('Client'));
    frågor.push(nummer);
    const person = val.person(nummer);
    switch (lägen.get(nummer) ?? 'normal') {
      case 'fault':
        return svara(ut, 500, fault('Server'));
      case 'http-500':
        return svara(ut, 500, 'Internal Server Error');
      case 'tidsgrans':
        return;
      case 'inget':
        return svara(ut, 200, svaret(undefined));
      case 'skyddad':
        return svara(ut, 200, svaret(person && { ...person, skyddad: true }));
      case 'annan-person':
        return svara(ut, 200, svaret({ ...person!, personnummer: nummer.replace(/^..../, '1900') }));
      case 'gammal-version':
        return svara(ut, 200, svaret(person).replaceAll(NAVET, NAVET.replace(/V1$/, 'V0')));
      case 'ej-xml':
        return svara(ut, 200, '<html>Stängt');
      default:
        return svara(ut, 200, svaret(person));
    }
  };
  const server = createServer((begäran, ut) => void lyssna(begäran, ut).catch(() => ut.destroy()));
  await new Promise<void>((klar, fel) => {
    server.once('error', fel);
    server.listen(val.port ?? 0, '127.0.0.1', klar);
  });
  const adress = server.address();
  if (adress === null || typeof adress === 'string') throw new Error('Servern har ingen port.');
  return {
    url: `http://127.0.0.1:${adress.port}/na_epersondata/V3/personpostXML`,
    frågor,
    setMode: (personnummer, läge) => void lägen.set(personnummer, läge),
    stop: () =>
      new Promise((klar) => {
        server.close(() => klar());
        server.closeAllConnections();
      }),
  };
}

function läsNummer(kropp: Uint8Array): string | undefined {
  const rot = läsXml(kropp);
  if ('fel' in rot || rot.namn !== 'Envelope' || rot.ns !== SOAP) return undefined;
  const [fråga] = alla(rot, 'Body').flatMap((body) => body.barn);
  if (fråga?.namn !== 'PersonpostRequest' || fråga.ns !== NAVET) return undefined;
  const beställning = ett(fråga, 'Bestallning');
  const rätt = kanskeText(beställning, 'OrgNr') && kanskeText(beställning, 'BestallningsId');
  const nummer = kanskeText(fråga, 'PersonId') ?? '';
  return rätt && /^\d{12}$/.test(nummer) ? nummer : undefined;
}

const KODER: Readonly<Record<Civilstånd, string>> = {
  ogift: 'OG',
  gift: 'G',
  'anka-eller-ankling': 'Ä',
  skild: 'S',
  'registrerad-partner': 'RP',
  'skild-partner': 'SP',
  'efterlevande-partner': 'EP',
};

function svaret(p: FolkbokföringsstandInPerson | undefined): string {
  const el = (namn: string, text: string | undefined) =>
    text === undefined ? '' : `<${namn}>${somXml(text)}</${namn}>`;
  const dag = (text: string | undefined) => text?.replaceAll('-', '');
  const post =
    p &&
    [
      '<Folkbokforingspost>',
      p.skyddad ? '<Sekretessmarkering>J</Sekretessmarkering>' : '',
      `<Personpost><PersonId>${el('PersonNr', p.personnummer)}</PersonId>`,
      p.avregistrerad
        ? `<Avregistrering>${el('AvregistreringsorsakKod', p.avregistrerad.orsak)}${el('Avregistreringsdatum', dag(p.avregistrerad.dag))}</Avregistrering>`
        : '',
      `<Namn>${el('Fornamn', p.förnamn)}${el('Efternamn', p.efternamn)}</Namn>`,
      p.avregistrerad
        ? ''
        : `<Folkbokforing>${el('Folkbokforingsdatum', dag(p.folkbokförd))}${el('LanKod', p.kommun.slice(0, 2))}${el('KommunKod', p.kommun.slice(2))}</Folkbokforing>`,
      p.adress && !p.skyddad
        ? `<Adresser><Folkbokforingsadress>${el('Utdelningsadress2', p.adress.utdelningsadress)}${el('PostNr', p.adress.postnummer)}${el('Postort', p.adress.postort)}</Folkbokforingsadress></Adresser>`
        : '',
      p.civilstånd ? `<Civilstand>${el('CivilstandKod', KODER[p.civilstånd])}</Civilstand>` : '',
      p.barn?.length
        ? `<Relationer>${p.barn.map((född) => `<Relation><RelationId>${el('FodelsetidNr', `${dag(född)}0000`)}</RelationId>${el('Relationstyp', 'B')}</Relation>`).join('')}</Relationer>`
        : '',
      '</Personpost></Folkbokforingspost>',
    ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${SOAP}"><S:Body><n:PersonpostXMLResponse xmlns:n="${NAVET}"><n:Folkbokforingsposter>${post ?? ''}</n:Folkbokforingsposter></n:PersonpostXMLResponse></S:Body></S:Envelope>`;
}

function fault(vem: 'Client' | 'Server'): string {
  return `<S:Envelope xmlns:S="${SOAP}"><S:Body><S:Fault><faultcode>S:${vem}</faultcode><faultstring>Fel</faultstring></S:Fault></S:Body></S:Envelope>`;
}

function svara(ut: ServerResponse, status: number, text: string): void {
  ut.writeHead(status, { 'content-type': 'text/xml; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  ut.end(text);
}
