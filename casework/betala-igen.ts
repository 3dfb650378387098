import { beloppstext } from './belopp.ts';
import type { Beslut } from './beslut.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { type Dag, dagIOrd, type Tidpunkt } from './tid.ts';
import type { Kontouppgift } from './uppgifter.ts';
import {
  betalningsmål,
  betalningsnyckel,
  FLEST_UTBETALNINGAR,
  räknasMotBeslutet,
  summaMotBeslutet,
  type Utbetalning,
} from './utbetalning.ts';

/**
 * Pays what was rejected, stopped or came back: a new payment with its own key, of the same decision. The one it is paid instead
 * of keeps its key and its status. Refused while that one may still arrive, when it has been paid again already, and when the
 * payments of the decision would come to more than was decided.
 */
export function betalaIgen(
  läge: { beslut: Beslut; utbetalningar: readonly Utbetalning[]; ersätter: string },
  input: { id: string; konto: Kontouppgift; utbetalningsdag: Dag; nu: Tidpunkt },
): ActResult<{ utbetalning: Utbetalning; events: Händelse[] }> {
  const { beslut, utbetalningar } = läge;
  const förra = utbetalningar.find((u) => u.id === läge.ersätter && u.beslut === beslut.id);
  if (förra === undefined)
    return refuse('fel-beslut', 'Utbetalningen hör inte till beslutet.', 'Välj en av beslutets egna utbetalningar.');
  if (räknasMotBeslutet(förra))
    return refuse(
      'kan-komma-fram',
      `Utbetalningen är ${förra.status} och kan komma fram.`,
      'Betala igen när banken har avvisat den eller pengarna har kommit tillbaka, eller stoppa den först.',
    );
  if (utbetalningar.some((u) => u.ersätter === förra.id && räknasMotBeslutet(u)))
    return refuse('redan-betald-igen', 'Utbetalningen är redan betald igen.', 'Se den nya utbetalningen.');
  if (summaMotBeslutet(utbetalningar) + förra.belopp > beslut.belopp)
    return refuse(
      'mer-an-beslutat',
      `Beslutets utbetalningar blir mer än ${beloppstext(beslut.belopp)}.`,
      'Stoppa en annan utbetalning av beslutet först.',
    );
  const nummer = Math.max(...utbetalningar.map((u) => u.nummer)) + 1;
  if (nummer > FLEST_UTBETALNINGAR)
    return refuse(
      'for-manga',
      `Beslutet har redan ${FLEST_UTBETALNINGAR} utbetalningar.`,
      'Betala på annat sätt och anteckna det i ärendet.',
    );
  const utbetalning: Utbetalning = {
    ...förra,
    id: input.id,
    konto: input.konto,
    utbetalningsdag: input.utbetalningsdag,
    nummer,
    nyckel: betalningsnyckel(beslut.id, nummer),
    status: 'planerad',
    betalfil: undefined,
    ersätter: förra.id,
    stopp: undefined,
    återkallelse: undefined,
    bankbesked: [],
    planerad: input.nu,
    version: 1,
  };
  return {
    ok: true,
    utbetalning,
    events: [
      {
        ärende: förra.ärende,
        ansökan: förra.ansökan,
        typ: 'utbetalning-planerad',
        tid: input.nu,
        text: `${beloppstext(förra.belopp)} betalas ut på nytt ${dagIOrd(input.utbetalningsdag)} till ${betalningsmål(utbetalning)}.`,
        synlig: 'alla',
      },
    ],
  };
}
