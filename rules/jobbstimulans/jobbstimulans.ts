import {
  each,
  fact,
  listOf,
  momentMonth,
  monthsBetween,
  monthType,
  parameter,
  rule,
  share,
  sum,
} from '@stegvis/engine';
import { vuxen, vuxeninkomst, öre } from '../hushall/hushall.ts';
import { vuxnas } from '../inkomster/inkomst.ts';
import { jobbstimulansLaw as lag } from './jobbstimulans.law.ts';
import { jobbstimulansperiod } from './jobbstimulansperiod.ts';

const biståndsmånader = fact(vuxen, 'bistandsmanader', {
  label: 'Månader med beslutat försörjningsstöd',
  type: listOf(monthType()),
  default: [],
  question: 'Vilka månader har du haft försörjningsstöd, i vilken kommun som helst?',
});

const fastställdFrån = fact(vuxen, 'jobbstimulans-faststalld-fran', {
  key: 'jobbstimulansFran',
  label: 'Första månaden i en period som redan är beslutad',
  type: monthType().optional(),
});

/** Första månaden i den vuxnas senaste jobbstimulansperiod. */
export const periodFrån = rule(vuxen, 'jobbstimulans-fran', {
  label: 'Jobbstimulansen gäller från',
  cite: lag.grounds.jobbstimulans,
  from: [
    biståndsmånader,
    fastställdFrån,
    momentMonth,
    parameter(lag.parameters.manaderIFoljd),
    parameter(lag.parameters.periodAr),
  ],
  value: (månader, fastställd, månad, iFöljd, år) =>
    jobbstimulansperiod(månader, fastställd, månad, { iFöljd, periodMånader: år * 12 }),
});

/** Om månaden ligger i jobbstimulansperioden. */
export const gäller = rule(vuxen, 'jobbstimulans-galler', {
  label: 'Jobbstimulans gäller',
  cite: lag.grounds.jobbstimulans,
  from: [periodFrån, momentMonth, parameter(lag.parameters.periodAr)],
  value: (från, månad, år) => {
    const gångna = från === undefined ? -1 : monthsBetween(från, månad);
    return gångna >= 0 && gångna < år * 12;
  },
});

const lönerad = rule(vuxeninkomst, 'lon', {
  label: 'Lön som jobbstimulans kan gälla',
  unit: öre,
  from: [vuxnas.typ, vuxnas.netto, vuxnas.räknat],
  value: (typ, netto, räknat) => (typ === 'lon' && räknat === undefined ? netto : öre(0)),
});

/** Den vuxnas nettolön som jobbstimulansen räknas på; en lön med räknat belopp är redan avgjord. */
export const lön = sum(vuxen, 'lon', { label: 'Nettolön', unit: öre, parts: [each(vuxeninkomst, lönerad)] });

/** Den del av lönen som inte räknas. Avdraget avrundas till hela ören med halvt öre uppåt. */
export const jobbstimulans = rule(vuxen, 'jobbstimulans', {
  label: 'Jobbstimulans',
  unit: öre,
  cite: lag.grounds.jobbstimulans,
  when: gäller,
  otherwise: öre(0),
  from: [lön, parameter(lag.parameters.procent)],
  value: (lön, procent) => share(lön, procent, 100),
  rounded: 'half-up',
});
