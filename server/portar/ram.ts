import { randomUUID } from 'node:crypto';
import { type Ansökan, dagFör, type Person, type Ramrad, ramkandidater, sättRam, vuxnaI } from '@stegvis/casework';
import { Duplicate, VersionConflict } from '@stegvis/database';
import type { Rambild, Ramport } from '@stegvis/workbench';
import { beräknaOchSpara } from '../trad/berakna-och-besluta.ts';
import type { Handläggarkit } from './handlaggarkit.ts';

/** Individual frames on the database. */
export function ramport({ now, as, open, act }: Handläggarkit): Ramport {
  return {
    ram: (who, id) =>
      as(who, async (t): Promise<Rambild | undefined> => {
        const ansökan = await open(t, who, id, 'ram.last');
        if (!ansökan) return undefined;
        const versioner = await t.ramar.findForÄrende(ansökan.ärende);
        const rader = versioner.at(-1)?.rader ?? [];
        const historik = await t.ansökningar.historik(ansökan);
        const sparad = await t.utredningar.findSenasteBeräkning(id);
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        const vem = vemsInkomst(personer, ansökan);
        return {
          ansökan: id,
          ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
          vuxna: personer.map((p) => ({ namn: namnet(p) })),
          versioner: versioner.toReversed(),
          kandidater: ramkandidater(
            sparad?.utredning.jämförelse ?? [],
            historik.beslut.find((b) => b.avPerson),
            rader,
          ).map((kandidat) => ({ ...kandidat, vem: vem(kandidat.rad), iRamen: rader.includes(kandidat.rad) })),
        };
      }),

    sättRam: (who, id, val) =>
      act(who, id, 'ram.satt', async (t, ansökan) => {
        const result = sättRam((await t.ramar.findForÄrende(ansökan.ärende)).at(-1), {
          ...val,
          id: randomUUID(),
          ärende: ansökan.ärende,
          av: { id: who.id, namn: who.namn },
          idag: dagFör(now()),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.ramar.add(result.ram).catch((error: unknown) => {
          throw error instanceof Duplicate ? new VersionConflict('ram', ansökan.ärende) : error;
        });
        // What stops the application may be another now: the caseworker sees it at once. Nothing is decided by it.
        if (ansökan.status === 'utreds') await beräknaOchSpara(t, id, now());
        return result;
      }),
  };
}

/** Whose an income is: an adult's or a child's name, where the household has more than one person. */
function vemsInkomst(personer: readonly Person[], ansökan: Ansökan): (rad: Ramrad) => string | undefined {
  const alla = new Map([
    ...personer.map((p) => [p.id, namnet(p)] as const),
    ...(ansökan.uppgifter.barn ?? []).map((b) => [b.id, b.namn] as const),
  ]);
  return (rad) => (rad.slag === 'inkomst' && alla.size > 1 ? (alla.get(rad.person) ?? 'Okänd person') : undefined);
}

function namnet({ förnamn, efternamn }: Person): string {
  return `${förnamn} ${efternamn}`.trim();
}
