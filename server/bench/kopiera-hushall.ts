import { randomUUID } from 'node:crypto';
import { dokumenthash, type Uppgifter } from '@stegvis/casework';
import { type Database, inTenant } from '@stegvis/database';
import { sql } from 'kysely';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const PER_GÅNG = 500;

interface Tabellrader {
  readonly tabell: string;
  readonly kolumner: readonly string[];
  readonly rader: string;
}

/**
 * Copies everything that the database has about one person's household, once for each further personnummer, with new identities: for
 * measuring with many households that have a history.
 * @param nummer the first is the copied person's own
 * @returns the identities of the copies of `ansökan`
 */
export async function kopieraHushåll(
  database: Database,
  tenant: { kommun: string; nämnd: string },
  person: string,
  ansökan: string,
  nummer: readonly string[],
): Promise<string[]> {
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'bench' } }, work);
  const { mallar, egna } = await system(async ({ trx }) => {
    const { rows: tabeller } = await sql<{ tabell: string; kolumner: string[] }>`
      select c.table_name as tabell, array_agg(c.column_name::text order by c.ordinal_position) as kolumner
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
        and c.is_identity = 'NO' and c.is_generated = 'NEVER'
        and c.table_name not in ('granskningslogg', 'nummerserie')
        and exists (select 1 from information_schema.columns k
          where k.table_name = c.table_name and k.table_schema = c.table_schema and k.column_name = 'namnd')
      group by c.table_name`.execute(trx);
    const all = new Map<string, string[]>();
    for (const { tabell, kolumner } of tabeller) {
      const lista = sql.join(kolumner.map((namn) => sql.ref(namn)));
      const { rows } = await sql<{ rad: string }>`
        select to_jsonb(x)::text as rad from (select ${lista} from ${sql.table(tabell)}) x`.execute(trx);
      all.set(
        tabell,
        rows.map(({ rad }) => rad),
      );
    }
    const egna = household(person, all);
    const mallar: Tabellrader[] = tabeller.flatMap(({ tabell, kolumner }) => {
      const rader = (all.get(tabell) ?? []).filter((rad) => [...rad.matchAll(UUID)].some(([id]) => egna.has(id)));
      return rader.length > 0 && !SETTINGS.has(tabell) ? [{ tabell, kolumner, rader: `[${rader.join(',')}]` }] : [];
    });
    return { mallar, egna };
  });
  const kopior: string[] = [];
  const hashar = new Map<string, string>();
  for (let i = 1; i < nummer.length; i += PER_GÅNG)
    await system(async ({ trx }) => {
      const sets = nummer.slice(i, i + PER_GÅNG).map((nytt, k) => {
        const nya = new Map([...egna].map((id) => [id, randomUUID()]));
        kopior.push(nya.get(ansökan)!);
        return { nytt, löpnummer: i + k, nya };
      });
      for (const { tabell, kolumner, rader } of inOrder(mallar)) {
        const alla: Record<string, unknown>[] = sets.flatMap(({ nytt, löpnummer, nya }) =>
          JSON.parse(
            rader
              .replace(UUID, (id) => nya.get(id) ?? id)
              .replace(/(?<=SB)[0-9A-F]{32}/g, (hex) => {
                const ny = nya.get(asUuid(hex));
                return ny === undefined ? hex : ny.replaceAll('-', '').toUpperCase();
              })
              .replace(/(?<=STEGVIS-\d{8}-)[0-9a-f]{8}/g, () => randomUUID().slice(0, 8))
              .replaceAll(nummer[0]!, nytt)
              .replace(/"nummer": ?"(\d{4})-\d+"/g, `"nummer":"$1-${100_000 + löpnummer}"`),
          ),
        );
        if (tabell === 'ansokan')
          for (const rad of alla) hashar.set(String(rad['id']), dokumenthash(rad['uppgifter'] as Uppgifter));
        if (tabell === 'underskrift') for (const rad of alla) rad['avser'] = hashar.get(String(rad['ansokan']));
        const lista = sql.join(kolumner.map((namn) => sql.ref(namn)));
        await sql`insert into ${sql.table(tabell)} (${lista})
          select ${lista} from jsonb_populate_recordset(null::${sql.table(tabell)}, ${JSON.stringify(alla)}::jsonb)`.execute(
          trx,
        );
      }
    });
  return kopior;
}

/** A payment's key holds its decision's identity without hyphens, in capitals. */
function asUuid(hex: string): string {
  return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Tables that belong to the board, or to what the bank has said to it, and are never copied. */
const SETTINGS = new Set(['namnd', 'anvandare', 'delegation', 'session', 'aterrapport', 'aterrapportrad']);
/** What others refer to comes first; the rest in any order. */
const FIRST = ['person', 'arende', 'ansokan', 'registerfragning', 'berakning', 'beslut', 'betalfil', 'utbetalning'];

function inOrder(mallar: readonly Tabellrader[]): Tabellrader[] {
  const rank = (tabell: string) => (FIRST.includes(tabell) ? FIRST.indexOf(tabell) : FIRST.length);
  return mallar.toSorted((a, b) => rank(a.tabell) - rank(b.tabell));
}

/** The identities that belong to the household: those in its rows, from the person on, that no other household has. */
function household(person: string, all: ReadonlyMap<string, readonly string[]>): Set<string> {
  const settings = new Set(
    [...SETTINGS].flatMap((tabell) => (all.get(tabell) ?? []).flatMap((rad) => rad.match(UUID) ?? [])),
  );
  const rows = [...all]
    .filter(([tabell]) => !SETTINGS.has(tabell))
    .flatMap(([, rader]) => rader.map((rad) => rad.match(UUID) ?? []));
  const own = new Set([person]);
  for (let before = 0; before !== own.size; ) {
    before = own.size;
    for (const ids of rows) if (ids.some((id) => own.has(id))) for (const id of ids) if (!settings.has(id)) own.add(id);
  }
  return own;
}
