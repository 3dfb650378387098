import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prövaAktivitetskrav } from '@stegvis/rules';
import fc from 'fast-check';
import { flyttaMånad } from '../tid.ts';
import { byggAktivitetsunderlag, type Kravfakta } from './aktivitetsunderlag.ts';
import { beslutaKrav, type Kravläge, nästaKravmånad, upphävKrav } from './besluta-krav.ts';
import { gällandeKrav, type Kravbeslut } from './kravbeslut.ts';
import type { Kravuppgift, Timuppgift, Undantagsuppgift } from './kravuppgift.ts';
import { noteraKravuppgift, upphörKravuppgift } from './notera-kravuppgift.ts';

const nu = '2026-11-24T08:00:00.000Z';
const av = 'Handläggare, Socialsekreterare';
const beslutare = { namn: 'Handläggare', titel: 'Socialsekreterare', roller: ['handlaggare'] as const };

const uppgift = (vad: Undantagsuppgift | Timuppgift, own: Partial<Kravuppgift> = {}): Kravuppgift => ({
  id: 'u1',
  person: 'p1',
  vad,
  från: '2026-09-01',
  till: undefined,
  uppgiftFrån: 'Personen själv',
  styrkt: 'Intyg',
  registrerad: '2026-10-01T08:00:00.000Z',
  av,
  upphörd: undefined,
  ...own,
});
const fakta = (own: Partial<Kravfakta> = {}): Kravfakta => ({
  född: '1990-04-23',
  biståndsmånader: ['2026-09', '2026-10', '2026-11'],
  uppgifter: [],
  barn: [],
  ...own,
});
const not = (own: Partial<Parameters<typeof noteraKravuppgift>[1]>, finns: Kravuppgift[] = []) =>
  noteraKravuppgift(finns, {
    id: 'u2',
    händelse: 'h1',
    person: 'p1',
    vad: { slag: 'heltid', typ: 'anstallning' },
    från: '2026-11-01',
    till: '2027-01-31',
    uppgiftFrån: 'Arbetsgivaren',
    styrkt: 'Anställningsavtal',
    av,
    nu,
    ...own,
  });
const fält = (result: { ok: boolean; refusal?: { fält?: { fält: string }[] } }) =>
  result.ok ? [] : (result.refusal?.fält ?? []).map((f) => f.fält);

const läge = (own: Partial<Kravläge> = {}, från = '2026-12'): Kravläge => ({
  underlag: byggAktivitetsunderlag(
    fakta({ uppgifter: [uppgift({ slag: 'formaga', timmar: 20, skal: 'Läkarutlåtande om halva tiden' })] }),
    från,
  ),
  beslut: [],
  plan: { id: 'plan1', nummer: 1 },
  ...own,
});
const besluta = (own: Partial<Parameters<typeof beslutaKrav>[1]> = {}, l = läge()) =>
  beslutaKrav(l, {
    id: 'k1',
    händelse: 'h1',
    person: 'p1',
    grund: '12:4a',
    från: '2026-12',
    till: '2027-05',
    timmarPerVecka: 20,
    skäl: 'Tre månader har gått och planen är överenskommen.',
    av: beslutare,
    nu,
    ...own,
  });

test('ett undantag utan sista dag avvisas, utom föräldraledighet som slutar av sig själv', () => {
  for (const vad of [
    { slag: 'skolstudier' },
    { slag: 'heltid', typ: 'anstallning' },
    { slag: 'sjukforman', typ: 'sjukpenning', omfattning: 1 },
    { slag: 'formedlingsinsatser', timmar: 10 },
  ] as const) {
    const result = not({ vad, till: undefined });
    assert.deepEqual(fält(result), ['till']);
    if (!result.ok) assert.match(result.refusal.text, /^Ett undantag måste ha en sista dag\./);
  }
  assert.ok(not({ vad: { slag: 'foraldraledig', barnFott: '2026-08-01' }, till: undefined }).ok);
  assert.ok(not({ vad: { slag: 'jobbsokande', timmar: 5 }, till: undefined }).ok);
});

test('varje uppgift har någon som har lämnat den och något som visar den', () => {
  assert.deepEqual(fält(not({ uppgiftFrån: ' ', styrkt: '' })), ['uppgiftFran', 'styrkt']);
});

