import { type Ansökan, type BeslutadMånad, gällerMånaden } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';

/** The decided month of the applicant that a supplementary application belongs to, with all that is granted for it so far. */
export async function läsBeslutadMånad(t: TenantTransaction, tillägg: Ansökan): Promise<BeslutadMånad | undefined> {
  const månadens = (await t.ansökningar.findForPerson(tillägg.sökande)).filter(
    (a) => a.månad === tillägg.månad && a.id !== tillägg.id && a.slag !== 'akut',
  );
  const beslutade = (
    await Promise.all(månadens.map(async (ansökan) => ({ ansökan, beslut: await t.beslut.findForAnsökan(ansökan.id) })))
  ).flatMap(({ ansökan, beslut }) => (beslut ? [{ ansökan, beslut }] : []));
  const hela = beslutade.find(({ ansökan }) => gällerMånaden(ansökan));
  if (!hela) return undefined;
  const { utredning } = await t.utredningar.getBeräkning(hela.beslut.beräkning);
  return { utredning, beviljat: beslutade.reduce((sum, { beslut }) => sum + beslut.belopp, 0) };
}
