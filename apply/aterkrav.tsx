import { kvarAttBetala, type Återkrav, återkravÄrÖppet } from '@stegvis/casework';
import {
  Actions,
  BackLink,
  Button,
  datum,
  ErrorSummary,
  kr,
  Line,
  Lines,
  LinkButton,
  Notice,
  Ringbar,
  SummaryList,
  Textarea,
  t,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, VägFrånBeslut, vägran } from './formular.tsx';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** A claim for money paid too much, as the one adult it is directed at sees it: why, answer, how to pay, and that it can be remitted. */
export function återkravSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.efterBeslut(sökande(kontext, c), c.req.param('id') ?? '');
    const återkrav = bild?.återkrav.find((å) => å.id === c.req.param('aterkrav'));
    if (!återkrav) return saknas(c, kontext);
    return visa(c, kontext, {
      title: t('Pengar att betala tillbaka'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll återkrav={återkrav} skrivet={skrivet} kontext={kontext} />,
    });
  };

  app.get('/mina-sidor/aterkrav/:id/:aterkrav', (c) => show(c, INGET_SKRIVET));

  app.post('/mina-sidor/aterkrav/:id/:aterkrav', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.svaraPåÅterkrav(sökande(kontext, c), c.req.param('aterkrav'), fält['svar'] ?? '');
    if (result.ok) return c.redirect(`/mina-sidor/aterkrav/${c.req.param('id')}/${c.req.param('aterkrav')}`, 303);
    const { refusal } = result;
    return show(c, { fält, fel: vägran(refusal, 'svar') }, refusal.fält ? 422 : 409);
  });
}

function Innehåll({ återkrav: å, skrivet, kontext }: { återkrav: Återkrav; skrivet: Skrivet; kontext: Sidkontext }) {
  const { telefon, telefontid } = kontext.port.kommun;
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack-s">
        <VägFrånBeslut ansökan={å.ansökan} här={t('Pengar att betala tillbaka')} />
        <h1>{rubrik(å)}</h1>
        {å.status === 'kommunicerat' && å.underlag ? (
          <p class="lead">{t('Svara senast {dag}. Inget är beslutat än.', { dag: datum(å.underlag.svarSenast) })}</p>
        ) : null}
      </div>
      <section class="stack-s" aria-labelledby="varfor">
        <h2 id="varfor">{t('Varför')}</h2>
        {(å.krav?.skäl ?? å.underlag?.text ?? '').split('\n').map((rad) => (
          <p lang="sv" dir="ltr">
            {rad}
          </p>
        ))}
        <p class="muted small" lang="sv">
          {å.lagrum}
        </p>
      </section>
      {å.krav ? (
        <SummaryList
          rows={[
            { key: t('Vi kräver tillbaka'), value: kr(å.krav.belopp) },
            { key: t('Kvar att betala'), value: kr(återkravÄrÖppet(å) ? kvarAttBetala(å) : 0) },
            ...(å.plan.length === 0 ? [{ key: t('Betala senast'), value: datum(å.krav.betalasSenast) }] : []),
          ]}
        />
      ) : null}
      {å.plan.length > 0 && återkravÄrÖppet(å) ? (
        <section class="stack-s" aria-labelledby="plan">
          <h2 id="plan">{t('Så här har vi kommit överens')}</h2>
          <Lines>
            {å.plan.map((del) => (
              <Line amount={kr(del.belopp)}>{datum(del.dag)}</Line>
            ))}
          </Lines>
        </section>
      ) : null}
      {återkravÄrÖppet(å) ? (
        <Notice heading={t('Kan du inte betala?')} level={2}>
          <p>
            <Ringbar
              telefon={telefon}
              text={t(
                'Ring {telefon}, {telefontid}. Du ska ha kvar det du behöver att leva på. Vi kan dela upp betalningen, eller avstå från hela eller en del av kravet.',
                {
                  telefon,
                  telefontid,
                },
              )}
            />
          </p>
          {å.krav ? (
            <p>
              {t(
                'Tycker du att kravet är fel behöver du inte överklaga. Betalar du inte av egen vilja är det förvaltningsrätten som avgör, och då får du säga vad du tycker.',
              )}
            </p>
          ) : null}
        </Notice>
      ) : null}
      {å.svar ? (
        <section class="stack-s" aria-labelledby="svarat">
          <h2 id="svarat">{t('Det du har svarat')}</h2>
          <p class="preline" dir="auto">
            {å.svar.text}
          </p>
          <p class="muted small">{tidpunkt(å.svar.tid)}</p>
        </section>
      ) : null}
      {å.status === 'kommunicerat' ? (
        <form class="card stack" method="post" action={`/mina-sidor/aterkrav/${å.ansökan}/${å.id}`} novalidate>
          <Textarea
            name="svar"
            label={t('Ditt svar')}
            hint={t('Är något fel, eller kan du inte betala? Skriv på det språk du vill.')}
            rows={6}
            value={skrivet.fält['svar'] ?? ''}
            error={skrivet.fel[0]?.text}
          />
          <p>{t('Du har rätt att tala direkt inför nämnden. Ring oss, så bokar vi en tid.')}</p>
          <Actions>
            <Button kind="go">{t('Skicka svaret')}</Button>
          </Actions>
        </form>
      ) : null}
      <Actions>
        <LinkButton href={`/mina-sidor/beslut/${å.ansökan}/om/${å.id}.pdf`} kind="neutral">
          {t('Hämta det som pdf')}
        </LinkButton>
      </Actions>
      <BackLink href={`/mina-sidor/beslut/${å.ansökan}`} />
    </div>
  );
}

function rubrik(å: Återkrav): string {
  if (å.status === 'betalat') return t('Du har betalat tillbaka allt');
  if (å.status === 'avslutat') return t('Du behöver inte betala tillbaka något mer');
  if (å.krav) return t('Vi kräver tillbaka {belopp}', { belopp: kr(å.krav.belopp) });
  return t('Vi tror att du har fått {belopp} för mycket', { belopp: kr(å.belopp) });
}
