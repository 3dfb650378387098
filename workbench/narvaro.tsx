import { klockslag } from '@stegvis/ui';
import type { Hono } from 'hono';
import type { Närvarokollega } from './handlaggning-port.ts';
import { medarbetare, type Sidkontext } from './sida.tsx';

/** Who else has the case open: the page says it when it is loaded, and asks again by itself where there is script. */
export function Närvaro({ ansökan, närvarande }: { ansökan: string; närvarande: readonly Närvarokollega[] }) {
  return (
    <p
      class="presence small noprint"
      role="status"
      data-presence={`/handlaggning/arenden/${ansökan}/narvaro`}
      hidden={närvarande.length === 0}
    >
      {närvarotext(närvarande)}
    </p>
  );
}

/** The page's own sign of life, and that it is left. Answers with the sentence to show. */
export function närvarovägar(app: Hono, kontext: Sidkontext): void {
  app.post('/arenden/:id/narvaro', async (c) => {
    const närvarande = await kontext.port.närvara(medarbetare(kontext, c), c.req.param('id'));
    return närvarande ? c.json({ text: närvarotext(närvarande) }) : c.json({ text: '' }, 404);
  });
  app.post('/arenden/:id/narvaro/lamna', async (c) => {
    await kontext.port.lämna(medarbetare(kontext, c), c.req.param('id'));
    return c.body(null, 204);
  });
}

function närvarotext(närvarande: readonly Närvarokollega[]): string {
  return närvarande
    .map(({ namn, sedan, senast }) =>
      sedan === senast
        ? `${namn} öppnade ärendet klockan ${klockslag(sedan)}.`
        : `${namn} har ärendet öppet sedan klockan ${klockslag(sedan)}.`,
    )
    .join(' ');
}
