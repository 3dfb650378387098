import type { Motuppgift } from '@stegvis/casework';
import {
  Actions,
  BackLink,
  Breadcrumb,
  Button,
  Checkbox,
  datum,
  ErrorSummary,
  kr,
  LinkButton,
  månad,
  Notice,
  SummaryList,
  Textarea,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, vägran } from './formular.tsx';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';
import type { Yttrandebild } from './yttrande-port.ts';

/** What the board intends before a decision that goes against the person, and her answer. */
export function yttrandeSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.yttrande(sökande(kontext, c), c.req.param('id') ?? '');
    if (!bild) return saknas(c, kontext);
    return visa(c, kontext, {
      title: t('Läs och svara innan vi beslutar'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children:
        bild.läge === 'atertagen' ? (
          <Återtaget bild={bild} />
        ) : (
          <Innehåll bild={bild} skrivet={skrivet} kontext={kontext} sparat={c.req.query('sparat') !== undefined} />
        ),
    });
  };

  app.get('/mina-sidor/yttrande/:id', (c) => show(c, INGET_SKRIVET));

  app.post('/mina-sidor/yttrande/:id', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.lämnaYttrande(sökande(kontext, c), c.req.param('id'), {
      text: fält['text'] ?? '',
      avstår: fält['val'] === 'avstar',
      villTalaInförNämnden: fält['villTala'] === 'ja' && fält['val'] !== 'avstar',
    });
    if (result.ok) return c.redirect(`/mina-sidor/yttrande/${c.req.param('id')}?sparat`, 303);
    const { refusal } = result;
    return show(c, { fält, fel: vägran(refusal, 'text') }, refusal.fält ? 422 : 409);
  });

  app.get('/mina-sidor/yttrande/:id/underlag.pdf', async (c) => {
    const pdf = await kontext.port.underlag(sökande(kontext, c), c.req.param('id'));
    return pdf ? svaraPdf(c, pdf, 'underlag.pdf') : saknas(c, kontext);
  });

  app.get('/mina-sidor/yttrande/:id/forsta-beslutet.pdf', async (c) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.yttrande(who, c.req.param('id'));
    const pdf = bild?.första && (await kontext.port.brev(who, bild.första.id));
    return pdf ? svaraPdf(c, pdf, 'beslut.pdf') : saknas(c, kontext);
  });
}

function svaraPdf(c: Context, pdf: Uint8Array, namn: string): Response {
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${namn}"`,
  });
}

/** What was sent has been taken back: nothing to answer. */
function Återtaget({ bild }: { bild: Yttrandebild }) {
  return (
    <div class="stack-l">
      <div class="stack-s">
        <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={t('Läs och svara')} />
        <h1>{t('Du behöver inte svara om {månad}', { månad: månad(bild.månad) })}</h1>
      </div>
      <Notice kind="ok" heading={t('Vi har tagit tillbaka det vi skickade')} level={2}>
        <p>{t('Har du redan svarat finns ditt svar kvar hos oss.')}</p>
      </Notice>
      <p>
        <LinkButton href="/mina-sidor" kind="neutral">
          {t('Till översikten')}
        </LinkButton>
      </p>
    </div>
  );
}

