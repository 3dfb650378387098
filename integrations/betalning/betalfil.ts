import { createHash } from 'node:crypto';
import type { Betalfilsformat } from '@stegvis/casework';
import { banktext } from './banktext.ts';
import { läsBankgiro, läsOcr, läsPlusgiro } from './giro.ts';
import { ärBankdag } from './utbetalningsdag.ts';

/** Who pays: the municipality, as its bank knows it. */
export interface Betalare {
  readonly namn: string;
  readonly ort: string;
  /** Ten digits. */
  readonly organisationsnummer: string;
  /** Swedish, without spaces. */
  readonly iban: string;
  readonly bic: string;
  /** The municipality's own bankgiro, digits. Swedbank pays to a bankgiro only from one. */
  readonly bankgiro?: string;
}

interface Mottagare {
  readonly namn: string;
  readonly ort: string;
}

/** One payment to a person's bank account. */
export interface Kontobetalning {
  /** The same for the same decision every time; at most 35 of A–Z, a–z, 0–9 and hyphen. */
  readonly nyckel: string;
  /** Öre, more than zero. */
  readonly belopp: number;
  readonly mottagare: Mottagare;
  readonly konto: { readonly clearing: string; readonly nummer: string };
}

/** One payment to someone who sent an invoice: a landlord, a dentist. */
export interface Girobetalning {
  readonly nyckel: string;
  /** Öre, more than zero. */
  readonly belopp: number;
  readonly mottagare: Mottagare;
  readonly giro: { readonly slag: 'bankgiro' | 'plusgiro'; readonly nummer: string };
  /** The OCR number of the invoice, or a message of at most 140 characters where it has none. */
  readonly referens: { readonly ocr: string } | { readonly meddelande: string };
}

export type Betalning = Kontobetalning | Girobetalning;

export interface Betalfilsunderlag {
  /** Which message the municipality's bank takes; `pain.001.001.03` when left out. */
  readonly format?: Betalfilsformat;
  /** At most 33 of A–Z, a–z, 0–9 and hyphen. */
  readonly meddelandeId: string;
  /** Instant, ISO 8601. */
  readonly skapad: string;
  /** ISO date, a bank day. */
  readonly utbetalningsdag: string;
  readonly betalare: Betalare;
  readonly betalningar: readonly Betalning[];
}

/** The file cannot be made; the message is Swedish and says which payment and why, without personal data. */
export class BetalfilsFel extends Error {}

/**
 * A payment file: ISO 20022 pain.001.001.03 or pain.001.001.09 as Swedish banks read it. Payments to account are benefits (`SALA`, no remittance
 * text) with the clearing number as member of `SESBA` and the account number as `BBAN`; payments to giro are a batch of their
 * own (`SUPP`) with the OCR number. The same input gives the same bytes.
 * @throws BetalfilsFel for an empty file, a day that is not a bank day, an amount that is not positive, identities that repeat
 * or are too long, numbers with a wrong check digit, and names that a bank cannot read.
 */
export function betalfil(u: Betalfilsunderlag): { xml: string; sha256: string } {
  check(u);
  const kontobetalningar = u.betalningar.filter(isKontobetalning);
  const girobetalningar = u.betalningar.filter((b): b is Girobetalning => !isKontobetalning(b));
  const header =
    el('MsgId', u.meddelandeId) +
    el('CreDtTm', swedishTime(u.skapad)) +
    totals(u.betalningar) +
    el('InitgPty', nameOf(u.betalare) + organisation(u.betalare));
  const body =
    el('GrpHdr', header) +
    batch(u, 'K', 'SALA', kontobetalningar, kontoöverföring) +
    batch(u, 'G', 'SUPP', girobetalningar, giroöverföring);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${u.format ?? 'pain.001.001.03'}">${el('CstmrCdtTrfInitn', body)}</Document>\n`;
  return { xml, sha256: createHash('sha256').update(xml).digest('hex') };
}

function isKontobetalning(b: Betalning): b is Kontobetalning {
  return 'konto' in b;
}

