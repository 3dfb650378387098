import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ANDRA, ansökan as sampleAnsökan, VUXEN } from './case-for-tests.ts';
import {
  ansökansklocka,
  dagensSlut,
  försent,
  type Komplettering,
  olästSvar,
  pauserFör,
  svarSenast,
  väntarPåSvar,
} from './komplettering.ts';
import { återkallaKomplettering } from './komplettering-aterkalla.ts';
import { begärKomplettering, svarstid } from './komplettering-begar.ts';
import { låtTidenGå } from './komplettering-paminn.ts';
import { svaraPåKomplettering } from './komplettering-svara.ts';
import { KOMPLETTERINGSTEXTER } from './komplettering-texter.ts';

const ansökan = sampleAnsökan({ medsökande: ANDRA, inkommen: '2026-11-20T08:00:00.000Z' });
const begäran = (own: Partial<Parameters<typeof begärKomplettering>[1]> = {}) =>
  begärKomplettering(ansökan, {
    id: 'k1',
    person: VUXEN,
    punkter: [
      { slag: 'dokument', text: 'Din hyresavi.' },
      { slag: 'svar', text: 'Vem bor med dig?' },
    ],
    skäl: 'Vi behöver se hyran.',
    följd: 'Vi beslutar med det vi har.',
    senast: '2026-11-27',
    av: { id: 'h1', namn: 'Handläggare' },
    nu: '2026-11-20T12:00:00.000Z',
    ...own,
  });
const öppen = (own: Partial<Komplettering> = {}): Komplettering => {
  const result = begäran();
  assert.ok(result.ok);
  return { ...result.komplettering, ...own };
};
const svara = (k: Komplettering, svar: Record<string, string>, nu: string, kanInteMer = false) =>
  svaraPåKomplettering(k, ansökan, {
    person: VUXEN,
    svar: Object.fromEntries(Object.entries(svar).map(([id, text]) => [id, { text, dokument: [] }])),
    kanInteMer,
    nu,
  });

describe('begärKomplettering', () => {
  it('tells only the one who is asked, with the last day in words', () => {
    const result = begäran();
    assert.ok(result.ok);
    assert.deepEqual(result.events, [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'komplettering-begard',
        tid: '2026-11-20T12:00:00.000Z',
        text: 'Vi behöver mer uppgifter av dig. Svara senast fredag 27 november.',
        synlig: { person: VUXEN },
      },
    ]);
  });

  for (const [vad, own, fält] of [
    ['nothing asked for', { punkter: [{ slag: 'svar', text: '  ' }] }, 'punkter'],
    ['eleven things', { punkter: Array.from({ length: 11 }, () => ({ slag: 'svar', text: 'x' })) }, 'punkter'],
    ['10,000 characters', { punkter: [{ slag: 'svar', text: 'å'.repeat(10_000) }] }, 'punkter'],
    ['no reason', { skäl: '' }, 'skal'],
    ['no consequence', { följd: ' ' }, 'foljd'],
    ['a last day tomorrow', { senast: '2026-11-21' }, 'senast'],
    ['a last day in a year', { senast: '2027-11-21' }, 'senast'],
    ['a day that does not exist', { senast: '2026-11-31' }, 'senast'],
    ['no day', { senast: '' }, 'senast'],
    ['somebody else', { person: 'annan' }, 'person'],
  ] as const)
    it(`refuses ${vad} at its field`, () => {
      const result = begäran(own as never);
      assert.ok(!result.ok);
      assert.deepEqual(
        result.refusal.fält?.map((f) => f.fält),
        [fält],
      );
    });

  it('allows exactly the days it names', () => {
    const [första, sista] = svarstid('2026-11-20T12:00:00.000Z');
    assert.deepEqual([första, sista], ['2026-11-22', '2027-01-19']);
    assert.ok(begäran({ senast: första }).ok && begäran({ senast: sista }).ok);
  });

  it('is refused when the application is decided', () => {
    const result = begärKomplettering(
      { ...ansökan, status: 'beslutad' },
      { ...öppen(), nu: '2026-11-20T12:00:00.000Z' },
    );
    assert.equal(!result.ok && result.refusal.kod, 'fel-status');
  });
});

