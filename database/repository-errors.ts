/** A row that must be there is not (or belongs to another board). */
export class NotFound extends Error {
  constructor(what: string, id: string) {
    super(`${what} ${id} finns inte.`);
    this.name = 'NotFound';
  }
}

/** Somebody else has saved since the row was read. Nothing has been written; read again and try again. */
export class VersionConflict extends Error {
  constructor(what: string, id: string) {
    super(`${what} ${id} har ändrats av någon annan sedan den lästes. Läs in den igen och gör om ändringen.`);
    this.name = 'VersionConflict';
  }
}

/** What was to be written is already there: the same person, a second decision, a second payment, a second draft. */
export class Duplicate extends Error {
  /** The rule that was broken. */
  readonly constraint: string;

  constructor(what: string, constraint: string, options?: ErrorOptions) {
    super(`${what} finns redan.`, options);
    this.name = 'Duplicate';
    this.constraint = constraint;
  }
}
