import {
  alternativFör,
  BEDÖMNINGSUTFALL,
  type Bedömning,
  type Bedömningsfråga,
  type Bedömningsslag,
  type Bedömningsutfall,
  dagFör,
  framstegsbild,
  frågorFör,
  frågorI,
  instrumentFör,
  SPÅRREGLER,
  type Spårplacering,
  type Spårvillkor,
  type Stödbehov,
  svarIOrd,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  Details,
  datum,
  Empty,
  ErrorSummary,
  type FieldError,
  Line,
  Lines,
  LinkButton,
  Notice,
  QuestionPage,
  RadioGroup,
  SummaryList,
  Table,
  Tag,
  Textarea,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { formfält, type Sidkontext, saknas, sökande, visa } from '../sida.tsx';

const HEM = '/mina-sidor/bedomning';

/** The person's own assessments: answer one question a page, read what came out of it, and add her view. Works without script. */
export function minBedömningSida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  app.get(HEM, async (c) => {
    const who = sökande(kontext, c);
    const bedömningar = await väg.minaBedömningar(who);
    const väntar = await väg.bedömningVäntar(who);
    const spår = await väg.mittSpår(who);
    const attBörja = väntar === 'inledande' && !bedömningar.some((b) => b.slag === 'inledande');
    return visa(c, kontext, {
      title: t('Din bedömning'),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <Sökväg />
          <div class="stack-s">
            <h1>{t('Din bedömning')}</h1>
            <p class="lead">
              {t(
                'Vi frågar om arbete, språk, hälsa och vardag för att du ska få rätt stöd. Här ser du vad vi kommer fram till.',
              )}
            </p>
          </div>
          {attBörja ? (
            <form method="post" action={HEM}>
              <Notice kind="attention" heading={t('Frågor om vilket stöd du behöver')} level={2}>
                <p>{t('Det är 15 korta frågor. Du kan stanna när du vill, och varje svar sparas.')}</p>
                <p>{t('Vill du hellre svara i telefon? Ring oss, så går vi igenom frågorna tillsammans.')}</p>
                <Button kind="go">{t('Börja svara')}</Button>
              </Notice>
            </form>
          ) : null}
          {bedömningar
            .filter((b) => b.status === 'erbjuden')
            .map((b) => (
              <form method="post" action={`${HEM}/${b.id}`}>
                <Notice kind="attention" heading={t('Vill du göra en fördjupad kartläggning?')} level={2}>
                  <p>
                    {t(
                      'Det är ett längre samtal med din handläggare om hur du har det och vad du vill. Det är frivilligt. Säger du nej påverkar det inte ditt bistånd.',
                    )}
                  </p>
                  <Actions>
                    <Button kind="go" name="gor" value="ja">
                      {t('Ja, jag vill')}
                    </Button>
                    <Button kind="neutral" name="gor" value="nej">
                      {t('Nej tack')}
                    </Button>
                  </Actions>
                </Notice>
              </form>
            ))}
          {spår ? <MittSpår spår={spår} /> : null}
          {bedömningar.length === 0 && !attBörja ? (
            <Empty heading={t('Du har ingen bedömning än')} level={2}>
              <p>{t('När du ansöker får du frågorna här.')}</p>
            </Empty>
          ) : null}
          {bedömningar.length > 0 ? (
            <section class="stack-s" aria-labelledby="dina">
              <h2 id="dina">{t('Dina bedömningar')}</h2>
              <Lines>
                {bedömningar.map((b) => (
                  <Line
                    note={
                      b.slutförd
                        ? t('Klar {dag}', { dag: datum(dagFör(b.slutförd)) })
                        : t('Började {dag}', { dag: datum(dagFör(b.påbörjad)) })
                    }
                    amount={<Läge b={b} />}
                  >
                    <a href={`${HEM}/${b.id}`}>{slagnamn(b.slag)}</a>
                  </Line>
                ))}
              </Lines>
            </section>
          ) : null}
          <Framsteg bedömningar={bedömningar} />
          <p>
            <a href={`${HEM}/sa-foreslas-spar`}>{t('Så föreslår vi vilket stöd du får')}</a>
          </p>
        </div>
      ),
    });
  });

  app.post(HEM, async (c) => {
    const result = await väg.startaMinBedömning(sökande(kontext, c));
    if (!result.ok) return c.redirect(HEM, 303);
    return c.redirect(frågeväg(result.bedömning, webbfrågor(result.bedömning)[0]), 303);
  });

  app.get(`${HEM}/sa-foreslas-spar`, (c) => {
    sökande(kontext, c);
    return visa(c, kontext, { title: t('Så föreslår vi vilket stöd du får'), flik: 'oversikt', children: <Regler /> });
  });

  const en = async (
    c: Context,
    skrivet: string = '',
    fel: readonly FieldError[] = [],
    status: 200 | 409 | 422 = 200,
  ) => {
    const b = await hitta(c, kontext);
    if (!b) return saknas(c, kontext);
    return visa(c, kontext, {
      title: slagnamn(b.slag),
      flik: 'oversikt',
      fel: fel.length > 0,
      status,
      children: <En b={b} skrivet={skrivet} fel={fel} sparat={c.req.query('sparat') !== undefined} />,
    });
  };

  app.get(`${HEM}/:id`, (c) => en(c));

  app.post(`${HEM}/:id`, async (c) => {
    const who = sökande(kontext, c);
    const fält = await formfält(c);
    const id = c.req.param('id');
    if (fält['gor'] === 'ja' || fält['gor'] === 'nej') {
      const result = await väg.svaraPåMittErbjudande(who, id, fält['gor'] === 'ja');
      return result.ok || result.refusal.kod !== 'finns-inte' ? c.redirect(HEM, 303) : saknas(c, kontext);
    }
    const result = await väg.läggTillMinSynpunkt(who, id, fält['synpunkt'] ?? '');
    if (result.ok) return c.redirect(`${HEM}/${id}?sparat`, 303);
    return en(c, fält['synpunkt'] ?? '', felrader(result.refusal, 'synpunkt'), result.refusal.fält ? 422 : 409);
  });

  const fråga = async (
    c: Context,
    skrivet?: { val: readonly string[]; text: string },
    fel: readonly FieldError[] = [],
    status: 200 | 409 | 422 = 200,
  ) => {
    const b = await hitta(c, kontext);
    const alla = b ? webbfrågor(b) : [];
    const nr = alla.findIndex((f) => f.id === c.req.param('fraga'));
    const f = alla[nr];
    if (!b || !f) return saknas(c, kontext);
    if (b.status !== 'pagar') return c.redirect(`${HEM}/${b.id}`, 303);
    const före = alla[nr - 1];
    const svar = skrivet ?? b.svar.find((s) => s.fråga === f.id && s.sida === 'person') ?? { val: [], text: '' };
    return visa(c, kontext, {
      title: översatt(f.text),
      flik: 'oversikt',
      fel: fel.length > 0,
      status,
      children: (
        <QuestionPage
          action={frågeväg(b, f)}
          backHref={före ? frågeväg(b, före) : HEM}
          errors={fel}
          remaining={områden(b).map((o) => ({
            label: översatt(o.text),
            state: o.frågor.includes(f)
              ? 'now'
              : o.frågor.every((x) => b.svar.some((s) => s.fråga === x.id && s.sida === 'person'))
                ? 'done'
                : 'left',
            href: frågeväg(b, o.frågor[0]),
          }))}
          actions={
            <LinkButton href={HEM} kind="quiet">
              {t('Fortsätt en annan gång')}
            </LinkButton>
          }
        >
          <Fält f={f} svar={svar} fel={fel[0]?.text} />
        </QuestionPage>
      ),
    });
  };

  app.get(`${HEM}/:id/:fraga`, (c) => fråga(c));

  app.post(`${HEM}/:id/:fraga`, async (c) => {
    const who = sökande(kontext, c);
    const b = await hitta(c, kontext);
    const f = b && webbfrågor(b).find((x) => x.id === c.req.param('fraga'));
    if (!b || !f) return saknas(c, kontext);
    const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
    const värden = [form['svar'] ?? []].flat().map((v) => (typeof v === 'string' ? v.replaceAll('\0', '') : ''));
    const given =
      f.svar.slag === 'text'
        ? { val: [], text: värden.at(-1) ?? '' }
        : { val: värden.filter((v) => v !== ''), text: '' };
    const result = await väg.svaraPåMinBedömning(who, b.id, { fråga: f.id, ...given });
    if (!result.ok) return fråga(c, given, felrader(result.refusal, 'svar'), result.refusal.fält ? 422 : 409);
    const alla = webbfrågor(b);
    const nästa = alla[alla.indexOf(f) + 1];
    return c.redirect(nästa ? frågeväg(b, nästa) : `${HEM}/${b.id}?sparat`, 303);
  });
}

