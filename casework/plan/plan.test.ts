import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pass } from '../insats/pass.ts';
import type { ActResult } from '../refusal.ts';
import { avslutaPlan } from './avsluta-plan.ts';
import { type Genomförandeplan, gällandePlan, type Planpost, planensTimmar } from './genomforandeplan.ts';
import { lämnaPlan, återtaPlan } from './lamna-plan.ts';
import { planSaknas } from './plan-saknas.ts';
import { type Plangrund, plankontroll, uppehållsveckor } from './plankontroll.ts';
import { skrivPlan } from './skriv-plan.ts';
import { startaPlan } from './starta-plan.ts';
import { svaraPåPlan } from './svara-pa-plan.ts';

const NU = '2026-11-10T09:00:00.000Z';
const GRUND: Plangrund = { planer: [], insatser: [], placering: undefined, kravFrån: undefined };
const AV = 'Samordnare Ett';

const gjort = <T extends object>(result: ActResult<T>): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result;
};
const fel = (result: ActResult<object>): Record<string, string> => {
  assert.ok(!result.ok);
  return Object.fromEntries((result.refusal.fält ?? []).map((f) => [f.fält, f.text]));
};
const pass = (veckodag: number, från: string, till: string): Pass => ({ veckodag, från, till });
const post = (egen: Partial<Planpost> = {}): Planpost => ({
  id: 'p1',
  område: 'arbete',
  namn: 'Arbetsträning i kök',
  insats: undefined,
  anvisning: undefined,
  vård: false,
  timmarPerVecka: 12,
  pass: [],
  från: '2026-11-16',
  till: '2027-02-12',
  ansvarig: 'Återbruket Café',
  krävs: false,
  ...egen,
});
const utkast = (egen: Partial<Genomförandeplan> = {}): Genomförandeplan => ({
  ...gjort(startaPlan([], { id: 'plan-1', person: 'person-1', av: AV, nu: NU })).plan,
  till: '2027-04-30',
  mål: [{ text: 'Jag vill arbeta i kök.', senast: '2027-10-01' }],
  poster: [post()],
  jobbsökartimmar: 5,
  nästaUppföljning: '2026-12-08',
  ...egen,
});
const skriv = (egen: Partial<Genomförandeplan>, grund: Partial<Plangrund> = {}) => {
  const plan = utkast();
  return skrivPlan(plan, { ...plan, ...egen }, { ...GRUND, ...grund });
};
const lämna = (plan: Genomförandeplan) =>
  lämnaPlan(plan, { händelse: 'h', hur: 'egen-sida', språk: undefined, av: AV, nu: NU });
const svara = (plan: Genomförandeplan, instämmer: boolean, synpunkt = '', planer = [plan]) =>
  svaraPåPlan(plan, planer, {
    händelse: 'h',
    instämmer,
    synpunkt,
    hur: 'egen-sida',
    språk: undefined,
    av: undefined,
    nu: NU,
  });

test('en plan från första dagen: bara mål, tid att söka arbete och uppföljning behövs', () => {
  const plan = utkast({ poster: [], jobbsökartimmar: 10 });
  assert.equal(plan.nummer, 1);
  assert.equal(gjort(lämna(plan)).plan.status, 'lamnad');
  assert.deepEqual(Object.keys(fel(lämna({ ...plan, mål: [], jobbsökartimmar: 0, nästaUppföljning: undefined }))), [
    'mal',
    'poster',
    'uppfoljning',
  ]);
  assert.match(
    fel(lämna(utkast({ poster: [post({ krävs: true })], jobbsökartimmar: 0 })))['jobbsokartimmar']!,
    /avsatt/,
  );
});

test('40 timmar går, 41 vägras och säger hur många som är för mycket', () => {
  assert.ok(skriv({ poster: [post({ timmarPerVecka: 35 })], jobbsökartimmar: 5 }).ok);
  const { poster } = fel(skriv({ poster: [post({ timmarPerVecka: 36 })], jobbsökartimmar: 5 }));
  assert.match(poster!, /41 timmar i veckan.*högst 40.*minst 1 timmar/);
  assert.ok(
    skriv({
      poster: [
        post({ timmarPerVecka: 30, till: '2026-12-31' }),
        post({ id: 'p2', timmarPerVecka: 30, från: '2027-01-01' }),
      ],
    }).ok,
    'one after the other',
  );
});

test('fyra uppehållsveckor ett kalenderår går, den femte vägras, också när tidigare planer gav de första', () => {
  const sommar = { från: '2027-01-04', till: '2027-01-31', skäl: 'Ledighet' };
  assert.ok(skriv({ uppehåll: [sommar] }).ok);
  const femte = fel(skriv({ uppehåll: [sommar, { från: '2027-03-01', till: '2027-03-07', skäl: 'Sportlov' }] }));
  assert.match(femte['uppehall.1.fran']!, /5 veckors uppehåll under 2027.*högst 4 veckor/);
  const förra: Genomförandeplan = {
    ...utkast({
      id: 'plan-0',
      status: 'ersatt',
      från: '2026-01-01',
      uppehåll: [{ ...sommar, från: '2026-07-06', till: '2026-07-26' }],
    }),
  };
  const två = [{ från: '2026-12-14', till: '2026-12-27', skäl: 'Jul' }];
  assert.ok(!skriv({ uppehåll: två }, { planer: [förra] }).ok);
  assert.ok(skriv({ uppehåll: [{ ...två[0]!, från: '2026-12-21' }] }, { planer: [förra] }).ok);
  assert.deepEqual(uppehållsveckor('plan-1', { från: '2026-11-10', uppehåll: två }, [förra]), [
    '2026-W28',
    '2026-W29',
    '2026-W30',
    '2026-W51',
    '2026-W52',
  ]);
  assert.ok('uppehall.0.fran' in fel(skriv({ uppehåll: [{ ...sommar, från: '2027-01-05' }] })), 'begins on a Monday');
});

