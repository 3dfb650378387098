import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ivoRapport, kvartaletsDagar } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import type { Statistikfråga } from '@stegvis/statistics';
import { DEMOKOMMUN, startDemoregister } from '../../demo/demo.ts';
import { PERSONAS } from '../../demo/personas.ts';
import { såDemokommun } from '../../demo/sa-demokommun.ts';
import { läsPersonlägen } from '../../portar/vag/las-personlagen.ts';
import { görUnderlag } from './gor-underlag.ts';
import { görUnderlagVarjeNatt, skaGöras } from './gor-underlag-varje-natt.ts';
import { läsUnderlag } from './las-underlag.ts';

const nu = () => new Date('2026-11-24T08:00:00Z');
const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };

describe('the facts of the demo’s households', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const fråga = async (indikator: string, övrigt: Partial<Statistikfråga> = {}) => {
    const { celler } = await system((t) =>
      t.statistik.räkna({
        indikator,
        från: '2026-09',
        till: '2026-11',
        tid: 'manad',
        uppdelning: [],
        filter: {},
        ...övrigt,
      }),
    );
    return Object.fromEntries(celler.map((c) => [[c.period, ...c.grupper].join(' '), c.värde]));
  };

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    const { standIn, config } = await startDemoregister(nu);
    closing.push(() => standIn.stop());
    await såDemokommun({ db: database.db, tenant, kommun: DEMOKOMMUN, ssbtek: config, nu });
    await system((t) => t.statistik.clear('syntet'));
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('hushåll, personer och barn är de som personabeskrivningarna säger', async () => {
    // September har de fyra hushåll som har minst tre beslutade månader: ensam-med-barn, par-med-skolbarn, gymnasist, langtid.
    // Oktober har också sfi-delad-bostad (två månader), november också skyddad (en månad): 4, 5 och 6.
    const antal = (minst: number) => PERSONAS.filter((p) => p.beslutadeMånader >= minst).length;
    assert.deepEqual([antal(3), antal(2), antal(1)], [4, 5, 6]);
    assert.deepEqual(await fråga('hushall'), { '2026-09': 4, '2026-10': 5, '2026-11': 6 });
    // Vuxna: 1 + 2 + 1 + 1 = 5, sedan 6 och 7. Barn: 2 + 2 + 1 (gymnasisten) + 0 = 5. Personer: 5 + 5 = 10, sedan 11 och 12.
    assert.deepEqual(await fråga('vuxna'), { '2026-09': 5, '2026-10': 6, '2026-11': 7 });
    assert.deepEqual(await fråga('personer'), { '2026-09': 10, '2026-10': 11, '2026-11': 12 });
  });

  test('kronorna är besluten, och för den som saknar inkomst riksnormen och kostnaderna', async () => {
    // langtid: 5 220 (riksnorm) + 5 640 (hyra) + 310 (el) + 95 (försäkring) + 260 (medicin) = 11 525 kr varje månad.
    // skyddad, bara november: 5 220 + 5 400 = 10 620 kr.
    assert.deepEqual(await fråga('utbetalt', { filter: { aldersgrupp: ['55-64'] } }), {
      '2026-09': 5220 + 5640 + 310 + 95 + 260,
      '2026-10': 11_525,
      '2026-11': 11_525,
    });
    const november = await fråga('utbetalt', {
      från: '2026-11',
      uppdelning: ['hushallstyp'],
    });
    // Ensamma utan barn i november: langtid 11 525 + sfi 7 306 + skyddad 10 620 = 29 451.
    assert.equal(november['2026-11 ensam-utan-barn'], 11_525 + 7_306 + 10_620);
    // Alla betalda beslut var för sig, ur besluten: samma summa månad för månad.
    const beslut = await system(async (t) =>
      (await t.trx.selectFrom('beslut').select(['manad', 'belopp']).execute()).filter(({ belopp }) => belopp > 0),
    );
    const summor = Object.fromEntries(
      [...Map.groupBy(beslut, ({ manad }) => manad)].map(([m, rader]) => [
        m,
        rader.reduce((sum, { belopp }) => sum + Number(belopp), 0) / 100,
      ]),
    );
    assert.deepEqual(await fråga('utbetalt'), summor);
  });

  test('nya hushåll: den som har månader i ett tidigare system är inte ny när den första månaden betalas här', async () => {
    // September: par-med-skolbarn och gymnasist börjar då; ensam-med-barn (8 månader) och langtid (30) fortsätter. Sedan en i månaden.
    assert.deepEqual(await fråga('nya-hushall'), { '2026-09': 2, '2026-10': 1, '2026-11': 1 });
  });

  test('långvarigt räknar månader från tidigare system: langtid har elva månader i år och trettio på tre år', async () => {
    const ett = await fråga('langvarigt-antal', { från: '2026-01', till: '2026-12', tid: 'ar' });
    assert.deepEqual(ett, { '2026': 1 });
    assert.deepEqual(await fråga('mycket-langvarigt-antal', { från: '2026-01', till: '2026-12', tid: 'ar' }), {
      '2026': 1,
    });
  });

  test('den som har skyddade uppgifter räknas, utan distrikt och utan insats', async () => {
    await system(async (t) => {
      const nämnd = (await t.organisation.findNämnd())!;
      const inställningar = {
        ...(nämnd.inställningar as object),
        distrikt: [{ namn: 'Hela', postnummer: ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'] }],
      };
      await t.organisation.saveNämnd({ ...nämnd, inställningar });
      await görUnderlag(t, nu().toISOString());
      const rader = await t.trx
        .selectFrom('stat_hushallsmanad')
        .innerJoin('arende', 'arende.id', 'stat_hushallsmanad.hushall')
        .innerJoin('person', 'person.id', 'arende.sokande')
        .select(['person.skyddad', 'stat_hushallsmanad.distrikt', 'stat_hushallsmanad.kon'])
        .where('person.skyddad', '=', true)
        .execute();
      assert.deepEqual(rader, [{ skyddad: true, distrikt: 'uppgift-saknas', kon: 'kvinna' }]);
    });
  });

  test('räkningarna till IVO är samma som rapportens, kvartal och hinder för sig', async () => {
    const kvartal = '2026-4';
    const rapport = await system(async (t) => {
      const dagar = kvartaletsDagar(kvartal)!;
      const anvisade = await t.ivo.findAnvisade(dagar);
      const nedsättningar = await t.nedsättningar.findBeslutade(dagar);
      const personer = [...new Set([...anvisade, ...nedsättningar].map(({ person }) => person))];
      return ivoRapport(kvartal, {
        anvisade,
        nedsättningar,
        hinder: await t.försörjningshinder.findForPersoner(personer),
      });
    });
    const period = { från: '2026-10', till: '2026-12', tid: 'kvartal', uppdelning: ['hinder'] } as const;
    for (const [id, räkning] of [
      ['ivo-4a', '12:4a'],
      ['ivo-4d', '12:4d'],
      ['ivo-nedsatt', 'nedsatt'],
    ] as const) {
      const celler = await fråga(id, period);
      assert.equal(celler['2026-kv4 *'], rapport.summa[räkning], id);
      for (const rad of rapport.rader)
        assert.equal(
          celler[`2026-kv4 ${rad.hinder ?? 'uppgift-saknas'}`] ?? 0,
          rad.antal[räkning],
          `${id} ${rad.namn}`,
        );
    }
    assert.equal(rapport.summa['12:4a'], 1);
  });

  test('försenade uppföljningar är de som samordnarens lista säger', async () => {
    const sent = '2027-02-01T08:00:00.000Z';
    const { lista, rader } = await system(async (t) => {
      await görUnderlag(t, sent);
      const personer = (await t.samordnarskap.findGällande()).map(({ person }) => person);
      const lägen = await läsPersonlägen(t, personer, sent);
      return {
        lista: [...lägen]
          .filter(([, l]) => l.behov.some(({ behov }) => behov === 'uppfoljning'))
          .map(([id, l]) => `${id} ${l.behov.find(({ behov }) => behov === 'uppfoljning')?.dag}`),
        rader: await t.trx
          .selectFrom('stat_handelse')
          .select(['person', 'dag'])
          .where('slag', '=', 'uppfoljning')
          .where('utfall', '=', 'forsenad')
          .where('person', 'in', personer)
          .execute(),
      };
    });
    assert.ok(lista.length > 0);
    assert.deepEqual(rader.map((r) => `${r.person} ${r.dag}`).sort(), lista.sort());
    await system((t) => görUnderlag(t, nu().toISOString()));
  });

  test('görs om från början: samma fakta två gånger, och en påhittad kommun är kvar som den var', async () => {
    await system((t) => t.statistik.add('syntet', { händelser: [HÄNDELSE] }));
    const [ett, två] = [
      await system((t) => görUnderlag(t, nu().toISOString())),
      await system((t) => görUnderlag(t, nu().toISOString())),
    ];
    assert.deepEqual(ett, två);
    const syntet = await system((t) =>
      t.trx.selectFrom('stat_handelse').select('id').where('ursprung', '=', 'syntet').execute(),
    );
    assert.deepEqual(syntet, [{ id: HÄNDELSE.id }]);
    await system((t) => t.statistik.clear('syntet'));
  });

  test('den som läser medan underlaget görs ser det gamla, aldrig hälften', async () => {
    const före = await fråga('hushall');
    await assert.rejects(
      system(async (t) => {
        await t.statistik.clear('arenden');
        assert.deepEqual(await fråga('hushall'), före, 'another transaction');
        throw new Error('stops in the middle');
      }),
      /stops in the middle/,
    );
    assert.deepEqual(await fråga('hushall'), före);
  });

  test('ärendena läses några i taget, och ger samma fakta hur många det än är', async () => {
    const storlekar = await system(async (t) => {
      const antal: number[] = [];
      for await (const parti of läsUnderlag(t, 2)) antal.push(parti.ärenden.length);
      return antal;
    });
    assert.ok(storlekar.length > 2 && Math.max(...storlekar) <= 2);
    assert.equal(
      storlekar.reduce((a, b) => a + b),
      6,
    );
  });

  test('natten gör det en gång om dygnet, efter klockan tre, och tar igen en missad natt', async () => {
    assert.equal(skaGöras('2026-11-24T02:30:00.000Z', '2026-11-24T20:00:00.000Z'), false);
    assert.equal(skaGöras('2026-11-24T02:30:00.000Z', '2026-11-25T01:59:00.000Z'), false, 'klockan 02.59 svensk tid');
    assert.equal(skaGöras('2026-11-24T02:30:00.000Z', '2026-11-25T02:00:00.000Z'), true);
    assert.equal(skaGöras(undefined, '2026-11-24T12:00:00.000Z'), true);
    const natten = '2026-11-25T02:10:00.000Z';
    await system((t) => görUnderlagVarjeNatt.kör(t, { nu: natten, enqueue: async () => {} }));
    assert.equal(await system((t) => t.statistik.findUnderlag('arenden')), natten);
  });
});

const HÄNDELSE = {
  id: '00000000-0000-8000-a000-000000000001',
  dag: '2026-10-01',
  slag: 'mote',
  person: undefined,
  insats: undefined,
  utfall: 'hallet',
  värde: undefined,
  värde2: undefined,
  kon: 'kvinna',
  aldersgrupp: '25-34',
  hushallstyp: 'ensam-utan-barn',
  hinder: 'uppgift-saknas',
  distrikt: 'uppgift-saknas',
  spar: 'uppgift-saknas',
} as const;
