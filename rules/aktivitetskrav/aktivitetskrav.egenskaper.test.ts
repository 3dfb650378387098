import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, month } from '@stegvis/engine';
import fc from 'fast-check';
import { aktivitetskrav } from './aktivitetskrav.ts';
import type { Aktivitetsunderlag } from './aktivitetsunderlag.ts';
import { deltidssysselsättningar, heltidssysselsättningar, sjukförmåner } from './aktivitetsunderlag.ts';
import { prövaAktivitetskrav } from './prova-aktivitetskrav.ts';

const månad = fc.integer({ min: 0, max: 77 }).map((n) => addMonths(month('2026-07'), n) as string);
const dag = (från: string, till: string) =>
  fc.date({ min: new Date(från), max: new Date(till), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));
const timmar = fc.integer({ min: 0, max: 160 }).map((n) => n / 4);
const utanOdefinierade = <T extends object>(o: T) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as T;
const valfri = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });

const deltidspost = fc.record({ typ: fc.constantFrom(...deltidssysselsättningar), timmar });
const barn = fc
  .record({
    fodd: dag('2010-01-01', '2033-01-01'),
    avslutatForstaSkolaret: valfri(fc.boolean()),
    avslutatAndraSkolaret: valfri(fc.boolean()),
  })
  .map(utanOdefinierade);
const underlag: fc.Arbitrary<Aktivitetsunderlag> = fc
  .record({
    manad: månad,
    senaste: fc.integer({ min: 0, max: 5 }),
    person: fc
      .record({
        fodd: fc.oneof({ weight: 4, arbitrary: dag('1966-01-01', '2007-01-01') }, dag('1955-01-01', '2012-01-01')),
        skolstudier: valfri(fc.boolean()),
        heltid: fc.option(fc.constantFrom(...heltidssysselsättningar), { nil: undefined, freq: 6 }),
        deltid: valfri(fc.array(deltidspost, { maxLength: 3 })),
        sjukforman: valfri(
          fc.array(
            fc.record({
              typ: fc.constantFrom(...sjukförmåner),
              omfattning: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
            }),
            { maxLength: 2 },
          ),
        ),
        foraldraledigMedBarnFott: valfri(dag('2024-01-01', '2032-01-01')),
        formagaTimmar: valfri(timmar),
        jobbsokandeTimmar: valfri(timmar),
        ovrigaSkyldigheterTimmar: valfri(timmar),
        tillsynTimmar: valfri(timmar),
      })
      .map(utanOdefinierade),
    barn: fc.array(barn, { maxLength: 4 }),
  })
  .map(({ manad, senaste, person, barn }) => ({
    manad,
    person: {
      ...person,
      bistandsmanader: Array.from({ length: senaste }, (_, i) => addMonths(month(manad), -1 - i) as string),
    },
    barn,
  })) as fc.Arbitrary<Aktivitetsunderlag>;

const pröva = <T>(egenskap: fc.IProperty<T>) => fc.assert(egenskap, { numRuns: 500 });

test('tiden är aldrig under noll eller över fyrtio, och noll när kravet inte får ställas', () => {
  pröva(
    fc.property(underlag, (u) => {
      const { krav, timmarPerVecka } = prövaAktivitetskrav(u);
      assert.ok(timmarPerVecka >= 0 && timmarPerVecka <= 40);
      if (krav === 'far-inte') assert.equal(timmarPerVecka, 0);
    }),
  );
});

test('stegens summa är tiden, och varje steg har text och lagrum', () => {
  pröva(
    fc.property(underlag, (u) => {
      const { steg, timmarPerVecka } = prövaAktivitetskrav(u);
      const summa = steg.reduce((hittills, { timmar }) => hittills + timmar, 0);
      assert.ok(Math.abs(summa - timmarPerVecka) < 1e-6, `${summa} mot ${timmarPerVecka}`);
      for (const { text, grund } of steg) assert.ok(text.length > 0 && /12 kap\. 4/.test(grund));
    }),
  );
});

test('mer deltid ger aldrig mer krävd tid', () => {
  pröva(
    fc.property(underlag, fc.record({ typ: fc.constant('sfi' as const), timmar }), (u, mer) => {
      const med = { ...u, person: { ...u.person, deltid: [...(u.person.deltid ?? []), mer] } };
      assert.ok(prövaAktivitetskrav(med).timmarPerVecka <= prövaAktivitetskrav(u).timmarPerVecka);
    }),
  );
});

test('ordningen på barn, deltid, förmåner och månader spelar ingen roll', () => {
  pröva(
    fc.property(underlag, (u) => {
      const { person } = u;
      const omkastat = {
        ...u,
        barn: [...(u.barn ?? [])].reverse(),
        person: {
          ...person,
          ...(person.deltid ? { deltid: [...person.deltid].reverse() } : {}),
          ...(person.sjukforman ? { sjukforman: [...person.sjukforman].reverse() } : {}),
          bistandsmanader: [...(person.bistandsmanader ?? [])].reverse(),
        },
      };
      const [a, b] = [prövaAktivitetskrav(u), prövaAktivitetskrav(omkastat)];
      assert.deepEqual({ ...b, steg: [] }, { ...a, steg: [] });
    }),
  );
});

test('grunden är aldrig tom, och undantagen som gäller är grunden när kravet inte får ställas', () => {
  pröva(
    fc.property(underlag, (u) => {
      const { krav, grund, undantag } = prövaAktivitetskrav(u);
      assert.ok(grund.length > 0);
      assert.equal(
        krav === 'far-inte',
        undantag.some(({ galler }) => galler),
      );
      if (krav === 'ska') assert.ok(u.manad >= '2026-10');
    }),
  );
});

test('ett barn till ger aldrig mer krävd tid', () => {
  pröva(
    fc.property(underlag, (u) => {
      const utan = { ...u, barn: (u.barn ?? []).slice(1) };
      assert.ok(prövaAktivitetskrav(u).timmarPerVecka <= prövaAktivitetskrav(utan).timmarPerVecka);
    }),
  );
});

test('förklaringen ger samma utfall som uträkningen', () => {
  pröva(
    fc.property(underlag, (u) => {
      const avser = month(u.manad);
      const moment = { month: avser, applied: `${avser}-01` as never };
      const facts = { ...u.person, barn: u.barn ?? [] };
      assert.deepEqual(aktivitetskrav.explain(moment, facts).outputs, aktivitetskrav.wire(moment)(facts));
    }),
  );
});
