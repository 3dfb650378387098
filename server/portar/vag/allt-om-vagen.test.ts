import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import {
  type Bedömning,
  type Genomförandeplan,
  type Person,
  type Personhändelse,
  type Spårplacering,
  startaBedömning,
} from '@stegvis/casework';
import { createTestDatabase, inTenant, openDatabase, type TenantTransaction } from '@stegvis/database';
import { strFromU8, unzipSync } from 'fflate';
import { DEMOKOMMUN } from '../../demo/demo.ts';
import { medborgarPort } from '../medborgare.ts';

const tenant = { kommun: '9999', nämnd: 'socialnamnden' };
const NU = '2026-11-24T08:00:00.000Z';
const PERSONAL = 'Samordnare Ett';

test('everything about me holds the way to self-support as the person may see it, and nothing of the other adult', async (t) => {
  const closing: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const [ena, andra] = ['198801012397', '199001012385'].map(
    (personnummer, i): Person => ({
      id: randomUUID(),
      personnummer,
      förnamn: `Vuxen ${i + 1}`,
      efternamn: '',
      skyddad: false,
      skapad: NU,
    }),
  ) as [Person, Person];
  await inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, async (x) => {
    await x.organisation.saveNämnd({ kommunnamn: 'Testkommunen', nämndnamn: 'Socialnämnden', inställningar: {} });
    for (const person of [ena, andra]) await x.personer.add(person);
    await så(x, ena.id);
  });
  const port = medborgarPort({
    db: database.db,
    tenant,
    kommun: DEMOKOMMUN,
    nu: () => new Date(NU),
    jobb: { börja: async () => {}, efterBeslut: async () => {} },
  });
  const hämta = async (vem: Person) => {
    const { ström } = await port.alltOmMig({ id: vem.id, förnamn: vem.förnamn });
    const filer = unzipSync(new Uint8Array(await new Response(ström).arrayBuffer()));
    return Object.fromEntries(Object.entries(filer).map(([namn, bytes]) => [namn, strFromU8(bytes)]));
  };

  const mitt = await hämta(ena);
  const sida = mitt['las-har.html']!;
  const json = JSON.parse(mitt['uppgifter.json']!) as { vagen: Record<string, unknown[]> };
  for (const finns of [
    'Inledande bedömning, 2026-11-24',
    'Jag kan mer än ni tror.',
    'Samordnat stöd.',
    'Plan nummer 1, ersatt av en ny version',
    'Plan nummer 2, överenskommen',
    'Jag vill arbeta i kök., senast 2027-12-31',
    'Arbetsträning',
    'måndag 09:00–12:00',
    'Vi ses igen.',
    'Planen är klar.',
    'Du har rätt att läsa allt i din akt hos oss.',
  ])
    assert.ok(sida.includes(finns), finns);
  assert.deepEqual(
    Object.entries(json.vagen)
      .filter(([, rader]) => Array.isArray(rader) && rader.length > 0)
      .map(([namn, rader]) => [namn, rader.length]),
    [
      ['bedomningar', 1],
      ['spar', 1],
      ['planer', 2],
      ['moten', 1],
      ['anteckningar', 1],
      ['handelser', 1],
    ],
  );
  const text = Object.values(mitt).join('\n');
  for (const [vad, inte] of [
    ['what is asked face to face alone', 'nära relation'],
    ['the answer to it', 'svarat-ja-i-enrum'],
    ['a draft', 'Bara ett utkast'],
    ['what staff write for themselves', 'Min egen tanke'],
    ['what staff alone see', 'Bara för personalen'],
    ['names of staff', PERSONAL],
  ] as const)
    assert.ok(!text.includes(inte), vad);

  const hennes = Object.values(await hämta(andra)).join('\n');
  assert.ok(!hennes.includes('Jag kan mer än ni tror.') && !hennes.includes('Jag vill arbeta i kök'));
  assert.ok(!hennes.includes('Din väg till egen försörjning'));
});

