import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import type { Avslutsskäl, Bedömare, Bedömtavslut, Nedsättningsärende } from './nedsattningsarende.ts';
import { kanUtredas, ändrat } from './utred-nedsattning.ts';

export const AVSLUTSSKÄL: Readonly<Record<Avslutsskäl, string>> = {
  'godtagbart-skal': 'Personen hade godtagbart skäl',
  'sarskilda-skal': 'Det finns särskilda skäl att avstå',
  annat: 'Något annat',
  'ansokan-atertagen': 'Ansökan togs tillbaka',
  'ansokan-avskriven': 'Ansökan skrevs av',
  'ansokan-avvisad': 'Ansökan avvisades',
  'ansokan-avgjord': 'Ansökan avgjordes på annat sätt',
  'arende-overflyttat': 'En annan kommun tog över',
};

/** The reasons that a person can give. */
export const BEDÖMDA_AVSLUT: readonly Bedömtavslut[] = ['godtagbart-skal', 'sarskilda-skal', 'annat'];

/** Ends the matter without reduction. The reason must be the one that has been judged. */
export function avslutaNedsättning(
  ärende: Nedsättningsärende,
  input: { skäl: Bedömtavslut | undefined; text: string; av: Bedömare; nu: Tidpunkt },
): ActResult<{ ärende: Nedsättningsärende }> {
  const stängt = kanUtredas(ärende);
  if (stängt) return stängt;
  const { skäl } = input;
  if (skäl === undefined)
    return refuse('skal-saknas', 'Skälet saknas.', 'Välj varför ärendet avslutas.', [
      { fält: 'avslutsskal', text: 'Välj varför ärendet avslutas.' },
    ]);
  if (skäl === 'godtagbart-skal' && !ärende.händelser.every((h) => h.bedömning?.godtagbart))
    return refuse(
      'inte-bedomt-sa',
      'Alla händelser är inte bedömda som godtagbara.',
      'Bedöm varje händelse först, eller välj ett annat skäl.',
      [{ fält: 'avslutsskal', text: 'Bedöm först att personen hade godtagbart skäl för varje händelse.' }],
    );
  if (skäl === 'sarskilda-skal' && ärende.särskildaSkäl?.finns !== true)
    return refuse(
      'inte-bedomt-sa',
      'Det är inte bedömt att det finns särskilda skäl.',
      'Bedöm det först, med skälen.',
      [{ fält: 'avslutsskal', text: 'Bedöm först att det finns särskilda skäl.' }],
    );
  if (input.text.trim() === '')
    return refuse('text-saknas', 'Förklaringen saknas.', 'Skriv varför, till personen.', [
      { fält: 'avslutstext', text: 'Skriv varför. Personen läser det.' },
    ]);
  return ändrat(ärende, { status: 'avslutat', avslut: { skäl, text: input.text.trim(), av: input.av, tid: input.nu } });
}
