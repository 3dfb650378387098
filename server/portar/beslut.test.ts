import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { applyRoutes, type Medborgare } from '@stegvis/apply';
import type { Ansökan, Användare, Delegationspunkt, Person, Registeruppgift, Uppgifter } from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { type Beslutsbild, type Beslutsuppgift, workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { beräknaOchSpara, verkställ } from '../trad/berakna-och-besluta.ts';
import { läsBrevPdf, skapaBrevJobb } from '../trad/skapa-brev.ts';
import { handläggarPort } from './handlaggare.ts';
import { medborgarPort } from './medborgare.ts';

const tenant = { kommun: '0001', nämnd: 'socialnamnden' };
const kommun = {
  kod: '0001',
  nämndnyckel: 'socialnamnden',
  namn: 'Testkommunen',
  nämnd: 'Socialnämnden',
  telefon: '0000-12 34 56',
  telefontid: 'vardagar 9–15',
  ort: 'Teststad',
  organisationsnummer: '2120000001',
  iban: 'SE0000000000000000000000',
  bic: 'TESTSESS',
};
const punkt = (own: Partial<Delegationspunkt>): Delegationspunkt => ({
  id: randomUUID(),
  punkt: '4.1',
  text: 'Beslut om ekonomiskt bistånd',
  delegat: { slag: 'roll', roll: 'handlaggare' },
  utfall: ['bifall', 'delavslag', 'avslag', 'avvisning', 'avskrivning'],
  från: '2026-01-01',
  till: undefined,
  villkor: { andraPerson: { roll: 'enhetschef', utfall: ['delavslag', 'avslag'] } },
  ...own,
});

/** A parent whose register shows parental benefit that is not in the application; a caseworker and the head of the unit. */
async function öppna(t: TestContext, own: { medsökande?: boolean } = {}) {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const tid = { nu: '2026-11-24T08:00:00.000Z' };
  const nu = () => new Date(tid.nu);
  const system = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);
  const person = (personnummer: string, förnamn: string): Person => ({
    id: randomUUID(),
    personnummer,
    förnamn,
    efternamn: '',
    skyddad: false,
    skapad: tid.nu,
  });
  const användare = (inloggning: string, namn: string, titel: string, roller: Användare['roller']): Användare => ({
    id: randomUUID(),
    inloggning,
    namn,
    titel,
    roller,
    aktiv: true,
  });
  const sökande = person('198801012397', 'Förälder');
  const andra = own.medsökande ? person('199001012385', 'Andra') : undefined;
  const handläggare = användare('handlaggare', 'Handläggare', 'Socialsekreterare', ['handlaggare']);
  const chef = användare('chef', 'Chefen', 'Enhetschef', ['enhetschef']);
  const uppgifter: Uppgifter = {
    hushall: { personerIBostaden: andra ? 3 : 2, ...(andra ? { sambor: true } : {}) },
    barn: [{ id: 'b1', namn: 'Barnet', fodd: '2019-03-02' }],
    boende: { form: 'hyresratt' },
    kostnader: [{ id: 'k1', typ: 'boende', belopp: 740000 }],
    inkomster: [],
    tillgangar: [],
    konto: { clearing: '9999', nummer: '1234567', innehavare: sökande.id },
    intygat: true,
  };
  const svar: Registeruppgift[] = [
    {
      slag: 'utbetalning',
      inkomsttyp: 'foraldrapenning',
      netto: 410000,
      planerad: false,
      ursprung: 'FK',
      utbetald: '2026-11-20',
    },
  ];
  const ansökan = await system(async (x): Promise<Ansökan> => {
    await x.organisation.saveNämnd({ kommunnamn: kommun.namn, nämndnamn: kommun.nämnd, inställningar: {} });
    for (const a of [handläggare, chef]) await x.organisation.saveAnvändare(a);
    await x.organisation.saveDelegationspunkt(punkt({}));
    await x.organisation.saveDelegationspunkt(
      punkt({ punkt: '4.3', utfall: ['bifall', 'avslag'], villkor: { bestämmelser: ['12:2'], högst: 300000 } }),
    );
    await x.personer.add(sökande);
    if (andra) await x.personer.add(andra);
    const ärende = await x.ärenden.add({
      id: randomUUID(),
      sökande: sökande.id,
      medsökande: andra?.id,
      öppnat: tid.nu,
    });
    const made: Ansökan = {
      id: randomUUID(),
      ärende: ärende.id,
      slag: 'ateransokan',
      månad: '2026-12',
      sökande: sökande.id,
      medsökande: andra?.id,
      kanal: 'webb',
      status: 'utreds',
      uppgifter,
      underskrifter: [],
      version: 1,
      skapad: tid.nu,
      ändrad: tid.nu,
      inskickad: tid.nu,
      inkommen: tid.nu,
    };
    await x.ansökningar.add(made);
    for (const vem of [sökande, andra].filter((p) => p !== undefined))
      await x.utredningar.addFrågning({
        id: randomUUID(),
        ansökan: made.id,
        person: vem.id,
        källor: ['FK', 'AF', 'CSN', 'SO'],
        skickad: tid.nu,
        svar: (['FK', 'AF', 'CSN', 'SO'] as const).map((källa) => ({
          källa,
          kvalitet: källa === 'FK' && vem === sökande ? 'svarat' : 'inget-hos-oss',
          hämtad: tid.nu,
          version: 'SSBTEK v10',
          uppgifter: källa === 'FK' && vem === sökande ? svar : [],
        })),
      });
    await beräknaOchSpara(x, made.id, tid.nu);
    return made;
  });
  const köade: [string, string][] = [];
  const jobb = {
    börja: async () => {},
    efterBeslut: (x: TenantTransaction, a: Ansökan, b: Parameters<typeof verkställ>[3]) =>
      verkställ(x, async (_, namn, { id }) => void köade.push([namn, id]), a, b, tid.nu, kommun),
  };
  const delar = { db: database.db, tenant, kommun, nu, jobb };
  const port = medborgarPort(delar as unknown as Parameters<typeof medborgarPort>[0]);
  const personal = handläggarPort(delar as unknown as Parameters<typeof handläggarPort>[0]);
  const som = ({ id, förnamn }: Person): Medborgare => ({ id, förnamn });
  const bild = async () => (await personal.beslutsbild(handläggare, ansökan.id))!;
  const uppgift = (b: Beslutsbild, ändrat: object = {}): Beslutsuppgift => ({
    slag: 'ordinarie',
    sett: { beräkningId: b.beräkningId!, ...b.avsett! },
    del: 'hela',
    motivering: 'Föräldrapenningen räknas som inkomst. Svaret ändrar inte att den är utbetald.',
    obehövlig: '',
    barnperspektiv: 'Barnet har mat, bostad och det som riksnormen ska räcka till.',
    återkrav: undefined,
    baseradPå: b.ansökan.version,
    ...ändrat,
  });
  const skicka = (ändrat: object = {}) =>
    personal.skickaUnderrättelse(handläggare, ansökan.id, {
      skäl: 'Försäkringskassan har betalat ut föräldrapenning, som inte står i din ansökan.',
      svarSenast: '2026-12-01',
      utfall: undefined,
      dolda: [],
      ...ändrat,
    });
  const brevtext = async (beslut: string) =>
    system(async (x) => {
      const [brev] = await x.brev.findForBeslut(beslut);
      return JSON.stringify((await x.brev.get(brev!.id)).innehåll?.data).replaceAll('\u00a0', ' ');
    });
  const workbench = new Hono().route('/handlaggning', workbenchRoutes({ port: personal, vem: () => handläggare }));
  const sidor = new Hono().route(
    '/',
    applyRoutes({ port, vem: () => som(sökande) } as Parameters<typeof applyRoutes>[0]),
  );
  return {
    tid,
    system,
    port,
    personal,
    sökande,
    andra,
    handläggare,
    chef,
    ansökan,
    som,
    bild,
    uppgift,
    skicka,
    brevtext,
    köade,
    workbench,
    sidor,
  };
}

