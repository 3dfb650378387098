import { beräknaSnabbt, läsUnderlag, NotInForce } from '@stegvis/rules';

/** The last moment for which the demo's months have a decided riksnorm: where the demo stays once time has passed it. */
const SENASTE_MÖJLIGA = '2026-11-24T08:00:00.000Z';

/**
 * The demo's clock. It is the real time while the month after next has a decided riksnorm, and otherwise runs from a fixed day, so
 * that the demo can be used while an ordinance is awaited.
 * @param fast an instant to run from, for tests; ISO 8601
 */
export function demoklocka(fast: string | undefined): { nu: () => Date; flyttad: boolean } {
  const started = Date.now();
  const from = fast ?? (räknas(new Date()) ? undefined : SENASTE_MÖJLIGA);
  if (from === undefined) return { nu: () => new Date(), flyttad: false };
  return { nu: () => new Date(Date.parse(from) + (Date.now() - started)), flyttad: true };
}

function räknas(now: Date): boolean {
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString();
  const underlag = läsUnderlag({
    manad: next.slice(0, 7),
    inkommen: now.toISOString().slice(0, 10),
    vuxna: [{ id: 'v', fodd: '1990-01-01' }],
  });
  if (!underlag.ok) return false;
  try {
    beräknaSnabbt(underlag.underlag);
    return true;
  } catch (error) {
    if (error instanceof NotInForce) return false;
    throw error;
  }
}
