import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate, NotInForce } from '@stegvis/engine';
import { fakta, ögonblick } from '../resultat/fakta.ts';
import { graferFör } from '../resultat/kommungrafer.ts';
import type { Underlag } from '../underlag/underlag.ts';
import { type Reform, type Reformdel, Reformhinder, reformgrafer } from './reform.ts';

const DAG = isoDate('2026-11-24');
const reform = (delar: readonly Reformdel[], vem: Reform['vem'] = 'staten'): Reform => ({ namn: 'Prov', vem, delar });
const barn = (antal: number) => Array.from({ length: antal }, (_, i) => ({ id: `b${i}`, fodd: '2017-05-05' }));
const underlag = (fler: Partial<Underlag> = {}): Underlag => ({
  manad: '2026-10',
  inkommen: '2026-10-05',
  vuxna: [{ id: 'v1', fodd: '1988-01-01' }],
  ...fler,
});
const kör = (u: Underlag, r?: Reform) =>
  (r ? reformgrafer(r, u.kommun, DAG) : graferFör(u.kommun)).huvudgraf.wire(ögonblick(u))(fakta(u));

test('begränsningen läggs på 2026 års belopp: ensam med fyra barn på nio år, 3 940 + 4 × 3 820 + 2 330 = 21 550, får högst 18 000', () => {
  const r = reform([{ slag: 'begransning', hogst: [18000, 18500, 19000] }]);
  assert.equal(kör(underlag({ barn: barn(4) })).riksnorm, 2155000);
  assert.equal(kör(underlag({ barn: barn(4) }), r).riksnorm, 1800000);
  assert.equal(kör(underlag({ barn: barn(5) }), r).riksnorm, 1850000);
  assert.equal(kör(underlag({ barn: barn(6) }), r).riksnorm, 1900000);
  assert.equal(kör(underlag({ barn: barn(9) }), r).riksnorm, 1900000);
});

test('tre barn begränsas inte: 3 940 + 3 × 3 820 + 2 030 = 17 430; inte heller fyra vars norm är under gränsen', () => {
  assert.equal(
    kör(underlag({ barn: barn(3) }), reform([{ slag: 'begransning', hogst: [100, 200, 300] }])).riksnorm,
    1743000,
  );
  assert.equal(
    kör(underlag({ barn: barn(4) }), reform([{ slag: 'begransning', hogst: [30000, 30000, 30000] }])).riksnorm,
    2155000,
  );
});

test('ett barn som är hos den andra föräldern hela månaden räknas inte mot gränsen', () => {
  const fyra = barn(4).map((b, i) => (i === 0 ? { ...b, dagar: 0 } : b));
  assert.equal(
    kör(underlag({ barn: fyra }), reform([{ slag: 'begransning', hogst: [100, 100, 100] }])).riksnorm,
    1743000,
  );
});

test('fem procent högre riksnorm avrundas till tiotal per belopp: 3 940 → 4 140 och 1 280 → 1 340', () => {
  // 3 940 · 1,05 = 4 137 → 4 140; 1 280 · 1,05 = 1 344 → 1 340
  assert.equal(kör(underlag(), reform([{ slag: 'riksnorm-procent', procent: 5 }])).riksnorm, 414000 + 134000);
});

test('nya gränser för boendet gäller i stället för kommunens: Malmö och en kommun utan gränser', () => {
  const r = reform([{ slag: 'hyresgrans', efterPersoner: [5000, 6000, 7000, 8000, 9000], perYtterligare: 500 }]);
  const hyra = { kostnader: [{ typ: 'boende' as const, belopp: 20000 }] };
  assert.equal(kör(underlag(hyra), r).kostnader, 500000);
  assert.equal(kör(underlag({ ...hyra, kommun: '1280', barn: barn(1) }), r).kostnader, 600000);
  // Sju personer: 9 000 + 2 × 500.
  assert.equal(kör(underlag({ ...hyra, barn: barn(6) }), r).kostnader, 1000000);
});

test('det en handläggare har godkänt över gränsen står kvar under reformen', () => {
  const r = reform([{ slag: 'hyresgrans', efterPersoner: [5000, 6000, 7000, 8000, 9000], perYtterligare: 500 }]);
  const hyra = { kostnader: [{ typ: 'boende' as const, belopp: 20000, godkantBelopp: 9500 }] };
  assert.equal(kör(underlag(hyra), r).kostnader, 950000);
});

