import {
  type Dag,
  FRÅNVAROSKÄL,
  flyttaDag,
  INTYGSINLÄMNINGAR,
  isovecka,
  type Månadsunderlag,
  type Timslag,
} from '@stegvis/casework';
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
  månad,
  Notice,
  RadioGroup,
  Tag,
  type TagKind,
  Textarea,
  TextField,
  t,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import ical, { ICalCalendarMethod, ICalEventClass } from 'ical-generator';
import { INGET_SKRIVET, type Skrivet, vägran } from '../formular.tsx';
import { formfält, type Sidkontext, saknas, sökande, visa } from '../sida.tsx';
import type { MinVecka, Veckopost } from './min-vecka-port.ts';

const VÄG = '/mina-sidor/vecka';
/** A secret is 256 bits as base64url. */
const HEMLIGHET = /^([A-Za-z0-9_-]{43})\.ics$/;

/** The person's own weeks: what, where and when; absences, certificates, the month in words, and a calendar feed. */
export function minVeckaSida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 422 = 200, adress?: string) => {
    const min = await väg.minVecka(sökande(kontext, c));
    return visa(c, kontext, {
      title: t('Din vecka'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll min={min} skrivet={skrivet} adress={adress} />,
    });
  };

  app.get(VÄG, (c) => show(c));

  const visaFrånvaro = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 422 = 200) => {
    const { anvisning = '', dag = '' } = c.req.param();
    const min = await väg.minVecka(sökande(kontext, c));
    const vad =
      min.frånvaro.find((f) => f.dag.anvisning === anvisning && f.dag.dag === dag)?.vad ??
      min.poster.find((p) => p.anvisning === anvisning && p.dag === dag)?.vad;
    if (vad === undefined) return saknas(c, kontext);
    const förklaring = min.frånvaro.find((f) => f.dag.anvisning === anvisning && f.dag.dag === dag)?.dag.förklaring;
    const fel = (id: string) => skrivet.fel.find((f) => f.id === id)?.text;
    return visa(c, kontext, {
      title: t('Förklara frånvaro'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <Breadcrumb items={[{ href: VÄG, label: t('Din vecka') }]} here={t('Förklara frånvaro')} />
          <ErrorSummary errors={skrivet.fel} />
          <h1>{t('Förklara frånvaro')}</h1>
          <p>
            {vad}, {datum(dag)}
          </p>
          <p>{t('Det du skriver läser vi på kommunen. Den som håller i aktiviteten ser det inte.')}</p>
          <form method="post" class="stack">
            <RadioGroup
              label={t('Varför kunde du inte delta?')}
              name="skal"
              unsettable={false}
              choices={Object.entries(FRÅNVAROSKÄL).map(([value, text]) => ({ value, label: översatt(text) }))}
              value={skrivet.fält['skal'] ?? förklaring?.skäl}
              error={fel('skal')}
            />
            <Textarea
              label={t('Berätta mer om du vill')}
              name="text"
              rows={4}
              value={skrivet.fält['text'] ?? förklaring?.text ?? ''}
              error={fel('text')}
            />
            <Actions>
              <Button kind="go" wide>
                {t('Skicka förklaringen')}
              </Button>
            </Actions>
          </form>
        </div>
      ),
    });
  };

  app.get(`${VÄG}/franvaro/:anvisning/:dag`, (c) => visaFrånvaro(c));

  app.post(`${VÄG}/franvaro/:anvisning/:dag`, async (c) => {
    const fält = await formfält(c);
    const { anvisning, dag } = c.req.param();
    const svar = await väg.förklaraFrånvaro(sökande(kontext, c), anvisning, dag, {
      skäl: fält['skal'] ?? '',
      text: fält['text'] ?? '',
    });
    if (svar.ok) return c.redirect(VÄG, 303);
    if (svar.refusal.kod === 'finns-inte') return saknas(c, kontext);
    return visaFrånvaro(c, { fel: vägran(svar.refusal, 'skal'), fält }, 422);
  });

  app.post(`${VÄG}/intyg`, async (c) => {
    const fält = await formfält(c);
    const svar = await väg.lämnaIntyg(sökande(kontext, c), {
      från: (fält['fran'] ?? '').trim(),
      till: (fält['till'] ?? '').trim(),
      inlämning: fält['inlamning'] ?? '',
    });
    if (svar.ok) return c.redirect(`${VÄG}#intyg`, 303);
    return show(c, { fel: vägran(svar.refusal, 'fran'), fält }, 422);
  });

  app.post(`${VÄG}/kalender`, async (c) => {
    const { hemlighet } = await väg.skapaKalenderlänk(sökande(kontext, c));
    const utgångspunkt = c.req.header('origin') ?? new URL(c.req.url).origin;
    c.header('cache-control', 'private, no-store');
    return show(c, INGET_SKRIVET, 200, `${utgångspunkt}/kalender/${hemlighet}.ics`);
  });

  app.post(`${VÄG}/kalender/bort`, async (c) => {
    await väg.återkallaKalenderlänk(sökande(kontext, c));
    return c.redirect(`${VÄG}#kalender`, 303);
  });

  // The secret in the address is the whole key: no log-in, nothing about the person, and nothing that tells why it does not open.
  app.get('/kalender/:fil', async (c) => {
    const hemlighet = HEMLIGHET.exec(c.req.param('fil'))?.[1];
    const poster = hemlighet === undefined ? undefined : await väg.kalenderflöde(hemlighet);
    if (!poster) return c.notFound();
    return c.body(kalenderflöde(poster, kontext.port.idag()), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
  });
}

