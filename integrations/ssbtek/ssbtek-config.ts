import type { Källa } from '@stegvis/casework';
import { LEFI_FÖRMÅNSGRUPPER } from './lefi-formaner.ts';

/** From and to and including. */
export interface Period {
  from: string;
  tom: string;
}

/** How one board reaches SSBTEK and what it may ask. */
export interface SsbtekConfig {
  /** `https:`; `http:` only to the own machine. */
  url: string;
  /** PEM texts. SSBTEK requires a client certificate (mutual TLS); `ca` replaces the ordinary certificate authorities. */
  tls?: { cert: string; key: string; ca?: string };
  ingivare: {
    /** Twelve digits: `16` and the organisation number. */
    organisationsnummer: string;
    namn: string;
    handläggare: string;
  };
  /** The board's id with Försäkringskassan (`026-51`). */
  aktorsId: string;
  personuppgiftsbiträden?: { organisationsnummer: string; namn: string; ordningsnummer?: number }[];
  /** Left out: `STANDARD_LAGTEXT`. */
  lagtext?: string;
  /** Left out: `STANDARD_SYFTE`. */
  syfte?: string;
  /** The municipality's legal ground for asking Transportstyrelsen and Migrationsverket; without it they are never asked. */
  rättsligGrund?: { TNS?: string; MIV?: string };
  /** LEFI benefit groups to ask for. Left out: all. Narrow only by what the board has no right to. */
  förmånsgrupper?: { FK: readonly string[]; PM: readonly string[] };
  /**
   * Whether LEFI has been seen to leave out a list of payments when it is empty. The contract does not say. Left out: false,
   * so that an answer without the list is `ej-kontrollerbar`.
   */
  lefiUtelämnarTommaListor?: boolean;
  /** Values of the a-kassor's free-text status that mean a full answer. Left out: `all clear`, the one value seen. */
  soStatusar?: readonly string[];
  /** Milliseconds to connect, TLS included. Left out: 5 000. */
  anslutningMs?: number;
  /** Milliseconds for the whole call. Left out: 30 000. */
  svarMs?: number;
  /** Largest answer read. Left out: 5 MB. */
  maxSvarBytes?: number;
}

/** Chapter 15 of SoL obliges the authorities to answer; the ordinance says which facts. */
export const STANDARD_LAGTEXT =
  '15 kap. 10–12 §§ socialtjänstlagen (2025:400), förordning (2008:975) om uppgiftsskyldighet i vissa fall enligt socialtjänstlagen';
export const STANDARD_SYFTE = 'Handläggning av ärende om ekonomiskt bistånd';

/** A question about one person. */
export interface Registerfråga {
  /** Twelve digits, personnummer or samordningsnummer. */
  personnummer: string;
  period: Period;
  /** Other periods for single authorities. */
  perioder?: Partial<Record<'FK' | 'AF' | 'CSN' | 'SO' | 'TNS', Period>>;
  /** Only those that this household needs. */
  källor: readonly Källa[];
  /** What the authorities log the question under, at most 31 characters (CSN refuses more). Left out: a new id. */
  ärendeidentitet?: string;
}

/** What is wrong with the settings, one Swedish sentence each. Empty: nothing. */
export function prövaConfig(config: SsbtekConfig): string[] {
  const fel: string[] = [];
  const url = URL.canParse(config.url) ? new URL(config.url) : undefined;
  const egen = url !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && egen))) {
    fel.push('url ska vara en adress som börjar med https:// (http:// bara till den egna datorn).');
  }
  if (config.tls && !(config.tls.cert.includes('-----BEGIN') && config.tls.key.includes('-----BEGIN'))) {
    fel.push('tls.cert och tls.key ska vara certifikat och nyckel i PEM-format.');
  }
  for (const [namn, värde] of [
    ['ingivare.organisationsnummer', config.ingivare.organisationsnummer],
    ...(config.personuppgiftsbiträden ?? []).map(
      (b) => ['personuppgiftsbiträden.organisationsnummer', b.organisationsnummer] as const,
    ),
  ] as const) {
    if (!/^\d{4}[2-9]\d{7}$/.test(värde)) fel.push(`${namn} ska vara tolv siffror, till exempel 162120000000.`);
  }
  for (const [namn, värde] of [
    ['ingivare.namn', config.ingivare.namn],
    ['ingivare.handläggare', config.ingivare.handläggare],
    ['aktorsId', config.aktorsId],
    ['lagtext', config.lagtext ?? STANDARD_LAGTEXT],
    ['syfte', config.syfte ?? STANDARD_SYFTE],
    ...(config.personuppgiftsbiträden ?? []).map((b) => ['personuppgiftsbiträden.namn', b.namn] as const),
  ] as const) {
    if (värde.trim() === '' || /[\u0000-\u001F\uFFFE\uFFFF]/.test(värde) || !värde.isWellFormed())
      fel.push(`${namn} ska vara ifyllt, på en rad.`);
  }
  for (const myndighet of ['FK', 'PM'] as const) {
    const kända: readonly string[] = LEFI_FÖRMÅNSGRUPPER[myndighet];
    const okända = (config.förmånsgrupper?.[myndighet] ?? []).filter((kod) => !kända.includes(kod));
    if (okända.length > 0) fel.push(`förmånsgrupper.${myndighet} får bara ha koder ur LEFI v9: ${kända.join(', ')}.`);
  }
  return fel;
}

/** What is wrong with the question, one Swedish sentence each, never with the personnummer in it. Empty: nothing. */
export function prövaFråga(fråga: Registerfråga): string[] {
  const fel: string[] = [];
  if (!/^\d{12}$/.test(fråga.personnummer)) fel.push('personnummer ska vara tolv siffror.');
  if (fråga.källor.length === 0) fel.push('källor ska ha minst en myndighet.');
  if (fråga.ärendeidentitet !== undefined && !/^[A-Za-z0-9-]{1,31}$/.test(fråga.ärendeidentitet)) {
    fel.push('ärendeidentitet ska vara 1–31 bokstäver, siffror eller bindestreck.');
  }
  for (const [namn, period] of [['period', fråga.period], ...Object.entries(fråga.perioder ?? {})] as const) {
    if (!dag(period.from) || !dag(period.tom) || period.from > period.tom)
      fel.push(`${namn} ska vara två datum, från och med till och med.`);
    else if (period.tom > tvåÅrSenare(period.from)) fel.push(`${namn} får vara högst två år (LEFI v9).`);
  }
  return fel;
}

function dag(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

function tvåÅrSenare(from: string): string {
  return `${Number(from.slice(0, 4)) + 2}${from.slice(4)}`;
}
