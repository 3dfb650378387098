import type { Inskrivet } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** Own figures that the forms of the economy and the capacity can begin from, with where each comes from; fields of the forms. */
export interface Egnasiffror {
  readonly värden: Inskrivet;
  readonly källor: readonly string[];
}

/** The consequence models of the work model's economy and of capacity; each look is logged. */
export interface Kapacitetsport {
  egnaEkonomisiffror(medarbetare: Medarbetare): Promise<Egnasiffror>;
  egnaKapacitetssiffror(medarbetare: Medarbetare): Promise<Egnasiffror>;
}
