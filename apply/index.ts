import './sprak/sprakfiler.ts';

export { type AlltOmMig, AlltOmMigSida, type AlltOmVägen, type SparadFil, type Visning } from './allt-om-mig.tsx';
export { applyRoutes } from './apply-routes.ts';
export type { Dokumentbild, Dokumentport, Uppladdningssvar } from './dokument-port.ts';
export { FelSida, IngenSida, LoggaInSida, VäljTestpersonSida } from './inloggning.tsx';
export type { Kontobild, Kontoport } from './konto-port.ts';
export type {
  AttYttraSig,
  Hämtning,
  Kompletteringsbild,
  Kontaktbild,
  MinaSidorPort,
  MinSida,
} from './mina-sidor-port.ts';
export type { Beslutsval, Efterbeslutsbild, Överklagandeport } from './overklagande-port.ts';
export type {
  Ansökansbild,
  Ansökansrad,
  Kommuninfo,
  Medborgare,
  MedborgarPort,
  Startförslag,
  Startval,
  Vuxen,
  Översikt,
} from './port.ts';
export { provberäkningRoutes } from './provberakning.tsx';
export type { Sessionstid } from './sida.tsx';
export { startSida } from './start.tsx';
export type { MinKravport, MittKrav } from './vagen/krav-port.ts';
export type { MinAktivitet, MinAktivitetsport } from './vagen/min-aktivitet-port.ts';
export type { MinBedömningsport } from './vagen/min-bedomning-port.ts';
export type { MinaMöten, MinMötesport } from './vagen/min-mote-port.ts';
export type { MinPlanport } from './vagen/min-plan-port.ts';
export type { MinaSteg, MinSamordning, MinSamordningsport } from './vagen/min-samordning-port.ts';
export type { MinVägport } from './vagen/min-vag-port.ts';
export type { MinVecka, MinVeckoport, Veckopost } from './vagen/min-vecka-port.ts';
export { type Planblad, type Planbladspost, planblad, planbladsfot } from './vagen/planblad.ts';
export type { Yttrandebild, Yttrandeport } from './yttrande-port.ts';
