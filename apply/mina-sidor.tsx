import { Empty, LinkButton, månad, Notice, Tag } from '@stegvis/ui';
import type { Hono } from 'hono';
import type { Ansökansrad } from './port.ts';
import { type Sidkontext, sökande, visa } from './sida.tsx';
import { läget } from './status.ts';

/** What waits for me, and my applications with where each is. */
export function minaSidor(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor', async (c) => {
    const who = sökande(kontext, c);
    const { ansökningar, attSkrivaUnder } = await kontext.port.översikt(who);
    const utkast = ansökningar.filter((rad) => rad.ansökan.status === 'utkast');
    const skickade = ansökningar.filter((rad) => rad.ansökan.status !== 'utkast');
    return visa(c, kontext, {
      title: 'Översikt',
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <h1>Översikt</h1>
          {attSkrivaUnder.map((ansökan) => (
            <Notice kind="attention" level={2} heading={`Läs och skriv under ansökan för ${månad(ansökan.månad)}`}>
              <p>Din partner har skickat en ansökan för er båda. Vi börjar när du har skrivit under.</p>
              <p>
                <LinkButton href={`/skriv-under/${ansökan.id}`} kind="go">
                  Läs och skriv under
                </LinkButton>
              </p>
            </Notice>
          ))}
          {utkast.map(({ ansökan }) => (
            <Notice kind="attention" level={2} heading={`Din ansökan för ${månad(ansökan.månad)} är inte skickad`}>
              <p>Allt du har skrivit är sparat.</p>
              <p>
                <LinkButton href={`/ansok/${ansökan.id}`} kind="go">
                  Fortsätt ansökan
                </LinkButton>
              </p>
            </Notice>
          ))}
          <section class="stack-s" aria-labelledby="ansokningar">
            <h2 id="ansokningar">Dina ansökningar</h2>
            {skickade.length === 0 ? (
              <Empty heading="Du har inte skickat någon ansökan">
                <p>När du har ansökt ser du här vad som händer.</p>
              </Empty>
            ) : (
              <ul class="lines">{skickade.map(Rad)}</ul>
            )}
          </section>
          {utkast.length === 0 ? (
            <p>
              <LinkButton href="/ansok" kind={attSkrivaUnder.length > 0 ? 'neutral' : 'go'}>
                Ansök
              </LinkButton>
            </p>
          ) : null}
        </div>
      ),
    });
  });
}

function Rad({ ansökan, beslut }: Ansökansrad) {
  const { text, slag } = läget(ansökan, beslut);
  return (
    <li class="line">
      <span>
        <a href={beslut ? `/mina-sidor/beslut/${ansökan.id}` : `/mina-sidor/ansokan/${ansökan.id}`}>
          {månad(ansökan.månad)}
        </a>
      </span>
      <span>
        <Tag kind={slag}>{text}</Tag>
      </span>
    </li>
  );
}
