import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Beslut } from './beslut.ts';
import { betalaIgen } from './betala-igen.ts';
import { delaUtbetalning } from './dela-utbetalning.ts';
import { begärKontoändring, bekräftaKontoändring, gällandeKonto, ändraKonto } from './kontoandring.ts';
import { läggIFil } from './lagg-i-fil.ts';
import { läsÅterrapport, type Återrapport, type Återrapportrad } from './las-aterrapport.ts';
import { makuleraBetalfil, släppBetalfil } from './slapp-betalfil.ts';
import { stoppaUtbetalning } from './stoppa-utbetalning.ts';
import {
  type Betalfil,
  betalningsnyckel,
  summaMotBeslutet,
  type Utbetalning,
  ärBetalningsnyckel,
} from './utbetalning.ts';

const NU = '2026-11-26T10:00:00.000Z';
const SHA = 'a'.repeat(64);
const BESLUT = { id: '11111111-2222-4333-8444-555555555555', belopp: 522_000 } as Beslut;
const giro = {
  slag: 'bankgiro',
  nummer: '9912346',
  namn: 'Hyresvärd',
  ort: 'Lindvik',
  referens: { ocr: '18' },
} as const;

function planerad(own: Partial<Utbetalning> = {}): Utbetalning {
  return {
    id: 'u1',
    beslut: BESLUT.id,
    ansökan: 'a',
    ärende: 'e',
    mottagare: 'p',
    konto: { clearing: '3300', nummer: '9101022391', innehavare: 'p' },
    giro: undefined,
    grund: undefined,
    belopp: BESLUT.belopp,
    utbetalningsdag: '2026-11-27',
    nummer: 1,
    nyckel: betalningsnyckel(BESLUT.id),
    status: 'planerad',
    betalfil: undefined,
    ersätter: undefined,
    stopp: undefined,
    återkallelse: undefined,
    bankbesked: [],
    planerad: NU,
    version: 1,
    ...own,
  };
}
function fil(utbetalningar: Utbetalning[], id = 'f1', av = 'ett') {
  const result = läggIFil({ id, meddelandeId: `STEGVIS-${id}`, utbetalningar, av, nu: NU });
  assert.ok(result.ok);
  return { ...result, betalfil: { ...result.betalfil, sha256: SHA, innehåll: '<Document/>' } };
}
function skickade(utbetalningar: Utbetalning[]) {
  const { betalfil, utbetalningar: lagda } = fil(utbetalningar);
  const result = släppBetalfil({ betalfil, utbetalningar: lagda }, { av: 'tva', sett: SHA, nu: NU });
  assert.ok(result.ok);
  return result;
}
function rad(own: Partial<Återrapportrad>): Återrapportrad {
  const tom = { nyckel: undefined, meddelandeId: undefined, grupp: undefined, kod: undefined, text: undefined };
  return { ...tom, besked: 'utbetald', belopp: BESLUT.belopp, valuta: 'SEK', dag: '2026-11-27', ...own };
}
const rapport = (rader: Återrapportrad[], slag: Återrapport['slag'] = 'camt.054'): Återrapport => ({
  slag,
  meddelandeId: 'B1',
  rader,
});
const kod = (result: { ok: boolean; refusal?: { kod: string } }) => (result.ok ? 'ok' : result.refusal?.kod);

describe('keys', () => {
  it('are the same every time, differ for every number, and fit in 35 characters', () => {
    const keys = Array.from({ length: 35 }, (_, i) => betalningsnyckel(BESLUT.id, i + 1));
    assert.equal(new Set(keys).size, 35);
    assert.ok(keys.every((k) => k.length <= 35 && ärBetalningsnyckel(k)));
    assert.throws(() => betalningsnyckel(BESLUT.id, 36), RangeError);
  });
});

