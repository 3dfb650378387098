import type { Ansökan } from './ansokan.ts';
import { vuxnaI } from './ansokan.ts';
import { beräknaÄrende } from './berakna-arende.ts';
import { byggUnderlag } from './bygg-underlag.ts';
import { ANDRA, ansökan, automatik, NU, påslagen, svar, TYST, VUXEN } from './case-for-tests.ts';
import { type Historik, hushållsbild, type TidigareBeslut } from './historik.ts';
import { INGA_OMSTÄNDIGHETER, type Omständigheter } from './omstandigheter.ts';
import type { Ram, Ramrad } from './ram.ts';
import { registerkälla } from './registerkalla.ts';
import type { Källa, Registersvar, Registerutbetalning } from './registersvar.ts';
import { dokumenthash } from './signera.ts';
import type { Stoppkod } from './stopporsak.ts';
import type { Beslutsläge } from './stopporsaker.ts';
import { flyttaMånad, type Månad } from './tid.ts';
import type { Barnuppgift, Inkomsttyp, Kostnadsuppgift, Uppgifter } from './uppgifter.ts';
import type { Underlagsdata } from './utredning.ts';

/**
 * Random households for the tests of automatic decisions. Each is first a truth: who lives there, what was paid, what it costs. The
 * statement, the register answers and the history are made from the truth; then nothing, one or several things are disturbed.
 */

/** A random case with the truth it was made from. */
export interface Slumpfall {
  läge: Beslutsläge;
  /** The month as it really is, made from the truth alone. */
  sanning: Underlagsdata;
  /** What was disturbed, by the stop reason it must give; empty: nothing was. */
  störningar: Stoppkod[];
}

/** Random numbers from a seed: the same every time. */
export type Slump = (under: number) => number;
export function slump(frö: number): Slump {
  let s = frö;
  return (under) => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % under;
  };
}

interface Inkomst {
  person: string;
  typ: Inkomsttyp;
  /** Öre. */
  netto: number;
}

/** Everything a case is made of; disturbances change it. */
interface Utkast {
  månad: Månad;
  kommun: string;
  ansökan: Partial<Ansökan>;
  uppgifter: Uppgifter & { barn: Barnuppgift[]; kostnader: Kostnadsuppgift[] };
  födda: Record<string, string>;
  inkomster: Inkomst[];
  registersvar: Record<string, Registersvar[]>;
  historik: Historik & { beslut: TidigareBeslut[] };
  omständigheter: Omständigheter;
  ram: Ram | 'ingen';
  skyddade: Set<string>;
  delegation: Beslutsläge['delegation'];
  automatik: Beslutsläge['automatik'];
  /** Done after everything is built. */
  sist: ((läge: Beslutsläge) => void)[];
}

/** One random case: nothing disturbed, or one to three things. */
export function slumpfall(frö: number): Slumpfall {
  const r = slump(frö * 7919);
  const u = hushåll(r);
  const antal = [0, 0, 0, 1, 1, 1, 1, 2, 3][r(9)]!;
  const störningar: Stoppkod[] = [];
  for (let i = 0; i < antal; i++) {
    const [kod, stör] = STÖRNINGAR[r(STÖRNINGAR.length)]!;
    if (stör(u, r) !== false) störningar.push(kod);
  }
  return { läge: bygg(u), sanning: sanning(u), störningar };
}

const en = <T>(r: Slump, lista: readonly T[]): T => lista[r(lista.length)]!;
/** Kronor between the two, most often whole. */
const öre = (r: Slump, från: number, till: number) => (från + r(till - från + 1)) * 100 + (r(4) === 0 ? r(100) : 0);
const två = (n: number) => String(n).padStart(2, '0');

const REGISTERTYPER: readonly Inkomsttyp[] = [
  'barnbidrag',
  'underhallsstod',
  'bostadsbidrag',
  'sjukpenning',
  'aktivitetsstod',
  'foraldrapenning',
  'studiemedel',
  'a-kassa',
];
const KÄLLOR: readonly Källa[] = ['FK', 'AF', 'CSN', 'SO'];
/** Lindvik's limits for housing and electricity by persons, kronor. */
const HYRA = [0, 7000, 8200, 9400, 10800, 12100, 13300, 14500];
const EL = [0, 450, 600, 750, 900, 1100, 1100, 1100];

