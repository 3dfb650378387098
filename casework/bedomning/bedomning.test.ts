import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { avbrytBedömning } from './avbryt-bedomning.ts';
import { type Bedömning, type Bedömningsslag, bedömningsfrist } from './bedomning.ts';
import { läsBedömningsinställning } from './bedomningsinstallning.ts';
import { framstegsbild } from './framstegsbild.ts';
import { alternativFör, frågorFör, frågorI, instrumentschema } from './instrument.ts';
import { INSTRUMENT, instrumentFör, nyasteInstrument } from './instrumenten.ts';
import { läggTillSynpunkt } from './lagg-till-synpunkt.ts';
import { slutförBedömning } from './slutfor-bedomning.ts';
import { startaBedömning } from './starta-bedomning.ts';
import { svaraPåBedömning } from './svara-pa-bedomning.ts';
import { svaraPåErbjudande } from './svara-pa-erbjudande.ts';
import { synligtFörPersonen } from './synligt-for-personen.ts';

const nu = '2026-11-24T08:00:00.000Z';
const av = { id: 'h', namn: 'Handläggare' };

function starta(slag: Bedömningsslag, andra: readonly Bedömning[] = []): Bedömning {
  const result = startaBedömning(andra, { id: `b-${andra.length}`, händelse: 'h1', person: 'p', slag, av, nu });
  assert.ok(result.ok);
  return result.bedömning;
}
function svara(
  b: Bedömning,
  fråga: string,
  val: string,
  sida: 'person' | 'handlaggare' = 'person',
  sätt: 'webb' | 'mote' = 'webb',
) {
  return svaraPåBedömning(b, { svar: [{ fråga, val: [val], text: '' }], sida, sätt, av: 'Personen', nu });
}
function klar<T extends { ok: boolean }>(result: T): T & { ok: true } {
  assert.ok(result.ok, JSON.stringify(result));
  return result as T & { ok: true };
}

/** A released version is never changed: a change here means that a new version should have been made. */
const FASTA: Readonly<Record<string, string>> = {
  'inledande 1': 'c227fb7e25fa3e0f117050db8ba01d86',
  'fordjupad 1': '7770720b2fa30077ec447af257de594b',
  'framsteg 1': '09af61b8daba26d38d97d0190fee99c7',
};

describe('instrument', () => {
  it('holds every version to its hash', () => {
    const nu = Object.fromEntries(
      INSTRUMENT.map((i) => [
        `${i.id} ${i.version}`,
        createHash('sha256').update(JSON.stringify(i)).digest('hex').slice(0, 32),
      ]),
    );
    assert.deepEqual(nu, FASTA);
  });

  it('names each question once, and each version once', () => {
    for (const i of INSTRUMENT) {
      const ids = frågorI(i).map((f) => f.id);
      assert.equal(new Set(ids).size, ids.length, i.id);
    }
    assert.equal(new Set(INSTRUMENT.map((i) => `${i.id} ${i.version}`)).size, INSTRUMENT.length);
  });

  it('refuses data that is no instrument', () => {
    assert.equal(instrumentschema.safeParse({ ...INSTRUMENT[0], slag: 'annat' }).success, false);
    assert.equal(instrumentschema.safeParse({ ...INSTRUMENT[0], okänd: 1 }).success, false);
  });

  it('asks the first assessment in 12–18 questions, 15 of them of the person', () => {
    const inledande = nyasteInstrument('inledande');
    assert.equal(frågorI(inledande).length, 18);
    assert.equal(frågorFör(inledande, 'person', 'webb').length, 15);
  });

  it('measures nine things of the person and eleven of the caseworker on one scale', () => {
    const framsteg = nyasteInstrument('framsteg');
    assert.equal(frågorFör(framsteg, 'person', 'webb').length, 9);
    assert.equal(frågorFör(framsteg, 'handlaggare').length, 11);
    assert.equal(new Set(frågorI(framsteg).map((f) => JSON.stringify(alternativFör(f)))).size, 1);
  });

  it('asks about violence only face to face, in every instrument', () => {
    for (const i of INSTRUMENT) {
      const våld = frågorI(i).filter((f) => /våld|kontroll/.test(f.text) || f.id.startsWith('vald'));
      for (const f of våld) {
        assert.equal(f.enrum, true, `${i.id} ${f.id}`);
        assert.equal(f.svaras, 'handlaggare');
      }
    }
    assert.ok(frågorI(nyasteInstrument('inledande')).some((f) => f.enrum));
  });

  it('shows an assessment with its own version, and nothing for a version that is not there', () => {
    assert.equal(instrumentFör({ instrument: 'inledande', version: 1 }).version, 1);
    assert.throws(() => instrumentFör({ instrument: 'inledande', version: 99 }), RangeError);
  });
});

