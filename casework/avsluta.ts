import { type Ansökan, nästaStatus } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';

/** Closes a decided application when nothing more is to be done: the money is paid, or there was none to pay. */
export function avsluta(ansökan: Ansökan, nu: Tidpunkt): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  const status = nästaStatus(ansökan.status, 'avslutad');
  if (status === undefined)
    return refuse('fel-status', 'Bara en beslutad ansökan kan avslutas.', 'Besluta ansökan först.');
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: nu, version: ansökan.version + 1 },
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'ansokan-avslutad',
        tid: nu,
        text: `Ansökan för ${månadsnamn(ansökan.månad)} är klar.`,
        synlig: 'alla',
      },
    ],
  };
}
