import { SAKNAS } from '@stegvis/statistics';
import { z } from 'zod';

/** A district of the board, and the beginnings of the postal codes that belong to it. */
export interface Distrikt {
  readonly namn: string;
  readonly postnummer: readonly string[];
}

const schema = z.array(
  z.object({
    namn: z.string().trim().min(2, 'Skriv vad distriktet heter.').max(60, 'Namnet får ha högst 60 tecken.'),
    postnummer: z.array(z.string().regex(/^\d{2,5}$/, 'Skriv två till fem siffror, utan mellanslag.')).min(1),
  }),
);

/** The districts in the board's settings (`distrikt`); none until the board has written them. @throws when what is stored cannot be read */
export function läsDistrikt(inställningar: unknown): readonly Distrikt[] {
  return z.object({ distrikt: schema.nullish() }).parse(inställningar ?? {}).distrikt ?? [];
}

/** Which district a postal code belongs to: the one with the longest beginning that fits. */
export function distriktFör(distrikt: readonly Distrikt[], postnummer: string | undefined): string {
  const siffror = (postnummer ?? '').replaceAll(' ', '');
  const träff = distrikt
    .flatMap(({ namn, postnummer: börjar }) => börjar.map((början) => ({ namn, början })))
    .filter(({ början }) => siffror !== '' && siffror.startsWith(början))
    .toSorted((a, b) => b.början.length - a.början.length)[0];
  return träff?.namn ?? SAKNAS;
}

/** The districts as they are written in a form, one on each line: `Norr: 441, 44230`. */
export function skrivDistrikt(distrikt: readonly Distrikt[]): string {
  return distrikt.map(({ namn, postnummer }) => `${namn}: ${postnummer.join(', ')}`).join('\n');
}

/** Reads what `skrivDistrikt` wrote, as somebody has changed it. */
export function tolkaDistrikt(text: string): { ok: true; distrikt: Distrikt[] } | { ok: false; fel: string[] } {
  const fel: string[] = [];
  const distrikt: Distrikt[] = [];
  const ägare = new Map<string, string>();
  for (const [i, rad] of text.split(/\r?\n/).entries()) {
    if (rad.trim() === '') continue;
    const [namn = '', nummer = ''] = rad.split(':', 2).map((del) => del.trim());
    const postnummer = nummer
      .split(/[,;]/)
      .map((n) => n.replaceAll(/\s/g, ''))
      .filter((n) => n !== '');
    const läst = schema.element.safeParse({ namn, postnummer });
    if (!läst.success)
      fel.push(
        `Rad ${i + 1}: ${läst.error.issues[0]?.path[0] === 'namn' ? läst.error.issues[0].message : 'Skriv namnet, kolon och början på postnumren, till exempel "Norr: 441, 44230".'}`,
      );
    else if (läst.data.namn === SAKNAS || distrikt.some((d) => d.namn === läst.data.namn))
      fel.push(`Rad ${i + 1}: ${läst.data.namn} finns redan. Varje distrikt ska ha sitt namn.`);
    else {
      for (const n of läst.data.postnummer) {
        const annat = ägare.get(n);
        if (annat !== undefined) fel.push(`Rad ${i + 1}: ${n} hör redan till ${annat}.`);
        ägare.set(n, läst.data.namn);
      }
      distrikt.push(läst.data);
    }
  }
  if (distrikt.length > 100) fel.push('Skriv högst 100 distrikt.');
  return fel.length > 0 ? { ok: false, fel: fel.slice(0, 20) } : { ok: true, distrikt };
}
