import { type Beräkning, beräkna, förklara } from '@stegvis/rules';
import { answerFile } from './answer-file.ts';
import { answerUnderlag } from './berakna.ts';
import type { Command } from './stegvis.ts';

/** `stegvis forklara FIL.json`: the calculation as plain Swedish sentences with citations, one a line. */
export const forklara: Command = (args, terminal) =>
  answerFile({
    args,
    terminal,
    usage: 'stegvis forklara FIL.json',
    options: [],
    answer: (json) => answerUnderlag(json, beräkna),
    print: (beräkning) => `${förklara(beräkning as Beräkning).join('\n')}\n`,
  });
