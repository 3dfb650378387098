const DYGN = 86_400_000;

/** Allmänna helgdagar med fast datum (lag 1989:253 om allmänna helgdagar, 1 §), månad och dag. */
const FASTA: Readonly<Record<string, string>> = {
  '01-01': 'Nyårsdagen',
  '01-06': 'Trettondedag jul',
  '05-01': 'Första maj',
  '06-06': 'Sveriges nationaldag',
  '12-25': 'Juldagen',
  '12-26': 'Annandag jul',
};

/** Dagar som lag 1930:173 2 § jämställer med allmän helgdag, med fast datum. */
const AFTNAR: Readonly<Record<string, string>> = { '12-24': 'Julafton', '12-31': 'Nyårsafton' };

/** Allmänna helgdagar efter påskdagen (lag 1989:253, 1 §), dagar. */
const EFTER_PÅSK: Readonly<Record<number, string>> = {
  [-2]: 'Långfredagen',
  0: 'Påskdagen',
  1: 'Annandag påsk',
  39: 'Kristi himmelsfärdsdag',
  49: 'Pingstdagen',
};

/**
 * Namnet på helgdagen, eller undefined en annan dag: de namngivna allmänna helgdagarna (lag 1989:253, 1 §) och de tre aftnar som
 * jämställs med dem (lag 1930:173, 2 §). En vanlig söndag räknas inte hit.
 * @param dag ÅÅÅÅ-MM-DD
 */
export function helgdag(dag: string): string | undefined {
  const tid = Date.parse(`${dag}T00:00:00Z`);
  const [år, månadsdag] = [Number(dag.slice(0, 4)), dag.slice(5)];
  const veckodag = new Date(tid).getUTCDay();
  const fast = FASTA[månadsdag] ?? AFTNAR[månadsdag];
  if (fast !== undefined) return fast;
  if (veckodag === 5 && månadsdag >= '06-19' && månadsdag <= '06-25') return 'Midsommarafton';
  if (veckodag === 6 && månadsdag >= '06-20' && månadsdag <= '06-26') return 'Midsommardagen';
  if (veckodag === 6 && månadsdag >= '10-31' && månadsdag <= '11-06') return 'Alla helgons dag';
  return EFTER_PÅSK[(tid - påskdagen(år)) / DYGN];
}

/** Påskdagen i den gregorianska kalendern (Meeus, Jones och Butchers beräkning), som tid i UTC. */
function påskdagen(år: number): number {
  const del = (a: number, b: number) => Math.floor(a / b);
  const [gyllental, sekel, årISeklet] = [år % 19, del(år, 100), år % 100];
  const epakt = (19 * gyllental + sekel - del(sekel, 4) - del(sekel - del(sekel + 8, 25) + 1, 3) + 15) % 30;
  const tillSöndag = (32 + 2 * (sekel % 4) + 2 * del(årISeklet, 4) - epakt - (årISeklet % 4)) % 7;
  const sen = del(gyllental + 11 * epakt + 22 * tillSöndag, 451);
  return Date.UTC(år, 2, 22 + epakt + tillSöndag - 7 * sen);
}
