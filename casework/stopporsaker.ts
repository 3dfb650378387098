import { type Ansökan, vuxnaI, väntarPåUnderskrift } from './ansokan.ts';
import { beloppstext, öreFrånKronor } from './belopp.ts';
import type { Ärendeberäkning } from './berakna-arende.ts';
import { type Delegationspunkt, gällerDen } from './delegation.ts';
import { type Historik, type Hushållsbild, hushållsbild, senasteBeviljade } from './historik.ts';
import { öppnaRader } from './jamforelse.ts';
import type { Person, PersonId } from './person.ts';
import type { Registersvar } from './registersvar.ts';
import { dokumenthash } from './signera.ts';
import { STOPPORSAKER, type Stoppkod, type Stopporsak } from './stopporsak.ts';
import { type Dag, flyttaMånad } from './tid.ts';
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
  /** The delegation point for automatic decisions; undefined when the board has none. */
  delegation: Delegationspunkt | undefined;
  /** The day of the decision. */
  idag: Dag;
}

/** Earlier assistance older than this many months makes it a first application again. */
const FÖRSTA_EFTER_MÅNADER = 3;

/** Every reason against deciding this automatically, in the order of the list. Empty: nothing stops it. */
export function stopporsaker(läge: Beslutsläge): Stopporsak[] {
  return (Object.keys(PRÖVNINGAR) as Stoppkod[]).flatMap((kod) => {
    const svar = PRÖVNINGAR[kod](läge);
    if (svar === false) return [];
    return [{ kod, detalj: typeof svar === 'string' ? svar : undefined, okänt: svar === 'okänt' }].map((orsak) =>
      orsak.okänt ? { ...orsak, detalj: 'Uppgiften som behövs för att avgöra det saknas.' } : orsak,
    );
  });
}

/** Whether every reason may go away by itself, so that it is worth trying again later without anybody. */
export function kanLösaSig(stopp: readonly Stopporsak[]): boolean {
  return stopp.length > 0 && stopp.every((orsak) => STOPPORSAKER[orsak.kod].kanLösaSig);
}

/** `false`: does not stop. `true` or a sentence: stops. `'okänt'`: cannot be told, so it stops. */
type Prövning = (läge: Beslutsläge) => boolean | string;

/** The same circumstance always stops under its own code: not in force, an open row, a gap, an outcome that is no grant. */
const STOPPAS_ÄNDÅ = false;

const PRÖVNINGAR: Readonly<Record<Stoppkod, Prövning>> = {
  'forsta-ansokan': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    if (ansökan.slag === 'nyansokan') return true;
    const tidigast = flyttaMånad(ansökan.månad, -FÖRSTA_EFTER_MÅNADER);
    return !historik.beslut.some((b) => b.utfall !== 'avslag' && b.månad >= tidigast && b.månad < ansökan.månad);
  },

  'andrat-hushall': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    const förra = senasteBeviljade(historik);
    return förra !== undefined && hushållsnyckel(förra.hushåll) !== hushållsnyckel(hushållsbild(ansökan));
  },

  'skyddade-uppgifter': ({ ansökan, personer, registersvar }) => {
    if (!personer || !registersvar || vuxnaI(ansökan).some((id) => !personer.some((p) => p.id === id))) return 'okänt';
    return (
      personer.some((p) => p.skyddad) ||
      Object.values(registersvar).some((svar) => svar.some((s) => s.uppgifter.some((u) => u.slag === 'sekretess')))
    );
  },

  'manaden-redan-sokt': ({ ansökan, historik }) => {
    if (!historik) return 'okänt';
    return historik.ansökningar.some(
      (a) =>
        a.ansökan !== ansökan.id && a.månad === ansökan.månad && a.status !== 'utkast' && a.status !== 'aterkallad',
    );
  },

  'okand-inkomst-eller-tillgang': ({ utredning, registersvar }) => {
    if (!utredning || !registersvar) return 'okänt';
    const okända = öppnaRader(utredning.jämförelse)
      .filter((rad) => rad.grupp !== 'lucka')
      .map((rad) => rad.benämning);
    const tillgångar = Object.values(registersvar)
      .flat()
      .flatMap((s) => s.uppgifter)
      .some((u) => u.slag === 'fordon' || (u.slag === 'kapital' && u.belopp.some((k) => k.belopp > 0)));
    if (tillgångar) okända.push('Tillgång i register');
    return okända.length > 0 && okända.join(', ');
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

  'bistand-under-egna-uppgifter': ({ beräkning }) => {
    if (!beräkning) return 'okänt';
    if (beräkning.slag !== 'beraknad' || beräkning.beräkning.bistand === null) return STOPPAS_ÄNDÅ;
    const [räknat, eget] = [beräkning.beräkning.bistand, beräkning.egen?.bistand ?? null];
    if (eget === null) return 'okänt';
    const lägre = öreFrånKronor(eget) - öreFrånKronor(räknat);
    return lägre > 0 && `${beloppstext(lägre)} mindre.`;
  },

  'onskar-handlaggare': ({ ansökan }) => {
    const { onskarHandlaggare, meddelande } = ansökan.uppgifter;
    if (onskarHandlaggare || ansökan.underskrifter.some((u) => u.önskarHandläggare)) return true;
    return (
      (Boolean(meddelande?.trim()) || ansökan.underskrifter.some((u) => u.meddelande)) &&
      'Det finns ett meddelande att läsa.'
    );
  },

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

  'automatik-inte-tillaten': ({ delegation, idag }) => {
    if (delegation?.delegat.slag !== 'automatisk' || !gällerDen(delegation, idag)) return true;
    return !delegation.delegat.påslagen && `Punkt ${delegation.punkt} är avstängd.`;
  },
};

function hushållsnyckel(bild: Hushållsbild): string {
  const barn = bild.barn.map((b) => `${b.fodd}/${b.dagar ?? 'alla'}/${b.skolungdom}`).sort();
  return JSON.stringify([[...bild.vuxna].sort(), bild.sambor, barn, bild.personerIBostaden]);
}

function skillnadstext(öre: number): string {
  return `${beloppstext(Math.abs(öre))} ${öre < 0 ? 'mindre' : 'mer'} i registret`;
}
