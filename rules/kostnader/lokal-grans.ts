import { add, multiply, parameterIfSet, rule, type Table } from '@stegvis/engine';
import { hushåll, type Öre, öre } from '../hushall/hushall.ts';
import { barnIHushållet, medlemmar } from '../hushall/medlemmar.ts';
import { lokalaGranserLaw as lag } from './lokala-granser.law.ts';

const frånTabell = (tabell: Table<Öre> | undefined, antal: number, perYtterligare?: Öre): Öre | undefined => {
  const sist = tabell?.at(-1);
  if (tabell === undefined || sist === undefined) return undefined;
  const rad = tabell.find((rad) => rad.from <= antal && (rad.to === undefined || antal <= rad.to));
  if (rad !== undefined) return rad.value;
  return perYtterligare === undefined ? undefined : add(sist.value, multiply(perYtterligare, antal - sist.from));
};

/** Det som en kommun kan sätta själv; nycklarna är desamma i kommunens egen fil. */
export const riktlinjer = {
  boendeEfterPersoner: parameterIfSet(lag.parameters.boendeEfterPersoner),
  boendeEfterBarn: parameterIfSet(lag.parameters.boendeEfterBarn),
  boendePerYtterligare: parameterIfSet(lag.parameters.boendePerYtterligare),
  hushallselEfterPersoner: parameterIfSet(lag.parameters.hushallselEfterPersoner),
  hemforsakring: parameterIfSet(lag.parameters.hemforsakring),
};

/** Kommunens gräns för boendet. Saknas när kommunen inte är angiven eller inte har tryckt någon gräns för hushållet. */
export const boendegräns = rule(hushåll, 'grans-boende', {
  label: 'Kommunens gräns för boende',
  unit: öre,
  from: [
    medlemmar,
    barnIHushållet,
    riktlinjer.boendeEfterPersoner,
    riktlinjer.boendeEfterBarn,
    riktlinjer.boendePerYtterligare,
  ],
  value: (personer, barn, efterPersoner, efterBarn, ytterligare) =>
    frånTabell(efterPersoner, personer, ytterligare) ?? frånTabell(efterBarn, barn, ytterligare),
});

/** Kommunens gräns för hushållsel efter antal personer. */
export const elgräns = rule(hushåll, 'grans-hushallsel', {
  label: 'Kommunens gräns för hushållsel',
  unit: öre,
  from: [medlemmar, riktlinjer.hushallselEfterPersoner],
  value: (personer, tabell) => frånTabell(tabell, personer),
});

/** Kommunens gräns för hemförsäkring. */
export const försäkringsgräns = rule(hushåll, 'grans-hemforsakring', {
  label: 'Kommunens gräns för hemförsäkring',
  unit: öre,
  from: [riktlinjer.hemforsakring],
  value: (gräns) => gräns,
});
