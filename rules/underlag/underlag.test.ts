import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parse } from 'yaml';
import { inkomsttyper } from '../inkomster/inkomsttyper.ts';
import { kostnadstyper } from '../kostnader/kostnadstyper.ts';
import { läsUnderlag } from './las-underlag.ts';
import { underlagsschema } from './underlag.ts';

type Fall = { namn: string; andring?: object; utan?: string[]; fel: { plats: string; text: string }[] };
const fil = parse(readFileSync(new URL('./felaktiga-underlag.cases.yaml', import.meta.url), 'utf8')) as {
  grund: object;
  fall: Fall[];
};

test('varje felaktigt underlag nekas med plats och vad som är tillåtet', async (t) => {
  assert.ok(fil.fall.length >= 40);
  for (const fall of fil.fall) {
    await t.test(fall.namn, () => {
      const json = Object.fromEntries(
        Object.entries({ ...fil.grund, ...fall.andring }).filter(([nyckel]) => !fall.utan?.includes(nyckel)),
      );
      assert.deepEqual(läsUnderlag(json), { ok: false, fel: fall.fel });
    });
  }
});

test('nycklar som alla objekt har är också okända nycklar', () => {
  const json: unknown = JSON.parse(
    '{"manad":"2026-09","inkommen":"2026-09-01","vuxna":[{"id":"v1","fodd":"1990-01-15"}],"__proto__":1,"toString":2}',
  );
  const läst = läsUnderlag(json);
  assert.equal(läst.ok, false);
  assert.deepEqual(läst.ok ? [] : läst.fel.map((f) => f.plats).toSorted(), ['__proto__', 'toString']);
});

const schemafil = new URL('../../../shared/formats/underlag.schema.json', import.meta.url);

test('schemat godtar och nekar samma underlag som formatfilen', (t) => {
  if (!existsSync(schemafil)) return t.skip('../shared/formats/underlag.schema.json finns inte här');
  const ajv = new Ajv2020({ multipleOfPrecision: 6, strict: false });
  addFormats.default(ajv);
  const godtar = ajv.compile(JSON.parse(readFileSync(schemafil, 'utf8')) as object);
  let godtagna = 0;
  fc.assert(
    fc.property(mestadelsRiktiga, (json) => {
      const väntat = godtar(json);
      if (väntat) godtagna += 1;
      assert.equal(underlagsschema.safeParse(json).success, väntat, JSON.stringify({ json, fel: godtar.errors }));
    }),
    { numRuns: 4000, seed: 2025400 },
  );
  assert.ok(godtagna > 400, `bara ${godtagna} godtagna underlag prövades`);
});

const sällan = <T>(riktig: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 150, arbitrary: riktig },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(
        null,
        '',
        'x',
        -1,
        0.005,
        1.5,
        true,
        [],
        {},
        Number.POSITIVE_INFINITY,
        '2026-02-30',
        10_000_000.01,
      ),
    },
  );
const kronor = sällan(
  fc.oneof(
    fc.integer({ min: 0, max: 1_000_000_000 }).map((ören) => ören / 100),
    fc.constantFrom(0, 0.29, 1.13, 9_999_999.99, 10_000_000),
  ),
);
const månad = sällan(
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }))
    .map(([å, m]) => `${String(å).padStart(4, '0')}-${String(m).padStart(2, '0')}`),
);
const dag = sällan(
  fc
    .tuple(fc.integer({ min: 0, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([å, m, d]) => `${String(å).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
);
const svårDag = sällan(
  fc.oneof(
    { weight: 40, arbitrary: dag },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '2000-02-29',
        '2024-02-29',
        '1900-02-29',
        '2023-02-29',
        '2024-04-31',
        '2024-12-31',
        '2024-12-32',
        '2024-1-01',
        '0000-01-01',
      ),
    },
  ),
);
const id = sällan(fc.string({ minLength: 1, maxLength: 4 }));
const post = (krävs: Record<string, fc.Arbitrary<unknown>>, frivilligt: Record<string, fc.Arbitrary<unknown>>) => {
  const riktig = fc.record({ ...krävs, ...frivilligt }, { requiredKeys: Object.keys(krävs) });
  const trasig = fc.record({ ...krävs, ...frivilligt, okänd: fc.integer() }, { requiredKeys: [] });
  return fc.oneof({ weight: 60, arbitrary: riktig }, { weight: 1, arbitrary: trasig });
};
const några = (del: fc.Arbitrary<unknown>, minLength = 0, maxLength = 2) =>
  sällan(fc.array(del, { minLength, maxLength }));
const ettAv = (värden: readonly string[]) => sällan(fc.constantFrom(...värden));
const inkomst = post(
  { typ: ettAv(Object.keys(inkomsttyper)), netto: kronor },
  { raknatBelopp: kronor, utbetald: svårDag, kalla: ettAv(['sokande', 'register', 'handlaggare']) },
);
const vuxen = post(
  { id, fodd: svårDag },
  {
    bistandsmanader: några(månad),
    jobbstimulansFran: månad,
    forsorjningshinder: sällan(fc.string()),
    inkomster: några(inkomst),
  },
);
const barn = post(
  { id, fodd: dag },
  {
    skolungdom: sällan(fc.boolean()),
    lunchBorta: sällan(fc.boolean()),
    dagar: sällan(fc.integer({ min: 0, max: 31 })),
    inkomster: några(inkomst),
    arbetsinkomstHittillsIAr: kronor,
  },
);
const mestadelsRiktiga = post(
  {
    manad: månad,
    inkommen: dag,
    vuxna: fc.oneof({ weight: 30, arbitrary: några(vuxen, 1, 2) }, { weight: 1, arbitrary: några(vuxen, 0, 3) }),
  },
  {
    kommun: sällan(fc.constantFrom('1280', '0001')),
    sambor: sällan(fc.boolean()),
    barn: några(barn),
    personerIBostaden: sällan(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 30 }) },
        { weight: 1, arbitrary: fc.constantFrom(0, 31) },
      ),
    ),
    boende: post(
      {},
      {
        form: ettAv([
          'hyresratt',
          'bostadsratt',
          'andrahand',
          'inneboende',
          'egen-fastighet',
          'hos-foraldrar',
          'institution',
          'utan-bostad',
        ]),
        andrahandSamtycke: sällan(fc.boolean()),
        radrumTill: månad,
      },
    ),
    kostnader: några(post({ typ: ettAv(Object.keys(kostnadstyper)), belopp: kronor }, { godkantBelopp: kronor })),
    tillgangar: några(
      post(
        {
          typ: ettAv(['bankmedel', 'vardepapper', 'fordon', 'fastighet', 'bostadsratt', 'foretag', 'ovrig-tillgang']),
          belopp: kronor,
        },
        { raknatBelopp: kronor },
      ),
    ),
    overskott: kronor,
    forskott: kronor,
    normavvikelse: post(
      {
        belopp: sällan(
          fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom(-100_000.01, 100_001, 0.005)),
        ),
        skal: sällan(fc.string({ minLength: 1 })),
      },
      {},
    ),
  },
);
