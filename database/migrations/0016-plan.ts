import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/** The versions of each person's plan. What has been handed over is never changed. */
export const plan: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'genomforandeplan',
      'id',
      `
      id uuid not null,
      person uuid not null,
      nummer integer not null check (nummer >= 1),
      status text not null check (status in ('utkast', 'lamnad', 'overenskommen', 'oense', 'ersatt', 'avslutad')),
      innehall jsonb not null,
      fran date not null,
      till date not null,
      nasta_uppfoljning date,
      skapad timestamptz not null,
      skapad_av text not null check (skapad_av <> ''),
      lamnad jsonb,
      svar jsonb,
      synpunkt text,
      avslutad jsonb,
      version integer not null,
      unique (kommun, namnd, person, nummer),
      check (fran <= till),
      check (status = 'utkast' or lamnad is not null),
      check (status not in ('overenskommen', 'oense', 'ersatt') or svar is not null),
      check ((status = 'avslutad') = (avslutad is not null)),
      ${references('person', 'person')}`,
    );
    await sql`create index genomforandeplan_person on genomforandeplan (kommun, namnd, person, nummer)`.execute(db);
    await sql`create unique index genomforandeplan_en_oppen on genomforandeplan (kommun, namnd, person)
      where status in ('utkast', 'lamnad')`.execute(db);
    await sql`create unique index genomforandeplan_en_galler on genomforandeplan (kommun, namnd, person)
      where status in ('overenskommen', 'oense')`.execute(db);
    await sql`
      create function las_plan() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          raise exception 'A version of a plan is not removed';
        end if;
        if old.status <> 'utkast' and (new.person, new.nummer, new.innehall, new.fran, new.till, new.nasta_uppfoljning)
            is distinct from (old.person, old.nummer, old.innehall, old.fran, old.till, old.nasta_uppfoljning) then
          raise exception 'A plan that has been handed over is not changed';
        end if;
        return new;
      end $$`.execute(db);
    await sql`create trigger las_plan before update or delete on genomforandeplan for each row execute function las_plan()`.execute(
      db,
    );
  },
};
