import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Ansökan,
  type Beslutsläge,
  beräknaÄrende,
  beslutaAutomatiskt,
  byggUnderlag,
  dokumenthash,
  FÖRVALD_AUTOMATIK,
  frågeperiod,
  föreslå,
  type Historik,
  hushållsbild,
  INGA_OMSTÄNDIGHETER,
  type Inkomsttyp,
  MINSTA_KÄLLOR,
  type Uppgifter,
} from '@stegvis/casework';
import {
  type Hämtat,
  hämtaRegistersvar,
  mutera,
  slump,
  standInPerson,
  startSsbtekStandIn,
} from '@stegvis/integrations';

const ANTAL = Number(process.env['STEGVIS_FUZZ'] ?? 1_000);
const PERSONNUMMER = '199001012385';
const ID = 'vuxen';
const MÅNAD = '2026-12';
const NU = '2026-11-28T10:00:00.000Z';

/** What the household really gets in the control month, kronor: amounts that occur nowhere else in the answer. */
const SANT: readonly (readonly [Inkomsttyp, number])[] = [
  ['barnbidrag', 1253],
  ['bostadsbidrag', 1387],
  ['etableringsersattning', 2391],
  ['studiemedel', 1413],
  ['a-kassa', 1871.5],
];
const iÖre = (kronor: number) => Math.round(kronor * 100);

/** The answer of the stand-in as bytes, through the real client. */
async function riktigtSvar(): Promise<{ svara: (xml: string) => Promise<Hämtat>; xml: string }> {
  const standIn = await startSsbtekStandIn({
    idag: () => NU.slice(0, 10),
    persons: [
      standInPerson(PERSONNUMMER, {
        utbetalningar: SANT.map(([typ, netto], i) => ({ typ, netto, dag: 18 + i, bara: 'kontrollmanad' })),
        inskrivenSedan: '2025-03-01',
      }),
    ],
  });
  const fråga = { personnummer: PERSONNUMMER, period: frågeperiod(MÅNAD), källor: MINSTA_KÄLLOR };
  const config = {
    url: standIn.url,
    ingivare: { organisationsnummer: '162120000000', namn: 'Kommunen', handläggare: 'system' },
    aktorsId: '000-00',
  };
  const ports = { now: () => NU, newId: () => '00000000-0000-4000-8000-000000000001' };
  const hämtat = await hämtaRegistersvar(config, fråga, ports);
  await standIn.stop();
  assert.ok(hämtat.ok);
  return {
    xml: Buffer.from(hämtat.rått).toString(),
    svara: (xml) =>
      hämtaRegistersvar(config, fråga, {
        ...ports,
        fetch: async () => new Response(xml, { headers: { 'content-type': 'text/xml; charset=utf-8' } }),
      }),
  };
}

/** The renewal whose month is as the last; `skrivna` are the incomes it states itself. */
function läge(hämtat: Hämtat, skrivna: typeof SANT): Beslutsläge {
  const uppgifter: Uppgifter = {
    hushall: { personerIBostaden: 2 },
    barn: [{ id: 'b1', namn: 'Barnet', fodd: '2017-04-05' }],
    boende: { form: 'hyresratt' },
    kostnader: [{ id: 'k1', typ: 'boende', belopp: 780_000 }],
    inkomster: skrivna.map(([typ, kronor]) => ({ id: typ, person: ID, typ, belopp: iÖre(kronor) })),
    tillgangar: [],
    konto: { clearing: '9999', nummer: '1234567', innehavare: ID },
    intygat: true,
  };
  const avser = dokumenthash(uppgifter);
  const ansökan: Ansökan = {
    id: 'ansokan',
    ärende: 'arende',
    slag: 'ateransokan',
    månad: MÅNAD,
    sökande: ID,
    medsökande: undefined,
    kanal: 'webb',
    status: 'utreds',
    uppgifter,
    underskrifter: [{ person: ID, tid: NU, metod: 'oidc', avser, önskarHandläggare: false }],
    version: 4,
    skapad: NU,
    ändrad: NU,
    inskickad: NU,
    inkommen: NU,
  };
  const historik: Historik = {
    beslut: [
      {
        ansökan: 'forra',
        månad: '2026-11',
        utfall: 'bifall',
        belopp: 700_000,
        hushåll: hushållsbild(ansökan),
        avPerson: true,
        inkomster: SANT.map(([typ, kronor]) => ({ person: ID, typ, netto: iÖre(kronor) })),
        kostnader: [{ typ: 'boende', belopp: 780_000 }],
      },
    ],
    ansökningar: [],
    biståndsmånader: { [ID]: ['2026-10', '2026-11'] },
  };
  const registersvar = { [ID]: hämtat.ok ? hämtat.svar : [] };
  const utredning = byggUnderlag({
    ansökan,
    kommun: '0001',
    födda: { [ID]: '1990-01-01' },
    registersvar,
    historik,
    justeringar: [],
  });
  return {
    ansökan,
    personer: [{ id: ID, skyddad: false }],
    historik,
    registersvar,
    utredning,
    beräkning: beräknaÄrende(utredning),
    omständigheter: INGA_OMSTÄNDIGHETER,
    ram: 'ingen',
    delegation: {
      id: 'd',
      punkt: '4.7',
      text: 'Automatiskt bifall',
      delegat: { slag: 'automatisk', funktion: 'Automatiskt bifall', påslagen: true },
      utfall: ['bifall'],
      från: '2026-01-01',
      till: undefined,
    },
    automatik: { ...FÖRVALD_AUTOMATIK, läge: 'pa' },
    idag: NU.slice(0, 10),
  };
}

