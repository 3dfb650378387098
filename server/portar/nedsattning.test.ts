import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type Person, stängHörandet } from '@stegvis/casework';
import { done, EGEN_DEL, vägrad, öppnaNedsättningsprov as öppna } from './nedsattning-provmiljo.ts';

test('only marked absence on a required activity can be tried; each refusal says what is allowed', async (t) => {
  const f = await öppna(t);
  const försök = (anvisning: string, dag: string, slag: 'uteblev' | 'avbojde' = 'uteblev') =>
    f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [
      slag === 'uteblev' ? { slag, anvisning, dag } : { slag, anvisning },
    ]);
  const { krav, frivillig, vård } = f.anvisningar;
  for (const [kod, result] of [
    ['inte-markerad', await försök(krav.id, '2026-11-17')],
    ['var-dar', await försök(krav.id, '2026-11-02')],
    ['giltig-franvaro', await försök(krav.id, '2026-11-10')],
    ['intyg-kravs-inte-an', await försök(krav.id, '2026-11-16')],
    ['ingen-grund', await försök(frivillig.id, '2026-11-11')],
    ['ingen-grund', await försök(frivillig.id, '2026-11-11', 'avbojde')],
    ['ingen-grund', await försök(vård.id, '2026-11-12')],
    ['ingen-grund', await försök(vård.id, '2026-11-12', 'avbojde')],
    ['inte-avbojd', await försök(krav.id, '2026-11-12', 'avbojde')],
    ['finns-inte', await försök(randomUUID(), '2026-11-09')],
    ['inget-valt', await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [])],
    ['inte-behorig', await f.väg.öppnaNedsättning(f.samordnare, f.ena.id, [f.dagen])],
  ] as const) {
    const refusal = vägrad(result);
    assert.equal(refusal.kod, kod);
    assert.match(refusal.tillåtet, /\.$/);
  }
  assert.match(vägrad(await försök(vård.id, '2026-11-12')).text, /HFD 2011 ref\. 49/);
  done(await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [f.dagen]));
  assert.equal(vägrad(await försök(krav.id, '2026-11-09', 'avbojde')).kod, 'redan-oppet');
});

test('nothing is decided unseen: steps, hearing and a second person cannot be skipped', async (t) => {
  const f = await öppna(t);
  const stopp = (await f.stopp()) ?? [];
  assert.equal(stopp.length, 1, 'absence that nobody has judged stops automation');
  assert.match(stopp[0]!, /^Frånvaro .*9 november.* är inte bedömd\.$/);
  const avse = { slag: 'avse' as const, ansökan: f.ansökan.id, belopp: EGEN_DEL, skäl: 'Du kom inte.' };
  done(await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [f.dagen]));
  assert.deepEqual(await f.stopp(), ['Ett ärende om nedsättning är inte avgjort.']);
  assert.equal(vägrad(await f.steg(avse)).kod, 'skal-inte-bedomda');
  const händelse = (await f.ärende()).händelser[0]!.id;
  assert.equal(vägrad(await f.steg({ slag: 'godtagbart', händelse, godtagbart: undefined, skäl: '' })).fält?.length, 2);
  done(await f.steg({ slag: 'godtagbart', händelse, godtagbart: false, skäl: 'Inget besked.' }));
  assert.equal(vägrad(await f.steg(avse)).kod, 'sarskilda-skal-inte-bedomda');
  done(await f.steg({ slag: 'sarskilda', finns: false, skäl: 'Inget har kommit fram.' }));
  assert.equal(vägrad(await f.steg(avse)).kod, 'barnperspektiv-saknas');
  done(await f.steg({ slag: 'barn', text: 'Barnets del är inte ändrad.' }));
  assert.equal(vägrad(await f.steg({ ...avse, belopp: EGEN_DEL + 1 })).fält?.[0]?.fält, 'belopp');
  assert.match(vägrad(await f.steg({ ...avse, belopp: EGEN_DEL + 1 })).text, /3\s550\skr/);
  done(await f.steg(avse));

  assert.equal(
    vägrad(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift())).kod,
    'nedsattning-inte-hord',
  );
  assert.equal(
    vägrad(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift({ obehövlig: 'Det är klart.' })))
      .kod,
    'maste-horas',
  );
  const bild = (await f.personal.beslutsbild(f.handläggare, f.ansökan.id))!;
  const fullt = bild.beräkning!.bistand! * 100;
  assert.equal(
    vägrad(
      await f.personal.fattaBeslut(
        f.handläggare,
        f.ansökan.id,
        await f.uppgift({ sett: { beräkningId: bild.beräkningId!, utfall: 'bifall', belopp: fullt } }),
      ),
    ).kod,
    'berakningen-andrad',
    'the full amount is not granted past the matter',
  );
  done(await f.hör());
  assert.equal((await f.ärende()).status, 'hors');
  assert.equal(
    vägrad(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift())).kod,
    'vantar-pa-yttrande',
  );
  done(await f.steg({ ...avse, belopp: 100000 }));
  assert.match(vägrad(await f.steg({ ...avse, belopp: 200000 })).text, /bara bli lägre/);
});

