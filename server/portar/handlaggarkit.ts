import { type ActResult, type Ansökan, refuse, type Tidpunkt, vuxnaI } from '@stegvis/casework';
import { type Database, inTenant, type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Medarbetare } from '@stegvis/workbench';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import type { Trådjobb } from '../trad/tradjobb.ts';
import { isUuid } from './medborgarkit.ts';

/** Roles that handle cases; the others see what their work needs. */
const HANDLÄGGER = ['handlaggare', 'enhetschef'] as const;

/** What the staff's ports are made of. */
export interface Handläggardelar {
  readonly db: Database['db'];
  readonly tenant: { kommun: string; nämnd: string };
  readonly kommun: Kommunuppgifter;
  readonly nu: () => Date;
  readonly jobb: Trådjobb;
  /** The folder the bank's channel takes files from; left out: a person downloads them. */
  readonly betalmapp?: string | undefined;
  /** Whose the other municipalities' figures are, where they are not Kolada's. */
  readonly koladakälla?: string | undefined;
  /** How long a page waits for its figures, milliseconds; what takes longer is counted in a run. Left out: as long as they take. */
  readonly påSidan?: number | undefined;
  /** Only in the practice municipality: starts over with new made-up cases. */
  readonly börjaOm?: (() => Promise<void>) | undefined;
}

/** How every part of the staff's port reads and acts: as the member of staff, logged, never past protected identity. */
export type Handläggarkit = ReturnType<typeof handläggarkit>;

export function handläggarkit(delar: Handläggardelar) {
  const now = (): Tidpunkt => delar.nu().toISOString();
  const as = <T>(who: Medarbetare, work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(delar.db, { ...delar.tenant, aktör: { slag: 'anvandare', id: who.id } }, work);
  const audit = (
    t: TenantTransaction,
    handling: string,
    ansökan: Ansökan | undefined,
    utfall: 'tillaten' | 'nekad' = 'tillaten',
  ) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: ansökan?.sökande,
      objekt: ansökan && { slag: 'ansokan', id: ansökan.id },
      ändamål: 'handläggning',
      utfall,
    });
  const mayHandle = (who: Medarbetare) => HANDLÄGGER.some((roll) => who.roller.includes(roll));

  /** The application if this member of staff may open it; the attempt is logged either way. */
  const open = async (
    t: TenantTransaction,
    who: Medarbetare,
    id: string,
    handling: string,
  ): Promise<Ansökan | undefined> => {
    const ansökan = isUuid(id) ? await t.ansökningar.find(id) : undefined;
    if (!ansökan || ansökan.status === 'utkast') return undefined;
    const personer = await t.personer.findMany(vuxnaI(ansökan));
    const allowed = mayHandle(who) && (!personer.some((p) => p.skyddad) || who.roller.includes('skyddade-uppgifter'));
    await audit(t, handling, ansökan, allowed ? 'tillaten' : 'nekad');
    return allowed ? ansökan : undefined;
  };
  const missing = () => refuse('finns-inte', 'Ansökan finns inte, eller så får du inte öppna den.', 'Gå till kön.');
  const act = <T extends object>(
    who: Medarbetare,
    id: string,
    handling: string,
    work: (t: TenantTransaction, ansökan: Ansökan) => Promise<ActResult<T>>,
  ): Promise<ActResult<T>> =>
    as(who, async (t) => {
      const ansökan = await open(t, who, id, handling);
      return ansökan ? work(t, ansökan) : missing();
    }).catch((error: unknown) => {
      if (!(error instanceof VersionConflict)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Någon annan har ändrat i ärendet sedan du öppnade det.',
        'Läs om sidan. Det du skrev finns kvar i formuläret.',
      );
    });

  return { delar, now, as, audit, mayHandle, open, act, missing };
}
