/** What lets a decision that favours somebody be changed against that person. */
export type Nackdelsgrund = 'forbehall' | 'sakerhet' | 'oriktiga-uppgifter' | 'andrade-forhallanden';

export const NACKDELSGRUNDER: Readonly<Record<Nackdelsgrund, { namn: string; lagrum: string }>> = {
  forbehall: {
    namn: 'Det framgår av beslutet eller av reglerna att det får återkallas',
    lagrum: '37 § andra stycket 1 förvaltningslagen',
  },
  sakerhet: {
    namn: 'Tvingande säkerhetsskäl kräver det genast',
    lagrum: '37 § andra stycket 2 förvaltningslagen',
  },
  'oriktiga-uppgifter': {
    namn: 'Den enskilde har lämnat oriktiga eller vilseledande uppgifter',
    lagrum: '37 § andra stycket 3 förvaltningslagen',
  },
  'andrade-forhallanden': {
    namn: 'Beslutet gäller tills vidare och förhållandena har ändrats väsentligt',
    lagrum: '14 kap. 9 § socialtjänstlagen (2025:400)',
  },
};

/** The first day of decisions that may be changed under 14 kap. 9 § (transitional provision 3 of 2025:400). */
const TILLS_VIDARE_FRÅN = '2025-07-01';

/** What is known of a decision and of the change that is meant. */
export interface Ändringsläge {
  /** The change gives the person less. */
  readonly tillNackdel: boolean;
  readonly nackdelsgrund: Nackdelsgrund | undefined;
  /** The decision holds until further notice; one for a month or a sum does not. */
  readonly tillsVidare: boolean;
  /** The day of the decision. */
  readonly beslutad: string;
  /** The decision is appealed. */
  readonly överklagat: boolean;
  /** The appeal and the file have gone to the court. */
  readonly överlämnat: boolean;
  /** The decision is obviously wrong in something essential (FL 38 § 1), as a person has judged. */
  readonly uppenbartFelaktigt: boolean;
}

/** Whether the board may, must or may not change its own decision, and by which section. */
export function ändringsrätt(läge: Ändringsläge): { svar: 'far' | 'ska' | 'far-inte'; lagrum: string; varför: string } {
  if (läge.överlämnat)
    return {
      svar: 'far-inte',
      lagrum: '39 § förvaltningslagen',
      varför: 'Överklagandet är överlämnat till domstolen. Nu är det domstolen som prövar beslutet.',
    };
  if (läge.tillNackdel) return nackdel(läge);
  if (läge.uppenbartFelaktigt)
    return {
      svar: 'ska',
      lagrum: läge.överklagat ? '38 och 39 §§ förvaltningslagen' : '38 § förvaltningslagen',
      varför: 'Beslutet är uppenbart felaktigt och kan ändras snabbt utan nackdel för någon.',
    };
  if (läge.överklagat)
    return {
      svar: 'far-inte',
      lagrum: '39 § förvaltningslagen',
      varför: 'Ett överklagat beslut får bara ändras om det är uppenbart felaktigt i något väsentligt.',
    };
  return {
    svar: 'far',
    lagrum: '37 § första stycket förvaltningslagen',
    varför: 'Beslutet är felaktigt och ändras till den enskildes fördel.',
  };
}

function nackdel(läge: Ändringsläge): ReturnType<typeof ändringsrätt> {
  if (läge.överklagat)
    return {
      svar: 'far-inte',
      lagrum: '38 och 39 §§ förvaltningslagen',
      varför: 'Ett överklagat beslut får inte ändras till nackdel för den enskilde.',
    };
  if (läge.nackdelsgrund === undefined)
    return {
      svar: 'far-inte',
      lagrum: '37 § andra stycket förvaltningslagen',
      varför: 'Ett gynnande beslut får ändras till nackdel bara på de grunder som lagen räknar upp.',
    };
  const { lagrum, namn } = NACKDELSGRUNDER[läge.nackdelsgrund];
  if (läge.nackdelsgrund === 'andrade-forhallanden' && (!läge.tillsVidare || läge.beslutad < TILLS_VIDARE_FRÅN))
    return {
      svar: 'far-inte',
      lagrum,
      varför: 'Bestämmelsen gäller bara beslut som gäller tills vidare och som är fattade från den 1 juli 2025.',
    };
  return { svar: 'far', lagrum, varför: `${namn}.` };
}
