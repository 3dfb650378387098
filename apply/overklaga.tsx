import type { Beslut, Överklagande } from '@stegvis/casework';
import {
  Actions,
  BackLink,
  Button,
  Checkbox,
  datum,
  ErrorSummary,
  LinkButton,
  Notice,
  RadioGroup,
  Ringbar,
  SummaryList,
  Textarea,
  t,
  tidpunkt,
  tJsx,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, VägFrånBeslut, vägran } from './formular.tsx';
import type { Beslutsval, Efterbeslutsbild } from './overklagande-port.ts';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';
import { beslutsrubrik } from './status.ts';

/** The appeal: which decision, what to change and why, help with it; and afterwards a receipt that follows it to the court. */
export function överklagaSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.efterBeslut(sökande(kontext, c), c.req.param('id') ?? '');
    if (!bild || bild.beslut.length === 0) return saknas(c, kontext);
    return visa(c, kontext, {
      title: t('Överklaga beslutet'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: <Formulär bild={bild} skrivet={skrivet} kontext={kontext} valt={c.req.query('beslut')} />,
    });
  };

  app.get('/mina-sidor/beslut/:id/overklaga', (c) => show(c, INGET_SKRIVET));

  app.post('/mina-sidor/beslut/:id/overklaga', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const result = await kontext.port.överklaga(sökande(kontext, c), id, {
      beslut: fält['beslut'] ?? '',
      ändring: fält['andring'] ?? '',
      skäl: fält['skal'] ?? '',
      villHaHjälp: fält['hjalp'] === 'ja',
      avvisningen: fält['avvisningen'] || undefined,
    });
    if (result.ok) return c.redirect(`/mina-sidor/overklagande/${id}/${result.överklagande.id}?nytt`, 303);
    const { refusal } = result;
    return show(c, { fält, fel: vägran(refusal, 'andring') }, refusal.fält ? 422 : 409);
  });

  app.get('/mina-sidor/overklagande/:id/:overklagande', async (c) => {
    const bild = await kontext.port.efterBeslut(sökande(kontext, c), c.req.param('id'));
    const överklagande = bild?.överklaganden.find((ö) => ö.id === c.req.param('overklagande'));
    if (!bild || !överklagande) return saknas(c, kontext);
    return visa(c, kontext, {
      title: t('Ditt överklagande'),
      flik: 'oversikt',
      children: (
        <Kvitto bild={bild} överklagande={överklagande} nytt={c.req.query('nytt') !== undefined} kontext={kontext} />
      ),
    });
  });

  app.post('/mina-sidor/overklagande/:id/:overklagande/aterkalla', async (c) => {
    await kontext.port.återkallaÖverklagande(sökande(kontext, c), c.req.param('overklagande'));
    return c.redirect(`/mina-sidor/overklagande/${c.req.param('id')}/${c.req.param('overklagande')}`, 303);
  });

  app.get('/mina-sidor/beslut/:id/om/:om', async (c) => {
    const pdf = await kontext.port.brevOm(
      sökande(kontext, c),
      c.req.param('id'),
      c.req.param('om').replace(/\.pdf$/, ''),
    );
    if (!pdf) return saknas(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="brev.pdf"',
    });
  });
}

const fet = { b: (text: string) => <b>{text}</b> };

/** What a decision is called where one of several is chosen. */
function beslutsnamn(beslut: Beslut): string {
  return t('{vad}. Beslutat {dag}.', { vad: beslutsrubrik(beslut), dag: datum(beslut.beslutad) });
}