describe('two people', () => {
  const { betalfil, utbetalningar } = fil([planerad()]);
  const släpp = (own: object, läge: object = {}) =>
    kod(släppBetalfil({ betalfil, utbetalningar, ...läge }, { av: 'tva', sett: SHA, nu: NU, ...own }));
  it('release a file: not the one who prepared it, not unseen, not another content, not too late', () => {
    assert.equal(släpp({}), 'ok');
    assert.equal(släpp({ av: 'ett' }), 'samma-person');
    assert.equal(släpp({ sett: 'b'.repeat(64) }), 'annan-fil');
    assert.equal(släpp({}, { utbetalningar: [] }), 'filen-stammer-inte');
    assert.equal(släpp({}, { utbetalningar: [{ ...utbetalningar[0]!, belopp: 1 }] }), 'filen-stammer-inte');
    assert.equal(släpp({}, { betalfil: { ...betalfil, innehåll: undefined } }), 'inte-skriven');
    assert.equal(släpp({ nu: '2026-11-28T10:00:00.000Z' }), 'dagen-har-passerat');
    assert.equal(släpp({}, { betalfil: { ...betalfil, status: 'makulerad' } }), 'makulerad');
  });
  it('may cancel it before, with a reason, and then it is planned again with the same key', () => {
    assert.equal(kod(makuleraBetalfil({ betalfil, utbetalningar }, { av: 'ett', skäl: ' ', nu: NU })), 'skal-saknas');
    const result = makuleraBetalfil({ betalfil, utbetalningar }, { av: 'ett', skäl: 'Fel dag.', nu: NU });
    assert.ok(result.ok);
    assert.deepEqual(result.utbetalningar, [{ ...planerad(), version: 3 }]);
    const släppt = skickade([planerad()]);
    assert.equal(kod(makuleraBetalfil(släppt, { av: 'ett', skäl: 'Fel', nu: NU })), 'redan-slappt');
  });
});

