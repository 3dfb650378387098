import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Bedömning, Bedömningssvar } from '../bedomning/bedomning.ts';
import { alternativFör, frågorI } from '../bedomning/instrument.ts';
import { instrumentFör } from '../bedomning/instrumenten.ts';
import { flyttaDag } from '../tid.ts';
import { ändraSpår } from './andra-spar.ts';
import { avslutaSpår, beslutaSpår } from './besluta-spar.ts';
import { fårStåIPlan } from './far-sta-i-plan.ts';
import { föreslåSpår } from './foresla-spar.ts';
import { FÖRVALD_SPÅRINSTÄLLNING } from './forvalda-spar.ts';
import { lämnaÖver, svaraPåÖverlämning } from './lamna-over.ts';
import { överlämningFörsenad } from './overlamning.ts';
import { gällandeSpår, type Spårplacering } from './spar.ts';
import { avstegsmått, inskrivningsutfall, undantaFrånInskrivning } from './spar-matt.ts';
import { sistaDagEfterLängd, spåretsSlut } from './sparets-slut.ts';
import { SPÅRREGLER } from './sparregler.ts';

const nu = '2026-11-24T08:00:00.000Z';
const idag = '2026-11-24';
const av = { id: 'h', namn: 'Handläggare' };
const { spår } = FÖRVALD_SPÅRINSTÄLLNING;
const FRISK = {
  'arbete-senast': 'ar',
  'pa-gang': 'nej',
  svenska: 'bra',
  kropp: 'nej',
  maende: 'nej',
  dagarna: 'bra',
};

function bedömning(person: Record<string, string>, handläggare: Record<string, string> = {}): Bedömning {
  const svar = (sida: 'person' | 'handlaggare', från: Record<string, string>): Bedömningssvar[] =>
    Object.entries(från).map(([fråga, v]) => ({ fråga, sida, val: [v], text: '', sätt: 'webb', av: '', tid: nu }));
  return {
    id: 'b',
    person: 'p',
    instrument: 'inledande',
    version: 1,
    slag: 'inledande',
    status: 'pagar',
    påbörjad: nu,
    påbörjadAv: undefined,
    slutförd: undefined,
    svar: [...svar('person', person), ...svar('handlaggare', handläggare)],
    resultat: undefined,
    nästaSenast: undefined,
    synpunkter: [],
    sparning: 1,
  };
}
function förslag(person: Record<string, string>, handläggare: Record<string, string> = {}) {
  const f = föreslåSpår(bedömning(person, handläggare), spår);
  assert.ok(f && !f.saknas, JSON.stringify(f));
  return f;
}
function besluta(
  id: string,
  placeringar: Spårplacering[] = [],
  skäl = '',
  person = FRISK as Record<string, string>,
  från = idag,
) {
  return beslutaSpår(
    {
      placeringar,
      inställning: FÖRVALD_SPÅRINSTÄLLNING,
      förslag: förslag(person).förslag,
      bedömning: 'b',
    },
    { id: `s${placeringar.length}`, händelse: 'h', person: 'p', spår: id, från, skäl, av, nu },
  );
}
function klar<T extends { ok: boolean }>(result: T): T & { ok: true } {
  assert.ok(result.ok, JSON.stringify(result));
  return result as T & { ok: true };
}

