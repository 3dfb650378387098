import { fact, momentMonth, monthType, rule } from '@stegvis/engine';
import { hushåll } from '../hushall/hushall.ts';
import { boendegräns, elgräns, försäkringsgräns } from './lokal-grans.ts';
import { överGränsen } from './over-gransen.ts';

const rådrumTill = fact(hushåll, 'radrum-till', {
  key: 'boende.radrumTill',
  label: 'Rådrum att sänka boendekostnaden till och med',
  type: monthType().optional(),
});

/** Om hushållet har rådrum i månaden: då räknas hela boendekostnaden. */
export const harRådrum = rule(hushåll, 'har-radrum', {
  label: 'Rådrum gäller i månaden',
  from: [rådrumTill, momentMonth],
  value: (till, månad) => till !== undefined && månad <= till,
});

const boendegränsPrövas = rule(hushåll, 'boendegrans-provas', {
  label: 'Kommunens gräns för boende prövas',
  from: [boendegräns, harRådrum],
  value: (gräns, rådrum) => gräns !== undefined && !rådrum,
});
const elgränsPrövas = rule(hushåll, 'elgrans-provas', {
  label: 'Kommunens gräns för hushållsel prövas',
  from: [elgräns],
  value: (g) => g !== undefined,
});
const försäkringsgränsPrövas = rule(hushåll, 'forsakringsgrans-provas', {
  label: 'Kommunens gräns för hemförsäkring prövas',
  from: [försäkringsgräns],
  value: (g) => g !== undefined,
});

export const boendeÖverGräns = överGränsen('boende', boendegräns, boendegränsPrövas);
export const elÖverGräns = överGränsen('hushallsel', elgräns, elgränsPrövas);
export const försäkringÖverGräns = överGränsen('hemforsakring', försäkringsgräns, försäkringsgränsPrövas);
