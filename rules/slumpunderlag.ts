import fc from 'fast-check';
import { type Inkomsttyp, inkomsttyper } from './inkomster/inkomsttyper.ts';
import { kommuner } from './kommuner/kommuner.ts';
import { type Kostnadstyp, kostnadstyper } from './kostnader/kostnadstyper.ts';
import { type Tillgångstyp, tillgångstyper } from './tillgangar/tillgangstyper.ts';
import type { Barn, Inkomst, Underlag, Vuxen } from './underlag/underlag.ts';

/** Slumpade godkända underlag för egenskapsprov: fem månader 2024–2026, alla slags hushåll, inkomster, kostnader och kommuner. */

const kronor = (högst: number) => fc.integer({ min: 0, max: högst * 100 }).map((ören) => ören / 100);
const två = (tal: number): string => String(tal).padStart(2, '0');
const månadNummer = (n: number): string => `${2023 + Math.floor(n / 12)}-${två((n % 12) + 1)}`;
const månad = fc.constantFrom('2024-02', '2025-06', '2025-07', '2026-01', '2026-09');
const tidigareMånad = fc.integer({ min: 0, max: 44 }).map(månadNummer);
const biståndsmånader = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 36 }), fc.integer({ min: 1, max: 9 })), { maxLength: 3 })
  .map((rader) => rader.flatMap(([från, antal]) => Array.from({ length: antal }, (_, i) => månadNummer(från + i))));
const nyckel = <T extends string>(värden: object) => fc.constantFrom(...(Object.keys(värden) as T[]));
const ibland = <T>(värde: fc.Arbitrary<T>) => fc.option(värde, { nil: undefined, freq: 2 });

const utanTomma = <T extends object>(delar: T): T =>
  Object.fromEntries(Object.entries(delar).filter(([, v]) => v !== undefined)) as T;

const inkomst: fc.Arbitrary<Inkomst> = fc
  .record({
    typ: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<Inkomsttyp>('lon', 'barnpension', 'a-kassa') },
      { weight: 4, arbitrary: nyckel<Inkomsttyp>(inkomsttyper) },
    ),
    netto: kronor(9000),
    raknatBelopp: ibland(kronor(9000)),
  })
  .map(utanTomma);
const inkomster = fc.array(inkomst, { maxLength: 4 });

const vuxen = (id: string): fc.Arbitrary<Vuxen> =>
  fc
    .record({
      id: fc.constant(id),
      fodd: fc.integer({ min: 1955, max: 2004 }).map((å) => `${å}-03-15`),
      bistandsmanader: ibland(biståndsmånader),
      jobbstimulansFran: fc.option(tidigareMånad, { nil: undefined, freq: 4 }),
      inkomster: ibland(inkomster),
    })
    .map(utanTomma);

type Barnmall = {
  ålder: number;
  månad: number;
  dagar: number | undefined;
  lunchBorta: boolean | undefined;
  inkomster: Inkomst[] | undefined;
  hittills: number | undefined;
};
const barnmall: fc.Arbitrary<Barnmall> = fc.record({
  ålder: fc.integer({ min: 0, max: 19 }),
  månad: fc.integer({ min: 1, max: 12 }),
  dagar: fc.option(fc.integer({ min: 0, max: 28 }), { nil: undefined, freq: 3 }),
  lunchBorta: ibland(fc.boolean()),
  inkomster: ibland(inkomster),
  hittills: ibland(kronor(70000)),
});

/** Ett barn av en mall i ett underlag; åldern är räknad från underlagets år, så att barnet alltid är fött och under 21. */
export const barnAv = (mall: Barnmall, id: string, manad: string): Barn => {
  const år = Number(manad.slice(0, 4)) - 1 - mall.ålder;
  return utanTomma({
    id,
    fodd: `${år}-${två(mall.månad)}-10`,
    skolungdom: true,
    lunchBorta: mall.lunchBorta,
    dagar: mall.dagar,
    inkomster: mall.inkomster,
    arbetsinkomstHittillsIAr: mall.hittills,
  }) as Barn;
};

/** Ett slumpat barn till ett underlag som redan finns. */
export const ettBarnTill = (underlag: Underlag): fc.Arbitrary<Barn> =>
  barnmall.map((mall) => barnAv(mall, 'ett-till', underlag.manad));

const kostnad = fc
  .record({ typ: nyckel<Kostnadstyp>(kostnadstyper), belopp: kronor(12000), godkantBelopp: ibland(kronor(12000)) })
  .map(utanTomma);
const tillgång = fc
  .record({ typ: nyckel<Tillgångstyp>(tillgångstyper), belopp: kronor(5000), raknatBelopp: ibland(kronor(5000)) })
  .map(utanTomma);

export const slumpunderlag: fc.Arbitrary<Underlag> = fc
  .record({
    manad: månad,
    inkommen: fc.constantFrom('2025-06-10', '2026-08-31'),
    kommun: ibland(fc.constantFrom(...Object.keys(kommuner), '0180')),
    vuxna: fc.oneof(
      vuxen('v1').map((v) => [v]),
      fc.tuple(vuxen('v1'), vuxen('v2')).map(([a, b]) => [a, b]),
    ),
    barn: fc.array(barnmall, { maxLength: 7 }),
    andra: ibland(fc.integer({ min: 0, max: 9 })),
    boende: ibland(
      fc
        .record({
          form: ibland(fc.constantFrom('hyresratt' as const, 'andrahand' as const)),
          andrahandSamtycke: ibland(fc.boolean()),
          radrumTill: ibland(tidigareMånad),
        })
        .map(utanTomma),
    ),
    kostnader: ibland(fc.array(kostnad, { maxLength: 5 })),
    tillgangar: fc.option(fc.array(tillgång, { maxLength: 2 }), { nil: undefined, freq: 1 }),
    overskott: ibland(kronor(3000)),
    forskott: ibland(kronor(3000)),
    normavvikelse: fc.option(
      fc.record({
        belopp: fc.integer({ min: -300000, max: 200000 }).map((ören) => ören / 100),
        skal: fc.constant('skäl'),
      }),
      { nil: undefined, freq: 1 },
    ),
  })
  .map(({ barn, andra, ...delar }) => {
    const hushållet = delar.vuxna.length + barn.length;
    return utanTomma({
      ...delar,
      sambor: delar.vuxna.length > 1 ? true : undefined,
      barn: barn.map((mall, i) => barnAv(mall, `b${i + 1}`, delar.manad)),
      personerIBostaden: andra === undefined ? undefined : hushållet + andra,
    }) as Underlag;
  });