function hushåll(r: Slump): Utkast {
  const månad = en(r, ['2026-09', '2026-10', '2026-11', '2026-12']);
  const par = r(3) === 0;
  const vuxna = par ? [VUXEN, ANDRA] : [VUXEN];
  const år = Number(månad.slice(0, 4));
  const barn = Array.from({ length: [0, 0, 1, 1, 2, 2, 3, 4][r(8)]! }, (_, i): Barnuppgift => {
    const ålder = r(20);
    const fodd = `${år - ålder}-${två(1 + r(Number(månad.slice(5, 7))))}-${två(1 + r(28))}`;
    return {
      id: `barn-${i}`,
      namn: `Barn ${i + 1}`,
      fodd,
      ...(ålder >= 18 ? { skolungdom: true } : {}),
      ...(ålder <= 6 && r(2) === 0 ? { lunchBorta: true } : {}),
      ...(r(6) === 0 ? { dagar: 8 + r(20) } : {}),
    };
  });
  const personer = vuxna.length + barn.length;
  const kostnader: Kostnadsuppgift[] = [
    { id: 'k1', typ: 'boende', belopp: öre(r, HYRA[personer]! / 2, HYRA[personer]! - 1) },
    ...(r(3) ? [{ id: 'k2', typ: 'hushallsel' as const, belopp: öre(r, 150, EL[personer]! - 1) }] : []),
    ...(r(2) ? [{ id: 'k3', typ: 'hemforsakring' as const, belopp: öre(r, 80, 249) }] : []),
    ...(r(3) === 0 ? [{ id: 'k4', typ: 'a-kassa' as const, belopp: öre(r, 100, 200) }] : []),
  ];
  const inkomster = vuxna.flatMap((person): Inkomst[] => {
    const typer = REGISTERTYPER.filter((typ) => r(typ === 'barnbidrag' && barn.length > 0 ? 2 : 9) === 0);
    return [
      ...(r(5) < 2 ? [{ person, typ: 'lon' as const, netto: öre(r, 800, 9000) }] : []),
      ...typer.map((typ) => ({ person, typ, netto: öre(r, 300, 4000) })),
    ];
  });
  for (const b of barn)
    if (b.skolungdom && r(2)) inkomster.push({ person: b.id, typ: 'studiebidrag', netto: öre(r, 800, 1250) });

  const uppgifter: Utkast['uppgifter'] = {
    hushall: { personerIBostaden: personer + (r(8) === 0 ? 1 : 0), ...(par ? { sambor: true } : {}) },
    barn,
    boende: { form: 'hyresratt' },
    kostnader,
    inkomster: inkomster.flatMap((i, n) => {
      const skrivs = registerkälla(i.typ) === undefined || i.person.startsWith('barn') || r(5) === 0;
      return skrivs ? [{ id: `i${n}`, person: i.person, typ: i.typ, belopp: i.netto }] : [];
    }),
    tillgangar: [],
    konto: { clearing: '9999', nummer: '1234567', innehavare: VUXEN },
    intygat: true,
  };
  const registersvar = Object.fromEntries(
    vuxna.map((person) => [person, KÄLLOR.map((källa) => registersvarFör(r, källa, månad, inkomster, person))]),
  );
  const delar = { månad, kommun: '0001', uppgifter, inkomster, registersvar };
  const bild = hushållsbild({ sökande: VUXEN, medsökande: par ? ANDRA : undefined, uppgifter });
  const tidigare = (steg: number, avPerson: boolean): TidigareBeslut => ({
    ansökan: `forra-${steg}`,
    månad: flyttaMånad(månad, -steg),
    utfall: 'bifall',
    belopp: 400_000,
    hushåll: bild,
    avPerson,
    inkomster: inkomster.map(({ netto, ...i }) => ({ ...i, netto: nära(r, netto) })),
    kostnader: kostnader.map(({ typ, belopp }) => ({ typ, belopp: nära(r, belopp) })),
  });
  const beslut = r(2) ? [tidigare(1, true)] : [tidigare(1, false), tidigare(2, true)];
  return {
    ...delar,
    ansökan: { medsökande: par ? ANDRA : undefined },
    födda: Object.fromEntries(vuxna.map((v) => [v, `${1961 + r(43)}-${två(1 + r(12))}-${två(1 + r(28))}`])),
    historik: {
      beslut,
      ansökningar: beslut.map((b) => ({ ansökan: b.ansökan, månad: b.månad, status: 'avslutad' })),
      biståndsmånader: Object.fromEntries(
        vuxna.map((v) => [v, Array.from({ length: 1 + r(11) }, (_, i) => flyttaMånad(månad, -1 - i)).reverse()]),
      ),
    },
    omständigheter: INGA_OMSTÄNDIGHETER,
    ram: r(7)
      ? 'ingen'
      : ram(kostnader.map((k) => ({ slag: 'kostnad', typ: k.typ, belopp: k.belopp, tolerans: 20_000 }))),
    skyddade: new Set(),
    delegation: automatik,
    automatik: { ...påslagen, högstaBelopp: 4_000_000 },
    sist: [],
  };
}

