import { randomUUID } from 'node:crypto';
import {
  beslutaManuellt,
  dagFör,
  nedsättningarFör,
  refuse,
  vägraOkvitterade,
  ändraGodkändaBelopp,
} from '@stegvis/casework';
import { VersionConflict } from '@stegvis/database';
import type { HandläggarPort, Ärendebild } from '@stegvis/workbench';
import { beräknaOchSpara } from '../trad/berakna-och-besluta.ts';
import { läsLäge } from '../trad/las-lage.ts';
import { läsBrevPdf } from '../trad/skapa-brev.ts';
import { läsÄrendebild } from './arendebild.ts';
import { återkravsport } from './aterkrav.ts';
import { automatikport } from './automatik.ts';
import { beslutsport } from './beslut.ts';
import { betalningar } from './betalningar.ts';
import { delegationsport } from './delegation.ts';
import { handläggarensDokument } from './dokument-handlaggare.ts';
import { type Handläggardelar, handläggarkit } from './handlaggarkit.ts';
import { handläggningsport, kvittera } from './handlaggningsport.ts';
import { inställningsport } from './installningar.ts';
import { läsKö } from './kobild.ts';
import { meddelandeport } from './meddelanden.ts';
import { noteraNärvaro } from './narvaro.ts';
import { handläggarensÖverklaganden } from './overklagande.ts';
import { ramport } from './ram.ts';
import { registerport } from './register.ts';
import { registreringsport } from './registrering.ts';
import { statistikport } from './statistik.ts';
import { vägport } from './vag.ts';

/** The staff's pages' port on the database. Every read and act is written to the audit log. */
export function handläggarPort(delar: Handläggardelar): HandläggarPort {
  const kit = handläggarkit(delar);
  const { now, as, audit, mayHandle, open, act } = kit;
  return {
    ...betalningar(kit),
    ...automatikport(kit),
    ...delegationsport(kit),
    ...inställningsport(kit),
    kommun: { namn: delar.kommun.namn, nämnd: delar.kommun.nämnd },
    väg: vägport(kit),
    statistik: statistikport(kit),
    idag: () => dagFör(now()),

    ...handläggningsport(kit),
    ...beslutsport(kit),
    ...handläggarensÖverklaganden(kit),
    ...återkravsport(kit),
    ...handläggarensDokument(kit),
    ...registreringsport(kit),
    ...ramport(kit),
    ...registerport(kit),
    ...meddelandeport(kit),

    kö: (who) =>
      as(who, async (t) => {
        if (!mayHandle(who)) return [];
        await audit(t, 'ko.last', undefined);
        return läsKö(t, who, now());
      }),

    hämta: (who, id) =>
      as(who, async (t): Promise<Ärendebild | undefined> => {
        const ansökan = await open(t, who, id, 'ansokan.oppnad');
        if (!ansökan) return undefined;
        await noteraNärvaro(t, ansökan, who, now());
        return läsÄrendebild(t, who, ansökan, now());
      }),

    ändraBelopp: (who, id, val) =>
      act(who, id, 'belopp.andrat', async (t, ansökan) => {
        if (ansökan.version !== val.baseradPå) throw new VersionConflict('ansokan', id);
        const { utredning } = await läsLäge(t, id, now());
        const result = ändraGodkändaBelopp(ansökan, utredning.jämförelse, {
          ändringar: val.ändringar.map((ändring) => ({ ...ändring, id: randomUUID() })),
          av: { id: who.id, namn: who.namn },
          nu: now(),
        });
        if (!result.ok) return result;
        await t.ansökningar.save(result.ansökan);
        for (const justering of result.justeringar) await t.utredningar.addJustering(justering);
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
        const kvitterat = await kvittera(t, who, ansökan, val.kvitterade, now());
        if (!kvitterat.ok) return kvitterat;
        const okvitterat = vägraOkvitterade(kvitterat.varningar, kvitterat.kvittenser);
        if (okvitterat) return okvitterat;
        const sparad = await t.utredningar.findSenasteBeräkning(id);
        if (!sparad) return refuse('inte-beraknad', 'Ansökan är inte beräknad än.', 'Vänta på svar från registren.');
        const result = beslutaManuellt(
          {
            ansökan,
            utredning: sparad.utredning,
            beräkning: sparad.resultat,
            beräkningId: sparad.id,
            delegation: await t.organisation.findDelegationspunkter(),
            tidigare: await t.beslut.findAllaForAnsökan(id),
            underrättelser: await t.underrättelser.findForAnsökan(id),
            nedsättningar: nedsättningarFör(await t.nedsättningar.findForAnsökan(id), id),
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
        return letter && läsBrevPdf(t, letter.id);
      }),

    granskning: (who, val, { högst, fil }) =>
      as(who, async (t) => {
        const får = who.roller.includes('granskare');
        const handling = fil ? 'granskningslogg.hamtad' : 'granskningslogg.last';
        await t.granskning.add({
          tid: now(),
          handling,
          person: undefined,
          objekt: undefined,
          ändamål: 'granskning',
          utfall: får ? 'tillaten' : 'nekad',
        });
        if (!får) return undefined;
        const alla = await t.organisation.findAnvändare();
        const medarbetare = alla
          .map(({ id, namn }) => ({ id, namn }))
          .sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
        const ärende = val.ärende === undefined ? undefined : await t.ärenden.findByNummer(val.ärende);
        if (val.ärende !== undefined && !ärende) return { rader: [], fler: false, medarbetare };
        const poster = await t.granskning.find({
          personer: ärende && [ärende.sökande, ...(ärende.medsökande ? [ärende.medsökande] : [])],
          utfall: val.nekade ? 'nekad' : undefined,
          aktör: val.medarbetare,
          från: val.från,
          till: val.till,
          före: val.före,
          högst: högst + 1,
        });
        const namn = new Map(alla.map((a) => [a.id, a.namn]));
        const nummer = await t.ärenden.findNummer([...new Set(poster.flatMap((p) => p.person ?? []))]);
        const rader = poster.slice(0, högst).map((p) => ({
          ...p,
          namn: p.aktör.slag === 'anvandare' ? namn.get(p.aktör.id) : undefined,
          ärendenummer: p.person === undefined ? undefined : nummer.get(p.person),
        }));
        return { rader, fler: poster.length > högst, medarbetare };
      }),
  };
}
