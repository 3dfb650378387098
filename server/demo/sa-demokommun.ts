import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  avsluta,
  beslutaManuellt,
  dokumenthash,
  FÖRVALD_AUTOMATIK,
  flyttaMånad,
  läggIFil,
  läsÅterrapport,
  type Månad,
  signera,
  skickaIn,
  skrivAutomatik,
  släppBetalfil,
  sparaSvar,
  startaAnsökan,
  type Uppgifter,
  vuxnaI,
  öreFrånKronor,
} from '@stegvis/casework';
import { type Database, inTenant, type TenantTransaction } from '@stegvis/database';
import { läsBankfil, svaraSomBanken } from '@stegvis/integrations';
import { förklara } from '@stegvis/rules';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { beräknaOchSpara, verkställ } from '../trad/berakna-och-besluta.ts';
import { hämtaRegistersvarJobb, type Registerdelar } from '../trad/hamta-registersvar.ts';
import { skapaBrevJobb } from '../trad/skapa-brev.ts';
import { filhash, skrivBetalfil } from '../trad/skriv-betalfil.ts';
import { PERSONAL, PERSONAS, type Persona } from './personas.ts';
import { såStatistik } from './statistik/sa-statistik.ts';
import { såVägen } from './vagen/sa-vagen.ts';

/** Months that are made in full, with application, registers, decision and letter; older ones are only known as decided. */
const HELA_MÅNADER = 3;

export interface Frö extends Registerdelar {
  readonly db: Database['db'];
  readonly tenant: { kommun: string; nämnd: string };
  readonly kommun: Kommunuppgifter;
}

/**
 * Fills an empty demo municipality once: the board, its delegation order, staff, the six test households and their history. The
 * history is made by the same acts as everything else, at the time it happened.
 */
export async function såDemokommun(frö: Frö): Promise<void> {
  await inTenant(frö.db, { ...frö.tenant, aktör: { slag: 'system', id: 'demo' } }, async (t) => {
    if (await t.organisation.findNämnd()) return;
    await såOrganisation(t, frö);
    for (const persona of PERSONAS) await såPersona(t, frö, persona);
    await såVägen(t, frö);
    await såStatistik(t, frö);
  });
}

async function såOrganisation(t: TenantTransaction, { kommun }: Frö): Promise<void> {
  await t.organisation.saveNämnd({
    kommunnamn: kommun.namn,
    nämndnamn: kommun.nämnd,
    inställningar: { automatik: skrivAutomatik({ ...FÖRVALD_AUTOMATIK, läge: 'pa' }) },
  });
  for (const { konto, ...user } of PERSONAL)
    await t.organisation.saveAnvändare({ ...user, id: randomUUID(), inloggning: konto, aktiv: true });
  const punkter = [
    {
      punkt: '4.1',
      text: 'Beslut om ekonomiskt bistånd enligt 12 kap. 1 § socialtjänstlagen',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: ['bifall', 'delavslag', 'avvisning', 'avskrivning'],
    },
    {
      punkt: '4.2',
      text: 'Avslag på hela ansökan om ekonomiskt bistånd enligt 12 kap. 1 § socialtjänstlagen, med enhetschef',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: ['avslag'],
      villkor: { andraPerson: { roll: 'enhetschef' } },
    },
    {
      punkt: '4.3',
      text: 'Ekonomiskt bistånd enligt 12 kap. 2 § socialtjänstlagen, högst 5 000 kronor',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: ['bifall', 'delavslag', 'avslag'],
      villkor: { bestämmelser: ['12:2'], högst: 500000 },
    },
    {
      punkt: '4.4',
      text: 'Beslut om återkrav av ekonomiskt bistånd enligt 33 kap. socialtjänstlagen, utom att väcka talan',
      delegat: { slag: 'roll', roll: 'enhetschef' },
      utfall: ['bifall'],
      villkor: { återkrav: true },
    },
    {
      punkt: '4.7',
      text: 'Automatiserat beslut om bifall till hela ansökan om ekonomiskt bistånd enligt 12 kap. 1 § socialtjänstlagen',
      delegat: { slag: 'automatisk', funktion: 'Automatiskt bifall', påslagen: true },
      utfall: ['bifall'],
    },
    {
      punkt: '4.8',
      text: 'Beslut om aktivitetskrav och anvisning enligt 12 kap. 4, 4 a, 4 d och 4 g §§ socialtjänstlagen',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: [],
      villkor: { aktivitet: ['aktivitetskrav', 'anvisning'] },
    },
    {
      punkt: '4.9',
      text: 'Anvisning till aktivitet enligt 12 kap. 4, 4 a, 4 d och 4 g §§ socialtjänstlagen',
      delegat: { slag: 'roll', roll: 'samordnare' },
      utfall: [],
      villkor: { aktivitet: ['anvisning'] },
    },
    {
      punkt: '4.10',
      text: 'Nekande eller nedsättning enligt 12 kap. 5 § socialtjänstlagen, med enhetschef',
      delegat: { slag: 'roll', roll: 'handlaggare' },
      utfall: [],
      villkor: { aktivitet: ['nedsattning'], andraPerson: { roll: 'enhetschef' } },
    },
  ] as const;
  for (const punkt of punkter)
    await t.organisation.saveDelegationspunkt({ ...punkt, id: randomUUID(), från: '2025-07-01', till: undefined });
}

