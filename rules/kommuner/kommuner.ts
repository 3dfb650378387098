import type { LawParameter, Table } from '@stegvis/engine';
import type { Öre } from '../hushall/hushall.ts';
import { hogsbyLaw } from './hogsby.law.ts';
import { lindvikLaw } from './lindvik.law.ts';
import { malmoLaw } from './malmo.law.ts';
import { vimmerbyLaw } from './vimmerby.law.ts';

/** De riktlinjer en kommun kan ha inlagda; nycklarna är desamma som i `kostnader/lokala-granser.law.yaml`. */
export type Riktlinjer = {
  readonly boendeEfterPersoner?: LawParameter<Table<Öre>>;
  readonly boendeEfterBarn?: LawParameter<Table<Öre>>;
  readonly boendePerYtterligare?: LawParameter<Öre>;
  readonly hushallselEfterPersoner?: LawParameter<Table<Öre>>;
  readonly hemforsakring?: LawParameter<Öre>;
};

/** En kommun med inlagda riktlinjer. */
export type Kommun = { readonly namn: string; readonly riktlinjer: Riktlinjer };

/** Kommunerna efter kommunkod. `0001` är den påhittade demokommunen. */
export const kommuner: { readonly [kod: string]: Kommun } = {
  '0001': { namn: 'Lindvik', riktlinjer: lindvikLaw.parameters },
  '0821': { namn: 'Högsby', riktlinjer: hogsbyLaw.parameters },
  '0884': { namn: 'Vimmerby', riktlinjer: vimmerbyLaw.parameters },
  '1280': { namn: 'Malmö', riktlinjer: malmoLaw.parameters },
};