function Formulär({
  bild,
  skrivet,
  kontext,
  valt,
}: {
  bild: Efterbeslutsbild;
  skrivet: Skrivet;
  kontext: Sidkontext;
  valt: string | undefined;
}) {
  const { kommun } = kontext.port;
  const { fält } = skrivet;
  const fel = (id: string) => skrivet.fel.find((f) => f.id === id)?.text;
  const överklagbara = bild.beslut.filter((b) => b.väg === 'forvaltningsbesvar');
  const laglighet = bild.beslut.filter((b) => b.väg === 'laglighetsprovning');
  const avvisningen =
    fält['avvisningen'] ?? bild.överklaganden.find((ö) => ö.id === valt && ö.status === 'avvisat')?.id;
  const förvalt =
    fält['beslut'] ??
    bild.överklaganden.find((ö) => ö.id === avvisningen)?.beslut ??
    (överklagbara.find((b) => b.beslut.id === valt) ?? överklagbara.at(-1))?.beslut.id ??
    '';
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack-s">
        <VägFrånBeslut ansökan={bild.ansökan} här={t('Överklaga')} />
        <h1>{avvisningen ? t('Överklaga att vi avvisade ditt överklagande') : t('Överklaga beslutet')}</h1>
        {överklagbara.length > 0 ? (
          <p class="lead">
            {t('Det kostar inget. Först prövar vi om beslutet ska ändras. Annars bestämmer förvaltningsrätten.')}
          </p>
        ) : null}
      </div>
      {överklagbara.length > 0 ? (
        <form class="card stack" method="post" action={`/mina-sidor/beslut/${bild.ansökan}/overklaga`} novalidate>
          {avvisningen ? <input type="hidden" name="avvisningen" value={avvisningen} /> : null}
          {överklagbara.length === 1 || avvisningen ? (
            <input type="hidden" name="beslut" value={förvalt} />
          ) : (
            <RadioGroup
              name="beslut"
              label={t('Vilket beslut gäller det?')}
              value={förvalt}
              unsettable={false}
              choices={överklagbara.map(({ beslut }) => ({ value: beslut.id, label: beslutsnamn(beslut) }))}
              error={fel('beslut')}
            />
          )}
          <SistaDagen val={överklagbara.find((b) => b.beslut.id === förvalt)} avvisning={avvisningen !== undefined} />
          <Textarea
            name="andring"
            label={t('Vad vill du ska ändras?')}
            hint={t('Till exempel: jag vill få hela hyran godkänd. Skriv på det språk du vill.')}
            rows={4}
            value={fält['andring'] ?? ''}
            error={fel('andring')}
          />
          <Textarea
            name="skal"
            label={t('Varför tycker du att beslutet är fel?')}
            hint={t('Har du papper som visar det? Skriv vilka, och skicka dem som dokument eller lämna dem till oss.')}
            rows={8}
            value={fält['skal'] ?? ''}
            error={fel('skal')}
            optional
          />
          <Checkbox
            name="hjalp"
            value="ja"
            label={t('Jag vill ha hjälp att skriva överklagandet.')}
            hint={t('Då ringer en handläggare dig. Överklagandet räknas som inkommet redan nu.')}
            checked={fält['hjalp'] === 'ja'}
          />
          <p>
            {t(
              'Ditt namn, ditt personnummer och det du har skrivit skickas med. Förvaltningsrätten får läsa ditt ärende.',
            )}
          </p>
          <Actions>
            <Button kind="go">{t('Skicka överklagandet')}</Button>
          </Actions>
        </form>
      ) : null}
      {laglighet.length > 0 ? (
        <section class="stack-s" aria-labelledby="laglighet">
          <h2 id="laglighet">{t('Beslut som bara kan laglighetsprövas')}</h2>
          <ul>
            {laglighet.map(({ beslut }) => (
              <li>{beslutsnamn(beslut)}</li>
            ))}
          </ul>
          <Laglighetsprövning />
        </section>
      ) : null}
      <section class="stack-s" aria-labelledby="hjalp-rubrik">
        <h2 id="hjalp-rubrik">{t('Vill du ha hjälp?')}</h2>
        <p>
          <Ringbar
            telefon={kommun.telefon}
            text={t(
              'Ring {telefon}, {telefontid}. Vi skriver ner det du säger och läser upp det för dig. Någon annan får också göra det åt dig, med en fullmakt.',
              {
                telefon: kommun.telefon,
                telefontid: kommun.telefontid,
              },
            )}
          />
        </p>
        <p>
          {t('Du kan också skriva på papper. Lämna eller skicka det till {nämnd}, {kommun}. Inte till domstolen.', {
            nämnd: kommun.nämnd,
            kommun: kommun.namn,
          })}
        </p>
      </section>
      <BackLink href={`/mina-sidor/beslut/${bild.ansökan}`} />
    </div>
  );
}

