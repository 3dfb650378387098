import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Källa } from '@stegvis/casework';
import { läsLefi } from './las-lefi.ts';
import { inkomsttypFör } from './lefi-formaner.ts';
import { PERSONNUMMER } from './provunderlag.ts';
import { Oläsbart } from './ssbtek-fel.ts';

const sek = (summa: number) => ({ summa, valuta: 'SEK' });
const utbetalning = (ändrat: object = {}) => ({
  typ: { id: 1, beskrivning: 'Månad' },
  formansfamilj: { id: 'SJP', beskrivning: 'Sjukpenning' },
  datum: '2026-11-20',
  period: { fran: '2026-11-01', till: '2026-11-30' },
  bruttobelopp: sek(10000),
  skattebelopp: sek(2000),
  avdragsbelopp: sek(2000),
  nettobelopp: sek(8000),
  utbetalningsdetalj: [],
  ...ändrat,
});
const utlämnare = (kod: string, tillstånd = 'OK') => ({ utlamnare: { kod }, tillstand: { kod: tillstånd } });
const svar = (ändrat: object = {}) => ({
  utlamnare: [utlämnare('FK'), utlämnare('PM')],
  avvikelser: {},
  formansinformation: { utbetalningsuppgift: [], preliminarautbetalningar: [] },
  utbetalningar: [],
  preliminaraUtbetalningar: [],
  ...ändrat,
});
const läs = (json: unknown, källor: Källa[] = ['FK', 'PM']) =>
  läsLefi(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), {
    personnummer: PERSONNUMMER,
    källor,
    utelämnarTommaListor: false,
  });
const fk = (utbetalningar: object[], övrigt: object = {}) =>
  läs(
    svar({ formansinformation: { utbetalningsuppgift: utbetalningar, preliminarautbetalningar: [] }, ...övrigt }),
  ).get('FK')!;

test('tomma listor från en tillgänglig myndighet är inget hos oss', () => {
  const läst = läs(svar());
  assert.deepEqual([läst.get('FK')?.kvalitet, läst.get('PM')?.kvalitet], ['inget-hos-oss', 'inget-hos-oss']);
});

test('en lista som inte finns är inte en tom lista', () => {
  for (const formansinformation of [undefined, {}, { utbetalningsuppgift: [] }, { preliminarautbetalningar: [] }]) {
    assert.equal(läs(svar({ formansinformation })).get('FK')?.fel?.kod, 'lista-saknas');
  }
  for (const lista of ['utbetalningar', 'preliminaraUtbetalningar']) {
    assert.equal(läs(svar({ [lista]: undefined })).get('PM')?.fel?.kod, 'lista-saknas');
  }
});

test('nettot för hela utbetalningen läses, aldrig summan av rader', () => {
  const rader = [{ forman: { id: 'SJP' }, beloppstyp: { id: 'SJP' }, bruttobelopp: sek(99999) }];
  assert.deepEqual(fk([utbetalning({ utbetalningsdetalj: rader })]).uppgifter, [
    {
      slag: 'utbetalning',
      inkomsttyp: 'sjukpenning',
      netto: 800000,
      utbetald: '2026-11-20',
      avser: { from: '2026-11-01', tom: '2026-11-30' },
      planerad: false,
      ursprung: 'FK SJP',
    },
  ]);
});

test('avdrag utöver skatt följer med, så att någon kan se utmätningen', () => {
  const [u] = fk([utbetalning({ avdragsbelopp: sek(3500), nettobelopp: sek(6500) })]).uppgifter;
  assert.ok(u?.slag === 'utbetalning');
  assert.deepEqual([u.netto, u.avdragEfterSkatt], [650000, 150000]);
});

test('belopp med ören läses rätt, och avdrag får stå med minustecken', () => {
  const [u] = fk([
    utbetalning({
      bruttobelopp: sek(1000.29),
      skattebelopp: sek(-300.1),
      avdragsbelopp: sek(-300.1),
      nettobelopp: sek(700.19),
    }),
  ]).uppgifter;
  assert.ok(u?.slag === 'utbetalning');
  assert.equal(u.netto, 70019);
});

test('brutto, avdrag och netto som inte går ihop gör svaret ej kontrollerbart', () => {
  const läst = fk([utbetalning({ nettobelopp: sek(8001) })]);
  assert.deepEqual(
    [läst.kvalitet, läst.fel?.kod, läst.uppgifter.length],
    ['ej-kontrollerbar', 'belopp-gar-inte-ihop', 1],
  );
});

test('preliminära utbetalningar är planerade', () => {
  const läst = läs(
    svar({ formansinformation: { utbetalningsuppgift: [], preliminarautbetalningar: [utbetalning()] } }),
  ).get('FK')!;
  assert.ok(läst.uppgifter[0]?.slag === 'utbetalning' && läst.uppgifter[0].planerad);
});

