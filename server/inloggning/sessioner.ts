import { randomBytes } from 'node:crypto';
import type { Database, TenantScope } from '@stegvis/database';
import { inTenant } from '@stegvis/database';

/** Who is logged in: the person's or the staff member's row, never a personal number. */
export interface Inloggad {
  readonly slag: 'person' | 'anvandare';
  readonly id: string;
}

/** Minutes without a request after which a session ends. */
export const VILOTID_MINUTER = 30;
/** Hours after which a session ends whatever happens. */
export const LÄNGSTA_TID_TIMMAR = 8;

/** A session that is alive, and when it ends unless it is used. */
export interface PågåendeSession extends Inloggad {
  readonly slutar: string;
}

export interface Sessioner {
  /** Starts a session; gives the secret for the cookie. */
  börja(inloggad: Inloggad): Promise<string>;
  /** Who it is, if the session is alive; using it keeps it alive. */
  hämta(hemlighet: string): Promise<PågåendeSession | undefined>;
  avsluta(hemlighet: string): Promise<void>;
}

/** Sessions in the database, so that they can be ended from there and survive a restart. */
export function sessioner(db: Database['db'], tenant: Omit<TenantScope, 'aktör'>, nu: () => Date): Sessioner {
  const scope = (): TenantScope => ({ ...tenant, aktör: { slag: 'system', id: 'inloggning' } });
  const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000).toISOString();
  return {
    async börja(inloggad) {
      const hemlighet = randomBytes(32).toString('base64url');
      const now = nu();
      await inTenant(db, scope(), async ({ sessioner: lager }) => {
        await lager.removeExpired(now.toISOString());
        await lager.add(hemlighet, {
          aktör: { ...inloggad },
          data: null,
          skapad: now.toISOString(),
          giltigTill: later(now, VILOTID_MINUTER),
        });
      });
      return hemlighet;
    },
    hämta: (hemlighet) =>
      inTenant(db, scope(), async ({ sessioner: lager }) => {
        const now = nu();
        const session = await lager.find(hemlighet, now.toISOString());
        if (!session) return undefined;
        const sist = later(new Date(session.skapad), LÄNGSTA_TID_TIMMAR * 60);
        if (sist <= now.toISOString()) {
          await lager.end(hemlighet);
          return undefined;
        }
        const efterVila = later(now, VILOTID_MINUTER);
        const [slutar] = [efterVila, sist].sort() as [string, string];
        const extend = Date.parse(slutar) - Date.parse(session.giltigTill) > 60_000;
        if (extend) await lager.extend(hemlighet, slutar);
        return { slag: session.aktör.slag, id: session.aktör.id, slutar: extend ? slutar : session.giltigTill };
      }),
    avsluta: (hemlighet) => inTenant(db, scope(), ({ sessioner: lager }) => lager.end(hemlighet)),
  };
}
