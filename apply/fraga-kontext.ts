import type { Context } from 'hono';
import type { Frågekontext } from './fraga.ts';
import { type Sidkontext, sökande } from './sida.tsx';

/** What the questions of the application in the address need; undefined when it is not this person's. */
export async function frågekontext(c: Context, kontext: Sidkontext): Promise<Frågekontext | undefined> {
  const who = sökande(kontext, c);
  const bild = await kontext.port.hämta(who, c.req.param('id') ?? '');
  if (!bild) return undefined;
  const igen = bild.ansökan.slag === 'ateransokan' && bild.ansökan.status === 'utkast';
  const förra = igen ? (await kontext.port.startförslag(who)).föregående : undefined;
  return { ansökan: bild.ansökan, vuxna: bild.vuxna, port: kontext.port, förra };
}
