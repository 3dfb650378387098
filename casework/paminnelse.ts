import type { Ansökan } from './ansokan.ts';
import { type ActResult, refuse } from './refusal.ts';
import { type Dag, dagFör, type Tidpunkt } from './tid.ts';

/** A caseworker's own reminder about an application. */
export interface Påminnelse {
  id: string;
  ansökan: string;
  /** Whose it is; nobody else sees it. */
  för: string;
  dag: Dag;
  text: string;
  skapad: Tidpunkt;
  klar: Tidpunkt | undefined;
}

/** Writes a reminder for a day from today on. */
export function skapaPåminnelse(
  ansökan: Ansökan,
  input: { id: string; för: string; dag: Dag; text: string; nu: Tidpunkt },
): ActResult<{ påminnelse: Påminnelse }> {
  const text = input.text.trim();
  if (text === '' || text.length > 500)
    return refuse('text-saknas', 'Texten saknas eller är för lång.', 'Skriv vad du ska komma ihåg.', [
      { fält: 'text', text: 'Skriv vad du ska komma ihåg, med högst 500 tecken.' },
    ]);
  if (input.dag < dagFör(input.nu))
    return refuse('har-varit', 'Dagen har redan varit.', 'Välj i dag eller en senare dag.', [
      { fält: 'dag', text: 'Välj i dag eller en senare dag.' },
    ]);
  return {
    ok: true,
    påminnelse: {
      id: input.id,
      ansökan: ansökan.id,
      för: input.för,
      dag: input.dag,
      text,
      skapad: input.nu,
      klar: undefined,
    },
  };
}

/** Marks the reminder as done; only the one whose it is. Done already is no change. */
export function avslutaPåminnelse(
  påminnelse: Påminnelse,
  input: { av: string; nu: Tidpunkt },
): ActResult<{ påminnelse: Påminnelse }> {
  if (påminnelse.för !== input.av)
    return refuse('inte-din', 'Påminnelsen är någon annans.', 'Bara den som skrev påminnelsen kan bocka av den.');
  return { ok: true, påminnelse: { ...påminnelse, klar: påminnelse.klar ?? input.nu } };
}
