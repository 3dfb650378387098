import type { Källa } from './registersvar.ts';
import type { Inkomsttyp } from './uppgifter.ts';

/** Authorities that must have answered for every adult before anything can be decided automatically. */
export const MINSTA_KÄLLOR: readonly Källa[] = ['FK', 'AF', 'CSN', 'SO'];

const REGISTERKÄLLA: Partial<Record<Inkomsttyp, Källa>> = {
  aktivitetsstod: 'FK',
  utvecklingsersattning: 'FK',
  etableringsersattning: 'FK',
  etableringstillagg: 'FK',
  sjukpenning: 'FK',
  sjukersattning: 'FK',
  aktivitetsersattning: 'FK',
  rehabiliteringspenning: 'FK',
  foraldrapenning: 'FK',
  'tillfallig-foraldrapenning': 'FK',
  barnbidrag: 'FK',
  flerbarnstillagg: 'FK',
  underhallsstod: 'FK',
  bostadsbidrag: 'FK',
  merkostnadsersattning: 'FK',
  omvardnadsbidrag: 'FK',
  jobbpremie: 'FK',
  studiebidrag: 'CSN',
  studiemedel: 'CSN',
  'a-kassa': 'SO',
  pension: 'PM',
  bostadstillagg: 'PM',
  barnpension: 'PM',
  skatteaterbaring: 'SKV',
};

/**
 * The authority whose answer settles an income of this type, or undefined where no register gives what was paid out after tax
 * (wages: the employer's monthly report has gross pay only) and the person's own statement counts.
 */
export function registerkälla(typ: Inkomsttyp): Källa | undefined {
  return REGISTERKÄLLA[typ];
}
