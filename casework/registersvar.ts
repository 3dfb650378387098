import type { Öre } from './belopp.ts';
import type { Dag, Månad, Tidpunkt } from './tid.ts';
import { flyttaMånad, kontrollmånad } from './tid.ts';
import type { Inkomsttyp } from './uppgifter.ts';

/**
 * Authorities whose answers can be fetched: Försäkringskassan, Pensionsmyndigheten, Arbetsförmedlingen, CSN, the
 * unemployment funds (SO), Skatteverket, Transportstyrelsen, Migrationsverket.
 */
export const KÄLLOR = ['FK', 'PM', 'AF', 'CSN', 'SO', 'SKV', 'TNS', 'MIV'] as const;
export type Källa = (typeof KÄLLOR)[number];

/** What each authority is called in a sentence. */
export const KÄLLNAMN: Readonly<Record<Källa, string>> = {
  FK: 'Försäkringskassan',
  PM: 'Pensionsmyndigheten',
  AF: 'Arbetsförmedlingen',
  CSN: 'CSN',
  SO: 'A-kassorna',
  SKV: 'Skatteverket',
  TNS: 'Transportstyrelsen',
  MIV: 'Migrationsverket',
};

/**
 * How far an answer can be relied on.
 * - `svarat`: everything that was asked for has been read, and there is something
 * - `inget-hos-oss`: the authority itself says that it has nothing; never concluded from silence
 * - `ej-kontrollerbar`: anything else; what is missing may exist, so nothing may be taken as zero
 */
export type Svarskvalitet = 'svarat' | 'inget-hos-oss' | 'ej-kontrollerbar';

/** From and to and including; an open end is left out. */
export interface Avser {
  from?: Dag;
  tom?: Dag;
}

/** A payment as the authority states it. `netto` is the amount paid out, never the sum of detail rows. */
export interface Registerutbetalning {
  slag: 'utbetalning';
  /** `okand` when the authority's code is not one we know for certain: a person must say what it is. */
  inkomsttyp: Inkomsttyp | 'okand';
  /** What is paid out to the person, after tax and deductions. Never negative. */
  netto: Öre;
  /** Left out while the authority has not decided the day. */
  utbetald?: Dag;
  avser?: Avser;
  /** Decided but not yet paid (planned, preliminary). */
  planerad: boolean;
  /** Authority and its code, for the trace (`FK SJP`). */
  ursprung: string;
  /** Deductions other than tax (seizure, set-off, fees) already taken from `netto`; left out when none are stated. */
  avdragEfterSkatt?: Öre;
}

/** One fact from an authority. Keys are ASCII because the facts are stored as they stand; amounts are öre. */
export type Registeruppgift =
  | Registerutbetalning
  | {
      slag: 'arbetssokande';
      inskriven: boolean;
      inskrivenSedan?: Dag;
      avaktualiserad?: Dag;
      /** Per cent of full time. */
      omfattning?: number;
      senasteAktivitetsrapport?: Dag;
    }
  | { slag: 'arbetsmarknadsbeslut'; ersattning: string; omfattning: number; avser: Avser }
  | { slag: 'ansokt-ersattning'; inlamnad: boolean; beslutOmRatt?: Dag }
  | { slag: 'avstangning'; avser: Avser }
  | { slag: 'studiestod'; stodform: string; status: 'initierat' | 'beslutat' | 'avslutat' | 'okand' }
  | { slag: 'kapital'; taxeringsar: number; belopp: { benamning: string; belopp: Öre }[] }
  | {
      slag: 'fordon';
      regnr: string;
      fabrikat: string;
      fordonsar: string;
      fordonsslag: string;
      handelsbeteckning: string;
    }
  | {
      slag: 'uppehallstillstand';
      arendetyp?: string;
      beslutskod?: string;
      beslutstyp?: string;
      beslutad?: Dag;
      giltighet?: 'permanent' | 'tidsbegransat';
      avser?: Avser;
    }
  /** The authority marks the person as protected: stops everything automatic. */
  | { slag: 'sekretess' };

/** Why an answer cannot be relied on. `text` is Swedish, for staff, and never holds anything from the answer itself. */
export interface Registerfel {
  kod: string;
  text: string;
  /** Whether asking again later may help. */
  tillfälligt: boolean;
}

/** What one authority answered about one person. */
export interface Registersvar {
  källa: Källa;
  kvalitet: Svarskvalitet;
  hämtad: Tidpunkt;
  /** The contract the answer was read by (`SSBTEK v10, LEFI v9`). */
  version: string;
  /** Always present when `ej-kontrollerbar`. */
  fel?: Registerfel;
  /** With `ej-kontrollerbar` only what could be read for certain: shown to staff, never a whole picture. */
  uppgifter: Registeruppgift[];
}

/** The month before the control month: fills gaps and shows change. */
export function jämförelsemånad(ansökansmånad: Månad): Månad {
  return flyttaMånad(ansökansmånad, -2);
}

/** The days to ask the registers about: the comparison month and the control month, whole. */
export function frågeperiod(ansökansmånad: Månad): { from: Dag; tom: Dag } {
  const kontroll = kontrollmånad(ansökansmånad);
  const sistaDagen = new Date(Date.UTC(Number(kontroll.slice(0, 4)), Number(kontroll.slice(5, 7)), 0)).getUTCDate();
  return { from: `${jämförelsemånad(ansökansmånad)}-01`, tom: `${kontroll}-${sistaDagen}` };
}

/** A payment together with the authority that stated it. */
export interface Registerinkomst extends Registerutbetalning {
  källa: Källa;
}

/** What the registers say was paid in one month, and what they leave open. */
export interface Månadsinkomster {
  månad: Månad;
  /** Paid or planned to be paid in the month, ordered by day. */
  utbetalningar: Registerinkomst[];
  /** Payments whose day is not decided: they may belong to the month. */
  utanDatum: Registerinkomst[];
  /** Authorities whose answer leaves the month open. Not empty: the sum is not the whole income. */
  ejKontrollerbara: Källa[];
}

/** What was paid in the given month, by the day of payment. */
export function utbetaltUnder(svar: readonly Registersvar[], månad: Månad): Månadsinkomster {
  const alla = svar.flatMap((s) =>
    s.uppgifter.flatMap((u): Registerinkomst[] => (u.slag === 'utbetalning' ? [{ ...u, källa: s.källa }] : [])),
  );
  return {
    månad,
    utbetalningar: alla
      .filter((u) => u.utbetald?.startsWith(`${månad}-`))
      .sort((a, b) => (a.utbetald! < b.utbetald! ? -1 : a.utbetald! > b.utbetald! ? 1 : 0)),
    utanDatum: alla.filter((u) => u.utbetald === undefined),
    ejKontrollerbara: svar.filter((s) => s.kvalitet === 'ej-kontrollerbar').map((s) => s.källa),
  };
}

/** What was paid in the control month, the month before the one applied for (praxis; the Act names no month). */
export function inkomsterFörMånad(svar: readonly Registersvar[], ansökansmånad: Månad): Månadsinkomster {
  return utbetaltUnder(svar, kontrollmånad(ansökansmånad));
}
