export { EXEMPELBESKRIVNING, EXEMPELNYCKEL } from './exempel.ts';
export { type Beskrivningsfel, type Kolumn, läsPostbeskrivning, type Postbeskrivning } from './postbeskrivning.ts';
export { type Post, type Postfel, type PrövadPost, prövaPoster } from './prova-rader.ts';
export { filnamnet, skrivUtlämningsfil } from './skriv-fil.ts';
export { UPPGIFTER, type Uppgift } from './uppgifter.ts';
