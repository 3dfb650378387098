import { createHash } from 'node:crypto';
import { randomExponential, randomLogNormal, randomNormal } from 'd3-random';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Chance from a name: the same name gives the same numbers on every machine. The name is hashed (SHA-256), so that neighbouring seeds
 * and numbers have nothing in common, and the hash starts a xoroshiro128+ generator.
 */
export class Slump {
  /** Fifteen hexadecimal digits of the name's hash, to make identities of. */
  readonly märke: string;
  /** Evenly spread from 0 up to but not 1. */
  readonly tal: () => number;
  /** Normally spread, mean 0 and standard deviation 1. */
  readonly normal: () => number;

  constructor(namn: string) {
    const hash = createHash('sha256').update(namn).digest();
    const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((i) => hash.readInt32LE(i)));
    this.märke = hash.toString('hex', 16, 24).slice(0, 15);
    this.tal = () => (generator.next() >>> 0) / 4_294_967_296;
    this.normal = randomNormal.source(this.tal)(0, 1);
  }

  /** true in the share `andel` of the times. */
  sant(andel: number): boolean {
    return this.tal() < andel;
  }

  /** A whole number from `från` up to `till`, both included. */
  heltal(från: number, till: number): number {
    return från + Math.floor(this.tal() * (till - från + 1));
  }

  /** One of the rows, as often as its weight says. The weights need not add up to one. */
  välj<T>(rader: readonly (readonly [värde: T, vikt: number])[]): T {
    let kvar = this.tal() * rader.reduce((summa, [, vikt]) => summa + vikt, 0);
    for (const [värde, vikt] of rader) {
      kvar -= vikt;
      if (kvar < 0) return värde;
    }
    return rader.at(-1)![0];
  }

  /** Lognormally spread with this median; `bredd` is the standard deviation of the logarithm. */
  kring(median: number, bredd: number): number {
    return randomLogNormal.source(this.tal)(Math.log(median), bredd)();
  }

  /** Exponentially spread with this mean. */
  vänta(medel: number): number {
    return randomExponential.source(this.tal)(1 / medel)();
  }
}