/** One test household with its history. */
export async function såPersona(t: TenantTransaction, frö: Frö, persona: Persona): Promise<void> {
  const nu = frö.nu().toISOString();
  const ids: string[] = [];
  for (const vuxen of persona.vuxna) {
    const id = randomUUID();
    ids.push(id);
    await t.personer.add({
      id,
      personnummer: vuxen.personnummer,
      förnamn: vuxen.benämning,
      efternamn: '',
      skyddad: vuxen.skyddad,
      skapad: nu,
    });
  }
  if (persona.beslutadeMånader === 0) return;
  const sista = nu.slice(0, 7);
  const hela = Math.min(HELA_MÅNADER, persona.beslutadeMånader);
  const äldre = Array.from({ length: persona.beslutadeMånader - hela }, (_, i) =>
    flyttaMånad(sista, i + 1 - persona.beslutadeMånader),
  );
  for (const id of ids) await t.personer.addBiståndsmånader(id, äldre, 'tidigare system');
  const ärende = await t.ärenden.add({ id: randomUUID(), sökande: ids[0]!, medsökande: ids[1], öppnat: nu });
  let föregående: Ansökan | undefined;
  for (let steg = 1 - hela; steg <= 0; steg++) {
    const månad = flyttaMånad(sista, steg);
    föregående = await såMånad(t, frö, {
      persona,
      ids,
      ärende: ärende.id,
      månad,
      föregående,
      tid: new Date(`${flyttaMånad(månad, -1)}-24T09:00:00Z`),
    });
  }
}

/** One decided month, as it happened: applied for late the month before, decided by a caseworker the day after. */
async function såMånad(
  t: TenantTransaction,
  frö: Frö,
  m: { persona: Persona; ids: string[]; ärende: string; månad: Månad; föregående: Ansökan | undefined; tid: Date },
): Promise<Ansökan> {
  const nu = m.tid.toISOString();
  const sökande = m.ids[0]!;
  const started = done(
    startaAnsökan({
      id: randomUUID(),
      ärende: await t.ärenden.get(m.ärende),
      person: sökande,
      slag: m.föregående ? 'ateransokan' : 'nyansokan',
      månad: m.månad,
      kanal: 'webb',
      historik: { ansökningar: [] },
      föregående: m.föregående,
      nu,
    }),
  );
  const saved = done(
    sparaSvar(started.ansökan, {
      person: sökande,
      svar: uppgifter(m.persona, m.ids, m.föregående?.uppgifter),
      baseradPå: 1,
      nu,
    }),
  );
  const sent = done(skickaIn(saved.ansökan, { person: sökande, baseradPå: saved.ansökan.version, nu }));
  let ansökan = sent.ansökan;
  await t.ansökningar.add(ansökan);
  await t.händelser.add([...started.events, ...sent.events]);
  for (const person of vuxnaI(ansökan)) {
    const signed = done(signera(ansökan, { person, metod: 'oidc', avser: dokumenthash(ansökan.uppgifter), nu }));
    ansökan = signed.ansökan;
    await t.ansökningar.save(ansökan);
    await t.händelser.add(signed.events);
  }
  const clock = () => m.tid;
  const enqueue = async () => {};
  const run = { tenant: t, attempt: 1, signal: new AbortController().signal, enqueue };
  const fråga = hämtaRegistersvarJobb({ ...frö, nu: clock });
  const data = { id: ansökan.id };
  const svarat = await fråga.prepare({ ...run, data, inTenant: (work) => work(t) });
  await fråga.run({ ...run, data }, svarat);
  const { läge, beräkningId } = await beräknaOchSpara(t, ansökan.id, nu);
  if (läge.beräkning.slag !== 'beraknad' || läge.beräkning.beräkning.bistand === null)
    throw new Error(`${m.persona.namn} ${m.månad}: the demo's history cannot be calculated`);
  const { beräkning } = läge.beräkning;
  if (beräkning.utfall === 'bedoms')
    throw new Error(`${m.persona.namn} ${m.månad}: the demo's history must be settled`);
  const handläggare = (await t.organisation.findAnvändareByInloggning(
    m.persona.vuxna.some((v) => v.skyddad) ? 'handlaggare-skyddade' : 'handlaggare',
  ))!;
  const decided = done(
    beslutaManuellt(
      {
        ansökan: läge.ansökan,
        utredning: läge.utredning,
        beräkning: läge.beräkning,
        beräkningId,
        delegation: await t.organisation.findDelegationspunkter(),
      },
      {
        id: randomUUID(),
        av: handläggare,
        sett: { beräkningId, utfall: beräkning.utfall, belopp: öreFrånKronor(beräkning.bistand!) },
        motivering: förklara(beräkning).join('\n'),
        kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'Den sökande kände till utbetalningarna.' },
        nu,
      },
    ),
  );
  await t.ansökningar.save(decided.ansökan);
  await t.beslut.add(decided.beslut);
  await t.händelser.add(decided.events);
  await verkställ(t, enqueue, decided.ansökan, decided.beslut, nu, frö.kommun);
  await skapaBrevJobb({ kommun: frö.kommun, nu: clock })({ ...run, data: { id: decided.beslut.id } });
  await betala(t, frö, decided.beslut.id, nu);
  const closed = done(avsluta(decided.ansökan, nu));
  await t.ansökningar.save(closed.ansökan);
  await t.händelser.add(closed.events);
  return closed.ansökan;
}

