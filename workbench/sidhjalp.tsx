import { Button, Details, LinkButton } from '@stegvis/ui';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { routePath } from 'hono/route';
import { HJÄLP } from './hjalp.ts';

export const PROBLEM = '/handlaggning/problem';
/** Remembers that the help is put away. */
export const HJÄLPKAKA = 'hjalp';

/** The pattern of the page that is shown, without where it is mounted: `/arenden/:id`. */
function sidmönster(c: Context): string {
  const sida = routePath(c, -1)
    .replace(/^\/handlaggning/, '')
    .replace(/\{[^}]*\}/g, '');
  return sida === '' ? '/' : sida;
}

/**
 * At the foot of every page: a short help that can be put away for good, and 'report a problem'. In the practice municipality the help
 * is open.
 */
export function Sidhjälp({ c, övning }: { c: Context; övning: boolean }) {
  const sida = sidmönster(c);
  const hjälp = getCookie(c, HJÄLPKAKA) === 'dold' ? undefined : HJÄLP[sida];
  return (
    <aside class="page-help stack-s noprint" aria-label="Hjälp">
      {hjälp ? (
        <Details summary="Hjälp till den här sidan" open={övning}>
          {hjälp.map((text) => (
            <p>{text}</p>
          ))}
          <form method="post" action={`${PROBLEM}/hjalp`}>
            <input type="hidden" name="visa" value="nej" />
            <Button kind="quiet">Visa inte hjälp längre</Button>
          </form>
        </Details>
      ) : null}
      {sida === '/problem' ? null : (
        <p>
          <LinkButton href={`${PROBLEM}?sida=${encodeURIComponent(sida)}`} kind="quiet">
            Rapportera problem
          </LinkButton>
        </p>
      )}
    </aside>
  );
}