/**
 * The times as iCalendar (RFC 5545). Every title is "Aktivitet": whoever else reads the calendar learns a time and a general word,
 * not what, where or from whom.
 */
export function kalenderflöde(
  poster: readonly { id: string; dag: Dag; från: string; till: string }[],
  idag: Dag,
): string {
  const kalender = ical({ prodId: { company: 'kalender', product: 'kalender', language: 'SV' } });
  kalender.method(ICalCalendarMethod.PUBLISH);
  for (const { id, dag, från, till } of poster)
    kalender.createEvent({
      id,
      stamp: new Date(`${idag}T00:00:00Z`),
      start: svenskTid(dag, från),
      end: svenskTid(dag, till),
      summary: t('Aktivitet'),
      class: ICalEventClass.PRIVATE,
    });
  return kalender.toString();
}

/** The instant of a time by the Swedish clock. */
function svenskTid(dag: Dag, klocka: string): Date {
  const somUtc = Date.parse(`${dag}T${klocka}:00Z`);
  const visad = STOCKHOLM.format(new Date(somUtc)).replace(' ', 'T');
  return new Date(somUtc - (Date.parse(`${visad}:00Z`) - somUtc));
}
const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

function Innehåll({ min, skrivet, adress }: { min: MinVecka; skrivet: Skrivet; adress: string | undefined }) {
  const denna = isovecka(min.idag);
  const nästa = isovecka(flyttaDag(min.idag, 7));
  return (
    <div class="stack-l">
      <div class="stack-s">
        <Breadcrumb
          items={[
            { href: '/mina-sidor', label: t('Översikt') },
            { href: '/mina-sidor/vagen', label: t('Din väg till egen försörjning') },
          ]}
          here={t('Din vecka')}
        />
        <ErrorSummary errors={skrivet.fel} />
        <h1>{t('Din vecka')}</h1>
      </div>
      <Vecka rubrik={t('Den här veckan, vecka {vecka}', { vecka: denna.nummer })} id="denna" min={min} {...denna} />
      <Vecka rubrik={t('Nästa vecka, vecka {vecka}', { vecka: nästa.nummer })} id="nasta" min={min} {...nästa} />
      {min.jobbsökartimmar === undefined || min.jobbsökartimmar === 0 ? null : (
        <p>
          {t('Söka jobb: {timmar} timmar i veckan. De lägger du själv när det passar.', {
            timmar: min.jobbsökartimmar,
          })}
        </p>
      )}
      <Frånvaro min={min} />
      <Månad underlag={min.månad} />
      <Intyg min={min} skrivet={skrivet} />
      <Prenumeration min={min} adress={adress} />
    </div>
  );
}

