import { type Ansökan, vuxnaI } from './ansokan.ts';
import type { Omständighet } from './omstandigheter.ts';
import type { PersonId } from './person.ts';
import type { Registerfel, Svarskvalitet } from './registersvar.ts';
import type { Dag, Tidpunkt } from './tid.ts';

export const CIVILSTÅND = [
  'ogift',
  'gift',
  'anka-eller-ankling',
  'skild',
  'registrerad-partner',
  'skild-partner',
  'efterlevande-partner',
] as const;
export type Civilstånd = (typeof CIVILSTÅND)[number];

/** The population register's address of a person, as it is written on a letter. */
export interface Folkbokföringsadress {
  careOf?: string;
  utdelningsadress?: string;
  postnummer: string;
  postort: string;
}

/** What the population register says about one person. Keys are ASCII because the document is stored as it stands. */
export interface Folkbokföringsuppgift {
  fornamn: string;
  efternamn: string;
  /** `sekretessmarkering`, the stronger `skyddad-folkbokforing`, or none. Both are handled the same: as protected. */
  skydd: 'ingen' | 'sekretessmarkering' | 'skyddad-folkbokforing';
  /** Municipality code, four digits; left out when the person is not registered anywhere. */
  kommun?: string;
  /** Registered there since. */
  folkbokford?: Dag;
  /** Never kept about a protected person. */
  adress?: Folkbokföringsadress;
  civilstand?: Civilstånd;
  civilstandFran?: Dag;
  /** Own children and children in the person's custody. Only the day of birth is kept, to compare with the application. */
  barn: { fodd: Dag; from?: Dag; tom?: Dag }[];
  /** No longer registered: since when, and why in the register's words. */
  avregistrerad?: { dag?: Dag; orsak: string };
}

/** What the population register answered about one person. The quality is read as that of every other register's answer. */
export interface Folkbokföringssvar {
  kvalitet: Svarskvalitet;
  hämtad: Tidpunkt;
  /** The contract the answer was read by. */
  version: string;
  /** Always present when `ej-kontrollerbar`. */
  fel?: Registerfel;
  /** Present exactly when `svarat`. */
  uppgift?: Folkbokföringsuppgift;
}

/** Something in the population register that a person must look at before the application is decided. */
export interface Folkbokföringsavvikelse {
  kod:
    | 'skyddad'
    | 'annan-kommun'
    | 'avregistrerad'
    | 'inte-folkbokford'
    | 'gift-men-soker-ensam'
    | 'barn-inte-i-folkbokforingen'
    | 'okant';
  person: PersonId;
  /** For staff. */
  text: string;
}

/**
 * Where application and population register do not say the same. An adult nobody has an answer about gives `okant`: it is not
 * known where she lives, so it may not be taken for here.
 */
export function folkbokföringsavvikelser(
  ansökan: Pick<Ansökan, 'sökande' | 'medsökande' | 'uppgifter'>,
  kommun: string,
  svar: Readonly<Record<PersonId, Folkbokföringssvar | undefined>>,
): Folkbokföringsavvikelse[] {
  const vuxna = vuxnaI(ansökan);
  const kändaBarn = vuxna.flatMap((person) => svar[person]?.uppgift?.barn ?? []);
  const allaSvarat = vuxna.every((person) => svar[person]?.kvalitet === 'svarat');
  const saknade = allaSvarat
    ? (ansökan.uppgifter.barn ?? []).filter((barn) => !kändaBarn.some((b) => b.fodd === barn.fodd && !b.tom))
    : [];
  return [
    ...vuxna.flatMap((person) => avvikelserFör(person, svar[person], vuxna.length === 1, kommun)),
    ...saknade.map((barn) => ({
      kod: 'barn-inte-i-folkbokforingen' as const,
      person: ansökan.sökande,
      text: `Barnet fött ${barn.fodd} finns inte bland de vuxnas barn i folkbokföringen.`,
    })),
  ];
}

/** The circumstance of residence: whatever says that another municipality may be responsible; undefined while it is not known. */
export function bosättningsomständighet(
  ansökan: Pick<Ansökan, 'sökande' | 'medsökande' | 'uppgifter'>,
  kommun: string,
  svar: Readonly<Record<PersonId, Folkbokföringssvar | undefined>>,
): Omständighet {
  const avvikelser = folkbokföringsavvikelser(ansökan, kommun, svar);
  if (avvikelser.some((a) => a.kod === 'okant')) return undefined;
  return avvikelser
    .filter((a) => a.kod === 'annan-kommun' || a.kod === 'avregistrerad' || a.kod === 'inte-folkbokford')
    .map((a) => a.text);
}

function avvikelserFör(
  person: PersonId,
  svar: Folkbokföringssvar | undefined,
  ensam: boolean,
  kommun: string,
): Folkbokföringsavvikelse[] {
  const uppgift = svar?.uppgift;
  if (!uppgift) {
    const text = svar?.kvalitet === 'inget-hos-oss' ? 'Personen finns inte i folkbokföringen.' : svar?.fel?.text;
    return [
      svar?.kvalitet === 'inget-hos-oss'
        ? { kod: 'inte-folkbokford', person, text: text! }
        : { kod: 'okant', person, text: text ?? 'Folkbokföringen har inte svarat.' },
    ];
  }
  const avvikelser: Folkbokföringsavvikelse[] = [];
  if (uppgift.skydd !== 'ingen')
    avvikelser.push({ kod: 'skyddad', person, text: 'Personen har skyddade personuppgifter i folkbokföringen.' });
  if (uppgift.avregistrerad)
    avvikelser.push({
      kod: 'avregistrerad',
      person,
      text: `Personen är avregistrerad från folkbokföringen (${uppgift.avregistrerad.orsak}).`,
    });
  else if (uppgift.kommun === undefined)
    avvikelser.push({ kod: 'inte-folkbokford', person, text: 'Personen är inte folkbokförd i någon kommun.' });
  else if (uppgift.kommun !== kommun)
    avvikelser.push({
      kod: 'annan-kommun',
      person,
      text: `Personen är folkbokförd i en annan kommun (kommunkod ${uppgift.kommun}). Se 29 kap. socialtjänstlagen om vilken kommun som ansvarar.`,
    });
  if (ensam && (uppgift.civilstand === 'gift' || uppgift.civilstand === 'registrerad-partner'))
    avvikelser.push({
      kod: 'gift-men-soker-ensam',
      person,
      text: 'Personen är gift eller registrerad partner enligt folkbokföringen men söker ensam.',
    });
  return avvikelser;
}
