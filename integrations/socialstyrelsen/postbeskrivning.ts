import { z } from 'zod';
import { UPPGIFTER } from './uppgifter.ts';

const kort = z
  .string('Skriv en text.')
  .trim()
  .min(1, 'Skriv en text som inte är tom.')
  .max(200, 'Skriv högst 200 tecken.');
const plats = (vad: string) =>
  z.int(`${vad} ska vara ett heltal.`).min(1, `${vad} ska vara minst 1.`).max(5000, `${vad} ska vara högst 5 000.`);
const ettAv = <const T extends readonly [string, ...string[]]>(värden: T) =>
  z.enum(värden, `Välj ett av: ${värden.join(', ')}.`);
const okänd = (nycklar: readonly string[]) => (brist: { code?: string }) =>
  brist.code === 'unrecognized_keys'
    ? `Nyckeln finns inte. Tillåtna nycklar: ${nycklar.join(', ')}.`
    : 'Skriv ett objekt.';

const kolumn = {
  /** The name in the layout and in the header. */
  namn: kort,
  /** The fact it is filled from, or the fixed text it always has; one of them. */
  kalla: kort.optional(),
  fast: z.string('Skriv en text.').max(200, 'Skriv högst 200 tecken.').optional(),
  /** Characters; needed in a fixed layout, the longest in a delimited one. */
  bredd: plats('Bredden').optional(),
  /** The first place, 1 being the first; only in a fixed layout. */
  start: plats('Startplatsen').optional(),
  /** What fills it up in a fixed layout: blanks after, blanks before or zeros before. */
  utfyllnad: ettAv(['blank-efter', 'blank-fore', 'nolla-fore']).optional(),
  kodlista: kort.optional(),
  kravs: z.boolean('Skriv true eller false.').default(false),
  /** What stands there when there is nothing to say and it is not needed. */
  saknas: z.string('Skriv en text.').max(50, 'Skriv högst 50 tecken.').default(''),
};
const kodlista = z.record(
  z.string(),
  z.string('Skriv koden som text.').min(1, 'Koden får inte vara tom.').max(50, 'Skriv högst 50 tecken.'),
  'En kodlista är ett objekt med ett värde och dess kod på varje rad.',
);
const huvud = {
  namn: kort,
  /** Where the layout and its codes come from, with date. */
  ursprung: z
    .string('Skriv varifrån beskrivningen kommer.')
    .trim()
    .min(1, 'Skriv varifrån beskrivningen kommer.')
    .max(1000),
  slag: ettAv(['bistand', 'avslutsorsaker']),
  format: ettAv(['avgransad', 'fast']),
  avgransare: z
    .string('Skriv ett tecken.')
    .length(1, 'Avgränsaren ska vara ett tecken, till exempel ";" eller "\\t".')
    .optional(),
  radslut: ettAv(['crlf', 'lf']),
  teckenkodning: ettAv(['utf-8', 'iso-8859-1']),
  rubrikrad: z.boolean('Skriv true eller false.'),
  /** December's file has all the months of the year, and the others their own. */
  totalfilIDecember: z.boolean('Skriv true eller false.'),
  /** `{kommun}`, `{period}` and `{version}` are filled in. */
  filnamn: z
    .string('Skriv filens namn.')
    .regex(
      /^[A-Za-z0-9_.{}-]{1,80}$/,
      'Filnamnet får ha bokstäver a–z, siffror, _ . - och {kommun}, {period}, {version}.',
    ),
  kodlistor: z.record(z.string(), kodlista, 'Kodlistorna är ett objekt.').default({}),
  kolumner: z
    .array(z.strictObject(kolumn, { error: okänd(Object.keys(kolumn)) }), 'Kolumnerna är en lista.')
    .min(1, 'Skriv minst en kolumn.')
    .max(300, 'Skriv högst 300 kolumner.'),
};
const schema = z.strictObject(huvud, { error: okänd(Object.keys(huvud)) });

/** A record layout: data that the municipality enters. Keys are ASCII because it is written and read as JSON. */
export type Postbeskrivning = z.infer<typeof schema>;
export type Kolumn = Postbeskrivning['kolumner'][number];

