/**
 * The Swedish property names of documents that are stored as JSON, where keys are ASCII. Documents in a format of their own
 * (uppgifter, underlag, registeruppgifter, receipts) have ASCII keys already and are stored as they stand.
 */
const SWEDISH_KEYS = [
  'ansökt',
  'målnummer',
  'sätt',
  'studieväg',
  'läge',
  'ursäkt',
  'väckt',
  'verkställtGenom',
  'ändrar',
  'ändringsgrund',
  'bestämmelse',
  'bestämmelser',
  'döljsFör',
  'föredragande',
  'högst',
  'hämtad',
  'omständighet',
  'räknas',
  'särskilt',
  'ändamål',
  'återkrav',
  'överenskommelse',
  'överstiger',
  'önskemål',
  'benämning',
  'fråga',
  'förra',
  'godkänt',
  'källa',
  'okänt',
  'påslagen',
  'räknat',
  'skäl',
  'ansökan',
  'nedsättning',
  'nedsättningar',
  'tillfälligt',
] as const;

/** Writes and reads JSON in which these property names, and the common ones, are ASCII. */
export function jsonWith(keys: readonly string[]): {
  /** The value as JSON text with ASCII keys. Throws RangeError for a key that is neither ASCII nor known. */
  writeJson: (value: unknown) => string;
  /** What `writeJson` wrote, with the Swedish property names back. */
  readJson: <T>(stored: unknown) => T;
} {
  const known = [...SWEDISH_KEYS, ...keys];
  const toAscii = new Map<string, string>(known.map((key) => [key, ascii(key)]));
  const toSwedish = new Map<string, string>(known.map((key) => [ascii(key), key]));
  return {
    writeJson: (value) => JSON.stringify(mapKeys(value, (key) => toAscii.get(key) ?? asciiOrThrow(key))),
    readJson: <T>(stored: unknown) => mapKeys(stored, (key) => toSwedish.get(key) ?? key) as T,
  };
}

export const { writeJson, readJson } = jsonWith([]);

function mapKeys(value: unknown, name: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [name(key), mapKeys(item, name)]));
}

function ascii(key: string): string {
  return key.replace(/[åä]/g, 'a').replace(/ö/g, 'o');
}

function asciiOrThrow(key: string): string {
  if (/^[\x20-\x7e]*$/.test(key)) return key;
  throw new RangeError(`'${key}' must be listed in SWEDISH_KEYS before it can be stored`);
}
