import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Ansökningsfakta, Koladavärde, Nämndrapport, Personmånad } from '@stegvis/statistics';
import { sql } from 'kysely';
import { inTenant, type TenantTransaction } from '../in-tenant.ts';
import { openTestDatabase, testScope } from '../open-test-database.ts';
import { Duplicate, VersionConflict } from '../repository-errors.ts';

const { db } = await openTestDatabase({ after });
const as = <T>(work: (t: TenantTransaction) => Promise<T>) => inTenant(db, testScope, work);
const NU = '2026-11-24T08:00:00.000Z';
const av = { id: 'a', namn: 'Chef' };

const mått = (kpi: string) => ({ kpi, titel: `Mått ${kpi}`, beskrivning: '', könsuppdelat: true });
const värde = (own: Partial<Koladavärde>): Koladavärde => ({
  kpi: 'N31807',
  område: '9991',
  år: 2025,
  kön: 'T',
  värde: 2.5,
  ...own,
});

test('what Kolada says is kept whole, and a new answer takes the place of the old, key figure by key figure', async () => {
  const områden = [
    { id: '9992', namn: 'Öby', slag: 'K' as const },
    { id: '9991', namn: 'Aby', slag: 'K' as const },
  ];
  await as((t) =>
    t.jämförelse.saveKolada(
      {
        mått: [mått('N31807'), mått('U31462')],
        områden,
        värden: [värde({}), värde({ år: 2024 }), värde({ kpi: 'U31462', värde: null })],
        saknas: [],
      },
      NU,
    ),
  );
  await as((t) =>
    t.jämförelse.saveKolada(
      { mått: [mått('N31807')], områden, värden: [värde({ värde: 3 })], saknas: ['U31462'] },
      '2026-12-24T08:00:00.000Z',
    ),
  );
  await as(async (t) => {
    assert.deepEqual(await t.jämförelse.findVärden(['N31807', 'U31462'], ['9991', '9992']), [
      värde({ värde: 3 }),
      värde({ kpi: 'U31462', värde: null }),
    ]);
    assert.deepEqual(
      (await t.jämförelse.findMått()).map(({ kpi, hämtad }) => [kpi, hämtad.slice(0, 10)]),
      [
        ['N31807', '2026-12-24'],
        ['U31462', '2026-11-24'],
      ],
      'the old one keeps its day',
    );
    assert.deepEqual(
      (await t.jämförelse.findOmråden()).map(({ namn }) => namn),
      ['Aby', 'Öby'],
    );
    assert.deepEqual(await t.jämförelse.findVärden([], ['9991']), []);
  });
});

test('a group is changed by one at a time', async () => {
  const grupp = { id: randomUUID(), namn: 'Grupp', områden: ['9991'], av, ändrad: NU, version: 1 };
  await as((t) => t.jämförelse.addGrupp(grupp));
  await as((t) => t.jämförelse.saveGrupp({ ...grupp, områden: ['9991', '9992'], version: 2 }));
  await assert.rejects(
    as((t) => t.jämförelse.saveGrupp({ ...grupp, namn: 'Annat', version: 2 })),
    VersionConflict,
  );
  await assert.rejects(
    as((t) => t.jämförelse.removeGrupp(grupp.id, 1)),
    VersionConflict,
  );
  assert.deepEqual((await as((t) => t.jämförelse.findGrupper()))[0]?.områden, ['9991', '9992']);
  await as((t) => t.jämförelse.removeGrupp(grupp.id, 2));
  assert.deepEqual(await as((t) => t.jämförelse.findGrupper()), []);
});

test('a comment is written over only by somebody who has read it', async () => {
  const kommentar = { månad: '2026-10', avsnitt: 'barn', text: 'Fler barn.', av, tid: NU, version: 1 };
  await as((t) => t.nämndrapporter.saveKommentar(kommentar));
  await assert.rejects(
    as((t) => t.nämndrapporter.saveKommentar({ ...kommentar, text: 'Samtidigt' })),
    VersionConflict,
  );
  await as((t) => t.nämndrapporter.saveKommentar({ ...kommentar, text: 'Färre barn.', version: 2 }));
  assert.deepEqual(
    (await as((t) => t.nämndrapporter.findKommentarer('2026-10'))).map(({ text, version }) => [text, version]),
    [['Färre barn.', 2]],
  );
});

test('a frozen report is never changed, and each number is one', async () => {
  const innehåll: Nämndrapport = {
    månad: '2026-10',
    kommun: 'Testkommunen',
    nämnd: 'Socialnämnden',
    underlagFrån: NU,
    gräns: 5,
    avsnitt: [],
  };
  const rapport = {
    månad: '2026-10',
    nummer: 1,
    frusen: NU,
    av,
    skäl: undefined,
    innehåll,
    brev: { titel: 'Brev' },
    hash: 'a',
  };
  await as((t) => t.nämndrapporter.addRapport(rapport));
  await assert.rejects(
    as((t) => t.nämndrapporter.addRapport(rapport)),
    Duplicate,
  );
  await as((t) => t.nämndrapporter.addRapport({ ...rapport, nummer: 2, skäl: 'Fel underlag' }));
  assert.deepEqual(await as((t) => t.nämndrapporter.findRapport('2026-10', 1)), rapport);
  assert.deepEqual(
    (await as((t) => t.nämndrapporter.findRapporter())).map(({ nummer }) => nummer),
    [2, 1],
  );
  await assert.rejects(as((t) => sql`update namndrapport set hash = 'b'`.execute(t.trx)));
  await assert.rejects(as((t) => sql`delete from namndrapport`.execute(t.trx)));
});

