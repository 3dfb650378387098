import { readFileSync } from 'node:fs';
import { type Clamdadress, läsClamdadress } from '@stegvis/integrations';
import { z } from 'zod';
import type { Kommunuppgifter } from './kommunuppgifter.ts';

const adress = z.url({ protocol: /^https?$/ });
const schema = z.object({
  DATABASE_URL: z.string().startsWith('postgres', 'ska börja med postgres://').optional(),
  PORT: z.coerce.number({ error: 'ska vara ett portnummer, till exempel 8080' }).int().min(0).max(65535).optional(),
  STEGVIS_ADRESS: adress.optional(),
  STEGVIS_DATA: z.string().min(1).default('.data'),
  STEGVIS_LAGE: z.enum(['demo', 'ovning', 'drift'], { error: 'ska vara demo, ovning eller drift' }).default('demo'),
  STEGVIS_KLOCKA: z.iso
    .datetime({ offset: true, error: 'ska vara en tidpunkt, till exempel 2026-11-24T09:00:00+01:00' })
    .optional(),
  STEGVIS_KOMMUNFIL: z.string().optional(),
  STEGVIS_BETALMAPP: z.string().min(1).optional(),
  STEGVIS_OIDC_UTGIVARE: adress.optional(),
  STEGVIS_OIDC_KLIENT: z.string().optional(),
  STEGVIS_OIDC_HEMLIGHET: z.string().optional(),
  STEGVIS_OIDC_PERSONALKLIENT: z.string().optional(),
  STEGVIS_OIDC_PERSONALHEMLIGHET: z.string().optional(),
  STEGVIS_CLAMD: z
    .string()
    .refine(
      (text) => läsClamdadress(text) !== undefined,
      'ska vara tcp://värd:port eller unix:/sökväg, till exempel unix:/run/clamav/clamd.ctl',
    )
    .optional(),
  STEGVIS_KOLADA_URL: z.url({ protocol: /^https$/, error: 'ska börja med https://' }).optional(),
  STEGVIS_SSBTEK_URL: adress.optional(),
  STEGVIS_SSBTEK_CERT: z.string().optional(),
  STEGVIS_SSBTEK_NYCKEL: z.string().optional(),
  STEGVIS_SSBTEK_CA: z.string().optional(),
  STEGVIS_SSBTEK_AKTORSID: z.string().optional(),
  STEGVIS_NAVET_URL: adress.optional(),
  STEGVIS_NAVET_BESTALLNING: z
    .string()
    .regex(/^\d{8}-[A-Z]{2}\d{2}-\d{4}$/, 'ska se ut som 00000000-FO01-0001')
    .optional(),
  STEGVIS_NAVET_CERT: z.string().optional(),
  STEGVIS_NAVET_NYCKEL: z.string().optional(),
  STEGVIS_NAVET_CA: z.string().optional(),
  STEGVIS_SSBTEK_ORGNR: z
    .string()
    .regex(/^\d{4}[2-9]\d{7}$/, 'ska vara tolv siffror')
    .optional(),
});

/** A fault in the environment variables. The message is Swedish, names each variable and says what it may be. */
export class InställningsFel extends Error {}

export interface OidcInställning {
  readonly utgivare: string;
  readonly medborgare: { readonly klient: string; readonly hemlighet: string };
  readonly personal: { readonly klient: string; readonly hemlighet: string };
}

export interface SsbtekInställning {
  readonly url: string;
  readonly certfil: string;
  readonly nyckelfil: string;
  readonly cafil: string | undefined;
  readonly aktorsid: string;
  readonly organisationsnummer: string;
}

export interface NavetInställning {
  readonly url: string;
  readonly beställning: string;
  readonly certfil: string;
  readonly nyckelfil: string;
  readonly cafil: string | undefined;
}

export interface Inställning {
  /** PostgreSQL to use; undefined means the embedded one under `datamapp`. */
  readonly databasUrl: string | undefined;
  readonly port: number | undefined;
  /** The address people see, without a trailing slash; undefined means http://localhost:PORT. */
  readonly adress: string | undefined;
  readonly datamapp: string;
  /**
   * `demo` has stand-ins for e-ID and the authorities and a seeded municipality; `ovning` is the same for a municipality's staff to
   * practise on, marked on every page, in a database of its own; `drift` has neither.
   */
  readonly läge: 'demo' | 'ovning' | 'drift';
  /** Demo only: the instant the clock starts from. */
  readonly klocka: string | undefined;
  /** Who decides and pays; the demo has its own. */
  readonly kommun: Kommunuppgifter | undefined;
  /** The folder the bank's file channel takes payment files from; undefined: a person downloads them. */
  readonly betalmapp?: string | undefined;
  readonly oidc: OidcInställning | undefined;
  readonly ssbtek: SsbtekInställning | undefined;
  /** The population register; undefined when the board has not connected it, and then nothing is decided automatically. */
  readonly navet?: NavetInställning | undefined;
  /** How long a page of figures waits for them to be counted, milliseconds, where it is not the usual time; only for tests. */
  readonly påSidan?: number | undefined;
  /** Kolada's address when it is not the usual one, for example through a gateway. */
  readonly koladaUrl?: string | undefined;
  /** The malware scanner; undefined keeps documents as not scanned. */
  readonly clamd?: Clamdadress | undefined;
}

/**
 * Reads the settings from environment variables.
 * In `drift` everything that the demo stands in for must be given: the server never starts half-configured.
 * @throws InställningsFel naming every variable that is wrong or missing.
 */
