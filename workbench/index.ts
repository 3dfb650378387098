export type { Betalningsbild, HandläggarPort, Klocka, Körad, Medarbetare, Nästa, Ärendebild } from './port.ts';
export { workbenchRoutes } from './workbench-routes.ts';
