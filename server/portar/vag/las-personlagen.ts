import {
  gällandeSpår,
  type Månad,
  type PersonId,
  type Personläge,
  type Personunderlag,
  personläge,
  type Tidpunkt,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { kravfrån } from '@stegvis/rules';
import { biståndsmånader } from './bedomning.ts';

/** Where each person is, read for all of them at once: as many questions to the database for forty persons as for one. */
export async function läsPersonlägen(
  t: TenantTransaction,
  personer: readonly PersonId[],
  nu: Tidpunkt,
): Promise<ReadonlyMap<PersonId, Personläge>> {
  const samordnarskap = per(await t.samordnarskap.findForPersoner(personer));
  const placeringar = per(await t.spårplaceringar.findForPersoner(personer));
  const bedömningar = per(await t.bedömningar.findForPersoner(personer));
  const planer = per(await t.planer.findForPersoner(personer));
  const krav = per(await t.kravbeslut.findForPersoner(personer));
  const märken = per(await t.deltagande.findForPersoner(personer));
  const frånvarobedömningar = per(await t.deltagande.findBedömningar(personer));
  const möten = per(await t.möten.findForPersoner(personer));
  const anteckningar = per(await t.möten.findAnteckningar(personer));
  const överlämningar = per(await t.överlämningar.findForPersoner(personer));
  const nedsättningar = per(await t.nedsättningar.findForPersoner(personer));
  const avslut = per(await t.avslut.findForPersoner(personer));
  const afAttUtreda = per(personer.length > 0 ? await t.afUppgifter.findAttUtreda() : []);
  const kravFrån = await läsKravFrån(
    t,
    personer.filter((person) => gällandeSpår(placeringar.get(person) ?? [])?.baraJobbsökande),
  );
  const hörs = [...nedsättningar.values()].flat().filter((n) => n.status === 'hors');
  const besvarade = new Set(
    await t.underrättelser.findBesvarade(hörs.flatMap((n) => (n.underrättelse === undefined ? [] : [n.underrättelse]))),
  );
  return new Map(
    personer.map((person) => {
      const underlag: Personunderlag = {
        placeringar: placeringar.get(person) ?? [],
        bedömningar: bedömningar.get(person) ?? [],
        planer: planer.get(person) ?? [],
        krav: krav.get(person) ?? [],
        märken: märken.get(person) ?? [],
        frånvarobedömningar: frånvarobedömningar.get(person) ?? [],
        möten: möten.get(person) ?? [],
        anteckningar: anteckningar.get(person) ?? [],
        överlämningar: överlämningar.get(person) ?? [],
        nedsättningar: nedsättningar.get(person) ?? [],
        avslut: avslut.get(person) ?? [],
        samordnareFrån: samordnarskap.get(person)?.at(-1)?.från,
        olästaHöranden: hörs.filter((n) => n.person === person && besvarade.has(n.underrättelse ?? '')).length,
        kravFrån: kravFrån.get(person),
        afAttUtreda: afAttUtreda.get(person) ?? [],
      };
      return [person, personläge(underlag, nu)];
    }),
  );
}

/** The first month of the requirement for each person. The history is read for all of them at once: it waits until the loop turns. */
async function läsKravFrån(
  t: TenantTransaction,
  personer: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Månad | undefined>> {
  return new Map(
    await Promise.all(
      personer.map(async (person) => [person, kravfrån(await biståndsmånader(t, person))?.från] as const),
    ),
  );
}

function per<T extends { person: PersonId }>(rader: readonly T[]): Map<PersonId, T[]> {
  return Map.groupBy(rader, ({ person }) => person);
}
