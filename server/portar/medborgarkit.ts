import type { Kommuninfo, Medborgare } from '@stegvis/apply';
import {
  type ActResult,
  type Ansökan,
  type Refused as Avslagen,
  type Händelse,
  refuse,
  type Tidpunkt,
  vuxnaI,
} from '@stegvis/casework';
import { type Database, inTenant, type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Virusskydd } from '@stegvis/integrations';
import { avslutaMedAnsökan } from '../trad/avsluta-med-ansokan.ts';
import type { Trådjobb } from '../trad/tradjobb.ts';

/** What the citizen's ports are made of. */
export interface Medborgardelar {
  readonly db: Database['db'];
  readonly tenant: { kommun: string; nämnd: string };
  readonly kommun: Kommuninfo;
  readonly nu: () => Date;
  readonly jobb: Trådjobb;
  /** Looks for malware in uploaded documents; left out, they are kept as not scanned. */
  readonly virusskydd?: Virusskydd | undefined;
  /** Channels that notices can be sent by; none when left out. */
  readonly aviseringskanaler?: readonly ('sms' | 'epost')[];
}

/** One act on an application; the kit saves what it gives. */
export type Steg = (ansökan: Ansökan) => ActResult<{ ansökan: Ansökan; events?: Händelse[] }>;

/** How every part of the citizen's port reads and acts: as the person herself, logged, only on what is hers. */
export type Medborgarkit = ReturnType<typeof medborgarkit>;

export function medborgarkit(delar: Medborgardelar) {
  const now = (): Tidpunkt => delar.nu().toISOString();
  const as = <T>(
    who: Medborgare,
    handling: string,
    objekt: string | undefined,
    work: (t: TenantTransaction) => Promise<T>,
  ) =>
    inTenant(delar.db, { ...delar.tenant, aktör: { slag: 'person', id: who.id } }, async (t) => {
      await t.granskning.add({
        tid: now(),
        handling,
        person: who.id,
        objekt: objekt === undefined ? undefined : { slag: 'ansokan', id: objekt },
        ändamål: 'egen sida',
        utfall: 'tillaten',
      });
      return work(t);
    });
  /** The application if the person is one of its adults and may see it: a draft only belongs to the one who writes it. */
  const own = async (t: TenantTransaction, who: Medborgare, id: string): Promise<Ansökan | undefined> => {
    const ansökan = isUuid(id) ? await t.ansökningar.find(id) : undefined;
    if (!ansökan || !vuxnaI(ansökan).includes(who.id)) return undefined;
    if (ansökan.status === 'utkast' && ansökan.sökande !== who.id) return undefined;
    return ansökan;
  };
  /** Runs acts one after the other in one transaction; a refusal of any leaves everything as it was. */
  const act = (
    who: Medborgare,
    handling: string,
    id: string,
    ...steps: readonly Steg[]
  ): Promise<ActResult<{ ansökan: Ansökan }>> =>
    as(who, handling, id, async (t): Promise<ActResult<{ ansökan: Ansökan }>> => {
      const before = await own(t, who, id);
      if (!before) return refuse('finns-inte', 'Ansökan finns inte.', 'Gå till din översikt.');
      let ansökan = before;
      for (const step of steps) {
        const result = step(ansökan);
        if (!result.ok && ansökan === before) return result;
        if (!result.ok) throw new Refused(result);
        ansökan = result.ansökan;
        await t.ansökningar.save(ansökan);
        if (result.events) await t.händelser.add(result.events);
      }
      if (before.status !== 'aterkallad' && ansökan.status === 'aterkallad')
        await avslutaMedAnsökan(t, id, { slut: 'ansokan-atertagen', av: undefined, nu: now() });
      if (before.inkommen === undefined && ansökan.inkommen !== undefined) await delar.jobb.börja(t, ansökan.id);
      return { ok: true, ansökan };
    }).catch((error: unknown) => {
      if (error instanceof Refused) return error.result;
      if (!(error instanceof VersionConflict)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Svaren har ändrats från en annan telefon, dator eller flik.',
        'Läs de senaste svaren och försök igen.',
      );
    });

  return { delar, now, as, own, act };
}

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class Refused extends Error {
  readonly result: Avslagen;
  constructor(result: Avslagen) {
    super(result.refusal.kod);
    this.result = result;
  }
}

/** Identities in addresses are UUIDs; anything else does not exist. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
