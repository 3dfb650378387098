import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  gällandeKonto,
  type Kontouppgift,
  type Kontoändring,
  kontoändringshändelse,
  sammaKonto,
  type Tidpunkt,
  ändraKonto,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { noteraAvisering } from './avisera.ts';

/** The account of the person's latest payment to an account, whatever became of it. */
export async function senasteKonto(t: TenantTransaction, person: string): Promise<Kontouppgift | undefined> {
  const ändringar = (await t.kontoändringar.findForPersoner([person])).filter((ä) => ä.status === 'galler');
  const senaste = ändringar.at(-1);
  const betalt = await senasteBetalning(t, person);
  if (!senaste) return betalt?.konto;
  return betalt && betalt.planerad > senaste.skapad ? betalt.konto : senaste.konto;
}

async function senasteBetalning(t: TenantTransaction, person: string) {
  return (await t.utbetalningar.findForMottagare(person)).find((u) => u.konto.innehavare === person);
}

/** The account that counts for an application: the one it states, unless the person has changed it since it came in. */
export async function kontoFör(t: TenantTransaction, ansökan: Ansökan): Promise<Kontouppgift | undefined> {
  const { konto } = ansökan.uppgifter;
  if (konto === undefined || ansökan.inkommen === undefined) return konto;
  return gällandeKonto(
    { konto, inkommen: ansökan.inkommen },
    await t.kontoändringar.findForPersoner([konto.innehavare]),
  );
}

/**
 * Keeps a change of account that counts and tells the person on another channel than the one it was made on: a notice where she
 * wants one, and a line among the events of her newest case.
 */
export async function sparaKontoändring(
  t: TenantTransaction,
  ändring: Kontoändring,
  nu: Tidpunkt,
  save: (ändring: Kontoändring) => Promise<void>,
): Promise<void> {
  await save({ ...ändring, aviserad: { tid: nu, kanal: 'avisering' } });
  const [senaste] = (await t.ansökningar.findForPerson(ändring.person)).filter((a) => a.status !== 'utkast');
  if (senaste)
    await t.händelser.add([kontoändringshändelse(ändring, { ärende: senaste.ärende, ansökan: senaste.id }, nu)]);
  await noteraAvisering(t, ändring.person, nu);
}

/** Notes that an application states another account than the one the holder had, and tells the holder, before the money goes. */
export async function noteraAnsökansKonto(t: TenantTransaction, konto: Kontouppgift, nu: Tidpunkt): Promise<void> {
  const senaste = await senasteKonto(t, konto.innehavare);
  if (!senaste || sammaKonto(senaste, konto)) return;
  const result = ändraKonto({ id: randomUUID(), person: konto.innehavare, konto, sätt: 'ansokan', senaste, nu });
  if (result.ok) await sparaKontoändring(t, result.ändring, nu, (ä) => t.kontoändringar.add(ä));
}
