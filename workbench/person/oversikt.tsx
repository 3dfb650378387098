import { EventTimeline, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';

/** What has happened on the person's way to self-support. */
export function personöversikt(app: Hono, kontext: Sidkontext): void {
  app.get('/person/:person', async (c) => {
    const who = medarbetare(kontext, c);
    const huvud = await kontext.port.väg.personhuvud(who, c.req.param('person'));
    if (!huvud) return ingenPerson(c, kontext);
    const händelser = await kontext.port.väg.personhändelser(who, huvud.id);
    return visaPerson(c, kontext, {
      huvud,
      title: 'Översikt',
      flik: 'oversikt',
      children: (
        <section class="stack" aria-labelledby="handelser">
          <h1 id="handelser">{huvud.namn}</h1>
          {händelser.length === 0 ? (
            <p>Inget har hänt än.</p>
          ) : (
            <EventTimeline
              events={[...händelser].reverse().map((h) => ({
                text: h.text,
                when: tidpunkt(h.tid),
                datetime: h.tid,
                detail: h.av,
              }))}
            />
          )}
        </section>
      ),
    });
  });
}