test('en förmånskod som vi inte säkert känner är okänd, aldrig gissad', () => {
  for (const [formansfamilj, väntat] of [
    [{ id: 'EJO', beskrivning: 'Något annat' }, 'okand'],
    [{ id: 'SA', beskrivning: 'Sjuk- och aktivitetsersättning' }, 'okand'],
    [{ id: 'SA', beskrivning: 'Sjukersättning' }, 'sjukersattning'],
    [{ id: 'BOB' }, 'bostadsbidrag'],
    [{ beskrivning: 'bostadsbidrag' }, 'bostadsbidrag'],
    [{ id: 'SJP', beskrivning: 'Barnbidrag' }, 'okand'],
    [{ id: 'GP', beskrivning: 'Graviditetspenning' }, 'okand'],
    [undefined, 'okand'],
  ] as const) {
    const [u] = fk([utbetalning({ formansfamilj })]).uppgifter;
    assert.equal(u?.slag === 'utbetalning' && u.inkomsttyp, väntat, JSON.stringify(formansfamilj));
  }
  assert.equal(inkomsttypFör({ kod: 'PM:AP' }), 'pension');
  assert.equal(inkomsttypFör({ kod: 'PM:EF' }), undefined);
});

test('dagersättning avgörs av raderna som inte är avdrag, om alla säger samma', () => {
  const formansfamilj = { id: 'DAG', beskrivning: 'Dagersättning' };
  const rad = (id: string, beskrivning: string) => ({
    forman: { id: 'AMP', beskrivning: 'Arbetsmarknadspolitiskt program' },
    beloppstyp: { id, beskrivning },
  });
  const typ = (utbetalningsdetalj: object[]) => {
    const [u] = fk([utbetalning({ formansfamilj, utbetalningsdetalj })]).uppgifter;
    return u?.slag === 'utbetalning' && u.inkomsttyp;
  };
  assert.equal(typ([rad('EE', 'Etableringsersättning'), rad('PS', 'Preliminär skatt')]), 'etableringsersattning');
  assert.equal(typ([rad('EE', 'Etableringsersättning'), rad('AS', 'Aktivitetsstöd')]), 'okand');
  assert.equal(typ([rad('EE', 'Etableringsersättning'), rad('XX', 'Något nytt')]), 'okand');
  assert.equal(typ([]), 'okand');
});

test('avvikelser och otillgängliga myndigheter är aldrig inget hos oss', () => {
  const läge = (ändrat: object) => {
    const läst = läs(svar(ändrat));
    return [läst.get('FK')?.fel?.kod, läst.get('PM')?.fel?.kod];
  };
  const avvikelse = (kod: string, formansgrupp: string) => ({
    avvikelse: { kod },
    formansgrupp: { kod: formansgrupp, beskrivning: '' },
  });
  assert.deepEqual(läge({ avvikelser: { utbetalningar: [avvikelse('INTERNT_FEL', 'FK:BOB')] } }), [
    'lefi-avvikelse',
    undefined,
  ]);
  assert.deepEqual(läge({ avvikelser: { preliminaraUtbetalningar: [avvikelse('OBEHORIG', 'PM:AP')] } }), [
    undefined,
    'lefi-obehorig',
  ]);
  assert.deepEqual(läge({ avvikelser: { utbetalningar: [{}] } }), ['lefi-avvikelse', 'lefi-avvikelse']);
  assert.deepEqual(läge({ utlamnare: [utlämnare('FK', 'FELANDE'), utlämnare('PM', 'OTILLGANGLIG')] }), [
    'utlamnare-otillganglig',
    'utlamnare-otillganglig',
  ]);
  assert.deepEqual(läge({ utlamnare: [utlämnare('PM')] }), ['utlamnare-saknas', undefined]);
  assert.deepEqual(läge({ avvikelser: [] }), [undefined, undefined]);
  const delvis = fk([utbetalning()], { avvikelser: { utbetalningar: [avvikelse('INTERNT_FEL', 'FK:BOB')] } });
  assert.deepEqual(
    [delvis.kvalitet, delvis.uppgifter.length, delvis.fel?.text.includes('FK:BOB')],
    ['ej-kontrollerbar', 1, true],
  );
});

test('det som inte följer LEFI v9 kan inte läsas', () => {
  for (const json of [
    'inte json',
    '[]',
    'null',
    '{}',
    JSON.stringify({ meddelande: 'fel', timestamp: '' }),
    JSON.stringify(svar({ formansinformation: { utbetalningsuppgifter: [utbetalning()] } })),
    JSON.stringify(svar({ nyLista: [] })),
    JSON.stringify(svar({ formansinformation: { utbetalningsuppgift: utbetalning() } })),
  ]) {
    assert.throws(() => läs(json), Oläsbart, json.slice(0, 60));
  }
  for (const ändrat of [
    { nettobelopp: undefined },
    { nettobelopp: sek(-1) },
    { nettobelopp: { summa: '8000', valuta: 'SEK' } },
    { nettobelopp: { summa: 8000, valuta: 'EUR' } },
    { nettobelopp: sek(0.005) },
    { nettobelopp: sek(1e15) },
    { datum: '2026-11-31' },
    { datum: '2026-11' },
    { datum: undefined },
  ]) {
    assert.throws(() => fk([utbetalning(ändrat)]), Oläsbart, JSON.stringify(ändrat));
  }
});

