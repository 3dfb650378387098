import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActResult } from '../refusal.ts';
import {
  type Aktgranskning,
  brister,
  lämnaAktgranskning,
  slutförAktgranskning,
  svaraIAktgranskning,
} from './aktgranskning.ts';
import { anmälAvvikelse } from './anmal-avvikelse.ts';
import { sparaArbetsgrupp } from './arbetsgrupp.ts';
import { görÅtgärd, läggTillÅtgärd } from './atgarda-avvikelse.ts';
import { avskrivAvvikelse, avslutaAvvikelse } from './avsluta-avvikelse.ts';
import { checklistversion, FÖRVALDA_CHECKLISTOR, gällandeChecklistor, ändraChecklista } from './checklista.ts';
import { följUppAvvikelse } from './folj-upp-avvikelse.ts';
import { avslutaGranskningsomgång, draOmUrval, startaGranskningsomgång } from './granskningsomgang.ts';
import { AVVIKELSETABELL, försenadeÅtgärder, type Kvalitetsavvikelse } from './kvalitetsavvikelse.ts';
import { kvalitetsmönster } from './kvalitetsmonster.ts';
import { draUrval, läsUrvalsregel, type Urvalskandidat, type Urvalsregel } from './urvalsregel.ts';
import { tilldelaUtredning, utredAvvikelse } from './utred-avvikelse.ts';

const nu = '2026-11-24T08:00:00.000Z';
const chef = { id: 'chef', namn: 'Chef', roller: ['enhetschef'] };
const handläggare = { id: 'h', namn: 'Handläggare', roller: ['handlaggare'] };
const personal = [chef, handläggare];

function gjord<T extends object>(result: ActResult<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result;
}
function vägrad<T extends object>(result: ActResult<T>): string {
  assert.ok(!result.ok);
  return result.refusal.kod;
}

/** Decisions of October: 100, the first 40 automatic grants, the last 20 refusals by H. */
const kandidater: Urvalskandidat[] = Array.from({ length: 100 }, (_, i) => ({
  beslut: `b${String(i).padStart(3, '0')}`,
  ansökan: `a${i}`,
  beslutad: `2026-10-${String((i % 30) + 1).padStart(2, '0')}T09:00:00.000Z`,
  automatisk: i < 40,
  utfall: i < 80 ? 'bifall' : i % 2 ? 'avslag' : 'delavslag',
  slag: 'ateransokan',
  beslutsfattare: i < 40 ? undefined : i < 80 ? 'x' : 'h',
  återkomst: i % 10 === 3,
}));
const inget = {
  beslut: '',
  utfall: '',
  grupp: undefined,
  baraÅterkomst: false,
  sätt: '',
  procent: '',
  nummer: '',
  från: '2026-10-01',
  till: '2026-10-31',
};
function regel(own: Partial<Parameters<typeof läsUrvalsregel>[0]>): Urvalsregel {
  const läst = läsUrvalsregel({ ...inget, mall: 'egen', ...own }, '2026-11-24');
  assert.ok(läst.ok, JSON.stringify(läst));
  return läst.regel;
}

test('each rule draws what it says, and the same seed draws the same whatever order the rows come in', () => {
  const andel = regel({ mall: 'automatiska', procent: '20' });
  const ett = draUrval(kandidater, andel, 7);
  // 40 automatic grants, 20 per cent: 8.
  assert.deepEqual([ett.population, ett.dragna.length], [40, 8]);
  assert.ok(ett.dragna.every((k) => k.automatisk && k.utfall === 'bifall'));
  assert.deepEqual(draUrval([...kandidater].reverse(), andel, 7), ett);
  assert.notDeepEqual(draUrval(kandidater, andel, 8).dragna, ett.dragna);
  assert.notEqual(draUrval(kandidater.slice(1), andel, 7).populationshash, ett.populationshash);

  const grupp = { id: 'g', namn: 'Norra', medlemmar: ['h'] };
  const avslag = draUrval(kandidater, regel({ mall: 'avslag', grupp }), 7);
  assert.deepEqual([avslag.population, avslag.dragna.length], [20, 20]);
  assert.equal(draUrval(kandidater, regel({ mall: 'avslag', grupp: { ...grupp, medlemmar: ['x'] } }), 7).population, 0);
  assert.equal(draUrval(kandidater, regel({ mall: 'aterkomst' }), 7).dragna.length, 10);
  for (const frö of [0, 3, 9, 999]) {
    const tionde = draUrval(kandidater, regel({ mall: 'var-tionde' }), frö).dragna;
    assert.equal(tionde.length, 10);
  }
  const egen = regel({ beslut: 'handlaggare', utfall: 'bifall', baraÅterkomst: true, sätt: 'var', nummer: '2' });
  // Bifall by a person are i = 40–79; of them i % 10 = 3: four; every second of four: two.
  assert.deepEqual([draUrval(kandidater, egen, 1).population, draUrval(kandidater, egen, 1).dragna.length], [4, 2]);
});

