import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Historik, INGEN_HISTORIK } from './historik.ts';
import { type Källgrund, källorFör } from './registerkalla.ts';
import type { Källa } from './registersvar.ts';
import type { Inkomsttyp, Uppgifter } from './uppgifter.ts';

const [EN, ANNAN] = ['person-1', 'person-2'];

function grund(
  val: {
    slag?: 'nyansokan' | 'ateransokan';
    född?: string;
    uppgifter?: Uppgifter;
    förra?: Inkomsttyp[];
    rättsligGrund?: Källgrund['inställning']['rättsligGrund'];
    samordningsnummer?: boolean;
  } = {},
): Källgrund {
  const historik: Historik = val.förra
    ? {
        ...INGEN_HISTORIK,
        beslut: [
          {
            ansökan: 'förra',
            månad: '2026-11',
            utfall: 'bifall',
            belopp: 100,
            hushåll: { vuxna: [EN], sambor: false, barn: [], personerIBostaden: 1 },
            inkomster: val.förra.map((typ) => ({ person: EN, typ, netto: 100 })),
          } as unknown as Historik['beslut'][number],
        ],
      }
    : INGEN_HISTORIK;
  const vuxen = { född: val.född ?? '1990-01-01', samordningsnummer: val.samordningsnummer ?? false };
  return {
    ansökan: {
      slag: val.slag ?? 'ateransokan',
      månad: '2026-12',
      sökande: EN,
      medsökande: ANNAN,
      uppgifter: val.uppgifter ?? {},
    },
    vuxna: { [EN]: vuxen, [ANNAN]: { född: '1990-01-01', samordningsnummer: false } },
    historik,
    inställning: { rättsligGrund: val.rättsligGrund ?? {} },
  };
}

describe('källorFör', () => {
  const fall: [string, Källgrund, Källa[]][] = [
    ['en återansökan i arbetsför ålder', grund(), ['FK', 'AF', 'CSN', 'SO']],
    ['en första ansökan frågar också om kapital', grund({ slag: 'nyansokan' }), ['FK', 'AF', 'CSN', 'SO', 'SKV']],
    ['61 år i månaden: också pension', grund({ född: '1965-12-31' }), ['FK', 'PM', 'AF', 'CSN', 'SO']],
    ['61 år månaden efter: inte pension än', grund({ född: '1966-01-01' }), ['FK', 'AF', 'CSN', 'SO']],
    ['70 år: bara socialförsäkringen', grund({ född: '1956-12-01' }), ['FK', 'PM']],
    ['69 år: alla', grund({ född: '1957-01-01' }), ['FK', 'PM', 'AF', 'CSN', 'SO']],
    [
      'en angiven tillgång frågar Skatteverket',
      grund({ uppgifter: { tillgangar: [{ id: 't', typ: 'bankmedel', belopp: 100 }] } }),
      ['FK', 'AF', 'CSN', 'SO', 'SKV'],
    ],
    [
      'en angiven pension frågar Pensionsmyndigheten i alla åldrar',
      grund({ uppgifter: { inkomster: [{ id: 'i', person: EN, typ: 'pension', belopp: 100 }] } }),
      ['FK', 'PM', 'AF', 'CSN', 'SO'],
    ],
    [
      'den andras inkomst frågas inte om hos den här',
      grund({ uppgifter: { inkomster: [{ id: 'i', person: ANNAN, typ: 'pension', belopp: 100 }] } }),
      ['FK', 'AF', 'CSN', 'SO'],
    ],
    [
      'en inkomst i förra beslutet frågas om igen',
      grund({ född: '1950-01-01', förra: ['a-kassa'] }),
      ['FK', 'PM', 'SO'],
    ],
    [
      'med rättslig grund: fordon alltid, tillstånd vid första ansökan',
      grund({ rättsligGrund: { TNS: 'grund', MIV: 'grund' } }),
      ['FK', 'AF', 'CSN', 'SO', 'TNS'],
    ],
    [
      'uppehållstillstånd vid första ansökan, med rättslig grund',
      grund({ slag: 'nyansokan', rättsligGrund: { MIV: 'grund' } }),
      ['FK', 'AF', 'CSN', 'SO', 'SKV', 'MIV'],
    ],
    [
      'uppehållstillstånd varje gång för samordningsnummer, med rättslig grund',
      grund({ rättsligGrund: { MIV: 'grund' }, samordningsnummer: true }),
      ['FK', 'AF', 'CSN', 'SO', 'MIV'],
    ],
    [
      'utan rättslig grund aldrig, vad hushållet än är',
      grund({ slag: 'nyansokan', samordningsnummer: true, född: '1950-01-01' }),
      ['FK', 'PM', 'SKV'],
    ],
  ];
  for (const [namn, given, väntat] of fall)
    it(namn, () => {
      assert.deepEqual(källorFör(EN, given), väntat);
    });

  it('vägrar den som inte är vuxen i ansökan', () => {
    assert.throws(() => källorFör('någon annan', grund()), RangeError);
  });
});