/** An amount from which today's is within 12 per cent and 1 000 kronor. */
function nära(r: Slump, belopp: number): number {
  const steg = Math.min(Math.floor(belopp / 10), 90_000);
  return belopp - steg + r(2 * steg + 1);
}

function ram(rader: Ramrad[]): Ram {
  return {
    id: 'ram',
    ärende: ansökan().ärende,
    nummer: 1,
    rader,
    till: '2027-06-30',
    skäl: 'Så är det.',
    av: { id: 'a', namn: 'Handläggare' },
    tid: NU,
  };
}

/** What the authority answers about the person: every payment of the control month, the month before it, and others. */
function registersvarFör(
  r: Slump,
  källa: Källa,
  månad: Månad,
  inkomster: readonly Inkomst[],
  person: string,
): Registersvar {
  const uppgifter: Registersvar['uppgifter'] = källa === 'AF' ? [{ slag: 'arbetssokande', inskriven: true }] : [];
  for (const i of inkomster) {
    if (i.person !== person || registerkälla(i.typ) !== källa) continue;
    const delar = 1 + r(3);
    for (let n = 0; n < delar; n++) {
      const netto = n === delar - 1 ? i.netto - Math.floor(i.netto / delar) * n : Math.floor(i.netto / delar);
      uppgifter.push(utbetalning(i.typ, netto, `${flyttaMånad(månad, -1)}-${två(1 + r(28))}`, källa));
    }
    if (r(3))
      uppgifter.push(utbetalning(i.typ, nära(r, i.netto), `${flyttaMånad(månad, -2)}-${två(1 + r(28))}`, källa));
    if (r(3) === 0) uppgifter.push(utbetalning(i.typ, öre(r, 100, 9000), `${månad}-${två(1 + r(28))}`, källa));
  }
  return svar(källa, uppgifter);
}

function utbetalning(
  typ: Inkomsttyp | 'okand',
  netto: number,
  utbetald: string | undefined,
  källa: Källa,
): Registerutbetalning {
  return {
    slag: 'utbetalning',
    inkomsttyp: typ,
    netto,
    planerad: false,
    ursprung: `${källa} X`,
    ...(utbetald === undefined ? {} : { utbetald }),
  };
}

/** The chain up to the state a decision looks at. */
function bygg(u: Utkast): Beslutsläge {
  const inkommen = `${flyttaMånad(u.månad, -1)}-26T14:00:00.000Z`;
  const own = ansökan({
    månad: u.månad,
    uppgifter: u.uppgifter,
    inkommen,
    ...u.ansökan,
    ...(u.ansökan.underskrifter
      ? {}
      : {
          underskrifter: vuxnaI({ sökande: VUXEN, medsökande: u.ansökan.medsökande }).map((person) => ({
            person,
            tid: inkommen,
            metod: 'oidc',
            avser: dokumenthash(u.uppgifter),
            önskarHandläggare: false,
          })),
        }),
  });
  const utredning = byggUnderlag({
    ansökan: own,
    kommun: u.kommun,
    födda: u.födda,
    registersvar: u.registersvar,
    historik: u.historik,
    justeringar: [],
  });
  const läge: Beslutsläge = {
    ansökan: own,
    personer: vuxnaI(own).map((id) => ({ id, skyddad: u.skyddade.has(id) })),
    historik: u.historik,
    registersvar: u.registersvar,
    utredning,
    beräkning: beräknaÄrende(utredning),
    omständigheter: u.omständigheter,
    ram: u.ram,
    delegation: u.delegation,
    automatik: u.automatik,
    idag: inkommen.slice(0, 10),
  };
  for (const ändra of u.sist) ändra(läge);
  return läge;
}

