import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { gäller, lagrum, månadsläge } from './gallande-lag.ts';

/** Svaret om arbetslivsinriktad rehabilitering. Lagen säger aldrig "ska". */
export interface PrövadRehabilitering {
  readonly manad: string;
  readonly krav: 'far' | 'far-inte';
  readonly text: string;
  /** Lagrummet; undefined för tid före den 1 januari 2027. */
  readonly grund: string | undefined;
}

/**
 * Prövar om nämnden får begära att personen deltar i arbetslivsinriktad rehabilitering (SoL 12 kap. 4 g §, från januari 2027): bara
 * den som får försörjningsstöd och på grund av sjukdom inte kan stå till arbetsmarknadens förfogande. Undantagen i 4 a § och
 * uträkningen i 4 b § gäller inte här (docs/tolkningar/A13); hänsynen till personens förutsättningar bedömer en människa.
 * @param månad ÅÅÅÅ-MM
 * @param sjuk om personen på grund av sjukdom inte kan stå till arbetsmarknadens förfogande
 */
export function prövaRehabilitering(månad: string, sjuk: boolean): PrövadRehabilitering {
  if (!gäller(lag.grounds.rehabilitering, månad))
    return {
      manad: månad,
      krav: 'far-inte',
      text: 'Arbetslivsinriktad rehabilitering får begäras först från och med januari 2027 (SFS 2026:897).',
      grund: undefined,
    };
  const grund = lagrum(lag.grounds.rehabilitering, månadsläge(månad));
  return sjuk
    ? {
        manad: månad,
        krav: 'far',
        text: 'Personen kan inte stå till arbetsmarknadens förfogande på grund av sjukdom. Arbetslivsinriktad rehabilitering får begäras.',
        grund,
      }
    : {
        manad: månad,
        krav: 'far-inte',
        text: 'Arbetslivsinriktad rehabilitering får bara begäras av den som på grund av sjukdom inte kan stå till arbetsmarknadens förfogande.',
        grund,
      };
}
