// Every figure of bistand.ts and varaktighet.ts, counted by hand over one small municipality. The texts are the arithmetic.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  Befolkning,
  Biståndsperiod,
  Grund,
  Hushållsmånad,
  Personmånad,
  Personår,
  Råcell,
  Statistikfråga,
} from '@stegvis/statistics';
import { INDIKATORER } from '@stegvis/statistics';
import { inTenant } from '../in-tenant.ts';
import { openTestDatabase, testScope } from '../open-test-database.ts';

const { db } = await openTestDatabase({ after });

const nr = (tal: number) => `00000000-0000-4000-8000-${String(tal).padStart(12, '0')}`;
const grund = (own: Partial<Grund>): Grund => ({
  kon: 'kvinna',
  aldersgrupp: '25-34',
  hushallstyp: 'ensam-utan-barn',
  hinder: 'arbetslos-ingen-ersattning',
  distrikt: 'Norr',
  spar: 'Jobb direkt',
  ...own,
});

// Fyra hushåll under januari–mars 2026:
// 1: ensam kvinna, Norr. Nytt i januari, slutar i februari. 8 000 kr i månaden, och 500 kr enligt 12 kap. 2 § i januari.
// 2: par med två barn, Syd, sökanden är man. Hela tiden. 14 000, 14 000 och 13 500 kr, och 1 000 kr enligt 12 kap. 2 § i februari.
// 3: ensam kvinna med ett barn, Norr. Slutar i januari. 11 000 kr.
// 4: ensam man, Syd. Nytt i februari, slutar i mars. 7 000 kr i månaden.
const ETT = grund({});
const TVÅ = grund({ kon: 'man', aldersgrupp: '35-44', hushallstyp: 'par-med-barn', distrikt: 'Syd' });
const TRE = grund({ hushallstyp: 'ensam-med-barn' });
const FYRA = grund({ kon: 'man', distrikt: 'Syd' });

function hushåll(
  n: number,
  g: Grund,
  månad: string,
  kr121: number,
  kr122 = 0,
  mer: Partial<Hushållsmånad> = {},
): Hushållsmånad {
  const vuxna = g.hushallstyp.startsWith('par') ? 2 : 1;
  const barn = n === 2 ? 2 : n === 3 ? 1 : 0;
  const belopp = { belopp121: kr121 * 100, belopp122: kr122 * 100 };
  return { ...g, månad, hushåll: nr(n), vuxna, barn, ...belopp, ny: false, avslutad: false, ...mer };
}

const hushållsmånader: Hushållsmånad[] = [
  hushåll(1, ETT, '2026-01', 8000, 500, { ny: true }),
  hushåll(1, ETT, '2026-02', 8000, 0, { avslutad: true }),
  hushåll(2, TVÅ, '2026-01', 14000),
  hushåll(2, TVÅ, '2026-02', 14000, 1000),
  hushåll(2, TVÅ, '2026-03', 13500),
  hushåll(3, TRE, '2026-01', 11000, 0, { avslutad: true }),
  hushåll(4, FYRA, '2026-02', 7000, 0, { ny: true }),
  hushåll(4, FYRA, '2026-03', 7000, 0, { avslutad: true }),
];

// Personer: 1 är en kvinna, 2 en man och en kvinna med en flicka (0–6) och en pojke (7–17), 3 en kvinna med en pojke (7–17), 4 en man.
const PERSONER: readonly (readonly [hushåll: number, person: number, g: Grund, vuxen: boolean])[] = [
  [1, 11, ETT, true],
  [2, 21, TVÅ, true],
  [2, 22, { ...TVÅ, kon: 'kvinna' }, true],
  [2, 23, { ...TVÅ, kon: 'kvinna', aldersgrupp: '0-6' }, false],
  [2, 24, { ...TVÅ, aldersgrupp: '7-17' }, false],
  [3, 31, TRE, true],
  [3, 32, { ...TRE, kon: 'man', aldersgrupp: '7-17' }, false],
  [4, 41, FYRA, true],
];
const personmånader: Personmånad[] = hushållsmånader.flatMap((h) =>
  PERSONER.filter(([n]) => nr(n) === h.hushåll).map(([n, person, g, vuxen]) => ({
    ...g,
    månad: h.månad,
    person: nr(person),
    hushåll: nr(n),
    vuxen,
    insatser: person === 11 ? ['Praktik'] : person === 21 ? ['Praktik', 'Sfi'] : [],
  })),
);

