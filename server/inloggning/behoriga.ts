import { randomUUID } from 'node:crypto';
import type { Medborgare } from '@stegvis/apply';
import { type Database, inTenant, type TenantScope } from '@stegvis/database';
import type { Medarbetare } from '@stegvis/workbench';
import type { Inloggad } from './sessioner.ts';

/** Turns an identified person into somebody who may use the service, and back into what the pages show. */
export interface Behöriga {
  /** The person's row, made at the first log-in. */
  medborgare(person: { personnummer: string; förnamn: string; efternamn: string }): Promise<Inloggad>;
  /** The member of staff with this log-in; undefined when there is none who is active. */
  personal(sub: string): Promise<Inloggad | undefined>;
  visaMedborgare(inloggad: Inloggad): Promise<Medborgare | undefined>;
  visaMedarbetare(inloggad: Inloggad): Promise<Medarbetare | undefined>;
}

export function behöriga(db: Database['db'], tenant: Omit<TenantScope, 'aktör'>, nu: () => Date): Behöriga {
  const scope = (): TenantScope => ({ ...tenant, aktör: { slag: 'system', id: 'inloggning' } });
  const audit = (inloggad: Inloggad, handling: string) =>
    ({
      tid: nu().toISOString(),
      aktör: inloggad,
      handling,
      person: inloggad.slag === 'person' ? inloggad.id : undefined,
      objekt: undefined,
      ändamål: 'inloggning',
      utfall: 'tillaten',
    }) as const;
  return {
    medborgare: (person) =>
      inTenant(db, scope(), async (t) => {
        const known = await t.personer.findByPersonnummer(person.personnummer);
        const inloggad: Inloggad = { slag: 'person', id: known?.id ?? randomUUID() };
        if (!known) await t.personer.add({ ...person, id: inloggad.id, skyddad: false, skapad: nu().toISOString() });
        await t.granskning.add(audit(inloggad, 'inloggning'));
        return inloggad;
      }),
    personal: (sub) =>
      inTenant(db, scope(), async (t) => {
        const user = await t.organisation.findAnvändareByInloggning(sub);
        if (!user?.aktiv) return undefined;
        const inloggad: Inloggad = { slag: 'anvandare', id: user.id };
        await t.granskning.add(audit(inloggad, 'inloggning'));
        return inloggad;
      }),
    visaMedborgare: (inloggad) =>
      inTenant(db, scope(), async (t) => {
        const person = inloggad.slag === 'person' ? await t.personer.find(inloggad.id) : undefined;
        return person && { id: person.id, förnamn: person.förnamn };
      }),
    visaMedarbetare: (inloggad) =>
      inTenant(db, scope(), async (t) => {
        if (inloggad.slag !== 'anvandare') return undefined;
        const user = await t.organisation.getAnvändare(inloggad.id);
        return user.aktiv ? { id: user.id, namn: user.namn, titel: user.titel, roller: user.roller } : undefined;
      }),
  };
}
