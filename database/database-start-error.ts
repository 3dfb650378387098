/** Why the embedded database could not be opened. */
export type DatabaseStartFault =
  | 'saknar-program'
  | 'full-disk'
  | 'saknar-rattighet'
  | 'annan-version'
  | 'upptagen'
  | 'startar-inte';

/** The embedded database could not be opened. `message` is a Swedish text that says what to do. */
export class DatabaseStartError extends Error {
  readonly fault: DatabaseStartFault;

  constructor(fault: DatabaseStartFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseStartError';
    this.fault = fault;
  }
}
