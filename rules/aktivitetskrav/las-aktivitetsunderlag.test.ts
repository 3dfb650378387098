import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { läsAktivitetsunderlag } from './las-aktivitetsunderlag.ts';

const fel = (json: unknown) => {
  const läst = läsAktivitetsunderlag(json);
  return läst.ok ? [] : läst.fel.map(({ plats, text }) => `${plats}: ${text}`);
};

test('ett minsta underlag godtas', () => {
  assert.deepEqual(läsAktivitetsunderlag({ manad: '2026-11', person: { fodd: '1990-04-23' } }), {
    ok: true,
    underlag: { manad: '2026-11', person: { fodd: '1990-04-23' } },
  });
});

test('varje fel nämns med plats och vad som är tillåtet', () => {
  assert.deepEqual(
    fel({
      manad: '2026-13',
      namn: 'x',
      person: {
        fodd: '1990-02-30',
        bistandsmanader: ['2026-9'],
        skolstudier: 'ja',
        heltid: 'studier',
        deltid: [{ typ: 'sfi', timmar: 41 }, { timmar: -1 }],
        sjukforman: [{ typ: 'sjukpenning', omfattning: 0 }],
        jobbsokandeTimmar: '5',
        kon: 'kvinna',
      },
      barn: {},
    }),
    [
      'manad: "2026-13" går inte att använda. Ange en månad som ÅÅÅÅ-MM, till exempel 2026-11.',
      'person.fodd: "1990-02-30" går inte att använda. Ange en dag som finns, skriven ÅÅÅÅ-MM-DD, till exempel 1990-04-23.',
      'person.bistandsmanader[0]: "2026-9" går inte att använda. Ange en månad som ÅÅÅÅ-MM, till exempel 2026-11.',
      'person.skolstudier: "ja" går inte att använda. Ange true eller false.',
      'person.heltid: "studier" går inte att använda. Ange anstallning, arbetsmarknadspolitiskt-program, sfi, godtagbar-utbildning eller annan-insats.',
      'person.deltid[0].timmar: 41 går inte att använda. Ange timmar per vecka, ett tal från 0 till 40.',
      'person.deltid[1].typ: Uppgiften saknas. Ange anstallning, arbetsmarknadspolitiskt-program, sfi, godtagbar-utbildning, annan-insats eller formedlingsinsatser.',
      'person.deltid[1].timmar: -1 går inte att använda. Ange timmar per vecka, ett tal från 0 till 40.',
      'person.sjukforman[0].omfattning: 0 går inte att använda. Ange andelen av heltid, ett tal över 0 och högst 1, till exempel 0.5.',
      'person.jobbsokandeTimmar: "5" går inte att använda. Ange timmar per vecka, ett tal som är 0 eller mer.',
      'person.kon: Nyckeln finns inte här. Tillåtna nycklar är fodd, bistandsmanader, skolstudier, heltid, deltid, sjukforman, foraldraledigMedBarnFott, formagaTimmar, jobbsokandeTimmar, ovrigaSkyldigheterTimmar, tillsynTimmar eller sjukUtanForfogande.',
      'barn: En grupp av uppgifter går inte att använda. Ange en lista, skriven [ … ].',
      'namn: Nyckeln finns inte här. Tillåtna nycklar är manad, person eller barn.',
    ],
  );
});

test('det som saknas och det som inte är ett objekt sägs rakt ut', () => {
  assert.deepEqual(
    fel({}).map((rad) => rad.split('. ')[0]),
    ['manad: Uppgiften saknas', 'person: Uppgiften saknas'],
  );
  const ingetUnderlag = 'Ange uppgifter inom { … } med nycklarna manad, person eller barn.';
  assert.deepEqual(fel(null), [`underlaget: null går inte att använda. ${ingetUnderlag}`]);
  assert.deepEqual(fel([]), [`underlaget: En tom lista går inte att använda. ${ingetUnderlag}`]);
  assert.deepEqual(
    fel({ manad: '2026-11', person: { fodd: '1990-04-23' }, barn: [{ fodd: '2020-01-01', namn: 'x' }] }),
    [
      'barn[0].namn: Nyckeln finns inte här. Tillåtna nycklar är fodd, avslutatForstaSkolaret eller avslutatAndraSkolaret.',
    ],
  );
  assert.deepEqual(
    fel(JSON.parse('{ "manad": "2026-11", "person": { "fodd": "1990-04-23" }, "__proto__": {} }')).length,
    1,
  );
});

