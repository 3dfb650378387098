/** Where a long piece of work is: nothing of it is kept before it is `klar`. */
export const KÖRNINGSLÄGEN = ['vantar', 'kor', 'klar', 'avbruten', 'fel'] as const;
export type Körningsläge = (typeof KÖRNINGSLÄGEN)[number];

/** A long piece of work somebody has started: never with personal data among its parameters. */
export interface Körning {
  readonly id: string;
  /** The kind of work, as it is registered in the server. */
  readonly slag: string;
  /** What it is, in words for those who look at it. */
  readonly rubrik: string;
  /** What it was started with, JSON with ASCII keys. */
  readonly parametrar: unknown;
  readonly status: Körningsläge;
  /** How many of `totalt` are done; both 0 before it is known. */
  readonly klart: number;
  readonly totalt: number;
  /** What it is doing now, in words. */
  readonly moment: string;
  /** What came of it, JSON with ASCII keys, when it is `klar`. */
  readonly resultat: unknown;
  /** A sentence in Swedish when it is `fel`. */
  readonly felord: string | undefined;
  readonly startadAv: { readonly id: string; readonly namn: string };
  /** Instants, ISO 8601. */
  readonly startad: string;
  readonly slutad: string | undefined;
}

/** The share that is done, 0–1. */
export function andelKlart({ status, klart, totalt }: Pick<Körning, 'status' | 'klart' | 'totalt'>): number {
  if (status === 'klar') return 1;
  return totalt > 0 ? Math.min(1, klart / totalt) : 0;
}

/** If something can still become of it. */
export function pågår({ status }: Pick<Körning, 'status'>): boolean {
  return status === 'vantar' || status === 'kor';
}
