export type { Kontoregisterport } from './kontoregisterport.ts';
export { type KontoregisterstandIn, type KontoregisterstandInKonto, kontoregisterStandIn } from './stand-in.ts';
