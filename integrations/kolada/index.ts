export { Koladafel } from './kolada-fel.ts';
export { HÄNSYN, KOLADA, type Koladafråga, type Koladaklient, type Koladaval, koladaklient } from './kolada-klient.ts';
export { type Koladaläge, type KoladaStandIn, type StandInMått, startKoladaStandIn } from './kolada-stand-in.ts';
