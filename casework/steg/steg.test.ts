import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteraSteg } from './notera-steg.ts';
import { stegetNu, steglinje } from './steglinje.ts';
import { FÖRVALD_STEGTRAPPA, läsStegtrappa, skrivStegtrappa, tolkaStegtrappa } from './stegtrappan.ts';

const trappa = FÖRVALD_STEGTRAPPA;
const idag = '2026-11-24';
const notering = (steg: string, dag: string) => ({
  steg,
  dag,
  källa: 'handlaggare' as const,
  skäl: `Noterat ${steg}`,
  tid: `${dag}T08:00:00.000Z`,
});

test('an activity gives the step while it runs, and what was noted holds until one begins', () => {
  const linje = steglinje(
    {
      positioner: [notering('sysselsattning', '2026-03-01')],
      aktiviteter: [{ namn: 'Kök', steg: 'prova-och-trana', från: '2026-10-05', till: undefined }],
      trappa,
    },
    idag,
  );
  assert.deepEqual(
    linje.map(({ steg, från, till }) => [steg, från, till]),
    [
      ['sysselsattning', '2026-03-01', '2026-10-04'],
      ['prova-och-trana', '2026-10-05', undefined],
    ],
  );
  assert.equal(stegetNu(linje)?.text, 'Kök');
});

test('when the activity has ended nothing is said, until somebody notes a step', () => {
  const aktiviteter = [{ namn: 'Kök', steg: 'prova-och-trana', från: '2026-09-01', till: '2026-10-31' }];
  const utan = steglinje({ positioner: [notering('sysselsattning', '2026-03-01')], aktiviteter, trappa }, idag);
  assert.equal(stegetNu(utan), undefined);
  assert.equal(utan.at(-1)?.till, '2026-10-31');
  const med = steglinje({ positioner: [notering('studier', '2026-11-10')], aktiviteter, trappa }, idag);
  assert.equal(stegetNu(med)?.steg, 'studier');
});

test('of activities side by side the highest step counts, and a later note goes first', () => {
  const aktiviteter = [
    { namn: 'Språkcafé', steg: 'sysselsattning', från: '2026-10-01', till: undefined },
    { namn: 'Kök', steg: 'prova-och-trana', från: '2026-10-10', till: undefined },
    { namn: 'Samtal', steg: undefined, från: '2026-10-12', till: undefined },
  ];
  assert.equal(stegetNu(steglinje({ positioner: [], aktiviteter, trappa }, idag))?.steg, 'prova-och-trana');
  const positioner = [notering('arbete-med-stod', '2026-11-01')];
  assert.equal(stegetNu(steglinje({ positioner, aktiviteter, trappa }, idag))?.steg, 'arbete-med-stod');
});

test('a step is noted with what the person does, never ahead in time', () => {
  const fält = {
    id: 's',
    händelse: 'h',
    person: 'p',
    trappa,
    steg: 'studier',
    dag: '2026-11-24',
    källa: 'bedomning',
    skäl: 'Läser på Komvux',
    av: { id: 'a', namn: 'Samordnare' },
    nu: '2026-11-24T08:00:00.000Z',
  };
  assert.equal(noteraSteg(fält).ok, true);
  for (const fel of [{ steg: 'x' }, { dag: '2026-11-25' }, { dag: undefined }, { skäl: '' }, { källa: 'aktivitet' }])
    assert.equal(noteraSteg({ ...fält, ...fel }).ok, false, JSON.stringify(fel));
});

test('the ladder is written and read, and says which line is wrong', () => {
  const läst = tolkaStegtrappa(skrivStegtrappa(trappa));
  assert.deepEqual(läst.ok && läst.trappa, trappa);
  const fel = (text: string, används: string[] = []) => {
    const r = tolkaStegtrappa(text, används);
    return r.ok ? '' : r.fel[0]!.text;
  };
  assert.match(fel('a; Ett\nb; Två'), /minst 3 steg/);
  assert.match(fel('a; Ett\nb; Två\nÅ; Tre'), /^Rad 3: Steget ska ha ett kortnamn/);
  assert.match(fel('a; Ett\na; Två\nb; Tre'), /Två steg har samma kortnamn/);
  assert.match(fel('a; Ett\nb; Två\nc; Tre', ['d']), /Steget d kan finnas/);
  assert.deepEqual(läsStegtrappa({}), trappa);
  assert.throws(() => läsStegtrappa({ steg: { trappa: 'trasig' } }));
});
