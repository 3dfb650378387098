import { type ActResult, type Refused, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import type { Bedömare, Nedsättningsärende } from './nedsattningsarende.ts';

interface Bedömning {
  av: Bedömare;
  nu: Tidpunkt;
}

/** Judges whether there was an acceptable reason for one of the happenings. May be judged again until a second person has the proposal. */
export function bedömGodtagbartSkäl(
  ärende: Nedsättningsärende,
  input: Bedömning & { händelse: string; godtagbart: boolean | undefined; skäl: string },
): ActResult<{ ärende: Nedsättningsärende }> {
  const stängt = kanUtredas(ärende);
  if (stängt) return stängt;
  if (!ärende.händelser.some((h) => h.id === input.händelse))
    return refuse('finns-inte', 'Händelsen finns inte i ärendet.', 'Läs om sidan.');
  const { godtagbart } = input;
  const fält = [
    ...(godtagbart === undefined ? [{ fält: 'godtagbart', text: 'Välj om skälet är godtagbart.' }] : []),
    ...(input.skäl.trim() === '' ? [{ fält: 'skal', text: 'Skriv varför du bedömer så.' }] : []),
  ];
  if (godtagbart === undefined || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  return ändrat(ärende, {
    händelser: ärende.händelser.map((h) =>
      h.id === input.händelse
        ? { ...h, bedömning: { godtagbart, skäl: input.skäl.trim(), av: input.av, tid: input.nu } }
        : h,
    ),
  });
}

/** Judges whether there are special reasons to refrain (SoL 12 kap. 5 § second paragraph). Always judged, either way with the reasons. */
export function bedömSärskildaSkäl(
  ärende: Nedsättningsärende,
  input: Bedömning & { finns: boolean | undefined; skäl: string },
): ActResult<{ ärende: Nedsättningsärende }> {
  const stängt = kanUtredas(ärende);
  if (stängt) return stängt;
  const { finns } = input;
  const fält = [
    ...(finns === undefined ? [{ fält: 'sarskilda', text: 'Välj om det finns särskilda skäl.' }] : []),
    ...(input.skäl.trim() === '' ? [{ fält: 'sarskildaSkal', text: 'Skriv vad du har vägt in och varför.' }] : []),
  ];
  if (finns === undefined || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  return ändrat(ärende, { särskildaSkäl: { finns, skäl: input.skäl.trim(), av: input.av, tid: input.nu } });
}

/** Writes what it means for the children of the household. */
export function skrivBarnperspektiv(
  ärende: Nedsättningsärende,
  input: Bedömning & { text: string },
): ActResult<{ ärende: Nedsättningsärende }> {
  const stängt = kanUtredas(ärende);
  if (stängt) return stängt;
  if (input.text.trim() === '')
    return refuse('barnperspektiv-saknas', 'Texten om barnen saknas.', 'Skriv vad det betyder för barnen.', [
      { fält: 'barnperspektiv', text: 'Skriv vad det betyder för barnen.' },
    ]);
  return ändrat(ärende, { barnperspektiv: { text: input.text.trim(), av: input.av, tid: input.nu } });
}

/** The matter with a change, one version later. */
export function ändrat(
  ärende: Nedsättningsärende,
  ändring: Partial<Nedsättningsärende>,
): { ok: true; ärende: Nedsättningsärende } {
  return { ok: true, ärende: { ...ärende, ...ändring, version: ärende.version + 1 } };
}

/** Refusal when the matter can no longer be inquired into. */
export function kanUtredas({ status }: Nedsättningsärende): Refused | undefined {
  if (status === 'utreds' || status === 'hors') return undefined;
  return status === 'foreslaget'
    ? refuse('foreslaget', 'Ett beslut är föreslaget och väntar på att bekräftas.', 'Ta tillbaka förslaget först.')
    : refuse('avgjort', 'Ärendet är avgjort.', 'En ny händelse prövas i ett nytt ärende.');
}