describe('the bank’s report', () => {
  const { betalfil, utbetalningar } = skickade([planerad()]);
  const nyckel = utbetalningar[0]!.nyckel;
  const läs = (r: Återrapport, u = utbetalningar, rapportId = 'r1') =>
    läsÅterrapport(r, { utbetalningar: u, filer: [betalfil] }, { rapportId, nu: NU });
  it('pays, and tells the person', () => {
    const {
      utbetalningar: [u],
      avvikelser,
      events,
    } = läs(rapport([rad({ nyckel })]));
    assert.equal(u?.status, 'utbetald');
    assert.deepEqual(avvikelser, []);
    assert.match(events[0]!.text, /är utbetalt till ditt konto fredag 27 november/);
  });
  it('rejects with the bank’s code and words, and it is a difference', () => {
    const {
      utbetalningar: [u],
      avvikelser: [a],
      events,
    } = läs(
      rapport([rad({ nyckel, besked: 'avvisad', belopp: undefined, kod: 'AC01', text: 'Fel konto' })], 'pain.002'),
    );
    assert.equal(u?.status, 'avvisad');
    assert.deepEqual([a?.slag, a?.kod, a?.text], ['avvisad', 'AC01', 'Fel konto']);
    assert.doesNotMatch(events[0]!.text, /AC01|Fel konto/);
  });
  it('never guesses', () => {
    const one = (own: Partial<Återrapportrad>, slag: Återrapport['slag'] = 'camt.054') => {
      const { utbetalningar: ändrade, avvikelser, främmande } = läs(rapport([rad(own)], slag));
      assert.deepEqual(ändrade, []);
      return avvikelser[0]?.slag ?? (främmande === 1 ? 'främmande' : 'ingen');
    };
    assert.equal(one({ nyckel, belopp: 521_999 }), 'fel-belopp');
    assert.equal(one({ nyckel, belopp: undefined }), 'fel-belopp');
    assert.equal(one({ nyckel, valuta: 'EUR' }), 'fel-valuta');
    assert.equal(one({ nyckel: betalningsnyckel('99999999-2222-4333-8444-555555555555') }), 'okand-utbetalning');
    assert.equal(one({ nyckel: 'LON-4711' }), 'främmande');
    assert.equal(one({ nyckel: 'LON-4711', besked: 'avvisad' }, 'pain.002'), 'okand-utbetalning');
    assert.equal(one({ meddelandeId: 'ANNAN', besked: 'avvisad' }, 'pain.002'), 'okand-fil');
    assert.equal(one({}), 'främmande');
    assert.equal(one({ grupp: `${betalfil.meddelandeId}-K`, belopp: 1 }), 'fel-belopp');
    assert.equal(one({ nyckel, besked: 'mottagen' }), 'ingen');
  });
  it('about a payment that has not been sent is a difference', () => {
    const { utbetalningar: ändrade, avvikelser } = läs(rapport([rad({ nyckel })]), [planerad()]);
    assert.deepEqual(ändrade, []);
    assert.equal(avvikelser[0]?.slag, 'ovantat-lage');
  });
  it('books a batch as one sum', () => {
    const {
      utbetalningar: [u],
    } = läs(rapport([rad({ grupp: `${betalfil.meddelandeId}-K` })]));
    assert.equal(u?.status, 'utbetald');
  });
  it('twice is a difference when the bank has debited twice, and nothing when a statement repeats a notification', () => {
    const betald = läs(rapport([rad({ nyckel })])).utbetalningar;
    assert.deepEqual(läs(rapport([rad({ nyckel })], 'camt.053'), betald, 'r2').avvikelser, []);
    assert.equal(läs(rapport([rad({ nyckel })]), betald, 'r2').avvikelser[0]?.slag, 'tva-ganger');
    assert.equal(läs(rapport([rad({ nyckel }), rad({ nyckel })])).avvikelser[0]?.slag, 'tva-ganger');
  });
  it('of money that came back makes it possible to pay again, once', () => {
    const åter = läs(rapport([rad({ nyckel }), rad({ nyckel, besked: 'aterbetald', kod: 'AC04' })])).utbetalningar;
    assert.equal(åter[0]?.status, 'aterbetald');
    const igen = (list: Utbetalning[]) =>
      betalaIgen(
        { beslut: BESLUT, utbetalningar: list, ersätter: 'u1' },
        { id: 'u2', konto: { ...planerad().konto, nummer: '1' }, utbetalningsdag: '2026-11-30', nu: NU },
      );
    assert.equal(kod(igen(utbetalningar)), 'kan-komma-fram');
    const ny = igen(åter);
    assert.ok(ny.ok);
    assert.deepEqual([ny.utbetalning.nummer, ny.utbetalning.ersätter, ny.utbetalning.konto.nummer], [2, 'u1', '1']);
    assert.equal(ny.utbetalning.nyckel, `${nyckel}2`);
    assert.equal(kod(igen([...åter, ny.utbetalning])), 'redan-betald-igen');
  });
});

describe('a part to somebody else', () => {
  const dela = (belopp: number, own: Partial<Utbetalning> = {}, text = 'Bett om det') =>
    delaUtbetalning(
      { utbetalning: planerad(own), utbetalningar: [planerad(own)] },
      { ider: ['u2', 'u3'], belopp, giro, grund: { slag: 'onskemal', text }, av: 'h', nu: NU },
    );
  it('comes to exactly what was planned', () => {
    const result = dela(400_000);
    assert.ok(result.ok);
    assert.deepEqual(
      result.delar.map((d) => [d.belopp, d.giro?.namn, d.nummer]),
      [
        [400_000, 'Hyresvärd', 2],
        [122_000, undefined, 3],
      ],
    );
    assert.equal(summaMotBeslutet([result.utbetalning, ...result.delar]), BESLUT.belopp);
    const allt = dela(BESLUT.belopp);
    assert.ok(allt.ok);
    assert.equal(allt.delar.length, 1);
  });
  it('needs a ground, an amount within, and a planned payment to the account', () => {
    assert.equal(kod(dela(1, {}, ' ')), 'grund-saknas');
    for (const belopp of [0, -1, 1.5, BESLUT.belopp + 1, Number.NaN]) assert.equal(kod(dela(belopp)), 'fel-belopp');
    assert.equal(kod(dela(1, { status: 'skickad' })), 'fel-status');
    assert.equal(kod(dela(1, { giro })), 'redan-giro');
  });
});