export function läsInställning(env: Record<string, string | undefined>): Inställning {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((k) => (env[k] ? [[k, env[k]]] : [])));
  const read = schema.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new InställningsFel(`Inställningarna går inte att använda:\n${lines.join('\n')}`);
  }
  const e = read.data;
  const missing = (names: (keyof typeof e)[]) => names.filter((name) => e[name] === undefined);
  if (e.STEGVIS_LAGE === 'drift') {
    const faults = missing([
      'DATABASE_URL',
      'STEGVIS_ADRESS',
      'STEGVIS_KOMMUNFIL',
      'STEGVIS_OIDC_UTGIVARE',
      'STEGVIS_OIDC_KLIENT',
      'STEGVIS_OIDC_HEMLIGHET',
      'STEGVIS_OIDC_PERSONALKLIENT',
      'STEGVIS_OIDC_PERSONALHEMLIGHET',
      'STEGVIS_SSBTEK_URL',
      'STEGVIS_SSBTEK_CERT',
      'STEGVIS_SSBTEK_NYCKEL',
      'STEGVIS_SSBTEK_AKTORSID',
      'STEGVIS_SSBTEK_ORGNR',
      ...(e.STEGVIS_NAVET_URL
        ? (['STEGVIS_NAVET_BESTALLNING', 'STEGVIS_NAVET_CERT', 'STEGVIS_NAVET_NYCKEL'] as const)
        : []),
    ]);
    if (faults.length > 0)
      throw new InställningsFel(
        `I drift måste de här inställningarna finnas: ${faults.join(', ')}. Se docs/handbok/drift.md.`,
      );
  }
  if (e.STEGVIS_LAGE === 'ovning' && (e.DATABASE_URL !== undefined || e.STEGVIS_BETALMAPP !== undefined))
    throw new InställningsFel(
      'Övningen har en egen inbyggd databas och lämnar aldrig filer till banken. Ta bort DATABASE_URL och STEGVIS_BETALMAPP.',
    );
  const drift = e.STEGVIS_LAGE === 'drift';
  return {
    databasUrl: e.DATABASE_URL,
    port: e.PORT,
    adress: e.STEGVIS_ADRESS?.replace(/\/$/, ''),
    datamapp: e.STEGVIS_LAGE === 'ovning' ? `${e.STEGVIS_DATA}/ovning` : e.STEGVIS_DATA,
    läge: e.STEGVIS_LAGE,
    klocka: drift ? undefined : e.STEGVIS_KLOCKA,
    kommun: drift ? läsKommunfil(e.STEGVIS_KOMMUNFIL!) : undefined,
    betalmapp: e.STEGVIS_BETALMAPP,
    oidc: drift
      ? {
          utgivare: e.STEGVIS_OIDC_UTGIVARE!,
          medborgare: { klient: e.STEGVIS_OIDC_KLIENT!, hemlighet: e.STEGVIS_OIDC_HEMLIGHET! },
          personal: { klient: e.STEGVIS_OIDC_PERSONALKLIENT!, hemlighet: e.STEGVIS_OIDC_PERSONALHEMLIGHET! },
        }
      : undefined,
    koladaUrl: drift ? e.STEGVIS_KOLADA_URL : undefined,
    clamd: e.STEGVIS_CLAMD === undefined ? undefined : läsClamdadress(e.STEGVIS_CLAMD),
    ssbtek: drift
      ? {
          url: e.STEGVIS_SSBTEK_URL!,
          certfil: e.STEGVIS_SSBTEK_CERT!,
          nyckelfil: e.STEGVIS_SSBTEK_NYCKEL!,
          cafil: e.STEGVIS_SSBTEK_CA,
          aktorsid: e.STEGVIS_SSBTEK_AKTORSID!,
          organisationsnummer: e.STEGVIS_SSBTEK_ORGNR!,
        }
      : undefined,
    navet:
      drift && e.STEGVIS_NAVET_URL
        ? {
            url: e.STEGVIS_NAVET_URL,
            beställning: e.STEGVIS_NAVET_BESTALLNING!,
            certfil: e.STEGVIS_NAVET_CERT!,
            nyckelfil: e.STEGVIS_NAVET_NYCKEL!,
            cafil: e.STEGVIS_NAVET_CA,
          }
        : undefined,
  };
}

const kommunfil = z.strictObject({
  kod: z.string().regex(/^\d{4}$/, 'ska vara kommunkoden, fyra siffror'),
  nämndnyckel: z.string().regex(/^[a-z][a-z-]*$/, 'ska vara små bokstäver a–z, till exempel socialnamnden'),
  namn: z.string().min(1),
  nämnd: z.string().min(1),
  telefon: z.string().min(1),
  telefontid: z.string().min(1),
  ort: z.string().min(1).max(35),
  organisationsnummer: z.string().regex(/^\d{10}$/, 'ska vara tio siffror'),
  iban: z.string().regex(/^SE\d{22}$/, 'ska vara ett svenskt IBAN'),
  bic: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'ska vara bankens BIC'),
  bankgiro: z
    .string()
    .regex(/^\d{7,8}$/, 'ska vara sju eller åtta siffror')
    .exactOptional(),
});

function läsKommunfil(fil: string): Kommunuppgifter {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(fil, 'utf8'));
  } catch (error) {
    throw new InställningsFel(`STEGVIS_KOMMUNFIL går inte att läsa: ${(error as Error).message}`);
  }
  const read = kommunfil.safeParse(json);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'filen'}: ${issue.message}`);
  throw new InställningsFel(`Kommunfilen går inte att använda:\n${lines.join('\n')}`);
}
