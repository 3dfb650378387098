import { assessment, fact, oneOf, quantity, rule, type Subject } from '@stegvis/engine';
import { barninkomst, vuxeninkomst, öre } from '../hushall/hushall.ts';
import { inkomsterLaw as lag } from './inkomster.law.ts';
import { type Inkomsttyp, inkomsttyper } from './inkomsttyper.ts';

const typer = Object.keys(inkomsttyper) as [Inkomsttyp, ...Inkomsttyp[]];

/** Fakta om en inkomst och vad som följer av dess typ; lika för vuxna och barn. */
const inkomst = <N extends string, A extends string>(av: Subject<N, A>) => {
  const typ = fact(av, 'typ', { label: 'Inkomst', type: oneOf(typer), question: 'Vilka inkomster har ni?' });
  const netto = fact(av, 'netto', {
    label: 'Netto',
    type: quantity(öre),
    saidBy: 'kalla',
    question: 'Hur mycket efter skatt?',
  });
  const räknat = assessment(av, 'raknat', {
    key: 'raknatBelopp',
    label: 'Räknat belopp',
    unit: öre,
    question: 'Hur mycket av inkomsten ska räknas?',
    cite: lag.grounds.inkomster,
  });
  const avgjord = rule(av, 'avgjord', {
    label: 'Inkomsten är avgjord',
    from: [typ, räknat],
    value: (typ, räknat) =>
      räknat !== undefined ||
      inkomsttyper[typ].behandling === 'raknas' ||
      inkomsttyper[typ].behandling === 'raknas-inte',
  });
  const enligtTyp = rule(av, 'enligt-typ', {
    label: 'Räknas enligt inkomstens typ',
    unit: öre,
    cite: lag.grounds.inkomster,
    from: [typ, netto],
    value: (typ, netto) => (inkomsttyper[typ].behandling === 'raknas' ? netto : öre(0)),
  });
  return { typ, netto, räknat, avgjord, enligtTyp };
};

export const vuxnas = inkomst(vuxeninkomst);
export const barns = inkomst(barninkomst);
