import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Källa } from '@stegvis/casework';
import { skapaKretsbrytare } from './kretsbrytare.ts';
import { config, fråga, NU, nyaId, PERSONNUMMER } from './provunderlag.ts';
import type { SsbtekConfig } from './ssbtek-config.ts';
import { ssbtekKlient } from './ssbtek-klient.ts';
import { type SsbtekStandIn, type StandInLäge, standInPerson, startSsbtekStandIn } from './stand-in.ts';

const person = standInPerson(PERSONNUMMER, { utbetalningar: [{ typ: 'barnbidrag', netto: 1250, dag: 20 }] });

/** A client with a stand-in, a clock of its own and no waiting. */
async function med(
  work: (p: {
    standIn: SsbtekStandIn;
    hämta: (
      källor?: readonly Källa[],
      c?: Partial<SsbtekConfig>,
    ) => ReturnType<ReturnType<typeof ssbtekKlient>['hämta']>;
    läge: (läge: StandInLäge, myndighet?: 'FK' | 'CSN') => void;
    väntat: number[];
    gå: (ms: number) => void;
    kretsar: ReturnType<typeof skapaKretsbrytare>;
  }) => Promise<void>,
  vidVäntan?: (standIn: SsbtekStandIn) => void,
): Promise<void> {
  const standIn = await startSsbtekStandIn({ persons: [person], idag: () => '2026-11-22' });
  let tid = Date.parse(NU);
  const väntat: number[] = [];
  const kretsar = skapaKretsbrytare({ nu: () => new Date(tid), efterFel: 3, vilaMs: 10_000 });
  try {
    await work({
      standIn,
      väntat,
      kretsar,
      gå: (ms) => {
        tid += ms;
      },
      läge: (läge, myndighet) => standIn.setMode(PERSONNUMMER, läge, myndighet),
      hämta: (källor = ['FK', 'CSN'], c = {}) =>
        ssbtekKlient(
          { ...config, url: standIn.url, ...c },
          {
            now: () => NU,
            newId: nyaId(),
            kretsar,
            slump: () => 0.5,
            vänta: async (ms) => {
              väntat.push(ms);
              vidVäntan?.(standIn);
            },
          },
        ).hämta({ ...fråga, källor }),
    });
  } finally {
    await standIn.stop();
  }
}

test('ett fel som går över försöks igen, efter en växande väntan', () =>
  med(
    async ({ hämta, läge, väntat, standIn }) => {
      läge('http-500');
      const hämtat = await hämta();
      assert.ok(hämtat.ok);
      assert.deepEqual(väntat, [312.5]);
      assert.equal(standIn.frågor.length, 2);
    },
    (standIn) => standIn.setMode(PERSONNUMMER, 'normal'),
  ));

test('tre försök, inte fler, och felet är det sista', () =>
  med(async ({ hämta, läge, väntat, standIn }) => {
    läge('avhugget');
    const hämtat = await hämta();
    assert.equal(!hämtat.ok && hämtat.fel.slag, 'avbrutet');
    assert.deepEqual([väntat, standIn.frågor.length], [[312.5, 1250], 3]);
  }));

for (const läge of ['fault', 'gammal-version', 'ej-xml', 'xml-bomb', 'for-stort', 'tidsgrans'] as const) {
  test(`${läge} försöks inte igen på en gång`, () =>
    med(async (p) => {
      p.läge(läge);
      const hämtat = await p.hämta(undefined, { svarMs: läge === 'tidsgrans' ? 60 : 5_000 });
      assert.equal(hämtat.ok, false);
      assert.deepEqual([p.väntat, p.standIn.frågor.length], [[], 1]);
    }));
}

test('SSBTEK som inte svarar lämnas i fred, provas efter vilan och frågas sedan som vanligt', () =>
  med(async ({ hämta, läge, standIn, gå }) => {
    läge('fault');
    for (let i = 0; i < 3; i++) await hämta();
    assert.equal(standIn.frågor.length, 3);
    const bruten = await hämta();
    assert.deepEqual(!bruten.ok && [bruten.fel.slag, bruten.fel.tillfälligt], ['krets-bruten', true]);
    assert.equal(standIn.frågor.length, 3);
    läge('normal');
    gå(10_000);
    assert.ok((await hämta()).ok && (await hämta()).ok);
    assert.equal(standIn.frågor.length, 5);
  }));

test('en myndighet som inte svarar lämnas utanför frågan och är ej kontrollerbar; de andra frågas', () =>
  med(async ({ hämta, läge, standIn, gå, kretsar }) => {
    läge('delfel', 'CSN');
    for (let i = 0; i < 3; i++) assert.ok((await hämta()).ok);
    const utan = await hämta(['CSN', 'FK']);
    assert.ok(utan.ok);
    assert.deepEqual(
      utan.svar.map((s) => [s.källa, s.kvalitet, s.fel?.kod, s.fel?.tillfälligt]),
      [
        ['CSN', 'ej-kontrollerbar', 'krets-bruten', true],
        ['FK', 'svarat', undefined, undefined],
      ],
    );
    assert.deepEqual(standIn.frågor.at(-1)?.frågade, ['FK']);
    assert.deepEqual(
      kretsar.läge().map((k) => [k.namn, k.läge]),
      [
        ['SSBTEK', 'sluten'],
        ['SSBTEK CSN', 'oppen'],
        ['SSBTEK FK', 'sluten'],
      ],
    );
    const ingen = await hämta(['CSN']);
    assert.equal(!ingen.ok && ingen.fel.slag, 'krets-bruten');
    gå(10_000);
    läge('normal');
    const åter = await hämta();
    assert.ok(åter.ok && åter.svar.every((s) => s.kvalitet !== 'ej-kontrollerbar'));
  }));

test('fel i vår egen fråga bryter ingen krets', () =>
  med(async ({ hämta, kretsar }) => {
    for (let i = 0; i < 5; i++) assert.equal((await hämta(['TNS'])).ok, false);
    assert.ok(kretsar.läge().every((k) => k.läge === 'sluten'));
  }));

test('kommunens rättsliga grund och lagtext går före inställningen i filen', async () => {
  const skickat: string[] = [];
  const klient = ssbtekKlient(config, {
    now: () => NU,
    newId: nyaId(),
    kretsar: skapaKretsbrytare({ nu: () => new Date(NU) }),
    fetch: async (_, { body }) => {
      skickat.push(body);
      return new Response('<a/>');
    },
  });
  await klient.hämta({ ...fråga, källor: ['TNS'] }, { rättsligGrund: { TNS: 'vår grund' }, lagtext: 'Egen lagtext' });
  assert.match(skickat[0]!, /<s:lagtext>Egen lagtext</);
  assert.match(skickat[0]!, /<s:TNS inkludera="true"/);
});

test('den som avbryter får svar på en gång', () =>
  med(async ({ läge, standIn }) => {
    läge('tidsgrans');
    const avbrott = new AbortController();
    const klient = ssbtekKlient(
      { ...config, url: standIn.url },
      { now: () => NU, newId: nyaId(), kretsar: skapaKretsbrytare({ nu: () => new Date(NU) }) },
    );
    const svar = klient.hämta({ ...fråga, källor: ['FK'] }, undefined, avbrott.signal);
    avbrott.abort();
    const hämtat = await svar;
    assert.equal(!hämtat.ok && hämtat.fel.slag, 'avbrutet');
  }));
