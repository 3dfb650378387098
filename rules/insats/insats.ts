/** What an activity is for: the four kinds of SoL 12 kap. 6 a § second paragraph, or care, which is none of them. */
export type Insatssyfte = 'motivera' | 'sprak' | 'soka-arbete' | 'arbetsplats' | 'vard';

/** The aims by name, each with its place in the statute; care has none there (HFD 2011 ref. 49). */
export const INSATSSYFTEN: Readonly<Record<Insatssyfte, { readonly namn: string; readonly lagrum: string }>> = {
  motivera: { namn: 'Motivera eller öka förmågan att arbeta eller studera', lagrum: '12 kap. 6 a § andra stycket 1' },
  sprak: { namn: 'Språk', lagrum: '12 kap. 6 a § andra stycket 2' },
  'soka-arbete': { namn: 'Bli bättre på att söka arbete', lagrum: '12 kap. 6 a § andra stycket 3' },
  arbetsplats: { namn: 'Arbetsplatsförlagd', lagrum: '12 kap. 6 a § andra stycket 4' },
  vard: { namn: 'Vård eller behandling, bara frivilligt', lagrum: 'HFD 2011 ref. 49' },
};

/** On what ground somebody is referred to an activity. */
export type Anvisningsgrund = '12:4' | '12:4a' | '12:4d' | '12:4g' | 'frivillig';

interface Grundregel {
  readonly namn: string;
  readonly lagrum: string;
  /** The first day that the ground is law. */
  readonly från: string;
  /** A decided requirement is needed. */
  readonly kräverKrav: boolean;
  /** Arbetsförmedlingen is consulted first. */
  readonly kräverSamråd: boolean;
  /** Declining or staying away can lead to 12 kap. 5 §. */
  readonly kanNedsättas: boolean;
}

/** The grounds of a referral in SoL 2025:400 12 kap. and from when (SFS 2026:730; 4 g: SFS 2026:897). Days as `YYYY-MM-DD`. */
export const ANVISNINGSGRUNDER: Readonly<Record<Anvisningsgrund, Grundregel>> = {
  '12:4a': {
    namn: 'Aktivitetskrav efter tre månader',
    lagrum: '12 kap. 4 a § socialtjänstlagen',
    från: '2026-07-01',
    kräverKrav: true,
    kräverSamråd: false,
    kanNedsättas: true,
  },
  '12:4d': {
    namn: 'Aktivitetskrav före tre månader',
    lagrum: '12 kap. 4 d § socialtjänstlagen',
    från: '2026-07-01',
    kräverKrav: true,
    kräverSamråd: false,
    kanNedsättas: true,
  },
  '12:4': {
    namn: 'Praktik eller annan kompetenshöjande verksamhet',
    lagrum: '12 kap. 4 § socialtjänstlagen',
    från: '2025-07-01',
    kräverKrav: false,
    kräverSamråd: true,
    kanNedsättas: true,
  },
  '12:4g': {
    namn: 'Arbetslivsinriktad rehabilitering',
    lagrum: '12 kap. 4 g § socialtjänstlagen',
    från: '2027-01-01',
    kräverKrav: true,
    kräverSamråd: false,
    kanNedsättas: true,
  },
  frivillig: {
    namn: 'Frivillig',
    lagrum: '12 kap. 6 a § socialtjänstlagen',
    från: '2025-07-01',
    kräverKrav: false,
    kräverSamråd: false,
    kanNedsättas: false,
  },
};
