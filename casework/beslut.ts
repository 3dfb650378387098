import {
  type Bestämmelse,
  beslutsregler,
  type Nedsättningsgrund,
  ÅTERKRAVSGRUNDER,
  type Återkravsgrund,
} from '@stegvis/rules';
import type { Öre } from './belopp.ts';
import type { PersonId } from './person.ts';
import type { Dag, Månad, Tidpunkt } from './tid.ts';

/** What a decision says. Avvisning and avskrivning end the matter without trying the application. */
export type Utfall = 'bifall' | 'delavslag' | 'avslag' | 'avvisning' | 'avskrivning';

/** Who decided: a person, or a named automated function. Both name the point of the delegation order that allows it. */
export type Beslutsfattare =
  | { slag: 'handlaggare'; id: string; namn: string; titel: string; delegationspunkt: string }
  | { slag: 'automatisk'; funktion: string; delegationspunkt: string };

/** How the person was heard before a negative outcome (FL 25 §): heard, or obviously unnecessary with the reason. */
export type Kommunicering =
  | {
      slag: 'genomford';
      skickad: Dag;
      svar: string | undefined;
      /** The answers one by one, where each adult reads her own alone. */
      enskilda?: readonly { person: PersonId; text: string }[] | undefined;
    }
  | { slag: 'uppenbart-obehovlig'; skäl: string };

/**
 * Which part of the application a decision ends: all of it, the undisputed part while the rest is heard, the rest, or something
 * beside the calculation (acute need, advance, assistance beyond the right, handling of own money). `andring` changes an earlier one.
 */
export type Beslutsdel = 'hela' | 'ostridig' | 'resten' | 'sarskilt' | 'andring';

/** What is given beside the calculation. */
export type Särskiltslag = 'nod' | 'forskott' | 'utover' | 'formedling';

/** What makes a decision other than an ordinary one of the whole application under 12 kap. 1 §. */
export interface Beslutsform {
  /** 1, 2 … within the application. */
  nummer: number;
  del: Beslutsdel;
  bestämmelse: Bestämmelse;
  särskilt?: Särskiltslag | undefined;
  /** The assistance is to be paid back: the ground and the circumstance, stated in the decision (SoL 33 kap. 2–3 §§). */
  återkrav?: { grund: Återkravsgrund; omständighet: string } | undefined;
  /** What the decision means for the children, in a family. */
  barnperspektiv?: string | undefined;
  /** The agreement that own money is handled by. */
  överenskommelse?: string | undefined;
  /** Who prepared the decision when another made it (FL 31 § 4). */
  föredragande?: { id: string; namn: string; titel: string } | undefined;
  /** What has been granted by right for the month in all, this decision included. */
  totalt?: Öre | undefined;
  /** What a decision beside the calculation is for. */
  ändamål?: string | undefined;
  /** The decision that this one changes, and why it was changed. */
  ändrar?: string | undefined;
  ändringsgrund?: 'eget' | 'omprovning' | 'dom' | undefined;
  /** One adult's share refused or reduced (SoL 12 kap. 5 §). Why is told to her alone: show a decision through `beslutFör`. */
  nedsättningar?: readonly BeslutadNedsättning[] | undefined;
}

/** What is refused or reduced of one person's share, with the reasons to her. */
export interface BeslutadNedsättning {
  /** The matter. */
  id: string;
  person: PersonId;
  slag: 'nekat' | 'nedsatt';
  belopp: Öre;
  /** To the person; empty in what the other adult sees. */
  skäl: string;
  dagar: readonly { dag: Dag; slag: 'uteblev' | 'avbojde'; insats: string }[];
  grunder: readonly Nedsättningsgrund[];
  lagrum: readonly string[];
}