/** One of each of what is easiest to show too much of. */
async function så(x: TenantTransaction, person: string): Promise<void> {
  const startad = startaBedömning([], {
    id: randomUUID(),
    händelse: randomUUID(),
    person,
    slag: 'inledande',
    av: { namn: PERSONAL },
    nu: NU,
  });
  assert.ok(startad.ok);
  const svar = (fråga: string, text: string) => ({
    fråga,
    sida: 'handlaggare' as const,
    val: [],
    text,
    sätt: 'mote' as const,
    av: PERSONAL,
    tid: NU,
  });
  const bedömning: Bedömning = {
    ...startad.bedömning,
    svar: [svar('vald', 'svarat-ja-i-enrum')],
    synpunkter: [{ text: 'Jag kan mer än ni tror.', tid: NU, upptagen: PERSONAL }],
  };
  await x.bedömningar.add(bedömning);
  const spår: Spårplacering = {
    id: randomUUID(),
    person,
    spår: 'samordnat',
    namn: 'Samordnat stöd',
    organisation: 'Kommunen',
    uppföljningsrytm: 'varannan-vecka',
    baraJobbsökande: false,
    från: '2026-11-24',
    till: undefined,
    slutar: undefined,
    inställning: 1,
    bedömning: bedömning.id,
    förslag: undefined,
    avsteg: undefined,
    skäl: '',
    beslutad: NU,
    beslutadAv: { id: randomUUID(), namn: PERSONAL },
    avslutsskäl: undefined,
    version: 1,
  };
  await x.spårplaceringar.add(spår);
  const plan = (nummer: number, status: Genomförandeplan['status'], mål: string): Genomförandeplan => ({
    id: randomUUID(),
    person,
    nummer,
    status,
    mål: [{ text: mål, senast: '2027-12-31' }],
    poster: [
      {
        id: 'a',
        område: 'arbete',
        namn: 'Arbetsträning',
        insats: undefined,
        anvisning: undefined,
        vård: false,
        timmarPerVecka: 3,
        pass: [{ veckodag: 1, från: '09:00', till: '12:00' }],
        från: '2026-11-24',
        till: '2027-05-31',
        ansvarig: 'Köket',
        krävs: true,
      },
    ],
    jobbsökartimmar: 2,
    uppehåll: [],
    nästaUppföljning: undefined,
    från: '2026-11-24',
    till: '2027-05-31',
    skapad: NU,
    skapadAv: PERSONAL,
    lämnad: status === 'utkast' ? undefined : { hur: 'samtal', språk: undefined, av: PERSONAL, tid: NU },
    svar: status === 'utkast' ? undefined : { hur: 'samtal', språk: undefined, av: PERSONAL, tid: NU, instämmer: true },
    synpunkt: undefined,
    avslutad: undefined,
    version: 1,
  });
  await x.planer.add(plan(1, 'ersatt', 'Jag vill arbeta i kök.'));
  await x.planer.add(plan(2, 'overenskommen', 'Jag vill arbeta i kök.'));
  await x.planer.add(plan(3, 'utkast', 'Bara ett utkast'));
  const möte = randomUUID();
  await x.möten.add({
    id: möte,
    person,
    samordnare: randomUUID(),
    namn: 'Samordnaren',
    slag: 'mote',
    dag: '2026-11-23',
    från: '09:00',
    till: '10:00',
    plats: '',
    syfte: 'Planen',
    status: 'hallet',
    mötestid: undefined,
    ansökan: undefined,
    bokatAv: PERSONAL,
    bokat: NU,
    ändratSkäl: undefined,
    påmint: undefined,
    version: 1,
  });
  await x.möten.addAnteckning({
    id: randomUUID(),
    möte,
    person,
    överenskommet: 'Vi ses igen.',
    nästa: 'Ett samtal',
    nästaKontakt: undefined,
    egen: 'Min egen tanke',
    av: PERSONAL,
    tid: NU,
    rättar: undefined,
  });
  const händelse = (text: string, synlig: Personhändelse['synlig']): Personhändelse => ({
    id: randomUUID(),
    person,
    område: 'plan',
    typ: 'plan-overenskommen',
    tid: NU,
    text,
    synlig,
    av: PERSONAL,
  });
  await x.personhändelser.add([händelse('Planen är klar.', 'person'), händelse('Bara för personalen', 'handlaggare')]);
}