/** The month's payment is prepared by one person, released by another, and booked by the bank. */
async function betala(t: TenantTransaction, frö: Frö, beslut: string, nu: string): Promise<void> {
  const utbetalning = await t.utbetalningar.findForBeslut(beslut);
  if (!utbetalning) return;
  const id = randomUUID();
  const ett = (await t.organisation.findAnvändareByInloggning('ekonom'))!.id;
  const två = (await t.organisation.findAnvändareByInloggning('ekonom-tva'))!.id;
  const dag = utbetalning.utbetalningsdag;
  const meddelandeId = `STEGVIS-${dag.replaceAll('-', '')}-${id.slice(0, 8)}`;
  const filed = done(läggIFil({ id, meddelandeId, utbetalningar: [utbetalning], av: ett, nu }));
  await t.utbetalningar.addBetalfil(filed.betalfil);
  for (const u of filed.utbetalningar) await t.utbetalningar.save(u);
  const xml = await skrivBetalfil(t, filed.betalfil, frö.kommun);
  const sha256 = filhash(xml);
  await t.utbetalningar.setBetalfilsinnehåll(id, xml, sha256);
  const släppt = done(
    släppBetalfil(
      { betalfil: await t.utbetalningar.getBetalfil(id), utbetalningar: filed.utbetalningar },
      { av: två, sett: sha256, nu },
    ),
  );
  await t.utbetalningar.saveBetalfil({ ...släppt.betalfil, leverans: { slag: 'nedladdning', tid: nu, av: två } });
  for (const u of släppt.utbetalningar) await t.utbetalningar.save(u);
  const { iban } = frö.kommun;
  const { camt054 } = svaraSomBanken(xml, { iban, dag, nummer: Number.parseInt(id.slice(0, 8), 16) });
  const bytes = Buffer.from(camt054);
  const läst = läsBankfil(bytes, iban);
  if (!läst.ok) throw new Error(läst.fel);
  const rapportId = randomUUID();
  const inläst = `${dag}T08:00:00.000Z`;
  const betalt = läsÅterrapport(
    läst.rapport,
    { utbetalningar: släppt.utbetalningar, filer: [släppt.betalfil] },
    { rapportId, nu: inläst },
  );
  await t.återrapporter.add(
    {
      id: rapportId,
      slag: läst.rapport.slag,
      meddelandeId: läst.rapport.meddelandeId,
      sha256: filhash(bytes),
      inläst,
      av: ett,
      rader: läst.rapport.rader.length,
      träffade: betalt.träffade,
      främmande: betalt.främmande,
    },
    bytes,
  );
  for (const u of betalt.utbetalningar) await t.utbetalningar.save(u);
  await t.händelser.add([...filed.events, ...släppt.events, ...betalt.events]);
}

/** What the household states; children keep their identity from month to month. */
export function uppgifter(persona: Persona, ids: readonly string[], förra: Uppgifter | undefined): Uppgifter {
  const [sökande] = persona.vuxna;
  return {
    hushall: { personerIBostaden: persona.personerIBostaden, ...(ids.length === 2 ? { sambor: true } : {}) },
    barn: persona.barn.map((barn, i) => ({
      id: förra?.barn?.[i]?.id ?? randomUUID(),
      namn: barn.benämning,
      fodd: barn.född,
      ...(barn.lunchBorta ? { lunchBorta: true } : {}),
      ...(barn.skolungdom ? { skolungdom: true } : {}),
    })),
    boende: { form: persona.boende },
    kostnader: persona.kostnader.map((kostnad) => ({
      id: randomUUID(),
      typ: kostnad.typ,
      belopp: öreFrånKronor(kostnad.belopp),
      ...(kostnad.typ === 'levnadskostnad-i-ovrigt' ? { vad: 'Medicin' } : {}),
    })),
    inkomster: persona.vuxna.flatMap((vuxen, i) =>
      vuxen.lön === undefined
        ? []
        : [{ id: randomUUID(), person: ids[i]!, typ: 'lon' as const, belopp: öreFrånKronor(vuxen.lön) }],
    ),
    tillgangar: [],
    konto: { ...sökande.bankkonto, innehavare: ids[0]! },
    intygat: true,
  };
}

/** The demo's data are right by construction; a refusal is a bug. */
function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (result.ok) return result as Extract<T, { ok: true }>;
  throw new Error(`The demo's history was refused: ${JSON.stringify((result as { refusal?: unknown }).refusal)}`);
}
