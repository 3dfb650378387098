import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Användare } from '@stegvis/casework';
import type { JobPreparation, PreparedJobHandler, TenantTransaction } from '@stegvis/database';
import type { Körning } from '@stegvis/statistics';
import type { Tidsstyrd } from './tidsstyrt.ts';
import type { Trådjobb } from './tradjobb.ts';

/** Thrown out of a run when somebody has cancelled it. */
export class Avbruten extends Error {
  constructor() {
    super('The run has been cancelled');
    this.name = 'Avbruten';
  }
}

/** Something that stands in the way of the run and that the one who started it can do something about; the sentence is shown. */
export class Körningshinder extends Error {
  constructor(sats: string) {
    super(sats);
    this.name = 'Körningshinder';
  }
}

/** What a run has beside its parameters. */
export interface Körningsdelar {
  /** The one who started it. */
  readonly av: Körning['startadAv'];
  readonly nu: () => Date;
  /**
   * Says how far it has come and lets others have their turn. Throws Avbruten when somebody has cancelled the run; leave it alone.
   * Call it often, about every 20 ms of work: it asks and tells the database at most twice a second.
   */
  framsteg(klart: number, av: number, moment?: string): Promise<void>;
  /** If somebody is known to have cancelled it. */
  avbruten(): boolean;
  /** A short transaction of its own, for reading. What the run writes belongs in `vidSlut`. */
  inTenant: JobPreparation['inTenant'];
  /** Work in the transaction that also keeps the result: all of it is done, or when the run is cancelled nothing. */
  vidSlut(work: (t: TenantTransaction) => Promise<void>): void;
}

/** A kind of long work. */
export interface Körningsslag {
  readonly slag: string;
  /** The address of a result, from the run's id. */
  readonly resultatsida: ((id: string) => string) | undefined;
  kör(parametrar: unknown, delar: Körningsdelar): Promise<unknown>;
}

/**
 * Declares a kind of long work; it is listed in korningsslag.ts. The result is JSON with ASCII keys. The run must give the same for the
 * same parameters, since it starts over when the server is restarted.
 */
export function registreraKörning<P>(
  slag: string,
  kör: (parametrar: P, delar: Körningsdelar) => Promise<unknown>,
  { resultatsida }: { resultatsida?: (id: string) => string } = {},
): Körningsslag {
  return { slag, resultatsida, kör: (parametrar, delar) => kör(parametrar as P, delar) };
}

/** Starts long work in the transaction of a page; gives its id, for /handlaggning/statistik/korning/:id. */
export async function startaKörning(
  t: TenantTransaction,
  jobb: Trådjobb,
  körning: { slag: string; rubrik: string; parametrar: unknown; av: Pick<Användare, 'id' | 'namn'>; nu: string },
): Promise<string> {
  if (!jobb.kör) throw new Error('Nobody works on long runs');
  const { slag, rubrik, parametrar, av, nu } = körning;
  const id = randomUUID();
  await t.körningar.add({ id, slag, rubrik, parametrar, startadAv: { id: av.id, namn: av.namn }, startad: nu });
  await jobb.kör(t, id);
  return id;
}

/** How often a run tells the database where it is, and asks if it is cancelled, milliseconds. */
const SÄGER_VAR = 400;
/** Attempts before a run that kills its server is said to have failed. */
const FÖRSÖK = 3;

type Utfall = { resultat: unknown; vidSlut: readonly ((t: TenantTransaction) => Promise<void>)[] } | undefined;

/** Works on long runs: no transaction is held while they work, and the result is kept in the one that completes the job. */
export function körJobb(delar: {
  readonly slag: readonly Körningsslag[];
  readonly nu: () => Date;
  /** Told about a fault in a run, which is shown to nobody else. */
  readonly vidFel?: ((id: string, fel: unknown) => void) | undefined;
}): PreparedJobHandler<Utfall> {
  const nu = () => delar.nu().toISOString();
  return {
    prepare: async ({ data: { id }, attempt, signal, inTenant }) => {
      const körning = await inTenant((t) => t.körningar.börja(id));
      if (!körning) return undefined;
      const fel = async (felord: string) => {
        await inTenant((t) => t.körningar.misslyckas(id, felord, nu()));
        return undefined;
      };
      if (attempt > FÖRSÖK) return fel('Servern startade om flera gånger medan körningen pågick. Inget är sparat.');
      const slag = delar.slag.find((s) => s.slag === körning.slag);
      if (!slag) return fel('Körningen finns inte i den här versionen. Inget är sparat.');
      let avbruten = false;
      let senast = -Infinity;
      let sagt = '';
      const vidSlut: ((t: TenantTransaction) => Promise<void>)[] = [];
      try {
        const resultat = await slag.kör(körning.parametrar, {
          av: körning.startadAv,
          nu: delar.nu,
          avbruten: () => avbruten,
          inTenant,
          vidSlut: (work) => void vidSlut.push(work),
          framsteg: async (klart, totalt, moment = sagt) => {
            await turn();
            const tid = performance.now();
            if (moment !== sagt || tid - senast > SÄGER_VAR) {
              avbruten ||= !(await inTenant((t) => t.körningar.framsteg(id, { klart, totalt, moment })));
              sagt = moment;
              senast = performance.now();
            }
            // The server is stopping: the job is given back and starts over at the next start.
            if (signal.aborted) throw new Error('The server is stopping');
            if (avbruten) throw new Avbruten();
          },
        });
        return { resultat, vidSlut };
      } catch (fault) {
        if (fault instanceof Avbruten) return undefined;
        if (signal.aborted) throw fault;
        if (fault instanceof Körningshinder) return fel(fault.message);
        delar.vidFel?.(id, fault);
        return fel('Körningen stannade av ett fel i systemet. Inget är sparat. Anmäl felet längst ner på sidan.');
      }
    },
    run: async ({ tenant: t, data: { id } }, utfall) => {
      if (!utfall) return;
      if (!(await t.körningar.slutför(id, utfall.resultat, nu()))) return;
      for (const work of utfall.vidSlut) await work(t);
    },
  };
}

/** Days that the result of a run is kept. */
export const KÖRNINGSDAGAR = 90;
const DYGN = 24 * 3600 * 1000;

/** Removes runs that are over when their days are, and says of what nobody has finished within a day that it has failed. */
export const gallraKörningar: Tidsstyrd = {
  namn: 'gallra-korningar',
  kör: async (t, { nu }) => {
    const sedan = (dagar: number) => new Date(Date.parse(nu) - dagar * DYGN).toISOString();
    await t.körningar.gallra(sedan(KÖRNINGSDAGAR));
    await t.körningar.misslyckasGamla(sedan(1), 'Körningen blev inte klar inom ett dygn. Inget är sparat.', nu);
  },
};
