import { type Genomförandeplan, gällandePlan } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  Empty,
  ErrorSummary,
  kortDatum,
  Line,
  Lines,
  LinkButton,
  Notice,
  RadioGroup,
  SummaryList,
  Tag,
  Textarea,
  TimeBands,
  t,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, vägran } from '../formular.tsx';
import { formfält, type Sidkontext, saknas, sökande, visa } from '../sida.tsx';
import { områdesnamn, type Planblad, type Planbladspost, planblad, planläge, tal } from './planblad.ts';

const VÄG = '/mina-sidor/plan';

/** The person's own plan in plain words: read, answered, printed, and every version that she has been given. */
export function minPlanSida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const planer = await väg.minaPlaner(sökande(kontext, c));
    const vald = c.req.param('nummer');
    const plan =
      vald === undefined
        ? (planer.find((p) => p.status === 'lamnad') ?? gällandePlan(planer))
        : planer.find((p) => String(p.nummer) === vald);
    if (vald !== undefined && !plan) return saknas(c, kontext);
    return visa(c, kontext, {
      title: t('Din plan'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <Breadcrumb
            items={[
              { href: '/mina-sidor', label: t('Översikt') },
              { href: '/mina-sidor/vagen', label: t('Din väg till egen försörjning') },
              ...(vald === undefined ? [] : [{ href: VÄG, label: t('Din plan') }]),
            ]}
          />
          <ErrorSummary errors={skrivet.fel} />
          {plan ? (
            <Planen plan={plan} planer={planer} idag={kontext.port.idag()} skrivet={skrivet} />
          ) : (
            <IngenPlan planer={planer} />
          )}
        </div>
      ),
    });
  };

  app.get(VÄG, (c) => show(c));
  app.get(`${VÄG}/:nummer{[0-9]+}`, (c) => show(c));

  app.get(`${VÄG}/:nummer{[0-9]+}/pdf`, async (c) => {
    const pdf = await väg.minPlanPdf(sökande(kontext, c), c.req.param('nummer'));
    if (!pdf) return saknas(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="plan.pdf"',
    });
  });

  app.post(`${VÄG}/:plan/svar`, async (c) => {
    const fält = await formfält(c);
    const svar = fält['instammer'];
    if (svar !== 'ja' && svar !== 'nej')
      return show(c, { fel: [{ id: 'instammer', text: t('Välj om du håller med eller inte.') }], fält }, 422);
    const result = await väg.svaraPåMinPlan(sökande(kontext, c), c.req.param('plan'), {
      instämmer: svar === 'ja',
      synpunkt: fält['synpunkt'] ?? '',
    });
    if (result.ok) return c.redirect(VÄG, 303);
    if (result.refusal.kod === 'finns-inte') return saknas(c, kontext);
    return show(c, { fel: vägran(result.refusal, 'instammer'), fält }, result.refusal.fält ? 422 : 409);
  });
}

function IngenPlan({ planer }: { planer: readonly Genomförandeplan[] }) {
  return (
    <>
      <h1>{t('Din plan')}</h1>
      <Empty heading={t('Du har ingen plan just nu')} level={2}>
        <p>
          {t(
            'Du och din samordnare gör planen tillsammans. I den står vad du vill nå och vad ni har kommit överens om att du ska göra.',
          )}
        </p>
        <p>
          <a href="/mina-sidor/moten">{t('Dina möten')}</a>
        </p>
      </Empty>
      <Versioner planer={planer} />
    </>
  );
}

interface Del {
  readonly plan: Genomförandeplan;
  readonly planer: readonly Genomförandeplan[];
  readonly idag: string;
  readonly skrivet: Skrivet;
}

