import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, type Tidpunkt } from '../tid.ts';
import type { Aktgranskning } from './aktgranskning.ts';
import type { Arbetsgrupp } from './arbetsgrupp.ts';
import type { Checklista } from './checklista.ts';
import { draUrval, FLEST_AKTER, type Urvalskandidat, type Urvalsregel } from './urvalsregel.ts';

/** A round of file review: the rule, how the sample was drawn so that it can be drawn again, the checklists and the reviewers. */
export interface Granskningsomgång {
  id: string;
  namn: string;
  regel: Urvalsregel;
  frö: number;
  population: number;
  populationshash: string;
  /** How many files were drawn. */
  antal: number;
  checklistor: readonly { id: string; version: number }[];
  /** Staff who may review besides the unit heads. */
  granskare: readonly { id: string; namn: string }[];
  /** The day the review is to be done. */
  senast: Dag;
  av: { id: string; namn: string };
  dragen: Tidpunkt;
  avslutad: { av: { id: string; namn: string }; tid: Tidpunkt; slutsats: string } | undefined;
  version: number;
}

/** Who draws rounds and closes them. */
export function fårDraGranskning(vem: { readonly roller: readonly string[] }): boolean {
  return vem.roller.includes('enhetschef') || vem.roller.includes('granskare');
}

/** The largest seed. */
export const STÖRSTA_FRÖ = 999_999_999;

/** Draws a round, with one review to be made for each file. */
export function startaGranskningsomgång(input: {
  id: string;
  namn: string;
  regel: Urvalsregel;
  frö: number;
  kandidater: readonly Urvalskandidat[];
  checklistor: readonly Checklista[];
  granskare: readonly { id: string; namn: string }[];
  grupper: readonly Arbetsgrupp[];
  senast: string;
  nyttId: () => string;
  av: { id: string; namn: string; roller: readonly string[] };
  nu: Tidpunkt;
}): ActResult<{ omgång: Granskningsomgång; akter: Aktgranskning[] }> {
  const { av, nu } = input;
  if (!fårDraGranskning(av))
    return refuse('fel-roll', 'Du får inte dra en granskning.', 'Enhetschef och granskare kan.');
  const fält: Fältfel[] = [];
  const namn = input.namn.trim();
  if (namn.length < 3 || namn.length > 100) fält.push({ fält: 'namn', text: 'Skriv ett namn, tre till 100 tecken.' });
  if (!Number.isInteger(input.frö) || input.frö < 1 || input.frö > STÖRSTA_FRÖ)
    fält.push({ fält: 'fro', text: 'Skriv fröet som ett helt tal med högst nio siffror, eller lämna tomt.' });
  if (!ärDag(input.senast) || input.senast < dagFör(nu))
    fält.push({ fält: 'senast', text: 'Skriv dagen granskningen ska vara klar, i dag eller senare.' });
  if (input.checklistor.length === 0) fält.push({ fält: 'checklistor', text: 'Välj minst en checklista.' });
  if (fält.length > 0) return refuse('fel-i-falt', 'Inget är draget.', 'Rätta de markerade fälten.', fält);
  const draget = draUrval(input.kandidater, input.regel, input.frö);
  if (draget.dragna.length === 0)
    return refuse('tomt-urval', 'Inget beslut passar regeln.', 'Ändra perioden eller regeln.', [
      { fält: 'fran', text: 'Inget beslut passar regeln. Ändra perioden eller regeln.' },
    ]);
  if (draget.dragna.length > FLEST_AKTER)
    return refuse('for-manga', `Regeln ger ${draget.dragna.length} akter.`, `Högst ${FLEST_AKTER} akter dras.`, [
      {
        fält: 'mall',
        text: `Regeln ger ${draget.dragna.length} akter. Högst ${FLEST_AKTER} dras: välj en mindre andel eller en kortare period.`,
      },
    ]);
  const omgång: Granskningsomgång = {
    id: input.id,
    namn,
    regel: input.regel,
    frö: input.frö,
    population: draget.population,
    populationshash: draget.populationshash,
    antal: draget.dragna.length,
    checklistor: input.checklistor.map(({ id, version }) => ({ id, version })),
    granskare: input.granskare.map(({ id, namn }) => ({ id, namn })),
    senast: input.senast,
    av: { id: av.id, namn: av.namn },
    dragen: nu,
    avslutad: undefined,
    version: 1,
  };
  return {
    ok: true,
    omgång,
    akter: draget.dragna.map((k, i) => {
      const grupp = input.grupper.find(({ medlemmar }) => medlemmar.includes(k.beslutsfattare ?? ''));
      return {
        id: input.nyttId(),
        omgång: input.id,
        ordning: i + 1,
        beslut: k.beslut,
        ansökan: k.ansökan,
        slag: k.slag,
        automatisk: k.automatisk,
        beslutsfattare: k.beslutsfattare,
        grupp: grupp && { id: grupp.id, namn: grupp.namn, antal: grupp.medlemmar.length },
        status: 'att-granska',
        granskare: undefined,
        svar: [],
        sammanfattning: '',
        påbörjad: undefined,
        klar: undefined,
        version: 1,
      };
    }),
  };
}

/** Closes a round when every file is reviewed, with what it showed. */
export function avslutaGranskningsomgång(
  omgång: Granskningsomgång,
  input: {
    akter: readonly Aktgranskning[];
    slutsats: string;
    av: { id: string; namn: string; roller: readonly string[] };
    nu: Tidpunkt;
  },
): ActResult<{ omgång: Granskningsomgång }> {
  if (!fårDraGranskning(input.av))
    return refuse('fel-roll', 'Du får inte avsluta omgången.', 'Enhetschef och granskare kan.');
  if (omgång.avslutad) return refuse('fel-status', 'Omgången är redan avslutad.', 'Läs om sidan.');
  const kvar = input.akter.filter(({ status }) => status !== 'klar').length;
  if (kvar > 0)
    return refuse('kvar', `${kvar} av akterna är inte granskade.`, 'Granska dem först.', [
      { fält: 'slutsats', text: `${kvar} av akterna är inte granskade. Granska dem först.` },
    ]);
  const slutsats = input.slutsats.trim();
  if (slutsats.length < 10 || slutsats.length > 4000)
    return refuse('slutsats-saknas', 'Slutsatsen saknas.', 'Skriv den.', [
      { fält: 'slutsats', text: 'Skriv vad granskningen visade, minst tio tecken.' },
    ]);
  return {
    ok: true,
    omgång: {
      ...omgång,
      avslutad: { av: { id: input.av.id, namn: input.av.namn }, tid: input.nu, slutsats },
      version: omgång.version + 1,
    },
  };
}

/**
 * Whether the same sample comes out again: the rule and the seed on the decisions that were there when it was drawn. False with what
 * differs, when a decision has been taken away since.
 */
export function draOmUrval(
  omgång: Granskningsomgång,
  kandidater: readonly Urvalskandidat[],
  dragna: readonly string[],
): { samma: boolean; population: number; skillnad: number } {
  const igen = draUrval(
    kandidater.filter((k) => k.beslutad <= omgång.dragen),
    omgång.regel,
    omgång.frö,
  );
  const nya = igen.dragna.map(({ beslut }) => beslut);
  const skillnad = dragna.filter((id) => !nya.includes(id)).length + nya.filter((id) => !dragna.includes(id)).length;
  return {
    samma: skillnad === 0 && igen.populationshash === omgång.populationshash,
    population: igen.population,
    skillnad,
  };
}