test('absence, hearing, special reasons: no reduction, and the month is granted in full', async (t) => {
  const f = await öppna(t);
  await f.utred();
  done(await f.hör());
  const svar = await f.mina.request(`/mina-sidor/yttrande/${f.ansökan.id}`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'Mitt barn var på sjukhus.', val: 'svara' }),
  });
  assert.equal(svar.status, 303);
  done(await f.steg({ slag: 'sarskilda', finns: true, skäl: 'Barnet var på sjukhus.' }));
  assert.equal(vägrad(await f.steg({ slag: 'avsluta', skäl: 'godtagbart-skal', text: 'x' })).kod, 'inte-bedomt-sa');
  done(await f.steg({ slag: 'avsluta', skäl: 'sarskilda-skal', text: 'Ditt barn var på sjukhus.' }));
  assert.equal((await f.ärende()).status, 'avslutat');
  assert.deepEqual(await f.stopp(), []);
  const { gjort } = done(
    await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift({ motivering: 'Allt beviljas.' })),
  );
  assert.equal(gjort, 'beslutat');
  const [beslut] = await f.system((x) => x.beslut.findAllaForAnsökan(f.ansökan.id));
  assert.equal(beslut!.utfall, 'bifall');
  assert.equal(beslut!.form?.nedsättningar, undefined);
  const händelser = await f.port.väg.minaPersonhändelser(f.som(f.ena));
  assert.ok(händelser.some(({ text }) => /sätts inte ned/.test(text)));
  assert.deepEqual(await f.port.väg.minaPersonhändelser(f.som(f.andra)), []);
});

