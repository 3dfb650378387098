/** A notice to one person: that there is something new to read after log-in, never what or from whom. */
export interface Aviseringsmeddelande {
  /** The same when the same notice is tried again, so that a supplier can leave out the second. */
  readonly nyckel: string;
  readonly kanal: 'sms' | 'epost';
  /** Telephone number or e-mail address. */
  readonly till: string;
  readonly text: string;
}

/** Where notices go. A supplier's client and the stand-in are two of these. */
export interface Aviseringskanal {
  readonly kanaler: readonly ('sms' | 'epost')[];
  /** @throws when it was not accepted and should be tried again. */
  skicka(meddelande: Aviseringsmeddelande): Promise<void>;
}

/**
 * What every notice says. It names neither the municipality nor what it is about: whoever else sees the telephone learns nothing.
 * There is no link, so that nobody is taught to log in from one.
 */
export const AVISERINGSTEXT = 'Du har ett nytt meddelande. Logga in som du brukar för att läsa det.';
