import type { Bedömning } from '../bedomning/bedomning.ts';
import { alternativFör, frågorI } from '../bedomning/instrument.ts';
import { instrumentFör } from '../bedomning/instrumenten.ts';
import type { Spår, Spårförslag } from './spar.ts';
import { SPÅRREGLER, type Spårregel, type Spårregler, type Spårvillkor } from './sparregler.ts';

/**
 * The track that the published rules propose for an initial assessment, with every reason in words, and which question is missing
 * where nothing can be proposed. A proposal decides nothing. Undefined for assessments of other kinds.
 */
export function föreslåSpår(
  bedömning: Bedömning,
  spår: readonly Spår[],
): { spår: Spår | undefined; förslag: Spårförslag; saknas?: undefined } | { saknas: string[] } | undefined {
  const regler = reglerFör(bedömning);
  if (!regler) return undefined;
  const text = (fråga: string) => frågorI(instrumentFör(bedömning)).find((f) => f.id === fråga)?.text ?? fråga;
  const saknas = regler.behövs.filter(({ fråga, sida }) => svaret(bedömning, { fråga, sida, är: [] }) === undefined);
  if (saknas.length > 0) return { saknas: saknas.map(({ fråga }) => text(fråga)) };
  const regel = regler.regler.find((r) => gäller(bedömning, r))!;
  const valt = spår.find((s) => s.behov === regel.behov);
  const stämmer = regel.grupper.flatMap((g) => g.av).filter((v) => villkoretGäller(bedömning, v));
  const rader = stämmer.map((v) => `${text(v.fråga)} ${svarstext(bedömning, v)}.`);
  return {
    spår: valt,
    förslag: {
      behov: regel.behov,
      förslag: valt?.id,
      namn: valt?.namn ?? '',
      skäl: [regel.text, ...new Set(rader)],
      regler: regler.version,
    },
  };
}

/** The newest published rules for the version of the instrument that the assessment was made with. */
export function reglerFör({ instrument, version }: Pick<Bedömning, 'instrument' | 'version'>): Spårregler | undefined {
  return SPÅRREGLER.find((r) => r.instrument.id === instrument && r.instrument.version === version);
}

function gäller(bedömning: Bedömning, { grupper }: Spårregel): boolean {
  return grupper.every(({ minst, av }) => av.filter((v) => villkoretGäller(bedömning, v)).length >= minst);
}

function villkoretGäller(bedömning: Bedömning, villkor: Spårvillkor): boolean {
  return svaret(bedömning, villkor)?.val.some((v) => villkor.är.includes(v)) ?? false;
}

function svaret(bedömning: Bedömning, { fråga, sida }: Spårvillkor) {
  return bedömning.svar.find((s) => s.fråga === fråga && s.sida === sida && s.val.length > 0);
}

function svarstext(bedömning: Bedömning, villkor: Spårvillkor): string {
  const fråga = frågorI(instrumentFör(bedömning)).find((f) => f.id === villkor.fråga);
  const val = svaret(bedömning, villkor)?.val ?? [];
  return fråga
    ? alternativFör(fråga)
        .filter((a) => val.includes(a.värde))
        .map((a) => a.text)
        .join(', ')
    : '';
}