test('absence, hearing, a second person: only that share is reduced, each letter tells its own, the rest is paid, and it is appealed', async (t) => {
  const f = await öppna(t);
  await f.utred();
  const före = (await f.personal.beslutsbild(f.handläggare, f.ansökan.id))!;
  const fullt = före.beräkning!.bistand! * 100;
  done(await f.hör());

  const sidan = async (vem: Person, väg: string) => {
    f.medborgare.vem = vem;
    return (await (await f.mina.request(väg)).text()).replaceAll('\u00a0', ' ');
  };
  const enas = await sidan(f.ena, `/mina-sidor/yttrande/${f.ansökan.id}`);
  assert.match(enas, /uteblev från Språkkursen/);
  assert.match(enas, /tala direkt inför nämnden/);
  const andras = await sidan(f.andra, `/mina-sidor/yttrande/${f.ansökan.id}`);
  assert.match(andras, /3 550 kr av ett skäl som bara gäller den andra vuxna/);
  assert.doesNotMatch(andras, /Språkkursen|kom inte till/);

  for (const vem of [f.ena, f.andra])
    done(
      await f.port.lämnaYttrande(f.som(vem), f.ansökan.id, {
        text: vem === f.ena ? 'Jag glömde bort det.' : 'Vi behöver pengarna.',
        avstår: false,
        villTalaInförNämnden: false,
      }),
    );
  const punkt = (await f.system((x) => x.organisation.findDelegationspunkter())).find((p) => p.villkor?.aktivitet)!;
  await f.system((x) => x.organisation.saveDelegationspunkt({ ...punkt, till: '2026-11-23' }));
  const utanPunkt = vägrad(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift()));
  assert.match(utanPunkt.text, /Delegationsordningen ger dig inte rätt att besluta om nekande eller nedsättning/);
  await f.system((x) => x.organisation.saveDelegationspunkt({ ...punkt, id: randomUUID() }));
  const { gjort } = done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift()));
  assert.equal(gjort, 'foreslaget', 'two decide, whatever the order says');
  assert.equal((await f.ärende()).status, 'foreslaget');
  assert.equal(vägrad(await f.steg({ slag: 'avsluta', skäl: 'annat', text: 'x' })).kod, 'foreslaget');
  const [förslag] = await f.system((x) => x.beslutsförslag.findForAnsökan(f.ansökan.id));
  const avgör = (who: typeof f.chef, val: Parameters<typeof f.personal.avgörFörslag>[3], id = förslag!.id) =>
    f.personal.avgörFörslag(who, f.ansökan.id, id, val);
  assert.equal(vägrad(await avgör(f.handläggare, { slag: 'bekrafta' })).kod, 'samma-person');
  done(await avgör(f.chef, { slag: 'lamna-tillbaka', skäl: 'Skriv mer.' }));
  assert.equal((await f.ärende()).status, 'hors');
  done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift()));
  const igen = (await f.system((x) => x.beslutsförslag.findForAnsökan(f.ansökan.id))).find(
    (x) => x.status === 'vantar',
  );
  done(await avgör(f.chef, { slag: 'bekrafta' }, igen!.id));

  const [beslut] = await f.system((x) => x.beslut.findAllaForAnsökan(f.ansökan.id));
  assert.equal(beslut!.utfall, 'delavslag');
  assert.equal(beslut!.belopp, fullt - EGEN_DEL);
  assert.ok(beslut!.lagrum.includes('12 kap. 5 § socialtjänstlagen (2025:400)'));
  assert.equal((await f.system((x) => x.utbetalningar.findForBeslut(beslut!.id)))!.belopp, fullt - EGEN_DEL);
  const ärende = await f.ärende();
  assert.equal(ärende.status, 'beslutat');
  assert.equal(ärende.beslut?.slag, 'nekat');
  assert.deepEqual(ärende.beslut?.grunder, ['12:4']);
  const period = { från: '2026-10-01', till: '2026-12-31' };
  assert.equal((await f.system((x) => x.nedsättningar.findBeslutade(period))).length, 1);

  const brev = async (vem: Person) =>
    f.system(async (x) => {
      const mitt = (await x.brev.findForBeslut(beslut!.id)).find((b) => b.mottagare === vem.id)!;
      return JSON.stringify((await x.brev.get(mitt.id)).innehåll?.data).replaceAll('\u00a0', ' ');
    });
  const tillEna = await brev(f.ena);
  assert.match(tillEna, /Din del av försörjningsstödet för december 2026 är nekad med 3 550 kr/);
  assert.match(tillEna, /12 kap\. 5 § första stycket 1/);
  assert.match(tillEna, /uteblev från Språkkursen/);
  assert.match(tillEna, /Jag glömde bort det/);
  assert.match(tillEna, /Så här överklagar du/);
  assert.match(tillEna, /−3 550 kr/);
  const tillAndra = await brev(f.andra);
  assert.match(tillAndra, /3 550 kr lägre av ett skäl som bara gäller den andra vuxna/);
  assert.match(tillAndra, /Vi behöver pengarna/);
  assert.doesNotMatch(tillAndra, /Språkkursen|glömde|kom inte till/);

  const mittBeslut = await sidan(f.ena, `/mina-sidor/beslut/${f.ansökan.id}`);
  assert.match(mittBeslut, /uteblev från Språkkursen/);
  const andrasBeslut = await sidan(f.andra, `/mina-sidor/beslut/${f.ansökan.id}`);
  assert.match(andrasBeslut, /Nedsättning som gäller den andra vuxna/);
  assert.doesNotMatch(andrasBeslut, /Språkkursen|glömde|kom inte till/);

  done(
    await f.port.överklaga(f.som(f.ena), f.ansökan.id, {
      beslut: beslut!.id,
      ändring: 'Jag vill ha hela beloppet.',
      skäl: 'Jag hade ett skäl.',
      villHaHjälp: false,
      avvisningen: undefined,
    }),
  );
  assert.equal((await f.system((x) => x.överklaganden.findForAnsökan(f.ansökan.id))).length, 1);
  assert.equal(
    vägrad(await f.väg.öppnaNedsättning(f.handläggare, f.ena.id, [f.dagen])).kod,
    'redan-provad',
    'the same day is never held against anybody twice',
  );
});