function batch<T extends Betalning>(
  u: Betalfilsunderlag,
  suffix: 'K' | 'G',
  purpose: 'SALA' | 'SUPP',
  betalningar: readonly T[],
  write: (b: T) => string,
): string {
  if (betalningar.length === 0) return '';
  const { betalare } = u;
  const newer = u.format === 'pain.001.001.09';
  const account =
    suffix === 'G' && betalare.bankgiro
      ? el('Othr', el('Id', betalare.bankgiro) + el('SchmeNm', el('Prtry', 'BGNR')))
      : el('IBAN', betalare.iban);
  return el(
    'PmtInf',
    el('PmtInfId', `${u.meddelandeId}-${suffix}`) +
      el('PmtMtd', 'TRF') +
      totals(betalningar) +
      el('PmtTpInf', el('CtgyPurp', el('Cd', purpose))) +
      el('ReqdExctnDt', newer ? el('Dt', u.utbetalningsdag) : u.utbetalningsdag) +
      el('Dbtr', party(betalare) + organisation(betalare)) +
      el('DbtrAcct', el('Id', account) + el('Ccy', 'SEK')) +
      el('DbtrAgt', el('FinInstnId', el(newer ? 'BICFI' : 'BIC', betalare.bic))) +
      betalningar.map(write).join(''),
  );
}

/** A five-digit clearing number of Swedbank: the fifth digit leads the account number. */
function kontoöverföring(b: Kontobetalning): string {
  const { clearing, nummer } = b.konto;
  return överföring(b, clearing.slice(0, 4), bban(clearing.slice(4) + nummer), '');
}

function giroöverföring(b: Girobetalning): string {
  const { slag, nummer } = b.giro;
  const reference =
    'ocr' in b.referens
      ? el(
          'Strd',
          el('RfrdDocAmt', amount('RmtdAmt', b.belopp)) +
            el('CdtrRefInf', el('Tp', el('CdOrPrtry', el('Cd', 'SCOR'))) + el('Ref', digits(b.referens.ocr))),
        )
      : el('Ustrd', printed(b.referens.meddelande, 140));
  const [clearing, account] =
    slag === 'bankgiro'
      ? ['9900', el('Id', digits(nummer)) + el('SchmeNm', el('Prtry', 'BGNR'))]
      : ['9960', bban(digits(nummer))];
  return överföring(b, clearing, account, el('RmtInf', reference));
}

function överföring(b: Betalning, clearing: string, account: string, remittance: string): string {
  return el(
    'CdtTrfTxInf',
    el('PmtId', el('InstrId', b.nyckel) + el('EndToEndId', b.nyckel)) +
      el('Amt', amount('InstdAmt', b.belopp)) +
      el('CdtrAgt', el('FinInstnId', el('ClrSysMmbId', el('ClrSysId', el('Cd', 'SESBA')) + el('MmbId', clearing)))) +
      el('Cdtr', party(b.mottagare)) +
      el('CdtrAcct', el('Id', el('Othr', account))) +
      remittance,
  );
}

function bban(number: string): string {
  return el('Id', number) + el('SchmeNm', el('Cd', 'BBAN'));
}

function nameOf({ namn }: Mottagare): string {
  return el('Nm', printed(namn, 70));
}

function party(p: Mottagare): string {
  return nameOf(p) + el('PstlAdr', el('TwnNm', printed(p.ort, 35)) + el('Ctry', 'SE'));
}

function organisation({ organisationsnummer }: Betalare): string {
  return el('Id', el('OrgId', el('Othr', el('Id', organisationsnummer) + el('SchmeNm', el('Cd', 'BANK')))));
}

function totals(betalningar: readonly Betalning[]): string {
  return (
    el('NbOfTxs', String(betalningar.length)) +
    el('CtrlSum', kronor(betalningar.reduce((total, b) => total + b.belopp, 0)))
  );
}

function amount(name: string, öre: number): string {
  return `<${name} Ccy="SEK">${kronor(öre)}</${name}>`;
}

/** Öre as kronor with two decimals and a point. */
function kronor(öre: number): string {
  return `${Math.floor(öre / 100)}.${String(öre % 100).padStart(2, '0')}`;
}

const swedish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant as banks read it: Swedish time, without offset. */
function swedishTime(instant: string): string {
  return swedish.format(new Date(instant)).replace(' ', 'T');
}

function digits(written: string): string {
  return written.replaceAll(/\D/g, '');
}

