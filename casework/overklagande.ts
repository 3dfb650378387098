import type { Ursäkt } from '@stegvis/rules';
import type { Öre } from './belopp.ts';
import type { PersonId } from './person.ts';
import type { Dag, Tidpunkt } from './tid.ts';

export type Överklagandestatus =
  | 'inkommet'
  | 'omprovas'
  | 'att-overlamna'
  | 'overlamnat'
  | 'att-verkstalla'
  | 'avvisat'
  | 'andrat'
  | 'aterkallat'
  | 'avslutat';

export type Överklagandeövergång =
  | 'i-ratt-tid'
  | 'for-sent'
  | 'andrat-helt'
  | 'star-fast'
  | 'overlamnat'
  | 'domstolen-star-fast'
  | 'domstolen-andrar'
  | 'verkstallt'
  | 'aterkallat';

/** The state machine of an appeal: tried for time, reviewed, handed to the court, its outcome carried out. */
export const ÖVERKLAGANDETABELL = {
  inkommet: { 'i-ratt-tid': 'omprovas', 'for-sent': 'avvisat', aterkallat: 'aterkallat' },
  omprovas: { 'andrat-helt': 'andrat', 'star-fast': 'att-overlamna', aterkallat: 'aterkallat' },
  'att-overlamna': { overlamnat: 'overlamnat', aterkallat: 'aterkallat' },
  overlamnat: { 'domstolen-star-fast': 'avslutat', 'domstolen-andrar': 'att-verkstalla' },
  'att-verkstalla': { verkstallt: 'avslutat' },
  avvisat: {},
  andrat: {},
  aterkallat: {},
  avslutat: {},
} as const satisfies Record<Överklagandestatus, Partial<Record<Överklagandeövergång, Överklagandestatus>>>;

/** Where each status is, in words for staff. */
export const ÖVERKLAGANDELÄGEN: Readonly<Record<Överklagandestatus, { namn: string; gör: string | undefined }>> = {
  inkommet: { namn: 'Inkommet', gör: 'Pröva om det har kommit in i rätt tid.' },
  omprovas: { namn: 'Omprövas', gör: 'Pröva om beslutet ska ändras.' },
  'att-overlamna': { namn: 'Ska överlämnas', gör: 'Överlämna till förvaltningsrätten skyndsamt.' },
  overlamnat: { namn: 'Hos förvaltningsrätten', gör: undefined },
  'att-verkstalla': { namn: 'Dom att verkställa', gör: 'Fatta det beslut som domen kräver.' },
  avvisat: { namn: 'Avvisat', gör: undefined },
  andrat: { namn: 'Beslutet ändrat', gör: undefined },
  aterkallat: { namn: 'Återkallat', gör: undefined },
  avslutat: { namn: 'Avslutat', gör: undefined },
};

/** What the court may say. */
export type Domslut = 'avslag' | 'bifall' | 'delvis-bifall' | 'aterforvisning' | 'avvisning' | 'avskrivning';

export const DOMSLUT: Readonly<Record<Domslut, { namn: string; verkställs: boolean }>> = {
  avslag: { namn: 'Avslag: beslutet står fast', verkställs: false },
  bifall: { namn: 'Bifall: beslutet ändras', verkställs: true },
  'delvis-bifall': { namn: 'Delvis bifall: beslutet ändras till en del', verkställs: true },
  aterforvisning: { namn: 'Återförvisning: nämnden prövar på nytt', verkställs: true },
  avvisning: { namn: 'Avvisning: domstolen prövar inte saken', verkställs: false },
  avskrivning: { namn: 'Avskrivning: målet är avslutat', verkställs: false },
};

/** Who did something, by name as it was then. */
export interface Utförare {
  id: string;
  namn: string;
  titel: string;
}

/** When and how the person got the decision; the three weeks count from that day. */
export interface Delfående {
  dag: Dag;
  sätt: 'sida' | 'delgivning';
}

/** An appeal by one adult of one decision. It is the person's own words; what staff does with it is added beside them. */
export interface Överklagande {
  id: string;
  beslut: string;
  ansökan: string;
  ärende: string;
  /** The adult who appeals. */
  klagande: PersonId;
  /** How the person wants the decision changed, and why. */
  ändring: string;
  skäl: string;
  kanal: 'webb' | 'papper' | 'muntligt';
  /** When it came in to the board. */
  inkom: Tidpunkt;
  /** The person wants help with it. */
  villHaHjälp: boolean;
  /** Who wrote it in; undefined when the person did. */
  registreratAv: Utförare | undefined;
  fickDel: Delfående | undefined;
  /** The last day; undefined when nobody can show when the person got the decision. */
  sistaDag: Dag | undefined;
  /** It is the rejection of an earlier appeal that is appealed. */
  avvisningen: string | undefined;
  status: Överklagandestatus;
  tidsprövning:
    | {
        tasUpp: boolean;
        ursäkt: Ursäkt | undefined;
        skäl: string;
        lagrum: string;
        av: Utförare;
        punkt: string | undefined;
        tid: Tidpunkt;
      }
    | undefined;
  omprövning:
    | {
        resultat: 'star-fast' | 'andrat-helt' | 'andrat-delvis';
        skäl: string;
        nyttBeslut: string | undefined;
        av: Utförare;
        tid: Tidpunkt;
      }
    | undefined;
  överlämnat: { domstol: string; dag: Dag; akt: string; av: Utförare; tid: Tidpunkt } | undefined;
  dom:
    | {
        slut: Domslut;
        målnummer: string;
        dag: Dag;
        /** What the court grants for the month in all, where it says so. */
        belopp: Öre | undefined;
        text: string;
        av: Utförare;
        tid: Tidpunkt;
        /** The decision that carries it out. */
        verkställtGenom: string | undefined;
      }
    | undefined;
  version: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaÖverklagandestatus(
  status: Överklagandestatus,
  övergång: Överklagandeövergång,
): Överklagandestatus | undefined {
  return (ÖVERKLAGANDETABELL[status] as Partial<Record<Överklagandeövergång, Överklagandestatus>>)[övergång];
}

/** Whether an appeal still waits for somebody. */
export function ärÖppet({ status }: Pick<Överklagande, 'status'>): boolean {
  return Object.keys(ÖVERKLAGANDETABELL[status]).length > 0;
}

/** The file as it was sent to the court: one PDF, what is in it and what is not. Never changed. */
export interface Domstolsakt {
  id: string;
  överklagande: string;
  ansökan: string;
  /** What it holds, in order, with the first page of each. */
  innehåll: readonly { namn: string; sida: number; sidor: number }[];
  /** What is not in it, and why. */
  utelämnat: readonly { namn: string; skäl: string }[];
  sidor: number;
  /** SHA-256, hex. */
  sha256: string;
  skapad: Tidpunkt;
}
