import { type Anvisning, type Anvisningsutfall, ärÖppen } from '../insats/anvisning.ts';
import { avslutaAnvisning, återkallaAnvisning } from '../insats/anvisningens-gang.ts';
import { avslutaPlan } from '../plan/avsluta-plan.ts';
import type { Genomförandeplan } from '../plan/genomforandeplan.ts';
import { type ActResult, refuse } from '../refusal.ts';
import { dagFör } from '../tid.ts';
import { AVSLUTSORSAKER, type Avslut, type Avslutsorsak } from './avslut.ts';

/** What came of an activity that goes on when the way ends. */
const UTFALL: Readonly<Partial<Record<Avslutsorsak, Anvisningsutfall>>> = {
  arbete: 'arbete',
  'arbete-med-stod': 'arbete',
  studier: 'studier',
};

/** The versions of plans that hold or wait for an answer: an exit ends them. */
export function öppnaPlaner(planer: readonly Genomförandeplan[]): Genomförandeplan[] {
  return planer.filter(({ status }) => status === 'lamnad' || status === 'overenskommen' || status === 'oense');
}

/** The exit's reason as it is written on what ends with it. */
export function avslutsskälet({ skäl, till }: Pick<Avslut, 'skäl' | 'till'>): string {
  return `Vägen är avslutad. Skäl: ${AVSLUTSORSAKER[skäl].toLowerCase()}${till === '' ? '' : `, ${till}`}.`;
}

/** Ends a plan with the exit and its reason. */
export function avslutaPlanMedVägen(
  plan: Genomförandeplan,
  avslut: Avslut,
  händelse: string,
): ReturnType<typeof avslutaPlan> {
  return avslutaPlan(plan, { händelse, skäl: avslutsskälet(avslut), av: avslut.av, nu: avslut.tid });
}

/**
 * Ends a referral with the exit: what goes on ends on the day of the exit, today at the latest, with what it led to; what has not begun
 * is taken back with the exit's reason. The caller holds the activity locked.
 */
export function avslutaAnvisningMedVägen(anvisning: Anvisning, avslut: Avslut): ActResult<{ anvisning: Anvisning }> {
  if (!ärÖppen(anvisning)) return refuse('fel-lage', 'Anvisningen är redan avslutad.', 'Läs om sidan.');
  const text = avslutsskälet(avslut);
  if (anvisning.status !== 'pagar') return återkallaAnvisning(anvisning, { skäl: text, av: avslut.av, nu: avslut.tid });
  const senast = [avslut.dag, dagFör(avslut.tid), anvisning.till].sort()[0]!;
  return avslutaAnvisning(anvisning, {
    dag: [senast, anvisning.från].sort().at(-1)!,
    utfall: UTFALL[avslut.skäl] ?? 'avbruten-annat',
    text,
    av: avslut.av,
    nu: avslut.tid,
  });
}
