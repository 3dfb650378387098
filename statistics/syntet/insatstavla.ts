import type { Insatsmånad } from '../fakta.ts';
import { månadAv } from './manad.ts';
import { SYNTETINSATSER } from './risker.ts';

interface Månadsrad {
  upptagna: number;
  iKö: number;
  börjat: number;
  ködagar: number;
}

/** Counts the activities' months while lives are made; places are what the busiest month of the year needed. */
export class Insatstavla {
  readonly #rader = new Map<string, Månadsrad>();
  readonly #från: number;
  readonly #till: number;

  constructor(från: number, till: number) {
    this.#från = från;
    this.#till = till;
  }

  #rad(namn: string, m: number): Månadsrad {
    const nyckel = `${namn} ${m}`;
    let rad = this.#rader.get(nyckel);
    if (rad === undefined) {
      rad = { upptagna: 0, iKö: 0, börjat: 0, ködagar: 0 };
      if (m >= this.#från && m <= this.#till) this.#rader.set(nyckel, rad);
    }
    return rad;
  }

  /** Somebody begins in the month after so many days in the queue. */
  börjar(namn: string, m: number, ködagar: number): void {
    const rad = this.#rad(namn, m);
    rad.börjat += 1;
    rad.ködagar += ködagar;
    for (let i = 1; i <= Math.floor(ködagar / 30 + 0.5); i++) this.#rad(namn, m - i).iKö += 1;
  }

  deltar(namn: string, m: number): void {
    this.#rad(namn, m).upptagna += 1;
  }

  /** A row for each activity and month. */
  *månader(): Generator<Insatsmånad> {
    for (const insats of SYNTETINSATSER) {
      const rad = (m: number) => this.#rad(insats.namn, m);
      for (let m = this.#från; m <= this.#till; m++) {
        const året = Array.from({ length: 12 }, (_, i) => m - (m % 12) + i).map((n) => rad(n).upptagna);
        const platser = Math.max(2, ...året);
        yield {
          månad: månadAv(m),
          insats: insats.namn,
          steg: insats.steg,
          område: insats.område,
          platser,
          ...rad(m),
          kostnad: platser * insats.kostnad * 100,
        };
      }
    }
  }
}
