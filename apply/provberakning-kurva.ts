import { beräknaSnabbt, type Underlag } from '@stegvis/rules';

/** En punkt på kurvan: lönen efter skatt, biståndet vid den lönen och allt hushållet har att leva på. Ören per månad. */
export type Kurvpunkt = { readonly lön: number; readonly bistånd: number; readonly attLevaPå: number };

/** Vad en högre lön ger hushållet. Ören per månad. */
export type Kurva = {
  readonly punkter: readonly Kurvpunkt[];
  /** Lönen nu för den vuxna som kurvan gäller. */
  readonly nu: number;
  /** Lägsta lön, i hela kronor, där inget bistånd är kvar. */
  readonly upphör: number;
  /** Vad hushållet behåller av 1 000 kr mer i lön än nu, för varje vuxen. */
  readonly behåller: readonly number[];
};

const tusen = 1000_00;
const flestPunkter = 60;
const högstaLön = 1_000_000;

/** Den vuxnas lön i underlaget, kronor. */
const lönen = (underlag: Underlag, vuxen: number): number =>
  (underlag.vuxna[vuxen]?.inkomster ?? []).reduce(
    (summa, { typ, netto }) => (typ === 'lon' ? summa + netto : summa),
    0,
  );

const medLön = (underlag: Underlag, vuxen: number, lön: number): Underlag => ({
  ...underlag,
  vuxna: underlag.vuxna.map((person, i) =>
    i === vuxen
      ? {
          ...person,
          inkomster: [
            { typ: 'lon' as const, netto: lön },
            ...(person.inkomster ?? []).filter(({ typ }) => typ !== 'lon'),
          ],
        }
      : person,
  ),
});

const punkt = (underlag: Underlag): { bistånd: number; attLevaPå: number } | undefined => {
  const { bistand } = beräknaSnabbt(underlag);
  if (bistand === null) return undefined;
  const bistånd = Math.round(bistand * 100);
  const egna = [...underlag.vuxna, ...(underlag.barn ?? [])]
    .flatMap((person) => person.inkomster ?? [])
    .reduce((summa, { netto }) => summa + Math.round(netto * 100), 0);
  return { bistånd, attLevaPå: egna + bistånd };
};

/**
 * Hushållets pengar att leva på när den första vuxnas lön är en annan, med samma regler som beräkningen: från ingen lön
 * till en femtedel över den lön där biståndet upphör. Undefined när något i underlaget måste avgöras av en person.
 */
export const kurva = (underlag: Underlag): Kurva | undefined => {
  const vid = (lön: number) => punkt(medLön(underlag, 0, lön));
  if (vid(0) === undefined) return undefined;
  const inget = (lön: number): boolean => vid(lön)?.bistånd === 0;
  const upphör = lägsta(inget);
  const nu = lönen(underlag, 0);
  const slut = Math.max(upphör * 1.2, nu * 1.1, 1000);
  const steg = Math.max(1, Math.ceil(slut / flestPunkter / 100)) * 100;
  const jämna = Array.from({ length: Math.ceil(slut / steg) + 1 }, (_, i) => i * steg);
  const löner = [...new Set([...jämna, upphör, nu])].sort((a, b) => a - b);
  return {
    punkter: löner.flatMap((lön) => {
      const funnen = vid(lön);
      return funnen === undefined ? [] : [{ lön: Math.round(lön * 100), ...funnen }];
    }),
    nu: Math.round(nu * 100),
    upphör: upphör * 100,
    behåller: underlag.vuxna.map((_, i) => {
      const efter = punkt(medLön(underlag, i, (Math.round(lönen(underlag, i) * 100) + tusen) / 100));
      return (efter?.attLevaPå ?? 0) - (punkt(underlag)?.attLevaPå ?? 0);
    }),
  };
};

/** Det minsta hela kronbeloppet som villkoret gäller från; villkoret gäller för allt över det. */
const lägsta = (gäller: (kronor: number) => boolean): number => {
  let [lågt, högt] = [0, 1000];
  if (gäller(0)) return 0;
  while (!gäller(högt) && högt < högstaLön * 100) [lågt, högt] = [högt, högt * 2];
  while (högt - lågt > 1) {
    const mitt = Math.floor((lågt + högt) / 2);
    if (gäller(mitt)) högt = mitt;
    else lågt = mitt;
  }
  return högt;
};