// Invånare den 31 december 2025 (för 2026 finns ingen fil ännu): Norr 100 kvinnor och 100 män som är vuxna och 50 barn;
// Syd 60 vuxna kvinnor, 60 vuxna män och 30 barn. Tillsammans 400, varav 320 vuxna och 80 barn.
const befolkning: Befolkning[] = [
  ...(['kvinna', 'man'] as const).flatMap((kon) => [
    { år: 2025, kon, aldersgrupp: '25-34', distrikt: 'Norr', antal: 100 },
    { år: 2025, kon, aldersgrupp: '35-44', distrikt: 'Syd', antal: 60 },
    { år: 2025, kon, aldersgrupp: '0-6', distrikt: 'Norr', antal: 25 },
    { år: 2025, kon, aldersgrupp: '7-17', distrikt: 'Syd', antal: 15 },
  ]),
];

// Personer under 2025. Vuxna: 11 i 12 månader, 21 och 22 i 10 (och i tre år, 30 månader), 31 i 9, 41 i 3. Barn: 23 och 24 i ett hushåll
// med 10 månader, 32 i ett med 9.
const MÅNADER_2025: Readonly<Record<number, number>> = { 11: 12, 21: 10, 22: 10, 23: 10, 24: 10, 31: 9, 32: 9, 41: 3 };
const personår: Personår[] = PERSONER.map(([n, person, g, vuxen]) => ({
  ...g,
  år: 2025,
  person: nr(person),
  vuxen,
  månader: MÅNADER_2025[person]!,
  långvarigt: MÅNADER_2025[person]! >= 10,
  mycketLångvarigt: n === 2,
}));

// Perioder som avslutades i juni 2025, kända till och med 30 juni 2026 (tolv hela månader efter) om inget annat sägs:
// a kvinna, arbete: inget mer hände.
// b kvinna, arbete: ansökte igen 30 juni 2026, den sista dagen inom ett år; fick bistånd igen i juli, det syns inte än.
// c man, studier: ansökte 5 september 2025, fick bistånd från oktober: den fjärde månaden.
// d man, okänt: ansökte 1 juli 2025 men fick avslag.
// e kvinna, arbete: flyttade 31 december 2025 (känd sex månader), inget hände dessförinnan.
// f man, arbete: fick bistånd igen i september 2025, den tredje månaden; ansökte 20 augusti; flyttade 30 september.
// g kvinna: pågår.
const slut = (
  n: number,
  g: Partial<Grund>,
  avslutsorsak: string | undefined,
  mer: Partial<Biståndsperiod>,
): Biståndsperiod => ({
  ...grund(g),
  id: nr(n),
  person: nr(n),
  från: '2024-11',
  till: '2025-06',
  avslutsorsak,
  återansökt: undefined,
  återkom: undefined,
  seddTill: '2026-06-30',
  förstaAktivitet: undefined,
  insatser: [],
  stegFrån: undefined,
  stegTill: undefined,
  ...mer,
});
const perioder: Biståndsperiod[] = [
  slut(101, {}, 'arbete', { insatser: ['Praktik'] }),
  slut(102, {}, 'arbete', { återansökt: '2026-06-30', insatser: ['Praktik', 'Sfi'] }),
  slut(103, { kon: 'man' }, 'studier', { återansökt: '2025-09-05', återkom: '2025-10' }),
  slut(104, { kon: 'man' }, undefined, { återansökt: '2025-07-01' }),
  slut(105, {}, 'arbete', { seddTill: '2025-12-31' }),
  slut(106, { kon: 'man' }, 'arbete', { återansökt: '2025-08-20', återkom: '2025-09', seddTill: '2025-09-30' }),
  slut(107, {}, undefined, { till: undefined }),
];

before(() =>
  inTenant(db, testScope, async ({ statistik }) => {
    await statistik.add('arenden', { hushållsmånader, personmånader, personår, perioder });
    await statistik.saveBefolkning(befolkning);
    await statistik.setUnderlag('arenden', '2026-07-01T02:00:00.000Z');
  }),
);

async function räkna(id: string, från: string, till: string, mer: Partial<Statistikfråga> = {}) {
  const svar = await inTenant(db, testScope, (t) =>
    t.statistik.räkna({ indikator: id, från, till, tid: 'hela', uppdelning: [], filter: {}, ...mer }),
  );
  prövade.add(id);
  return svar;
}
const prövade = new Set<string>();

/** The figures of the first quarter by month and as a whole. */
async function kvartalet(id: string, mer: Partial<Statistikfråga> = {}): Promise<(number | null)[]> {
  const månader = await räkna(id, '2026-01', '2026-03', { ...mer, tid: 'manad' });
  const hela = await räkna(id, '2026-01', '2026-03', mer);
  return [...månader.celler, ...hela.celler].map((c) => c.värde);
}

