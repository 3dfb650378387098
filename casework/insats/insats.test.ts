import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kravbeslut } from '../aktivitetskrav/kravbeslut.ts';
import type { ActResult } from '../refusal.ts';
import type { Anordnare, Överenskommelse } from './anordnare.ts';
import { type Anvisning, kanGrundaNedsättning } from './anvisning.ts';
import {
  avböjAnvisning,
  avslutaAnvisning,
  flyttaIKön,
  gePlatsFrånKön,
  godtaAnvisning,
  nekaAnvisning,
  startaAnvisning,
  återkallaAnvisning,
} from './anvisningens-gang.ts';
import { type Anvisningsunderlag, föreslåAnvisning } from './foresla-anvisning.ts';
import type { Insats } from './insats.ts';
import { krockar, läsPass, passschema, veckotimmar } from './pass.ts';
import { platsläge } from './platser.ts';
import { prövaVillkor, type Villkorsläge } from './prova-villkor.ts';
import { dagarTillStart, passarSökningen } from './sok-insatser.ts';
import { sparaInsats } from './spara-insats.ts';
import { sägUppÖverenskommelse, tecknaÖverenskommelse } from './teckna-overenskommelse.ts';

const IDAG = '2026-11-24';
const NU = '2026-11-24T09:00:00.000Z';
const anordnaren: Anordnare = {
  id: 'an',
  namn: 'Kaféet',
  slag: 'forening',
  kontakt: { namn: 'Chefen', telefon: '0', epost: '' },
  användare: [],
  aktiv: true,
  version: 1,
};
const insats: Insats = {
  id: 'in',
  anordnare: 'an',
  namn: 'Gruppen',
  beskrivning: 'Vi gör saker.',
  syften: ['motivera'],
  område: 'halsa',
  form: 'grupp',
  målgrupp: 'Alla',
  kriterier: 'Alla',
  villkor: [],
  språk: ['svenska'],
  tillgänglighet: '',
  startdagar: [],
  timmarPerVecka: 20,
  pass: [],
  adress: 'Gatan 1',
  ort: '',
  platser: 2,
  kostnad: undefined,
  stegtrappa: undefined,
  utvecklingsområde: 'civilsamhalle',
  längstMånader: 6,
  jobbsökartimmar: 5,
  utrymme: 'Man får gå till intervjuer.',
  skydd: undefined,
  försäkran: undefined,
  status: 'aktiv',
  version: 1,
};
const arbetsplats: Partial<Insats> = {
  form: 'arbetsplats',
  syften: ['arbetsplats'],
  skydd: { arbetsmiljö: 'Arbetsledaren', försäkring: 'Arbetsskadeförsäkring' },
  försäkran: { av: 'Chefen', dag: '2026-11-01', text: 'Deltagarna är extra.' },
};
const överenskommelse: Överenskommelse = {
  id: 'ö',
  anordnare: 'an',
  parter: [],
  resultat: 'Arbete',
  från: '2026-07-01',
  till: '2027-12-31',
  kostnad: undefined,
  tecknad: NU,
  tecknadAv: { id: 's', namn: 'S' },
  uppsagd: undefined,
};
const krav = (own: Partial<Kravbeslut> = {}): Kravbeslut => ({
  id: 'k',
  person: 'p',
  grund: '12:4a',
  från: '2026-10',
  till: '2027-03',
  timmarPerVecka: 30,
  prövning: undefined as never,
  plan: { id: 'pl', nummer: 1 },
  skäl: 'Skäl',
  beslutat: NU,
  av: 'H',
  upphört: undefined,
  ...own,
});

