import { myndighetsålder } from '@stegvis/rules';
import { type Ansökan, type Ansökansslag, gällerMånaden, synligFör, ärBorta } from './ansokan.ts';
import type { Ärende } from './arende.ts';
import { födelsedag, type Person, type PersonId } from './person.ts';
import { sökbaraMånader } from './starta-ansokan.ts';
import { dagFör, type Månad, type Tidpunkt } from './tid.ts';

/** Months back within which an earlier application makes the next one a renewal, unless the municipality says otherwise. */
export const ÅTERANSÖKAN_INOM_MÅNADER = 3;

/** The day of the month from which the next month is the one people apply for. */
export const NÄSTA_MÅNAD_FRÅN_DAG = 16;

/**
 * Why a way in is proposed.
 * - `forsta-gangen`: nothing decided before
 * - `varje-manad`: the latest decided month is the one before, or this one
 * - `nyligen-avslutad`: there is a gap, but within the time for a renewal
 * - `for-lange-sedan`: the latest decided month is longer ago
 * - `andrat-hushall`: the case the latest application belonged to is closed
 * - `manaden-beslutad`: the month one would apply for is decided
 * - `manaden-handlaggs`: it is sent and not decided
 */
export type Förslagsskäl =
  | 'forsta-gangen'
  | 'varje-manad'
  | 'nyligen-avslutad'
  | 'for-lange-sedan'
  | 'andrat-hushall'
  | 'manaden-beslutad'
  | 'manaden-handlaggs';

/** What may be started, and what is proposed and why. The person may choose otherwise. */
export interface Ansökansförslag {
  /** Led to a caseworker: protected identity, or under 18. The pages say the same in every case. */
  tillHandläggare: boolean;
  slag: Exclude<Ansökansslag, 'akut'>;
  skäl: Förslagsskäl;
  månader: readonly Månad[];
  föreslagenMånad: Månad;
  /** What a renewal is prefilled from, as this person may see it. */
  föregående: Ansökan | undefined;
  /** The other adult of that application, if they still have a case together. */
  medsökande: PersonId | undefined;
  /** Decided months that a supplementary application may belong to, newest first. */
  tilläggsmånader: readonly Månad[];
  /** The person's own draft for a month. */
  utkast: Ansökan | undefined;
}

/**
 * Proposes new, renewal or supplementary application from what has happened before (docs/tolkningar/S01).
 * @param input.ansökningar the person's applications, newest month first, as stored
 * @param input.ärenden the person's cases
 */
export function föreslåAnsökan(input: {
  person: Pick<Person, 'id' | 'personnummer' | 'skyddad'>;
  ansökningar: readonly Ansökan[];
  ärenden: readonly Pick<Ärende, 'id' | 'status'>[];
  nu: Tidpunkt;
  återansökanInom?: number;
}): Ansökansförslag {
  const { person, nu, återansökanInom = ÅTERANSÖKAN_INOM_MÅNADER } = input;
  const månader = sökbaraMånader(nu);
  const [, denna, nästa] = månader as [Månad, Månad, Månad];
  const hela = input.ansökningar.filter((a) => gällerMånaden(a) && !ärBorta(a));
  const utkast = hela.find((a) => a.status === 'utkast' && a.sökande === person.id);
  const skickade = hela.filter((a) => a.status !== 'utkast');
  const beslutade = skickade.filter((a) => a.status === 'beslutad' || a.status === 'avslutad');
  const senaste = beslutade[0];
  const önskad = Number(dagFör(nu).slice(8)) >= NÄSTA_MÅNAD_FRÅN_DAG ? nästa : denna;
  const sedan = senaste && månaderMellan(senaste.månad, önskad);
  const åter = sedan !== undefined && sedan <= återansökanInom;
  const ärendet = senaste && input.ärenden.find((ä) => ä.id === senaste.ärende);
  const nyttHushåll = senaste !== undefined && ärendet?.status === 'avslutat';
  const föregående = åter ? synligFör(senaste as Ansökan, person.id) : undefined;
  const månadens = skickade.find((a) => a.månad === önskad);
  const lediga = [önskad, nästa, denna].filter((m) => !skickade.some((a) => a.månad === m));
  const grund = {
    tillHandläggare: person.skyddad || under18(person.personnummer, dagFör(nu)),
    månader,
    föregående: nyttHushåll ? undefined : föregående,
    medsökande: nyttHushåll || !föregående ? undefined : andraVuxna(föregående, person.id),
    tilläggsmånader: [...new Set(beslutade.map((a) => a.månad))]
      .filter((m) => månaderMellan(m, denna) < återansökanInom)
      .slice(0, 3),
    utkast,
  };
  if (månadens && beslutade.includes(månadens))
    return { ...grund, slag: 'tillagg', skäl: 'manaden-beslutad', föreslagenMånad: önskad };
  const vanligt = åter && !nyttHushåll ? ('ateransokan' as const) : ('nyansokan' as const);
  const skäl = månadens
    ? 'manaden-handlaggs'
    : nyttHushåll
      ? 'andrat-hushall'
      : sedan === undefined
        ? 'forsta-gangen'
        : !åter
          ? 'for-lange-sedan'
          : sedan <= 1
            ? 'varje-manad'
            : 'nyligen-avslutad';
  return { ...grund, slag: vanligt, skäl, föreslagenMånad: lediga[0] ?? önskad };
}

/** Whole months from one month to another; negative backwards. */
function månaderMellan(från: Månad, till: Månad): number {
  return (Number(till.slice(0, 4)) - Number(från.slice(0, 4))) * 12 + Number(till.slice(5)) - Number(från.slice(5));
}

function andraVuxna(ansökan: Ansökan, person: PersonId): PersonId | undefined {
  return ansökan.sökande === person ? ansökan.medsökande : ansökan.sökande;
}

function under18(personnummer: string, idag: string): boolean {
  const född = födelsedag(personnummer);
  return `${Number(född.slice(0, 4)) + myndighetsålder}${född.slice(4)}` > idag;
}
