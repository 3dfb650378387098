/** Birth years in which every day has these test numbers: the neighbouring years lack a few. */
const ÅREN: readonly (readonly [number, number])[] = [
  [1981, 1988],
  [1991, 1999],
];
/** Birth numbers that the Tax Agency has set aside for tests on every day of those years. */
const FÖDELSENUMMER = ['238', '239'];

/**
 * Official test personnummer, twelve digits, of people the Tax Agency says do not exist: always the same, in order of birth.
 * @param antal at most 12,416
 * @throws RangeError when more are asked for than there are
 */
export function testnummer(antal: number): string[] {
  const nummer = ÅREN.flatMap(([från, till]) => dagar(från, till)).flatMap((dag) =>
    FÖDELSENUMMER.map((födelsenummer) => `${dag}${födelsenummer}${kontrollsiffra(dag, födelsenummer)}`),
  );
  if (antal > nummer.length) throw new RangeError(`There are ${nummer.length} test numbers, not ${antal}`);
  return nummer.slice(0, antal);
}

/** Every day of the years, `YYYYMMDD`. */
function dagar(från: number, till: number): string[] {
  const antal = (Date.UTC(till + 1, 0, 1) - Date.UTC(från, 0, 1)) / DYGN;
  return Array.from({ length: antal }, (_, i) =>
    new Date(Date.UTC(från, 0, 1) + i * DYGN).toISOString().slice(0, 10).replaceAll('-', ''),
  );
}
const DYGN = 86_400_000;

function kontrollsiffra(datum: string, födelsenummer: string): number {
  const summa = [...`${datum.slice(2)}${födelsenummer}`]
    .map((siffra, i) => Number(siffra) * (i % 2 === 0 ? 2 : 1))
    .reduce((sum, tal) => sum + (tal > 9 ? tal - 9 : tal), 0);
  return (10 - (summa % 10)) % 10;
}
