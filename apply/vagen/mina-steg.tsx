import { stegetNu, stegnamn } from '@stegvis/casework';
import { Breadcrumb, datum, Line, Lines, StepChart, t, översatt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { type Sidkontext, sökande, visa } from '../sida.tsx';

/** The person's own steps: what she does, never how well. */
export function minaStegSida(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor/steg', async (c) => {
    const { trappa, linje, aktiviteter, idag } = await kontext.port.väg.minaSteg(sökande(kontext, c));
    const nu = stegetNu(linje);
    return visa(c, kontext, {
      title: t('Dina steg'),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <Breadcrumb
            items={[
              { href: '/mina-sidor', label: t('Översikt') },
              { href: '/mina-sidor/vagen', label: t('Din väg') },
            ]}
            here={t('Dina steg')}
          />
          <h1>{t('Dina steg')}</h1>
          <StepChart
            id="linje"
            caption={
              nu
                ? t('Nu: {steg}, sedan {dag}.', { steg: översatt(stegnamn(trappa, nu.steg)), dag: datum(nu.från) })
                : t('Inget steg är noterat just nu.')
            }
            steps={trappa.map(({ namn }) => översatt(namn))}
            stretches={linje.map(({ steg, från, till, text }) => ({
              step: Math.max(
                0,
                trappa.findIndex((s) => s.id === steg),
              ),
              from: från,
              to: till ?? idag,
              text: översatt(text),
            }))}
            heads={{
              table: t('Samma sak som tabell'),
              step: t('Steg'),
              from: t('Från'),
              to: t('Till'),
              what: t('Vad'),
            }}
            ongoing={t('pågår')}
            today={idag}
            note={t('Visar vad du gör, inte hur bra det går.')}
          />
          <section class="stack-s" aria-labelledby="aktiviteter">
            <h2 id="aktiviteter">{t('Dina aktiviteter')}</h2>
            {aktiviteter.length === 0 ? (
              <p>{t('Ingen aktivitet har börjat än.')}</p>
            ) : (
              <Lines>
                {aktiviteter.map((a) => (
                  <Line
                    note={
                      a.till === undefined
                        ? t('Sedan {dag}', { dag: datum(a.från) })
                        : t('{från} till {till}', { från: datum(a.från), till: datum(a.till) })
                    }
                  >
                    {översatt(a.namn)}
                  </Line>
                ))}
              </Lines>
            )}
          </section>
        </div>
      ),
    });
  });
}
