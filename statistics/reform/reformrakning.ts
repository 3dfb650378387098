import type { IsoDate } from '@stegvis/engine';
import {
  fakta,
  graferFör,
  NotInForce,
  type Reform,
  type Reformgrafer,
  reformgrafer,
  type Underlag,
  ögonblick,
} from '@stegvis/rules';

/** What is known of one household for one month, and which case it is, where it is one. */
export interface Reformunderlag {
  /** The same for all months of a household. */
  readonly hushåll: string;
  /** The application's id; undefined where nobody stands behind it. */
  readonly fall: string | undefined;
  readonly underlag: Underlag;
}

/** What a reform does to one household, öre summed over its months. */
export interface Hushållsutfall {
  readonly hushåll: string;
  /** The application of its last month. */
  readonly fall: string | undefined;
  readonly månader: number;
  readonly grupp: Hushållsgrupp;
  readonly barn: number;
  readonly före: number;
  readonly efter: number;
}

export const HUSHÅLLSGRUPPER = {
  'ensam-utan-barn': 'Ensamstående utan barn',
  'ensam-med-barn': 'Ensamstående med barn',
  'par-utan-barn': 'Par utan barn',
  'par-med-barn': 'Par med barn',
} as const;
export type Hushållsgrupp = keyof typeof HUSHÅLLSGRUPPER;

/** Household-months that could not be reckoned because something is not decided by law for the month. */
export interface EjIKraft {
  readonly månad: string;
  readonly text: string;
  readonly antal: number;
}

/** What has been reckoned so far. */
export interface Räknat {
  readonly hushåll: readonly Hushållsutfall[];
  /** Household-months where a person must settle something first; left out of every sum. */
  readonly bedöms: number;
  readonly ejIKraft: readonly EjIKraft[];
  /** Household-months reckoned both ways. */
  readonly räknade: number;
}

/** Reckons households as the rules are and as the reform would make them, part by part. */
export interface Reformräkning {
  /** Adds households. What a person has settled in an underlag holds both ways. Throws Reformhinder when the reform cannot be laid. */
  lägg(parti: readonly Reformunderlag[]): void;
  räknat(): Räknat;
}

type Mutabel<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A reckoning of a reform. The same rules as case by case (`beräkna`), in bulk: the two answers are equal to the öre, which a test
 * shows for thousands of households.
 * @param dag the day the reform is tried, for the traces
 */
export function reformräkning(reform: Reform, dag: IsoDate): Reformräkning {
  const grafer = new Map<string, { före: Reformgrafer; efter: Reformgrafer }>();
  const hushåll = new Map<string, Mutabel<Hushållsutfall> & { senast: string }>();
  const ejIKraft = new Map<string, Mutabel<EjIKraft>>();
  let [bedöms, räknade] = [0, 0];

  const graferna = (kommun: string | undefined) => {
    const känd = grafer.get(kommun ?? '');
    if (känd) return känd;
    const nya = { före: graferFör(kommun), efter: reformgrafer(reform, kommun, dag) };
    grafer.set(kommun ?? '', nya);
    return nya;
  };
  const saknas = (månad: string, fel: NotInForce, antal: number) => {
    const text = fel.awaiting ?? fel.message;
    const rad = ejIKraft.get(`${månad} ${text}`);
    if (rad) rad.antal += antal;
    else ejIKraft.set(`${månad} ${text}`, { månad, text, antal });
  };
  const noteraEtt = ({ hushåll: id, fall, underlag }: Reformunderlag, före?: number, efter?: number) => {
    if (före === undefined || efter === undefined) {
      bedöms += 1;
      return;
    }
    räknade += 1;
    const känt = hushåll.get(id);
    if (!känt) {
      hushåll.set(id, { hushåll: id, fall, månader: 1, före, efter, senast: underlag.manad, ...bild(underlag) });
      return;
    }
    känt.månader += 1;
    känt.före += före;
    känt.efter += efter;
    if (underlag.manad >= känt.senast) Object.assign(känt, { fall, senast: underlag.manad, ...bild(underlag) });
  };
  const läggLika = (lika: readonly Reformunderlag[]) => {
    const { underlag } = lika[0]!;
    const { före, efter } = graferna(underlag.kommun);
    const [körFöre, körEfter] = [före.huvudgraf.wire(ögonblick(underlag)), efter.huvudgraf.wire(ögonblick(underlag))];
    const facts = lika.map((ett) => fakta(ett.underlag));
    try {
      const [a, b] = [körFöre.many(facts), körEfter.many(facts)];
      lika.forEach((ett, i) => {
        noteraEtt(ett, a[i]?.bistand, b[i]?.bistand);
      });
    } catch (fel) {
      if (!(fel instanceof NotInForce)) throw fel;
      if (lika.length === 1) saknas(underlag.manad, fel, 1);
      // Some households may need what is not decided while others do not.
      else for (const ett of lika) läggLika([ett]);
    }
  };
  return {
    lägg: (parti) => {
      const grupper = Map.groupBy(
        parti,
        ({ underlag: { kommun, manad, inkommen } }) => `${kommun ?? ''} ${manad} ${inkommen}`,
      );
      for (const lika of grupper.values()) läggLika(lika);
    },
    räknat: () => ({
      hushåll: [...hushåll.values()].map(({ senast: _, ...utfall }) => utfall),
      bedöms,
      ejIKraft: [...ejIKraft.values()].sort((a, b) => (a.månad < b.månad ? -1 : 1)),
      räknade,
    }),
  };
}

function bild(underlag: Underlag): { grupp: Hushållsgrupp; barn: number } {
  const barn = (underlag.barn ?? []).filter(({ dagar }) => dagar !== 0).length;
  const form = underlag.vuxna.length > 1 ? 'par' : 'ensam';
  return { grupp: barn > 0 ? `${form}-med-barn` : `${form}-utan-barn`, barn };
}
