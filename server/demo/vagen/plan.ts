import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  dagFör,
  flyttaDag,
  flyttaMånad,
  lämnaPlan,
  läsPass,
  type Planinnehåll,
  type Planpost,
  skrivPlan,
  startaPlan,
  svaraPåPlan,
  veckotimmar,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { läsPlangrund } from '../../portar/vag/plan.ts';
import type { Vägfrö } from './sa-vagen.ts';

const AV = 'Samordnare Ett';
const MÅL = 'Jag vill laga mat åt andra igen, och orka en hel dag.';

/** The long-term person's first plan, agreed before the requirement was decided. */
export async function såFörstaPlanen(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const denna = dagFör(frö.nu().toISOString()).slice(0, 7);
  const [långtid] = await personer('langtid');
  const från = `${flyttaMånad(denna, -2)}-25`;
  const till = `${flyttaMånad(denna, 3)}-26`;
  const plan = await lämna(t, långtid!, från, {
    från,
    till,
    mål: [{ text: MÅL, senast: till }],
    poster: [
      await urKatalogen(t, långtid!, 'Café och kök', {
        från: måndag(`${flyttaMånad(denna, -1)}-01`),
        till,
        ansvarig: 'Återbruket Café',
        krävs: true,
      }),
      egen({
        område: 'sprak',
        namn: 'Skriva och läsa, studiecirkel',
        tider: 'onsdag 09:00–13:00, Biblioteket\nfredag 09:00–13:00, Biblioteket',
        från: måndag(`${flyttaMånad(denna, -1)}-01`),
        till,
        ansvarig: 'Biblioteket',
        krävs: true,
      }),
    ],
    jobbsökartimmar: 5,
    uppehåll: [],
    nästaUppföljning: flyttaDag(från, 40),
  });
  await svara(t, plan, flyttaDag(från, 1), '');
}

/** Her second version, agreed with four areas side by side, and the SFI student's plan, which waits for the answer. */
export async function såPlaner(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const idag = dagFör(frö.nu().toISOString());
  const denna = idag.slice(0, 7);
  const [långtid] = await personer('langtid');
  const [sfi] = await personer('sfi-delad-bostad');
  const från = flyttaDag(idag, -14);
  const till = `${flyttaMånad(denna, 5)}-30`;
  const slut = `${flyttaMånad(denna, 3)}-26`;
  const jul = { från: `${idag.slice(0, 4)}-12-21`, till: `${Number(idag.slice(0, 4)) + 1}-01-03` };
  const uppehåll = veckodag(jul.från) === 1 && jul.från > idag ? [{ ...jul, skäl: 'Jul och nyår' }] : [];
  const plan = await lämna(t, långtid!, från, {
    från,
    till,
    mål: [
      { text: MÅL, senast: slut },
      { text: 'Om ett år vill jag ha ett jobb på halvtid i ett kök.', senast: till },
    ],
    poster: [
      await urKatalogen(t, långtid!, 'Café och kök', { från, till: slut, ansvarig: 'Återbruket Café', krävs: true }),
      egen({
        område: 'sprak',
        namn: 'Skriva och läsa, studiecirkel',
        tider: 'onsdag 09:00–12:00, Biblioteket\nfredag 09:00–12:00, Biblioteket',
        från,
        till: slut,
        ansvarig: 'Biblioteket',
        krävs: true,
      }),
      egen({
        område: 'studier',
        namn: 'Köket från grunden, kurs',
        tider: 'onsdag 13:00–15:00, Vuxenutbildningen',
        från,
        till,
        ansvarig: 'Lindviks vuxenutbildning',
        krävs: true,
      }),
      await urKatalogen(t, långtid!, 'Träning med coach', {
        från: flyttaDag(idag, 7),
        till: flyttaDag(idag, 85),
        ansvarig: 'Hälsotorget',
        krävs: false,
      }),
    ],
    jobbsökartimmar: 5,
    uppehåll,
    nästaUppföljning: flyttaDag(idag, 14),
  });
  await svara(t, plan, flyttaDag(från, 2), 'Jag vill helst ha studiecirkeln på kvällen när jag orkar det.');

  const lämnad = flyttaDag(idag, -2);
  await lämna(t, sfi!, lämnad, {
    från: lämnad,
    till,
    mål: [{ text: 'Jag vill klara sfi D till sommaren och jobba med datorer.', senast: till }],
    poster: [
      egen({
        område: 'sprak',
        namn: 'Sfi kurs C',
        tider: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag'].map((dag) => `${dag} 08:30–11:30`).join('\n'),
        från: lämnad,
        till,
        ansvarig: 'Lindviks vuxenutbildning',
        krävs: false,
      }),
      await urKatalogen(t, sfi!, 'Språkcafé', {
        från: flyttaDag(idag, 7),
        till: slut,
        ansvarig: 'Biblioteket',
        krävs: false,
      }),
      await urKatalogen(t, sfi!, 'Träning med coach', {
        från: lämnad,
        till: flyttaDag(idag, 52),
        ansvarig: 'Hälsotorget',
        krävs: false,
      }),
    ],
    jobbsökartimmar: 5,
    uppehåll,
    nästaUppföljning: flyttaDag(idag, 13),
  });
}

