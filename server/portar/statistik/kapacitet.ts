import { dagFör, flyttaMånad, månadsnamn } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { ALLA, indikator, SKYDDAD, skydda } from '@stegvis/statistics';
import type { Kapacitetsport } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { påSidan } from './pa-sidan.ts';

/** Own figures for the forms of the economy and of the capacity, protected as every figure is. */
export function kapacitetsport(kit: Handläggarkit): Kapacitetsport {
  const { now } = kit;
  const läsPåSidan = påSidan(kit);
  const senaste = () => flyttaMånad(dagFör(now()).slice(0, 7), -1);
  const logga = (t: TenantTransaction, objekt: string) =>
    t.granskning.add({
      tid: now(),
      handling: 'konsekvens.last',
      person: undefined,
      objekt: { slag: 'konsekvens', id: objekt },
      ändamål: 'verksamhetsplanering',
      utfall: 'tillaten',
    });
  /** One protected figure without splits; undefined when there is none or it may not be shown. */
  const mått = async (t: TenantTransaction, id: string, från: string, till: string): Promise<number | undefined> => {
    const i = indikator(id);
    if (!i || !(await t.statistik.omfång())) return undefined;
    const fråga = { indikator: id, från, till, tid: 'hela', uppdelning: [], filter: {} } as const;
    const svar = skydda(await t.statistik.räkna(fråga), { indikator: i });
    const värde = svar.celler.find(({ grupper }) => grupper.every((g) => g === ALLA))?.värde;
    return värde === undefined || värde === SKYDDAD || !(värde > 0) ? undefined : värde;
  };
  return {
    egnaEkonomisiffror: (who) =>
      läsPåSidan(who, async (t) => {
        await logga(t, 'ekonomi');
        const till = senaste();
        const från = flyttaMånad(till, -11);
        const perHushåll = await mått(t, 'kr-per-hushall', från, till);
        const vuxna = await mått(t, 'vuxna', från, till);
        return {
          värden: {
            ...(perHushåll ? { betalning: String(Math.round(perHushåll)), manader: '12' } : {}),
            ...(vuxna ? { deltagare: String(Math.round(vuxna)) } : {}),
          },
          källor: [
            ...(perHushåll
              ? [`Betalningen är medelvärdet per hushåll och månad, ${månadsnamn(från)}–${månadsnamn(till)}.`]
              : []),
            ...(vuxna
              ? [`Deltagarna är de vuxna som fick bistånd någon gång ${månadsnamn(från)}–${månadsnamn(till)}.`]
              : []),
          ],
        };
      }),
    egnaKapacitetssiffror: (who) =>
      läsPåSidan(who, async (t) => {
        await logga(t, 'kapacitet');
        const till = senaste();
        const från = flyttaMånad(till, -11);
        const inkomna = await mått(t, 'beslut', från, till);
        const automatiska = await mått(t, 'automatiska-andel', från, till);
        const minuter = await mått(t, 'handlaggningstid', från, till);
        const tjänster = (await t.statistik.findTjänster()).filter(({ månad }) => månad <= till);
        const sista = tjänster
          .map(({ månad }) => månad)
          .sort()
          .at(-1);
        const årsarbetskrafter = tjänster
          .filter(({ månad }) => månad === sista)
          .reduce((sum, { årsarbetskrafter: å }) => sum + å, 0);
        return {
          värden: {
            ...(inkomna ? { ansokningar: String(Math.max(1, Math.round(inkomna / 12))) } : {}),
            ...(automatiska ? { automatisk: String(Math.round(automatiska)) } : {}),
            ...(minuter ? { minuter: String(Math.round(minuter)) } : {}),
            ...(årsarbetskrafter >= 1 ? { handlaggare: String(Math.round(årsarbetskrafter)) } : {}),
          },
          källor: [
            ...(inkomna ? ['Ansökningarna är de som beslutades det senaste året, i medeltal per månad.'] : []),
            ...(automatiska ? ['Andelen automatiska beslut är det senaste årets.'] : []),
            ...(minuter ? ['Handläggningstiden är det senaste årets medelvärde.'] : []),
            ...(årsarbetskrafter >= 1 && sista ? [`Handläggarna är årsarbetskrafterna i ${månadsnamn(sista)}.`] : []),
          ],
        };
      }),
  };
}
