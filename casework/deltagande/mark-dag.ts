import { type Pass, veckodagsnamn } from '../insats/pass.ts';
import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, type Refused, refuse } from '../refusal.ts';
import { type Dag, dagIOrd, type Tidpunkt } from '../tid.ts';
import { type Deltagandemark, MARKSLAG, markFör, ärFrånvaro, ärMarkslag } from './deltagandemark.ts';
import { type Placering, placeringstid, planeradDag, type Uppehållsplan } from './planerad-dag.ts';

/** What a provider writes about one day. */
export interface Markuppgift {
  dag: Dag;
  slag: string;
  /** Hours with quarters; undefined: all that were planned. */
  timmar: number | undefined;
}

interface Markläge {
  placering: Placering;
  planer: readonly Uppehållsplan[];
  märken: readonly Deltagandemark[];
  idag: Dag;
}

/**
 * Marks one planned day of a placement that has started. Refused: a day outside the placement, without planned time, on a public
 * holiday, in a break, or to come; a day that is marked already, which is corrected instead.
 */
export function märkDag(
  läge: Markläge,
  input: Markuppgift & { id: string; händelse: string; av: string; nu: Tidpunkt },
): ActResult<{ mark: Deltagandemark; events: Personhändelse[] }> {
  if (markFör(läge.märken, läge.placering.id, input.dag))
    return refuse(
      'redan-markerad',
      `${versal(dagIOrd(input.dag))} är redan markerad.`,
      'Ändra markeringen och skriv varför.',
      [{ fält: 'dag', text: `${versal(dagIOrd(input.dag))} är redan markerad. Ändra den och skriv varför.` }],
    );
  const prövad = prövaMark(läge, input);
  if (!prövad.ok) return prövad;
  const mark = nyMark(läge.placering, input, prövad, undefined);
  return { ok: true, mark, events: frånvarohändelse(mark, input.händelse) };
}

/** Corrects a mark by a new one that replaces it, with a reason. The old one is kept. */
export function rättaMark(
  läge: Markläge,
  input: Markuppgift & { id: string; händelse: string; skäl: string; av: string; nu: Tidpunkt },
): ActResult<{ mark: Deltagandemark; events: Personhändelse[] }> {
  const gammal = markFör(läge.märken, läge.placering.id, input.dag);
  if (!gammal)
    return refuse('inte-markerad', 'Dagen är inte markerad än.', 'Markera dagen i stället för att ändra den.', [
      { fält: 'dag', text: 'Dagen är inte markerad än.' },
    ]);
  const prövad = prövaMark(läge, input);
  if (!prövad.ok) return prövad;
  const skäl = input.skäl.trim();
  if (skäl === '' || skäl.length > 500)
    return refuse('skal-saknas', 'Du ändrar en markering.', 'Skriv varför, högst 500 tecken.', [
      { fält: 'skal', text: 'Skriv varför du ändrar en markering, högst 500 tecken.' },
    ]);
  if (gammal.slag === prövad.slag && gammal.timmar === prövad.timmar)
    return refuse('ingen-andring', 'Markeringen är redan så.', 'Välj något annat, eller låt den vara.', [
      { fält: 'slag', text: 'Markeringen är redan så. Välj något annat, eller låt den vara.' },
    ]);
  const mark = nyMark(läge.placering, input, prövad, { mark: gammal.id, skäl });
  return {
    ok: true,
    mark,
    events: [
      {
        id: input.händelse,
        person: mark.person,
        område: 'deltagande',
        typ: 'mark-rattad',
        tid: input.nu,
        text: `Anordnaren har ändrat ${dagIOrd(mark.dag)} från "${MARKSLAG[gammal.slag]}" till "${MARKSLAG[mark.slag]}".`,
        synlig: 'person',
        av: undefined,
      },
    ],
  };
}

