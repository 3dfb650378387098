import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  type Folkbokföringssvar,
  frågeperiod,
  type Kontokontroll,
  KÄLLNAMN,
  type Källa,
  type PersonId,
  type Registerfrågning,
  type Registerinställning,
  type Registersvar,
  registreraRegistersvar,
  type Tidpunkt,
  vuxnaI,
} from '@stegvis/casework';
import type { PreparedJobHandler, TenantTransaction } from '@stegvis/database';
import {
  type Folkbokföringsport,
  type Hämtat,
  type Kontoregisterport,
  type Kretsbrytare,
  type SsbtekConfig,
  skapaKretsbrytare,
  ssbtekKlient,
} from '@stegvis/integrations';
import { läsKällor } from './las-kallor.ts';

/** Seconds until the authorities are asked again, by how many times they have been asked; after the last nobody asks by itself. */
const FRÅGA_IGEN_EFTER = [30, 120, 600, 3600, 3600 * 4, 3600 * 12];

/** Whom the thread asks. A register that the board has not connected is undefined: what it would say is not known. */
export interface Registerdelar {
  readonly ssbtek: SsbtekConfig;
  readonly folkbokföring?: Folkbokföringsport | undefined;
  readonly kontoregister?: Kontoregisterport | undefined;
  /** Shared by everything in the process that asks; left out: the job's own. */
  readonly kretsar?: Kretsbrytare | undefined;
  readonly nu: () => Date;
}

/** What shall be asked, decided before anybody is. */
interface Frågeplan {
  readonly ansökan: Ansökan;
  readonly inställning: Registerinställning;
  readonly vuxna: readonly {
    person: PersonId;
    personnummer: string;
    källor: readonly Källa[];
    folkbokföring: boolean;
  }[];
  readonly konto: { person: PersonId; personnummer: string; clearing: string; nummer: string } | undefined;
}

/** What came of asking, before anything is recorded. */
interface Svarat {
  readonly plan: Frågeplan;
  readonly frågningar: readonly { person: PersonId; källor: readonly Källa[]; skickad: Tidpunkt; hämtat: Hämtat }[];
  readonly folkbokföring: readonly { person: PersonId; svar: Folkbokföringssvar }[];
  readonly konto: Kontokontroll | undefined;
}

/**
 * Asks the authorities about every adult of an application, all at once and while no transaction is held, and records what each
 * answered. An authority that could not answer is recorded as such, never as nothing, and is asked again by itself, alone, when
 * the fault may pass.
 */
export function hämtaRegistersvarJobb(delar: Registerdelar): PreparedJobHandler<Svarat | undefined> {
  const now = (): Tidpunkt => delar.nu().toISOString();
  const kretsar = delar.kretsar ?? skapaKretsbrytare({ nu: delar.nu });
  const klient = ssbtekKlient(delar.ssbtek, { now, newId: randomUUID, kretsar });

  return {
    prepare: async ({ data, inTenant, signal }) => {
      const plan = await inTenant((t) => planera(t, data.id, delar, now()));
      if (!plan) return undefined;
      const { ansökan, inställning, vuxna, konto } = plan;
      const frågningar = vuxna
        .filter((v) => v.källor.length > 0)
        .map(async ({ person, personnummer, källor }) => {
          const skickad = now();
          const fråga = { personnummer, period: frågeperiod(ansökan.månad), källor };
          return { person, källor, skickad, hämtat: await klient.hämta(fråga, inställning, signal) };
        });
      const folkbokföring = vuxna
        .filter((v) => v.folkbokföring)
        .map(async ({ person, personnummer }) => ({
          person,
          svar: await delar.folkbokföring!.slåUpp(personnummer, signal),
        }));
      const kontroll = konto && delar.kontoregister?.pröva({ personnummer: konto.personnummer, konto }, signal);
      const svar = await kontroll;
      return {
        plan,
        frågningar: await Promise.all(frågningar),
        folkbokföring: await Promise.all(folkbokföring),
        konto: konto &&
          svar && { ...svar, person: konto.person, konto: { clearing: konto.clearing, nummer: konto.nummer } },
      };
    },

    run: async ({ tenant: t, data, enqueue }, svarat) => {
      if (!svarat) return;
      let ansökan = await t.ansökningar.get(data.id);
      if (!(await kanFrågas(t, ansökan))) return;
      const { inställning } = svarat.plan;
      const tidigare = await räknaFrågor(t, ansökan);
      for (const { person, källor, skickad, hämtat } of svarat.frågningar) {
        const result = registreraRegistersvar(ansökan, {
          id: randomUUID(),
          person,
          källor,
          skickad,
          svar: hämtat.ok ? hämtat.svar : källor.map((källa) => utanSvar(källa, hämtat.fel, skickad)),
          nu: now(),
        });
        if (!result.ok) throw new Error(`registersvar refused: ${result.refusal.kod}`);
        ansökan = result.ansökan;
        await t.ansökningar.save(ansökan);
        await t.utredningar.addFrågning(result.frågning);
        await t.händelser.add(result.events);
        if (hämtat.rått)
          await t.register.addRåttSvar({
            frågning: result.frågning.id,
            innehåll: hämtat.rått,
            gallras: dagarSenare(now(), inställning.råaSvarDagar),
          });
      }
      for (const { person, svar } of svarat.folkbokföring) {
        await t.register.addFolkbokföringssvar(randomUUID(), ansökan.id, person, svar);
        if (svar.uppgift && svar.uppgift.skydd !== 'ingen') await markeraSkyddad(t, ansökan, person, now());
      }
      if (svarat.konto) await t.register.addKontokontroll(randomUUID(), ansökan.id, svarat.konto);
      await enqueue(t, 'berakna-och-besluta', { id: ansökan.id });
      const afterSeconds = FRÅGA_IGEN_EFTER[tidigare];
      if (afterSeconds !== undefined && kanGåÖver(svarat))
        await enqueue(t, 'hamta-registersvar', { id: ansökan.id }, { afterSeconds });
    },
  };
}

