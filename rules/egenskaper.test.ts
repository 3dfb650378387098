import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beräkna, beräknaSnabbt } from './resultat/berakna.ts';
import { ettBarnTill, slumpunderlag } from './slumpunderlag.ts';
import { läsUnderlag } from './underlag/las-underlag.ts';
import type { Underlag } from './underlag/underlag.ts';

const prov = <T>(arbitrary: fc.Arbitrary<T>, egenskap: (värde: T) => void, numRuns = 1500): void =>
  fc.assert(fc.property(arbitrary, egenskap), { numRuns, seed: 20261122 });

const huvudtal = (underlag: Underlag) => {
  const { manad, riksnorm, kostnader, inkomster, resultat, bistand, utfall } = beräkna(underlag);
  return { manad, riksnorm, kostnader, inkomster, resultat, bistand, utfall };
};

test('de slumpade underlagen är godkända', () =>
  prov(slumpunderlag, (underlag) => assert.deepEqual(läsUnderlag(underlag), { ok: true, underlag })));

test('den snabba beräkningen och den förklarade ger samma tal', () =>
  prov(slumpunderlag, (underlag) => assert.deepEqual(beräknaSnabbt(underlag), huvudtal(underlag)), 3000));

test('personernas, inkomsternas och kostnadernas ordning spelar ingen roll', () => {
  const omkastat = slumpunderlag.chain((underlag) =>
    fc
      .tuple(
        fc.shuffledSubarray(underlag.vuxna, { minLength: underlag.vuxna.length }),
        blandad(underlag.barn),
        blandad(underlag.kostnader),
      )
      .map(([vuxna, barn, kostnader]) => ({
        underlag,
        annat: {
          ...underlag,
          vuxna: vuxna.map(bakvändaInkomster),
          ...(barn && { barn: barn.map(bakvändaInkomster) }),
          ...(kostnader && { kostnader }),
        },
      })),
  );
  prov(omkastat, ({ underlag, annat }) => assert.deepEqual(beräknaSnabbt(annat), beräknaSnabbt(underlag)));
});

test('ett barn till sänker aldrig riksnormen', () => {
  const medEttTill = slumpunderlag.chain((underlag) => ettBarnTill(underlag).map((barnet) => ({ underlag, barnet })));
  prov(medEttTill, ({ underlag, barnet }) => {
    const fler = { ...underlag, barn: [...(underlag.barn ?? []), barnet] };
    const { personerIBostaden, ...utanAntal } = fler;
    const varianter =
      personerIBostaden === undefined ? [utanAntal] : [{ ...utanAntal, personerIBostaden: personerIBostaden + 1 }];
    for (const större of varianter) assert.ok(beräknaSnabbt(större).riksnorm >= beräknaSnabbt(underlag).riksnorm);
  });
});

test('hundra kronor mer i inkomst höjer aldrig biståndet och sänker det med högst hundra', () => {
  const medMer = slumpunderlag.chain((underlag) =>
    fc.nat({ max: 50 }).map((val) => ({ underlag, mer: meraInkomst(underlag, val) })),
  );
  prov(medMer, ({ underlag, mer }) => {
    const [före, efter] = [bistånd(underlag), bistånd(mer)];
    för([0, 1], (gräns) => {
      assert.ok(efter[gräns] <= före[gräns], `${före} blev ${efter}`);
    });
    if (före[0] === före[1]) assert.ok(Math.round((före[0] - efter[0]) * 100) <= 10000, `${före} blev ${efter}`);
  });
});

test('biståndet är aldrig negativt, och null bara när något ska bedömas', () =>
  prov(slumpunderlag, (underlag) => {
    const { bistand, resultat, utfall, riksnorm, bedomningar, spann } = beräkna(underlag);
    assert.ok(riksnorm > 0);
    assert.equal(utfall === 'bedoms', bedomningar.length > 0);
    assert.equal(utfall === 'bedoms', bistand === null && resultat === null && spann !== undefined);
    for (const tal of spann?.bistand ?? [bistand ?? 0]) assert.ok(tal >= 0);
    if (spann) for (const [lägst, högst] of Object.values(spann)) assert.ok(lägst <= högst);
  }));

test('raderna som en handläggare ser blir resultatet på öret', () =>
  prov(slumpunderlag, (underlag) => {
    const b = beräkna(underlag);
    const { rader: r } = b;
    assert.equal(ören(r.familjekostnad), summa(r.personer.map((p) => p.belopp)));
    assert.equal(ören(r.riksnorm), ören(r.familjekostnad) + ören(r.gemensamma));
    if (b.resultat === null) return;
    const inkomster = summa(r.inkomster.map((rad) => rad.raknat ?? 0)) - summa(r.jobbstimulans.map((j) => j.avdrag));
    const kostnader = summa(r.kostnader.map((rad) => rad.raknat ?? 0)) - summa(r.overGrans.map((över) => över.belopp));
    const särskilda = summa(r.sarskildaKostnader.map((rad) => rad.raknat ?? 0));
    const tillgodo = summa(r.tillgangar.map((rad) => rad.raknat ?? 0)) + ören(r.overskott);
    assert.equal(inkomster, ören(b.inkomster ?? -1));
    assert.equal(kostnader + särskilda, ören(b.kostnader ?? -1));
    assert.equal(ören(r.summa ?? 0), inkomster + tillgodo - ören(r.norm) - kostnader);
    assert.equal(ören(b.resultat), ören(r.summa ?? 0) - särskilda);
    assert.equal(ören(b.bistand ?? -1), Math.max(0, -ören(b.resultat) - ören(r.forskott)));
  }));

const ören = (kronor: number): number => Math.round(kronor * 100);
const summa = (kronor: readonly number[]): number => kronor.reduce((hittills, k) => hittills + ören(k), 0);
const för = (gränser: readonly (0 | 1)[], gör: (gräns: 0 | 1) => void): void => gränser.forEach(gör);
const blandad = <T>(lista: T[] | undefined): fc.Arbitrary<T[] | undefined> =>
  lista === undefined ? fc.constant(undefined) : fc.shuffledSubarray(lista, { minLength: lista.length });
const bakvändaInkomster = <P extends { inkomster?: unknown[] | undefined }>(person: P): P =>
  person.inkomster === undefined ? person : { ...person, inkomster: person.inkomster.toReversed() };

const bistånd = (underlag: Underlag): readonly [number, number] => {
  const { bistand, spann } = beräkna(underlag);
  return spann?.bistand ?? [bistand ?? 0, bistand ?? 0];
};

const meraInkomst = (underlag: Underlag, val: number): Underlag => {
  const höjd = <P extends { inkomster?: Underlag['vuxna'][number]['inkomster'] }>(person: P): P => {
    const inkomster = person.inkomster ?? [];
    const i = val % (inkomster.length + 1);
    const ny =
      inkomster[i] === undefined
        ? [...inkomster, { typ: 'lon' as const, netto: 100 }]
        : inkomster.with(i, { ...inkomster[i], netto: Math.round(inkomster[i].netto * 100 + 10000) / 100 });
    return { ...person, inkomster: ny };
  };
  const [första, ...vuxna] = underlag.vuxna;
  const [förstaBarnet, ...barn] = underlag.barn ?? [];
  if (val % 2 === 1 && förstaBarnet) return { ...underlag, barn: [höjd(förstaBarnet), ...barn] };
  return första === undefined ? underlag : { ...underlag, vuxna: [höjd(första), ...vuxna] };
};