/** A figure by group. */
async function per(id: string, från: string, till: string, uppdelning: string[], mer: Partial<Statistikfråga> = {}) {
  const { celler } = await räkna(id, från, till, { uppdelning, ...mer });
  return Object.fromEntries(celler.map((c) => [c.grupper.join('/'), rundat(c.värde)]));
}
const rundat = (värde: number | null) => (värde === null ? null : Math.round(värde * 10_000) / 10_000);
const bråk = ({ täljare, nämnare }: Råcell) => [täljare, nämnare];

describe('bistånd, januari, februari, mars och hela kvartalet', () => {
  it('utbetalt: 8 000 + 500 + 14 000 + 11 000 = 33 500; 8 000 + 15 000 + 7 000 = 30 000; 13 500 + 7 000 = 20 500; summa 84 000', async () => {
    assert.deepEqual(await kvartalet('utbetalt'), [33_500, 30_000, 20_500, 84_000]);
  });

  it('utbetalt per kön i januari: kvinnor 8 500 + 11 000 = 19 500, män 14 000; tillsammans 33 500', async () => {
    assert.deepEqual(await per('utbetalt', '2026-01', '2026-01', ['kon']), {
      kvinna: 19_500,
      man: 14_000,
      '*': 33_500,
    });
  });

  it('utbetalt-12-1: 33 500 − 500 = 33 000; 30 000 − 1 000 = 29 000; 20 500; summa 82 500', async () => {
    assert.deepEqual(await kvartalet('utbetalt-12-1'), [33_000, 29_000, 20_500, 82_500]);
  });

  it('utbetalt-12-2: 500; 1 000; 0; summa 1 500, till två hushåll', async () => {
    assert.deepEqual(await kvartalet('utbetalt-12-2'), [500, 1000, 0, 1500]);
    const { celler } = await räkna('utbetalt-12-2', '2026-01', '2026-03');
    assert.equal(celler[0]!.underlag, 2);
  });

  it('hushall: 1, 2, 3 = 3; 1, 2, 4 = 3; 2, 4 = 2; under kvartalet 4 olika', async () => {
    assert.deepEqual(await kvartalet('hushall'), [3, 3, 2, 4]);
  });

  it('hushall per hushållstyp och distrikt under kvartalet: ensam utan barn 1 i Norr och 1 i Syd', async () => {
    assert.deepEqual(await per('hushall', '2026-01', '2026-03', ['hushallstyp', 'distrikt']), {
      'ensam-med-barn/Norr': 1,
      'ensam-med-barn/*': 1,
      'ensam-utan-barn/Norr': 1,
      'ensam-utan-barn/Syd': 1,
      'ensam-utan-barn/*': 2,
      'par-med-barn/Syd': 1,
      'par-med-barn/*': 1,
      '*/Norr': 2,
      '*/Syd': 2,
      '*/*': 4,
    });
  });

  it('personer: 1 + 4 + 2 = 7; 1 + 4 + 1 = 6; 4 + 1 = 5; under kvartalet 1 + 4 + 2 + 1 = 8 olika', async () => {
    assert.deepEqual(await kvartalet('personer'), [7, 6, 5, 8]);
  });

  it('vuxna: 1 + 2 + 1 = 4; 1 + 2 + 1 = 4; 2 + 1 = 3; under kvartalet 5 olika', async () => {
    assert.deepEqual(await kvartalet('vuxna'), [4, 4, 3, 5]);
  });

  it('vuxna per insats i januari: praktik 11 och 21 = 2, sfi 21 = 1, ingen 22 och 31 = 2; tillsammans 4, inte 5', async () => {
    assert.deepEqual(await per('vuxna', '2026-01', '2026-01', ['insats']), { Praktik: 2, Sfi: 1, ingen: 2, '*': 4 });
    const { överlappar } = await räkna('vuxna', '2026-01', '2026-01', { uppdelning: ['insats'] });
    assert.equal(överlappar, true);
  });

  it('barn: 2 + 1 = 3; 2; 2; under kvartalet 3 olika', async () => {
    assert.deepEqual(await kvartalet('barn'), [3, 2, 2, 3]);
  });

  it('nya-hushall: hushåll 1; hushåll 4; inget; summa 2', async () => {
    assert.deepEqual(await kvartalet('nya-hushall'), [1, 1, 0, 2]);
  });

  it('avslutade-hushall: hushåll 3; hushåll 1; hushåll 4; summa 3', async () => {
    assert.deepEqual(await kvartalet('avslutade-hushall'), [1, 1, 1, 3]);
  });

  it('kr-per-invanare: 33 500/400 = 83,75; 30 000/400 = 75; 20 500/400 = 51,25; kvartalet 84 000/400 = 210', async () => {
    assert.deepEqual(await kvartalet('kr-per-invanare'), [83.75, 75, 51.25, 210]);
  });

  it('kr-per-invanare per distrikt i januari: Norr 19 500/250 = 78, Syd 14 000/150 = 93,3333', async () => {
    assert.deepEqual(await per('kr-per-invanare', '2026-01', '2026-01', ['distrikt']), {
      Norr: 78,
      Syd: 93.3333,
      '*': 83.75,
    });
  });

  it('kr-per-invanare säger att 2025 används när 2026 saknas', async () => {
    const { anmärkningar } = await räkna('kr-per-invanare', '2026-01', '2026-03');
    assert.deepEqual(anmärkningar, ['Antalet invånare 2026 saknas. I stället används 2025.']);
  });

  it('andel-vuxna-invanare: 4/320 = 1,25 %; 1,25 %; 3/320 = 0,9375 %; kvartalet 5/320 = 1,5625 %', async () => {
    assert.deepEqual(await kvartalet('andel-vuxna-invanare'), [1.25, 1.25, 0.9375, 1.5625]);
  });

  it('andel-vuxna-invanare per kön under kvartalet: kvinnor 3/160 = 1,875 %, män 2/160 = 1,25 %', async () => {
    assert.deepEqual(await per('andel-vuxna-invanare', '2026-01', '2026-03', ['kon']), {
      kvinna: 1.875,
      man: 1.25,
      '*': 1.5625,
    });
  });

  it('andel-invanare: 8 olika personer av 400 invånare = 2 %; i Norr 3/250 = 1,2 %, i Syd 5/150 = 3,3333 %', async () => {
    const per2026 = await per('andel-invanare', '2026-01', '2026-12', ['distrikt'], { tid: 'ar' });
    assert.deepEqual(per2026, { Norr: 1.2, Syd: 3.3333, '*': 2 });
  });

  it('andel-barn-invanare: 3 olika barn av 80 = 3,75 %', async () => {
    assert.deepEqual(await per('andel-barn-invanare', '2026-01', '2026-12', [], { tid: 'ar' }), { '': 3.75 });
  });

  it('kr-per-hushall: 33 500/3 = 11 166,6667; 30 000/3 = 10 000; 20 500/2 = 10 250; kvartalet 84 000/8 = 10 500', async () => {
    assert.deepEqual((await kvartalet('kr-per-hushall')).map(rundat), [11_166.6667, 10_000, 10_250, 10_500]);
  });
});

