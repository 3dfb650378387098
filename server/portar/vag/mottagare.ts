import { randomUUID } from 'node:crypto';
import { type ActResult, dagFör, refuse, svaraSomMottagare, överlämningFörMottagare } from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Medarbetare, Mottagarport } from '@stegvis/workbench';
import { isUuid } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';

/** The page of an organisation that hand-overs are sent to: its own ones and nothing else, on the database. */
export function mottagarport({ as, now }: Personkit): Mottagarport {
  const egen = (t: TenantTransaction, who: Medarbetare) =>
    who.roller.includes('anordnare') ? t.anordnare.findForAnvändare(who.id) : Promise.resolve(undefined);
  const logga = (t: TenantTransaction, handling: string, person: string | undefined, tillåten: boolean) =>
    t.granskning.add({
      tid: now(),
      handling,
      person,
      objekt: undefined,
      ändamål: 'mottagarens svar',
      utfall: tillåten ? 'tillaten' : 'nekad',
    });
  return {
    mottagnaÖverlämningar: (who) =>
      as(who, async (t) => {
        const mottagare = await egen(t, who);
        if (!mottagare) {
          await logga(t, 'overlamning.mottagarens', undefined, false);
          return undefined;
        }
        const idag = dagFör(now());
        const alla = await t.överlämningar.findForMottagare(mottagare.id);
        await logga(t, 'overlamning.mottagarens', undefined, true);
        const personer = new Map(
          (await t.personer.findMany([...new Set(alla.map((ö) => ö.person))])).map((p) => [p.id, p]),
        );
        const överlämningar = [];
        for (const ö of alla) {
          const läst = överlämningFörMottagare(ö, idag);
          const person = personer.get(ö.person);
          if (läst.innehåll) await logga(t, 'overlamning.last', ö.person, true);
          överlämningar.push({
            ...läst,
            namn:
              läst.innehåll && person && !person.skyddad ? `${person.förnamn} ${person.efternamn}`.trim() : undefined,
          });
        }
        return { idag, mottagare: mottagare.namn, överlämningar };
      }),
    svaraSomMottagare: (who, id, svar) =>
      as(who, async (t): Promise<ActResult<object>> => {
        const mottagare = await egen(t, who);
        const ö = mottagare && isUuid(id) ? await t.överlämningar.find(id) : undefined;
        const får = ö !== undefined && ö.mottagare === mottagare?.id;
        await logga(t, 'overlamning.besvarad', ö?.person, får);
        if (!får) return refuse('finns-inte', 'Överlämningen finns inte.', 'Läs om sidan.');
        const result = svaraSomMottagare(ö, { ...svar, händelse: randomUUID(), av: who, nu: now() });
        if (!result.ok) return result;
        await t.överlämningar.save(result.överlämning);
        await t.personhändelser.add(result.events);
        return { ok: true };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse('andrad-pa-annat-hall', 'Överlämningen är redan besvarad.', 'Läs om sidan.');
      }),
  };
}
