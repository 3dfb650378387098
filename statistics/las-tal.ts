/** What was written in a form or on a command line, by field. */
export type Inskrivet = Readonly<Record<string, string | undefined>>;

export interface Talfel {
  readonly fält: string;
  readonly text: string;
}

/** What a number in a field may be. */
export interface Talregel {
  readonly fält: string;
  /** In the beginning of a sentence: `Antalet deltagare`. */
  readonly namn: string;
  readonly minst: number;
  readonly högst: number;
  readonly heltal?: boolean;
  readonly valfritt?: boolean;
  /** After the limits: `%`, `kr`. */
  readonly enhet?: string;
}

/** A number as Swedes write it: spaces between thousands, comma or point before decimals. undefined when it is none. */
export function tolkaTal(text: string): number | undefined {
  const rent = text
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(rent) ? Number(rent) : undefined;
}

const visa = (tal: number) =>
  String(tal)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** Reads a number; a fault with a sentence that says what is allowed is added to `fel`, and nothing is given back. */
export function läsTal(skrivet: Inskrivet, regel: Talregel, fel: Talfel[]): number | undefined {
  const text = (skrivet[regel.fält] ?? '').trim();
  if (text === '' && regel.valfritt) return undefined;
  const tal = tolkaTal(text);
  if (tal !== undefined && tal >= regel.minst && tal <= regel.högst && (!regel.heltal || Number.isInteger(tal)))
    return tal;
  const enhet = regel.enhet ? `\u00a0${regel.enhet}` : '';
  fel.push({
    fält: regel.fält,
    text: `${regel.namn} ska vara ett ${regel.heltal ? 'heltal' : 'tal'} från ${visa(regel.minst)} till ${visa(regel.högst)}${enhet}.`,
  });
  return undefined;
}
