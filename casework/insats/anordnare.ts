import type { Öre } from '../belopp.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

export type Anordnarslag = 'egen' | 'annan-namnd' | 'foretag' | 'forening' | 'arbetsformedlingen' | 'region';

export const ANORDNARSLAG: Readonly<Record<Anordnarslag, string>> = {
  egen: 'Nämnden själv',
  'annan-namnd': 'Annan nämnd i kommunen',
  foretag: 'Företag',
  forening: 'Förening',
  arbetsformedlingen: 'Arbetsförmedlingen',
  region: 'Regionen',
};

/** Somebody who holds activities. Its own people, users with the role `anordnare`, see its participants and no others. */
export interface Anordnare {
  id: string;
  namn: string;
  slag: Anordnarslag;
  kontakt: { namn: string; telefon: string; epost: string };
  /** The users who belong to it; a user belongs to one provider at most. */
  användare: readonly string[];
  aktiv: boolean;
  version: number;
}

/** What one party to an agreement does. */
export interface Överenskommelsepart {
  part: string;
  ansvar: string;
}

/** A written agreement between the board and a provider. Never changed: a new one is made, or it is ended. */
export interface Överenskommelse {
  id: string;
  anordnare: string;
  parter: readonly Överenskommelsepart[];
  /** The results that are expected. */
  resultat: string;
  från: Dag;
  till: Dag;
  /** Cost per place and month; undefined when the parties bear their own costs. */
  kostnad: Öre | undefined;
  tecknad: Tidpunkt;
  tecknadAv: { id: string; namn: string };
  /** The last day, when it was ended before its time. */
  uppsagd: { till: Dag; skäl: string; av: string; tid: Tidpunkt } | undefined;
}

/** The last day that the agreement holds. */
export function överenskommenTill({ till, uppsagd }: Överenskommelse): Dag {
  return uppsagd !== undefined && uppsagd.till < till ? uppsagd.till : till;
}

/** The agreement that holds on the day, of one provider's agreements; of several the one that holds longest. */
export function gällandeÖverenskommelse(
  överenskommelser: readonly Överenskommelse[],
  dag: Dag,
): Överenskommelse | undefined {
  return överenskommelser
    .filter((ö) => ö.från <= dag && dag <= överenskommenTill(ö))
    .toSorted((a, b) => (överenskommenTill(a) < överenskommenTill(b) ? 1 : -1))[0];
}