/** A version by the acts on the day, until it is handed over. */
async function lämna(t: TenantTransaction, person: string, dag: string, innehåll: Planinnehåll) {
  const nu = `${dag}T09:30:00.000Z`;
  const grund = await läsPlangrund(t, person);
  const { plan: utkast } = gjort(startaPlan(grund.planer, { id: randomUUID(), person, av: AV, nu }));
  await t.planer.add(utkast);
  const { plan: skriven } = gjort(skrivPlan(utkast, innehåll, grund));
  await t.planer.save(skriven);
  const lämnad = gjort(lämnaPlan(skriven, { händelse: randomUUID(), hur: 'egen-sida', språk: undefined, av: AV, nu }));
  await t.planer.save(lämnad.plan);
  await t.personhändelser.add(lämnad.events);
  return lämnad.plan;
}

/** The person agrees on her own page. */
async function svara(t: TenantTransaction, plan: Awaited<ReturnType<typeof lämna>>, dag: string, synpunkt: string) {
  const result = gjort(
    svaraPåPlan(plan, await t.planer.findForPersoner([plan.person]), {
      händelse: randomUUID(),
      instämmer: true,
      synpunkt,
      hur: 'egen-sida',
      språk: undefined,
      av: undefined,
      nu: `${dag}T18:00:00.000Z`,
    }),
  );
  if (result.ersatt) await t.planer.save(result.ersatt);
  await t.planer.save(result.plan);
  await t.personhändelser.add(result.events);
}

/** An entry from the catalogue with its hours and times, and the person's referral to it if there is one. */
async function urKatalogen(
  t: TenantTransaction,
  person: string,
  namn: string,
  post: Pick<Planpost, 'från' | 'till' | 'ansvarig' | 'krävs'>,
): Promise<Planpost> {
  const insats = (await t.insatser.findAlla()).find((i) => i.namn === namn)!;
  const anvisning = (await t.anvisningar.findForPersoner([person])).find((a) => a.insats === insats.id);
  return {
    ...post,
    id: randomUUID(),
    område: insats.område,
    namn,
    insats: insats.id,
    anvisning: anvisning?.id,
    vård: insats.syften.includes('vard'),
    timmarPerVecka: insats.timmarPerVecka,
    pass: insats.pass,
  };
}

function egen({
  tider,
  ...post
}: Pick<Planpost, 'område' | 'namn' | 'från' | 'till' | 'ansvarig' | 'krävs'> & { tider: string }): Planpost {
  const pass = läsPass(tider);
  return {
    ...post,
    id: randomUUID(),
    insats: undefined,
    anvisning: undefined,
    vård: false,
    timmarPerVecka: veckotimmar(pass),
    pass,
  };
}

/** The first Monday from the day on. */
function måndag(dag: string): string {
  return flyttaDag(dag, (8 - veckodag(dag)) % 7);
}

const veckodag = (dag: string): number => new Date(`${dag}T00:00:00Z`).getUTCDay() || 7;

function gjort<T extends object>(result: ActResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result;
}
