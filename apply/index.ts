import './sprak/sprakfiler.ts';

export { applyRoutes } from './apply-routes.ts';
export { FelSida, IngenSida, LoggaInSida, VäljTestpersonSida } from './inloggning.tsx';
export type {
  Ansökansbild,
  Ansökansrad,
  Kommuninfo,
  Medborgare,
  MedborgarPort,
  Startförslag,
  Vuxen,
  Översikt,
} from './port.ts';
export { provberäkningRoutes } from './provberakning.tsx';
export { startSida } from './start.tsx';
