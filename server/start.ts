import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, openDatabase, openEmbeddedPostgres } from '@stegvis/database';
import { aviseringStandIn, clamd, koladaklient, type SsbtekStandIn, uppgiftStandIn } from '@stegvis/integrations';
import { sql } from 'kysely';
import { skapaApp } from './app.tsx';
import { DEMOKOMMUN, startDemoregister, TESTLEGITIMATIONER } from './demo/demo.ts';
import { startDemokolada } from './demo/demokolada.ts';
import { demoklocka } from './demo/klocka.ts';
import { ÖVNINGSKOMMUN, övningsnämnd } from './demo/ovning.ts';
import { såDemokommun } from './demo/sa-demokommun.ts';
import { startUtvecklingslegitimation } from './demo/utvecklingslegitimation.ts';
import { AdressFel, type Lyssnande, lyssna } from './http.ts';
import { behöriga } from './inloggning/behoriga.ts';
import { eid } from './inloggning/eid.ts';
import { inloggning } from './inloggning/inloggning.tsx';
import { sessioner } from './inloggning/sessioner.ts';
import type { Inställning } from './installning.ts';
import { felplats, type Logg } from './logg.ts';
import { handläggarPort } from './portar/handlaggare.ts';
import { medborgarPort } from './portar/medborgare.ts';
import { nyckelägare } from './portar/statistik/nyckelagare.ts';
import { öppnadataRoutes } from './portar/statistik/oppen-katalog.tsx';
import { PÅ_SIDAN } from './portar/statistik/pa-sidan.ts';
import { dokumentkontroll } from './trad/dokumentkontroll.ts';
import type { Registerdelar } from './trad/hamta-registersvar.ts';
import { registerFrån } from './trad/register-fran.ts';
import { startaTråd } from './trad/starta-trad.ts';
import { TIDSSTYRDA } from './trad/tidsstyrda.ts';
import { startaTidsstyrt } from './trad/tidsstyrt.ts';

const STANDARDPORT = 8080;

export interface Stegvis {
  /** The address to open, without a trailing slash. */
  readonly adress: string;
  readonly db: Database['db'];
  /** The authorities' stand-in; undefined in `drift`. */
  readonly register: SsbtekStandIn | undefined;
  /** Every address that can be read, as patterns (`/ansok/:id`), in the order they are tried. */
  readonly sidor: readonly string[];
  /** What the one who started it should know, Swedish sentences. */
  readonly upplysningar: readonly string[];
  stäng(): Promise<void>;
}

/**
 * Starts everything: database, jobs, log-in, pages.
 * @throws AdressFel, DatabaseStartError, DatabaseOpenError, InställningsFel — each with a Swedish sentence that says what to do.
 */
