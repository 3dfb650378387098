import { dagFör, flyttaMånad } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { isoDate } from '@stegvis/engine';
import { Reformhinder, type Underlag } from '@stegvis/rules';
import {
  type Reformunderlag,
  type Reformval,
  reformräkning,
  sammanställReform,
  syntetiskaUnderlag,
} from '@stegvis/statistics';
import { sql } from 'kysely';
import { Körningshinder, registreraKörning } from './korning.ts';

/** Households at once: some tens of milliseconds of work, so that others get their turn. */
const PARTI = 500;

/** A reform run over a month's or twelve months' households. The parameters have no personal data. */
export const REFORMKÖRNING = 'reform';

export const reformkörning = registreraKörning<Reformval & { readonly kommun: string }>(
  REFORMKÖRNING,
  async (val, { framsteg, inTenant, nu }) => {
    const månader = Array.from({ length: val.manader }, (_, i) => flyttaMånad(val.manad, i + 1 - val.manader));
    const räkning = reformräkning(val, isoDate(dagFör(nu().toISOString())));
    try {
      if (val.kalla === 'syntet') {
        let parti: Reformunderlag[] = [];
        let nummer = 0;
        for (const underlag of syntetiskaUnderlag(val.fro, val.antal, val.manad, val.kommun)) {
          parti.push({ hushåll: String(nummer), fall: undefined, underlag });
          nummer += 1;
          if (parti.length < PARTI && nummer < val.antal) continue;
          räkning.lägg(parti);
          parti = [];
          await framsteg(nummer, val.antal, 'Räknar om hushållen');
        }
      } else {
        const ärenden = await inTenant((t) => läsÄrenden(t, månader));
        for (let i = 0; i < ärenden.length; i += PARTI) {
          räkning.lägg(await inTenant((t) => läsBeslutadeUnderlag(t, månader, ärenden.slice(i, i + PARTI))));
          await framsteg(Math.min(i + PARTI, ärenden.length), ärenden.length, 'Räknar om hushållen');
        }
      }
    } catch (fel) {
      if (fel instanceof Reformhinder) throw new Körningshinder(fel.message);
      throw fel;
    }
    const räknat = räkning.räknat();
    if (räknat.räknade === 0 && räknat.ejIKraft.length > 0) throw new Körningshinder(räknat.ejIKraft[0]!.text);
    if (räknat.räknade === 0 && räknat.bedöms === 0)
      throw new Körningshinder(
        'Det finns inga beslutade hushåll de månaderna. Välj en annan månad, eller påhittade hushåll.',
      );
    return sammanställReform(räknat, månader);
  },
  { resultatsida: (id) => `/handlaggning/statistik/konsekvens/reform/${id}` },
);

/** The months that have decisions, newest first. */
export async function läsBeslutsmånader(t: TenantTransaction): Promise<string[]> {
  const { rows } = await sql<{ manad: string }>`
    select distinct manad from beslut order by manad desc limit 24`.execute(t.trx);
  return rows.map(({ manad }) => manad);
}

async function läsÄrenden(t: TenantTransaction, månader: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ arende: string }>`
    select distinct arende from beslut where manad = any(${[...månader]}::text[])
    order by arende`.execute(t.trx);
  return rows.map(({ arende }) => arende);
}

/** What the latest decision of each case and month rests on. */
async function läsBeslutadeUnderlag(
  t: TenantTransaction,
  månader: readonly string[],
  ärenden: readonly string[],
): Promise<Reformunderlag[]> {
  const { rows } = await sql<{ arende: string; ansokan: string; underlag: Underlag }>`
    select distinct on (b.arende, b.manad) b.arende, b.ansokan, k.utredning -> 'underlag' as underlag
    from beslut b join berakning k on k.id = b.berakning
    where b.arende = any(${[...ärenden]}::uuid[]) and b.manad = any(${[...månader]}::text[])
    order by b.arende, b.manad, b.beslutad desc`.execute(t.trx);
  return rows.map(({ arende, ansokan, underlag }) => ({ hushåll: arende, fall: ansokan, underlag }));
}

/** What the latest decision of an application rests on; undefined where it is not decided. */
export async function läsBeslutatUnderlag(t: TenantTransaction, ansökan: string): Promise<Underlag | undefined> {
  const { rows } = await sql<{ underlag: Underlag }>`
    select k.utredning -> 'underlag' as underlag from beslut b join berakning k on k.id = b.berakning
    where b.ansokan = ${ansökan}::uuid order by b.beslutad desc limit 1`.execute(t.trx);
  return rows[0]?.underlag;
}
