import { dagFör, type Genomförandeplan, gällandePlan, type Planområde, type Planpost } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  datum,
  Empty,
  ErrorSummary,
  kortDatum,
  Line,
  Lines,
  Notice,
  PrintButton,
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
import { veckodag } from './mina-aktiviteter.tsx';

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
  return (
    <>
      <div class="stack-s">
        <h1>{t('Din plan')}</h1>
        <p>
          <Läge plan={plan} />{' '}
          {t('Version {nummer}, {från} till {till}', {
            nummer: plan.nummer,
            från: kortDatum(plan.från),
            till: kortDatum(plan.till),
          })}
        </p>
        <p class="noprint">
          <PrintButton kind="neutral">{t('Skriv ut eller spara planen')}</PrintButton>
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
        <h2 id="mal">{t('Det här vill du')}</h2>
        {plan.mål.map((m) => (
          <div>
            <p class="lead" dir="auto">
              ”{m.text}”
            </p>
            <p class="muted">{t('Senast {dag}', { dag: kortDatum(m.senast) })}</p>
          </div>
        ))}
      </section>
      <section class="stack" aria-labelledby="gora">
        <h2 id="gora">{t('Det här ska du göra')}</h2>
        {plan.poster.map((post) => (
          <Post post={post} />
        ))}
        {plan.jobbsökartimmar > 0 ? (
          <div class="card stack-s">
            <h3>{t('Söka arbete')}</h3>
            <p>
              {t('{timmar} timmar i veckan. De lägger du själv när det passar.', { timmar: tal(plan.jobbsökartimmar) })}
            </p>
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
      {plan.uppehåll.length > 0 ? (
        <section class="stack-s" aria-labelledby="uppehall">
          <h2 id="uppehall">{t('Uppehåll')}</h2>
          <p>{t('De här veckorna har du inga aktiviteter.')}</p>
          <Lines>
            {plan.uppehåll.map((u) => (
              <Line note={<span dir="auto">{u.skäl}</span>}>
                {t('{från} till {till}', { från: datum(u.från), till: datum(u.till) })}
              </Line>
            ))}
          </Lines>
        </section>
      ) : null}
      <Svaret plan={plan} skrivet={skrivet} />
      <section class="stack-s" aria-labelledby="sedan">
        <h2 id="sedan">{t('Vad händer sedan?')}</h2>
        <ul>
          {plan.nästaUppföljning && !['ersatt', 'avslutad'].includes(plan.status) ? (
            <li>{t('Vi följer upp planen tillsammans {dag}.', { dag: datum(plan.nästaUppföljning) })}</li>
          ) : null}
          <li>
            {t('Du kan säga till när som helst om något ska ändras. Då gör vi en ny version, och den gamla sparas.')}
          </li>
          <li>{t('Ett arbete går före. Aktiviteterna får inte hindra dig att ta det.')}</li>
          <li>{t('Bara du och vi som arbetar med ditt stöd ser planen. Ingen annan i hushållet ser den.')}</li>
        </ul>
        <p>
          <a href="/mina-sidor/vecka">{t('Din vecka')}</a>
        </p>
      </section>
      <Versioner planer={planer.filter((p) => p.id !== plan.id)} />
    </>
  );
}

function Post({ post }: { post: Planpost }) {
  return (
    <div class="card stack-s">
      <h3 dir="auto">{post.namn}</h3>
      <p>
        <Tag>{områdesnamn(post.område)}</Tag> {post.krävs ? <Tag kind="brand">{t('Ingår i kravet')}</Tag> : null}
      </p>
      <SummaryList
        rows={[
          { key: t('Hur mycket'), value: t('{timmar} timmar i veckan', { timmar: tal(post.timmarPerVecka) }) },
          {
            key: t('Tider'),
            value:
              post.pass.length === 0 ? (
                t('Du bestämmer själv när')
              ) : (
                <ul class="plain">
                  {post.pass.map((p) => (
                    <li>
                      {veckodag(p.veckodag)} <bdi>{`${p.från}–${p.till}`}</bdi>
                      {p.plats ? <bdi>{`, ${p.plats}`}</bdi> : null}
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            key: t('Dagar'),
            value: t('{från} till {till}', { från: kortDatum(post.från), till: kortDatum(post.till) }),
          },
          { key: t('Ansvarig'), value: <bdi>{post.ansvarig}</bdi> },
        ]}
      />
      {post.vård ? <p class="muted">{t('Vård är alltid frivillig. Den krävs aldrig.')}</p> : null}
    </div>
  );
}

function Svaret({ plan, skrivet }: Pick<Del, 'plan' | 'skrivet'>) {
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
  if (!plan.svar) return null;
  const dag = datum(dagFör(plan.svar.tid));
  return (
    <section class="stack-s" aria-labelledby="svara">
      <h2 id="svara">{t('Ditt svar')}</h2>
      <p>
        {plan.svar.instämmer
          ? t('Du höll med om planen {dag}.', { dag })
          : t('Du svarade {dag} att du inte håller med om allt.', { dag })}
      </p>
      {plan.svar.av ? <p class="muted">{t('{vem} skrev ned ditt svar.', { vem: plan.svar.av })}</p> : null}
      {plan.synpunkt ? (
        <>
          <p>{t('Du skrev eller sa:')}</p>
          <blockquote class="preline" dir="auto">
            {plan.synpunkt}
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

function Läge({ plan: { status } }: { plan: Genomförandeplan }) {
  switch (status) {
    case 'lamnad':
      return <Tag kind="attention">{t('Väntar på ditt svar')}</Tag>;
    case 'overenskommen':
      return <Tag kind="ok">{t('Du håller med')}</Tag>;
    case 'oense':
      return <Tag kind="brand">{t('Du håller inte med om allt')}</Tag>;
    case 'avslutad':
      return <Tag>{t('Avslutad')}</Tag>;
    default:
      return <Tag>{t('Ersatt av en nyare version')}</Tag>;
  }
}

function områdesnamn(område: Planområde): string {
  switch (område) {
    case 'arbete':
      return t('Arbete');
    case 'sprak':
      return t('Språk');
    case 'halsa':
      return t('Hälsa');
    case 'studier':
      return t('Studier');
    case 'annat':
      return t('Annat');
  }
}

const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