function Vecka({ rubrik, id, min, från, till }: { rubrik: string; id: string; min: MinVecka; från: Dag; till: Dag }) {
  const poster = min.poster.filter(({ dag }) => från <= dag && dag <= till);
  const dagar = [...Map.groupBy(poster, ({ dag }) => dag)];
  return (
    <section class="stack-s" aria-labelledby={id}>
      <h2 id={id}>{rubrik}</h2>
      {dagar.length === 0 ? (
        <Empty heading={t('Inget är planerat')}>
          <p>{t('Fråga din samordnare om det inte stämmer.')}</p>
        </Empty>
      ) : (
        dagar.map(([dag, rader]) => (
          <div class="stack-s">
            <h3>
              <time datetime={dag}>{datum(dag)}</time> {dag === min.idag ? <Tag kind="brand">{t('I dag')}</Tag> : null}
            </h3>
            <Lines>
              {rader.map((post) => (
                <Post post={post} idag={min.idag} />
              ))}
            </Lines>
          </div>
        ))
      )}
    </section>
  );
}

function Post({ post, idag }: { post: Veckopost; idag: Dag }) {
  return (
    <Line
      amount={`${post.från.replace(':', '.')}–${post.till.replace(':', '.')}`}
      note={
        <>
          {post.var}
          {post.anvisning !== undefined && post.dag >= idag ? (
            <>
              {post.var === '' ? '' : ' · '}
              <a href={`${VÄG}/franvaro/${post.anvisning}/${post.dag}`}>{t('Jag kan inte komma')}</a>
            </>
          ) : null}
        </>
      }
    >
      {post.vad}
    </Line>
  );
}

/** What each way an absence counts is called to the person, and how much it needs her. */
const LÄGEN: Partial<Record<Timslag, () => { text: string; slag: TagKind }>> = {
  giltigFrånvaro: () => ({ text: t('Giltig'), slag: 'ok' }),
  förklaradFrånvaro: () => ({ text: t('Vi läser din förklaring'), slag: 'brand' }),
  oförklaradFrånvaro: () => ({ text: t('Inte förklarad'), slag: 'attention' }),
  ogiltigFrånvaro: () => ({ text: t('Bedömd som inte giltig'), slag: 'attention' }),
};

function Frånvaro({ min: { frånvaro } }: { min: MinVecka }) {
  if (frånvaro.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="franvaro">
      <h2 id="franvaro">{t('Frånvaro')}</h2>
      <p>
        {frånvaro.every(({ dag }) => dag.räknas === 'giltigFrånvaro')
          ? t('De här dagarna är markerade som giltig frånvaro. Du behöver inte göra något.')
          : t('De här dagarna är markerade som frånvaro. Berätta varför, så att vi kan bedöma det rätt.')}
      </p>
      <Lines>
        {frånvaro.map(({ dag, vad }) => {
          const läge = LÄGEN[dag.räknas]?.();
          return (
            <li class="line">
              <span>
                {datum(dag.dag)}
                <br />
                {vad}
                {dag.räknas === 'giltigFrånvaro' ? null : (
                  <>
                    <br />
                    <a href={`${VÄG}/franvaro/${dag.anvisning}/${dag.dag}`}>
                      {dag.förklaring ? t('Ändra din förklaring') : t('Förklara')}
                      <span class="vh"> {datum(dag.dag)}</span>
                    </a>
                  </>
                )}
                {dag.intyg?.läge === 'saknas' ? (
                  <>
                    <br />
                    {t('Du behöver lämna ett läkarintyg för dagen.')}
                  </>
                ) : null}
                {dag.bedömning ? (
                  <>
                    <br />
                    {dag.bedömning.skäl}
                  </>
                ) : null}
              </span>
              <span>{läge ? <Tag kind={läge.slag}>{läge.text}</Tag> : null}</span>
            </li>
          );
        })}
      </Lines>
    </section>
  );
}