describe('svaraPåKomplettering', () => {
  it('is partly answered, then whole; what was given stays', () => {
    const delvis = svara(öppen(), { p1: 'Se brevet' }, '2026-11-21T08:00:00.000Z');
    assert.ok(delvis.ok && delvis.komplettering.status === 'oppen');
    const hel = svara(delvis.komplettering, { p2: 'Ingen' }, '2026-11-22T08:00:00.000Z');
    assert.ok(hel.ok);
    assert.equal(hel.komplettering.status, 'besvarad');
    assert.deepEqual(
      hel.komplettering.punkter.map((p) => p.svar?.text),
      ['Se brevet', 'Ingen'],
    );
    assert.equal(hel.komplettering.avslutad, '2026-11-22T08:00:00.000Z');
    assert.equal(olästSvar(hel.komplettering), true);
  });

  it('ends when the person says that no more can be given', () => {
    const result = svara(öppen(), {}, '2026-11-21T08:00:00.000Z', true);
    assert.ok(result.ok && result.komplettering.status === 'besvarad' && result.komplettering.kanInteMer);
  });

  it('takes a late answer like any other, and says that it is late', () => {
    const result = svara(öppen({ status: 'utgangen' }), { p1: 'a', p2: 'b' }, '2026-12-01T08:00:00.000Z');
    assert.ok(result.ok);
    assert.match(result.events[0]?.text ?? '', /efter sista dagen, men vi läser det/);
  });

  it('refuses an empty answer, a too long one, another person, an answered one and a decided application', () => {
    const nu = '2026-11-21T08:00:00.000Z';
    const kod = (result: ReturnType<typeof svara>) => !result.ok && result.refusal.kod;
    assert.equal(kod(svara(öppen(), { p1: ' ' }, nu)), 'tomt-svar');
    assert.equal(kod(svara(öppen(), { p1: 'x'.repeat(4001) }, nu)), 'for-langt');
    assert.equal(kod(svara(öppen({ person: ANDRA }), { p1: 'x' }, nu)), 'inte-din-begaran');
    assert.equal(kod(svara(öppen({ status: 'besvarad', avslutad: nu }), { p1: 'x' }, nu)), 'fel-status');
    const beslutad = svaraPåKomplettering(
      öppen(),
      { id: ansökan.id, status: 'beslutad' },
      { person: VUXEN, svar: { p1: { text: 'x', dokument: [] } }, kanInteMer: false, nu },
    );
    assert.equal(kod(beslutad), 'redan-avgjord');
  });
});

describe('time and requests', () => {
  it('the last day ends at midnight in Sweden, summer and winter and when the clock changes', () => {
    assert.equal(dagensSlut('2026-11-27'), '2026-11-27T23:00:00.000Z');
    assert.equal(dagensSlut('2026-07-01'), '2026-07-01T22:00:00.000Z');
    assert.equal(dagensSlut('2026-03-28'), '2026-03-28T23:00:00.000Z');
    assert.equal(dagensSlut('2026-03-29'), '2026-03-29T22:00:00.000Z');
    assert.equal(dagensSlut('2026-10-24'), '2026-10-24T22:00:00.000Z');
    assert.equal(dagensSlut('2026-10-25'), '2026-10-25T23:00:00.000Z');
    assert.equal(försent({ senast: '2026-11-27' }, '2026-11-27T22:59:59.999Z'), false);
    assert.equal(försent({ senast: '2026-11-27' }, '2026-11-27T23:00:00.000Z'), true);
  });

  it('reminds once two days before, ends at the deadline, and refuses nothing', () => {
    assert.equal(låtTidenGå(öppen(), '2026-11-24T12:00:00.000Z'), undefined);
    const påmind = låtTidenGå(öppen(), '2026-11-25T06:00:00.000Z');
    assert.equal(påmind?.slag, 'pamind');
    assert.equal(låtTidenGå(påmind.komplettering, '2026-11-26T06:00:00.000Z'), undefined);
    const ute = låtTidenGå(påmind.komplettering, '2026-11-27T23:00:00.000Z');
    assert.equal(ute?.komplettering.status, 'utgangen');
    assert.match(ute.events[0]?.text ?? '', /Du kan fortfarande svara/);
    assert.equal(låtTidenGå(ute.komplettering, '2026-11-28T23:00:00.000Z'), undefined);
  });

  it('is not reminded of on the day it is asked, nor after an answer', () => {
    const kort = öppen({ senast: '2026-11-22' });
    assert.equal(låtTidenGå(kort, '2026-11-21T06:00:00.000Z'), undefined);
    const besvarad = öppen({ status: 'besvarad', avslutad: '2026-11-21T06:00:00.000Z' });
    assert.equal(låtTidenGå(besvarad, '2026-11-28T06:00:00.000Z'), undefined);
  });

  it('is taken back while it is open, and not afterwards', () => {
    const result = återkallaKomplettering(öppen(), { nu: '2026-11-21T06:00:00.000Z' });
    assert.ok(result.ok && result.komplettering.status === 'aterkallad');
    assert.equal(återkallaKomplettering(result.komplettering, { nu: '2026-11-21T07:00:00.000Z' }).ok, false);
  });
});