describe('the rules that propose a track', () => {
  it('are held to their hash by version', () => {
    const hash = SPÅRREGLER.map((r) => createHash('sha256').update(JSON.stringify(r)).digest('hex').slice(0, 32));
    assert.deepEqual(hash, ['1ff1a5e41db78d505ae3ee4a82fe103a']);
  });

  it('read only questions and answers that the instrument has, and end with a rule that always holds', () => {
    for (const regler of SPÅRREGLER) {
      const frågor = frågorI(instrumentFör({ instrument: regler.instrument.id, version: regler.instrument.version }));
      for (const { fråga, är, sida } of regler.regler.flatMap((r) => r.grupper.flatMap((g) => g.av))) {
        const f = frågor.find((x) => x.id === fråga);
        assert.ok(f, fråga);
        assert.ok(f.svaras === sida || f.svaras === 'bada', fråga);
        assert.ok(!f.enrum, 'nothing asked face to face alone decides a proposal');
        for (const v of är)
          assert.ok(
            alternativFör(f).some((a) => a.värde === v),
            `${fråga} ${v}`,
          );
      }
      assert.deepEqual(regler.regler.at(-1)?.grupper, []);
    }
  });

  for (const [namn, person, handläggare, spårId] of [
    ['worked last year, nothing in the way', FRISK, {}, 'hundra-dagar'],
    ['a job within three months, some pain', { ...FRISK, 'pa-gang': 'snart', kropp: 'delvis' }, {}, 'hundra-dagar'],
    ['long without work, can work', { ...FRISK, 'arbete-senast': 'langre' }, {}, 'kompetenscenter'],
    ['reads SFI', { ...FRISK, studerar: 'sfi' }, {}, 'sfi-plus'],
    ['little Swedish', { ...FRISK, svenska: 'lite' }, {}, 'sfi-plus'],
    ['ill and little Swedish', { ...FRISK, kropp: 'delvis', svenska: 'lite' }, {}, 'samordnat'],
    ['the caseworker sees several parties', FRISK, { 'flera-parter': 'ja' }, 'samordnat'],
    ['the caseworker cannot say yet', FRISK, { 'hur-snart': 'oklart' }, 'utredning'],
    ['cannot work now, one obstacle', { ...FRISK, maende: 'ja' }, {}, 'utredning'],
  ] as [string, Record<string, string>, Record<string, string>, string][])
    it(`propose ${spårId}: ${namn}`, () => {
      const f = förslag(person, handläggare);
      assert.equal(f.spår?.id, spårId);
      assert.ok(f.förslag.skäl.length > 0);
      for (const skäl of f.förslag.skäl) assert.match(skäl, /\.$/);
    });

  it('propose nothing while an answer they need is missing, and say which', () => {
    const { svenska: _, ...utan } = FRISK;
    const f = föreslåSpår(bedömning(utan), spår);
    assert.deepEqual(f?.saknas, ['Hur går det att prata svenska på ett arbete?']);
  });

  it('say the need where the municipality has no track for it', () => {
    const f = föreslåSpår(bedömning(FRISK), []);
    assert.ok(f && !f.saknas);
    assert.equal(f.spår, undefined);
    assert.equal(f.förslag.behov, 'klarar-sig-sjalv');
  });
});

