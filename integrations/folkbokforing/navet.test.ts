import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { skapaKretsbrytare } from '../ssbtek/kretsbrytare.ts';
import { ANNAT_PERSONNUMMER, NU, PERSONNUMMER } from '../ssbtek/provunderlag.ts';
import { byggPersonpostfråga, läsPersonpost, NAVET, type NavetConfig, navet } from './navet.ts';
import {
  type FolkbokföringsstandIn,
  type FolkbokföringsstandInPerson,
  startFolkbokföringsstandIn,
} from './stand-in.ts';

/** Numbers from Skatteverket's list of test numbers. */
const BARN = '201701012393';
const SAMORDNAT_BARN = `${BARN.slice(0, 6)}61${BARN.slice(8)}`;
const SKYDDAD = '199501012380';
const UTVANDRAD = '196801029288';
const persons: FolkbokföringsstandInPerson[] = [
  {
    personnummer: PERSONNUMMER,
    förnamn: 'Person',
    efternamn: 'Exempel & son',
    kommun: '0001',
    folkbokförd: '2019-03-01',
    adress: { utdelningsadress: 'Gatan 1', postnummer: '00000', postort: 'ORTEN' },
    civilstånd: 'gift',
    barn: ['2017-01-01'],
  },
  {
    personnummer: SKYDDAD,
    förnamn: 'A',
    efternamn: 'B',
    kommun: '0001',
    skyddad: true,
    adress: { utdelningsadress: 'Gatan 1', postnummer: '00000', postort: 'ORTEN' },
  },
  {
    personnummer: UTVANDRAD,
    förnamn: 'A',
    efternamn: 'B',
    kommun: '0001',
    avregistrerad: { orsak: 'UV', dag: '2026-01-31' },
  },
];

let standIn: FolkbokföringsstandIn;
before(async () => {
  standIn = await startFolkbokföringsstandIn({ person: (nummer) => persons.find((p) => p.personnummer === nummer) });
});
after(() => standIn.stop());

const config = (): NavetConfig => ({
  url: standIn.url,
  organisationsnummer: '162120000000',
  beställningsId: '00000000-FO01-0001',
});
const port = (c: Partial<NavetConfig> = {}) => {
  const kretsar = skapaKretsbrytare({ nu: () => new Date(NU), efterFel: 2 });
  return navet({ ...config(), ...c }, { now: () => NU, kretsar });
};

test('en person läses med kommun, adress, civilstånd och barn', async () => {
  const svar = await port().slåUpp(PERSONNUMMER);
  assert.deepEqual(svar, {
    kvalitet: 'svarat',
    hämtad: NU,
    version: 'Navet Personpost V3',
    uppgift: {
      fornamn: 'Person',
      efternamn: 'Exempel & son',
      skydd: 'ingen',
      kommun: '0001',
      folkbokford: '2019-03-01',
      adress: { utdelningsadress: 'Gatan 1', postnummer: '00000', postort: 'ORTEN' },
      civilstand: 'gift',
      barn: [{ fodd: '2017-01-01' }],
    },
  });
});

test('barn är egna och de man har vårdnaden om; av deras nummer blir bara födelsedagen kvar', () => {
  const relation = (typ: string, nummer: string, till = '') =>
    `<Relation><RelationId><PersonNr>${nummer}</PersonNr></RelationId><Relationstyp>${typ}</Relationstyp>${till}</Relation>`;
  const xml = `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><n:PersonpostXMLResponse xmlns:n="${NAVET}"><n:Folkbokforingsposter><Folkbokforingspost><Personpost><PersonId><PersonNr>${PERSONNUMMER}</PersonNr></PersonId><Relationer>${relation('B', BARN)}${relation('VF', BARN)}${relation('VF', SAMORDNAT_BARN, '<RelationTomdatum>20250131</RelationTomdatum>')}${relation('MO', ANNAT_PERSONNUMMER)}</Relationer></Personpost></Folkbokforingspost></n:Folkbokforingsposter></n:PersonpostXMLResponse></S:Body></S:Envelope>`;
  const läst = läsPersonpost(200, Buffer.from(xml), PERSONNUMMER);
  assert.ok('uppgift' in läst);
  assert.deepEqual(läst.uppgift?.barn, [{ fodd: '2017-01-01' }, { fodd: '2017-01-01', tom: '2025-01-31' }]);
});