/** Where in the layout, and what is allowed there. */
export interface Beskrivningsfel {
  readonly plats: string;
  readonly text: string;
}

/**
 * Reads a layout as text. Every fault is said with its place: columns that overlap, a width that is missing, a fact that Stegvis does not
 * have, a code list that is missing, has unknown values or codes that do not fit. Never throws.
 */
export function läsPostbeskrivning(
  text: string,
): { ok: true; beskrivning: Postbeskrivning } | { ok: false; fel: readonly Beskrivningsfel[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      ok: false,
      fel: [{ plats: 'hela', text: 'Texten är inte JSON. Kontrollera citattecken, komman och klamrar.' }],
    };
  }
  const läst = schema.safeParse(json);
  if (!läst.success)
    return {
      ok: false,
      fel: läst.error.issues.flatMap((brist) =>
        brist.code === 'unrecognized_keys'
          ? brist.keys.map((nyckel) => ({ plats: platsen([...brist.path, nyckel], json), text: brist.message }))
          : [{ plats: platsen(brist.path, json), text: brist.message }],
      ),
    };
  const fel = [
    ...sammanhang(läst.data),
    ...kodfel(läst.data),
    ...(läst.data.format === 'fast' ? platsfel(läst.data) : []),
  ];
  return fel.length > 0 ? { ok: false, fel } : { ok: true, beskrivning: läst.data };
}

/** A place in words: `kolumnen Hinder1, bredd`. */
function platsen(path: readonly PropertyKey[], json: unknown): string {
  const [del, i, ...rest] = path;
  if (del !== 'kolumner' || typeof i !== 'number') return path.length === 0 ? 'hela' : path.map(String).join(', ');
  const kolumner = (json as { kolumner?: { namn?: unknown }[] }).kolumner;
  const namn = kolumner?.[i]?.namn;
  return [`kolumn ${i + 1}${typeof namn === 'string' ? ` (${namn})` : ''}`, ...rest.map(String)].join(', ');
}

const kolumnplats = (k: Kolumn, i: number) => `kolumn ${i + 1} (${k.namn})`;

function sammanhang(b: Postbeskrivning): Beskrivningsfel[] {
  const fel: Beskrivningsfel[] = [];
  const kända = UPPGIFTER[b.slag];
  if (b.format === 'avgransad' && b.avgransare === undefined)
    fel.push({ plats: 'avgransare', text: 'En avgränsad fil behöver ett tecken mellan kolumnerna.' });
  if (b.format === 'fast' && b.avgransare !== undefined)
    fel.push({ plats: 'avgransare', text: 'En fil med fasta platser har ingen avgränsare. Ta bort den.' });
  b.kolumner.forEach((k, i) => {
    const plats = kolumnplats(k, i);
    if (b.kolumner.findIndex((annan) => annan.namn === k.namn) !== i)
      fel.push({ plats, text: 'Två kolumner har samma namn. Ge dem olika.' });
    if ((k.kalla === undefined) === (k.fast === undefined))
      fel.push({ plats, text: 'Skriv antingen kalla (uppgiften i Stegvis) eller fast (samma text på varje rad).' });
    const uppgift = k.kalla === undefined || !Object.hasOwn(kända, k.kalla) ? undefined : kända[k.kalla];
    if (k.kalla !== undefined && !uppgift)
      fel.push({
        plats: `${plats}, kalla`,
        text: `Uppgiften ”${k.kalla}” finns inte i Stegvis. Välj en av: ${Object.keys(kända).join(', ')}.`,
      });
    if (uppgift?.slag === 'personnummer' && k.bredd !== undefined && k.bredd < 12)
      fel.push({ plats: `${plats}, bredd`, text: 'Ett personnummer har tolv siffror. Bredden ska vara minst 12.' });
    if (k.fast !== undefined && k.bredd !== undefined && k.fast.length > k.bredd)
      fel.push({ plats: `${plats}, fast`, text: `Texten är längre än kolumnens ${k.bredd} tecken.` });
    if (k.saknas !== '' && k.bredd !== undefined && k.saknas.length > k.bredd)
      fel.push({ plats: `${plats}, saknas`, text: `Texten är längre än kolumnens ${k.bredd} tecken.` });
    if (b.format === 'avgransad' && [k.namn, k.fast ?? '', k.saknas].some((t) => t.includes(b.avgransare ?? '\0')))
      fel.push({ plats, text: 'En text i kolumnen innehåller avgränsaren. Välj en annan avgränsare eller text.' });
  });
  return fel;
}

