/** A figure and, where it is not certain, the lowest and highest it is thought to be. */
export interface Osäkert {
  readonly värde: number;
  readonly från?: number | undefined;
  readonly till?: number | undefined;
}

/** The work model's sum, as Göteborg made it: participants, the share that becomes self-supporting, what each saves a year. */
export interface Arbetsmodell {
  readonly deltagare: number;
  /** Per cent. */
  readonly andel: Osäkert;
  /** Kronor a person and year. */
  readonly besparing: Osäkert;
  /** Kronor a place and month, and the months that a participant has one; left out: the cost is not counted. */
  readonly plats?: { readonly kostnad: Osäkert; readonly månader: number } | undefined;
}

/**
 * Göteborg's own figures (dnr 0840/19): 1 500 participants a year, of whom 15 % become self-supporting, which saves about 110 000 kr a
 * person and year.
 */
export const GÖTEBORGS: Arbetsmodell = { deltagare: 1500, andel: { värde: 15 }, besparing: { värde: 110_000 } };

/** The sum. Kronor a year. */
export interface Ekonomi {
  /** Expected number; not always whole. */
  readonly självförsörjande: number;
  readonly besparing: number;
  /** undefined when no cost is stated. */
  readonly kostnad: number | undefined;
  /** The saving less the cost; the saving alone when no cost is stated. */
  readonly netto: number;
  /** The share, per cent, at which the first year's saving equals the cost; undefined without a cost or a saving. May be over 100. */
  readonly brytpunkt: number | undefined;
  /** The highest cost of a place and month that the first year's saving covers, kronor; undefined without places. */
  readonly högstaKostnad: number | undefined;
}

/** The sum with every figure at its stated value; whole kronor. */
export function räknaEkonomi({ deltagare, andel, besparing, plats }: Arbetsmodell): Ekonomi {
  const självförsörjande = (deltagare * andel.värde) / 100;
  const sparat = Math.round((deltagare * andel.värde * besparing.värde) / 100);
  const platsmånader = plats && deltagare * plats.månader;
  const kostnad = plats && platsmånader && Math.round(platsmånader * plats.kostnad.värde);
  return {
    självförsörjande,
    besparing: sparat,
    kostnad,
    netto: sparat - (kostnad ?? 0),
    brytpunkt: plats && besparing.värde > 0 ? (100 * plats.kostnad.värde * plats.månader) / besparing.värde : undefined,
    högstaKostnad: platsmånader ? Math.floor(sparat / platsmånader) : undefined,
  };
}
