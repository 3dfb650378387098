import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import type { Beslut, Beslutsförslag, Underrättelse, Överflyttning } from '@stegvis/casework';
import { inTenant } from './in-tenant.ts';
import { openTestDatabase, testScope } from './open-test-database.ts';
import type { Repositories } from './repositories.ts';
import { Duplicate, VersionConflict } from './repository-errors.ts';
import { sampleAnsökan, sampleBeräkning, sampleBeslut, samplePerson, sampleÄrende } from './sample-rows.ts';

const { db } = await openTestDatabase({ after });
const run = <T>(work: (r: Repositories) => Promise<T>) => inTenant(db, testScope, work);
const NU = '2026-11-26T14:00:00.000Z';

async function utredd() {
  const person = samplePerson();
  return run(async (r) => {
    await r.personer.add(person);
    const ärende = await r.ärenden.add(sampleÄrende(person.id));
    const ansökan = sampleAnsökan(ärende);
    await r.ansökningar.add(ansökan);
    const beräkning = await r.utredningar.addBeräkning(sampleBeräkning(ansökan));
    const användare = { id: randomUUID(), inloggning: randomUUID(), namn: 'Handläggare', titel: 'Socialsekreterare' };
    await r.organisation.saveAnvändare({ ...användare, roller: ['handlaggare'], aktiv: true });
    return { person, ärende, ansökan, beräkning, användare };
  });
}

type Utredd = Awaited<ReturnType<typeof utredd>>;

const av = {
  slag: 'handlaggare' as const,
  id: 'x',
  namn: 'Handläggare',
  titel: 'Socialsekreterare',
  delegationspunkt: '4.1',
};
const form = (own: Partial<NonNullable<Beslut['form']>>) =>
  ({ nummer: 1, del: 'hela', bestämmelse: '12:1', ...own }) as const;
const beslut = ({ ansökan, beräkning }: Utredd, own: Partial<Beslut>) =>
  sampleBeslut(ansökan, beräkning.id, { beslutsfattare: av, ...own });

function underrättelse({ ansökan, ärende, beräkning, person }: Utredd): Underrättelse {
  return {
    id: randomUUID(),
    ansökan: ansökan.id,
    ärende: ärende.id,
    beräkning: beräkning.id,
    avsett: { utfall: 'delavslag', belopp: 320000 },
    skäl: 'Försäkringskassan har betalat ut föräldrapenning.',
    uppgifter: [
      {
        rad: 'inkomst:1:foraldrapenning',
        text: 'Föräldrapenning',
        egen: undefined,
        register: 150000,
        räknas: 150000,
        källa: 'Försäkringskassan',
        hämtad: NU,
        döljsFör: { person: person.id, skäl: 'Sekretess.' },
      },
    ],
    mottagare: [person.id],
    skickad: NU,
    svarSenast: '2026-12-03',
    förlängningar: [],
    muntligtNekat: undefined,
    återtagen: undefined,
    av: { id: 'x', namn: 'Handläggare', titel: 'Socialsekreterare' },
    version: 1,
  };
}

