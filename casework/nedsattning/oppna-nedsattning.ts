import type { PersonId } from '../person.ts';
import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Händelseunderlag, type Händelseval, prövaHändelse } from './mojliga-handelser.ts';
import type { Bedömare, Nedsättningshändelse, Nedsättningsärende } from './nedsattningsarende.ts';
import { nedsättningPågår } from './nedsattningsarende.ts';

/** A caseworker opens a matter about one or more days of absence, or a declined referral. One at a time for each person. */
export function öppnaNedsättning(
  underlag: Händelseunderlag,
  input: { id: string; person: PersonId; händelser: readonly Händelseval[]; av: Bedömare; nu: Tidpunkt },
): ActResult<{ ärende: Nedsättningsärende }> {
  if (underlag.ärenden.some((ä) => ä.person === input.person && nedsättningPågår(ä)))
    return refuse(
      'redan-oppet',
      'Det finns redan ett öppet ärende om nedsättning för personen.',
      'Avsluta det först. Flera dagar kan prövas i samma ärende om de väljs när det öppnas.',
    );
  if (input.händelser.length === 0)
    return refuse('inget-valt', 'Ingen händelse är vald.', 'Välj minst en dag eller en anvisning.', [
      { fält: 'handelse', text: 'Välj minst en dag.' },
    ]);
  const händelser: Nedsättningshändelse[] = [];
  for (const val of input.händelser) {
    const prövad = prövaHändelse(underlag, val);
    if (!prövad.ok) return prövad;
    if (!händelser.some((h) => h.id === prövad.händelse.id)) händelser.push(prövad.händelse);
  }
  return {
    ok: true,
    ärende: {
      id: input.id,
      person: input.person,
      status: 'utreds',
      händelser: händelser.sort((a, b) => (a.dag < b.dag ? -1 : 1)),
      särskildaSkäl: undefined,
      barnperspektiv: undefined,
      avsett: undefined,
      underrättelse: undefined,
      beslut: undefined,
      avslut: undefined,
      öppnat: { av: input.av, tid: input.nu },
      version: 1,
    },
  };
}
