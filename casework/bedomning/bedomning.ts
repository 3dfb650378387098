import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/** Which of the three kinds of assessment an instrument is for. */
export type Bedömningsslag = 'inledande' | 'fordjupad' | 'framsteg';

export const BEDÖMNINGSSLAG: Readonly<Record<Bedömningsslag, string>> = {
  inledande: 'Inledande bedömning',
  fordjupad: 'Fördjupad kartläggning',
  framsteg: 'Framstegsmätning',
};

export type Bedömningsstatus = 'erbjuden' | 'pagar' | 'slutford' | 'avbojd' | 'avbruten';
export type Bedömningsövergång = 'paborjad' | 'svar-sparat' | 'slutford' | 'avbojd' | 'avbruten' | 'synpunkt';

/** The state machine of one assessment. Only the in-depth mapping is offered first, because it is voluntary. */
export const BEDÖMNINGSTABELL = {
  erbjuden: { paborjad: 'pagar', avbojd: 'avbojd' },
  pagar: { 'svar-sparat': 'pagar', slutford: 'slutford', avbruten: 'avbruten', synpunkt: 'pagar' },
  slutford: { synpunkt: 'slutford' },
  avbojd: {},
  avbruten: {},
} as const satisfies Record<Bedömningsstatus, Partial<Record<Bedömningsövergång, Bedömningsstatus>>>;

export const BEDÖMNINGSLÄGEN: Readonly<Record<Bedömningsstatus, string>> = {
  erbjuden: 'Erbjuden',
  pagar: 'Pågår',
  slutford: 'Klar',
  avbojd: 'Tackat nej',
  avbruten: 'Avbruten',
};

/** Whose answer it is. */
export type Svarssida = 'person' | 'handlaggare';
/** How the answer was given. */
export type Svarssätt = 'webb' | 'telefon' | 'mote';

/** One answer: what was chosen (one value, or several where the question allows it) and the words that came with it. */
export interface Bedömningssvar {
  fråga: string;
  sida: Svarssida;
  val: readonly string[];
  text: string;
  sätt: Svarssätt;
  /** The name of the one who wrote it down; the person herself on the web. */
  av: string;
  tid: Tidpunkt;
}

/** What the first assessment ends in. */
export type Bedömningsutfall = 'aktivitet' | 'studieplan' | 'stod-fran-arbetsformedlingen' | 'vidare-utredning';

export const BEDÖMNINGSUTFALL: Readonly<Record<Bedömningsutfall, { namn: string; text: string }>> = {
  aktivitet: { namn: 'Aktivitet', text: 'Du ska få en aktivitet som tar dig närmare arbete.' },
  studieplan: { namn: 'Godkänd studieplan', text: 'Du följer en studieplan som vi har godkänt.' },
  'stod-fran-arbetsformedlingen': {
    namn: 'Stöd från Arbetsförmedlingen',
    text: 'Du har stöd från Arbetsförmedlingen, och vi har antecknat det.',
  },
  'vidare-utredning': { namn: 'Fortsatt utredning', text: 'Vi behöver ta reda på mer tillsammans med dig.' },
};

/** What came out of an assessment, in words the person can read. */
export interface Bedömningsresultat {
  /** Only of the first assessment and its re-assessments. */
  utfall: Bedömningsutfall | undefined;
  sammanfattning: string;
  av: { id: string; namn: string };
}

/** What the person, or somebody for her, has added to an assessment. Never changed. */
export interface Synpunkt {
  text: string;
  tid: Tidpunkt;
  /** The name of the member of staff who wrote it down; undefined when the person wrote it herself. */
  upptagen: string | undefined;
}

/**
 * One assessment of one person by one version of one instrument. It is always shown with the questions of its own version, whatever
 * comes later.
 */
export interface Bedömning {
  id: string;
  person: PersonId;
  instrument: string;
  /** The version of the instrument. */
  version: number;
  slag: Bedömningsslag;
  status: Bedömningsstatus;
  påbörjad: Tidpunkt;
  /** The name of the member of staff who began it; undefined when it began with the person. */
  påbörjadAv: string | undefined;
  slutförd: Tidpunkt | undefined;
  svar: readonly Bedömningssvar[];
  resultat: Bedömningsresultat | undefined;
  /** The last day of the next assessment of the same kind. */
  nästaSenast: Dag | undefined;
  synpunkter: readonly Synpunkt[];
  /** Counts the savings, so that two at the same time are found out. */
  sparning: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaBedömningsstatus(
  status: Bedömningsstatus,
  övergång: Bedömningsövergång,
): Bedömningsstatus | undefined {
  return (BEDÖMNINGSTABELL[status] as Partial<Record<Bedömningsövergång, Bedömningsstatus>>)[övergång];
}

/** The newest finished assessment of the kind, of assessments newest first. */
export function senasteBedömning(bedömningar: readonly Bedömning[], slag: Bedömningsslag): Bedömning | undefined {
  return bedömningar.find((b) => b.slag === slag && b.status === 'slutford');
}

/**
 * The day the next assessment of the kind should be done by, and whether it has passed: the newest finished one says when. Nothing
 * is due while one of the kind is under way, or when none has been finished.
 */
export function bedömningsfrist(
  bedömningar: readonly Bedömning[],
  slag: Bedömningsslag,
  idag: Dag,
): { senast: Dag; försenad: boolean } | undefined {
  const senast = senasteBedömning(bedömningar, slag)?.nästaSenast;
  return senast === undefined ? undefined : { senast, försenad: senast < idag };
}
