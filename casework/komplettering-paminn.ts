import type { Händelse } from './handelse.ts';
import { försent, type Komplettering, nästaKompletteringsstatus } from './komplettering.ts';
import { type Dag, dagFör, dagIOrd, type Tidpunkt } from './tid.ts';

/** The person is reminded this many days before the last day. */
export const PÅMINN_DAGAR_FÖRE = 2;

/** What time does with an open request; undefined when nothing is due. */
export function låtTidenGå(
  komplettering: Komplettering,
  nu: Tidpunkt,
): { komplettering: Komplettering; events: Händelse[]; slag: 'pamind' | 'tiden-gick-ut' } | undefined {
  const gemensamt = { ärende: komplettering.ärende, ansökan: komplettering.ansökan, tid: nu };
  if (försent(komplettering, nu)) {
    const status = nästaKompletteringsstatus(komplettering.status, 'tiden-gick-ut');
    if (status === undefined) return undefined;
    return {
      slag: 'tiden-gick-ut',
      komplettering: { ...komplettering, status, version: komplettering.version + 1 },
      events: [
        {
          ...gemensamt,
          typ: 'komplettering-utgangen',
          text: 'Sista dagen att svara har gått. En handläggare läser din ansökan. Du kan fortfarande svara.',
          synlig: { person: komplettering.person },
        },
      ],
    };
  }
  if (
    komplettering.status !== 'oppen' ||
    komplettering.påmind !== undefined ||
    dagFör(nu) < dagarFöre(komplettering.senast, PÅMINN_DAGAR_FÖRE) ||
    dagFör(komplettering.begärd) >= dagarFöre(komplettering.senast, PÅMINN_DAGAR_FÖRE)
  )
    return undefined;
  return {
    slag: 'pamind',
    komplettering: { ...komplettering, påmind: nu, version: komplettering.version + 1 },
    events: [
      {
        ...gemensamt,
        typ: 'komplettering-paminnelse',
        text: `Påminnelse: vi väntar på uppgifter av dig. Svara senast ${dagIOrd(komplettering.senast)}.`,
        synlig: { person: komplettering.person },
      },
    ],
  };
}

function dagarFöre(dag: Dag, dagar: number): Dag {
  return new Date(Date.parse(`${dag}T12:00:00Z`) - dagar * 24 * 3_600_000).toISOString().slice(0, 10);
}
