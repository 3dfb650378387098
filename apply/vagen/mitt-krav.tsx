import type { Kravbeslut } from '@stegvis/casework';
import {
  Breadcrumb,
  Details,
  datum,
  Empty,
  Line,
  Lines,
  LinkButton,
  månad,
  SumLine,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import { type Sidkontext, sökande, visa } from '../sida.tsx';
import type { MittKrav } from './krav-port.ts';

/** The requirement on the person in plain words: the hours, why, the decision and its letter. */
export function mittKravSida(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor/krav', async (c) => {
    const mitt = await kontext.port.väg.mittKrav(sökande(kontext, c));
    return visa(c, kontext, {
      title: t('Krav på att delta i aktiviteter'),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <Breadcrumb
            items={[
              { href: '/mina-sidor', label: t('Översikt') },
              { href: '/mina-sidor/vagen', label: t('Din väg till egen försörjning') },
            ]}
          />
          <h1>{t('Krav på att delta i aktiviteter')}</h1>
          {mitt.krav ? <Kravet krav={mitt.krav} mitt={mitt} /> : <IngetKrav />}
          <OmKravet />
          {mitt.tidigare.length > 0 ? <Tidigare mitt={mitt} /> : null}
        </div>
      ),
    });
  });
  app.get('/mina-sidor/krav/brev/:brev', async (c) => {
    const pdf = await kontext.port.väg.mittKravbrev(sökande(kontext, c), c.req.param('brev'));
    if (!pdf) return c.notFound();
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="aktivitetskrav.pdf"',
    });
  });
}

function IngetKrav() {
  return (
    <Empty heading={t('Du har inget krav')} level={2}>
      <p>
        {t(
          'Den som har haft försörjningsstöd tre månader i följd får oftast ett krav. Då får du ett brev om det, och en plan.',
        )}
      </p>
    </Empty>
  );
}

function Kravet({ krav, mitt }: { krav: Kravbeslut; mitt: MittKrav }) {
  const färre = krav.timmarPerVecka < krav.prövning.timmarPerVecka;
  return (
    <section class="stack" aria-labelledby="kravet">
      <h2 id="kravet">{t('Du ska delta {timmar} timmar i veckan', { timmar: tal(krav.timmarPerVecka) })}</h2>
      <p>
        {t('Kravet gäller från {från} till och med {till}.', {
          från: månad(krav.från),
          till: månad(krav.till ?? krav.från),
        })}
      </p>
      <p>{grundtext(krav)}</p>
      <p class="preline">{krav.skäl}</p>
      <p>{t('Vad du ska göra och när står i din plan.')}</p>
      <LinkButton href="/mina-sidor/plan" kind="neutral">
        {t('Läs din plan')}
      </LinkButton>
      {krav.grund === '12:4g' ? null : (
        <section class="stack-s" aria-labelledby="timmarna">
          <h3 id="timmarna">{t('Så har vi räknat timmarna')}</h3>
          <Lines>
            {krav.prövning.steg.map(({ text, timmar, grund }) => (
              <Line amount={t('{timmar} h', { timmar: tal(timmar) })} note={grund.replace(/ \(lydelse.*\)$/, '')}>
                {översatt(text)}
              </Line>
            ))}
            <SumLine amount={t('{timmar} h', { timmar: tal(krav.prövning.timmarPerVecka) })}>
              {t('Det mesta vi får kräva')}
            </SumLine>
          </Lines>
          {färre ? (
            <p>
              {t('Vi kräver {timmar} timmar i veckan. Det är färre än lagen tillåter.', {
                timmar: tal(krav.timmarPerVecka),
              })}
            </p>
          ) : null}
          <p>{t('Är något fel, eller har något ändrats? Hör av dig till oss, så räknar vi om.')}</p>
        </section>
      )}
      <Brevlänkar krav={krav} mitt={mitt} />
      <p class="muted">{t('Beslutat av {vem}, {tid}', { vem: krav.av, tid: tidpunkt(krav.beslutat) })}</p>
    </section>
  );
}

function Brevlänkar({ krav, mitt }: { krav: Kravbeslut; mitt: MittKrav }) {
  return (
    <Lines>
      {mitt.brev
        .filter((brev) => brev.krav === krav.id)
        .map((brev) => (
          <Line note={datum(brev.skapat.slice(0, 10))}>
            <a href={`/mina-sidor/krav/brev/${brev.id}`}>
              {brev.slag === 'krav' ? t('Beslutet som brev (pdf)') : t('Beslutet att kravet slutar gälla (pdf)')}
            </a>
          </Line>
        ))}
    </Lines>
  );
}

function OmKravet() {
  return (
    <section class="stack-s" aria-labelledby="bra-att-veta">
      <h2 id="bra-att-veta">{t('Bra att veta')}</h2>
      <Details summary={t('Om du blir sjuk')}>
        <p>
          {t(
            'Berätta det så snart du kan. Är du sjuk mer än sju dagar i följd behöver vi ett läkarintyg. Säger du nej till en aktivitet för att du är sjuk behöver vi det genast.',
          )}
        </p>
      </Details>
      <Details summary={t('Om du inte kan eller vill delta')}>
        <p>
          {t(
            'Berätta varför. Den som uteblir utan godtagbart skäl kan få försörjningsstödet nekat eller nedsatt. Innan något sådant beslutas får du läsa vad vi tänker och säga din sida.',
          )}
        </p>
      </Details>
      <Details summary={t('Om du får ett arbete')}>
        <p>{t('Ett arbete går före. Aktiviteterna får inte hindra dig att ta det.')}</p>
      </Details>
      <Details summary={t('Om du tycker att kravet är fel')}>
        <p>
          {t(
            'Hör av dig till oss. Kravet går inte att överklaga på vanligt sätt, men den som är medlem i kommunen kan begära att förvaltningsrätten prövar om det är lagligt. Det står i brevet hur du gör.',
          )}
        </p>
      </Details>
    </section>
  );
}

function Tidigare({ mitt }: { mitt: MittKrav }) {
  return (
    <section class="stack-s" aria-labelledby="tidigare">
      <h2 id="tidigare">{t('Tidigare krav')}</h2>
      {mitt.tidigare.map((krav) => (
        <div class="stack-s">
          <p>
            {krav.upphört
              ? t('{timmar} timmar i veckan från {från}. Slutade gälla från {slut}.', {
                  timmar: tal(krav.timmarPerVecka),
                  från: månad(krav.från),
                  slut: månad(krav.upphört.från),
                })
              : t('{timmar} timmar i veckan från {från} till och med {till}.', {
                  timmar: tal(krav.timmarPerVecka),
                  från: månad(krav.från),
                  till: månad(krav.till ?? krav.från),
                })}
          </p>
          <Brevlänkar krav={krav} mitt={mitt} />
        </div>
      ))}
    </section>
  );
}

function grundtext({ grund }: Kravbeslut): string {
  switch (grund) {
    case '12:4a':
      return t(
        'Du har haft försörjningsstöd tre månader i följd. Då säger lagen att vi ska ställa kravet (12 kap. 4 a § socialtjänstlagen).',
      );
    case '12:4d':
      return t(
        'Du har försörjningsstöd. Vi får ställa kravet redan innan tre månader har gått (12 kap. 4 d § socialtjänstlagen).',
      );
    case '12:4g':
      return t(
        'Du är sjuk och kan inte söka arbete nu. Då får vi begära att du deltar i rehabilitering mot arbete (12 kap. 4 g § socialtjänstlagen).',
      );
  }
}

const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 }).replace('-', '−');