/** The sentences of a refusal, one string; fails when it was not refused. */
function vägran(result: ActResult<object>): string {
  assert.equal(result.ok, false);
  if (result.ok) return '';
  return [result.refusal.text, result.refusal.tillåtet, ...(result.refusal.fält ?? []).map((f) => f.text)].join(' ');
}
function gjort<T extends object>(result: ActResult<T>): T {
  if (!result.ok) assert.fail(JSON.stringify(result.refusal));
  return result;
}
const lägg = (own: Partial<Insats>) =>
  sparaInsats(undefined, {
    ...insats,
    ...own,
    anordnaren,
    upptagna: 0,
    bytAnordnare: true,
    baseradPå: 0,
    idag: IDAG,
  });
const föreslå = (
  underlag: Partial<Anvisningsunderlag> = {},
  own: Partial<Parameters<typeof föreslåAnvisning>[1]> = {},
) =>
  föreslåAnvisning(
    {
      insats,
      överenskommelser: [överenskommelse],
      krav: [],
      personens: [],
      villkor: [],
      jobbsökartimmar: undefined,
      ...underlag,
    },
    {
      id: 'a',
      person: 'p',
      grund: 'frivillig',
      samråd: undefined,
      från: '2026-12-01',
      till: '2027-02-28',
      timmarPerVecka: 10,
      pass: [],
      skäl: 'Du vill.',
      avsteg: '',
      tillAnordnaren: '',
      nu: NU,
      av: { id: 's', namn: 'S' },
      ...own,
    },
  );
const anvisning = (own: Partial<Anvisning> = {}): Anvisning => ({ ...gjort(föreslå()).anvisning, ...own });

describe('lagens gränser för en aktivitet', () => {
  it('godtar en aktivitet med syfte, tidsgräns och plats för att söka arbete', () => {
    assert.equal(gjort(lägg({})).insats.version, 1);
    assert.equal(lägg({ ...arbetsplats }).ok, true);
  });
  it('kräver ett av syftena i 6 a §', () => assert.match(vägran(lägg({ syften: [] })), /minst ett syfte/));
  it('blandar aldrig vård med det som kan krävas', () =>
    assert.match(vägran(lägg({ syften: ['vard', 'motivera'] })), /HFD 2011 ref\. 49/));
  it('vägrar oavlönat arbete utan något av syftena i 6 a §', () =>
    assert.match(vägran(lägg({ ...arbetsplats, syften: ['vard'] })), /Oavlönat arbete får bara/));
  it('vägrar en aktivitet utan tidsgräns', () =>
    assert.match(vägran(lägg({ längstMånader: Number.NaN })), /begränsat i tid/));
  it('vägrar en aktivitet som inte lämnar tid att söka arbete', () => {
    assert.match(vägran(lägg({ jobbsökartimmar: 0 })), /lämna tid till att söka arbete/);
    assert.match(vägran(lägg({ timmarPerVecka: 36, jobbsökartimmar: 5 })), /högst 40/);
    assert.match(vägran(lägg({ utrymme: ' ' })), /fri att söka och ta ett arbete/);
  });
  it('vägrar 41 timmar', () => assert.match(vägran(lägg({ timmarPerVecka: 41 })), /högst 40/));
  it('vägrar en plats på en arbetsplats utan arbetsmiljö och försäkring', () =>
    assert.match(vägran(lägg({ ...arbetsplats, skydd: undefined })), /försäkring som gäller vid skada/));
  it('vägrar en plats som ingen har försäkrat att den inte ersätter ett ordinarie arbete', () => {
    assert.match(vägran(lägg({ ...arbetsplats, försäkran: undefined })), /inte ersätta ett ordinarie arbete/);
    const { försäkran } = arbetsplats;
    assert.match(
      vägran(lägg({ ...arbetsplats, försäkran: { ...försäkran!, dag: '2026-12-24' } })),
      /inte ersätta ett ordinarie arbete/,
    );
    assert.match(vägran(lägg({ syften: ['arbetsplats'] })), /inte ersätta ett ordinarie arbete/);
  });
  it('vägrar färre platser än som är upptagna och pass som inte stämmer med timmarna', () => {
    const nuvarande = { ...insats, platser: 5 };
    const färre = sparaInsats(nuvarande, {
      ...insats,
      platser: 1,
      anordnaren,
      upptagna: 3,
      bytAnordnare: true,
      baseradPå: 1,
      idag: IDAG,
    });
    assert.match(vägran(färre), /Skriv minst 3/);
    assert.match(vägran(lägg({ pass: läsPass('måndag 09:00–12:00') })), /tillsammans 3 timmar/);
    assert.match(vägran(lägg({ pass: läsPass('mondag 9-12') })), /ett pass per rad/);
  });
});

