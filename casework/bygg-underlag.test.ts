import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { läsUnderlag } from '@stegvis/rules';
import { byggUnderlag } from './bygg-underlag.ts';
import {
  ANDRA,
  ansökan,
  fk,
  historik,
  justering,
  läge,
  registersvar,
  svar,
  TYST,
  uppgifter,
  utbetalning,
  VUXEN,
} from './case-for-tests.ts';
import type { Inkomstuppgift } from './uppgifter.ts';

const rad = (l: ReturnType<typeof läge>, id: string) => {
  const found = l.utredning.jämförelse.find((r) => r.id === id);
  assert.ok(found, `raden ${id} finns inte bland ${l.utredning.jämförelse.map((r) => r.id).join(', ')}`);
  return found;
};
const medInkomster = (...extra: Omit<Inkomstuppgift, 'id'>[]) => ({
  ansökan: { uppgifter: { ...uppgifter, inkomster: extra.map((i, n) => ({ id: `i${n}`, ...i })) } },
});
const inkomster = (l: ReturnType<typeof läge>) =>
  l.utredning.underlag.vuxna[0]!.inkomster!.map((i) => [i.typ, i.netto, i.raknatBelopp, i.kalla]);

describe('byggUnderlag', () => {
  it('ger ett underlag som reglerna godtar, utan namn', () => {
    const { underlag, egetUnderlag } = läge().utredning;
    assert.ok(läsUnderlag(underlag).ok);
    assert.ok(läsUnderlag(egetUnderlag).ok);
    assert.ok(!JSON.stringify(underlag).includes('Barn ett'));
    assert.deepEqual(
      [underlag.manad, underlag.inkommen, underlag.kommun, underlag.personerIBostaden],
      ['2026-12', '2026-11-26', '0001', 3],
    );
    assert.deepEqual(underlag.vuxna[0]!.bistandsmanader, historik.biståndsmånader[VUXEN]);
  });

  it('räknar registrets belopp där registret har utbetalningar, och summerar flera', () => {
    const l = läge({
      svar: registersvar({
        ...fk,
        uppgifter: [...fk.uppgifter, utbetalning('bostadsbidrag', 10000, { utbetald: '2026-11-25' })],
      }),
    });
    assert.deepEqual(inkomster(l), [
      ['barnbidrag', 2650, undefined, 'register'],
      ['underhallsstod', 3496, undefined, 'register'],
      ['bostadsbidrag', 3000, undefined, 'register'],
      ['lon', 10480, undefined, 'sokande'],
    ]);
    assert.deepEqual(
      [rad(l, `inkomst:${VUXEN}:bostadsbidrag`).register, rad(l, `inkomst:${VUXEN}:bostadsbidrag`).förra],
      [{ slag: 'belopp', belopp: 300000 }, 290000],
    );
  });

  it('räknar bara utbetalningar i kontrollmånaden', () => {
    const l = läge({
      svar: registersvar({
        ...fk,
        uppgifter: [
          ...fk.uppgifter,
          utbetalning('barnbidrag', 265000, { utbetald: '2026-10-20' }),
          utbetalning('barnbidrag', 265000, { utbetald: '2026-12-01' }),
        ],
      }),
    });
    assert.equal(rad(l, `inkomst:${VUXEN}:barnbidrag`).räknat, 265000);
  });

  it('räknar registret när det säger annat än ansökan, och visar skillnaden', () => {
    const l = läge({
      svar: registersvar({ ...fk, uppgifter: [...fk.uppgifter, utbetalning('sjukpenning', 918400)] }),
      ...medInkomster({ person: VUXEN, typ: 'sjukpenning', belopp: 980000 }),
    });
    const r = rad(l, `inkomst:${VUXEN}:sjukpenning`);
    assert.deepEqual(
      [r.skrev, r.räknat, r.godkänt, r.skiljer, r.skillnad, r.källa],
      [980000, 918400, 918400, true, -61600, 'FK'],
    );
    assert.ok(r.fråga);
    assert.ok(l.utredning.egetUnderlag.vuxna[0]!.inkomster!.some((i) => i.typ === 'sjukpenning' && i.netto === 9800));
  });

  it('ser ingen skillnad under en krona', () => {
    const l = läge({
      svar: registersvar({ ...fk, uppgifter: [...fk.uppgifter, utbetalning('sjukpenning', 918449)] }),
      ...medInkomster({ person: VUXEN, typ: 'sjukpenning', belopp: 918400 }),
    });
    assert.equal(rad(l, `inkomst:${VUXEN}:sjukpenning`).skiljer, false);
  });

  it('räknar det egna beloppet när registret inget har, men aldrig som lika', () => {
    const l = läge(medInkomster({ person: VUXEN, typ: 'a-kassa', belopp: 300000 }));
    const r = rad(l, `inkomst:${VUXEN}:a-kassa`);
    assert.deepEqual([r.register.slag, r.räknat, r.skiljer, r.skillnad], ['inget', 300000, true, -300000]);
  });

  it('gör aldrig ett register som inte kan svara till noll: beräkningen måste bedömas', () => {
    const l = läge({ svar: registersvar(svar('FK', [], TYST)) });
    assert.deepEqual(
      l.utredning.luckor.map((r) => [r.id, r.förra]),
      [[`lucka:${VUXEN}:FK`, 265000 + 349600 + 290000]],
    );
    assert.ok(l.beräkning.slag === 'beraknad');
    assert.deepEqual([l.beräkning.beräkning.utfall, l.beräkning.beräkning.bistand], ['bedoms', null]);
    assert.equal(rad(l, `inkomst:${VUXEN}:barnbidrag`).godkänt, undefined);
  });

  it('regression: ett tyst register utan tidigare belopp är inte heller noll', () => {
    const l = läge({ svar: registersvar(svar('SO', [], TYST)) });
    assert.deepEqual(
      l.utredning.luckor.map((r) => [r.id, r.förra]),
      [[`lucka:${VUXEN}:SO`, undefined]],
    );
    assert.ok(l.beräkning.slag === 'beraknad');
    assert.deepEqual([l.beräkning.beräkning.utfall, l.beräkning.beräkning.bistand], ['bedoms', null]);
  });

  it('litar inte på delar av ett svar som inte går att kontrollera', () => {
    const l = läge({ svar: registersvar({ ...fk, ...TYST }) });
    assert.equal(l.utredning.luckor.length, 1);
    assert.ok(l.beräkning.slag === 'beraknad' && l.beräkning.beräkning.utfall === 'bedoms');
  });

  it('låter ett nyare svar gälla, åt båda håll', () => {
    const äldre = '2026-11-26T13:00:00.000Z';
    assert.equal(
      läge({ svar: [svar('FK', [], { ...TYST, hämtad: äldre }), ...registersvar()] }).utredning.luckor.length,
      0,
    );
    assert.equal(
      läge({ svar: [{ ...fk, hämtad: äldre }, ...registersvar(svar('FK', [], TYST))] }).utredning.luckor.length,
      1,
    );
  });

  it('håller varje Swish för sig och lämnar dem åt en människa', () => {
    const l = läge(
      medInkomster(
        { person: VUXEN, typ: 'insattning', belopp: 60000 },
        { person: VUXEN, typ: 'insattning', belopp: 40000 },
        { person: VUXEN, typ: 'insattning', belopp: 0 },
      ),
    );
    assert.deepEqual(
      l.utredning.jämförelse.filter((r) => r.typ === 'insattning').map((r) => [r.skrev, r.godkänt]),
      [
        [60000, undefined],
        [40000, undefined],
        [0, 0],
      ],
    );
  });

  it('lämnar en förmån som redan är utmätt åt en människa, också när typen annars räknas', () => {
    const l = läge({
      svar: registersvar({
        ...fk,
        uppgifter: [utbetalning('barnbidrag', 265000, { avdragEfterSkatt: 50000 }), ...fk.uppgifter.slice(1)],
      }),
    });
    assert.deepEqual(inkomster(l)[0], ['ovrig-inkomst', 2650, undefined, 'register']);
    const beslutat = läge({
      svar: registersvar({
        ...fk,
        uppgifter: [utbetalning('barnbidrag', 265000, { avdragEfterSkatt: 50000 }), ...fk.uppgifter.slice(1)],
      }),
      justeringar: [justering(`inkomst:${VUXEN}:barnbidrag`, 'raknat-belopp', 315000)],
    });
    assert.deepEqual(inkomster(beslutat)[0], ['barnbidrag', 2650, 3150, 'handlaggare']);
  });

  it('håller isär två vuxna och ett barn', () => {
    const par = ansökan({
      medsökande: ANDRA,
      uppgifter: {
        ...uppgifter,
        hushall: { personerIBostaden: 4, sambor: true },
        inkomster: [
          { id: 'i1', person: ANDRA, typ: 'lon', belopp: 500000 },
          { id: 'i2', person: 'b1', typ: 'lon', belopp: 100000 },
        ],
      },
    });
    const utredning = byggUnderlag({
      ansökan: par,
      kommun: '0001',
      födda: { [VUXEN]: '1990-04-05', [ANDRA]: '1988-08-08' },
      registersvar: {
        [VUXEN]: registersvar(),
        [ANDRA]: registersvar(svar('FK', [utbetalning('foraldrapenning', 538000)])),
      },
      historik,
      justeringar: [],
    });
    const { vuxna, barn, sambor } = utredning.underlag;
    assert.equal(sambor, true);
    assert.deepEqual(
      vuxna.map((v) => v.inkomster!.map((i) => i.typ)),
      [['barnbidrag', 'underhallsstod', 'bostadsbidrag', 'lon'].slice(0, 3), ['foraldrapenning', 'lon']],
    );
    assert.deepEqual(
      barn!.map((b) => b.inkomster!.map((i) => i.netto)),
      [[1000], []],
    );
    assert.ok(läsUnderlag(utredning.underlag).ok);
  });

  it('låter den senaste ändringen i en rad gälla, och skriver in vem som bestämde', () => {
    const först = { ...justering('kostnad:k1', 'godkand-kostnad', 600000), tid: '2026-11-26T10:00:00.000Z' };
    const l = läge({ justeringar: [justering('kostnad:k1', 'godkand-kostnad', 700000), först] });
    assert.deepEqual(l.utredning.underlag.kostnader![0], { typ: 'boende', belopp: 7400, godkantBelopp: 7000 });
    assert.deepEqual(l.utredning.egetUnderlag.kostnader![0], { typ: 'boende', belopp: 7400 });
    assert.deepEqual(l.utredning.avgöranden, {
      'kostnader[0].godkantBelopp': {
        who: 'Handläggare',
        when: '2026-11-26',
        reasons: 'Kontrollerat med den sökande.',
      },
    });
  });

  it('vägrar en ansökan som inte har kommit in, och en vuxen utan födelsedag', () => {
    const grund = { ansökan: ansökan(), kommun: '0001', födda: {}, registersvar: {}, historik, justeringar: [] };
    assert.throws(() => byggUnderlag(grund), /Födelsedagen/);
    assert.throws(() => byggUnderlag({ ...grund, ansökan: ansökan({ inkommen: undefined }) }), /inte kommit in/);
  });
});