describe('the decision about a track', () => {
  it('follows the proposal without a reason, and departs from it with one, which is counted', () => {
    const enligt = klar(besluta('hundra-dagar')).placering;
    assert.equal(enligt.avsteg, undefined);
    assert.equal(enligt.slutar, '2027-03-03');
    const utan = besluta('kompetenscenter');
    assert.ok(!utan.ok);
    assert.match(utan.refusal.text, /Förslaget är 100 dagar\. Skriv varför/);
    const avsteg = klar(besluta('kompetenscenter', [], 'Vill byta yrke och behöver en kurs.')).placering;
    assert.equal(avsteg.avsteg, 'Vill byta yrke och behöver en kurs.');
    const mått = avstegsmått([enligt, avsteg]);
    assert.deepEqual([mått.beslut, mått.enligtFörslag, mått.avsteg.length, mått.utanFörslag], [2, 1, 1, 0]);
  });

  it('needs a reason where nothing could be proposed', () => {
    const r = beslutaSpår(
      { placeringar: [], inställning: FÖRVALD_SPÅRINSTÄLLNING, förslag: undefined, bedömning: undefined },
      { id: 's', händelse: 'h', person: 'p', spår: 'utredning', från: idag, skäl: '', av, nu },
    );
    assert.ok(!r.ok);
    assert.match(r.refusal.text, /Det finns inget förslag/);
  });

  it('moves with history: the old place ends the day the new one begins', () => {
    const första = klar(besluta('hundra-dagar')).placering;
    const byte = klar(besluta('samordnat', [första], 'Hälsan har blivit sämre.'));
    assert.deepEqual(
      [byte.avslutad?.till, byte.avslutad?.avslutsskäl],
      [idag, 'Flyttad till Kompletterande samordnat stöd'],
    );
    assert.equal(gällandeSpår([byte.placering, byte.avslutad!])?.spår, 'samordnat');
    assert.ok(!besluta('hundra-dagar', [första]).ok, 'not to the same track');
  });

  it('refuses a track that is not there and a day far away', () => {
    for (const r of [
      besluta('finns-inte'),
      besluta('hundra-dagar', [], '', FRISK, '2027-06-01'),
      besluta('hundra-dagar', [], '', FRISK, 'igår'),
    ])
      assert.ok(!r.ok && r.refusal.fält?.length === 1);
  });

  it('ends without a new one with a day and a reason', () => {
    const p = klar(besluta('hundra-dagar')).placering;
    assert.ok(!avslutaSpår(p, { händelse: 'h', till: '2026-12-01', skäl: 'x', av, nu }).ok, 'not in the future');
    assert.equal(
      klar(avslutaSpår(p, { händelse: 'h', till: idag, skäl: 'Fick arbete.', av, nu })).placering.till,
      idag,
    );
  });
});

describe('how long a track is', () => {
  it('counts days and months with both ends', () => {
    assert.equal(sistaDagEfterLängd('2026-11-24', { antal: 100, enhet: 'dagar' }), '2027-03-03');
    assert.equal(sistaDagEfterLängd('2026-11-24', { antal: 18, enhet: 'manader' }), '2028-05-23');
    assert.equal(sistaDagEfterLängd('2026-08-31', { antal: 6, enhet: 'manader' }), '2027-02-28');
    assert.equal(sistaDagEfterLängd('2026-11-24', undefined), undefined);
  });

  it('ends the 100 days when 12 kap. 4 a § falls due, and no other track', () => {
    const hundra = { från: '2026-11-24', slutar: '2027-03-03', baraJobbsökande: true };
    assert.deepEqual(spåretsSlut(hundra, '2027-02'), { dag: '2027-01-31', skäl: 'aktivitetskrav' });
    assert.deepEqual(spåretsSlut(hundra, '2027-06'), { dag: '2027-03-03', skäl: 'langd' });
    assert.deepEqual(spåretsSlut(hundra, undefined), { dag: '2027-03-03', skäl: 'langd' });
    assert.deepEqual(spåretsSlut({ ...hundra, baraJobbsökande: false }, '2027-02'), {
      dag: '2027-03-03',
      skäl: 'langd',
    });
  });

  it('lets the plan hold job-seeking only until then', () => {
    const p = klar(besluta('hundra-dagar')).placering;
    const får = (
      område: string,
      syften: string[] | undefined,
      från = '2026-12-01',
      krav: string | undefined = '2027-02',
    ) => fårStåIPlan(p, { område, syften, från }, krav);
    assert.equal(får('arbete', undefined).får, true);
    assert.equal(får('arbete', ['soka-arbete']).får, true);
    const nej = får('arbete', ['arbetsplats']);
    assert.ok(!nej.får);
    assert.match(`${nej.text} ${nej.tillåtet}`, /bara ha tid att söka arbete.*efter 2027-01-31/);
    assert.equal(får('sprak', undefined).får, false);
    assert.equal(får('sprak', undefined, '2027-02-01').får, true);
    assert.equal(fårStåIPlan(undefined, { område: 'halsa', från: idag }, undefined).får, true);
    assert.equal(fårStåIPlan({ ...p, baraJobbsökande: false }, { område: 'halsa', från: idag }, undefined).får, true);
  });
});