async function hitta(c: Context, kontext: Sidkontext): Promise<Bedömning | undefined> {
  return (await kontext.port.väg.minaBedömningar(sökande(kontext, c))).find((b) => b.id === c.req.param('id'));
}

const webbfrågor = (b: Bedömning): Bedömningsfråga[] => frågorFör(instrumentFör(b), 'person', 'webb');
const frågeväg = (b: Bedömning, f: Bedömningsfråga | undefined): string => `${HEM}/${b.id}/${f?.id ?? ''}`;

/** The areas that have questions for the person on the web. */
function områden(b: Bedömning) {
  const egna = webbfrågor(b);
  return instrumentFör(b)
    .områden.map((o) => ({ text: o.text, frågor: egna.filter((f) => o.frågor.some((x) => x.id === f.id)) }))
    .filter((o) => o.frågor.length > 0);
}

function felrader(
  refusal: { text: string; tillåtet: string; fält?: readonly { text: string }[] },
  id: string,
): FieldError[] {
  return (
    refusal.fält?.map((f) => ({ id, text: översatt(f.text) })) ?? [
      { id, text: `${översatt(refusal.text)} ${översatt(refusal.tillåtet)}` },
    ]
  );
}

function slagnamn(slag: Bedömningsslag): string {
  switch (slag) {
    case 'inledande':
      return t('Inledande bedömning');
    case 'fordjupad':
      return t('Fördjupad kartläggning');
    default:
      return t('Framstegsmätning');
  }
}