const grund = { aldersgrupp: '35-44', hushallstyp: 'ensam-utan-barn', hinder: 'x', distrikt: 'nord', spar: 'x' };
const ansökan = (kon: string, dagar: number): Ansökningsfakta => {
  const inkommen = '2026-03-02T09:00:00.000Z';
  const beslutad = new Date(Date.parse(inkommen) + dagar * 86_400_000).toISOString();
  return {
    ...grund,
    kon,
    id: randomUUID(),
    hushåll: randomUUID(),
    slag: 'nyansokan',
    inkommen,
    beslutad,
    seddTill: beslutad,
    utfall: 'bifall',
    avslagsgrund: undefined,
    processuellt: false,
    automatisk: false,
    stopporsaker: [],
    granskad: false,
    granskadFel: false,
    ändrad: false,
    överklagad: undefined,
    överklagandeutfall: undefined,
    handläggningsminuter: undefined,
  };
};

/** Women 2, 4, 4, 4, 5, 5, 7 and 9 days: mean 5, squared distances 9+1+1+1+0+0+4+16 = 32, divided by 7 = 4.571, root 2.138. Men 1, 2 and 3: 1. */
test('the spread behind a mean and the limits of a median are those of the values', async () => {
  await as((x) =>
    x.statistik.add('arenden', {
      ansökningar: [
        ...[2, 4, 4, 4, 5, 5, 7, 9].map((dagar) => ansökan('kvinna', dagar)),
        ...[1, 2, 3].map((dagar) => ansökan('man', dagar)),
      ],
    }),
  );
  const fråga = { från: '2026-01', till: '2026-12', tid: 'hela' as const, uppdelning: ['kon'], filter: {} };
  const medel = await as((x) => x.jämförelse.spridning({ ...fråga, indikator: 'kolada-u31402' }));
  const avvikelse = (kon: string) => medel.find(({ grupper }) => grupper[0] === kon)?.standardavvikelse?.toFixed(3);
  assert.deepEqual([avvikelse('kvinna'), avvikelse('man'), medel.length], ['2.138', '1.000', 3]);
  const median = await as((x) => x.jämförelse.spridning({ ...fråga, indikator: 'kolada-u31403' }));
  const kvinnor = median.find(({ grupper }) => grupper[0] === 'kvinna');
  // 50 ± 98/√8 percent: the 15th to the 85th percentile, 4 and about 7.
  assert.ok(kvinnor?.från === 4 && Math.abs((kvinnor.till ?? 0) - 6.9) < 0.2, JSON.stringify(kvinnor));
  assert.deepEqual(await as((x) => x.jämförelse.spridning({ ...fråga, indikator: 'utbetalt' })), []);
});

/** 3 persons of whom 1 child, of 40 inhabitants of whom 8 children: 7.5 and 12.5 percent. */
test('shares of all inhabitants and of all children, by hand', async () => {
  const person = (vuxen: boolean, manad = '2025-03'): Personmånad => ({
    ...grund,
    kon: 'kvinna',
    aldersgrupp: vuxen ? '35-44' : '7-17',
    månad: manad,
    person: randomUUID(),
    hushåll: randomUUID(),
    vuxen,
    insatser: [],
  });
  await as(async (t) => {
    const återkommande = person(true);
    await t.statistik.add('arenden', {
      personmånader: [återkommande, { ...återkommande, månad: '2025-09' }, person(true), person(false)],
      hushållsmånader: [
        {
          ...grund,
          kon: 'kvinna',
          månad: '2025-03',
          hushåll: randomUUID(),
          vuxna: 1,
          barn: 0,
          belopp121: 1,
          belopp122: 0,
          ny: false,
          avslutad: false,
        },
      ],
    });
    await t.statistik.saveBefolkning([
      { år: 2025, kon: 'kvinna', aldersgrupp: '35-44', distrikt: 'nord', antal: 32 },
      { år: 2025, kon: 'kvinna', aldersgrupp: '7-17', distrikt: 'nord', antal: 8 },
    ]);
    const räkna = async (indikator: string) =>
      (
        await t.statistik.räkna({ indikator, från: '2025-01', till: '2025-12', tid: 'ar', uppdelning: [], filter: {} })
      ).celler.map(({ värde }) => värde);
    assert.deepEqual(await räkna('andel-invanare'), [7.5]);
    assert.deepEqual(await räkna('andel-barn-invanare'), [12.5]);
  });
});