describe('the municipality’s tracks', () => {
  const chef = { ...av, roller: ['enhetschef'] as const };
  it('are a new version with who, when and why', () => {
    const r = klar(
      ändraSpår(FÖRVALD_SPÅRINSTÄLLNING, {
        spår: spår.map((s) => (s.id === 'hundra-dagar' ? { ...s, längd: { antal: 90, enhet: 'dagar' } } : s)),
        skäl: 'Nämnden 2026-11-24 § 4',
        av: chef,
        nu,
      }),
    );
    assert.deepEqual([r.inställning.version, r.inställning.av?.namn, r.inställning.tid], [1, 'Handläggare', nu]);
    assert.deepEqual(FÖRVALD_SPÅRINSTÄLLNING.spår[0]?.längd, { antal: 100, enhet: 'dagar' });
  });

  it('refuse what is not allowed, at the field, and say what is', () => {
    const fel = (ändrat: object) => {
      const r = ändraSpår(FÖRVALD_SPÅRINSTÄLLNING, {
        spår: spår.map((s, i) => (i === 1 ? { ...s, ...ändrat } : s)),
        skäl: 'Nämnden 2026-11-24 § 4',
        av: chef,
        nu,
      });
      assert.ok(!r.ok);
      return r.refusal.fält?.map((f) => f.fält);
    };
    assert.deepEqual(fel({ namn: '' }), ['1.namn']);
    assert.deepEqual(fel({ namn: '100 Dagar' }), ['1.namn']);
    assert.deepEqual(fel({ behov: 'svenska' }), ['2.behov']);
    assert.deepEqual(fel({ behov: 'annat' }), ['1.behov']);
    assert.deepEqual(fel({ längd: { antal: 37, enhet: 'manader' } }), ['1.antal']);
    assert.deepEqual(fel({ längd: { antal: Number.NaN, enhet: 'dagar' } }), ['1.antal']);
    assert.deepEqual(fel({ baraJobbsökande: true, längd: undefined }), ['1.antal']);
    const roll = ändraSpår(FÖRVALD_SPÅRINSTÄLLNING, { spår, skäl: 'x', av: { ...av, roller: ['samordnare'] }, nu });
    assert.ok(!roll.ok && roll.refusal.kod === 'fel-roll');
  });
});