function utfallsnamn(utfall: Bedömningsutfall): string {
  switch (utfall) {
    case 'aktivitet':
      return t('Aktivitet');
    case 'studieplan':
      return t('Godkänd studieplan');
    case 'stod-fran-arbetsformedlingen':
      return t('Stöd från Arbetsförmedlingen');
    default:
      return t('Fortsatt utredning');
  }
}

function Läge({ b }: { b: Bedömning }) {
  switch (b.status) {
    case 'erbjuden':
      return <Tag kind="attention">{t('Svara ja eller nej')}</Tag>;
    case 'pagar':
      return <Tag kind="brand">{t('Pågår')}</Tag>;
    case 'slutford':
      return <Tag kind="ok">{t('Klar')}</Tag>;
    case 'avbojd':
      return <Tag>{t('Du har sagt nej')}</Tag>;
    default:
      return <Tag>{t('Avbruten')}</Tag>;
  }
}

function Sökväg({ här }: { här?: string }) {
  const led = [
    { href: '/mina-sidor', label: t('Översikt') },
    { href: '/mina-sidor/vagen', label: t('Din väg till egen försörjning') },
  ];
  return (
    <Breadcrumb
      items={här ? [...led, { href: HEM, label: t('Din bedömning') }] : led}
      here={här ?? t('Din bedömning')}
    />
  );
}

function MittSpår({ spår }: { spår: Spårplacering }) {
  return (
    <section class="panel stack-s" aria-labelledby="spar">
      <h2 id="spar">{t('Ditt spår')}</h2>
      <p>
        <b lang="sv">{spår.namn}</b>
      </p>
      <p>{t('Från {dag}.', { dag: datum(spår.från) })}</p>
      {spår.slutar ? <p>{t('Längst till {dag}.', { dag: datum(spår.slutar) })}</p> : null}
      {spår.baraJobbsökande ? <p>{t('Under den här tiden söker du arbete själv.')}</p> : null}
      {spår.skäl ? (
        <p lang="sv" class="preline">
          {spår.skäl}
        </p>
      ) : null}
      <p class="muted small">{t('Beslutat av {namn}.', { namn: spår.beslutadAv.namn })}</p>
    </section>
  );
}

function Fält({
  f,
  svar,
  fel,
}: {
  f: Bedömningsfråga;
  svar: { val: readonly string[]; text: string };
  fel: string | undefined;
}) {
  const label = översatt(f.text);
  const hint = f.hjälp && översatt(f.hjälp.text);
  const choices = alternativFör(f).map(({ värde, text }) => ({ value: värde, label: översatt(text) }));
  if (f.svar.slag === 'text')
    return <Textarea name="svar" label={label} hint={hint} heading value={svar.text} error={fel} />;
  if (f.svar.slag === 'flera')
    return (
      <CheckboxGroup name="svar" label={label} hint={hint} heading values={svar.val} choices={choices} error={fel} />
    );
  return <RadioGroup name="svar" label={label} hint={hint} heading value={svar.val[0]} choices={choices} error={fel} />;
}

