import { ÅTERKRAVSGRUNDER, type Återkravsgrund } from '../beslutsslag/beslutsslag.ts';

/** Why assistance is claimed back: caused by the person, received when it should have been understood, or as the decision stated. */
export type Kravgrund = 'orsakat' | 'borde-insett' | Återkravsgrund;

const SOL = 'socialtjänstlagen (2025:400)';

/** The grounds as they are named, with their sections (SoL 33 kap. 1–3 §§). */
export const KRAVGRUNDER: Readonly<Record<Kravgrund, { namn: string; lagrum: string }>> = {
  orsakat: {
    namn: 'Oriktiga uppgifter, eller uppgifter som inte har lämnats',
    lagrum: `33 kap. 1 § första stycket ${SOL}`,
  },
  'borde-insett': {
    namn: 'Fick för mycket och borde skäligen ha insett det',
    lagrum: `33 kap. 1 § andra stycket ${SOL}`,
  },
  ...ÅTERKRAVSGRUNDER,
};

/** What is known of the assistance that is to be claimed back. */
export interface Kravläge {
  readonly grund: Kravgrund;
  /** The day of the decision that granted it. */
  readonly beviljat: string;
  readonly bestämmelse: '12:1' | '12:2';
  /** The ground the decision itself stated; undefined when it stated none. */
  readonly uppgivenGrund: Återkravsgrund | undefined;
  /** The decision has been served on the person. */
  readonly delgivet: boolean;
}

/** Who may decide to sue: the board or a committee of it, or anybody the board has delegated it to. */
export type Talerätt = 'namnd-eller-utskott' | 'enligt-delegation';

/**
 * Whether assistance may be claimed back, by which section, and who decides to sue. `hinder` are sentences; none means that it may.
 * Assistance granted before 2025-07-01 is claimed under the act that was repealed (transitional provision 5).
 */
export function återkravsregler(läge: Kravläge): { hinder: string[]; lagrum: string; talan: Talerätt } {
  const felaktigt = läge.grund === 'orsakat' || läge.grund === 'borde-insett';
  const talan: Talerätt = felaktigt ? 'namnd-eller-utskott' : 'enligt-delegation';
  if (läge.beviljat < '2025-07-01')
    return {
      hinder: [
        'Biståndet är beviljat före den 1 juli 2025. Då gäller 9 kap. socialtjänstlagen (2001:453) och kravet förs på papper.',
      ],
      lagrum: '9 kap. socialtjänstlagen (2001:453)',
      talan,
    };
  const { lagrum } = KRAVGRUNDER[läge.grund];
  if (felaktigt)
    return {
      hinder:
        läge.bestämmelse === '12:1'
          ? []
          : ['Bistånd enligt 12 kap. 2 § kan bara krävas tillbaka om beslutet hade villkor om återbetalning.'],
      lagrum,
      talan,
    };
  return {
    hinder: [
      ...(läge.uppgivenGrund === läge.grund
        ? []
        : ['Beslutet innehöll inte den omständighet som är grund för återbetalning.']),
      ...(läge.delgivet ? [] : ['Beslutet är inte delgivet den enskilde.']),
    ],
    lagrum,
    talan,
  };
}

/** The last day to sue: three years from when the municipality's cost arose (SoL 33 kap. 5 § first paragraph). */
export function taleSenast(kostnaden: string): string {
  const [år, månad, dag] = kostnaden.split('-').map(Number) as [number, number, number];
  const sista = new Date(Date.UTC(år + 3, månad, 0)).getUTCDate();
  return `${år + 3}-${String(månad).padStart(2, '0')}-${String(Math.min(dag, sista)).padStart(2, '0')}`;
}
