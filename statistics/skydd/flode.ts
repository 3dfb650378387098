/** A number in a table that adds up: an arc of a circulation. What flows into a node flows out of it. */
export interface Båge {
  readonly från: number;
  readonly till: number;
  /** The true number. */
  readonly antal: number;
  /** What somebody who sees the answer knows of it; Infinity where nothing is known. */
  readonly minst: number;
  readonly högst: number;
}

/**
 * How far one number of a table can be moved, up and down together, when every other number may take any value that agrees with
 * what is shown and with the sums; at most `nog` (then the search stops). Exact for tables with one or two splits, because they are
 * circulations and the greatest change of an arc is a greatest flow: nobody can find a narrower interval from the table.
 */
export function rörlighet(bågar: readonly Båge[], noder: number, vilken: number, nog: number): number {
  const undersökt = bågar[vilken];
  if (!undersökt) throw new RangeError(`There is no arc ${vilken}`);
  const vid: number[][] = Array.from({ length: noder }, () => []);
  bågar.forEach((båge, i) => {
    if (i === vilken) return;
    vid[båge.från]?.push(i);
    if (båge.till !== båge.från) vid[båge.till]?.push(i);
  });
  /** Sends up to `mest` units from one node to another through the other arcs; says how many. */
  const skicka = (start: number, mål: number, mest: number): number => {
    const antal = bågar.map((båge) => båge.antal);
    let skickat = 0;
    while (skickat < mest) {
      const via = new Array<number>(noder).fill(-1);
      const rum = new Array<number>(noder).fill(0);
      rum[start] = mest - skickat;
      const kö = [start];
      for (let k = 0; k < kö.length && rum[mål] === 0; k += 1) {
        const nod = kö[k] as number;
        for (const i of vid[nod] ?? []) {
          const båge = bågar[i] as Båge;
          const framåt = båge.från === nod;
          const nästa = framåt ? båge.till : båge.från;
          if (rum[nästa] !== 0) continue;
          const nu = antal[i] as number;
          const plats = framåt ? båge.högst - nu : nu - båge.minst;
          if (plats < 1) continue;
          via[nästa] = i;
          rum[nästa] = Math.min(rum[nod] as number, plats);
          kö.push(nästa);
        }
      }
      const steg = rum[mål] as number;
      if (steg === 0) break;
      for (let nod = mål; nod !== start; ) {
        const i = via[nod] as number;
        const båge = bågar[i] as Båge;
        const framåt = båge.till === nod;
        antal[i] = (antal[i] as number) + (framåt ? steg : -steg);
        nod = framåt ? båge.från : båge.till;
      }
      skickat += steg;
    }
    return skickat;
  };
  const fri = (plats: number) => Math.min(nog, plats);
  const { från, till, antal, minst, högst } = undersökt;
  if (från === till) return Math.min(nog, fri(högst - antal) + fri(antal - minst));
  const upp = skicka(till, från, fri(högst - antal));
  return upp >= nog ? nog : upp + skicka(från, till, Math.min(nog - upp, antal - minst));
}
