import type { Kommuninfo } from '@stegvis/apply';
import { type Ansökan, type Person, type PersonId, synligFör, vuxnaI } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { ansökningskvittoPdf } from '../trad/ansokningskvitto-pdf.ts';

/** What was sent in as one of its adults may read it, as PDF. */
export async function kvittoFör(
  t: TenantTransaction,
  kommun: Kommuninfo,
  ansökan: Ansökan,
  person: PersonId,
): Promise<Uint8Array> {
  const personer = await t.personer.findMany(vuxnaI(ansökan));
  const andra = personer.find((p) => p.id !== person);
  return ansökningskvittoPdf({
    kommun,
    ansökan: synligFör(ansökan, person),
    ärende: await t.ärenden.get(ansökan.ärende),
    läsare: personer.find((p) => p.id === person) as Person,
    andra: andra && { id: andra.id, namn: namnFör(ansökan, andra, person) },
  });
}

/**
 * A person's name as an adult of the application may see it, else empty. The other adult's is shown when she has signed: whoever
 * writes a personal number must not learn whose it is. A protected name is never shown to anybody else.
 */
export function namnFör(ansökan: Ansökan, { id, skyddad, förnamn, efternamn }: Person, läsare: PersonId): string {
  const känd = läsare !== ansökan.sökande || ansökan.underskrifter.some((u) => u.person === id);
  return id === läsare || (känd && !skyddad) ? `${förnamn} ${efternamn}`.trim() : '';
}
