import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Ansökan, type Beslut, type Händelse, planeraUtbetalning } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase } from '@stegvis/database';
import { type Betalmapp, betalmapp, svaraSomBanken } from '@stegvis/integrations';
import { type Medarbetare, workbenchRoutes } from '@stegvis/workbench';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { levereraBetalfilJobb, skrivBetalfil } from '../trad/skriv-betalfil.ts';
import { betalningar } from './betalningar.ts';
import { handläggarPort } from './handlaggare.ts';
import { handläggarkit } from './handlaggarkit.ts';
import { konto } from './konto.ts';
import { medborgarkit } from './medborgarkit.ts';

const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
const DAG = '2026-11-27';
/** Skatteverket's official test numbers. */
const PERSONNUMMER = ['198801012397', '199001012385', '199001022384'];

async function öppna(t: TestContext, own: { betalmapp?: string; iban?: string } = {}) {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const { db } = database;
  let klocka = Date.parse('2026-11-26T09:00:00Z');
  const nu = () => new Date(klocka++);
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const levereras: string[] = [];
  const kommun = { ...DEMOKOMMUN, bankgiro: '9912346', ...(own.iban ? { iban: own.iban } : {}) };
  const jobb = {
    börja: async () => {},
    efterBeslut: async () => {},
    leverera: async (_: unknown, id: string) => void levereras.push(id),
  };
  const delar = { db, tenant, kommun, nu, jobb, betalmapp: own.betalmapp };
  const kit = handläggarkit(delar);
  const egen = konto(medborgarkit({ db, tenant, kommun, nu, jobb } as Parameters<typeof medborgarkit>[0]));

  const personal = (['ett', 'tva', 'handlaggare', 'handlaggare-tva'] as const).map((namn): Medarbetare => {
    const roller = namn.startsWith('h') ? (['handlaggare'] as const) : (['utbetalare'] as const);
    return { id: randomUUID(), namn, titel: 'Prov', roller };
  });
  const [ett, tva, handläggare, handläggare2] = personal as [Medarbetare, Medarbetare, Medarbetare, Medarbetare];
  await system(async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: kommun.namn, nämndnamn: kommun.nämnd, inställningar: {} });
    for (const p of personal)
      await x.organisation.saveAnvändare({ ...p, inloggning: p.namn, roller: [...p.roller], aktiv: true });
  });

  /** A decided month with its planned payment. */
  const besluta = async (i: number, belopp: number, skyddad = false) =>
    system(async (x) => {
      const person = randomUUID();
      await x.personer.add({
        id: person,
        personnummer: PERSONNUMMER[i]!,
        förnamn: `Förnamn ${i}`,
        efternamn: 'Prov',
        skyddad,
        skapad: nu().toISOString(),
      });
      const ärende = await x.ärenden.add({
        id: randomUUID(),
        sökande: person,
        medsökande: undefined,
        öppnat: nu().toISOString(),
      });
      const ansökan: Ansökan = {
        id: randomUUID(),
        ärende: ärende.id,
        slag: 'ateransokan',
        månad: '2026-12',
        sökande: person,
        medsökande: undefined,
        kanal: 'webb',
        status: 'beslutad',
        uppgifter: { konto: { clearing: '3300', nummer: '9101022391', innehavare: person } },
        underskrifter: [],
        version: 1,
        skapad: '2026-11-25T08:00:00.000Z',
        ändrad: '2026-11-25T08:00:00.000Z',
        inskickad: '2026-11-25T08:00:00.000Z',
        inkommen: '2026-11-25T08:00:00.000Z',
      };
      await x.ansökningar.add(ansökan);
      const underlag = { manad: '2026-12', inkommen: '2026-11-25', vuxna: [{ id: person, fodd: '1988-01-01' }] };
      const { id: beräkning } = await x.utredningar.addBeräkning({
        id: randomUUID(),
        ansökan: ansökan.id,
        utredning: { underlag, avgöranden: {}, egetUnderlag: underlag, jämförelse: [], luckor: [] },
        resultat: { slag: 'ej-i-kraft', text: 'Prov' },
        förslag: { slag: 'till-handlaggare', stopp: [{ kod: 'ej-i-kraft', detalj: 'Prov', okänt: false }] },
        skapad: nu().toISOString(),
      });
      const beslut = {
        id: randomUUID(),
        ansökan: ansökan.id,
        ärende: ärende.id,
        beräkning,
        månad: '2026-12',
        utfall: 'bifall',
        belopp,
        beslutsfattare: { slag: 'automatisk', funktion: 'Prov', delegationspunkt: '4.7' },
        motivering: 'Prov',
        lagrum: [],
        kommunicering: undefined,
        beslutad: nu().toISOString(),
      } as unknown as Beslut;
      await x.beslut.add(beslut);
      const plan = planeraUtbetalning({
        id: randomUUID(),
        beslut,
        ansökan,
        utbetalningsdag: DAG,
        nu: nu().toISOString(),
      });
      assert.ok(plan.ok);
      await x.utbetalningar.add(plan.utbetalning);
      return { person, ansökan, beslut, utbetalning: plan.utbetalning };
    });
  const händelser = (ärende: string): Promise<Händelse[]> => system((x) => x.händelser.findForÄrende(ärende));
  const port = betalningar(kit);
  const hel = handläggarPort(delar);
  const leverera = async (id: string, mapp: Betalmapp) => {
    const mer: string[] = [];
    await system((x) =>
      levereraBetalfilJobb({ mapp, nu })({
        tenant: x,
        data: { id },
        attempt: 1,
        signal: new AbortController().signal,
        enqueue: async (_x: unknown, _namn: unknown, data: { id: string }) => void mer.push(data.id),
      } as unknown as Parameters<ReturnType<typeof levereraBetalfilJobb>>[0]),
    );
    return mer;
  };
  return { ett, tva, handläggare, handläggare2, port, hel, egen, system, besluta, händelser, leverera, levereras, nu };
}