test('the pages: what was typed is kept on a refusal, and others than caseworkers see no more than that it goes on', async (t) => {
  const f = await öppna(t);
  const sida = `/handlaggning/person/${f.ena.id}/nedsattning`;
  const skicka = async (väg: string, fält: Record<string, string>) => {
    const svar = await f.workbench.request(väg, { method: 'POST', body: new URLSearchParams(fält) });
    return { status: svar.status, text: (await svar.text()).replaceAll('\u00a0', ' ') };
  };
  assert.match(await (await f.workbench.request(sida)).text(), /Språkkursen/);
  assert.equal((await skicka(sida, {})).status, 422);
  assert.equal((await skicka(sida, { handelse: `${f.anvisningar.krav.id} 2026-11-09` })).status, 303);
  const { id } = await f.ärende();
  const fel = await skicka(`${sida}/${id}`, { steg: 'sarskilda', sarskildaSkal: 'Det jag skrev.' });
  assert.equal(fel.status, 422);
  assert.match(fel.text, /Det jag skrev\./);
  assert.match(fel.text, /Välj om det finns särskilda skäl\./);
  const ärende = await (await f.workbench.request(`/handlaggning/arenden/${f.ansökan.id}`)).text();
  assert.match(ärende, new RegExp(`person/${f.ena.id}/nedsattning`));
  f.sidor.vem = f.samordnare;
  const läst = await (await f.workbench.request(sida)).text();
  assert.match(läst, /Utreds/);
  assert.doesNotMatch(läst, /Språkkursen/);
});

test('an application that is withdrawn ends its matter, the hearing and the proposal, and the person need not answer', async (t) => {
  const f = await öppna(t);
  await f.utred();
  done(await f.hör());
  for (const vem of [f.ena, f.andra])
    done(
      await f.port.lämnaYttrande(f.som(vem), f.ansökan.id, {
        text: 'Svar.',
        avstår: false,
        villTalaInförNämnden: false,
      }),
    );
  done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, await f.uppgift()));
  assert.equal((await f.ärende()).status, 'foreslaget');
  done(await f.port.återkalla(f.som(f.ena), f.ansökan.id));
  const ärende = await f.ärende();
  assert.deepEqual(
    [ärende.status, ärende.avslut?.skäl, ärende.avslut?.av],
    ['avslutat', 'ansokan-atertagen', undefined],
  );
  assert.deepEqual(await f.system((x) => x.beslutsförslag.findVäntande()), []);
  const händelser = await f.port.väg.minaPersonhändelser(f.som(f.ena));
  assert.match(händelser.at(-1)!.text + händelser[0]!.text, /utreder vi inte längre/);
  assert.deepEqual(await f.port.väg.minaPersonhändelser(f.som(f.andra)), []);
});