function prövaMark(
  { placering, planer, idag }: Markläge,
  { dag, slag, timmar }: Markuppgift,
): ActResult<{ slag: Deltagandemark['slag']; timmar: number }> {
  const fel = (kod: string, text: string, tillåtet: string, fält = 'dag'): Refused =>
    refuse(kod, text, tillåtet, [{ fält, text: `${text} ${tillåtet}` }]);
  const tid = placeringstid(placering);
  if (!tid || placering.startad === undefined)
    return fel('inte-startad', 'Placeringen har inte börjat.', 'Anteckna först att deltagaren har börjat.');
  const tillåtet = tillåtnaDagar(tid, placering.pass, idag);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dag) || Number.isNaN(Date.parse(dag)))
    return fel('fel-dag', 'Dagen går inte att läsa.', `Skriv den som ÅÅÅÅ-MM-DD. ${tillåtet}`);
  if (dag > idag && dag <= tid.till) return fel('kommande', `${versal(dagIOrd(dag))} har inte varit än.`, tillåtet);
  const planerad = planeradDag(placering, planer, dag);
  if ('slag' in planerad) {
    if (planerad.slag === 'utanfor')
      return fel('utanfor', `${versal(dagIOrd(dag))} ligger utanför placeringen.`, tillåtet);
    if (planerad.slag === 'helgdag') return fel('helgdag', `${planerad.namn} är inget planerat.`, tillåtet);
    if (planerad.slag === 'uppehall') return fel('uppehall', `${versal(dagIOrd(dag))} är det uppehåll.`, tillåtet);
    return fel('inget-pass', `${versal(dagIOrd(dag))} är inget planerat.`, tillåtet);
  }
  if (!ärMarkslag(slag))
    return fel('fel-slag', 'Valet saknas.', `Välj ${Object.values(MARKSLAG).join(', ').toLowerCase()}.`, 'slag');
  const hur = timmar ?? planerad.timmar;
  if (!(hur > 0 && hur <= planerad.timmar && hur * 4 === Math.trunc(hur * 4)))
    return fel(
      'fel-timmar',
      'Timmarna stämmer inte.',
      `Skriv från 0,25 till ${tal(planerad.timmar)} timmar, i hela kvartar.`,
      'timmar',
    );
  return { ok: true, slag, timmar: hur };
}

/** Which days may be marked, as a sentence. */
function tillåtnaDagar({ från, till }: { från: Dag; till: Dag }, pass: readonly Pass[], idag: Dag): string {
  const sista = till < idag ? till : idag;
  if (sista < från) return `Den första dagen som går att markera är ${medÅr(från)}.`;
  const dagar = [...new Set(pass.map(({ veckodag }) => veckodag))].sort().map(veckodagsnamn);
  const lista = dagar.length > 1 ? `${dagar.slice(0, -1).join(', ')} och ${dagar.at(-1)}` : (dagar[0] ?? '');
  return `Markera en ${lista.replace(' och ', ' eller ')} från ${medÅr(från)} till ${medÅr(sista)}.`;
}

const medÅr = (dag: Dag) => `${dagIOrd(dag)} ${dag.slice(0, 4)}`;
const versal = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const tal = (timmar: number) => String(timmar).replace('.', ',');

function nyMark(
  placering: Placering,
  input: { id: string; dag: Dag; av: string; nu: Tidpunkt },
  { slag, timmar }: { slag: Deltagandemark['slag']; timmar: number },
  rättar: Deltagandemark['rättar'],
): Deltagandemark {
  return {
    id: input.id,
    anvisning: placering.id,
    person: placering.person,
    dag: input.dag,
    slag,
    timmar,
    av: input.av,
    tid: input.nu,
    rättar,
  };
}

function frånvarohändelse(mark: Deltagandemark, id: string): Personhändelse[] {
  if (!ärFrånvaro(mark)) return [];
  return [
    {
      id,
      person: mark.person,
      område: 'deltagande',
      typ: 'franvaro-markerad',
      tid: mark.tid,
      text: `Anordnaren har markerat "${MARKSLAG[mark.slag]}" ${dagIOrd(mark.dag)}.`,
      synlig: 'person',
      av: undefined,
    },
  ];
}