function done<T extends { ok: boolean }>(result: T): T & { ok: true } {
  assert.ok(result.ok, JSON.stringify(result));
  return result as T & { ok: true };
}
function kod(result: { ok: boolean; refusal?: { kod: string } }): string | undefined {
  assert.equal(result.ok, false);
  return result.refusal?.kod;
}
const form = (fält: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fält),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

test('unreported income: hearing, the undisputed part paid at once, answer, partial refusal by two, letters', async (t) => {
  const f = await öppna(t);
  const först = await f.bild();
  assert.equal(först.avsett?.utfall, 'delavslag');
  assert.ok(först.måsteHöras && först.avsett!.belopp > 0);
  assert.deepEqual(
    först.uppgifterEmot.map((u) => [u.text, u.egen, u.register, u.källa]),
    [['Föräldrapenning', undefined, 410000, 'Försäkringskassan']],
  );
  assert.equal(
    kod(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, f.uppgift(först))),
    'kommunicering-saknas',
  );

  // The hearing: on the person's page, as a letter, and nothing is refused before it is answered.
  done(await f.skicka());
  assert.equal(kod(await f.skicka()), 'redan-skickad');
  const läst = (await f.port.yttrande(f.som(f.sökande), f.ansökan.id))!;
  assert.equal(läst.läge, 'vantar');
  assert.equal(läst.hörs.underrättelse.uppgifter[0]?.register, 410000);
  assert.match(Buffer.from((await f.port.underlag(f.som(f.sökande), f.ansökan.id))!).toString('latin1'), /^%PDF/);
  const väntar = await f.bild();
  assert.equal(kod(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, f.uppgift(väntar))), 'vantar-pa-yttrande');

  // The undisputed part: decided and paid now, and never twice.
  const ostridig = {
    del: 'ostridig',
    sett: { ...f.uppgift(väntar), beräkningId: väntar.beräkningId!, ...väntar.avsett! },
  };
  assert.deepEqual(
    done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, f.uppgift(väntar, ostridig))).gjort,
    'beslutat',
  );
  const delat = await f.bild();
  assert.equal(delat.redan, väntar.avsett!.belopp);
  assert.equal(
    kod(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, f.uppgift(delat, ostridig))),
    'redan-delbeslutad',
  );
  const [första] = delat.beslut;
  const betalning = await f.system((x) => x.utbetalningar.findForBeslut(första!.id));
  assert.equal(betalning?.belopp, väntar.avsett!.belopp);
  assert.equal(
    await f.system((x) => x.beslut.findForAnsökan(f.ansökan.id)),
    undefined,
    'the application is still open',
  );
  assert.equal((await f.port.yttrande(f.som(f.sökande), f.ansökan.id))?.första?.belopp, första!.belopp);
  assert.match(await f.brevtext(första!.id), /första beslut om den del som ingen är oense om/);

  // The answer.
  const svarat = await f.sidor.request(
    `/mina-sidor/yttrande/${f.ansökan.id}`,
    form({ text: 'Pengarna gick till en skuld.' }),
  );
  assert.equal(svarat.status, 303);
  assert.equal((await f.bild()).hörs?.läge, 'besvarad');

  // Two decide: the caseworker proposes, the head of the unit gives back once and then confirms.
  const nu = await f.bild();
  assert.equal(nu.rätt.delavslag, 'foresla');
  assert.equal(done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, f.uppgift(nu))).gjort, 'foreslaget');
  const [ett] = (await f.bild()).förslag;
  assert.equal(
    kod(await f.personal.avgörFörslag(f.handläggare, f.ansökan.id, ett!.id, { slag: 'bekrafta' })),
    'samma-person',
  );
  done(
    await f.personal.avgörFörslag(f.chef, f.ansökan.id, ett!.id, { slag: 'lamna-tillbaka', skäl: 'Bemöt skulden.' }),
  );
  const igen = f.uppgift(nu, { motivering: 'En skuld ändrar inte att pengarna fanns till försörjningen.' });
  done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, igen));
  const två = (await f.bild()).förslag.find((x) => x.status === 'vantar')!;
  f.tid.nu = '2026-11-25T09:00:00.000Z';
  done(await f.personal.avgörFörslag(f.chef, f.ansökan.id, två.id, { slag: 'bekrafta' }));
  assert.equal(kod(await f.personal.avgörFörslag(f.chef, f.ansökan.id, två.id, { slag: 'bekrafta' })), 'redan-avgjort');

  const slut = (await f.system((x) => x.beslut.findForAnsökan(f.ansökan.id)))!;
  assert.deepEqual(
    [slut.utfall, slut.belopp, slut.form?.del, slut.form?.totalt],
    ['delavslag', 0, 'resten', första!.belopp],
  );
  assert.equal(slut.beslutsfattare.slag === 'handlaggare' && slut.beslutsfattare.namn, 'Chefen');
  assert.equal(
    await f.system((x) => x.utbetalningar.findForBeslut(slut.id)),
    undefined,
    'nothing is paid a second time',
  );
  assert.equal((await f.system((x) => x.utbetalningar.findAttBetala('2027-12-31'))).length, 1);

  // The letter: fixed with the decision, made afterwards, the same each time it is read.
  const text = await f.brevtext(slut.id);
  for (const sats of [
    'Du får inte mer ekonomiskt bistånd för december 2026',
    'Sammanlagt får du',
    'Pengarna gick till en skuld.',
    'Vad beslutet betyder för barnen',
    'Barnet har mat, bostad',
    'Beslutet är fattat av Chefen, enhetschef',
    'Handläggare, socialsekreterare, har förberett och föreslagit beslutet',
    'inom tre veckor',
  ])
    assert.ok(text.includes(sats), `${sats}\n${text}`);
  assert.ok(f.köade.some(([namn, id]) => namn === 'skapa-brev' && id === slut.id));
  const innan = await f.system(async (x) => (await x.brev.get((await x.brev.findForBeslut(slut.id))[0]!.id)).pdf);
  assert.equal(innan, undefined);
  const pdf = (await f.port.brev(f.som(f.sökande), slut.id))!;
  await f.system(async (x) =>
    skapaBrevJobb({ kommun, nu: () => new Date(f.tid.nu) })({ tenant: x, data: { id: slut.id } } as Parameters<
      ReturnType<typeof skapaBrevJobb>
    >[0]),
  );
  const brev = await f.system((x) => x.brev.findForBeslut(slut.id));
  assert.equal(brev.length, 1);
  assert.deepEqual(await f.system((x) => läsBrevPdf(x, brev[0]!.id)), pdf);
});

