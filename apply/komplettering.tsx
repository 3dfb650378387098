import { type Komplettering, LÄNGSTA_SVAR, obesvarade } from '@stegvis/casework';
import {
  Actions,
  BackLink,
  Breadcrumb,
  Button,
  Checkbox,
  CheckboxGroup,
  datum,
  ErrorSummary,
  type FieldError,
  kortDatum,
  Line,
  Lines,
  LinkButton,
  Notice,
  Tag,
  Textarea,
  t,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { vägran } from './formular.tsx';
import type { Kompletteringsbild } from './mina-sidor-port.ts';
import { type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** What had been written; an answer may name several documents. */
interface Svarat {
  readonly fält: Readonly<Record<string, readonly string[]>>;
  readonly fel: readonly FieldError[];
}

/** What a caseworker has asked this person for: why, until when, what happens otherwise, and where to answer. */
export function kompletteringSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Svarat | undefined, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.komplettering(sökande(kontext, c), c.req.param('id') ?? '');
    if (!bild) return saknas(c, kontext);
    const { komplettering: k } = bild;
    const svarar = bild.öppen && (k.status === 'oppen' || k.status === 'utgangen');
    const fel = skrivet?.fel ?? [];
    return visa(c, kontext, {
      title: t('Vi behöver mer uppgifter'),
      flik: 'oversikt',
      fel: fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={fel} />
          <div class="stack-s">
            <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={t('Vi behöver mer uppgifter')} />
            <h1>{t('Vi behöver mer uppgifter av dig')}</h1>
            {svarar ? (
              <p class="lead">
                {k.status === 'oppen'
                  ? t('Svara senast {dag}.', { dag: datum(k.senast) })
                  : t('Sista dagen var {dag}. Svara så snart du kan, vi läser det ändå.', { dag: datum(k.senast) })}
              </p>
            ) : null}
          </div>
          <Besked bild={bild} sparat={c.req.query('sparat') !== undefined} />
          {svarar ? (
            <section class="stack-s" aria-labelledby="behover">
              <h2 id="behover">{t('Det här behöver vi')}</h2>
              <Lines>
                {k.punkter.map((punkt) => (
                  <Line {...(punkt.svar ? { amount: <Tag kind="ok">{t('Besvarad')}</Tag> } : {})}>
                    <a href={punkt.slag === 'dokument' ? '#dokument' : `#${punkt.id}`} dir="auto">
                      {punkt.text}
                    </a>
                  </Line>
                ))}
              </Lines>
            </section>
          ) : null}
          <section class="stack-s" aria-labelledby="varfor">
            <h2 id="varfor">{t('Varför vi frågar')}</h2>
            <Stycken text={k.skäl} />
          </section>
          {svarar ? (
            <section class="stack-s" aria-labelledby="annars">
              <h2 id="annars">{t('Om du inte svarar')}</h2>
              <Stycken text={k.följd} />
              <p>{t('Behöver du mer tid? Skriv till oss före sista dagen.')}</p>
            </section>
          ) : null}
          {svarar ? <Svarsformulär bild={bild} skrivet={skrivet} /> : <Svaren komplettering={k} />}
          <BackLink href="/mina-sidor" />
        </div>
      ),
    });
  };

  app.get('/mina-sidor/komplettering/:id', (c) => show(c, undefined));

  app.post('/mina-sidor/komplettering/:id', async (c) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.komplettering(who, c.req.param('id'));
    if (!bild) return saknas(c, kontext);
    const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
    const fält = Object.fromEntries(
      Object.entries(form).map(([namn, värde]) => [
        namn,
        (Array.isArray(värde) ? värde : [värde]).flatMap((v) =>
          typeof v === 'string' ? [v.replaceAll('\0', '')] : [],
        ),
      ]),
    );
    const svar = Object.fromEntries(
      bild.komplettering.punkter.map(({ id }) => [
        id,
        { text: fält[id]?.at(-1) ?? '', dokument: fält[`${id}-dokument`] ?? [] },
      ]),
    );
    const result = await kontext.port.svaraPåKomplettering(who, c.req.param('id'), {
      svar,
      kanInteMer: fält['kan-inte-mer']?.at(-1) === 'ja',
    });
    if (result.ok) return c.redirect(`/mina-sidor/komplettering/${c.req.param('id')}?sparat`, 303);
    const { refusal } = result;
    const fel = vägran(refusal, bild.komplettering.punkter[0]?.id ?? 'p1');
    return show(c, { fält, fel }, refusal.fält ? 422 : 409);
  });
}

/** What is already received, and what is left. */
function Besked({ bild: { komplettering: k, öppen }, sparat }: { bild: Kompletteringsbild; sparat: boolean }) {
  const kvar = obesvarade(k).length;
  if (k.status === 'besvarad')
    return (
      <Notice kind="ok" live={sparat} heading={t('Vi har fått ditt svar')} level={2}>
        <p>
          {t('Det kom {när}. Nu fortsätter vi med ansökan. Du ser på din översikt när du får besked.', {
            när: tidpunkt(k.avslutad ?? k.begärd),
          })}
        </p>
      </Notice>
    );
  if (k.status === 'aterkallad' || !öppen)
    return (
      <Notice kind="info" heading={t('Du behöver inte svara längre')} level={2}>
        <p>{t('Vill du berätta något ändå kan du skriva ett meddelande till oss.')}</p>
      </Notice>
    );
  if (kvar < k.punkter.length)
    return (
      <Notice kind="attention" live={sparat} heading={t('Vi har fått en del av svaret')} level={2}>
        <p>
          {t('{antal, plural, one {En sak är kvar} other {# saker är kvar}}. Det du har skickat är sparat.', {
            antal: kvar,
          })}
        </p>
      </Notice>
    );
  return null;
}