function SistaDagen({ val, avvisning }: { val: Beslutsval | undefined; avvisning: boolean }) {
  if (avvisning) return <p>{t('Vi måste ha fått det inom tre veckor från den dag du fick beslutet om avvisning.')}</p>;
  return val?.sistaDag ? (
    <p>
      {tJsx(
        'Vi måste ha fått överklagandet senast <b>{dag}</b>. Är det för sent kan du skicka det ändå. Då prövar vi om det finns skäl att ta upp det.',
        fet,
        {
          dag: datum(val.sistaDag),
        },
      )}
    </p>
  ) : null;
}

/** How a decision under 12 kap. 2 § is tried: by the court, only whether it is lawful. */
export function Laglighetsprövning() {
  return (
    <>
      <p>
        {t(
          'Det här är bistånd som nämnden får ge men inte måste ge. Därför överklagas det inte på vanligt sätt. Den som är medlem i kommunen kan begära att förvaltningsrätten prövar om beslutet är lagligt.',
        )}
      </p>
      <ol>
        <li>{t('Skriv vilket beslut det gäller och varför du tycker att det är olagligt.')}</li>
        <li>{t('Skriv ditt namn, ditt personnummer och hur domstolen når dig.')}</li>
        <li>
          {t(
            'Skicka det till förvaltningsrätten, inte till oss. Det ska ha kommit dit inom tre veckor från den dag då kommunen visade på sin anslagstavla att protokollet är justerat.',
          )}
        </li>
      </ol>
    </>
  );
}

function Kvitto({
  bild,
  överklagande: ö,
  nytt,
  kontext,
}: {
  bild: Efterbeslutsbild;
  överklagande: Överklagande;
  nytt: boolean;
  kontext: Sidkontext;
}) {
  const beslut = bild.beslut.find((b) => b.beslut.id === ö.beslut)?.beslut;
  const fåÅter = ö.status === 'inkommet' || ö.status === 'omprovas' || ö.status === 'att-overlamna';
  return (
    <div class="stack-l">
      <div class="stack-s">
        <VägFrånBeslut ansökan={bild.ansökan} här={t('Ditt överklagande')} />
        <h1>{t('Ditt överklagande')}</h1>
      </div>
      <Notice kind={ö.status === 'avvisat' ? 'attention' : 'ok'} live={nytt} heading={läge(ö)} level={2}>
        <p>{vadHänderNu(ö)}</p>
      </Notice>
      <SummaryList
        rows={[
          { key: t('Beslut'), value: beslut ? beslutsnamn(beslut) : '' },
          { key: t('Kom in till oss'), value: tidpunkt(ö.inkom) },
          ...(ö.ändring ? [{ key: t('Vad du vill ändra'), value: <span dir="auto">{ö.ändring}</span> }] : []),
          ...(ö.skäl ? [{ key: t('Varför'), value: <span dir="auto">{ö.skäl}</span> }] : []),
          ...(ö.villHaHjälp ? [{ key: t('Hjälp'), value: t('Du vill ha hjälp. En handläggare hör av sig.') }] : []),
          { key: t('Ärende'), value: bild.ärendenummer },
          ...(ö.överlämnat
            ? [
                {
                  key: t('Skickat till domstolen'),
                  value: t('{domstol}, {dag}', { domstol: ö.överlämnat.domstol, dag: datum(ö.överlämnat.dag) }),
                },
              ]
            : []),
          ...(ö.dom ? [{ key: t('Målets nummer'), value: ö.dom.målnummer }] : []),
        ]}
      />
      {ö.omprövning || ö.tidsprövning?.skäl ? (
        <section class="stack-s" aria-labelledby="skalen">
          <h2 id="skalen">{t('Det vi har skrivit')}</h2>
          {[ö.tidsprövning?.skäl ?? '', ö.omprövning?.skäl ?? '']
            .flatMap((text) => text.split('\n'))
            .filter((rad) => rad.trim() !== '')
            .map((rad) => (
              <p lang="sv" dir="ltr">
                {rad}
              </p>
            ))}
        </section>
      ) : null}
      <Actions>
        <LinkButton href={`/mina-sidor/beslut/${bild.ansökan}/om/${ö.id}.pdf`} kind="neutral">
          {ö.status === 'avvisat' ? t('Hämta beslutet om avvisning som pdf') : t('Hämta kvittot som pdf')}
        </LinkButton>
        {ö.status === 'avvisat' ? (
          <LinkButton href={`/mina-sidor/beslut/${bild.ansökan}/overklaga?beslut=${ö.id}`} kind="neutral">
            {t('Överklaga avvisningen')}
          </LinkButton>
        ) : null}
      </Actions>
      <section class="stack-s" aria-labelledby="andra">
        <h2 id="andra">{t('Vill du lägga till något?')}</h2>
        <p>
          <Ringbar
            telefon={kontext.port.kommun.telefon}
            text={t('Skriv ett meddelande eller ring {telefon}, {telefontid}.', {
              telefon: kontext.port.kommun.telefon,
              telefontid: kontext.port.kommun.telefontid,
            })}
          />{' '}
          <a href="/mina-sidor/meddelanden">{t('Skriv ett meddelande')}</a>
        </p>
        {fåÅter ? (
          <form method="post" action={`/mina-sidor/overklagande/${bild.ansökan}/${ö.id}/aterkalla`}>
            <Button kind="quiet">{t('Ta tillbaka överklagandet')}</Button>
          </form>
        ) : null}
      </section>
      <BackLink href={`/mina-sidor/beslut/${bild.ansökan}`} />
    </div>
  );
}

