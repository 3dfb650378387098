import { type Database, type Jobs, type StartJobsOptions, startJobs } from '@stegvis/database';
import { type Aviseringskanal, betalmapp, type Koladaklient, type Uppgiftsport } from '@stegvis/integrations';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { aviseraJobb } from './avisera.ts';
import { beräknaOchBeslutaJobb, verkställ } from './berakna-och-besluta.ts';
import { koladakörning } from './hamta-kolada.ts';
import { hämtaRegistersvarJobb, type Registerdelar } from './hamta-registersvar.ts';
import { körJobb } from './korning.ts';
import { KÖRNINGSSLAG } from './korningsslag.ts';
import { skapaBrevJobb } from './skapa-brev.ts';
import { levereraBetalfilJobb } from './skriv-betalfil.ts';
import type { Trådjobb } from './tradjobb.ts';
import { underrättaArbetsförmedlingenJobb } from './underratta-arbetsformedlingen.ts';

export interface Tråd {
  readonly jobs: Jobs;
  /** How the pages start work in their own transaction. */
  readonly jobb: Trådjobb;
}

/** Starts the thread's durable jobs: from the last signature to decision, payment and letter. */
export async function startaTråd(
  delar: Registerdelar & {
    readonly database: Database;
    readonly kommun: Kommunuppgifter;
    /** Where notices are sent; none are when left out. */
    /** The folder the bank's channel takes files from. */
    readonly betalmapp?: string | undefined;
    readonly aviseringskanal?: Aviseringskanal | undefined;
    /** Who receives notices to Arbetsförmedlingen; they wait in the queue when left out. */
    readonly arbetsförmedlingen?: Uppgiftsport | undefined;
    /** Where other municipalities' figures are fetched; a fetch says that there is nowhere when left out. */
    readonly kolada?: Koladaklient | undefined;
  },
  options: StartJobsOptions = {},
): Promise<Tråd> {
  const { nu, kommun } = delar;
  const jobs = await startJobs(
    delar.database,
    {
      'hamta-registersvar': hämtaRegistersvarJobb(delar),
      'berakna-och-besluta': beräknaOchBeslutaJobb({ kommun, nu }),
      'skapa-brev': skapaBrevJobb({ kommun, nu }),
      'leverera-betalfil': levereraBetalfilJobb({
        mapp: delar.betalmapp === undefined ? undefined : betalmapp(delar.betalmapp),
        nu,
      }),
      avisera: aviseraJobb({ kanal: delar.aviseringskanal, nu }),
      kor: körJobb({
        slag: delar.kolada ? [koladakörning(delar.kolada), ...KÖRNINGSSLAG] : KÖRNINGSSLAG,
        nu,
        vidFel: (id, fel) => options.onFault?.(fel, { name: 'kor', data: { id } }),
      }),
      'underratta-arbetsformedlingen': underrättaArbetsförmedlingenJobb({ port: delar.arbetsförmedlingen, kommun, nu }),
    },
    options,
  );
  return { jobs, jobb: trådjobb(jobs, nu, kommun) };
}

/** What the pages need of the queue, also where nobody works on it. */
export function trådjobb(jobs: Jobs, nu: () => Date, kommun: Kommunuppgifter): Trådjobb {
  return {
    börja: (t, ansökan) => jobs.enqueue(t, 'hamta-registersvar', { id: ansökan }),
    kör: (t, körning) => jobs.enqueue(t, 'kor', { id: körning }),
    leverera: (t, betalfil) => jobs.enqueue(t, 'leverera-betalfil', { id: betalfil }),
    efterBeslut: (t, ansökan, beslut) => verkställ(t, jobs.enqueue, ansökan, beslut, nu().toISOString(), kommun),
  };
}
