import { läsAktivitetsunderlag, type PrövatAktivitetskrav, prövaAktivitetskrav } from '@stegvis/rules';
import { answerFile } from './answer-file.ts';
import type { Answer } from './json-lines.ts';
import { tryInForce } from './not-in-force.ts';
import type { Command } from './stegvis.ts';

/** `stegvis aktivitetskrav FIL.json [--json]`: whether the requirement shall, may or may not be made, and the hours. */
export const aktivitetskrav: Command = (args, terminal) =>
  answerFile({ args, terminal, usage: 'stegvis aktivitetskrav FIL.json [--json]', options: ['json'], answer, print });

function answer(json: unknown): Answer {
  const läst = läsAktivitetsunderlag(json);
  return läst.ok ? tryInForce(() => prövaAktivitetskrav(läst.underlag)) : { kind: 'faults', fel: läst.fel };
}

const rubriker = {
  ska: 'Aktivitetskrav ska ställas.',
  far: 'Aktivitetskrav får ställas, men måste inte.',
  'far-inte': 'Aktivitetskrav får inte ställas.',
} as const;

function print(value: unknown): string {
  const svar = value as PrövatAktivitetskrav;
  const tid = (timmar: number) => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 }).replace('-', '−');
  const bredd = Math.max(0, ...svar.steg.map(({ text }) => text.length));
  const rader = svar.steg.map(
    ({ text, timmar, grund }) => `  ${text.padEnd(bredd)}  ${tid(timmar).padStart(6)}  ${grund}`,
  );
  const summa = svar.krav === 'far' ? 'Längsta tid som får krävas' : 'Tid som ska krävas';
  return [
    `${rubriker[svar.krav]} (${svar.manad})`,
    ...svar.grund.map((grund) => `  ${grund}`),
    ...(svar.steg.length === 0
      ? []
      : ['', 'Timmar per vecka', ...rader, `  ${summa.padEnd(bredd)}  ${tid(svar.timmarPerVecka).padStart(6)}`]),
    ...(svar.varningar.length === 0 ? [] : ['', 'Att tänka på', ...svar.varningar.map(({ text }) => `  ${text}`)]),
    '',
  ].join('\n');
}
