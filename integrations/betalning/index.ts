export { BetalfilsFel, type Betalare, betalfil, type Betalfilsunderlag, type Kontobetalning } from './betalfil.ts';
export { type Konto, läsKonto } from './konto.ts';
export { utbetalningsdag, ärBankdag } from './utbetalningsdag.ts';
