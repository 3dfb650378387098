export * from './uppgift-stand-in.ts';
export type { AnvisadeAktiviteter, Uppgiftsport } from './uppgiftsport.ts';
