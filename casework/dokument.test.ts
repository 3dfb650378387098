import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ansökan } from './ansokan.ts';
import { DOKUMENTGRÄNSER, DOKUMENTPLATSER, type Dokument, serDokument, ärDokumentplats } from './dokument.ts';
import { kontrolleraDokument } from './kontrollera-dokument.ts';
import { markeraDokument } from './markera-dokument.ts';
import {
  DOKUMENTKRAV,
  type Dokumentkrav,
  dokumentplatserFör,
  saknadeDokument,
  saknadeDokumentText,
} from './saknade-dokument.ts';
import { taBortDokument } from './ta-bort-dokument.ts';
import { taEmotDokument } from './ta-emot-dokument.ts';

const NU = '2026-11-24T08:00:00.000Z';
const A = 'person-a';
const B = 'person-b';

function ansökan(own: Partial<Ansökan> = {}): Ansökan {
  return {
    id: 'ansokan',
    ärende: 'arende',
    slag: 'nyansokan',
    månad: '2026-12',
    sökande: A,
    medsökande: B,
    kanal: 'webb',
    status: 'utkast',
    uppgifter: { kostnader: [{ id: 'k1', typ: 'boende', belopp: 700000 }] },
    underskrifter: [],
    version: 1,
    skapad: NU,
    ändrad: NU,
    inskickad: undefined,
    inkommen: undefined,
    ...own,
  };
}

const fil = {
  filnamn: 'hyra.pdf',
  format: 'pdf',
  storlek: 1000,
  hash: 'a'.repeat(64),
  kontroll: 'ren',
  sidor: 1,
} as const;

function taEmot(
  own: Partial<Parameters<typeof taEmotDokument>[1]> = {},
  läge: Partial<Parameters<typeof taEmotDokument>[0]> = {},
) {
  return taEmotDokument(
    { ansökan: ansökan(), befintliga: [], gränser: DOKUMENTGRÄNSER, ...läge },
    { id: 'd1', person: A, plats: 'kostnader.boende', privat: false, begäran: undefined, fil, nu: NU, ...own },
  );
}

function mottaget(own: Partial<Dokument> = {}): Dokument {
  const result = taEmot();
  assert.ok(result.ok);
  return { ...result.dokument, ...own };
}

describe('taEmotDokument', () => {
  it('keeps a document of the draft without telling anybody', () => {
    const result = taEmot();
    assert.ok(result.ok);
    assert.deepEqual(result.events, []);
    assert.equal(result.dokument.kontrollerad, NU);
  });

  it('hides what is about illness from the other adult, whatever is ticked', () => {
    const result = taEmot({ plats: 'sjukdom' });
    assert.ok(result.ok);
    assert.deepEqual([serDokument(result.dokument, A), serDokument(result.dokument, B)], [true, false]);
  });

  it('takes folders and unseen characters out of the name', () => {
    for (const [filnamn, expected] of [
      ['C:\\fakepath\\hyra.pdf', 'hyra.pdf'],
      ['../../etc/passwd', 'passwd'],
      ['a\u202egnp.exe\n', 'agnp.exe'],
      ['', 'Dokument'],
      ['å'.repeat(10_000), 'å'.repeat(120)],
    ] as const) {
      const result = taEmot({ fil: { ...fil, filnamn } });
      assert.ok(result.ok);
      assert.equal(result.dokument.filnamn, expected);
    }
  });

  it('refuses, with a sentence at the field', () => {
    const d = mottaget();
    const many = Array.from({ length: DOKUMENTGRÄNSER.flest }, (_, i) => ({ ...d, id: `d${i}`, hash: String(i) }));
    const heavy = [{ ...d, hash: 'b', storlek: DOKUMENTGRÄNSER.störstaAnsökan }];
    for (const [result, kod] of [
      [taEmot({ fil: { ...fil, kontroll: 'skadlig' } }), 'skadlig-fil'],
      [taEmot({ fil: { ...fil, storlek: DOKUMENTGRÄNSER.störstaFil + 1 } }), 'for-stor-fil'],
      [taEmot({}, { befintliga: [d] }), 'samma-fil'],
      [taEmot({}, { befintliga: many }), 'for-manga'],
      [taEmot({}, { befintliga: heavy }), 'full-ansokan'],
    ] as const) {
      assert.ok(!result.ok);
      assert.equal(result.refusal.kod, kod);
      assert.match(result.refusal.fält?.[0]?.text ?? '', /\.$/);
      assert.equal(result.refusal.fält?.[0]?.fält, 'fil');
    }
  });

  it('is open to the writer of a draft, to both adults when it is sent, and to nobody when it is decided', () => {
    const vem = (person: string, status: Ansökan['status']) => taEmot({ person }, { ansökan: ansökan({ status }) });
    assert.deepEqual(
      (['utkast', 'inskickad', 'inkommen', 'utreds', 'beslutad', 'aterkallad'] as const).map((status) => [
        vem(A, status).ok,
        vem(B, status).ok,
        vem('person-c', status).ok,
      ]),
      [
        [true, false, false],
        [true, true, false],
        [true, true, false],
        [true, true, false],
        [false, false, false],
        [false, false, false],
      ],
    );
    const late = vem(B, 'utreds');
    assert.ok(late.ok && late.events[0]?.typ === 'dokument-tillagt');
    assert.doesNotMatch(late.events[0]!.text, /hyra\.pdf/);
  });
});

