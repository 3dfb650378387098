import { type Ansökan, nästaStatus } from './ansokan.ts';
import type { Ärende } from './arende.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';

/**
 * An adult says that the two no longer live together. The case they had is closed and what is not decided in it is withdrawn;
 * each applies alone from now on, in a case of the own. What is decided stands. The other adult is told that the application is
 * withdrawn, in the words of any withdrawal, and nothing of who said what; an own draft of the other's is hers to see, so hers
 * alone is told of it.
 */
export function separera(
  ärende: Ärende,
  ansökningar: readonly Ansökan[],
  input: { person: PersonId; nu: Tidpunkt },
): ActResult<{ ärende: Ärende; ansökningar: Ansökan[]; events: Händelse[] }> {
  const { person, nu } = input;
  if (person !== ärende.sökande && person !== ärende.medsökande)
    return refuse('inte-ditt-arende', 'Du är inte med i ärendet.', 'Gå till din översikt.');
  if (ärende.medsökande === undefined)
    return refuse('bara-en-vuxen', 'Ärendet är redan bara ditt.', 'Du kan ansöka som vanligt.');
  if (ärende.status !== 'oppet')
    return refuse('arendet-avslutat', 'Ärendet är redan avslutat.', 'Starta en egen ansökan.');
  const ändrade: Ansökan[] = [];
  const events: Händelse[] = [];
  for (const ansökan of ansökningar.filter((a) => a.ärende === ärende.id)) {
    const status = nästaStatus(ansökan.status, 'aterkallad');
    if (status === undefined) continue;
    ändrade.push({ ...ansökan, status, ändrad: nu, version: ansökan.version + 1 });
    const månad = månadsnamn(ansökan.månad);
    const utkast = ansökan.status === 'utkast';
    events.push({
      ärende: ärende.id,
      ansökan: ansökan.id,
      typ: 'ansokan-aterkallad',
      tid: nu,
      text: utkast
        ? `Utkastet för ${månad} är borttaget. Du kan börja på en ny ansökan.`
        : `Ansökan för ${månad} är tillbakatagen. Du kan ansöka själv.`,
      synlig: utkast ? { person: ansökan.sökande } : 'alla',
    });
    events.push({
      ärende: ärende.id,
      ansökan: ansökan.id,
      typ: 'hushall-delat',
      tid: nu,
      text: 'En av de vuxna har sagt att de inte längre bor tillsammans. Den andra vuxna har inte fått veta det av oss.',
      synlig: 'handlaggare',
    });
  }
  return {
    ok: true,
    ärende: { ...ärende, status: 'avslutat' },
    ansökningar: ändrade,
    events,
  };
}
