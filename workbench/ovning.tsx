import { Actions, Button, Notice } from '@stegvis/ui';
import type { Hono } from 'hono';
import { Styrningsflikar } from './automatik.tsx';
import { medarbetare, type Sidkontext, visa } from './sida.tsx';

/** The practice municipality: what it is, and starting over. */
export function övningsSida(app: Hono, kontext: Sidkontext): void {
  app.get('/ovning', (c) => {
    const who = medarbetare(kontext, c);
    const { övning } = kontext.port;
    return visa(c, kontext, {
      title: 'Övning',
      flik: 'styrning',
      ...(övning ? {} : { status: 404 as const }),
      children: övning ? (
        <div class="stack">
          <Styrningsflikar flik="ovning" who={who} övning />
          <h1>Övning</h1>
          <p>
            Här är alla personer, ärenden och konton påhittade. Inga brev, betalningar eller meddelanden lämnar
            övningen, och inga riktiga register tillfrågas.
          </p>
          <form method="post" action="/handlaggning/ovning" class="panel stack">
            <h2>Börja om</h2>
            <p>
              Allt som har gjorts i övningen läggs undan för alla, och de påhittade ärendena är som från början. Du får
              logga in igen.
            </p>
            <Actions>
              <Button kind="neutral">Börja om från början</Button>
            </Actions>
          </form>
        </div>
      ) : (
        <Notice kind="attention" heading="Det här är inte övningen">
          <p>Övningen startas för sig. Be den som sköter driften.</p>
        </Notice>
      ),
    });
  });

  app.post('/ovning', async (c) => {
    const { övning } = kontext.port;
    if (!övning) return c.redirect('/handlaggning/ovning', 303);
    await övning.börjaOm(medarbetare(kontext, c));
    return c.redirect('/handlaggning', 303);
  });
}