test('kommunens gränser tio procent lägre: Lindviks 7 000 för en person blir 6 300', () => {
  const hyra = { kommun: '0001', kostnader: [{ typ: 'boende' as const, belopp: 20000 }] };
  assert.equal(kör(underlag(hyra)).kostnader, 700000);
  assert.equal(
    kör(underlag(hyra), reform([{ slag: 'hyresgrans-procent', procent: -10 }], 'kommunen')).kostnader,
    630000,
  );
});

test('en annan andel jobbstimulans: av 8 000 i lön räknas 6 000 i dag och 4 000 om hälften inte räknas', () => {
  const lön = underlag({
    vuxna: [{ id: 'v1', fodd: '1988-01-01', jobbstimulansFran: '2026-05', inkomster: [{ typ: 'lon', netto: 8000 }] }],
  });
  assert.equal(kör(lön).inkomster, 600000);
  assert.equal(kör(lön, reform([{ slag: 'jobbstimulans', procent: 50 }])).inkomster, 400000);
});

test('flera delar på en gång, och grundreglerna är orörda efteråt', () => {
  const u = underlag({ barn: barn(4) });
  const innan = kör(u);
  const r = reform([
    { slag: 'begransning', hogst: [18000, 18500, 19000] },
    { slag: 'riksnorm-procent', procent: -50 },
  ]);
  // Hälften av varje belopp, till tiotal: 1 970 + 4 × 1 910 + 1 170 (1 165 uppåt) = 10 780, under gränsen.
  assert.equal(kör(u, r).riksnorm, 1078000);
  assert.deepEqual(kör(u), innan);
});

test('en månad vars belopp inte är beslutade räknas inte, inte heller med procent på det som inte finns', () => {
  const u = underlag({ manad: '2027-01', inkommen: '2027-01-05' });
  for (const r of [
    undefined,
    reform([{ slag: 'riksnorm-procent', procent: 5 }]),
    reform([{ slag: 'begransning', hogst: [1, 2, 3] }]),
  ])
    assert.throws(() => kör(u, r), NotInForce);
});

for (const { namn, r, mening } of [
  { namn: 'ingenting', r: reform([]), mening: /Välj minst en ändring/ },
  {
    namn: 'två delar ändrar samma sak',
    r: reform([
      { slag: 'hyresgrans', efterPersoner: [1, 2, 3, 4, 5], perYtterligare: 1 },
      { slag: 'hyresgrans-procent', procent: 5 },
    ]),
    mening: /”Nya gränser för boendekostnaden” och ”Kommunens gränser .*” ändrar samma sak. Välj en av dem/,
  },
  {
    namn: 'samma del två gånger',
    r: reform([
      { slag: 'riksnorm-procent', procent: 5 },
      { slag: 'riksnorm-procent', procent: 6 },
    ]),
    mening: /står två gånger/,
  },
  {
    namn: 'kommunen ändrar riksnormen',
    r: reform([{ slag: 'riksnorm-procent', procent: 5 }], 'kommunen'),
    mening: /Kommunen kan inte ändra det som staten bestämmer: ”Riksnormen ändrad med procent”/,
  },
  {
    namn: 'kommunen ändrar begränsningen',
    r: reform([{ slag: 'begransning', hogst: [1, 2, 3] }], 'kommunen'),
    mening: /Kommunen kan inte ändra/,
  },
  {
    namn: 'procent på gränser som inte finns',
    r: reform([{ slag: 'hyresgrans-procent', procent: 5 }]),
    mening: /har inga gränser .* Skriv nya gränser i kronor/,
  },
])
  test(`vägras med en mening som säger vad som går: ${namn}`, () => {
    assert.throws(
      () => reformgrafer(r, undefined, DAG),
      (fel: unknown) => fel instanceof Reformhinder && mening.test(fel.message),
    );
  });

test('förklaringen under en reform säger att beloppet är ett antagande och vilket lagrum som begränsar', () => {
  const u = underlag({ barn: barn(4) });
  const r = reform([{ slag: 'begransning', hogst: [18000, 18500, 19000] }]);
  const { trace, outputs } = reformgrafer(r, undefined, DAG).normgraf.explain(ögonblick(u), fakta(u));
  assert.equal(outputs.riksnorm, 1800000);
  const gräns = trace.steps.find(
    ({ node }) => node === 'parameter.riksnorm.hogstaRiksnorm' || node.endsWith('hogstaRiksnorm'),
  );
  assert.ok(gräns && gräns.kind === 'parameter');
  assert.deepEqual([gräns.act, gräns.status, gräns.note], ['Prov', 'uncertain', 'Antagande i en reform som prövas']);
  const regel = trace.steps.find(({ node }) => node === 'hushall.riksnormen-begransas');
  assert.ok(regel && 'citation' in regel && regel.citation);
  assert.match(regel.citation.place, /7 a §/);
});
