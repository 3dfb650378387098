import { t } from '../sprak/sprak.ts';
import { månader, månad as månadOchÅr } from './datum.ts';
import { fel, type Svar, tomt, value } from './svar.ts';

/** The three texts of a date field. */
export type DatumDelar = { readonly dag: string; readonly månad: string; readonly år: string };

function monthNumber(text: string): number | undefined {
  const written = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^\d{1,2}$/.test(written)) return Number(written);
  if (written.length < 3) return undefined;
  const hits = månader.flatMap((namn, i) => (namn.startsWith(written) ? [i + 1] : []));
  return hits.length === 1 ? hits[0] : undefined;
}

function split(text: string): DatumDelar | undefined {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/^(mån|tis|ons|tors|fre|lör|sön)\p{L}*\s+(den\s+)?/u, '');
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  if (iso) return { år: iso[1] ?? '', månad: iso[2] ?? '', dag: iso[3] ?? '' };
  const swedish = /^(\d{1,2})[-/. ]+([\p{L}]+\.?|\d{1,2})[-/. ]+(\d+)$/u.exec(written);
  if (swedish) return { dag: swedish[1] ?? '', månad: swedish[2] ?? '', år: swedish[3] ?? '' };
  return undefined;
}

/**
 * Reads a day from three fields or from one text, in any common way to write it: `17 12 2026`, `17 december 2026`,
 * `17/12 2026`, `2026-12-17`, `20261217`. A whole date pasted into the first field is read too. A year has four
 * figures; a month may be a word of three letters or more.
 * @returns the day as `YYYY-MM-DD`
 */
export function läsDatum(written: DatumDelar | string): Svar<string> {
  const whole = typeof written === 'string' ? written : '';
  const delar = typeof written === 'string' ? split(written) : written;
  if (typeof written === 'string' && whole.trim() === '') return tomt(t('Skriv datumet, till exempel 17 12 2026.'));
  if (!delar) return fel(t('Skriv dag, månad och år, till exempel 17 12 2026.'));
  const { dag, månad, år } = { dag: delar.dag.trim(), månad: delar.månad.trim(), år: delar.år.trim() };
  if (dag === '' && månad === '' && år === '') return tomt(t('Skriv datumet, till exempel 17 12 2026.'));
  if (typeof written !== 'string' && dag !== '' && månad === '' && år === '' && split(dag)) return läsDatum(dag);
  if (dag === '' || månad === '' || år === '')
    return fel(t('Datumet är inte helt ifyllt. Skriv dag, månad och år, till exempel 17 12 2026.'));
  if (!/^\d{4}$/.test(år)) return fel(t('Skriv året med fyra siffror, till exempel 2026.'));
  const m = monthNumber(månad);
  if (m === undefined || m < 1 || m > 12)
    return fel(t('Skriv månaden som en siffra 1–12 eller som ord på svenska, till exempel 12 eller december.'));
  const sista = new Date(Date.UTC(Number(år), m, 0)).getUTCDate();
  if (!/^\d{1,2}$/.test(dag) || Number(dag) < 1 || Number(dag) > sista) {
    return fel(
      t('Skriv dagen som en siffra 1–{sista}. Så många dagar har {månad}.', {
        sista,
        månad: månadOchÅr(`${år}-${String(m).padStart(2, '0')}`),
      }),
    );
  }
  return value(`${år}-${String(m).padStart(2, '0')}-${dag.padStart(2, '0')}`);
}
