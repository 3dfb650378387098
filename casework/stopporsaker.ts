import { kostnadstyper, åldersgränser } from '@stegvis/rules';
import { type Ändringar, ändringar } from './andringar.ts';
import { type Ansökan, gällerMånaden, vuxnaI, väntarPåUnderskrift, ärBorta } from './ansokan.ts';
import { type Automatikinställningar, utvaldFörGranskning } from './automatik.ts';
import { beloppstext, öreFrånKronor } from './belopp.ts';
import type { Ärendeberäkning } from './berakna-arende.ts';
import { type Delegationspunkt, gällerDen } from './delegation.ts';
import { beviljat, type Historik, hushållsbild, senasteBeviljade } from './historik.ts';
import { öppnaRader } from './jamforelse.ts';
import type { Omständigheter } from './omstandigheter.ts';
import type { Person, PersonId } from './person.ts';
import type { Ram } from './ram.ts';
import type { Registersvar, Registeruppgift } from './registersvar.ts';
import { dokumenthash } from './signera.ts';
import { STOPPORSAKER, type Stoppkod, type Stopporsak } from './stopporsak.ts';
import { type Dag, flyttaMånad } from './tid.ts';
import type { Kostnadstyp } from './uppgifter.ts';
import type { Utredning } from './utredning.ts';

/**
 * Everything the stop reasons look at. A fact that is not available is given as undefined, and whatever rests on it stops:
 * nothing is decided automatically on a fact that nobody has.
 */
export interface Beslutsläge {
  ansökan: Ansökan;
  /** The adults, with protected identity. */
  personer: readonly Pick<Person, 'id' | 'skyddad'>[] | undefined;
  historik: Historik | undefined;
  registersvar: Readonly<Record<PersonId, readonly Registersvar[]>> | undefined;
  utredning: Utredning | undefined;
  beräkning: Ärendeberäkning | undefined;
  /** What else is known about the household: documents, messages, account, residence and more. */
  omständigheter: Omständigheter | undefined;
  /** The household's individual frame on the day. */
  ram: Ram | 'ingen' | undefined;
  /** The delegation point for automatic decisions; undefined when the board has none. */
  delegation: Delegationspunkt | undefined;
  /** The board's settings; undefined when it has none that can be read. */
  automatik: Automatikinställningar | undefined;
  /** The day of the decision. */
  idag: Dag;
}

/** Earlier assistance older than this many months makes it a first application again. */
const FÖRSTA_EFTER_MÅNADER = 3;

/** Reasons about the month's household; one need of one person is a reason of its own. */
const OM_HELA_MÅNADEN: readonly Stoppkod[] = [
  'forsta-ansokan',
  'ny-person',
  'andrat-par',
  'andrat-hushall',
  'manaden-redan-sokt',
];

/** Every reason against deciding this automatically, in the order of the list. Empty: nothing stops it. */
export function stopporsaker(läge: Beslutsläge): Stopporsak[] {
  let funna: Mätning | undefined;
  const mätt = () => {
    funna ??= mätÄndringar(läge);
    return funna;
  };
  return (Object.keys(STOPPORSAKER) as Stoppkod[]).flatMap((kod): Stopporsak[] => {
    if (OM_HELA_MÅNADEN.includes(kod) && !gällerMånaden(läge.ansökan)) return [];
    const svar = PRÖVNINGAR[kod](läge, mätt);
    if (svar === false) return [];
    if (svar === 'okänt') return [{ kod, detalj: 'Uppgiften som behövs för att avgöra det saknas.', okänt: true }];
    return [{ kod, detalj: svar === true ? undefined : svar, okänt: false }];
  });
}

/** Whether every reason may go away by itself, so that it is worth trying again later without anybody. */
export function kanLösaSig(stopp: readonly Stopporsak[]): boolean {
  return stopp.length > 0 && stopp.every((orsak) => STOPPORSAKER[orsak.kod].kanLösaSig);
}

/** `false`: does not stop. `true` or a sentence: stops. `'okänt'`: cannot be told, so it stops. */
type Prövning = (läge: Beslutsläge, mätt: () => Mätning) => boolean | string;

/** What has changed, or that it cannot be told. */
type Mätning = Ändringar | 'okänt';

/** The same circumstance always stops under its own code: not in force, an open row, a gap, an outcome that is no grant. */
const STOPPAS_ÄNDÅ = false;

