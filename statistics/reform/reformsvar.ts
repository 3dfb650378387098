import { ALLA, type Råcell, type Råsvar } from '../fraga.ts';
import { skydda } from '../skydd/skydda.ts';
import { SKYDDAD, type Skyddat } from '../skydd/skyddat-svar.ts';
import type { Måttslag } from '../skydd/slag.ts';
import { type EjIKraft, HUSHÅLLSGRUPPER, type Hushållsutfall, type Räknat } from './reformrakning.ts';

/** Counts and money of a group of households, öre a month. */
export interface Gruppsumma {
  /** A key of `HUSHÅLLSGRUPPER`, or a number of children as text. */
  readonly grupp: string;
  readonly vinner: number;
  readonly forlorar: number;
  readonly oforandrade: number;
  readonly fore: number;
  readonly efter: number;
}

/** A case behind the figures, öre a month. */
export interface Reformfall {
  readonly fall: string;
  readonly fore: number;
  readonly efter: number;
}

/** What a reform does, as it is kept: counted and not yet protected. ASCII keys, JSON. Öre, as a mean per month of each household. */
export interface Reformresultat {
  readonly manader: readonly string[];
  readonly hushall: number;
  readonly hushallsmanader: number;
  readonly bedoms: number;
  readonly ejIKraft: readonly { readonly manad: string; readonly text: string; readonly antal: number }[];
  readonly summa: Gruppsumma;
  readonly tillNoll: number;
  readonly franNoll: number;
  readonly barn: { readonly vinner: Barnsumma; readonly forlorar: Barnsumma };
  readonly efterGrupp: readonly Gruppsumma[];
  readonly efterBarn: readonly Gruppsumma[];
  /** Households by their change, kronor a month, `fran` included and `till` not; those unchanged are not here. */
  readonly fordelning: readonly { readonly fran: number; readonly till: number; readonly antal: number }[];
  /** The cases that change most, those who lose first. Only for those who may open cases. */
  readonly fall: readonly Reformfall[];
  /** How many cases change. */
  readonly andradeFall: number;
}
export interface Barnsumma {
  readonly barn: number;
  readonly hushall: number;
}

/** How many cases of each direction are kept in a result. */
const FLEST_FALL = 250;
/** Numbers of children with a group of their own; more are together. */
const MEST_BARN = 5;
const STEG = 500;
const YTTERST = 3000;

/** Sums what was reckoned. A household's amounts are the mean of its months, so that one month and twelve read alike. */
export function sammanställReform(räknat: Räknat, månader: readonly string[]): Reformresultat {
  const alla = räknat.hushåll.map((h) => ({ ...h, före: perMånad(h.före, h), efter: perMånad(h.efter, h) }));
  const summa = (grupp: string, av: readonly Hushållsutfall[]): Gruppsumma => ({
    grupp,
    vinner: av.filter((h) => h.efter > h.före).length,
    forlorar: av.filter((h) => h.efter < h.före).length,
    oforandrade: av.filter((h) => h.efter === h.före).length,
    fore: av.reduce((s, h) => s + h.före, 0),
    efter: av.reduce((s, h) => s + h.efter, 0),
  });
  const barn = (av: readonly Hushållsutfall[]): Barnsumma => ({
    barn: av.reduce((s, h) => s + h.barn, 0),
    hushall: av.filter((h) => h.barn > 0).length,
  });
  const ändrade = alla.filter((h) => h.efter !== h.före);
  const fall = ändrade
    .flatMap(({ fall, före, efter }) => (fall === undefined ? [] : [{ fall, fore: före, efter }]))
    .sort((a, b) => a.efter - a.fore - (b.efter - b.fore) || (a.fall < b.fall ? -1 : 1));
  return {
    manader: månader,
    hushall: alla.length,
    hushallsmanader: räknat.räknade,
    bedoms: räknat.bedöms,
    ejIKraft: räknat.ejIKraft.map(({ månad, text, antal }: EjIKraft) => ({ manad: månad, text, antal })),
    summa: summa(ALLA, alla),
    tillNoll: alla.filter((h) => h.före > 0 && h.efter === 0).length,
    franNoll: alla.filter((h) => h.före === 0 && h.efter > 0).length,
    barn: {
      vinner: barn(ändrade.filter((h) => h.efter > h.före)),
      forlorar: barn(ändrade.filter((h) => h.efter < h.före)),
    },
    efterGrupp: Object.keys(HUSHÅLLSGRUPPER).map((grupp) =>
      summa(
        grupp,
        alla.filter((h) => h.grupp === grupp),
      ),
    ),
    efterBarn: Array.from({ length: MEST_BARN + 1 }, (_, n) =>
      summa(
        String(n),
        alla.filter((h) => Math.min(h.barn, MEST_BARN) === n),
      ),
    ),
    fordelning: fördela(ändrade),
    fall: fall.length > 2 * FLEST_FALL ? [...fall.slice(0, FLEST_FALL), ...fall.slice(-FLEST_FALL).reverse()] : fall,
    andradeFall: fall.length,
  };
}

