import { randomUUID } from 'node:crypto';
import { dagFör, flyttaDag } from '@stegvis/casework';
import { Frågefel, frågaFör, LEVERANS_DAGAR, nästaKörning } from '@stegvis/statistics';
import { ställFråga } from '../portar/statistik/stall-fraga.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

/**
 * Runs the extracts whose day has come, keeps what they show, and takes away what has been kept long enough. A measure that no longer
 * answers the question gives no result; the schedule goes on.
 */
export const görUttag: Tidsstyrd = {
  namn: 'gor-uttag',
  kör: async (t, { nu }) => {
    const dag = dagFör(nu);
    for (const uttag of await t.uttag.findAttKöra(dag)) {
      const leverans = await ställFråga(t, frågaFör(uttag.fråga, dag)).catch((fel: unknown) => {
        if (fel instanceof Frågefel) return undefined;
        throw fel;
      });
      if (leverans) await t.uttag.addLeverans({ id: randomUUID(), uttag: uttag.id, dag, svar: leverans, gjord: nu });
      await t.uttag.save({ ...uttag, nästa: nästaKörning(uttag.schema, dag), version: uttag.version + 1 });
      await t.granskning.add({
        tid: nu,
        handling: leverans ? 'uttag.gjort' : 'uttag.gick-inte',
        person: undefined,
        objekt: { slag: 'statistik', id: uttag.id },
        ändamål: 'statistik',
        utfall: 'tillaten',
      });
    }
    await t.uttag.gallraLeveranser(flyttaDag(dag, -LEVERANS_DAGAR));
  },
};
