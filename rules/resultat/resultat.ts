import { fact, minus, notBelowZero, quantity, rule, subtract, sum } from '@stegvis/engine';
import { hushåll, type Öre, öre } from '../hushall/hushall.ts';
import { avgjordaInkomster, inkomsternaAvgjorda } from '../inkomster/inkomster.ts';
import { avgjordaKostnader, ejFullt, kostnadernaAvgjorda } from '../kostnader/kostnader.ts';
import { norm } from '../riksnorm/normavvikelse.ts';
import { räknadeTillgångar, tillgångarnaAvgjorda } from '../tillgangar/tillgangar.ts';
import { resultatLaw as lag } from './resultat.law.ts';

const överskott = fact(hushåll, 'overskott', {
  label: 'Överskott från en tidigare månad som räknas',
  type: quantity(öre),
  default: öre(0),
});
const förskott = fact(hushåll, 'forskott', {
  label: 'Redan utbetalt för månaden',
  type: quantity(öre),
  default: öre(0),
});

/** Om allt som lagen lämnar åt en person är avgjort. */
export const alltAvgjort = rule(hushåll, 'allt-avgjort', {
  label: 'Allt är avgjort',
  from: [inkomsternaAvgjorda, tillgångarnaAvgjorda, kostnadernaAvgjorda],
  value: (inkomster, tillgångar, kostnader) => inkomster && tillgångar && kostnader,
});

const tillgodo = sum(hushåll, 'tillgangar-och-overskott', {
  label: 'Tillgångar och överskott',
  unit: öre,
  parts: [räknadeTillgångar, överskott],
});
const räknatResultat = sum(hushåll, 'raknat-resultat', {
  label: 'Inkomster minus norm och kostnader',
  unit: öre,
  cite: lag.grounds.bistand,
  parts: [avgjordaInkomster, tillgodo, minus(norm), minus(avgjordaKostnader)],
});

/** Inkomster, tillgångar och överskott minus norm och kostnader: minus är ett underskott. Saknas när något inte är avgjort. */
export const resultat = rule(hushåll, 'resultat', {
  label: 'Resultat',
  unit: öre,
  when: alltAvgjort,
  otherwise: undefined,
  from: [räknatResultat],
  value: (resultat): Öre | undefined => resultat,
});

/** Underskottet minus det som redan är utbetalt, aldrig under noll. Saknas när något inte är avgjort. */
export const bistånd = rule(hushåll, 'bistand', {
  label: 'Bistånd',
  unit: öre,
  cite: lag.grounds.bistand,
  from: [resultat, förskott],
  value: (resultat, förskott) =>
    resultat === undefined ? undefined : notBelowZero(subtract(öre(-resultat), förskott)),
});

/** Vad beräkningen leder till. */
export type Utfall = 'bifall' | 'delavslag' | 'avslag' | 'bedoms';

export const utfall = rule(hushåll, 'utfall', {
  label: 'Utfall',
  from: [resultat, ejFullt],
  value: (resultat, ejFullt): Utfall => {
    if (resultat === undefined) return 'bedoms';
    if (resultat >= 0) return 'avslag';
    return ejFullt ? 'delavslag' : 'bifall';
  },
});
