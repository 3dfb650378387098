import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Anvisning,
  bedömFrånvaro,
  beslutaOmIntyg,
  type Deltagandemark,
  dagarna,
  dagFör,
  gällandeSamordnarskap,
  läsIntyg,
  markFör,
  märkDag,
  månadsunderlag,
  type Personhändelse,
  placeringstid,
  planeradDag,
  type Refused,
  refuse,
  rättaMark,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction } from '@stegvis/database';
import type { Deltagandeport, Deltagare, Medarbetare } from '@stegvis/workbench';
import { isUuid } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';
import { läsDeltagande } from './deltagandeunderlag.ts';

/** Attendance on the database: providers reach their own participants alone, and every attempt is logged. */
export function deltagandeport(kit: Personkit): Deltagandeport {
  const { as, göra, läs, now } = kit;
  const idag = () => dagFör(now());

  const logga = (t: TenantTransaction, handling: string, utfall: 'tillaten' | 'nekad', person?: string) =>
    t.granskning.add({ tid: now(), handling, person, objekt: undefined, ändamål: 'aktivitet', utfall });
  const egen = (t: TenantTransaction, who: Medarbetare) =>
    who.roller.includes('anordnare') ? t.anordnare.findForAnvändare(who.id) : Promise.resolve(undefined);

  /** The provider's own referral; the attempt on another's is logged with whom it was about. */
  const egenAnvisning = async (t: TenantTransaction, who: Medarbetare, id: string, handling: string) => {
    const anordnare = await egen(t, who);
    const anvisning = isUuid(id) ? await t.anvisningar.find(id) : undefined;
    const får = anvisning !== undefined && anordnare !== undefined && anvisning.anordnare === anordnare.id;
    await logga(t, handling, får && placeringstid(anvisning) ? 'tillaten' : 'nekad', anvisning?.person);
    return får && placeringstid(anvisning) ? anvisning : undefined;
  };

  const planer = (t: TenantTransaction, anvisning: Anvisning) =>
    läsDeltagande(t, anvisning.person, idag()).then((u) => u.planer);

  const deltagareFör = async (
    t: TenantTransaction,
    who: Medarbetare,
    anvisningar: readonly Anvisning[],
  ): Promise<Map<string, Deltagare>> => {
    const ids = [...new Set(anvisningar.map((a) => a.person))];
    const personer = await t.personer.findMany(ids);
    const samordnarskap = await t.samordnarskap.findForPersoner(ids);
    const insatser = await t.insatser.findAlla();
    let skyddade = 0;
    return new Map(
      anvisningar.map((a): [string, Deltagare] => {
        const person = personer.find((p) => p.id === a.person);
        const dold = person === undefined || (person.skyddad && !who.roller.includes('skyddade-uppgifter'));
        const tid = placeringstid(a)!;
        return [
          a.id,
          {
            anvisning: a.id,
            namn: dold ? `Deltagare ${++skyddade}` : `${person.förnamn} ${person.efternamn}`.trim(),
            insats: insatser.find((i) => i.id === a.insats)?.namn ?? '',
            ...tid,
            startad: a.startad !== undefined,
            pass: a.pass,
            tänkPå: a.tillAnordnaren,
            kontakt: {
              namn:
                gällandeSamordnarskap(samordnarskap.filter((s) => s.person === a.person))?.namn ?? a.föreslagenAv.namn,
              telefon: kit.delar.kommun.telefon,
            },
          },
        ];
      }),
    );
  };

  return {
    deltagarvecka: (who, från, till) =>
      as(who, async (t) => {
        const anordnare = await egen(t, who);
        await logga(t, 'deltagare.lasta', anordnare ? 'tillaten' : 'nekad');
        if (!anordnare) return undefined;
        const anvisningar = (await t.anvisningar.findForAnordnare(anordnare.id)).filter((a) => {
          const tid = placeringstid(a);
          return tid !== undefined && tid.från <= till && från <= tid.till;
        });
        const deltagare = await deltagareFör(t, who, anvisningar);
        const märken = await t.deltagande.findForAnvisningar(anvisningar.map((a) => a.id));
        const dagar = [];
        for (const a of anvisningar) {
          const uppehåll = await planer(t, a);
          for (const dag of dagarna(från, till)) {
            const planerad = planeradDag(a, uppehåll, dag);
            if (!('timmar' in planerad)) continue;
            const mark = markFör(märken, a.id, dag);
            dagar.push({ deltagare: deltagare.get(a.id)!, dag, pass: planerad.pass, timmar: planerad.timmar, mark });
          }
        }
        dagar.sort(
          (x, y) =>
            x.dag.localeCompare(y.dag) ||
            (x.pass[0]?.från ?? '').localeCompare(y.pass[0]?.från ?? '') ||
            x.deltagare.namn.localeCompare(y.deltagare.namn, 'sv'),
        );
        return { idag: idag(), anordnare: anordnare.namn, deltagare: [...deltagare.values()], dagar };
      }),

    deltagaren: (who, id) =>
      as(who, async (t) => {
        const anvisning = await egenAnvisning(t, who, id, 'deltagare.last');
        if (!anvisning) return undefined;
        const deltagare = (await deltagareFör(t, who, [anvisning])).get(anvisning.id)!;
        return { idag: idag(), deltagare, märken: await t.deltagande.findForAnvisningar([anvisning.id]) };
      }),

    markera: (who, rader, skäl) =>
      as(who, async (t): Promise<ActResult<{ nya: number; rättade: number }>> => {
        const nya: Deltagandemark[] = [];
        const events: Personhändelse[] = [];
        const fel: { fält: string; text: string }[] = [];
        let första: Refused | undefined;
        for (const rad of rader) {
          const placering = await egenAnvisning(t, who, rad.anvisning, 'deltagande.markerat');
          if (!placering)
            return refuse('finns-inte', 'Deltagaren finns inte hos er.', 'Gå tillbaka till era deltagare.');
          const märken = [...(await t.deltagande.findForAnvisningar([placering.id])), ...nya];
          const gammal = markFör(märken, placering.id, rad.dag);
          if (!gammal && rad.slag === '' && rader.length > 1) continue;
          if (gammal && gammal.slag === rad.slag && gammal.timmar === (rad.timmar ?? gammal.timmar)) continue;
          const läge = { placering, planer: await planer(t, placering), märken, idag: idag() };
          const input = {
            ...rad,
            id: randomUUID(),
            händelse: randomUUID(),
            skäl,
            av: who.namn,
            nu: now(),
          };
          const result =
            gammal && rad.slag === ''
              ? refuse('kvar', 'En markering kan ändras men inte tas bort.', 'Välj vad som stämmer.', [
                  { fält: 'slag', text: 'En markering kan ändras men inte tas bort. Välj vad som stämmer.' },
                ])
              : gammal
                ? rättaMark(läge, input)
                : märkDag(läge, input);
          if (result.ok) {
            nya.push(result.mark);
            events.push(...result.events);
          } else {
            första ??= result;
            for (const f of result.refusal.fält ?? [{ fält: 'slag', text: result.refusal.text }]) {
              const fält = f.fält === 'skal' ? 'skal' : `${f.fält}-${rad.anvisning}`;
              if (!fel.some((x) => x.fält === fält)) fel.push({ fält, text: f.text });
            }
          }
        }
        if (första) return { ok: false, refusal: { ...första.refusal, fält: fel } };
        await t.deltagande.add(nya);
        await t.personhändelser.add(events);
        const rättade = nya.filter(({ rättar }) => rättar !== undefined).length;
        return { ok: true, nya: nya.length - rättade, rättade };
      }).catch((fault: unknown) => {
        if (!(fault instanceof Duplicate)) throw fault;
        return refuse(
          'andrad-pa-annat-hall',
          'Någon annan har markerat samma dag sedan du öppnade sidan.',
          'Läs om sidan och se vad som är markerat. Det du valde finns kvar i formuläret.',
        );
      }),

    deltagandebild: (who, id, månad) =>
      läs(who, id, 'deltagande.last', async (t) => {
        const allt = await läsDeltagande(t, id, idag());
        const insatser = await t.insatser.findAlla();
        const anordnare = await t.anordnare.findAlla();
        const vald = månad ?? idag().slice(0, 7);
        return {
          idag: idag(),
          underlag: månadsunderlag({ ...allt, person: id, månad: vald }),
          anvisningar: allt.anvisningar.map((a) => ({
            id: a.id,
            insats: insatser.find((i) => i.id === a.insats)?.namn ?? '',
            anordnare: anordnare.find((x) => x.id === a.anordnare)?.namn ?? '',
          })),
          historik: allt.märken.filter(({ dag }) => dag.startsWith(vald)),
          intyg: allt.intyg,
          intygsbeslut: allt.intygsbeslut,
        };
      }),

    bedömFrånvaro: (who, id, mark, { giltig, skäl }) =>
      göra(who, id, 'franvaro.bedomd', async (t) => {
        const result = bedömFrånvaro(await t.deltagande.findForPersoner([id]), {
          id: randomUUID(),
          händelse: randomUUID(),
          mark,
          giltig,
          skäl,
          av: who.namn,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.deltagande.addBedömning(result.bedömning);
        await t.personhändelser.add(result.events);
        return result;
      }),

    läsIntyg: (who, id, intyg) =>
      göra(who, id, 'intyg.last', async (t) => {
        const result = läsIntyg(
          (await t.deltagande.findIntyg([id])).find((i) => i.id === intyg),
          { händelse: randomUUID(), av: who.namn, nu: now() },
        );
        if (!result.ok) return result;
        await t.deltagande.saveIntyg(result.intyg);
        await t.personhändelser.add(result.events);
        return result;
      }),

    beslutaOmIntyg: (who, id, uppgift) =>
      göra(who, id, 'intyg.beslutat', async (t) => {
        const result = beslutaOmIntyg({
          ...uppgift,
          id: randomUUID(),
          händelse: randomUUID(),
          person: id,
          av: who.namn,
          idag: idag(),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.deltagande.addIntygsbeslut(result.beslut);
        await t.personhändelser.add(result.events);
        return result;
      }),
  };
}