test('a random share draws every decision about as often', () => {
  const andel = regel({ mall: 'automatiska', procent: '25' });
  const antal = new Map<string, number>();
  for (let frö = 1; frö <= 400; frö++)
    for (const { beslut } of draUrval(kandidater, andel, frö).dragna) antal.set(beslut, (antal.get(beslut) ?? 0) + 1);
  // 400 draws of 10 among 40: 100 each, standard deviation 8,7; five of them either way.
  assert.equal(antal.size, 40);
  for (const n of antal.values()) assert.ok(n > 56 && n < 144, String(n));
});

test('a rule that cannot be is refused with what is allowed', () => {
  const fel = (own: Partial<Parameters<typeof läsUrvalsregel>[0]>) => {
    const läst = läsUrvalsregel(
      { ...inget, mall: 'egen', beslut: 'alla', utfall: 'alla', sätt: 'alla', ...own },
      '2026-11-24',
    );
    assert.ok(!läst.ok);
    return läst.fel.map(({ fält }) => fält);
  };
  assert.deepEqual(fel({ mall: 'constructor' }), ['mall']);
  assert.deepEqual(fel({ från: '2026-02-30' }), ['fran']);
  assert.deepEqual(fel({ till: '2026-11-25' }), ['till']);
  assert.deepEqual(fel({ från: '2026-10-31', till: '2026-10-01' }), ['till']);
  for (const procent of ['', '0', '101', '-5', '1e1', '5,5', '٥'])
    assert.deepEqual(fel({ sätt: 'andel', procent }), ['procent']);
  assert.deepEqual(fel({ sätt: 'var', nummer: '1' }), ['nummer']);
  assert.deepEqual(fel({ sätt: 'toString' }), ['satt']);
});

const [lista] = FÖRVALDA_CHECKLISTOR.filter(({ id }) => id === 'utbetalning');
function omgång(own: Partial<Parameters<typeof startaGranskningsomgång>[0]> = {}) {
  let n = 0;
  return startaGranskningsomgång({
    id: 'o',
    namn: 'Oktober',
    regel: regel({ mall: 'avslag' }),
    frö: 7,
    kandidater,
    checklistor: [lista!],
    granskare: [handläggare],
    grupper: [{ id: 'g', namn: 'Norra', medlemmar: ['h', 'i', 'j', 'k', 'l'], version: 1 }],
    senast: '2026-12-24',
    nyttId: () => `akt${++n}`,
    av: chef,
    nu,
    ...own,
  });
}

test('a round keeps what an auditor needs, and drawing again shows a decision that has gone', () => {
  const { omgång: o, akter } = gjord(omgång());
  assert.deepEqual(
    [o.population, o.antal, akter.length, akter[0]!.grupp],
    [20, 20, 20, { id: 'g', namn: 'Norra', antal: 5 }],
  );
  const dragna = akter.map(({ beslut }) => beslut);
  assert.deepEqual(draOmUrval(o, kandidater, dragna), { samma: true, population: 20, skillnad: 0 });
  const senare = { ...kandidater[90]!, beslut: 'ny', beslutad: '2026-11-25T08:00:00.000Z' };
  assert.equal(draOmUrval(o, [...kandidater, senare], dragna).samma, true, 'decided after the draw');
  assert.deepEqual(draOmUrval(o, kandidater.slice(0, 99), dragna), { samma: false, population: 19, skillnad: 1 });
  assert.equal(vägrad(omgång({ av: handläggare })), 'fel-roll');
  assert.equal(vägrad(omgång({ kandidater: [] })), 'tomt-urval');
  assert.equal(vägrad(omgång({ frö: Number.NaN })), 'fel-i-falt');
  assert.equal(vägrad(omgång({ frö: 1e9 })), 'fel-i-falt');
  assert.equal(vägrad(omgång({ checklistor: [] })), 'fel-i-falt');
  assert.equal(vägrad(omgång({ senast: '2026-11-23' })), 'fel-i-falt');
  const många = Array.from({ length: 101 }, (_, i) => ({ ...kandidater[90]!, beslut: `m${i}` }));
  assert.equal(vägrad(omgång({ kandidater: många })), 'for-manga');
  assert.equal(vägrad(avslutaGranskningsomgång(o, { akter, slutsats: 'Allt är bra.', av: chef, nu })), 'kvar');
});

