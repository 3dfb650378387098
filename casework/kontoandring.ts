import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';
import type { Kontouppgift } from './uppgifter.ts';

/** A change of the account a person's assistance is paid to, however it was made. */
export interface Kontoändring {
  id: string;
  person: PersonId;
  konto: Kontouppgift;
  /** With the person's own e-ID, in the signed application, or in person with two members of staff. */
  sätt: 'e-legitimation' | 'ansokan' | 'besok';
  status: 'vantar-pa-andra' | 'galler' | 'avbojd';
  /** The person herself, or the member of staff who met her. */
  av: string;
  /** How the member of staff knew who it was; only at a visit. */
  legitimering: string | undefined;
  /** The second member of staff; only at a visit. */
  bekräftad: { av: string; tid: Tidpunkt } | undefined;
  skapad: Tidpunkt;
  /** From when payments that are planned go here. */
  gällerFrån: Tidpunkt | undefined;
  /** When the person was told on another channel, and how. */
  aviserad: { tid: Tidpunkt; kanal: string } | undefined;
  version: number;
}

/** The person changes her own account with e-ID, on the page or in the application. It counts at once for what is planned after. */
export function ändraKonto(input: {
  id: string;
  person: PersonId;
  konto: Omit<Kontouppgift, 'innehavare'>;
  sätt: 'e-legitimation' | 'ansokan';
  senaste: Kontouppgift | undefined;
  nu: Tidpunkt;
}): ActResult<{ ändring: Kontoändring }> {
  const { clearing, nummer } = input.konto;
  if (input.senaste && sammaKonto(input.senaste, input.konto))
    return refuse('samma-konto', 'Det är redan ditt konto hos oss.', 'Skriv ett annat konto, eller låt det vara.', [
      { fält: 'nummer', text: 'Det är redan ditt konto hos oss.' },
    ]);
  return {
    ok: true,
    ändring: {
      id: input.id,
      person: input.person,
      konto: { clearing, nummer, innehavare: input.person },
      sätt: input.sätt,
      status: 'galler',
      av: input.person,
      legitimering: undefined,
      bekräftad: undefined,
      skapad: input.nu,
      gällerFrån: input.nu,
      aviserad: undefined,
      version: 1,
    },
  };
}

/** A member of staff who has met the person writes down her account. It does not count before a second one has confirmed it. */
export function begärKontoändring(input: {
  id: string;
  person: PersonId;
  konto: Omit<Kontouppgift, 'innehavare'>;
  legitimering: string;
  av: string;
  nu: Tidpunkt;
}): ActResult<{ ändring: Kontoändring }> {
  const legitimering = input.legitimering.trim();
  if (legitimering === '')
    return refuse('legitimering-saknas', 'Legitimeringen saknas.', 'Skriv hur personen legitimerade sig.', [
      { fält: 'legitimering', text: 'Skriv hur personen legitimerade sig, till exempel pass eller id-kort.' },
    ]);
  return {
    ok: true,
    ändring: {
      id: input.id,
      person: input.person,
      konto: { clearing: input.konto.clearing, nummer: input.konto.nummer, innehavare: input.person },
      sätt: 'besok',
      status: 'vantar-pa-andra',
      av: input.av,
      legitimering,
      bekräftad: undefined,
      skapad: input.nu,
      gällerFrån: undefined,
      aviserad: undefined,
      version: 1,
    },
  };
}

/** A second member of staff, who met the person too, confirms or declines. Never the one who wrote it down. */
export function bekräftaKontoändring(
  ändring: Kontoändring,
  input: { av: string; svar: 'bekrafta' | 'avboj'; nu: Tidpunkt },
): ActResult<{ ändring: Kontoändring }> {
  if (ändring.status !== 'vantar-pa-andra')
    return refuse('redan-avgjord', 'Kontoändringen är redan avgjord.', 'Registrera en ny ändring om kontot är fel.');
  if (ändring.av === input.av && input.svar === 'bekrafta')
    return refuse(
      'samma-person',
      'Du har själv registrerat kontot.',
      'Be en kollega som också har träffat personen att bekräfta.',
    );
  const bekräftad = { av: input.av, tid: input.nu };
  return {
    ok: true,
    ändring:
      input.svar === 'bekrafta'
        ? { ...ändring, status: 'galler', bekräftad, gällerFrån: input.nu, version: ändring.version + 1 }
        : { ...ändring, status: 'avbojd', bekräftad, version: ändring.version + 1 },
  };
}

/** What the person is told about a change that counts, in the list of events of her case. */
export function kontoändringshändelse(
  ändring: Kontoändring,
  plats: { ärende: string; ansökan: string },
  nu: Tidpunkt,
): Händelse {
  return {
    ...plats,
    typ: 'konto-andrat',
    tid: nu,
    text: `Ditt konto hos oss är ändrat till det som slutar på ${ändring.konto.nummer.slice(-3)}. Var det inte du? Ring oss genast.`,
    synlig: { person: ändring.person },
  };
}

/** Whether clearing and number are the same account; a five-digit clearing number of Swedbank may be written with four. */
export function sammaKonto(
  a: Pick<Kontouppgift, 'clearing' | 'nummer'>,
  b: Pick<Kontouppgift, 'clearing' | 'nummer'>,
): boolean {
  return a.clearing.slice(0, 4) === b.clearing.slice(0, 4) && a.nummer === b.nummer;
}

/**
 * The account a payment to the person goes to: what was stated last. The application's own account counts unless the person has
 * changed it after the application came in.
 * @param ändringar of the account holder, those that count
 */
export function gällandeKonto(
  ansökan: { konto: Kontouppgift; inkommen: Tidpunkt },
  ändringar: readonly Kontoändring[],
): Kontouppgift {
  const senaste = ändringar
    .filter((ä) => ä.status === 'galler' && ä.person === ansökan.konto.innehavare && ä.sätt !== 'ansokan')
    .filter((ä) => ä.gällerFrån !== undefined && ä.gällerFrån > ansökan.inkommen)
    .toSorted((a, b) => (a.gällerFrån! < b.gällerFrån! ? -1 : 1))
    .at(-1);
  return senaste?.konto ?? ansökan.konto;
}
