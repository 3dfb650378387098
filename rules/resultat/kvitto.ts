import { canonicalJson, engineVersion, hashOf, lawHash, type Moment, type Step, type Trace } from '@stegvis/engine';
import { läsUnderlag } from '../underlag/las-underlag.ts';
import type { Underlag } from '../underlag/underlag.ts';
import { type Avgöranden, fakta, ögonblick } from './fakta.ts';
import { graferFör } from './kommungrafer.ts';

/**
 * Det som behövs för att räkna om en beräkning om fem år och se om svaret är detsamma: ögonblicket, motorns version,
 * avtryck av lagdata och underlag, underlaget självt med vem som har avgjort vad, och varje steg.
 */
export type Kvitto = {
  readonly slag: 'normberakning';
  readonly moment: Moment;
  readonly motor: string;
  /** Avtryck (SHA-256) av all lagdata som fanns inlagd, med kommunens riktlinjer. */
  readonly lagdata: string;
  /** Avtryck (SHA-256) av underlag och avgöranden. */
  readonly fakta: string;
  readonly underlag: Underlag;
  readonly avgoranden: Avgöranden;
  readonly trace: Trace;
};

/** Ett steg vars värde är ett annat när kvittot räknas om. */
export type Kvittoskillnad = { readonly plats: string; readonly kvitto: unknown; readonly nu: unknown };

/** Svaret när ett kvitto har räknats om. Anmärkningar är ändringar som inte ändrar något värde. */
export type PrövatKvitto =
  | { readonly lika: true; readonly anmarkningar: readonly string[] }
  | { readonly lika: false; readonly skillnader: readonly Kvittoskillnad[] };

/** Gör kvittot för en beräkning. */
export const kvitto = (underlag: Underlag, avgoranden: Avgöranden, trace: Trace): Kvitto => ({
  slag: 'normberakning',
  moment: ögonblick(underlag),
  motor: engineVersion,
  lagdata: lagdataavtryck(underlag.kommun),
  fakta: hashOf({ underlag, avgoranden }),
  underlag,
  avgoranden,
  trace,
});

/** Läser ett sparat kvitto (tolkad JSON). Undefined när det inte är ett kvitto för en normberäkning. */
export const läsKvitto = (json: unknown): Kvitto | undefined => {
  const k = json as Partial<Kvitto> | null | undefined;
  if (typeof k !== 'object' || k === null || k.slag !== 'normberakning') return undefined;
  const delar = [typeof k.motor, typeof k.lagdata, typeof k.fakta].every((slag) => slag === 'string');
  const steg: unknown = k.trace?.steps;
  const läsbara = Array.isArray(steg) && steg.every((s) => typeof s === 'object' && s !== null);
  return delar && läsbara && läsUnderlag(k.underlag).ok ? (k as Kvitto) : undefined;
};

/** Räknar om kvittots underlag med dagens regler och jämför varje steg. Kastar NotInForce om lagen inte längre finns inlagd. */
export const prövaKvitto = (k: Kvitto): PrövatKvitto => {
  const { trace } = graferFör(k.underlag.kommun).normgraf.explain(
    ögonblick(k.underlag),
    fakta(k.underlag, k.avgoranden),
  );
  const [då, nu] = [värden(k.trace.steps), värden(trace.steps)];
  const anmärkningar = [
    ...(k.motor === engineVersion ? [] : [`Kvittot är räknat med motorn ${k.motor}, nu ${engineVersion}.`]),
    ...(k.lagdata === lagdataavtryck(k.underlag.kommun)
      ? []
      : ['Lagdata har ändrats sedan kvittot, men inget värde i beräkningen.']),
  ];
  const nytt = [...nu.keys()].filter((plats) => !då.has(plats));
  const skillnader = [
    ...jämfört('fakta', k.fakta, hashOf({ underlag: k.underlag, avgoranden: k.avgoranden })),
    ...[...då].flatMap(([plats, värde]) => jämfört(plats, värde, nu.get(plats) ?? null)),
    ...(anmärkningar.length > 0 ? [] : nytt.map((plats) => ({ plats, kvitto: null, nu: nu.get(plats) }))),
  ];
  return skillnader.length > 0 ? { lika: false, skillnader } : { lika: true, anmarkningar: anmärkningar };
};

const jämfört = (plats: string, kvitto: unknown, nu: unknown): Kvittoskillnad[] =>
  canonicalJson(kvitto) === canonicalJson(nu) ? [] : [{ plats, kvitto, nu }];
const värden = (steg: readonly Step[]): Map<string, unknown> =>
  new Map(steg.map((s) => [[s.node, s.subject].filter(Boolean).join(' '), s.value]));

const färdiga = new Map<string, string>();
const lagdataavtryck = (kommun: string | undefined): string => {
  const { normgraf } = graferFör(kommun);
  const känt = färdiga.get(normgraf.name);
  if (känt !== undefined) return känt;
  const nytt = lawHash(normgraf);
  färdiga.set(normgraf.name, nytt);
  return nytt;
};
