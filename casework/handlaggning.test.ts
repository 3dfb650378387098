import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Användare } from './anvandare.ts';
import type { Ärende } from './arende.ts';
import { ANDRA, ansökan, NU, uppgifter, utkast, VUXEN } from './case-for-tests.ts';
import { type Journalanteckning, skrivAnteckning } from './journal.ts';
import {
  type Kvittens,
  kvitteraVarningar,
  okvitterade,
  varningarAttKvittera,
  vägraOkvitterade,
} from './kvittera-varning.ts';
import { NÄSTA_STEG, NÄSTA_STEG_TEXTER, nästaSteg } from './nasta-steg.ts';
import { registreraÅt, saknadeSvar, signeraPåPapper } from './registrera-at.ts';
import { ansvararFör, tilldelaÄrende } from './tilldela-arende.ts';

const TIMME = 3_600_000;
const AV = { id: 'h1', namn: 'Handläggare' };

describe('nästaSteg', () => {
  const läge = {
    status: 'utreds',
    stopp: [{ kod: 'okand-inkomst', detalj: undefined, okänt: false }],
    akut: false,
    oläst: false,
    väntarPåSökande: false,
    väntarPåAndraPerson: false,
    gått: 0,
  } as const;
  it('says what cannot wait first, then what a person can do, then what waits for others', () => {
    assert.equal(nästaSteg(läge), 'ta-stallning');
    assert.equal(nästaSteg({ ...läge, akut: true, oläst: true }), 'akut');
    assert.equal(nästaSteg({ ...läge, oläst: true, väntarPåSökande: true }), 'svar-har-kommit');
    assert.equal(nästaSteg({ ...läge, väntarPåSökande: true, gått: 23 * TIMME }), 'vantar-pa-sokande');
    assert.equal(nästaSteg({ ...läge, gått: 20 * TIMME }), 'ta-stallning');
    assert.equal(nästaSteg({ ...läge, gått: 20 * TIMME + 1 }), 'snart-forfaller');
    assert.equal(nästaSteg({ ...läge, gått: 30 * TIMME }), 'snart-forfaller');
    assert.equal(nästaSteg({ ...läge, väntarPåAndraPerson: true }), 'vantar-pa-andra-person');
    assert.equal(nästaSteg({ ...läge, status: 'inskickad', gått: undefined }), 'vantar-pa-underskrift');
    assert.equal(nästaSteg({ ...läge, status: 'inkommen', stopp: undefined }), 'vantar-pa-register');
    const tyst = [{ kod: 'register-svarar-inte', detalj: undefined, okänt: false }] as const;
    assert.equal(nästaSteg({ ...läge, stopp: tyst }), 'vantar-pa-register');
  });
  it('has a name and a meaning for every step', () => {
    for (const steg of NÄSTA_STEG) assert.ok(NÄSTA_STEG_TEXTER[steg].namn && NÄSTA_STEG_TEXTER[steg].betyder);
  });
});

describe('kvitteraVarningar', () => {
  const stopp = [
    { kod: 'forsta-ansokan', detalj: undefined, okänt: false },
    { kod: 'okand-inkomst', detalj: 'Swish', okänt: false },
    { kod: 'over-kommunens-grans', detalj: 'Hyran 200 kr', okänt: false },
  ] as const;
  const varningar = varningarAttKvittera(stopp, []);
  it('leaves out what a row settles', () => {
    assert.deepEqual(
      varningar.map((v) => v.kod),
      ['forsta-ansokan', 'over-kommunens-grans'],
    );
  });
  it('refuses the decision until every warning is acknowledged, at its box', () => {
    const kvittenser: Kvittens[] = [];
    const kvittera = (id: string) =>
      kvitteraVarningar({ ansökan: ansökan(), varningar, kvittenser }, { varningar: [id], av: AV, nu: NU });
    const first = kvittera(varningar[0]!.id);
    assert.ok(first.ok);
    kvittenser.push(...first.kvittenser);
    assert.deepEqual(first.kvittenser[0]?.av, AV);
    const vägrad = vägraOkvitterade(varningar, kvittenser);
    assert.deepEqual(
      vägrad?.refusal.fält?.map((f) => f.fält),
      [`skal-${varningar[1]!.id}-ok`],
    );
    const second = kvittera(varningar[1]!.id);
    assert.ok(second.ok);
    kvittenser.push(...second.kvittenser);
    assert.equal(vägraOkvitterade(varningar, kvittenser), undefined);
  });
  it('asks anew when what the warning says has changed', () => {
    const kvittens = { ansökan: 'a', varning: varningar[1]!.id, av: AV, tid: NU };
    const ändrade = varningarAttKvittera([{ ...stopp[2], detalj: 'Hyran 900 kr' }], []);
    assert.equal(okvitterade(ändrade, [kvittens]).length, 1);
    const okänd = kvitteraVarningar(
      { ansökan: ansökan(), varningar: ändrade, kvittenser: [] },
      { varningar: [varningar[1]!.id], av: AV, nu: NU },
    );
    assert.ok(!okänd.ok && okänd.refusal.kod === 'varningen-andrad');
  });
});

const ärende: Ärende = {
  id: 'ä1',
  nummer: '2026-1',
  sökande: VUXEN,
  medsökande: undefined,
  status: 'oppet',
  handläggare: undefined,
  öppnat: NU,
  version: 1,
};

