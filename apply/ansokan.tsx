import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  EventTimeline,
  LinkButton,
  månad,
  SummaryList,
  Tag,
  tidpunkt,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import type { Frågekontext } from './fraga.ts';
import { FRÅGOR } from './fragor/index.ts';
import { övrigt } from './fragor/ovrigt.tsx';
import { type Sidkontext, saknas, sökande, visa } from './sida.tsx';
import { läget } from './status.ts';

/** One application: what has happened, what was answered, and how to withdraw it. */
export function ansökanSida(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor/ansokan/:id', async (c) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id'));
    if (!bild) return saknas(c, kontext);
    const { ansökan, beslut } = bild;
    if (ansökan.status === 'utkast') return c.redirect(`/ansok/${ansökan.id}`, 303);
    const k: Frågekontext = { ansökan, vuxna: bild.vuxna, port: kontext.port, läsare: who.id };
    const { text, slag } = läget(ansökan, beslut);
    const öppen = !beslut && ansökan.status !== 'aterkallad';
    return visa(c, kontext, {
      title: `Ansökan för ${månad(ansökan.månad)}`,
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <div class="stack-s">
            <Breadcrumb items={[{ href: '/mina-sidor', label: 'Översikt' }]} here={månad(ansökan.månad)} />
            <h1>Ansökan för {månad(ansökan.månad)}</h1>
            <p>
              <Tag kind={slag}>{text}</Tag> <span class="muted">Ärende {bild.ärende.nummer}</span>
            </p>
            {bild.svarSenast ? (
              <p>Du får svar senast {tidpunkt(bild.svarSenast)}, om vi inte behöver fråga dig om något.</p>
            ) : null}
            {beslut ? (
              <p>
                <LinkButton href={`/mina-sidor/beslut/${ansökan.id}`} kind="go">
                  Läs beslutet
                </LinkButton>
              </p>
            ) : null}
          </div>
          <section class="stack-s" aria-labelledby="handelser">
            <h2 id="handelser">Det som har hänt</h2>
            <EventTimeline
              label="Det som har hänt"
              events={bild.händelser.map((h, i) => ({
                text: h.text,
                when: tidpunkt(h.tid),
                datetime: h.tid,
                ...(öppen && i === bild.händelser.length - 1 ? { state: 'now' as const } : {}),
              }))}
            />
          </section>
          <section class="stack-s" aria-labelledby="svar">
            <h2 id="svar">Det du skickade</h2>
            <Details summary="Visa svaren">
              {FRÅGOR.filter((fråga) => fråga !== övrigt || who.id === ansökan.sökande).map((fråga) => (
                <SummaryList
                  rows={fråga.sammanfattning(ansökan.uppgifter, k).map(({ key, value }) => ({ key, value }))}
                />
              ))}
            </Details>
            <p>
              <a href={`/ansok/${ansökan.id}/kvitto.pdf`}>Det du skickade, som pdf</a>
            </p>
          </section>
          {öppen ? (
            <p>
              <a href={`/mina-sidor/ansokan/${ansökan.id}/ta-tillbaka`}>Ta tillbaka ansökan</a>
            </p>
          ) : null}
        </div>
      ),
    });
  });

  app.get('/mina-sidor/ansokan/:id/ta-tillbaka', async (c) => {
    const bild = await kontext.port.hämta(sökande(kontext, c), c.req.param('id'));
    if (!bild || bild.beslut) return saknas(c, kontext);
    return visa(c, kontext, {
      title: 'Ta tillbaka ansökan',
      flik: 'oversikt',
      children: (
        <div class="stack">
          <h1>Vill du ta tillbaka ansökan för {månad(bild.ansökan.månad)}?</h1>
          <p>Då får du inget beslut och inga pengar för månaden. Du kan ansöka igen.</p>
          <form method="post" action={`/mina-sidor/ansokan/${bild.ansökan.id}/ta-tillbaka`}>
            <Actions>
              <Button kind="plain">Ja, ta tillbaka</Button>
              <LinkButton href={`/mina-sidor/ansokan/${bild.ansökan.id}`} kind="quiet">
                Nej, låt den vara kvar
              </LinkButton>
            </Actions>
          </form>
        </div>
      ),
    });
  });

  app.post('/mina-sidor/ansokan/:id/ta-tillbaka', async (c) => {
    const result = await kontext.port.återkalla(sökande(kontext, c), c.req.param('id'));
    return result.ok ? c.redirect('/mina-sidor', 303) : saknas(c, kontext);
  });
}
