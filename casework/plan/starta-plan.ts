import type { PersonId } from '../person.ts';
import { type ActResult, refuse } from '../refusal.ts';
import { dagFör, flyttaMånad, type Tidpunkt } from '../tid.ts';
import { type Genomförandeplan, gällandePlan, öppenPlan } from './genomforandeplan.ts';

/** How long a new plan is meant for until somebody says otherwise, in months. */
const MÅNADER = 6;

/**
 * Starts a version: the first from day one, for everybody, and each later one with what the version before it said. Refused while one is
 * being written or waits for the person's answer.
 */
export function startaPlan(
  planer: readonly Genomförandeplan[],
  input: { id: string; person: PersonId; av: string; nu: Tidpunkt },
): ActResult<{ plan: Genomförandeplan }> {
  const öppen = öppenPlan(planer);
  if (öppen)
    return refuse(
      'redan-oppen',
      öppen.status === 'utkast'
        ? 'Det finns redan ett utkast till plan.'
        : 'Den senaste planen väntar på personens svar.',
      öppen.status === 'utkast' ? 'Fortsätt i utkastet.' : 'Vänta på svaret, eller ta tillbaka planen och ändra i den.',
    );
  const idag = dagFör(input.nu);
  const förra = gällandePlan(planer);
  const slutar = förra !== undefined && förra.till > idag ? förra.till : `${flyttaMånad(idag.slice(0, 7), MÅNADER)}-28`;
  return {
    ok: true,
    plan: {
      id: input.id,
      person: input.person,
      nummer: Math.max(0, ...planer.map((p) => p.nummer)) + 1,
      status: 'utkast',
      mål: förra?.mål ?? [],
      poster: (förra?.poster ?? [])
        .filter((p) => p.till >= idag)
        .map((p) => ({ ...p, från: [p.från, idag].sort().at(-1)! })),
      jobbsökartimmar: förra?.jobbsökartimmar ?? 0,
      uppehåll: (förra?.uppehåll ?? []).filter((u) => u.från >= idag),
      nästaUppföljning: undefined,
      från: idag,
      till: slutar,
      skapad: input.nu,
      skapadAv: input.av,
      lämnad: undefined,
      svar: undefined,
      synpunkt: undefined,
      avslutad: undefined,
      version: 1,
    },
  };
}
