import { beloppstext, type Öre } from './belopp.ts';
import type { Händelse } from './handelse.ts';
import { type Dag, dagIOrd, type Tidpunkt } from './tid.ts';
import {
  type Bankbesked,
  type Betalfil,
  nästaUtbetalningsstatus,
  type Rapportslag,
  type Utbetalning,
  ärBetalningsnyckel,
} from './utbetalning.ts';

/** One line of a bank's report, read but not yet matched. */
export interface Återrapportrad {
  /** The end-to-end identity, where the bank names one payment. */
  nyckel: string | undefined;
  /** The message identity of the file, where the bank names it. */
  meddelandeId: string | undefined;
  /** The identity of the batch within the file (`…-K` accounts, `…-G` giro), where the bank names it. */
  grupp: string | undefined;
  /** `mottagen`: the bank has it, which changes nothing. */
  besked: 'mottagen' | Bankbesked['besked'];
  belopp: Öre | undefined;
  valuta: string | undefined;
  dag: Dag | undefined;
  /** The bank's code and words, as they stand in its file. */
  kod: string | undefined;
  text: string | undefined;
}

/** A bank's report: a payment status report, a notification of debits and credits, or an account statement. */
export interface Återrapport {
  slag: Rapportslag;
  meddelandeId: string;
  rader: readonly Återrapportrad[];
}

export type Avvikelseslag =
  | 'okand-utbetalning'
  | 'okand-fil'
  | 'fel-belopp'
  | 'fel-valuta'
  | 'avvisad'
  | 'aterbetald'
  | 'ovantat-lage'
  | 'tva-ganger';

/** Something in a report that a person must look at. */
export interface Avvikelse {
  slag: Avvikelseslag;
  /** What the bank calls it: key, batch or file. */
  bankensNamn: string;
  utbetalning: string | undefined;
  väntat: Öre | undefined;
  rapporterat: Öre | undefined;
  kod: string | undefined;
  text: string | undefined;
}

/**
 * Matches a report with the payments by the identities they were sent with. What matches sets the status, with an event the
 * person sees; everything else is a difference, and nothing is guessed. Lines about other people's business on the account
 * are counted and left. The same line again changes nothing; another debit of the same payment is a difference.
 * @param läge.utbetalningar every payment that the lines name, by key, file or batch
 */
