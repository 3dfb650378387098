import { type Database, type Jobs, type StartJobsOptions, startJobs } from '@stegvis/database';
import type { Aviseringskanal, SsbtekConfig } from '@stegvis/integrations';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { aviseraJobb } from './avisera.ts';
import { beräknaOchBeslutaJobb, verkställ } from './berakna-och-besluta.ts';
import { hämtaRegistersvarJobb } from './hamta-registersvar.ts';
import { skapaBrevJobb } from './skapa-brev.ts';
import type { Trådjobb } from './tradjobb.ts';

export interface Tråd {
  readonly jobs: Jobs;
  /** How the pages start work in their own transaction. */
  readonly jobb: Trådjobb;
}

/** Starts the thread's durable jobs: from the last signature to decision, payment and letter. */
export async function startaTråd(
  delar: {
    readonly database: Database;
    readonly kommun: Kommunuppgifter;
    readonly ssbtek: SsbtekConfig;
    readonly nu: () => Date;
    /** Where notices are sent; none are when left out. */
    readonly aviseringskanal?: Aviseringskanal | undefined;
  },
  options: StartJobsOptions = {},
): Promise<Tråd> {
  const { ssbtek, nu, kommun } = delar;
  const jobs = await startJobs(
    delar.database,
    {
      'hamta-registersvar': hämtaRegistersvarJobb({ ssbtek, nu }),
      'berakna-och-besluta': beräknaOchBeslutaJobb({ nu }),
      'skapa-brev': skapaBrevJobb({ kommun, nu }),
      avisera: aviseraJobb({ kanal: delar.aviseringskanal, nu }),
    },
    options,
  );
  return { jobs, jobb: trådjobb(jobs, nu) };
}

/** What the pages need of the queue, also where nobody works on it. */
export function trådjobb(jobs: Jobs, nu: () => Date): Trådjobb {
  return {
    börja: (t, ansökan) => jobs.enqueue(t, 'hamta-registersvar', { id: ansökan }),
    efterBeslut: (t, ansökan, beslut) => verkställ(t, jobs.enqueue, ansökan, beslut, nu().toISOString()),
  };
}
