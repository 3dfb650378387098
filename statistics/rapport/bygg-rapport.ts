import { flyttaMånad, type Månad, månadsnamn } from '@stegvis/casework';
import type { Indikator } from '../indikator.ts';
import { indikator as indikatornMed } from '../indikatorer/index.ts';
import type { Könsjämförelse } from '../jamfor/kon.ts';
import { SKYDDAD, type SkyddadCell, type SkyddatSvar } from '../skydd/skyddat-svar.ts';
import { SKYDDAS, visaMått } from '../visa-matt.ts';
import type { Nämndrapport, Rapportavsnitt, Rapportkommentar, Rapportmening, Rapportsiffra } from './namndrapport.ts';
import {
  type Avsnittsplan,
  jämförelseperioder,
  RAPPORTPLAN,
  type Rapportmått,
  type Rapportperiod,
  type Rapporttid,
  rapportperiod,
} from './rapportplan.ts';
import { förändring, märkbar, ytterst } from './regler.ts';

/** What the report is made of; everything counted is protected before it comes here. */
export interface Rapportunderlag {
  readonly månad: Månad;
  readonly kommun: string;
  readonly nämnd: string;
  readonly gräns: number;
  readonly underlagFrån: string | undefined;
  /** The months there are facts for; other months have no figure, which is not the same as a protected one. */
  readonly omfång: { readonly från: Månad; readonly till: Månad };
  /** The answers to `rapportfrågor` of each figure, in the same order. */
  readonly svar: ReadonlyMap<Rapportmått, readonly SkyddatSvar[]>;
  /** Women and men, of the last twelve months or the last calendar year. */
  readonly kön: readonly { readonly indikator: Indikator; readonly jämförelse: Könsjämförelse }[];
  /** Own latest year in Kolada beside the comparison group. */
  readonly andra: readonly Gruppjämförelse[];
  /** Whose the other municipalities' figures are. */
  readonly källa: string;
  readonly kommentarer: readonly Rapportkommentar[];
}

/** What Kolada says of the own municipality and of the group in one year. */
export interface Gruppjämförelse {
  readonly indikator: string;
  readonly namn: string;
  readonly enhet: Indikator['enhet'];
  readonly grupp: string;
  readonly år: number;
  readonly eget: number;
  readonly antal: number;
  readonly lägst: number;
  readonly median: number;
  readonly högst: number;
}

/** What stands where there are no facts. */
const SAKNAS_UNDERLAG = 'saknas';
const JÄMFÖRBARA = 3;

/** The report of a month: figures, sentences by the published rules, and the unit head's words. Nothing is chosen but by `REGLER`. */
export function byggRapport(underlag: Rapportunderlag): Nämndrapport {
  const kommentar = (id: string) => underlag.kommentarer.find(({ avsnitt }) => avsnitt === id)?.text ?? '';
  return {
    månad: underlag.månad,
    kommun: underlag.kommun,
    nämnd: underlag.nämnd,
    underlagFrån: underlag.underlagFrån,
    gräns: underlag.gräns,
    avsnitt: [
      ...RAPPORTPLAN.map((plan) => ({ ...avsnitt(plan, underlag), kommentar: kommentar(plan.id) })),
      { ...kvinnorOchMän(underlag), kommentar: kommentar('kvinnor-och-man') },
      { ...andraKommuner(underlag), kommentar: kommentar('andra-kommuner') },
    ],
  };
}

function avsnitt(plan: Avsnittsplan, underlag: Rapportunderlag): Omit<Rapportavsnitt, 'kommentar'> {
  const siffror: Rapportsiffra[] = [];
  const meningar: Rapportmening[] = [];
  const upplysningar = new Set<string>();
  for (const mått of plan.mått) {
    const i = indikatornMed(mått.indikator);
    const svar = underlag.svar.get(mått);
    if (!i || !svar) continue;
    const celler = cellerna(mått, svar, underlag);
    const visa = (cell: SkyddadCell | undefined, period: Rapportperiod | undefined) =>
      period === undefined
        ? '–'
        : !inom(period, underlag.omfång)
          ? SAKNAS_UNDERLAG
          : cell === undefined || cell.värde === SKYDDAD
            ? SKYDDAS
            : visaMått(cell.värde, i.enhet);
    const perioder = { nu: rapportperiod(mått.tid, underlag.månad), ...jämförelseperioder(mått.tid, underlag.månad) };
    const siffra: Rapportsiffra = {
      indikator: i.id,
      namn: i.namn,
      period: periodnamn(mått.tid, perioder.nu),
      nu: visa(celler.nu, perioder.nu),
      före: visa(celler.före, perioder.före),
      åretFöre: visa(celler.åretFöre, perioder.åretFöre),
    };
    siffror.push(siffra);
    for (const { anmärkningar } of svar) for (const a of anmärkningar) if (!HELA_ÅR.test(a)) upplysningar.add(a);
    const tider = (period: Rapportperiod) => ({ nu: iPeriod(mått.tid, perioder.nu), då: iPeriod(mått.tid, period) });
    if (!inom(perioder.nu, underlag.omfång)) continue;
    if (perioder.före && inom(perioder.före, underlag.omfång))
      meningar.push(...förändring('forandring-fore', i, { nu: celler.nu, då: celler.före }, tider(perioder.före)));
    if (inom(perioder.åretFöre, underlag.omfång))
      meningar.push(
        ...förändring('forandring-ar', i, { nu: celler.nu, då: celler.åretFöre }, tider(perioder.åretFöre)),
      );
    if (celler.månader && inom({ från: flyttaMånad(underlag.månad, -12), till: underlag.månad }, underlag.omfång))
      meningar.push(...ytterst(i, celler.månader, iPeriod(mått.tid, perioder.nu)));
    if (i.id === 'ej-verkstallda' && typeof celler.nu?.värde === 'number' && celler.nu.värde > 0)
      meningar.push({
        regel: 'lagkrav',
        text: `${visaMått(celler.nu.värde, 'beslut')} var inte verkställda inom tre månader ${iPeriod(mått.tid, perioder.nu)}.`,
      });
  }
  return { id: plan.id, rubrik: plan.rubrik, siffror, meningar, upplysningar: [...upplysningar] };
}

