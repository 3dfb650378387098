import { Actions, Button, LinkButton, Notice, Ringbar, t, översatt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** An adult says that the two no longer live together; what happens is told before anything does. */
export function borIsärSida(app: Hono, kontext: Sidkontext): void {
  const finns = async (c: Context) => {
    const { ärenden } = await kontext.port.översikt(sökande(kontext, c));
    const id = c.req.param('arende');
    return ärenden.some((ä) => ä.id === id && ä.status === 'oppet' && ä.medsökande !== undefined) ? id : undefined;
  };
  const show = (c: Context, id: string, fel?: string) =>
    visa(c, kontext, {
      title: t('Vi bor inte längre ihop'),
      flik: 'ansok',
      fel: fel !== undefined,
      status: fel === undefined ? 200 : 409,
      children: (
        <div class="stack">
          <h1>{t('Bor ni inte längre ihop?')}</h1>
          {fel ? (
            <Notice kind="error" live>
              <p>{fel}</p>
            </Notice>
          ) : null}
          <p class="lead">{t('Från och med nu söker ni var för sig, i var sitt ärende.')}</p>
          <ul>
            <li>{t('En gemensam ansökan som inte är beslutad tas tillbaka. Du kan söka själv direkt efteråt.')}</li>
            <li>{t('Det som redan är beslutat gäller.')}</li>
            <li>
              {t(
                'Den du har sökt med får veta att ansökan är tillbakatagen. Vi säger inte vem som tog tillbaka den eller varför, och inget om var du bor.',
              )}
            </li>
            <li>
              <Ringbar
                telefon={kontext.port.kommun.telefon}
                text={t('Ska pengar betalas till ett annat konto? Ring oss på {telefon}, {telefontid}.', {
                  telefon: kontext.port.kommun.telefon,
                  telefontid: kontext.port.kommun.telefontid,
                })}
              />
            </li>
          </ul>
          <form method="post" action={`/ansok/bor-isar/${id}`}>
            <Actions>
              <Button kind="plain">{t('Ja, vi bor isär')}</Button>
              <LinkButton href="/ansok" kind="quiet">
                {t('Nej, gå tillbaka')}
              </LinkButton>
            </Actions>
          </form>
        </div>
      ),
    });

  app.get('/ansok/bor-isar/:arende', async (c) => {
    const id = await finns(c);
    return id ? show(c, id) : saknas(c, kontext);
  });

  app.post('/ansok/bor-isar/:arende', async (c) => {
    const id = await finns(c);
    if (!id) return c.redirect('/ansok', 303);
    const delat = await kontext.port.separera(sökande(kontext, c), id);
    if (delat.ok) return c.redirect('/ansok', 303);
    return show(c, id, `${översatt(delat.refusal.text)} ${översatt(delat.refusal.tillåtet)}`);
  });
}
