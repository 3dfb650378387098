import { beloppstext } from './belopp.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';
import { nästaUtbetalningsstatus, type Utbetalning } from './utbetalning.ts';

/**
 * Stops a payment. A planned one is stopped. One that has gone to the bank stays sent, with a note that the bank is to be asked
 * to call it back: whether it comes back is for the bank's report to say. Refused without a reason, and in a file that waits.
 */
export function stoppaUtbetalning(
  utbetalning: Utbetalning,
  input: { av: string; skäl: string; nu: Tidpunkt },
): ActResult<{ utbetalning: Utbetalning; events: Händelse[] }> {
  const skal = input.skäl.trim();
  if (skal === '')
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför utbetalningen ska stoppas.', [
      { fält: 'skal', text: 'Skriv varför utbetalningen ska stoppas.' },
    ]);
  const åtgärd = { av: input.av, tid: input.nu, skal };
  const { status } = utbetalning;
  if (status === 'skickad' && utbetalning.återkallelse === undefined)
    return {
      ok: true,
      utbetalning: { ...utbetalning, återkallelse: åtgärd, version: utbetalning.version + 1 },
      events: [
        event(utbetalning, 'utbetalning-aterkallas', input.nu, `Banken ombeds återkalla utbetalningen: ${skal}`, false),
      ],
    };
  const next = nästaUtbetalningsstatus(status, 'stoppad');
  if (next === undefined)
    return refuse(
      'kan-inte-stoppas',
      status === 'skickad' ? 'Banken är redan ombedd att återkalla utbetalningen.' : `Utbetalningen är ${status}.`,
      status === 'lagd-i-fil'
        ? 'Makulera filen som den ligger i, och stoppa sedan utbetalningen.'
        : 'Bara en planerad eller skickad utbetalning kan stoppas, och bara en gång.',
    );
  return {
    ok: true,
    utbetalning: { ...utbetalning, status: next, stopp: åtgärd, version: utbetalning.version + 1 },
    events: [
      event(
        utbetalning,
        'utbetalning-stoppad',
        input.nu,
        `Utbetalningen på ${beloppstext(utbetalning.belopp)} är stoppad. Vi hör av oss.`,
        true,
      ),
    ],
  };
}

function event(u: Utbetalning, typ: Händelse['typ'], tid: Tidpunkt, text: string, alla: boolean): Händelse {
  return { ärende: u.ärende, ansökan: u.ansökan, typ, tid, text, synlig: alla ? 'alla' : 'handlaggare' };
}
