import { t } from '../sprak/sprak.ts';
import { fel, type Svar, tomt, value } from './svar.ts';

const form = () => t('Skriv tolv siffror: år, månad, dag och fyra sista, till exempel ÅÅÅÅMMDD-NNNN.');

function luhn(ten: string): boolean {
  const sum = [...ten].reduce((total, figure, i) => {
    const product = Number(figure) * (i % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Reads a personnummer or samordningsnummer with or without century, hyphen and spaces (folkbokföringslagen 18 §:
 * birth date, birth number, check digit; a hyphen becomes `+` the year a person turns 100; a samordningsnummer has
 * 60 added to the day).
 * @param idag the day `YYYY-MM-DD` that settles the century of a ten-figure number and that no birth may follow
 * @returns twelve figures without hyphen
 */
export function läsPersonnummer(text: string, idag: string): Svar<string> {
  const written = text.replace(/[\s\u00a0\u202f]/g, '').replace(/[–−]/g, '-');
  if (written === '') return tomt(form());
  const match = /^(\d{2})?(\d{6})([-+])?(\d{4})$/.exec(written);
  if (!match) {
    const figures = written.replace(/\D/g, '').length;
    if (/[^\d+-]/.test(written)) return fel(`${t('Ett personnummer har bara siffror.')} ${form()}`);
    return fel(
      figures === 12 || figures === 10
        ? form()
        : `${t('{antal, plural, one {Du har skrivit en siffra.} other {Du har skrivit # siffror.}}', { antal: figures })} ${form()}`,
    );
  }
  const [, century, six = '', sign, last = ''] = match;
  const [yy, mm, dd] = [Number(six.slice(0, 2)), Number(six.slice(2, 4)), Number(six.slice(4, 6))];
  const day = dd > 60 ? dd - 60 : dd;
  const iso = (year: number): string =>
    `${String(year).padStart(4, '0')}-${six.slice(2, 4)}-${String(day).padStart(2, '0')}`;
  const thisYear = Number(idag.slice(0, 4));
  const guess = Math.floor(thisYear / 100) * 100 + yy;
  const within = iso(guess) <= idag ? guess : guess - 100;
  const year = century !== undefined ? Number(century) * 100 + yy : sign === '+' ? within - 100 : within;
  const last31 = mm >= 1 && mm <= 12 ? new Date(Date.UTC(year, mm, 0)).getUTCDate() : 0;
  if (day < 1 || day > last31) return fel(`${t('Det finns inget sådant datum.')} ${form()}`);
  if (iso(year) > idag) return fel(`${t('Födelsedatumet har inte varit än.')} ${form()}`);
  if (year < thisYear - 125)
    return fel(`${t('Födelseåret {år} är för långt tillbaka.', { år: String(year) })} ${form()}`);
  if (!luhn(six + last))
    return fel(t('Den sista siffran stämmer inte med de andra. Kontrollera att alla siffror är rätt.'));
  return value(`${year}${six.slice(2)}${last}`);
}

/** Eight figures, hyphen, four figures: the way a personnummer is shown. */
export function visaPersonnummer(twelve: string): string {
  return `${twelve.slice(0, 8)}-${twelve.slice(8)}`;
}
