import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Registersvar, Registerutbetalning } from '@stegvis/casework';
import { läsKuvert, läsSvar } from './las-svar.ts';
import { inuti, mutera, slump } from './mutera-svar.ts';
import { ANNAT_PERSONNUMMER, fråga, NU, PERSONNUMMER } from './provunderlag.ts';
import { byggSvar, type StandInPerson } from './stand-in-svar.ts';

const ANTAL = Number(process.env['STEGVIS_FUZZ'] ?? 1_000);

/** Amounts that occur nowhere else in the answer, so that one can ask whether a changed document still states them. */
const person: StandInPerson = {
  personnummer: PERSONNUMMER,
  fk: [
    { förmån: 'Barnbidrag', netto: 2653, dag: 20, bara: 'kontrollmanad' },
    { förmån: 'Sjukpenning', brutto: 9127, netto: 6571.25, dag: 12, bara: 'kontrollmanad' },
    { förmån: 'Etableringsersättning', netto: 5391, dag: 25, bara: 'kontrollmanad' },
  ],
  pm: [{ förmån: 'Allmän pension', brutto: 4143, netto: 3519, dag: 18, bara: 'kontrollmanad' }],
  csn: [{ stodform: 'GRUND', netto: 12413, lån: 8117, dag: 25, bara: 'kontrollmanad' }],
  so: [
    {
      utbetalningar: [
        { netto: 7193.5, dag: 27, bara: 'kontrollmanad' },
        { netto: 1871, avdrag: 311, dag: 28, bara: 'kontrollmanad' },
      ],
    },
  ],
};
const period = fråga.period;
const källor = ['FK', 'PM', 'CSN', 'SO'] as const;
const riktigt = byggSvar(person, {
  personnummer: PERSONNUMMER,
  korrelationsid: 'id-1',
  perioder: { AF: period, CSN: period, FK: period, SKV: period, SO: period, TNS: period, MIV: period },
  frågade: ['FK', 'CSN', 'SO'],
  fel: [],
  tysta: [],
  idag: '2026-11-22',
});

type Läst = { fel: string } | { svar: Registersvar[] };
function läs(bytes: Uint8Array): Läst {
  const kuvert = läsKuvert(200, bytes, källor, 'id-1');
  if (!kuvert.ok) return { fel: kuvert.fel.text };
  return {
    svar: läsSvar(kuvert.utfall, { config: {}, fråga: { personnummer: PERSONNUMMER, period, källor }, hämtad: NU }),
  };
}
const utbetalningar = (svar: Registersvar): Registerutbetalning[] =>
  svar.uppgifter.filter((u) => u.slag === 'utbetalning');

/** The parts of the document that are texts of their own, unpacked, with the document itself. */
function allText(xml: string): string {
  const delar = [...xml.matchAll(/>([A-Za-z0-9+/=\s]{80,})</g)].map((m) => Buffer.from(m[1]!, 'base64').toString());
  return [xml.replace(/[A-Za-z0-9+/=]{80,}/g, ' '), ...delar].join(' ');
}
const tal = (text: string) =>
  new Set([...text.matchAll(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)].map((m) => Math.round(Number(m[0]) * 100)));

test('det riktiga svaret läses helt', () => {
  const läst = läs(Buffer.from(riktigt));
  assert.ok('svar' in läst);
  assert.deepEqual(
    läst.svar.map((s) => [s.källa, s.kvalitet, utbetalningar(s).length]),
    [
      ['FK', 'svarat', 3],
      ['PM', 'svarat', 1],
      ['CSN', 'svarat', 1],
      ['SO', 'svarat', 2],
    ],
  );
});

type Räknat = Record<'oförändrat' | 'fel' | 'ejKontrollerbart' | 'annatSomStår', number>;

/** Reads a changed document and tests that whatever it gives as certain is what the document states. */
function pröva(muterat: string, sammanhang: string, räknat: Räknat): void {
  const läst = läs(Buffer.from(muterat));
  if ('fel' in läst) {
    räknat.fel++;
    utanPersonnummer(läst.fel, sammanhang);
    return;
  }
  for (const svar of läst.svar) {
    if (svar.fel) utanPersonnummer(svar.fel.text + svar.fel.kod, sammanhang);
    if (svar.kvalitet === 'ej-kontrollerbar') {
      assert.ok(svar.fel, sammanhang);
      räknat.ejKontrollerbart++;
      continue;
    }
    const före = original.get(svar.källa)!;
    const efter = utbetalningar(svar);
    const finnsI = (lista: Registerutbetalning[], u: Registerutbetalning) =>
      lista.some(
        (v) =>
          v.netto === u.netto &&
          v.utbetald === u.utbetald &&
          v.inkomsttyp === u.inkomsttyp &&
          v.avdragEfterSkatt === u.avdragEfterSkatt,
      );
    const försvunna = före.filter((u) => !finnsI(efter, u));
    const nya = efter.filter((u) => !finnsI(före, u));
    if (försvunna.length === 0 && nya.length === 0 && efter.length === före.length) {
      räknat.oförändrat++;
      continue;
    }
    räknat.annatSomStår++;
    const text = allText(muterat);
    const belopp = tal(text);
    for (const u of nya) {
      assert.ok(belopp.has(u.netto), `${sammanhang}: ${svar.källa} fick ett belopp som inte står i svaret`);
      assert.ok(
        !u.utbetald || text.includes(u.utbetald) || text.includes(u.utbetald.replaceAll('-', '')),
        `${sammanhang}: ${svar.källa} fick en dag som inte står i svaret`,
      );
    }
    // What is gone is either no longer stated, or it is there under another day or type, or marked for a person to count.
    for (const u of försvunna) {
      const kvar = efter.some((v) => v.netto === u.netto);
      const märkt = nya.some((v) => v.inkomsttyp === 'okand' || v.avdragEfterSkatt !== u.avdragEfterSkatt);
      assert.ok(
        kvar || märkt || !belopp.has(u.netto),
        `${sammanhang}: ${svar.källa} förlorade ett belopp som fortfarande står i svaret`,
      );
    }
  }
}

