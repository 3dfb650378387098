import { ageInYears, daysIn, type IsoDate, type Month, monthsBetween } from '@stegvis/engine';
import { myndighetsålder, skolungdomTill } from '../alder/aldersgranser.ts';
import type { Underlagsfel } from './fel.ts';
import { dag, id, manad } from './underlag.ts';

type Okänt = Readonly<Record<string, unknown>>;
const grupp = (värde: unknown): Okänt => (typeof värde === 'object' && värde !== null ? (värde as Okänt) : {});
const lista = (värde: unknown): readonly Okänt[] => (Array.isArray(värde) ? värde.map(grupp) : []);
const läst = <T extends string>(
  schema: { safeParse(v: unknown): { success: boolean } },
  värde: unknown,
): T | undefined => (schema.safeParse(värde).success ? (värde as T) : undefined);

/**
 * Uppgifter som var för sig kan vara rätt men som inte går ihop. Läser bara det som är läsbart, så att alla fel kan
 * visas på en gång. Åldrar räknas från och med födelsedagens månad (docs/tolkningar/T01).
 */
export const motsägelser = (rått: unknown): Underlagsfel[] => {
  const underlag = grupp(rått);
  const [vuxna, barn] = [lista(underlag['vuxna']), lista(underlag['barn'])];
  const avser = läst<Month>(manad, underlag['manad']);
  const personer = [
    ...vuxna.map((v, i) => ({ v, plats: `vuxna[${i}]` })),
    ...barn.map((v, i) => ({ v, plats: `barn[${i}]` })),
  ];
  return [
    ...paret(vuxna, underlag['sambor']),
    ...bostaden(personer.length, underlag['personerIBostaden']),
    ...sammaId(personer),
    ...(avser === undefined ? [] : personer.flatMap(({ v, plats }) => födelsen(v, plats, avser))),
    ...(avser === undefined ? [] : barn.flatMap((b, i) => barnet(b, `barn[${i}]`, avser))),
  ];
};

const paret = (vuxna: readonly Okänt[], sambor: unknown): Underlagsfel[] => {
  if (vuxna.length !== 2 || sambor === true) return [];
  if (sambor === undefined)
    return [
      {
        plats: 'sambor',
        text: 'Uppgiften saknas. Är de två vuxna ett par, ange true. Annars har de ett underlag var.',
      },
    ];
  if (sambor !== false) return [];
  return [
    {
      plats: 'sambor',
      text: 'Två vuxna som inte är ett par kan inte stå i samma underlag. Gör ett underlag för var och en.',
    },
  ];
};

const bostaden = (hushållet: number, antal: unknown): Underlagsfel[] =>
  typeof antal === 'number' && antal >= 1 && antal < hushållet
    ? [
        {
          plats: 'personerIBostaden',
          text: `${antal} är färre än hushållets ${hushållet} personer. Ange alla som bor i bostaden, minst ${hushållet}, eller lämna bort uppgiften.`,
        },
      ]
    : [];

const sammaId = (personer: readonly { v: Okänt; plats: string }[]): Underlagsfel[] => {
  const först = new Map<string, string>();
  return personer.flatMap(({ v, plats }) => {
    const namn = läst(id, v['id']);
    if (namn === undefined) return [];
    const tidigare = först.get(namn);
    if (tidigare === undefined) {
      först.set(namn, plats);
      return [];
    }
    return [{ plats: `${plats}.id`, text: `"${namn}" är redan id för ${tidigare}. Ge varje person ett eget id.` }];
  });
};

const födelsen = (person: Okänt, plats: string, avser: Month): Underlagsfel[] => {
  const fodd = läst<IsoDate>(dag, person['fodd']);
  return fodd !== undefined && monthsBetween(avser, fodd) > 0
    ? [
        {
          plats: `${plats}.fodd`,
          text: `${fodd} är efter månaden ${avser}. Ange en dag senast i den månaden, eller ta bort personen.`,
        },
      ]
    : [];
};

const barnet = (barn: Okänt, plats: string, avser: Month): Underlagsfel[] => {
  const fodd = läst<IsoDate>(dag, barn['fodd']);
  const ålder = fodd === undefined ? 0 : ageInYears(fodd, avser);
  const dagar = barn['dagar'];
  const fel: Underlagsfel[] = [];
  if (ålder >= skolungdomTill)
    fel.push({
      plats: `${plats}.fodd`,
      text: `Personen är ${ålder} år i ${avser} och är ett eget hushåll. Gör ett eget underlag för den som har fyllt ${skolungdomTill}.`,
    });
  if (ålder >= myndighetsålder && ålder < skolungdomTill && barn['skolungdom'] !== true) {
    fel.push({
      plats: `${plats}.skolungdom`,
      text: `Personen är ${ålder} år i ${avser}. Ange true om personen går i grundskola eller gymnasium. Annars görs ett eget underlag.`,
    });
  }
  if (typeof dagar === 'number' && dagar > daysIn(avser) && dagar <= 31) {
    fel.push({
      plats: `${plats}.dagar`,
      text: `${dagar} dagar är fler än månadens ${daysIn(avser)}. Ange högst ${daysIn(avser)}, eller lämna bort uppgiften om barnet är hos er hela månaden.`,
    });
  }
  return fel;
};
