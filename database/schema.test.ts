import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, it } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from './open-test-database.ts';

const { db } = await openTestDatabase({ after }, []);

it('describes every table and column as the migrations make them', async () => {
  const { rows } = await sql<{ table: string; column: string; nullable: boolean; type: string }>`
    select table_name as table, column_name as column, is_nullable = 'YES' as nullable, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' order by table_name, ordinal_position`.execute(db);
  const found = Object.groupBy(rows, (row) => row.table);
  const described = readSchema();
  assert.deepEqual(Object.keys(found).sort(), Object.keys(described).sort());
  for (const [table, columns] of Object.entries(found)) {
    const actual = columns!
      .map(({ column, nullable, type }) => `${column}: ${kind(type)}${nullable && type !== 'jsonb' ? ' | null' : ''}`)
      .sort();
    assert.deepEqual(described[table]!.sort(), actual, `schema.ts does not describe ${table}`);
  }
});

/** Tables and columns as `schema.ts` writes them, with the TypeScript types reduced to what is read from a row. */
function readSchema(): Record<string, string[]> {
  const source = readFileSync(new URL('schema.ts', import.meta.url), 'utf8');
  const interfaces = new Map(
    [...source.matchAll(/interface (\w+)(?: extends TenantColumns)? \{([^}]*)\}/g)].map(([, name, body]) => [
      name!,
      body!,
    ]),
  );
  const tables = [...interfaces.get('Schema')!.matchAll(/(\w+): (\w+);/g)];
  return Object.fromEntries(
    tables.map(([, table, name]) => {
      const body = interfaces.get('TenantColumns')! + interfaces.get(name!)!;
      const columns = [...body.matchAll(/^ {2}(\w+): ([^;]+);/gm)].map(
        ([, column, type]) => `${column}: ${readType(type!)}`,
      );
      return [table!, columns];
    }),
  );
}

function readType(type: string): string {
  return type
    .replace(/^Generated<(.*)>$/, '$1')
    .replace(/^ColumnType<unknown,.*>$/, 'json')
    .replace('NullableInstant', 'Date | null')
    .replace('Instant', 'Date')
    .replace('Json', 'json');
}

function kind(type: string): string {
  const kinds: Record<string, string> = {
    text: 'string',
    uuid: 'string',
    date: 'string',
    boolean: 'boolean',
    integer: 'number',
    smallint: 'number',
    'double precision': 'number',
    bigint: 'number',
    jsonb: 'json',
    bytea: 'Buffer',
    ARRAY: 'string[]',
    'timestamp with time zone': 'Date',
  };
  return kinds[type] ?? type;
}
