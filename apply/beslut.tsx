import {
  type Ansökan,
  type Begäranssvar,
  type Beslut,
  dagFör,
  kontrollmånad,
  nedsattBelopp,
  öreFrånKronor,
} from '@stegvis/casework';
import { type Beräkning, beräknaSnabbt, NotInForce, type Underlag } from '@stegvis/rules';
import {
  Actions,
  Button,
  belopp,
  Changed,
  DecisionSummary,
  Details,
  datum,
  ErrorSummary,
  EventTimeline,
  ExplainedLines,
  type FieldError,
  kr,
  Line,
  Lines,
  LinkButton,
  läsBelopp,
  MoneyField,
  månad,
  Notice,
  Panel,
  PrintButton,
  Ringbar,
  t,
  tidpunkt,
  tJsx,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { beslutsrader, nedsättningsrader } from './beslut-rader.ts';
import { Laglighetsprövning, läge } from './overklaga.tsx';
import type { Efterbeslutsbild } from './overklagande-port.ts';
import type { Ansökansbild } from './port.ts';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';
import { beslutsrubrik } from './status.ts';

/** A decision: the outcome and the amount first, when the money comes, how it was reckoned, what if, and what to do if it is wrong. */
export function beslutsSida(app: Hono, kontext: Sidkontext): void {
  const visaBeslutet = async (c: Context, skrivet: Readonly<Record<string, string>>) => {
    const bild = await kontext.port.hämta(sökande(kontext, c), c.req.param('id') ?? '');
    if (!bild?.beslut) return saknas(c, kontext);
    const { beslut, beräkning, utbetalning, ansökan } = bild;
    const efter = await kontext.port.efterBeslut(sökande(kontext, c), ansökan.id);
    const prov =
      bild.underlag && beräkning ? prova(bild.underlag, { lon: skrivet['lon'], hyra: skrivet['hyra'] }) : undefined;
    const fel = prov?.fel ?? [];
    return visa(c, kontext, {
      title: beslutsrubrik(beslut),
      flik: 'oversikt',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: (
        <div class="cols">
          <div class="stack-l">
            <ErrorSummary errors={fel} />
            <Ändringar efter={efter} />
            <DecisionSummary
              over={t('Beslut {dag}', { dag: datum(dagFör(beslut.beslutad)) })}
              heading={beslutsrubrik(beslut)}
              lead={ingress(bild, beslut)}
              {...(beräkning && beräkning.bistand !== null ? stapel(beräkning, bild, nedsattBelopp(beslut)) : {})}
            />
            <section class="stack-s" aria-labelledby="raknat">
              <h2 id="raknat">{t('Så har vi räknat')}</h2>
              {beräkning ? (
                <>
                  <p>{t('Tryck på en rad för att se varför.')}</p>
                  <ExplainedLines
                    lines={[...beslutsrader(beräkning, ansökan), ...nedsättningsrader(beslut)]}
                    sum={summan(beslut, beräkning, ansökan)}
                  />
                </>
              ) : null}
              <Details summary={t('Skälen i beslutet')}>
                <div lang="sv" dir="ltr">
                  {beslut.motivering.split('\n').map((rad) => (
                    <p>{rad}</p>
                  ))}
                </div>
              </Details>
            </section>
            {prov ? <VadHänderOm bild={bild} prov={prov} /> : null}
            <OmNågotÄrFel bild={bild} efter={efter} skickat={c.req.query('skickat')} kontext={kontext} />
            <section class="stack-s" aria-labelledby="om">
              <h2 id="om">{t('Om beslutet')}</h2>
              <Lines>
                <Line>{omBeslutet(beslut)}</Line>
                <Line>{vem(beslut)}</Line>
                <Line>
                  {t('Ärende {nummer}. Du kan alltid begära att en handläggare går igenom beslutet.', {
                    nummer: bild.ärende.nummer,
                  })}
                </Line>
              </Lines>
              <Actions>
                <LinkButton href={`/mina-sidor/beslut/${ansökan.id}/brev.pdf`} kind="neutral">
                  {t('Hämta beslutet som pdf')}
                </LinkButton>
                <PrintButton />
              </Actions>
            </section>
          </div>
          <aside class="aside stack">
            <h2 class="over">{t('Det här har hänt')}</h2>
            <EventTimeline
              label={t('Det här har hänt')}
              events={[
                ...bild.händelser.map((h) => ({ text: översatt(h.text), when: tidpunkt(h.tid), datetime: h.tid })),
                ...(utbetalning && utbetalning.utbetalningsdag >= kontext.port.idag()
                  ? [
                      {
                        text: t('Pengarna betalas ut'),
                        when: datum(utbetalning.utbetalningsdag),
                        datetime: utbetalning.utbetalningsdag,
                        state: 'coming' as const,
                      },
                    ]
                  : []),
              ]}
            />
          </aside>
        </div>
      ),
    });
  };
  app.get('/mina-sidor/beslut/:id', (c) => visaBeslutet(c, {}));
  // What if: posted, so that a wage or a rent is in no address.
  app.post('/mina-sidor/beslut/:id', async (c) => visaBeslutet(c, await formfält(c)));

  app.get('/mina-sidor/beslut/:id/brev.pdf', async (c) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id'));
    const pdf = bild?.beslut && (await kontext.port.brev(who, c.req.query('beslut') ?? bild.beslut.id));
    if (!pdf) return saknas(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="beslut.pdf"',
    });
  });
}

