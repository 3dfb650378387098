import { Actions, dokument, EnkelSida, LinkButton, Notice, Ringbar, t } from '@stegvis/ui';
import { Hono } from 'hono';
import type { Kommuninfo } from './port.ts';
import { municipality, SNABB_UTVÄG } from './sida.tsx';

/** The public first page. */
export function startSida({ kommun }: { kommun: Kommuninfo }): Hono {
  const app = new Hono();
  app.get('/', (c) =>
    c.html(
      dokument(
        <EnkelSida title={t('Ekonomiskt bistånd')} municipality={municipality(kommun)} quickExitHref={SNABB_UTVÄG}>
          <div class="stack-l">
            <div class="stack">
              <h1>{t('Ekonomiskt bistånd')}</h1>
              <p class="lead">
                {t(
                  'Om pengarna inte räcker till det du behöver kan du få ekonomiskt bistånd. Här ansöker du och ser ditt beslut.',
                )}
              </p>
              <Actions>
                <LinkButton href="/ansok" kind="go">
                  {t('Ansök')}
                </LinkButton>
                <LinkButton href="/mina-sidor" kind="plain">
                  {t('Se dina ansökningar och beslut')}
                </LinkButton>
              </Actions>
            </div>
            <Notice kind="attention" level={2} heading={t('Behöver du mat, medicin eller någonstans att sova i dag?')}>
              <p>
                <Ringbar
                  telefon={kommun.telefon}
                  text={t('Ring oss nu: {telefon}, {telefontid}. Du får prata med en människa samma dag.', {
                    telefon: kommun.telefon,
                    telefontid: kommun.telefontid,
                  })}
                />
              </p>
              <p>
                <LinkButton href="/akut" kind="neutral">
                  {t('Få hjälp i dag')}
                </LinkButton>
              </p>
            </Notice>
            <section class="stack-s" aria-labelledby="prova">
              <h2 id="prova">{t('Osäker på om du kan få bistånd?')}</h2>
              <p>{t('Prova att räkna först. Du behöver inte logga in och vi sparar ingenting.')}</p>
              <p>
                <LinkButton href="/provberakning" kind="neutral">
                  {t('Gör en provberäkning')}
                </LinkButton>
              </p>
            </section>
            <section class="stack-s" aria-labelledby="sa">
              <h2 id="sa">{t('Så går det till')}</h2>
              <ol>
                <li>
                  {t('Du loggar in med e-legitimation och svarar på några frågor. Allt sparas medan du skriver.')}
                </li>
                <li>{t('Vi hämtar uppgifter från andra myndigheter, så att du slipper skicka dem.')}</li>
                <li>
                  {t(
                    'Kan vi ge dig allt du söker får du ofta svar direkt. Annars läser en handläggare och svarar så fort det går.',
                  )}
                </li>
                <li>{t('Du ser hur vi har räknat, och kan överklaga om du inte håller med.')}</li>
              </ol>
            </section>
          </div>
        </EnkelSida>,
      ),
    ),
  );
  return app;
}
