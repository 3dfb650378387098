import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NotInForce } from '@stegvis/engine';
import { parse } from 'yaml';
import { läsAktivitetsunderlag } from './las-aktivitetsunderlag.ts';
import { prövaAktivitetskrav } from './prova-aktivitetskrav.ts';

type Fall = {
  namn: string;
  kalla?: string;
  underlag: unknown;
  svar?: {
    krav: string;
    timmarPerVecka: number;
    grund?: string[];
    steg?: number[];
    varningar?: string[];
    rehabilitering?: object;
  };
  ejIKraft?: string;
};

const filer = ['tre-manader', 'undantag', 'tid', 'rehabilitering'];

for (const fil of filer) {
  const fallen = parse(readFileSync(new URL(`./${fil}.cases.yaml`, import.meta.url), 'utf8')) as Fall[];
  for (const fall of fallen) {
    test(`${fil}: ${fall.namn}`, () => {
      const läst = läsAktivitetsunderlag(fall.underlag);
      assert.ok(läst.ok, JSON.stringify(läst));
      if (fall.ejIKraft !== undefined) {
        const väntad = fall.ejIKraft;
        assert.throws(
          () => prövaAktivitetskrav(läst.underlag),
          (fel) => fel instanceof NotInForce && fel.message.toLowerCase().includes(väntad),
        );
        return;
      }
      const svar = prövaAktivitetskrav(läst.underlag);
      const utanLydelse = (grund: string) => grund.replace(/ \(lydelse.*\)$/, '');
      const { grund, steg, varningar, rehabilitering, ...utfall } = fall.svar ?? assert.fail('fallet saknar svar');
      assert.deepEqual({ krav: svar.krav, timmarPerVecka: svar.timmarPerVecka }, utfall);
      if (grund !== undefined) assert.deepEqual(svar.grund.map(utanLydelse), grund);
      if (steg !== undefined)
        assert.deepEqual(
          svar.steg.map(({ timmar }) => timmar),
          steg,
        );
      if (rehabilitering === undefined) assert.equal(svar.rehabilitering, undefined);
      else assert.partialDeepStrictEqual(svar.rehabilitering, rehabilitering);
      if (varningar !== undefined)
        assert.deepEqual(
          svar.varningar.map(({ kod }) => kod),
          varningar,
        );
    });
  }
}

test('det finns minst 70 fall och alla har olika namn', () => {
  const namn = filer.flatMap((fil) =>
    (parse(readFileSync(new URL(`./${fil}.cases.yaml`, import.meta.url), 'utf8')) as Fall[]).map(
      (fall) => `${fil}: ${fall.namn}`,
    ),
  );
  assert.ok(namn.length >= 70, `bara ${namn.length} fall`);
  assert.equal(new Set(namn).size, namn.length);
});

test('svaret visar varje steg med timmar, text och lagrum', () => {
  const läst = läsAktivitetsunderlag({
    manad: '2028-07',
    person: {
      fodd: '1990-04-23',
      formagaTimmar: 37.5,
      sjukforman: [{ typ: 'sjukersattning', omfattning: 0.25 }],
      deltid: [{ typ: 'sfi', timmar: 15 }],
      jobbsokandeTimmar: 2.5,
      ovrigaSkyldigheterTimmar: 1,
      bistandsmanader: ['2028-04', '2028-05', '2028-06'],
    },
    barn: [{ fodd: '2022-01-01' }],
  });
  assert.ok(läst.ok);
  assert.deepEqual(prövaAktivitetskrav(läst.underlag), {
    manad: '2028-07',
    krav: 'ska',
    timmarPerVecka: 1.5,
    grund: ['12 kap. 4 a § första stycket socialtjänstlagen (lydelse enligt SFS 2026:730)'],
    steg: [
      {
        id: 'langsta-tid',
        text: 'Längsta tid per vecka',
        timmar: 40,
        grund: '12 kap. 4 b § första stycket socialtjänstlagen (lydelse enligt SFS 2026:730)',
      },
      {
        id: 'formaga',
        text: 'Bedömd förmåga att delta: 37,5 timmar',
        timmar: -2.5,
        grund: '12 kap. 4 b § första stycket socialtjänstlagen (lydelse enligt SFS 2026:730)',
      },
      {
        id: 'sjukforman',
        text: 'Sjukförmåner på 25 procent av heltid',
        timmar: -7.5,
        grund: '12 kap. 4 a § andra stycket 5 socialtjänstlagen (lydelse enligt SFS 2026:730)',
      },
      {
        id: 'deltid-sfi',
        text: 'Sfi på deltid',
        timmar: -15,
        grund: '12 kap. 4 b § andra stycket 1 c socialtjänstlagen (lydelse enligt SFS 2026:730)',
      },
      {
        id: 'soka-arbete',
        text: 'Tid att söka arbete',
        timmar: -2.5,
        grund: '12 kap. 4 b § andra stycket 2 socialtjänstlagen (lydelse enligt SFS 2026:730)',
      },
      {
        id: 'ovriga-skyldigheter',
        text: 'Övriga skyldigheter',
        timmar: -1,
        grund: '12 kap. 4 b § andra stycket 3 socialtjänstlagen (lydelse enligt SFS 2026:730)',
      },
      {
        id: 'barn',
        text: 'Barn i hushållet',
        timmar: -10,
        grund: '12 kap. 4 b § tredje stycket socialtjänstlagen (lydelse enligt SFS 2026:733)',
      },
    ],
    undantag: prövaAktivitetskrav(läst.underlag).undantag,
    varningar: [
      {
        kod: 'tillsyn-provas',
        plats: 'barn',
        text: 'Det finns barn i hushållet. Anpassa kravet till möjligheten att ha tillsyn över barnet och till vad kommunen erbjuder (12 kap. 4 c § socialtjänstlagen).',
      },
    ],
  });
});

test('svaret räknar upp alla undantag med ja eller nej', () => {
  const läst = läsAktivitetsunderlag({ manad: '2026-11', person: { fodd: '2007-05-05', skolstudier: true } });
  assert.ok(läst.ok);
  const { undantag } = prövaAktivitetskrav(läst.underlag);
  assert.deepEqual(
    undantag.map(({ id, galler }) => `${id}: ${galler ? 'ja' : 'nej'}`),
    [
      'under-18: nej',
      'i-skolan: ja',
      'heltid-anstallning: nej',
      'heltid-program: nej',
      'heltid-utbildning: nej',
      'heltid-insats: nej',
      'riktalder-uppnadd: nej',
      'hel-sjukforman: nej',
      'foraldraledig: nej',
      'formedlingsinsatser: nej',
    ],
  );
  assert.equal(undantag[1]?.grund, '12 kap. 4 a § andra stycket 2 socialtjänstlagen (lydelse enligt SFS 2026:730)');
  assert.equal(undantag[9]?.grund, '12 kap. 4 § socialtjänstförordningen (lydelse enligt SFS 2026:826)');
});
