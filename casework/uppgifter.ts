import type { Inkomsttyp, Kostnadstyp, Tillgångstyp } from '@stegvis/rules';
import type { Öre } from './belopp.ts';
import type { PersonId } from './person.ts';
import type { Dag } from './tid.ts';

export type { Inkomsttyp, Kostnadstyp, Tillgångstyp };

export const BOENDEFORMER = [
  'hyresratt',
  'bostadsratt',
  'andrahand',
  'inneboende',
  'egen-fastighet',
  'hos-foraldrar',
  'institution',
  'utan-bostad',
] as const;
export type Boendeform = (typeof BOENDEFORMER)[number];

export interface Barnuppgift {
  /** Kept from month to month, so that a prefilled child is the same child. */
  id: string;
  namn: string;
  fodd: Dag;
  /** 18–20 and still in grundskola or gymnasium. */
  skolungdom?: boolean;
  /** Lunch away from home five days a week (0–6 years). */
  lunchBorta?: boolean;
  /** Days in the month the child lives here; left out: all. */
  dagar?: number;
}

export interface Kostnadsuppgift {
  id: string;
  typ: Kostnadstyp;
  belopp: Öre;
  /** What it is, in the applicant's words; needed for `levnadskostnad-i-ovrigt`. */
  vad?: string;
}

export interface Inkomstuppgift {
  id: string;
  /** An adult's person id or a child's id. */
  person: string;
  typ: Inkomsttyp;
  /** After tax, what was received in the month before the month applied for. */
  belopp: Öre;
  utbetald?: Dag;
  /** From whom, in the applicant's words. */
  fran?: string;
}

export interface Tillgångsuppgift {
  id: string;
  typ: Tillgångstyp;
  belopp: Öre;
}

export interface Kontouppgift {
  /** Clearing number, four or five digits. */
  clearing: string;
  /** Account number, digits only. */
  nummer: string;
  innehavare: PersonId;
}

/** What a supplementary application may be for (12:1 levnadskostnader i övrigt). */
export const TILLÄGGSBEHOV = [
  'medicin',
  'tandvard',
  'lakare',
  'glasogon',
  'hjalpmedel',
  'flytt-och-hem',
  'klader-och-barn',
  'annat',
] as const;
export type Tilläggsbehov = (typeof TILLÄGGSBEHOV)[number];

/** One need on top of a decided month; what it costs stands among `kostnader`. */
export interface Tilläggsuppgift {
  behov: Tilläggsbehov;
  /** Why it is needed, in the applicant's words. */
  varfor: string;
  /** When it is needed; left out: no special day. */
  senast?: Dag;
}

/** What an acute need may be for. */
export const AKUTBEHOV = ['mat', 'medicin', 'tak', 'annat'] as const;
export type Akutbehov = (typeof AKUTBEHOV)[number];

/** A need today. What it costs, where that is known, stands among `kostnader`. */
export interface Akutuppgift {
  behov: Akutbehov[];
  /** In the applicant's words. */
  vad: string;
  /** The day the help is needed at the latest. */
  senast: Dag;
  /** A telephone number; empty when only the other way is safe. */
  telefon: string;
  /** How and when the person can be reached without danger; empty: by that number at any time. */
  saKontaktasJag: string;
}

/**
 * What the applicant states. Keys are ASCII because the document leaves TypeScript as it stands (form fields, stored JSON);
 * amounts are öre. A missing key is a question that has not been answered; an empty list is the answer 'none'.
 */
export interface Uppgifter {
  hushall?: {
    /** Everyone living in the home, the household included. */
    personerIBostaden: number;
    /** The two adults are a couple; asked only when there are two. */
    sambor?: boolean;
  };
  barn?: Barnuppgift[];
  boende?: { form: Boendeform; andrahandSamtycke?: boolean };
  kostnader?: Kostnadsuppgift[];
  inkomster?: Inkomstuppgift[];
  tillgangar?: Tillgångsuppgift[];
  konto?: Kontouppgift;
  /** To the caseworker, from the one who writes the application; never shown to the co-applicant. */
  meddelande?: string;
  /** 'A person shall decide': stops every automatic decision. */
  onskarHandlaggare?: boolean;
  /** Only in a supplementary application. */
  tillagg?: Tilläggsuppgift;
  /** Only in an acute request. */
  akut?: Akutuppgift;
  /** 'What I have stated is right.' */
  intygat?: boolean;
}

/** A whole answer to one or more of the questions. */
export type Svar = Partial<Uppgifter>;
