import { AVSLUTSORSAKER, FÖRSÖRJNINGSHINDER } from '@stegvis/casework';
import type { Insatssyfte } from '@stegvis/rules';

export type Utlämningens = 'bistand' | 'avslutsorsaker';

/** A fact that Stegvis has and that a column can be filled from. */
export interface Uppgift {
  /** What it is, for the one who writes a layout. */
  readonly namn: string;
  /** `text` can have any value; `varden` needs a code list in the layout, because Stegvis has no codes of the register. */
  readonly slag: 'heltal' | 'text' | 'personnummer' | 'varden';
  /** Its values and what each says. */
  readonly värden?: Readonly<Record<string, string>>;
}

const ja = { ja: 'Ja', nej: 'Nej' };
const syften: Readonly<Record<Insatssyfte, string>> = {
  motivera: 'Motivera eller öka förmågan',
  sprak: 'Språk',
  'soka-arbete': 'Söka arbete',
  arbetsplats: 'Arbetsplatsförlagd',
  vard: 'Vård eller behandling',
};
const kön = { kvinna: 'Kvinna', man: 'Man' };
const hinder = Object.fromEntries(FÖRSÖRJNINGSHINDER.map(({ id, namn }) => [id, namn]));
const period = {
  ar: { namn: 'År som raden gäller, fyra siffror', slag: 'text' },
  manad: { namn: 'Månad som raden gäller, två siffror', slag: 'text' },
  kommun: { namn: 'Kommunkod, fyra siffror', slag: 'text' },
} as const satisfies Record<string, Uppgift>;

const vuxen = (vem: string, namn: string) =>
  ({
    [`${vem}.personnummer`]: { namn: `${namn}: personnummer, tolv siffror`, slag: 'personnummer' },
    [`${vem}.kon`]: { namn: `${namn}: kön enligt personnumret`, slag: 'varden', värden: kön },
    [`${vem}.alder`]: { namn: `${namn}: ålder i hela år vid årets slut`, slag: 'heltal' },
    [`${vem}.hinder`]: { namn: `${namn}: försörjningshinder i månaden`, slag: 'varden', värden: hinder },
    [`${vem}.insats`]: { namn: `${namn}: i kommunens insats i månaden`, slag: 'varden', värden: ja },
    [`${vem}.insatsslag`]: { namn: `${namn}: insatsens första syfte`, slag: 'varden', värden: syften },
  }) satisfies Record<string, Uppgift>;

/** What can be delivered of each kind. What is not here Stegvis does not know (born abroad, refugee, the parts of the amount). */
export const UPPGIFTER: Readonly<Record<Utlämningens, Readonly<Record<string, Uppgift>>>> = {
  bistand: {
    ...period,
    'barn-under-16': { namn: 'Antal barn som fyller högst 15 år under året', slag: 'heltal' },
    'barn-under-18': { namn: 'Antal barn under 18 år', slag: 'heltal' },
    beviljat: { namn: 'Beviljat enligt 12 kap. 1 § för månaden, kronor', slag: 'heltal' },
    utbetalt: { namn: 'Utbetalt av det, kronor', slag: 'heltal' },
    medsokande: { namn: 'Att det finns en medsökande', slag: 'varden', värden: { ja: 'Ja' } },
    hushallstyp: {
      namn: 'Hushållstyp',
      slag: 'varden',
      värden: {
        'ensam-man-utan-barn': 'Ensamstående man utan barn',
        'ensam-man-med-barn': 'Ensamstående man med barn',
        'ensam-kvinna-utan-barn': 'Ensamstående kvinna utan barn',
        'ensam-kvinna-med-barn': 'Ensamstående kvinna med barn',
        'par-utan-barn': 'Par utan barn',
        'par-med-barn': 'Par med barn',
      },
    },
    ...vuxen('sokande', 'Sökande'),
    ...vuxen('medsokande', 'Medsökande'),
  },
  avslutsorsaker: {
    ...period,
    personnummer: { namn: 'Personnummer, tolv siffror', slag: 'personnummer' },
    kon: { namn: 'Kön enligt personnumret', slag: 'varden', värden: kön },
    alder: { namn: 'Ålder i hela år vid årets slut', slag: 'heltal' },
    avslutsdag: { namn: 'Dagen vägen avslutades, ÅÅÅÅMMDD', slag: 'text' },
    avslutsorsak: { namn: 'Skälet till avslutet, enligt Stegvis', slag: 'varden', värden: AVSLUTSORSAKER },
  },
};
