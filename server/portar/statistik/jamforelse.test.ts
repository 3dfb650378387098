import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Användare } from '@stegvis/casework';
import { createTestDatabase, type Database, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { Koladafel, type Koladaklient } from '@stegvis/integrations';
import { indikator, RAPPORTPLAN, syntetiskaFakta, syntetiskBefolkning } from '@stegvis/statistics';
import { workbenchRoutes } from '@stegvis/workbench';
import { Hono } from 'hono';
import { demokolada } from '../../demo/demokolada.ts';
import { hämtaKoladaVarjeMånad, koladakörning } from '../../trad/hamta-kolada.ts';
import { handläggarPort } from '../handlaggare.ts';
import { anställd, PROVKOMMUN, TENANT } from '../vag/provkommun.ts';

const NU = '2026-11-24T08:00:00.000Z';
const SIDA = '/handlaggning/statistik';

describe('kvinnor och män, jämförelse och rapport', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let database: Database;
  let nu = NU;
  const chef = anställd('Chef', ['enhetschef']);
  const analytiker = anställd('Analytiker', ['analytiker']);
  const handläggare = anställd('Handläggare', ['handlaggare']);
  let som: Användare = chef;
  let sidor: Hono;
  const köade: string[] = [];
  const system = <T>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(database.db, { ...TENANT, aktör: { slag: 'system', id: 'test' } }, work);
  const get = async (väg: string, vem = chef) => {
    som = vem;
    const res = await sidor.request(`${SIDA}${väg}`);
    return { status: res.status, text: res.headers.get('content-type')?.includes('html') ? await res.text() : '', res };
  };
  const post = async (väg: string, fält: Record<string, string>, vem = chef) => {
    som = vem;
    const res = await sidor.request(`${SIDA}${väg}`, { method: 'POST', body: new URLSearchParams(fält) });
    return { status: res.status, text: await res.text(), till: res.headers.get('location') };
  };

  before(async () => {
    const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
    database = await openDatabase(url);
    closing.push(() => database.close());
    await system(async (t) => {
      await t.organisation.saveNämnd({ kommunnamn: PROVKOMMUN.namn, nämndnamn: PROVKOMMUN.nämnd, inställningar: {} });
      for (const vem of [chef, analytiker, handläggare]) await t.organisation.saveAnvändare(vem);
    });
    const jobb = {
      börja: async () => {},
      efterBeslut: async () => {},
      kör: async (_: TenantTransaction, id: string) => void köade.push(id),
    };
    const delar = {
      db: database.db,
      tenant: TENANT,
      kommun: PROVKOMMUN,
      nu: () => new Date(nu),
      jobb,
    };
    sidor = new Hono().route('/handlaggning', workbenchRoutes({ port: handläggarPort(delar), vem: () => som }));
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  test('without facts each page says what to do, never a figure', async () => {
    for (const [väg, sats] of [
      ['/jamstalldhet', /Det finns inget att visa än/],
      ['/jamforelse', /Ingen grupp är vald/],
      ['/rapport', /Det finns inget underlag än/],
    ] as const) {
      const { status, text } = await get(väg);
      assert.equal(status, 200, väg);
      assert.match(text, sats);
    }
    assert.equal((await get('/jamstalldhet/hushall')).status, 404);
    assert.equal((await post('/rapport/2026-10/frys', {})).status, 422);
  });

  test('somebody who may not read statistics reads none of it', async () => {
    for (const väg of ['/jamstalldhet', '/jamstalldhet/hushall', '/jamforelse', '/rapport'])
      assert.equal((await get(väg, handläggare)).status, väg.endsWith('/hushall') ? 403 : 403, väg);
    assert.equal((await post('/jamforelse/hamta', {}, analytiker)).status, 422, 'an analyst reads only');
    assert.match((await post('/rapport/2026-10/frys', {}, analytiker)).text, /Du får inte skriva i rapporten/);
  });

  test('every figure of the report is declared', () => {
    assert.deepEqual(
      RAPPORTPLAN.flatMap(({ mått }) => mått).filter((m) => indikator(m.indikator) === undefined),
      [],
    );
  });

  test('a group is refused with what is allowed and everything typed kept, then saved, changed and removed', async () => {
    await system((t) => t.jämförelse.saveKolada(demokolada({ kod: TENANT.kommun, namn: 'Testkommunen' }, 2026), NU));
    for (const [fält, sats] of [
      [{ namn: '', kommuner: '9981' }, /Skriv vad gruppen ska heta/],
      [{ namn: 'Grannar', kommuner: '' }, /Skriv minst en kommun/],
      [{ namn: 'Grannar', kommuner: 'Ankeborg\n9981' }, /Ankeborg.* finns inte i Koladas lista/],
      [{ namn: 'x'.repeat(61), kommuner: '9981' }, /61 tecken. Det får vara högst 60/],
      [{ namn: 'Grannar', kommuner: '0001' }, /bara den egna kommunen/],
      [{ id: 'inte-ett-id', version: '9', namn: 'Grannar', kommuner: '9981' }, /har ändrats eller tagits bort/],
      [{ gor: 'ta-bort', id: 'inte-ett-id' }, /har ändrats eller tagits bort/],
    ] as const) {
      const { status, text } = await post('/jamforelse/grupp', fält);
      assert.equal(status, 422);
      assert.match(text, sats);
      if ('kommuner' in fält && fält.kommuner.includes('Ankeborg')) assert.match(text, />Ankeborg\n9981</);
    }
    const sparad = await post('/jamforelse/grupp', { namn: 'Grannar', kommuner: 'exempelkommun ask\n9982, 9983' });
    assert.equal(sparad.status, 303);
    const [grupp] = await system((t) => t.jämförelse.findGrupper());
    assert.deepEqual(grupp?.områden, ['9981', '9982', '9983']);
    assert.match(
      (await post('/jamforelse/grupp', { namn: 'grannar', kommuner: '9981' })).text,
      /Det finns redan en grupp/,
    );
    const ändra = { id: grupp!.id, version: '1', namn: 'Lika', kommuner: '9981\n9982\n9984\n9985' };
    assert.equal((await post('/jamforelse/grupp', ändra)).status, 303);
    assert.match((await post('/jamforelse/grupp', ändra)).text, /har ändrats eller tagits bort/);
    const tom = await sidor.request(`${SIDA}/jamforelse/grupp`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(tom.status, 422);
  });

  test('own figures stand beside Kolada’s and the group’s, with the differences in words', async () => {
    await system(async (t) => {
      const kommun = { frö: 7, hushåll: 90, från: '2024-01', till: '2026-10' };
      for (const parti of syntetiskaFakta(kommun)) await t.statistik.add('syntet', parti);
      await t.statistik.saveBefolkning(syntetiskBefolkning(kommun));
      await t.statistik.setUnderlag('syntet', NU);
    });
    const { text } = await get('/jamforelse');
    assert.match(text, /Lika/);
    assert.match(text, /Källa för andra kommuners siffror: Kolada, RKA, hämtat 24 november 2026/);
    assert.match(text, /Kolada samlar inte in måttet efter 2024\. Här räknas det även för åren därefter/);
    assert.match(text, /där månader i andra kommuner räknas in/);
    const [, tabell = ''] = /id="t-n31814-rubrik"[\s\S]*?<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(text) ?? [];
    const rad = /2025<\/th>([\s\S]*?)<\/tr>/.exec(tabell)?.[1] ?? '';
    const celler = [...rad.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell);
    assert.equal(celler.length, 5);
    assert.match(celler[0] ?? '', /^\d+(,\d)?$/, 'our own figure of a year that has facts');
    assert.match(celler[3] ?? '', /\(4\)$/, 'of four municipalities');
  });

  test('women and men stand apart where Kolada has them so, and nowhere else', async () => {
    const { text } = await get('/jamforelse');
    const tabell = (kpi: string) =>
      new RegExp(`id="t-kon-${kpi}-rubrik"[\\s\\S]*?<tbody[^>]*>([\\s\\S]*?)</tbody>`).exec(text)?.[1];
    const rad = (kpi: string, kön: string) => {
      const [, rest = ''] = new RegExp(`2025</th><td[^>]*>${kön}</td>([\\s\\S]*?)</tr>`).exec(tabell(kpi) ?? '') ?? [];
      return [...rest.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell);
    };
    assert.equal(tabell('n31807'), undefined, 'Kolada has inhabitants with assistance for all alone');
    const [kvinnor, män] = [rad('n31814', 'Kvinnor'), rad('n31814', 'Män')];
    assert.equal(kvinnor.length, 4);
    for (const cell of [...kvinnor, ...män]) assert.match(cell ?? '', /^\d+(,\d)?$/);
    assert.notDeepEqual(kvinnor, män);
    // The made-up figures of the four neighbours: women's lie four hundredths above men's, and so does the median.
    const tal = (cell: string | undefined) => Number(cell?.replace(',', '.'));
    assert.ok(Math.abs(tal(kvinnor[2]) / tal(män[2]) - 1.04) < 0.01);
    assert.match(
      text,
      /2025 var kommunens egen siffra [\d,]+[^.]*för kvinnor och [\d,]+[^.]*för män, och gruppens median/,
    );
  });

  test('the demo has for women and men apart what Kolada has so', (t) => {
    const fil = join(import.meta.dirname, '../../../../shared/contracts/kolada/kpi_ekonomiskt_bistand.json');
    if (!existsSync(fil)) return t.skip('../shared/contracts/kolada is not here');
    const alla = JSON.parse(readFileSync(fil, 'utf8')) as { id: string; is_divided_by_gender: number }[];
    const { mått, värden } = demokolada({ kod: '0001', namn: 'Testkommunen' }, 2026);
    for (const { kpi, könsuppdelat } of mått) {
      assert.equal(könsuppdelat, alla.find(({ id }) => id === kpi)?.is_divided_by_gender === 1, kpi);
      assert.equal(
        värden.some((v) => v.kpi === kpi && v.kön === 'K'),
        könsuppdelat,
        kpi,
      );
    }
  });

  test('a fetch is a run: what it brings is kept whole, and a failed one leaves the old with its day and says why', async () => {
    const { till } = await post('/jamforelse/hamta', {});
    const id = köade.at(-1) ?? '';
    assert.equal(till, `${SIDA}/korning/${id}`);
    assert.equal((await post('/jamforelse/hamta', {})).till, till, 'pressed twice it is the same fetch');
    const { parametrar } = await system((t) => t.körningar.get(id));
    assert.deepEqual((parametrar as { omraden: string[] }).omraden, ['0000', '0001', '9981', '9982', '9984', '9985']);
    const kör = async (klient: Koladaklient | undefined) => {
      const sist: ((t: TenantTransaction) => Promise<void>)[] = [];
      const resultat = await koladakörning(klient).kör(parametrar, {
        av: { id: chef.id, namn: chef.namn },
        nu: () => new Date('2026-12-01T08:00:00.000Z'),
        framsteg: async () => {},
        avbruten: () => false,
        inTenant: system,
        vidSlut: (work) => void sist.push(work),
      });
      await system(async (t) => {
        for (const work of sist) await work(t);
      });
      return resultat;
    };
    const trasig: Koladaklient = {
      källa: '',
      hämta: async () => {
        throw new Koladafel('Kolada svarade med en webbsida i stället för uppgifter. Inget sparades.');
      },
    };
    await assert.rejects(kör(trasig), /webbsida/);
    await assert.rejects(kör(undefined), /inte inkopplat/);
    assert.equal((await system((t) => t.jämförelse.findMått()))[0]?.hämtad, NU);
    const svar = demokolada({ kod: '0001', namn: 'Testkommunen' }, 2026);
    assert.deepEqual(await kör({ källa: '', hämta: async () => svar }), { antal: svar.värden.length, saknas: [] });
    assert.equal((await system((t) => t.jämförelse.findMått()))[0]?.hämtad, '2026-12-01T08:00:00.000Z');
    await system(async (t) => {
      await t.körningar.börja(id);
      await t.körningar.misslyckas(id, 'Kolada svarade med fel 500. Inget sparades.', NU);
    });
    assert.match((await get('/jamforelse')).text, /fel 500. Inget sparades. Det som var hämtat tidigare finns kvar/);
  });

  test('the calendar fetches once a month, and after a failure the next day', async () => {
    const runda = async (tid: string) => {
      const före = köade.length;
      await system((t) =>
        hämtaKoladaVarjeMånad.kör(t, { nu: tid, enqueue: async (_t, _n, { id }) => void köade.push(id) }),
      );
      return köade.length - före;
    };
    assert.equal(await runda('2026-12-20T08:00:00.000Z'), 0, 'fetched nineteen days ago');
    assert.equal(await runda('2027-01-02T08:00:00.000Z'), 1);
    assert.equal(await runda('2027-01-02T09:00:00.000Z'), 0);
    assert.equal(await runda('2027-01-03T09:00:00.000Z'), 1);
  });

  test('women and men stand side by side with the difference in words, by age and household beneath', async () => {
    const { text } = await get('/jamstalldhet?omrade=alla');
    assert.match(text, /Säkerställd|Kan vara slump/);
    assert.match(text, /Barn i hushåll med bistånd i 10–12 månader under året/);
    const detalj = await get('/jamstalldhet/vantetid?omrade=handlaggning');
    assert.equal(detalj.status, 200);
    assert.match(
      detalj.text,
      /Kvinnor väntar [\d\s,]+&nbsp;timmar|Kvinnor väntar [\d\s,]+\u00a0timmar|Siffran är densamma/,
    );
    assert.match(detalj.text, /95 procents konfidensintervall/);
    assert.match(detalj.text, /Efter ålder/);
    const medBarn = await get('/jamstalldhet?hushall=med-barn&ar=2025');
    assert.match(medBarn.text, /hushåll med barn/);
    for (const väg of ['/jamstalldhet?omrade=x&hushall=y&ar=99999', '/jamstalldhet/vantetid?ar=1900'])
      assert.ok((await get(väg)).status < 500, väg);
    assert.equal((await get('/jamstalldhet/finns-inte')).status, 404);
  });

  test('the report says what changed by its rules, holds the unit head’s words, and is kept as it was', async () => {
    const { text } = await get('/rapport/2026-10');
    assert.match(text, /Rapport till nämnden, oktober 2026/);
    for (const rubrik of [
      'Utbetalt bistånd',
      'Barn',
      'Avslag och överklaganden',
      'Rapporter enligt lag',
      'Kvinnor och män',
    ])
      assert.ok(text.includes(`>${rubrik}</h2>`), rubrik);
    const [, nuvarande = ''] =
      /Utbetalt bistånd<\/a><\/th>(?:<td[^>]*>[^<]*<\/td>)(<td[^>]*>[^<]*<\/td>)/.exec(text) ?? [];
    assert.match(nuvarande, /\d/);
    for (const [väg, fält, sats] of [
      [
        '/rapport/2026-10/kommentar',
        { avsnitt: 'barn', text: 'x'.repeat(4001), version: '0' },
        /4001 tecken. Den får vara högst 4000/,
      ],
      ['/rapport/2026-10/kommentar', { avsnitt: 'finns-inte', text: 'a' }, /avsnittet finns inte/],
      ['/rapport/2019-01/kommentar', { avsnitt: 'barn', text: 'a' }, /finns inte/],
    ] as const) {
      const { status, text } = await post(väg, fält);
      assert.ok(status === 422 || status === 404, String(status));
      assert.match(text, sats);
    }
    const kommentar = { avsnitt: 'barn', text: 'Färre barn <b>sedan</b> i våras.', version: '0' };
    assert.equal((await post('/rapport/2026-10/kommentar', kommentar)).status, 303);
    assert.match((await post('/rapport/2026-10/kommentar', kommentar)).text, /Någon annan har skrivit/);
    assert.equal((await post('/rapport/2026-10/frys', {})).till, `${SIDA}/rapport/2026-10/1`);
    const fryst = await get('/rapport/2026-10/1', analytiker);
    assert.match(fryst.text, /Fryst tisdag 24 november 2026, nummer 1/);
    assert.match(fryst.text, /Färre barn &lt;b&gt;sedan/);
    await system((t) => t.statistik.clear('syntet', '2026-10'));
    assert.equal(
      (await get('/rapport/2026-10/1', analytiker)).text,
      fryst.text,
      'the facts are gone, the report stands',
    );
    assert.equal((await get('/rapport/2026-10')).status, 404, 'and nothing is made up in their place');
    assert.equal((await get('/rapport/2026-10/2')).status, 404);
    assert.equal((await get('/rapport/2026-10/9999')).status, 404);
    assert.equal((await get('/rapport/banan/1.pdf')).status, 404);
  });

  test('the same month is frozen again only with a reason, and both are kept', async () => {
    assert.equal((await post('/rapport/2026-09/frys', {})).status, 303);
    const utan = await post('/rapport/2026-09/frys', { skal: ' ' });
    assert.equal(utan.status, 422);
    assert.match(utan.text, /Skriv varför den ska ersättas/);
    const två = await Promise.all([1, 2].map(() => post('/rapport/2026-09/frys', { skal: 'Underlaget gjordes om' })));
    assert.ok(två.every(({ status }) => status === 303 || status === 422));
    assert.ok(två.some(({ status }) => status === 303));
    const frysta = await system((t) => t.nämndrapporter.findRapporter());
    assert.ok(frysta.filter(({ månad }) => månad === '2026-09').length >= 2);
  });

  test('the PDF is tagged, in Swedish, and the same each time also when the words of the program have changed', async (t) => {
    const hämta = async (väg: string) => Buffer.from(await (await get(väg, analytiker)).res.arrayBuffer());
    const [en, två] = [await hämta('/rapport/2026-10/1.pdf'), await hämta('/rapport/2026-10/1.pdf')];
    assert.ok(en.subarray(0, 5).toString() === '%PDF-' && en.equals(två));
    assert.match(en.toString('latin1'), /\/StructTreeRoot/);
    assert.match(en.toString('latin1'), /pdfuaid:part/);
    nu = '2026-11-25T08:00:00.000Z';
    assert.ok((await hämta('/rapport/2026-10/1.pdf')).equals(en));
    assert.ok((await hämta('/rapport/2026-09/utkast.pdf')).length > 10_000);
    const folder = mkdtempSync(join(tmpdir(), 'rapport-'));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'rapport.pdf'), en);
    let text: string;
    try {
      text = execFileSync('pdftotext', ['-layout', join(folder, 'rapport.pdf'), '-'], { encoding: 'utf8' });
    } catch {
      return t.skip('pdftotext is not installed');
    }
    assert.match(text, /Ekonomiskt bistånd i oktober 2026/);
    assert.match(text, /Färre barn <b>sedan<\/b> i våras\./);
    assert.match(text, /Perioden före/);
  });
});