const PRÖVNINGAR: Readonly<Record<Stoppkod, Prövning>> = {
  'forsta-ansokan': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    if (ansökan.slag === 'nyansokan') return true;
    const tidigast = flyttaMånad(ansökan.månad, -FÖRSTA_EFTER_MÅNADER);
    return !historik.beslut.some((b) => beviljat(b) && b.månad >= tidigast && b.månad < ansökan.månad);
  },

  'ny-person': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    const förra = senasteBeviljade(historik)?.hushåll;
    if (förra === undefined) return STOPPAS_ÄNDÅ;
    const nu = hushållsbild(ansökan);
    const barn = tillkomna(nu.barn, förra.barn);
    const vuxna = nu.vuxna.filter((id) => !förra.vuxna.includes(id));
    if (barn.length + vuxna.length === 0) return false;
    return [
      ...vuxna.map(() => 'En vuxen har tillkommit.'),
      ...barn.map((b) => `Barn fött ${b.fodd} har tillkommit.`),
    ].join(' ');
  },

  'andrat-par': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    const förra = senasteBeviljade(historik)?.hushåll;
    if (förra === undefined) return STOPPAS_ÄNDÅ;
    const nu = hushållsbild(ansökan);
    return nu.sambor !== förra.sambor || [...nu.vuxna].sort().join() !== [...förra.vuxna].sort().join();
  },

  'andrat-hushall': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    const förra = senasteBeviljade(historik)?.hushåll;
    if (förra === undefined) return STOPPAS_ÄNDÅ;
    const nu = hushållsbild(ansökan);
    const kvar = nu.barn.filter((b) => förra.barn.some((f) => f.fodd === b.fodd));
    const ändrade = tillkomna(kvar.map(barnnyckel), förra.barn.map(barnnyckel));
    return (
      tillkomna(förra.barn, nu.barn).length > 0 ||
      ändrade.length > 0 ||
      nu.personerIBostaden !== förra.personerIBostaden
    );
  },

  aldersgrans: ({ utredning }) => {
    if (!utredning) return 'okänt';
    const { manad, vuxna, barn = [] } = utredning.underlag;
    const åldrar = [...vuxna, ...barn]
      .filter(({ fodd }) => fodd.slice(5, 7) === manad.slice(5, 7))
      .map(({ fodd }) => Number(manad.slice(0, 4)) - Number(fodd.slice(0, 4)))
      .filter((ålder) => åldersgränser.includes(ålder));
    return åldrar.length > 0 && `${åldrar.map((ålder) => `${ålder} år`).join(' och ')} i månaden.`;
  },

  'skyddade-uppgifter': ({ ansökan, personer, registersvar }) => {
    if (!personer || !registersvar || vuxnaI(ansökan).some((id) => !personer.some((p) => p.id === id))) return 'okänt';
    return (
      personer.some((p) => p.skyddad) ||
      Object.values(registersvar).some((svar) => svar.some((s) => s.uppgifter.some((u) => u.slag === 'sekretess')))
    );
  },

  'annan-kommun': omständighet('bosättning'),
  uppehallsratt: omständighet('uppehållsrätt'),

  'manaden-redan-sokt': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    return historik.ansökningar.some(
      (a) =>
        a.ansökan !== ansökan.id &&
        a.månad === ansökan.månad &&
        a.slag !== 'tillagg' &&
        a.status !== 'utkast' &&
        !ärBorta(a),
    );
  },

  'akut-behov': ({ ansökan }) => ansökan.slag === 'akut',

  tillagg: ({ ansökan }) => ansökan.slag === 'tillagg',

  'okand-inkomst': ({ utredning }) => {
    if (!utredning) return 'okänt';
    const okända = öppnaRader(utredning.jämförelse).filter((rad) => rad.grupp !== 'lucka' && rad.grupp !== 'tillgang');
    return okända.length > 0 && okända.map((rad) => rad.benämning).join(', ');
  },

  tillgang: ({ utredning, registersvar }) => {
    if (!utredning || !registersvar) return 'okänt';
    const uppgivna = öppnaRader(utredning.jämförelse).filter((rad) => rad.grupp === 'tillgang' && rad.typ !== 'fordon');
    const iRegister = uppgifterI(registersvar).some((u) => u.slag === 'kapital' && u.belopp.some((k) => k.belopp > 0));
    const funna = [...uppgivna.map((rad) => rad.benämning), ...(iRegister ? ['Tillgång i register'] : [])];
    return funna.length > 0 && funna.join(', ');
  },

  fordon: ({ registersvar, ansökan }) => {
    if (!registersvar) return 'okänt';
    return (
      uppgifterI(registersvar).some((u) => u.slag === 'fordon') ||
      (ansökan.uppgifter.tillgangar ?? []).some((t) => t.typ === 'fordon')
    );
  },

  'uppgift-skiljer-fran-register': ({ utredning }) => {
    if (!utredning) return 'okänt';
    const skilda = utredning.jämförelse.filter((r) => r.skiljer);
    return skilda.length > 0 && skilda.map((r) => `${r.benämning}: ${skillnadstext(r.skillnad ?? 0)}`).join(', ');
  },

  'register-svarar-inte': ({ utredning }) => {
    if (!utredning) return 'okänt';
    return utredning.luckor.length > 0 && utredning.luckor.map((r) => r.benämning).join(', ');
  },

  'inkomst-andrad': ändring('inkomster'),
  'inkomst-borta': ändring('borta'),
  'kostnad-andrad': ändring('kostnader'),
  'utanfor-ramen': ändring('utanförRamen'),

  'over-kommunens-grans': ({ beräkning }) => {
    if (!beräkning) return 'okänt';
    if (beräkning.slag !== 'beraknad') return STOPPAS_ÄNDÅ;
    const { rader, varningar } = beräkning.beräkning;
    if (varningar.some((v) => v.kod === 'riktlinje-saknas')) return 'okänt';
    return (
      rader.overGrans.length > 0 &&
      rader.overGrans.map((r) => `${r.namn}: ${beloppstext(öreFrånKronor(r.belopp))} över gränsen.`).join(' ')
    );
  },

  'kostnad-inte-godkand': ({ utredning, beräkning }) => {
    if (!utredning || !beräkning) return 'okänt';
    if (beräkning.slag !== 'beraknad') return STOPPAS_ÄNDÅ;
    if (beräkning.beräkning.kostnader === null) return 'okänt';
    const sökt = utredning.jämförelse.filter((r) => r.grupp === 'kostnad').reduce((sum, r) => sum + (r.skrev ?? 0), 0);
    const räknat = öreFrånKronor(beräkning.beräkning.kostnader);
    return räknat < sökt && `${beloppstext(sökt - räknat)} av det sökta räknas inte.`;
  },

  'behov-utover': ({ ansökan }) => {
    const { kostnader } = ansökan.uppgifter;
    if (kostnader === undefined) return 'okänt';
    const utöver = kostnader.filter((k) => kostnadstyper[k.typ as Kostnadstyp]?.grund !== '7-2');
    return utöver.length > 0 && utöver.map((k) => k.vad ?? kostnadstyper[k.typ]?.namn ?? k.typ).join(', ');
  },

  'bistand-under-egna-uppgifter': ({ beräkning }) => {
    if (!beräkning) return 'okänt';
    if (beräkning.slag !== 'beraknad' || beräkning.beräkning.bistand === null) return STOPPAS_ÄNDÅ;
    const [räknat, eget] = [beräkning.beräkning.bistand, beräkning.egen?.bistand ?? null];
    if (eget === null) return 'okänt';
    const lägre = öreFrånKronor(eget) - öreFrånKronor(räknat);
    return lägre > 0 && `${beloppstext(lägre)} mindre.`;
  },

  'onskar-handlaggare': ({ ansökan }) =>
    Boolean(ansökan.uppgifter.onskarHandlaggare) || ansökan.underskrifter.some((u) => u.önskarHandläggare),

  'olast-meddelande': (läge, mätt) => {
    const { uppgifter, underskrifter } = läge.ansökan;
    const iAnsökan = Boolean(uppgifter.meddelande?.trim()) || underskrifter.some((u) => u.meddelande?.trim());
    return iAnsökan ? 'Det finns ett meddelande i ansökan.' : omständighet('meddelanden')(läge, mätt);
  },

  'handling-saknas': omständighet('handlingar'),
  'lakarintyg-saknas': omständighet('läkarintyg'),
  'aktivitet-oppen': omständighet('aktivitet'),
  'plan-saknas': omständighet('plan'),
  'aterkrav-oppet': omständighet('återkrav'),
  'konto-andrat': omständighet('konto'),

  'ej-i-kraft': ({ beräkning }) => {
    if (!beräkning) return 'okänt';
    return beräkning.slag === 'ej-i-kraft' && beräkning.text;
  },

  'inte-helt-bifall': ({ beräkning, utredning }) => {
    if (!beräkning || !utredning) return 'okänt';
    if (beräkning.slag === 'ej-i-kraft') return STOPPAS_ÄNDÅ;
    if (beräkning.slag === 'felaktigt-underlag') return beräkning.fel.map((f) => f.text).join(' ');
    const { utfall, bistand, bedomningar } = beräkning.beräkning;
    const oavgjorda = öppnaRader(utredning.jämförelse).length > 0;
    if (utfall === 'bedoms' && oavgjorda && !bedomningar.some((b) => b.plats.startsWith('kostnader')))
      return STOPPAS_ÄNDÅ;
    return utfall !== 'bifall' || bistand === null || bistand <= 0;
  },

  'underskrift-saknas': ({ ansökan }) => {
    if (väntarPåUnderskrift(ansökan).length > 0) return true;
    const avser = dokumenthash(ansökan.uppgifter);
    return (
      ansökan.underskrifter.some((u) => u.avser !== avser) &&
      'Underskriften gäller en annan lydelse än den som ligger i ärendet.'
    );
  },

  'over-beloppsgransen': ({ beräkning, automatik }) => {
    if (!beräkning || !automatik) return 'okänt';
    if (beräkning.slag !== 'beraknad' || beräkning.beräkning.bistand === null) return STOPPAS_ÄNDÅ;
    const över = öreFrånKronor(beräkning.beräkning.bistand) - automatik.högstaBelopp;
    return över > 0 && `${beloppstext(över)} över gränsen ${beloppstext(automatik.högstaBelopp)}.`;
  },

  'utvald-for-granskning': ({ ansökan, automatik }) => {
    if (!automatik) return 'okänt';
    const { procent, när } = automatik.granskning;
    return när === 'fore-beslut' && utvaldFörGranskning(ansökan.id, procent);
  },

  'automatik-inte-tillaten': ({ delegation, idag }) =>
    delegation?.delegat.slag !== 'automatisk' || !delegation.utfall.includes('bifall') || !gällerDen(delegation, idag),

  'automatik-avstangd': ({ delegation, automatik }) => {
    if (!automatik) return 'okänt';
    if (delegation?.delegat.slag === 'automatisk' && !delegation.delegat.påslagen)
      return `Punkt ${delegation.punkt} är avstängd.`;
    return automatik.läge === 'av';
  },

  skugglage: ({ automatik }) => {
    if (!automatik) return 'okänt';
    return automatik.läge === 'skugga';
  },
};

