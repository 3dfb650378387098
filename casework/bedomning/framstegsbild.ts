import type { Bedömning, Svarssida } from './bedomning.ts';
import { type Bedömningsfråga, frågorI } from './instrument.ts';
import { instrumentFör } from './instrumenten.ts';

/** One thing that is measured, with what each side has answered at each time, oldest first. There is no sum. */
export interface Framstegsrad {
  fråga: Bedömningsfråga;
  /** Per side the values on the scale; undefined where that side did not answer then. */
  svar: readonly { tid: string; person: number | undefined; handläggare: number | undefined }[];
}

/**
 * The development over all finished measurements (in any order), by the questions of the newest one's version. An answer is shown
 * under a question only where the older version asked the same thing in the same words.
 */
export function framstegsbild(bedömningar: readonly Bedömning[]): Framstegsrad[] {
  const mätta = bedömningar
    .filter((b) => b.slag === 'framsteg' && b.status === 'slutford')
    .sort((a, b) => (a.påbörjad < b.påbörjad ? -1 : 1));
  const nyast = mätta.at(-1);
  if (!nyast) return [];
  return frågorI(instrumentFör(nyast)).map((fråga) => ({
    fråga,
    svar: mätta.map((b) => {
      const samma = frågorI(instrumentFör(b)).find((f) => f.id === fråga.id && f.text === fråga.text);
      const av = (sida: Svarssida): number | undefined => {
        const värde = samma && b.svar.find((s) => s.fråga === fråga.id && s.sida === sida)?.val[0];
        return värde === undefined ? undefined : Number(värde);
      };
      return { tid: b.slutförd ?? b.påbörjad, person: av('person'), handläggare: av('handlaggare') };
    }),
  }));
}