test('period med bara månad eller öppet slut läses, obegriplig utelämnas', () => {
  const avser = (period: object) => {
    const [u] = fk([utbetalning({ period })]).uppgifter;
    return u?.slag === 'utbetalning' ? u.avser : undefined;
  };
  assert.deepEqual(avser({ fran: '2026-02', till: '2026-02' }), { from: '2026-02-01', tom: '2026-02-28' });
  assert.deepEqual(avser({ fran: '2026-11-01' }), { from: '2026-11-01' });
  assert.equal(avser({ fran: 'snart' }), undefined);
});

const pmUtbetalning = (ändrat: object = {}) => ({
  utbetalningsdatum: '2026-11-18',
  utbetalningsperiod: { from: '2026-11-01', tom: '2026-11-30' },
  bruttobelopp: 16361,
  nettobelopp: 14109,
  avdrag: [{ belopp: -2252, avdragstyp: { kod: 'PM:PS', beskrivning: 'Preliminär skatt' } }],
  utbetalningsrader: [
    {
      formansgrupp: { kod: 'PM:AP', beskrivning: 'Allmän pension' },
      belopp: 16361,
      beloppstyp: { kod: 'PM:IP', beskrivning: 'Inkomstpension' },
    },
  ],
  ...ändrat,
});

test('Pensionsmyndighetens utbetalning läses på sin nivå; blandade förmåner är okända', () => {
  const pm = (u: object) => läs(svar({ utbetalningar: [u] })).get('PM')!.uppgifter[0];
  assert.deepEqual(pm(pmUtbetalning()), {
    slag: 'utbetalning',
    inkomsttyp: 'pension',
    netto: 1410900,
    utbetald: '2026-11-18',
    avser: { from: '2026-11-01', tom: '2026-11-30' },
    planerad: false,
    ursprung: 'PM AP',
  });
  const bostad = {
    formansgrupp: { kod: 'PM:BTI', beskrivning: 'Bostads- och inkomststöd' },
    beloppstyp: { kod: 'PM:BTP', beskrivning: 'Bostadstillägg' },
  };
  const blandad = pm(pmUtbetalning({ utbetalningsrader: [...pmUtbetalning().utbetalningsrader, bostad] }));
  assert.ok(blandad?.slag === 'utbetalning' && blandad.inkomsttyp === 'okand');
  const bara = pm(pmUtbetalning({ utbetalningsrader: [bostad] }));
  assert.ok(bara?.slag === 'utbetalning' && bara.inkomsttyp === 'bostadstillagg');
  const utmätt = pm(
    pmUtbetalning({
      nettobelopp: 13109,
      avdrag: [...pmUtbetalning().avdrag, { belopp: 1000, avdragstyp: { kod: 'PM:UTMATNING' } }],
    }),
  );
  assert.ok(utmätt?.slag === 'utbetalning' && utmätt.avdragEfterSkatt === 100000);
});

test('samma pensionsutbetalning hos båda myndigheterna räknas en gång', () => {
  const hosFk = utbetalning({
    foretag: { id: 1003, beskrivning: 'Pensionsmyndigheten' },
    formansfamilj: { id: 'AP', beskrivning: 'Allmän pension' },
    datum: '2026-11-18',
    bruttobelopp: sek(16361),
    skattebelopp: sek(2252),
    avdragsbelopp: sek(2252),
    nettobelopp: sek(14109),
  });
  const med = (pm: object[]) =>
    läs(
      svar({ utbetalningar: pm, formansinformation: { utbetalningsuppgift: [hosFk], preliminarautbetalningar: [] } }),
    );
  assert.deepEqual(med([pmUtbetalning()]).get('FK')?.uppgifter, []);
  const [ensam] = med([]).get('FK')!.uppgifter;
  assert.ok(ensam?.slag === 'utbetalning' && ensam.inkomsttyp === 'okand');
});

test('personinformation om en annan person avvisas; skyddad identitet märks', () => {
  const med = (person: object) =>
    läs(
      svar({
        formansinformation: {
          utbetalningsuppgift: [utbetalning()],
          preliminarautbetalningar: [],
          generellPersoninformation: [person],
        },
      }),
    );
  assert.throws(() => med({ personnummer: '199001022384' }), Oläsbart);
  assert.throws(() => med({ personnummer: '' }), Oläsbart);
  assert.deepEqual(
    med({ personnummer: PERSONNUMMER.slice(2), skyddad: true })
      .get('FK')
      ?.uppgifter.at(-1),
    { slag: 'sekretess' },
  );
});