test('each adult answers alone and sees only her own answer; what is secret is kept from the other', async (t) => {
  const f = await öppna(t, { medsökande: true });
  const rad = (await f.bild()).uppgifterEmot[0]!.rad!;
  done(await f.skicka({ dolda: [{ rad, för: f.andra!.id, skäl: '26 kap. 1 § OSL' }] }));
  assert.equal((await f.port.yttrande(f.som(f.andra!), f.ansökan.id))!.hörs.underrättelse.uppgifter.length, 0);
  const underlag = await f.system(async (x) => {
    const { underrättelse } = (await x.underrättelser.findForAnsökan(f.ansökan.id))[0]!;
    const brev = await x.brev.findForUnderrättelse(underrättelse.id);
    return Promise.all(
      brev.map(async (b) => [b.mottagare, JSON.stringify((await x.brev.get(b.id)).innehåll?.data)] as const),
    );
  });
  assert.equal(underlag.length, 2);
  assert.doesNotMatch(underlag.find(([vem]) => vem === f.andra!.id)![1], /Försäkringskassan har:/);
  assert.match(underlag.find(([vem]) => vem === f.sökande.id)![1], /Försäkringskassan har:/);
  done(
    await f.port.lämnaYttrande(f.som(f.sökande), f.ansökan.id, {
      text: 'Hemligt svar',
      avstår: false,
      villTalaInförNämnden: false,
    }),
  );
  assert.equal((await f.bild()).hörs?.läge, 'vantar');
  assert.equal((await f.port.yttrande(f.som(f.andra!), f.ansökan.id))!.hörs.yttranden.length, 0);
  done(
    await f.personal.taUppYttrande(f.handläggare, f.ansökan.id, {
      person: f.andra!.id,
      slag: 'muntligt',
      text: 'Vill tala inför nämnden.',
      villTala: true,
    }),
  );
  assert.equal((await f.bild()).hörs?.läge, 'ska-tala-infor-namnden');
  done(
    await f.personal.ändraUnderrättelse(f.handläggare, f.ansökan.id, {
      slag: 'neka-muntligt',
      skäl: 'Har nyss talat i saken.',
    }),
  );
  assert.equal((await f.bild()).hörs?.läge, 'besvarad');
  const främling = { id: randomUUID(), förnamn: '' };
  assert.equal(await f.port.yttrande(främling, f.ansökan.id), undefined);
});

