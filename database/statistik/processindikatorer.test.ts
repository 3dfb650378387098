import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import {
  type Ansökningsfakta,
  type Biståndsperiod,
  type Händelsefakta,
  INDIKATORER,
  type Insatsmånad,
  type Statistikfråga,
} from '@stegvis/statistics';
import { inTenant, type TenantTransaction } from '../in-tenant.ts';
import { openTestDatabase, testScope } from '../open-test-database.ts';

const { db } = await openTestDatabase({ after });
const tenant = <T>(work: (t: TenantTransaction) => Promise<T>) => inTenant(db, testScope, work);

const grund = {
  kon: 'kvinna',
  aldersgrupp: '25-34',
  hushallstyp: 'ensam-utan-barn',
  hinder: 'arbetslos-ingen-ersattning',
  distrikt: 'Norr',
  spar: 'SFI plus',
};
let nummer = 0;
const uuid = () => `00000000-0000-8000-a000-${String(++nummer).padStart(12, '0')}`;
const SEDD = '2026-11-24T08:00:00.000Z';
/** Came in on 2 November at 8.00 UTC (9.00 in Sweden) and decided so many hours later; undefined: waits. */
const ansökan = (timmar: number | undefined, own: Partial<Ansökningsfakta> = {}): Ansökningsfakta => {
  const inkommen = own.inkommen ?? '2026-11-02T08:00:00.000Z';
  return {
    ...grund,
    id: uuid(),
    hushåll: uuid(),
    slag: 'ateransokan',
    beslutad: timmar === undefined ? undefined : new Date(Date.parse(inkommen) + timmar * 3_600_000).toISOString(),
    seddTill: SEDD,
    utfall: timmar === undefined ? undefined : 'bifall',
    avslagsgrund: undefined,
    processuellt: false,
    automatisk: false,
    stopporsaker: [],
    granskad: false,
    granskadFel: false,
    ändrad: false,
    överklagad: undefined,
    överklagandeutfall: undefined,
    handläggningsminuter: undefined,
    ...own,
    inkommen,
  };
};
const händelse = (slag: Händelsefakta['slag'], own: Partial<Händelsefakta> = {}): Händelsefakta => ({
  ...grund,
  id: uuid(),
  dag: '2026-11-10',
  slag,
  person: uuid(),
  insats: undefined,
  utfall: undefined,
  värde: undefined,
  värde2: undefined,
  ...own,
});
const period = (own: Partial<Biståndsperiod> = {}): Biståndsperiod => ({
  ...grund,
  id: uuid(),
  person: uuid(),
  från: '2026-11',
  till: undefined,
  avslutsorsak: undefined,
  återansökt: undefined,
  återkom: undefined,
  seddTill: '2026-11-24',
  förstaAktivitet: undefined,
  insatser: [],
  stegFrån: undefined,
  stegTill: undefined,
  ...own,
});
const insats = (own: Partial<Insatsmånad>): Insatsmånad => ({
  månad: '2026-11',
  insats: 'Café',
  steg: 'Sysselsättning',
  område: 'Arbete',
  platser: 10,
  upptagna: 0,
  iKö: 0,
  börjat: 0,
  ködagar: 0,
  kostnad: 0,
  ...own,
});

const prövade = new Set<string>();
/** The value of an indicator; `grupper` says the group, else the whole. */
async function mått(indikator: string, övrigt: Partial<Statistikfråga> = {}, grupper?: readonly string[]) {
  prövade.add(indikator);
  const { celler } = await tenant((t) =>
    t.statistik.räkna({
      indikator,
      från: '2026-11',
      till: '2026-11',
      tid: 'hela',
      uppdelning: [],
      filter: {},
      ...övrigt,
    }),
  );
  const söks = grupper ?? (övrigt.uppdelning ?? []).map(() => '*');
  const cell = celler.find((c) => c.grupper.join('|') === söks.join('|'));
  return cell?.värde ?? null;
}
const nära = (a: number | null, b: number) => assert.ok(a !== null && Math.abs(a - b) < 1e-9, `${a} är inte ${b}`);
const kvartal = { från: '2026-10', till: '2026-12' } as const;
const året = { från: '2026-01', till: '2026-12' } as const;

