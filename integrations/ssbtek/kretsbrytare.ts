import type { Tidpunkt } from '@stegvis/casework';

/** Closed: calls go through. Open: nobody is asked until the rest is over. Tried: one call is out to see whether it works again. */
export type Kretsläge = 'sluten' | 'oppen' | 'provas';

/** One circuit as it is: a system or one authority behind it. Nothing personal. */
export interface Krets {
  namn: string;
  läge: Kretsläge;
  /** Faults in a row. */
  fel: number;
  /** Since when it is not closed. */
  sedan?: Tidpunkt;
}

/** Keeps from asking what does not answer. Shared by everything in the process that asks. */
export interface Kretsbrytare {
  /** Whether to ask now. When the rest is over, one caller is let through; the others wait for what comes of it. */
  släpp(namn: string): boolean;
  lyckades(namn: string): void;
  misslyckades(namn: string): void;
  /** Every circuit that has been used, by name. */
  läge(): Krets[];
}

interface Tillstånd {
  fel: number;
  läge: Kretsläge;
  /** Milliseconds of rest, doubled at every failed trial. */
  vila: number;
  /** When the rest, or the wait for a trial whose outcome never came, is over. */
  till: number;
  sedan: number;
}

/**
 * A circuit opens after `efterFel` faults in a row and rests for `vilaMs`, twice as long after every failed trial, at most
 * `längstMs`. `vidÄndring` is told when a circuit opens and when it closes again.
 */
export function skapaKretsbrytare(val: {
  nu: () => Date;
  efterFel?: number;
  vilaMs?: number;
  längstMs?: number;
  vidÄndring?: (krets: Krets) => void;
}): Kretsbrytare {
  const { efterFel = 5, vilaMs = 30_000, längstMs = 600_000 } = val;
  const kretsar = new Map<string, Tillstånd>();
  const nu = () => val.nu().getTime();
  const hämta = (namn: string): Tillstånd => {
    const känd = kretsar.get(namn);
    if (känd) return känd;
    const ny: Tillstånd = { fel: 0, läge: 'sluten', vila: vilaMs, till: 0, sedan: 0 };
    kretsar.set(namn, ny);
    return ny;
  };
  const bild = (namn: string, { fel, läge, sedan }: Tillstånd): Krets =>
    läge === 'sluten' ? { namn, läge, fel } : { namn, läge, fel, sedan: new Date(sedan).toISOString() };

  return {
    släpp: (namn) => {
      const krets = hämta(namn);
      if (krets.läge === 'sluten') return true;
      if (nu() < krets.till) return false;
      krets.läge = 'provas';
      krets.till = nu() + krets.vila;
      return true;
    },
    lyckades: (namn) => {
      const krets = hämta(namn);
      const varBruten = krets.läge !== 'sluten';
      kretsar.set(namn, { fel: 0, läge: 'sluten', vila: vilaMs, till: 0, sedan: 0 });
      if (varBruten) val.vidÄndring?.(bild(namn, hämta(namn)));
    },
    misslyckades: (namn) => {
      const krets = hämta(namn);
      krets.fel++;
      if (krets.läge === 'oppen' || (krets.läge === 'sluten' && krets.fel < efterFel)) return;
      if (krets.läge === 'provas') krets.vila = Math.min(krets.vila * 2, längstMs);
      else krets.sedan = nu();
      const öppnades = krets.läge === 'sluten';
      krets.läge = 'oppen';
      krets.till = nu() + krets.vila;
      if (öppnades) val.vidÄndring?.(bild(namn, krets));
    },
    läge: () => [...kretsar].map(([namn, krets]) => bild(namn, krets)).sort((a, b) => (a.namn < b.namn ? -1 : 1)),
  };
}
