/** The provision a decision rests on: a right (12 kap. 1 §) or what the board may give beyond it (12 kap. 2 §). */
export type Bestämmelse = '12:1' | '12:2';

/** What a decision may say. The last two end the matter without trying the application. */
export type Beslutsutfall = 'bifall' | 'delavslag' | 'avslag' | 'avvisning' | 'avskrivning';

/** Why assistance may be claimed back although it was right when given (33 kap. 2–3 §§). */
export type Återkravsgrund = 'forskott' | 'arbetskonflikt' | 'hindrad-att-forfoga' | 'villkor-om-aterbetalning';

/** What the law asks of a decision of one kind. Every answer has the sections it comes from. */
export interface Beslutsregler {
  /** Whether an automated function may decide (KL 6 kap. 37–38 §§, and the house's own choice: full grants only). */
  readonly automatiskt: { readonly får: boolean; readonly lagrum: string };
  readonly överklagande: {
    readonly väg: 'forvaltningsbesvar' | 'laglighetsprovning';
    readonly veckor: number;
    /** From when the weeks run. */
    readonly från: 'delfaende' | 'tillkannagivande';
    /** Where it is sent: to the board that decided, or to the court itself. */
    readonly till: 'beslutsmyndigheten' | 'forvaltningsratten';
    readonly lagrum: string;
  };
  /** Applies at once, also when appealed. */
  readonly gällerOmedelbart: { readonly gäller: boolean; readonly lagrum: string };
  /** The person is heard before, unless obviously unnecessary. */
  readonly kommuniceras: { readonly krävs: boolean; readonly lagrum: string };
  /** Assistance that may be claimed back: written, served, and with the circumstance stated; otherwise it cannot be. */
  readonly återbetalning: { readonly kräverDelgivning: boolean; readonly lagrum: string | undefined };
  /** Not carried out within so many months: reported to IVO and the auditors each quarter. */
  readonly rapporterasEfterMånader: { readonly månader: number | undefined; readonly lagrum: string };
}

/** Grounds by provision: 33 kap. 2 § for assistance by right, 3 § for assistance beyond it. */
export const ÅTERKRAVSGRUNDER: Readonly<
  Record<Återkravsgrund, { bestämmelse: Bestämmelse; namn: string; lagrum: string }>
> = {
  forskott: {
    bestämmelse: '12:1',
    namn: 'Förskott på en förmån eller ersättning',
    lagrum: '33 kap. 2 § 1 a socialtjänstlagen (2025:400)',
  },
  arbetskonflikt: {
    bestämmelse: '12:1',
    namn: 'Indragen i en arbetskonflikt',
    lagrum: '33 kap. 2 § 1 b socialtjänstlagen (2025:400)',
  },
  'hindrad-att-forfoga': {
    bestämmelse: '12:1',
    namn: 'Hindrad att förfoga över sina inkomster och tillgångar',
    lagrum: '33 kap. 2 § 1 c socialtjänstlagen (2025:400)',
  },
  'villkor-om-aterbetalning': {
    bestämmelse: '12:2',
    namn: 'Villkor om återbetalning',
    lagrum: '33 kap. 3 § socialtjänstlagen (2025:400)',
  },
};

const SOL = 'socialtjänstlagen (2025:400)';

/**
 * What the law asks of a decision.
 * @throws RangeError for a ground of recovery that does not belong to the provision (33 kap. 2 § speaks of 12 kap. 1 §, 3 § of 2 §),
 *   and for recovery of something that gives nothing
 */
export function beslutsregler(slag: {
  utfall: Beslutsutfall;
  bestämmelse: Bestämmelse;
  återkravsgrund?: Återkravsgrund | undefined;
}): Beslutsregler {
  const { utfall, bestämmelse, återkravsgrund } = slag;
  const ger = utfall === 'bifall' || utfall === 'delavslag';
  if (återkravsgrund !== undefined) {
    const grund = ÅTERKRAVSGRUNDER[återkravsgrund];
    if (grund.bestämmelse !== bestämmelse)
      throw new RangeError(
        `${grund.namn} hör till bistånd enligt ${kapitel(grund.bestämmelse)} (${grund.lagrum}), inte till ${kapitel(bestämmelse)}.`,
      );
    if (!ger) throw new RangeError('Bara bistånd som beviljas kan krävas tillbaka.');
  }
  const prövasAvDomstol = bestämmelse === '12:1';
  return {
    automatiskt: {
      får: prövasAvDomstol && utfall === 'bifall' && återkravsgrund === undefined,
      lagrum: prövasAvDomstol ? '6 kap. 37 § kommunallagen' : '6 kap. 38 § andra stycket 1 kommunallagen',
    },
    överklagande: prövasAvDomstol
      ? {
          väg: 'forvaltningsbesvar',
          veckor: 3,
          från: 'delfaende',
          till: 'beslutsmyndigheten',
          lagrum: `35 kap. 1 § 1 ${SOL} och 43–44 §§ förvaltningslagen`,
        }
      : {
          väg: 'laglighetsprovning',
          veckor: 3,
          från: 'tillkannagivande',
          till: 'forvaltningsratten',
          lagrum: '13 kap. kommunallagen',
        },
    gällerOmedelbart: { gäller: prövasAvDomstol, lagrum: `35 kap. 5 § ${SOL}` },
    kommuniceras: {
      krävs: utfall !== 'bifall',
      lagrum: prövasAvDomstol ? '25 § förvaltningslagen' : `25 § förvaltningslagen och 14 kap. 10 § ${SOL}`,
    },
    återbetalning: {
      kräverDelgivning: återkravsgrund !== undefined,
      lagrum: återkravsgrund && ÅTERKRAVSGRUNDER[återkravsgrund].lagrum,
    },
    rapporterasEfterMånader: { månader: prövasAvDomstol && ger ? 3 : undefined, lagrum: `34 kap. 1 § ${SOL}` },
  };
}

function kapitel(bestämmelse: Bestämmelse): string {
  return `${bestämmelse.replace(':', ' kap. ')} §`;
}

/**
 * The sections a decision names: what it was tried by, and what makes it recoverable.
 */
export function beslutslagrum(slag: {
  bestämmelse: Bestämmelse;
  utfall: Beslutsutfall;
  återkravsgrund?: Återkravsgrund | undefined;
}): string[] {
  const prövad = slag.bestämmelse === '12:1' ? `12 kap. 1 § ${SOL}` : `12 kap. 2 § ${SOL}`;
  const grund = slag.återkravsgrund && ÅTERKRAVSGRUNDER[slag.återkravsgrund].lagrum;
  if (slag.utfall === 'avvisning') return [prövad, '20 § förvaltningslagen'];
  return grund === undefined ? [prövad] : [prövad, grund];
}
