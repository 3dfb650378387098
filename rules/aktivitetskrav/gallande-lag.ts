import {
  cited,
  firstDay,
  type Ground,
  inForceAt,
  type LawParameter,
  type Moment,
  month,
  NotInForce,
} from '@stegvis/engine';

/** Månaden som läget för lagen; ansökans dag spelar ingen roll för aktivitetskravet. */
export const månadsläge = (månad: string): Moment => ({ month: month(månad), applied: firstDay(month(månad)) });

/** Om grunden gäller för månaden. */
export const gäller = (grund: Ground, månad: string): boolean => cited(grund, månadsläge(månad)).citation !== undefined;

/**
 * Lagrummet som text för månaden, med lydelsen.
 * @throws NotInForce när det inte gäller då
 */
export function lagrum(grund: Ground, moment: Moment): string {
  const { citation } = cited(grund, moment);
  if (citation === undefined) throw new NotInForce(grund.id, grund.id, moment);
  return citation.act === undefined ? citation.place : `${citation.place} (lydelse enligt ${citation.act})`;
}

/**
 * Lagens tal för månaden.
 * @throws NotInForce när det inte gäller något tal då
 */
export function lagtal(parameter: LawParameter<number>, månad: string): number {
  const moment = månadsläge(månad);
  const version = inForceAt(parameter.versions, moment);
  if (version === undefined) throw new NotInForce(parameter.id, parameter.label, moment);
  return version.value as number;
}
