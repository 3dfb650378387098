import { randomUUID } from 'node:crypto';
import type { MinPlanport } from '@stegvis/apply';
import {
  type ActResult,
  avslutaPlan,
  dagFör,
  type Genomförandeplan,
  gällandeKrav,
  gällandePlan,
  gällandeSamtycken,
  gällandeSpår,
  lämnaPlan,
  type PersonId,
  type Plangrund,
  refuse,
  skrivPlan,
  startaPlan,
  svaraPåPlan,
  uppehållsveckor,
  återtaPlan,
  öppenPlan,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import { kravfrån, uppehållsveckorPerÅr } from '@stegvis/rules';
import type { Planbild, Planport } from '@stegvis/workbench';
import type { Medborgarkit } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';
import { biståndsmånader } from './bedomning.ts';
import { planPdf } from './planbrev.ts';

/** The person's plan for staff, on the database. */
export function planport({ delar, läs, göra, now }: Personkit): Planport {
  const spara = async (t: TenantTransaction, steg: ReturnType<typeof svar>) => {
    if (!steg.ok) return steg;
    if (steg.ersatt) await t.planer.save(steg.ersatt);
    await t.planer.save(steg.plan);
    await t.personhändelser.add(steg.events);
    return { ok: true as const };
  };
  return {
    planbild: (who, id) =>
      läs(who, id, 'plan.last', async (t): Promise<Planbild> => {
        const planer = await t.planer.findForPersoner([id]);
        const idag = dagFör(now());
        const år = idag.slice(0, 4);
        const plan = öppenPlan(planer) ?? gällandePlan(planer);
        const veckor = plan ? uppehållsveckor(plan.id, plan, planer).filter((v) => v.startsWith(år)).length : 0;
        return {
          planer,
          krav: gällandeKrav(await t.kravbeslut.findForPersoner([id]), idag.slice(0, 7)),
          spår: gällandeSpår(await t.spårplaceringar.findForPersoner([id])),
          insatser: await t.insatser.findAlla(),
          anvisningar: await t.anvisningar.findForPersoner([id]),
          uppehållsveckor: { år, antal: veckor, högst: uppehållsveckorPerÅr(idag.slice(0, 7)).veckor },
        };
      }),
    planPdf: (who, id, { nummer, samtycke }) =>
      läs(who, id, samtycke === undefined ? 'plan.skriven-ut' : 'plan.kopia-till-part', async (t, person) => {
        const planer = await t.planer.findForPersoner([id]);
        const plan = planer.find((p) => p.status !== 'utkast' && String(p.nummer) === nummer);
        if (!plan) return undefined;
        if (samtycke === undefined) return planPdf(plan, person, delar.kommun);
        const kopia = gällandeSamtycken(await t.samtycken.findForPersoner([id]), dagFör(now())).find(
          (s) => s.id === samtycke && s.uppgifter.includes('plan'),
        );
        return kopia && planPdf(plan, person, delar.kommun, kopia);
      }),
    startaPlan: (who, id) =>
      göra(who, id, 'plan.startad', async (t) => {
        const result = startaPlan(await t.planer.findForPersoner([id]), {
          id: randomUUID(),
          person: id,
          av: who.namn,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.planer.add(result.plan);
        return { ok: true };
      }),
    skrivPlan: (who, id, innehåll, baseradPå) =>
      göra(who, id, 'plan.skriven', async (t) => {
        const grund = await läsPlangrund(t, id);
        const plan = öppenPlan(grund.planer);
        if (!plan) return ingetUtkast();
        if (plan.version !== baseradPå) throw new VersionConflict('plan', plan.id);
        const result = skrivPlan(plan, innehåll, grund);
        if (!result.ok) return result;
        await t.planer.save(result.plan);
        return { ok: true };
      }),
    lämnaPlan: (who, id, val) =>
      göra(who, id, 'plan.lamnad', async (t) => {
        const plan = öppenPlan(await t.planer.findForPersoner([id]));
        if (!plan) return ingetUtkast();
        const result = lämnaPlan(plan, { ...val, händelse: randomUUID(), av: who.namn, nu: now() });
        return spara(t, result.ok ? { ...result, ersatt: undefined } : result);
      }),
    återtaPlan: (who, id) =>
      göra(who, id, 'plan.atertagen', async (t) => {
        const plan = öppenPlan(await t.planer.findForPersoner([id]));
        if (!plan) return ingetUtkast();
        const result = återtaPlan(plan, { händelse: randomUUID(), av: who.namn, nu: now() });
        return spara(t, result.ok ? { ...result, ersatt: undefined } : result);
      }),
    noteraPlansvar: (who, id, val) =>
      göra(who, id, 'plan.svar-noterat', async (t) => {
        const planer = await t.planer.findForPersoner([id]);
        const plan = planer.find((p) => p.status === 'lamnad') ?? gällandePlan(planer);
        if (!plan) return ingetUtkast();
        return spara(t, svar(planer, plan, { ...val, av: who.namn, nu: now() }));
      }),
    avslutaPlan: (who, id, skäl) =>
      göra(who, id, 'plan.avslutad', async (t) => {
        const plan = gällandePlan(await t.planer.findForPersoner([id]));
        if (!plan) return ingetUtkast();
        const result = avslutaPlan(plan, { händelse: randomUUID(), skäl, av: who.namn, nu: now() });
        return spara(t, result.ok ? { ...result, ersatt: undefined } : result);
      }),
  };
}

/** The person's own plans on the database. */
export function minPlanport({ as, delar, now }: Medborgarkit): MinPlanport {
  return {
    minaPlaner: (who) =>
      as(who, 'plan.last', undefined, async (t) =>
        (await t.planer.findForPersoner([who.id])).filter((p) => p.status !== 'utkast'),
      ),
    minPlanPdf: (who, nummer) =>
      as(who, 'plan.skriven-ut', undefined, async (t) => {
        const plan = (await t.planer.findForPersoner([who.id])).find(
          (p) => p.status !== 'utkast' && String(p.nummer) === nummer,
        );
        return plan && planPdf(plan, await t.personer.get(who.id), delar.kommun);
      }),
    svaraPåMinPlan: (who, id, val) =>
      as(who, 'plan.svar', undefined, async (t): Promise<ActResult<object>> => {
        const planer = await t.planer.findForPersoner([who.id]);
        const plan = planer.find((p) => p.id === id && p.status !== 'utkast');
        if (!plan) return refuse('finns-inte', 'Planen finns inte.', 'Gå till din översikt.');
        const result = svar(planer, plan, { ...val, hur: 'egen-sida', språk: undefined, av: undefined, nu: now() });
        if (!result.ok) return result;
        if (result.ersatt) await t.planer.save(result.ersatt);
        await t.planer.save(result.plan);
        await t.personhändelser.add(result.events);
        return { ok: true };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse(
          'andrad-pa-annat-hall',
          'Planen har ändrats sedan du öppnade sidan.',
          'Läs planen igen och svara.',
        );
      }),
  };
}

function svar(
  planer: readonly Genomförandeplan[],
  plan: Genomförandeplan,
  val: Omit<Parameters<typeof svaraPåPlan>[2], 'händelse'>,
) {
  return svaraPåPlan(plan, planer, { ...val, händelse: randomUUID() });
}

/** What a person's plan is checked against. */
export async function läsPlangrund(t: TenantTransaction, person: PersonId): Promise<Plangrund> {
  return {
    planer: await t.planer.findForPersoner([person]),
    insatser: await t.insatser.findAlla(),
    placering: gällandeSpår(await t.spårplaceringar.findForPersoner([person])),
    kravFrån: kravfrån(await biståndsmånader(t, person))?.från,
  };
}

function ingetUtkast() {
  return refuse('finns-inte', 'Det finns ingen plan att arbeta med.', 'Börja en ny plan.');
}
