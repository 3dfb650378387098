import { Button, Empty, Table, TextField, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

const AKTÖR = { person: 'Sökande', anvandare: 'Medarbetare', system: 'Systemet' } as const;

/** The audit log: who read or did what, when, about which case. */
export function granskningsSida(app: Hono, kontext: Sidkontext): void {
  app.get('/granskning', async (c) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('granskare')) return förbjudet(c, kontext);
    const ärende = c.req.query('arende')?.replaceAll('\0', '').trim() || undefined;
    const poster = await kontext.port.granskning(who, { ärende });
    return visa(c, kontext, {
      title: 'Granskningslogg',
      flik: 'granskning',
      children: (
        <div class="stack">
          <div class="wb-title">
            <h1>Granskningslogg</h1>
          </div>
          <form method="get" class="stack-s" role="search">
            <TextField
              name="arende"
              label="Ärendenummer"
              hint="Till exempel 2026-1. Lämna tomt för det senaste i hela nämnden."
              width="13"
              value={ärende ?? ''}
            />
            <div>
              <Button kind="neutral">Visa</Button>
            </div>
          </form>
          {poster.length === 0 ? (
            <Empty heading="Inget att visa">
              <p>Ingen har läst eller ändrat något i det du söker.</p>
            </Empty>
          ) : (
            <Table
              id="logg"
              caption={`De senaste ${poster.length} raderna`}
              narrow="scroll"
              columns={[{ head: 'När' }, { head: 'Vem' }, { head: 'Gjorde' }, { head: 'Ändamål' }, { head: 'Utfall' }]}
              rows={poster.map((p) => [
                tidpunkt(p.tid),
                `${AKTÖR[p.aktör.slag]} ${p.aktör.id.slice(0, 8)}`,
                p.handling,
                p.ändamål,
                p.utfall === 'tillaten' ? 'Tilläts' : 'Nekades',
              ])}
            />
          )}
        </div>
      ),
    });
  });
}
