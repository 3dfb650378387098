import { type Dag, flyttaDag, type Månad } from '../tid.ts';

/** A week by ISO 8601: Monday to Sunday, the year it belongs to, its number, and the days of it that are meant. */
export interface Isovecka {
  år: number;
  nummer: number;
  /** The first and last day of the week that are meant: clipped to a month, or the whole week. */
  från: Dag;
  till: Dag;
}

/** 1 is Monday, 7 is Sunday. */
export function veckodag(dag: Dag): number {
  return new Date(`${dag}T00:00:00Z`).getUTCDay() || 7;
}

/** The whole ISO week the day is in; the year is that of its Thursday. */
export function isovecka(dag: Dag): Isovecka {
  const från = flyttaDag(dag, 1 - veckodag(dag));
  const år = Number(flyttaDag(från, 3).slice(0, 4));
  const fjärdeJanuari = `${år}-01-04`;
  const första = flyttaDag(fjärdeJanuari, 1 - veckodag(fjärdeJanuari));
  const nummer = (Date.parse(från) - Date.parse(första)) / (7 * 86_400_000) + 1;
  return { år, nummer, från, till: flyttaDag(från, 6) };
}

/** The ISO weeks of a month, clipped to it. */
export function månadensVeckor(månad: Månad): Isovecka[] {
  const första = `${månad}-01`;
  const sista = new Date(Date.UTC(Number(månad.slice(0, 4)), Number(månad.slice(5)), 0)).toISOString().slice(0, 10);
  const veckor: Isovecka[] = [];
  for (let dag = första; dag <= sista; dag = flyttaDag(veckor.at(-1)!.till, 1)) {
    const vecka = isovecka(dag);
    veckor.push({
      ...vecka,
      från: vecka.från < första ? första : vecka.från,
      till: [vecka.till, sista].sort()[0]!,
    });
  }
  return veckor;
}

/** Every day from one to another, both included. */
export function dagarna(från: Dag, till: Dag): Dag[] {
  const dagar: Dag[] = [];
  for (let dag = från; dag <= till; dag = flyttaDag(dag, 1)) dagar.push(dag);
  return dagar;
}

/** The week as it is written in addresses: `2026-W48`. */
export function veckokod({ år, nummer }: Pick<Isovecka, 'år' | 'nummer'>): string {
  return `${år}-W${String(nummer).padStart(2, '0')}`;
}

/** The week of `2026-W48`; undefined when there is no such week. */
export function läsVeckokod(kod: string): Isovecka | undefined {
  const [, år, nummer] = /^(\d{4})-W(\d{2})$/.exec(kod) ?? [];
  if (år === undefined || nummer === undefined) return undefined;
  const vecka = isovecka(flyttaDag(`${år}-01-04`, 7 * (Number(nummer) - 1)));
  return veckokod(vecka) === kod ? vecka : undefined;
}