describe('bedömning', () => {
  it('keeps an answer at each step, replaces the same side’s, and takes it away when emptied', () => {
    let b = starta('inledande');
    b = klar(svara(b, 'svenska', 'bra')).bedömning;
    b = klar(svara(b, 'svenska', 'lite')).bedömning;
    assert.deepEqual(
      b.svar.map((s) => [s.fråga, s.val, s.sätt]),
      [['svenska', ['lite'], 'webb']],
    );
    assert.equal(b.sparning, 3);
    b = klar(
      svaraPåBedömning(b, {
        svar: [{ fråga: 'svenska', val: [], text: '' }],
        sida: 'person',
        sätt: 'webb',
        av: 'x',
        nu,
      }),
    ).bedömning;
    assert.deepEqual(b.svar, []);
  });

  it('refuses answers that are not the side’s, not in the question, or too long, and says what is allowed', () => {
    const b = starta('inledande');
    for (const result of [
      svara(b, 'finns-inte', 'ja'),
      svara(b, 'hur-snart', 'oklart'),
      svara(b, 'svenska', 'flytande'),
      svaraPåBedömning(b, {
        svar: [{ fråga: 'eget', val: [], text: 'x'.repeat(2001) }],
        sida: 'person',
        sätt: 'webb',
        av: 'x',
        nu,
      }),
    ]) {
      assert.ok(!result.ok);
      assert.equal(result.refusal.fält?.length, 1);
      assert.match(result.refusal.fält![0]!.text, /\.$/);
    }
  });

  it('takes an answer about violence at a meeting and nowhere else, and never shows it on the person’s page', () => {
    const b = starta('inledande');
    const webb = svara(b, 'vald', 'utsatt', 'handlaggare', 'webb');
    assert.ok(!webb.ok);
    assert.match(webb.refusal.text, /vid ett möte/);
    const möte = klar(svara(b, 'vald', 'utsatt', 'handlaggare', 'mote')).bedömning;
    assert.equal(möte.svar.length, 1);
    assert.deepEqual(synligtFörPersonen(möte).svar, []);
  });

  it('ends in one of four outcomes with a summary and a day for the next', () => {
    const b = starta('inledande');
    const tomt = slutförBedömning(b, {
      händelse: 'h',
      utfall: undefined,
      sammanfattning: '',
      nästaSenast: '2026-11-24',
      av,
      nu,
    });
    assert.ok(!tomt.ok);
    assert.deepEqual(
      tomt.refusal.fält?.map((f) => f.fält),
      ['utfall', 'sammanfattning', 'nastaSenast'],
    );
    const { bedömning } = klar(
      slutförBedömning(b, {
        händelse: 'h',
        utfall: 'studieplan',
        sammanfattning: 'Du läser till undersköterska.',
        nästaSenast: '2027-05-24',
        av,
        nu,
      }),
    );
    assert.equal(bedömning.resultat?.utfall, 'studieplan');
    assert.deepEqual(bedömningsfrist([bedömning], 'inledande', '2027-05-24'), {
      senast: '2027-05-24',
      försenad: false,
    });
    assert.deepEqual(bedömningsfrist([bedömning], 'inledande', '2027-05-25'), { senast: '2027-05-24', försenad: true });
    assert.ok(!svara(bedömning, 'svenska', 'bra').ok, 'a finished one is not changed');
    const sagt = klar(
      läggTillSynpunkt(bedömning, { händelse: 'h', text: 'Jag vill arbeta mer.', upptagen: undefined, nu }),
    );
    assert.deepEqual(sagt.bedömning.svar, bedömning.svar);
    assert.equal(sagt.bedömning.synpunkter[0]?.text, 'Jag vill arbeta mer.');
  });

  it('has one open of each kind', () => {
    const b = starta('inledande');
    const igen = startaBedömning([b], { id: 'x', händelse: 'y', person: 'p', slag: 'inledande', av, nu });
    assert.ok(!igen.ok);
    assert.equal(igen.refusal.kod, 'finns-redan');
  });

  it('offers the in-depth mapping; a no needs no reason and begins nothing', () => {
    const b = starta('fordjupad');
    assert.equal(b.status, 'erbjuden');
    assert.ok(!svara(b, 'boende', 'x').ok);
    const nej = klar(svaraPåErbjudande(b, { händelse: 'h', ja: false, av: undefined, nu }));
    assert.equal(nej.bedömning.status, 'avbojd');
    assert.match(nej.events[0]!.text, /påverkar inte ditt bistånd/);
  });

  it('finishes a progress measurement with the caseworker’s eleven, also when the person has not answered', () => {
    let b = starta('framsteg');
    const input = {
      händelse: 'h',
      utfall: undefined,
      sammanfattning: 'Vi har talats vid.',
      nästaSenast: '2027-02-24',
      av,
      nu,
    };
    const för = slutförBedömning(b, input);
    assert.ok(!för.ok);
    assert.match(för.refusal.text, /elva\. 11 är kvar/);
    for (const f of frågorFör(instrumentFör(b), 'handlaggare'))
      b = klar(svara(b, f.id, '3', 'handlaggare', 'mote')).bedömning;
    b = klar(svara(b, 'tro', '4')).bedömning;
    b = klar(slutförBedömning(b, input)).bedömning;
    const rader = framstegsbild([b]);
    assert.equal(rader.length, 11);
    assert.deepEqual(rader.find((r) => r.fråga.id === 'tro')?.svar, [{ tid: nu, person: 4, handläggare: 3 }]);
    assert.deepEqual(rader.find((r) => r.fråga.id === 'halsa')?.svar, [{ tid: nu, person: undefined, handläggare: 3 }]);
  });

  it('is stopped only with a reason', () => {
    const b = starta('inledande');
    assert.ok(!avbrytBedömning(b, { händelse: 'h', skäl: ' ', av, nu }).ok);
    assert.equal(klar(avbrytBedömning(b, { händelse: 'h', skäl: 'Flyttat.', av, nu })).bedömning.status, 'avbruten');
  });

  it('reads the board’s days, and refuses what is outside', () => {
    assert.equal(läsBedömningsinställning({}).inskrivenInomDagar, 7);
    assert.equal(läsBedömningsinställning({ bedomning: { inskrivenInomDagar: 5 } }).inskrivenInomDagar, 5);
    assert.throws(() => läsBedömningsinställning({ bedomning: { inskrivenInomDagar: 0 } }));
  });
});