type Läge = Awaited<ReturnType<typeof öppna>>;

/** Prepared by the one and released by the other; the file as released. */
async function släppt(l: Läge) {
  const made = await l.port.skapaBetalfil(l.ett, DAG);
  assert.ok(made.ok, JSON.stringify(made));
  const released = await l.port.släppBetalfil(l.tva, made.fil.id, made.fil.sha256!);
  assert.ok(released.ok, JSON.stringify(released));
  return l.system((x) => x.utbetalningar.getBetalfil(made.fil.id));
}
const kod = (result: { ok: boolean; refusal?: { kod: string } }) => (result.ok ? 'ok' : result.refusal?.kod);

test('from planned to paid: two people, the bank’s answer, a rejected payment paid again to another account', async (t) => {
  const l = await öppna(t);
  const [a, b, c] = [await l.besluta(0, 522_000), await l.besluta(1, 100_050), await l.besluta(2, 300_000, true)];
  assert.equal((await l.port.betalningar(l.ett)).planerade.length, 3);
  assert.equal(kod(await l.port.skapaBetalfil(l.handläggare, DAG)), 'inte-behorig');

  const made = await l.port.skapaBetalfil(l.ett, DAG);
  assert.ok(made.ok);
  const { fil } = made;
  assert.deepEqual([fil.status, fil.antal, fil.summa], ['skapad', 3, 922_050]);
  assert.equal(kod(await l.port.skapaBetalfil(l.ett, DAG)), 'tom-fil');
  assert.equal(await l.port.betalfil(l.tva, fil.id), undefined, 'nothing leaves before release');
  assert.match((await l.port.betalfilsbild(l.ett, fil.id))?.hinder ?? '', /Du har själv förberett/);
  assert.equal(kod(await l.port.släppBetalfil(l.ett, fil.id, fil.sha256!)), 'samma-person');
  assert.equal(kod(await l.port.släppBetalfil(l.tva, fil.id, 'b'.repeat(64))), 'annan-fil');
  assert.equal(kod(await l.port.släppBetalfil(l.handläggare, fil.id, fil.sha256!)), 'inte-behorig');
  assert.ok((await l.port.släppBetalfil(l.tva, fil.id, fil.sha256!)).ok);
  assert.equal(kod(await l.port.släppBetalfil(l.tva, fil.id, fil.sha256!)), 'redan-slappt');

  assert.equal(await l.port.betalfil(l.tva, fil.id), undefined, 'a protected person is in the file');
  const skyddad: Medarbetare = { ...l.tva, roller: ['utbetalare', 'skyddade-uppgifter'] };
  const hämtad = await l.port.betalfil(skyddad, fil.id);
  assert.ok(hämtad);
  assert.ok((await l.port.betalfilsbild(l.tva, fil.id))?.fil.leverans);
  assert.ok((await l.port.betalfilsbild(l.ett, fil.id))!.rader.some((r) => r.mottagare === 'Skyddad person'));

  const svar = svaraSomBanken(hämtad.xml, {
    iban: DEMOKOMMUN.iban,
    dag: DAG,
    avvisa: { [b.utbetalning.nyckel]: { kod: 'AC01', text: 'Kontot finns inte' } },
  });
  assert.equal(kod(await l.port.läsInÅterrapport(l.handläggare, Buffer.from(svar.pain002))), 'inte-behorig');
  assert.equal(kod(await l.port.läsInÅterrapport(l.ett, Buffer.from('hej'))), 'gar-inte-att-lasa');
  const pain = await l.port.läsInÅterrapport(l.ett, Buffer.from(svar.pain002));
  assert.ok(pain.ok && pain.avvikelser === 1);
  const camt = await l.port.läsInÅterrapport(l.ett, Buffer.from(svar.camt054));
  assert.ok(camt.ok && camt.avvikelser === 0, JSON.stringify(camt));
  assert.equal(kod(await l.port.läsInÅterrapport(l.ett, Buffer.from(svar.camt054))), 'redan-inlast');
  const status = (x: { utbetalning: { id: string } }) =>
    l.system(async (r) => (await r.utbetalningar.get(x.utbetalning.id)).status);
  assert.deepEqual([await status(a), await status(b), await status(c)], ['utbetald', 'avvisad', 'utbetald']);
  assert.deepEqual(
    (await l.händelser(a.beslut.ärende)).filter((h) => h.synlig === 'alla').map((h) => h.typ),
    ['utbetalning-skickad', 'utbetalning-utbetald'],
  );

  const bild = await l.port.återrapporter(l.ett);
  assert.equal(bild.rapporter.length, 2);
  const [avvikelse] = bild.avvikelser;
  assert.deepEqual([avvikelse?.slag, avvikelse?.kod], ['avvisad', 'AC01']);
  assert.equal(kod(await l.port.hanteraAvvikelse(l.ett, avvikelse!.id, ' ')), 'anteckning-saknas');
  assert.ok((await l.port.hanteraAvvikelse(l.ett, avvikelse!.id, 'Ringde')).ok);
  assert.equal(kod(await l.port.hanteraAvvikelse(l.tva, avvikelse!.id, 'Igen')), 'redan-hanterad');

  const vem = { id: b.person, förnamn: '' };
  assert.equal(kod(await l.egen.ändraKonto(vem, { clearing: '3300', nummer: '9101022392' })), 'fel-konto');
  assert.ok((await l.egen.ändraKonto(vem, { clearing: '6000', nummer: '000000000' })).ok === false);
  assert.ok((await l.egen.ändraKonto(vem, { clearing: '3300', nummer: '900101-9802' })).ok);
  assert.equal(kod(await l.egen.ändraKonto(vem, { clearing: '3300', nummer: '9001019802' })), 'samma-konto');
  const igen = await l.port.betalaIgen(l.ett, b.utbetalning.id);
  assert.ok(igen.ok, JSON.stringify(igen));
  assert.equal(kod(await l.port.betalaIgen(l.ett, b.utbetalning.id)), 'redan-betald-igen');
  assert.equal(kod(await l.port.betalaIgen(l.ett, a.utbetalning.id)), 'kan-komma-fram');
  const ny = await l.port.utbetalning(l.ett, igen.id);
  assert.deepEqual(
    [ny?.utbetalning.nyckel, ny?.utbetalning.konto.nummer, ny?.utbetalning.nummer],
    [`${b.utbetalning.nyckel}2`, '9001019802', 2],
  );
  const aviserade = await l.system((x) => x.aviseringar.findNya(10));
  assert.equal(aviserade.filter((v) => v.person === b.person).length, 1);
  assert.match((await l.händelser(b.beslut.ärende)).find((h) => h.typ === 'konto-andrat')?.text ?? '', /slutar på 802/);
});

