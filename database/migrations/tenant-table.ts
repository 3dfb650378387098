import { type Kysely, sql } from 'kysely';

/**
 * Creates a table that belongs to municipality and board: both are columns, part of the primary key and of every foreign key,
 * filled in from the transaction's settings, and row-level security on both is forced, for the owner too.
 *
 * @param key the rest of the primary key
 * @param body the table's own columns and constraints
 */
export async function createTenantTable(db: Kysely<never>, name: string, key: string, body: string): Promise<void> {
  const own = `kommun = current_setting('stegvis.kommun', true) and namnd = current_setting('stegvis.namnd', true)`;
  const board = name === 'namnd' ? '' : 'foreign key (kommun, namnd) references namnd (kommun, namnd),';
  await sql
    .raw(`
    create table ${name} (
      kommun text not null default current_setting('stegvis.kommun') check (kommun ~ '^[0-9]{4}$'),
      namnd text not null default current_setting('stegvis.namnd') check (namnd ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
      ${body},
      ${board}
      primary key (${['kommun', 'namnd', ...(key ? [key] : [])].join(', ')})
    );
    alter table ${name} enable row level security, force row level security;
    create policy egen_namnd on ${name} using (${own}) with check (${own})`)
    .execute(db);
}

/** A foreign key to a table of the same tenant. */
export function references(columns: string, table: string, target = 'id'): string {
  return `foreign key (kommun, namnd, ${columns}) references ${table} (kommun, namnd, ${target})`;
}

/** Refuses every change and removal of the table's rows. */
export async function makeAppendOnly(db: Kysely<never>, name: string): Promise<void> {
  await sql
    .raw(`
    create trigger bara_tillagg before update or delete on ${name} for each row execute function vagra_andring();
    create trigger bara_tillagg_tom before truncate on ${name} for each statement execute function vagra_andring()`)
    .execute(db);
}
