export * from './kann-igen-fil.ts';
export { type Ritgränser, ritaSidor, type Sidbilder } from './rita-sidor.ts';
export { EICAR, type StandInClamd, startStandInClamd } from './stand-in-clamd.ts';
export * from './virusskydd.ts';
