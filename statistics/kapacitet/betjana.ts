/** When each was begun and done, on the same axis as the arrivals. */
export interface Betjäning {
  readonly börjad: Float64Array;
  readonly klar: Float64Array;
}

/**
 * First come, first served by the first of `antal` servers that is free (Kiefer–Wolfowitz): the servers' next free times lie in a heap,
 * and each arrival takes the smallest. Exact, and n·log(antal) steps.
 *
 * @param ankomster in order of time, one unit throughout
 * @param tider how long each takes, the same unit
 */
export function betjäna(ankomster: ArrayLike<number>, tider: ArrayLike<number>, antal: number): Betjäning {
  if (!Number.isInteger(antal) || antal < 1) throw new RangeError(`The servers are 1 or more, not ${antal}`);
  const fri = new Float64Array(antal).fill(Number.NEGATIVE_INFINITY);
  const n = ankomster.length;
  const börjad = new Float64Array(n);
  const klar = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const start = Math.max(ankomster[i]!, fri[0]!);
    const slut = start + tider[i]!;
    börjad[i] = start;
    klar[i] = slut;
    sänk(fri, slut);
  }
  return { börjad, klar };
}

/** Puts a new time in the place of the smallest and lets it sink to where it belongs. */
function sänk(heap: Float64Array, tid: number): void {
  const n = heap.length;
  let plats = 0;
  for (;;) {
    let barn = 2 * plats + 1;
    if (barn >= n) break;
    if (barn + 1 < n && heap[barn + 1]! < heap[barn]!) barn += 1;
    if (heap[barn]! >= tid) break;
    heap[plats] = heap[barn]!;
    plats = barn;
  }
  heap[plats] = tid;
}