/** A decision on an application. Never changed once made; a correction or change is a decision of its own. */
export interface Beslut {
  id: string;
  ansökan: string;
  ärende: string;
  /** The calculation it rests on, which keeps its receipt. */
  beräkning: string;
  månad: Månad;
  utfall: Utfall;
  /** Granted by this decision alone. */
  belopp: Öre;
  beslutsfattare: Beslutsfattare;
  /** The reasons in plain Swedish; never empty. */
  motivering: string;
  /** The sections applied. */
  lagrum: readonly string[];
  kommunicering: Kommunicering | undefined;
  beslutad: Tidpunkt;
  /** Absent for the ordinary decision: the whole application, first and only, under 12 kap. 1 §. */
  form?: Beslutsform | undefined;
}

/** The form of a decision, the ordinary one included. */
export function beslutsform({ form }: Pick<Beslut, 'form'>): Beslutsform {
  return form ?? { nummer: 1, del: 'hela', bestämmelse: '12:1' };
}

/** The decision as one of its adults may see it: why the other's share is reduced, and what the other has answered, is left out. */
export function beslutFör<T extends Pick<Beslut, 'form'> & { kommunicering?: Beslut['kommunicering'] }>(
  beslut: T,
  person: PersonId,
): T {
  const rader = beslut.form?.nedsättningar;
  if (rader === undefined) return beslut;
  const { kommunicering } = beslut;
  return {
    ...beslut,
    form: {
      ...beslutsform(beslut),
      nedsättningar: rader.map((rad) =>
        rad.person === person ? rad : { ...rad, skäl: '', dagar: [], grunder: [], lagrum: [] },
      ),
    },
    ...(kommunicering?.slag === 'genomford' && kommunicering.enskilda
      ? {
          kommunicering: {
            slag: 'genomford',
            skickad: kommunicering.skickad,
            svar: kommunicering.enskilda.find((svar) => svar.person === person)?.text,
          },
        }
      : {}),
  };
}

/** What is taken from the month by refusal or reduction in all. */
export function nedsattBelopp({ form }: Pick<Beslut, 'form'>): Öre {
  return (form?.nedsättningar ?? []).reduce((sum, { belopp }) => sum + belopp, 0);
}

/** Whether the decision ends the application; a decision of the undisputed part or of something beside it does not. */
export function avgörAnsökan(beslut: Pick<Beslut, 'form'>): boolean {
  const { del } = beslutsform(beslut);
  return del === 'hela' || del === 'resten';
}

/**
 * What has been granted by right for a month by these decisions, in the order they were made: never paid a second time. A change says
 * what the month comes to in all.
 */
export function redanBeviljat(beslut: readonly Beslut[], månad: Månad): Öre {
  return beslut
    .filter((b) => b.månad === månad && beslutsform(b).bestämmelse === '12:1')
    .reduce((sum, b) => (b.form?.del === 'andring' ? (b.form.totalt ?? sum + b.belopp) : sum + b.belopp), 0);
}

export const UTFALLSNAMN: Readonly<Record<Utfall, string>> = {
  bifall: 'bifall',
  delavslag: 'delavslag',
  avslag: 'avslag',
  avvisning: 'avvisning',
  avskrivning: 'avskrivning',
};

export const SÄRSKILDA: Readonly<Record<Särskiltslag, { namn: string; bestämmelse: Bestämmelse }>> = {
  nod: { namn: 'Akut nöd', bestämmelse: '12:1' },
  forskott: { namn: 'Förskott eller annat som ska betalas tillbaka', bestämmelse: '12:1' },
  utover: { namn: 'Bistånd utöver rätten', bestämmelse: '12:2' },
  formedling: { namn: 'Förmedling av egna medel', bestämmelse: '12:1' },
};

/** What the law says of a decision of this kind: appeal, hearing, service, effect. */
export function beslutetsRegler(beslut: Pick<Beslut, 'utfall' | 'form'>): ReturnType<typeof beslutsregler> {
  const { bestämmelse, återkrav } = beslutsform(beslut);
  return beslutsregler({ utfall: beslut.utfall, bestämmelse, återkravsgrund: återkrav?.grund });
}

/** What a ground for recovery is called, and its paragraph. */
export function återkravsgrund(grund: Återkravsgrund): (typeof ÅTERKRAVSGRUNDER)[Återkravsgrund] {
  return ÅTERKRAVSGRUNDER[grund];
}