function Innehåll({
  bild,
  skrivet,
  kontext,
  sparat,
}: {
  bild: Yttrandebild;
  skrivet: Skrivet;
  kontext: Sidkontext;
  sparat: boolean;
}) {
  const { underrättelse: u, yttranden } = bild.hörs;
  const { kommun } = kontext.port;
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack-s">
        <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={t('Läs och svara')} />
        <h1>{t('Läs och svara innan vi beslutar om {månad}', { månad: månad(bild.månad) })}</h1>
        {bild.kanSvara ? (
          <p class="lead">
            {bild.läge === 'utgangen'
              ? t('Sista dagen att svara var {dag}. Vi läser ditt svar om vi inte har hunnit besluta.', {
                  dag: datum(u.svarSenast),
                })
              : t('Svara senast {dag}.', { dag: datum(u.svarSenast) })}
          </p>
        ) : null}
      </div>
      {yttranden.length > 0 ? (
        <Notice kind="ok" live={sparat} heading={t('Vi har fått ditt svar')} level={2}>
          <p>{t('En handläggare läser det före beslutet. Du kan lägga till mer så länge vi inte har beslutat.')}</p>
        </Notice>
      ) : null}
      {bild.kanSvara ? null : (
        <Notice kind="info" heading={t('Vi har beslutat')} level={2}>
          <p>{t('Du kan läsa beslutet på din översikt.')}</p>
        </Notice>
      )}
      <section class="stack-s" aria-labelledby="avsett">
        <h2 id="avsett">{t('Vad vi tänker besluta')}</h2>
        <p>
          <Avsett bild={bild} />
        </p>
        {bild.första ? (
          <p>
            {t('{belopp} är redan beviljat och betalas ut medan du svarar på resten.', {
              belopp: kr(bild.första.belopp),
            })}{' '}
            <a href={`/mina-sidor/yttrande/${bild.ansökan}/forsta-beslutet.pdf`}>
              {t('Läs det första beslutet (pdf)')}
            </a>
          </p>
        ) : null}
        <h3>{t('Varför')}</h3>
        {u.skäl.split('\n').map((rad) => (
          <p lang="sv">{rad}</p>
        ))}
      </section>
      {u.uppgifter.some((uppgift) => uppgift.nedsättning) ? (
        <section class="stack-s" aria-labelledby="aktiviteter">
          <h2 id="aktiviteter">
            {u.uppgifter.some(({ nedsättning }) => nedsättning && nedsättning.skäl !== '')
              ? t('Om aktiviteter')
              : t('Nedsättning som gäller den andra vuxna')}
          </h2>
          {u.uppgifter.map((uppgift) =>
            uppgift.nedsättning ? <Nedsättning nedsättning={uppgift.nedsättning} /> : null,
          )}
        </section>
      ) : null}
      {u.uppgifter.some((uppgift) => !uppgift.nedsättning) ? (
        <section class="stack-s" aria-labelledby="uppgifter">
          <h2 id="uppgifter">{t('Uppgifter som talar emot dig')}</h2>
          {u.uppgifter.map((uppgift) => (uppgift.nedsättning ? null : <Uppgift uppgift={uppgift} />))}
        </section>
      ) : null}
      <section class="stack-s" aria-labelledby="ratt">
        <h2 id="ratt">{t('Dina rättigheter')}</h2>
        <ul>
          <li>{t('Du har rätt att tala direkt inför nämnden. Kryssa i rutan eller ring oss, så bokar vi en tid.')}</li>
          <li>{t('Du har rätt att läsa allt som finns i ditt ärende.')}</li>
          <li>
            {t('Behöver du mer tid, tolk eller hjälp att svara? Ring {telefon}, {tid}, före sista dagen.', {
              telefon: kommun.telefon,
              tid: kommun.telefontid,
            })}
          </li>
          <li>{t('Svarar du inte beslutar vi på det underlag som finns.')}</li>
        </ul>
        <Actions>
          <LinkButton href={`/mina-sidor/yttrande/${bild.ansökan}/underlag.pdf`} kind="neutral">
            {t('Hämta det som pdf')}
          </LinkButton>
        </Actions>
      </section>
      {bild.kanSvara ? <Svara bild={bild} skrivet={skrivet} /> : null}
      {yttranden.length > 0 ? (
        <section class="stack-s" aria-labelledby="dina-svar">
          <h2 id="dina-svar">{t('Det du har svarat')}</h2>
          {yttranden.map((y) => (
            <div>
              <p class="preline">{y.slag === 'avstar' ? t('Du vill inte yttra dig.') : y.text}</p>
              {y.villTalaInförNämnden ? <p>{t('Du vill tala inför nämnden.')}</p> : null}
              <p class="muted small">{tidpunkt(y.tid)}</p>
            </div>
          ))}
        </section>
      ) : null}
      <BackLink href="/mina-sidor" />
    </div>
  );
}

