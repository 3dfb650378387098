import { createHash } from 'node:crypto';
import { ärBankdag } from './utbetalningsdag.ts';

/** Who pays: the municipality, as its bank knows it. */
export interface Betalare {
  readonly namn: string;
  readonly ort: string;
  /** Ten digits. */
  readonly organisationsnummer: string;
  readonly iban: string;
  readonly bic: string;
}

/** One payment to a person's bank account. */
export interface Kontobetalning {
  /** The same for the same decision every time; at most 35 of A–Z, a–z, 0–9 and hyphen. */
  readonly nyckel: string;
  /** Öre, more than zero. */
  readonly belopp: number;
  readonly mottagare: { readonly namn: string; readonly ort: string };
  readonly konto: { readonly clearing: string; readonly nummer: string };
}

export interface Betalfilsunderlag {
  /** At most 35 of A–Z, a–z, 0–9 and hyphen. */
  readonly meddelandeId: string;
  /** Instant, ISO 8601. */
  readonly skapad: string;
  /** ISO date, a bank day. */
  readonly utbetalningsdag: string;
  readonly betalare: Betalare;
  readonly betalningar: readonly Kontobetalning[];
}

/** The file cannot be made; the message is Swedish and says which payment and why, without personal data. */
export class BetalfilsFel extends Error {}

/**
 * A payment file: ISO 20022 pain.001.001.03 as Swedish banks read it. Payments to account are benefits (`SALA`) with the
 * clearing number as member of `SESBA` and the account number as `BBAN`. The same input gives the same bytes.
 * @throws BetalfilsFel for an empty file, a day that is not a bank day, an amount that is not positive, identities that repeat
 * or are too long, and text that a bank cannot read.
 */
export function betalfil(u: Betalfilsunderlag): { xml: string; sha256: string } {
  check(u);
  const sum = kronor(u.betalningar.reduce((total, b) => total + b.belopp, 0));
  const count = String(u.betalningar.length);
  const org = el(
    'Id',
    el('OrgId', el('Othr', el('Id', u.betalare.organisationsnummer) + el('SchmeNm', el('Cd', 'BANK')))),
  );
  const namn = el('Nm', text(u.betalare.namn, 70));
  const header =
    el('MsgId', u.meddelandeId) +
    el('CreDtTm', u.skapad.slice(0, 19)) +
    el('NbOfTxs', count) +
    el('CtrlSum', sum) +
    el('InitgPty', namn + org);
  const batch =
    el('PmtInfId', u.meddelandeId) +
    el('PmtMtd', 'TRF') +
    el('NbOfTxs', count) +
    el('CtrlSum', sum) +
    el('PmtTpInf', el('CtgyPurp', el('Cd', 'SALA'))) +
    el('ReqdExctnDt', u.utbetalningsdag) +
    el('Dbtr', namn + adress(u.betalare.ort) + org) +
    el('DbtrAcct', el('Id', el('IBAN', u.betalare.iban)) + el('Ccy', 'SEK')) +
    el('DbtrAgt', el('FinInstnId', el('BIC', u.betalare.bic))) +
    u.betalningar.map(betalning).join('');
  const body = el('CstmrCdtTrfInitn', el('GrpHdr', header) + el('PmtInf', batch));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">${body}</Document>\n`;
  return { xml, sha256: createHash('sha256').update(xml).digest('hex') };
}

function betalning(b: Kontobetalning): string {
  const { clearing, nummer } = bankkonto(b.konto);
  return el(
    'CdtTrfTxInf',
    el('PmtId', el('InstrId', b.nyckel) + el('EndToEndId', b.nyckel)) +
      el('Amt', `<InstdAmt Ccy="SEK">${kronor(b.belopp)}</InstdAmt>`) +
      el('CdtrAgt', el('FinInstnId', el('ClrSysMmbId', el('ClrSysId', el('Cd', 'SESBA')) + el('MmbId', clearing)))) +
      el('Cdtr', el('Nm', text(b.mottagare.namn, 70)) + adress(b.mottagare.ort)) +
      el('CdtrAcct', el('Id', el('Othr', el('Id', nummer) + el('SchmeNm', el('Cd', 'BBAN'))))),
  );
}

/** A five-digit clearing number of Swedbank: the fifth digit leads the account number. */
function bankkonto(konto: Kontobetalning['konto']): Kontobetalning['konto'] {
  return { clearing: konto.clearing.slice(0, 4), nummer: konto.clearing.slice(4) + konto.nummer };
}

function check(u: Betalfilsunderlag): void {
  const fail = (message: string): never => {
    throw new BetalfilsFel(message);
  };
  const identity = /^[A-Za-z0-9-]{1,35}$/;
  if (u.betalningar.length === 0) fail('Betalfilen har inga betalningar.');
  if (!identity.test(u.meddelandeId))
    fail('Meddelandets identitet får ha högst 35 bokstäver, siffror och bindestreck.');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(u.utbetalningsdag) || !ärBankdag(u.utbetalningsdag))
    fail(`Bankerna betalar inte ut ${u.utbetalningsdag}. Välj en vardag som inte är helgdag.`);
  if (new Set(u.betalningar.map((b) => b.nyckel)).size !== u.betalningar.length)
    fail('Samma betalning finns två gånger i filen.');
  for (const [i, b] of u.betalningar.entries()) {
    const which = `Betalning ${i + 1} av ${u.betalningar.length}`;
    if (!identity.test(b.nyckel)) fail(`${which}: identiteten får ha högst 35 bokstäver, siffror och bindestreck.`);
    if (!Number.isSafeInteger(b.belopp) || b.belopp <= 0)
      fail(`${which}: beloppet ska vara hela ören och mer än noll.`);
    if (!/^\d{4,5}$/.test(b.konto.clearing) || !/^\d{2,12}$/.test(b.konto.nummer))
      fail(`${which}: kontot ska ha clearingnummer och kontonummer.`);
    if (b.mottagare.namn.trim() === '')
      fail(`${which}: mottagarens namn saknas. Banken tar inte emot en betalning utan namn.`);
    if (b.mottagare.ort.trim() === '') fail(`${which}: mottagarens ort saknas.`);
  }
}

function adress(ort: string): string {
  return el('PstlAdr', el('TwnNm', text(ort, 35)) + el('Ctry', 'SE'));
}

/** Öre as kronor with two decimals and a point. */
function kronor(öre: number): string {
  return `${Math.floor(öre / 100)}.${String(öre % 100).padStart(2, '0')}`;
}

function el(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

/**
 * Text as Swedish banks take it: Latin letters. A letter outside is written without its accent where it has one, else as a
 * full stop; what does not fit is cut.
 */
function text(value: string, length: number): string {
  const latin = [...value.normalize('NFC').trim()].map((ch) => {
    if (/[\p{Cc}\p{Cf}]/u.test(ch)) return '';
    if (ch <= '\u00ff') return ch;
    const [base = '.'] = ch.normalize('NFD');
    return base <= '\u00ff' ? base : '.';
  });
  return (
    latin.slice(0, length).join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim() ||
    '.'
  );
}