test('acute need, beyond the right, and repayment are decided beside the calculation, with the law in the letter', async (t) => {
  const f = await öppna(t);
  const särskilt = (b: Beslutsbild, ändrat: object): Beslutsuppgift =>
    ({
      ...f.uppgift(b),
      slag: 'sarskilt',
      särskilt: 'nod',
      utfall: 'bifall',
      belopp: 60000,
      ändamål: 'Mat till på måndag',
      överenskommelse: '',
      avgör: false,
      motivering: 'Hushållet har ingen mat.',
      ...ändrat,
    }) as Beslutsuppgift;
  done(await f.personal.fattaBeslut(f.handläggare, f.ansökan.id, särskilt(await f.bild(), {})));
  const nöd = await f.bild();
  assert.equal(nöd.redan, 60000);
  assert.match(await f.brevtext(nöd.beslut[0]!.id), /Du får 600 kr till mat till på måndag/);
  done(
    await f.personal.fattaBeslut(
      f.handläggare,
      f.ansökan.id,
      särskilt(nöd, {
        särskilt: 'utover',
        ändamål: 'Cykel',
        återkrav: { grund: 'villkor-om-aterbetalning', omständighet: 'Du betalar tillbaka när du har fått lön.' },
      }),
    ),
  );
  const utöver = (await f.bild()).beslut[1]!;
  assert.deepEqual(utöver.lagrum, [
    '12 kap. 2 § socialtjänstlagen (2025:400)',
    '33 kap. 3 § socialtjänstlagen (2025:400)',
  ]);
  const text = await f.brevtext(utöver.id);
  assert.match(text, /Du ska betala tillbaka pengarna/);
  assert.match(text, /Du betalar tillbaka när du har fått lön/);
  assert.match(text, /prövar om beslutet är lagligt/);
  assert.doesNotMatch(text, /gäller direkt/);
  assert.equal((await f.bild()).redan, 60000, 'beyond the right is not counted off');
  done(
    await f.personal.noteraVerkställighet(f.handläggare, f.ansökan.id, {
      beslut: utöver.id,
      slag: 'delgivet',
      dag: '2026-11-25',
      anteckning: 'Vid besöket',
    }),
  );
  assert.equal((await f.system((x) => x.verkställighet.findForBeslut(utöver.id)))[0]?.slag, 'delgivet');
});

