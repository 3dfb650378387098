import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ANDRA,
  ansökan,
  automatik,
  type Changes,
  fk,
  handläggare,
  historik,
  INGEN_HISTORIK,
  läge,
  NU,
  påslagen,
  registersvar,
  svar,
  TYST,
  uppgifter,
  utbetalning,
  VUXEN,
} from './case-for-tests.ts';
import { föreslå } from './foresla.ts';
import type { Historik, TidigareBeslut } from './historik.ts';
import { INGA_OMSTÄNDIGHETER, type Omständigheter } from './omstandigheter.ts';
import type { Ram, Ramrad } from './ram.ts';
import { STOPPORSAKER, type Stoppkod } from './stopporsak.ts';
import { type Beslutsläge, kanLösaSig, stopporsaker } from './stopporsaker.ts';
import type { Kostnadsuppgift } from './uppgifter.ts';

const koder = (l: Beslutsläge) => stopporsaker(l).map((s) => s.kod);
const med = (changed: Changes, own: Partial<Beslutsläge> = {}) => ({ ...läge(changed), ...own });

const förra = (own: Partial<TidigareBeslut>): Historik => ({
  ...historik,
  beslut: [{ ...historik.beslut[0]!, ...own }],
});
const medLön = (belopp: number): Changes => ({
  ansökan: { uppgifter: { ...uppgifter, inkomster: [{ ...uppgifter.inkomster![0]!, belopp }] } },
});
const medHyra = (belopp: number): Changes => ({
  ansökan: {
    uppgifter: { ...uppgifter, kostnader: [{ ...uppgifter.kostnader![0]!, belopp }, uppgifter.kostnader![1]!] },
  },
});
const medKostnad = (kostnad: Kostnadsuppgift): Changes => ({
  ansökan: { uppgifter: { ...uppgifter, kostnader: [...uppgifter.kostnader!, kostnad] } },
});
/** The first child born on the day, the month before as well. */
const barnFött = (fodd: string): Changes => ({
  ansökan: {
    uppgifter: {
      ...uppgifter,
      barn: [{ ...uppgifter.barn![0]!, fodd, skolungdom: true }, uppgifter.barn![1]!],
    },
  },
  historik: förra({
    hushåll: {
      ...historik.beslut[0]!.hushåll,
      barn: [{ fodd, dagar: undefined, skolungdom: true }, historik.beslut[0]!.hushåll.barn[1]!],
    },
  }),
});
const tröskel = (procent: number, högst: number) => ({ ...påslagen, ändring: { procent, högst } });
const HYRAN = { slag: 'kostnad', typ: 'boende' } as const;
const LÖNEN = { slag: 'inkomst', typ: 'lon', person: VUXEN, tolerans: 0 } as const;
const ELEN = { typ: 'hushallsel', belopp: 43_700 } as const;
const ram = (...rader: Ramrad[]): Ram => ({
  id: 'r',
  ärende: ansökan().ärende,
  nummer: 1,
  rader,
  till: '2027-06-30',
  skäl: 'Så är det för hushållet.',
  av: { id: handläggare.id, namn: handläggare.namn },
  tid: NU,
});
const bistånd = () => {
  const { beräkning } = läge();
  return beräkning.slag === 'beraknad' ? Math.round(beräkning.beräkning.bistand! * 100) : 0;
};

