export { DatabaseOpenError, type DatabaseOpenFault } from './database-open-error.ts';
export { DatabaseStartError, type DatabaseStartFault } from './database-start-error.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, openEmbeddedPostgres } from './embedded-postgres.ts';
export { enterTenant, inTenant, type TenantScope, type TenantTransaction } from './in-tenant.ts';
export {
  type Enqueue,
  type GivenUpJob,
  type JobData,
  type JobHandler,
  type JobName,
  type JobRun,
  JOBS,
  type Jobs,
  startJobs,
  type StartJobsOptions,
} from './jobs.ts';
export { memoryRepositories } from './memory-repositories.ts';
export { type Database, openDatabase, type OpenDatabaseOptions } from './open-database.ts';
export * from './repositories.ts';
export { Duplicate, NotFound, VersionConflict } from './repository-errors.ts';
export type { Schema } from './schema.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