describe('hur länge och om de kommer tillbaka, avslutade i juni 2025', () => {
  const juni = ['2025-06', '2025-06'] as const;

  it('avslutade: a–f = 6; arbete a, b, e, f = 4, studier c = 1, okänt d = 1', async () => {
    assert.deepEqual(await per('avslutade', ...juni, ['avslutsorsak']), {
      arbete: 4,
      studier: 1,
      'uppgift-saknas': 1,
      '*': 6,
    });
  });

  it('aterkomst-antal: sedda ett år a, b, c, d; av dem ansökte b (sista dagen), c och d = 3', async () => {
    assert.deepEqual(await per('aterkomst-antal', ...juni, []), { '': 3 });
  });

  it('aterkomst: 3 av 4 = 75 %; kvinnor b av a, b = 50 %, män c, d av c, d = 100 %', async () => {
    assert.deepEqual(await per('aterkomst', ...juni, ['kon']), { kvinna: 50, man: 100, '*': 75 });
  });

  it('aterkomst räknar inte f, som kom tillbaka men bara är känd i tre månader', async () => {
    const { celler } = await räkna('aterkomst', ...juni);
    assert.deepEqual(bråk(celler[0]!), [3, 4]);
    assert.deepEqual([celler[0]!.underlag, celler[0]!.nämnarunderlag], [3, 4]);
  });

  it('ej-ateraktualiserade: a av a, b, c, d = 25 %; i praktik a av a, b = 50 %, i sfi ingen av b = 0 %', async () => {
    assert.deepEqual(await per('ej-ateraktualiserade', ...juni, ['insats']), {
      Praktik: 50,
      Sfi: 0,
      ingen: 0,
      '*': 25,
    });
  });

  it('hallbart-avslut-3: sedda tre månader a–f = 6; f fick bistånd tredje månaden, alltså 5/6 = 83,3333 %', async () => {
    assert.deepEqual(await per('hallbart-avslut-3', ...juni, []), { '': 83.3333 });
  });

  it('hallbart-avslut-6: sedda sex månader a–e = 5; c fick bistånd fjärde månaden, alltså 4/5 = 80 %', async () => {
    assert.deepEqual(await per('hallbart-avslut-6', ...juni, []), { '': 80 });
  });

  it('hallbart-avslut-12: sedda tolv månader a–d = 4; utan bistånd a, b, d = 75 %; studier c = 0 %', async () => {
    assert.deepEqual(await per('hallbart-avslut-12', ...juni, ['avslutsorsak']), {
      arbete: 100,
      studier: 0,
      'uppgift-saknas': 100,
      '*': 75,
    });
  });
});

