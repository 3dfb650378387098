import type { Ansökan, Tidpunkt } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Kollega, Medarbetare, Närvarokollega } from '@stegvis/workbench';

/** How long somebody counts as being in a case after the last sign: a page that was loaded, or the page's own heartbeat. */
const KVAR_MS = 5 * 60 * 1000;

function sedanMinst(nu: Tidpunkt): Tidpunkt {
  return new Date(Date.parse(nu) - KVAR_MS).toISOString();
}

/**
 * Marks that somebody has the case open, and adds the time to what the application has taken until it is decided. Who took it is not
 * kept: the statistics say how long applications take, never how long anybody does.
 */
export async function noteraNärvaro(
  t: TenantTransaction,
  ansökan: Pick<Ansökan, 'id' | 'ärende' | 'status'>,
  who: Pick<Medarbetare, 'id'>,
  nu: Tidpunkt,
): Promise<void> {
  const sekunder = await t.handläggning.närvara(ansökan.ärende, who.id, nu, sedanMinst(nu));
  if (sekunder > 0 && (ansökan.status === 'inkommen' || ansökan.status === 'utreds'))
    await t.handläggning.addHandläggningstid(ansökan.id, sekunder);
}

/** The colleagues who have the case open. */
export async function findNärvarokollegor(
  t: TenantTransaction,
  who: Medarbetare,
  ärende: string,
  nu: Tidpunkt,
): Promise<Närvarokollega[]> {
  return (await t.handläggning.findNärvarande(ärende, sedanMinst(nu)))
    .filter((n) => n.id !== who.id)
    .map(({ namn, sedan, senast }) => ({ namn, sedan, senast }));
}

/** The colleagues who can be given a case. */
export async function findKollegor(t: TenantTransaction, who: Medarbetare, skyddat: boolean): Promise<Kollega[]> {
  return (await t.organisation.findAnvändare())
    .filter((a) => a.id !== who.id && a.aktiv && a.roller.some((r) => r === 'handlaggare' || r === 'enhetschef'))
    .filter((a) => !skyddat || a.roller.includes('skyddade-uppgifter'))
    .map(({ id, namn, titel }) => ({ id, namn, titel }));
}
