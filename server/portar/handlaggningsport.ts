import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  ansvararFör,
  avslutaPåminnelse,
  dagFör,
  HANDLÄGGARENS_STEG,
  kvitteraVarningar,
  NÄSTA_STEG,
  refuse,
  skapaPåminnelse,
  skrivAnteckning,
  tilldelaÄrende,
  varningarAttKvittera,
  vuxnaI,
  type Ärende,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Handläggningsport, Medarbetare } from '@stegvis/workbench';
import { benämning } from './benamning.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { läsKö } from './kobild.ts';
import { isUuid } from './medborgarkit.ts';
import { findKollegor, findNärvarokollegor, noteraNärvaro } from './narvaro.ts';

/** The caseworker's daily work: who is responsible, who is here, journal, reminders, acknowledged warnings, search. */
export function handläggningsport(kit: Handläggarkit): Handläggningsport {
  const { now, as, audit, mayHandle, act } = kit;

  const tilldela = async (t: TenantTransaction, who: Medarbetare, ansökan: Ansökan, till: string) => {
    const personer = await t.personer.findMany(vuxnaI(ansökan));
    const result = tilldelaÄrende(
      { ärende: await t.ärenden.get(ansökan.ärende), ansökan, skyddat: personer.some((p) => p.skyddad) },
      { till: await t.organisation.getAnvändare(till), av: { id: who.id, namn: who.namn }, nu: now() },
    );
    if (!result.ok) return result;
    if (result.events.length > 0) {
      await t.ärenden.save(result.ärende);
      await t.händelser.add(result.events);
    }
    return { ok: true as const };
  };
  const ta = (who: Medarbetare, id: string) =>
    act(who, id, 'arende.taget', (t, ansökan) => tilldela(t, who, ansökan, who.id));
  const mayOpen = (who: Medarbetare, personer: readonly { skyddad: boolean }[]) =>
    mayHandle(who) && (!personer.some((p) => p.skyddad) || who.roller.includes('skyddade-uppgifter'));
  const vuxnaIÄrendet = (t: TenantTransaction, ä: Ärende) => t.personer.findMany(vuxnaI(ä));

  return {
    ta,

    taNästa: async (who, efter) => {
      const kö = await as(who, (t) => läsKö(t, who, now()));
      const min = (k: (typeof kö)[number]) => (k.handläggare?.id === who.id ? 0 : k.min ? 1 : 2);
      const möjliga = kö
        .filter((k) => HANDLÄGGARENS_STEG.includes(k.nästa) && (k.min || k.handläggare === undefined))
        .sort((a, b) => min(a) - min(b) || NÄSTA_STEG.indexOf(a.nästa) - NÄSTA_STEG.indexOf(b.nästa));
      const här = möjliga.findIndex(({ ansökan }) => ansökan === efter);
      for (const { ansökan, min: mitt } of [...möjliga.slice(här + 1), ...möjliga.slice(0, Math.max(0, här))]) {
        if (mitt) return ansökan;
        if ((await ta(who, ansökan)).ok) return ansökan;
      }
      return undefined;
    },

    lämnaÖver: (who, id, till) =>
      act(who, id, 'arende.overlamnat', async (t, ansökan) => {
        if (!isUuid(till))
          return refuse('fel-mottagare', 'Ingen kollega är vald.', 'Välj vem som ska ta ärendet.', [
            { fält: 'till', text: 'Välj vem som ska ta ärendet.' },
          ]);
        return tilldela(t, who, ansökan, till);
      }),

    kvittera: (who, id, varningar) =>
      act(who, id, 'varning.kvitterad', (t, ansökan) => kvittera(t, who, ansökan, varningar, now())),

    skrivAnteckning: (who, id, val) =>
      act(who, id, 'journal.skriven', async (t, ansökan) => {
        const ärende = await t.ärenden.get(ansökan.ärende);
        const result = skrivAnteckning(ärende, await t.handläggning.findJournal(ärende.id), {
          ...val,
          id: randomUUID(),
          ansökan: id,
          av: { id: who.id, namn: who.namn },
          nu: now(),
        });
        if (result.ok) await t.handläggning.addAnteckning(result.anteckning);
        return result;
      }),

    skapaPåminnelse: (who, id, val) =>
      act(who, id, 'paminnelse.skriven', async (t, ansökan) => {
        const result = skapaPåminnelse(ansökan, { ...val, id: randomUUID(), för: who.id, nu: now() });
        if (result.ok) await t.handläggning.savePåminnelse(result.påminnelse);
        return result;
      }),

    avslutaPåminnelse: (who, id) =>
      as(who, async (t) => {
        const egen = isUuid(id) ? (await t.handläggning.findPåminnelser(who.id)).find((p) => p.id === id) : undefined;
        if (!egen) return refuse('finns-inte', 'Påminnelsen finns inte, eller är redan avbockad.', 'Läs om sidan.');
        const result = avslutaPåminnelse(egen, { av: who.id, nu: now() });
        if (result.ok) await t.handläggning.savePåminnelse(result.påminnelse);
        return result;
      }),

    närvara: (who, id) =>
      as(who, async (t) => {
        const ansökan = isUuid(id) ? await t.ansökningar.find(id) : undefined;
        if (!ansökan || !mayOpen(who, await t.personer.findMany(vuxnaI(ansökan)))) {
          await audit(t, 'arende.narvarar', ansökan, 'nekad');
          return undefined;
        }
        await noteraNärvaro(t, ansökan, who, now());
        return findNärvarokollegor(t, who, ansökan.ärende, now());
      }),

    lämna: (who, id) =>
      as(who, async (t) => {
        const ansökan = isUuid(id) ? await t.ansökningar.find(id) : undefined;
        if (ansökan && mayHandle(who)) await t.handläggning.lämna(ansökan.ärende, who.id, now());
      }),

    mittArbete: (who) =>
      as(who, async (t) => {
        await audit(t, 'mitt-arbete.last', undefined);
        const idag = dagFör(now());
        const ersättare = await t.handläggning.findErsättare();
        const ansvar = ansvararFör(who.id, ersättare, idag);
        const namn = new Map((await t.organisation.findAnvändare()).map((a) => [a.id, a.namn]));
        const ärenden = mayHandle(who) ? await t.handläggning.findÄrenden(ansvar) : [];
        const påminnelser = await t.handläggning.findPåminnelser(who.id);
        return {
          ärenden: await Promise.all(
            ärenden.map(async (ä) => {
              const senaste = (await t.ansökningar.findForÄrende(ä.id)).find((a) => a.status !== 'utkast');
              return {
                nummer: ä.nummer,
                benämning: benämning(await vuxnaIÄrendet(t, ä)),
                ansökan: senaste?.id,
                månad: senaste?.månad,
                status: senaste?.status,
                för: ä.handläggare === who.id ? undefined : namn.get(ä.handläggare ?? ''),
              };
            }),
          ),
          påminnelser: await Promise.all(
            påminnelser.map(async (påminnelse) => {
              const ä = await t.ärenden.get((await t.ansökningar.get(påminnelse.ansökan)).ärende);
              return { påminnelse, ärendenummer: ä.nummer, benämning: benämning(await vuxnaIÄrendet(t, ä)) };
            }),
          ),
          kollegor: await findKollegor(t, who, false),
          ersättare: ersättare.find((e) => e.för === who.id),
          ersätter: ansvar.filter((id) => id !== who.id).map((id) => namn.get(id) ?? 'Kollega'),
        };
      }),

    sättErsättare: (who, val) =>
      as(who, async (t) => {
        await audit(t, 'ersattare.satt', undefined);
        if (val === undefined) {
          await t.handläggning.removeErsättare(who.id);
          return { ok: true as const };
        }
        if (!(await findKollegor(t, who, false)).some((k) => k.id === val.ersättare))
          return refuse('fel-ersattare', 'Kollegan handlägger inte ärenden.', 'Välj en kollega i listan.', [
            { fält: 'ersattare', text: 'Välj vem som ersätter dig.' },
          ]);
        if (val.till < val.från || val.till < dagFör(now()))
          return refuse('fel-tid', 'Sista dagen ligger för tidigt.', 'Välj en sista dag efter den första.', [
            { fält: 'till', text: 'Sista dagen ska vara i dag eller senare, och inte före den första dagen.' },
          ]);
        await t.handläggning.saveErsättare({ för: who.id, ...val });
        return { ok: true as const };
      }),

    sök: (who, text) =>
      as(who, async (t) => {
        const skrivet = text.trim();
        if (!mayHandle(who) || skrivet === '') return [];
        const person = /^\d{12}$/.test(skrivet) ? await t.personer.findByPersonnummer(skrivet) : undefined;
        const nummer = await t.ärenden.findByNummer(skrivet);
        const ärenden = person ? await t.ärenden.findForPerson(person.id) : nummer ? [nummer] : [];
        const träffar = [];
        for (const ä of ärenden) {
          const personer = await vuxnaIÄrendet(t, ä);
          const allowed = mayOpen(who, personer);
          const ansökningar = (await t.ansökningar.findForÄrende(ä.id)).filter((a) => a.status !== 'utkast');
          await audit(t, 'arende.sokt', ansökningar[0], allowed ? 'tillaten' : 'nekad');
          if (allowed)
            träffar.push({
              nummer: ä.nummer,
              benämning: benämning(personer),
              ansökningar: ansökningar.map(({ id, månad, status }) => ({ id, månad, status })),
            });
        }
        if (ärenden.length === 0) await audit(t, 'arende.sokt', undefined);
        return träffar;
      }),
  };
}

/** Acknowledges warnings of the newest calculation, in the transaction of what is done with them. */
export async function kvittera(
  t: TenantTransaction,
  who: Medarbetare,
  ansökan: Ansökan,
  valda: readonly string[],
  nu: string,
) {
  const sparad = await t.utredningar.findSenasteBeräkning(ansökan.id);
  const stopp = sparad?.förslag.slag === 'till-handlaggare' ? sparad.förslag.stopp : [];
  const beräknat = sparad?.resultat.slag === 'beraknad' ? sparad.resultat.beräkning.varningar : [];
  const varningar = varningarAttKvittera(stopp, beräknat);
  const kvittenser = await t.handläggning.findKvittenser(ansökan.id);
  const result = kvitteraVarningar(
    { ansökan, varningar, kvittenser },
    { varningar: valda, av: { id: who.id, namn: who.namn }, nu },
  );
  if (!result.ok) return result;
  await t.handläggning.addKvittenser(result.kvittenser);
  await t.händelser.add(result.events);
  return { ok: true as const, varningar, kvittenser: [...kvittenser, ...result.kvittenser] };
}
