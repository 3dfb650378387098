import { randomUUID } from 'node:crypto';
import {
  dagFör,
  kvarAttBetala,
  refuse,
  taÅterkravssteg,
  type Återkrav,
  återkravsfrist,
  öppnaÅterkrav,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Medarbetare, Återkravsport } from '@stegvis/workbench';
import { noteraAvisering } from '../trad/avisera.ts';
import { bestämEfterbrev } from '../trad/bestam-efterbrev.ts';
import { läsBrevPdf } from '../trad/skapa-brev.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** Recovery matters for staff, on the database. */
export function återkravsport(kit: Handläggarkit): Återkravsport {
  const { now, as, act, open, delar } = kit;
  const mitt = async (t: TenantTransaction, who: Medarbetare, id: string, handling: string) => {
    const återkrav = isUuid(id) ? await t.återkrav.find(id) : undefined;
    return återkrav && (await open(t, who, återkrav.ansökan, handling)) ? återkrav : undefined;
  };
  const brev = async (t: TenantTransaction, återkrav: Återkrav, slag: 'aterkrav-underlag' | 'aterkrav-beslut') =>
    bestämEfterbrev(t, {
      kommun: delar.kommun,
      beslut: await t.beslut.get(återkrav.beslut),
      till: återkrav.person,
      efter: { slag, återkrav },
      nu: now(),
    });

  return {
    återkravsbild: (who, id) =>
      as(who, async (t) => {
        const återkrav = await mitt(t, who, id, 'aterkrav.oppnat');
        if (!återkrav) return undefined;
        const person = await t.personer.get(återkrav.person);
        return {
          återkrav,
          ärendenummer: (await t.ärenden.get(återkrav.ärende)).nummer,
          namn: `${person.förnamn} ${person.efternamn}`.trim() || 'Namn saknas',
          beslut: await t.beslut.get(återkrav.beslut),
          kvar: kvarAttBetala(återkrav),
          frist: återkravsfrist(återkrav, dagFör(now())),
        };
      }),

    öppnaÅterkrav: (who, id, val) =>
      act(who, id, 'aterkrav.skapat', async (t, ansökan) => {
        const beslut = (await t.beslut.findAllaForAnsökan(id)).find((b) => b.id === val.beslut);
        if (!beslut) return refuse('finns-inte', 'Beslutet finns inte.', 'Läs om sidan.');
        const result = öppnaÅterkrav(
          {
            ansökan,
            beslut,
            utbetalningar: await t.utbetalningar.findAllaForBeslut(beslut.id),
            verkställighet: await t.verkställighet.findForBeslut(beslut.id),
          },
          { ...val, id: randomUUID(), av: who, nu: now() },
        );
        if (!result.ok) return result;
        await t.återkrav.add(result.återkrav);
        return { ok: true, återkrav: result.återkrav };
      }),

    taÅterkravssteg: (who, id, steg, baseradPå) =>
      as(who, async (t) => {
        const återkrav = await mitt(t, who, id, `aterkrav.${steg.slag}`);
        if (!återkrav)
          return refuse('finns-inte', 'Återkravet finns inte, eller så får du inte öppna det.', 'Gå till kön.');
        if (återkrav.version !== baseradPå) throw new VersionConflict('aterkrav', id);
        const result = taÅterkravssteg(återkrav, await t.organisation.findDelegationspunkter(), steg, {
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.återkrav.save(result.återkrav);
        await t.händelser.add(result.events);
        if (steg.slag === 'kommunicera') await brev(t, result.återkrav, 'aterkrav-underlag');
        else if (steg.slag === 'besluta') await brev(t, result.återkrav, 'aterkrav-beslut');
        else if (result.events.length > 0) await noteraAvisering(t, återkrav.person, now());
        return { ok: true as const };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse(
          'andrad-pa-annat-hall',
          'Någon annan har ändrat återkravet sedan du öppnade det.',
          'Läs om sidan.',
        );
      }),

    återkravsbrev: (who, id, slag) =>
      as(who, async (t) => {
        const återkrav = await mitt(t, who, id, 'brev.last');
        const found = återkrav && (await t.brev.findOm(återkrav.id)).find((b) => b.slag === slag);
        return found && läsBrevPdf(t, found.id);
      }),
  };
}