const fet = { b: (text: string) => <b>{text}</b> };

/** Changes and corrections of the decision since it was made, the newest first, and claims for money back. */
function Ändringar({ efter }: { efter: Efterbeslutsbild | undefined }) {
  if (!efter) return null;
  const ändringar = efter.beslut.filter((b) => b.beslut.form?.del === 'andring').toReversed();
  const rättelser = efter.beslut.flatMap((b) => b.rättelser);
  return (
    <>
      {ändringar.map(({ beslut }) => (
        <Notice kind="ok" heading={t('Beslutet är ändrat {dag}', { dag: datum(dagFör(beslut.beslutad)) })} level={2}>
          <p>
            {t('Sammanlagt får du {totalt} för {månad}.', {
              totalt: kr(beslut.form?.totalt ?? beslut.belopp),
              månad: månad(beslut.månad),
            })}{' '}
            {beslut.belopp > 0 ? t('{belopp} betalas ut nu.', { belopp: kr(beslut.belopp) }) : ''}
          </p>
          <p>
            <a href={`/mina-sidor/beslut/${efter.ansökan}/brev.pdf?beslut=${beslut.id}`}>
              {t('Hämta det nya beslutet som pdf')}
            </a>
          </p>
        </Notice>
      ))}
      {rättelser.map((rättelse) => (
        <Notice heading={t('Vi har rättat ett skrivfel {dag}', { dag: datum(dagFör(rättelse.tid)) })} level={2}>
          <p>{t('Det stod: {före}', { före: rättelse.före })}</p>
          <p>{t('Det ska stå: {efter}', { efter: rättelse.efter })}</p>
          <p>
            <a href={`/mina-sidor/beslut/${efter.ansökan}/om/${rättelse.id}.pdf`}>{t('Hämta rättelsen som pdf')}</a>
          </p>
        </Notice>
      ))}
      {efter.återkrav.map((å) => (
        <Notice kind="attention" heading={t('Pengar att betala tillbaka')} level={2}>
          <p>
            <a href={`/mina-sidor/aterkrav/${efter.ansökan}/${å.id}`}>
              {å.status === 'kommunicerat' ? t('Läs och svara') : t('Läs om det')}
            </a>
          </p>
        </Notice>
      ))}
    </>
  );
}

