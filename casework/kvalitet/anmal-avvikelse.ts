import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';
import {
  ALLVARSGRADER,
  type Allvarsgrad,
  AVVIKELSEPROCESSER,
  type Avvikelseprocess,
  type Kvalitetsavvikelse,
} from './kvalitetsavvikelse.ts';

/** Who may report a deviation: everybody on the municipality's staff; somebody at a provider tells the municipality. */
export function fårAnmälaAvvikelse(vem: { readonly roller: readonly string[] }): boolean {
  return vem.roller.some((roll) => roll !== 'anordnare' && roll !== 'skyddade-uppgifter');
}

/** Reports a deviation: what, where, how bad, and the case, person or review it was seen at. */
export function anmälAvvikelse(input: {
  id: string;
  nummer: number;
  rubrik: string;
  vad: string;
  process: string;
  allvar: string;
  dag: string;
  ansökan: string | undefined;
  person: PersonId | undefined;
  granskning: Kvalitetsavvikelse['granskning'];
  av: { id: string; namn: string; roller: readonly string[] };
  nu: Tidpunkt;
}): ActResult<{ avvikelse: Kvalitetsavvikelse }> {
  const { av, nu, process, allvar, dag } = input;
  if (!fårAnmälaAvvikelse(av))
    return refuse('fel-roll', 'Du kan inte anmäla avvikelser här.', 'Berätta för din kontakt i kommunen.');
  const idag = dagFör(nu);
  const rubrik = input.rubrik.trim();
  const vad = input.vad.trim();
  const fält: Fältfel[] = [];
  if (rubrik.length < 5 || rubrik.length > 120)
    fält.push({ fält: 'rubrik', text: 'Skriv en rubrik, fem till 120 tecken.' });
  if (vad.length < 10 || vad.length > 4000)
    fält.push({ fält: 'vad', text: 'Skriv vad som har hänt, tio till 4 000 tecken.' });
  if (!Object.hasOwn(AVVIKELSEPROCESSER, process))
    fält.push({ fält: 'process', text: 'Välj var i arbetet det hände.' });
  if (!Object.hasOwn(ALLVARSGRADER, allvar)) fält.push({ fält: 'allvar', text: 'Välj hur allvarligt det är.' });
  if (!ärDag(dag) || dag > idag || dag < flyttaDag(idag, -3650))
    fält.push({ fält: 'dag', text: `Skriv dagen det hände eller sågs, senast ${idag}.` });
  if (fält.length > 0) return refuse('fel-i-falt', 'Avvikelsen är inte anmäld.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    avvikelse: {
      id: input.id,
      nummer: input.nummer,
      rubrik,
      vad,
      process: process as Avvikelseprocess,
      allvar: allvar as Allvarsgrad,
      dag,
      ansökan: input.ansökan,
      person: input.person,
      granskning: input.granskning,
      anmäld: { av: { id: av.id, namn: av.namn }, tid: nu },
      status: 'anmald',
      utredare: undefined,
      utredning: undefined,
      åtgärder: [],
      uppföljningar: [],
      avslut: undefined,
      version: 1,
    },
  };
}