describe('stopping', () => {
  const stoppa = (u: Utbetalning, skäl = 'Avliden.') => stoppaUtbetalning(u, { av: 'h', skäl, nu: NU });
  it('stops what is planned, asks the bank for what is sent, and refuses the rest', () => {
    const stoppad = stoppa(planerad());
    assert.ok(stoppad.ok && stoppad.utbetalning.status === 'stoppad');
    assert.doesNotMatch(stoppad.events[0]!.text, /Avliden/);
    const återkallad = stoppa(planerad({ status: 'skickad', betalfil: 'f1' }));
    assert.ok(återkallad.ok && återkallad.utbetalning.status === 'skickad' && återkallad.utbetalning.återkallelse);
    assert.equal(kod(stoppa(återkallad.utbetalning)), 'kan-inte-stoppas');
    for (const status of ['lagd-i-fil', 'utbetald', 'avvisad', 'stoppad', 'aterbetald'] as const)
      assert.equal(kod(stoppa(planerad({ status }))), 'kan-inte-stoppas');
    assert.equal(kod(stoppa(planerad(), ' ')), 'skal-saknas');
  });
});

describe('the account', () => {
  const konto = { clearing: '3300', nummer: '9101022391' };
  it('is changed at a visit by two, never confirmed by the one who wrote it down', () => {
    const begärd = begärKontoändring({ id: 'k', person: 'p', konto, legitimering: 'Pass', av: 'ett', nu: NU });
    assert.ok(begärd.ok);
    assert.equal(begärd.ändring.gällerFrån, undefined);
    const svara = (av: string, svar: 'bekrafta' | 'avboj' = 'bekrafta') =>
      bekräftaKontoändring(begärd.ändring, { av, svar, nu: NU });
    assert.equal(kod(svara('ett')), 'samma-person');
    const klar = svara('tva');
    assert.ok(klar.ok && klar.ändring.status === 'galler' && klar.ändring.gällerFrån === NU);
    assert.equal(kod(bekräftaKontoändring(klar.ändring, { av: 'tre', svar: 'avboj', nu: NU })), 'redan-avgjord');
    assert.ok(svara('ett', 'avboj').ok);
    assert.equal(
      kod(begärKontoändring({ id: 'k', person: 'p', konto, legitimering: '', av: 'ett', nu: NU })),
      'legitimering-saknas',
    );
  });
  it('that counts is the one stated last', () => {
    const ändrad = ändraKonto({
      id: 'k',
      person: 'p',
      konto: { clearing: '6000', nummer: '1' },
      sätt: 'e-legitimation',
      senaste: { ...konto, innehavare: 'p' },
      nu: NU,
    });
    assert.ok(ändrad.ok);
    const ansökan = (inkommen: string) => ({ konto: { ...konto, innehavare: 'p' }, inkommen });
    assert.equal(gällandeKonto(ansökan('2026-11-25T10:00:00.000Z'), [ändrad.ändring]).clearing, '6000');
    assert.equal(gällandeKonto(ansökan('2026-11-27T10:00:00.000Z'), [ändrad.ändring]).clearing, '3300');
    const annans = { ...ändrad.ändring, person: 'q' };
    assert.equal(gällandeKonto(ansökan('2026-11-25T10:00:00.000Z'), [annans]).clearing, '3300');
    const samma = { id: 'k', person: 'p', konto, sätt: 'e-legitimation', nu: NU } as const;
    assert.equal(kod(ändraKonto({ ...samma, senaste: { ...konto, innehavare: 'p' } })), 'samma-konto');
  });
});