describe('lagens gränser för en anvisning', () => {
  it('vägrar utan giltig överenskommelse, och efter dess sista dag', () => {
    assert.match(vägran(föreslå({ överenskommelser: [] })), /ingen överenskommelse med anordnaren/);
    const kort = { ...överenskommelse, till: '2026-12-31' };
    assert.match(vägran(föreslå({ överenskommelser: [kort] })), /till och med 2026-12-31/);
    const uppsagd = { till: '2026-11-30', skäl: 'S', av: 'A', tid: NU };
    assert.match(vägran(föreslå({ överenskommelser: [{ ...överenskommelse, uppsagd }] })), /ingen överenskommelse/);
  });
  it('kräver samråd med Arbetsförmedlingen för 12 kap. 4 §', () => {
    assert.match(vägran(föreslå({}, { grund: '12:4' })), /samråda med Arbetsförmedlingen/);
    const samråd = { dag: '2026-11-20', med: 'Arbetsförmedlare', vad: 'Ingen egen insats passar.' };
    assert.deepEqual(gjort(föreslå({}, { grund: '12:4', samråd })).anvisning.samråd, samråd);
    assert.match(vägran(föreslå({}, { grund: '12:4', samråd: { ...samråd, dag: '2026-11-25' } })), /senast i dag/);
  });
  it('kräver ett beslutat krav på samma grund, inom dess timmar och tid', () => {
    assert.match(vägran(föreslå({}, { grund: '12:4a' })), /inget beslutat krav/);
    assert.match(vägran(föreslå({ krav: [krav({ grund: '12:4d' })] }, { grund: '12:4a' })), /inget beslutat krav/);
    assert.equal(gjort(föreslå({ krav: [krav()] }, { grund: '12:4a' })).anvisning.krav, 'k');
    assert.match(vägran(föreslå({ krav: [krav({ timmarPerVecka: 8 })] }, { grund: '12:4a' })), /Kravet är 8 timmar/);
    assert.match(vägran(föreslå({ krav: [krav({ till: '2027-01' })] }, { grund: '12:4a' })), /till och med 2027-01-31/);
  });
  it('har 12 kap. 4 g § först från 2027', () => {
    const g = krav({ grund: '12:4g' });
    assert.match(vägran(föreslå({ krav: [g] }, { grund: '12:4g' })), /gäller från 2027-01-01/);
    assert.equal(föreslå({ krav: [g] }, { grund: '12:4g', från: '2027-01-01' }).ok, true);
  });
  it('kräver aldrig vård och behandling', () => {
    const vård: Insats = { ...insats, syften: ['vard'] };
    assert.match(
      vägran(föreslå({ insats: vård, krav: [krav()] }, { grund: '12:4a' })),
      /Vård och behandling får aldrig krävas/,
    );
    const frivillig = gjort(föreslå({ insats: vård })).anvisning;
    assert.equal(kanGrundaNedsättning(frivillig), false);
    assert.equal(kanGrundaNedsättning({ grund: '12:4a' }, vård), false);
    assert.equal(kanGrundaNedsättning({ grund: '12:4a' }, insats), true);
    assert.equal(kanGrundaNedsättning({ grund: 'frivillig' }, insats), false);
  });
  it('har oavlönat arbete bara inom 12 kap. 4, 4 a och 4 d §§', () => {
    const plats: Insats = { ...insats, ...arbetsplats };
    assert.match(vägran(föreslå({ insats: plats })), /anvisas bara enligt/);
    assert.equal(föreslå({ insats: plats, krav: [krav()] }, { grund: '12:4a' }).ok, true);
  });
  it('kräver aldrig en anställning', () => {
    const jobb: Insats = { ...insats, form: 'valfardsjobb', timmarPerVecka: 40 };
    assert.match(vägran(föreslå({ insats: jobb, krav: [krav()] }, { grund: '12:4a' })), /tackar ja till/);
    assert.equal(föreslå({ insats: jobb }).ok, true);
  });
  it('är begränsad i tid', () => {
    assert.match(vägran(föreslå({}, { till: undefined })), /begränsad i tid/);
    assert.match(vägran(föreslå({}, { till: '2027-06-01' })), /högst 6 månader.*2027-05-31/);
    assert.equal(föreslå({}, { till: '2027-05-31' }).ok, true);
  });
  it('lämnar tid att söka arbete: krävda timmar och jobbsökande högst 40', () => {
    const andra = [anvisning({ id: 'b', insats: 'x', grund: '12:4', timmarPerVecka: 20 })];
    const samråd = { dag: '2026-11-20', med: 'Arbetsförmedlare', vad: 'V' };
    const med = (timmarPerVecka: number, jobbsökartimmar?: number) =>
      föreslå({ personens: andra, jobbsökartimmar }, { grund: '12:4', samråd, timmarPerVecka });
    assert.equal(med(15).ok, true);
    assert.match(vägran(med(15.25)), /tillsammans vara högst 40/);
    assert.match(vägran(med(15, 10)), /tillsammans vara högst 40/);
  });
  it('krockar inte med en annan anvisning och är inte dubbel', () => {
    const pass = läsPass('måndag 09:00–12:00');
    const har = [anvisning({ id: 'b', insats: 'x', pass: läsPass('måndag 11:00–13:00') })];
    assert.match(vägran(föreslå({ personens: har }, { pass })), /går i ett pass som personen redan har/);
    assert.match(vägran(föreslå({ personens: [anvisning()] })), /redan anvisad/);
  });
  it('kräver skäl när ett villkor inte är uppfyllt, och en startdag som finns', () => {
    const villkor = [{ villkor: { slag: 'inskriven' as const }, utfall: 'inte-uppfyllt' as const, text: 'Nej.' }];
    assert.match(vägran(föreslå({ villkor })), /Skriv varför personen anvisas ändå/);
    assert.equal(
      gjort(föreslå({ villkor }, { avsteg: 'Börjar där i morgon.' })).anvisning.avsteg,
      'Börjar där i morgon.',
    );
    const daterad = { ...insats, startdagar: ['2026-10-01', '2027-01-11'] };
    assert.match(vägran(föreslå({ insats: daterad })), /Välj 2027-01-11/);
    assert.match(vägran(föreslå({}, { från: '2026-11-23' })), /i dag eller senare/);
    assert.match(vägran(föreslå({ insats: { ...insats, status: 'stangd' } })), /tar inte emot fler/);
  });
});

