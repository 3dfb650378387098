import { type Automatikinställningar, utvaldFörGranskning } from './automatik.ts';
import type { Öre } from './belopp.ts';
import type { Beslut } from './beslut.ts';
import type { Fältfel } from './refusal.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** What was wrong in an automatic decision. */
export const GRANSKNINGSFEL = {
  hushall: 'Vilka som hör till hushållet',
  inkomst: 'En inkomst',
  kostnad: 'En kostnad',
  norm: 'Norm eller regel',
  dokument: 'En handling som borde ha lästs',
  stopp: 'Något borde ha stoppat beslutet',
  annat: 'Annat',
} as const;
export type Granskningsfel = keyof typeof GRANSKNINGSFEL;

/** What the household got compared with what it should have got. */
export const GRANSKNINGSEFFEKT = {
  'for-mycket': 'För mycket',
  'for-lite': 'För lite',
  ingen: 'Samma belopp',
} as const;
export type Granskningseffekt = keyof typeof GRANSKNINGSEFFEKT;

export interface Granskningsresultat {
  utfall: 'ratt' | 'fel';
  /** Only when wrong. */
  fel: { slag: Granskningsfel; text: string; effekt: Granskningseffekt; belopp: Öre } | undefined;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** An automatic grant that was drawn for a person to look at. */
export interface Granskningsuppdrag {
  id: string;
  beslut: string;
  ansökan: string;
  /** The share that held when it was drawn, in per cent: a later setting does not change who was drawn. */
  procent: number;
  draget: Tidpunkt;
  resultat: Granskningsresultat | undefined;
  /** What has been done about a wrong one. */
  åtgärd: { text: string; av: { id: string; namn: string }; tid: Tidpunkt } | undefined;
}

/**
 * Draws an automatic decision for review, by the share that holds when it is made; undefined when it is not drawn. Where the board
 * looks before the decision, the draw has already stopped it, and it is not automatic.
 */
export function dragTillGranskning(
  beslut: Pick<Beslut, 'id' | 'ansökan' | 'beslutsfattare' | 'beslutad'>,
  automatik: Pick<Automatikinställningar, 'granskning'>,
  id: string,
): Granskningsuppdrag | undefined {
  const { procent } = automatik.granskning;
  if (beslut.beslutsfattare.slag !== 'automatisk' || !utvaldFörGranskning(beslut.ansökan, procent)) return undefined;
  return {
    id,
    beslut: beslut.id,
    ansökan: beslut.ansökan,
    procent,
    draget: beslut.beslutad,
    resultat: undefined,
    åtgärd: undefined,
  };
}

/**
 * Records what a person found. Refused for one who prepared what the decision rests on: who is responsible for the case, wrote it
 * in, set its frame or settled a row in it (`medverkat`).
 */
export function granskaBeslut(
  uppdrag: Granskningsuppdrag,
  input: {
    utfall: string;
    slag: string;
    text: string;
    effekt: string;
    belopp: Öre;
    av: { id: string; namn: string };
    medverkat: readonly string[];
    nu: Tidpunkt;
  },
): ActResult<{ uppdrag: Granskningsuppdrag }> {
  const { utfall, slag, effekt, av } = input;
  if (uppdrag.resultat) return refuse('redan-granskat', 'Beslutet är redan granskat.', 'Läs vad som skrevs.');
  if (input.medverkat.includes(av.id))
    return refuse(
      'egen-medverkan',
      'Du har själv berett något som beslutet vilar på.',
      'En kollega som inte har arbetat i ärendet granskar.',
    );
  const fält: Fältfel[] = [];
  const text = input.text.trim();
  if (utfall !== 'ratt' && utfall !== 'fel') fält.push({ fält: 'utfall', text: 'Välj om beslutet är rätt eller fel.' });
  if (utfall === 'fel') {
    if (!(slag in GRANSKNINGSFEL)) fält.push({ fält: 'slag', text: 'Välj vad som är fel.' });
    if (text.length < 10) fält.push({ fält: 'text', text: 'Skriv vad som är fel, minst tio tecken.' });
    if (!(effekt in GRANSKNINGSEFFEKT)) fält.push({ fält: 'effekt', text: 'Välj vad felet betyder för hushållet.' });
    else if (effekt !== 'ingen' && !(input.belopp > 0))
      fält.push({ fält: 'belopp', text: 'Skriv med hur mycket, i kronor.' });
  }
  if (fält.length > 0) return refuse('fel-i-falt', 'Granskningen är inte sparad.', 'Rätta de markerade fälten.', fält);
  const resultat: Granskningsresultat = {
    utfall: utfall as Granskningsresultat['utfall'],
    fel:
      utfall === 'fel'
        ? {
            slag: slag as Granskningsfel,
            text,
            effekt: effekt as Granskningseffekt,
            belopp: effekt === 'ingen' ? 0 : input.belopp,
          }
        : undefined,
    av: { id: av.id, namn: av.namn },
    tid: input.nu,
  };
  return { ok: true, uppdrag: { ...uppdrag, resultat } };
}

/** Writes what has been done about a wrong decision, so that the task is closed. */
export function åtgärdaGranskning(
  uppdrag: Granskningsuppdrag,
  input: { text: string; av: { id: string; namn: string }; nu: Tidpunkt },
): ActResult<{ uppdrag: Granskningsuppdrag }> {
  if (uppdrag.resultat?.utfall !== 'fel')
    return refuse('inget-fel', 'Beslutet är inte funnet fel.', 'Det finns inget att åtgärda.');
  if (uppdrag.åtgärd) return refuse('redan-atgardat', 'Felet är redan åtgärdat.', 'Läs om sidan.');
  const text = input.text.trim();
  if (text.length < 10)
    return refuse('text-saknas', 'Åtgärden saknas.', 'Skriv vad du har gjort.', [
      {
        fält: 'atgard',
        text: 'Skriv vad som har gjorts, minst tio tecken: ändrat beslut, eller varför det inte ändras.',
      },
    ]);
  return {
    ok: true,
    uppdrag: { ...uppdrag, åtgärd: { text, av: { id: input.av.id, namn: input.av.namn }, tid: input.nu } },
  };
}
