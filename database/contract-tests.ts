import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { betalaIgen, delaUtbetalning, läggIFil, släppBetalfil } from '@stegvis/casework';
import type { Repositories } from './repositories.ts';
import { Duplicate, NotFound, VersionConflict } from './repository-errors.ts';
import {
  sampleAnsökan,
  sampleBeräkning,
  sampleBeslut,
  samplePerson,
  sampleUtbetalning,
  sampleÄrende,
} from './sample-rows.ts';

/** The repositories that must behave the same wherever they keep their rows. */
export type ContractRepositories = Pick<
  Repositories,
  'personer' | 'ärenden' | 'ansökningar' | 'beslut' | 'utbetalningar'
>;

/** One kind of repositories under test. */
export interface RepositoriesUnderTest {
  /** Runs work in one transaction (or what stands for it). */
  run<T>(work: (repositories: ContractRepositories) => Promise<T>): Promise<T>;
  /** Keeps the calculation that a decision refers to. */
  addBeräkning(beräkning: ReturnType<typeof sampleBeräkning>): Promise<void>;
  close(): Promise<void>;
}

const SHA = 'a'.repeat(64);

/** The contract of the repositories, for any implementation. */
export function contractTests(name: string, open: () => Promise<RepositoriesUnderTest>): void {
  describe(`repositories: ${name}`, () => {
    let under: RepositoriesUnderTest;
    before(async () => {
      under = await open();
    });
    after(() => under.close());

    const newÄrende = async (par = false) => {
      const [sökande, medsökande] = [samplePerson(), samplePerson()];
      return under.run(async (r) => {
        await r.personer.add(sökande);
        if (par) await r.personer.add(medsökande);
        return r.ärenden.add(sampleÄrende(sökande.id, { medsökande: par ? medsökande.id : undefined }));
      });
    };
    const newBeslut = async (own: Parameters<typeof sampleAnsökan>[1] = {}) => {
      const ärende = await newÄrende();
      const ansökan = sampleAnsökan(ärende, { status: 'beslutad', ...own });
      const beräkning = sampleBeräkning(ansökan);
      const beslut = sampleBeslut(ansökan, beräkning.id);
      await under.run((r) => r.ansökningar.add(ansökan));
      await under.addBeräkning(beräkning);
      await under.run((r) => r.beslut.add(beslut));
      return { ärende, ansökan, beräkning, beslut };
    };

    it('gives back a person as added, and finds by personnummer', async () => {
      const person = samplePerson({ skyddad: true });
      await under.run((r) => r.personer.add(person));
      assert.deepEqual(await under.run((r) => r.personer.get(person.id)), person);
      assert.deepEqual(await under.run((r) => r.personer.findByPersonnummer(person.personnummer)), person);
      assert.deepEqual(await under.run((r) => r.personer.findMany([person.id, randomUUID()])), [person]);
      assert.deepEqual(await under.run((r) => r.personer.findMany([])), []);
    });

    it('refuses a second person with the same personnummer', async () => {
      const person = samplePerson();
      await under.run((r) => r.personer.add(person));
      await assert.rejects(
        under.run((r) => r.personer.add(samplePerson({ personnummer: person.personnummer }))),
        Duplicate,
      );
    });

    it('says that what does not exist does not exist', async () => {
      const id = randomUUID();
      await assert.rejects(
        under.run((r) => r.personer.get(id)),
        NotFound,
      );
      await assert.rejects(
        under.run((r) => r.ärenden.get(id)),
        NotFound,
      );
      await assert.rejects(
        under.run((r) => r.ansökningar.get(id)),
        NotFound,
      );
      await assert.rejects(
        under.run((r) => r.beslut.get(id)),
        NotFound,
      );
      await assert.rejects(
        under.run((r) => r.utbetalningar.get(id)),
        NotFound,
      );
      assert.equal(await under.run((r) => r.ansökningar.find(id)), undefined);
    });

    it('numbers cases one by one within the year', async () => {
      const [first, second] = [await newÄrende(), await newÄrende()];
      assert.match(first.nummer, /^2026-\d+$/);
      assert.equal(Number(second.nummer.slice(5)), Number(first.nummer.slice(5)) + 1);
      assert.deepEqual(await under.run((r) => r.ärenden.findByNummer(first.nummer)), first);
    });

    it('finds a case for both adults', async () => {
      const ärende = await newÄrende(true);
      assert.deepEqual(await under.run((r) => r.ärenden.findForPerson(ärende.sökande)), [ärende]);
      assert.deepEqual(await under.run((r) => r.ärenden.findForPerson(ärende.medsökande!)), [ärende]);
      const [första, andra, ingens] = [ärende.sökande, ärende.medsökande!, randomUUID()];
      assert.deepEqual(
        await under.run((r) => r.ärenden.findNummer([första, andra, ingens])),
        new Map([
          [första, ärende.nummer],
          [andra, ärende.nummer],
        ]),
      );
    });

    it('saves a case once per version', async () => {
      const ärende = await newÄrende();
      const saved = await under.run((r) => r.ärenden.save({ ...ärende, status: 'avslutat' }));
      assert.deepEqual(await under.run((r) => r.ärenden.get(ärende.id)), saved);
      assert.equal(saved.version, 2);
      await assert.rejects(
        under.run((r) => r.ärenden.save({ ...ärende, status: 'oppet' })),
        VersionConflict,
      );
    });

    it('gives back an application as added, signatures included', async () => {
      const ärende = await newÄrende(true);
      const ansökan = sampleAnsökan(ärende, {
        underskrifter: [
          {
            person: ärende.sökande,
            tid: '2026-11-20T08:10:00.000Z',
            metod: 'oidc',
            avser: 'a'.repeat(64),
            önskarHandläggare: false,
          },
          {
            person: ärende.medsökande!,
            tid: '2026-11-20T08:11:00.000Z',
            metod: 'oidc',
            avser: 'a'.repeat(64),
            önskarHandläggare: true,
            meddelande: 'Åäö',
          },
        ],
      });
      await under.run((r) => r.ansökningar.add(ansökan));
      assert.deepEqual(await under.run((r) => r.ansökningar.get(ansökan.id)), ansökan);
      assert.deepEqual(await under.run((r) => r.ansökningar.findForÄrende(ärende.id)), [ansökan]);
      assert.deepEqual(await under.run((r) => r.ansökningar.findForPerson(ärende.medsökande!)), [ansökan]);
    });

    it('lets the first of two savers win and tells the second', async () => {
      const ansökan = sampleAnsökan(await newÄrende(), { status: 'utkast', inskickad: undefined, inkommen: undefined });
      await under.run((r) => r.ansökningar.add(ansökan));
      const [one, two] = await Promise.all([
        under.run((r) => r.ansökningar.get(ansökan.id)),
        under.run((r) => r.ansökningar.get(ansökan.id)),
      ]);
      const first = { ...one, version: one.version + 1, uppgifter: { ...one.uppgifter, intygat: true } };
      await under.run((r) => r.ansökningar.save(first));
      await assert.rejects(
        under.run((r) => r.ansökningar.save({ ...two, version: two.version + 1, uppgifter: {} })),
        VersionConflict,
      );
      assert.deepEqual(await under.run((r) => r.ansökningar.get(ansökan.id)), first);
    });

    it('allows one draft for a month', async () => {
      const ärende = await newÄrende();
      const draft = { status: 'utkast', inskickad: undefined, inkommen: undefined } as const;
      await under.run((r) => r.ansökningar.add(sampleAnsökan(ärende, draft)));
      await assert.rejects(
        under.run((r) => r.ansökningar.add(sampleAnsökan(ärende, draft))),
        Duplicate,
      );
      await under.run((r) => r.ansökningar.add(sampleAnsökan(ärende, { ...draft, månad: '2027-01' })));
    });

    it('gives back a decision as added, by id, application and case', async () => {
      const { ärende, ansökan, beslut } = await newBeslut();
      assert.deepEqual(await under.run((r) => r.beslut.get(beslut.id)), beslut);
      assert.deepEqual(await under.run((r) => r.beslut.findForAnsökan(ansökan.id)), beslut);
      assert.deepEqual(await under.run((r) => r.beslut.findForÄrende(ärende.id)), [beslut]);
    });

    it('refuses a second decision on the same application', async () => {
      const { ansökan, beräkning, beslut } = await newBeslut();
      await assert.rejects(
        under.run((r) => r.beslut.add(sampleBeslut(ansökan, beräkning.id, { belopp: 1 }))),
        Duplicate,
      );
      assert.deepEqual(await under.run((r) => r.beslut.findForAnsökan(ansökan.id)), beslut);
    });

    it('tells what is known from before, but not the application itself', async () => {
      const { ärende, ansökan, beslut } = await newBeslut({ månad: '2026-11' });
      const ny = sampleAnsökan(ärende, { månad: '2026-12' });
      await under.run(async (r) => {
        await r.ansökningar.add(ny);
        await r.personer.addBiståndsmånader(ärende.sökande, ['2026-09', '2026-10'], 'annan kommun');
        await r.personer.addBiståndsmånader(ärende.sökande, ['2026-10'], 'annan kommun');
      });
      const historik = await under.run((r) => r.ansökningar.historik(ny));
      assert.deepEqual(historik.ansökningar, [
        { ansökan: ansökan.id, månad: '2026-11', status: 'beslutad', slag: ansökan.slag },
      ]);
      assert.deepEqual(
        historik.beslut.map((b) => [b.månad, b.belopp, b.hushåll.personerIBostaden]),
        [['2026-11', beslut.belopp, 1]],
      );
      assert.deepEqual(historik.biståndsmånader, { [ärende.sökande]: ['2026-09', '2026-10', '2026-11'] });
    });

    it('refuses a second payment of the same decision', async () => {
      const { ärende, beslut } = await newBeslut();
      const utbetalning = sampleUtbetalning(beslut, ärende.sökande);
      await under.run((r) => r.utbetalningar.add(utbetalning));
      assert.deepEqual(await under.run((r) => r.utbetalningar.findForBeslut(beslut.id)), utbetalning);
      await assert.rejects(
        under.run((r) => r.utbetalningar.add(sampleUtbetalning(beslut, ärende.sökande))),
        Duplicate,
      );
    });

    it('puts a payment in one file only, and keeps what the file was', async () => {
      const { ärende, beslut } = await newBeslut();
      const utbetalning = sampleUtbetalning(beslut, ärende.sökande, { utbetalningsdag: '2026-11-02' });
      await under.run((r) => r.utbetalningar.add(utbetalning));
      assert.deepEqual(await under.run((r) => r.utbetalningar.findAttBetala('2026-11-02')), [utbetalning]);
      assert.deepEqual(await under.run((r) => r.utbetalningar.findAttBetala('2026-11-01')), []);
      const lagd = läggIFil({
        id: randomUUID(),
        meddelandeId: `M-${randomUUID()}`,
        utbetalningar: [utbetalning],
        av: 'test',
        nu: '2026-11-20T09:00:00.000Z',
      });
      assert.ok(lagd.ok);
      await under.run(async (r) => {
        await r.utbetalningar.addBetalfil(lagd.betalfil);
        for (const u of lagd.utbetalningar) await r.utbetalningar.save(u);
        await r.utbetalningar.setBetalfilsinnehåll(lagd.betalfil.id, '<Document/>', SHA);
      });
      assert.deepEqual(await under.run((r) => r.utbetalningar.findForBetalfil(lagd.betalfil.id)), lagd.utbetalningar);
      assert.deepEqual(await under.run((r) => r.utbetalningar.findAttBetala('2026-11-02')), []);
      await under.run((r) => r.utbetalningar.setBetalfilsinnehåll(lagd.betalfil.id, '<Document/>', SHA));
      await assert.rejects(
        under.run((r) => r.utbetalningar.setBetalfilsinnehåll(lagd.betalfil.id, '<Other/>', SHA)),
        VersionConflict,
      );
      assert.deepEqual(await under.run((r) => r.utbetalningar.getBetalfil(lagd.betalfil.id)), {
        ...lagd.betalfil,
        innehåll: '<Document/>',
        sha256: SHA,
      });
      const other = läggIFil({
        id: randomUUID(),
        meddelandeId: `M-${randomUUID()}`,
        utbetalningar: [utbetalning],
        av: 'test',
        nu: '2026-11-20T09:00:00.000Z',
      });
      assert.ok(other.ok);
      await assert.rejects(
        under.run(async (r) => {
          await r.utbetalningar.addBetalfil(other.betalfil);
          await r.utbetalningar.save({ ...other.utbetalningar[0]!, version: 3 });
        }),
        /ligger i en fil/,
      );
      await assert.rejects(
        under.run((r) => r.utbetalningar.save(lagd.utbetalningar[0]!)),
        VersionConflict,
      );
    });

    it('never lets the payments of a decision come to more than was decided', async () => {
      const { ärende, beslut } = await newBeslut();
      const utbetalning = sampleUtbetalning(beslut, ärende.sökande);
      await under.run((r) => r.utbetalningar.add(utbetalning));
      const delad = delaUtbetalning(
        { utbetalning, utbetalningar: [utbetalning] },
        {
          ider: [randomUUID(), randomUUID()],
          belopp: 100000,
          giro: { slag: 'bankgiro', nummer: '9912346', namn: 'Hyresvärd', ort: 'Lindvik', referens: { ocr: '18' } },
          grund: { slag: 'onskemal', text: 'Sökanden har bett om det.' },
          av: 'test',
          nu: '2026-11-20T09:00:00.000Z',
        },
      );
      assert.ok(delad.ok);
      await assert.rejects(
        under.run((r) => r.utbetalningar.add(delad.delar[0]!)),
        /mer än det som beslutades/,
      );
      await under.run(async (r) => {
        await r.utbetalningar.save(delad.utbetalning);
        for (const del of delad.delar) await r.utbetalningar.add(del);
      });
      assert.deepEqual(await under.run((r) => r.utbetalningar.findAllaForBeslut(beslut.id)), [
        delad.utbetalning,
        ...delad.delar,
      ]);
      assert.deepEqual(await under.run((r) => r.utbetalningar.findForBeslut(beslut.id)), delad.delar[1]);
      const stopped = await under.run((r) => r.utbetalningar.get(utbetalning.id));
      await assert.rejects(
        under.run((r) => r.utbetalningar.save({ ...stopped, status: 'planerad', stopp: undefined, version: 3 })),
        /mer än det som beslutades/,
      );
      const again = betalaIgen(
        { beslut, utbetalningar: [delad.utbetalning, ...delad.delar], ersätter: utbetalning.id },
        { id: randomUUID(), konto: utbetalning.konto, utbetalningsdag: '2026-11-24', nu: '2026-11-20T10:00:00.000Z' },
      );
      assert.equal(again.ok, false);
    });

    it('releases a file by another person only, and only then sends its payments', async () => {
      const { ärende, beslut } = await newBeslut();
      const utbetalning = sampleUtbetalning(beslut, ärende.sökande);
      await under.run((r) => r.utbetalningar.add(utbetalning));
      const lagd = läggIFil({
        id: randomUUID(),
        meddelandeId: `M-${randomUUID()}`,
        utbetalningar: [utbetalning],
        av: 'ett',
        nu: '2026-11-20T09:00:00.000Z',
      });
      assert.ok(lagd.ok);
      await under.run(async (r) => {
        await r.utbetalningar.addBetalfil(lagd.betalfil);
        for (const u of lagd.utbetalningar) await r.utbetalningar.save(u);
        await r.utbetalningar.setBetalfilsinnehåll(lagd.betalfil.id, '<Document/>', SHA);
      });
      const fil = await under.run((r) => r.utbetalningar.getBetalfil(lagd.betalfil.id));
      const release = (av: string) =>
        släppBetalfil(
          { betalfil: fil, utbetalningar: lagd.utbetalningar },
          { av, sett: SHA, nu: '2026-11-20T09:30:00.000Z' },
        );
      assert.equal(release('ett').ok, false);
      const released = release('tva');
      assert.ok(released.ok);
      await assert.rejects(
        under.run((r) => r.utbetalningar.save(released.utbetalningar[0]!)),
        /inte är släppt/,
      );
      const alone = { ...released.betalfil, släppt: { av: 'ett', tid: '2026-11-20T09:30:00.000Z' } };
      await assert.rejects(
        under.run((r) => r.utbetalningar.saveBetalfil(alone)),
        /tv/,
      );
      await under.run(async (r) => {
        await r.utbetalningar.saveBetalfil(released.betalfil);
        for (const u of released.utbetalningar) await r.utbetalningar.save(u);
      });
      assert.deepEqual(await under.run((r) => r.utbetalningar.getBetalfil(fil.id)), released.betalfil);
      assert.deepEqual(await under.run((r) => r.utbetalningar.lockBetalfil(fil.id)), released.betalfil);
      const [found] = await under.run((r) => r.utbetalningar.findBetalfilerByMeddelandeId([fil.meddelandeId]));
      assert.deepEqual(found, { ...released.betalfil, innehåll: undefined });
      assert.deepEqual(
        await under.run((r) => r.utbetalningar.findByNycklar([utbetalning.nyckel, 'finns-inte'])),
        released.utbetalningar,
      );
      assert.ok(
        (await under.run((r) => r.utbetalningar.findMedStatus(['skickad']))).some((u) => u.id === utbetalning.id),
      );
      assert.ok(
        (await under.run((r) => r.utbetalningar.findForDag('2026-11-23'))).some((u) => u.id === utbetalning.id),
      );
      await assert.rejects(
        under.run((r) =>
          r.utbetalningar.saveBetalfil({
            ...released.betalfil,
            status: 'makulerad',
            släppt: undefined,
            makulerad: { av: 'ett', tid: '2026-11-20T10:00:00.000Z', skal: 'Prov' },
          }),
        ),
        /kan inte ändras/,
      );
      await assert.rejects(
        under.run((r) => r.utbetalningar.save({ ...released.utbetalningar[0]!, betalfil: undefined, version: 4 })),
        /ligger i en fil/,
      );
    });
  });
}
