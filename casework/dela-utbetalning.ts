import { beloppstext, type Öre } from './belopp.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';
import {
  betalningsnyckel,
  type Delningsgrund,
  FLEST_UTBETALNINGAR,
  type Giromottagare,
  type Utbetalning,
} from './utbetalning.ts';

/**
 * Pays a part of a planned payment, or all of it, to somebody who sent an invoice. Amounts never change: the planned payment is
 * stopped, and what takes its place comes to exactly as much, the part to the invoice and the rest to the account, each with a
 * key of its own. Refused without a reason: what the person has wished, consented to, or another ground.
 */
export function delaUtbetalning(
  läge: { utbetalning: Utbetalning; utbetalningar: readonly Utbetalning[] },
  input: {
    /** Of the part and of the rest. */
    ider: readonly [string, string];
    belopp: Öre;
    giro: Giromottagare;
    grund: Pick<Delningsgrund, 'slag' | 'text'>;
    av: string;
    nu: Tidpunkt;
  },
): ActResult<{ utbetalning: Utbetalning; delar: Utbetalning[]; events: Händelse[] }> {
  const { utbetalning } = läge;
  if (utbetalning.status !== 'planerad')
    return refuse(
      'fel-status',
      `Utbetalningen är ${utbetalning.status} och kan inte delas.`,
      'Bara en planerad utbetalning kan delas.',
    );
  if (utbetalning.giro !== undefined)
    return refuse('redan-giro', 'Utbetalningen går redan till en faktura.', 'Dela utbetalningen till personens konto.');
  const text = input.grund.text.trim();
  if (text === '')
    return refuse('grund-saknas', 'Grunden saknas.', 'Skriv vad personen har önskat eller samtyckt till, och när.', [
      { fält: 'grund', text: 'Skriv vad personen har önskat eller samtyckt till, och när.' },
    ]);
  if (!Number.isSafeInteger(input.belopp) || input.belopp <= 0 || input.belopp > utbetalning.belopp)
    return refuse('fel-belopp', 'Beloppet är inte en del av utbetalningen.', 'Skriv ett belopp inom utbetalningen.', [
      { fält: 'belopp', text: `Skriv ett belopp mellan 1 öre och ${beloppstext(utbetalning.belopp)}.` },
    ]);
  const nummer = Math.max(...läge.utbetalningar.map((u) => u.nummer), utbetalning.nummer) + 1;
  if (nummer + 1 > FLEST_UTBETALNINGAR)
    return refuse(
      'for-manga',
      `Beslutet har redan ${nummer - 1} utbetalningar.`,
      'Betala på annat sätt och anteckna det i ärendet.',
    );
  const ny = (i: 0 | 1, own: Pick<Utbetalning, 'belopp' | 'giro' | 'grund'>): Utbetalning => ({
    ...utbetalning,
    ...own,
    id: input.ider[i],
    nummer: nummer + i,
    nyckel: betalningsnyckel(utbetalning.beslut, nummer + i),
    ersätter: utbetalning.id,
    planerad: input.nu,
    version: 1,
  });
  const grund: Delningsgrund = { slag: input.grund.slag, text, av: input.av, tid: input.nu };
  const rest = utbetalning.belopp - input.belopp;
  return {
    ok: true,
    utbetalning: {
      ...utbetalning,
      status: 'stoppad',
      stopp: { av: input.av, tid: input.nu, skal: `Delad: ${beloppstext(input.belopp)} till ${input.giro.namn}.` },
      version: utbetalning.version + 1,
    },
    delar: [
      ny(0, { belopp: input.belopp, giro: input.giro, grund }),
      ...(rest > 0 ? [ny(1, { belopp: rest, giro: undefined, grund: undefined })] : []),
    ],
    events: [
      {
        ärende: utbetalning.ärende,
        ansökan: utbetalning.ansökan,
        typ: 'utbetalning-delad',
        tid: input.nu,
        text:
          rest > 0
            ? `${beloppstext(input.belopp)} betalas till ${input.giro.namn}. Till ditt konto kommer ${beloppstext(rest)}.`
            : `Hela beloppet, ${beloppstext(input.belopp)}, betalas till ${input.giro.namn}.`,
        synlig: 'alla',
      },
    ],
  };
}
