import { type Ansökan, vuxnaI } from './ansokan.ts';
import { type Historik, senasteBeviljade } from './historik.ts';
import type { PersonId } from './person.ts';
import type { Registerinställning } from './registerinstallning.ts';
import { KÄLLOR, type Källa } from './registersvar.ts';
import type { Dag } from './tid.ts';
import type { Inkomsttyp } from './uppgifter.ts';

/** Authorities that must have answered about an adult where nobody has said, by `källorFör`, which ones the household needs. */
export const MINSTA_KÄLLOR: readonly Källa[] = ['FK', 'AF', 'CSN', 'SO'];

const REGISTERKÄLLA: Partial<Record<Inkomsttyp, Källa>> = {
  aktivitetsstod: 'FK',
  utvecklingsersattning: 'FK',
  etableringsersattning: 'FK',
  etableringstillagg: 'FK',
  sjukpenning: 'FK',
  sjukersattning: 'FK',
  aktivitetsersattning: 'FK',
  rehabiliteringspenning: 'FK',
  foraldrapenning: 'FK',
  'tillfallig-foraldrapenning': 'FK',
  barnbidrag: 'FK',
  flerbarnstillagg: 'FK',
  underhallsstod: 'FK',
  bostadsbidrag: 'FK',
  merkostnadsersattning: 'FK',
  omvardnadsbidrag: 'FK',
  jobbpremie: 'FK',
  studiebidrag: 'CSN',
  studiemedel: 'CSN',
  'a-kassa': 'SO',
  pension: 'PM',
  bostadstillagg: 'PM',
  barnpension: 'PM',
  skatteaterbaring: 'SKV',
};

/**
 * The authority whose answer settles an income of this type, or undefined where no register gives what was paid out after tax
 * (wages: the employer's monthly report has gross pay only) and the person's own statement counts.
 */
export function registerkälla(typ: Inkomsttyp): Källa | undefined {
  return REGISTERKÄLLA[typ];
}

/**
 * Ages, in whole years on the last day of the month applied for, that part the authorities by what they can pay or know. They
 * stand at the safe side of the ages of the benefits, which move by year; docs/tolkningar/R01 says how they were found.
 */
export const KÄLLÅLDRAR = {
  /** Nobody younger can have had allmän pension: 61 was the lowest age before 2020, and it has only risen. */
  pension: 61,
  /** From here there is no dagpenning, studiestöd or duty to work any more, with a margin of years. */
  arbeteOchStudier: 70,
} as const;

/** What `källorFör` looks at. */
export interface Källgrund {
  ansökan: Pick<Ansökan, 'slag' | 'månad' | 'sökande' | 'medsökande' | 'uppgifter'>;
  /** Day of birth and number of each adult. */
  vuxna: Readonly<Record<PersonId, { född: Dag; samordningsnummer: boolean }>>;
  historik: Historik;
  inställning: Pick<Registerinställning, 'rättsligGrund'>;
}

/**
 * The authorities that one adult's application needs, and no others, in the order of `KÄLLOR`:
 * - Försäkringskassan always;
 * - Pensionsmyndigheten from the age at which pension can be drawn;
 * - Arbetsförmedlingen, CSN and the a-kassor up to the age at which they have nothing to pay;
 * - Skatteverket at a first application, and when the household states an asset;
 * - Transportstyrelsen and Migrationsverket only when the board has stated its legal ground: vehicles always then, residence
 *   permit at a first application and for a samordningsnummer;
 * - and, at any age, the authority that pays an income the adult states or that was counted in the latest decision.
 *
 * @throws RangeError when the adult is not in the application or the day of birth is not given.
 */
export function källorFör(person: PersonId, grund: Källgrund): Källa[] {
  const { ansökan, inställning } = grund;
  const vuxen = grund.vuxna[person];
  if (!vuxen || !vuxnaI(ansökan).includes(person))
    throw new RangeError('Källor kan bara bestämmas för en vuxen i ansökan vars födelsedag är känd.');
  const år = åldersår(vuxen.född, ansökan.månad);
  const iArbetsålder = år < KÄLLÅLDRAR.arbeteOchStudier;
  const nyAnsökan = ansökan.slag === 'nyansokan';
  const tillgångar = (ansökan.uppgifter.tillgangar ?? []).some((t) => t.belopp > 0);
  const behövs: Record<Källa, boolean> = {
    FK: true,
    PM: år >= KÄLLÅLDRAR.pension,
    AF: iArbetsålder,
    CSN: iArbetsålder,
    SO: iArbetsålder,
    SKV: nyAnsökan || tillgångar,
    TNS: Boolean(inställning.rättsligGrund.TNS),
    MIV: Boolean(inställning.rättsligGrund.MIV) && (nyAnsökan || vuxen.samordningsnummer),
  };
  const inkomster = [
    ...(ansökan.uppgifter.inkomster ?? []),
    ...(senasteBeviljade(grund.historik)?.inkomster ?? []),
  ].filter((i) => i.person === person);
  for (const { typ } of inkomster) {
    const källa = registerkälla(typ);
    if (källa !== undefined) behövs[källa] = true;
  }
  return KÄLLOR.filter((källa) => behövs[källa]);
}

/** Whole years on the last day of the month. */
function åldersår(född: Dag, månad: string): number {
  const år = Number(månad.slice(0, 4)) - Number(född.slice(0, 4));
  return född.slice(5, 7) <= månad.slice(5, 7) ? år : år - 1;
}
