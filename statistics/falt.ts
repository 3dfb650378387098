import { AVSLUTSORSAKER, STOPPORSAKER } from '@stegvis/casework';
import { AVSLAGSGRUNDER } from './avslagsgrund.ts';
import { DIMENSIONER, type Dimensionsbeskrivning, SAKNAS } from './dimension.ts';
import { HÄNDELSESLAG, HÄNDELSEUTFALL } from './fakta.ts';
import type { Faktatabell } from './indikator.ts';

/** The group of those whose list is empty: no activity, no reason that stopped. */
export const INGEN = 'ingen';

/**
 * What a field of the facts holds. `lista` has several values a row, so that its groups overlap; `ja-nej` splits into `ja` and `nej`;
 * `ore` is shown in kronor; `id` can only be counted.
 */
export interface Fält {
  readonly typ: 'id' | 'text' | 'lista' | 'ja-nej' | 'tal' | 'ore' | 'manad' | 'ar' | 'dag' | 'tidpunkt';
  readonly namn: string;
  /** The names of the values that are known beforehand; others are shown as they stand. */
  readonly värden?: Readonly<Record<string, string>>;
  /** The group of rows without a value; `uppgift-saknas` when it is not said. */
  readonly tomt?: string;
}

const grund: Readonly<Record<string, Fält>> = Object.fromEntries(
  (['kon', 'aldersgrupp', 'hushallstyp', 'hinder', 'distrikt', 'spar'] as const).map((id) => [id, dimension(id)]),
);
const insatser: Fält = { ...dimension('insats'), typ: 'lista', värden: { [INGEN]: 'Ingen insats' } };

const stopporsaker = {
  ...Object.fromEntries(Object.entries(STOPPORSAKER).map(([kod, { namn }]) => [kod, namn])),
  [INGEN]: 'Ingen stopporsak',
};

const jämförgrupper = Object.fromEntries(
  Object.entries(DIMENSIONER.hushallstyp.värden).flatMap(([typ, namn]) =>
    Object.entries(DIMENSIONER.hinder.värden).map(([id, hinder]) => [`${typ}/${id}`, `${namn}, ${hinder}`]),
  ),
);

/**
 * Every field that an indicator can count, sum, split or set a condition on, by table: the columns of the facts, with ASCII names, and
 * those that the database works out from them (migration 0022).
 */
