import type { Händelse } from './handelse.ts';
import { type Komplettering, nästaKompletteringsstatus } from './komplettering.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** A caseworker takes back a request that is no longer needed; the clock goes on. */
export function återkallaKomplettering(
  komplettering: Komplettering,
  input: { nu: Tidpunkt },
): ActResult<{ komplettering: Komplettering; events: Händelse[] }> {
  const status = nästaKompletteringsstatus(komplettering.status, 'aterkallad');
  if (status === undefined) return refuse('fel-status', 'Begäran är redan besvarad eller återkallad.', 'Läs om sidan.');
  return {
    ok: true,
    komplettering: { ...komplettering, status, avslutad: input.nu, version: komplettering.version + 1 },
    events: [
      {
        ärende: komplettering.ärende,
        ansökan: komplettering.ansökan,
        typ: 'komplettering-aterkallad',
        tid: input.nu,
        text: 'Du behöver inte längre lämna det vi bad om.',
        synlig: { person: komplettering.person },
      },
    ],
  };
}
