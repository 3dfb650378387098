import { type Beräkning, beräknaSnabbt, läsUnderlag, beräkna as räkna, somTabell } from '@stegvis/rules';
import { answerFile } from './answer-file.ts';
import type { Answer } from './json-lines.ts';
import { tryInForce } from './not-in-force.ts';
import type { Command } from './stegvis.ts';

/**
 * `stegvis berakna FIL.json [--json | --kort]` and `stegvis berakna - [--kort]`: the calculation as a table, as JSON, or a
 * line each. `--kort` gives the main figures alone, without warnings, rows and receipt, for many underlag.
 */
export const berakna: Command = (args, terminal) =>
  answerFile({
    args,
    terminal,
    usage: 'stegvis berakna FIL.json [--json | --kort]',
    options: ['json', 'kort'],
    answer: (json, options) => answerUnderlag(json, options.has('kort') ? beräknaSnabbt : räkna),
    print: (beräkning) => somTabell(beräkning as Beräkning),
  });

type Räkning = typeof räkna | typeof beräknaSnabbt;

/** What is worked out of an underlag, or its faults. */
export function answerUnderlag(json: unknown, workOut: Räkning): Answer {
  const läst = läsUnderlag(json);
  return läst.ok ? tryInForce(() => workOut(läst.underlag)) : { kind: 'faults', fel: läst.fel };
}
