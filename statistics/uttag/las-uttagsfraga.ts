import type { Dag, Fältfel, Månad } from '@stegvis/casework';
import { fältet } from '../falt.ts';
import type { Statistikfråga } from '../fraga.ts';
import { INDIKATORER, indikator } from '../indikatorer/index.ts';
import { Frågefel, prövaFråga } from '../prova-fraga.ts';
import { uppdelningsnamn, värdenamn } from './benamningar.ts';
import { frågaFör, type Uttagsfråga, type Uttagsperiod } from './uttag.ts';

/** A question as it is written: every name of a form or an address with its values, in order. */
export type Skriven = Readonly<Record<string, readonly string[]>>;

/** The prefix of the names that say which values of a split are kept: `f-kon=kvinna`. */
export const FILTERFÄLT = 'f-';

/** Months shown when nobody has said how many: two years and the month the year before them. */
const MÅNADER = 25;
const FLEST_MÅNADER = 600;

export type LästFråga =
  | { readonly ok: true; readonly fråga: Uttagsfråga; readonly statistikfråga: Statistikfråga }
  | { readonly ok: false; readonly fel: readonly Fältfel[] };

/**
 * Reads a question: `indikator`, `tid`, `uppdelning` (none to two), `period` (`senaste` or `fast`), `senaste` (months) or `fran` and
 * `till`, and `f-<split>` for each split that is limited. Every fault names its field and says what is allowed.
 */
export function läsUttagsfråga(
  skriven: Skriven,
  { idag, värden }: { readonly idag: Dag; readonly värden: Readonly<Record<string, readonly string[]>> },
): LästFråga {
  const ett = (namn: string) => (skriven[namn]?.[0] ?? '').trim();
  const id = ett('indikator');
  const mått = indikator(id);
  if (!mått)
    return fel([
      {
        fält: 'indikator',
        text:
          id === ''
            ? 'Välj ett mått i listan.'
            : `Måttet ”${id.slice(0, 60)}” finns inte. Välj ett i listan, till exempel ${INDIKATORER[0]?.id ?? ''}.`,
      },
    ]);
  const fält: Fältfel[] = [];
  const tid = (ett('tid') || mått.tid.kortast) as Statistikfråga['tid'];
  const uppdelning = [...(skriven['uppdelning'] ?? []), ...(skriven['uppdelning2'] ?? [])].filter((u) => u !== '');
  const period = läsPeriod(ett, fält);
  const filter: Record<string, readonly string[]> = {};
  for (const [namn, valda] of Object.entries(skriven)) {
    if (!namn.startsWith(FILTERFÄLT)) continue;
    const uppdelat = namn.slice(FILTERFÄLT.length);
    const vill = [...new Set(valda.filter((v) => v !== ''))];
    if (vill.length === 0) continue;
    filter[uppdelat] = vill;
    const finns = värdenI(mått.källa, uppdelat, värden);
    const okänt = mått.uppdelningar.includes(uppdelat) ? vill.find((v) => finns && !finns.includes(v)) : undefined;
    if (okänt !== undefined)
      fält.push({
        fält: 'filter',
        text: `”${okänt.slice(0, 60)}” finns inte bland värdena för ${uppdelningsnamn(mått.källa, uppdelat).toLowerCase()}. Det som går är ${(finns ?? []).map((v) => värdenamn(mått.källa, uppdelat, v)).join(', ')}.`,
      });
  }
  if (!period) return fel(fält);
  const fråga: Uttagsfråga = { indikator: id, tid, uppdelning, filter, period };
  const statistikfråga = frågaFör(fråga, idag);
  try {
    prövaFråga(statistikfråga);
  } catch (svårighet) {
    if (!(svårighet instanceof Frågefel)) throw svårighet;
    fält.push({ fält: svårighet.fält, text: svårighet.message });
  }
  return fält.length > 0 ? fel(fält) : { ok: true, fråga, statistikfråga };
}

const fel = (fält: readonly Fältfel[]): LästFråga => ({ ok: false, fel: fält });

function läsPeriod(ett: (namn: string) => string, fält: Fältfel[]): Uttagsperiod | undefined {
  const slag = ett('period') || (ett('fran') !== '' || ett('till') !== '' ? 'fast' : 'senaste');
  if (slag === 'fast') {
    const [från, till] = [läsMånad(ett('fran')), läsMånad(ett('till'))];
    const fattas = (namn: string) => `Skriv vilken månad perioden ${namn}, till exempel 2026-10.`;
    if (från === '') fält.push({ fält: 'fran', text: fattas('börjar med') });
    if (till === '') fält.push({ fält: 'till', text: fattas('slutar med') });
    return från === '' || till === '' ? undefined : { slag, från, till };
  }
  const text = ett('senaste');
  const månader = text === '' ? MÅNADER : Number(text);
  if (slag === 'senaste' && Number.isInteger(månader) && månader >= 1 && månader <= FLEST_MÅNADER)
    return { slag, månader };
  fält.push(
    slag === 'senaste'
      ? {
          fält: 'senaste',
          text: `Skriv antal månader med siffror, 1 till ${FLEST_MÅNADER}. Du skrev ”${text.slice(0, 20)}”.`,
        }
      : { fält: 'period', text: 'Välj de senaste månaderna (senaste) eller bestämda månader (fast).' },
  );
  return undefined;
}

/** A month as people write it: `2026-10`, `202610`, `2026-1`. What cannot be read is left as it stands, and refused later. */
function läsMånad(text: string): Månad {
  const träff = /^(\d{4})[-/. ]?(\d{1,2})$/.exec(text);
  return träff ? `${träff[1]}-${(träff[2] ?? '').padStart(2, '0')}` : text.slice(0, 20);
}

/** Every value a split can be limited to; undefined when the facts alone know them. */
export function värdenI(
  källa: Parameters<typeof fältet>[0],
  namn: string,
  egna: Readonly<Record<string, readonly string[]>>,
): readonly string[] | undefined {
  const fält = fältet(källa, namn);
  if (fält?.typ === 'ja-nej') return ['ja', 'nej'];
  const kända = Object.keys(fält?.värden ?? {});
  const alla = [...new Set([...kända, ...(egna[namn] ?? [])])];
  return alla.length === 0 ? undefined : alla;
}

/** A question as it stands in an address. It holds codes and months only. */
export function frågaIAdress({ indikator: id, tid, uppdelning, filter, period }: Uttagsfråga): string {
  const delar = new URLSearchParams({ indikator: id, tid });
  for (const u of uppdelning) delar.append('uppdelning', u);
  if (period.slag === 'senaste') delar.append('senaste', String(period.månader));
  else {
    delar.append('fran', period.från);
    delar.append('till', period.till);
  }
  for (const [namn, värden] of Object.entries(filter))
    for (const värde of värden) delar.append(`${FILTERFÄLT}${namn}`, värde);
  return delar.toString();
}