/** Where an appeal is, in the person's words. */
export function läge({ status, dom }: Överklagande): string {
  switch (status) {
    case 'inkommet':
      return t('Vi har fått ditt överklagande');
    case 'omprovas':
      return t('Vi prövar om beslutet ska ändras');
    case 'att-overlamna':
      return t('Vi skickar överklagandet till förvaltningsrätten');
    case 'overlamnat':
      return t('Förvaltningsrätten prövar ditt överklagande');
    case 'avvisat':
      return t('Ditt överklagande kom in för sent');
    case 'andrat':
      return t('Vi har ändrat beslutet som du ville');
    case 'aterkallat':
      return t('Du har tagit tillbaka överklagandet');
    default:
      switch (dom?.slut) {
        case 'bifall':
          return t('Förvaltningsrätten har gett dig rätt');
        case 'delvis-bifall':
          return t('Förvaltningsrätten har gett dig rätt till en del');
        case 'aterforvisning':
          return t('Vi ska pröva din ansökan igen');
        default:
          return t('Förvaltningsrätten ändrade inte beslutet');
      }
  }
}

function vadHänderNu({ status }: Överklagande): string {
  switch (status) {
    case 'inkommet':
      return t(
        'En handläggare tittar först på om det kom in i tid, och sedan på om beslutet ska ändras. Du ser här vad som händer.',
      );
    case 'omprovas':
      return t('Ändrar vi inte beslutet som du vill skickar vi överklagandet till förvaltningsrätten.');
    case 'att-overlamna':
      return t('Vi ändrar inte beslutet som du vill. Därför bestämmer domstolen.');
    case 'overlamnat':
      return t('Det kan ta några månader. Domstolen skriver till dig. Beslutet gäller under tiden.');
    case 'avvisat':
      return t('Därför prövas det inte. Du kan överklaga att vi avvisade det.');
    case 'andrat':
      return t('Läs det nya beslutet på din översikt.');
    case 'aterkallat':
      return t('Det prövas inte. Du kan överklaga igen om tiden inte har gått ut.');
    case 'att-verkstalla':
      return t('Vi fattar ett nytt beslut efter det som domstolen har sagt. Du ser det på din översikt.');
    default:
      return t('Är du inte nöjd kan du överklaga domen till kammarrätten. Hur du gör står i domen.');
  }
}
