import type { Ansökan } from './ansokan.ts';
import { beloppstext } from './belopp.ts';
import type { Beslut } from './beslut.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { type Dag, dagIOrd, type Tidpunkt } from './tid.ts';
import type { Kontouppgift } from './uppgifter.ts';
import { betalningsnyckel, type Utbetalning } from './utbetalning.ts';

/**
 * Plans the payment of a decision; a part of it may later be paid to somebody else (`delaUtbetalning`). The key follows from the decision, so that a repeated attempt is the same payment.
 * Refused when nothing is to be paid or no account is stated.
 */
export function planeraUtbetalning(input: {
  id: string;
  beslut: Beslut;
  ansökan: Ansökan;
  utbetalningsdag: Dag;
  /** The account that counts now; left out: the application's. */
  konto?: Kontouppgift | undefined;
  nu: Tidpunkt;
}): ActResult<{ utbetalning: Utbetalning; events: Händelse[] }> {
  const { beslut, ansökan } = input;
  if (beslut.ansökan !== ansökan.id)
    return refuse('fel-ansokan', 'Beslutet gäller en annan ansökan.', 'Välj beslutets egen ansökan.');
  if (beslut.belopp <= 0)
    return refuse('inget-att-betala', 'Beslutet ger inget att betala ut.', 'Skicka beslutet utan utbetalning.');
  const konto = input.konto ?? ansökan.uppgifter.konto;
  if (konto === undefined)
    return refuse('konto-saknas', 'Det finns inget konto att betala till.', 'Be den sökande om ett konto.');
  return {
    ok: true,
    utbetalning: {
      id: input.id,
      beslut: beslut.id,
      ansökan: ansökan.id,
      ärende: ansökan.ärende,
      mottagare: konto.innehavare,
      konto,
      giro: undefined,
      grund: undefined,
      belopp: beslut.belopp,
      utbetalningsdag: input.utbetalningsdag,
      nummer: 1,
      nyckel: betalningsnyckel(beslut.id),
      status: 'planerad',
      betalfil: undefined,
      ersätter: undefined,
      stopp: undefined,
      återkallelse: undefined,
      bankbesked: [],
      planerad: input.nu,
      version: 1,
    },
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'utbetalning-planerad',
        tid: input.nu,
        text: `${beloppstext(beslut.belopp)} betalas ut ${dagIOrd(input.utbetalningsdag)} till kontot som slutar på ${konto.nummer.slice(-3)}.`,
        synlig: 'alla',
      },
    ],
  };
}
