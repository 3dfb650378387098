export type { Dokumentport as HandläggarDokumentport, Dokumentrad, Ärendedokument } from './dokument-port.ts';
export type {
  Handläggningsport,
  Klocka,
  Kollega,
  Körad,
  MittArbete,
  Närvarokollega,
  Påminnelserad,
  Sökträff,
} from './handlaggning-port.ts';
export type { Kompletteringsbild, Meddelandeport, Tråd, Trådbild } from './meddelande-port.ts';
export type { Betalningsbild, HandläggarPort, Medarbetare, Ärendebild } from './port.ts';
export type { Registreringsbild, Registreringsport } from './registrering-port.ts';
export { workbenchRoutes } from './workbench-routes.ts';
