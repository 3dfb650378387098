import { ALLA, type PrövadFråga, type Råcell, type Tjänster } from '@stegvis/statistics';
import { MINSTA_PERSONALGRUPP, årsarbetskrafter } from './egna-filer.ts';

/**
 * Takes away every figure about the work of fewer staff than five, and what it could be worked out from: where one group of a period is
 * too small, all groups of the period go and only their sum stays. Without the board's own file nobody knows how many they are, and
 * nothing is said.
 */
export function utanSmåPersonalgrupper(
  celler: readonly Råcell[],
  { indikator, perioder, uppdelning, filter }: PrövadFråga,
  tjänster: readonly Tjänster[],
): readonly Råcell[] {
  if (indikator.personalgrupp !== true) return celler;
  const period = new Map(perioder.map((p) => [p.nyckel, p]));
  const saknas = (cell: Råcell): string | undefined => {
    const urval = new Map(filter);
    uppdelning.forEach((u, i) => {
      if (cell.grupper[i] !== ALLA) urval.set(u, [cell.grupper[i]!]);
    });
    const svar = årsarbetskrafter(tjänster, period.get(cell.period)!, urval);
    return 'saknas' in svar ? svar.saknas : undefined;
  };
  const helhet = (cell: Råcell) => cell.grupper.every((g) => g === ALLA);
  const små = new Map(celler.map((cell) => [cell, saknas(cell)]));
  const drabbade = new Set(celler.filter((c) => !helhet(c) && små.get(c) !== undefined).map((c) => c.period));
  return celler.map((cell) => {
    const skäl = små.get(cell) ?? (!helhet(cell) && drabbade.has(cell.period) ? GRANNE : undefined);
    return skäl === undefined ? cell : tom(cell, skäl);
  });
}

const GRANNE = `En av grupperna har färre än ${MINSTA_PERSONALGRUPP} anställda. Då visas bara alla tillsammans.`;

function tom({ period, grupper }: Råcell, saknas: string): Råcell {
  return {
    period,
    grupper,
    täljare: 0,
    nämnare: undefined,
    värde: null,
    underlag: 0,
    nämnarunderlag: undefined,
    saknas,
  };
}