function En({
  b,
  skrivet,
  fel,
  sparat,
}: {
  b: Bedömning;
  skrivet: string;
  fel: readonly FieldError[];
  sparat: boolean;
}) {
  const frågor = webbfrågor(b);
  const obesvarad = frågor.find((f) => !b.svar.some((s) => s.fråga === f.id && s.sida === 'person'));
  const kan = b.status === 'pagar' || b.status === 'slutford';
  return (
    <div class="stack-l">
      <ErrorSummary errors={fel} />
      <Sökväg här={slagnamn(b.slag)} />
      <h1>{slagnamn(b.slag)}</h1>
      {sparat ? (
        <Notice kind="ok" live heading={t('Sparat')} level={2}>
          <p>
            {b.status === 'pagar' && b.slag === 'inledande'
              ? t('Vi läser dina svar och pratar om dem med dig. Du kan ändra dem tills bedömningen är klar.')
              : t('Det du skrev finns nu med i bedömningen.')}
          </p>
        </Notice>
      ) : null}
      {b.status === 'pagar' && obesvarad ? (
        <p>
          <LinkButton href={frågeväg(b, obesvarad)} kind="go">
            {t('Fortsätt svara')}
          </LinkButton>
        </p>
      ) : null}
      {b.resultat ? (
        <section class="panel stack-s" aria-labelledby="resultat">
          <h2 id="resultat">{t('Det vi kom fram till')}</h2>
          {b.resultat.utfall ? (
            <p>
              <b>{utfallsnamn(b.resultat.utfall)}.</b> {översatt(BEDÖMNINGSUTFALL[b.resultat.utfall].text)}
            </p>
          ) : null}
          <p class="preline" lang="sv">
            {b.resultat.sammanfattning}
          </p>
          <p class="muted small">{t('Skrivet av {namn}.', { namn: b.resultat.av.namn })}</p>
          {b.nästaSenast ? <p>{t('Vi gör en ny senast {dag}.', { dag: datum(b.nästaSenast) })}</p> : null}
        </section>
      ) : null}
      <section class="stack-s" aria-labelledby="syn">
        <h2 id="syn">{t('Din egen syn')}</h2>
        {b.synpunkter.map((s) => (
          <div>
            <p class="preline" dir="auto">
              {s.text}
            </p>
            <p class="muted small">{tidpunkt(s.tid)}</p>
          </div>
        ))}
        {kan ? (
          <form method="post" action={`${HEM}/${b.id}`} class="stack-s" novalidate>
            <Textarea
              name="synpunkt"
              label={t('Stämmer det, eller vill du lägga till något?')}
              hint={t('Det du skriver sparas tillsammans med bedömningen. Inget annat ändras.')}
              rows={4}
              value={skrivet}
              error={fel[0]?.text}
            />
            <Actions>
              <Button kind="neutral">{t('Lägg till')}</Button>
            </Actions>
          </form>
        ) : null}
      </section>
      <section class="stack-s" aria-labelledby="svar">
        <h2 id="svar">{t('Dina svar')}</h2>
        <SummaryList
          rows={frågor.map((f) => {
            const s = b.svar.find((x) => x.fråga === f.id && x.sida === 'person');
            return {
              key: översatt(f.text),
              value: s ? svarIOrd(f, s).map(översatt).join(', ') : t('Inte besvarad'),
              changeHref: b.status === 'pagar' ? frågeväg(b, f) : undefined,
            };
          })}
        />
        <Handläggarens b={b} />
        <p class="muted">
          {t('Det ni har pratat om i enrum visas aldrig på sidan. Du har rätt att läsa allt i din akt hos oss.')}
        </p>
      </section>
    </div>
  );
}

/** What the caseworker has answered, for her to read; in Swedish as it was written. */
function Handläggarens({ b }: { b: Bedömning }) {
  const rader = frågorI(instrumentFör(b)).flatMap((f) =>
    b.svar
      .filter((s) => s.fråga === f.id && s.sida === 'handlaggare')
      .map((s) => ({
        key: <span lang="sv">{f.handläggartext ?? f.text}</span>,
        value: <span lang="sv">{svarIOrd(f, s).join(', ')}</span>,
      })),
  );
  if (rader.length === 0 || b.status !== 'slutford') return null;
  return (
    <Details summary={t('Handläggarens svar')}>
      <SummaryList rows={rader} />
    </Details>
  );
}