describe('skrivAnteckning', () => {
  const skriv = (journal: readonly Journalanteckning[], own: Partial<Parameters<typeof skrivAnteckning>[2]> = {}) =>
    skrivAnteckning(ärende, journal, {
      id: 'j1',
      ansökan: undefined,
      slag: 'anteckning',
      hände: '2026-11-25',
      text: 'Ringde.',
      gäller: undefined,
      av: AV,
      nu: NU,
      ...own,
    });
  it('a note is corrected once, by a note that names it', () => {
    const first = skriv([]);
    assert.ok(first.ok);
    const rätt = skriv([first.anteckning], { id: 'j2', slag: 'rattelse', gäller: 'j1', text: 'Mejlade.' });
    assert.ok(rätt.ok && rätt.anteckning.gäller === 'j1');
    const igen = skriv([first.anteckning, rätt.anteckning], { id: 'j3', slag: 'rattelse', gäller: 'j1' });
    assert.ok(!igen.ok && igen.refusal.kod === 'redan-rattad');
    assert.ok(skriv([first.anteckning], { id: 'j4', slag: 'invandning', gäller: 'j1', text: 'Stämmer inte.' }).ok);
  });
  it('refuses an empty note, a day to come and a note of another case', () => {
    for (const own of [{ text: ' ' }, { hände: '2026-11-27' }, { gäller: 'annan' }, { slag: 'rattelse' as const }])
      assert.equal(skriv([], own).ok, false);
  });
});

describe('tilldelaÄrende', () => {
  const kollega: Användare = {
    id: 'h2',
    inloggning: 'x',
    namn: 'Kollega',
    titel: 'Socialsekreterare',
    roller: ['handlaggare'],
    aktiv: true,
  };
  const ge = (till: Användare, skyddat = false) =>
    tilldelaÄrende({ ärende, ansökan: ansökan(), skyddat }, { till, av: AV, nu: NU });
  it('hands over to a colleague who handles cases and may open this one', () => {
    const given = ge(kollega);
    assert.ok(given.ok && given.ärende.handläggare === 'h2');
    assert.match(given.ok ? given.events[0]!.text : '', /lämnade ärendet till Kollega/);
    assert.equal(ge({ ...kollega, aktiv: false }).ok, false);
    assert.equal(ge({ ...kollega, roller: ['utbetalare'] }).ok, false);
    assert.equal(ge(kollega, true).ok, false);
    assert.equal(ge({ ...kollega, roller: ['handlaggare', 'skyddade-uppgifter'] }, true).ok, true);
  });
  it('a substitute looks after the cases on the days set', () => {
    const ersättare = [{ för: 'h1', ersättare: 'h2', från: '2026-11-25', till: '2026-11-27' }];
    assert.deepEqual(ansvararFör('h2', ersättare, '2026-11-27'), ['h2', 'h1']);
    assert.deepEqual(ansvararFör('h2', ersättare, '2026-11-28'), ['h2']);
  });
});

describe('registreraÅt', () => {
  const KOM = '2026-11-25T09:15:00.000Z';
  const papper = utkast({ kanal: 'papper', uppgifter: {} });
  const registrera = (own: Partial<Parameters<typeof registreraÅt>[1]> = {}, draft = papper) =>
    registreraÅt(draft, { uppgifter, underskrivetAv: [VUXEN], mottagen: KOM, av: AV, nu: NU, ...own });
  it('comes in when the signed paper came, and the signature is by hand', () => {
    const result = registrera();
    assert.ok(result.ok);
    assert.equal(result.ansökan.inkommen, KOM);
    assert.equal(result.ansökan.status, 'inkommen');
    assert.deepEqual(
      result.ansökan.underskrifter.map((u) => [u.metod, u.tid]),
      [['papper', KOM]],
    );
    assert.equal(result.ansökan.version, papper.version + 1);
    assert.deepEqual(result.saknas, []);
  });
  it('leaves open what the paper lacks, to be asked for', () => {
    const { inkomster, konto, ...rest } = uppgifter;
    const result = registrera({ uppgifter: rest });
    assert.ok(result.ok);
    assert.deepEqual(
      result.saknas.map((s) => s.fält),
      ['inkomster', 'konto.nummer'],
    );
    assert.deepEqual(saknadeSvar(result.ansökan), result.saknas);
  });
  it('refuses an impossible answer at its field, a time to come, a paper nobody signed, and a draft of the web', () => {
    const hyra = registrera({ uppgifter: { ...uppgifter, kostnader: [{ id: 'k', typ: 'boende', belopp: -1 }] } });
    assert.ok(!hyra.ok && hyra.refusal.fält?.[0]?.fält === 'kostnader.0.belopp');
    const sen = registrera({ mottagen: '2026-11-26T14:00:01.000Z' });
    assert.ok(!sen.ok && sen.refusal.fält?.[0]?.fält === 'mottagen');
    assert.equal(registrera({ mottagen: '2026-08-01T00:00:00.000Z' }).ok, false);
    assert.equal(registrera({ underskrivetAv: [] }).ok, false);
    assert.equal(registrera({}, utkast({ kanal: 'webb' })).ok, false);
  });
  it('waits for the other adult, whose paper starts the clock when it comes', () => {
    const par = utkast({ kanal: 'papper', medsökande: ANDRA, uppgifter: {} });
    const svar = { ...uppgifter, hushall: { personerIBostaden: 4, sambor: true } };
    const first = registrera({ uppgifter: svar }, par);
    assert.ok(first.ok && first.ansökan.status === 'inskickad' && first.ansökan.inkommen === undefined);
    const senare = '2026-11-26T08:00:00.000Z';
    const båda = signeraPåPapper(first.ansökan, { personer: [ANDRA], mottagen: senare, nu: NU });
    assert.ok(båda.ok);
    assert.equal(båda.ansökan.inkommen, senare);
    assert.equal(båda.ansökan.version, first.ansökan.version + 1);
  });
});