/** The month as it is, in the exchange format, from the truth alone: nothing of the chain under test is used. */
function sanning(u: Utkast): Underlagsdata {
  const inkomsterFör = (person: string) =>
    u.inkomster.filter((i) => i.person === person).map((i) => ({ typ: i.typ, netto: i.netto / 100 }));
  const vuxna = [VUXEN, ...(u.ansökan.medsökande ? [ANDRA] : [])];
  return {
    manad: u.månad,
    inkommen: `${flyttaMånad(u.månad, -1)}-26`,
    kommun: u.kommun,
    vuxna: vuxna.map((id) => ({
      id,
      fodd: u.födda[id]!,
      bistandsmanader: [...(u.historik.biståndsmånader[id] ?? [])],
      inkomster: inkomsterFör(id),
    })),
    ...(vuxna.length === 2 ? { sambor: u.uppgifter.hushall!.sambor! } : {}),
    barn: u.uppgifter.barn.map(({ namn, id, ...b }) => ({ ...b, id, inkomster: inkomsterFör(id) })),
    personerIBostaden: u.uppgifter.hushall!.personerIBostaden,
    boende: { form: 'hyresratt' },
    kostnader: u.uppgifter.kostnader.map((k) => ({ typ: k.typ, belopp: k.belopp / 100 })),
    tillgangar: [],
  };
}

/** Changes one thing; gives false when the case has nothing of the kind, whatever else when it did. */
type Störning = (u: Utkast, r: Slump) => unknown;

const utanFakta =
  (nyckel: Exclude<keyof Beslutsläge, 'ansökan' | 'idag'>): Störning =>
  (u) => {
    u.sist.push((läge) => {
      läge[nyckel] = undefined;
    });
  };
const omständighet =
  (namn: keyof Omständigheter): Störning =>
  (u, r) => {
    u.omständigheter = { ...u.omständigheter, [namn]: r(2) ? ['Något att titta på.'] : undefined };
  };
const förraBeslut =
  (ändra: (b: TidigareBeslut, r: Slump) => TidigareBeslut): Störning =>
  (u, r) => {
    u.historik = { ...u.historik, beslut: u.historik.beslut.map((b) => ändra(b, r)) };
  };
const registerinkomst = (u: Utkast) =>
  u.inkomster.find((i) => registerkälla(i.typ) !== undefined && !i.person.startsWith('barn'));
function läggTillSvar(u: Utkast, person: string, källa: Källa, uppgift: Registersvar['uppgifter'][number]): void {
  const alla = u.registersvar[person]!;
  const förut = alla.find((s) => s.källa === källa);
  const uppgifter = [...(förut?.uppgifter ?? []), uppgift];
  u.registersvar = {
    ...u.registersvar,
    [person]: [...alla.filter((s) => s !== förut), svar(källa, uppgifter)],
  };
}
function skriv(u: Utkast, person: string, typ: Inkomsttyp, belopp: number): void {
  const andra = (u.uppgifter.inkomster ?? []).filter((i) => i.person !== person || i.typ !== typ);
  u.uppgifter = { ...u.uppgifter, inkomster: [...andra, { id: `s-${typ}`, person, typ, belopp }] };
}
const kontroll = (u: Utkast) => flyttaMånad(u.månad, -1);

