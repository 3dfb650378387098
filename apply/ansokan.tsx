import { dagFör, type Komplettering, ärBorta } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  datum,
  EventTimeline,
  kortDatum,
  kr,
  Line,
  Lines,
  LinkButton,
  månad,
  SummaryList,
  Tag,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import type { Frågekontext } from './fraga.ts';
import { type Sidkontext, saknas, sökande, visa } from './sida.tsx';
import { ansökansnamn, läget } from './status.ts';
import { svarsdelar } from './svar.ts';

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
    const öppen = !beslut && !ärBorta(ansökan);
    const kompletteringar = await kontext.port.kompletteringarFör(who, ansökan.id);
    const hörs = await kontext.port.yttrande(who, ansökan.id);
    return visa(c, kontext, {
      title: ansökansnamn(ansökan),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <div class="stack-s">
            <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={ansökansnamn(ansökan)} />
            <h1>{ansökansnamn(ansökan)}</h1>
            <p>
              <Tag kind={slag}>{text}</Tag>{' '}
              <span class="muted">{t('Ärende {nummer}', { nummer: bild.ärende.nummer })}</span>
            </p>
            {bild.svarSenast ? (
              <p>
                {t('Du får svar senast {när}, om vi inte behöver fråga dig om något.', {
                  när: tidpunkt(bild.svarSenast),
                })}
              </p>
            ) : null}
            {beslut ? (
              <p>
                <LinkButton href={`/mina-sidor/beslut/${ansökan.id}`} kind="go">
                  {t('Läs beslutet')}
                </LinkButton>
              </p>
            ) : null}
          </div>
          {hörs ? (
            <section class="stack-s" aria-labelledby="yttrande">
              <h2 id="yttrande">{t('Läs och svara innan vi beslutar om {månad}', { månad: månad(hörs.månad) })}</h2>
              {hörs.första ? (
                <p>
                  {t('{belopp} är redan beviljat och betalas ut medan du svarar på resten.', {
                    belopp: kr(hörs.första.belopp),
                  })}{' '}
                  <a href={`/mina-sidor/yttrande/${ansökan.id}/forsta-beslutet.pdf`}>
                    {t('Läs det första beslutet (pdf)')}
                  </a>
                </p>
              ) : null}
              <p>
                <a href={`/mina-sidor/yttrande/${ansökan.id}`}>{t('Läs och svara')}</a>
              </p>
            </section>
          ) : null}
          {kompletteringar.length > 0 ? (
            <section class="stack-s" aria-labelledby="fragor">
              <h2 id="fragor">{t('Det vi har frågat dig om')}</h2>
              <Lines>
                {kompletteringar.map((k) => (
                  <Line
                    amount={<Kompletteringsmärke komplettering={k} />}
                    note={t('Sista dag {dag}', { dag: datum(k.senast) })}
                  >
                    <a href={`/mina-sidor/komplettering/${k.id}`}>
                      {t('Frågan från {dag}', { dag: kortDatum(dagFör(k.begärd)) })}
                    </a>
                  </Line>
                ))}
              </Lines>
            </section>
          ) : null}
          <section class="stack-s" aria-labelledby="handelser">
            <h2 id="handelser">{t('Det som har hänt')}</h2>
            <EventTimeline
              label={t('Det som har hänt')}
              events={[
                ...bild.händelser.map((h) => ({ text: översatt(h.text), when: tidpunkt(h.tid), datetime: h.tid })),
                ...(öppen ? [{ text, state: 'now' as const }] : []),
              ]}
            />
          </section>
          <section class="stack-s" aria-labelledby="svar">
            <h2 id="svar">{t('Det du skickade')}</h2>
            <Details summary={t('Visa svaren')}>
              {svarsdelar(k).map((del) => (
                <SummaryList rows={del.rader} />
              ))}
            </Details>
            <p>
              <a href={`/ansok/${ansökan.id}/kvitto.pdf`}>{t('Det du skickade, som pdf')}</a>
            </p>
          </section>
          {öppen ? (
            <p>
              <a href={`/mina-sidor/ansokan/${ansökan.id}/ta-tillbaka`}>{t('Ta tillbaka ansökan')}</a>
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
      title: t('Ta tillbaka ansökan'),
      flik: 'oversikt',
      children: (
        <div class="stack">
          <h1>{t('Vill du ta tillbaka ansökan för {månad}?', { månad: månad(bild.ansökan.månad) })}</h1>
          <p>{t('Då får du inget beslut och inga pengar för månaden. Du kan ansöka igen.')}</p>
          <form method="post" action={`/mina-sidor/ansokan/${bild.ansökan.id}/ta-tillbaka`}>
            <Actions>
              <Button kind="plain">{t('Ja, ta tillbaka')}</Button>
              <LinkButton href={`/mina-sidor/ansokan/${bild.ansökan.id}`} kind="quiet">
                {t('Nej, låt den vara kvar')}
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

function Kompletteringsmärke({ komplettering: { status } }: { komplettering: Komplettering }) {
  if (status === 'besvarad') return <Tag kind="ok">{t('Besvarad')}</Tag>;
  if (status === 'aterkallad') return <Tag kind="neutral">{t('Behövs inte längre')}</Tag>;
  return <Tag kind="attention">{status === 'oppen' ? t('Väntar på ditt svar') : t('Tiden har gått ut')}</Tag>;
}