function kodfel(b: Postbeskrivning): Beskrivningsfel[] {
  const fel: Beskrivningsfel[] = [];
  b.kolumner.forEach((k, i) => {
    const plats = `${kolumnplats(k, i)}, kodlista`;
    const uppgift = k.kalla === undefined ? undefined : UPPGIFTER[b.slag][k.kalla];
    if (k.kodlista === undefined) {
      if (uppgift?.slag === 'varden')
        fel.push({
          plats,
          text: `Uppgiften ”${k.kalla}” behöver en kodlista. Stegvis har inga koder; skriv in dem ur den beskrivning ni har fått. Värden: ${Object.keys(uppgift.värden ?? {}).join(', ')}.`,
        });
      return;
    }
    const lista = Object.hasOwn(b.kodlistor, k.kodlista) ? b.kodlistor[k.kodlista] : undefined;
    if (!lista) {
      fel.push({
        plats,
        text: `Kodlistan ”${k.kodlista}” finns inte. Skriv den under kodlistor${Object.keys(b.kodlistor).length > 0 ? `, eller välj en av: ${Object.keys(b.kodlistor).join(', ')}` : ''}.`,
      });
      return;
    }
    if (uppgift && uppgift.slag !== 'varden') {
      fel.push({ plats, text: `Uppgiften ”${k.kalla}” har inga värden att koda. Ta bort kodlistan.` });
      return;
    }
    for (const [värde, kod] of Object.entries(lista)) {
      if (uppgift && !Object.hasOwn(uppgift.värden ?? {}, värde))
        fel.push({
          plats,
          text: `Värdet ”${värde}” finns inte. Tillåtna värden: ${Object.keys(uppgift.värden ?? {}).join(', ')}.`,
        });
      if (k.bredd !== undefined && kod.length > k.bredd)
        fel.push({ plats, text: `Koden ”${kod}” är längre än kolumnens ${k.bredd} tecken.` });
      if (b.format === 'avgransad' && b.avgransare !== undefined && kod.includes(b.avgransare))
        fel.push({ plats, text: `Koden ”${kod}” innehåller avgränsaren.` });
    }
  });
  return fel;
}

function platsfel(b: Postbeskrivning): Beskrivningsfel[] {
  const fel: Beskrivningsfel[] = [];
  const utlagda: { k: Kolumn; i: number; start: number; slut: number }[] = [];
  b.kolumner.forEach((k, i) => {
    const plats = kolumnplats(k, i);
    if (k.bredd === undefined)
      fel.push({ plats: `${plats}, bredd`, text: 'En fast kolumn behöver en bredd i tecken.' });
    if (k.start === undefined)
      fel.push({ plats: `${plats}, start`, text: 'En fast kolumn behöver en startplats. Den första platsen är 1.' });
    if (k.bredd !== undefined && k.start !== undefined)
      utlagda.push({ k, i, start: k.start, slut: k.start + k.bredd - 1 });
  });
  utlagda.sort((a, b2) => a.start - b2.start);
  utlagda.forEach((denna, n) => {
    for (const tidigare of utlagda.slice(0, n))
      if (denna.start <= tidigare.slut)
        fel.push({
          plats: kolumnplats(denna.k, denna.i),
          text: `Kolumnen ligger på plats ${denna.start}–${denna.slut}, ovanpå ${tidigare.k.namn} på plats ${tidigare.start}–${tidigare.slut}. Flytta en av dem.`,
        });
  });
  return fel;
}