function Planen({ plan, planer, idag, skrivet }: Del) {
  const väntar = plan.status === 'lamnad';
  const gäller = gällandePlan(planer);
  const { rubrik, giltighet, mål, göra, uppehåll, svar, sedan } = planblad(plan);
  return (
    <>
      <div class="stack-s">
        <h1>{rubrik}</h1>
        <p>
          <Läge plan={plan} /> {giltighet}
        </p>
        <p class="noprint">
          <LinkButton href={`${VÄG}/${plan.nummer}/pdf`} kind="neutral">
            {t('Skriv ut eller spara planen (PDF)')}
          </LinkButton>
        </p>
      </div>
      {väntar ? (
        <Notice kind="attention" level={2} heading={t('Läs planen och svara')}>
          <p>
            {t('Du kan hålla med, eller skriva vad du inte håller med om. Det du skriver ändras inte av någon annan.')}
          </p>
          {gäller && gäller.id !== plan.id ? (
            <p>
              <a href={`${VÄG}/${gäller.nummer}`}>{t('Planen som gäller till dess')}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      <section class="stack-s" aria-labelledby="mal">
        <h2 id="mal">{mål.rubrik}</h2>
        {mål.mål.map((m) => (
          <div>
            <p class="lead" dir="auto">
              {m.text}
            </p>
            <p class="muted">{m.senast}</p>
          </div>
        ))}
      </section>
      <section class="stack" aria-labelledby="gora">
        <h2 id="gora">{göra.rubrik}</h2>
        {göra.poster.map((post) => (
          <Post post={post} />
        ))}
        {göra.söka ? (
          <div class="card stack-s">
            <h3>{göra.söka.rubrik}</h3>
            <p>{göra.söka.text}</p>
          </div>
        ) : null}
      </section>
      {plan.poster.length > 1 ? (
        <TimeBands
          id="samtidigt"
          caption={t('Det du gör samtidigt, från {från} till {till}.', {
            från: kortDatum(plan.från),
            till: kortDatum(plan.till),
          })}
          groups={(['arbete', 'sprak', 'halsa', 'studier', 'annat'] as const).flatMap((område) => {
            const poster = plan.poster.filter((p) => p.område === område);
            if (poster.length === 0) return [];
            return [
              {
                name: områdesnamn(område),
                bands: poster.map((p) => ({
                  name: p.namn,
                  detail: t('{timmar} h', { timmar: tal(p.timmarPerVecka) }),
                  from: p.från,
                  to: p.till,
                })),
              },
            ];
          })}
          from={plan.från}
          to={plan.till}
          today={{ day: idag, label: t('I dag') }}
          heads={{
            table: t('Visa som tabell'),
            group: t('Område'),
            what: t('Vad'),
            from: t('Från'),
            to: t('Till'),
          }}
        />
      ) : null}
      {uppehåll ? (
        <section class="stack-s" aria-labelledby="uppehall">
          <h2 id="uppehall">{uppehåll.rubrik}</h2>
          <p>{uppehåll.text}</p>
          <Lines>
            {uppehåll.rader.map(({ tid, skäl }) => (
              <Line note={<span dir="auto">{skäl}</span>}>{tid}</Line>
            ))}
          </Lines>
        </section>
      ) : null}
      <Svaret plan={plan} svar={svar} skrivet={skrivet} />
      <section class="stack-s" aria-labelledby="sedan">
        <h2 id="sedan">{sedan.rubrik}</h2>
        <ul>
          {sedan.punkter.map((punkt) => (
            <li>{punkt}</li>
          ))}
        </ul>
        <p>
          <a href="/mina-sidor/vecka">{t('Din vecka')}</a>
        </p>
      </section>
      <Versioner planer={planer.filter((p) => p.id !== plan.id)} />
    </>
  );
}

function Post({ post }: { post: Planbladspost }) {
  const { mängd, tider, dagar, ansvarig } = post;
  return (
    <div class="card stack-s">
      <h3 dir="auto">{post.namn}</h3>
      <p>
        <Tag>{post.område}</Tag> {post.krävs ? <Tag kind="brand">{post.krävs}</Tag> : null}
      </p>
      <SummaryList
        rows={[
          { key: mängd.rubrik, value: mängd.text },
          {
            key: tider.rubrik,
            value:
              tider.pass.length === 0 ? (
                tider.fritt
              ) : (
                <ul class="plain">
                  {tider.pass.map(({ dag, tid, plats }) => (
                    <li>
                      {dag} <bdi>{tid}</bdi>
                      {plats ? <bdi>{`, ${plats}`}</bdi> : null}
                    </li>
                  ))}
                </ul>
              ),
          },
          { key: dagar.rubrik, value: dagar.text },
          { key: ansvarig.rubrik, value: <bdi>{ansvarig.text}</bdi> },
        ]}
      />
      {post.vård ? <p class="muted">{post.vård}</p> : null}
    </div>
  );
}

function Svaret({ plan, svar, skrivet }: Pick<Del, 'plan' | 'skrivet'> & Pick<Planblad, 'svar'>) {
  const fel = (id: string) => skrivet.fel.find((f) => f.id === id)?.text;
  const formulär = (
    <form method="post" action={`${VÄG}/${plan.id}/svar`} class="stack" novalidate>
      <RadioGroup
        name="instammer"
        label={t('Håller du med om planen?')}
        unsettable={false}
        choices={[
          { value: 'ja', label: t('Ja, jag håller med') },
          {
            value: 'nej',
            label: t('Nej, inte om allt'),
            hint: t('Planen gäller ändå, men det du skriver står kvar bredvid den och vi pratar om det.'),
          },
        ]}
        value={skrivet.fält['instammer'] ?? (plan.status === 'oense' ? 'nej' : undefined)}
        error={fel('instammer')}
      />
      <Textarea
        name="synpunkt"
        label={t('Det här vill jag ändra eller lägga till')}
        hint={t('Skriv med egna ord, på det språk du vill. Håller du med om allt kan du lämna det tomt.')}
        rows={4}
        value={skrivet.fält['synpunkt'] ?? ''}
        error={fel('synpunkt')}
      />
      <Actions>
        <Button kind="go" wide>
          {t('Skicka mitt svar')}
        </Button>
      </Actions>
    </form>
  );
  if (plan.status === 'lamnad')
    return (
      <section class="stack noprint" aria-labelledby="svara">
        <h2 id="svara">{t('Ditt svar')}</h2>
        {formulär}
      </section>
    );
  if (!svar) return null;
  return (
    <section class="stack-s" aria-labelledby="svara">
      <h2 id="svara">{svar.rubrik}</h2>
      <p>{svar.text}</p>
      {svar.nedskrivet ? <p class="muted">{svar.nedskrivet}</p> : null}
      {svar.synpunkt ? (
        <>
          <p>{svar.synpunkt.rubrik}</p>
          <blockquote class="preline" dir="auto">
            {svar.synpunkt.text}
          </blockquote>
        </>
      ) : null}
      {plan.status === 'oense' ? (
        <div class="noprint">
          <Details summary={t('Svara igen')} open={skrivet.fel.length > 0}>
            {formulär}
          </Details>
        </div>
      ) : null}
    </section>
  );
}

function Versioner({ planer }: { planer: readonly Genomförandeplan[] }) {
  if (planer.length === 0) return null;
  return (
    <section class="stack-s noprint" aria-labelledby="versioner">
      <h2 id="versioner">{t('Andra versioner')}</h2>
      <Lines>
        {planer.map((plan) => (
          <Line
            note={t('{från} till {till}', { från: kortDatum(plan.från), till: kortDatum(plan.till) })}
            amount={<Läge plan={plan} />}
          >
            <a href={`${VÄG}/${plan.nummer}`}>{t('Version {nummer}', { nummer: plan.nummer })}</a>
          </Line>
        ))}
      </Lines>
    </section>
  );
}

const LÄGESFÄRG = { lamnad: 'attention', overenskommen: 'ok', oense: 'brand' } as const;

function Läge({ plan }: { plan: Genomförandeplan }) {
  const kind = plan.status in LÄGESFÄRG ? LÄGESFÄRG[plan.status as keyof typeof LÄGESFÄRG] : undefined;
  return <Tag kind={kind}>{planläge(plan)}</Tag>;
}