describe('långvarigt bistånd 2025', () => {
  const året = ['2025-01', '2025-12'] as const;

  it('vuxna-under-aret: 11, 21, 22, 31, 41 = 5', async () => {
    assert.deepEqual(await per('vuxna-under-aret', ...året, []), { '': 5 });
  });

  it('langvarigt-antal: 11 (12 månader), 21 och 22 (10) = 3; 31 har 9 och räknas inte', async () => {
    assert.deepEqual(await per('langvarigt-antal', ...året, ['kon']), { kvinna: 2, man: 1, '*': 3 });
  });

  it('langvarigt: 3/5 = 60 %; kvinnor 11 och 22 av 11, 22, 31 = 66,6667 %, män 21 av 21, 41 = 50 %', async () => {
    assert.deepEqual(await per('langvarigt', ...året, ['kon']), { kvinna: 66.6667, man: 50, '*': 60 });
  });

  it('langvarigt-befolkning: 3 av 320 vuxna invånare = 0,9375 %; Norr 1/200 = 0,5 %, Syd 2/120 = 1,6667 %', async () => {
    assert.deepEqual(await per('langvarigt-befolkning', ...året, ['distrikt']), {
      Norr: 0.5,
      Syd: 1.6667,
      '*': 0.9375,
    });
  });

  it('mycket-langvarigt-antal: 21 och 22 = 2', async () => {
    assert.deepEqual(await per('mycket-langvarigt-antal', ...året, []), { '': 2 });
  });

  it('mycket-langvarigt: 2/5 = 40 %', async () => {
    assert.deepEqual(await per('mycket-langvarigt', ...året, []), { '': 40 });
  });

  it('barn-langvarigt: 23 och 24 = 2; 32 har 9 månader och räknas inte', async () => {
    assert.deepEqual(await per('barn-langvarigt', ...året, []), { '': 2 });
  });

  it('barn-langvarigt-befolkning: 2 av 80 barn = 2,5 %; Norr 0/50 = 0 %, Syd 2/30 = 6,6667 %', async () => {
    assert.deepEqual(await per('barn-langvarigt-befolkning', ...året, ['distrikt']), {
      Norr: 0,
      Syd: 6.6667,
      '*': 2.5,
    });
  });

  it('säger att hela året räknas när en del av det är vald, och visar det inte per månad', async () => {
    const { anmärkningar } = await räkna('langvarigt', '2025-03', '2025-05');
    assert.deepEqual(anmärkningar, ['Siffran finns bara för hela kalenderår, så 2025 är räknat i sin helhet.']);
    await assert.rejects(räkna('langvarigt', '2025-01', '2025-12', { tid: 'manad' }), RangeError);
  });

  it('säger ingenting om ett år vars invånare saknas', async () => {
    const { celler } = await räkna('langvarigt-befolkning', '2023-01', '2023-12');
    assert.deepEqual(celler, []);
    await inTenant(db, testScope, (t) => t.statistik.add('arenden', { personår: [{ ...personår[0]!, år: 2023 }] }));
    const [cell] = (await räkna('langvarigt-befolkning', '2023-01', '2023-12')).celler;
    assert.deepEqual([cell!.täljare, cell!.nämnare, cell!.värde], [1, undefined, null]);
    assert.match(cell!.saknas!, /^Antalet invånare 2023 saknas\. Lägg in/);
  });
});

it('varje mått om bistånd och varaktighet är räknat för hand här', () => {
  const egna = INDIKATORER.filter(({ område }) => område === 'bistand' || område === 'varaktighet').map(({ id }) => id);
  assert.deepEqual(
    egna.filter((id) => !prövade.has(id)),
    [],
  );
});