describe('måtten om arbetet, räknade för hand', () => {
  beforeEach(() => tenant((t) => t.statistik.clear('arenden')));
  const lägg = (parti: Parameters<TenantTransaction['statistik']['add']>[1]) =>
    tenant((t) => t.statistik.add('arenden', parti));

  it('väntetid: fem ansökningar, en väntar sedan 2 november', async () => {
    // Beslutade efter 2, 10, 24 och 100 timmar. Den femte har väntat från 2/11 kl. 8 till 24/11 kl. 8: 22 dygn = 528 timmar.
    await lägg({ ansökningar: [ansökan(2), ansökan(10), ansökan(24), ansökan(100), ansökan(undefined)] });
    // Medel: (2 + 10 + 24 + 100 + 528) / 5 = 664 / 5 = 132,8.
    nära(await mått('vantetid'), 132.8);
    // I ordning 2, 10, 24, 100, 528: den mittersta är 24.
    nära(await mått('vantetid-median'), 24);
    // 90:e percentilen ligger 0,9 · 4 = 3,6 steg in: 100 + 0,6 · (528 − 100) = 356,8.
    nära(await mått('vantetid-p90'), 356.8);
    // Inom 24 timmar: 2, 10 och 24, alltså 3 av 5 = 60 %. Den som väntar har väntat längre och räknas som nej.
    nära(await mått('inom-dygn'), 60);
    assert.equal(await mått('vantar'), 1);
    nära(await mått('vantar-median'), 528);
  });

  it('den som kom in för tre timmar sedan är varken i tid eller för sen', async () => {
    // Beslutad efter 2 timmar, och en som har väntat 3 timmar: 1 av 1 = 100 %, inte 1 av 2.
    await lägg({ ansökningar: [ansökan(2), ansökan(undefined, { inkommen: '2026-11-24T05:00:00.000Z' })] });
    nära(await mått('inom-dygn'), 100);
    assert.equal(await mått('vantar'), 1);
    // Väntetiden hittills räknas ändå: (2 + 3) / 2 = 2,5.
    nära(await mått('vantetid'), 2.5);
  });

  it('Koladas väntetid: bara nya ansökningar från första halvåret, i kalenderdagar', async () => {
    const ny = (dagar: number, own: Partial<Ansökningsfakta> = {}) =>
      ansökan(dagar * 24, { slag: 'nyansokan', inkommen: '2026-03-02T08:00:00.000Z', ...own });
    await lägg({
      ansökningar: [
        ny(0),
        ny(3),
        ny(12),
        ny(21),
        ny(30, { inkommen: '2026-07-01T08:00:00.000Z' }), // andra halvåret
        ny(40, { slag: 'ateransokan' }),
        // 30 juni kl. 22.30 UTC är 1 juli kl. 0.30 i Sverige: andra halvåret.
        ny(50, { inkommen: '2026-06-30T22:30:00.000Z' }),
        ansökan(undefined, { slag: 'nyansokan', inkommen: '2026-03-02T08:00:00.000Z' }), // väntar: tiden är inte känd
      ],
    });
    // (0 + 3 + 12 + 21) / 4 = 9 dagar; medianen mellan 3 och 12 är 7,5; över 14 dagar är 1 av 4 = 25 %.
    nära(await mått('kolada-u31402', året), 9);
    nära(await mått('kolada-u31403', året), 7.5);
    nära(await mått('kolada-u31463', året), 25);
  });

  it('beslut, avslag efter grund, och nej utan prövning för sig', async () => {
    await lägg({
      ansökningar: [
        ...[1, 2, 3, 4, 5].map(() => ansökan(5)),
        ansökan(5, { utfall: 'avslag', avslagsgrund: 'inkomster' }),
        ansökan(5, { utfall: 'avslag', avslagsgrund: 'inkomster' }),
        ansökan(5, { utfall: 'delavslag', avslagsgrund: 'kostnader' }),
        ansökan(5, { utfall: 'avslag', avslagsgrund: 'handling-saknas', processuellt: true }),
        ansökan(5, { utfall: 'avskriven', avslagsgrund: 'avskrivning', processuellt: true }),
        ansökan(undefined),
      ],
    });
    assert.equal(await mått('beslut'), 10);
    assert.equal(await mått('beslut', { uppdelning: ['utfall'] }, ['bifall']), 5);
    // Efter prövning: 2 avslag + 1 delavslag = 3 av 10 beslut = 30 %.
    nära(await mått('avslag-andel'), 30);
    assert.equal(await mått('avslag-grund'), 3);
    assert.equal(await mått('avslag-grund', { uppdelning: ['avslagsgrund'] }, ['inkomster']), 2);
    assert.equal(await mått('avslag-grund', { uppdelning: ['avslagsgrund'] }, ['handling-saknas']), 0);
    // Utan prövning: 1 + 1 = 2 av 10 = 20 %.
    assert.equal(await mått('avslag-processuella'), 2);
    nära(await mått('avslag-processuella-andel'), 20);
  });

  it('överklaganden: fem kom in i november, tre är prövade och en av dem ändrade', async () => {
    const ö = (överklagandeutfall: Ansökningsfakta['överklagandeutfall'], överklagad = '2026-11-20') =>
      ansökan(5, { utfall: 'avslag', avslagsgrund: 'inkomster', överklagad, överklagandeutfall });
    await lägg({
      ansökningar: [
        ö('andrat'),
        ö('avslag'),
        ö('avslag'),
        ö('avvisat'),
        ö(undefined),
        ö('andrat', '2026-12-01'),
        ansökan(5),
      ],
    });
    assert.equal(await mått('overklaganden'), 5);
    assert.equal(await mått('overklaganden', { uppdelning: ['overklagandeutfall'] }, ['avslag']), 2);
    // Prövade: andrat + 2 avslag = 3 (avvisat och det som väntar räknas inte). 1/3 = 33,33 %.
    nära(await mått('overklaganden-andrade'), 100 / 3);
  });

  it('automatiken: fyra av tio automatiska, tre granskade, en fel', async () => {
    const auto = (own: Partial<Ansökningsfakta> = {}) => ansökan(1, { automatisk: true, ...own });
    await lägg({
      ansökningar: [
        auto({ granskad: true }),
        auto({ granskad: true }),
        auto({ granskad: true, granskadFel: true }),
        auto(),
        ansökan(5, { stopporsaker: ['fordon', 'tillgang'], ändrad: true }),
        ansökan(5, { stopporsaker: ['fordon'], ändrad: true }),
        ansökan(5, { stopporsaker: ['forsta-ansokan'] }),
        ansökan(5),
        ansökan(5),
        ansökan(5),
      ],
    });
    nära(await mått('automatiska-andel'), 40);
    // Stoppade: 3 ansökningar; fordon i två av dem, tillgång i en. 2 + 1 + 1 = 4 orsaker men 3 i summan.
    assert.equal(await mått('stopporsaker'), 3);
    assert.equal(await mått('stopporsaker', { uppdelning: ['stopporsak'] }, ['fordon']), 2);
    assert.equal(await mått('stopporsaker', { uppdelning: ['stopporsak'] }), 3);
    // Granskade 3 av 4 = 75 %; fel 1 av 3 = 33,33 %.
    nära(await mått('granskade-andel'), 75);
    nära(await mått('granskade-fel'), 100 / 3);
    // Ändrade belopp: 2 av 6 beslut av människor = 33,33 %.
    nära(await mått('andrade-belopp'), 100 / 3);
  });

  it('avsteg: ett av fyra spårbeslut, och tre avsteg i allt', async () => {
    await lägg({
      händelser: [
        ...[0, 0, 0, 1].map((värde) =>
          händelse('sparbeslut', { värde, utfall: värde === 1 ? 'annat' : 'som-foreslaget' }),
        ),
        händelse('avsteg', { utfall: 'spar' }),
        händelse('avsteg', { utfall: 'belopp' }),
        händelse('avsteg', { utfall: 'belopp' }),
      ],
    });
    nära(await mått('spar-avsteg'), 25);
    assert.equal(await mått('avsteg'), 3);
    assert.equal(await mått('avsteg', { uppdelning: ['utfall'] }, ['belopp']), 2);
  });

  it('handläggningstid och möten per tjänst: bara för minst fem anställda, aldrig för en', async () => {
    await tenant((t) =>
      t.statistik.saveTjänster([
        { månad: '2026-11', distrikt: 'Norr', årsarbetskrafter: 4.5, anställda: 5 },
        { månad: '2026-11', distrikt: 'Syd', årsarbetskrafter: 1.5, anställda: 2 },
      ]),
    );
    await lägg({
      ansökningar: [
        ansökan(5, { handläggningsminuter: 30 }),
        ansökan(5, { handläggningsminuter: 60 }),
        ansökan(1, { handläggningsminuter: 0, automatisk: true }),
        ansökan(5), // tiden är inte känd
        ansökan(5, { handläggningsminuter: 110, distrikt: 'Syd' }),
      ],
      händelser: [
        ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(() => händelse('mote', { utfall: 'hallet' })),
        ...[1, 2, 3].map(() => händelse('mote', { utfall: 'hallet', distrikt: 'Syd' })),
        händelse('mote', { utfall: 'uteblivet' }),
      ],
    });
    // Alla sju anställda: (30 + 60 + 0 + 110) / 4 = 50 minuter; 12 hållna möten / 6 årsarbetskrafter = 2.
    nära(await mått('handlaggningstid'), 50);
    nära(await mått('moten-per-tjanst'), 2);
    // Syd har två anställda: ingenting. Då inte heller Norr, för annars går Syd att räkna ut. Summan står kvar.
    for (const id of ['handlaggningstid', 'moten-per-tjanst'])
      for (const distrikt of ['Norr', 'Syd'])
        assert.equal(await mått(id, { uppdelning: ['distrikt'] }, [distrikt]), null);
    nära(await mått('handlaggningstid', { uppdelning: ['distrikt'] }), 50);
    const { celler } = await tenant((t) =>
      t.statistik.räkna({
        indikator: 'moten-per-tjanst',
        från: '2026-11',
        till: '2026-11',
        tid: 'hela',
        uppdelning: ['distrikt'],
        filter: {},
      }),
    );
    const syd = celler.find((c) => c.grupper[0] === 'Syd');
    assert.match(syd?.saknas ?? '', /Färre än 5 anställda/);
    assert.deepEqual([syd?.täljare, syd?.underlag], [0, 0], 'inte heller antalet möten lämnas ut');
    // Ett filter på det lilla distriktet vägras likadant.
    assert.equal(await mått('handlaggningstid', { filter: { distrikt: ['Syd'] } }), null);
    nära(await mått('handlaggningstid', { filter: { distrikt: ['Norr'] } }), 30);
    // Måttet går inte att dela upp på något som pekar ut en anställd: bara distrikt finns.
    await assert.rejects(mått('handlaggningstid', { uppdelning: ['spar'] }), /kan inte delas upp/);
    for (const i of INDIKATORER.filter((x) => x.personalgrupp)) assert.deepEqual(i.uppdelningar, ['distrikt'], i.id);
    // Utan fil över tjänster är det inte känt hur många de är: ingenting.
    assert.equal(await mått('handlaggningstid', { från: '2026-10', till: '2026-10' }), null);
  });

  it('möten, samordnarbyten och uppföljningar', async () => {
    const [a, b, c] = [uuid(), uuid(), uuid()];
    await lägg({
      händelser: [
        ...[1, 2, 3].map(() => händelse('mote', { utfall: 'hallet' })),
        händelse('mote', { utfall: 'uteblivet' }),
        ...[a, b, c, a].map((person, i) =>
          händelse('har-samordnare', { person, dag: i === 3 ? '2026-11-24' : '2026-11-10' }),
        ),
        händelse('samordnarbyte', { person: a }),
        händelse('samordnarbyte', { person: a }),
        ...['i-tid', 'i-tid', 'sen'].map((utfall) => händelse('uppfoljning', { utfall })),
        händelse('uppfoljning', { utfall: 'forsenad', person: b }),
        händelse('uppfoljning', { utfall: 'forsenad', person: c }),
      ],
    });
    assert.equal(await mått('moten'), 4);
    assert.equal(await mått('moten', { uppdelning: ['utfall'] }, ['uteblivet']), 1);
    // Tre personer har samordnare och a bytte två gånger: 2/3.
    nära(await mått('samordnarbyten'), 2 / 3);
    // Sena: 1 för sent + 2 försenade = 3 av 5 = 60 %.
    nära(await mått('uppfoljningar-sena'), 60);
    assert.equal(await mått('uppfoljningar-forsenade'), 2);
  });

  it('tid till första insatsen, och steg under perioden', async () => {
    await lägg({
      perioder: [
        // Från 1 november till 6, 11 och 21 november: 5, 10 och 20 dagar.
        period({ förstaAktivitet: '2026-11-06', insatser: ['Café'], stegFrån: 1, stegTill: 3 }),
        period({ förstaAktivitet: '2026-11-11', insatser: ['Café', 'SFI'], stegFrån: 2, stegTill: 2 }),
        period({ förstaAktivitet: '2026-11-21', insatser: ['SFI'], stegFrån: 3, stegTill: 2 }),
        // Redan i insatsen när biståndet började: 0 dagar.
        period({ förstaAktivitet: '2026-10-15', insatser: ['Café'] }),
        period(),
      ],
    });
    // I ordning 0, 5, 10, 20: medianen är 7,5 och medelvärdet 35 / 4 = 8,75. I insats: 4 av 5 = 80 %.
    nära(await mått('tid-till-insats'), 7.5);
    nära(await mått('tid-till-insats-medel'), 8.75);
    nära(await mått('i-insats-andel'), 80);
    // Steg: 2, 0 och −1; (2 + 0 − 1) / 3 = 1/3. I Café: (2 + 0) / 2 = 1. Okända steg räknas inte.
    nära(await mått('steg-under-perioden'), 1 / 3);
    nära(await mått('steg-under-perioden', { uppdelning: ['insats'] }, ['Café']), 1);
  });

  it('erbjudna timmar mot krävda', async () => {
    await lägg({
      händelser: [
        händelse('aktivitetstimmar', { värde: 20, värde2: 40 }),
        händelse('aktivitetstimmar', { värde: 30, värde2: 40 }),
        händelse('aktivitetstimmar', { värde: 0, värde2: 20 }),
      ],
    });
    // (20 + 30 + 0) / (40 + 40 + 20) = 50 %.
    nära(await mått('timmar-erbjudna'), 50);
  });

  it('platser, beläggning, kö och efterfrågan, per insats och steg på trappan', async () => {
    await lägg({
      insatsmånader: [
        insats({ upptagna: 8, iKö: 0, börjat: 2, ködagar: 0 }),
        insats({ insats: 'SFI', steg: 'Studier', platser: 20, upptagna: 20, iKö: 6, börjat: 3, ködagar: 60 }),
        insats({ insats: 'Verkstad', steg: 'Studier', platser: 10, upptagna: 4, iKö: 2, börjat: 0, ködagar: 0 }),
      ],
    });
    assert.equal(await mått('platser'), 40);
    assert.equal(await mått('platser', { uppdelning: ['steg'] }, ['Studier']), 30);
    // (8 + 20 + 4) / 40 = 80 %.
    nära(await mått('belaggning'), 80);
    assert.equal(await mått('i-ko'), 8);
    // 60 dagar / (2 + 3) som fick plats = 12 dagar; i SFI 60 / 3 = 20.
    nära(await mått('kotid'), 12);
    nära(await mått('kotid', { uppdelning: ['insats'] }, ['SFI']), 20);
    // (8 + 26 + 6) / 40 = 1; i steget Studier (26 + 6) / 30 = 1,0667.
    nära(await mått('efterfragan'), 1);
    nära(await mått('efterfragan', { uppdelning: ['steg'] }, ['Studier']), 32 / 30);
  });

  it('förflyttningar på trappan per spår och insats', async () => {
    await lägg({
      händelser: [
        händelse('stegforflyttning', { värde: 1, insats: 'Café' }),
        händelse('stegforflyttning', { värde: 2, insats: 'Café' }),
        händelse('stegforflyttning', { värde: -1, insats: 'SFI' }),
        händelse('stegforflyttning', { värde: 1, spar: 'Samordnat' }),
      ],
    });
    assert.equal(await mått('stegforflyttningar'), 4);
    assert.equal(await mått('stegforflyttningar', { uppdelning: ['insats'] }, ['Café']), 2);
    // Uppåt 3 av 4 = 75 %; i spåret SFI plus 2 av 3.
    nära(await mått('stegforflyttningar-upp'), 75);
    nära(await mått('stegforflyttningar-upp', { uppdelning: ['spar'] }, ['SFI plus']), 200 / 3);
  });

  it('det som lagen frågar efter: IVO och beslut som inte verkställts', async () => {
    const a = uuid();
    await lägg({
      händelser: [
        händelse('krav-4a', { person: a }),
        händelse('krav-4a', { hinder: 'uppgift-saknas' }),
        händelse('krav-4a', { person: a, dag: '2027-01-10' }), // nästa kvartal
        händelse('krav-4d'),
        händelse('nedsattning'),
        händelse('nedsattning'),
        händelse('ej-verkstallt', { dag: '2026-12-31', utfall: 'ej-verkstallt', värde: 100 }),
        händelse('ej-verkstallt', { dag: '2026-12-31', utfall: 'avbrutet', värde: 95 }),
        händelse('verkstallt-sent', { dag: '2026-10-05', värde: 100 }),
        händelse('verkstallt-sent', { dag: '2026-10-06', värde: 140 }),
      ],
    });
    assert.equal(await mått('ivo-4a', kvartal), 2);
    assert.equal(await mått('ivo-4a', { ...kvartal, uppdelning: ['hinder'] }, ['uppgift-saknas']), 1);
    assert.equal(await mått('ivo-4d', kvartal), 1);
    assert.equal(await mått('ivo-nedsatt', kvartal), 2);
    // En månad är kortare än ett kvartal: vägras.
    await assert.rejects(mått('ivo-4a'), /kan inte visas för kortare tid än kvartal/);
    assert.equal(await mått('ej-verkstallda', kvartal), 2);
    assert.equal(await mått('ej-verkstallda', { ...kvartal, uppdelning: ['utfall'] }, ['avbrutet']), 1);
    assert.equal(await mått('verkstallda-sent', kvartal), 2);
    // (100 + 140) / 2 = 120 dagar.
    nära(await mått('verkstallda-sent-dagar', kvartal), 120);
  });

  it('alla mått i de här områdena är räknade ovan', () => {
    const områden = ['handlaggning', 'automatik', 'arbetssatt', 'vagen', 'rapportering'];
    assert.deepEqual(
      INDIKATORER.filter((i) => områden.includes(i.område) && !prövade.has(i.id)).map(({ id }) => id),
      [],
    );
  });
});
