import { add, each, notBelowZero, rule, smaller, subtract, sum } from '@stegvis/engine';
import { barn, barninkomst, öre } from '../hushall/hushall.ts';
import { personligKostnad } from '../riksnorm/personliga-kostnader-barn.ts';
import { överPrisbasbelopp } from './barns-arbetsinkomst.ts';
import { barns } from './inkomst.ts';
import { inkomsterLaw as lag } from './inkomster.law.ts';

const avgjortBelopp = rule(barninkomst, 'avgjort-belopp', {
  label: 'Belopp som en handläggare har räknat',
  unit: öre,
  from: [barns.räknat],
  value: (räknat) => räknat ?? öre(0),
});
const övrigtBelopp = rule(barninkomst, 'ovrigt-belopp', {
  label: 'Räknas enligt typen, utom lön',
  unit: öre,
  from: [barns.typ, barns.räknat, barns.enligtTyp],
  value: (typ, räknat, enligtTyp) => (räknat === undefined && typ !== 'lon' ? enligtTyp : öre(0)),
});

const avgjorda = sum(barn, 'inkomster-avgjorda', {
  label: 'Räknat av handläggare',
  unit: öre,
  parts: [each(barninkomst, avgjortBelopp)],
});
const övriga = sum(barn, 'inkomster-ovriga', {
  label: 'Barnets inkomster enligt typ',
  unit: öre,
  parts: [each(barninkomst, övrigtBelopp), överPrisbasbelopp],
});

const tak = rule(barn, 'inkomsttak', {
  label: 'Barnets egen norm',
  unit: öre,
  cite: lag.grounds.inkomster,
  from: [personligKostnad, avgjorda],
  value: (norm, avgjorda) => notBelowZero(subtract(norm, avgjorda)),
});

/**
 * Barnets inkomster som räknas: högst barnets egna personliga kostnader (docs/tolkningar/T04), och vad en handläggare
 * har räknat gäller som det är.
 */
export const barnetsInkomster = rule(barn, 'inkomster', {
  label: 'Barnets inkomster som räknas',
  unit: öre,
  cite: lag.grounds.inkomster,
  from: [avgjorda, övriga, tak],
  value: (avgjorda, övriga, tak) => add(avgjorda, smaller(övriga, tak)),
});
