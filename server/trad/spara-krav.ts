import { randomUUID } from 'node:crypto';
import type { Genomförandeplan, Kravbeslut, Kravbrev, Personhändelse } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { bestämBrev, kravbrevText, kravetUpphörtText, ritaBrev } from '@stegvis/integrations';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { noteraAvisering } from './avisera.ts';

type Avsändare = Pick<Kommunuppgifter, 'namn' | 'nämnd' | 'telefon' | 'telefontid'>;

/** Keeps a decided requirement, what it replaces and the letter with the plan as it is now, in one transaction. */
export async function sparaKrav(
  t: TenantTransaction,
  kommun: Avsändare,
  beslut: { krav: Kravbeslut; ersatt: readonly Kravbeslut[]; events: readonly Personhändelse[] },
): Promise<void> {
  await t.kravbeslut.add(beslut.krav);
  for (const ersatt of beslut.ersatt) await t.kravbeslut.upphör(ersatt);
  await t.personhändelser.add(beslut.events);
  await bestämKravbrev(t, kommun, beslut.krav, 'krav');
}

/** Keeps that a requirement has ended, with its letter. */
export async function sparaUpphävtKrav(
  t: TenantTransaction,
  kommun: Avsändare,
  slut: { krav: Kravbeslut; events: readonly Personhändelse[] },
): Promise<void> {
  await t.kravbeslut.upphör(slut.krav);
  await t.personhändelser.add(slut.events);
  await bestämKravbrev(t, kommun, slut.krav, 'upphort');
}

async function bestämKravbrev(
  t: TenantTransaction,
  kommun: Avsändare,
  krav: Kravbeslut,
  slag: Kravbrev['slag'],
): Promise<void> {
  const person = await t.personer.get(krav.person);
  const namn = `${person.förnamn} ${person.efternamn}`.trim();
  const grund = {
    kommun: kommun.namn,
    nämnd: kommun.nämnd,
    kontakt: `ring ${kommun.telefon}, ${kommun.telefontid}`,
    mottagare: namn ? [namn] : [],
    krav,
  };
  const innehåll =
    slag === 'krav' ? kravbrevText({ ...grund, plan: await läsPlanen(t, krav) }) : kravetUpphörtText(grund);
  const skapat = slag === 'krav' ? krav.beslutat : (krav.upphört?.tid ?? krav.beslutat);
  await t.kravbrev.add({
    id: randomUUID(),
    krav: krav.id,
    mottagare: krav.person,
    slag,
    skapat,
    innehåll: bestämBrev(innehåll),
    pdf: undefined,
  });
  await noteraAvisering(t, krav.person, skapat);
}

async function läsPlanen(t: TenantTransaction, krav: Kravbeslut): Promise<Genomförandeplan> {
  const plan = (await t.planer.findForPersoner([krav.person])).find(({ id }) => id === krav.plan.id);
  if (!plan) throw new RangeError('Planen som kravet beslutades med finns inte.');
  return plan;
}

/** The PDF of a letter about a requirement, made the first time somebody reads it and kept; undefined when it is another's. */
export async function läsKravbrev(t: TenantTransaction, person: string, id: string): Promise<Uint8Array | undefined> {
  const finns = (await t.kravbrev.findForPersoner([person])).some((brev) => brev.id === id);
  if (!finns) return undefined;
  const brev = await t.kravbrev.get(id);
  if (brev.pdf !== undefined) return brev.pdf;
  const pdf = ritaBrev(brev.innehåll, brev.skapat);
  await t.kravbrev.setPdf(id, pdf);
  return pdf;
}