test('a part to the landlord goes in the same file, valid in both versions, and the day reconciles', async (t) => {
  const l = await öppna(t);
  const a = await l.besluta(0, 900_000);
  const dela = (own: object, giro: object = {}) =>
    l.port.delaUtbetalning(l.handläggare, a.utbetalning.id, {
      belopp: 650_000,
      giro: {
        slag: 'bankgiro',
        nummer: '991-2346',
        namn: 'Hyresvärden AB',
        ort: 'Lindvik',
        referens: { ocr: '1234567897' },
        ...giro,
      } as never,
      grund: { slag: 'onskemal', text: 'Bad om det i telefon i dag.' },
      ...own,
    });
  for (const [fel, fält] of [
    [{ nummer: '991-2345' }, 'giro'],
    [{ referens: { ocr: '1234567890' } }, 'referens'],
    [{ referens: { meddelande: '' } }, 'referens'],
    [{ namn: ' ' }, 'namn'],
    [{ ort: '' }, 'ort'],
  ] as const) {
    const result = await dela({}, fel);
    assert.ok(!result.ok && result.refusal.fält?.[0]?.fält === fält, JSON.stringify(result));
  }
  assert.ok((await dela({})).ok);
  for (const format of ['pain.001.001.03', 'pain.001.001.09']) {
    await l.system((x) =>
      x.organisation.saveNämnd({ kommunnamn: 'K', nämndnamn: 'N', inställningar: { betalning: { format } } }),
    );
    const made = await l.port.skapaBetalfil(l.ett, DAG);
    assert.ok(made.ok, JSON.stringify(made));
    assert.deepEqual([made.fil.antal, made.fil.summa, made.fil.format], [2, 900_000, format]);
    assert.match(made.fil.innehåll ?? '', /<MmbId>9900<\/MmbId>.*<Ref>1234567897<\/Ref>/s);
    assert.match(made.fil.innehåll ?? '', /<InstdAmt Ccy="SEK">2500\.00</);
    validate(t, made.fil.innehåll!, format);
    assert.ok((await l.port.makuleraBetalfil(l.tva, made.fil.id, 'Prov.')).ok);
  }
  const lista = await l.port.dagslista(l.ett, DAG);
  assert.deepEqual(
    lista?.rader.map((r) => [r.utbetalning.belopp, r.utbetalning.status, r.beslutat, r.utbetaltAvBeslutet]).sort(),
    [
      [250_000, 'planerad', 900_000, 900_000],
      [650_000, 'planerad', 900_000, 900_000],
      [900_000, 'stoppad', 900_000, 900_000],
    ],
  );
});

