import { type Ansökan, nästaStatus } from './ansokan.ts';
import { beloppstext, öreFrånKronor } from './belopp.ts';
import type { Beslut } from './beslut.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { STOPPORSAKER } from './stopporsak.ts';
import { type Beslutsläge, stopporsaker } from './stopporsaker.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';
import type { Justering } from './utredning.ts';

/**
 * Decides automatically: only a full grant under SoL 12 kap. 1 §, only when every stop reason has been tried and none applies,
 * and only under a point of the delegation order that is in force (KL 6 kap. 37–38 §§). The reasons are tried again here, on
 * the same facts that the decision rests on; the proposal is never trusted.
 */
export function beslutaAutomatiskt(
  läge: Beslutsläge,
  input: { id: string; beräkningId: string; justeringar: readonly Justering[]; nu: Tidpunkt },
): ActResult<{ ansökan: Ansökan; beslut: Beslut; events: Händelse[] }> {
  const { ansökan, beräkning, delegation } = läge;
  const status = nästaStatus(ansökan.status, 'beslutad');
  if (status === undefined) {
    return refuse(
      'fel-status',
      `Ansökan är ${ansökan.status} och kan inte beslutas.`,
      'Bara en ansökan som utreds kan beslutas, och bara en gång.',
    );
  }
  if (input.justeringar.length > 0) {
    return refuse('handlaggare-har-tagit-over', 'En handläggare har ändrat i beräkningen.', 'Handläggaren beslutar.');
  }
  const stopp = stopporsaker(läge);
  const bistånd =
    beräkning?.slag === 'beraknad' && beräkning.beräkning.utfall === 'bifall' ? beräkning.beräkning.bistand : null;
  if (
    stopp.length > 0 ||
    beräkning?.slag !== 'beraknad' ||
    bistånd === null ||
    delegation?.delegat.slag !== 'automatisk'
  ) {
    return refuse(
      'stoppad',
      `Ansökan kan inte beslutas automatiskt: ${stopp.map((s) => STOPPORSAKER[s.kod].namn).join(', ')}.`,
      'En handläggare beslutar.',
    );
  }
  const belopp = öreFrånKronor(bistånd);
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    beslut: {
      id: input.id,
      ansökan: ansökan.id,
      ärende: ansökan.ärende,
      beräkning: input.beräkningId,
      månad: ansökan.månad,
      utfall: 'bifall',
      belopp,
      beslutsfattare: { slag: 'automatisk', funktion: delegation.delegat.funktion, delegationspunkt: delegation.punkt },
      motivering:
        `Du får ${beloppstext(belopp)} i ekonomiskt bistånd för ${månadsnamn(ansökan.månad)}. ` +
        'Riksnormen och de kostnader du har sökt för är högre än dina inkomster, och hela skillnaden beviljas. Alla kostnader är godkända.',
      lagrum: ['12 kap. 1 § socialtjänstlagen (2025:400)'],
      kommunicering: undefined,
      beslutad: input.nu,
    },
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'beslut-fattat',
        tid: input.nu,
        text: `Vi har fattat beslut: du får ${beloppstext(belopp)} för ${månadsnamn(ansökan.månad)}. Beslutet är fattat automatiskt.`,
        synlig: 'alla',
      },
    ],
  };
}