function printed(value: string, length: number): string {
  const text = banktext(value, length) ?? '';
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function el(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

const IDENTITY = /^[A-Za-z0-9-]{1,35}$/;

function check(u: Betalfilsunderlag): void {
  if (u.betalningar.length === 0) fail('Betalfilen har inga betalningar.');
  if (!IDENTITY.test(u.meddelandeId) || u.meddelandeId.length > 33)
    fail('Meddelandets identitet får ha högst 33 bokstäver (a–z), siffror och bindestreck.');
  if (Number.isNaN(Date.parse(u.skapad))) fail('Tiden då filen skapas är inte en tidpunkt.');
  if (!isBankdag(u.utbetalningsdag))
    fail(`Bankerna betalar inte ut ${u.utbetalningsdag}. Välj en vardag som inte är helgdag.`);
  checkBetalare(u.betalare);
  const seen = new Set<string>();
  for (const [i, b] of u.betalningar.entries()) {
    const which = `Betalning ${i + 1} av ${u.betalningar.length}`;
    if (seen.has(b.nyckel)) fail(`${which} finns redan i filen. Samma betalning får bara finnas en gång.`);
    seen.add(b.nyckel);
    checkBetalning(b, which, u.betalare);
  }
  if (!Number.isSafeInteger(u.betalningar.reduce((total, b) => total + b.belopp, 0)))
    fail('Summan är för stor för en betalfil.');
}

function checkBetalare(b: Betalare): void {
  if (!banktext(b.namn, 70)) fail('Betalarens namn saknas.');
  if (!banktext(b.ort, 35)) fail('Betalarens ort saknas.');
  if (!/^\d{10}$/.test(b.organisationsnummer)) fail('Betalarens organisationsnummer ska ha tio siffror.');
  if (!isSwedishIban(b.iban))
    fail('Betalarens IBAN stämmer inte. Ett svenskt IBAN är SE och 22 siffror, utan blanksteg.');
  if (!/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(b.bic)) fail('Betalarens BIC ska ha 8 eller 11 tecken.');
  if (b.bankgiro !== undefined && !(läsBankgiro(b.bankgiro).ok && /^\d+$/.test(b.bankgiro)))
    fail('Betalarens bankgiro stämmer inte. Skriv sju eller åtta siffror.');
}

function checkBetalning(b: Betalning, which: string, betalare: Betalare): void {
  if (!IDENTITY.test(b.nyckel)) fail(`${which}: identiteten får ha högst 35 bokstäver (a–z), siffror och bindestreck.`);
  if (!Number.isSafeInteger(b.belopp) || b.belopp <= 0) fail(`${which}: beloppet ska vara hela ören och mer än noll.`);
  if (!banktext(b.mottagare.namn, 70))
    fail(
      `${which}: mottagarens namn saknas eller har inga latinska bokstäver. Banken tar inte emot en betalning utan namn.`,
    );
  if (!banktext(b.mottagare.ort, 35)) fail(`${which}: mottagarens ort saknas.`);
  if (isKontobetalning(b)) {
    if (!/^\d{4,5}$/.test(b.konto.clearing) || !/^\d{2,12}$/.test(b.konto.nummer))
      fail(`${which}: kontot ska ha clearingnummer och kontonummer, med bara siffror.`);
    return;
  }
  const giro = b.giro.slag === 'bankgiro' ? läsBankgiro(b.giro.nummer) : läsPlusgiro(b.giro.nummer);
  if (!giro.ok) fail(`${which}: ${giro.fel}`);
  if ('ocr' in b.referens) {
    const ocr = läsOcr(b.referens.ocr);
    if (!ocr.ok) fail(`${which}: ${ocr.fel}`);
  } else if (!banktext(b.referens.meddelande, 140) || b.referens.meddelande.length > 140)
    fail(`${which}: skriv fakturans OCR-nummer eller ett meddelande på högst 140 tecken.`);
  if (b.giro.slag === 'bankgiro' && betalare.bic.startsWith('SWED') && !betalare.bankgiro)
    fail(`${which}: Swedbank betalar till bankgiro bara från ett bankgiro. Ange kommunens eget bankgiro.`);
}

function isBankdag(dag: string): boolean {
  try {
    return ärBankdag(dag);
  } catch {
    return false;
  }
}

/** SE, two check digits and twenty digits; mod 97 is 1 (ISO 13616). */
function isSwedishIban(iban: string): boolean {
  return /^SE\d{22}$/.test(iban) && BigInt(`${iban.slice(4)}2814${iban.slice(2, 4)}`) % 97n === 1n;
}

function fail(message: string): never {
  throw new BetalfilsFel(message);
}