test('the pages keep everything typed when something is wrong, and add phrases without losing it', async (t) => {
  const f = await öppna(t);
  const bas = `/handlaggning/arenden/${f.ansökan.id}`;
  const skicka = await f.workbench.request(
    `${bas}/kommunicering/skicka`,
    form({ avsett: 'berakning', skal: 'Mina skäl står kvar', svarSenast: '2026-02-30' }),
  );
  assert.equal(skicka.status, 422);
  const kvar = await skicka.text();
  assert.match(kvar, /Mina skäl står kvar/);
  assert.match(kvar, /Dagen finns inte/);
  const b = await f.bild();
  const grund = {
    sort: 'ordinarie',
    version: String(b.ansökan.version),
    berakning: b.beräkningId!,
    bistand: String(b.avsett!.belopp),
    utfall: 'delavslag',
  };
  const fras = await f.workbench.request(
    `${bas}/beslut/fras`,
    form({ ...grund, motivering: 'Egen mening.', barnperspektiv: 'Barnet mår bra.', fras: 'barn-barnens-del' }),
  );
  const sida = await fras.text();
  assert.match(sida, /Egen mening\./);
  assert.match(sida, /Barnet mår bra\.\s*Barnens del av riksnormen/);
  const klamrar = await f.workbench.request(
    `${bas}/beslut/fatta`,
    form({ ...grund, motivering: 'Du har inte {vad}.' }),
  );
  assert.equal(klamrar.status, 422);
  assert.match(await klamrar.text(), /Fyll i det som står inom klamrar: \{vad\}/);
  const utan = await f.workbench.request(`${bas}/beslut/fatta`, form({ ...grund, motivering: 'Skälen.' }));
  assert.equal(utan.status, 422);
  assert.match(await utan.text(), /Skriv vad beslutet betyder för barnen/);
  for (const sort of ['ordinarie', 'nod', 'forskott', 'utover', 'formedling', 'avvisning', 'avskrivning'])
    assert.equal((await f.workbench.request(`${bas}/beslut?sort=${sort}`)).status, 200, sort);
  done(await f.skicka());
  const tomt = await f.sidor.request(`/mina-sidor/yttrande/${f.ansökan.id}`, form({ text: ' ' }));
  assert.equal(tomt.status, 422);
  assert.match(await tomt.text(), /Skriv ditt svar, eller välj att du inte vill yttra dig/);
  assert.equal((await f.workbench.request(`/handlaggning/arenden/${randomUUID()}/beslut`)).status, 404);
  const flytt = await f.workbench.request(
    `${bas}/beslut/overflyttning`,
    form({ riktning: 'till-annan', kommun: 'Grannkommunen', anknytning: 'Bor där.', dag: '2026-11-24' }),
  );
  assert.equal(flytt.status, 422);
  assert.match(await flytt.text(), /Bor där\./);
});
