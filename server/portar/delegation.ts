import { randomUUID } from 'node:crypto';
import {
  dagFör,
  fårAnmäla,
  fårÄndraDelegation,
  läggTillPunkt,
  läsStyrning,
  markeraAnmäld,
  refuse,
  senaAnmälningar,
  skapaAnmälan,
  upphävPunkt,
  ändraPunkt,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction } from '@stegvis/database';
import type { Delegationsport, Medarbetare } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

const SER = ['handlaggare', 'enhetschef', 'administrator', 'granskare'] as const;

/** The delegation order and the lists to the board, on the database. */
export function delegationsport({ as, now }: Handläggarkit): Delegationsport {
  const får = (who: Medarbetare) => SER.some((roll) => who.roller.includes(roll));
  const logga = (t: TenantTransaction, handling: string, id?: string, utfall: 'tillaten' | 'nekad' = 'tillaten') =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: id === undefined ? undefined : { slag: 'delegation', id },
      ändamål: 'styrning',
      utfall,
    });
  const finnsInte = () => refuse('finns-inte', 'Punkten finns inte.', 'Läs om sidan.');
  const input = async (t: TenantTransaction, who: Medarbetare, stöd: string) => ({
    id: randomUUID(),
    ändringId: randomUUID(),
    stöd,
    av: await t.organisation.getAnvändare(who.id),
    nu: now(),
  });

  return {
    delegation: (who) =>
      as(who, async (t) => {
        if (!får(who)) return undefined;
        await logga(t, 'delegation.last');
        const idag = dagFör(now());
        const punkter = (await t.organisation.findDelegationspunkter()).toSorted((a, b) =>
          a.punkt.localeCompare(b.punkt, 'sv', { numeric: true }),
        );
        const upphörd = (till: string | undefined) => till !== undefined && till < idag;
        return {
          gällande: punkter.filter((p) => !upphörd(p.till)),
          upphörda: punkter.filter((p) => upphörd(p.till)),
          ändringar: await t.automatik.findDelegationsändringar(),
          fårÄndra: fårÄndraDelegation(who),
        };
      }),

    läggTillPunkt: (who, { punkt, stöd }) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const result = läggTillPunkt(await t.organisation.findDelegationspunkter(), punkt, await input(t, who, stöd));
        await logga(t, 'delegation.tillagd', undefined, result.ok ? 'tillaten' : 'nekad');
        if (!result.ok) return result;
        await t.organisation.saveDelegationspunkt(result.punkt);
        await t.automatik.addDelegationsändring(result.ändring);
        return { ok: true as const };
      }),

    ändraPunkt: (who, id, { punkt, stöd }) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const punkter = await t.organisation.findDelegationspunkter();
        const gammal = punkter.find((p) => p.id === id);
        if (!gammal) return finnsInte();
        const result = ändraPunkt(punkter, gammal, punkt, await input(t, who, stöd));
        await logga(t, 'delegation.ny-lydelse', id, result.ok ? 'tillaten' : 'nekad');
        if (!result.ok) return result;
        await t.organisation.saveDelegationspunkt(result.avslutad);
        await t.organisation.saveDelegationspunkt(result.punkt);
        await t.automatik.addDelegationsändring(result.ändring);
        return { ok: true as const };
      }),

    upphävPunkt: (who, id, { sista, stöd }) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const punkt = (await t.organisation.findDelegationspunkter()).find((p) => p.id === id);
        if (!punkt) return finnsInte();
        const result = upphävPunkt(punkt, sista, await input(t, who, stöd));
        await logga(t, 'delegation.upphavd', id, result.ok ? 'tillaten' : 'nekad');
        if (!result.ok) return result;
        await t.organisation.saveDelegationspunkt(result.punkt);
        await t.automatik.addDelegationsändring(result.ändring);
        return { ok: true as const };
      }),

    anmälningar: (who) =>
      as(who, async (t) => {
        if (!får(who)) return undefined;
        await logga(t, 'anmalningar.last');
        const inställningar = (await t.organisation.findNämnd())?.inställningar as Record<string, unknown> | undefined;
        const läst = läsStyrning(inställningar?.['styrning']);
        if (!läst.ok) throw new Error('the settings of the board about lists cannot be read');
        const { anmälanInomDagar: inomDagar } = läst.styrning;
        const listor = await t.automatik.findDelegationsanmälningar();
        const oanmälda = await t.automatik.findDelegationsbeslut('oanmälda');
        const iVäntandeListor = [];
        for (const lista of listor.filter((l) => !l.anmäld))
          iVäntandeListor.push(...(await t.automatik.findDelegationsbeslut({ anmälan: lista.id })));
        return {
          listor,
          oanmälda: oanmälda.length,
          oanmäldaAutomatiska: oanmälda.filter((b) => b.automatiskt).length,
          äldstOanmäld: oanmälda[0]?.beslutat,
          sena: senaAnmälningar([...oanmälda, ...iVäntandeListor], inomDagar, dagFör(now())).length,
          inomDagar,
          fårAnmäla: fårAnmäla(who),
        };
      }),

    skapaAnmälan: (who, val) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const result = skapaAnmälan(await t.automatik.findDelegationsbeslut('oanmälda'), {
          ...val,
          id: randomUUID(),
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        await logga(t, 'anmalan.skapad', undefined, result.ok ? 'tillaten' : 'nekad');
        if (!result.ok) return result;
        await t.automatik.addDelegationsanmälan(result.anmälan, result.beslut);
        return { ok: true as const, id: result.anmälan.id };
      }).catch((error: unknown) => {
        if (!(error instanceof Duplicate)) throw error;
        return refuse('samtidigt', 'Någon annan skapade en lista samtidigt.', 'Läs om sidan.');
      }),

    anmälan: (who, id) =>
      as(who, async (t) => {
        const anmälan = får(who) && isUuid(id) ? await t.automatik.findDelegationsanmälan(id) : undefined;
        if (!anmälan) return undefined;
        await logga(t, 'anmalan.last', id);
        const beslut = await t.automatik.findDelegationsbeslut({ anmälan: id });
        const använda = new Set(beslut.map((b) => b.punkt));
        return {
          anmälan,
          beslut,
          punkter: (await t.organisation.findDelegationspunkter()).filter(
            (p) =>
              använda.has(p.punkt) &&
              beslut.some(
                (b) => b.punkt === p.punkt && p.från <= b.beslutat && (p.till === undefined || b.beslutat <= p.till),
              ),
          ),
          fårAnmäla: fårAnmäla(who),
        };
      }),

    markeraAnmäld: (who, id, val) =>
      as(who, async (t) => {
        const anmälan = isUuid(id) ? await t.automatik.findDelegationsanmälan(id) : undefined;
        if (!anmälan) return refuse('finns-inte', 'Listan finns inte.', 'Läs om sidan.');
        const av = await t.organisation.getAnvändare(who.id);
        const result = markeraAnmäld(anmälan, { ...val, av, nu: now() });
        await logga(t, 'anmalan.anmald', id, result.ok ? 'tillaten' : 'nekad');
        if (!result.ok) return result;
        await t.automatik.saveDelegationsanmälan(result.anmälan);
        return { ok: true as const };
      }),
  };
}
