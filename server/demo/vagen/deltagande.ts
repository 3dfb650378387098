import { randomUUID } from 'node:crypto';
import {
  type Deltagandemark,
  type Deltagandeslag,
  dagarna,
  dagFör,
  flyttaDag,
  förklaraFrånvaro,
  märkDag,
  placeringstid,
  planeradeTimmar,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Vägfrö } from './sa-vagen.ts';

/** What differs from taking part, counted in planned days back from today: a mark, or nothing where the provider has not reported. */
const AVVIKELSER: Readonly<Record<number, Deltagandeslag | undefined>> = {
  1: undefined,
  4: 'franvaro',
  6: undefined,
  9: 'giltig-franvaro',
  13: 'sjuk-utan-intyg',
};

/** Marks since the placements started: mostly attended, one absence without explanation, one explained, some days not marked. */
export async function såDeltagande(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const idag = dagFör(frö.nu().toISOString());
  for (const person of [...(await personer('langtid')), ...(await personer('sfi-delad-bostad'))])
    for (const placering of await t.anvisningar.findForPersoner([person])) {
      const tid = placeringstid(placering);
      if (!tid || placering.startad === undefined) continue;
      const dagar = dagarna(tid.från, flyttaDag(idag, -1)).filter((dag) => planeradeTimmar(placering, [], dag) > 0);
      const märken: Deltagandemark[] = [];
      for (const [i, dag] of dagar.entries()) {
        const bakåt = dagar.length - i;
        if (bakåt in AVVIKELSER && AVVIKELSER[bakåt] === undefined) continue;
        const result = märkDag(
          { placering, planer: [], märken, idag: dag },
          {
            id: randomUUID(),
            händelse: randomUUID(),
            dag,
            slag: AVVIKELSER[bakåt] ?? 'deltog',
            timmar: undefined,
            av: 'Anordnare Ett',
            nu: `${dag}T15:30:00.000Z`,
          },
        );
        if (!result.ok) throw new Error(result.refusal.text);
        märken.push(result.mark);
        await t.personhändelser.add(result.events);
      }
      await t.deltagande.add(märken);
      const giltig = märken.find(({ slag }) => slag === 'giltig-franvaro');
      if (!giltig) continue;
      const förklarad = förklaraFrånvaro(
        { placering, planer: [], märken, idag: giltig.dag },
        {
          id: randomUUID(),
          händelse: randomUUID(),
          dag: giltig.dag,
          skäl: 'vard',
          text: 'Jag var på återbesök på vårdcentralen.',
          nu: `${giltig.dag}T17:00:00.000Z`,
        },
      );
      if (!förklarad.ok) throw new Error(förklarad.refusal.text);
      await t.deltagande.addFörklaring(förklarad.förklaring);
      await t.personhändelser.add(förklarad.events);
    }
}
