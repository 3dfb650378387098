import { randomUUID } from 'node:crypto';
import { type Ansökansslut, type Bedömare, följAnsökan, type Tidpunkt } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';

/** Ends what waited for an application that has ended in another way: matters of reduction, their hearing, a proposal. */
export async function avslutaMedAnsökan(
  t: TenantTransaction,
  ansökan: string,
  input: { slut: Ansökansslut; av: Bedömare | undefined; nu: Tidpunkt },
): Promise<void> {
  const följder = följAnsökan(
    {
      ansökan,
      ärenden: await t.nedsättningar.findForAnsökan(ansökan),
      underrättelser: await t.underrättelser.findForAnsökan(ansökan),
      förslag: await t.beslutsförslag.findForAnsökan(ansökan),
    },
    { ...input, id: randomUUID },
  );
  for (const ärende of följder.ärenden) await t.nedsättningar.save(ärende);
  for (const underrättelse of följder.underrättelser) await t.underrättelser.save(underrättelse);
  for (const förslag of följder.förslag) await t.beslutsförslag.save(förslag);
  await t.personhändelser.add(följder.personhändelser);
  await t.händelser.add(följder.events);
}
