import {
  type ActResult,
  type Dag,
  type Fältfel,
  flyttaDag,
  flyttaMånad,
  type Månad,
  refuse,
  type Tidpunkt,
} from '@stegvis/casework';
import type { Statistikfråga } from '../fraga.ts';
import type { SkyddatSvar } from '../skydd/skyddat-svar.ts';

/** Which months an extract is about: fixed ones, or the last so many whole months each time it is run. */
export type Uttagsperiod =
  | { readonly slag: 'fast'; readonly från: Månad; readonly till: Månad }
  | { readonly slag: 'senaste'; readonly månader: number };

/** What a saved extract asks, before its months are known. */
export interface Uttagsfråga {
  readonly indikator: string;
  readonly tid: Statistikfråga['tid'];
  readonly uppdelning: readonly string[];
  readonly filter: Readonly<Record<string, readonly string[]>>;
  readonly period: Uttagsperiod;
}

export const SCHEMAN = {
  inget: 'Inte av sig självt',
  vecka: 'Varje vecka, på måndagen',
  manad: 'Varje månad, den 2:a',
} as const;
export type Uttagsschema = keyof typeof SCHEMAN;

/** A saved extract. It holds codes and months, never a person. */
export interface Uttag {
  readonly id: string;
  readonly namn: string;
  readonly fråga: Uttagsfråga;
  readonly ägare: { readonly id: string; readonly namn: string };
  /** Everybody of the board who reads statistics sees it; only the owner changes it. */
  readonly delat: boolean;
  readonly schema: Uttagsschema;
  /** The next day it is run by itself. */
  readonly nästa: Dag | undefined;
  readonly skapad: Tidpunkt;
  readonly version: number;
}

/** What came of a scheduled extract on a day: the protected answer as it was, from which the files are made. */
export interface Uttagsleverans {
  readonly id: string;
  readonly uttag: string;
  readonly dag: Dag;
  readonly svar: SkyddatSvar;
  readonly gjord: Tidpunkt;
}

/** How long a delivered result is kept, and how many extracts one person may have. */
export const LEVERANS_DAGAR = 400;
export const FLEST_UTTAG = 50;
const LÄNGSTA_NAMN = 80;

/** The question of an extract on a day: the last whole months end with the month before the day's. */
export function frågaFör({ period, ...fråga }: Uttagsfråga, idag: Dag): Statistikfråga {
  if (period.slag === 'fast') return { ...fråga, från: period.från, till: period.till };
  const till = flyttaMånad(idag.slice(0, 7), -1);
  return { ...fråga, från: flyttaMånad(till, 1 - period.månader), till };
}

/** The next day after `idag` that the schedule falls on; undefined when there is none. */
export function nästaKörning(schema: Uttagsschema, idag: Dag): Dag | undefined {
  if (schema === 'inget') return undefined;
  if (schema === 'manad') {
    const denna = `${idag.slice(0, 7)}-02`;
    return denna > idag ? denna : `${flyttaMånad(idag.slice(0, 7), 1)}-02`;
  }
  const veckodag = new Date(`${idag}T00:00:00Z`).getUTCDay();
  return flyttaDag(idag, (8 - veckodag) % 7 || 7);
}

/** What somebody writes when saving an extract. */
export interface Uttagsönskan {
  readonly namn: string;
  readonly delat: boolean;
  readonly schema: string;
}

/** Saves a new extract, or one that is there with a new name, sharing or schedule. Its question has been tried before. */
export function sparaUttag(
  nuvarande: Uttag | undefined,
  önskan: Uttagsönskan,
  delar: {
    readonly id: string;
    readonly fråga: Uttagsfråga;
    readonly av: { readonly id: string; readonly namn: string };
    readonly egna: readonly Uttag[];
    readonly idag: Dag;
    readonly nu: Tidpunkt;
  },
): ActResult<{ uttag: Uttag }> {
  const { av, egna, idag } = delar;
  if (nuvarande && nuvarande.ägare.id !== av.id)
    return refuse(
      'inte-ditt',
      'Det här uttaget är någon annans.',
      `Be ${nuvarande.ägare.namn} ändra det, eller spara ett eget.`,
    );
  const namn = önskan.namn.trim().replace(/\s+/g, ' ');
  const fel: Fältfel[] = [];
  if (namn === '') fel.push({ fält: 'namn', text: 'Ge uttaget ett namn, till exempel Hushåll per månad.' });
  else if (namn.length > LÄNGSTA_NAMN)
    fel.push({ fält: 'namn', text: `Namnet är ${namn.length} tecken. Skriv högst ${LÄNGSTA_NAMN}.` });
  else if (egna.some((u) => u.id !== nuvarande?.id && u.namn.toLowerCase() === namn.toLowerCase()))
    fel.push({ fält: 'namn', text: `Du har redan ett uttag som heter ”${namn}”. Välj ett annat namn.` });
  if (!Object.hasOwn(SCHEMAN, önskan.schema))
    fel.push({
      fält: 'schema',
      text: 'Välj om uttaget ska göras av sig självt: varje vecka, varje månad eller inte alls.',
    });
  else if (önskan.schema !== 'inget' && delar.fråga.period.slag === 'fast')
    fel.push({
      fält: 'schema',
      text: 'Ett uttag som görs av sig självt måste gälla de senaste månaderna. Välj det vid Period, eller välj att det inte görs av sig självt.',
    });
  if (fel.length > 0) return refuse('ofullstandigt', 'Uttaget sparades inte.', 'Rätta det som är markerat.', fel);
  if (!nuvarande && egna.length >= FLEST_UTTAG)
    return refuse(
      'for-manga',
      `Du har redan ${egna.length} sparade uttag.`,
      `Du kan ha ${FLEST_UTTAG}. Ta bort något först.`,
    );
  const schema = önskan.schema as Uttagsschema;
  const nästa = nuvarande?.schema === schema ? nuvarande.nästa : nästaKörning(schema, idag);
  return {
    ok: true,
    uttag: nuvarande
      ? { ...nuvarande, namn, fråga: delar.fråga, delat: önskan.delat, schema, nästa, version: nuvarande.version + 1 }
      : {
          id: delar.id,
          namn,
          fråga: delar.fråga,
          ägare: av,
          delat: önskan.delat,
          schema,
          nästa,
          skapad: delar.nu,
          version: 1,
        },
  };
}
