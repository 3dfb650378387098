import {
  type Ansökan,
  ansvararFör,
  ansökansklocka,
  type Dygnsklocka,
  dagFör,
  type Komplettering,
  nästaSteg,
  type Tidpunkt,
  väntarPåSvar,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Klocka, Körad, Medarbetare } from '@stegvis/workbench';
import { benämning } from './benamning.ts';

/** The queue as one member of staff sees it, those with least time left first. */
export async function läsKö(t: TenantTransaction, who: Medarbetare, nu: Tidpunkt): Promise<Körad[]> {
  const kö = await t.utredningar.kö();
  const ärenden = [...new Set(kö.map((k) => k.ärende.id))];
  const kompletteringar = Map.groupBy(
    await t.kompletteringar.findForAnsökningar(kö.map((k) => k.ansökan.id)),
    (k) => k.ansökan,
  );
  const olästa = await t.meddelanden.räknaOlästa(ärenden);
  const öppnade = await t.handläggning.senastÖppnade(ärenden);
  const namn = new Map((await t.organisation.findAnvändare()).map((a) => [a.id, a.namn]));
  const mina = ansvararFör(who.id, await t.handläggning.findErsättare(), dagFör(nu));
  return kö.map(({ ansökan, ärende, personer, stopp }): Körad => {
    const egna = kompletteringar.get(ansökan.id) ?? [];
    const väntar = egna.filter((k) => väntarPåSvar(k, nu));
    const klocka = ansökansklocka({ inkommen: ansökan.inkommen, beslutad: undefined, kompletteringar: egna }, nu);
    return {
      ansökan: ansökan.id,
      ärendenummer: ärende.nummer,
      benämning: benämning(personer),
      månad: ansökan.månad,
      slag: ansökan.slag,
      kanal: ansökan.kanal,
      nästa: nästaSteg({
        status: ansökan.status,
        stopp,
        akut: ansökan.slag === 'akut',
        oläst: (olästa.get(ärende.id) ?? 0) > 0 || egna.some((k) => oläst(k, öppnade.get(ärende.id))),
        väntarPåSökande: väntar.length > 0,
        väntarPåAndraPerson: false,
        gått: ansökan.inkommen === undefined ? undefined : klocka.gått,
      }),
      stopp: stopp ?? [],
      klocka: iMinuter(ansökan, klocka),
      handläggare:
        ärende.handläggare === undefined
          ? undefined
          : { id: ärende.handläggare, namn: namn.get(ärende.handläggare) ?? 'Kollega' },
      min: ärende.handläggare !== undefined && mina.includes(ärende.handläggare),
      olästa: olästa.get(ärende.id) ?? 0,
      svarSenast: väntar
        .map((k) => k.senast)
        .sort()
        .at(0),
    };
  });
}

/** The request has ended, by an answer or by time, and nobody has had the case open since. */
function oläst(komplettering: Komplettering, öppnat: Tidpunkt | undefined): boolean {
  if (komplettering.status === 'utgangen') return true;
  if (komplettering.status !== 'besvarad' || komplettering.avslutad === undefined) return false;
  return öppnat === undefined || öppnat < komplettering.avslutad;
}

/** The clock in whole minutes; undefined until all adults have signed. */
export function iMinuter(ansökan: Ansökan, { läge, gått, gåttMedPauser }: Dygnsklocka): Klocka | undefined {
  if (ansökan.inkommen === undefined || läge === 'inte-startad') return undefined;
  return { minuterGått: Math.floor(gått / 60_000), minuterMedPauser: Math.floor(gåttMedPauser / 60_000), läge };
}