describe('taBortDokument', () => {
  const skrivet = [{ person: A, tid: NU, metod: 'oidc', avser: 'x', önskarHandläggare: false }];
  it('lets the one who added it, until that adult has sent', () => {
    const dokument = mottaget();
    assert.ok(taBortDokument({ ansökan: ansökan(), dokument }, { person: A }).ok);
    const other = taBortDokument({ ansökan: ansökan({ status: 'inskickad' }), dokument }, { person: B });
    assert.ok(!other.ok && other.refusal.kod === 'inte-ditt-dokument');
    const sent = ansökan({ status: 'inskickad', underskrifter: skrivet });
    const late = taBortDokument({ ansökan: sent, dokument }, { person: A });
    assert.ok(!late.ok && late.refusal.kod === 'redan-inskickat');
    const partner = { ...dokument, uppladdadAv: B };
    assert.ok(taBortDokument({ ansökan: sent, dokument: partner }, { person: B }).ok);
    assert.ok(!taBortDokument({ ansökan: ansökan({ status: 'inkommen' }), dokument: partner }, { person: B }).ok);
  });
});

describe('markeraDokument', () => {
  const av = { id: 'u', namn: 'Handläggare Ett' };
  it('needs a reason, and is said once', () => {
    const läge = { ansökan: ansökan({ status: 'utreds' }), dokument: mottaget() };
    for (const skäl of ['', '  ', 'x'.repeat(501)])
      assert.ok(!markeraDokument(läge, { av, skäl, baseradPå: 1, nu: NU }).ok);
    const result = markeraDokument(läge, { av, skäl: 'Någon annans hyra.', baseradPå: 1, nu: NU });
    assert.ok(result.ok);
    assert.equal(result.dokument.version, 2);
    const again = markeraDokument({ ...läge, dokument: result.dokument }, { av, skäl: 'x', baseradPå: 1, nu: NU });
    assert.ok(!again.ok && again.refusal.kod === 'andrad-pa-annat-hall');
  });
});

describe('kontrolleraDokument', () => {
  it('takes the content of malware away and tells only the one who sent it', () => {
    const dokument = mottaget({ kontroll: 'inte-kontrollerad', kontrollerad: undefined });
    const clean = kontrolleraDokument(dokument, { skadlig: false, nu: NU });
    assert.deepEqual([clean.dokument.kontroll, clean.dokument.sidor, clean.events.length], ['ren', 1, 0]);
    const bad = kontrolleraDokument(dokument, { skadlig: true, nu: NU });
    assert.deepEqual([bad.dokument.kontroll, bad.dokument.sidor], ['skadlig', 0]);
    assert.deepEqual(bad.events[0]?.synlig, { person: A });
  });
});

describe('saknadeDokument', () => {
  const läge = (own: Partial<Parameters<typeof saknadeDokument>[0]> = {}) =>
    saknadeDokument({ ansökan: ansökan(), dokument: [], svar: [], krav: DOKUMENTKRAV, ...own });

  it('asks for the rent of a new application, and not of a renewal or where there is none', () => {
    assert.equal(saknadeDokumentText(läge()), 'Hyresavi eller hyreskontrakt');
    assert.deepEqual(läge({ dokument: [mottaget()] }), []);
    assert.deepEqual(läge({ ansökan: ansökan({ slag: 'ateransokan' }) }), []);
    assert.deepEqual(läge({ ansökan: ansökan({ uppgifter: {} }) }), []);
    assert.equal(saknadeDokumentText([]), undefined);
  });

  it('does not count what does not belong or held malware', () => {
    const hörInteHit = { av: 'u', skäl: 'Fel.', tid: NU };
    for (const d of [mottaget({ hörInteHit }), mottaget({ kontroll: 'skadlig' }), mottaget({ plats: 'ovrigt' })])
      assert.equal(läge({ dokument: [d] }).length, 1);
  });

  it('asks each adult about illness: no answer is missing, yes needs her own sick note', () => {
    const fråga = 'sjuk-mer-an-sju-dagar';
    const krav: Dokumentkrav[] = [{ plats: 'sjukdom', namn: 'Läkarintyg', slag: ['nyansokan'], fråga }];
    assert.deepEqual(
      läge({ krav }).map(({ person, vad }) => [person, vad]),
      [
        [A, 'svar'],
        [B, 'svar'],
      ],
    );
    const svar = [{ person: A, fråga, svar: false } as const, { person: B, fråga, svar: true } as const];
    const intyg = mottaget({ plats: 'sjukdom' });
    assert.deepEqual(
      läge({ krav, svar, dokument: [intyg] }).map(({ person, vad }) => [person, vad]),
      [[B, 'dokument']],
    );
    assert.deepEqual(läge({ krav, svar, dokument: [{ ...intyg, uppladdadAv: B }] }), []);
  });
});

describe('Dokumentplats', () => {
  it('has a name for every cost and income, and offers what is stated', () => {
    assert.ok(Object.keys(DOKUMENTPLATSER).length > 20);
    for (const [plats, namn] of Object.entries(DOKUMENTPLATSER)) {
      assert.match(plats, /^[a-z-]+(\.[a-z0-9-]+)?$/);
      assert.notEqual(namn, '');
    }
    assert.ok(ärDokumentplats('kostnader.boende') && !ärDokumentplats('toString') && !ärDokumentplats(''));
    assert.deepEqual(dokumentplatserFör(ansökan(), DOKUMENTKRAV), [
      'kostnader.boende',
      'tillgangar',
      'sjukdom',
      'ovrigt',
    ]);
  });
});
