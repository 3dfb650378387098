export { type Betalare, BetalfilsFel, type Betalfilsunderlag, betalfil, type Kontobetalning } from './betalfil.ts';
export { type Konto, läsKonto } from './konto.ts';
export { utbetalningsdag, ärBankdag } from './utbetalningsdag.ts';