const perMånad = (öre: number, { månader }: Hushållsutfall) => Math.round(öre / månader);

function fördela(ändrade: readonly Hushållsutfall[]): Reformresultat['fordelning'] {
  const gränser = Array.from({ length: (2 * YTTERST) / STEG + 1 }, (_, i) => -YTTERST + i * STEG);
  const rader = [
    { fran: -Infinity, till: -YTTERST },
    ...gränser.slice(0, -1).map((fran) => ({ fran, till: fran + STEG })),
    { fran: YTTERST, till: Infinity },
  ];
  return rader.map(({ fran, till }) => ({
    // Infinity is no JSON.
    fran: Math.max(fran, -GRÄNSLÖST),
    till: Math.min(till, GRÄNSLÖST),
    antal: ändrade.filter(({ före, efter }) => {
      const kronor = (efter - före) / 100;
      return kronor >= fran && kronor < till;
    }).length,
  }));
}

/** What stands for an open end in a distribution, kronor. */
export const GRÄNSLÖST = 1_000_000;

/** The name of a number of children in `efterBarn`. */
export function barngruppsnamn(grupp: string): string {
  if (grupp === '0') return 'Inga barn';
  return Number(grupp) >= MEST_BARN ? `${grupp} barn eller fler` : `${grupp} barn`;
}

/** A group as it may be shown: kronor a month where `SKYDDAD` does not stand. */
export interface SkyddadGrupp {
  readonly grupp: string;
  readonly vinner: Skyddat;
  readonly förlorar: Skyddat;
  readonly oförändrade: Skyddat;
  /** Kronor a month more (plus) or less (minus) for the group together. */
  readonly skillnad: Skyddat;
}

/** What a reform does, with small numbers protected: the only form that leaves the server, but for the cases. */
export interface SkyddatReformsvar {
  readonly månader: readonly string[];
  readonly hushåll: Skyddat;
  readonly bedöms: Skyddat;
  readonly ejIKraft: readonly { readonly månad: string; readonly text: string; readonly antal: Skyddat }[];
  readonly summa: SkyddadGrupp;
  /** Kronor a month. */
  readonly före: Skyddat;
  readonly tillNoll: Skyddat;
  readonly frånNoll: Skyddat;
  readonly barnVinner: Skyddat;
  readonly barnFörlorar: Skyddat;
  readonly efterGrupp: readonly SkyddadGrupp[];
  readonly efterBarn: readonly SkyddadGrupp[];
  readonly fördelning: readonly { readonly från: number; readonly till: number; readonly antal: Skyddat }[];
}

const ANTAL: Måttslag = { enhet: 'hushall', täljare: { räkna: 'rader' } };
const KRONOR: Måttslag = { enhet: 'kr', täljare: { summa: 'skillnad' } };
const UTFALL = ['vinner', 'forlorar', 'oforandrade'] as const;