test('en orimlig uppgift avvisas med vad som är tillåtet', () => {
  assert.deepEqual(fält(not({ vad: { slag: 'deltid', typ: 'sfi', timmar: 41 } })), ['timmar']);
  assert.deepEqual(fält(not({ vad: { slag: 'deltid', typ: 'sfi', timmar: 7.3 } })), ['timmar']);
  assert.deepEqual(fält(not({ vad: { slag: 'formaga', timmar: 20, skal: 'kort' } })), ['skal']);
  assert.deepEqual(fält(not({ vad: { slag: 'sjukforman', typ: 'sjukpenning', omfattning: 1.5 } })), ['omfattning']);
  assert.deepEqual(fält(not({ vad: { slag: 'foraldraledig', barnFott: '2027-01-01' } })), ['barnFott']);
  assert.deepEqual(fält(not({ vad: { slag: 'skolar', barnFott: '2018-05-01' } })), ['skolar']);
  assert.deepEqual(fält(not({ vad: { slag: 'ovriga-skyldigheter', timmar: 2, vad: '' } })), ['vad']);
  assert.deepEqual(fält(not({ från: '2026-02-30', till: '2026-03-01' })), ['fran']);
  assert.deepEqual(fält(not({ från: '2026-12-01', till: '2026-11-30' })), ['till']);
});

test('en ny bedömning av förmågan ersätter den förra, en andra deltid gör det inte', () => {
  const förra = uppgift({ slag: 'formaga', timmar: 20, skal: 'Första bedömningen' });
  const ny = not({ vad: { slag: 'formaga', timmar: 30, skal: 'Har blivit bättre' }, till: undefined }, [förra]);
  assert.ok(ny.ok);
  assert.deepEqual(
    ny.ersatta.map(({ id, upphörd }) => [id, upphörd?.från]),
    [['u1', '2026-11-01']],
  );
  const deltid = not({ vad: { slag: 'deltid', typ: 'sfi', timmar: 5 } }, [
    uppgift({ slag: 'deltid', typ: 'anstallning', timmar: 10 }),
  ]);
  assert.ok(deltid.ok && deltid.ersatta.length === 0);
});

test('en uppgift som upphör räknas inte därefter, och kan bara upphöra en gång', () => {
  const u = uppgift({ slag: 'deltid', typ: 'sfi', timmar: 15 });
  const slut = upphörKravuppgift(u, { händelse: 'h', från: '2026-11-01', skäl: 'Kursen är slut', av, nu });
  assert.ok(slut.ok);
  const timmar = (månad: string) =>
    prövaAktivitetskrav(byggAktivitetsunderlag(fakta({ uppgifter: [slut.uppgift] }), månad)).timmarPerVecka;
  assert.deepEqual([timmar('2026-10'), timmar('2026-11')], [25, 40]);
  assert.ok(!upphörKravuppgift(slut.uppgift, { händelse: 'h', från: '2026-12-01', skäl: 'igen', av, nu }).ok);
  assert.deepEqual(fält(upphörKravuppgift(u, { händelse: 'h', från: '2026-08-01', skäl: '', av, nu })), [
    'upphorFran',
    'upphorSkal',
  ]);
});

test('underlaget byggs av det som gäller någon dag i månaden', () => {
  const underlag = byggAktivitetsunderlag(
    fakta({
      uppgifter: [
        uppgift({ slag: 'sjukforman', typ: 'sjukpenning', omfattning: 0.5 }, { till: '2026-12-03' }),
        uppgift({ slag: 'heltid', typ: 'sfi' }, { till: '2026-11-30' }),
        uppgift({ slag: 'skolar', barnFott: '2018-02-01', avslutatForsta: true }),
        uppgift({ slag: 'formedlingsinsatser', timmar: 4 }, { från: '2027-01-01', till: '2027-02-01' }),
        uppgift({ slag: 'tillsyn', timmar: 5, skal: 'Fritidshem till 16' }),
      ],
      barn: ['2018-02-01', '2021-06-06'],
    }),
    '2026-12',
  );
  assert.deepEqual(underlag, {
    manad: '2026-12',
    person: {
      fodd: '1990-04-23',
      bistandsmanader: ['2026-09', '2026-10', '2026-11'],
      sjukforman: [{ typ: 'sjukpenning', omfattning: 0.5 }],
      tillsynTimmar: 5,
    },
    barn: [{ fodd: '2018-02-01', avslutatForstaSkolaret: true }, { fodd: '2021-06-06' }],
  });
});

