import { type Inkomsttypsuppgift, inkomsttyper } from '../inkomster/inkomsttyper.ts';
import { tillgångstyper } from '../tillgangar/tillgangstyper.ts';
import type { Underlag } from '../underlag/underlag.ts';
import type { Normvärden } from './normgraf.ts';

/** Något som en person måste avgöra innan beräkningen är klar: platsen, vad det är, frågan och beloppet i kronor. */
export type Bedömning = {
  readonly plats: string;
  readonly typ: string;
  readonly fraga: string;
  readonly belopp: number;
};

/** Allt i underlaget som lagen lämnar åt en person och som ingen har avgjort. */
export const bedömningar = (underlag: Underlag, v: Normvärden): Bedömning[] => [
  ...inkomsterna(underlag.vuxna, 'vuxna', v.vuxnasAvgjorda),
  ...inkomsterna(underlag.barn ?? [], 'barn', v.barnsAvgjorda),
  ...(underlag.tillgangar ?? []).flatMap((t, i) =>
    v.avgjordaTillgangar[i] === false
      ? [
          {
            plats: `tillgangar[${i}]`,
            typ: t.typ,
            fraga: `Hur mycket av tillgången ska räknas? (${tillgångstyper[t.typ].namn})`,
            belopp: t.belopp,
          },
        ]
      : [],
  ),
  ...(underlag.kostnader ?? []).flatMap((k, i) =>
    v.andrahand[i] === 'okant-samtycke'
      ? [
          {
            plats: `kostnader[${i}]`,
            typ: k.typ,
            fraga:
              'Finns det samtycke eller tillstånd till andrahandsuthyrningen, eller särskilda skäl att räkna kostnaden ändå?',
            belopp: k.belopp,
          },
        ]
      : [],
  ),
];

const inkomsterna = (
  personer: Underlag['vuxna'] | NonNullable<Underlag['barn']>,
  nyckel: string,
  avgjorda: readonly boolean[],
): Bedömning[] => {
  let nästa = 0;
  return personer.flatMap((person, i) =>
    (person.inkomster ?? []).flatMap((inkomst, j) => {
      if (avgjorda[nästa++] !== false) return [];
      const uppgift: Inkomsttypsuppgift = inkomsttyper[inkomst.typ];
      return [
        {
          plats: `${nyckel}[${i}].inkomster[${j}]`,
          typ: inkomst.typ,
          fraga: uppgift.fraga ?? 'Hur mycket ska räknas?',
          belopp: inkomst.netto,
        },
      ];
    }),
  );
};