function validate(t: TestContext, xml: string, format: string): void {
  const file = join(import.meta.dirname, `../../../shared/contracts/iso20022/${format}.xsd`);
  if (!existsSync(file)) {
    t.diagnostic(`${format}.xsd is not in ../shared/contracts/iso20022: validity not tested`);
    return;
  }
  const xsd = XmlDocument.fromBuffer(readFileSync(file));
  const validator = XsdValidator.fromDoc(xsd);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    for (const open of [document, validator, xsd]) open.dispose();
  }
}

test('a fault while preparing or releasing leaves everything as it was; the next attempt does it once', async (t) => {
  const l = await öppna(t, { betalmapp: '/finns-inte' });
  const a = await l.besluta(0, 522_000);
  const alla = () => l.system((x) => x.utbetalningar.findAllaForBeslut(a.beslut.id));
  // Preparing: a payment that cannot be written.
  await l.system(async (x) => {
    const u = await x.utbetalningar.get(a.utbetalning.id);
    await x.utbetalningar.save({ ...u, konto: { ...u.konto, nummer: 'x' }, version: u.version + 1 });
  });
  assert.equal(kod(await l.port.skapaBetalfil(l.ett, DAG)), 'filen-gar-inte-att-skriva');
  assert.equal((await alla())[0]?.status, 'planerad');
  assert.deepEqual((await l.port.betalningar(l.ett)).filer, []);
  await l.system(async (x) => {
    const u = await x.utbetalningar.get(a.utbetalning.id);
    await x.utbetalningar.save({ ...u, konto: a.utbetalning.konto, version: u.version + 1 });
  });
  const made = await l.port.skapaBetalfil(l.ett, DAG);
  assert.ok(made.ok);
  // Releasing: the last thing done in the transaction fails.
  const push = l.levereras.push;
  l.levereras.push = () => {
    throw new Error('killed');
  };
  await assert.rejects(l.port.släppBetalfil(l.tva, made.fil.id, made.fil.sha256!), /killed/);
  l.levereras.push = push;
  assert.equal((await alla())[0]?.status, 'lagd-i-fil');
  assert.equal((await l.port.betalfilsbild(l.tva, made.fil.id))?.fil.status, 'skapad');
  assert.ok((await l.port.släppBetalfil(l.tva, made.fil.id, made.fil.sha256!)).ok);
  assert.deepEqual([...l.levereras], [made.fil.id]);
  const fil = await l.system((x) => x.utbetalningar.getBetalfil(made.fil.id));
  assert.equal(
    await l.system((x) => skrivBetalfil(x, fil, { ...DEMOKOMMUN, bankgiro: '9912346' })),
    fil.innehåll,
    'written again, the file is the same bytes',
  );
});