function Avsett({ bild }: { bild: Yttrandebild }) {
  const { avsett } = bild.hörs.underrättelse;
  switch (avsett.utfall) {
    case 'avslag':
      return <>{t('Vi tänker säga nej till din ansökan.')}</>;
    case 'avvisning':
      return <>{t('Vi tänker avvisa ansökan. Då prövas den inte.')}</>;
    case 'avskrivning':
      return <>{t('Vi tänker avsluta ansökan utan att pröva den.')}</>;
    default:
      return <>{t('Vi tänker bevilja {belopp}. Det är mindre än det du har sökt.', { belopp: kr(avsett.belopp) })}</>;
  }
}

/** One's share that may be refused or reduced, with what it is about; of the other adult's only that it is so. */
function Nedsättning({ nedsättning: n }: { nedsättning: NonNullable<Motuppgift['nedsättning']> }) {
  if (n.skäl === '')
    return (
      <p>
        {t('Vi tänker sätta ned biståndet med {belopp} av ett skäl som bara gäller den andra vuxna.', {
          belopp: kr(n.belopp),
        })}
      </p>
    );
  return (
    <>
      <p>
        {t('Vi tänker neka eller sätta ned din del med {belopp}, för att du inte deltog.', { belopp: kr(n.belopp) })}
      </p>
      <ul>
        {n.dagar.map(({ dag, slag, insats }) => (
          <li>
            {slag === 'uteblev'
              ? t('{dag}: du uteblev från {insats}.', { dag: datum(dag), insats })
              : t('{dag}: du avböjde {insats}.', { dag: datum(dag), insats })}
          </li>
        ))}
      </ul>
      <div lang="sv" dir="ltr">
        {n.skäl.split('\n').map((rad) => (
          <p>{rad}</p>
        ))}
      </div>
      <p>
        {t(
          'Hade du ett skäl, eller finns det något annat vi ska veta? Berätta det. Var du sjuk kan du lämna läkarintyg. Det gäller bara dina egna personliga kostnader, aldrig barn, bostad eller någon annan.',
        )}
      </p>
    </>
  );
}

function Uppgift({ uppgift: u }: { uppgift: Motuppgift }) {
  return (
    <div>
      <h3>{översatt(u.text)}</h3>
      <SummaryList
        rows={[
          { key: t('Du har skrivit'), value: u.egen === undefined ? t('Inget') : kr(u.egen) },
          ...(u.register === undefined
            ? []
            : [
                {
                  key: u.källa ? översatt(u.källa) : t('Registret'),
                  value: u.hämtad
                    ? t('{belopp}, hämtat {när}', { belopp: kr(u.register), när: tidpunkt(u.hämtad) })
                    : kr(u.register),
                },
              ]),
          ...(u.räknas === undefined ? [] : [{ key: t('Vi tänker räkna med'), value: kr(u.räknas) }]),
        ]}
      />
    </div>
  );
}

function Svara({ bild, skrivet }: { bild: Yttrandebild; skrivet: Skrivet }) {
  const fel = skrivet.fel.find((f) => f.id === 'text')?.text;
  return (
    <form class="card stack" method="post" action={`/mina-sidor/yttrande/${bild.ansökan}`} novalidate>
      <h2>{t('Ditt svar')}</h2>
      <Textarea
        name="text"
        label={t('Är något fel, eller vill du förklara?')}
        hint={t('Skriv på det språk du vill.')}
        rows={6}
        value={skrivet.fält['text'] ?? ''}
        error={fel}
      />
      <Checkbox
        name="villTala"
        value="ja"
        label={t('Jag vill tala inför nämnden.')}
        checked={skrivet.fält['villTala'] === 'ja'}
      />
      <Actions>
        <Button kind="go" name="val" value="svara">
          {t('Skicka svaret')}
        </Button>
        <Button kind="quiet" name="val" value="avstar">
          {t('Jag vill inte yttra mig')}
        </Button>
      </Actions>
    </form>
  );
}
