import { personsAndel } from '@stegvis/rules';
import { type Ansökan, nästaStatus, vuxnaI } from '../ansokan.ts';
import { beloppstext, type Öre } from '../belopp.ts';
import type { Ärendeberäkning } from '../berakna-arende.ts';
import { type ActResult, type Refused, refuse } from '../refusal.ts';
import { dagIOrd, månadsnamn, type Tidpunkt } from '../tid.ts';
import type { Bedömare, Nedsättningsärende } from './nedsattningsarende.ts';
import { kanUtredas, ändrat } from './utred-nedsattning.ts';

/**
 * States what the board intends for the person's share of one month, so that she can be heard about it. Refused before every happening
 * and the special reasons have been judged, without a word about the children of a family, for a month that is not after the
 * happenings, and for more than the person's own share. After the hearing it may be lowered, never raised.
 */
export function avseNedsättning(
  läge: {
    ärende: Nedsättningsärende;
    /** The application whose month it is to concern. */
    ansökan: Ansökan;
    beräkning: Ärendeberäkning | undefined;
  },
  input: { belopp: Öre | undefined; skäl: string; av: Bedömare; nu: Tidpunkt },
): ActResult<{ ärende: Nedsättningsärende }> {
  const { ärende, ansökan, beräkning } = läge;
  const inte = kanUtredas(ärende) ?? inteUtredd(ärende, (ansökan.uppgifter.barn?.length ?? 0) > 0);
  if (inte) return inte;
  if (!vuxnaI(ansökan).includes(ärende.person))
    return refuse('fel-ansokan', 'Ansökan gäller inte personens hushåll.', 'Välj en av personens ansökningar.');
  if (nästaStatus(ansökan.status, 'beslutad') === undefined)
    return refuse('fel-status', `Ansökan är ${ansökan.status}.`, 'Välj en ansökan som utreds.');
  const senast = ärende.händelser.filter((h) => h.bedömning?.godtagbart === false).at(-1)!.dag;
  if (ansökan.slag === 'tillagg' || ansökan.månad <= senast.slice(0, 7))
    return refuse(
      'inte-fortsatt',
      `Ansökan gäller ${månadsnamn(ansökan.månad)}, men det som prövas hände ${dagIOrd(senast)}.`,
      'Bara fortsatt försörjningsstöd kan sättas ned: välj ansökan för en senare månad.',
    );
  if (beräkning?.slag !== 'beraknad' || beräkning.beräkning.bistand === null)
    return refuse('inte-beraknad', 'Ansökan är inte beräknad än.', 'Avgör raderna i beräkningen först.');
  const { högst } = personsAndel(beräkning.beräkning, ärende.person);
  const { belopp } = input;
  const hört = ärende.status === 'hors' ? ärende.avsett : undefined;
  const fält = [
    ...(belopp === undefined || !Number.isSafeInteger(belopp) || belopp <= 0 || belopp > högst
      ? [{ fält: 'belopp', text: `Skriv ett belopp från 1 kr till ${beloppstext(högst)}, som är personens egen del.` }]
      : hört && belopp > hört.belopp
        ? [
            {
              fält: 'belopp',
              text: `Personen har fått yttra sig om ${beloppstext(hört.belopp)}. Det kan bara bli lägre.`,
            },
          ]
        : []),
    ...(input.skäl.trim() === '' ? [{ fält: 'skalTillPersonen', text: 'Skriv skälen till personen.' }] : []),
  ];
  if (högst === 0)
    return refuse('inget-bistand', 'Beräkningen ger inget bistånd att sätta ned.', 'Avsluta ärendet utan nedsättning.');
  if (hört && hört.ansökan !== ansökan.id)
    return refuse('fel-ansokan', 'Personen har fått yttra sig om en annan månad.', 'Ta tillbaka underlaget först.');
  if (belopp === undefined || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta och försök igen.', fält);
  return ändrat(ärende, {
    avsett: {
      ansökan: ansökan.id,
      månad: ansökan.månad,
      belopp,
      högst,
      skäl: input.skäl.trim(),
      av: input.av,
      tid: input.nu,
    },
  });
}

/** What must be judged before anything is intended; undefined when all is. */
export function inteUtredd(ärende: Nedsättningsärende, barn: boolean): Refused | undefined {
  if (ärende.händelser.some((h) => h.bedömning === undefined))
    return refuse(
      'skal-inte-bedomda',
      'Det är inte bedömt om personen hade godtagbart skäl.',
      'Bedöm varje händelse först, med skälen.',
    );
  if (ärende.händelser.every((h) => h.bedömning?.godtagbart))
    return refuse('godtagbart-skal', 'Personen hade godtagbart skäl.', 'Avsluta ärendet utan nedsättning.');
  if (ärende.särskildaSkäl === undefined)
    return refuse(
      'sarskilda-skal-inte-bedomda',
      'Det är inte bedömt om det finns särskilda skäl att avstå.',
      'Bedöm det först, med skälen (12 kap. 5 § andra stycket socialtjänstlagen).',
    );
  if (ärende.särskildaSkäl.finns)
    return refuse('sarskilda-skal', 'Det finns särskilda skäl att avstå.', 'Avsluta ärendet utan nedsättning.');
  if (barn && ärende.barnperspektiv === undefined)
    return refuse(
      'barnperspektiv-saknas',
      'Det finns barn i hushållet.',
      'Skriv vad nedsättningen betyder för barnen först.',
    );
  return undefined;
}
