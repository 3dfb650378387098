import type { Month } from '@stegvis/engine';
import { addMonths } from '@stegvis/engine';
import { type Inkomst, myndighetsålder, type Underlag } from '@stegvis/rules';

/** A household that is nobody's: what the rules need to know of it. Kronor a month. */
export interface Hushållsval {
  readonly vuxna: 1 | 2;
  /** Ages of the children. */
  readonly barn: readonly number[];
  readonly hyra: number;
  readonly el: number;
  readonly hemforsakring: number;
  /** Child allowance, maintenance support and housing allowance. */
  readonly bidrag: number;
  /** Other compensation after tax. */
  readonly ersattning: number;
  /** The other adult's wage after tax. */
  readonly lon2: number;
  /** Whether a quarter (what the rules say) of the first adult's wage is not counted. */
  readonly jobbstimulans: boolean;
}

/** A composition with example amounts that can be changed. */
export interface Typhushåll extends Hushållsval {
  readonly id: string;
  readonly namn: string;
}

const mall = { el: 400, hemforsakring: 150, bidrag: 0, ersattning: 0, lon2: 0, jobbstimulans: false } as const;

/** Family compositions to compare. Rents and allowances are examples, not statistics: write the municipality's own. */
export const TYPHUSHÅLL: readonly Typhushåll[] = [
  { ...mall, id: 'ensam', namn: 'Ensamstående utan barn', vuxna: 1, barn: [], hyra: 6500 },
  { ...mall, id: 'ensam-1', namn: 'Ensamstående med ett barn', vuxna: 1, barn: [8], hyra: 7800, bidrag: 2900 },
  { ...mall, id: 'ensam-3', namn: 'Ensamstående med tre barn', vuxna: 1, barn: [4, 8, 13], hyra: 9800, bidrag: 9500 },
  { ...mall, id: 'par', namn: 'Par utan barn', vuxna: 2, barn: [], hyra: 7600 },
  { ...mall, id: 'par-2', namn: 'Par med två barn', vuxna: 2, barn: [5, 9], hyra: 9400, bidrag: 2650 },
  { ...mall, id: 'par-5', namn: 'Par med fem barn', vuxna: 2, barn: [2, 5, 8, 12, 16], hyra: 12500, bidrag: 9200 },
];

/** The household for a month as the rules read it, with the first adult's wage after tax, kronor. */
export function typhushåll(val: Hushållsval, manad: string, kommun: string | undefined, lön = 0): Underlag {
  const år = Number(manad.slice(0, 4));
  const första: Inkomst[] = [
    ...(lön > 0 ? [{ typ: 'lon' as const, netto: lön }] : []),
    ...(val.bidrag > 0 ? [{ typ: 'barnbidrag' as const, netto: val.bidrag }] : []),
    ...(val.ersattning > 0 ? [{ typ: 'a-kassa' as const, netto: val.ersattning }] : []),
  ];
  return {
    manad,
    inkommen: `${addMonths(manad as Month, -1)}-25`,
    ...(kommun === undefined ? {} : { kommun }),
    vuxna: [
      {
        id: 'v1',
        fodd: `${år - 35}-01-15`,
        bistandsmanader: [],
        ...(val.jobbstimulans ? { jobbstimulansFran: manad } : {}),
        inkomster: första,
      },
      ...(val.vuxna === 2
        ? [
            {
              id: 'v2',
              fodd: `${år - 35}-01-15`,
              bistandsmanader: [],
              inkomster: val.lon2 > 0 ? [{ typ: 'lon' as const, netto: val.lon2 }] : [],
            },
          ]
        : []),
    ],
    ...(val.vuxna === 2 ? { sambor: true } : {}),
    ...(val.barn.length > 0
      ? {
          barn: val.barn.map((ålder, i) => ({
            id: `b${i + 1}`,
            fodd: `${år - ålder}-01-15`,
            ...(ålder >= myndighetsålder ? { skolungdom: true } : {}),
          })),
        }
      : {}),
    kostnader: [
      { typ: 'boende', belopp: val.hyra },
      { typ: 'hushallsel', belopp: val.el },
      { typ: 'hemforsakring', belopp: val.hemforsakring },
    ],
  };
}
