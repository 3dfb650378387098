import type { Quantity, Table } from '@stegvis/engine';
import { aktivitetskravLaw } from '../aktivitetskrav/aktivitetskrav.law.ts';

/** Den som har fyllt 18 år är myndig (9 kap. 1 § föräldrabalken). År. */
export const myndighetsålder = 18;

/** Skolungdom är den som inte har fyllt 21 år (12 kap. 9 § socialtjänstlagen). År. */
export const skolungdomTill = 21;

/**
 * De åldrar då andra regler börjar gälla för någon i hushållet: myndig, inte längre skolungdom, och riktåldern för pension i de
 * årskullar som har en. År, stigande.
 */
export const åldersgränser: readonly number[] = [...new Set([myndighetsålder, skolungdomTill, ...riktåldrar()])].sort(
  (a, b) => a - b,
);

function riktåldrar(): number[] {
  return aktivitetskravLaw.parameters.riktalder.versions.flatMap(({ value }) =>
    (value as Table<Quantity<'ar'>>).map((årskullar) => årskullar.value),
  );
}
