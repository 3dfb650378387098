import type { Quantity, Table } from '@stegvis/engine';
import { aktivitetskravLaw } from '../aktivitetskrav/aktivitetskrav.law.ts';
import { skolungdomTill } from '../alder/aldersgranser.ts';

/** En annan ersättning som en person kan ha rätt till, vem som prövar den och var den står. */
export interface AnnanErsättning {
  readonly namn: string;
  readonly prövas: string;
  readonly lagrum: string;
}

/** De ersättningar som föreslås. Rätten till dem prövas av den som betalar dem, aldrig här (docs/tolkningar/C03). */
export const ANDRA_ERSÄTTNINGAR = {
  sjukpenning: { namn: 'Sjukpenning', prövas: 'Försäkringskassan', lagrum: '27 kap. socialförsäkringsbalken' },
  sjukersattning: { namn: 'Sjukersättning', prövas: 'Försäkringskassan', lagrum: '33 kap. socialförsäkringsbalken' },
  aktivitetsersattning: {
    namn: 'Aktivitetsersättning',
    prövas: 'Försäkringskassan',
    lagrum: '33 kap. socialförsäkringsbalken',
  },
  bostadsbidrag: { namn: 'Bostadsbidrag', prövas: 'Försäkringskassan', lagrum: '95 kap. socialförsäkringsbalken' },
  bostadstillagg: {
    namn: 'Bostadstillägg',
    prövas: 'Försäkringskassan eller Pensionsmyndigheten',
    lagrum: '100 kap. socialförsäkringsbalken',
  },
  underhallsstod: { namn: 'Underhållsstöd', prövas: 'Försäkringskassan', lagrum: '18 kap. socialförsäkringsbalken' },
  foraldrapenning: { namn: 'Föräldrapenning', prövas: 'Försäkringskassan', lagrum: '12 kap. socialförsäkringsbalken' },
  pension: { namn: 'Allmän pension', prövas: 'Pensionsmyndigheten', lagrum: '55 kap. socialförsäkringsbalken' },
  aldreforsorjningsstod: {
    namn: 'Äldreförsörjningsstöd',
    prövas: 'Pensionsmyndigheten',
    lagrum: '74 kap. socialförsäkringsbalken',
  },
  'a-kassa': {
    namn: 'Ersättning från a-kassa',
    prövas: 'A-kassan',
    lagrum: 'lagen (2024:506) om arbetslöshetsförsäkring',
  },
  studiestod: { namn: 'Studiestöd', prövas: 'CSN', lagrum: 'studiestödslagen (1999:1395)' },
} as const satisfies Record<string, AnnanErsättning>;
export type AnnanErsättningId = keyof typeof ANDRA_ERSÄTTNINGAR;

/** Från det år någon fyller 19 kan hon få sjukersättning eller aktivitetsersättning (33 kap. socialförsäkringsbalken). År. */
const SJUKERSÄTTNING_FRÅN = 19;
/** Aktivitetsersättning är för den som inte har fyllt 30 (33 kap. socialförsäkringsbalken). År. */
const AKTIVITETSERSÄTTNING_UNDER = 30;
/** Bostadsbidrag utan barn är för den som inte har fyllt 29 (95 kap. socialförsäkringsbalken). År. */
const BOSTADSBIDRAG_UTAN_BARN_UNDER = 29;
/** Föräldrapenning kan lämnas längst tills barnet fyller tolv (12 kap. socialförsäkringsbalken). År. */
const FÖRÄLDRAPENNING_TILL = 12;

/** Vad som är känt om en person. Det som utelämnas är okänt: det räknas aldrig som nej. */
export interface Ersättningsunderlag {
  /** Hela år. */
  readonly ålder?: number | undefined;
  /** Födelseåret, för riktåldern. */
  readonly född?: number | undefined;
  /** De hemmavarande barnens åldrar i hela år; tom om hon inte har några. */
  readonly barn?: readonly number[] | undefined;
  readonly ensamstående?: boolean | undefined;
  /** Hon har lämnat läkarintyg, eller försörjningshindret säger att hon är sjukskriven. */
  readonly sjukskriven?: boolean | undefined;
  readonly anmäldHosArbetsförmedlingen?: boolean | undefined;
  readonly studerar?: boolean | undefined;
  /** Hon betalar för sitt boende. */
  readonly boendekostnad?: boolean | undefined;
  /** Inkomsttyper som redan betalas; utelämnas när registren inte har svarat. */
  readonly betalas?: readonly string[] | undefined;
}

