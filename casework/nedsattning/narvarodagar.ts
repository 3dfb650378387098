import { läkarintygKrävs } from '@stegvis/rules';
import { type Deltagandemark, gällandeMärken, MARKSLAG } from '../deltagande/deltagandemark.ts';
import {
  bedömningFör,
  FRÅNVAROSKÄL,
  type Frånvarobedömning,
  type Frånvaroförklaring,
  förklaringFör,
  type Intygsbeslut,
  type Läkarintyg,
} from '../deltagande/franvaro.ts';
import type { Anvisning } from '../insats/anvisning.ts';
import type { Dag } from '../tid.ts';
import type { Närvarodag } from './mojliga-handelser.ts';

/** Everything that has been noted about one person's attendance. */
export interface Närvarofakta {
  anvisningar: readonly Anvisning[];
  märken: readonly Deltagandemark[];
  förklaringar: readonly Frånvaroförklaring[];
  bedömningar: readonly Frånvarobedömning[];
  intyg: readonly Läkarintyg[];
  intygsbeslut: readonly Intygsbeslut[];
}

/**
 * The marked days as they stand now: the mark that holds, made valid where staff have judged it so or have read a certificate for the
 * day. A day that is not marked is not among them, for it is nothing to hold against anybody.
 */
export function närvarodagar(fakta: Närvarofakta): Närvarodag[] {
  const gällande = gällandeMärken(fakta.märken);
  return gällande.map((mark): Närvarodag => {
    const giltig = bedömningFör(fakta.bedömningar, mark.id)?.giltig === true;
    const medIntyg = fakta.intyg.some((i) => i.läst !== undefined && i.från <= mark.dag && mark.dag <= i.till);
    const sjuk = mark.slag === 'sjuk-utan-intyg';
    const slag = giltig ? 'giltig-franvaro' : sjuk && medIntyg ? 'sjuk-med-intyg' : mark.slag;
    const förklaring = förklaringFör(fakta.förklaringar, mark.anvisning, mark.dag);
    return {
      mark: mark.id,
      anvisning: mark.anvisning,
      dag: mark.dag,
      slag,
      timmar: mark.timmar,
      förklaring:
        förklaring && [FRÅNVAROSKÄL[förklaring.skäl], förklaring.text].filter((text) => text !== '').join('. '),
      intygSaknas: slag === 'sjuk-utan-intyg' && intygKrävs(fakta, gällande, mark),
    };
  });
}

/** What a mark is called; `Inte markerad` for none. */
export function markslagsnamn(slag: Närvarodag['slag']): string {
  return slag === undefined ? 'Inte markerad' : MARKSLAG[slag];
}

function intygKrävs(
  { anvisningar, intygsbeslut }: Närvarofakta,
  gällande: readonly Deltagandemark[],
  mark: Deltagandemark,
): boolean {
  const anvisning = anvisningar.find(({ id }) => id === mark.anvisning);
  const beslut = intygsbeslut.filter((b) => b.från <= mark.dag && mark.dag <= b.till);
  return läkarintygKrävs({
    hinder: 'uteblir',
    månad: mark.dag.slice(0, 7),
    dagarIFöljd: sjukdagarIFöljd(gällande, mark.dag),
    ...(anvisning ? { anvisning: anvisning.grund } : {}),
    särskildaSkäl: beslut.some(({ slag }) => slag === 'begart'),
    uppenbartObehövligt: beslut.some(({ slag }) => slag === 'undantag'),
  }).krävs;
}

/** Marks of sickness further apart than this are not known to be one period. */
const HÖGST_MELLAN = 3;

/** Calendar days in a row up to the day, as far as the marks show: a day with another mark, or a long gap, ends the period. */
function sjukdagarIFöljd(märken: readonly Deltagandemark[], dag: Dag): number {
  const dagar = [...new Set(märken.map((m) => m.dag))].filter((d) => d <= dag).sort();
  let början = dag;
  for (const d of dagar.reverse()) {
    const sjuk = märken.filter((m) => m.dag === d).every(({ slag }) => slag.startsWith('sjuk-'));
    if (!sjuk || dagarMellan(d, början) > HÖGST_MELLAN) break;
    början = d;
  }
  return dagarMellan(början, dag) + 1;
}

function dagarMellan(från: Dag, till: Dag): number {
  return (Date.parse(till) - Date.parse(från)) / 86_400_000;
}
