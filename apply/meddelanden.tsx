import { LÄNGSTA_MEDDELANDE } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Empty,
  ErrorSummary,
  type FieldError,
  Notice,
  Panel,
  Textarea,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { formfält, type Sidkontext, sökande, visa } from './sida.tsx';

/** The person's own thread with the staff. The other adult of the household has another. */
export function meddelandeSida(app: Hono, kontext: Sidkontext): void {
  const show = async (
    c: Context,
    skrivet: { text: string; fel: readonly FieldError[] },
    status: 200 | 409 | 422 = 200,
  ) => {
    const { meddelanden, kanSkriva } = await kontext.port.meddelanden(sökande(kontext, c));
    const { telefon } = kontext.port.kommun;
    return visa(c, kontext, {
      title: t('Meddelanden'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={skrivet.fel} />
          <div class="stack-s">
            <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={t('Meddelanden')} />
            <h1>{t('Meddelanden')}</h1>
            <p>{t('Bara du och vi som arbetar med ditt ärende läser det här. Den du bor med ser det inte.')}</p>
          </div>
          {c.req.query('skickat') !== undefined ? (
            <Notice kind="ok" live>
              <p>{t('Meddelandet är skickat.')}</p>
            </Notice>
          ) : null}
          <section class="stack" aria-label={t('Tidigare meddelanden')}>
            {meddelanden.length === 0 ? (
              <Empty heading={t('Inga meddelanden än')} level={2} />
            ) : (
              meddelanden.map((m) => (
                <Panel card={m.riktning === 'till-oss'}>
                  <h2 class="small">
                    {m.riktning === 'till-oss' ? t('Från dig') : t('Från oss')}
                    {', '}
                    <time datetime={m.skickat}>{tidpunkt(m.skickat)}</time>
                  </h2>
                  <div class="stack-s">
                    {m.text
                      .split('\n')
                      .filter((rad) => rad.trim() !== '')
                      .map((rad) => (
                        <p dir="auto">{rad}</p>
                      ))}
                  </div>
                  {m.riktning === 'till-oss' ? (
                    <p class="muted small">{m.läst ? t('Läst {när}', { när: tidpunkt(m.läst) }) : t('Inte läst än')}</p>
                  ) : null}
                </Panel>
              ))
            )}
          </section>
          {kanSkriva ? (
            <form method="post" action="/mina-sidor/meddelanden" class="stack">
              <Textarea
                name="text"
                label={t('Skriv till oss')}
                hint={t('Högst {antal} tecken. Vi läser på vardagar. Är det bråttom, ring {telefon}.', {
                  antal: LÄNGSTA_MEDDELANDE,
                  telefon,
                })}
                value={skrivet.text}
                error={skrivet.fel.find((f) => f.id === 'text')?.text}
                rows={6}
              />
              <Actions>
                <Button kind="go">{t('Skicka')}</Button>
              </Actions>
            </form>
          ) : (
            <p>{t('Du har inget ärende hos oss än. Ring {telefon} om du vill fråga något.', { telefon })}</p>
          )}
        </div>
      ),
    });
  };

  app.get('/mina-sidor/meddelanden', (c) => show(c, { text: '', fel: [] }));

  app.post('/mina-sidor/meddelanden', async (c) => {
    const { text = '' } = await formfält(c);
    const result = await kontext.port.skrivMeddelande(sökande(kontext, c), text);
    if (result.ok) return c.redirect('/mina-sidor/meddelanden?skickat', 303);
    const { refusal } = result;
    const fel = refusal.fält?.map(({ fält, text: sats }) => ({ id: fält, text: översatt(sats) })) ?? [
      { id: 'text', text: `${översatt(refusal.text)} ${översatt(refusal.tillåtet)}` },
    ];
    return show(c, { text, fel }, refusal.fält ? 422 : 409);
  });
}
