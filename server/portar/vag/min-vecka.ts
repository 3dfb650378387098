import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { MinVecka, MinVeckoport, Veckopost } from '@stegvis/apply';
import {
  dagarna,
  dagFör,
  deltagandedagar,
  flyttaDag,
  flyttaMånad,
  förklaraFrånvaro,
  gällandePlan,
  isovecka,
  lämnaIntyg,
  månadsunderlag,
  planeradDag,
  refuse,
  veckodag,
  ärFrånvaro,
  ärUppehåll,
} from '@stegvis/casework';
import { Duplicate, inTenant, type TenantTransaction } from '@stegvis/database';
import { helgdag } from '@stegvis/rules';
import { isUuid, type Medborgarkit } from '../medborgarkit.ts';
import { läsDeltagande } from './deltagandeunderlag.ts';

/** How many days ahead a calendar feed shows, and behind. */
const FRAMÅT = 60;
const BAKÅT = 14;
/** Bytes of the secret in a calendar address: 256 bits, which nobody guesses. */
const HEMLIGHET = 32;

/** The person's own weeks on the database. */
export function minVeckoport(kit: Medborgarkit): MinVeckoport {
  const { as, now } = kit;
  const idag = () => dagFör(now());
  const hash = (hemlighet: string) => createHash('sha256').update(hemlighet).digest('hex');

  const poster = async (t: TenantTransaction, person: string, från: string, till: string): Promise<Veckopost[]> => {
    const allt = await läsDeltagande(t, person, idag());
    const insatser = await t.insatser.findAlla();
    const aktiviteter = allt.anvisningar.flatMap((a) => {
      const insats = insatser.find((i) => i.id === a.insats);
      return dagarna(från, till).flatMap((dag): Veckopost[] => {
        const planerad = planeradDag(a, allt.planer, dag);
        if (!('timmar' in planerad)) return [];
        return planerad.pass.map((pass) => ({
          dag,
          från: pass.från,
          till: pass.till,
          vad: insats?.namn ?? '',
          var: pass.plats ?? insats?.adress ?? '',
          anvisning: a.id,
        }));
      });
    });
    const egna = (gällandePlan(allt.planer)?.poster ?? [])
      .filter((p) => p.anvisning === undefined)
      .flatMap((post) =>
        dagarna(från > post.från ? från : post.från, till < post.till ? till : post.till).flatMap((dag): Veckopost[] =>
          helgdag(dag) !== undefined || ärUppehåll(allt.planer, dag)
            ? []
            : post.pass
                .filter((pass) => pass.veckodag === veckodag(dag))
                .map((pass) => ({
                  dag,
                  från: pass.från,
                  till: pass.till,
                  vad: post.namn,
                  var: pass.plats ?? '',
                  anvisning: undefined,
                })),
        ),
      );
    const möten = (await t.möten.findForPersoner([person]))
      .filter((m) => m.status === 'bokat' && från <= m.dag && m.dag <= till)
      .map(
        (m): Veckopost => ({
          dag: m.dag,
          från: m.från,
          till: m.till,
          vad: `Möte med ${m.namn}`,
          var: m.plats,
          anvisning: undefined,
        }),
      );
    return [...aktiviteter, ...egna, ...möten].sort(
      (a, b) => a.dag.localeCompare(b.dag) || a.från.localeCompare(b.från),
    );
  };

  const frånvaro = async (
    t: TenantTransaction,
    allt: Awaited<ReturnType<typeof läsDeltagande>>,
  ): Promise<MinVecka['frånvaro']> => {
    const dagar = deltagandedagar(allt, `${flyttaMånad(idag().slice(0, 7), -2)}-01`, idag()).filter(
      ({ mark }) => mark !== undefined && ärFrånvaro(mark),
    );
    if (dagar.length === 0) return [];
    const insatser = await t.insatser.findAlla();
    return dagar.reverse().map((dag) => ({ dag, vad: insatser.find((i) => i.id === dag.insats)?.namn ?? '' }));
  };

  const återkalla = async (t: TenantTransaction, person: string) => {
    const länk = await t.deltagande.findLänk(person);
    if (länk) await t.deltagande.återkallaLänk({ ...länk, återkallad: now() });
  };

  return {
    minVecka: (who) =>
      as(who, 'min-vecka.last', undefined, async (t) => {
        const måndag = isovecka(idag()).från;
        const allt = await läsDeltagande(t, who.id, idag());
        const [senaste] = await t.ansökningar.findForPerson(who.id);
        return {
          idag: idag(),
          poster: await poster(t, who.id, måndag, flyttaDag(måndag, 13)),
          jobbsökartimmar: gällandePlan(allt.planer)?.jobbsökartimmar,
          frånvaro: await frånvaro(t, allt),
          intyg: allt.intyg,
          månad: månadsunderlag({ ...allt, person: who.id, månad: idag().slice(0, 7) }),
          prenumererar: (await t.deltagande.findLänk(who.id)) !== undefined,
          ansökan: senaste?.status === 'utkast' ? undefined : senaste?.id,
        };
      }),

    oförklaradFrånvaro: (who) =>
      as(who, 'oforklarad-franvaro.last', undefined, async (t) =>
        (await frånvaro(t, await läsDeltagande(t, who.id, idag()))).filter(
          ({ dag }) => dag.räknas === 'oförklaradFrånvaro',
        ),
      ),

    förklaraFrånvaro: (who, id, dag, svar) =>
      as(who, 'franvaro.forklarad', undefined, async (t) => {
        const placering = isUuid(id) ? await t.anvisningar.find(id) : undefined;
        if (placering?.person !== who.id || !/^\d{4}-\d{2}-\d{2}$/.test(dag) || Number.isNaN(Date.parse(dag)))
          return refuse('finns-inte', 'Dagen finns inte i din vecka.', 'Gå tillbaka till din vecka.');
        const allt = await läsDeltagande(t, who.id, idag());
        const result = förklaraFrånvaro(
          { placering, planer: allt.planer, märken: allt.märken, idag: idag() },
          { ...svar, dag, id: randomUUID(), händelse: randomUUID(), nu: now() },
        );
        if (!result.ok) return result;
        await t.deltagande.addFörklaring(result.förklaring);
        await t.personhändelser.add(result.events);
        return result;
      }),

    lämnaIntyg: (who, intyg) =>
      as(who, 'intyg.anmalt', undefined, async (t) => {
        const result = lämnaIntyg({
          ...intyg,
          id: randomUUID(),
          händelse: randomUUID(),
          person: who.id,
          idag: idag(),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.deltagande.addIntyg(result.intyg);
        await t.personhändelser.add(result.events);
        return result;
      }),

    skapaKalenderlänk: (who) => {
      const skapa = () =>
        as(who, 'kalenderlank.skapad', undefined, async (t) => {
          const hemlighet = randomBytes(HEMLIGHET).toString('base64url');
          await återkalla(t, who.id);
          await t.deltagande.addLänk({
            id: randomUUID(),
            person: who.id,
            hash: hash(hemlighet),
            skapad: now(),
            återkallad: undefined,
          });
          return { hemlighet };
        });
      // Asked for twice at the same time: the later one takes the place of the other.
      return skapa().catch((error: unknown) => {
        if (error instanceof Duplicate) return skapa();
        throw error;
      });
    },

    återkallaKalenderlänk: (who) => as(who, 'kalenderlank.aterkallad', undefined, (t) => återkalla(t, who.id)),

    kalenderflöde: (hemlighet) =>
      inTenant(kit.delar.db, { ...kit.delar.tenant, aktör: { slag: 'system', id: 'kalenderlank' } }, async (t) => {
        const länk = await t.deltagande.findLänkByHash(hash(hemlighet));
        if (!länk) return undefined;
        await t.granskning.add({
          tid: now(),
          handling: 'kalenderlank.last',
          person: länk.person,
          objekt: undefined,
          ändamål: 'egen kalender',
          utfall: 'tillaten',
        });
        const alla = await poster(t, länk.person, flyttaDag(idag(), -BAKÅT), flyttaDag(idag(), FRAMÅT));
        return alla.map(({ dag, från, till }) => ({
          id: hash(`${länk.id} ${dag} ${från}`).slice(0, 32),
          dag,
          från,
          till,
        }));
      }),
  };
}
