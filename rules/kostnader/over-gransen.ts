import { each, type Node, notBelowZero, rule, subtract, sum } from '@stegvis/engine';
import { hushåll, kostnad, type Öre, öre } from '../hushall/hushall.ts';
import { räknad } from './kostnad.ts';
import { godkänt, typ } from './kostnadsfakta.ts';
import type { Kostnadstyp } from './kostnadstyper.ts';
import { lokalaGranserLaw as lag } from './lokala-granser.law.ts';

/**
 * Hur mycket kostnaderna av en typ ligger över kommunens gräns. Det en handläggare har funnit skäligt i det enskilda
 * fallet begränsas inte, men tar plats under gränsen (docs/tolkningar/T09).
 */
export const överGränsen = <K extends Kostnadstyp>(
  kostnadstyp: K,
  gräns: Node<'hushall', Öre | undefined>,
  prövas: Node<'hushall', boolean>,
) => {
  const oprövad = rule(kostnad, `oprovad-${kostnadstyp}`, {
    label: 'Inte prövad av handläggare',
    unit: öre,
    from: [typ, godkänt, räknad],
    value: (typ, godkänt, räknad) => (typ === kostnadstyp && godkänt === undefined ? räknad : öre(0)),
  });
  const prövad = rule(kostnad, `provad-${kostnadstyp}`, {
    label: 'Prövad av handläggare',
    unit: öre,
    from: [typ, godkänt],
    value: (typ, godkänt) => (typ === kostnadstyp && godkänt !== undefined ? godkänt : öre(0)),
  });
  const oprövade = sum(hushåll, `oprovat-${kostnadstyp}`, {
    label: 'Inte prövat av handläggare',
    unit: öre,
    parts: [each(kostnad, oprövad)],
  });
  const prövade = sum(hushåll, `provat-${kostnadstyp}`, {
    label: 'Prövat av handläggare',
    unit: öre,
    parts: [each(kostnad, prövad)],
  });
  return rule(hushåll, `over-grans-${kostnadstyp}`, {
    label: `Över kommunens gräns`,
    unit: öre,
    cite: lag.grounds.riktlinje,
    when: prövas,
    otherwise: öre(0),
    from: [oprövade, prövade, gräns],
    value: (oprövade, prövade, gräns) =>
      gräns === undefined ? öre(0) : notBelowZero(subtract(oprövade, notBelowZero(subtract(gräns, prövade)))),
  });
};
