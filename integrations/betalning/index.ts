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
export { type Betalmapp, betalmapp } from './lagg-i-mapp.ts';
export { läsBankfil, STÖRSTA_BANKFIL } from './las-bankfil.ts';
export { type Bankbeteende, svaraSomBanken } from './stand-in-bank.ts';
export { utbetalningsdag, ärBankdag } from './utbetalningsdag.ts';
export { bankdagarEfter, planeradUtbetalningsdag, SNARAST, type Utbetalningsregel } from './utbetalningsregel.ts';