test('killed at every step on the way to the bank’s folder, the file is handed over once, with the same bytes', async (t) => {
  const mapp = mkdtempSync(join(tmpdir(), 'stegvis-betalmapp-'));
  t.after(() => rmSync(mapp, { recursive: true }));
  const l = await öppna(t, { betalmapp: mapp });
  for (const [i, kill] of (['läggFram-före', 'läggFram-efter', 'lämna-före', 'lämna-efter'] as const).entries()) {
    if (i < 3) await l.besluta(i, 100_000 + i);
    else {
      const [förra] = await l.system((x) => x.utbetalningar.findMedStatus(['skickad']));
      await l.system(async (x) => {
        const u = await x.utbetalningar.get(förra!.id);
        await x.utbetalningar.save({ ...u, status: 'avvisad', version: u.version + 1 });
      });
      const igen = await l.port.betalaIgen(l.ett, förra!.id);
      assert.ok(igen.ok, JSON.stringify(igen));
    }
    const fil = await släppt(l);
    const folder = join(mapp, String(i));
    const sann = betalmapp(folder);
    mkdirSync(folder);
    let armed = true;
    const step = (namn: 'läggFram' | 'lämna') => async (fn: () => Promise<void>) => {
      const here = armed && kill.startsWith(namn);
      if (here) armed = false;
      if (here && kill.endsWith('före')) throw new Error('killed');
      await fn();
      if (here) throw new Error('killed');
    };
    const trasig: Betalmapp = {
      läggFram: (namn, innehåll) => step('läggFram')(() => sann.läggFram(namn, innehåll)),
      lämna: (namn) => step('lämna')(() => sann.lämna(namn)),
    };
    let levererade = 0;
    const taken: string[] = [];
    for (let försök = 0; försök < 6; försök++) {
      await l.leverera(fil.id, trasig).catch((error: Error) => assert.equal(error.message, 'killed'));
      // The bank's channel takes whatever lies in the folder at once.
      for (const f of readdirSync(folder).filter((f) => f.endsWith('.xml'))) {
        levererade++;
        taken.push(readFileSync(join(folder, f), 'utf8'));
        rmSync(join(folder, f));
      }
    }
    assert.equal(levererade, 1, kill);
    assert.equal(taken[0], fil.innehåll);
    const klar = await l.system((x) => x.utbetalningar.getBetalfil(fil.id));
    assert.ok(klar.leverans?.slag === 'mapp' && klar.leverans.lage === 'levererad', kill);
  }
});

test('an account is changed at a visit by two, and not by one', async (t) => {
  const l = await öppna(t);
  const a = await l.besluta(0, 100_000);
  await l.besluta(1, 100_000, true);
  const begär = (own: object = {}) =>
    l.port.begärKontoändring(l.handläggare, {
      personnummer: PERSONNUMMER[0]!,
      clearing: '3300',
      nummer: '9001019802',
      legitimering: 'Pass',
      ...own,
    });
  assert.equal(kod(await begär({ nummer: '9001019803' })), 'fel-konto');
  assert.equal(kod(await begär({ personnummer: PERSONNUMMER[1] })), 'okand-person');
  assert.equal(kod(await begär({ personnummer: '000000000000' })), 'okand-person');
  assert.ok((await begär()).ok);
  const [rad] = await l.port.kontoändringar(l.handläggare);
  assert.equal(rad?.egen, true);
  assert.equal(kod(await l.port.avgörKontoändring(l.handläggare, rad!.ändring.id, 'bekrafta')), 'samma-person');
  assert.equal((await l.egen.konto({ id: a.person, förnamn: '' })).konto?.nummer, '9101022391');
  assert.ok((await l.port.avgörKontoändring(l.handläggare2, rad!.ändring.id, 'bekrafta')).ok);
  const bild = await l.egen.konto({ id: a.person, förnamn: '' });
  assert.deepEqual([bild.konto?.nummer, bild.historik[0]?.sätt, bild.påVäg.length], ['9001019802', 'besok', 1]);
  assert.equal((await l.system((x) => x.aviseringar.findNya(10))).length, 1);
});