test('beslutet tar timmarna från uträkningen, hör till planen och är en människas', () => {
  const result = besluta();
  assert.ok(result.ok);
  assert.equal(result.krav.timmarPerVecka, 20);
  assert.equal(result.krav.prövning.krav, 'ska');
  assert.equal(result.krav.av, 'Handläggare, Socialsekreterare');
  assert.deepEqual(result.krav.plan, { id: 'plan1', nummer: 1 });
  assert.equal(
    result.events[0]?.text,
    'Du ska delta i aktiviteter 20 timmar i veckan från december 2026 till maj 2027. Beslutet finns att läsa här.',
  );
});

test('ett krav på 41 timmar, fler än uträkningen, eller noll avvisas', () => {
  for (const [timmarPerVecka, mening] of [
    [41, /högst 40/],
    [20.25, /högst 20 timmar i veckan enligt uträkningen/],
    [0, /mer än 0/],
    [10.1, /hela kvartar/],
  ] as const) {
    const result = besluta({ timmarPerVecka });
    assert.deepEqual(fält(result), ['timmar']);
    if (!result.ok) assert.match(result.refusal.fält?.[0]?.text ?? '', mening);
  }
  assert.ok(besluta({ timmarPerVecka: 12.5 }).ok);
});

test('kravet är begränsat i tid, gäller inte bakåt, har skäl och plan', () => {
  assert.deepEqual(fält(besluta({ från: '2026-10', till: '2026-12' })), ['fran']);
  assert.deepEqual(fält(besluta({ till: '' })), ['till']);
  assert.deepEqual(fält(besluta({ till: '2027-12' })), ['till']);
  assert.deepEqual(fält(besluta({ skäl: 'Lagen' })), ['skal']);
  assert.deepEqual(fält(besluta({}, läge({ plan: undefined }))), ['plan']);
});

test('bara en handläggare eller enhetschef beslutar och upphäver', () => {
  const samordnare = { namn: 'Samordnare', titel: 'Samordnare', roller: ['samordnare'] as const };
  const result = besluta({ av: samordnare });
  assert.ok(!result.ok && result.refusal.kod === 'fel-roll');
  const krav = besluta();
  assert.ok(krav.ok);
  const upphävt = upphävKrav(krav.krav, {
    händelse: 'h',
    från: '2027-01',
    skäl: 'Har fått arbete',
    av: samordnare,
    nu,
  });
  assert.ok(!upphävt.ok && upphävt.refusal.kod === 'fel-roll');
});

test('grunden följer lagen: 4 a efter tre månader, 4 d före, 4 g bara vid sjukdom från 2027', () => {
  assert.deepEqual(fält(besluta({ grund: '12:4d' })), ['grund']);
  const tidigt = läge({ underlag: byggAktivitetsunderlag(fakta({ biståndsmånader: ['2026-11'] }), '2026-12') });
  assert.deepEqual(fält(besluta({}, tidigt)), ['grund']);
  assert.ok(besluta({ grund: '12:4d' }, tidigt).ok);
  const sjuk = [uppgift({ slag: 'sjukdom' })];
  const i = (månad: string) => läge({ underlag: byggAktivitetsunderlag(fakta({ uppgifter: sjuk }), månad) });
  assert.deepEqual(fält(besluta({ grund: '12:4g' }, i('2026-12'))), ['grund']);
  assert.ok(besluta({ grund: '12:4g', från: '2027-01' }, i('2027-01')).ok);
  const frisk = läge({ underlag: byggAktivitetsunderlag(fakta(), '2027-01') });
  assert.deepEqual(fält(besluta({ grund: '12:4g', från: '2027-01' }, frisk)), ['grund']);
});

test('den som har ett undantag får inget krav', () => {
  const undantagen = läge({
    underlag: byggAktivitetsunderlag(
      fakta({ uppgifter: [uppgift({ slag: 'heltid', typ: 'sfi' }, { till: '2027-03-01' })] }),
      '2026-12',
    ),
  });
  const result = besluta({}, undantagen);
  assert.ok(!result.ok);
  assert.match(result.refusal.text, /får inte ställas för december 2026: sfi eller godtagbar utbildning på heltid/);
});

