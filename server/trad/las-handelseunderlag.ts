import { type Dag, type Händelseunderlag, närvarodagar, type PersonId } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';

/** What a matter of refusal or reduction may be about for these persons. Undefined when an activity of a referral cannot be found. */
export async function läsHändelseunderlag(
  t: TenantTransaction,
  personer: readonly PersonId[],
  idag: Dag,
): Promise<Händelseunderlag | undefined> {
  const anvisningar = await t.anvisningar.findForPersoner(personer);
  const ärenden = await t.nedsättningar.findForPersoner(personer);
  if (anvisningar.length === 0) return { anvisningar: [], dagar: [], ärenden, idag };
  const insatser = new Map(
    await Promise.all(
      [...new Set(anvisningar.map(({ insats }) => insats))].map(async (id) => [id, await t.insatser.find(id)] as const),
    ),
  );
  const medInsats = anvisningar.flatMap((anvisning) => {
    const insats = insatser.get(anvisning.insats);
    return insats ? [{ anvisning, insats }] : [];
  });
  if (medInsats.length !== anvisningar.length) return undefined;
  return {
    anvisningar: medInsats,
    dagar: närvarodagar({
      anvisningar,
      märken: await t.deltagande.findForPersoner(personer),
      förklaringar: await t.deltagande.findFörklaringar(personer),
      bedömningar: await t.deltagande.findBedömningar(personer),
      intyg: await t.deltagande.findIntyg(personer),
      intygsbeslut: await t.deltagande.findIntygsbeslut(personer),
    }),
    ärenden,
    idag,
  };
}
