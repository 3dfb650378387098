import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  begärKomplettering,
  olästSvar,
  skrivMeddelande,
  svarstid,
  vuxnaI,
  återkallaKomplettering,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Kompletteringsbild, Meddelandeport, Trådbild } from '@stegvis/workbench';
import { noteraAvisering } from '../trad/avisera.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** The staff's messages and requests for completion on the database. */
export function meddelandeport(kit: Handläggarkit): Meddelandeport {
  const { now, as, open, act, missing } = kit;
  const adults = async (t: TenantTransaction, ansökan: Ansökan) => {
    const personer = await t.personer.findMany(vuxnaI(ansökan));
    return vuxnaI(ansökan).map((id) => {
      const p = personer.find((person) => person.id === id);
      return { id, namn: `${p?.förnamn ?? ''} ${p?.efternamn ?? ''}`.trim() || 'Namn saknas' };
    });
  };
  return {
    trådar: (who, id, öppnad) =>
      as(who, async (t): Promise<Trådbild | undefined> => {
        const ansökan = await open(t, who, id, 'meddelanden.last');
        if (!ansökan) return undefined;
        const { nummer } = await t.ärenden.get(ansökan.ärende);
        const trådar = [];
        for (const person of await adults(t, ansökan)) {
          const meddelanden = await t.meddelanden.findForPerson(person.id, ansökan.ärende);
          if (person.id === öppnad)
            await t.meddelanden.markeraLästa({
              person: person.id,
              ärende: ansökan.ärende,
              läsare: 'personal',
              nu: now(),
            });
          trådar.push({ person, kontakt: await t.kontaktuppgifter.find(person.id), meddelanden });
        }
        return { ansökan, ärendenummer: nummer, trådar };
      }),

    skrivTill: (who, id, val) =>
      act(who, id, 'meddelande.skrivet', async (t, ansökan) => {
        const result = skrivMeddelande(await t.ärenden.get(ansökan.ärende), {
          id: randomUUID(),
          person: val.person,
          ansökan: ansökan.id,
          av: { id: who.id, namn: who.namn },
          text: val.text,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.meddelanden.add(result.meddelande);
        await t.händelser.add([
          {
            ärende: ansökan.ärende,
            ansökan: ansökan.id,
            typ: 'meddelande-skickat',
            tid: now(),
            text: 'Du har fått ett meddelande från oss.',
            synlig: { person: val.person },
          },
        ]);
        await noteraAvisering(t, val.person, now());
        return result;
      }),

    olästa: (who, ids) =>
      as(who, async (t) => {
        if (!kit.mayHandle(who)) return new Map();
        const ansökningar = await Promise.all(ids.filter(isUuid).map((id) => t.ansökningar.find(id)));
        return räknaOlästa(
          t,
          ansökningar.filter((a) => a !== undefined),
        );
      }),

    kompletteringar: (who, id) =>
      as(who, async (t): Promise<Kompletteringsbild | undefined> => {
        const ansökan = await open(t, who, id, 'kompletteringar.last');
        if (!ansökan) return undefined;
        const kompletteringar = await t.kompletteringar.findForAnsökningar([id]);
        if (kompletteringar.some(olästSvar)) await t.kompletteringar.markeraLästa(id, now());
        return {
          ansökan,
          ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
          vuxna: await adults(t, ansökan),
          kompletteringar,
          svarstid: svarstid(now()),
        };
      }),

    begärKomplettering: (who, id, val) =>
      act(who, id, 'komplettering.begard', async (t, ansökan) => {
        const result = begärKomplettering(ansökan, {
          ...val,
          id: randomUUID(),
          av: { id: who.id, namn: who.namn },
          nu: now(),
        });
        if (!result.ok) return result;
        await t.kompletteringar.add(result.komplettering);
        await t.händelser.add(result.events);
        await noteraAvisering(t, val.person, now());
        return result;
      }),

    återkallaKomplettering: (who, id, kompletteringId) =>
      act(who, id, 'komplettering.aterkallad', async (t, ansökan) => {
        const komplettering = isUuid(kompletteringId) ? await t.kompletteringar.find(kompletteringId) : undefined;
        if (komplettering?.ansökan !== ansökan.id) return missing();
        const result = återkallaKomplettering(komplettering, { nu: now() });
        if (!result.ok) return result;
        await t.kompletteringar.save(result.komplettering);
        await t.händelser.add(result.events);
        return result;
      }),
  };
}

/** Unread messages and unread answers by application; applications without any are left out. */
export async function räknaOlästa(
  t: TenantTransaction,
  ansökningar: readonly Pick<Ansökan, 'id' | 'ärende'>[],
): Promise<Map<string, number>> {
  const meddelanden = await t.meddelanden.räknaOlästa(ansökningar.map((a) => a.ärende));
  const svar = (await t.kompletteringar.findForAnsökningar(ansökningar.map((a) => a.id))).filter(olästSvar);
  return new Map(
    ansökningar.flatMap(({ id, ärende }) => {
      const antal = (meddelanden.get(ärende) ?? 0) + svar.filter((k) => k.ansökan === id).length;
      return antal > 0 ? [[id, antal] as const] : [];
    }),
  );
}
