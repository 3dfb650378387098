import type { Tidpunkt } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { görFakta } from './gor-fakta.ts';
import { insatsmånader, slåIhop } from './insatsmanader.ts';
import { läsRamverk, läsUnderlag } from './las-underlag.ts';

/** How many facts were made of each kind. */
export type Underlagsräkning = Readonly<
  Record<
    'hushållsmånader' | 'personmånader' | 'personår' | 'ansökningar' | 'perioder' | 'insatsmånader' | 'händelser',
    number
  >
>;

/**
 * Makes the facts of the board's cases anew, in the transaction: readers see the old ones until it ends, never a mixture. Facts of a
 * synthetic municipality are left as they are. Two at once wait for each other.
 */
export async function görUnderlag(t: TenantTransaction, nu: Tidpunkt): Promise<Underlagsräkning> {
  const ram = await läsRamverk(t, nu);
  await t.statistik.clear('arenden');
  const antal = {
    hushållsmånader: 0,
    personmånader: 0,
    personår: 0,
    ansökningar: 0,
    perioder: 0,
    insatsmånader: 0,
    händelser: 0,
  };
  for await (const underlag of läsUnderlag(t)) {
    const parti = görFakta(underlag, ram);
    await t.statistik.add('arenden', parti);
    for (const slag of Object.keys(parti) as (keyof typeof parti)[]) antal[slag] += parti[slag].length;
  }
  const insatser = [];
  for (const insats of await t.insatser.findAlla())
    insatser.push(...insatsmånader(insats, await t.anvisningar.findForInsats(insats.id), ram.trappa, nu));
  const månader = slåIhop(insatser);
  antal.insatsmånader = månader.length;
  await t.statistik.add('arenden', { insatsmånader: månader });
  await t.statistik.setUnderlag('arenden', nu);
  return antal;
}