test('en skyddad person märks, och adressen läses aldrig ens när den står där', async () => {
  const svar = await port().slåUpp(SKYDDAD);
  assert.deepEqual([svar.uppgift?.skydd, svar.uppgift?.adress], ['sekretessmarkering', undefined]);
  const post = (märke: string) =>
    Buffer.from(
      `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><n:PersonpostXMLResponse xmlns:n="${NAVET}"><n:Folkbokforingsposter><Folkbokforingspost>${märke}<Personpost><PersonId><PersonNr>${SKYDDAD}</PersonNr></PersonId><Adresser><Folkbokforingsadress><PostNr>00000</PostNr></Folkbokforingsadress></Adresser></Personpost></Folkbokforingspost></n:Folkbokforingsposter></n:PersonpostXMLResponse></S:Body></S:Envelope>`,
    );
  for (const [märke, skydd] of [
    ['<SkyddadFolkbokforing>J</SkyddadFolkbokforing>', 'skyddad-folkbokforing'],
    ['<Sekretessmarkering sattAvSPAR="J">J</Sekretessmarkering>', 'sekretessmarkering'],
    ['<Sekretessmarkering>något nytt</Sekretessmarkering>', 'sekretessmarkering'],
    ['<Sekretessmarkering/>', 'ingen'],
    ['', 'ingen'],
  ] as const) {
    const läst = läsPersonpost(200, post(märke), SKYDDAD);
    assert.ok('uppgift' in läst);
    assert.deepEqual([läst.uppgift?.skydd, läst.uppgift?.adress !== undefined], [skydd, skydd === 'ingen']);
  }
});

test('en utvandrad är avregistrerad och hör inte till någon kommun', async () => {
  const { uppgift } = await port().slåUpp(UTVANDRAD);
  assert.deepEqual([uppgift?.avregistrerad, uppgift?.kommun], [{ dag: '2026-01-31', orsak: 'utvandrad' }, undefined]);
});

test('den som inte finns är inget hos dem, och ingenting annat är det', async () => {
  assert.equal((await port().slåUpp(ANNAT_PERSONNUMMER)).kvalitet, 'inget-hos-oss');
  for (const [läge, kod, tillfälligt] of [
    ['fault', 'soap-fel', true],
    ['http-500', 'http', true],
    ['tidsgrans', 'tidsgrans', true],
    ['annan-person', 'annan-person', false],
    ['gammal-version', 'fel-schema', false],
    ['ej-xml', 'ej-soap', true],
  ] as const) {
    standIn.setMode(PERSONNUMMER, läge);
    const svar = await port({ svarMs: läge === 'tidsgrans' ? 60 : 5_000 }).slåUpp(PERSONNUMMER);
    assert.deepEqual(
      [läge, svar.kvalitet, svar.fel?.kod, svar.fel?.tillfälligt, svar.uppgift],
      [läge, 'ej-kontrollerbar', kod, tillfälligt, undefined],
    );
    assert.ok(!svar.fel!.text.includes(PERSONNUMMER));
  }
  standIn.setMode(PERSONNUMMER, 'normal');
});

test('folkbokföringen som inte svarar lämnas i fred', async () => {
  const egen = port();
  standIn.setMode(PERSONNUMMER, 'fault');
  for (let i = 0; i < 2; i++) await egen.slåUpp(PERSONNUMMER);
  const antal = standIn.frågor.length;
  assert.equal((await egen.slåUpp(PERSONNUMMER)).fel?.kod, 'krets-bruten');
  assert.equal(standIn.frågor.length, antal);
  standIn.setMode(PERSONNUMMER, 'normal');
});

test('fel inställning och fel nummer skickas aldrig', async () => {
  const antal = standIn.frågor.length;
  for (const c of [{ url: 'http://navet.example' }, { organisationsnummer: '2120000000' }, { beställningsId: '1' }])
    assert.equal((await port(c).slåUpp(PERSONNUMMER)).fel?.kod, 'konfiguration');
  assert.equal((await port().slåUpp('9001012385')).fel?.kod, 'ogiltig-fraga');
  assert.equal(standIn.frågor.length, antal);
  assert.ok(byggPersonpostfråga({ ...config(), beställningsId: '<&' }, PERSONNUMMER).includes('&lt;&amp;'));
});
