import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import {
  type Bedömning,
  type Bedömningssvar,
  nästaBedömningsstatus,
  type Svarssida,
  type Svarssätt,
} from './bedomning.ts';
import { alternativFör, frågorI } from './instrument.ts';
import { instrumentFör } from './instrumenten.ts';

/** One answer as it was given: the chosen values and the words. Empty takes an earlier answer away. */
export interface GivetSvar {
  fråga: string;
  val: readonly string[];
  text: string;
}

const LÄNGST = 2000;

/**
 * Saves answers, each at its question and side; the earlier answer of the same side is replaced. Only the questions of the
 * assessment's own version can be answered, only by those they are for, and what is asked face to face alone only at a meeting.
 */
export function svaraPåBedömning(
  bedömning: Bedömning,
  input: { svar: readonly GivetSvar[]; sida: Svarssida; sätt: Svarssätt; av: string; nu: Tidpunkt },
): ActResult<{ bedömning: Bedömning }> {
  if (nästaBedömningsstatus(bedömning.status, 'svar-sparat') === undefined)
    return refuse(
      'fel-status',
      'Bedömningen är inte öppen för svar.',
      'Det du har skrivit finns kvar. Lägg till en synpunkt i stället.',
    );
  const { sida, sätt, av, nu } = input;
  const frågor = new Map(frågorI(instrumentFör(bedömning)).map((f) => [f.id, f]));
  const fel: Fältfel[] = [];
  const nya = new Map<string, Bedömningssvar | undefined>();
  for (const given of input.svar) {
    const fråga = frågor.get(given.fråga);
    if (!fråga || (fråga.svaras !== sida && fråga.svaras !== 'bada')) {
      fel.push({ fält: given.fråga, text: 'Frågan finns inte i den här bedömningen.' });
      continue;
    }
    if (fråga.enrum && sätt !== 'mote') {
      fel.push({ fält: given.fråga, text: 'Frågan ställs bara vid ett möte, när ni är ensamma.' });
      continue;
    }
    const text = given.text.replace(/\r\n/g, '\n').trim();
    const val = given.val.filter((v) => v !== '');
    const tillåtna = alternativFör(fråga).map((a) => a.värde);
    if (val.some((v) => !tillåtna.includes(v)) || (fråga.svar.slag !== 'flera' && val.length > 1)) {
      fel.push({ fält: given.fråga, text: 'Välj ett av svaren.' });
      continue;
    }
    if (text.length > LÄNGST) {
      fel.push({ fält: given.fråga, text: 'Texten är för lång. Skriv högst 2 000 tecken.' });
      continue;
    }
    const tomt = val.length === 0 && text === '';
    nya.set(given.fråga, tomt ? undefined : { fråga: given.fråga, sida, val, text, sätt, av, tid: nu });
  }
  if (fel.length > 0) return refuse('ofullstandig', fel[0]!.text, 'Rätta svaret. Det du har skrivit finns kvar.', fel);
  const kvar = bedömning.svar.filter((s) => s.sida !== sida || !nya.has(s.fråga));
  return {
    ok: true,
    bedömning: {
      ...bedömning,
      svar: [...kvar, ...[...nya.values()].filter((s) => s !== undefined)],
      sparning: bedömning.sparning + 1,
    },
  };
}
