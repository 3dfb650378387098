import type { Betalfil } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { type Betalare, betalfil } from '@stegvis/integrations';

/** The payment file's content, from the payments that were put in it. The same file again gives the same bytes. */
export async function skrivBetalfil(t: TenantTransaction, fil: Betalfil, betalare: Betalare): Promise<string> {
  const utbetalningar = await t.utbetalningar.findForBetalfil(fil.id);
  const personer = new Map((await t.personer.findMany(utbetalningar.map((u) => u.mottagare))).map((p) => [p.id, p]));
  const { xml } = betalfil({
    meddelandeId: fil.meddelandeId,
    skapad: fil.skapad,
    utbetalningsdag: utbetalningar[0]?.utbetalningsdag ?? '',
    betalare,
    betalningar: utbetalningar
      .toSorted((a, b) => (a.nyckel < b.nyckel ? -1 : 1))
      .map((u) => {
        const person = personer.get(u.mottagare);
        return {
          nyckel: u.nyckel,
          belopp: u.belopp,
          mottagare: { namn: `${person?.förnamn ?? ''} ${person?.efternamn ?? ''}`.trim(), ort: betalare.ort },
          konto: u.konto,
        };
      }),
  });
  return xml;
}