test('the pages: every one is read, refused forms keep what was written, the CSV holds no formula', async (t) => {
  const l = await öppna(t);
  const a = await l.besluta(0, 522_000);
  await l.besluta(1, 100_000);
  let vem = l.ett;
  const app = workbenchRoutes({ port: l.hel, vem: () => vem });
  const get = async (path: string) => {
    const res = await app.request(path);
    return { status: res.status, text: (await res.text()).replaceAll('\u00a0', ' ') };
  };
  const post = async (path: string, body: Record<string, string> | FormData) => {
    const res = await app.request(path, {
      method: 'POST',
      body: body instanceof FormData ? body : new URLSearchParams(body),
    });
    return { status: res.status, text: await res.text(), till: res.headers.get('location') ?? '' };
  };
  assert.match((await get('/betalningar')).text, /Summa, 2 st.*6 220 kr/s);
  const id = a.utbetalning.id;
  const utan = await post(`/betalningar/utbetalning/${id}/stoppa`, { skal: '' });
  assert.equal(utan.status, 422);
  const delat = await post(`/betalningar/utbetalning/${id}/dela`, {
    belopp: '4000',
    namn: '=HYPERLINK("x")',
    ort: 'Lindvik',
    giroslag: 'bankgiro',
    giro: '991-2345',
    referens: '18',
    grundslag: 'samtycke',
    grund: 'Ja',
  });
  assert.equal(delat.status, 422);
  assert.match(delat.text, /Bankgironumret stämmer inte/);
  assert.match(delat.text, /value="991-2345"/);
  assert.equal(
    (
      await post(`/betalningar/utbetalning/${id}/dela`, {
        belopp: '4000',
        namn: '=HYPERLINK("x")',
        ort: 'Lindvik',
        giroslag: 'bankgiro',
        giro: '991-2346',
        referens: '18',
        grundslag: 'samtycke',
        grund: 'Ja',
      })
    ).status,
    303,
  );
  const made = await post('/betalningar', { dag: DAG });
  assert.equal(made.status, 303);
  const fil = made.till.replace('/handlaggning', '');
  assert.match((await get(fil)).text, /Du kan inte släppa filen/);
  const sha = (await l.hel.betalfilsbild(l.ett, fil.slice(-36)))!.fil.sha256!;
  assert.equal((await post(`${fil}/slapp`, { sett: sha })).status, 422);
  assert.equal((await get(`${fil}.xml`)).status, 403);
  vem = l.tva;
  assert.match((await get(fil)).text, new RegExp(`value="${sha}"`));
  assert.equal((await post(`${fil}/slapp`, { sett: sha })).status, 303);
  const xml = await get(`${fil}.xml`);
  assert.match(xml.text, /CstmrCdtTrfInitn/);
  assert.match((await get(fil)).text, /redan hämtad/);
  const form = new FormData();
  const svar = svaraSomBanken(xml.text, { iban: DEMOKOMMUN.iban, dag: DAG });
  form.set('fil', new File([svar.camt054.replaceAll('1000.00', '999.00')], 'camt.xml'));
  const inläst = await post('/betalningar/aterrapporter', form);
  assert.match(inläst.text, /Beloppet är inte det som skickades/);
  assert.equal((await post('/betalningar/aterrapporter', form)).status, 422);
  assert.equal((await post('/betalningar/aterrapporter', new FormData())).status, 422);
  for (const path of [`/betalningar/dag/${DAG}`, `/betalningar/utbetalning/${id}`, '/betalningar/konton'])
    assert.equal((await get(path)).status, 200, path);
  for (const path of [
    '/betalningar/dag/2026-02-30',
    '/betalningar/dag/-',
    '/betalningar/utbetalning/x',
    '/betalningar/fil/0',
  ])
    assert.equal((await get(path)).status, 404, path);
  const csv = (await get(`/betalningar/dag/${DAG}.csv`)).text;
  assert.match(csv, /"'=HYPERLINK\(""x""\), bankgiro 9912346"/);
  assert.match(csv, /;4000,00;5220,00;5220,00/);
  vem = l.handläggare;
  for (const path of ['/betalningar', fil, `/betalningar/dag/${DAG}`, '/betalningar/aterrapporter'])
    assert.equal((await get(path)).status, 403, path);
  assert.equal((await get(`/betalningar/utbetalning/${id}`)).status, 200);
});