test('ett nytt beslut ersätter det förra från sin första månad', () => {
  const första = besluta({ från: '2026-11', till: '2027-04' }, läge({}, '2026-11'));
  assert.ok(!första.ok || första.krav.grund === '12:4a');
  const a = besluta();
  assert.ok(a.ok);
  const b = besluta(
    { id: 'k2', från: '2027-01', till: '2027-06', timmarPerVecka: 15 },
    läge({
      beslut: [a.krav],
      underlag: byggAktivitetsunderlag(fakta({ biståndsmånader: ['2026-10', '2026-11', '2026-12'] }), '2027-01'),
    }),
  );
  assert.ok(b.ok);
  assert.deepEqual(
    b.ersatt.map(({ id, upphört }) => [id, upphört?.från, upphört?.ersattAv]),
    [['k1', '2027-01', 'k2']],
  );
  const alla = [...b.ersatt, b.krav];
  assert.equal(gällandeKrav(alla, '2026-12')?.id, 'k1');
  assert.equal(gällandeKrav(alla, '2027-01')?.id, 'k2');
  assert.equal(gällandeKrav(alla, '2027-07'), undefined);
  assert.equal(nästaKravmånad(alla, '2026-11'), '2026-11');
});

test('ett upphävt krav gäller inte från månaden som sägs, och bara en gång', () => {
  const a = besluta();
  assert.ok(a.ok);
  assert.deepEqual(fält(upphävKrav(a.krav, { händelse: 'h', från: '2026-11', skäl: '', av: beslutare, nu })), [
    'upphavFran',
    'upphavSkal',
  ]);
  const slut = upphävKrav(a.krav, { händelse: 'h', från: '2027-02', skäl: 'Har fått arbete', av: beslutare, nu });
  assert.ok(slut.ok);
  assert.equal(gällandeKrav([slut.krav], '2027-01')?.id, 'k1');
  assert.equal(gällandeKrav([slut.krav], '2027-02'), undefined);
  assert.ok(!upphävKrav(slut.krav, { händelse: 'h', från: '2027-03', skäl: 'Har fått arbete', av: beslutare, nu }).ok);
});

test('ett beslutat krav är alltid över 0, högst 40 och högst uträkningen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -8, max: 180 }).map((n) => n / 4),
      fc.integer({ min: 0, max: 160 }).map((n) => n / 4),
      (timmarPerVecka, deltid) => {
        const underlag = byggAktivitetsunderlag(
          fakta({ uppgifter: [uppgift({ slag: 'deltid', typ: 'sfi', timmar: deltid })] }),
          '2026-12',
        );
        const result = besluta({ timmarPerVecka }, läge({ underlag }));
        const högst = prövaAktivitetskrav(underlag).timmarPerVecka;
        assert.equal(result.ok, timmarPerVecka > 0 && timmarPerVecka <= högst);
        if (result.ok) assert.ok(result.krav.timmarPerVecka <= 40);
      },
    ),
  );
});

test('högst ett krav gäller i varje månad', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ start: fc.nat(3), längd: fc.nat(11) }), { maxLength: 6 }), (rad) => {
      let alla: Kravbeslut[] = [];
      rad.forEach(({ start, längd }, i) => {
        const från = flyttaMånad('2026-11', start);
        const biståndsmånader = [-1, -2, -3].map((n) => flyttaMånad(från, n));
        const underlag = byggAktivitetsunderlag(fakta({ biståndsmånader }), från);
        const result = besluta(
          { id: `k${i}`, från, till: flyttaMånad(från, längd), nu: `2026-11-24T08:00:0${i}.000Z` },
          läge({ underlag, beslut: alla }),
        );
        assert.ok(result.ok);
        const ersatta = new Map(result.ersatt.map((b) => [b.id, b]));
        alla = [...alla.map((b) => ersatta.get(b.id) ?? b), result.krav];
      });
      for (let n = 0; n < 18; n++) {
        const månad = flyttaMånad('2026-11', n);
        const gäller = alla.filter((b) => gällandeKrav([b], månad) !== undefined);
        assert.ok(gäller.length <= 1, `${gäller.length} krav gäller ${månad}`);
      }
    }),
  );
});