export async function startaStegvis(inställning: Inställning, skriv: Logg): Promise<Stegvis> {
  let stänger = false;
  /** Connections that end because we are stopping are no fault. */
  const logg: Logg = (rad) => stänger || skriv(rad);
  const stängs: (() => Promise<unknown>)[] = [];
  const upplysningar: string[] = [];
  const stäng = async () => {
    stänger = true;
    for (const close of stängs.reverse())
      await close().catch((error: unknown) => skriv({ händelse: 'stangning', fel: felplats(error) }));
  };
  try {
    const demo = inställning.läge !== 'drift';
    const övning = inställning.läge === 'ovning';
    const klocka = demo ? demoklocka(inställning.klocka) : { nu: () => new Date(), flyttad: false };
    if (klocka.flyttad && inställning.klocka === undefined)
      upplysningar.push('Demon visar november 2026, den senaste tiden med en beslutad riksnorm.');
    const { nu } = klocka;
    const kommun = övning ? ÖVNINGSKOMMUN : demo ? DEMOKOMMUN : inställning.kommun!;
    let tenant: { readonly kommun: string; readonly nämnd: string } = { kommun: kommun.kod, nämnd: kommun.nämndnyckel };
    let börjaOm: (() => Promise<void>) | undefined;

    let url = inställning.databasUrl;
    if (url === undefined) {
      const embedded = await openEmbeddedPostgres({ folder: `${inställning.datamapp}/postgres` });
      stängs.push(() => embedded.stop());
      url = embedded.url;
    }
    const database = await openDatabase(url, {
      onConnectionLost: (error) => logg({ händelse: 'databas-tappad', fel: felplats(error) }),
    });
    stängs.push(() => database.close());
    const { db } = database;

    let register: SsbtekStandIn | undefined;
    let källor: Omit<Registerdelar, 'nu'>;
    if (demo) {
      const started = await startDemoregister(nu);
      register = started.standIn;
      källor = { ...started, ssbtek: started.config };
      stängs.push(() => started.standIn.stop());
      const frö = { db, kommun, ...källor, nu };
      if (övning) ({ tenant, börjaOm } = await övningsnämnd(db, (egen) => såDemokommun({ ...frö, tenant: egen })));
      else await såDemokommun({ ...frö, tenant });
    } else
      källor = registerFrån(inställning, kommun, {
        nu,
        vidÄndring: ({ namn, läge, fel }) => logg({ händelse: `register-${läge}`, fel: `${namn}: ${fel} fel i rad` }),
      });

    const demokolada = demo ? await startDemokolada(kommun, nu) : undefined;
    if (demokolada) stängs.push(() => demokolada.stop());
    const kolada =
      demokolada?.klient ??
      koladaklient({
        ...(inställning.koladaUrl === undefined ? {} : { url: inställning.koladaUrl }),
        vänta: async (ms) => void (await wait(ms)),
      });
    const virusskydd = inställning.clamd && clamd(inställning.clamd);
    const aviseringskanal = demo ? aviseringStandIn() : undefined;
    const arbetsförmedlingen = demo ? uppgiftStandIn() : undefined;
    const { jobs, jobb } = await startaTråd(
      {
        ...källor,
        database,
        kommun,
        nu,
        aviseringskanal,
        arbetsförmedlingen,
        kolada,
        betalmapp: inställning.betalmapp,
      },
      { onFault: (fault, job) => logg({ händelse: job ? `jobb-${job.name}` : 'jobbkö', fel: felplats(fault) }) },
    );
    stängs.push(() => jobs.stop());
    const tidsstyrt = startaTidsstyrt(virusskydd ? [...TIDSSTYRDA, dokumentkontroll(virusskydd)] : TIDSSTYRDA, {
      db,
      tenant,
      nu,
      enqueue: jobs.enqueue,
      onFault: (namn, fault) => logg({ händelse: `tidsstyrt-${namn}`, fel: felplats(fault) }),
    });
    stängs.push(() => tidsstyrt.stop());
    let sidor: string[] = [];
    const { lyssnande, adress } = await öppna(inställning, upplysningar, async (adress) => {
      const klienter = demo
        ? {
            medborgare: { klient: 'stegvis-medborgare', hemlighet: randomBytes(24).toString('base64url') },
            personal: { klient: 'stegvis-personal', hemlighet: randomBytes(24).toString('base64url') },
          }
        : inställning.oidc!;
      const svarsadress = (roll: string) => `${adress}/logga-in/svar/${roll}`;
      const legitimation = demo
        ? await startUtvecklingslegitimation({
            adress,
            bas: '/legitimering',
            personer: TESTLEGITIMATIONER,
            klienter: {
              medborgare: { ...klienter.medborgare, svarsadress: svarsadress('medborgare') },
              personal: { ...klienter.personal, svarsadress: svarsadress('personal') },
            },
          })
        : undefined;
      const utgivare = demo ? `${adress}/legitimering` : inställning.oidc!.utgivare;
      const app = await skapaApp({
        adress,
        medborgarPort: medborgarPort({
          virusskydd,
          db,
          tenant,
          kommun,
          nu,
          jobb,
          aviseringskanaler: aviseringskanal?.kanaler ?? [],
        }),
        handläggarPort: handläggarPort({
          koladakälla: kolada.källa,
          påSidan: inställning.påSidan ?? PÅ_SIDAN,
          db,
          tenant,
          kommun,
          nu,
          jobb,
          betalmapp: inställning.betalmapp,
          börjaOm,
        }),
        nyckelägare: nyckelägare({ db, tenant, nu }),
        övning,
        öppnadata: öppnadataRoutes({ db, tenant, kommun, nu, adress }),
        inloggning: inloggning({
          adress,
          kommun,
          eid: {
            medborgare: eid({ utgivare, ...klienter.medborgare, svarsadress: svarsadress('medborgare') }),
            personal: eid({ utgivare, ...klienter.personal, svarsadress: svarsadress('personal') }),
          },
          sessioner: sessioner(db, tenant, nu),
          behöriga: behöriga(db, tenant, nu),
          hemlighet: randomBytes(32).toString('base64url'),
          utvecklingslegitimation: legitimation,
          logg,
          nu,
        }),
        logg,
        frisk: () =>
          sql`select 1`.execute(db).then(
            () => true,
            () => false,
          ),
      });
      sidor = app.routes.filter((route) => route.method === 'GET').map((route) => route.path);
      return { app, ...(legitimation ? { raw: legitimation } : {}) };
    });
    stängs.push(() => lyssnande.stäng());
    return { adress, db, register, sidor, upplysningar, stäng };
  } catch (error) {
    await stäng();
    throw error;
  }
}

type Öppnad = Omit<Parameters<typeof lyssna>[0], 'port' | 'host'>;

/**
 * Opens the address. The app is made for the address it is served at, so a port is found first. The usual port being taken is no
 * fault: the next free one is used and said.
 */
async function öppna(
  inställning: Inställning,
  upplysningar: string[],
  make: (adress: string) => Promise<Öppnad>,
): Promise<{ lyssnande: Lyssnande; adress: string }> {
  const host = inställning.adress === undefined ? 'localhost' : '0.0.0.0';
  const first = inställning.port ?? STANDARDPORT;
  const candidates = inställning.port === undefined ? [first, first + 1, first + 2, first + 3, first + 4, 0] : [first];
  for (const candidate of candidates) {
    const port = candidate === 0 ? await freePort(host) : candidate;
    const adress = inställning.adress ?? `http://localhost:${port}`;
    try {
      const lyssnande = await lyssna({ ...(await make(adress)), port, host });
      if (port !== first)
        upplysningar.push(
          `Port ${first} används redan av ett annat program, så Stegvis öppnade på port ${port} i stället.`,
        );
      return { lyssnande, adress };
    } catch (error) {
      if (!(error instanceof AdressFel) || candidate === candidates.at(-1)) throw error;
    }
  }
  throw new AdressFel('Ingen ledig port hittades. Ange en: PORT=9000 npm start');
}

async function freePort(host: string): Promise<number> {
  const { Hono } = await import('hono');
  const probe = await lyssna({ app: new Hono(), port: 0, host });
  await probe.stäng(0);
  return probe.port;
}