/** Protects a result. `gräns` is the board's limit for small numbers. */
export function skyddaReform(r: Reformresultat, gräns?: number): SkyddatReformsvar {
  const val = gräns === undefined ? {} : { gräns };
  const ett = (antal: number, underlag = antal) =>
    skydda(svar(r, [], [cell([], antal, underlag)]), { ...val, indikator: ANTAL }).celler[0]!.värde;
  const kronor = (öre: number, underlag: number) =>
    skydda(svar(r, [], [cell([], öre / 100, underlag)]), { ...val, indikator: KRONOR }).celler[0]!.värde;
  const tabell = (grupper: readonly Gruppsumma[]): SkyddadGrupp[] => {
    const rader = [...grupper, { ...r.summa, grupp: ALLA }];
    const antal = skydda(
      svar(
        r,
        ['grupp', 'utfall'],
        rader.flatMap((g) => [
          ...UTFALL.map((u) => cell([g.grupp, u], g[u])),
          cell([g.grupp, ALLA], g.vinner + g.forlorar + g.oforandrade),
        ]),
      ),
      { ...val, indikator: ANTAL, värden: { grupp: grupper.map(({ grupp }) => grupp), utfall: UTFALL } },
    );
    const pengar = skydda(
      svar(
        r,
        ['grupp'],
        rader.map((g) => cell([g.grupp], (g.efter - g.fore) / 100, g.vinner + g.forlorar)),
      ),
      { ...val, indikator: KRONOR, värden: { grupp: grupper.map(({ grupp }) => grupp) } },
    );
    const visat = (celler: readonly { grupper: readonly string[]; värde: Skyddat }[], nyckel: readonly string[]) =>
      celler.find(({ grupper }) => grupper.join(' ') === nyckel.join(' '))?.värde ?? SKYDDAD;
    return rader.map(({ grupp }) => ({
      grupp,
      vinner: visat(antal.celler, [grupp, 'vinner']),
      förlorar: visat(antal.celler, [grupp, 'forlorar']),
      oförändrade: visat(antal.celler, [grupp, 'oforandrade']),
      skillnad: visat(pengar.celler, [grupp]),
    }));
  };
  const fördelning = skydda(
    svar(
      r,
      ['steg'],
      [
        ...r.fordelning.map(({ fran, antal }) => cell([String(fran)], antal)),
        cell(
          [ALLA],
          r.fordelning.reduce((s, { antal }) => s + antal, 0),
        ),
      ],
    ),
    { ...val, indikator: ANTAL, värden: { steg: r.fordelning.map(({ fran }) => String(fran)) } },
  );
  const efterGrupp = tabell(r.efterGrupp);
  return {
    månader: r.manader,
    hushåll: ett(r.hushall),
    bedöms: ett(r.bedoms),
    ejIKraft: r.ejIKraft.map(({ manad, text, antal }) => ({ månad: manad, text, antal: ett(antal) })),
    summa: efterGrupp.at(-1)!,
    före: kronor(r.summa.fore, r.hushall),
    tillNoll: ett(r.tillNoll),
    frånNoll: ett(r.franNoll),
    barnVinner: ett(r.barn.vinner.barn, r.barn.vinner.hushall),
    barnFörlorar: ett(r.barn.forlorar.barn, r.barn.forlorar.hushall),
    efterGrupp: efterGrupp.slice(0, -1),
    efterBarn: tabell(r.efterBarn).slice(0, -1),
    fördelning: r.fordelning.map(({ fran, till }) => ({
      från: fran,
      till,
      antal: fördelning.celler.find(({ grupper }) => grupper[0] === String(fran))?.värde ?? SKYDDAD,
    })),
  };
}

function cell(grupper: readonly string[], täljare: number, underlag = täljare): Råcell {
  return { period: 'hela', grupper, täljare, nämnare: undefined, värde: täljare, underlag, nämnarunderlag: undefined };
}

function svar(r: Reformresultat, uppdelning: readonly string[], celler: readonly Råcell[]): Råsvar {
  return {
    fråga: {
      indikator: 'reform',
      från: r.manader[0] ?? '2000-01',
      till: r.manader.at(-1) ?? '2000-01',
      tid: 'hela',
      uppdelning,
      filter: {},
    },
    celler,
    underlagFrån: undefined,
    överlappar: false,
    anmärkningar: [],
  };
}
