import { type Beräkning, beräkna as räkna, läsUnderlag, somTabell } from '@stegvis/rules';
import { answerFile } from './answer-file.ts';
import type { Answer } from './json-lines.ts';
import { tryInForce } from './not-in-force.ts';
import type { Command } from './stegvis.ts';

/** `stegvis berakna FIL.json [--json]` and `stegvis berakna -`: the calculation as a table, as JSON, or a line each. */
export const berakna: Command = (args, terminal) =>
  answerFile({
    args,
    terminal,
    usage: 'stegvis berakna FIL.json [--json]',
    answer: answerUnderlag,
    print: (beräkning) => somTabell(beräkning as Beräkning),
  });

/** The calculation of an underlag, or its faults. */
export function answerUnderlag(json: unknown): Answer {
  const läst = läsUnderlag(json);
  return läst.ok ? tryInForce(() => räkna(läst.underlag)) : { kind: 'faults', fel: läst.fel };
}
