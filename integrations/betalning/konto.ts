import Kontonummer, { parse } from 'kontonummer';

/** The library's types say CommonJS, where the class would lie under `default`; its files are ES modules. */
const { getSortingCodeInfo } = Kontonummer as unknown as typeof Kontonummer.default;

/** A Swedish bank account as the payment file wants it. */
export interface Konto {
  /** Four digits, or five for Swedbank's 8-series. */
  readonly clearing: string;
  /** Digits without the clearing number. */
  readonly nummer: string;
  readonly bank: string;
}

/**
 * Reads clearing and account number as people write them, with spaces and hyphens.
 * Follows Bankgirot's list of Swedish account numbers (2024-02-22). A wrong check digit is refused where the list has one. It is
 * only a warning where accounts may lack it (Swedbank's 8-series, Plusgirot): the sentence asks the person to look again.
 * @returns the account and its bank, or a Swedish sentence that says what is wrong and what is allowed.
 */
export function läsKonto(skrivet: {
  clearing: string;
  nummer: string;
}): { ok: true; konto: Konto; varning: string | undefined } | { ok: false; fel: string } {
  const clearing = onlyDigits(skrivet.clearing);
  const nummer = onlyDigits(skrivet.nummer);
  if (!/^\d{4,5}$/.test(clearing) || (clearing.length === 5 && !clearing.startsWith('8')))
    return no('Clearingnumret har fyra siffror, eller fem om det börjar på 8. Skriv bara siffror.');
  const bank = findBank(clearing);
  if (!bank) return no('Ingen bank har det clearingnumret. Kontrollera siffrorna.');
  if (clearing.startsWith('8') && clearing.length === 4)
    return no(`Clearingnumret hos ${bank.bankName} har fem siffror när det börjar på 8, till exempel 8327-9.`);
  if (!/^\d+$/.test(nummer)) return no('Skriv kontonumret med bara siffror, utan clearingnummer.');
  const [fewest, most] = lengths(bank);
  if (nummer.length < fewest || nummer.length > most)
    return no(
      `Kontonumret hos ${bank.bankName} har ${fewest === most ? fewest : `${fewest}–${most}`} siffror, utan clearingnummer. Du skrev ${nummer.length}.`,
    );
  const konto = { clearing, nummer, bank: bank.bankName };
  const read = readNumber(clearing, nummer);
  if (!read) return no('Den femte siffran i clearingnumret stämmer inte. Kontrollera siffrorna.');
  if (read.valid) return { ok: true, konto, varning: undefined };
  const look = 'Kontrollera att alla siffror är med och i rätt ordning.';
  if (bank.comment !== 3) return no(`Kontonumret stämmer inte med ${bank.bankName}. ${look}`);
  return { ok: true, konto, varning: `Kontonumret ser ovanligt ut för ${bank.bankName}. ${look}` };
}

function no(fel: string): { ok: false; fel: string } {
  return { ok: false, fel };
}

/** What people put between digits goes; anything else stays and is refused. */
function onlyDigits(text: string): string {
  return text.replaceAll(/[\s.,‐-–-]/g, '');
}

type Bank = ReturnType<typeof getSortingCodeInfo>;

function findBank(clearing: string): Bank | undefined {
  try {
    return getSortingCodeInfo(clearing);
  } catch {
    return undefined;
  }
}

function readNumber(clearing: string, nummer: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(clearing, nummer, { mode: 'lax' });
  } catch {
    return undefined;
  }
}

/** Seven digits for ordinary accounts. Where the check digit is only a hint, old and short account numbers live on. */
function lengths(bank: Bank): [fewest: number, most: number] {
  if (bank.type === 1) return [7, 7];
  const most = bank.accountMaxLength ?? 10;
  return bank.comment === 3 ? [2, Math.min(most, 10)] : [bank.accountMinLength ?? 2, most];
}