export const FÄLT = {
  hushallsmanad: {
    ...grund,
    manad: { typ: 'manad', namn: 'Månad' },
    hushall: { typ: 'id', namn: 'Hushåll' },
    vuxna: { typ: 'tal', namn: 'Vuxna i hushållet' },
    barn: { typ: 'tal', namn: 'Barn i hushållet' },
    belopp121: { typ: 'ore', namn: 'Bistånd enligt 12 kap. 1 §' },
    belopp122: { typ: 'ore', namn: 'Bistånd enligt 12 kap. 2 §' },
    belopp: { typ: 'ore', namn: 'Bistånd, summan av 12 kap. 1 och 2 §§' },
    ny: { typ: 'ja-nej', namn: 'Första månaden i en period' },
    avslutad: { typ: 'ja-nej', namn: 'Sista månaden i en avslutad period' },
  },
  personmanad: {
    ...grund,
    manad: { typ: 'manad', namn: 'Månad' },
    person: { typ: 'id', namn: 'Person' },
    hushall: { typ: 'id', namn: 'Hushåll' },
    vuxen: { typ: 'ja-nej', namn: 'Vuxen' },
    insats: insatser,
  },
  personar: {
    ...grund,
    ar: { typ: 'ar', namn: 'År' },
    person: { typ: 'id', namn: 'Person' },
    vuxen: { typ: 'ja-nej', namn: 'Vuxen' },
    manader: { typ: 'tal', namn: 'Månader med bistånd under året' },
    langvarigt: { typ: 'ja-nej', namn: 'Bistånd i 10–12 månader under året' },
    mycket_langvarigt: { typ: 'ja-nej', namn: 'Bistånd i minst 27 månader på tre år' },
  },
  ansokan: {
    ...grund,
    id: { typ: 'id', namn: 'Ansökan' },
    hushall: { typ: 'id', namn: 'Hushåll' },
    slag: {
      typ: 'text',
      namn: 'Ansökans slag',
      värden: { nyansokan: 'Ny ansökan', ateransokan: 'Återansökan', tillagg: 'Tillägg', akut: 'Akut' },
    },
    inkommen: { typ: 'tidpunkt', namn: 'Inkommen' },
    beslutad: { typ: 'tidpunkt', namn: 'Beslutad' },
    vantar: { typ: 'ja-nej', namn: 'Väntar på beslut' },
    vantetid_timmar: { typ: 'tal', namn: 'Timmar från ansökan till beslut, eller hittills för den som väntar' },
    vantedagar: { typ: 'tal', namn: 'Kalenderdagar från ansökan till beslut, eller hittills för den som väntar' },
    inom_dygn: { typ: 'ja-nej', namn: 'Beslutad inom 24 timmar', tomt: 'vantar' },
    halvar: { typ: 'tal', namn: 'Halvår då ansökan kom in' },
    jamforgrupp: { typ: 'text', namn: 'Hushållstyp och försörjningshinder', värden: jämförgrupper },
    utfall: {
      typ: 'text',
      namn: 'Utfall',
      värden: {
        bifall: 'Bifall',
        delavslag: 'Delvis avslag',
        avslag: 'Avslag',
        avskriven: 'Avskriven',
        vantar: 'Väntar på beslut',
      },
      tomt: 'vantar',
    },
    avslagsgrund: {
      typ: 'text',
      namn: 'Grund för avslag',
      värden: { ...AVSLAGSGRUNDER, [INGEN]: 'Inget avslag' },
      tomt: INGEN,
    },
    processuellt: { typ: 'ja-nej', namn: 'Avslag för att något inte lämnats in' },
    automatisk: { typ: 'ja-nej', namn: 'Automatiskt beslut' },
    stopporsak: { typ: 'lista', namn: 'Stopporsak', värden: stopporsaker },
    granskad: { typ: 'ja-nej', namn: 'Granskad i efterhand' },
    granskad_fel: { typ: 'ja-nej', namn: 'Fel vid granskning' },
    andrad: { typ: 'ja-nej', namn: 'Handläggaren ändrade förslaget' },
    overklagad: { typ: 'dag', namn: 'Överklagad' },
    overklagandeutfall: {
      typ: 'text',
      namn: 'Utfall av överklagande',
      värden: {
        andrat: 'Ändrat',
        'delvis-andrat': 'Delvis ändrat',
        avslag: 'Avslag',
        avvisat: 'Avvisat',
        [SAKNAS]: 'Inget utfall',
      },
    },
    handlaggningsminuter: { typ: 'tal', namn: 'Minuter handläggning' },
  },
  period: {
    ...grund,
    id: { typ: 'id', namn: 'Period' },
    person: { typ: 'id', namn: 'Person' },
    fran: { typ: 'manad', namn: 'Första månaden' },
    till: { typ: 'manad', namn: 'Sista månaden' },
    avslutsorsak: {
      typ: 'text',
      namn: 'Varför biståndet avslutades',
      värden: { ...AVSLUTSORSAKER, [SAKNAS]: 'Uppgift saknas' },
    },
    ateransokt: { typ: 'dag', namn: 'Ansökte igen' },
    aterkom: { typ: 'manad', namn: 'Första månaden med bistånd igen' },
    sedd_till: { typ: 'dag', namn: 'Känd till och med' },
    forsta_aktivitet: { typ: 'dag', namn: 'Första dagen i en insats' },
    insats: insatser,
    steg_fran: { typ: 'tal', namn: 'Steg när perioden började' },
    steg_till: { typ: 'tal', namn: 'Steg när perioden slutade' },
    sedda_manader: { typ: 'tal', namn: 'Hela månader efter slutet som är kända' },
    ateransokt_inom_ett_ar: { typ: 'ja-nej', namn: 'Ansökte igen inom ett år' },
    hallbar_3: { typ: 'ja-nej', namn: 'Utan bistånd i 3 månader efter slutet' },
    hallbar_6: { typ: 'ja-nej', namn: 'Utan bistånd i 6 månader efter slutet' },
    hallbar_12: { typ: 'ja-nej', namn: 'Utan bistånd i 12 månader efter slutet' },
    dagar_till_aktivitet: { typ: 'tal', namn: 'Dagar från periodens första dag till första dagen i en insats' },
    stegforflyttning: { typ: 'tal', namn: 'Steg på trappan under perioden' },
  },
  insatsmanad: {
    manad: { typ: 'manad', namn: 'Månad' },
    insats: { typ: 'text', namn: 'Insats' },
    steg: { typ: 'text', namn: 'Steg på trappan' },
    omrade: { typ: 'text', namn: 'Område' },
    platser: { typ: 'tal', namn: 'Platser' },
    upptagna: { typ: 'tal', namn: 'Upptagna platser' },
    i_ko: { typ: 'tal', namn: 'I kö vid månadens slut' },
    borjat: { typ: 'tal', namn: 'Fick plats i månaden' },
    kodagar: { typ: 'tal', namn: 'Dagar i kö för dem som fick plats' },
    efterfragan: { typ: 'tal', namn: 'Upptagna platser och köande' },
    kostnad: { typ: 'ore', namn: 'Kostnad' },
  },
  handelse: {
    ...grund,
    id: { typ: 'id', namn: 'Händelse' },
    dag: { typ: 'dag', namn: 'Dag' },
    slag: { typ: 'text', namn: 'Händelse', värden: HÄNDELSESLAG },
    person: { typ: 'id', namn: 'Person' },
    insats: { typ: 'text', namn: 'Insats' },
    utfall: { typ: 'text', namn: 'Utfall', värden: HÄNDELSEUTFALL },
    varde: { typ: 'tal', namn: 'Värde' },
    varde2: { typ: 'tal', namn: 'Andra värdet' },
  },
} as const satisfies Record<Faktatabell, Readonly<Record<string, Fält>>>;

/** The field of a table; undefined when there is none of that name. */
export function fältet(källa: Faktatabell, namn: string): Fält | undefined {
  const fält: Readonly<Record<string, Fält>> = FÄLT[källa];
  return Object.hasOwn(fält, namn) ? fält[namn] : undefined;
}

/** How a split of a table is named, and its values where they are known. Throws RangeError when the table cannot be split so. */
export function uppdelningsbeskrivning(källa: Faktatabell, namn: string): Dimensionsbeskrivning {
  const fält = fältet(källa, namn);
  if (fält === undefined || !['text', 'lista', 'ja-nej'].includes(fält.typ))
    throw new RangeError(`${källa} cannot be split by ${namn}`);
  if (fält.typ === 'ja-nej') return { namn: fält.namn, värden: { ja: 'Ja', nej: 'Nej' } };
  return { namn: fält.namn, värden: fält.värden };
}

function dimension(id: keyof typeof DIMENSIONER): Fält {
  const { namn, värden }: Dimensionsbeskrivning = DIMENSIONER[id];
  return { typ: 'text', namn, ...(värden && { värden }) };
}