/** A circumstance stops with its sentences, and when it is not known. */
function omständighet(namn: keyof Omständigheter): Prövning {
  return ({ omständigheter }) => {
    const meningar = omständigheter?.[namn];
    return meningar === undefined ? 'okänt' : meningar.length > 0 && meningar.join(' ');
  };
}

/** A change stops with its sentences, and when there is nothing that a person has approved to measure against. */
function ändring(slag: keyof Ändringar): Prövning {
  return (_, mätt) => {
    const funna = mätt();
    return funna === 'okänt' ? 'okänt' : funna[slag].length > 0 && funna[slag].join(' ');
  };
}

function mätÄndringar({ utredning, historik, ram, automatik }: Beslutsläge): Mätning {
  if (!utredning || !historik || ram === undefined || !automatik) return 'okänt';
  return ändringar({ jämförelse: utredning.jämförelse, historik, ram, tröskel: automatik.ändring }) ?? 'okänt';
}

function uppgifterI(registersvar: Readonly<Record<PersonId, readonly Registersvar[]>>): Registeruppgift[] {
  return Object.values(registersvar).flatMap((svar) => svar.flatMap((s) => s.uppgifter));
}

/** What is in the first list and not in the second, one for one: twins are two. */
function tillkomna<T extends string | { fodd: string }>(nu: readonly T[], förut: readonly T[]): T[] {
  const nyckel = (b: T) => (typeof b === 'string' ? b : b.fodd);
  const kvar = förut.map(nyckel);
  return nu.filter((b) => {
    const i = kvar.indexOf(nyckel(b));
    if (i >= 0) kvar.splice(i, 1);
    return i < 0;
  });
}

function barnnyckel(b: { fodd: string; dagar: number | undefined; skolungdom: boolean }): string {
  return `${b.fodd}/${b.dagar ?? 'alla'}/${b.skolungdom}`;
}

function skillnadstext(öre: number): string {
  return `${beloppstext(Math.abs(öre))} ${öre < 0 ? 'mindre' : 'mer'} i registret`;
}
