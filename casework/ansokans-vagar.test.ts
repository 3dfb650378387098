import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ansökan } from './ansokan.ts';
import { gemensamt, synligFör } from './ansokan.ts';
import type { Ärende } from './arende.ts';
import { begärAkutHjälp } from './begar-akut-hjalp.ts';
import { beräknaÄrende } from './berakna-arende.ts';
import { byggUnderlag } from './bygg-underlag.ts';
import { ANDRA, ansökan, uppgifter, utkast, VUXEN } from './case-for-tests.ts';
import { föreslåAnsökan } from './foresla-ansokan.ts';
import { INGEN_HISTORIK } from './historik.ts';
import { separera } from './separera.ts';
import { dokumenthash, signera } from './signera.ts';
import { fältfel, skickaIn } from './skicka-in.ts';
import { startaAnsökan } from './starta-ansokan.ts';
import { byggTilläggsunderlag } from './tillaggsunderlag.ts';
import { förfall, påminnOmUnderskrift, underskriftsläge } from './underskriftsfrist.ts';

const PERSON = { id: VUXEN, personnummer: '198801012397', skyddad: false };
const ÄRENDE: Ärende = {
  id: ansökan().ärende,
  nummer: '2026-1',
  sökande: VUXEN,
  medsökande: undefined,
  status: 'oppet',
  handläggare: undefined,
  öppnat: '2026-01-01T08:00:00.000Z',
  version: 1,
};
const PAR: Ärende = { ...ÄRENDE, medsökande: ANDRA };