/** Ett förslag: varför, och vad som inte är känt. */
export interface Ersättningsförslag {
  readonly ersättning: AnnanErsättningId;
  readonly skäl: string;
  readonly okänt: readonly string[];
}

/**
 * Ersättningar att ta upp med personen, efter det som är känt. Det är inget besked om rätt till ersättning. En ersättning som redan
 * betalas föreslås inte; har registren inte svarat sägs det bland det som inte är känt.
 */
export function föreslåErsättningar(u: Ersättningsunderlag): Ersättningsförslag[] {
  const förslag: Ersättningsförslag[] = [];
  const betalas = (typ: string) => u.betalas?.includes(typ) ?? false;
  const föreslå = (ersättning: AnnanErsättningId, skäl: string, okänt: readonly string[] = []) => {
    if (!betalas(ersättning))
      förslag.push({
        ersättning,
        skäl,
        okänt: u.betalas === undefined ? ['om den redan betalas: registren har inte svarat', ...okänt] : okänt,
      });
  };
  const { ålder } = u;
  const riktålder = riktålderFör(u.född);
  const pensionär = ålder !== undefined && riktålder !== undefined && ålder >= riktålder;
  const små = u.barn?.filter((b) => b < myndigTill) ?? [];

  if (u.sjukskriven && !pensionär) {
    föreslå('sjukpenning', 'Personen är sjukskriven.', ['om det finns en sjukpenninggrundande inkomst']);
    if (ålder !== undefined && ålder >= SJUKERSÄTTNING_FRÅN && ålder < AKTIVITETSERSÄTTNING_UNDER)
      föreslå('aktivitetsersattning', `Personen är sjukskriven och under ${AKTIVITETSERSÄTTNING_UNDER} år.`, [
        'om arbetsförmågan är nedsatt i minst ett år',
      ]);
    if (ålder === undefined || ålder >= AKTIVITETSERSÄTTNING_UNDER)
      föreslå('sjukersattning', 'Personen är sjukskriven.', [
        'om arbetsförmågan är nedsatt för all framtid',
        ...(ålder === undefined ? ['åldern'] : []),
      ]);
  }
  if (u.boendekostnad) {
    if (pensionär || betalas('sjukersattning') || betalas('aktivitetsersattning'))
      föreslå(
        'bostadstillagg',
        'Personen har en ersättning eller ålder som kan ge bostadstillägg och betalar för sitt boende.',
        ['inkomst och tillgångar hela året'],
      );
    else if (små.length > 0 || (ålder !== undefined && ålder < BOSTADSBIDRAG_UTAN_BARN_UNDER))
      föreslå(
        'bostadsbidrag',
        små.length > 0
          ? 'Personen har barn hemma och betalar för sitt boende.'
          : `Personen är under ${BOSTADSBIDRAG_UTAN_BARN_UNDER} år och betalar för sitt boende.`,
        ['inkomsten hela året'],
      );
  }
  if (små.length > 0 && u.ensamstående)
    föreslå('underhallsstod', 'Personen är ensam med barn.', ['om den andra föräldern betalar underhåll']);
  if (u.barn?.some((b) => b < FÖRÄLDRAPENNING_TILL))
    föreslå('foraldrapenning', `Personen har barn under ${FÖRÄLDRAPENNING_TILL} år.`, [
      'hur många dagar som finns kvar',
    ]);
  if (pensionär) {
    föreslå('pension', 'Personen har nått riktåldern för pension.');
    föreslå('aldreforsorjningsstod', 'Personen har nått riktåldern för pension.', ['inkomster, tillgångar och boende']);
  }
  if (!pensionär && u.anmäldHosArbetsförmedlingen)
    föreslå('a-kassa', 'Personen är anmäld som arbetssökande.', [
      'om hon är med i en a-kassa och har arbetat tillräckligt',
    ]);
  if (u.studerar) föreslå('studiestod', 'Personen studerar.', ['om utbildningen ger rätt till studiestöd']);
  return förslag;
}

/** Underhållsstöd och bostadsbidrag kan lämnas för barn och skolungdomar hemma. År. */
const myndigTill = skolungdomTill;

function riktålderFör(född: number | undefined): number | undefined {
  if (född === undefined) return undefined;
  const tabell = aktivitetskravLaw.parameters.riktalder.versions.at(-1)?.value as Table<Quantity<'ar'>> | undefined;
  return tabell?.find(({ from, to }) => from <= född && (to === undefined || född <= to))?.value;
}