describe('work on decisions in PostgreSQL', () => {
  it('keeps the undisputed part and the rest of one application, and neither of them twice', async () => {
    const u = await utredd();
    const första = beslut(u, { form: form({ del: 'ostridig' }), belopp: 300000 });
    const resten = beslut(u, {
      utfall: 'delavslag',
      belopp: 0,
      form: form({
        nummer: 2,
        del: 'resten',
        barnperspektiv: 'Barnen har mat.',
        totalt: 300000,
        återkrav: { grund: 'forskott', omständighet: 'Väntar på sjukpenning.' },
        föredragande: { id: 'x', namn: 'Handläggare', titel: 'Socialsekreterare' },
      }),
    });
    await run((r) => r.beslut.add(första));
    assert.equal(await run((r) => r.beslut.findForAnsökan(u.ansökan.id)), undefined);
    await run((r) => r.beslut.add(resten));
    assert.deepEqual(await run((r) => r.beslut.findForAnsökan(u.ansökan.id)), resten);
    assert.deepEqual(await run((r) => r.beslut.findAllaForAnsökan(u.ansökan.id)), [första, resten]);
    for (const del of ['ostridig', 'resten', 'hela'] as const)
      await assert.rejects(
        run((r) => r.beslut.add(beslut(u, { form: form({ nummer: 3, del }) }))),
        Duplicate,
      );
  });

  it('lets no machine decide anything but one whole grant', async () => {
    const u = await utredd();
    const maskin = { slag: 'automatisk' as const, funktion: 'Automatiskt bifall', delegationspunkt: '4.7' };
    for (const own of [
      { utfall: 'avslag' as const, belopp: 0 },
      { utfall: 'avskrivning' as const, belopp: 0 },
      { form: form({ del: 'ostridig' }) },
      { form: form({ bestämmelse: '12:2', särskilt: 'utover', del: 'sarskilt' }) },
    ])
      await assert.rejects(
        run((r) => r.beslut.add(beslut(u, { beslutsfattare: maskin, ...own }))),
        /beslut_/,
      );
    await assert.rejects(
      run((r) => r.beslut.add(beslut(u, { utfall: 'avslag', belopp: 100 }))),
      /beslut_utan_pengar/,
    );
  });

  it('keeps a hearing with its answers; what was sent never changes', async () => {
    const u = await utredd();
    const sänd = underrättelse(u);
    const yttrande = {
      id: randomUUID(),
      underrättelse: sänd.id,
      person: u.person.id,
      slag: 'skriftligt' as const,
      text: 'Jag har betalat tillbaka den.',
      villTalaInförNämnden: true,
      tid: NU,
      upptagetAv: undefined,
    };
    const muntligt = {
      ...yttrande,
      id: randomUUID(),
      slag: 'muntligt' as const,
      tid: '2026-11-27T08:00:00.000Z',
      upptagetAv: { id: u.användare.id, namn: 'Handläggare' },
    };
    await run((r) => r.underrättelser.add(sänd));
    await run((r) => r.underrättelser.addYttrande(yttrande));
    await run((r) => r.underrättelser.addYttrande(muntligt));
    assert.deepEqual(await run((r) => r.underrättelser.find(sänd.id)), {
      underrättelse: sänd,
      yttranden: [yttrande, muntligt],
    });
    const längre: Underrättelse = {
      ...sänd,
      svarSenast: '2026-12-10',
      förlängningar: [{ till: '2026-12-10', skäl: 'Tolk.', av: 'Handläggare', tid: NU }],
      muntligtNekat: { skäl: 'Särskilda skäl.', av: 'Handläggare', tid: NU },
      återtagen: { skäl: 'Fel.', av: 'Handläggare', tid: NU },
      version: 2,
    };
    await run((r) => r.underrättelser.save(längre));
    assert.deepEqual((await run((r) => r.underrättelser.findForAnsökan(u.ansökan.id)))[0]?.underrättelse, längre);
    assert.equal((await run((r) => r.underrättelser.findForAnsökningar([u.ansökan.id]))).get(u.ansökan.id)?.length, 1);
    await assert.rejects(
      run((r) => r.underrättelser.save(längre)),
      VersionConflict,
    );
    await assert.rejects(
      run((r) => r.underrättelser.save({ ...längre, svarSenast: '2026-12-01', version: 3 })),
      /kan inte ändras/,
    );
  });

  it('keeps proposals, one at a time, confirmed by another', async () => {
    const u = await utredd();
    const förslag: Beslutsförslag = {
      id: randomUUID(),
      ansökan: u.ansökan.id,
      ärende: u.ärende.id,
      beslut: beslut(u, {
        utfall: 'delavslag',
        kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'Egen uppgift.' },
        form: form({ barnperspektiv: 'Barnen har mat.' }),
      }),
      roll: 'enhetschef',
      föreslagenAv: { id: 'a', namn: 'Handläggare', titel: 'Socialsekreterare' },
      föreslagen: NU,
      status: 'vantar',
      avgjordAv: undefined,
      avgjord: undefined,
      skäl: undefined,
      version: 1,
    };
    await run((r) => r.beslutsförslag.add(förslag));
    assert.deepEqual(await run((r) => r.beslutsförslag.find(förslag.id)), förslag);
    assert.deepEqual(await run((r) => r.beslutsförslag.findForAnsökan(u.ansökan.id)), [förslag]);
    assert.ok((await run((r) => r.beslutsförslag.findVäntande())).some((f) => f.id === förslag.id));
    await assert.rejects(
      run((r) => r.beslutsförslag.add({ ...förslag, id: randomUUID() })),
      Duplicate,
    );
    const avgjort = { ...förslag, status: 'bekraftat' as const, avgjord: NU, version: 2 };
    await assert.rejects(
      run((r) => r.beslutsförslag.save({ ...avgjort, avgjordAv: { id: 'a', namn: 'Handläggare' } })),
      /beslutsforslag_check/,
      'the same person never confirms',
    );
    const klart = { ...avgjort, avgjordAv: { id: 'b', namn: 'Chef' } };
    await run((r) => r.beslutsförslag.save(klart));
    assert.deepEqual(await run((r) => r.beslutsförslag.find(förslag.id)), klart);
  });

  it('keeps transfers and what happens to decisions', async () => {
    const u = await utredd();
    const ö: Överflyttning = {
      id: randomUUID(),
      ärende: u.ärende.id,
      riktning: 'till-annan',
      kommun: 'Grannkommunen',
      begärd: '2026-11-22',
      skäl: { anknytning: 'Bor där.', önskemål: 'Vill det.', varaktighet: 'Länge.' },
      svar: { dag: '2026-11-30', besked: 'motsatter-sig', text: 'Nej.' },
      ivo: { ansökt: '2026-12-01', beslut: undefined },
      övertagen: undefined,
      återtagen: undefined,
      av: { id: 'x', namn: 'Handläggare' },
      tid: NU,
      version: 1,
    };
    await run((r) => r.överflyttningar.add(ö));
    assert.deepEqual(await run((r) => r.överflyttningar.findForÄrende(u.ärende.id)), [ö]);
    const klar = {
      ...ö,
      ivo: { ansökt: '2026-12-01', beslut: { dag: '2027-02-01', flyttas: true } },
      övertagen: '2027-02-10',
      version: 2,
    };
    await run((r) => r.överflyttningar.save(klar));
    assert.deepEqual(await run((r) => r.överflyttningar.findForÄrende(u.ärende.id)), [klar]);

    const b = beslut(u, {});
    await run((r) => r.beslut.add(b));
    const hänt = { beslut: b.id, slag: 'verkstallt' as const, dag: '2026-11-27', anteckning: '', tid: NU };
    await run((r) => r.verkställighet.add(hänt));
    assert.deepEqual(await run((r) => r.verkställighet.findForBeslut(b.id)), [hänt]);
    const gynnande = await run((r) => r.verkställighet.findGynnande('2026-12-31'));
    assert.ok(gynnande.beslut.some((x) => x.id === b.id) && gynnande.hänt.some((x) => x.beslut === b.id));
  });

  it('keeps the limits of a delegation point', async () => {
    const punkt = {
      id: randomUUID(),
      punkt: '4.9',
      text: 'Avslag',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: ['avslag'],
      från: '2026-01-01',
      till: undefined,
      villkor: {
        bestämmelser: ['12:1'],
        högst: 500000,
        andraPerson: { roll: 'enhetschef', utfall: ['avslag'], överstiger: 100 },
      },
    } as const;
    await run((r) => r.organisation.saveDelegationspunkt(punkt));
    assert.deepEqual(
      (await run((r) => r.organisation.findDelegationspunkter())).find((p) => p.id === punkt.id),
      punkt,
    );
  });

  it('fixes what a letter says first and its PDF once', async () => {
    const u = await utredd();
    const sänd = underrättelse(u);
    await run((r) => r.underrättelser.add(sänd));
    const brev = {
      id: randomUUID(),
      beslut: undefined,
      underrättelse: sänd.id,
      ansökan: u.ansökan.id,
      ärende: u.ärende.id,
      mottagare: u.person.id,
      slag: 'underrattelse',
      skapat: NU,
      innehåll: { data: { rubrik: 'Läs det här' }, mall: '1', hash: 'a'.repeat(64) },
      pdf: undefined,
    } as const;
    await run((r) => r.brev.add(brev));
    assert.deepEqual(await run((r) => r.brev.get(brev.id)), brev);
    const pdf = new Uint8Array([37, 80]);
    await run((r) => r.brev.setPdf(brev.id, pdf));
    await run((r) => r.brev.setPdf(brev.id, new Uint8Array([1])));
    assert.deepEqual((await run((r) => r.brev.get(brev.id))).pdf, pdf, 'the first stays');
    assert.equal((await run((r) => r.brev.findForUnderrättelse(sänd.id))).length, 1);
    await assert.rejects(
      run((r) => r.brev.add({ ...brev, id: randomUUID() })),
      Duplicate,
    );
  });
});