const riktigtLäst = läs(Buffer.from(riktigt));
const original = new Map('svar' in riktigtLäst ? riktigtLäst.svar.map((s) => [s.källa, utbetalningar(s)]) : []);

test(`${ANTAL} ändrade svar: ingen inkomst ändras eller försvinner i tysthet`, () => {
  const räknat: Räknat = { oförändrat: 0, fel: 0, ejKontrollerbart: 0, annatSomStår: 0 };
  for (let frö = 1; frö <= ANTAL; frö++) pröva(mutera(riktigt, slump(frö * 7919)), `frö ${frö}`, räknat);
  assert.ok(
    räknat.oförändrat > ANTAL / 2 && räknat.fel > ANTAL / 20 && räknat.ejKontrollerbart > ANTAL / 20,
    JSON.stringify(räknat),
  );
});

test('varje siffra för sig: byts den, så syns det eller så säger hela svaret det nya', () => {
  const räknat: Räknat = { oförändrat: 0, fel: 0, ejKontrollerbart: 0, annatSomStår: 0 };
  const bytSiffra = (text: string, n: number) => {
    let i = 0;
    return text.replace(/\d/g, (siffra) => (i++ === n ? String((Number(siffra) + 1) % 10) : siffra));
  };
  for (const del of ['lefiJsonSvar', 'svar', undefined]) {
    let n = 0;
    for (; ; n++) {
      const muterat = del
        ? inuti(riktigt, del, (text) => bytSiffra(text, n))
        : riktigt.replace(/<s:SO>.*<\/s:SO>/, (so) => bytSiffra(so, n));
      if (muterat === riktigt) break;
      pröva(muterat, `${del ?? 'SO'} siffra ${n}`, räknat);
    }
    assert.ok(n > 50, `bara ${n} siffror i ${del ?? 'SO'}`);
  }
  assert.ok(räknat.ejKontrollerbart > 50 && räknat.annatSomStår > 20, JSON.stringify(räknat));
});

function utanPersonnummer(text: string, sammanhang: string): void {
  assert.doesNotMatch(text, /\d{6}[-+ ]?\d{4}/, sammanhang);
}

test('inget felbesked har personnummer, var det än står i svaret', () => {
  for (const nummer of [
    PERSONNUMMER,
    PERSONNUMMER.slice(2),
    `${PERSONNUMMER.slice(0, 8)}-${PERSONNUMMER.slice(8)}`,
    `${PERSONNUMMER.slice(2, 8)}-${PERSONNUMMER.slice(8)}`,
    ANNAT_PERSONNUMMER,
  ]) {
    const fel = `<s:error><s:kalla>${nummer}</s:kalla><s:felkod>fel ${nummer}</s:felkod><s:felmeddelande>${nummer}</s:felmeddelande></s:error>`;
    const csn = (xml: string) => Buffer.from(xml).toString('base64');
    const svar = [
      riktigt.replace(/<s:FK>.*<\/s:FK>/, `<s:FK>${fel}</s:FK>`),
      riktigt.replace(/<s:svar>[^<]*/, `<s:svar>${csn(`<CSNSvar schemaVersion="${nummer}"/>`)}`),
      riktigt.replace(
        /<s:svar>[^<]*/,
        (del) =>
          `<s:svar>${csn(Buffer.from(del.slice(8), 'base64').toString().replace('<k:ResultatKod>0', `<k:ResultatKod>${nummer}`))}`,
      ),
      inuti(riktigt, 'lefiJsonSvar', (json) => json.replaceAll('"SJP"', `"${nummer}"`)),
      inuti(riktigt, 'lefiJsonSvar', (json) =>
        json.replace('"avvikelser":{}', `"avvikelser":{"utbetalningar":[{"formansgrupp":{"kod":"FK:${nummer}"}}]}`),
      ),
      riktigt.replace('all clear', nummer),
      riktigt.replace('<s:svarsdata>', `<s:svarsdata${nummer.replace(/\D/g, '')}>`),
      `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>${nummer}</faultcode><faultstring>${nummer}</faultstring><detail><s:hamtaBastjanstInformationFault xmlns:s="http://schema.forsakringskassan.se/integration/ssbt/10"><s:felkod>${nummer}</s:felkod><s:felmeddelande>${nummer}</s:felmeddelande></s:hamtaBastjanstInformationFault></detail></e:Fault></e:Body></e:Envelope>`,
    ];
    for (const [i, xml] of svar.entries()) {
      assert.notEqual(xml, riktigt, `byte ${i}`);
      const läst = läs(Buffer.from(xml));
      if ('fel' in läst) utanPersonnummer(läst.fel, `byte ${i}`);
      else {
        for (const s of läst.svar) {
          utanPersonnummer(`${s.fel?.text} ${s.fel?.kod} ${s.version}`, `byte ${i}`);
          for (const u of utbetalningar(s)) utanPersonnummer(u.ursprung, `byte ${i}`);
        }
      }
    }
  }
});