test('schemat godtar och avvisar detsamma som utbytesformatet', async (t) => {
  const file = fileURLToPath(new URL('../../../shared/formats/aktivitet.schema.json', import.meta.url));
  if (!existsSync(file)) return t.skip('formatets schemafil finns inte här (../shared/formats/aktivitet.schema.json)');
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const formats = (await import('ajv-formats')).default;
  const ajv = new Ajv2020({ strict: false });
  (formats as unknown as (ajv: unknown) => void)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));

  let godtagna = 0;
  fc.assert(
    fc.property(giltigt, fc.array(ändring, { maxLength: 2 }), (underlag, ändringar) => {
      const json = ändringar.reduce((värde, ändra) => ändra(värde), JSON.parse(JSON.stringify(underlag)));
      const enligtFormatet = validate(json);
      if (enligtFormatet) godtagna++;
      assert.equal(läsAktivitetsunderlag(json).ok, enligtFormatet, JSON.stringify(validate.errors));
    }),
    { numRuns: 3000 },
  );
  assert.ok(godtagna > 500 && godtagna < 2500, `prövade för få av ena sorten: ${godtagna} godtagna av 3000`);
});

const datum = fc.constantFrom('1990-04-23', '2024-02-29', '2018-11-30');
const månad = fc.constantFrom('2026-11', '2026-01', '0000-12');
const timmar = fc.constantFrom(0, 0.5, 10, 39.99, 40);
const yrke = fc.constantFrom(
  'anstallning',
  'arbetsmarknadspolitiskt-program',
  'sfi',
  'godtagbar-utbildning',
  'annan-insats',
);
const förmån = fc.constantFrom(
  ...['sjukpenning', 'sjukpenning-i-sarskilda-fall', 'sjukersattning', 'aktivitetsersattning'],
  ...['rehabiliteringspenning', 'rehabiliteringspenning-i-sarskilda-fall'],
);
const giltigt = fc.record(
  {
    manad: månad,
    person: fc.record(
      {
        fodd: datum,
        bistandsmanader: fc.array(månad, { maxLength: 3 }),
        skolstudier: fc.boolean(),
        heltid: yrke,
        deltid: fc.array(fc.record({ typ: fc.oneof(yrke, fc.constant('formedlingsinsatser')), timmar }), {
          maxLength: 2,
        }),
        sjukforman: fc.array(fc.record({ typ: förmån, omfattning: fc.constantFrom(0.01, 0.25, 1) }), { maxLength: 2 }),
        foraldraledigMedBarnFott: datum,
        formagaTimmar: timmar,
        jobbsokandeTimmar: fc.constantFrom(0, 41, 1e9),
        ovrigaSkyldigheterTimmar: fc.constantFrom(0, 41, 1e9),
      },
      { requiredKeys: ['fodd'] },
    ),
    barn: fc.array(
      fc.record(
        { fodd: datum, avslutatForstaSkolaret: fc.boolean(), avslutatAndraSkolaret: fc.boolean() },
        { requiredKeys: ['fodd'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['manad', 'person'] },
);

/** One change somewhere in the tree: a value replaced, a key taken away, or a key added. */
const ändring = fc
  .record({
    var: fc.nat(),
    sätt: fc.constantFrom('byt', 'byt', 'byt', 'ta-bort', 'lägg-till'),
    värde: fc.constantFrom<unknown>(
      ...[null, true, 'text', '', [], {}, 0, -1, -0.01, 0.5, 1, 1.01, 40, 40.01, 1e300, '5'],
      ...[
        '2026-13',
        '2026-00',
        '202611',
        ' 2026-11',
        '2026-11-1',
        '2023-02-29',
        '2024-02-29',
        '1990-4-23',
        '1990-04-23T00:00:00Z',
      ],
      ...['anstallning', 'formedlingsinsatser', 'sjukpenning', 'Sfi', '2026-11', '0000-01-01'],
    ),
  })
  .map(({ var: plats, sätt, värde }) => (rot: unknown): unknown => {
    const platser: { i: Record<string, unknown>; nyckel: string }[] = [];
    const gå = (nod: unknown) => {
      if (typeof nod !== 'object' || nod === null) return;
      for (const nyckel of Object.keys(nod)) {
        platser.push({ i: nod as Record<string, unknown>, nyckel });
        gå((nod as Record<string, unknown>)[nyckel]);
      }
    };
    gå(rot);
    const vald = platser[plats % (platser.length + 1)];
    if (!vald) return sätt === 'byt' ? värde : rot;
    if (sätt === 'byt') vald.i[vald.nyckel] = värde;
    else if (sätt === 'lägg-till' && !Array.isArray(vald.i)) vald.i.okand = värde;
    else if (!Array.isArray(vald.i)) delete vald.i[vald.nyckel];
    return rot;
  });