describe('a hand-over', () => {
  const grund = {
    id: 'o',
    händelse: 'h',
    person: 'p',
    till: 'Arbetsmarknadsnämnden',
    mottagarslag: 'annan-namnd',
    ärende: 'Ta emot i Kompetenscenter.',
    grund: 'samtycke',
    uppgifter: [] as string[],
    text: '',
    samtycke: { vad: 'Bedömningen och planen', dag: idag, till: '2027-05-24' },
    begäran: { av: '', dag: '' },
    svarSenast: '2026-12-08',
    av,
    nu,
  };
  const begäran = { av: 'Arbetsmarknadsnämnden', dag: idag };

  it('goes with consent, is overdue after its day, and is answered once', () => {
    const { överlämning } = klar(lämnaÖver(grund));
    assert.equal(överlämningFörsenad(överlämning, '2026-12-08'), false);
    assert.equal(överlämningFörsenad(överlämning, '2026-12-09'), true);
    const svar = { händelse: 'h', från: 'Enhetschef', text: '', av, nu };
    const nej = svaraPåÖverlämning(överlämning, { ...svar, svar: 'nekad' });
    assert.ok(!nej.ok);
    assert.equal(nej.refusal.text, 'Skriv skälet.');
    const ja = klar(svaraPåÖverlämning(överlämning, { ...svar, svar: 'mottagen' })).överlämning;
    assert.equal(ja.status, 'mottagen');
    assert.ok(!svaraPåÖverlämning(ja, { ...svar, svar: 'mottagen' }).ok);
  });

  it('is refused without a ground, for secrecy holds between boards', () => {
    const r = lämnaÖver({ ...grund, grund: '' });
    assert.ok(!r.ok);
    assert.equal(r.refusal.kod, 'sekretess');
    assert.match(r.refusal.text, /Sekretess gäller mellan nämnder/);
  });

  it('is refused on a consent that is missing or has ended', () => {
    assert.ok(!lämnaÖver({ ...grund, samtycke: { vad: '', dag: '', till: '' } }).ok);
    assert.ok(!lämnaÖver({ ...grund, samtycke: { ...grund.samtycke, till: flyttaDag(idag, -1) } }).ok);
    assert.ok(!lämnaÖver({ ...grund, samtycke: { ...grund.samtycke, dag: flyttaDag(idag, 1) } }).ok);
  });

  it('on 15 kap. 8 § tells on request that the person is current, and nothing more', () => {
    const rätt = { ...grund, grund: '15:8', uppgifter: ['aktuell'], begäran };
    assert.deepEqual(klar(lämnaÖver(rätt)).överlämning.uppgifter, ['aktuell']);
    for (const [ändrat, fält] of [
      [{ begäran: { av: '', dag: '' } }, 'begaranAv'],
      [{ uppgifter: [] }, 'uppgifter'],
      [{ uppgifter: ['aktuell', 'uppfoljning'] }, 'uppgifter'],
      [{ mottagarslag: 'annan' }, 'mottagarslag'],
      [{ text: 'Personen är sjuk.' }, 'text'],
    ] as const) {
      const r = lämnaÖver({
        ...rätt,
        ...ändrat,
        uppgifter: [...('uppgifter' in ändrat ? ändrat.uppgifter : ['aktuell'])],
      });
      assert.ok(!r.ok, fält);
      assert.deepEqual(
        r.refusal.fält?.map((f) => f.fält),
        [fält],
      );
    }
  });

  it('on 15 kap. 9 § goes to the board that answers for the measure alone', () => {
    const rätt = { ...grund, grund: '15:9', mottagarslag: 'ansvarig-socialnamnd', uppgifter: ['uppfoljning'], begäran };
    assert.ok(lämnaÖver(rätt).ok);
    assert.ok(!lämnaÖver({ ...rätt, mottagarslag: 'annan-namnd' }).ok);
    assert.ok(!lämnaÖver({ ...rätt, uppgifter: ['aktuell'] }).ok);
  });

  it('needs a receiver, what it is about and a deadline', () => {
    const r = lämnaÖver({ ...grund, till: '', ärende: '', svarSenast: idag });
    assert.ok(!r.ok);
    assert.deepEqual(
      r.refusal.fält?.map((f) => f.fält),
      ['till', 'arende', 'svarSenast'],
    );
  });
});

describe('enrolled in time', () => {
  const läge = { person: 'p', inkommen: '2026-11-17', inskriven: undefined, undantag: undefined };
  it('counts the board’s days from the first application', () => {
    assert.deepEqual(inskrivningsutfall(läge, 7, '2026-11-24'), { utfall: 'vantar', senast: '2026-11-24' });
    assert.equal(inskrivningsutfall(läge, 7, '2026-11-25').utfall, 'forsenad');
    assert.equal(inskrivningsutfall({ ...läge, inskriven: '2026-11-24' }, 7, '2026-12-24').utfall, 'i-tid');
    assert.equal(inskrivningsutfall({ ...läge, inskriven: '2026-11-25' }, 7, '2026-12-24').utfall, 'for-sent');
    assert.equal(inskrivningsutfall({ ...läge, undantag: 'Arbetar heltid' }, 7, '2026-12-24').utfall, 'undantagen');
  });

  it('exempts by the board’s list alone', () => {
    const input = { id: 'u', person: 'p', undantag: 'Annat', skäl: '', av, nu };
    const r = undantaFrånInskrivning(['Arbetar heltid'], input);
    assert.ok(!r.ok);
    assert.match(r.refusal.fält![0]!.text, /Arbetar heltid/);
    assert.ok(undantaFrånInskrivning(['Arbetar heltid'], { ...input, undantag: 'Arbetar heltid' }).ok);
  });
});
