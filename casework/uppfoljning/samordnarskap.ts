import type { Användare } from '../anvandare.ts';
import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';

/** That a member of staff is one person's case manager, from a day and until another follows. Kept for ever. */
export interface Samordnarskap {
  id: string;
  person: PersonId;
  /** The member of staff. */
  användare: string;
  /** The name then. */
  namn: string;
  från: Dag;
  /** The day another took over, or it ended; undefined while it lasts. */
  till: Dag | undefined;
  /** Why this case manager: always when there was another before. */
  skäl: string;
  av: string;
  tid: Tidpunkt;
  version: number;
}

/** That a case manager is away, and who meets her persons meanwhile. */
export interface Samordnarfrånvaro {
  id: string;
  användare: string;
  från: Dag;
  till: Dag;
  ersättare: { id: string; namn: string };
  av: string;
  tid: Tidpunkt;
}

/** The one that lasts, of one person's. */
export function gällandeSamordnarskap(alla: readonly Samordnarskap[]): Samordnarskap | undefined {
  return alla.find(({ till }) => till === undefined);
}

/** The substitute of a case manager on a day; of several the latest noted. */
export function ersättareFör(
  frånvaro: readonly Samordnarfrånvaro[],
  användare: string,
  dag: Dag,
): Samordnarfrånvaro | undefined {
  return frånvaro
    .filter((f) => f.användare === användare && f.från <= dag && dag <= f.till)
    .sort((a, b) => b.tid.localeCompare(a.tid))[0];
}

/** Whether somebody can be a case manager. */
export function kanVaraSamordnare({ roller, aktiv }: Pick<Användare, 'roller' | 'aktiv'>): boolean {
  return aktiv && (roller.includes('samordnare') || roller.includes('handlaggare'));
}

/** Gives the person a case manager. The one she had stays in the history, and a change needs its reason. */
export function utseSamordnare(
  samordnarskap: readonly Samordnarskap[],
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    samordnare: Pick<Användare, 'id' | 'namn' | 'roller' | 'aktiv'> | undefined;
    skäl: string;
    av: { namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ samordnarskap: Samordnarskap; avslutat: Samordnarskap | undefined; events: Personhändelse[] }> {
  const { samordnare, person, nu } = input;
  const nuvarande = gällandeSamordnarskap(samordnarskap);
  const skäl = input.skäl.trim();
  const fält: Fältfel[] = [];
  if (!samordnare || !kanVaraSamordnare(samordnare))
    fält.push({ fält: 'samordnare', text: 'Välj en arbetsmarknadssekreterare eller handläggare som arbetar här.' });
  else if (samordnare.id === nuvarande?.användare)
    fält.push({ fält: 'samordnare', text: `${nuvarande.namn} är redan samordnare. Välj någon annan.` });
  if (nuvarande && skäl.length < 5)
    fält.push({ fält: 'skal', text: 'Skriv varför personen byter samordnare, minst fem tecken.' });
  if (skäl.length > 500) fält.push({ fält: 'skal', text: 'Skriv högst 500 tecken.' });
  if (!samordnare || fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const idag = dagFör(nu);
  return {
    ok: true,
    samordnarskap: {
      id: input.id,
      person,
      användare: samordnare.id,
      namn: samordnare.namn,
      från: idag,
      till: undefined,
      skäl,
      av: input.av.namn,
      tid: nu,
      version: 1,
    },
    avslutat: nuvarande && { ...nuvarande, till: idag, version: nuvarande.version + 1 },
    events: [
      {
        id: input.händelse,
        person,
        område: 'uppfoljning',
        typ: nuvarande ? 'samordnare-bytt' : 'samordnare-utsedd',
        tid: nu,
        text: nuvarande ? `Din nya samordnare är ${samordnare.namn}.` : `Din samordnare är ${samordnare.namn}.`,
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}

/** The longest absence that is noted at once, in days. */
const LÄNGST_BORTA = 400;

/** Notes that a case manager is away and who meets her persons meanwhile. */
export function antecknaFrånvaro(input: {
  id: string;
  samordnare: Pick<Användare, 'id'>;
  ersättare: Pick<Användare, 'id' | 'namn' | 'roller' | 'aktiv'> | undefined;
  från: Dag;
  till: Dag;
  av: { namn: string };
  nu: Tidpunkt;
}): ActResult<{ frånvaro: Samordnarfrånvaro }> {
  const { ersättare, från, till } = input;
  const idag = dagFör(input.nu);
  const fält: Fältfel[] = [];
  if (!ersättare || !kanVaraSamordnare(ersättare) || ersättare.id === input.samordnare.id)
    fält.push({ fält: 'ersattare', text: 'Välj en annan samordnare som träffar personerna under tiden.' });
  if (!ärDag(från)) fält.push({ fält: 'fran', text: `Skriv första dagen, till exempel ${idag}.` });
  if (!ärDag(till) || till < från || till < idag || till > flyttaDag(idag, LÄNGST_BORTA))
    fält.push({ fält: 'till', text: 'Skriv sista dagen, tidigast i dag, efter första dagen och inom 400 dagar.' });
  if (!ersättare || fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    frånvaro: {
      id: input.id,
      användare: input.samordnare.id,
      från,
      till,
      ersättare: { id: ersättare.id, namn: ersättare.namn },
      av: input.av.namn,
      tid: input.nu,
    },
  };
}
