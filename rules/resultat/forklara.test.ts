import assert from 'node:assert/strict';
import { test } from 'node:test';
import { läsUnderlag } from '../underlag/las-underlag.ts';
import type { Underlag } from '../underlag/underlag.ts';
import { beräkna } from './berakna.ts';
import { faktaSomBehövs } from './fakta-som-behovs.ts';
import { förklara } from './forklara.ts';
import { kronorText } from './kronor-text.ts';
import { somTabell } from './som-tabell.ts';

const underlag = (json: object): Underlag => {
  const läst = läsUnderlag({
    manad: '2026-09',
    inkommen: '2026-09-01',
    vuxna: [{ id: 'v1', fodd: '1990-01-15' }],
    ...json,
  });
  assert.ok(läst.ok);
  return läst.underlag;
};
const exempel = underlag({
  vuxna: [
    {
      id: 'v1',
      fodd: '1990-01-15',
      jobbstimulansFran: '2026-01',
      inkomster: [
        { typ: 'lon', netto: 8000 },
        { typ: 'merkostnadsersattning', netto: 1000 },
      ],
    },
  ],
  barn: [
    { id: 'b1', fodd: '2018-05-05' },
    { id: 'b2', fodd: '2022-05-05', inkomster: [{ typ: 'barnpension', netto: 4000 }] },
  ],
  kostnader: [
    { typ: 'boende', belopp: 9000 },
    { typ: 'hushallsel', belopp: 400, godkantBelopp: 300 },
    { typ: 'levnadskostnad-i-ovrigt', belopp: 250 },
  ],
  kommun: '0001',
  forskott: 1000,
});

test('förklaringen är klara meningar med lagrummet sist', () => {
  assert.deepEqual(förklara(beräkna(exempel)), [
    'Du får 12 100 kr för september 2026. 1 000 kr är redan utbetalt.',
    'Riksnormen för dig och två barn är 12 610 kr: 3 940 kr för dig, 3 820 kr för b1 (8 år), 3 060 kr för b2 (4 år) och 1 790 kr för gemensamma kostnader (12 kap. 7 § första stycket 1 socialtjänstlagen, SFS 2025:400).',
    'Boende räknas med 9 000 kr (12 kap. 7 § första stycket 2 socialtjänstlagen, SFS 2025:400).',
    'Hushållsel räknas med 300 kr av 400 kr (12 kap. 7 § första stycket 2 socialtjänstlagen, SFS 2025:400).',
    'Levnadskostnad i övrigt räknas med 250 kr (12 kap. 1 § socialtjänstlagen, SFS 2025:400).',
    'Lön räknas med 8 000 kr (12 kap. 1 § socialtjänstlagen, SFS 2025:400).',
    'Merkostnadsersättning räknas inte: 1 000 kr (12 kap. 1 § socialtjänstlagen, SFS 2025:400).',
    'Barnets inkomster (b2) räknas med 3 060 kr av 4 000 kr (12 kap. 1 § socialtjänstlagen, SFS 2025:400).',
    '2 000 kr av lönen 8 000 kr räknas inte, för att du har jobbstimulans från januari 2026 (12 kap. 8 § socialtjänstlagen, SFS 2025:400).',
    'Inkomster 9 060 kr minus norm 12 610 kr och kostnader 9 550 kr ger ett underskott på 13 100 kr (12 kap. 1 § socialtjänstlagen, SFS 2025:400).',
  ]);
});

test('äldre månader citerar den upphävda lagen', () => {
  const [, riksnormen] = förklara(beräkna(underlag({ manad: '2025-06', inkommen: '2025-06-02' })));
  assert.match(riksnormen ?? '', /\(4 kap\. 3 § socialtjänstlagen, SFS 2001:453\)\.$/);
});

test('en månad före juli 2025 med ansökan efter citerar den nya lagen', () => {
  const [, riksnormen] = förklara(beräkna(underlag({ manad: '2025-06', inkommen: '2025-07-01' })));
  assert.match(riksnormen ?? '', /SFS 2025:400\)\.$/);
});

