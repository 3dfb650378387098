import { flyttaMånad, type Månad } from '@stegvis/casework';
import { type Inkomst, myndighetsålder, skolungdomTill, type Underlag } from '@stegvis/rules';
import { draHushåll, hindergrupp, ålderI } from './hushallsbild.ts';
import { Slump } from './slump.ts';

/**
 * What is known of synthetic households for a month, as the rules read it: `antal` households one after the other, the same for the
 * same seed, so that the first hundred of two hundred are the hundred. They are the households that first apply in the places of the
 * synthetic municipality (`syntetiskaFakta`), with the same composition, rent and income.
 * @param kommun a municipality's code, whose own limits are to hold; undefined: no limits
 */
export function* syntetiskaUnderlag(
  frö: number,
  antal: number,
  månad: Månad = '2026-10',
  kommun?: string,
): Generator<Underlag> {
  for (let nummer = 0; nummer < antal; nummer++) yield ettUnderlag(frö, nummer, månad, kommun);
}

function ettUnderlag(frö: number, nummer: number, månad: Månad, kommun: string | undefined): Underlag {
  const slump = new Slump(`${frö}/hushall/${nummer}/0`);
  const bild = draHushåll(slump, månad);
  const hemma = bild.barn.filter((född) => ålderI(född, månad) < skolungdomTill);
  const ensam = bild.vuxna.length === 1;
  const inkomster = bild.vuxna.map((vuxen, i): Inkomst[] => [
    ...(vuxen.lön > 0 ? [{ typ: 'lon' as const, netto: vuxen.lön }] : []),
    ...(vuxen.ersättning > 0 ? [{ typ: ersättning(vuxen.hinder), netto: vuxen.ersättning }] : []),
    ...(i === 0 ? barnensPengar(hemma.length, ensam) : []),
  ]);
  const storlek = bild.vuxna.length + hemma.length;
  return {
    manad: månad,
    inkommen: `${flyttaMånad(månad, -1)}-25`,
    ...(kommun === undefined ? {} : { kommun }),
    vuxna: bild.vuxna.map(({ född }, i) => ({
      id: `v${i + 1}`,
      fodd: född,
      bistandsmanader: Array.from({ length: 1 + (nummer % 12) }, (_, steg) => flyttaMånad(månad, -1 - steg)),
      ...(inkomster[i]!.length > 0 ? { inkomster: inkomster[i]! } : {}),
    })),
    ...(ensam ? {} : { sambor: true }),
    ...(hemma.length > 0
      ? {
          barn: hemma.map((född, i) => ({
            id: `b${i + 1}`,
            fodd: född,
            ...(ålderI(född, månad) >= myndighetsålder ? { skolungdom: true } : {}),
          })),
        }
      : {}),
    personerIBostaden: storlek,
    boende: { form: 'hyresratt' },
    kostnader: [
      { typ: 'boende', belopp: bild.hyra },
      { typ: 'hushallsel', belopp: 300 + 100 * storlek },
      { typ: 'hemforsakring', belopp: 120 + 10 * storlek },
    ],
  };
}

function ersättning(hinder: string): Inkomst['typ'] {
  if (hinder.startsWith('etablering')) return 'etableringsersattning';
  if (hinder.startsWith('sjukskriven')) return 'sjukpenning';
  if (hinder.startsWith('sjuk')) return 'aktivitetsersattning';
  if (hinder.startsWith('foraldra')) return 'foraldrapenning';
  if (hinder.startsWith('pension')) return 'pension';
  return hindergrupp(hinder) === 'arbetslös' ? 'aktivitetsstod' : 'a-kassa';
}

/** Kronor a month: child allowance with its supplement for several children, and maintenance support to who is alone with them. */
function barnensPengar(barn: number, ensam: boolean): Inkomst[] {
  if (barn === 0) return [];
  const tillägg = [0, 0, 150, 730, 1740, 2990, 4240][Math.min(barn, 6)]!;
  return [
    { typ: 'barnbidrag', netto: 1250 * barn },
    ...(tillägg > 0 ? [{ typ: 'flerbarnstillagg' as const, netto: tillägg }] : []),
    ...(ensam ? [{ typ: 'underhallsstod' as const, netto: 1673 * barn }] : []),
    { typ: 'bostadsbidrag', netto: Math.min(5200, 1800 + 800 * barn) },
  ];
}