test('vård kan stå i planen men krävs aldrig', () => {
  assert.ok(skriv({ poster: [post({ område: 'halsa', vård: true })] }).ok);
  assert.match(fel(skriv({ poster: [post({ vård: true, krävs: true })] }))['poster.0.kravs']!, /aldrig krävas/);
});

test('tider som krockar, fel summa, utanför planens tid och tomma fält sägs vid fältet', () => {
  const två = [
    post({ pass: [pass(1, '08:30', '12:30'), pass(3, '08:30', '12:30'), pass(5, '08:30', '12:30')] }),
    post({ id: 'p2', namn: 'Sfi', timmarPerVecka: 3, pass: [pass(3, '12:00', '15:00')] }),
  ];
  assert.match(fel(skriv({ poster: två }))['poster.1.pass']!, /onsdag 12:00–15:00 krockar med Arbetsträning i kök/);
  assert.match(fel(skriv({ poster: [post({ pass: [pass(1, '09:00', '12:00')] })] }))['poster.0.timmar']!, /3 timmar/);
  assert.match(fel(skriv({ poster: [post({ till: '2027-06-01' })] }))['poster.0.fran']!, /inom planens tid/);
  assert.deepEqual(Object.keys(fel(skriv({ poster: [post({ namn: ' ', ansvarig: '', från: '2026-02-31' })] }))), [
    'poster.0.namn',
    'poster.0.ansvarig',
    'poster.0.fran',
  ]);
  assert.ok('jobbsokartimmar' in fel(skriv({ jobbsökartimmar: 1.1 })));
});

test('i spåret med bara jobbsökande får planen ha annat först när 4 a slår till', () => {
  const placering = {
    namn: '100 dagar',
    från: '2026-10-01',
    slutar: '2027-01-09',
    baraJobbsökande: true,
    till: undefined,
  } as NonNullable<Plangrund['placering']>;
  const kontroll = (p: Planpost) =>
    plankontroll('plan-1', utkast({ poster: [p] }), { ...GRUND, placering, kravFrån: '2027-01' });
  assert.match(kontroll(post({ område: 'sprak' }))[0]!.text, /bara ha tid att söka arbete/);
  assert.deepEqual(kontroll(post({ område: 'sprak', från: '2027-01-15' })), []);
});

test('svaret skrivs ned som det är, och en ny version ersätter den som gällde', () => {
  const första = gjort(svara(gjort(lämna(utkast())).plan, true)).plan;
  assert.equal(första.status, 'overenskommen');
  assert.ok(!skrivPlan(första, första, GRUND).ok, 'a plan that has been handed over is not changed');
  const andra = gjort(startaPlan([första], { id: 'plan-2', person: 'person-1', av: AV, nu: NU })).plan;
  assert.equal(andra.nummer, 2);
  assert.deepEqual(andra.mål, första.mål);
  assert.ok(!startaPlan([första, andra], { id: 'plan-3', person: 'person-1', av: AV, nu: NU }).ok);
  const lämnad = gjort(lämna({ ...andra, nästaUppföljning: '2026-12-08' })).plan;
  assert.equal(gällandePlan([lämnad, första])?.id, 'plan-1', 'until she has answered');
  assert.match(fel(svara(lämnad, false))['synpunkt']!, /vad du inte håller med om/);
  const svar = gjort(svara(lämnad, false, 'Jag vill ha språkcaféet på kvällen.', [lämnad, första]));
  assert.deepEqual([svar.plan.status, svar.ersatt?.status], ['oense', 'ersatt']);
  assert.equal(gällandePlan([svar.plan, svar.ersatt!])?.id, 'plan-2', 'a plan she disagrees with holds');
  assert.equal(gjort(svara(svar.plan, true)).plan.synpunkt, 'Jag vill ha språkcaféet på kvällen.');
  assert.equal(gjort(återtaPlan(lämnad, { händelse: 'h', av: AV, nu: NU })).plan.status, 'utkast');
  assert.ok(!återtaPlan(första, { händelse: 'h', av: AV, nu: NU }).ok);
  assert.equal(
    gjort(avslutaPlan(första, { händelse: 'h', skäl: 'Har fått arbete.', av: AV, nu: NU })).plan.status,
    'avslutad',
  );
  assert.ok('skal' in fel(avslutaPlan(första, { händelse: 'h', skäl: ' ', av: AV, nu: NU })));
});

test('timmarna en dag är posternas som gäller den dagen, och tiden att söka arbete', () => {
  const plan = utkast({ poster: [post({ krävs: true }), post({ id: 'p2', timmarPerVecka: 4, från: '2027-01-01' })] });
  assert.deepEqual(planensTimmar(plan, '2026-12-01'), { aktiviteter: 12, krävda: 12, sökaArbete: 5, tillsammans: 17 });
  assert.deepEqual(planensTimmar(plan, '2027-01-10').tillsammans, 21);
  assert.deepEqual(planensTimmar(plan, '2026-01-10').tillsammans, 0);
});

test('planen saknas först efter den månad då den ska göras', () => {
  const månader = ['2026-08', '2026-09', '2026-10'];
  assert.equal(planSaknas([], månader, '2026-10'), undefined);
  assert.equal(planSaknas([], månader, '2026-11'), '2026-10');
  assert.equal(planSaknas([utkast({ status: 'overenskommen' })], månader, '2026-11'), undefined);
  assert.equal(planSaknas([utkast({ status: 'overenskommen', till: '2026-10-31' })], månader, '2026-11'), '2026-10');
  assert.equal(planSaknas([], [], '2026-11'), undefined);
});