test('avskrivning and transfer end the matter with that reason, and its hearing is taken back', async (t) => {
  const f = await öppna(t);
  await f.utred();
  done(await f.hör());
  const flytta = (steg: object) =>
    f.personal.flyttaÄrende(f.handläggare, f.ansökan.id, { dag: '2026-11-24', ...steg } as Parameters<
      typeof f.personal.flyttaÄrende
    >[2]);
  done(
    await f.personal.begärÖverflyttning(f.handläggare, f.ansökan.id, {
      riktning: 'till-annan',
      kommun: 'Grannkommunen',
      begärd: '2026-11-24',
      skäl: { anknytning: 'Bor där.', önskemål: 'Vill dit.', varaktighet: 'Längre tid.' },
    }),
  );
  done(await flytta({ steg: 'svar', besked: 'accepterar', text: 'Ja.' }));
  assert.equal((await f.ärende()).status, 'hors', 'the responsibility stays until it is taken over');
  done(await flytta({ steg: 'overtagen' }));
  assert.deepEqual([(await f.ärende()).status, (await f.ärende()).avslut?.skäl], ['avslutat', 'arende-overflyttat']);
  const [hörs] = await f.system((x) => x.underrättelser.findForAnsökan(f.ansökan.id));
  assert.match(hörs!.underrättelse.återtagen?.skäl ?? '', /En annan kommun har tagit över/);

  const g = await öppna(t);
  await g.system((x) =>
    x.organisation.saveDelegationspunkt({
      id: randomUUID(),
      punkt: '4.9',
      text: 'Avskrivning av ansökan',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: ['avskrivning'],
      från: '2026-01-01',
      till: undefined,
    }),
  );
  await g.utred();
  done(await g.hör());
  done(
    await g.personal.fattaBeslut(
      g.handläggare,
      g.ansökan.id,
      await g.uppgift({ slag: 'utan-provning', utfall: 'avskrivning', obehövlig: 'Hon har själv sagt det.' }),
    ),
  );
  assert.deepEqual([(await g.ärende()).status, (await g.ärende()).avslut?.skäl], ['avslutat', 'ansokan-avskriven']);
  assert.deepEqual(await g.stopp(), []);
});

test('a matter ended without reduction takes back its own hearing, and not one that asks of something else too', async (t) => {
  const f = await öppna(t);
  await f.utred();
  done(await f.hör());
  done(await f.steg({ slag: 'sarskilda', finns: true, skäl: 'Barnet var sjukt.' }));
  done(await f.steg({ slag: 'avsluta', skäl: 'sarskilda-skal', text: 'Ditt barn var sjukt.' }));
  const [hörs] = await f.system((x) => x.underrättelser.findForAnsökan(f.ansökan.id));
  assert.ok(hörs!.underrättelse.återtagen);
  f.medborgare.vem = f.ena;
  const sida = await (await f.mina.request(`/mina-sidor/yttrande/${f.ansökan.id}`)).text();
  assert.match(sida, /Du behöver inte svara/);
  assert.doesNotMatch(sida, /<textarea/);
  const sent = await f.mina.request(`/mina-sidor/yttrande/${f.ansökan.id}`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'För sent.', val: 'svara' }),
  });
  assert.equal(sent.status, 409);

  const { ärende, med } = { ärende: await f.ärende(), med: hörs! };
  const öppen = { ...med, underrättelse: { ...med.underrättelse, återtagen: undefined } };
  const annat = { ...öppen.underrättelse.uppgifter[0]!, rad: 'lon', nedsättning: undefined };
  const input = { av: { id: f.handläggare.id, namn: 'Handläggaren' }, nu: f.tid.nu };
  const läge = { ärende, andra: [], beräkning: undefined };
  assert.ok(stängHörandet({ ...läge, hörs: öppen }, input));
  assert.equal(
    stängHörandet(
      {
        ...läge,
        hörs: {
          ...öppen,
          underrättelse: { ...öppen.underrättelse, uppgifter: [...öppen.underrättelse.uppgifter, annat] },
        },
      },
      input,
    ),
    undefined,
  );
});