describe('anvisningens gång', () => {
  const ja = { av: 'A', nu: NU };
  it('ger plats, köar när det är fullt, och låter ingen gå före kön', () => {
    const a = gjort(godtaAnvisning(anvisning({ id: '1' }), insats, [], ja)).anvisning;
    const b = gjort(godtaAnvisning(anvisning({ id: '2' }), insats, [a], ja)).anvisning;
    const c = gjort(godtaAnvisning(anvisning({ id: '3' }), insats, [a, b], ja)).anvisning;
    assert.deepEqual([a.status, b.status, c.status, c.kö?.nummer], ['plats', 'plats', 'i-ko', 1]);
    const slutad = { ...a, status: 'avslutad' as const };
    const d = gjort(godtaAnvisning(anvisning({ id: '4' }), insats, [slutad, b, c], ja)).anvisning;
    assert.deepEqual([d.status, d.kö?.nummer], ['i-ko', 2]);
    const alla = [slutad, b, c, d];
    const dagar = { från: '2026-12-01', till: '2027-02-28', nu: NU };
    assert.match(vägran(gePlatsFrånKön(d, insats, alla, dagar)), /före i kön/);
    assert.equal(gjort(gePlatsFrånKön(c, insats, alla, dagar)).anvisning.status, 'plats');
    assert.match(vägran(gePlatsFrånKön(c, insats, [a, b, c, d], dagar)), /Alla 2 platser/);
    assert.match(vägran(gePlatsFrånKön(c, insats, alla, { ...dagar, till: '2027-03-31' })), /till och med 2027-02-28/);
  });
  it('räknar lediga platser nu och när de väntas', () => {
    const a = anvisning({ id: '1', status: 'pagar', från: '2026-10-01', till: '2026-12-31' });
    const b = anvisning({ id: '2', status: 'plats', från: '2027-01-15', till: '2027-02-28' });
    const läge = platsläge(insats, [a, b], IDAG);
    assert.deepEqual([läge.upptagna, läge.lediga, läge.kommande], [1, 1, [{ dag: '2027-03-01', lediga: 2 }]]);
    assert.equal(platsläge(insats, [{ ...a, till: '2026-11-01' }], IDAG).lediga, 2);
  });
  it('tar ett nej bara med skäl, en start inom tiden och ett slut med utfall', () => {
    assert.match(vägran(nekaAnvisning(anvisning(), { skäl: ' ', ...ja })), /varför/);
    assert.equal(gjort(nekaAnvisning(anvisning(), { skäl: 'Fullt', ...ja })).anvisning.status, 'nekad');
    const plats = anvisning({ status: 'plats', från: '2026-11-20' });
    assert.match(vägran(startaAnvisning(plats, { dag: '2026-11-25', nu: NU })), /från 2026-11-20 till i dag/);
    const pågår = gjort(startaAnvisning(plats, { dag: '2026-11-20', nu: NU })).anvisning;
    assert.match(
      vägran(avslutaAnvisning(pågår, { dag: IDAG, utfall: undefined, text: '', ...ja })),
      /vad det ledde till/,
    );
    const slut = gjort(avslutaAnvisning(pågår, { dag: IDAG, utfall: 'arbete', text: '', ...ja })).anvisning;
    assert.deepEqual([slut.status, slut.till, slut.utfall?.slag], ['avslutad', IDAG, 'arbete']);
    assert.match(vägran(återkallaAnvisning(slut, { skäl: 'S', ...ja })), /går inte/);
    assert.match(vägran(återkallaAnvisning(pågår, { skäl: '', ...ja })), /varför/);
    assert.equal(gjort(återkallaAnvisning(pågår, { skäl: 'Flyttar', ...ja })).anvisning.till, IDAG);
  });
});

