/** Why a database could be reached but not used, or not be reached at all. */
export type DatabaseOpenFault =
  | 'ingen-kontakt'
  | 'fel-adress'
  | 'fel-losenord'
  | 'databasen-saknas'
  | 'gammal-postgres'
  | 'kringgar-radskydd'
  | 'saknar-rattighet'
  | 'nyare-schema'
  | 'migrering-misslyckad';

/** The database cannot be used. `message` is a Swedish text that says what to do. */
export class DatabaseOpenError extends Error {
  readonly fault: DatabaseOpenFault;

  constructor(fault: DatabaseOpenFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseOpenError';
    this.fault = fault;
  }
}
