import type { z } from 'zod';

/** Ett fel i ett underlag: platsen, till exempel `vuxna[0].inkomster[2].netto`, och en mening som säger vad som är tillåtet. */
export type Underlagsfel = { readonly plats: string; readonly text: string };

/** Platsen som läsbar text; hela underlaget heter `underlaget`. */
export const platstext = (väg: readonly PropertyKey[]): string =>
  väg.reduce<string>((hittills, del) => {
    if (typeof del === 'number') return `${hittills}[${del}]`;
    return hittills === '' ? String(del) : `${hittills}.${String(del)}`;
  }, '') || 'underlaget';

/** Räknar upp värden med "eller" före det sista. */
export const uppräknat = (värden: readonly string[]): string =>
  värden.length < 2 ? värden.join('') : `${värden.slice(0, -1).join(', ')} eller ${värden.at(-1)}`;

/** Felmeddelande för ett värde: saknas eller går inte att använda, och vad som är tillåtet. */
export const felaktigt =
  (tillåtet: string) =>
  (fel: { readonly input?: unknown }): string =>
    fel.input === undefined ? `Uppgiften saknas. ${tillåtet}` : `${visat(fel.input)} går inte att använda. ${tillåtet}`;

/** Felmeddelande för en grupp av uppgifter: okänd nyckel eller fel slags värde, och vilka nycklar som är tillåtna. */
export const okändNyckel =
  (nycklar: readonly string[]): z.core.$ZodErrorMap<z.core.$ZodIssueUnrecognizedKeys | z.core.$ZodIssueInvalidType> =>
  (fel) =>
    fel.code === 'unrecognized_keys'
      ? `Nyckeln finns inte här. Tillåtna nycklar är ${uppräknat(nycklar)}.`
      : felaktigt(`Ange uppgifter inom { … } med nycklarna ${uppräknat(nycklar)}.`)(fel);

const längst = 40;
const visat = (värde: unknown): string => {
  if (Array.isArray(värde)) return värde.length === 0 ? 'En tom lista' : `En lista med ${värde.length} poster`;
  if (typeof värde === 'object' && värde !== null) return 'En grupp av uppgifter';
  const skrivet = typeof värde === 'string' ? `"${värde}"` : String(värde);
  return skrivet.length > längst ? `${skrivet.slice(0, längst)}…` : skrivet;
};
