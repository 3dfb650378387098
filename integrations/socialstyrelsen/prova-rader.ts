import { luhn } from '../betalning/giro.ts';
import type { Kolumn, Postbeskrivning } from './postbeskrivning.ts';
import { UPPGIFTER } from './uppgifter.ts';

/** One record's facts, by the names in `UPPGIFTER`; undefined where there is nothing to say. */
export interface Post {
  /** The case or the person, for our own list of faults. */
  readonly id: string;
  /** What the record is called on the page; never a protected person's number or name. */
  readonly benämning: string;
  readonly uppgifter: Readonly<Record<string, string | number | undefined>>;
  /** Faults that were found where the record was read. */
  readonly fel: readonly Postfel[];
}

export interface Postfel {
  /** The column, or the fact. */
  readonly fält: string;
  /** What is wrong and what is needed. */
  readonly text: string;
}

export interface PrövadPost {
  readonly post: Post;
  /** The cells as they stand in the file; meaningless while there are faults. */
  readonly celler: readonly string[];
  readonly fel: readonly Postfel[];
}

/** Tries every record against the layout, row by row and column by column. */
export function prövaPoster(b: Postbeskrivning, poster: readonly Post[]): PrövadPost[] {
  return poster.map((post) => {
    const fel = [...post.fel];
    const celler = b.kolumner.map((k) => {
      const cell = cellen(b, k, post);
      if (typeof cell === 'string') return cell;
      fel.push({ fält: k.namn, text: cell.fel });
      return '';
    });
    return { post, celler, fel };
  });
}

function cellen(b: Postbeskrivning, k: Kolumn, { uppgifter }: Post): string | { fel: string } {
  if (k.fast !== undefined) return k.fast;
  const uppgift = UPPGIFTER[b.slag][k.kalla ?? ''];
  const värde = uppgifter[k.kalla ?? ''];
  if (!uppgift || värde === undefined || värde === '') {
    if (k.kalla?.startsWith('medsokande.') && uppgifter['medsokande'] === undefined) return k.saknas;
    if (k.kalla?.endsWith('.hinder'))
      return {
        fel: 'Försörjningshindret är inte bedömt. Bedöm det för varje vuxen, på personens sida eller i ansökan.',
      };
    return k.kravs ? { fel: `Uppgiften saknas och måste finnas: ${uppgift?.namn ?? k.kalla}.` } : k.saknas;
  }
  let text = String(värde);
  if (uppgift.slag === 'heltal' && (!Number.isInteger(värde) || Number(värde) < 0))
    return { fel: `${uppgift.namn} ska vara ett heltal som inte är negativt, inte ${text}.` };
  if (uppgift.slag === 'personnummer' && !(/^\d{12}$/.test(text) && luhn(text.slice(2))))
    return { fel: 'Personnumret ska ha tolv siffror och stämma med sin kontrollsiffra. Rätta det på personen.' };
  if (k.kodlista !== undefined) {
    const lista = b.kodlistor[k.kodlista] ?? {};
    if (!Object.hasOwn(lista, text))
      return {
        fel: `Kodlistan ”${k.kodlista}” har ingen kod för ”${uppgift.värden?.[text] ?? text}”. Lägg till koden i postbeskrivningen.`,
      };
    text = lista[text]!;
  }
  if (k.bredd !== undefined && text.length > k.bredd) return { fel: `”${text}” får inte plats på ${k.bredd} tecken.` };
  if (b.format === 'avgransad' && b.avgransare !== undefined && text.includes(b.avgransare))
    return { fel: 'Uppgiften innehåller tecknet som skiljer kolumnerna åt.' };
  return text;
}
