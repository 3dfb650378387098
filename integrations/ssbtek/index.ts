export { type Hämtat, hämtaRegistersvar, type SsbtekPorts } from './hamta-registersvar.ts';
export { type Krets, type Kretsbrytare, type Kretsläge, skapaKretsbrytare } from './kretsbrytare.ts';
export { mutera, slump } from './mutera-svar.ts';
export type { Fetch } from './skicka.ts';
export {
  type Period,
  prövaConfig,
  type Registerfråga,
  type SsbtekConfig,
  STANDARD_LAGTEXT,
  STANDARD_SYFTE,
} from './ssbtek-config.ts';
export type { SsbtekFel, SsbtekFelslag } from './ssbtek-fel.ts';
export { type SsbtekKlient, ssbtekKlient } from './ssbtek-klient.ts';
export {
  type SsbtekStandIn,
  type StandInInkomster,
  type StandInLäge,
  type StandInPerson,
  type StandInUtbetalning,
  type StandInVal,
  standInPerson,
  startSsbtekStandIn,
} from './stand-in.ts';
