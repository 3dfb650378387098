import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Dag, Tidpunkt } from './tid.ts';
import { type Betalfil, type Betalfilsformat, nästaUtbetalningsstatus, type Utbetalning } from './utbetalning.ts';

/**
 * Puts planned payments in one payment file. The content is decided here, before anything is written: a file that must be
 * written again has the same payments, the same identities and the same sum. Refused for an empty file, for a payment that is
 * not planned, and for the same payment twice.
 * @param input.utbetalningsdag the bank day of the file where the planned day has passed; left out: the planned days stay
 */
export function läggIFil(input: {
  id: string;
  meddelandeId: string;
  utbetalningar: readonly Utbetalning[];
  format?: Betalfilsformat;
  utbetalningsdag?: Dag;
  av: string;
  nu: Tidpunkt;
}): ActResult<{ betalfil: Betalfil; utbetalningar: Utbetalning[]; events: Händelse[] }> {
  const { utbetalningar } = input;
  if (utbetalningar.length === 0)
    return refuse('tom-fil', 'Det finns inga planerade utbetalningar.', 'Vänta tills ett beslut ger en utbetalning.');
  const felaktig = utbetalningar.find(
    (u) => nästaUtbetalningsstatus(u.status, 'lagd-i-fil') === undefined || u.betalfil !== undefined,
  );
  if (felaktig)
    return refuse(
      'redan-i-fil',
      `Utbetalning ${felaktig.nyckel} är redan ${felaktig.status} och kan inte läggas i en ny fil.`,
      'Ta bara med planerade utbetalningar.',
    );
  if (new Set(utbetalningar.map((u) => u.nyckel)).size !== utbetalningar.length) {
    return refuse(
      'samma-utbetalning-tva-ganger',
      'Samma utbetalning är vald två gånger.',
      'Ta med varje utbetalning en gång.',
    );
  }
  const betalfil: Betalfil = {
    id: input.id,
    meddelandeId: input.meddelandeId,
    skapad: input.nu,
    skapadAv: input.av,
    antal: utbetalningar.length,
    summa: utbetalningar.reduce((sum, u) => sum + u.belopp, 0),
    format: input.format ?? 'pain.001.001.03',
    status: 'skapad',
    sha256: undefined,
    släppt: undefined,
    makulerad: undefined,
    leverans: undefined,
    innehåll: undefined,
  };
  return {
    ok: true,
    betalfil,
    utbetalningar: utbetalningar.map((u) => ({
      ...u,
      status: 'lagd-i-fil',
      betalfil: input.id,
      utbetalningsdag: input.utbetalningsdag ?? u.utbetalningsdag,
      version: u.version + 1,
    })),
    events: utbetalningar.map((u) => ({
      ärende: u.ärende,
      ansökan: u.ansökan,
      typ: 'utbetalning-lagd-i-fil',
      tid: input.nu,
      text: `Utbetalningen är lagd i betalfil ${input.meddelandeId}. Den väntar på att en andra person släpper filen.`,
      synlig: 'handlaggare',
    })),
  };
}