describe('the clock with requests', () => {
  const timme = 3_600_000;
  const klocka = (kompletteringar: Komplettering[], nu: string) => {
    const k = ansökansklocka({ inkommen: ansökan.inkommen, beslutad: undefined, kompletteringar }, nu);
    return [k.läge, k.gått / timme, k.gåttMedPauser / timme];
  };

  it('stands still only while a request is open', () => {
    assert.deepEqual(klocka([öppen()], '2026-11-21T08:00:00.000Z'), ['pausad', 4, 24]);
    assert.equal(väntarPåSvar(öppen(), '2026-11-21T08:00:00.000Z'), true);
  });

  it('goes again at the answer', () => {
    const svarad = öppen({ status: 'besvarad', avslutad: '2026-11-20T20:00:00.000Z' });
    assert.deepEqual(klocka([svarad], '2026-11-20T22:00:00.000Z'), ['går', 6, 14]);
  });

  it('stands still after a part of the answer', () => {
    const delvis = svara(öppen(), { p1: 'x' }, '2026-11-20T14:00:00.000Z');
    assert.ok(delvis.ok);
    assert.deepEqual(klocka([delvis.komplettering], '2026-11-20T22:00:00.000Z'), ['pausad', 4, 14]);
  });

  it('goes again at the deadline by itself, also when nothing has run since', () => {
    assert.deepEqual(klocka([öppen({ senast: '2026-11-22' })], '2026-11-23T01:00:00.000Z'), ['går', 6, 65]);
    assert.equal(väntarPåSvar(öppen({ senast: '2026-11-22' }), '2026-11-23T01:00:00.000Z'), false);
  });

  it('is not stopped again by a late answer', () => {
    const sen = öppen({ senast: '2026-11-22', status: 'besvarad', avslutad: '2026-11-25T08:00:00.000Z' });
    assert.deepEqual(pauserFör([sen]), [{ från: '2026-11-20T12:00:00.000Z', till: '2026-11-22T23:00:00.000Z' }]);
  });

  it('gives the applicant the time an answer is due, none while it stands still', () => {
    const underlag = (kompletteringar: Komplettering[]) => ({
      inkommen: ansökan.inkommen,
      beslutad: undefined,
      kompletteringar,
    });
    assert.equal(svarSenast(underlag([]), '2026-11-20T22:00:00.000Z'), '2026-11-21T08:00:00.000Z');
    assert.equal(svarSenast(underlag([öppen()]), '2026-11-20T22:00:00.000Z'), undefined);
    const svarad = öppen({ status: 'besvarad', avslutad: '2026-11-20T20:00:00.000Z' });
    assert.equal(svarSenast(underlag([svarad]), '2026-11-20T22:00:00.000Z'), '2026-11-21T16:00:00.000Z');
  });
});

describe('the text library', () => {
  it('has short sentences to the person, and no words of the authority', () => {
    for (const [nyckel, { text, skäl }] of Object.entries(KOMPLETTERINGSTEXTER)) {
      for (const mening of `${text} ${skäl}`.split(/(?<=[.?])\s+/))
        assert.ok(mening.split(' ').length <= 16, `${nyckel}: ${mening}`);
      assert.doesNotMatch(`${text} ${skäl}`, /inkommit|erhåll|avse|beträffande|erforderlig|inkomma/i, nyckel);
      assert.match(`${text} ${skäl}`, /\b(du|dig|din|ditt|dina|vi|ni)\b/i, nyckel);
    }
  });
});