const besluta = (l: Beslutsläge) =>
  beslutaAutomatiskt(l, { id: 'beslut', beräkningId: 'berakning', justeringar: [], nu: NU });

/** Incomes that the decision counts, öre by type. */
function räknat(l: Beslutsläge): Map<string, number> {
  const inkomster = l.utredning!.underlag.vuxna[0]!.inkomster ?? [];
  const summor = new Map<string, number>();
  for (const i of inkomster) summor.set(i.typ, (summor.get(i.typ) ?? 0) + iÖre(i.netto));
  return summor;
}

/** Nothing is granted on incomes that are not the true ones, whether the household has stated them or not. */
function prövaBeslut(hämtat: Hämtat, rättBelopp: number, sammanhang: string): { beviljade: number; stoppade: number } {
  const antal = { beviljade: 0, stoppade: 0 };
  for (const skrivna of [SANT, []]) {
    const l = läge(hämtat, skrivna);
    const beslutat = besluta(l);
    assert.equal(beslutat.ok, föreslå(l).slag === 'automatiskt-bifall', sammanhang);
    if (!beslutat.ok) {
      antal.stoppade++;
      continue;
    }
    antal.beviljade++;
    assert.deepEqual(
      [...räknat(l)].sort(),
      SANT.map(([typ, kronor]) => [typ, iÖre(kronor)]).sort(),
      `${sammanhang}, ${skrivna.length} skrivna inkomster`,
    );
    assert.equal(beslutat.beslut.belopp, rättBelopp, sammanhang);
  }
  return antal;
}

/** Every digit of the authorities' answers changed, one at a time: the most dangerous change, because nothing else breaks. */
function* sifferbyten(xml: string): Generator<string> {
  const byt = (text: string, i: number) => text.slice(0, i) + ((Number(text[i]) + 1) % 10) + text.slice(i + 1);
  for (const [, bas64] of xml.matchAll(/>([A-Za-z0-9+/=]{80,})</g)) {
    const text = Buffer.from(bas64!, 'base64').toString();
    for (const siffra of text.matchAll(/\d/g))
      yield xml.replace(bas64!, Buffer.from(byt(text, siffra.index)).toString('base64'));
  }
  for (const siffra of xml.matchAll(/\d/g)) if (siffra.index > xml.indexOf('<s:SO>')) yield byt(xml, siffra.index);
}

const riktigt = await riktigtSvar();
const rätt = besluta(läge(await riktigt.svara(riktigt.xml), SANT));
const rättBelopp = rätt.ok ? rätt.beslut.belopp : 0;

test('det riktiga svaret ger ett automatiskt bifall', () => assert.ok(rätt.ok, JSON.stringify(rätt)));

for (const [namn, svaren] of [
  [
    `${ANTAL} ändrade SSBTEK-svar`,
    () => Array.from({ length: ANTAL }, (_, i) => mutera(riktigt.xml, slump((i + 1) * 104_729))),
  ],
  ['varje siffra för sig ändrad i SSBTEK-svaret', () => sifferbyten(riktigt.xml)],
] as const) {
  test(`${namn}: aldrig ett automatiskt bifall med en ändrad inkomst`, async (t) => {
    const antal = { svar: 0, beviljade: 0, stoppade: 0 };
    for (const xml of svaren()) {
      const { beviljade, stoppade } = prövaBeslut(await riktigt.svara(xml), rättBelopp, `svar ${++antal.svar}`);
      antal.beviljade += beviljade;
      antal.stoppade += stoppade;
    }
    t.diagnostic(JSON.stringify(antal));
    assert.ok(antal.svar > 200 && antal.beviljade > antal.svar / 10 && antal.stoppade > antal.svar / 10);
  });
}
