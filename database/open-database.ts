import { type Kysely, Kysely as KyselyDatabase, PostgresDialect, sql } from 'kysely';
import { DatabaseOpenError } from './database-open-error.ts';
import { migrate } from './migrate.ts';
import { type OpenDatabaseOptions, openPool } from './pipelined.ts';
import type { Schema } from './schema.ts';

/** An open database: migrated, with a pool of connections. */
export interface Database {
  /** For `inTenant`; without a tenant every table looks empty. */
  db: Kysely<Schema>;
  url: string;
  close(): Promise<void>;
}

const OLDEST_POSTGRES = 150000;

/**
 * Opens a PostgreSQL (15 or newer) by its address and brings its tables up to date.
 *
 * @throws DatabaseOpenError with a Swedish text: no contact, wrong password, too old, a role that would pass row-level security,
 * a role that may not make tables, or tables made by a newer version
 */
export async function openDatabase(url: string, options: OpenDatabaseOptions = {}): Promise<Database> {
  const db = new KyselyDatabase<Schema>({ dialect: new PostgresDialect({ pool: openPool(url, options) }) });
  try {
    await checkServer(db);
    await migrate(db);
    return { db, url, close: () => db.destroy() };
  } catch (fault) {
    await db.destroy();
    throw asOpenError(fault, url);
  }
}

async function checkServer(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ version: number; role: string; bypasses: boolean; text: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as text,
      rolname as role, rolsuper or rolbypassrls as bypasses
    from pg_roles where rolname = current_user`.execute(db);
  const server = rows[0]!;
  if (server.version < OLDEST_POSTGRES) {
    throw new DatabaseOpenError(
      'gammal-postgres',
      `Databasen är PostgreSQL ${server.text}. Stegvis behöver PostgreSQL 15 eller nyare.`,
    );
  }
  if (server.bypasses) {
    throw new DatabaseOpenError(
      'kringgar-radskydd',
      `Rollen ${server.role} får läsa förbi radskyddet mellan nämnder (superuser eller bypassrls). ` +
        'Skapa en roll utan de rättigheterna som äger databasen, och skriv den i DATABASE_URL: ' +
        "create role stegvis login nosuperuser nobypassrls password '…'; alter database … owner to stegvis;",
    );
  }
}

function asOpenError(fault: unknown, url: string): DatabaseOpenError {
  if (fault instanceof DatabaseOpenError) return fault;
  const { host, role, name } = describe(url);
  const code = (fault as { code?: string }).code ?? '';
  const text = fault instanceof Error ? fault.message : String(fault);
  const cause = { cause: fault };
  if (code === 'ERR_INVALID_URL' || host === undefined) {
    return new DatabaseOpenError(
      'fel-adress',
      'DATABASE_URL är inte en adress till PostgreSQL. Skriv postgres://roll:lösenord@värd:5432/databas.',
      cause,
    );
  }
  if (code === '28P01' || code === '28000' || /password/i.test(text)) {
    return new DatabaseOpenError(
      'fel-losenord',
      `Databasen på ${host} släpper inte in rollen ${role}. Kontrollera roll och lösenord i DATABASE_URL.`,
      cause,
    );
  }
  if (code === '3D000') {
    return new DatabaseOpenError(
      'databasen-saknas',
      `Databasen ${name} finns inte på ${host}. Skapa den: create database ${name} owner ${role};`,
      cause,
    );
  }
  if (code === '42501') {
    return new DatabaseOpenError(
      'saknar-rattighet',
      `Rollen ${role} saknar rättigheter i databasen ${name} (${text}). Låt rollen äga databasen: alter database ${name} owner to ${role};`,
      cause,
    );
  }
  if (
    /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P0)/.test(code) ||
    /timeout|terminated|ECONNREFUSED/i.test(text)
  ) {
    return new DatabaseOpenError(
      'ingen-kontakt',
      `Databasen på ${host} svarar inte. Kontrollera att den är igång och att adressen i DATABASE_URL stämmer.`,
      cause,
    );
  }
  return new DatabaseOpenError(
    'migrering-misslyckad',
    `Databasen ${name} på ${host} kunde inte göras i ordning: ${text}. Inget är ändrat.`,
    cause,
  );
}

function describe(url: string): { host: string | undefined; role: string; name: string } {
  if (!URL.canParse(url) || !/^postgres(ql)?:/.test(url)) return { host: undefined, role: '', name: '' };
  const address = new URL(url);
  return {
    host: address.host || 'localhost',
    role: decodeURIComponent(address.username),
    name: address.pathname.slice(1),
  };
}