export function läsÅterrapport(
  rapport: Återrapport,
  läge: { utbetalningar: readonly Utbetalning[]; filer: readonly Betalfil[] },
  input: { rapportId: string; nu: Tidpunkt },
): { utbetalningar: Utbetalning[]; events: Händelse[]; avvikelser: Avvikelse[]; träffade: number; främmande: number } {
  const nuläge = new Map(läge.utbetalningar.map((u) => [u.nyckel, u]));
  const filer = new Map(läge.filer.map((f) => [f.meddelandeId, f]));
  const events: Händelse[] = [];
  const avvikelser: Avvikelse[] = [];
  let träffade = 0;
  let främmande = 0;
  const avvik = (slag: Avvikelseslag, rad: Återrapportrad, u?: Utbetalning, väntat = u?.belopp) =>
    avvikelser.push({
      slag,
      bankensNamn: rad.nyckel ?? rad.grupp ?? rad.meddelandeId ?? '',
      utbetalning: u?.id,
      väntat,
      rapporterat: rad.belopp,
      kod: rad.kod,
      text: rad.text,
    });

  const tillämpa = (rad: Återrapportrad, u: Utbetalning) => {
    träffade++;
    const { besked } = rad;
    if (besked === 'mottagen') {
      if (u.status === 'planerad' || u.status === 'lagd-i-fil') avvik('ovantat-lage', rad, u);
      return;
    }
    if (rad.valuta !== undefined && rad.valuta !== 'SEK') return void avvik('fel-valuta', rad, u);
    if (rad.belopp !== u.belopp && (rad.belopp !== undefined || besked !== 'avvisad'))
      return void avvik('fel-belopp', rad, u);
    const tidigare = u.bankbesked.filter((b) => b.besked === besked);
    if (tidigare.some((b) => b.slag === rapport.slag && b.rapport !== input.rapportId && besked !== 'avvisad'))
      return void avvik('tva-ganger', rad, u);
    if (tidigare.some((b) => b.rapport === input.rapportId)) {
      if (besked !== 'avvisad') avvik('tva-ganger', rad, u);
      return;
    }
    const status = u.status === besked ? u.status : nästaUtbetalningsstatus(u.status, besked);
    if (status === undefined) {
      if (besked === 'utbetald' && u.status === 'aterbetald' && !harBesked(u, 'utbetald')) {
        nuläge.set(u.nyckel, medBesked(u, u.status, rad, rapport.slag, input.rapportId));
        return;
      }
      return void avvik('ovantat-lage', rad, u);
    }
    nuläge.set(u.nyckel, medBesked(u, status, rad, rapport.slag, input.rapportId));
    if (status === u.status) return;
    events.push({
      ärende: u.ärende,
      ansökan: u.ansökan,
      typ: `utbetalning-${besked}`,
      tid: input.nu,
      text: beskedstext(u, rad),
      synlig: 'alla',
    });
    if (besked !== 'utbetald') avvik(besked, rad, u);
  };

  for (const rad of rapport.rader) {
    if (rad.nyckel !== undefined) {
      const u = nuläge.get(rad.nyckel);
      if (u) tillämpa(rad, u);
      else if (rapport.slag === 'pain.002' || ärBetalningsnyckel(rad.nyckel)) avvik('okand-utbetalning', rad);
      else främmande++;
      continue;
    }
    const fil = filer.get(rad.meddelandeId ?? rad.grupp?.replace(/-[KG]$/, '') ?? '');
    if (fil === undefined) {
      if (rapport.slag === 'pain.002') avvik('okand-fil', rad);
      else främmande++;
      continue;
    }
    const grupp = [...nuläge.values()].filter((u) => u.betalfil === fil.id && iGrupp(u, rad.grupp));
    if (rad.besked === 'mottagen') {
      träffade++;
      if (fil.status !== 'slappt') avvik('ovantat-lage', rad);
      continue;
    }
    const berörda = grupp.filter((u) => u.status === 'skickad' || u.status === rad.besked);
    const summa = berörda.reduce((sum, u) => sum + u.belopp, 0);
    if (rad.besked === 'aterbetald' || berörda.length === 0) avvik('ovantat-lage', rad, undefined, summa);
    else if (rad.besked === 'utbetald' && rad.belopp !== summa) avvik('fel-belopp', rad, undefined, summa);
    else for (const u of berörda) tillämpa({ ...rad, belopp: u.belopp }, u);
  }
  return {
    utbetalningar: läge.utbetalningar.flatMap((u) => {
      const ny = nuläge.get(u.nyckel)!;
      return ny === u ? [] : [{ ...ny, version: u.version + 1 }];
    }),
    events,
    avvikelser,
    träffade,
    främmande,
  };
}

function iGrupp(u: Utbetalning, grupp: string | undefined): boolean {
  if (grupp === undefined) return true;
  return grupp.endsWith('-G') ? u.giro !== undefined : u.giro === undefined;
}

function harBesked(u: Utbetalning, besked: Bankbesked['besked']): boolean {
  return u.bankbesked.some((b) => b.besked === besked);
}

function medBesked(
  u: Utbetalning,
  status: Utbetalning['status'],
  rad: Återrapportrad,
  slag: Rapportslag,
  rapport: string,
): Utbetalning {
  const besked: Bankbesked = {
    besked: rad.besked as Bankbesked['besked'],
    rapport,
    slag,
    dag: rad.dag ?? null,
    kod: rad.kod ?? null,
    text: rad.text ?? null,
  };
  return { ...u, status, bankbesked: [...u.bankbesked, besked] };
}

function beskedstext(u: Utbetalning, rad: Återrapportrad): string {
  const belopp = beloppstext(u.belopp);
  const till = u.giro ? `till ${u.giro.namn}` : 'till ditt konto';
  if (rad.besked === 'utbetald')
    return rad.dag ? `${belopp} är utbetalt ${till} ${dagIOrd(rad.dag)}.` : `${belopp} är utbetalt ${till}.`;
  if (rad.besked === 'avvisad')
    return `Banken kunde inte betala ut ${belopp} ${till}. Vi hör av oss om hur du får pengarna.`;
  return `${belopp} ${till} kom tillbaka till oss. Vi hör av oss om hur du får pengarna.`;
}
