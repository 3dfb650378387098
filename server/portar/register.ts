import { folkbokföringsavvikelser, vuxnaI } from '@stegvis/casework';
import type { Registerbild, Registerport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';

/** What registers have said, on the database. */
export function registerport({ as, open }: Handläggarkit): Registerport {
  return {
    register: (who, id) =>
      as(who, async (t): Promise<Registerbild | undefined> => {
        const ansökan = await open(t, who, id, 'register.last');
        if (!ansökan) return undefined;
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        const frågningar = await t.utredningar.findFrågningar(id);
        const folkbokföring = await t.register.findFolkbokföringssvar(id);
        return {
          ansökan: id,
          ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
          vuxna: vuxnaI(ansökan).map((person) => {
            const p = personer.find((found) => found.id === person);
            return {
              person,
              namn: `${p?.förnamn ?? ''} ${p?.efternamn ?? ''}`.trim(),
              svar: frågningar
                .filter((f) => f.person === person)
                .toReversed()
                .flatMap((f) => f.svar),
              folkbokföring: folkbokföring[person],
            };
          }),
          avvikelser: folkbokföringsavvikelser(ansökan, t.scope.kommun, folkbokföring),
          konto: await t.register.findKontokontroll(id),
        };
      }),
  };
}
