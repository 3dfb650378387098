import { väntarPåUnderskrift } from '@stegvis/casework';
import { Actions, LinkButton, månad, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** After sending: what happens next and when, and exactly what was sent. */
export function skickadSida(app: Hono, kontext: Sidkontext): void {
  app.get('/ansok/:id/skickad', async (c) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id'));
    if (!bild || bild.ansökan.inskickad === undefined) return saknas(c, kontext);
    const { ansökan } = bild;
    const väntar = väntarPåUnderskrift(ansökan);
    return visa(c, kontext, {
      title: 'Din ansökan är skickad',
      flik: 'ansok',
      children: (
        <div class="stack-l">
          <div class="stack">
            <h1>{väntar.length > 0 ? 'En underskrift kvar' : 'Vi har tagit emot din ansökan'}</h1>
            <p class="lead">
              {väntar.length > 0
                ? `Din partner loggar in här på sidan och skriver under. Först då börjar vi med ansökan för ${månad(ansökan.månad)}.`
                : `Ansökan för ${månad(ansökan.månad)} kom in ${tidpunkt(ansökan.inkommen ?? ansökan.inskickad!)}.`}
            </p>
          </div>
          <section class="stack-s" aria-labelledby="hander">
            <h2 id="hander">Det här händer nu</h2>
            <ol>
              {väntar.length > 0 ? <li>Din partner skriver under.</li> : null}
              <li>Vi hämtar uppgifter från Försäkringskassan, Arbetsförmedlingen, CSN och a-kassorna.</li>
              <li>Vi räknar. Kan vi ge dig allt du söker får du svar direkt. Annars läser en handläggare.</li>
              {bild.svarSenast ? (
                <li>Du får svar senast {tidpunkt(bild.svarSenast)}, om vi inte behöver fråga dig om något.</li>
              ) : null}
            </ol>
          </section>
          <Actions>
            <LinkButton href={`/mina-sidor/ansokan/${ansökan.id}`} kind="go">
              Följ din ansökan
            </LinkButton>
            <LinkButton href={`/ansok/${ansökan.id}/kvitto.pdf`} kind="neutral">
              Det du skickade, som pdf
            </LinkButton>
          </Actions>
        </div>
      ),
    });
  });

  app.get('/ansok/:id/kvitto.pdf', async (c) => {
    const pdf = await kontext.port.kvitto(sökande(kontext, c), c.req.param('id'));
    if (!pdf) return saknas(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="ansokan.pdf"',
    });
  });
}