describe('stopporsaker', () => {
  it('finns inga när en återansökan är som förra månaden, och då föreslås bifall med beräkningens belopp', () => {
    const l = läge();
    assert.deepEqual(stopporsaker(l), []);
    assert.equal(l.beräkning.slag, 'beraknad');
    const bistånd = l.beräkning.slag === 'beraknad' ? l.beräkning.beräkning.bistand! : 0;
    assert.deepEqual(föreslå(l), { slag: 'automatiskt-bifall', belopp: Math.round(bistånd * 100) });
  });

  it('räknar lönen med jobbstimulans och registrens belopp', () => {
    const l = läge();
    assert.ok(l.beräkning.slag === 'beraknad');
    const { riksnorm, kostnader, inkomster, bistand } = l.beräkning.beräkning;
    assert.deepEqual([riksnorm, kostnader, inkomster, bistand], [12270, 7837, 7860 + 9046, 12270 + 7837 - 7860 - 9046]);
  });

  const single: [string, Stoppkod, Changes, Partial<Beslutsläge>?][] = [
    ['en ny ansökan', 'forsta-ansokan', { ansökan: { slag: 'nyansokan' } }],
    [
      'inget bistånd på mer än tre månader',
      'forsta-ansokan',
      { historik: { ...historik, beslut: [{ ...historik.beslut[0]!, månad: '2026-08' }] } },
    ],
    [
      'ett barn mer',
      'ny-person',
      {
        ansökan: {
          uppgifter: {
            ...uppgifter,
            barn: [...uppgifter.barn!, { id: 'b3', namn: 'Barn tre', fodd: '2026-10-01' }],
            hushall: { personerIBostaden: 4 },
          },
        },
      },
    ],
    [
      'färre dagar med ett barn',
      'andrat-hushall',
      { ansökan: { uppgifter: { ...uppgifter, barn: [uppgifter.barn![0]!, { ...uppgifter.barn![1]!, dagar: 15 }] } } },
    ],
    [
      'fler i bostaden',
      'andrat-hushall',
      { ansökan: { uppgifter: { ...uppgifter, hushall: { personerIBostaden: 4 } } } },
    ],
    ['skyddade uppgifter', 'skyddade-uppgifter', {}, { personer: [{ id: VUXEN, skyddad: true }] }],
    [
      'en myndighet som säger sekretess',
      'skyddade-uppgifter',
      { svar: registersvar(svar('AF', [{ slag: 'sekretess' }])) },
    ],
    [
      'en annan ansökan för månaden',
      'manaden-redan-sokt',
      { historik: { ...historik, ansökningar: [{ ansökan: 'x', månad: '2026-12', status: 'utreds' }] } },
    ],
    [
      'en Swish',
      'okand-inkomst',
      {
        ansökan: {
          uppgifter: {
            ...uppgifter,
            inkomster: [...uppgifter.inkomster!, { id: 'i2', person: VUXEN, typ: 'insattning', belopp: 60000 }],
          },
        },
      },
    ],
    [
      'pengar på banken',
      'tillgang',
      { ansökan: { uppgifter: { ...uppgifter, tillgangar: [{ id: 't1', typ: 'bankmedel', belopp: 50000 }] } } },
    ],
    [
      'en okänd kod i registret',
      'okand-inkomst',
      { svar: registersvar({ ...fk, uppgifter: [...fk.uppgifter, utbetalning('okand', 100000)] }) },
    ],
    [
      'en utbetalning utan dag',
      'okand-inkomst',
      {
        svar: registersvar({
          ...fk,
          uppgifter: [...fk.uppgifter, utbetalning('sjukpenning', 100000, { utbetald: undefined })],
        }),
      },
    ],
    [
      'utmätning i en utbetalning',
      'okand-inkomst',
      {
        svar: registersvar({
          ...fk,
          uppgifter: [utbetalning('barnbidrag', 265000, { avdragEfterSkatt: 10000 }), ...fk.uppgifter.slice(1)],
        }),
      },
    ],
    [
      'ett fordon i registret',
      'fordon',
      {
        svar: registersvar(
          svar('TNS', [
            { slag: 'fordon', regnr: 'X', fabrikat: 'X', fordonsar: '2020', fordonsslag: 'PB', handelsbeteckning: 'X' },
          ]),
        ),
      },
    ],
    [
      'en ny förmån i registret',
      'uppgift-skiljer-fran-register',
      { svar: registersvar({ ...fk, uppgifter: [...fk.uppgifter, utbetalning('sjukpenning', 100000)] }) },
    ],
    [
      'en förmån som har försvunnit',
      'uppgift-skiljer-fran-register',
      { svar: registersvar({ ...fk, uppgifter: fk.uppgifter.slice(1) }) },
    ],
    [
      'en förmån som den sökande uppger men registret inte har',
      'uppgift-skiljer-fran-register',
      {
        ansökan: {
          uppgifter: {
            ...uppgifter,
            inkomster: [...uppgifter.inkomster!, { id: 'i2', person: VUXEN, typ: 'a-kassa', belopp: 300000 }],
          },
        },
      },
    ],
    ['ett register som är nere', 'register-svarar-inte', { svar: registersvar(svar('CSN', [], TYST)) }],
    [
      'ett register som inte är tillfrågat',
      'register-svarar-inte',
      { svar: registersvar().filter((s) => s.källa !== 'SO') },
    ],
    [
      'en hyra över kommunens gräns',
      'over-kommunens-grans',
      { ansökan: { uppgifter: { ...uppgifter, kostnader: [{ id: 'k1', typ: 'boende', belopp: 1500000 }] } } },
    ],
    [
      'en önskan om handläggare',
      'onskar-handlaggare',
      { ansökan: { uppgifter: { ...uppgifter, onskarHandlaggare: true } } },
    ],
    ['ett meddelande i ansökan', 'olast-meddelande', { ansökan: { uppgifter: { ...uppgifter, meddelande: 'Hej' } } }],
    ['en månad vars riksnorm inte är beslutad', 'ej-i-kraft', { ansökan: { månad: '2027-01' } }],
    [
      'för stora inkomster',
      'inte-helt-bifall',
      {
        ansökan: { uppgifter: { ...uppgifter, inkomster: [{ id: 'i1', person: VUXEN, typ: 'lon', belopp: 4000000 }] } },
      },
    ],
    ['en underskrift som fattas', 'underskrift-saknas', { ansökan: { underskrifter: [] } }],
    [
      'ändrade svar efter underskriften',
      'underskrift-saknas',
      { ansökan: { underskrifter: ansökan({ uppgifter: {} }).underskrifter } },
    ],
    ['ingen delegation', 'automatik-inte-tillaten', {}, { delegation: undefined }],
    [
      'en avstängd punkt',
      'automatik-avstangd',
      {},
      { delegation: { ...automatik, delegat: { slag: 'automatisk', funktion: 'x', påslagen: false } } },
    ],
    [
      'en delegation som har gått ut',
      'automatik-inte-tillaten',
      {},
      { delegation: { ...automatik, till: '2026-11-25' } },
    ],
    ['en punkt som inte gäller bifall', 'automatik-inte-tillaten', {}, { delegation: { ...automatik, utfall: [] } }],
    ['automatik som inte är påslagen', 'automatik-avstangd', {}, { automatik: { ...påslagen, läge: 'av' } }],
    ['skuggläge', 'skugglage', {}, { automatik: { ...påslagen, läge: 'skugga' } }],
    [
      'en dragen granskning före beslutet',
      'utvald-for-granskning',
      {},
      { automatik: { ...påslagen, granskning: { procent: 100, när: 'fore-beslut' } } },
    ],
    ['ett belopp över gränsen', 'over-beloppsgransen', {}, { automatik: { ...påslagen, högstaBelopp: 100 } }],
    [
      'en sambo som har blivit inneboende',
      'andrat-par',
      {
        ansökan: { medsökande: ANDRA, uppgifter: { ...uppgifter, hushall: { personerIBostaden: 3, sambor: false } } },
        historik: förra({ hushåll: { ...historik.beslut[0]!.hushåll, vuxna: [ANDRA, VUXEN], sambor: true } }),
      },
    ],
    ['en ny sambo', 'andrat-par', { ansökan: { medsökande: ANDRA } }],
    ['ett barn mindre', 'andrat-hushall', { ansökan: { uppgifter: { ...uppgifter, barn: uppgifter.barn!.slice(1) } } }],
    ['ett barn som fyller 18', 'aldersgrans', barnFött('2008-12-31')],
    ['en skolungdom som fyller 21', 'aldersgrans', barnFött('2005-12-01')],
    ['en vuxen som fyller 67', 'aldersgrans', { född: '1959-12-24' }],
    ['en lön över tröskeln', 'inkomst-andrad', medLön(1_116_000)],
    ['en lön under tröskeln', 'inkomst-andrad', medLön(870_000)],
    ['en lön över taket i kronor', 'inkomst-andrad', medLön(1_048_000), { automatik: tröskel(12, 10_000) }],
    ['en ny lön', 'inkomst-andrad', { historik: förra({ inkomster: historik.beslut[0]!.inkomster.slice(1) }) }],
    [
      'ett belopp som en handläggare bestämde för hand',
      'inkomst-andrad',
      {
        historik: förra({
          inkomster: historik.beslut[0]!.inkomster.map((i) =>
            i.typ === 'lon' ? { ...i, netto: 1_047_000, förHand: true } : i,
          ),
        }),
      },
    ],
    ['en lön som har upphört', 'inkomst-borta', { ansökan: { uppgifter: { ...uppgifter, inkomster: [] } } }],
    [
      'en förmån som har försvunnit ur registret',
      'inkomst-borta',
      { svar: registersvar({ ...fk, uppgifter: fk.uppgifter.slice(1) }) },
    ],
    [
      'en förmån som fanns två månader före',
      'inkomst-borta',
      {
        svar: registersvar({
          ...fk,
          uppgifter: [...fk.uppgifter, utbetalning('sjukpenning', 100000, { utbetald: '2026-10-20' })],
        }),
      },
    ],
    ['en hyra över tröskeln', 'kostnad-andrad', medHyra(830_000)],
    ['en hyra som har sjunkit', 'kostnad-andrad', medHyra(640_000)],
    ['en ny kostnad', 'kostnad-andrad', medKostnad({ id: 'k9', typ: 'a-kassa', belopp: 15_000 })],
    [
      'en kostnad som en handläggare satte ned förra gången',
      'kostnad-andrad',
      { historik: förra({ kostnader: [{ typ: 'boende', belopp: 735_000, förHand: true }, ELEN] }) },
    ],
    ['en hyra utanför ramen', 'utanfor-ramen', {}, { ram: ram({ ...HYRAN, belopp: 700_000, tolerans: 39_999 }) }],
    [
      'en inkomst i ramen som saknas',
      'utanfor-ramen',
      {},
      { ram: ram({ slag: 'inkomst', person: VUXEN, typ: 'sjukpenning', belopp: 500_000, tolerans: 1_000 }) },
    ],
    [
      'en medicin',
      'behov-utover',
      medKostnad({ id: 'k9', typ: 'levnadskostnad-i-ovrigt', belopp: 26_000, vad: 'Medicin' }),
    ],
    ['en tilläggsansökan', 'tillagg', { ansökan: { slag: 'tillagg' } }],
    ['ett akut behov', 'akut-behov', { ansökan: { slag: 'akut' } }],
    ...(
      [
        ['handling-saknas', 'handlingar'],
        ['olast-meddelande', 'meddelanden'],
        ['lakarintyg-saknas', 'läkarintyg'],
        ['aktivitet-oppen', 'aktivitet'],
        ['plan-saknas', 'plan'],
        ['konto-andrat', 'konto'],
        ['annan-kommun', 'bosättning'],
        ['uppehallsratt', 'uppehållsrätt'],
        ['aterkrav-oppet', 'återkrav'],
      ] as const
    ).map(([kod, namn]): [string, Stoppkod, Changes, Partial<Beslutsläge>] => [
      `omständigheten ${namn}`,
      kod,
      {},
      { omständigheter: { ...INGA_OMSTÄNDIGHETER, [namn]: ['En mening om det.'] } },
    ]),
  ];

  const stopparInte: [string, Changes, Partial<Beslutsläge>?][] = [
    ['en lön precis på tröskeln', medLön(1_115_520), { automatik: tröskel(12, 200_000) }],
    ['en lön precis på taket i kronor', medLön(1_048_000), { automatik: tröskel(12, 52_000) }],
    ['en hyra precis på tröskeln', medHyra(828_800)],
    ['en hyra precis på ramens tolerans', {}, { ram: ram({ ...HYRAN, belopp: 700_000, tolerans: 40_000 }) }],
    ['en lön långt från den godkända men i ramen', medLön(700_000), { ram: ram({ ...LÖNEN, belopp: 700_000 }) }],
    ['ett barn som fyller 18 månaden efter', barnFött('2009-01-01')],
    ['ett belopp precis på gränsen', {}, { automatik: { ...påslagen, högstaBelopp: bistånd() } }],
    [
      'en granskning efter beslutet',
      {},
      { automatik: { ...påslagen, granskning: { procent: 100, när: 'efter-beslut' } } },
    ],
    [
      'en lön som maskinen har beviljat en annan gång i mellan',
      {
        historik: {
          ...historik,
          beslut: [
            {
              ...historik.beslut[0]!,
              avPerson: false,
              inkomster: historik.beslut[0]!.inkomster.map((i) => (i.typ === 'lon' ? { ...i, netto: 1_200_000 } : i)),
            },
            { ...historik.beslut[0]!, månad: '2026-10' },
          ],
        },
      },
    ],
    ['barnen i en annan ordning', { ansökan: { uppgifter: { ...uppgifter, barn: [...uppgifter.barn!].reverse() } } }],
  ];
  for (const [namn, changed, own] of stopparInte) {
    it(`stoppar inte ${namn}`, () => assert.deepEqual(koder(med(changed, own)), []));
  }

  it('mäter mot det en person senast godkände, så att maskinens små steg aldrig blir ett stort', () => {
    const steg = (netto: number, månad: string, avPerson: boolean) => ({
      ...historik.beslut[0]!,
      månad,
      avPerson,
      inkomster: historik.beslut[0]!.inkomster.map((i) => (i.typ === 'lon' ? { ...i, netto } : i)),
    });
    const beslut = [steg(1_000_000, '2026-11', false), steg(940_000, '2026-10', false), steg(880_000, '2026-09', true)];
    assert.deepEqual(koder(läge({ historik: { ...historik, beslut } })), ['inkomst-andrad']);
  });

  it('kan inte mäta när ingen person har godkänt något, och stoppar', () => {
    const stopp = stopporsaker(läge({ historik: förra({ avPerson: false }) }));
    assert.deepEqual(
      stopp.map((s) => [s.kod, s.okänt]),
      [
        ['inkomst-andrad', true],
        ['inkomst-borta', true],
        ['kostnad-andrad', true],
        ['utanfor-ramen', true],
      ],
    );
  });

  for (const [namn, kod, changed, own] of single) {
    it(`stoppar ${namn}: ${kod}`, () => {
      const l = med(changed, own);
      assert.ok(koder(l).includes(kod), `fick ${koder(l).join(', ') || 'inget'}`);
      assert.equal(föreslå(l).slag, 'till-handlaggare');
    });
  }

  it('stoppar en kostnad som inte räknas helt', () => {
    const l = läge({
      ansökan: { uppgifter: { ...uppgifter, kostnader: [{ id: 'k1', typ: 'boende', belopp: 1500000 }] } },
    });
    assert.ok(koder(l).includes('kostnad-inte-godkand'));
  });

  it('anger en omständighet en gång', () => {
    const bara = (namn: string) => koder(med(...(single.find(([n]) => n === namn)!.slice(2) as [Changes])));
    assert.deepEqual(bara('en Swish'), ['okand-inkomst']);
    assert.deepEqual(bara('ett register som är nere'), ['register-svarar-inte']);
    assert.deepEqual(bara('en månad vars riksnorm inte är beslutad'), [
      'uppgift-skiljer-fran-register',
      'inkomst-borta',
      'ej-i-kraft',
    ]);
    assert.deepEqual(bara('en förmån som har försvunnit'), ['uppgift-skiljer-fran-register', 'inkomst-borta']);
    assert.deepEqual(koder(läge({ svar: registersvar(svar('FK', [], TYST)) })), ['register-svarar-inte']);
    assert.deepEqual(bara('för stora inkomster'), ['inkomst-andrad', 'inte-helt-bifall']);
  });

  it('kan lösa sig av sig självt bara när allt som stoppar är register som inte svarar', () => {
    const nere = stopporsaker(läge({ svar: registersvar(svar('CSN', [], TYST)) }));
    assert.equal(kanLösaSig(nere), true);
    assert.equal(kanLösaSig([]), false);
    assert.equal(
      kanLösaSig(stopporsaker(läge({ svar: registersvar(svar('CSN', [], TYST)), ansökan: { slag: 'nyansokan' } }))),
      false,
    );
  });

  it('stoppar när registret ger mindre än de egna uppgifterna', () => {
    const egna = {
      ...uppgifter,
      inkomster: [...uppgifter.inkomster!, { id: 'i2', person: VUXEN, typ: 'bostadsbidrag' as const, belopp: 200000 }],
    };
    const l = läge({ ansökan: { uppgifter: egna } });
    assert.ok(koder(l).includes('bistand-under-egna-uppgifter'));
    assert.match(stopporsaker(l).find((s) => s.kod === 'bistand-under-egna-uppgifter')!.detalj!, /^900\u00a0kr mindre/);
  });

  it('stoppar inte när en myndighet säger att den inget har', () => {
    assert.deepEqual(koder(läge({ svar: registersvar(svar('CSN', [])) })), []);
  });

  it('räknar utkast och återkallade ansökningar för månaden som inga', () => {
    const ansökningar = [
      { ansökan: 'x', månad: '2026-12', status: 'utkast' },
      { ansökan: 'y', månad: '2026-12', status: 'aterkallad' },
    ] as const;
    assert.deepEqual(koder(läge({ historik: { ...historik, ansökningar } })), []);
  });

  it('stoppar ett par tills båda har skrivit under', () => {
    const l = läge({
      ansökan: {
        medsökande: ANDRA,
        uppgifter: { ...uppgifter, hushall: { personerIBostaden: 4, sambor: true } },
        underskrifter: ansökan().underskrifter,
      },
    });
    assert.ok(koder(l).includes('underskrift-saknas'));
  });

  it('stoppar på varje uppgift som inte finns', () => {
    const utan: (keyof Beslutsläge)[] = [
      'personer',
      'historik',
      'registersvar',
      'utredning',
      'beräkning',
      'omständigheter',
      'ram',
      'delegation',
      'automatik',
    ];
    for (const nyckel of utan) {
      const stopp = stopporsaker({ ...läge(), [nyckel]: undefined });
      assert.ok(stopp.length > 0, `${nyckel} saknas utan stopp`);
      assert.ok(nyckel === 'delegation' || stopp.some((s) => s.okänt), `${nyckel} är inte markerad som okänd`);
    }
    for (const namn of Object.keys(INGA_OMSTÄNDIGHETER) as (keyof Omständigheter)[]) {
      const [stopp, ...fler] = stopporsaker(med({}, { omständigheter: { ...INGA_OMSTÄNDIGHETER, [namn]: undefined } }));
      assert.ok(stopp?.okänt && fler.length === 0, `${namn} saknas utan ett stopp`);
    }
    assert.deepEqual(koder({ ...läge(), personer: [] }), ['skyddade-uppgifter']);
  });

  it('stoppar en kommun som inte har några riktlinjer för boendet', () => {
    assert.deepEqual(koder(läge({ kommun: '9999' })), ['over-kommunens-grans']);
  });

  it('stoppar allt för den som ingen känner', () => {
    const l = läge({ historik: INGEN_HISTORIK, ansökan: { slag: 'nyansokan' } });
    assert.ok(koder(l).includes('forsta-ansokan'));
  });

  it('har en text för varje kod, och prövar varje kod', () => {
    const prövade = new Set([...single.map(([, kod]) => kod), 'kostnad-inte-godkand', 'bistand-under-egna-uppgifter']);
    assert.deepEqual([...prövade].sort(), Object.keys(STOPPORSAKER).sort());
    for (const text of Object.values(STOPPORSAKER))
      assert.ok(text.namn && /\.$/.test(text.betyder) && /\.$/.test(text.gör));
  });
});