function Månad({ underlag: { månad: vald, timmar, kravPerVecka } }: { underlag: Månadsunderlag }) {
  if (timmar === undefined) return null;
  const frånvaro = timmar.förklaradFrånvaro + timmar.oförklaradFrånvaro + timmar.ogiltigFrånvaro;
  return (
    <section class="stack-s" aria-labelledby="manad">
      <h2 id="manad">{t('Din månad: {månad}', { månad: månad(vald) })}</h2>
      {kravPerVecka === undefined ? null : (
        <p>{t('Du ska delta {timmar} timmar i veckan.', { timmar: kravPerVecka })}</p>
      )}
      <p>
        {t('Hittills har du deltagit {deltog} av {planerat} planerade timmar. {kommande} timmar återstår.', {
          deltog: timmar.deltog,
          planerat: timmar.planerat,
          kommande: timmar.kommande,
        })}
      </p>
      {timmar.giltigFrånvaro > 0 ? (
        <p>{t('Du har haft giltig frånvaro {timmar} timmar.', { timmar: timmar.giltigFrånvaro })}</p>
      ) : null}
      {frånvaro > 0 ? <p>{t('Du har annan frånvaro {timmar} timmar.', { timmar: frånvaro })}</p> : null}
      {timmar.inteMarkerat > 0 ? (
        <p>
          {t('{timmar} timmar är inte rapporterade än. Det räknas aldrig som frånvaro.', {
            timmar: timmar.inteMarkerat,
          })}
        </p>
      ) : null}
    </section>
  );
}

function Intyg({ min, skrivet }: { min: MinVecka; skrivet: Skrivet }) {
  const fel = (id: string) => skrivet.fel.find((f) => f.id === id)?.text;
  return (
    <section class="stack-s" aria-labelledby="intyg">
      <h2 id="intyg">{t('Läkarintyg')}</h2>
      <p>
        {t(
          'Du behöver läkarintyg när du har varit sjuk mer än sju dagar i följd. Säger du nej till en aktivitet för att du är sjuk behövs det direkt.',
        )}
      </p>
      <Lines>
        {min.intyg.map((i) => (
          <Line amount={i.läst ? <Tag kind="ok">{t('Läst')}</Tag> : <Tag>{t('Inte läst än')}</Tag>}>
            {kortDatum(i.från)}–{kortDatum(i.till)}
          </Line>
        ))}
      </Lines>
      <Details summary={t('Berätta att du har ett läkarintyg')} open={skrivet.fel.length > 0}>
        <form method="post" action={`${VÄG}/intyg`} class="stack">
          <TextField
            label={t('Första dagen på intyget')}
            name="fran"
            hint={t('ÅÅÅÅ-MM-DD')}
            width="13"
            value={skrivet.fält['fran'] ?? ''}
            error={fel('fran')}
          />
          <TextField
            label={t('Sista dagen på intyget')}
            name="till"
            hint={t('ÅÅÅÅ-MM-DD')}
            width="13"
            value={skrivet.fält['till'] ?? ''}
            error={fel('till')}
          />
          <RadioGroup
            label={t('Hur lämnar du in det?')}
            name="inlamning"
            unsettable={false}
            choices={Object.entries(INTYGSINLÄMNINGAR).map(([value, text]) => ({ value, label: översatt(text) }))}
            value={skrivet.fält['inlamning']}
            error={fel('inlamning')}
          />
          {min.ansökan === undefined ? null : (
            <p>
              <a href={`/ansok/${min.ansökan}/dokument`}>{t('Gå till dina dokument')}</a>
            </p>
          )}
          <Actions>
            <Button>{t('Spara')}</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}

function Prenumeration({ min, adress }: { min: MinVecka; adress: string | undefined }) {
  return (
    <section class="stack-s" aria-labelledby="kalender">
      <h2 id="kalender">{t('Se tiderna i din egen kalender')}</h2>
      {adress === undefined ? null : (
        <Notice kind="ok" heading={t('Din adress')} level={3} live>
          <p>
            <code>{adress}</code>
          </p>
          <p>{t('Spara adressen nu. Vi kan inte visa den igen. Den som har adressen kan se dina tider.')}</p>
        </Notice>
      )}
      <p>
        {t(
          'Du får en hemlig adress att lägga in i din kalender. Kalendern visar bara ”Aktivitet” och tiden, inte vad, var eller från vem.',
        )}
      </p>
      <form method="post" action={`${VÄG}/kalender`}>
        <Button kind="neutral">{min.prenumererar ? t('Byt till en ny adress') : t('Skapa en adress')}</Button>
      </form>
      {min.prenumererar ? (
        <form method="post" action={`${VÄG}/kalender/bort`}>
          <p>{t('Du har en adress som fungerar.')}</p>
          <Button kind="neutral">{t('Ta bort adressen')}</Button>
        </form>
      ) : null}
    </section>
  );
}