/** What the person can do, and what she has already done: wrong facts, a review by a person, appeal. */
function OmNågotÄrFel({
  bild,
  efter,
  skickat,
  kontext,
}: {
  bild: Ansökansbild;
  efter: Efterbeslutsbild | undefined;
  skickat: string | undefined;
  kontext: Sidkontext;
}) {
  const { kommun } = kontext.port;
  const { ansökan, beslut } = bild;
  const hem = `/mina-sidor/beslut/${ansökan.id}`;
  const senaste = efter?.beslut.findLast((b) => b.väg === 'forvaltningsbesvar');
  const baraLaglighet = efter !== undefined && efter.beslut.length > 0 && senaste === undefined;
  return (
    <section class="stack" aria-labelledby="fel">
      <h2 id="fel">{t('Om du tycker att något är fel')}</h2>
      {skickat ? (
        <Notice kind="ok" live heading={t('Vi har fått det')} level={3}>
          <p>{t('En handläggare läser det och svarar dig här.')}</p>
        </Notice>
      ) : null}
      <h3>{t('Är en uppgift fel?')}</h3>
      <p>
        <Ringbar
          telefon={kommun.telefon}
          text={t('Skriv till oss, eller ring {telefon}, {telefontid}. Vi kan ofta rätta det direkt.', {
            telefon: kommun.telefon,
            telefontid: kommun.telefontid,
          })}
        />
      </p>
      <Actions>
        <LinkButton href={`${hem}/fel-uppgift`} kind="neutral">
          {t('Säg till om en uppgift är fel')}
        </LinkButton>
      </Actions>
      {beslut?.beslutsfattare.slag === 'automatisk' ? (
        <>
          <h3>{t('Vill du att en människa går igenom beslutet?')}</h3>
          <p>
            {t('Beslutet är fattat automatiskt. Du har rätt att få det prövat av en handläggare. Det kostar inget.')}
          </p>
          <Actions>
            <LinkButton href={`${hem}/omprovning`} kind="neutral">
              {t('Be en handläggare gå igenom beslutet')}
            </LinkButton>
          </Actions>
        </>
      ) : null}
      <h3>{t('Tycker du att beslutet är fel?')}</h3>
      {baraLaglighet ? (
        <Laglighetsprövning />
      ) : (
        <>
          <p>
            {senaste?.sistaDag
              ? tJsx(
                  'Då kan du överklaga. Det kostar inget. Vi måste ha fått överklagandet senast <b>{dag}</b>. Vi hjälper dig om du vill.',
                  fet,
                  { dag: datum(senaste.sistaDag) },
                )
              : t(
                  'Då kan du överklaga. Det kostar inget. Vi måste ha fått överklagandet inom tre veckor från den dag du fick beslutet. Vi hjälper dig om du vill.',
                )}
          </p>
          <Actions>
            <LinkButton href={`${hem}/overklaga`} kind="neutral">
              {t('Överklaga beslutet')}
            </LinkButton>
          </Actions>
          <Details summary={t('Så går det till')}>
            <ol>
              <li>{t('Skriv vad du vill ändra och varför.')}</li>
              <li>{t('Vi prövar om överklagandet har kommit in i tid och om beslutet ska ändras.')}</li>
              <li>
                {t(
                  'Ändrar vi inte beslutet som du vill skickar vi överklagandet och ditt ärende till förvaltningsrätten, som bestämmer.',
                )}
              </li>
              <li>
                {t(
                  'Du kan också överklaga på papper. Lämna eller skicka det till {nämnd}, {kommun}. Inte till domstolen.',
                  {
                    nämnd: kommun.nämnd,
                    kommun: kommun.namn,
                  },
                )}
              </li>
            </ol>
          </Details>
        </>
      )}
      {efter && efter.överklaganden.length + efter.begäranden.length > 0 ? (
        <>
          <h3>{t('Det du har skickat')}</h3>
          {efter.överklaganden.map((ö) => (
            <Panel card>
              <p>
                <a href={`/mina-sidor/overklagande/${ansökan.id}/${ö.id}`}>
                  {t('Överklagande {dag}', { dag: datum(dagFör(ö.inkom)) })}
                </a>
              </p>
              <p>{läge(ö)}</p>
            </Panel>
          ))}
          {efter.begäranden.map((begäran) => (
            <Panel card>
              <p>
                <b>
                  {begäran.slag === 'omprovning'
                    ? t('Du bad oss gå igenom beslutet {dag}', { dag: datum(dagFör(begäran.begärd)) })
                    : t('Du skrev att en uppgift är fel {dag}', { dag: datum(dagFör(begäran.begärd)) })}
                </b>
              </p>
              {begäran.text ? (
                <p class="preline" dir="auto">
                  {begäran.text}
                </p>
              ) : null}
              {begäran.svar ? (
                <>
                  <p>{svaretI(begäran.svar.slag)}</p>
                  <p class="preline" lang="sv" dir="ltr">
                    {begäran.svar.text}
                  </p>
                </>
              ) : (
                <p class="muted">{t('Inte besvarad än')}</p>
              )}
            </Panel>
          ))}
        </>
      ) : null}
    </section>
  );
}

function svaretI(slag: Begäranssvar): string {
  switch (slag) {
    case 'andrat':
      return t('Vi har ändrat beslutet.');
    case 'star-fast':
      return t('Vi ändrar inte beslutet.');
    case 'rattat':
      return t('Vi har rättat uppgiften.');
    case 'antecknat':
      return t('Vi har antecknat det i ärendet.');
  }
}