/** Said of a question about a part of a year; the plan asks for whole ones. */
const HELA_ÅR = /^Siffran finns bara för hela kalenderår/;

interface Celler {
  readonly nu: SkyddadCell | undefined;
  readonly före: SkyddadCell | undefined;
  readonly åretFöre: SkyddadCell | undefined;
  readonly månader: readonly { readonly månad: Månad; readonly cell: SkyddadCell | undefined }[] | undefined;
}

function cellerna(mått: Rapportmått, svar: readonly SkyddatSvar[], { månad }: Rapportunderlag): Celler {
  if (mått.tid !== 'manad') {
    const [nu, åretFöre, före] = svar.map(({ celler }) => celler[0]);
    return { nu, före, åretFöre, månader: undefined };
  }
  const cell = (m: Månad) => svar[0]?.celler.find(({ period }) => period === m);
  const månader = Array.from({ length: 13 }, (_, i) => flyttaMånad(månad, i - 12));
  return {
    nu: cell(månad),
    före: cell(flyttaMånad(månad, -1)),
    åretFöre: cell(flyttaMånad(månad, -12)),
    månader: månader.map((m) => ({ månad: m, cell: cell(m) })),
  };
}

function kvinnorOchMän({ kön }: Rapportunderlag): Omit<Rapportavsnitt, 'kommentar'> {
  return {
    id: 'kvinnor-och-man',
    rubrik: 'Kvinnor och män',
    siffror: [],
    meningar: kön.flatMap(({ indikator, jämförelse }): Rapportmening[] => {
      const { kvinnor, män, säkerställd, mening } = jämförelse;
      if (säkerställd !== true || kvinnor.värde === SKYDDAD || män.värde === SKYDDAD) return [];
      return märkbar(indikator, kvinnor.värde, män.värde)
        ? [{ regel: 'kvinnor-man', text: `${indikator.namn}: ${mening}` }]
        : [];
    }),
    upplysningar: [],
  };
}

function andraKommuner({ andra, källa }: Rapportunderlag): Omit<Rapportavsnitt, 'kommentar'> {
  const [första] = andra;
  return {
    id: 'andra-kommuner',
    rubrik: 'Jämfört med andra kommuner',
    siffror: andra.map((a) => ({
      indikator: a.indikator,
      namn: a.namn,
      period: String(a.år),
      nu: visaMått(a.eget, a.enhet),
      före: visaMått(a.median, a.enhet),
      åretFöre: `${visaMått(a.lägst, a.enhet)} till ${visaMått(a.högst, a.enhet)}`,
    })),
    meningar: andra.flatMap((a): Rapportmening[] => {
      if (a.antal < JÄMFÖRBARA || (a.eget <= a.högst && a.eget >= a.lägst)) return [];
      const hur = a.eget > a.högst ? 'högre' : 'lägre';
      return [
        {
          regel: 'mot-andra',
          text: `${a.namn}: ${visaMått(a.eget, a.enhet)} år ${a.år}. Det är ${hur} än i alla ${a.antal} kommuner i ${a.grupp} som har lämnat en siffra (median ${visaMått(a.median, a.enhet)}).`,
        },
      ];
    }),
    upplysningar: [
      första
        ? `Gruppen är ${första.grupp}. Alla siffror i avsnittet, också kommunens egen, har samma källa: ${källa}.`
        : 'Det finns inget att jämföra med. Välj en grupp av kommuner och hämta från Kolada på sidan Jämförelse.',
    ],
  };
}

const inom = ({ från, till }: Rapportperiod, omfång: Rapportperiod) => från >= omfång.från && till <= omfång.till;

/** `oktober 2026`, `juli–september 2026`, `2025`, `november 2025–oktober 2026`. */
export function periodnamn(tid: Rapporttid, { från, till }: Rapportperiod): string {
  if (tid === 'ar') return från.slice(0, 4);
  if (från === till) return månadsnamn(från);
  const [a, b] = [månadsnamn(från), månadsnamn(till)];
  return från.slice(0, 4) === till.slice(0, 4) ? `${a.split(' ')[0]}–${b}` : `${a}–${b}`;
}

const iPeriod = (tid: Rapporttid, period: Rapportperiod) => `${tid === 'ar' ? 'år' : 'i'} ${periodnamn(tid, period)}`;
