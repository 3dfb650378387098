import { z } from 'zod';
import { type Aktivitetsunderlag, aktivitetsunderlagSchema } from './aktivitetsunderlag.ts';

/** A fault in what was sent in: where (path such as `person.deltid[0].timmar`) and what is wrong and allowed. */
export type Inmatningsfel = { plats: string; text: string };

export type LästAktivitetsunderlag =
  | { ok: true; underlag: Aktivitetsunderlag }
  | { ok: false; fel: Inmatningsfel[] };

/**
 * Reads an underlag for aktivitetskrav from parsed JSON.
 * Every fault is given with its path and what is allowed there, in Swedish; nothing is guessed or filled in.
 */
export function läsAktivitetsunderlag(json: unknown): LästAktivitetsunderlag {
  const read = aktivitetsunderlagSchema.safeParse(json);
  if (read.success) return { ok: true, underlag: read.data };
  return { ok: false, fel: read.error.issues.flatMap((issue) => beskriv(issue, json)) };
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function beskriv(issue: Issue, json: unknown): Inmatningsfel[] {
  const plats = skrivPlats(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        plats: skrivPlats([...issue.path, key]),
        text: `Nyckeln är okänd. Tillåtna nycklar här: ${tillåtnaNycklar(issue.path).join(', ')}.`,
      }));
    case 'invalid_type': {
      const väntat = TYPER[issue.expected] ?? issue.expected;
      const saknas = värdePå(json, issue.path) === undefined;
      return [{ plats, text: saknas ? `Uppgiften saknas. Ange ${väntat}.` : `Fel sorts värde. Ange ${väntat}.` }];
    }
    case 'invalid_value':
      return [{ plats, text: `Värdet är inte tillåtet. Ange något av: ${issue.values.map(String).join(', ')}.` }];
    case 'too_small':
      return [{ plats, text: `Talet är för litet. Ange ${issue.inclusive ? 'minst' : 'mer än'} ${issue.minimum}.` }];
    case 'too_big':
      return [{ plats, text: `Talet är för stort. Ange ${issue.inclusive ? 'högst' : 'mindre än'} ${issue.maximum}.` }];
    case 'invalid_format':
      return [
        issue.format === 'date'
          ? { plats, text: 'Datumet finns inte eller är fel skrivet. Skriv ÅÅÅÅ-MM-DD, till exempel 1990-04-23.' }
          : { plats, text: 'Månaden är fel skriven. Skriv ÅÅÅÅ-MM, till exempel 2026-11.' },
      ];
    default:
      return [{ plats, text: 'Värdet är inte tillåtet.' }];
  }
}

const TYPER: Record<string, string> = {
  object: 'ett objekt { … }',
  array: 'en lista [ … ]',
  string: 'en text',
  number: 'ett tal',
  boolean: 'true eller false',
};

function skrivPlats(path: Path): string {
  if (path.length === 0) return 'underlaget';
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function värdePå(json: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown>)[part], json);
}

function tillåtnaNycklar(path: Path): string[] {
  let schema: unknown = aktivitetsunderlagSchema;
  for (const part of path) {
    const inre = utanOptional(schema);
    if (inre instanceof z.ZodArray) schema = inre.element;
    else if (inre instanceof z.ZodObject) schema = inre.shape[String(part)];
  }
  const objekt = utanOptional(schema);
  return objekt instanceof z.ZodObject ? Object.keys(objekt.shape) : [];
}

function utanOptional(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}