function omBeslutet({ utfall, lagrum }: Beslut): string {
  const enligt = { lagrum: lagrum.join(', ') };
  switch (utfall) {
    case 'bifall':
      return t('Vi beviljar ekonomiskt bistånd enligt {lagrum}.', enligt);
    case 'delavslag':
      return t('Vi beviljar en del av det du sökte enligt {lagrum}.', enligt);
    case 'avslag':
      return t('Vi avslår ansökan om ekonomiskt bistånd enligt {lagrum}.', enligt);
    case 'avvisning':
      return t('Vi avvisar ansökan om ekonomiskt bistånd enligt {lagrum}.', enligt);
    case 'avskrivning':
      return t('Vi avskriver ansökan om ekonomiskt bistånd enligt {lagrum}.', enligt);
  }
}

function vem({ beslutsfattare: av }: Beslut): string {
  if (av.slag === 'handlaggare')
    return t('Beslutet är fattat av {namn}, {titel}, enligt punkt {punkt} i delegationsordningen.', {
      namn: av.namn,
      titel: av.titel.toLowerCase(),
      punkt: av.delegationspunkt,
    });
  return t(
    'Beslutet är fattat automatiskt ({funktion}) enligt punkt {punkt} i delegationsordningen. Automatiska beslut kan bara ge dig allt du sökt. Allt annat prövas av en människa.',
    { funktion: av.funktion, punkt: av.delegationspunkt },
  );
}

/** What the decision means for the person, under the amount. */
function ingress({ beräkning, utbetalning, ansökan }: Ansökansbild, beslut: Beslut): string {
  const { utfall } = beslut;
  const över = beräkning?.resultat ?? 0;
  if (nedsattBelopp(beslut) > 0 && utfall === 'avslag') return t('Här ser du varför.');
  if (utfall === 'avslag')
    return över > 0
      ? t(
          '{vem, select, par {Era} other {Dina}} inkomster räcker till det som försörjningsstödet ska täcka. De är {belopp} högre.',
          { vem: ansökan.medsökande === undefined ? 'ensam' : 'par', belopp: kr(öreFrånKronor(över)) },
        )
      : t('Här ser du varför.');
  const när = utbetalning
    ? t('Pengarna kommer {dag} till kontot som slutar på {slut}.', {
        dag: datum(utbetalning.utbetalningsdag),
        slut: utbetalning.konto.nummer.slice(-3),
      })
    : '';
  const hur =
    utfall === 'bifall' ? t('Du har fått allt du sökte.') : t('Allt du sökte är inte med. Här ser du varför.');
  return `${när} ${hur}`.trim();
}

function summan(beslut: Beslut, b: Beräkning, ansökan: Ansökan): { text: string; amount: string } {
  if (beslut.belopp === 0 && (b.resultat ?? 0) > 0)
    return { text: t('Pengar över'), amount: kr(öreFrånKronor(b.resultat ?? 0)) };
  return { text: ansökan.medsökande === undefined ? t('Du får') : t('Ni får'), amount: kr(beslut.belopp) };
}

/** The bar: what the household needs, what it has, what it gets. */
function stapel(b: Beräkning, { ansökan }: Ansökansbild, nedsatt: number) {
  const behov = b.rader.norm + (b.kostnader ?? 0);
  const värden = {
    vem: ansökan.medsökande === undefined ? 'ensam' : 'par',
    barn: (ansökan.uppgifter.barn ?? []).length,
  };
  return {
    need: {
      label: t(
        '{vem, select, par {Ni behöver} other {{barn, plural, =0 {Du behöver} one {Du och barnet behöver} other {Du och barnen behöver}}}}',
        värden,
      ),
      öre: öreFrånKronor(behov),
    },
    have: {
      label: t('Pengar {vem, select, par {ni} other {du}} redan har', värden),
      öre: öreFrånKronor(behov - (b.bistand ?? 0)),
    },
    get: {
      label: t('{vem, select, par {Ni får} other {Du får}} av oss', värden),
      öre: öreFrånKronor(b.bistand ?? 0) - nedsatt,
    },
  };
}

interface Prov {
  readonly lon: string;
  readonly hyra: string;
  readonly fel: readonly FieldError[];
  readonly före: { bistånd: number; lön: number };
  readonly efter: { bistånd: number; lön: number } | undefined;
}

