import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/**
 * Matters of refusal or reduction for one person (SoL 12 kap. 5 §). The database too holds that nothing is proposed or decided before
 * the person has got the hearing, and that one hearing and one decision are those of the matter's own application.
 */
export const nedsättning: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'nedsattning',
      'id',
      `
      id uuid not null,
      person uuid not null,
      status text not null check (status in ('utreds', 'hors', 'foreslaget', 'beslutat', 'avslutat')),
      handelser jsonb not null check (jsonb_array_length(handelser) > 0),
      sarskilda_skal jsonb,
      barnperspektiv jsonb,
      avsett jsonb,
      ansokan uuid,
      underrattelse uuid,
      beslut uuid,
      beslutat timestamptz,
      beslutet jsonb,
      avslut jsonb,
      oppnat timestamptz not null,
      oppnat_av jsonb not null,
      version integer not null,
      check ((avsett is null) = (ansokan is null)),
      check (status not in ('hors', 'foreslaget', 'beslutat') or (underrattelse is not null and avsett is not null)),
      check (num_nulls(beslut, beslutat, beslutet) in (0, 3)),
      check ((status = 'beslutat') = (beslut is not null)),
      check ((status = 'avslutat') = (avslut is not null)),
      ${references('person', 'person')},
      ${references('ansokan', 'ansokan')},
      ${references('ansokan, underrattelse', 'underrattelse', 'ansokan, id')},
      ${references('beslut', 'beslut')}`,
    );
    await sql`create index nedsattning_person on nedsattning (kommun, namnd, person, oppnat)`.execute(db);
    await sql`create index nedsattning_ansokan on nedsattning (kommun, namnd, ansokan)`.execute(db);
    await sql`create index nedsattning_beslutat on nedsattning (kommun, namnd, beslutat) where beslutat is not null`.execute(
      db,
    );
  },
};
