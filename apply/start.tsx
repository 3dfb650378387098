import { Actions, dokument, EnkelSida, LinkButton, Notice } from '@stegvis/ui';
import { Hono } from 'hono';
import type { Kommuninfo } from './port.ts';
import { municipality } from './sida.tsx';

/** The public first page. */
export function startSida({ kommun }: { kommun: Kommuninfo }): Hono {
  const app = new Hono();
  app.get('/', (c) =>
    c.html(
      dokument(
        <EnkelSida title="Ekonomiskt bistånd" municipality={municipality(kommun)} quickExitHref="https://www.smhi.se">
          <div class="stack-l">
            <div class="stack">
              <h1>Ekonomiskt bistånd</h1>
              <p class="lead">
                Om pengarna inte räcker till det du behöver kan du få ekonomiskt bistånd. Här ansöker du och ser ditt
                beslut.
              </p>
              <Actions>
                <LinkButton href="/ansok" kind="go">
                  Ansök
                </LinkButton>
                <LinkButton href="/mina-sidor" kind="plain">
                  Se dina ansökningar och beslut
                </LinkButton>
              </Actions>
            </div>
            <Notice kind="attention" level={2} heading="Behöver du mat, medicin eller någonstans att sova i dag?">
              <p>
                Ring oss nu: <b>{kommun.telefon}</b>, {kommun.telefontid}. Du får prata med en människa samma dag.
              </p>
            </Notice>
            <section class="stack-s" aria-labelledby="prova">
              <h2 id="prova">Osäker på om du kan få bistånd?</h2>
              <p>Prova att räkna först. Du behöver inte logga in och vi sparar ingenting.</p>
              <p>
                <LinkButton href="/provberakning" kind="neutral">
                  Gör en provberäkning
                </LinkButton>
              </p>
            </section>
            <section class="stack-s" aria-labelledby="sa">
              <h2 id="sa">Så går det till</h2>
              <ol>
                <li>Du loggar in med e-legitimation och svarar på några frågor. Allt sparas medan du skriver.</li>
                <li>Vi hämtar uppgifter från andra myndigheter, så att du slipper skicka dem.</li>
                <li>
                  Kan vi ge dig allt du söker får du ofta svar direkt. Annars läser en handläggare och svarar så fort
                  det går.
                </li>
                <li>Du ser hur vi har räknat, och kan överklaga om du inte håller med.</li>
              </ol>
            </section>
          </div>
        </EnkelSida>,
      ),
    ),
  );
  return app;
}
