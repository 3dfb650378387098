import Kontonummer from 'kontonummer';

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
 * Follows Bankgirot's list of Swedish account numbers (2024-02-22). The check digit decides where the list has one; for
 * Swedbank's 8-series, where older accounts lack it, it does not.
 * @returns the account and its bank, or a Swedish sentence that says what is wrong and what is allowed.
 */
export function läsKonto(skrivet: {
  clearing: string;
  nummer: string;
}): { ok: true; konto: Konto } | { ok: false; fel: string } {
  const clearing = skrivet.clearing.replace(/[\s-]/g, '');
  const nummer = skrivet.nummer.replace(/[\s-]/g, '');
  if (!/^\d{4,5}$/.test(clearing))
    return { ok: false, fel: 'Clearingnumret har fyra siffror, eller fem om det börjar på 8. Skriv bara siffror.' };
  if (!/^\d{2,12}$/.test(nummer)) return { ok: false, fel: 'Skriv kontonumret med bara siffror, utan clearingnummer.' };
  try {
    const read = Kontonummer.parse(clearing, nummer, { mode: 'lax' });
    if (read.valid || read.comment === 3) return { ok: true, konto: { clearing, nummer, bank: read.bankName } };
    return {
      ok: false,
      fel: `Kontonumret stämmer inte med ${read.bankName}. Kontrollera att alla siffror är med och i rätt ordning.`,
    };
  } catch {
    return { ok: false, fel: 'Ingen bank har det clearingnumret. Kontrollera siffrorna.' };
  }
}
