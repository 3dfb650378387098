import type { Ground } from '@stegvis/engine';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { gäller, lagrum, lagtal, månadsläge } from './gallande-lag.ts';

/** Vad sjukdomen har hindrat: att stå till arbetsmarknadens förfogande, att komma till aktiviteten, eller att börja i den. */
export const SJUKDOMSHINDER = ['star-inte-till-forfogande', 'uteblir', 'avbojer'] as const;
export type Sjukdomshinder = (typeof SJUKDOMSHINDER)[number];

/** Vad som är känt om sjukdomen. */
export interface Intygsfråga {
  readonly hinder: Sjukdomshinder;
  /** Månaden det gäller, ÅÅÅÅ-MM. */
  readonly månad: string;
  /** Antal dagar i följd som sjukdomen har pågått, helgdagar också. Betyder inget för den som avböjer. */
  readonly dagarIFöljd: number;
  /** Vad anvisningen grundas på; utelämnad för den som inte står till arbetsmarknadens förfogande. */
  readonly anvisning?: '12:4' | '12:4a' | '12:4d' | '12:4g' | 'frivillig';
  /** Nämnden har särskilda skäl att begära intyg tidigare. */
  readonly särskildaSkäl?: boolean;
  /** Nämnden har medgett undantag: ett intyg är uppenbart obehövligt. */
  readonly uppenbartObehövligt?: boolean;
}

export interface Intygssvar {
  readonly krävs: boolean;
  /** När intyget krävs: genast, eller så många sjukdagar i följd som får gå först. */
  readonly efterDagar: number;
  readonly text: string;
  /** Lagrummet; undefined när ingen bestämmelse om intyg gäller. */
  readonly grund: string | undefined;
}

/**
 * Om ett läkarintyg krävs (SoL 12 kap. 3 a och 5 a §§). Sju dagar i följd gäller den som uteblir eller inte står till
 * arbetsmarknadens förfogande; den som avböjer på grund av sjukdom ska visa intyg genast. Särskilda skäl ger rätt att begära det
 * tidigare, och undantag medges när det är uppenbart obehövligt. Frivilliga aktiviteter kräver aldrig intyg.
 */
export function läkarintygKrävs(fråga: Intygsfråga): Intygssvar {
  const { hinder, månad, anvisning } = fråga;
  const egen = hinder === 'star-inte-till-forfogande';
  const bestämmelse = egen
    ? lag.grounds.intygForfogande
    : hinder === 'avbojer'
      ? lag.grounds.intygAvbojer
      : lag.grounds.intygUteblir;
  if (!gäller(bestämmelse, månad))
    return inte('Skyldigheten att lämna läkarintyg finns från och med juli 2026 (SFS 2026:896).');
  if (!egen && (anvisning === undefined || anvisning === 'frivillig'))
    return inte('Aktiviteten är frivillig. Något läkarintyg krävs inte.');
  if (anvisning === '12:4g' && !gäller(lag.grounds.rehabilitering, månad))
    return inte('Arbetslivsinriktad rehabilitering får begäras först från och med januari 2027.');
  const gräns = hinder === 'avbojer' ? 0 : lagtal(lag.parameters.dagarUtanIntyg, månad);
  const citera = (grund: Ground) => lagrum(grund, månadsläge(månad));
  if (fråga.uppenbartObehövligt)
    return {
      krävs: false,
      efterDagar: gräns,
      text: 'Nämnden har medgett undantag: ett läkarintyg är uppenbart obehövligt.',
      grund: citera(egen ? lag.grounds.intygForfogandeObehovligt : lag.grounds.intygObehovligt),
    };
  const grund = citera(bestämmelse);
  if (hinder === 'avbojer')
    return {
      krävs: true,
      efterDagar: 0,
      text: 'Den som avböjer på grund av sjukdom ska styrka det med läkarintyg genast.',
      grund,
    };
  if (fråga.särskildaSkäl)
    return {
      krävs: true,
      efterDagar: 0,
      text: 'Nämnden har särskilda skäl att begära läkarintyg också vid en kortare sjukdom.',
      grund,
    };
  const krävs = fråga.dagarIFöljd > gräns;
  return {
    krävs,
    efterDagar: gräns,
    text: krävs
      ? `Sjukdomen har varat mer än ${gräns} dagar i följd. Den ska styrkas med läkarintyg.`
      : `Läkarintyg krävs först när sjukdomen har varat mer än ${gräns} dagar i följd.`,
    grund,
  };
}

const inte = (text: string): Intygssvar => ({ krävs: false, efterDagar: 0, text, grund: undefined });