test('a file is reviewed by one who has not worked in it, saved as one goes and finished with words to each fault', () => {
  const akt = gjord(omgång()).akter[0]!;
  const svar = (vad: string, text = '') =>
    lista!.frågor.map((f) => ({ checklista: lista!.id, fråga: f.id, svar: vad, text }));
  const svara = (a: Aktgranskning, av: { id: string; namn: string }, s = svar('ja'), medverkat: string[] = []) =>
    svaraIAktgranskning(a, { svar: s, sammanfattning: '', checklistor: [lista!], medverkat, av, nu });
  assert.equal(vägrad(svara(akt, handläggare)), 'egen-medverkan');
  assert.equal(vägrad(svara(akt, chef, svar('ja'), ['chef'])), 'egen-medverkan');
  assert.equal(vägrad(svara(akt, chef, svar('kanske'))), 'fel-i-falt');
  assert.equal(vägrad(svara(akt, chef, svar('nej', 'x'.repeat(1001)))), 'fel-i-falt');
  const halv = gjord(svara(akt, chef, svar('nej').slice(0, 2))).akt;
  assert.deepEqual([halv.status, halv.granskare?.id, halv.svar.length], ['pagar', 'chef', 2]);
  assert.equal(vägrad(svara(halv, { id: 'y', namn: 'Y' })), 'egen-medverkan');
  const slut = slutförAktgranskning(halv, { checklistor: [lista!], av: chef, nu });
  assert.ok(!slut.ok);
  assert.deepEqual(
    slut.refusal.fält?.map(({ fält }) => fält),
    ['text-utbetalning-belopp', 'text-utbetalning-mottagare', 'svar-utbetalning-dag'],
  );
  assert.equal(gjord(lämnaAktgranskning(halv, chef)).akt.status, 'att-granska');
  const klar = gjord(
    slutförAktgranskning(gjord(svara(halv, chef, svar('delvis', 'Fel konto'))).akt, {
      checklistor: [lista!],
      av: chef,
      nu,
    }),
  ).akt;
  assert.equal(brister(klar).length, 3);
  assert.equal(vägrad(svara(klar, chef)), 'redan-granskad');
});

test('a changed checklist is a new version; the same question keeps its id', () => {
  const [fråga] = lista!.frågor;
  const admin = { id: 'adm', namn: 'Administratör', roller: ['administrator'] };
  const input = {
    frågor: [
      { id: fråga!.id, text: 'Stämde det utbetalda beloppet?', grund: fråga!.grund },
      { id: undefined, text: 'Fick personen ett kvitto?', grund: 'Kommunens rutin' },
      { id: 'mottagare', text: ' ', grund: '' },
    ],
    skäl: 'Kortare lista',
    nyttId: () => 'ny',
    av: admin,
    nu,
  };
  const { checklista } = gjord(ändraChecklista(lista!, input));
  assert.deepEqual([checklista.version, checklista.frågor.map(({ id }) => id)], [2, ['belopp', 'ny']]);
  assert.equal(gällandeChecklistor([checklista]).find(({ id }) => id === 'utbetalning')?.version, 2);
  assert.equal(checklistversion([checklista], 'utbetalning', 1)?.frågor.length, 3);
  assert.equal(vägrad(ändraChecklista(lista!, { ...input, av: chef })), 'fel-roll');
  assert.equal(vägrad(ändraChecklista(lista!, { ...input, frågor: [] })), 'fel-i-falt');
  assert.equal(vägrad(ändraChecklista(lista!, { ...input, skäl: '' })), 'fel-i-falt');
  assert.equal(vägrad(ändraChecklista(lista!, { ...input, frågor: [...lista!.frågor] })), 'ingen-andring');
});

const avvikelse = (): Kvalitetsavvikelse =>
  gjord(
    anmälAvvikelse({
      id: 'v',
      nummer: 1,
      rubrik: 'Fel belopp',
      vad: 'Hyran räknades två gånger.',
      process: 'beslut',
      allvar: 'stor',
      dag: '2026-11-20',
      ansökan: undefined,
      person: undefined,
      granskning: undefined,
      av: handläggare,
      nu,
    }),
  ).avvikelse;