describe('whatever people and bank do, in any order', () => {
  type Steg = readonly [what: number, which: number, amount: number];
  it('the payments that count never exceed the decision, and no key is ever in two released files', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(8), fc.nat(50), fc.integer({ min: 1, max: BESLUT.belopp })), { maxLength: 40 }),
        (steg: Steg[]) => {
          const alla = new Map([['u1', planerad()]]);
          const filer = new Map<string, Betalfil>();
          const släppta = new Map<string, string>();
          let n = 1;
          const spara = (list: readonly Utbetalning[]) => {
            for (const u of list) alla.set(u.id, u);
          };
          for (const [what, which, amount] of steg) {
            const list = [...alla.values()];
            const u = list[which % list.length]!;
            const f = [...filer.values()][which % Math.max(filer.size, 1)];
            const av = which % 2 === 0 ? 'ett' : 'tva';
            if (what === 0) {
              const r = delaUtbetalning(
                { utbetalning: u, utbetalningar: list },
                {
                  ider: [`u${++n}`, `u${++n}`],
                  belopp: amount,
                  giro,
                  grund: { slag: 'samtycke', text: 'ja' },
                  av,
                  nu: NU,
                },
              );
              if (r.ok) spara([r.utbetalning, ...r.delar]);
            } else if (what === 1) {
              const r = stoppaUtbetalning(u, { av, skäl: 's', nu: NU });
              if (r.ok) spara([r.utbetalning]);
            } else if (what === 2 || what === 3) {
              const r = läggIFil({
                id: `f${++n}`,
                meddelandeId: `STEGVIS-f${n}`,
                utbetalningar: list.filter((x) => x.status === 'planerad'),
                av,
                nu: NU,
              });
              if (r.ok) {
                spara(r.utbetalningar);
                filer.set(r.betalfil.id, { ...r.betalfil, sha256: SHA, innehåll: 'x' });
              }
            } else if (what === 4 && f) {
              const läge = { betalfil: f, utbetalningar: list.filter((x) => x.betalfil === f.id) };
              const r = släppBetalfil(läge, { av, sett: SHA, nu: NU });
              if (r.ok) {
                assert.notEqual(f.skapadAv, av);
                filer.set(f.id, r.betalfil);
                spara(r.utbetalningar);
                for (const x of r.utbetalningar) {
                  assert.ok(!släppta.has(x.nyckel), `${x.nyckel} was released before`);
                  släppta.set(x.nyckel, f.id);
                }
              }
            } else if (what === 5 && f) {
              const läge = { betalfil: f, utbetalningar: list.filter((x) => x.betalfil === f.id) };
              const r = makuleraBetalfil(läge, { av, skäl: 's', nu: NU });
              if (r.ok) {
                filer.set(f.id, r.betalfil);
                spara(r.utbetalningar);
              }
            } else if (what === 6) {
              const r = betalaIgen(
                { beslut: BESLUT, utbetalningar: list, ersätter: u.id },
                { id: `u${++n}`, konto: u.konto, utbetalningsdag: '2026-11-27', nu: NU },
              );
              if (r.ok) spara([r.utbetalning]);
            } else {
              const besked = (['utbetald', 'avvisad', 'aterbetald'] as const)[amount % 3]!;
              const r = läsÅterrapport(
                rapport([rad({ nyckel: u.nyckel, besked, belopp: which % 5 === 0 ? amount : u.belopp })]),
                { utbetalningar: list, filer: [...filer.values()] },
                { rapportId: `r${++n}`, nu: NU },
              );
              spara(r.utbetalningar);
            }
            assert.ok(summaMotBeslutet([...alla.values()]) <= BESLUT.belopp);
            const nycklar = [...alla.values()].map((x) => x.nyckel);
            assert.equal(new Set(nycklar).size, nycklar.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
