import {
  type Dag,
  dagarTillStart,
  type Insats,
  nästaStart,
  type Pass,
  type Platsläge,
  passIOrd,
} from '@stegvis/casework';
import { kortDatum } from '@stegvis/ui';

/** Hours a week: `12,5 h`. */
export function timmarIOrd(timmar: number): string {
  return `${String(timmar).replace('.', ',')} h`;
}

/** Times of a week in words, one after the other. */
export function passenIOrd(pass: readonly Pass[]): string {
  return pass.map(passIOrd).join(', ');
}

/** When one can start: `löpande`, or the next dated start and how far off it is. */
export function startIOrd(insats: Pick<Insats, 'startdagar'>, idag: Dag): string {
  const nästa = nästaStart(insats, idag);
  if (insats.startdagar.length === 0) return 'Löpande';
  if (nästa === undefined) return 'Ingen start bestämd';
  const dagar = dagarTillStart(insats, idag) ?? 0;
  return `${kortDatum(nästa)}, ${dagar === 0 ? 'i dag' : dagar === 1 ? 'i morgon' : `om ${dagar} dagar`}`;
}

/** When the next place is expected: `1 ledig 13 feb`, or nothing. */
export function nästaLedigIOrd(platser: Platsläge): string {
  const nästa = platser.kommande[0];
  if (!nästa) return '–';
  return `${nästa.lediga} ${nästa.lediga === 1 ? 'ledig' : 'lediga'} ${kortDatum(nästa.dag)}`;
}
