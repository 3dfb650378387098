import { type Befolkning, DIMENSIONER, SAKNAS, type Tjänster } from '@stegvis/statistics';
import { CsvError, parse } from 'csv-parse/sync';

/** A file of the board's own: all its rows, or every row's fault as a Swedish sentence. Never some of the rows. */
export type Inläst<T> =
  | { readonly ok: true; readonly rader: readonly T[] }
  | { readonly ok: false; readonly fel: readonly string[] };

/** The most rows of a file; a municipality of many districts has some thousand. */
export const FLEST_RADER = 20_000;
/** The most faults that are told at once. */
const FLEST_FEL = 25;

const ÅLDERSGRUPPER = Object.keys(DIMENSIONER.aldersgrupp.värden).filter((v) => v !== SAKNAS);
const KÖN: Readonly<Record<string, string>> = { kvinna: 'kvinna', kvinnor: 'kvinna', man: 'man', män: 'man' };

/** Inhabitants on 31 December: `ar;kon;aldersgrupp;distrikt;antal`, the district may be left out. */
export function läsBefolkning(text: string): Inläst<Befolkning> {
  return läs(
    text,
    { krävs: ['ar', 'kon', 'aldersgrupp', 'antal'], får: ['distrikt'] },
    (rad, fel) => {
      const år = heltal(rad['ar'], 1990, 2100) ?? fel('ar', 'ett årtal, till exempel 2025');
      const kon = KÖN[(rad['kon'] ?? '').toLowerCase()] ?? fel('kon', 'kvinna eller man');
      const ålder = (rad['aldersgrupp'] ?? '').replace('–', '-');
      const aldersgrupp = ÅLDERSGRUPPER.includes(ålder)
        ? ålder
        : fel('aldersgrupp', `en av ${ÅLDERSGRUPPER.join(', ')}`);
      const antal = heltal(rad['antal'], 0, 10_000_000) ?? fel('antal', 'ett helt antal, 0 eller mer');
      return { år, kon, aldersgrupp, distrikt: distriktet(rad, fel), antal } as Befolkning;
    },
    (r) => `${r.år}, ${r.kon}, ${r.aldersgrupp}, ${r.distrikt}`,
  );
}

/** Caseworkers' full-time posts: `manad;distrikt;arsarbetskrafter;anstallda`, the district may be left out. */
export function läsTjänster(text: string): Inläst<Tjänster> {
  return läs(
    text,
    { krävs: ['manad', 'arsarbetskrafter', 'anstallda'], får: ['distrikt'] },
    (rad, fel) => {
      const månad = /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(rad['manad'] ?? '')
        ? rad['manad']!
        : fel('manad', 'år och månad, till exempel 2026-10');
      const årsarbetskrafter =
        tal(rad['arsarbetskrafter'], 100_000) ?? fel('arsarbetskrafter', 'ett tal, 0 eller mer, till exempel 12,5');
      const anställda = heltal(rad['anstallda'], 0, 100_000) ?? fel('anstallda', 'ett helt antal, 0 eller mer');
      if (årsarbetskrafter > anställda) fel('arsarbetskrafter', 'högst så många som de anställda');
      return { månad, distrikt: distriktet(rad, fel), årsarbetskrafter, anställda } as Tjänster;
    },
    (r) => `${r.månad}, ${r.distrikt}`,
  );
}

type Fel = (kolumn: string, tillåtet: string) => never;

class Radfel extends Error {}

function läs<T>(
  text: string,
  kolumner: { krävs: readonly string[]; får: readonly string[] },
  rad: (rad: Readonly<Record<string, string>>, fel: Fel) => T,
  nyckel: (rad: T) => string,
): Inläst<T> {
  const första = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const alla = [...kolumner.krävs, ...kolumner.får];
  const allt = `Första raden ska ha kolumnernas namn: ${kolumner.krävs.join(', ')}${kolumner.får.length > 0 ? ` och, om det finns, ${kolumner.får.join(', ')}` : ''}.`;
  if (text.trim() === '') return { ok: false, fel: [`Filen är tom. ${allt}`] };
  let tabell: { record: string[]; info: { lines: number } }[];
  try {
    tabell = parse(text.replaceAll('\0', ''), {
      bom: true,
      delimiter: [';', '\t', ','].find((d) => första.includes(d)) ?? ';',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as typeof tabell;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      ok: false,
      fel: ['Filen går inte att läsa som en tabell. Spara den som CSV med semikolon mellan kolumnerna.'],
    };
  }
  const [huvud, ...rader] = tabell;
  const namn = (huvud?.record ?? []).map((h) =>
    h.toLowerCase().replace(/[åä]/g, 'a').replaceAll('ö', 'o').replaceAll(' ', ''),
  );
  const saknas = kolumner.krävs.filter((k) => !namn.includes(k));
  const okända = namn.filter((n) => !alla.includes(n));
  if (saknas.length > 0) return { ok: false, fel: [`Rad 1: ${saknas.join(', ')} saknas. ${allt}`] };
  if (okända.length > 0)
    return {
      ok: false,
      fel: [
        `Rad 1: ${okända.map((n) => n.slice(0, 40) || 'en kolumn utan namn').join(', ')} hör inte till filen. ${allt}`,
      ],
    };
  if (rader.length === 0) return { ok: false, fel: [`Filen har inga rader under rubrikerna. ${allt}`] };
  if (rader.length > FLEST_RADER)
    return { ok: false, fel: [`Filen har ${rader.length} rader. Den får ha högst ${FLEST_RADER}.`] };
  const fel: string[] = [];
  const läst = new Map<string, T>();
  for (const { record, info } of rader)
    try {
      if (record.length !== namn.length)
        throw new Radfel(
          `Rad ${info.lines}: raden har ${record.length} kolumner. Den ska ha ${namn.length}, som första raden.`,
        );
      const ny = rad(Object.fromEntries(namn.map((n, i) => [n, record[i] ?? ''])), (kolumn, tillåtet) => {
        throw new Radfel(`Rad ${info.lines}: ${kolumn} ska vara ${tillåtet}.`);
      });
      if (läst.has(nyckel(ny))) throw new Radfel(`Rad ${info.lines}: ${nyckel(ny)} finns redan på en tidigare rad.`);
      läst.set(nyckel(ny), ny);
    } catch (error) {
      if (!(error instanceof Radfel)) throw error;
      fel.push(error.message);
    }
  if (fel.length === 0) return { ok: true, rader: [...läst.values()] };
  const fler = fel.length - FLEST_FEL;
  return { ok: false, fel: [...fel.slice(0, FLEST_FEL), ...(fler > 0 ? [`${fler} rader till har fel.`] : [])] };
}

function distriktet(rad: Readonly<Record<string, string>>, fel: Fel): string {
  const text = rad['distrikt'] ?? '';
  if (text.length > 60) fel('distrikt', 'högst 60 tecken');
  return text === '' ? SAKNAS : text;
}

function heltal(text: string | undefined, minst: number, högst: number): number | undefined {
  const siffror = (text ?? '').replaceAll(/[\s\u00a0]/g, '');
  const värde = /^\d{1,9}$/.test(siffror) ? Number(siffror) : undefined;
  return värde !== undefined && värde >= minst && värde <= högst ? värde : undefined;
}

function tal(text: string | undefined, högst: number): number | undefined {
  const siffror = (text ?? '').replace(',', '.');
  const värde = /^\d{1,6}(\.\d{1,4})?$/.test(siffror) ? Number(siffror) : undefined;
  return värde !== undefined && värde <= högst ? värde : undefined;
}