test('avslaget säger hur mycket högre inkomsterna är, till ett par med ni', () => {
  const par = [
    { id: 'v1', fodd: '1990-01-15', inkomster: [{ typ: 'pension', netto: 9000 }] },
    { id: 'v2', fodd: '1990-01-15' },
  ];
  const [utfall, riksnormen] = förklara(beräkna(underlag({ sambor: true, vuxna: par })));
  assert.equal(
    utfall,
    'Era inkomster i september 2026 räcker till det som försörjningsstödet ska täcka. De är 490 kr högre.',
  );
  assert.match(
    riksnormen ?? '',
    /^Riksnormen för er två är 8 510 kr: 7 100 kr för er två och 1 410 kr för gemensamma kostnader/,
  );
});

test('det som ska bedömas visas med spann', () => {
  const [utfall, , inkomst, resultat] = förklara(
    beräkna(underlag({ vuxna: [{ id: 'v1', fodd: '1990-01-15', inkomster: [{ typ: 'gava', netto: 2000 }] }] })),
  );
  assert.equal(
    utfall,
    'En handläggare behöver avgöra en uppgift innan beräkningen för september 2026 är klar. Du kan få mellan 3 220 kr och 5 220 kr.',
  );
  assert.equal(inkomst, 'En handläggare avgör hur mycket av gåva, 2 000 kr, som räknas.');
  assert.equal(resultat, 'Resultatet är inte klart förrän allt är avgjort.');
});

test('tabellen har Lifecares rader, varningar, frågor och lagrum', () => {
  const tabell = somTabell(
    beräkna(
      underlag({
        kommun: '0001',
        kostnader: [{ typ: 'boende', belopp: 8000 }],
        tillgangar: [{ typ: 'fordon', belopp: 500 }],
      }),
    ),
  );
  for (const rad of [
    /^Normberäkning för september 2026$/m,
    /^Familjekostnad +3 940 kr$/m,
    /^Gemensamma kostnader +1 280 kr$/m,
    /^RIKSNORM +5 220 kr$/m,
    /^Fordon +500 kr +ej avgjort$/m,
    /^Boende +8 000 kr +8 000 kr$/m,
    /^Boende, över kommunens gräns 7 000 kr +−1 000 kr$/m,
    /^BISTÅND \(bedöms\) +ej avgjort$/m,
    /^Biståndet blir mellan 11 720 kr och 12 220 kr när allt är avgjort\.$/m,
    /^- tillgangar\[0\]: Hur mycket av tillgången ska räknas/m,
    /^- Boende är 1 000 kr över kommunens gräns 7 000 kr\./m,
    /^- 12 kap\. 7 § första stycket 2 socialtjänstlagen, SFS 2025:400$/m,
  ])
    assert.match(tabell, rad);
});

test('reglerna säger själva vilka fakta de behöver', () => {
  const behövs = faktaSomBehövs();
  const nycklar = new Set(behövs.map((f) => `${f.galler}.${f.nyckel}`));
  for (const nyckel of [
    'barn.fodd',
    'barn.dagar',
    'barn.lunchBorta',
    'hushall.personerIBostaden',
    'hushall.boende.form',
    'vuxen.bistandsmanader',
    'vuxeninkomst.typ',
    'vuxeninkomst.netto',
    'barninkomst.netto',
    'barn.arbetsinkomstHittillsIAr',
    'kostnad.belopp',
    'kostnad.godkantBelopp',
    'tillgang.raknatBelopp',
  ])
    assert.ok(nycklar.has(nyckel), `${nyckel} saknas`);
  assert.ok(!nycklar.has('vuxen.forsorjningshinder'), 'försörjningshindret påverkar ingen beräkning');
  assert.deepEqual([...new Set(behövs.filter((f) => f.bedoms).map((f) => f.nyckel))].toSorted(), [
    'godkantBelopp',
    'normavvikelse',
    'raknatBelopp',
  ]);
});

for (const [kronor, text] of [
  [0, '0 kr'],
  [7, '7 kr'],
  [954, '954 kr'],
  [5220, '5 220 kr'],
  [12270, '12 270 kr'],
  [1234567, '1 234 567 kr'],
  [3292.5, '3 292,50 kr'],
  [0.05, '0,05 kr'],
  [-7340, '−7 340 kr'],
  [-0, '0 kr'],
  [999.995, '1 000 kr'],
] as const) {
  test(`${kronor} kronor skrivs ${text}`, () => assert.equal(kronorText(kronor), text));
}
