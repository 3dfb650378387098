import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  beslutaManuellt,
  dagFör,
  dygnsklocka,
  läggIFil,
  refuse,
  type Tidpunkt,
  vuxnaI,
  väntarPåUnderskrift,
  ändraGodkäntBelopp,
} from '@stegvis/casework';
import { NotFound, VersionConflict } from '@stegvis/database';
import type { HandläggarPort, Klocka, Körad, Ärendebild } from '@stegvis/workbench';
import { beräknaOchSpara } from '../trad/berakna-och-besluta.ts';
import { läsLäge } from '../trad/las-lage.ts';
import { skrivBetalfil } from '../trad/skriv-betalfil.ts';
import { type Handläggardelar, handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** The staff's pages' port on the database. Every read and act is written to the audit log. */
export function handläggarPort(delar: Handläggardelar): HandläggarPort {
  const kit = handläggarkit(delar);
  const { now, as, audit, mayHandle, open, act } = kit;
  return {
    kommun: { namn: delar.kommun.namn, nämnd: delar.kommun.nämnd },
    idag: () => dagFör(now()),

    kö: (who) =>
      as(who, async (t) => {
        if (!mayHandle(who)) return [];
        await audit(t, 'ko.last', undefined);
        const väntar = (await t.utredningar.kö()).map(({ ansökan, ärende, personer, stopp }): Körad => {
          const skyddad = personer.some((p) => p.skyddad);
          const benämning = skyddad
            ? 'Skyddad person'
            : personer.map((p) => `${p.förnamn} ${p.efternamn}`.trim() || 'Namn saknas').join(' och ');
          return {
            ansökan: ansökan.id,
            ärendenummer: ärende.nummer,
            benämning,
            månad: ansökan.månad,
            slag: ansökan.slag,
            nästa: ansökan.status === 'inkommen' || stopp === undefined ? 'vantar-pa-register' : 'ta-stallning',
            stopp: stopp ?? [],
            klocka: klocka(ansökan, undefined, now()),
            handläggare: ärende.handläggare,
            min: ärende.handläggare === who.id,
          };
        });
        return väntar;
      }),

    hämta: (who, id) =>
      as(who, async (t): Promise<Ärendebild | undefined> => {
        const ansökan = await open(t, who, id, 'ansokan.oppnad');
        if (!ansökan) return undefined;
        const ärende = await t.ärenden.get(ansökan.ärende);
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        const beslut = await t.beslut.findForAnsökan(id);
        const sparad = beslut
          ? await t.utredningar.getBeräkning(beslut.beräkning)
          : await t.utredningar.findSenasteBeräkning(id);
        const frågningar = await t.utredningar.findFrågningar(id);
        const resultat = sparad?.resultat;
        return {
          ansökan,
          ärende,
          vuxna: personer.map((p) => ({
            id: p.id,
            namn: `${p.förnamn} ${p.efternamn}`.trim(),
            personnummer: p.personnummer,
          })),
          klocka: klocka(ansökan, beslut?.beslutad, now()),
          tidigareBeslut: (await t.beslut.findForÄrende(ärende.id)).filter((b) => b.ansökan !== id),
          registersvar: personer.map((p) => ({
            person: p.id,
            svar: frågningar.filter((f) => f.person === p.id).at(-1)?.svar ?? [],
          })),
          jämförelse: sparad?.utredning.jämförelse ?? [],
          beräkningId: sparad?.id,
          beräkning: resultat?.slag === 'beraknad' ? resultat.beräkning : undefined,
          ingenBeräkning:
            resultat === undefined
              ? 'Vi väntar på svar från registren.'
              : resultat.slag === 'ej-i-kraft'
                ? resultat.text
                : resultat.slag === 'felaktigt-underlag'
                  ? resultat.fel.map((f) => `${f.plats}: ${f.text}`).join(' ')
                  : undefined,
          stopp: sparad?.förslag.slag === 'till-handlaggare' ? sparad.förslag.stopp : [],
          händelser: (await t.händelser.findForÄrende(ärende.id)).filter((h) => h.ansökan === id),
          beslut,
          utbetalning: beslut && (await t.utbetalningar.findForBeslut(beslut.id)),
        };
      }),

    ta: (who, id) =>
      act(who, id, 'arende.taget', async (t, ansökan) => {
        const ärende = await t.ärenden.get(ansökan.ärende);
        await t.ärenden.save({ ...ärende, handläggare: who.id });
        return { ok: true };
      }),

    ändraBelopp: (who, id, ändring) =>
      act(who, id, 'belopp.andrat', async (t, ansökan) => {
        if (ansökan.version !== ändring.baseradPå) throw new VersionConflict('ansokan', id);
        const { utredning } = await läsLäge(t, id, now());
        const result = ändraGodkäntBelopp(ansökan, utredning.jämförelse, {
          id: randomUUID(),
          rad: ändring.rad,
          belopp: ändring.belopp,
          skäl: ändring.skäl,
          av: { id: who.id, namn: who.namn },
          nu: now(),
        });
        if (!result.ok) return result;
        await t.ansökningar.save(result.ansökan);
        await t.utredningar.addJustering(result.justering);
        await t.händelser.add(result.events);
        await beräknaOchSpara(t, id, now());
        return { ok: true };
      }),

    frågaIgen: (who, id) =>
      act(who, id, 'register.fraga-igen', async (t, ansökan) => {
        if (ansökan.status !== 'utreds' && ansökan.status !== 'inkommen')
          return refuse('fel-status', 'Ansökan är redan beslutad.', 'Registren frågas medan ansökan utreds.');
        await delar.jobb.börja(t, id);
        return { ok: true };
      }),

    besluta: (who, id, val) =>
      act(who, id, 'beslut.fattat', async (t, ansökan) => {
        if (ansökan.version !== val.baseradPå) throw new VersionConflict('ansokan', id);
        const sparad = await t.utredningar.findSenasteBeräkning(id);
        if (!sparad) return refuse('inte-beraknad', 'Ansökan är inte beräknad än.', 'Vänta på svar från registren.');
        const result = beslutaManuellt(
          {
            ansökan,
            utredning: sparad.utredning,
            beräkning: sparad.resultat,
            beräkningId: sparad.id,
            delegation: await t.organisation.findDelegationspunkter(),
          },
          {
            id: randomUUID(),
            av: await t.organisation.getAnvändare(who.id),
            sett: val.sett,
            motivering: val.motivering,
            kommunicering: val.kommunicering,
            nu: now(),
          },
        );
        if (!result.ok) return result;
        await t.ansökningar.save(result.ansökan);
        await t.beslut.add(result.beslut);
        await t.händelser.add(result.events);
        await delar.jobb.efterBeslut(t, result.ansökan, result.beslut);
        return { ok: true, beslut: result.beslut };
      }),

    brev: (who, ansökanId) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, ansökanId, 'brev.last');
        const beslut = ansökan && (await t.beslut.findForAnsökan(ansökan.id));
        const letter = beslut && (await t.brev.findForBeslut(beslut.id)).find((b) => b.mottagare === ansökan.sökande);
        return letter && (await t.brev.get(letter.id)).pdf;
      }),

    betalningar: (who) =>
      as(who, async (t) => {
        if (!who.roller.includes('utbetalare')) return { planerade: [], filer: [] };
        await audit(t, 'betalningar.last', undefined);
        const planerade = await t.utbetalningar.findAttBetala('9999-12-31');
        return {
          planerade: await Promise.all(
            planerade.map(async (utbetalning) => {
              const person = await t.personer.get(utbetalning.mottagare);
              const mottagare = person.skyddad ? 'Skyddad person' : `${person.förnamn} ${person.efternamn}`.trim();
              return { utbetalning, mottagare, ärendenummer: (await t.ärenden.get(utbetalning.ärende)).nummer };
            }),
          ),
          filer: await t.utbetalningar.findBetalfiler(),
        };
      }),

    skapaBetalfil: (who, utbetalningsdag) =>
      as(who, async (t) => {
        if (!who.roller.includes('utbetalare'))
          return refuse('inte-behorig', 'Du har inte rätt att skapa betalfiler.', 'Be en utbetalare.');
        const planned = (await t.utbetalningar.findAttBetala(utbetalningsdag)).filter(
          (u) => u.utbetalningsdag === utbetalningsdag,
        );
        const id = randomUUID();
        const result = läggIFil({
          id,
          meddelandeId: `STEGVIS-${utbetalningsdag.replaceAll('-', '')}-${id.slice(0, 8)}`,
          utbetalningar: planned,
          av: who.id,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.utbetalningar.addBetalfil(result.betalfil);
        for (const utbetalning of result.utbetalningar) await t.utbetalningar.save(utbetalning);
        await t.händelser.add(result.events);
        await t.utbetalningar.setBetalfilsinnehåll(id, await skrivBetalfil(t, result.betalfil, delar.kommun));
        await audit(t, 'betalfil.skapad', undefined);
        return { ok: true, fil: await t.utbetalningar.getBetalfil(id) };
      }),

    betalfil: (who, id) =>
      as(who, async (t) => {
        if (!who.roller.includes('utbetalare') || !isUuid(id)) return undefined;
        await audit(t, 'betalfil.hamtad', undefined);
        const fil = await t.utbetalningar.getBetalfil(id).catch((error: unknown) => {
          if (error instanceof NotFound) return undefined;
          throw error;
        });
        return fil?.innehåll === undefined ? undefined : { namn: `${fil.meddelandeId}.xml`, xml: fil.innehåll };
      }),

    granskning: (who, filter) =>
      as(who, async (t) => {
        if (!who.roller.includes('granskare')) return [];
        await audit(t, 'granskningslogg.last', undefined);
        const ärende = filter.ärende === undefined ? undefined : await t.ärenden.findByNummer(filter.ärende);
        if (filter.ärende !== undefined && !ärende) return [];
        return t.granskning.find({ ...(ärende ? { person: ärende.sökande } : {}), högst: 200 });
      }),
  };
}

function klocka(ansökan: Ansökan, beslutad: Tidpunkt | undefined, nu: Tidpunkt): Klocka | undefined {
  const { läge, gått } = dygnsklocka({ inkommen: ansökan.inkommen, beslutad, pauser: [] }, nu);
  if (läge === 'inte-startad') return undefined;
  const waiting = väntarPåUnderskrift(ansökan).length > 0;
  return { minuterGått: Math.floor(gått / 60_000), läge: läge === 'stannad' ? 'stannad' : waiting ? 'pausad' : 'går' };
}
