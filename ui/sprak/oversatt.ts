import { datumPåSpråket } from '../values/datum-pa-spraket.ts';
import { ordet, slåUpp, språket } from './sprak.ts';

/**
 * A finished Swedish sentence from the case's acts or the rules (a refusal, an event, the name of an income) in the language of the
 * page; of the values in it, days and months and those that the catalogue has as words are said in the language too. Sentences that
 * stand together are looked up one by one where the whole is not known. A sentence that no catalogue knows is given as it is.
 */
export function översatt(svenska: string): string {
  if (språket() === 'sv') return svenska;
  const hel = slåUpp(svenska, värdet);
  if (hel !== undefined) return hel;
  return svenska
    .split(/(?<=[.?!]) (?=\p{Lu})/u)
    .map((mening) => slåUpp(mening, värdet) ?? mening)
    .join(' ');
}

const värdet = (värde: string): string => datumPåSpråket(värde) ?? ordet(värde) ?? värde;
