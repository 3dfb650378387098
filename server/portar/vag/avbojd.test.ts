import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Anvisning } from '@stegvis/casework';
import { done, vägrad, öppnaNedsättningsprov as öppna } from '../nedsattning-provmiljo.ts';

const form = (fält: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fält),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

test('a no to a referral: her own words and day, shown where it matters, and only on the four grounds a matter', async (t) => {
  const f = await öppna(t);
  const ny = async (av: Anvisning): Promise<Anvisning> => {
    const anvisning: Anvisning = {
      ...av,
      id: randomUUID(),
      status: 'plats',
      från: '2026-11-20',
      startad: undefined,
      föreslagen: '2026-11-10T08:00:00.000Z',
    };
    await f.system(async (x) => {
      await x.anvisningar.save({
        ...av,
        status: 'avslutad',
        utfall: { slag: 'annan-insats', text: '', av: 'S', tid: '2026-11-19T08:00:00.000Z' },
        till: '2026-11-19',
        version: 2,
      });
      await x.anvisningar.add(anvisning);
    });
    return anvisning;
  };
  const krav = await ny(f.anvisningar.krav);
  const frivillig = await ny(f.anvisningar.frivillig);

  // She says no on her own page; without a reason nothing is lost and nothing happens.
  const mina = '/mina-sidor/aktiviteter';
  assert.match(await (await f.mina.request(mina)).text(), /kan ditt försörjningsstöd bli mindre/);
  const utan = await f.mina.request(`${mina}/${krav.id}/nej`, form({ skal: ' ' }));
  assert.equal(utan.status, 422);
  assert.match(await utan.text(), /Skriv varför med egna ord/);
  const skäl = 'Jag måste hämta på förskolan klockan tre.';
  assert.equal((await f.mina.request(`${mina}/${krav.id}/nej`, form({ skal: skäl }))).status, 303);
  assert.match(await (await f.mina.request(mina)).text(), /Du sade nej, eller kom inte\./);
  assert.equal((await f.mina.request(`${mina}/${krav.id}/nej`, form({ skal: skäl }))).status, 409);
  assert.equal((await f.mina.request(`${mina}/${randomUUID()}/nej`, form({ skal: skäl }))).status, 404);

  // Staff note that she did not come to what was voluntary, on what the provider said.
  const aktiviteter = `/handlaggning/person/${f.ena.id}/aktiviteter`;
  const steg = { steg: 'avbojd', avbojdSatt: 'kom-inte', avbojdDag: '2026-11-20', avbojdSagtAv: 'anordnaren' };
  const tomt = await f.workbench.request(
    `${aktiviteter}/anvisning/${frivillig.id}`,
    form({ steg: 'avbojd', avbojdSkal: 'Kvar' }),
  );
  assert.equal(tomt.status, 422);
  assert.match(await tomt.text(), /Välj vad som hände[\s\S]*Kvar/);
  assert.equal(
    (await f.workbench.request(`${aktiviteter}/anvisning/${frivillig.id}`, form({ ...steg, avbojdSkal: '' }))).status,
    303,
  );
  const historia = await (await f.workbench.request(aktiviteter)).text();
  assert.ok(historia.includes(skäl));
  assert.match(historia, /Sade nej 24 november 2026 \(personen själv, på sin egen sida\)/);
  assert.match(historia, /Kom inte den första dagen 20 november 2026 \(anordnaren, antecknat av/);
  assert.match(historia, /frivilligt och leder inte till något/);

  // It stops the machine, stands as a fact beside the application, and the caseworker need not write the day.
  const stopp = (await f.stopp()) ?? [];
  assert.ok(stopp.some((text) => /nej till en anvisad aktivitet .*24 november.* är inte bedömt/.test(text)));
  assert.equal(stopp.filter((text) => text.includes('nej till')).length, 1, 'the voluntary one stops nothing');
  const [följd] = await f.väg.planföljder(f.handläggare, f.ansökan.id);
  assert.deepEqual(
    följd?.nej.map((n) => [n.dag, n.frivillig, n.skäl]),
    [
      ['2026-11-20', true, ''],
      ['2026-11-24', false, skäl],
    ],
  );
  const sida = await (await f.workbench.request(`/handlaggning/person/${f.ena.id}/nedsattning`)).text();
  assert.match(sida, new RegExp(`value="${krav.id} avbojd"`));
  assert.doesNotMatch(sida, new RegExp(`value="${frivillig.id} avbojd"`));
  const frivilligt = await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [
    { slag: 'avbojde', anvisning: frivillig.id },
  ]);
  assert.equal(vägrad(frivilligt).kod, 'ingen-grund');
  done(await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [{ slag: 'avbojde', anvisning: krav.id }]));
  const [ärende] = await f.system((x) => x.nedsättningar.findForPersoner([f.ena.id]));
  assert.deepEqual(
    ärende!.händelser.map((h) => [h.id, h.dag, h.förklaring]),
    [[`anvisning:${krav.id}`, '2026-11-24', skäl]],
  );
});

test('moving in a queue: numbers renumber, the reason is shown and logged, and two at once do not collide', async (t) => {
  const f = await öppna(t);
  await f.system(async (x) => {
    const återkallad = { skäl: 'S', av: 'S', tid: f.tid.nu };
    await x.anvisningar.save({ ...f.anvisningar.frivillig, status: 'aterkallad', återkallad, version: 2 });
    for (const [i, person] of [f.ena.id, f.andra.id].entries())
      await x.anvisningar.add({
        ...f.anvisningar.vård,
        id: randomUUID(),
        grund: 'frivillig',
        samråd: undefined,
        insats: f.anvisningar.frivillig.insats,
        person,
        status: 'i-ko',
        startad: undefined,
        kö: { nummer: i + 1, skäl: 'Fullt.', tid: '2026-11-20T08:00:00.000Z' },
      });
  });
  const kö = () =>
    f.system(async (x) =>
      (await x.anvisningar.findForInsats(f.anvisningar.frivillig.insats))
        .filter((a) => a.status === 'i-ko')
        .toSorted((a, b) => a.kö!.nummer - b.kö!.nummer),
    );
  const [först, sist] = await kö();
  const vägen = `/handlaggning/person/${sist!.person}/aktiviteter`;
  const utan = await f.workbench.request(
    `${vägen}/anvisning/${sist!.id}`,
    form({ steg: 'flytta', koplats: '1', koSkal: '' }),
  );
  assert.equal(utan.status, 422);
  assert.match(await utan.text(), /Skriv varför personen flyttas i kön/);
  const två = await Promise.all(
    [1, 2].map(() =>
      f.väg.flyttaIKön(f.samordnare, sist!.person, sist!.id, { plats: 1, skäl: 'Ska börja ett arbete i mars.' }),
    ),
  );
  assert.deepEqual(två.map((s) => s.ok).toSorted(), [false, true], 'she is moved once');
  const efter = await kö();
  assert.deepEqual(
    efter.map((a) => [a.id, a.kö!.nummer]),
    [
      [sist!.id, 1],
      [först!.id, 2],
    ],
  );
  const sida = await (await f.workbench.request(vägen)).text();
  assert.match(sida, /Flyttad i kön från plats 2 till 1, 24 november 2026 av/);
  assert.match(sida, /Ska börja ett arbete i mars\./);
});
