type Läst = { ok: true; nummer: string } | { ok: false; fel: string };

/** A bankgiro number as people write it (`991-2346`): seven or eight digits, the last a check digit. Gives the digits. */
export function läsBankgiro(skrivet: string): Läst {
  return read(skrivet, /^[1-9]\d{6,7}$/, 'Bankgironumret', 'sju eller åtta siffror, till exempel 991-2346');
}

/** A plusgiro number as people write it (`920100-5`): two to eight digits, the last a check digit. Gives the digits. */
export function läsPlusgiro(skrivet: string): Läst {
  return read(skrivet, /^[1-9]\d{1,7}$/, 'Plusgironumret', 'två till åtta siffror, till exempel 920100-5');
}

/** An OCR reference as it stands on an invoice: two to twenty-five digits, the last a check digit. Gives the digits. */
export function läsOcr(skrivet: string): Läst {
  return read(skrivet, /^(?!0+$)\d{2,25}$/, 'OCR-numret', 'två till tjugofem siffror');
}

function read(skrivet: string, shape: RegExp, what: string, allowed: string): Läst {
  const nummer = skrivet.replaceAll(/[\s‐-–-]/g, '');
  if (!shape.test(nummer)) return { ok: false, fel: `${what} har ${allowed}. Skriv bara siffror.` };
  if (!luhn(nummer))
    return { ok: false, fel: `${what} stämmer inte. Kontrollera att alla siffror är med och i rätt ordning.` };
  return { ok: true, nummer };
}

/** The Luhn check (mod 10): every second digit from the right is doubled, and the sum of all digits ends with 0. */
export function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, ch, i) => {
    const value = Number(ch) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
