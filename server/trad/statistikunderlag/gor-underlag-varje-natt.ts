import { dagFör } from '@stegvis/casework';
import { förvaldaFrågor } from '@stegvis/statistics';
import type { Tidsstyrd } from '../tidsstyrt.ts';
import { görUnderlag } from './gor-underlag.ts';

/** The Swedish hour from which the night's facts are made: after the day's work and the payment files, before anybody reads. */
const FRÅN_TIMME = 3;

const svenskTimme = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Whether the facts are to be made: not made today, and it is past three at night. */
export function skaGöras(senast: string | undefined, nu: string): boolean {
  return (
    Number(svenskTimme.format(new Date(nu))) >= FRÅN_TIMME && (senast === undefined || dagFör(senast) < dagFör(nu))
  );
}

/**
 * Makes the facts of the statistics once a night, or as soon as it can when the night was missed, and counts what the overview, the
 * measures' pages and the report ask, so that nobody waits for it in the morning.
 */
export const görUnderlagVarjeNatt: Tidsstyrd = {
  namn: 'statistikunderlag',
  kör: async (t, { nu }) => {
    if (await t.organisation.findNämnd()) {
      if (!skaGöras(await t.statistik.findUnderlag('arenden'), nu)) return;
      await görUnderlag(t, nu);
      for (const fråga of förvaldaFrågor(dagFör(nu), await t.statistik.omfång())) await t.statistik.räkna(fråga);
    }
  },
};