test('a deviation follows its table: every step that is not in it is refused', () => {
  const åtgärd = (a: Kvalitetsavvikelse, senast = '2026-12-01') =>
    läggTillÅtgärd(a, {
      id: `å${a.åtgärder.length}`,
      text: 'Ändra rutinen',
      ansvarig: 'h',
      senast,
      personal,
      av: chef,
      nu,
    });
  const steg: Record<string, (a: Kvalitetsavvikelse) => ActResult<{ avvikelse: Kvalitetsavvikelse }>> = {
    tilldelad: (a) => tilldelaUtredning(a, { utredare: 'h', personal, av: chef }),
    utredd: (a) => utredAvvikelse(a, { orsaker: ['rutin'], text: 'Rutinen är oklar.', av: chef, nu }),
    'åtgärd tillagd': (a) => åtgärd(a),
    effekt: (a) => följUppAvvikelse(a, { effekt: 'ja', text: 'Inga nya fel.', av: chef, nu }),
    'ingen effekt': (a) => följUppAvvikelse(a, { effekt: 'nej', text: 'Samma fel igen.', av: chef, nu }),
    avslutad: (a) => avslutaAvvikelse(a, { text: 'Rutinen är tydlig nu.', av: chef, nu }),
    avskriven: (a) => avskrivAvvikelse(a, { text: 'Det var ingen avvikelse.', av: chef, nu }),
  };
  for (const [status, övergångar] of Object.entries(AVVIKELSETABELL))
    for (const [namn, gör] of Object.entries(steg)) {
      const result = gör({ ...avvikelse(), status: status as Kvalitetsavvikelse['status'] });
      const väntad = (övergångar as Record<string, string>)[namn];
      assert.equal(result.ok ? result.avvikelse.status : undefined, väntad, `${status} ${namn}`);
    }
});

test('a measure is overdue after its day, and the last one that is done brings the follow-up', () => {
  let a: Kvalitetsavvikelse = { ...avvikelse(), status: 'atgardas' };
  for (const senast of ['2026-11-30', '2026-12-20'])
    a = gjord(
      läggTillÅtgärd(a, { id: senast, text: 'Ändra rutinen', ansvarig: 'h', senast, personal, av: chef, nu }),
    ).avvikelse;
  assert.deepEqual(försenadeÅtgärder(a, '2026-11-30'), []);
  assert.deepEqual(
    försenadeÅtgärder(a, '2026-12-01').map(({ id }) => id),
    ['2026-11-30'],
  );
  const gör = (id: string, av = handläggare) => görÅtgärd(a, { åtgärd: id, text: 'Rutinen är ändrad.', av, nu });
  assert.equal(vägrad(gör('2026-11-30', { id: 'y', namn: 'Y', roller: ['handlaggare'] })), 'fel-roll');
  assert.equal(vägrad(gör('finns-inte')), 'finns-inte');
  a = gjord(gör('2026-11-30')).avvikelse;
  assert.equal(a.status, 'atgardas');
  assert.equal(vägrad(gör('2026-11-30')), 'redan-gjord');
  a = gjord(gör('2026-12-20')).avvikelse;
  assert.equal(a.status, 'foljs-upp');
  assert.deepEqual(försenadeÅtgärder(a, '2027-12-01'), []);
});

test('patterns count answers, and a group is shown when it has five', () => {
  const akt = (own: Partial<Aktgranskning>, svar: string): Aktgranskning => ({
    ...gjord(omgång()).akter[0]!,
    status: 'klar',
    klar: nu,
    svar: [{ checklista: 'utbetalning', fråga: 'belopp', svar: svar as 'ja', text: '' }],
    ...own,
  });
  const grupp = (antal: number) => ({ id: `g${antal}`, namn: `Grupp ${antal}`, antal });
  const akter = [
    akt({ grupp: grupp(5) }, 'nej'),
    akt({ grupp: grupp(5) }, 'ja'),
    akt({ grupp: grupp(4), klar: '2026-09-30T22:30:00.000Z' }, 'delvis'),
    akt({ grupp: undefined, automatisk: true }, 'ej-aktuellt'),
    akt({ status: 'pagar', klar: undefined }, 'nej'),
  ];
  const efter = (del: 'grupp' | 'kvartal' | 'beslut') =>
    kvalitetsmönster(akter, [lista!], del).map((m) => [
      m.del,
      m.akter,
      m.frågor.map((f) => [f.nej, f.delvis, f.aktuella]),
    ]);
  assert.deepEqual(efter('grupp'), [['Grupp 5', 2, [[1, 0, 2]]]]);
  // 22:30 UTC on 30 September is 1 October in Sweden: the same quarter as the others.
  assert.deepEqual(efter('kvartal'), [['2026-4', 4, [[1, 1, 3]]]]);
  assert.deepEqual(efter('beslut'), [
    ['Automatiska beslut', 1, []],
    ['Beslut av handläggare', 3, [[1, 1, 3]]],
  ]);
});

test('a group has a name of its own and members of the staff', () => {
  const input = { id: 'g', namn: 'Norra', medlemmar: ['h', 'h', 'utomstående'], personal: ['h'], andra: [], av: chef };
  assert.deepEqual(gjord(sparaArbetsgrupp(undefined, input)).grupp.medlemmar, ['h']);
  assert.equal(vägrad(sparaArbetsgrupp(undefined, { ...input, medlemmar: ['utomstående'] })), 'fel-i-falt');
  assert.equal(vägrad(sparaArbetsgrupp(undefined, { ...input, av: handläggare })), 'fel-roll');
});
