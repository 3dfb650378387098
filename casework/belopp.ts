/** Money: whole öre, a safe integer. Kronor exist only at the edges (forms, pages, the underlag format). */
export type Öre = number;

/** Öre from kronor with at most two decimals (`1250.5` → `125050`). Throws RangeError for anything finer or not finite. */
export function öreFrånKronor(kronor: number): Öre {
  const öre = Math.round(kronor * 100);
  if (!Number.isSafeInteger(öre) || Math.abs(kronor * 100 - öre) > 1e-6) {
    throw new RangeError(`${kronor} kronor är inte ett belopp med högst två decimaler.`);
  }
  return öre;
}

/** Kronor as a number for the underlag format (`125050` → `1250.5`). */
export function kronorFrånÖre(öre: Öre): number {
  return öre / 100;
}

/** The amount in words for a sentence: `1 250 kr`, `1 250,50 kr`. */
export function beloppstext(öre: Öre): string {
  const whole = Math.trunc(Math.abs(öre) / 100);
  const part = Math.abs(öre) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${öre < 0 ? '−' : ''}${grouped}${part ? `,${String(part).padStart(2, '0')}` : ''}\u00a0kr`;
}
