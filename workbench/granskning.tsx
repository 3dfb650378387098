import { Button, Checkbox, Empty, Table, Tag, TextField, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

const AKTÖR = { person: 'Sökande', anvandare: 'Medarbetare', system: 'Systemet' } as const;

/** The audit log: who read or did what, when, about which case. */
export function granskningsSida(app: Hono, kontext: Sidkontext): void {
  app.get('/granskning', async (c) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('granskare')) return förbjudet(c, kontext);
    const ärende = c.req.query('arende')?.replaceAll('\0', '').trim() || undefined;
    const nekade = c.req.query('nekade') === 'ja';
    const poster = await kontext.port.granskning(who, { ärende, nekade });
    return visa(c, kontext, {
      title: 'Granskningslogg',
      flik: 'granskning',
      children: (
        <div class="stack">
          <div class="wb-title">
            <h1>Granskningslogg</h1>
          </div>
          <form method="get" class="choose-row" role="search">
            <TextField
              name="arende"
              label="Ärendenummer"
              hint="Till exempel 2026-1. Lämna tomt för det senaste i hela nämnden."
              width="13"
              value={ärende ?? ''}
            />
            <Checkbox name="nekade" value="ja" label="Bara det som nekades" checked={nekade} />
            <Button kind="neutral">Visa</Button>
          </form>
          {poster.length === 0 ? (
            <Empty heading="Inget att visa">
              <p>
                Ingen har läst eller ändrat något i det du söker. <a href="/handlaggning/granskning">Visa allt</a>
              </p>
            </Empty>
          ) : (
            <Table
              id="logg"
              caption={`De senaste ${poster.length} raderna`}
              narrow="scroll"
              columns={[
                { head: 'När' },
                { head: 'Vem' },
                { head: 'Gjorde' },
                { head: 'Ärende' },
                { head: 'Ändamål' },
                { head: 'Utfall' },
              ]}
              rows={poster.map((p) => [
                tidpunkt(p.tid),
                p.namn ?? AKTÖR[p.aktör.slag],
                p.handling,
                p.ärendenummer === undefined ? (
                  '–'
                ) : (
                  <a href={`/handlaggning/granskning?arende=${p.ärendenummer}`}>{p.ärendenummer}</a>
                ),
                p.ändamål,
                p.utfall === 'tillaten' ? 'Tilläts' : <Tag kind="attention">Nekades</Tag>,
              ])}
            />
          )}
        </div>
      ),
    });
  });
}