describe('villkor, pass, sökning och överenskommelser', () => {
  const läge: Villkorsläge = {
    ålder: 30,
    språknivå: 'A2',
    timmar: 10,
    inskriven: true,
    spår: { id: 'sfi-plus', namn: 'SFI plus' },
    hinder: ['ohalsa'],
    barn: [3],
    namn: {},
  };
  const tomt: Villkorsläge = {
    ålder: undefined,
    språknivå: undefined,
    timmar: undefined,
    inskriven: undefined,
    spår: undefined,
    hinder: undefined,
    barn: undefined,
    namn: {},
  };
  const uppfyllda = [
    { slag: 'alder', minst: 18, högst: 30 },
    { slag: 'sprakniva', minst: 'A2' },
    { slag: 'timmar', minst: 10 },
    { slag: 'inskriven' },
    { slag: 'spar', av: ['sfi-plus'] },
    { slag: 'hinder', av: ['ohalsa'] },
    { slag: 'barn-under', under: 8 },
  ] as const;
  const brutna = [
    { slag: 'alder', minst: 31 },
    { slag: 'sprakniva', minst: 'B1' },
    { slag: 'timmar', minst: 12 },
    { slag: 'spar', av: ['hundra-dagar'] },
    { slag: 'hinder', av: ['annat'] },
    { slag: 'barn-under', under: 3 },
  ] as const;
  it('är uppfyllda, inte uppfyllda eller okända, var och en med en mening', () => {
    const svar = (v: Parameters<typeof prövaVillkor>[0], l: Villkorsläge) => prövaVillkor(v, l).map((x) => x.utfall);
    const lista = <T>(x: readonly T[]) => x as never;
    assert.deepEqual(new Set(svar(lista(uppfyllda), läge)), new Set(['uppfyllt']));
    assert.deepEqual(new Set(svar(lista(brutna), läge)), new Set(['inte-uppfyllt']));
    assert.deepEqual(new Set(svar(lista([...uppfyllda, ...brutna]), tomt)), new Set(['okant']));
    assert.deepEqual(svar([{ slag: 'inskriven' }], { ...läge, inskriven: false }), ['inte-uppfyllt']);
    for (const p of prövaVillkor(lista([...uppfyllda, ...brutna]), läge)) assert.match(p.text, /\.$/);
  });
  it('läser pass, räknar timmar och vägrar pass som går i varandra', () => {
    const pass = läsPass('måndag 9.00–12.15\nfre 13:00 till 15:00, biblioteket');
    assert.equal(veckotimmar(pass), 5.25);
    assert.equal(pass[1]?.plats, 'biblioteket');
    assert.equal(passschema.safeParse(pass).success, true);
    assert.equal(passschema.safeParse(läsPass('måndag 12:00–09:00')).success, false);
    assert.equal(passschema.safeParse(läsPass('måndag 09:00–12:00\nmåndag 11:00–13:00')).success, false);
    assert.equal(passschema.safeParse(läsPass('måndag 09:00–09:10')).success, false);
    assert.equal(krockar(pass[0]!, { ...pass[0]!, från: '12:15', till: '13:00' }), false);
  });
  it('söker på behov, timmar, språk, tid till start och lediga platser', () => {
    const plats = { lediga: 1 };
    const daterad = { ...insats, startdagar: ['2026-12-01'] };
    assert.equal(dagarTillStart(daterad, IDAG), 7);
    assert.equal(passarSökningen(daterad, plats, { inomDagar: 7, syfte: 'motivera', högstTimmar: 20 }, IDAG), true);
    assert.equal(passarSökningen(daterad, plats, { inomDagar: 6 }, IDAG), false);
    assert.equal(passarSökningen(insats, { lediga: 0 }, { ledigt: true }, IDAG), false);
    assert.equal(passarSökningen(insats, plats, { språk: 'arabiska' }, IDAG), false);
    assert.equal(passarSökningen(insats, plats, { text: 'grupp' }, IDAG), true);
  });
  it('tecknar med två parter och säger upp från i dag', () => {
    const { uppsagd: _, ...ny } = överenskommelse;
    assert.match(vägran(tecknaÖverenskommelse(ny)), /minst två parter/);
    const parter = ['A', 'B'].map((part) => ({ part, ansvar: 'Gör' }));
    assert.equal(tecknaÖverenskommelse({ ...ny, parter }).ok, true);
    assert.match(vägran(tecknaÖverenskommelse({ ...ny, parter, till: '2026-01-01' })), /efter den första/);
    const säg = (till: string) => sägUppÖverenskommelse(överenskommelse, { till, skäl: 'S', av: 'A', nu: NU });
    assert.match(vägran(säg('2026-11-23')), /från i dag/);
    assert.equal(säg('2026-12-31').ok, true);
  });
});

