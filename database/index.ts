export { DatabaseOpenError, type DatabaseOpenFault } from './database-open-error.ts';
export { DatabaseStartError, type DatabaseStartFault } from './database-start-error.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, openEmbeddedPostgres } from './embedded-postgres.ts';
export { enterTenant, inTenant, type TenantScope, type TenantTransaction } from './in-tenant.ts';
export {
  type Enqueue,
  type GivenUpJob,
  JOB_ATTEMPTS,
  JOBS,
  type JobData,
  type JobHandler,
  type JobName,
  type JobPreparation,
  type JobRun,
  type Jobs,
  type PreparedJobHandler,
  type StartJobsOptions,
  startJobs,
} from './jobs.ts';
export { memoryRepositories } from './memory-repositories.ts';
export { type Database, openDatabase } from './open-database.ts';
export type { OpenDatabaseOptions } from './pipelined.ts';
export * from './repositories.ts';
export { Duplicate, NotFound, VersionConflict } from './repository-errors.ts';
export type { Schema } from './schema.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