function Svarsformulär({ bild, skrivet }: { bild: Kompletteringsbild; skrivet: Svarat | undefined }) {
  const { komplettering: k, dokument } = bild;
  const dokumentpunkter = k.punkter.filter((p) => p.slag === 'dokument');
  const tillbaka = `/mina-sidor/komplettering/${k.id}`;
  const läggTill = `/ansok/${k.ansökan}/dokument?${new URLSearchParams({ begaran: k.id, till: tillbaka })}`;
  const vid = (id: string) => skrivet?.fel.find((f) => f.id === id)?.text;
  return (
    <>
      {dokumentpunkter.length > 0 ? (
        <section class="stack-s" aria-labelledby="dokument">
          <h2 id="dokument">{t('Lägg till dokumenten först')}</h2>
          {dokument.length > 0 ? (
            <ul>
              {dokument.map((d) => (
                <li>
                  {d.filnamn}, {tidpunkt(d.uppladdad)}
                </li>
              ))}
            </ul>
          ) : (
            <p>{t('Ta ett foto eller välj en fil. Sedan kommer du tillbaka hit och skickar svaret.')}</p>
          )}
          <p>
            <LinkButton href={läggTill} kind={dokument.length > 0 ? 'neutral' : 'go'}>
              {dokument.length > 0 ? t('Lägg till ett dokument till') : t('Lägg till ett dokument')}
            </LinkButton>
          </p>
        </section>
      ) : null}
      <form method="post" action={tillbaka} class="stack-l">
        <h2>{t('Ditt svar')}</h2>
        {k.punkter.map((punkt) => {
          const valda = skrivet?.fält[`${punkt.id}-dokument`] ?? punkt.svar?.dokument ?? [];
          const text = skrivet?.fält[punkt.id]?.at(-1) ?? punkt.svar?.text ?? '';
          const egen = punkt.slag === 'dokument';
          return (
            <div class="stack-s">
              <h3 dir="auto">{punkt.text}</h3>
              {punkt.svar ? (
                <p class="muted small">
                  {t('Du svarade {när}. Du kan ändra svaret.', { när: tidpunkt(punkt.svar.tid) })}
                </p>
              ) : null}
              {egen && dokument.length > 0 && dokumentpunkter.length > 1 ? (
                <CheckboxGroup
                  name={`${punkt.id}-dokument`}
                  label={t('Vilka dokument visar det?')}
                  values={valda}
                  choices={dokument.map((d) => ({ value: d.id, label: d.filnamn }))}
                />
              ) : null}
              {egen && dokumentpunkter.length === 1
                ? dokument.map((d) => <input type="hidden" name={`${punkt.id}-dokument`} value={d.id} />)
                : null}
              <Textarea
                name={punkt.id}
                rows={egen ? 2 : 4}
                label={egen ? t('Vill du skriva något om det?') : t('Skriv ditt svar')}
                optional={egen}
                hint={t('Högst {antal} tecken.', { antal: LÄNGSTA_SVAR })}
                value={text}
                error={vid(punkt.id)}
              />
            </div>
          );
        })}
        <Checkbox
          name="kan-inte-mer"
          label={t('Jag kan inte lämna mer än så här')}
          hint={t('Kryssa bara i om du inte kan svara på allt. Då fortsätter vi med det du har lämnat.')}
          checked={skrivet?.fält['kan-inte-mer']?.at(-1) === 'ja'}
        />
        <Actions>
          <Button kind="go">{t('Skicka svaret')}</Button>
        </Actions>
      </form>
    </>
  );
}

/** The answers as they were given. */
function Svaren({ komplettering: k }: { komplettering: Komplettering }) {
  return (
    <section class="stack-s" aria-labelledby="svaren">
      <h2 id="svaren">{t('Det vi frågade om')}</h2>
      {k.punkter.map((punkt) => (
        <div>
          <h3 dir="auto">{punkt.text}</h3>
          {punkt.svar ? (
            <>
              {punkt.svar.text ? <Stycken text={punkt.svar.text} /> : null}
              {punkt.svar.dokument.length > 0 ? (
                <p>
                  {t('{antal, plural, one {Ett dokument} other {# dokument}}, skickat {dag}.', {
                    antal: punkt.svar.dokument.length,
                    dag: kortDatum(punkt.svar.tid.slice(0, 10)),
                  })}
                </p>
              ) : null}
            </>
          ) : (
            <p class="muted">{t('Inget svar')}</p>
          )}
        </div>
      ))}
    </section>
  );
}

function Stycken({ text }: { text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((rad) => rad.trim() !== '')
        .map((rad) => (
          <p dir="auto">{rad}</p>
        ))}
    </>
  );
}