/** An application that waits for answers, and in which nobody has settled anything by hand. */
async function kanFrågas(t: TenantTransaction, ansökan: Ansökan): Promise<boolean> {
  return (
    (ansökan.status === 'inkommen' || ansökan.status === 'utreds') &&
    (await t.utredningar.findJusteringar(ansökan.id)).length === 0
  );
}

/**
 * What to ask: the first time everything the household needs, later only what could not be answered then. When nothing is open
 * (a caseworker wants new answers) everything again.
 */
async function planera(
  t: TenantTransaction,
  id: string,
  delar: Registerdelar,
  nu: Tidpunkt,
): Promise<Frågeplan | undefined> {
  const ansökan = await t.ansökningar.get(id);
  if (!(await kanFrågas(t, ansökan))) return undefined;
  const personer = await t.personer.findMany(vuxnaI(ansökan));
  const inställning = await t.register.getInställning();
  const behövs = await läsKällor(t, ansökan, personer, await t.ansökningar.historik(ansökan));
  const senaste = new Map<string, Registersvar>();
  for (const { person, svar } of await t.utredningar.findFrågningar(id))
    for (const s of svar) senaste.set(`${person} ${s.källa}`, s);
  const folkbokföring = await t.register.findFolkbokföringssvar(id);
  const kontroll = await t.register.findKontokontroll(id);

  const obesvarad = (svar: Registersvar | Folkbokföringssvar | undefined) => !svar || svar.fel?.tillfälligt === true;
  const öppna = personer.map((p) => ({
    person: p.id,
    personnummer: p.personnummer,
    källor: behövs[p.id]!.filter((källa) => obesvarad(senaste.get(`${p.id} ${källa}`))),
    folkbokföring: delar.folkbokföring !== undefined && obesvarad(folkbokföring[p.id]),
  }));
  const något = öppna.some((v) => v.källor.length > 0 || v.folkbokföring);
  const vuxna = något
    ? öppna
    : öppna.map((v) => ({ ...v, källor: behövs[v.person]!, folkbokföring: delar.folkbokföring !== undefined }));

  const uppgett = ansökan.uppgifter.konto;
  const innehavare = personer.find((p) => p.id === uppgett?.innehavare);
  const samma = kontroll?.konto.clearing === uppgett?.clearing && kontroll?.konto.nummer === uppgett?.nummer;
  const prövaKonto = delar.kontoregister && (!samma || !kontroll || kontroll.fel?.tillfälligt);
  const konto =
    prövaKonto && uppgett && innehavare
      ? { ...uppgett, person: innehavare.id, personnummer: innehavare.personnummer }
      : undefined;

  const logga = (handling: string, person: PersonId) =>
    t.granskning.add({
      tid: nu,
      handling,
      person,
      objekt: { slag: 'ansokan', id },
      ändamål: 'utredning av ansökan',
      utfall: 'tillaten',
    });
  for (const { person, källor, folkbokföring: slåsUpp } of vuxna) {
    if (källor.length > 0) await logga('register.fraga', person);
    if (slåsUpp) await logga('folkbokforing.fraga', person);
  }
  if (konto) await logga('kontoregister.fraga', konto.person);
  return { ansökan, inställning, vuxna, konto };
}

/** How many times anybody has been asked about the application. */
async function räknaFrågor(t: TenantTransaction, ansökan: Ansökan): Promise<number> {
  const perPerson = Object.values(
    Object.groupBy(await t.utredningar.findFrågningar(ansökan.id), (f: Registerfrågning) => f.person),
  ).map((frågningar) => frågningar!.length);
  return Math.max(0, ...perPerson, await t.register.räknaFolkbokföringssvar(ansökan.id));
}

function kanGåÖver({ frågningar, folkbokföring }: Svarat): boolean {
  return (
    frågningar.some(({ hämtat }) =>
      hämtat.ok ? hämtat.svar.some((s) => s.fel?.tillfälligt) : hämtat.fel.tillfälligt,
    ) || folkbokföring.some(({ svar }) => svar.fel?.tillfälligt)
  );
}

function utanSvar(källa: Källa, fel: Extract<Hämtat, { ok: false }>['fel'], hämtad: Tidpunkt): Registersvar {
  return {
    källa,
    kvalitet: 'ej-kontrollerbar',
    hämtad,
    version: 'inget svar',
    fel: { kod: fel.slag, text: `${KÄLLNAMN[källa]}: ${fel.text}`, tillfälligt: fel.tillfälligt },
    uppgifter: [],
  };
}

async function markeraSkyddad(t: TenantTransaction, ansökan: Ansökan, person: PersonId, nu: Tidpunkt): Promise<void> {
  if ((await t.personer.get(person)).skyddad) return;
  await t.register.markeraSkyddad(person);
  await t.granskning.add({
    tid: nu,
    handling: 'person.markerad-skyddad',
    person,
    objekt: { slag: 'ansokan', id: ansökan.id },
    ändamål: 'folkbokföringen anger skyddade personuppgifter',
    utfall: 'tillaten',
  });
}

function dagarSenare(nu: Tidpunkt, dagar: number): Tidpunkt {
  return new Date(Date.parse(nu) + dagar * 86_400_000).toISOString();
}
