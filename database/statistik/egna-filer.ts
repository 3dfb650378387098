import type { Befolkning, Frågeperiod, Tjänster } from '@stegvis/statistics';

/** What the board's own file says of a period and group; or, as a Swedish sentence, why it says nothing. */
export type Egnatal =
  | { readonly antal: number; readonly underlag: number; readonly anmärkningar: readonly string[] }
  | { readonly saknas: string };

type Urval = ReadonlyMap<string, readonly string[]>;

const BARN = new Set(['0-6', '7-17']);

/**
 * Inhabitants in a period: the mean of 31 December of its years. A year that is not in the file is the year before, and said so; when
 * that is not there either nothing can be said.
 */
export function invånare(
  rader: readonly Befolkning[],
  vilka: 'alla' | 'vuxna' | 'barn',
  { från, till }: Frågeperiod,
  urval: Urval,
): Egnatal {
  const hör = (r: Befolkning) =>
    (vilka === 'alla' || BARN.has(r.aldersgrupp) === (vilka === 'barn')) &&
    [...urval].every(([fält, värden]) => värden.includes(r[fält as 'kon' | 'aldersgrupp' | 'distrikt']));
  const anmärkningar: string[] = [];
  let summa = 0;
  let antalÅr = 0;
  for (let år = Number(från.slice(0, 4)); år <= Number(till.slice(0, 4)); år++) {
    const använt = [år, år - 1].find((a) => rader.some((r) => r.år === a));
    if (använt === undefined)
      return { saknas: `Antalet invånare ${år} saknas. Lägg in nämndens fil över invånare den 31 december ${år}.` };
    const årets = rader.filter((r) => r.år === använt && hör(r));
    if (årets.length === 0)
      return {
        saknas: `Nämndens fil över invånare ${använt} har inte den här gruppen, så andelen går inte att räkna ut.`,
      };
    if (använt !== år) anmärkningar.push(`Antalet invånare ${år} saknas. I stället används ${använt}.`);
    summa += årets.reduce((s, r) => s + r.antal, 0);
    antalÅr += 1;
  }
  return { antal: summa / antalÅr, underlag: Math.round(summa / antalÅr), anmärkningar };
}

/** The smallest group of staff that a figure is made for. */
export const MINSTA_PERSONALGRUPP = 5;

/** Full-time posts in a period: the mean of its months. Nothing is said of fewer than five staff: a figure is never one person's. */
export function årsarbetskrafter(rader: readonly Tjänster[], { från, till }: Frågeperiod, urval: Urval): Egnatal {
  const hör = (r: Tjänster) =>
    r.månad >= från &&
    r.månad <= till &&
    [...urval].every(([fält, värden]) => fält !== 'distrikt' || värden.includes(r.distrikt));
  const månader = Map.groupBy(rader.filter(hör), (r) => r.månad);
  if (månader.size === 0)
    return { saknas: `Antalet tjänster ${från}–${till} saknas. Lägg in nämndens fil över tjänster.` };
  const summor = [...månader.values()].map((rs) => ({
    tjänster: rs.reduce((s, r) => s + r.årsarbetskrafter, 0),
    anställda: rs.reduce((s, r) => s + r.anställda, 0),
  }));
  const minst = Math.min(...summor.map(({ anställda }) => anställda));
  if (minst < MINSTA_PERSONALGRUPP)
    return {
      saknas: `Färre än ${MINSTA_PERSONALGRUPP} anställda. Siffror visas aldrig för så små grupper av personal.`,
    };
  return {
    antal: summor.reduce((s, { tjänster }) => s + tjänster, 0) / summor.length,
    underlag: minst,
    anmärkningar: [],
  };
}