/** What can be disturbed, with the stop reason it must give. */
const STÖRNINGAR: readonly (readonly [Stoppkod, Störning])[] = [
  [
    'forsta-ansokan',
    (u) => {
      u.ansökan = { ...u.ansökan, slag: 'nyansokan' };
    },
  ],
  ['forsta-ansokan', förraBeslut((b) => ({ ...b, månad: flyttaMånad(b.månad, -4) }))],
  [
    'ny-person',
    (u, r) => {
      const barn = { id: 'nytt', namn: 'Nytt barn', fodd: `${2010 + r(15)}-${två(1 + r(12))}-1${r(10)}` };
      const hushall = { ...u.uppgifter.hushall!, personerIBostaden: u.uppgifter.hushall!.personerIBostaden + 1 };
      u.uppgifter = { ...u.uppgifter, hushall, barn: [...u.uppgifter.barn, barn] };
    },
  ],
  ['andrat-par', förraBeslut((b) => ({ ...b, hushåll: { ...b.hushåll, sambor: !b.hushåll.sambor } }))],
  ['andrat-par', förraBeslut((b) => ({ ...b, hushåll: { ...b.hushåll, vuxna: [VUXEN, 'en-annan'] } }))],
  [
    'andrat-hushall',
    förraBeslut((b) => ({ ...b, hushåll: { ...b.hushåll, personerIBostaden: b.hushåll.personerIBostaden + 1 } })),
  ],
  [
    'andrat-hushall',
    förraBeslut((b) => ({
      ...b,
      hushåll: { ...b.hushåll, barn: [...b.hushåll.barn, { fodd: '2015-05-05', dagar: undefined, skolungdom: false }] },
    })),
  ],
  [
    'aldersgrans',
    (u, r) => {
      u.födda = { ...u.födda, [VUXEN]: `${Number(u.månad.slice(0, 4)) - 67}-${u.månad.slice(5)}-${två(1 + r(28))}` };
    },
  ],
  [
    'skyddade-uppgifter',
    (u) => {
      u.skyddade.add(VUXEN);
    },
  ],
  ['skyddade-uppgifter', (u, r) => läggTillSvar(u, VUXEN, en(r, KÄLLOR), { slag: 'sekretess' })],
  ['annan-kommun', omständighet('bosättning')],
  ['uppehallsratt', omständighet('uppehållsrätt')],
  ['handling-saknas', omständighet('handlingar')],
  ['olast-meddelande', omständighet('meddelanden')],
  ['lakarintyg-saknas', omständighet('läkarintyg')],
  ['aktivitet-oppen', omständighet('aktivitet')],
  ['plan-saknas', omständighet('plan')],
  ['konto-andrat', omständighet('konto')],
  ['aterkrav-oppet', omständighet('återkrav')],
  [
    'manaden-redan-sokt',
    (u, r) => {
      const status = en(r, ['inkommen', 'utreds', 'beslutad', 'avslutad'] as const);
      const ansökningar = [...u.historik.ansökningar, { ansökan: 'annan', månad: u.månad, status }];
      u.historik = { ...u.historik, ansökningar };
    },
  ],
  [
    'underskrift-saknas',
    (u) => {
      u.ansökan = { ...u.ansökan, underskrifter: [] };
    },
  ],
  [
    'underskrift-saknas',
    (u) => {
      u.sist.push((läge) => {
        const underskrifter = läge.ansökan.underskrifter.map((s) => ({ ...s, avser: dokumenthash({}) }));
        läge.ansökan = { ...läge.ansökan, underskrifter };
      });
    },
  ],
  [
    'onskar-handlaggare',
    (u) => {
      u.uppgifter = { ...u.uppgifter, onskarHandlaggare: true };
    },
  ],
  [
    'onskar-handlaggare',
    (u) => {
      u.sist.push((läge) => {
        const underskrifter = läge.ansökan.underskrifter.map((s) => ({ ...s, önskarHandläggare: true }));
        läge.ansökan = { ...läge.ansökan, underskrifter };
      });
    },
  ],
  [
    'olast-meddelande',
    (u) => {
      u.uppgifter = { ...u.uppgifter, meddelande: 'Ring mig.' };
    },
  ],
  [
    'okand-inkomst',
    (u, r) => {
      const netto = öre(r, 1, 5000);
      läggTillSvar(u, VUXEN, 'FK', utbetalning('okand', netto, `${kontroll(u)}-1${r(10)}`, 'FK'));
      u.inkomster.push({ person: VUXEN, typ: 'ovrig-inkomst', netto });
    },
  ],
  [
    'okand-inkomst',
    (u, r) => {
      const netto = öre(r, 1, 5000);
      läggTillSvar(u, VUXEN, 'FK', utbetalning('sjukpenning', netto, undefined, 'FK'));
      u.inkomster.push({ person: VUXEN, typ: 'sjukpenning', netto });
    },
  ],
  [
    'okand-inkomst',
    (u, r) => {
      const netto = öre(r, 100, 900);
      skriv(u, VUXEN, en(r, ['insattning', 'gava'] as Inkomsttyp[]), netto);
      u.inkomster.push({ person: VUXEN, typ: 'insattning', netto });
    },
  ],
  [
    'okand-inkomst',
    (u, r) => {
      const i = registerinkomst(u);
      if (!i) return false;
      // Part of the payment was seized: what came out is less than what the authority granted.
      const avdrag = (s: Registersvar): Registersvar => ({
        ...s,
        uppgifter: s.uppgifter.map((p) =>
          p.slag === 'utbetalning' && p.inkomsttyp === i.typ && p.utbetald?.startsWith(kontroll(u))
            ? { ...p, avdragEfterSkatt: öre(r, 1, 100) }
            : p,
        ),
      });
      u.registersvar = { ...u.registersvar, [i.person]: u.registersvar[i.person]!.map(avdrag) };
      i.netto += 10_000;
    },
  ],
  [
    'tillgang',
    (u, r) => {
      u.uppgifter = { ...u.uppgifter, tillgangar: [{ id: 't', typ: 'bankmedel', belopp: öre(r, 1, 90_000) }] };
    },
  ],
  [
    'tillgang',
    (u) =>
      läggTillSvar(u, VUXEN, 'SKV', {
        slag: 'kapital',
        taxeringsar: 2025,
        belopp: [{ benamning: 'Ränta', belopp: 100 }],
      }),
  ],
  [
    'fordon',
    (u) =>
      läggTillSvar(u, VUXEN, 'TNS', {
        slag: 'fordon',
        regnr: 'X',
        fabrikat: 'X',
        fordonsar: '2012',
        fordonsslag: 'PB',
        handelsbeteckning: 'X',
      }),
  ],
  [
    'register-svarar-inte',
    (u, r) => {
      const person = en(r, Object.keys(u.registersvar));
      const källa = en(r, KÄLLOR);
      const nere = (s: Registersvar): Registersvar[] => {
        if (s.källa !== källa) return [s];
        return [[], [svar(källa, [], TYST)], [{ ...s, ...TYST }]][r(3)]!;
      };
      u.registersvar = { ...u.registersvar, [person]: u.registersvar[person]!.flatMap(nere) };
    },
  ],
  [
    'uppgift-skiljer-fran-register',
    (u, r) => {
      const i = registerinkomst(u);
      if (!i) return false;
      skriv(u, i.person, i.typ, i.netto + (r(2) ? 100 + r(500_000) : -100 - r(Math.max(1, i.netto - 100))));
    },
  ],
  [
    'uppgift-skiljer-fran-register',
    (u, r) => {
      const netto = öre(r, 1, 4000);
      läggTillSvar(u, VUXEN, 'FK', utbetalning('rehabiliteringspenning', netto, `${kontroll(u)}-1${r(10)}`, 'FK'));
      u.inkomster.push({ person: VUXEN, typ: 'rehabiliteringspenning', netto });
    },
  ],
  [
    'bistand-under-egna-uppgifter',
    (u) => {
      const i = registerinkomst(u);
      if (!i) return false;
      // Little enough to count as the same amount, and still against the person.
      skriv(u, i.person, i.typ, i.netto - 99);
    },
  ],
  [
    'inkomst-andrad',
    (u, r) => {
      const i = en(r, u.inkomster);
      if (!i) return false;
      const netto = r(2) ? Math.floor(i.netto * 0.85) : i.netto * 2;
      return förraBeslut((b) => ({
        ...b,
        inkomster: b.inkomster.map((f) => (f.person === i.person && f.typ === i.typ ? { ...f, netto } : f)),
      }))(u, r);
    },
  ],
  [
    'inkomst-andrad',
    (u, r) => {
      const i = en(r, u.inkomster);
      if (!i) return false;
      return förraBeslut((b) => ({
        ...b,
        inkomster: b.inkomster.map((f) =>
          f.person === i.person && f.typ === i.typ ? { ...f, netto: i.netto + 1, förHand: true } : f,
        ),
      }))(u, r);
    },
  ],
  [
    'inkomst-borta',
    förraBeslut((b, r) => {
      const typ = en(r, ['tjanstepension', 'underhallsbidrag', 'rehabiliteringspenning'] as Inkomsttyp[]);
      return { ...b, inkomster: [...b.inkomster, { person: VUXEN, typ, netto: öre(r, 50, 9000) }] };
    }),
  ],
  [
    'kostnad-andrad',
    (u, r) => {
      u.ram = 'ingen';
      const k = en(r, u.uppgifter.kostnader);
      return förraBeslut((b) => ({
        ...b,
        kostnader: b.kostnader
          .filter((f) => f.typ !== k.typ)
          .concat({ typ: k.typ, belopp: Math.floor(k.belopp * 0.8) }),
      }))(u, r);
    },
  ],
  [
    'kostnad-andrad',
    (u, r) => {
      u.ram = 'ingen';
      const k = en(r, u.uppgifter.kostnader);
      return förraBeslut((b) => ({ ...b, kostnader: b.kostnader.filter((f) => f.typ !== k.typ) }))(u, r);
    },
  ],
  [
    'utanfor-ramen',
    (u, r) => {
      const k = en(r, u.uppgifter.kostnader);
      u.ram = ram([{ slag: 'kostnad', typ: k.typ, belopp: k.belopp + 5_001 + r(9_000), tolerans: 5_000 }]);
    },
  ],
  ...(['over-kommunens-grans', 'kostnad-inte-godkand'] as const).map(
    (kod) =>
      [
        kod,
        (u: Utkast, r: Slump) => {
          const belopp = öre(r, 15_000, 30_000);
          const kostnader = u.uppgifter.kostnader.map((k) => (k.typ === 'boende' ? { ...k, belopp } : k));
          u.uppgifter = { ...u.uppgifter, kostnader };
          u.ram = 'ingen';
          return förraBeslut((b) => ({
            ...b,
            kostnader: b.kostnader.map((k) => (k.typ === 'boende' ? { ...k, belopp } : k)),
          }))(u, r);
        },
      ] as const,
  ),
  [
    'over-kommunens-grans',
    (u) => {
      u.kommun = '0180';
    },
  ],
  [
    'behov-utover',
    (u, r) => {
      const k = { id: 'k9', typ: 'levnadskostnad-i-ovrigt' as const, belopp: öre(r, 50, 3000), vad: 'Glasögon' };
      u.uppgifter = { ...u.uppgifter, kostnader: [...u.uppgifter.kostnader, k] };
    },
  ],
  ...(['tillagg', 'akut'] as const).map(
    (slag) =>
      [
        slag === 'akut' ? 'akut-behov' : slag,
        (u: Utkast) => {
          u.ansökan = { ...u.ansökan, slag };
        },
      ] as const,
  ),
  [
    'ej-i-kraft',
    (u) => {
      // A child who comes of age by then is a matter of its own.
      if (u.uppgifter.barn.some((b) => b.fodd < '2009-02')) return false;
      u.månad = '2027-01';
    },
  ],
  [
    'inte-helt-bifall',
    (u, r) => {
      const netto = 9_000_000 + r(1000);
      skriv(u, VUXEN, 'lon', netto);
      u.inkomster = u.inkomster.filter((i) => i.person !== VUXEN || i.typ !== 'lon');
      u.inkomster.push({ person: VUXEN, typ: 'lon', netto });
      return förraBeslut((b) => ({
        ...b,
        inkomster: b.inkomster
          .filter((f) => f.person !== VUXEN || f.typ !== 'lon')
          .concat({ person: VUXEN, typ: 'lon', netto }),
      }))(u, r);
    },
  ],
  [
    'over-beloppsgransen',
    (u) => {
      u.automatik = { ...(u.automatik ?? påslagen), högstaBelopp: 0 };
    },
  ],
  [
    'utvald-for-granskning',
    (u) => {
      u.automatik = { ...(u.automatik ?? påslagen), granskning: { procent: 100, när: 'fore-beslut' } };
    },
  ],
  [
    'automatik-inte-tillaten',
    (u, r) => {
      u.delegation = r(2) ? undefined : { ...automatik, till: '2026-01-01' };
    },
  ],
  [
    'automatik-avstangd',
    (u) => {
      u.automatik = { ...(u.automatik ?? påslagen), läge: 'av' };
    },
  ],
  [
    'skugglage',
    (u) => {
      u.automatik = { ...(u.automatik ?? påslagen), läge: 'skugga' };
    },
  ],
  ['skyddade-uppgifter', utanFakta('personer')],
  ['forsta-ansokan', utanFakta('historik')],
  ['fordon', utanFakta('registersvar')],
  ['okand-inkomst', utanFakta('utredning')],
  ['inte-helt-bifall', utanFakta('beräkning')],
  ['konto-andrat', utanFakta('omständigheter')],
  ['utanfor-ramen', utanFakta('ram')],
  ['automatik-inte-tillaten', utanFakta('delegation')],
  ['over-beloppsgransen', utanFakta('automatik')],
];
