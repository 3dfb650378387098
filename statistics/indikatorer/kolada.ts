import type { Indikator } from '../indikator.ts';

const månad = { fält: 'manad', kortast: 'ar' } as const;
const fil = 'med nämndens egen fil över antal invånare den 31 december.';

/** Shares of inhabitants that others publish by the calendar year, counted here so that they can stand side by side. */
export const KOLADAANDELAR: readonly Indikator[] = [
  {
    id: 'andel-invanare',
    namn: 'Andel av alla invånare',
    mening: 'Så stor del av invånarna, barn inräknade, har fått bistånd någon gång under kalenderåret.',
    område: 'bistand',
    källa: 'personmanad',
    tid: månad,
    täljare: { räkna: 'olika', fält: 'person' },
    nämnare: { befolkning: 'alla' },
    enhet: 'procent',
    uppdelningar: ['kon', 'aldersgrupp', 'distrikt'],
    utelämnar: 'Inga hushåll med bistånd. Den som har flyttat hit räknas även om hon hade bistånd i en annan kommun.',
    definition: `Kolada N31807, ${fil}`,
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'andel-barn-invanare',
    namn: 'Andel av alla barn',
    mening: 'Så stor del av barnen har levt i hushåll som har fått bistånd någon gång under kalenderåret.',
    område: 'bistand',
    källa: 'personmanad',
    tid: månad,
    täljare: { räkna: 'olika', fält: 'person', där: [{ fält: 'vuxen', är: false }] },
    nämnare: { befolkning: 'barn' },
    enhet: 'procent',
    uppdelningar: ['kon', 'aldersgrupp', 'distrikt'],
    utelämnar: 'Vuxna. Gymnasister över 18 år som hör till föräldrarnas hushåll räknas i täljaren men inte i nämnaren.',
    definition: `Kolada U31803, ${fil}`,
    riktning: 'lagre-ar-battre',
  },
];