/** The development with both views, as words. */
function Framsteg({ bedömningar }: { bedömningar: readonly Bedömning[] }) {
  const rader = framstegsbild(bedömningar).filter((r) => r.fråga.svaras === 'bada');
  const tider = rader[0]?.svar.map((s) => dagFör(s.tid)) ?? [];
  if (tider.length === 0) return null;
  const ord = (f: Bedömningsfråga, v: number | undefined) =>
    v === undefined ? '–' : översatt(alternativFör(f)[v - 1]?.text ?? '');
  return (
    <section class="stack-s" aria-labelledby="framsteg">
      <h2 id="framsteg">{t('Så har det utvecklats')}</h2>
      <p>{t('Här ser du dina svar och din handläggares, mätning för mätning. Det är inget betyg.')}</p>
      <Table
        id="framsteg-tabell"
        caption={t('Dina svar och handläggarens')}
        captionHidden
        narrow="list"
        columns={[{ head: t('Det som mäts') }, ...tider.map((dag) => ({ head: datum(dag) }))]}
        rows={rader.map((r) => [
          översatt(r.fråga.text),
          ...r.svar.map((s) => (
            <>
              {t('Du: {svar}', { svar: ord(r.fråga, s.person) })}
              <br />
              {t('Handläggaren: {svar}', { svar: ord(r.fråga, s.handläggare) })}
            </>
          )),
        ])}
      />
    </section>
  );
}

/** What a rule points to, for her who reads it. */
function behovsnamn(behov: Stödbehov): string {
  switch (behov) {
    case 'klarar-sig-sjalv':
      return t('Du klarar situationen själv på kort tid');
    case 'arbete-inom-arton-manader':
      return t('Du kan nå arbete eller studier inom 18 månader');
    case 'svenska':
      return t('Du behöver läsa svenska');
    case 'samordnat-stod':
      return t('Du behöver stöd från flera samtidigt');
    default:
      return t('Vi behöver ta reda på mer');
  }
}

/** The published rules, as they are. */
function Regler() {
  const regler = SPÅRREGLER[0]!;
  const instrument = instrumentFör({ instrument: regler.instrument.id, version: regler.instrument.version });
  const villkor = (v: Spårvillkor) => {
    const f = frågorI(instrument).find((x) => x.id === v.fråga);
    const svar = f ? alternativFör(f).filter((a) => v.är.includes(a.värde)) : [];
    return `${översatt(f?.text ?? '')} ${svar.map((a) => översatt(a.text)).join(' / ')}`;
  };
  return (
    <div class="stack-l">
      <Sökväg här={t('Så föreslår vi vilket stöd du får')} />
      <div class="stack-s">
        <h1>{t('Så föreslår vi vilket stöd du får')}</h1>
        <p class="lead">
          {t(
            'Reglerna är skrivna av människor. De läser dina svar och handläggarens, inte din ålder, ditt kön eller varifrån du kommer. En handläggare bestämmer, och du får veta varför.',
          )}
        </p>
        <p>{t('Reglerna prövas uppifrån. Den första som stämmer blir förslaget.')}</p>
      </div>
      <ol>
        {regler.regler.map((r) => (
          <li>
            <p>
              <b>{behovsnamn(r.behov)}.</b> {översatt(r.text)}
            </p>
            {r.grupper.length > 0 ? (
              <Details summary={t('Svaren som regeln läser')}>
                {r.grupper.map((g) => (
                  <>
                    <p>
                      {g.minst === g.av.length
                        ? t('Allt det här stämmer:')
                        : t(
                            '{antal, plural, one {Minst ett av det här stämmer:} other {Minst # av det här stämmer:}}',
                            {
                              antal: g.minst,
                            },
                          )}
                    </p>
                    <ul>
                      {g.av.map((v) => (
                        <li>{villkor(v)}</li>
                      ))}
                    </ul>
                  </>
                ))}
              </Details>
            ) : null}
          </li>
        ))}
      </ol>
      <p class="muted small">{t('Reglernas version: {version}', { version: regler.version })}</p>
    </div>
  );
}
