import { createHash } from 'node:crypto';
import type { Betalfil, Utbetalning } from '@stegvis/casework';
import type { JobHandler, TenantTransaction } from '@stegvis/database';
import { type Betalare, type Betalmapp, betalfil } from '@stegvis/integrations';

/**
 * The payment file's content, from the payments that were put in it. The same file again gives the same bytes. Of the payee the file
 * has what the bank asks for and no more: the name, and as town the municipality's own; where a person lives is never in it.
 */
export async function skrivBetalfil(t: TenantTransaction, fil: Betalfil, betalare: Betalare): Promise<string> {
  const utbetalningar = await t.utbetalningar.findForBetalfil(fil.id);
  const personer = new Map((await t.personer.findMany(utbetalningar.map((u) => u.mottagare))).map((p) => [p.id, p]));
  const mottagare = (u: Utbetalning) => {
    const person = personer.get(u.mottagare);
    return { namn: `${person?.förnamn ?? ''} ${person?.efternamn ?? ''}`.trim(), ort: betalare.ort };
  };
  const { xml } = betalfil({
    format: fil.format,
    meddelandeId: fil.meddelandeId,
    skapad: fil.skapad,
    utbetalningsdag: utbetalningar[0]?.utbetalningsdag ?? '',
    betalare,
    betalningar: utbetalningar
      .toSorted((a, b) => (a.nyckel < b.nyckel ? -1 : 1))
      .map(({ nyckel, belopp, giro, ...u }) =>
        giro
          ? {
              nyckel,
              belopp,
              mottagare: { namn: giro.namn, ort: giro.ort },
              giro: { slag: giro.slag, nummer: giro.nummer },
              referens: giro.referens,
            }
          : { nyckel, belopp, mottagare: mottagare({ nyckel, belopp, giro, ...u }), konto: u.konto },
      ),
  });
  return xml;
}

/** SHA-256 of a file's bytes, hex. */
export function filhash(innehåll: string | Uint8Array): string {
  return createHash('sha256').update(innehåll).digest('hex');
}

/**
 * Hands a released file to the bank's folder: first it is made ready and that is noted, then, in a transaction of its own, it is moved in
 * and that is noted. Killed anywhere and run again, the file is handed over once.
 */
export function levereraBetalfilJobb(delar: {
  readonly mapp: Betalmapp | undefined;
  readonly nu: () => Date;
}): JobHandler {
  return async ({ tenant: t, data, enqueue }) => {
    const fil = await t.utbetalningar.lockBetalfil(data.id);
    if (fil?.status !== 'slappt' || fil.innehåll === undefined) return;
    if (fil.leverans !== undefined && (fil.leverans.slag !== 'mapp' || fil.leverans.lage === 'levererad')) return;
    if (!delar.mapp) throw new Error('STEGVIS_BETALMAPP is not set');
    const namn = `${fil.meddelandeId}.xml`;
    const tid = delar.nu().toISOString();
    if (fil.leverans === undefined) {
      if (filhash(fil.innehåll) !== fil.sha256) throw new Error(`the content of ${fil.id} is not what was released`);
      await delar.mapp.läggFram(namn, fil.innehåll);
      await t.utbetalningar.saveBetalfil({ ...fil, leverans: { slag: 'mapp', lage: 'framlagd', tid, fil: namn } });
      await enqueue(t, 'leverera-betalfil', { id: fil.id });
      return;
    }
    await delar.mapp.lämna(namn);
    await t.utbetalningar.saveBetalfil({ ...fil, leverans: { slag: 'mapp', lage: 'levererad', tid, fil: namn } });
  };
}
