/** A fetch from Kolada that came to nothing. The message is a Swedish sentence for the page: what was wrong, and that nothing was kept. */
export class Koladafel extends Error {
  /** Whether it may go better in a while. */
  readonly tillfälligt: boolean;

  constructor(text: string, { tillfälligt = false, cause }: { tillfälligt?: boolean; cause?: unknown } = {}) {
    super(text, { cause });
    this.name = 'Koladafel';
    this.tillfälligt = tillfälligt;
  }
}
