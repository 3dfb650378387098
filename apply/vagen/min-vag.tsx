import type { Personhändelse } from '@stegvis/casework';
import { Breadcrumb, Details, EventTimeline, Line, Lines, t, tidpunkt, översatt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { type Sidkontext, sökande, visa } from '../sida.tsx';

/** Events shown at once. */
const SENASTE = 5;

/** The person's own way to self-support: what there is to read and do, and what has happened. */
export function minVägSida(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor/vagen', async (c) => {
    const who = sökande(kontext, c);
    const händelser = await kontext.port.väg.minaPersonhändelser(who);
    return visa(c, kontext, {
      title: t('Din väg till egen försörjning'),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} />
          <h1>{t('Din väg till egen försörjning')}</h1>
          <Lines>
            {sidor().map(({ href, namn, om }) => (
              <Line note={om}>
                <a href={href}>{namn}</a>
              </Line>
            ))}
          </Lines>
          {händelser.length > 0 ? (
            <section class="stack-s" aria-labelledby="hant">
              <h2 id="hant">{t('Det här har hänt')}</h2>
              <Hänt händelser={[...händelser].reverse()} />
            </section>
          ) : null}
        </div>
      ),
    });
  });
}

/** The latest events; the older ones when asked for. */
function Hänt({ händelser }: { händelser: readonly Personhändelse[] }) {
  const rader = händelser.map((h) => ({ text: översatt(h.text), when: tidpunkt(h.tid), datetime: h.tid }));
  const äldre = rader.slice(SENASTE);
  return (
    <>
      <EventTimeline events={rader.slice(0, SENASTE)} />
      {äldre.length > 0 ? (
        <Details summary={t('Visa äldre ({antal})', { antal: äldre.length })}>
          <EventTimeline events={äldre} />
        </Details>
      ) : null}
    </>
  );
}

/** The pages of the way, in the order they are of use. */
function sidor(): { href: string; namn: string; om: string }[] {
  return [
    {
      href: '/mina-sidor/bedomning',
      namn: t('Din bedömning'),
      om: t('Frågor om vilket stöd du behöver, och vad vi kom fram till'),
    },
    {
      href: '/mina-sidor/plan',
      namn: t('Din plan'),
      om: t('Vad du vill nå, vad du ska göra och när, och ditt svar'),
    },
    {
      href: '/mina-sidor/krav',
      namn: t('Krav på att delta i aktiviteter'),
      om: t('Hur många timmar, varför, och beslutet'),
    },
    {
      href: '/mina-sidor/aktiviteter',
      namn: t('Dina aktiviteter'),
      om: t('Vad, var och när, vem du kan fråga, och din plats i kön'),
    },
    {
      href: '/mina-sidor/vecka',
      namn: t('Din vecka'),
      om: t('Vad du ska göra, var och när, och frånvaro'),
    },
    { href: '/mina-sidor/steg', namn: t('Dina steg'), om: t('Vad du gör, på väg mot egen försörjning') },
    {
      href: '/mina-sidor/samordning',
      namn: t('Samordning och samtycken'),
      om: t('Vem vi får berätta för, och pengar du kanske har rätt till'),
    },
    {
      href: '/mina-sidor/moten',
      namn: t('Dina möten'),
      om: t('Boka en tid, se vad vi kom överens om och vem som är din samordnare'),
    },
  ];
}
