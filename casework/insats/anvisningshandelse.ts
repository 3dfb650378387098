import type { Personhändelse } from '../person/personhandelse.ts';
import { type Dag, dagIOrd } from '../tid.ts';
import type { Anvisning } from './anvisning.ts';
import type { Insats } from './insats.ts';

/** What has happened to a referral, with the words that staff wrote for the person. */
export type Anvisningssteg =
  | { hände: 'foreslagen' | 'i-ko' | 'startad' | 'nekad' }
  | { hände: 'plats'; från: Dag }
  | { hände: 'flyttad-i-ko'; plats: number; skäl: string }
  | { hände: 'avbojd'; hur: 'sade-nej' | 'antecknat-nej' | 'kom-inte' }
  | { hände: 'aterkallad' | 'avslutad'; skäl: string };

/** The event of a step of a referral, in words to the person: she alone sees it, and staff. */
export function anvisningshändelse(
  anvisning: Pick<Anvisning, 'person'>,
  { namn }: Pick<Insats, 'namn'>,
  steg: Anvisningssteg,
  { id, tid, av }: Pick<Personhändelse, 'id' | 'tid' | 'av'>,
): Personhändelse {
  const delat = { id, person: anvisning.person, område: 'insats' as const, typ: `anvisning-${steg.hände}`, tid, av };
  switch (steg.hände) {
    case 'foreslagen':
      return {
        ...delat,
        text: `Vi har föreslagit dig ${namn}. Vi väntar på svar från anordnaren.`,
        synlig: 'person',
      };
    case 'i-ko':
      return { ...delat, text: `Du står i kö till ${namn}.`, synlig: 'person' };
    case 'flyttad-i-ko':
      return {
        ...delat,
        text: `Du har fått en ny plats i kön till ${namn}: ${steg.plats}. ${steg.skäl.trim()}`,
        synlig: 'person',
      };
    case 'plats':
      return { ...delat, text: `Du har fått plats i ${namn} från ${dagIOrd(steg.från)}.`, synlig: 'person' };
    case 'startad':
      return { ...delat, text: `Du har börjat i ${namn}.`, synlig: 'person' };
    case 'nekad':
      return {
        ...delat,
        text: `Det blev ingen plats i ${namn}. Din samordnare hör av sig om något annat.`,
        synlig: 'person',
      };
    case 'avbojd':
      if (steg.hur === 'sade-nej') return { ...delat, text: `Du har sagt nej till ${namn}.`, synlig: 'person' };
      if (steg.hur === 'kom-inte')
        return { ...delat, text: `Vi har antecknat att du inte kom till ${namn}.`, synlig: 'person' };
      return { ...delat, text: `Vi har antecknat att du har sagt nej till ${namn}.`, synlig: 'person' };
    case 'aterkallad':
      return { ...delat, text: `Du ska inte längre vara med i ${namn}. ${steg.skäl.trim()}`, synlig: 'person' };
    case 'avslutad': {
      const skäl = steg.skäl.trim();
      return skäl === ''
        ? { ...delat, text: `${namn} är avslutad för dig.`, synlig: 'person' }
        : { ...delat, text: `${namn} är avslutad för dig. ${skäl}`, synlig: 'person' };
    }
  }
}
