import {
  type Ansökan,
  ansvararFör,
  type Dygnsklocka,
  dagFör,
  dygnsklocka,
  type Komplettering,
  köläge,
  nästaSteg,
  olästSvar,
  pauserFör,
  type Tidpunkt,
  type UnderrättelseMedSvar,
  vuxnaI,
  väntarPåSvar,
  yttrandepaus,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Klocka, Körad, Medarbetare } from '@stegvis/workbench';
import { benämning } from './benamning.ts';
import { läsTillbaka } from './vag/uppfoljning.ts';

/** The queue as one member of staff sees it, those with least time left first. */
export async function läsKö(t: TenantTransaction, who: Medarbetare, nu: Tidpunkt): Promise<Körad[]> {
  const kö = await t.utredningar.kö();
  const ärenden = [...new Set(kö.map((k) => k.ärende.id))];
  const kompletteringar = Map.groupBy(
    await t.kompletteringar.findForAnsökningar(kö.map((k) => k.ansökan.id)),
    (k) => k.ansökan,
  );
  const underrättelser = await t.underrättelser.findForAnsökningar(kö.map((k) => k.ansökan.id));
  const föreslagna = new Set((await t.beslutsförslag.findVäntande()).map((f) => f.ansökan));
  const olästa = await t.meddelanden.räknaOlästa(ärenden);
  const namn = new Map((await t.organisation.findAnvändare()).map((a) => [a.id, a.namn]));
  const mina = ansvararFör(who.id, await t.handläggning.findErsättare(), dagFör(nu));
  const tillbaka = await läsTillbaka(t, [...new Set(kö.flatMap(({ ansökan }) => vuxnaI(ansökan)))], dagFör(nu));
  return kö.map(({ ansökan, ärende, personer, stopp }): Körad => {
    const egna = kompletteringar.get(ansökan.id) ?? [];
    const väntar = egna.filter((k) => väntarPåSvar(k, nu));
    const hearings = underrättelser.get(ansökan.id) ?? [];
    const hörs = köläge(hearings, nu);
    const klocka = klockaFör(ansökan, undefined, egna, hearings, nu);
    return {
      ansökan: ansökan.id,
      ärendenummer: ärende.nummer,
      benämning: benämning(personer),
      månad: ansökan.månad,
      tillbaka:
        (who.roller.includes('skyddade-uppgifter') || !personer.some((p) => p.skyddad)) &&
        vuxnaI(ansökan).some((person) => tillbaka.has(person)),
      slag: ansökan.slag,
      kanal: ansökan.kanal,
      nästa: nästaSteg({
        status: ansökan.status,
        stopp,
        akut: ansökan.slag === 'akut',
        oläst:
          (olästa.get(ärende.id) ?? 0) > 0 ||
          egna.some((k) => k.status === 'utgangen' || olästSvar(k)) ||
          hörs === 'yttrande-har-kommit' ||
          hörs === 'tiden-for-yttrande-ar-ute',
        väntarPåSökande: väntar.length > 0 || hörs === 'vantar-pa-yttrande',
        väntarPåAndraPerson: föreslagna.has(ansökan.id),
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

/** The 24-hour clock with everything the applicant has been given time to answer. */
export function klockaFör(
  ansökan: Ansökan,
  beslutad: Tidpunkt | undefined,
  kompletteringar: readonly Komplettering[],
  underrättelser: readonly UnderrättelseMedSvar[],
  nu: Tidpunkt,
): Dygnsklocka {
  const pauser = [...pauserFör(kompletteringar), ...underrättelser.map(yttrandepaus)];
  return dygnsklocka({ inkommen: ansökan.inkommen, beslutad, pauser }, nu);
}

/** The clock in whole minutes; undefined until all adults have signed. */
export function iMinuter(ansökan: Ansökan, { läge, gått, gåttMedPauser }: Dygnsklocka): Klocka | undefined {
  if (ansökan.inkommen === undefined || läge === 'inte-startad') return undefined;
  return { minuterGått: Math.floor(gått / 60_000), minuterMedPauser: Math.floor(gåttMedPauser / 60_000), läge };
}