/** The same rules with another wage and another rent. The decision is not changed. */
function prova(underlag: Underlag, skrivet: { lon: string | undefined; hyra: string | undefined }): Prov {
  const lön = underlag.vuxna
    .flatMap((v) => v.inkomster ?? [])
    .filter((i) => i.typ === 'lon')
    .reduce((sum, i) => sum + i.netto, 0);
  const hyra = (underlag.kostnader ?? []).filter((k) => k.typ === 'boende').reduce((sum, k) => sum + k.belopp, 0);
  const bistånd = (u: Underlag) => öreFrånKronor(beräknaSnabbt(u).bistand ?? 0);
  const före = { bistånd: bistånd(underlag), lön: öreFrånKronor(lön) };
  const text = {
    lon: skrivet.lon ?? belopp(öreFrånKronor(lön)),
    hyra: skrivet.hyra ?? belopp(öreFrånKronor(hyra)),
  };
  if (skrivet.lon === undefined && skrivet.hyra === undefined) return { ...text, fel: [], före, efter: undefined };
  const nyLön = läsBelopp(text.lon || '0');
  const nyHyra = läsBelopp(text.hyra || '0');
  const fel = [
    ...(nyLön.kind === 'value' ? [] : [{ id: 'lon', text: nyLön.text }]),
    ...(nyHyra.kind === 'value' ? [] : [{ id: 'hyra', text: nyHyra.text }]),
  ];
  if (nyLön.kind !== 'value' || nyHyra.kind !== 'value') return { ...text, fel, före, efter: undefined };
  try {
    return {
      ...text,
      fel,
      före,
      efter: { bistånd: bistånd(med(underlag, nyLön.value / 100, nyHyra.value / 100)), lön: nyLön.value },
    };
  } catch (error) {
    if (error instanceof NotInForce)
      return { ...text, fel: [{ id: 'lon', text: översatt(error.message) }], före, efter: undefined };
    throw error;
  }
}

function med(underlag: Underlag, lön: number, hyra: number): Underlag {
  const [first, ...rest] = underlag.vuxna;
  const utanLön = (v: Underlag['vuxna'][number]) => ({
    ...v,
    inkomster: (v.inkomster ?? []).filter((i) => i.typ !== 'lon'),
  });
  const vuxen = utanLön(first!);
  return {
    ...underlag,
    vuxna: [{ ...vuxen, inkomster: [...vuxen.inkomster, { typ: 'lon', netto: lön }] }, ...rest.map(utanLön)],
    kostnader: [...(underlag.kostnader ?? []).filter((k) => k.typ !== 'boende'), { typ: 'boende', belopp: hyra }],
  };
}

function VadHänderOm({ bild, prov }: { bild: Ansökansbild; prov: Prov }) {
  const fel = (id: string) => prov.fel.find((f) => f.id === id)?.text;
  const mer = prov.efter && prov.efter.lön + prov.efter.bistånd - prov.före.lön - prov.före.bistånd;
  return (
    <section class="stack-s noprint" aria-labelledby="om-rubrik" id="vad-hander-om">
      <h2 id="om-rubrik">{t('Vad händer om …')}</h2>
      <p>{t('Prova med en annan lön eller hyra. Det ändrar inte ditt beslut.')}</p>
      <form
        class="card stack"
        method="post"
        action={`/mina-sidor/beslut/${bild.ansökan.id}#vad-hander-om`}
        data-what-if="prov-resultat"
      >
        <MoneyField
          name="lon"
          label={t('Lön efter skatt i {månad}', { månad: månad(kontrollmånad(bild.ansökan.månad)) })}
          value={prov.lon}
          error={fel('lon')}
        />
        <MoneyField name="hyra" label={t('Hyra')} value={prov.hyra} error={fel('hyra')} />
        <div>
          <Button kind="plain">{t('Räkna om')}</Button>
        </div>
        <div id="prov-resultat" aria-live="polite">
          {prov.efter ? (
            <>
              <p>
                <b>
                  {mer === 0
                    ? t('Du får lika mycket att leva på.')
                    : mer! > 0
                      ? t('Du får {belopp} mer att leva på.', { belopp: kr(mer!) })
                      : t('Du får {belopp} mindre att leva på.', { belopp: kr(-mer!) })}
                </b>
              </p>
              <Lines>
                <Line amount={<Changed from={kr(prov.före.bistånd)} to={kr(prov.efter.bistånd)} />}>
                  {t('Bistånd')}
                </Line>
                <Line
                  amount={
                    <Changed
                      from={kr(prov.före.lön + prov.före.bistånd)}
                      to={kr(prov.efter.lön + prov.efter.bistånd)}
                    />
                  }
                >
                  {t('Lön och bistånd')}
                </Line>
              </Lines>
              <p class="muted small">
                {t('Bostadsbidrag och avgifter kan också ändras om lönen ändras. Det räknas inte med här.')}
              </p>
            </>
          ) : null}
        </div>
      </form>
    </section>
  );
}
