import {
  type Ansökan,
  avsettUtfall,
  nedsättningarFör,
  nedsättningPågår,
  olästa,
  saknadeSvar,
  type Tidpunkt,
  varningarAttKvittera,
  vuxnaI,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Medarbetare, Ärendebild } from '@stegvis/workbench';
import { iMinuter, klockaFör } from './kobild.ts';
import { findKollegor, findNärvarokollegor } from './narvaro.ts';

/** Everything the caseworker's page shows about one application that the reader may open. */
export async function läsÄrendebild(
  t: TenantTransaction,
  who: Medarbetare,
  ansökan: Ansökan,
  nu: Tidpunkt,
): Promise<Ärendebild> {
  const { id } = ansökan;
  const ärende = await t.ärenden.get(ansökan.ärende);
  const personer = await t.personer.findMany(vuxnaI(ansökan));
  const beslut = await t.beslut.findForAnsökan(id);
  const sparad = beslut
    ? await t.utredningar.getBeräkning(beslut.beräkning)
    : await t.utredningar.findSenasteBeräkning(id);
  const frågningar = await t.utredningar.findFrågningar(id);
  const resultat = sparad?.resultat;
  const beräkning = resultat?.slag === 'beraknad' ? resultat.beräkning : undefined;
  const stopp = sparad?.förslag.slag === 'till-handlaggare' ? sparad.förslag.stopp : [];
  const kompletteringar = await t.kompletteringar.findForAnsökningar([id]);
  const registrering = await t.handläggning.findRegistrering(id);
  const ansvarig = ärende.handläggare === undefined ? undefined : await t.organisation.getAnvändare(ärende.handläggare);
  const nedsättningar = await t.nedsättningar.findForPersoner(vuxnaI(ansökan));
  const trådar = await Promise.all(personer.map((p) => t.meddelanden.findForPerson(p.id, ärende.id)));
  return {
    ansökan,
    ärende,
    vuxna: vuxnaI(ansökan)
      .flatMap((vuxen) => personer.filter((p) => p.id === vuxen))
      .map((p) => ({ id: p.id, namn: `${p.förnamn} ${p.efternamn}`.trim(), personnummer: p.personnummer })),
    klocka: iMinuter(
      ansökan,
      klockaFör(ansökan, beslut?.beslutad, kompletteringar, await t.underrättelser.findForAnsökan(id), nu),
    ),
    tidigareBeslut: (await t.beslut.findForÄrende(ärende.id)).filter((b) => b.ansökan !== id),
    registersvar: personer.map((p) => ({
      person: p.id,
      svar: frågningar.filter((f) => f.person === p.id).at(-1)?.svar ?? [],
    })),
    jämförelse: sparad?.utredning.jämförelse ?? [],
    beräkningId: sparad?.id,
    beräkning,
    ingenBeräkning:
      resultat === undefined
        ? ansökan.inkommen === undefined
          ? 'Alla vuxna har inte skrivit under än.'
          : 'Vi väntar på svar från registren.'
        : resultat.slag === 'ej-i-kraft'
          ? resultat.text
          : resultat.slag === 'felaktigt-underlag'
            ? resultat.fel.map((f) => `${f.plats}: ${f.text}`).join(' ')
            : undefined,
    stopp,
    händelser: (await t.händelser.findForÄrende(ärende.id)).filter((h) => h.ansökan === id),
    beslut,
    utbetalning: beslut && (await t.utbetalningar.findForBeslut(beslut.id)),
    avsett: resultat && avsettUtfall(resultat, nedsättningarFör(nedsättningar, id)),
    nedsättningar: nedsättningar.filter((ärende) => nedsättningPågår(ärende) || ärende.beslut?.ansökan === id),
    ansvarig: ansvarig && { namn: ansvarig.namn, jag: ansvarig.id === who.id },
    varningar: varningarAttKvittera(stopp, beräkning?.varningar ?? []),
    kvittenser: await t.handläggning.findKvittenser(id),
    journal: await t.handläggning.findJournal(ärende.id),
    påminnelser: (await t.handläggning.findPåminnelser(who.id)).filter((p) => p.ansökan === id),
    närvarande: await findNärvarokollegor(t, who, ärende.id, nu),
    kollegor: await findKollegor(
      t,
      who,
      personer.some((p) => p.skyddad),
    ),
    registrering: registrering && { av: registrering.av.namn, mottagen: registrering.mottagen },
    saknas: ansökan.kanal === 'webb' ? [] : saknadeSvar(ansökan),
    kompletteringar,
    olästa: olästa(trådar.flat(), 'personal').length,
    läst: nu,
  };
}