describe('ett nej från personen', () => {
  const plats = (): Anvisning => ({
    ...gjort(föreslå()).anvisning,
    status: 'plats',
    från: '2026-11-20',
    föreslagen: '2026-11-16T09:00:00.000Z',
  });
  const nej = (anvisning: Anvisning, own: Partial<Parameters<typeof avböjAnvisning>[1]> = {}) =>
    avböjAnvisning(anvisning, {
      sätt: 'sade-nej',
      dag: '2026-11-23',
      sagtAv: 'personen',
      skäl: 'Jag hinner inte hem till skolan.',
      antecknadAv: { id: 's', namn: 'S' },
      nu: NU,
      ...own,
    });

  it('har dag, vem som sade det och skäl med egna ord, och lämnar platsen', () => {
    const { anvisning } = gjort(nej(plats()));
    assert.equal(anvisning.status, 'avbojd');
    assert.equal(anvisning.avböjd?.dag, '2026-11-23');
    assert.equal(platsläge({ id: 'in', platser: 2 }, [anvisning], IDAG).upptagna, 0);
    assert.equal(nej(anvisning).ok, false, 'inte två gånger');
  });
  it('kräver skäl för ett nej, men inte när ingen vet varför personen inte kom', () => {
    assert.match(vägran(nej(plats(), { skäl: ' ' })), /personens egna ord/);
    assert.equal(nej(plats(), { sätt: 'kom-inte', skäl: '' }).ok, true);
    assert.match(vägran(nej(plats(), { skäl: 'x'.repeat(2001) })), /2 000 tecken/);
  });
  it('är inte frånvaro: den som inte har plats kan inte utebli, och inte heller före första dagen', () => {
    const utan: Anvisning = { ...plats(), status: 'i-ko' };
    assert.match(vägran(nej(utan, { sätt: 'kom-inte' })), /har en plats/);
    assert.match(vägran(nej(plats(), { sätt: 'kom-inte', dag: '2026-11-19' })), /från 2026-11-20 till 2026-11-24/);
    assert.match(vägran(nej({ ...plats(), från: '2026-12-01' }, { sätt: 'kom-inte' })), /börjar 2026-12-01/);
    assert.match(vägran(nej(plats(), { dag: '2026-11-31' })), /ÅÅÅÅ-MM-DD/);
    assert.equal(nej({ ...plats(), status: 'pagar' }).ok, false);
  });
});

