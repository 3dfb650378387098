export {
  DIMENSIONER,
  type Dimension,
  type Dimensionsbeskrivning,
  hushållstyp,
  SAKNAS,
  åldersgrupp,
} from './dimension.ts';
export type {
  Ansökningsfakta,
  Befolkning,
  Biståndsperiod,
  Faktaparti,
  Grund,
  Hushållsmånad,
  Händelsefakta,
  Händelseslag,
  Insatsmånad,
  Personmånad,
  Personår,
  Tjänster,
  Ursprung,
} from './fakta.ts';
export { HÄNDELSESLAG, HÄRLEDDA_FÄLT } from './fakta.ts';
export { ALLA, type Råcell, type Råsvar, type Statistikfråga } from './fraga.ts';
export {
  type Enhet,
  type Faktatabell,
  type Indikator,
  OMRÅDEN,
  type Område,
  type Uttryck,
  type Villkor,
} from './indikator.ts';
export { andelKlart, type Körning, KÖRNINGSLÄGEN, type Körningsläge, pågår } from './korning/korning.ts';
