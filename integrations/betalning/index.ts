export {
  type Betalare,
  BetalfilsFel,
  type Betalfilsunderlag,
  type Betalning,
  betalfil,
  type Girobetalning,
  type Kontobetalning,
} from './betalfil.ts';
export { läsBankgiro, läsOcr, läsPlusgiro } from './giro.ts';
export { type Konto, läsKonto } from './konto.ts';
export { utbetalningsdag, ärBankdag } from './utbetalningsdag.ts';