describe('att flytta i kön', () => {
  const iKö = (id: string, nummer: number): Anvisning => ({
    ...gjort(föreslå()).anvisning,
    id,
    status: 'i-ko',
    kö: { nummer, skäl: 'Fullt.', tid: NU },
  });
  const alla = [iKö('a', 3), iKö('b', 4), iKö('c', 8), iKö('d', 9)];
  const flytta = (id: string, plats: number, skäl = 'Har en tid att passa.') =>
    flyttaIKön(alla.find((a) => a.id === id)!, alla, { plats, skäl, av: 'S', nu: NU });

  it('ger den flyttade platsen och numrerar om de andra i den ordning de hade', () => {
    const { anvisningar } = gjort(flytta('d', 2));
    assert.deepEqual(
      anvisningar.map((a) => [a.id, a.kö?.nummer]),
      [
        ['d', 4],
        ['b', 8],
        ['c', 9],
      ],
    );
    assert.deepEqual(anvisningar[0]!.kö?.flyttar, [
      { tidigare: 4, plats: 2, skäl: 'Har en tid att passa.', av: 'S', tid: NU },
    ]);
    assert.equal(anvisningar[1]!.kö?.flyttar, undefined, 'bara den flyttades skäl sparas');
  });
  it('kräver skäl och en plats som finns', () => {
    assert.match(vägran(flytta('d', 2, ' ')), /varför personen flyttas/);
    for (const plats of [0, 5, 1.5, Number.NaN]) assert.match(vägran(flytta('d', plats)), /från 1 till 4/);
    assert.match(vägran(flytta('d', 4)), /redan plats 4/);
    assert.match(
      vägran(flyttaIKön({ ...alla[0]!, status: 'plats' }, alla, { plats: 2, skäl: 'x', av: 'S', nu: NU })),
      /inte i kö/,
    );
  });
});