function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  assert.ok(result.ok, JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

function felen(result: { ok: true } | { ok: false; refusal: { fält?: { fält: string }[] } }): string[] {
  assert.ok(!result.ok);
  return (result.refusal.fält ?? []).map((f) => f.fält);
}

describe('föreslåAnsökan', () => {
  const beslutad = (månad: string, own: Partial<Ansökan> = {}) =>
    ansökan({ id: månad, månad, status: 'beslutad', ...own });
  const föreslå = (nu: string, ansökningar: Ansökan[], own: Partial<Parameters<typeof föreslåAnsökan>[0]> = {}) =>
    föreslåAnsökan({ person: PERSON, ansökningar, ärenden: [ÄRENDE], nu, ...own });
  const fall: [string, string, Ansökan[], string, string, string][] = [
    ['nothing before', '2026-11-05T08:00:00Z', [], 'nyansokan', 'forsta-gangen', '2026-11'],
    ['late in the month the next one', '2026-11-16T08:00:00Z', [], 'nyansokan', 'forsta-gangen', '2026-12'],
    ['last month decided', '2026-11-26T08:00:00Z', [beslutad('2026-11')], 'ateransokan', 'varje-manad', '2026-12'],
    [
      'a gap of three months',
      '2026-11-26T08:00:00Z',
      [beslutad('2026-09')],
      'ateransokan',
      'nyligen-avslutad',
      '2026-12',
    ],
    ['a gap of four months', '2026-11-26T08:00:00Z', [beslutad('2026-08')], 'nyansokan', 'for-lange-sedan', '2026-12'],
    ['the month is decided', '2026-11-05T08:00:00Z', [beslutad('2026-11')], 'tillagg', 'manaden-beslutad', '2026-11'],
    [
      'the month is sent',
      '2026-11-26T08:00:00Z',
      [ansökan({ månad: '2026-12', status: 'utreds' }), beslutad('2026-11')],
      'ateransokan',
      'manaden-handlaggs',
      '2026-12',
    ],
    [
      'withdrawn, lapsed and acute ones count for nothing',
      '2026-11-26T08:00:00Z',
      [
        ansökan({ månad: '2026-12', status: 'aterkallad' }),
        ansökan({ månad: '2026-12', status: 'forfallen' }),
        ansökan({ månad: '2026-12', status: 'beslutad', slag: 'akut' }),
      ],
      'nyansokan',
      'forsta-gangen',
      '2026-12',
    ],
  ];
  for (const [namn, nu, ansökningar, slag, skäl, månad] of fall)
    it(namn, () => {
      const f = föreslå(nu, ansökningar);
      assert.deepEqual([f.slag, f.skäl, f.föreslagenMånad], [slag, skäl, månad]);
    });

  it('midnight in Sweden decides the day', () =>
    assert.equal(föreslå('2026-11-15T23:30:00Z', []).föreslagenMånad, '2026-12'));

  it('a closed case makes it a new application, without the one from before', () => {
    const f = föreslå('2026-11-26T08:00:00Z', [beslutad('2026-11', { medsökande: ANDRA })], {
      ärenden: [{ ...PAR, status: 'avslutat' }],
    });
    assert.deepEqual(
      [f.slag, f.skäl, f.föregående, f.medsökande],
      ['nyansokan', 'andrat-hushall', undefined, undefined],
    );
  });

  it('the municipality chooses how long ago', () => {
    const f = föreslå('2026-11-26T08:00:00Z', [beslutad('2026-10')], { återansökanInom: 1 });
    assert.equal(f.skäl, 'for-lange-sedan');
  });

  it('protected identity and a child are led to a person, and nothing else differs', () => {
    const vanlig = föreslå('2026-11-26T08:00:00Z', []);
    const skyddad = föreslå('2026-11-26T08:00:00Z', [], { person: { ...PERSON, skyddad: true } });
    assert.deepEqual({ ...skyddad, tillHandläggare: false }, vanlig);
    assert.ok(skyddad.tillHandläggare);
    const barn = { ...PERSON, personnummer: '200811272380' };
    assert.ok(föreslå('2026-11-26T08:00:00Z', [], { person: barn }).tillHandläggare);
    assert.ok(
      !föreslå('2026-11-27T08:00:00Z', [], { person: barn }).tillHandläggare,
      'not from the eighteenth birthday',
    );
  });

  it('what it builds on is as this person may see it', () => {
    const andras = beslutad('2026-11', {
      sökande: ANDRA,
      medsökande: VUXEN,
      uppgifter: { ...uppgifter, meddelande: 'Hemligt' },
    });
    const f = föreslå('2026-11-26T08:00:00Z', [andras]);
    assert.equal(f.medsökande, ANDRA);
    assert.ok(!JSON.stringify(f).includes('Hemligt'));
  });
});

describe('what belongs to one adult', () => {
  const PRIVAT = 'endast-for-mig';
  const delad: Ansökan = ansökan({
    medsökande: ANDRA,
    uppgifter: {
      ...uppgifter,
      meddelande: PRIVAT,
      onskarHandlaggare: true,
      kostnader: [{ id: 'k', typ: 'levnadskostnad-i-ovrigt', belopp: 30000, vad: PRIVAT }],
    },
    underskrifter: [
      {
        person: VUXEN,
        tid: '2026-11-26T08:00:00.000Z',
        metod: 'oidc',
        avser: 'x',
        önskarHandläggare: true,
        meddelande: PRIVAT,
      },
    ],
  });

  it('is in nothing that the other sees', () => {
    assert.ok(JSON.stringify(synligFör(delad, VUXEN)).includes(PRIVAT));
    assert.ok(!JSON.stringify(synligFör(delad, ANDRA)).includes(PRIVAT));
  });

  it('does not change what both sign', () =>
    assert.equal(dokumenthash(delad.uppgifter), dokumenthash(synligFör(delad, ANDRA).uppgifter)));

  it('is not carried over when the other renews, nor money and account of one who is not there', () => {
    const { ansökan: ny } = done(
      startaAnsökan({
        id: 'ny',
        ärende: { ...ÄRENDE, sökande: ANDRA },
        person: ANDRA,
        slag: 'ateransokan',
        månad: '2026-12',
        kanal: 'webb',
        historik: { ansökningar: [] },
        föregående: delad,
        nu: '2026-11-26T08:00:00.000Z',
      }),
    );
    assert.ok(!JSON.stringify(ny).includes(PRIVAT));
    assert.deepEqual([ny.uppgifter.inkomster, ny.uppgifter.konto, ny.uppgifter.hushall], [[], undefined, undefined]);
  });
});

describe('tillägg', () => {
  const månadens = ansökan({ id: 'manaden', månad: '2026-11', status: 'beslutad', medsökande: ANDRA });
  const starta = (own: Partial<Parameters<typeof startaAnsökan>[0]> = {}) =>
    startaAnsökan({
      id: 'tillagg',
      ärende: ÄRENDE,
      person: VUXEN,
      slag: 'tillagg',
      månad: '2026-11',
      kanal: 'webb',
      historik: { ansökningar: [{ ansökan: 'u', månad: '2026-11', status: 'utkast', slag: 'ateransokan' }] },
      föregående: månadens,
      nu: '2026-12-20T08:00:00.000Z',
      ...own,
    });

  it('is one person’s, for a decided month, beside a draft for the month', () => {
    const { ansökan: ny } = done(starta());
    assert.deepEqual([ny.medsökande, ny.månad, ny.uppgifter.kostnader], [undefined, '2026-11', undefined]);
    assert.equal(ny.uppgifter.konto?.nummer, uppgifter.konto?.nummer);
  });

  it('is refused where no month is decided', () => {
    const refused = starta({ föregående: undefined });
    assert.ok(!refused.ok && refused.refusal.kod === 'manaden-inte-beslutad');
  });

  it('says every answer that is missing, and no question of the month', () => {
    const { ansökan: ny } = done(starta({ föregående: { ...månadens, uppgifter: {} } }));
    assert.deepEqual(
      fältfel(ny).map((f) => f.fält),
      ['tillagg.behov', 'tillagg.belopp', 'konto.nummer', 'intygat'],
    );
  });

  it('is signed as a whole: another reason is another document', () => {
    const a = { tillagg: { behov: 'medicin' as const, varfor: 'a' } };
    const b = { tillagg: { behov: 'medicin' as const, varfor: 'b' } };
    assert.notEqual(dokumenthash(a), dokumenthash(b));
    assert.deepEqual(gemensamt(a), {});
  });

  it('gives what comes on top of what is granted, with what was settled for the month', () => {
    const hela = ansökan({ månad: '2026-11', uppgifter: { ...uppgifter, inkomster: [] } });
    const grund = { registersvar: {}, historik: INGEN_HISTORIK, kommun: '0001', födda: { [VUXEN]: '1988-01-01' } };
    const utredning = { ...byggUnderlag({ ...grund, ansökan: hela, justeringar: [] }), luckor: [] };
    utredning.underlag = { ...utredning.egetUnderlag };
    const före = beräknaÄrende(utredning);
    assert.ok(före.slag === 'beraknad' && före.beräkning.bistand !== null);
    const beviljat = Math.round(före.beräkning.bistand * 100);
    const tillägg = ansökan({
      slag: 'tillagg',
      månad: '2026-11',
      uppgifter: { kostnader: [{ id: 'm', typ: 'levnadskostnad-i-ovrigt', belopp: 45000, vad: 'Medicin' }] },
    });
    const godkänt = {
      id: 'j',
      ansökan: tillägg.id,
      rad: 'kostnad:m',
      slag: 'godkand-kostnad' as const,
      belopp: 45000,
      skäl: 'Recept',
      av: { id: 'h', namn: 'Handläggare' },
      tid: '2026-11-26T08:00:00.000Z',
    };
    const med = byggTilläggsunderlag({ ...grund, ansökan: tillägg, justeringar: [godkänt] }, { utredning, beviljat });
    const efter = beräknaÄrende(med);
    assert.ok(efter.slag === 'beraknad', JSON.stringify(efter));
    assert.equal(efter.beräkning.bistand, 450);
    assert.deepEqual(
      med.jämförelse.map((r) => r.id),
      ['kostnad:m'],
    );
  });
});

describe('begärAkutHjälp', () => {
  const nu = '2026-11-26T08:00:00.000Z';
  const begär = (own: object = {}, belopp: number | undefined = 40000) =>
    begärAkutHjälp({
      id: 'akut',
      ärende: PAR,
      person: ANDRA,
      metod: 'oidc',
      kanal: 'webb',
      akut: {
        behov: ['mat'],
        vad: 'Mat till helgen',
        senast: '2026-11-27',
        telefon: '070-174 06 05',
        saKontaktasJag: '',
        ...own,
      },
      belopp,
      känt: {},
      nu,
    });

  it('has come in at once, for one person alone', () => {
    const { ansökan: ny, events } = done(begär());
    assert.deepEqual([ny.status, ny.inkommen, ny.sökande, ny.medsökande], ['inkommen', nu, ANDRA, undefined]);
    assert.deepEqual(
      events.map((e) => e.synlig),
      [{ person: ANDRA }],
    );
    assert.equal(ny.underskrifter[0]?.avser, dokumenthash(ny.uppgifter));
  });

  it('names everything that is wrong', () => {
    assert.deepEqual(felen(begär({ behov: [], vad: ' ', senast: '2026-02-30', telefon: '' }, -1)), [
      'akut.behov',
      'akut.vad',
      'akut.belopp',
      'akut.senast',
      'akut.telefon',
    ]);
    assert.deepEqual(felen(begär({ vad: 'x'.repeat(10_000), saKontaktasJag: 'x'.repeat(10_000), telefon: 'hej' })), [
      'akut.vad',
      'akut.telefon',
      'akut.saKontaktasJag',
    ]);
    assert.deepEqual(felen(begär({ senast: '2026-11-25' })), ['akut.senast']);
    assert.deepEqual(felen(begär({ senast: '2026-12-11' })), ['akut.senast']);
  });

  it('can be sent without a number when there is another way', () =>
    void done(begär({ telefon: '', saKontaktasJag: 'Genom min syster' }, undefined)));
});

describe('separera', () => {
  const nu = '2026-11-26T08:00:00.000Z';
  const skickad = ansökan({ id: 'skickad', medsökande: ANDRA, status: 'inskickad' });
  const beslutad = ansökan({ id: 'beslutad', medsökande: ANDRA, status: 'beslutad' });
  const andrasUtkast = utkast({ id: 'utkast', sökande: ANDRA, medsökande: VUXEN });

  it('closes the case, withdraws what is not decided, and lets what is decided stand', () => {
    const r = done(separera(PAR, [skickad, beslutad, andrasUtkast], { person: VUXEN, nu }));
    assert.equal(r.ärende.status, 'avslutat');
    assert.deepEqual(
      r.ansökningar.map((a) => [a.id, a.status]),
      [
        ['skickad', 'aterkallad'],
        ['utkast', 'aterkallad'],
      ],
    );
  });

  it('tells each adult the same, and never who said what', () => {
    const texts = (person: string) =>
      done(separera(PAR, [skickad], { person, nu }))
        .events.filter((e) => e.synlig !== 'handlaggare')
        .map((e) => [e.text, e.synlig]);
    assert.deepEqual(texts(VUXEN), texts(ANDRA));
    assert.deepEqual(texts(VUXEN), [['Ansökan för december 2026 är tillbakatagen. Du kan ansöka själv.', 'alla']]);
  });

  it('tells of a draft only its writer', () => {
    const { events } = done(separera(PAR, [andrasUtkast], { person: VUXEN, nu }));
    assert.deepEqual(
      events.map((e) => e.synlig),
      [{ person: ANDRA }, 'handlaggare'],
    );
  });

  it('is refused to a stranger, in one’s own case, and twice', () => {
    for (const [ärende, person] of [
      [PAR, 'nagon-annan'],
      [ÄRENDE, VUXEN],
      [{ ...PAR, status: 'avslutat' } as Ärende, VUXEN],
    ] as const)
      assert.ok(!separera(ärende, [], { person, nu }).ok);
  });
});

describe('waiting for the other signature', () => {
  const skickad = done(
    signera(
      done(
        skickaIn(
          utkast({ medsökande: ANDRA, uppgifter: { ...uppgifter, hushall: { personerIBostaden: 4, sambor: true } } }),
          { person: VUXEN, baseradPå: 1, nu: '2026-11-20T09:00:00.000Z' },
        ),
      ).ansökan,
      {
        person: VUXEN,
        metod: 'oidc',
        avser: dokumenthash({ ...uppgifter, hushall: { personerIBostaden: 4, sambor: true } }),
        nu: '2026-11-20T09:00:00.000Z',
      },
    ),
  ).ansökan;
  const läge = (nu: string, påmind: number, inomDagar?: number) =>
    underskriftsläge(skickad, { nu, påmind, ...(inomDagar ? { inomDagar } : {}) });

  it('reminds after two days and a day before, each once, then lapses', () => {
    assert.equal(läge('2026-11-22T08:59:59.999Z', 0), undefined);
    assert.equal(läge('2026-11-22T09:00:00.000Z', 0), 'påminn');
    assert.equal(läge('2026-11-22T09:01:00.000Z', 1), undefined);
    assert.equal(läge('2026-11-26T09:00:00.000Z', 1), 'påminn');
    assert.equal(läge('2026-11-26T09:01:00.000Z', 2), undefined);
    assert.equal(läge('2026-11-27T09:00:00.000Z', 2), 'förfall');
    assert.equal(läge('2026-11-21T09:00:00.000Z', 0, 2), 'påminn', 'with a short time there is one reminder');
    assert.equal(läge('2026-11-21T10:00:00.000Z', 1, 2), undefined);
  });

  it('the reminder is for the one who has not signed', () =>
    assert.deepEqual(
      påminnOmUnderskrift(skickad, { nu: '2026-11-22T09:00:00.000Z' }).map((h) => [h.synlig, h.text]),
      [
        [
          { person: ANDRA },
          'Läs och skriv under ansökan för december 2026 senast fredag 27 november. Sedan stängs den.',
        ],
      ],
    ));

  it('closes, tells both, and can no longer be signed', () => {
    assert.ok(!förfall(skickad, { nu: '2026-11-27T08:59:59.000Z' }).ok);
    const closed = done(förfall(skickad, { nu: '2026-11-27T09:00:00.000Z' }));
    assert.deepEqual([closed.ansökan.status, closed.events[0]?.synlig], ['forfallen', 'alla']);
    const late = signera(closed.ansökan, {
      person: ANDRA,
      metod: 'oidc',
      avser: dokumenthash(closed.ansökan.uppgifter),
      nu: '2026-11-27T09:00:01.000Z',
    });
    assert.ok(!late.ok && late.refusal.kod === 'fel-status');
  });
});
