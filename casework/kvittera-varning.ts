import { createHash } from 'node:crypto';
import type { Ansökan } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { STOPPORSAKER, type Stoppkod, type Stopporsak } from './stopporsak.ts';
import type { Tidpunkt } from './tid.ts';

/** Something a person must have looked at before deciding. */
export interface Varning {
  /** Follows from what the warning says: when the facts change it is another warning, to be looked at anew. */
  id: string;
  kod: string;
  text: string;
  betyder: string | undefined;
  gör: string | undefined;
}

/** That a caseworker has looked at a warning. Never taken back. */
export interface Kvittens {
  ansökan: string;
  varning: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/**
 * Stop reasons that a row, a register, the hearing or the outcome itself must answer, or that say how the case is handled and nothing about
 * it: looking at them settles nothing.
 */
const AVGÖRS_PÅ_ANNAT_SÄTT: readonly Stoppkod[] = [
  'skyddade-uppgifter',
  'akut-behov',
  'tillagg',
  'okand-inkomst',
  'tillgang',
  'register-svarar-inte',
  'kostnad-inte-godkand',
  'bistand-under-egna-uppgifter',
  'ej-i-kraft',
  'inte-helt-bifall',
  'over-beloppsgransen',
  'utvald-for-granskning',
  'automatik-inte-tillaten',
  'automatik-avstangd',
  'skugglage',
];

/**
 * What must be acknowledged before a decision: every stop reason that a person is to weigh, and every warning of the
 * calculation. Those that a row or an answer settles are left out; they stop the decision in their own way.
 */
export function varningarAttKvittera(
  stopp: readonly Stopporsak[],
  beräkningens: readonly { readonly kod: string; readonly text: string }[],
): Varning[] {
  return [
    ...stopp
      .filter((s) => !AVGÖRS_PÅ_ANNAT_SÄTT.includes(s.kod))
      .map(({ kod, detalj }) => {
        const { namn, betyder, gör } = STOPPORSAKER[kod];
        return { id: varningsid(kod, detalj ?? ''), kod, text: detalj ? `${namn}: ${detalj}` : namn, betyder, gör };
      }),
    ...beräkningens.map(({ kod, text }) => ({
      id: varningsid(kod, text),
      kod,
      text,
      betyder: undefined,
      gör: undefined,
    })),
  ];
}

/** The warnings that nobody has acknowledged. */
export function okvitterade(varningar: readonly Varning[], kvittenser: readonly Kvittens[]): Varning[] {
  return varningar.filter((v) => !kvittenser.some((k) => k.varning === v.id));
}

/** A caseworker has looked at one or more warnings. Those that are acknowledged already are left as they are. */
export function kvitteraVarningar(
  läge: { ansökan: Ansökan; varningar: readonly Varning[]; kvittenser: readonly Kvittens[] },
  input: { varningar: readonly string[]; av: { id: string; namn: string }; nu: Tidpunkt },
): ActResult<{ kvittenser: Kvittens[]; events: Händelse[] }> {
  const { ansökan } = läge;
  if (ansökan.status !== 'utreds' && ansökan.status !== 'inkommen')
    return refuse(
      'fel-status',
      `Ansökan är ${ansökan.status}.`,
      'Varningar kvitteras medan ansökan utreds, före beslutet.',
    );
  const okänd = input.varningar.find((id) => !läge.varningar.some((v) => v.id === id));
  if (okänd !== undefined)
    return refuse(
      'varningen-andrad',
      'En varning har ändrats sedan du läste den.',
      'Läs de nya varningarna och kvittera dem.',
    );
  const nya = okvitterade(läge.varningar, läge.kvittenser).filter((v) => input.varningar.includes(v.id));
  return {
    ok: true,
    kvittenser: nya.map((v) => ({ ansökan: ansökan.id, varning: v.id, av: input.av, tid: input.nu })),
    events: nya.map((v) => ({
      ärende: ansökan.ärende,
      ansökan: ansökan.id,
      typ: 'varning-kvitterad',
      tid: input.nu,
      text: `${input.av.namn} har tagit ställning till: ${v.text}.`.replace('..', '.'),
      synlig: 'handlaggare',
    })),
  };
}

/** Refuses a decision while a warning is left that nobody has acknowledged; undefined when none is. */
export function vägraOkvitterade(varningar: readonly Varning[], kvittenser: readonly Kvittens[]) {
  const kvar = okvitterade(varningar, kvittenser);
  if (kvar.length === 0) return undefined;
  return refuse(
    'varning-inte-kvitterad',
    kvar.length === 1 ? 'En varning är inte kvitterad.' : `${kvar.length} varningar är inte kvitterade.`,
    'Läs varningarna, kryssa i att du har tagit ställning och besluta igen.',
    kvar.map((v) => ({ fält: `skal-${v.id}-ok`, text: `Ta ställning till: ${v.text}` })),
  );
}

function varningsid(kod: string, detalj: string): string {
  return `${kod}-${createHash('sha256').update(detalj).digest('hex').slice(0, 12)}`;
}
